"""The source reports: what they are, and what the store holds of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Horizontal

from queries import panes, reading
from tui.draw import HANG, Line, align_right, clean, width
from tui.model.dates import day
from tui.model.figures import citation
from tui.model.pane_query import PaneQuery
from tui.model.rows import Column, Row
from tui.model.table import Table, table_of_fields
from tui.numbers import MISSING, number
from tui.screens.listing import Listing
from tui.widgets.grid import Grid
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from queries.panes import ReportRow
    from queries.reading import AccountRow
    from queries.store import Cursor
    from tui.screens.reading import ReadingScreen


DETAILS, WRAPPED = 13, 15
"""Lines of the details where the list leaves them that many, and of those in a narrow terminal, which are broken more often."""


class ReportsScreen(Listing):
    """A table of reports, and what is known of the one under the cursor."""

    CSS_PATH = "reports.tcss"
    filter_hint = "filter.reports"
    BINDINGS = [
        Binding("a", "add", "add", id="reports.add"),
        Binding("d,delete", "remove", "remove", id="reports.remove"),
        Binding("slash", "filter", "filter", id="filter"),
        Binding("escape,backspace", "back", "back", id="back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.reports: list[ReportRow] = []
        self.account: list[AccountRow] = []
        self._reading: ReadingScreen | None = None
        self._place: tuple[str, str] = ("", "")
        self._idle: frozenset[str] = frozenset()

    @property
    def idle_keys(self) -> frozenset[str]:
        """A report that comes with the program cannot be removed."""
        report = self._report()
        return frozenset(("reports.remove",)) if report is None or report.shipped else frozenset()

    def compose_details(self) -> ComposeResult:
        """The details of the report under the cursor, and its number account."""
        with Horizontal(id="below"):
            yield Lines(id="detail", indent=2)
            yield Lines(id="account")

    def on_mount(self) -> None:
        """Focus the table and ask for its rows."""
        self.query_one(Grid).focus()
        say = self.words
        self.title_bar.show((("‹ ", "dim"), (say("reports.head"), "bright")), ((say("say.loading"), "dim"),))
        self.load()

    def load(self) -> None:
        """Ask for the reports and their number accounts."""

        def work(cursor: Cursor) -> tuple[list[ReportRow], list[AccountRow]]:
            return cursor.ask(panes.REPORTS), cursor.ask(reading.ACCOUNT)

        self.runner.ask(work, self._loaded)

    def on_resize(self, event: events.Resize) -> None:
        """Share the lines anew."""
        super().on_resize(event)
        self._share_lines()

    def _share_lines(self) -> None:
        """Let the details have the lines that the list of all reports does not need; half of all where it needs more."""
        lines = self.size.height - 2
        wanted = DETAILS if self.size.width >= 100 else WRAPPED
        self.query_one("#below").styles.height = max(min(DETAILS, lines // 2), min(wanted, lines - len(self.reports) - 1))

    def follow_added(self, report: str) -> None:
        """Put the cursor on the report that was added, whatever is filtered."""
        if self.wanted:
            self.close_filter()
            self.wanted = ""
        self._place = report, ""
        self.load()

    def _loaded(self, found: tuple[list[ReportRow], list[AccountRow]]) -> None:
        self.reports, self.account = found
        self._share_lines()
        self.redraw()
        (report, figure), self._place = self._place, ("", "")
        if self.query_one(Grid).move_to(report) and figure:
            self._read(int(figure))

    def redraw(self) -> None:
        """Show everything again, in the language in use."""
        say = self.words
        issued = max(width(text) for text in (say("reports.issued"), *map(self._date, self.reports)))
        columns = [
            Column("name", say("reports.name"), 15),
            Column("title", say("reports.title"), 20, "spread", most=70, drop=3),
            Column("period", say("reports.period"), 12, drop=1),
            Column("issued", say("reports.issued"), max(10, issued), drop=4),
            Column("figures", say("reports.figures"), 8, "right", gap=2),
            Column("notes", say("reports.notes"), 9, "right", drop=2, gap=2),
            Column("reviewed", say("reports.reviewed"), 8, "right"),
            Column("text", say("reports.text"), 8, gap=2),
            Column("disputed", say("reports.disputed"), width(say("reports.disputed")), "right", drop=1, gap=2),
        ]
        grid = self.query_one(Grid)
        grid.empty = ((say("say.no_match" if self.wanted else "say.nothing"), "dim"),)
        grid.show(columns, self.matching([self._row(report) for report in self.reports]))
        total = number(sum(report.figures for report in self.reports), say.lang)
        self.title_bar.show(
            (("‹ ", "dim"), (say("reports.head"), "bright")),
            ((say("reports.total", reports=len(self.reports), figures=total), "dim"),),
        )
        self._follow()

    def _row(self, report: ReportRow) -> Row:
        say = self.words
        share = round(100 * report.reviewed / report.figures) if report.figures else 0
        return Row(report.id, (
            ((clean(say.pick(report.label_vi, report.label_en)), "bright"),),
            ((clean(report.title or ""), "plain"),),
            ((say.pick(report.period_vi, report.period_en), "plain"),),
            ((self._date(report), "dim"),),
            ((number(report.figures, say.lang), "plain"),),
            ((number(report.notes, say.lang), "plain"),),
            ((f"{share} %", "good" if share == 100 else "plain"),),
            ((say("reports.at_hand" if report.has_text else "reports.no_text"), "plain" if report.has_text else "dim"),),
            ((number(report.disputed, say.lang), "disputed"),) if report.disputed else (),
        ))  # fmt: skip

    def _date(self, report: ReportRow) -> str:
        return day(report.issued, self.words.lang) if report.issued else MISSING

    def _report(self) -> ReportRow | None:
        key = self.query_one(Grid).key
        return next((report for report in self.reports if report.id == key), None)

    def _follow(self) -> None:
        report, say = self._report(), self.words
        if self.idle_keys != self._idle:
            self._idle = self.idle_keys
            self.refresh_bindings()
        if report is None:
            self.query_one("#detail", Lines).show([])
            self.query_one("#account", Lines).show([])
            return
        known = report.figures - report.unknown
        counted = (("known", known), ("unknown", report.unknown), ("passages", report.passages), ("notes", report.notes))
        counts = {name: number(count, say.lang) for name, count in counted}
        pairs = [
            (say("reports.number"), report.number or MISSING), (say("reports.issuer"), report.issuer or MISSING),
            (say("reports.area"), report.ref_area or MISSING), (say("reports.issued"), self._date(report)),
            (say("reports.quality"), say("reports.ocr" if report.ocr else "reports.clean")),
            (say("reports.account"), say("reports.accounted", **counts)), (say("reports.text"), say("reports.parts", **counts)),
        ]  # fmt: skip
        lines: list[Line] = [((clean(report.title or ""), "bright"),)]
        lines += [((f"{name:<16}", "dim"), HANG, (clean(value), "plain")) for name, value in pairs if value != MISSING]
        if not report.has_text:
            lines += [(), ((say("reports.add_text"), "dim"),)]
        self.query_one("#detail", Lines).show(lines)
        self.query_one("#account", Lines).show(self._account(report))

    def _account(self, report: ReportRow) -> list[Line]:
        """What the numbers of a report were taken for, the unexplained ones last."""
        say = self.words
        own = sorted((row for row in self.account if row.report_id == report.id), key=lambda row: row.kind == "unexplained")
        if not own:
            return []
        rows = [(row.kind, report.figures if row.kind == "figure" else row.numbers) for row in own]
        # Review decided after the reader that some are no figures.
        if (rejected := sum(row.numbers for row in own) - sum(count for _, count in rows)) > 0:
            rows.insert(1, ("rejected", rejected))
        counts = [(say(f"account.{kind}"), count, kind) for kind, count in rows]
        counts.append((say("account.total"), sum(count for _, count in rows), "total"))
        cells = max(len(number(count, say.lang)) for _, count, _ in counts)
        roles = {"figure": "bright", "unexplained": "disputed", "total": "bright"}
        lines: list[Line] = [((say("account.title"), "bright"),)]
        for name, count, kind in counts:
            shown = align_right(number(count, say.lang), cells)
            lines.append(((shown, roles.get(kind, "plain")), ("  ", "dim"), HANG, (name, "dim")))
        return lines

    def on_grid_moved(self, _event: Grid.Moved) -> None:
        """Update the details."""
        self._follow()

    def on_grid_opened(self, _event: Grid.Opened) -> None:
        """Enter: read the report."""
        self._read()

    def _read(self, figure: int | None = None) -> None:
        """Open the report under the cursor, at the figure that begins at a place of its source."""
        from tui.screens.reading import ReadingScreen

        if report := self._report():
            self._reading = ReadingScreen(report, figure)
            self.app.push_screen(self._reading, self._was_read)

    def _was_read(self, _nothing: None) -> None:
        self._reading = None

    def location(self) -> list[str]:
        """The report under the cursor, and the figure where it is being read."""
        report = self._report()
        figure = self._reading.figure if self._reading else None
        return [report.id if report else "", "" if figure is None else str(figure)]

    def restore(self, location: Sequence[str]) -> bool:
        """Restore the report and the figure of the last run."""
        match location:
            case [report, figure] if not figure or figure.isdigit():
                self._place = report, figure
                return True
        return False

    def action_add(self) -> None:
        """Add a report of one's own."""
        self.explorer.add_report()

    def action_remove(self) -> None:
        """Remove the report under the cursor; those that come with the program stay."""
        report = self._report()
        if report is not None and report.shipped:
            self.warn("reports.stays")
        elif report is not None:
            self.explorer.remove_report(report)

    def pane_query(self) -> PaneQuery:
        """The question behind the table."""
        return PaneQuery(panes.REPORTS, {})

    def table(self) -> Table:
        """The reports with all that is known."""
        return table_of_fields("reports", panes.ReportRow._fields, self.reports, self.words)

    def citation_text(self) -> str | None:
        """The report's number."""
        report = self._report()
        return (
            citation(report.number, self.words.pick(report.label_vi, report.label_en), None, None, self.words) if report else None
        )

    value_text = citation_text
