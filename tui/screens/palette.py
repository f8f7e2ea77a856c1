"""Textual's command palette, but for the one sentence that it says in English only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.align import Align
from rich.text import Text
from textual.command import CommandList, CommandPalette
from textual.widgets.option_list import Option

if TYPE_CHECKING:
    from tui.words import Words


class Palette(CommandPalette):
    """The command palette in a language.

    It stands in for one method of Textual's palette, `_start_no_matches_countdown`, whose sentence nothing else can change:
    another Textual than the pinned one is to be compared with it.

    Args:
        words: the language.
    """

    def __init__(self, words: Words) -> None:
        super().__init__(placeholder=words("say.palette"))
        self._words = words

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Tell in a moment that no action has these words; without words, show no list."""
        self._stop_no_matches_countdown()

        def tell() -> None:
            if search_value:
                told = Align.center(Text(self._words("say.no_command"), style="not bold"))
                self.query_one(CommandList).add_option(Option(told, disabled=True, id=self._NO_MATCHES))
            self._list_visible = bool(search_value)

        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, tell)
