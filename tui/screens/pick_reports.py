"""Choosing the reports that are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from tui.draw import clean
from tui.model.rows import Column, Row
from tui.screens.window import Window
from tui.widgets.grid import Grid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from queries.panes import ReportRow
    from tui.words import Words


LEAST = 2
"""Reports that can be compared."""


class ReportPicker(Window[list[str] | None]):
    """Gives the ids of the chosen reports, or None when it was left with escape."""

    BINDINGS = [
        Binding("space", "choose", "choose", id="pick_reports.toggle"),
        Binding("enter", "done", "done", priority=True, id="pick_reports.done"),
        Binding("escape,q", "dismiss", "back", id="pick_reports.back"),
    ]

    def __init__(self, reports: Sequence[ReportRow], chosen: Sequence[str], words: Words) -> None:
        super().__init__()
        self._reports, self._words = reports, words
        self.chosen = list(chosen)

    def compose(self) -> ComposeResult:
        """Title, list, keys."""
        with Vertical(classes="dialog"):
            yield Static(self._words("compare.pick"), classes="dialog-title", markup=False)
            yield Grid(id="reports")
            yield Static(self._words("compare.pick_foot"), classes="dialog-foot", markup=False)

    def on_mount(self) -> None:
        """Show the reports."""
        self.query_one(Grid).focus()
        self._draw()

    def _draw(self) -> None:
        say = self._words
        rows = [Row(report.id, (
            (("✓" if report.id in self.chosen else " ", "good"),),
            ((clean(say.pick(report.label_vi, report.label_en)), "bright"),),
            ((say.pick(report.period_vi, report.period_en), "plain"),), ((clean(report.title or ""), "dim"),),
        )) for report in self._reports]  # fmt: skip
        columns = [
            Column("sign", "", 1), Column("name", say("reports.name"), 18, most=24),
            Column("period", say("reports.period"), 11), Column("title", say("reports.title"), 20, "spread", most=60),
        ]  # fmt: skip
        self.query_one(Grid).show(columns, rows)

    def on_grid_opened(self, _event: Grid.Opened) -> None:
        """Select at a second click."""
        self.action_choose()

    def action_choose(self) -> None:
        """Select or unselect the report under the cursor."""
        here = str(self.query_one(Grid).key)
        self.chosen = [one for one in self.chosen if one != here] if here in self.chosen else [*self.chosen, here]
        self._draw()

    def action_done(self) -> None:
        """Return the selection, unless there is nothing to compare in it."""
        if len(self.chosen) < LEAST:
            self.notify(self._words("compare.two_reports"), severity="warning", markup=False, timeout=4)
        else:
            self.dismiss(self.chosen)
