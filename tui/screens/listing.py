"""What screens with one table share that can be filtered by words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.fold import fold
from tui.screens.page import Page
from tui.widgets.grid import Grid

if TYPE_CHECKING:
    from tui.widgets.filter import Filter


class Listing(Page):
    """A page with a table; ``wanted`` holds the folded words that a row must hold, `speak` shows the rows.

    Attributes:
        filter_hint: what may be typed, as a key of the texts.
    """

    filter_hint = ""

    def __init__(self) -> None:
        super().__init__()
        self.wanted = ""

    def on_filter_changed(self, event: Filter.Changed) -> None:
        """Show what holds the words; where the row under the cursor does not, go to the first."""
        grid = self.query_one(Grid)
        before = grid.key
        self.wanted = fold(event.text)
        self.speak()
        if grid.key != before:
            grid.action_first()

    def on_filter_closed(self, _event: Filter.Closed) -> None:
        """Back to the table."""
        self.query_one(Grid).focus()

    async def action_filter(self) -> None:
        """Type words that rows must hold."""
        await self.open_filter(self.filter_hint)

    def action_back(self) -> None:
        """Out of the filter, then back."""
        if self.wanted:
            self.close_filter()
            self.wanted = ""
            self.speak()
        else:
            self.dismiss()
