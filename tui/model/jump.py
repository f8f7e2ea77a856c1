"""Letters for jumping: one key for every row on the screen, as long as the alphabet lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

LETTERS = "asdfghjklqwertyuiopzxcvbnmASDFGHJKLQWERTYUIOPZXCVBNM"


class Labels(NamedTuple):
    """The letters of two panes, by row key."""

    first: dict[Hashable, str]
    second: dict[Hashable, str]

    def target(self, letter: str) -> Hashable:
        """The key of the row that has the letter; None where no row has it."""
        return next((key for part in self for key, given in part.items() if given == letter), None)


def labels_for(first: Sequence[Hashable], second: Sequence[Hashable]) -> Labels:
    """Give letters to the rows of two panes, in order."""
    letters = iter(LETTERS)
    return Labels(*(dict(zip(part, letters, strict=False)) for part in (first, second)))
