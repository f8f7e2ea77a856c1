"""What is done with the rows of an answer: they are copied, exported, read, charted, a column is counted."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, TypeVar

from textual.containers import Vertical

from queries.answer import PAGE
from tui.clipboard import copy
from tui.explorer import explorer_of
from tui.export import cell_text, tab_separated
from tui.model.result import Results, Shown
from tui.model.result_text import column_title, row_lines, value_lines
from tui.numbers import number
from tui.screens.answer_work import AnswerWork
from tui.values import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from queries.answer import Frequency, Statistics
    from tui.model.result_chart import Drawing
    from tui.words import Words

T = TypeVar("T")
MOST_COPIED = 50_000
"""Rows that are copied; a clipboard holds them all in memory."""
MOST_EXPORTED = 200_000
"""Rows that are exported from the explorer; `xulang sql` writes any number."""


class ResultActions(Vertical):
    """A pane with an answer, and the actions on its rows that leave them as they are."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.results = Results()
        self._answer_work = AnswerWork(self, self.show_status)

    @abstractmethod
    def show_status(self) -> None:
        """Show what is said of the answer."""

    @property
    def words(self) -> Words:
        """The texts of the language in use."""
        return explorer_of(self.app).words

    @property
    def shown(self) -> Shown | None:
        """The answer on the screen."""
        results = self.results
        return results.shown[results.current] if results.shown else None

    def work(
        self, shown: Shown, work: Callable[[], T], then: Callable[[T], None], failed: Callable[[], None] | None = None
    ) -> None:
        """Do something slow with an answer of these results, as `AnswerWork.do`."""
        self._answer_work.do(self.results, shown.answer, work, then, failed)

    def action_result_copy(self, what: str) -> None:
        """Copy the cell or row under the cursor, or all rows, for a spreadsheet: cells separated by tabs, one row per line."""
        shown, lang = self.shown, self.words.lang
        if shown is None or (row := shown.view.at(shown.view.row)) is None:
            self.notify(self.words("say.nothing_to_copy"), severity="warning", markup=False)
        elif what == "cell":
            self._copied(cell_text(shown.view.value, lang))
        elif what == "row":
            self._copied(tab_separated([row], lang))
        else:
            names = tuple(shown.view.columns)
            self._with_rows(shown, MOST_COPIED, "too_many", lambda rows: tab_separated([names, *rows], lang), self._copied)

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
            self.work(shown, work, come)

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
        lang = self.words.lang
        title = self.words("console.row", number=number(shown.view.row + 1, lang))
        self.app.push_screen(ReadScreen(title, row_lines(shown.view.columns, row), tab_separated([row], lang), self.words))

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

        self.work(shown, work, lambda found: self._draw(shown, found))

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
        self.work(
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
