"""The findings of the cross-checks: figures that cannot all be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from queries import panes
from tui.draw import Line, clean, line_width, width
from tui.model import note
from tui.model.names import full_name, listed_name
from tui.model.note_lines import passage_lines
from tui.model.pane_query import PaneQuery
from tui.model.rows import EAGER, Column, Row
from tui.model.subject import at_figure
from tui.model.table import Table, headings
from tui.screens.listing import Listing
from tui.screens.page import FigurePlace
from tui.store.passage_cache import PassageCache
from tui.widgets.grid import Grid
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.panes import FindingRow

MOST = 5000
"""Findings that are listed."""
Place = tuple[str, ...]


class ChecksScreen(Listing):
    """A table of findings, and both places of the one under the cursor."""

    filter_hint = "filter.checks"
    BINDINGS = [
        Binding("slash", "filter", "filter", id="filter"),
        Binding("escape,backspace", "back", "back", id="back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.passage_cache = PassageCache(self, self.explorer.store_handle, "checks-notes", self._follow)
        self.findings: list[FindingRow] = []
        self._by_place: dict[Place, FindingRow] = {}
        self._at: Place = ()

    def on_mount(self) -> None:
        """Focus the table and ask for its rows."""
        self.query_one(Grid).focus()
        self.load()

    def load(self) -> None:
        """Ask for the findings, then for their passages."""
        self.passage_cache.clear()
        self.runner.ask(lambda cursor: cursor.ask(panes.FINDINGS, sector=None, most=MOST), self._loaded)

    def _loaded(self, findings: list[FindingRow]) -> None:
        self.findings = findings
        self._by_place = {_place(finding): finding for finding in findings}
        self.redraw()
        at, self._at = self._at, ()
        self.query_one(Grid).move_to(next((_place(finding) for finding in findings if at == (str(finding.id),)), at))

    def redraw(self) -> None:
        """Show everything again, in the language in use."""
        say = self.words
        rows = [self._row(finding) for finding in self.findings]
        heads = say("checks.name"), say("checks.period"), say("checks.measure")
        name, period, measure = (
            max([width(head), *(line_width(row.cells[place]) for row in rows)]) for place, head in enumerate(heads, 1)
        )
        columns = [
            Column("mark", "", 1),
            Column("name", heads[0], min(name, max(22, self.size.width // 4)), "spread"),
            Column("period", heads[1], period, drop=2),
            Column("measure", heads[2], measure, drop=EAGER),
            Column("message", say("checks.message"), 24, "spread", most=140, wish=66),
        ]
        grid = self.query_one(Grid)
        grid.empty = ((say("say.no_match" if self.wanted else "checks.none"), "dim"),)
        grid.show(columns, self.matching(rows))
        warned = [finding for finding in self.findings if finding.severity == "warning"]
        figures = {at for finding in warned for at in (finding.observation_id, finding.other_id) if at is not None}
        counts = {"warnings": len(warned), "figures": len(figures), "notices": len(self.findings) - len(warned)}
        self.title_bar.show(
            (("‹ ", "dim"), (say("checks.head"), "bright")),
            ((say("checks.total", **counts), "dim"),),
        )
        self._follow()

    def _row(self, finding: FindingRow) -> Row:
        say, warns = self.words, finding.severity == "warning"
        return Row(_place(finding), (
            (("⚠" if warns else "ⓘ", "disputed" if warns else "dim"),), listed_name(finding, say),
            ((say.pick(finding.period_vi, finding.period_en), "dim"),), ((say("measure." + finding.measure), "dim"),),
            ((clean(say.pick(finding.message_vi, finding.message_en)), "plain" if warns else "dim"),),
        ))  # fmt: skip

    def _finding(self) -> FindingRow | None:
        key = self.query_one(Grid).key
        return self._by_place.get(key) if isinstance(key, tuple) else None

    def _follow(self) -> None:
        finding, say = self._finding(), self.words
        pane = self.query_one("#detail", Lines)
        if finding is None:
            pane.show([])
            return
        lines: list[Line] = [
            ((f"{full_name(finding, say)}: ", "bright"), (clean(say.pick(finding.message_vi, finding.message_en)), "disputed"))
        ]
        rule = f"rule.{finding.rule}"
        if say.has(rule):
            lines.append(((say(rule), "dim"),))
        for passage_id, observation in (
            (finding.passage_id, finding.observation_id),
            (finding.other_passage_id, finding.other_id),
        ):
            passage = self.passage_cache.notes.passages.get(passage_id or -1)
            if passage is None or observation is None:
                continue
            figure = self.passage_cache.notes.figure(passage.id, observation)
            period = say.pick(figure.period_vi, figure.period_en) if figure else ""
            text, own = note.sentence(passage, figure, as_printed=False), [figure] if figure else []
            lines += [(), *passage_lines(passage, text, own, observation, say, self.size.width - 4, period)]
        pane.show(lines)
        self.passage_cache.fetch(_passages([finding]), self._near)

    def _near(self) -> list[int]:
        """The passages of the findings on the screen."""
        visible = set(self.query_one(Grid).visible_keys())
        return _passages([finding for place, finding in self._by_place.items() if place in visible])

    def on_grid_moved(self, _event: Grid.Moved) -> None:
        """Update the details."""
        self._follow()

    def on_grid_opened(self, _event: Grid.Opened) -> None:
        """Open the indicator at the disputed figure."""
        finding = self._finding()
        if finding and finding.indicator_id:
            self.explorer.open_drill(at_figure(finding, finding.report_id))
        elif finding:
            self.warn("reading.unknown")

    def location(self) -> list[str]:
        """The place of the finding under the cursor."""
        finding = self._finding()
        return list(_place(finding) if finding else self._at)

    def restore(self, location: Sequence[str]) -> bool:
        """Restore the cursor of the last run, or go to the finding of an id."""
        self._at = tuple(location)
        return True

    def pane_query(self) -> PaneQuery:
        """The question behind the table."""
        return PaneQuery(panes.FINDINGS, {"sector": None, "most": MOST})

    def table(self) -> Table:
        """The findings that are shown, with what the rule is about."""
        say, shown = self.words, {row.key for row in self.query_one(Grid).rows}
        heads = headings(("severity", "indicator", "period", "measure", "message", "rule"), say)
        rows: list[list[object]] = [
            [
                say(f"checks.{finding.severity}"),
                full_name(finding, say),
                say.pick(finding.period_vi, finding.period_en),
                say("measure." + finding.measure),
                say.pick(finding.message_vi, finding.message_en),
                say(f"rule.{finding.rule}") if say.has(f"rule.{finding.rule}") else finding.rule,
            ]
            for finding in self.findings
            if _place(finding) in shown
        ]
        return Table("checks", heads, rows)

    def value_text(self) -> str | None:
        """The finding in words."""
        finding, say = self._finding(), self.words
        return f"{full_name(finding, say)}: {say.pick(finding.message_vi, finding.message_en)}" if finding else None

    def figure_place(self) -> FigurePlace | None:
        """The disputed figure."""
        finding = self._finding()
        return FigurePlace(finding.passage_id, finding.observation_id) if finding else None

    def citation_text(self) -> str | None:
        """Where both figures stand."""
        finding = self._finding()
        found = [self.passage_cache.notes.passages.get(passage) for passage in _passages([finding] if finding else [])]
        return " ; ".join(note.place(passage, self.words) for passage in found if passage) or None


def _place(finding: FindingRow) -> Place:
    """What tells a finding from the others however often the store is written: its rule, and where both figures stand."""
    start, other = (str(start) if start is not None else "" for start in (finding.source_start, finding.other_source_start))
    return finding.rule, finding.report_id, start, finding.other_report_id or "", other


def _passages(findings: list[FindingRow]) -> list[int]:
    return list(dict.fromkeys(p for finding in findings for p in (finding.passage_id, finding.other_passage_id) if p is not None))
