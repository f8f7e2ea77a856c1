"""The period picker: years down, kinds of periods across, the number of figures in every cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from tui.model.period_matrix import Matrix
from tui.model.periods import latest, same_of_every_year
from tui.screens.window import Window
from tui.widgets.grid import Grid
from tui.widgets.hints import Hints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from queries.panes import PeriodRow
    from tui.model.period_matrix import Spot
    from tui.words import Words


class PeriodScreen(Window[list[str] | None]):
    """Gives the ids of the chosen periods, or None when it was left with escape.

    Args:
        periods: all there are.
        chosen: the ids of those that are chosen at first.
        words: the language.
        few: the text that is shown, instead of closing the window, where fewer than ``least`` are chosen.
        least: how many must be chosen.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal")]
    BINDINGS = [
        Binding("space", "choose", "choose", id="periods.toggle"),
        Binding("v", "mark", "mark", id="periods.mark"),
        Binding("a", "every_year", "every year", id="periods.every_year"),
        Binding("y", "whole_row", "whole year", id="periods.whole_year"),
        Binding("n", "latest", "latest", id="periods.latest"),
        Binding("c", "clear", "clear", id="periods.clear"),
        Binding("enter", "done", "done", priority=True, id="periods.done"),
        Binding("escape,q", "leave", "back", id="periods.back"),
        Binding("shift+down", "stretch(0, 1)", "stretch down", show=False, id="periods.stretch_down"),
        Binding("shift+up", "stretch(0, -1)", "stretch up", show=False, id="periods.stretch_up"),
        Binding("shift+right", "stretch(1, 0)", "stretch right", show=False, id="periods.stretch_right"),
        Binding("shift+left", "stretch(-1, 0)", "stretch left", show=False, id="periods.stretch_left"),
    ]

    def __init__(
        self, periods: Sequence[PeriodRow], chosen: Sequence[str], words: Words, few: str = "periods.none", least: int = 1
    ) -> None:
        super().__init__()
        self._periods, self._words, self._few, self._least = periods, words, few, least
        self.chosen = list(chosen)
        self._matrix = Matrix(periods, words)
        self._anchor: Spot | None = None
        self._before: Spot = (None, None)

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
        self.grid.show(self._matrix.columns(), self._matrix.rows(set(self.chosen), self._marked()))
        labels = [self._words.pick(p.label_vi, p.label_en) for p in self._periods if p.id in self.chosen]
        self.query_one("#chosen", Static).update(
            self._words("periods.chosen", count=len(labels), names=" · ".join(labels) or "–")
        )

    def _here(self) -> str | None:
        return self._matrix.period_at(self.grid.key, self.grid.column)

    def _spot(self) -> Spot:
        return self.grid.key, self.grid.column

    def _marked(self) -> set[Spot]:
        """The cells of the stretch that is being marked."""
        return self._matrix.stretch(self._anchor, self._spot()) if self._anchor and self.grid.key is not None else set()

    def _set(self, ids: Sequence[str]) -> None:
        self._anchor = None
        self.chosen = [period.id for period in self._periods if period.id in set(ids)]
        self._draw()

    def on_grid_moved(self, _event: Grid.Moved) -> None:
        """Extend the marked stretch to the cursor."""
        self._before = self._spot()
        if self._anchor:
            self._draw()

    def on_grid_side(self, event: Grid.Side) -> None:
        """Move between the year and the cells of its row."""
        if event.step > 0 and event.column is None:
            self.grid.enter_first()
        elif event.step < 0 and event.column is not None:
            self.grid.enter(None)

    def on_grid_opened(self, _event: Grid.Opened) -> None:
        """Select at a second click."""
        self.action_choose()

    def on_click(self, event: events.Click) -> None:
        """Select everything between the cursor and the mouse at a click with shift."""
        if event.shift and event.widget is self.grid and self._before[0] is not None:
            self._anchor = self._before
            self._take_marked()

    def action_choose(self) -> None:
        """Select or unselect the period under the cursor, or the marked stretch."""
        if self._anchor:
            self._take_marked()
        elif here := self._here():
            self._set([*self.chosen, here] if here not in self.chosen else [one for one in self.chosen if one != here])

    def _take_marked(self) -> None:
        """Select the marked stretch, or unselect it where all of it is selected."""
        marked = self._matrix.periods_in(self._marked())
        if set(marked) <= set(self.chosen):
            self._set([one for one in self.chosen if one not in marked])
        else:
            self._set([*self.chosen, *marked])

    def action_mark(self) -> None:
        """Start a range at the cursor, or select the range that was started."""
        if self._anchor:
            self._take_marked()
        else:
            self._anchor = self._spot()
            self._draw()

    def action_stretch(self, right: int, down: int) -> None:
        """Extend a stretch in a direction."""
        self._anchor = self._anchor or self._spot()
        if right:
            self.grid.action_side(right)
        else:
            self.grid.action_move(down)

    def action_leave(self) -> None:
        """Give up the marked stretch, or close the window."""
        if self._anchor:
            self._set(self.chosen)
        else:
            self.dismiss(None)

    def action_every_year(self) -> None:
        """Select the same period of every year."""
        if here := self._here():
            self._set([*self.chosen, *same_of_every_year(self._periods, here)])

    def action_whole_row(self) -> None:
        """Select all periods of the year under the cursor."""
        self._set([*self.chosen, *self._matrix.of_row(self.grid.key)])

    def action_latest(self) -> None:
        """Select the newest main periods of the reports."""
        self._set([period.id for period in latest(self._periods)])

    def action_clear(self) -> None:
        """Unselect all periods."""
        self._set([])

    def action_done(self) -> None:
        """Return the selection with the marked stretch, unless too few are chosen."""
        if self._anchor:
            self._take_marked()
        if len(self.chosen) < self._least:
            self.notify(self._words(self._few), severity="warning", markup=False, timeout=4)
        else:
            self.dismiss(self.chosen)
