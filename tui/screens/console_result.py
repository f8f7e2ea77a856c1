"""The lower half of the console: the answers of a run, one at a time, and the actions on their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.binding import Binding
from textual.widgets import Static

from queries.answer import Sorting
from queries.fold import fold
from tui.model.result import Results, ResultView, Shown
from tui.model.result_text import count_line
from tui.screens.result_actions import ResultActions
from tui.widgets.filter import Filter
from tui.widgets.result_grid import ResultGrid

if TYPE_CHECKING:
    from textual.app import ComposeResult


class ResultPane(ResultActions):
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

    def compose(self) -> ComposeResult:
        """The line, the rows, the filter."""
        yield Static(id="result-line", markup=False)
        yield ResultGrid(id="result")
        yield Filter()

    @property
    def grid(self) -> ResultGrid:
        """The rows."""
        return self.query_one(ResultGrid)

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
            self.work(
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

    def stop(self) -> bool:
        """Stop the work on the answers; False where there is none."""
        return self._answer_work.stop(self.results)

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
            self.work(shown, shown.answer.materialize, lambda _: self._renewed(shown, last=True))

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
        if not event.text:
            self.unfilter()

    def on_filter_closed(self, event: Filter.Closed) -> None:
        """Apply the filter and return to the rows."""
        event.stop()
        words = self.query_one(Filter).input.value
        self.query_one(Filter).close()
        self.grid.focus()
        if (shown := self.shown) and fold(words) != fold(shown.answer.words):
            self._arrange(shown, list(shown.answer.sortings), words)

    def unfilter(self) -> bool:
        """Show all rows again; False where none are left out."""
        if (shown := self.shown) is None or not shown.answer.words:
            return False
        self._arrange(shown, list(shown.answer.sortings), "")
        return True

    def _arrange(self, shown: Shown, sortings: list[Sorting], words: str) -> None:
        self.work(shown, lambda: shown.answer.arrange(sortings, words), lambda _: self._renewed(shown))

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
