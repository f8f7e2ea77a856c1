"""The base of screens with one table that can be filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from queries.fold import fold
from tui.draw import plain_text
from tui.screens.page import Page
from tui.widgets.grid import Grid
from tui.widgets.hints import Hints
from tui.widgets.lines import Lines
from tui.widgets.title import Title

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from textual.app import ComposeResult

    from tui.model.rows import Row
    from tui.widgets.filter import Filter


class Listing(Page):
    """A page with a table; ``wanted`` holds the folded words of the filter, `redraw` shows the rows.

    Attributes:
        filter_hint: key of the text that says what may be typed.
    """

    filter_hint = ""

    def __init__(self) -> None:
        super().__init__()
        self.wanted = ""
        self._before: Hashable = None

    def compose(self) -> ComposeResult:
        """Title, table, what stands below it, hints."""
        yield Title()
        with Vertical(id="listing"):
            yield Grid(id="rows")
            yield from self.compose_details()
        yield Hints(self.words)

    def compose_details(self) -> ComposeResult:
        """The details of the row under the cursor."""
        yield Lines(id="detail", indent=2)

    @property
    def hidden_hints(self) -> frozenset[str]:
        """Without rows there is nothing to filter, either, unless the filter itself hides them."""
        idle = super().hidden_hints
        return idle | {"filter"} if idle and not self.wanted else idle

    def matching(self, rows: Sequence[Row]) -> list[Row]:
        """The rows that contain all words of the filter, in whatever column."""
        words = self.wanted.split()
        if not words:
            return list(rows)
        texts = [fold(" ".join(plain_text(cell) for cell in row.cells)) for row in rows]
        return [row for row, text in zip(rows, texts, strict=True) if all(word in text for word in words)]

    def on_filter_changed(self, event: Filter.Changed) -> None:
        """Show the rows that contain the words; where the row under the cursor does not, go to the first."""
        grid = self.query_one(Grid)
        before = grid.key
        if not self.wanted:
            self._before = before
        self.wanted = fold(event.text)
        self.redraw()
        if not self.wanted:
            grid.move_to(self._before)
        elif grid.key != before:
            grid.action_first()

    def on_filter_closed(self, _event: Filter.Closed) -> None:
        """Focus the table."""
        self.query_one(Grid).focus()

    async def action_filter(self) -> None:
        """Open the filter."""
        await self.open_filter(self.filter_hint)

    def action_back(self) -> None:
        """Close the filter, or the screen."""
        if self.wanted:
            self.close_filter()
            grid = self.query_one(Grid)
            found = grid.key
            self.wanted = ""
            self.redraw()
            if found is None:
                grid.move_to(self._before)
        else:
            self.dismiss()
