"""What all full screens share: title, hints, answers of the store, the SQL behind a pane, copying, exporting."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, NamedTuple

from textual.binding import Binding

from queries import panes
from tui.clipboard import LONGEST, copy
from tui.draw import clean
from tui.errors import error_line
from tui.model.figures import citation_of
from tui.numbers import number
from tui.screens.full import FullScreen
from tui.store.query_runner import QueryResult, QueryRunner
from tui.widgets.grid import Grid
from tui.widgets.hints import Hints
from tui.widgets.title import Title
from tui.widgets.too_small import LEAST, TooSmall

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.geometry import Size

    from queries.panes import PassageRow, ReportRow, SourceRow
    from queries.store import Cursor
    from tui.model.note import Notes
    from tui.model.pane_query import PaneQuery
    from tui.model.table import Table
    from tui.screens.passage import Wish


ON_ROWS = frozenset(("grid.open", "sort", "export", "copy", "read_there"))
"""The keys that act on rows, wherever these are."""


class FigurePlace(NamedTuple):
    """A figure to be read where it stands: the ids of its passage and of itself; None for the first of its passage."""

    passage: int
    figure: int | None


def report_of(cursor: Cursor, place: FigurePlace) -> tuple[ReportRow | None, int | None]:
    """The report that a passage is of, and where the figure begins in it; without one the first figure of the passage."""
    found = cursor.ask(panes.PASSAGES, passages=[place.passage])
    own = cursor.ask(panes.PASSAGE_FIGURES, passages=[place.passage])
    figure = next((row.source_start for row in own if place.figure in (None, row.observation_id)), None)
    return next((report for report in cursor.ask(panes.REPORTS) if found and report.id == found[0].report_id), None), figure


class Page(FullScreen):
    """A full screen of the explorer, with a pane that shows the answer to a question."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]
    BINDINGS = [
        Binding("s", "sql", "sql", id="sql"),
        Binding("o", "sql_console", "sql console", show=False, id="sql_console"),
        Binding("e", "export", "export", id="export"),
        Binding("i", "read_there", "read there", id="read_there"),
        Binding("y", "copy_value", "copy", id="copy"),
        Binding("Y", "copy_citation", "copy citation", show=False, id="copy_citation"),
        Binding("R", "copy_row", "copy row", show=False, id="copy_row"),
        Binding("T", "copy_table", "copy table", show=False, id="copy_table"),
    ]

    def __init__(self) -> None:
        # With the classes of its size from the beginning a screen is laid out once, not twice.
        both = zip((self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS), self.app.size, strict=True)
        super().__init__(classes=" ".join(max(point for point in points if point[0] <= cells)[1] for points, cells in both))
        self._drawn_for: Size | None = None
        self.runner = QueryRunner(self, self.explorer.store_handle, f"{type(self).__name__}-main")
        self.places_runner = QueryRunner(self, self.explorer.store_handle, f"{type(self).__name__}-place")
        self.sources_runner = QueryRunner(self, self.explorer.store_handle, f"{type(self).__name__}-sources")

    @abstractmethod
    def redraw(self) -> None:
        """Draw everything again, in the language in use and for the present size."""

    @abstractmethod
    def load(self) -> None:
        """Query the store for what is shown."""

    def reload(self) -> None:
        """Query the store again, because it was written; the cursor keeps its place if it can."""
        self.load()

    async def reloaded(self, seconds: float) -> None:
        """Wait until what `reload` asked for is shown, but not for longer than ``seconds``."""
        await self.runner.settle(seconds)

    def location(self) -> list[str]:
        """The location from which `restore` restores the screen in the next run."""
        return []

    def restore(self, location: Sequence[str]) -> bool:
        """Restore the location of the last run; False where it is no longer valid."""
        return not location

    @abstractmethod
    def pane_query(self) -> PaneQuery | None:
        """The query behind the focused pane."""

    def table(self) -> Table | None:
        """The table that `export` writes."""
        return None

    def value_text(self) -> str | None:
        """The text that `copy` copies."""
        return None

    def row_name(self, _grid: Grid) -> str | None:
        """The whole name of the row under the cursor of a grid, where the grid shows only a part of it."""
        return None

    def copied_text(self) -> str:
        """What the user is told instead of the text that `copy` copies, or why there is none; empty for the usual words."""
        return ""

    def citation_text(self) -> str | None:
        """The text that `copy citation` copies."""
        return None

    def figure_place(self) -> FigurePlace | None:
        """The figure under the cursor, to be read in its report; a page that has one overrides this."""
        return None

    def way_to(self, _page: str) -> list[str]:
        """The location at which another page is opened from here, because it speaks of what is under the cursor."""
        return []

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to read in the report only where figures are shown that have a place in one."""
        if action == "read_there" and type(self).figure_place is Page.figure_place:
            return False
        return super().check_action(action, parameters)

    @property
    def hidden_hints(self) -> frozenset[str]:
        """Ids of the keys that are not hinted at now, because there are no rows for them to act on."""
        shown = [grid for grid in self.query(Grid) if grid.columns]
        return ON_ROWS if shown and not any(grid.rows for grid in shown) else frozenset()

    @property
    def title_bar(self) -> Title:
        """The title bar."""
        return self.query_one(Title)

    def on_resize(self, event: events.Resize) -> None:
        """Show a notice where the terminal is too small for any screen."""
        small = event.size.width < LEAST[0] or event.size.height < LEAST[1]
        if small and not self.query(TooSmall):
            self.mount(TooSmall(self.words))
        self.set_class(small, "-tiny")
        if self._drawn_for not in (None, event.size):
            self.call_after_refresh(self.redraw)
        self._drawn_for = event.size

    async def open_filter(self, hint: str) -> None:
        """Open the filter line, which is mounted the first time."""
        from tui.widgets.filter import Filter

        if not self.query(Filter):
            await self.mount(Filter())
        self.query_one(Filter).open(self.words(hint), self.words("filter.keys"))

    def close_filter(self) -> None:
        """Clear the filter and hide its line."""
        from tui.widgets.filter import Filter

        for line in self.query(Filter):
            line.close()

    def change_language(self) -> None:
        """Show the whole screen in the language in use."""
        for hints in self.query(Hints):
            hints.change_language(self.words)
        self.redraw()

    def on_query_result(self, result: QueryResult) -> None:
        """Deliver a result of the store, unless it is outdated."""
        result.stop()
        if not result.current or not self.is_mounted:
            return
        if result.error is not None:
            self.failed(result.error)
        else:
            result.deliver()

    def warn(self, name: str) -> None:
        """Notify the user why a key did nothing."""
        self.notify(self.words(name), severity="warning", markup=False, timeout=4)

    def failed(self, error: Exception) -> None:
        """Notify the user of an error of the store, also in the empty grids."""
        words = error_line(error, self.words)
        for grid in self.query(Grid):
            if not grid.rows:
                grid.empty = ((clean(words), "disputed"),)
                grid.refresh()
        self.notify(words, title=self.words("say.failed"), severity="error", timeout=20, markup=False)

    def action_sql(self) -> None:
        """Show the SQL behind the pane."""
        from tui.screens.sql import SqlScreen

        if asked := self.pane_query():
            self.app.push_screen(SqlScreen(asked, self.words))
        else:
            self.warn("say.nothing")

    def action_sql_console(self) -> None:
        """Open the SQL behind the pane in the console."""
        if asked := self.pane_query():
            from queries.question import text_of

            self.explorer.open_console(text_of(asked.question.name), asked.parameters)
        else:
            self.warn("say.nothing")

    def action_export(self) -> None:
        """Write the table of the pane to a file."""
        self.with_table(self._export)

    def _export(self, table: Table | None) -> None:
        from tui.screens.export import ExportScreen

        if table is not None and table.rows:
            self.app.push_screen(ExportScreen(table, self.words))
        else:
            self.warn("say.nothing")

    def with_table(self, then: Callable[[Table | None], None]) -> None:
        """Pass the table of the pane on; a page that must ask the store for a part of it overrides this."""
        then(self.table())

    def ask_sources(self, passages: Sequence[int], then: Callable[[dict[int, str]], None]) -> None:
        """Ask where passages stand, then pass on how they are cited, by their ids."""

        def cited(rows: list[SourceRow]) -> None:
            then({row.id: citation_of(row, self.words) for row in rows})

        self.sources_runner.ask(lambda cursor: cursor.ask(panes.SOURCES, passages=passages) if passages else [], cited)

    def open_note(self, passage: PassageRow, notes: Notes, chosen: int | None) -> None:
        """Open a note whole, in a window, and go where is wished for there: to its report, the checks, or the reports."""
        from tui.screens.passage import PassageScreen

        def left(wish: Wish | None) -> None:
            if wish == "read":
                self.action_read_there()
            elif wish is not None:
                self.explorer.action_page(wish)

        self.app.push_screen(PassageScreen(passage, notes, chosen, self.words), left)

    def action_read_there(self) -> None:
        """Open the report of the figure under the cursor, to be read at that figure."""
        self.read_at(self.figure_place())

    def read_at(self, place: FigurePlace | None) -> None:
        """Open a report at a figure of it."""
        if place is None:
            self.warn("say.nothing_to_read")
            return
        self.places_runner.ask(lambda cursor: report_of(cursor, place), self._read_report)

    def _read_report(self, found: tuple[ReportRow | None, int | None]) -> None:
        report, figure = found
        if report is not None:
            self.explorer.open_reading(report, figure)

    def action_copy_value(self) -> None:
        """Copy the value under the cursor."""
        self._copy(self.value_text(), self.copied_text())

    def action_copy_citation(self) -> None:
        """Copy where the value under the cursor stands."""
        self._copy(self.citation_text())

    def action_copy_row(self) -> None:
        """Copy the row under the cursor as plain cells separated by tabs, under the heads of the columns."""
        grid = self.focused if isinstance(self.focused, Grid) else next(iter(self.query(Grid).results(Grid)), None)
        text = grid.row_text(self.row_name(grid)) if grid else None
        self._copy(text, clean(text.splitlines()[-1].replace("\t", "  "))[:LONGEST] if text else "")

    def action_copy_table(self) -> None:
        """Copy the table of the pane, ready to be pasted into a spreadsheet."""
        self.with_table(self._copy_table)

    def _copy_table(self, table: Table | None) -> None:
        from tui.export import tab_separated

        if table is None or not table.rows:
            self.warn("say.nothing_to_copy")
            return
        say = self.words
        size = say("say.copied_table", rows=number(len(table.rows), say.lang), columns=len(table.columns))
        self._copy(tab_separated([table.columns, *table.rows], say.lang), size)

    def _copy(self, text: str | None, shown: str = "") -> None:
        if not text:
            self.notify(shown or self.words("say.nothing_to_copy"), severity="warning", markup=False, timeout=4)
            return
        copy(self.app, text, self.words, shown)
