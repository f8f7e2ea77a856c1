"""The period picker: years down, kinds of periods across, the number of figures in every cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.model.period_matrix import Matrix
from tui.model.periods import latest, same_of_every_year
from tui.widgets.grid import Grid
from tui.widgets.hints import Hints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from queries.panes import PeriodRow
    from tui.words import Words


class PeriodScreen(ModalScreen[list[str] | None]):
    """Gives the ids of the chosen periods, or None when it was left with escape."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal")]
    BINDINGS = [
        Binding("space", "choose", "choose", id="periods.toggle"),
        Binding("a", "every_year", "every year", id="periods.every_year"),
        Binding("y", "whole_row", "whole year", id="periods.whole_year"),
        Binding("n", "latest", "latest", id="periods.latest"),
        Binding("c", "clear", "clear", id="periods.clear"),
        Binding("enter", "done", "done", priority=True, id="periods.done"),
        Binding("escape", "dismiss", "back", id="periods.back"),
    ]

    def __init__(self, periods: Sequence[PeriodRow], chosen: Sequence[str], words: Words) -> None:
        super().__init__()
        self._periods, self._words = periods, words
        self.chosen = list(chosen)
        self._matrix = Matrix(periods, words)

    def compose(self) -> ComposeResult:
        """Title, matrix, what is chosen, hints."""
        with Vertical(id="picker"):
            yield Static(self._words("periods.title"), classes="dialog-title", markup=False)
            yield Grid(id="periods")
            yield Static("", id="chosen", markup=False)
        yield Hints(self._words)

    @property
    def grid(self) -> Grid:
        """The matrix."""
        return self.query_one(Grid)

    def on_mount(self) -> None:
        """Show the matrix with the cursor on the newest chosen period."""
        self._draw()
        self.grid.focus()
        spot = self._matrix.spot(self.chosen[-1] if self.chosen else self._periods[-1].id if self._periods else "")
        if spot:
            self.grid.move_to(*spot)

    def _draw(self) -> None:
        self.grid.show(self._matrix.columns(), self._matrix.rows(set(self.chosen)))
        labels = [self._words.pick(p.label_vi, p.label_en) for p in self._periods if p.id in self.chosen]
        self.query_one("#chosen", Static).update(
            self._words("periods.chosen", count=len(labels), names=" · ".join(labels) or "–")
        )

    def _here(self) -> str | None:
        return self._matrix.period_at(self.grid.key, self.grid.column)

    def _set(self, ids: Sequence[str]) -> None:
        self.chosen = [period.id for period in self._periods if period.id in set(ids)]
        self._draw()

    def on_grid_side(self, event: Grid.Side) -> None:
        """Right from the year goes into the cells."""
        if event.step > 0 and event.column is None:
            self.grid.enter_first()

    def on_grid_opened(self, _event: Grid.Opened) -> None:
        """A second click chooses."""
        self.action_choose()

    def action_choose(self) -> None:
        """Choose or give up the period under the cursor."""
        if here := self._here():
            self._set([*self.chosen, here] if here not in self.chosen else [one for one in self.chosen if one != here])

    def action_every_year(self) -> None:
        """The same period of every year."""
        if here := self._here():
            self._set([*self.chosen, *same_of_every_year(self._periods, here)])

    def action_whole_row(self) -> None:
        """All periods of the year under the cursor."""
        self._set([*self.chosen, *self._matrix.of_row(self.grid.key)])

    def action_latest(self) -> None:
        """The newest main periods of the reports."""
        self._set([period.id for period in latest(self._periods)])

    def action_clear(self) -> None:
        """None."""
        self._set([])

    def action_done(self) -> None:
        """Take the choice; an empty one means the default."""
        self.dismiss(self.chosen)
