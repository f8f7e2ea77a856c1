"""The lower half of the console: the answers of a run, one at a time, and the actions on their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from rich.text import Text
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from queries.answer import PAGE, Sorting
from queries.fold import fold
from tui.clipboard import copy
from tui.explorer import explorer_of
from tui.model.result import Results, ResultView, Shown
from tui.model.result_text import column_title, count_line, row_lines, tab_separated, value_lines
from tui.numbers import number
from tui.values import plain
from tui.widgets.filter import Filter
from tui.widgets.result_grid import ResultGrid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.app import ComposeResult

    from queries.answer import Frequency, Statistics
    from tui.model.result_chart import Drawing
    from tui.words import Words

T = TypeVar("T")
MOST_COPIED = 50_000
"""Rows that are copied; a clipboard holds them all in memory."""
MOST_EXPORTED = 200_000
"""Rows that are exported from the explorer; `xulang sql` writes any number."""


class ResultPane(Vertical):
    """A status line, the rows, and a line to filter them."""

    BINDINGS = [
        Binding("G,ctrl+end", "result_end", "result bottom", show=False, id="result_bottom"),
        Binding("slash", "result_filter", "result filter", id="result_filter"),
        Binding("s", "result_sort", "result sort", id="result_sort"),
        Binding("i", "result_column", "result column", id="result_column"),
        Binding("b", "result_chart", "result chart", id="result_chart"),
        Binding("space", "result_cell", "result cell", id="result_cell"),
        Binding("enter", "result_row", "result row", show=False, id="result_row"),
        Binding("y", "result_copy('cell')", "copy cell", id="result_copy_cell"),
        Binding("Y", "result_copy('row')", "copy row", show=False, id="result_copy_row"),
        Binding("A", "result_copy('all')", "copy all", show=False, id="result_copy_all"),
        Binding("e", "result_export", "result export", id="result_export"),
        Binding("left_square_bracket", "result_step(-1)", "result before", show=False, id="result_before"),
        Binding("right_square_bracket", "result_step(1)", "result after", show=False, id="result_after"),
    ]

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.results = Results()

    def compose(self) -> ComposeResult:
        """The line, the rows, the filter."""
        yield Static(id="result-line", markup=False)
        yield ResultGrid(id="result")
        yield Filter()

    @property
    def words(self) -> Words:
        """The texts of the language in use."""
        return explorer_of(self.app).words

    @property
    def grid(self) -> ResultGrid:
        """The rows."""
        return self.query_one(ResultGrid)

    @property
    def shown(self) -> Shown | None:
        """The answer on the screen."""
        results = self.results
        return results.shown[results.current] if results.shown else None

    # Showing

    def open(self, results: Results) -> None:
        """Show the results of a run, or refresh them when they have grown."""
        fresh = self.results is not results or self.grid.view is not (
            results.shown[results.current].view if results.shown else None
        )
        self.results = results
        if fresh:
            shown = self.shown
            self.grid.message = ((self.words("console.no_rows"), "dim"),) if shown else ()
            self.grid.show(shown.view if shown else ResultView())
        self.show_status()

    def show_status(self) -> None:
        """Update the status line: number of rows, duration, or the error."""
        line = self.query_one("#result-line", Static)
        line.set_class(self.results.failed, "-failed")
        line.update(
            Text(self.results.note or count_line(self.results, self.words), overflow="ellipsis"), layout=self.results.failed
        )

    def on_result_grid_moved(self, event: ResultGrid.Moved) -> None:
        """Show the column under the cursor in the status line."""
        event.stop()
        if not self.results.note:
            self.show_status()

    def on_result_grid_page_wanted(self, event: ResultGrid.PageWanted) -> None:
        """Read a page in a thread."""
        event.stop()
        shown = next((one for one in self.results.shown if one.view is event.view), None)
        if shown is not None:
            self._work(
                shown,
                lambda: shown.answer.page(event.number),
                lambda rows: self._page(shown, event.number, rows),
                failed=lambda: self.grid.failed(event.number),
            )

    def _page(self, shown: Shown, page: int, rows: list[tuple[object, ...]]) -> None:
        shown.view.put(page, rows)
        shown.view.known, shown.view.complete = shown.answer.known, shown.answer.complete
        if self.shown is shown:
            self.grid.arrived(page)
            self.show_status()

    def _work(
        self, shown: Shown, work: Callable[[], T], then: Callable[[T], None], failed: Callable[[], None] | None = None
    ) -> None:
        """Do something slow with an answer in a thread, then show its result or error.

        Args:
            shown: the answer.
            work: what is done.
            then: takes the result.
            failed: called after an error; where it is given, the work is done quietly.
        """
        results, quiet = self.results, failed is not None
        if not quiet:
            results.busy, results.note, results.failed = shown.answer, self.words("console.working"), False
            self.show_status()

        def run() -> None:
            outcome, wrong = None, None
            try:
                outcome = work()
            except Exception as error:  # every failure of a thread must reach the screen
                wrong = error
            self.call_later(done, outcome, wrong)

        def done(outcome: Any, wrong: Exception | None) -> None:
            if not quiet:
                results.busy, results.note = None, ""
            if wrong is not None:
                self._complain(results, wrong)
                if failed is not None:
                    failed()
            else:
                then(outcome)
            if self.results is results:
                self.show_status()

        self.run_worker(run, thread=True, exit_on_error=False, group="result")

    def _complain(self, results: Results, error: Exception) -> None:
        from queries.engine import duckdb
        from tui.model.sql_errors import plain_words

        stopped = isinstance(error, duckdb.InterruptException)
        results.note = (
            self.words("console.stopped") if stopped else plain_words(getattr(error, "summary", str(error)), self.words)
        )
        results.failed = not stopped

    def stop(self) -> bool:
        """Stop the work on an answer; False where there is none."""
        if self.results.busy is None:
            return False
        self.results.busy.interrupt()
        return True

    # Keys

    def action_result_step(self, step: int) -> None:
        """Show another answer of the same run."""
        results = self.results
        if len(results.shown) > 1:
            results.current = (results.current + step) % len(results.shown)
            results.note = "" if not results.failed else results.note
            self.open(results)

    def action_result_end(self) -> None:
        """Go to the last row, however many there are."""
        shown = self.shown
        if shown is None:
            return
        if shown.view.complete:
            self.grid.go(shown.view.known - 1)
        else:
            self._work(shown, shown.answer.materialize, lambda _: self._renewed(shown, last=True))

    def action_result_sort(self) -> None:
        """Sort by the column under the cursor: ascending, descending, original order."""
        if (shown := self.shown) is None or not shown.view.columns:
            return
        column = shown.view.column
        now = next((one for one in shown.answer.sortings if one.column == column), None)
        sortings = [Sorting(column, False)] if now is None else [] if now.descending else [Sorting(column, True)]
        self._arrange(shown, sortings, shown.answer.words)

    def action_result_filter(self) -> None:
        """Begin to type words that rows must hold."""
        if self.shown is not None:
            line = self.query_one(Filter)
            line.open(self.words("console.filter_hint"), self.words("filter.keys"))

    def on_filter_changed(self, event: Filter.Changed) -> None:
        """Show all rows when the filter is cleared; other filters wait for Enter, because they may scan millions of rows."""
        event.stop()
        if (shown := self.shown) and not event.text and shown.answer.words:
            self._arrange(shown, list(shown.answer.sortings), "")

    def on_filter_closed(self, event: Filter.Closed) -> None:
        """Apply the filter and return to the rows."""
        event.stop()
        words = self.query_one(Filter).input.value
        self.query_one(Filter).close()
        self.grid.focus()
        if (shown := self.shown) and fold(words) != fold(shown.answer.words):
            self._arrange(shown, list(shown.answer.sortings), words)

    def _arrange(self, shown: Shown, sortings: list[Sorting], words: str) -> None:
        self._work(shown, lambda: shown.answer.arrange(sortings, words), lambda _: self._renewed(shown))

    def _renewed(self, shown: Shown, last: bool = False) -> None:
        view, answer = shown.view, shown.answer
        view.forget()
        view.known, view.complete = answer.known, answer.complete
        view.sorted = {one.column: " ▼" if one.descending else " ▲" for one in answer.sortings}
        view.row = max(0, view.known - 1) if last else 0
        view.top = 0
        if self.shown is shown:
            self.grid.message = ((self.words("console.no_rows"), "dim"),)
            self.grid.show(view)

    def action_result_copy(self, what: str) -> None:
        """Copy the cell or row under the cursor, or all rows, for a spreadsheet: cells separated by tabs, one row per line."""
        shown = self.shown
        if shown is None or (row := shown.view.at(shown.view.row)) is None:
            self.notify(self.words("say.nothing_to_copy"), severity="warning", markup=False)
        elif what == "cell":
            self._copied(plain(shown.view.value))
        elif what == "row":
            self._copied(tab_separated([row]))
        else:
            names = tuple(shown.view.columns)
            self._with_rows(shown, MOST_COPIED, "too_many", lambda rows: tab_separated([names, *rows]), self._copied)

    def _copied(self, text: str) -> None:
        copy(self.app, text, self.words)

    def action_result_export(self) -> None:
        """Write the rows, as they are sorted and filtered, to a file."""
        from tui.model.table import Table
        from tui.screens.export import ExportScreen

        def open_dialog(table: Table) -> None:
            self.app.push_screen(ExportScreen(table, self.words))

        if (shown := self.shown) is not None:
            names = list(shown.view.columns)
            self._with_rows(
                shown,
                MOST_EXPORTED,
                "too_many_export",
                lambda rows: Table("sql", names, [list(row) for row in rows]),
                open_dialog,
            )

    def _with_rows(
        self, shown: Shown, most: int, refusal: str, make: Callable[[Iterable[Sequence[object]]], T], then: Callable[[T], None]
    ) -> None:
        """Make something of all rows, as they are sorted and filtered; where they are more than ``most`` it is refused."""

        def work() -> T | None:
            rows = list(shown.answer.rows(most + 1))
            return make(rows) if len(rows) <= most else None

        def come(made: T | None) -> None:
            if made is None:
                text = self.words(f"console.{refusal}", most=number(most, self.words.lang))
                self.notify(text, severity="warning", markup=False)
            else:
                then(made)

        if shown.view.known > most:
            come(None)
        else:
            self._work(shown, work, come)

    def action_result_cell(self) -> None:
        """Show the whole value under the cursor."""
        from tui.screens.console_dialogs import ReadScreen

        if (shown := self.shown) and shown.view.at(shown.view.row) is not None:
            title, text = column_title(shown.view, shown.view.column), plain(shown.view.value)
            self.app.push_screen(ReadScreen(title, value_lines(text, self.words), text, self.words))

    def action_result_row(self) -> None:
        """Show the whole row under the cursor, one column per line."""
        from tui.screens.console_dialogs import ReadScreen

        if (shown := self.shown) is None or (row := shown.view.at(shown.view.row)) is None:
            return
        title = self.words("console.row", number=number(shown.view.row + 1, self.words.lang))
        self.app.push_screen(ReadScreen(title, row_lines(shown.view.columns, row), tab_separated([row]), self.words))

    def action_result_chart(self) -> None:
        """Chart the first page of rows, as they are sorted and filtered."""
        from queries.panes import PERIODS
        from tui.model.result_chart import chart_data, periods_by_id

        if (shown := self.shown) is None:
            return
        view, store = shown.view, explorer_of(self.app).store_handle.open

        def work() -> Drawing | None:
            numeric = [view.numeric(place) for place in range(len(view.columns))]
            return chart_data(view.columns, numeric, shown.answer.page(0), periods_by_id(store().ask(PERIODS)), view.column)

        self._work(shown, work, lambda found: self._draw(shown, found))

    def _draw(self, shown: Shown, found: Drawing | None) -> None:
        from tui.screens.console_chart import ChartScreen

        if found is None:
            self.notify(self.words("console.chart_nothing"), severity="warning", markup=False)
        else:
            self.app.push_screen(ChartScreen(found, shown.view.known > PAGE or not shown.view.complete, self.words))

    def action_result_column(self) -> None:
        """Show statistics and frequent values of the column under the cursor."""
        if (shown := self.shown) is None or not shown.view.columns:
            return
        column = shown.view.column
        self._work(
            shown,
            lambda: (shown.answer.statistics(column), shown.answer.frequency(column)),
            lambda found: self._column(shown, column, *found),
        )

    def _column(self, shown: Shown, column: int, found: Statistics, often: list[Frequency]) -> None:
        from tui.model.result_column import frequencies, statistics
        from tui.screens.console_dialogs import ReadScreen, dialog_room

        shown.view.known, shown.view.complete = shown.answer.known, shown.answer.complete
        lines = [
            *statistics(found, often, self.words),
            (),
            *frequencies(found, often, self.words, dialog_room(self.app.size.width)),
        ]
        title = column_title(shown.view, column)
        text = "\n".join(f"{one.value or ''}\t{one.rows}" for one in often)
        self.app.push_screen(ReadScreen(title, lines, text, self.words))
