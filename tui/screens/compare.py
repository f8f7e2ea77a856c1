"""Periods, or reports, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from queries import panes
from tui.draw import align_right, clean, fit, line_width, width
from tui.model import note
from tui.model.compare import ORDERS, SIDES
from tui.model.compare_drawing import columns, rows, title_tail
from tui.model.compare_export import export, exported_passages
from tui.model.figures import amount_of
from tui.model.pane_query import PaneQuery
from tui.model.subject import Subject
from tui.screens.compare_queries import Asked, compared
from tui.screens.listing import Listing
from tui.store.passage_cache import PassageCache
from tui.widgets.grid import Grid
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from queries.panes import CellRow, PeriodRow, ReportRow
    from tui.draw import Line
    from tui.model.cells import Key
    from tui.model.compare import Comparison
    from tui.model.compare_sides import Side
    from tui.model.table import Table
    from tui.screens.compare_queries import Found


class CompareScreen(Listing):
    """The series that two sides at least have, sorted by the size of the change.

    Args:
        reports: whether to begin with reports.
    """

    filter_hint = "filter.home"
    BINDINGS = [
        Binding("p", "choose", "choose", id="compare.choose"),
        Binding("m", "sides", "periods or reports", id="compare.sides"),
        Binding("S", "sort", "sort", id="sort"),
        Binding("w", "width", "sector or all", id="width"),
        Binding("slash", "filter", "filter", id="filter"),
        Binding("escape,backspace", "back", "back", id="back"),
    ]

    def __init__(self, reports: bool = False) -> None:
        super().__init__()
        self.sides = SIDES[1] if reports else SIDES[0]
        self.periods: list[PeriodRow] = []
        self.reports: list[ReportRow] = []
        self.sector: str | None = self.explorer.home_sector()
        self.comparison: Comparison | None = None
        self.passage_cache = PassageCache(self, self.explorer.store_handle, "compare-notes", self._follow)
        self._order = ORDERS[0]
        self._sources: dict[int, str] = {}
        self._row: Key | None = None
        self._kept: dict[str, list[str]] = {}
        """The periods and the reports that are compared: another sector, or all, changes neither."""

    def on_mount(self) -> None:
        """Focus the table and ask for its rows."""
        self.query_one(Grid).focus()
        self.query_one(Grid).empty = ((self.words("say.loading"), "dim"),)
        self.load()

    def reload(self) -> None:
        """Ask again, because the store was written."""
        self.passage_cache.clear()
        self.load()

    def load(self) -> None:
        """Ask for what is compared."""
        state, words = self.explorer.state, self.words
        asked = Asked(self.sector, self.sides == "reports", self._kept.get(self.sides, []))
        self.runner.ask(lambda cursor: compared(cursor, asked, state, words), self._loaded)

    def _loaded(self, found: Found) -> None:
        self.periods, self.reports, self.comparison = found
        if self.comparison and self.comparison.levels:
            self._kept[SIDES[self.comparison.reports]] = [side.id for side in self.comparison.sides]
            self.comparison.order = self._order
        self.redraw()
        if self._row:
            self.query_one(Grid).move_to(self._row)
            self._row = None

    def redraw(self) -> None:
        """Show everything again, in the language in use."""
        say, comparison, grid = self.words, self.comparison, self.query_one(Grid)
        grid.empty = ((say("say.no_match" if self.wanted else f"compare.nothing_{self.sides}"), "dim"),)
        where = self.explorer.sector_name(self.sector) if self.sector else say("sectors.all")
        head = (("‹ ", "dim"), (say(f"compare.head_{self.sides}"), "bright"))
        if comparison is None:
            grid.show([], [])
            self.title_bar.show(head, ((where, "dim"),))
            self._follow()
            return
        comparison.words, comparison.wanted = say, self.wanted
        grid.show(columns(comparison), rows(comparison))
        labels = " ⇄ ".join(say.pick(side.label_vi, side.label_en) for side in comparison.sides)
        left: Line = (*head, (f"  {clean(labels)}", "accent"))
        room = self.size.width - line_width(left) - 3
        self.title_bar.show(left, title_tail(comparison, where if self.size.width >= 100 else "", room))
        self._follow()

    def _cells(self) -> list[tuple[Side, CellRow]]:
        """The sides for which the row under the cursor has a level, with these."""
        key, comparison = self.query_one(Grid).key, self.comparison
        if comparison is None or not isinstance(key, tuple) or key not in comparison.levels:
            return []
        return [(side, cell) for side, cell in zip(comparison.sides, comparison.levels[key], strict=True) if cell]

    def _follow(self) -> None:
        """Show where the figures of the row under the cursor stand."""
        say, key, cells = self.words, self.query_one(Grid).key, self._cells()
        lines: list[Line] = []
        if self.comparison and isinstance(key, tuple) and cells:
            lines.append(((self.comparison.name(key), "bright"),))
            if not self.comparison.comparable(key):
                # In a low terminal the pane holds few lines: what stands in place of the difference comes first.
                lines.append(((f"  {self.comparison.unlike_text(key)}", "dim"),))
            sides = [(clean(say.pick(side.label_vi, side.label_en)), self.comparison.about(cell)) for side, cell in cells]
            labels = [", ".join(filter(None, side)) for side in sides]
            amounts = [amount_of(cell, say) for _, cell in cells]
            for label, amount, (side, cell) in zip(labels, amounts, cells, strict=True):
                days = self.comparison.days(side, cell)
                passage = self.passage_cache.notes.passages.get(cell.passage_id)
                lines.append((
                    (f"  {fit(label, max(map(width, labels)))}  ", "dim"),
                    (align_right(amount, max(map(width, amounts))), "plain"),
                    (f"  {days}{note.place(passage, say) if passage else '…'}", "dim"),
                ))  # fmt: skip
            if between := self.comparison.between(key):
                lines.append(((f"  {between}", "dim"),))
        self.query_one("#detail", Lines).show(lines)
        self.passage_cache.fetch([cell.passage_id for _, cell in cells], self._near)

    def _near(self) -> list[int]:
        """The passages of the rows on the screen."""
        levels = self.comparison.levels if self.comparison else {}
        rows = [levels[key] for key in self.query_one(Grid).visible_keys() if isinstance(key, tuple) and key in levels]
        return list(dict.fromkeys(cell.passage_id for row in rows for cell in row if cell))

    def on_grid_moved(self, _event: Grid.Moved) -> None:
        """Update where the figures of the row stand."""
        self._follow()

    def on_grid_opened(self, event: Grid.Opened) -> None:
        """Open the indicator."""
        if isinstance(event.key, tuple) and self.comparison:
            sector, column = self.comparison.series[event.key].sector_id, self.comparison.ends(event.key)[1].period_id
            self.explorer.open_drill(Subject(event.key[0], sector, event.key, column))

    def action_choose(self) -> None:
        """Choose the periods, or the reports, once there are any."""
        from tui.screens.periods import PeriodScreen
        from tui.screens.pick_reports import ReportPicker

        if not (self.reports if self.sides == "reports" else self.periods):
            self.warn("say.nothing")
            return
        chosen = [side.id for side in self.comparison.sides] if self.comparison else []
        if self.sides == "reports":
            self.app.push_screen(ReportPicker(self.reports, chosen, self.words), self._chose)
        else:
            self.app.push_screen(PeriodScreen(self.periods, chosen, self.words, "compare.two_periods", 2), self._chose)

    def _chose(self, chosen: list[str] | None) -> None:
        if chosen is None:
            return
        if self.sides == "reports":
            self.explorer.state.compared_reports = chosen
        else:
            self.explorer.state.compared = chosen
        self._kept[self.sides] = chosen
        self.load()

    def action_sides(self) -> None:
        """Switch between comparing periods and comparing reports."""
        self.sides = SIDES[1 - SIDES.index(self.sides)]
        self.load()

    def action_sort(self) -> None:
        """Switch between sorting by change and by catalogue order."""
        if self.comparison:
            self._order = self.comparison.order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
            self.redraw()

    def action_width(self) -> None:
        """Switch between one sector and all; the sides stay."""
        self.sector = None if self.sector else self.explorer.home_sector()
        self.load()

    def location(self) -> list[str]:
        """What is compared, how it is sorted, the row under the cursor, and the sides."""
        key = self.query_one(Grid).key
        row = [key[0], key[1] or ""] if isinstance(key, tuple) else ["", ""]
        return [self.sides, self.sector or "", self._order, *row, *self._kept.get(self.sides, [])]

    def restore(self, location: Sequence[str]) -> bool:
        """Restore the comparison and the cursor of the last run."""
        match location:
            case [("periods" | "reports") as sides, sector, ("change" | "catalogue") as order, indicator, item, *kept]:
                self.sides, self.sector, self._order, self._kept = sides, sector or None, order, {sides: kept}
                self._row = (indicator, item or None)
                return True
            case _:
                return False

    def pane_query(self) -> PaneQuery | None:
        """The question behind the table."""
        if self.comparison is None:
            return None
        ids = [side.id for side in self.comparison.sides]
        if self.comparison.reports:
            return PaneQuery(panes.REPORT_CELLS, {"sector": self.sector, "reports": ids})
        return PaneQuery(panes.CELLS, {"sector": self.sector, "periods": ids})

    def table(self) -> Table | None:
        """The rows with plain numbers."""
        return export(self.comparison, self._sources) if self.comparison else None

    def with_table(self, then: Callable[[Table | None], None]) -> None:
        """Ask where the figures of the table stand, then pass it on."""

        def sourced(sources: dict[int, str]) -> None:
            self._sources = sources
            then(self.table())

        self.ask_sources(exported_passages(self.comparison) if self.comparison else [], sourced)

    def value_text(self) -> str | None:
        """The row in words: name, both levels, the change."""
        key, comparison = self.query_one(Grid).key, self.comparison
        if comparison is None or not isinstance(key, tuple) or key not in comparison.levels:
            return None
        return comparison.said(key)

    def row_name(self, grid: Grid) -> str | None:
        """The name under the cursor, an item behind its indicator."""
        return self.comparison.name(grid.key) if self.comparison and isinstance(grid.key, tuple) else None

    def citation_text(self) -> str | None:
        """Where the figures of the row stand."""
        passages = (self.passage_cache.notes.passages.get(cell.passage_id) for _, cell in self._cells())
        return " ; ".join(note.place(passage, self.words) for passage in passages if passage) or None
