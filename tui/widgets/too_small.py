"""The notice in a terminal that is too small for any screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

if TYPE_CHECKING:
    from tui.words import Words

LEAST = (40, 10)


class TooSmall(Static):
    """A notice over everything else.

    Args:
        words: the language.
    """

    def __init__(self, words: Words) -> None:
        super().__init__(words("say.too_small", width=LEAST[0], height=LEAST[1]), markup=False)
