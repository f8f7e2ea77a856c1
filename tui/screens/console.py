"""The SQL console: an editor, the schema beside it, the answer under it. It can ask anything and change nothing."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on, work
from textual.binding import Binding
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Footer, Static

from queries.question import text_of
from queries.show import FIRST_LOOK
from tui.widgets.result_table import ResultTable, plain
from tui.widgets.schema_tree import SchemaTree
from tui.widgets.sql_editor import SqlEditor

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from queries.job import Job, Page
    from queries.schema import ColumnRow
    from queries.store import Store
    from tui.words import Words


class ConsoleScreen(Screen[None]):
    """Write SQL, run it, walk through the rows.

    Args:
        store: gives the open store; called in worker threads.
        words: what the interface says.
        sql: the text to begin with; parameters stand in its first comment lines (``-- period = '2026-Q1'``).
    """

    CSS_PATH = "console.tcss"
    BINDINGS = [
        Binding("f5", "run", "run", id="console.run_all", show=False),
        Binding("escape", "back", "back", id="console.back"),
        Binding("f6", "focus_next_pane", "pane", id="console.pane"),
        Binding("f8", "toggle_schema", "schema", id="console.schema"),
        Binding("y", "copy_value", "copy", id="console.copy"),
    ]

    def __init__(self, store: Callable[[], Store], words: Words, sql: str = "") -> None:
        super().__init__()
        self._store = store
        self._words = words
        self._sql = sql or text_of(FIRST_LOOK.name)
        self._job: Job | None = None
        self._running = False
        self._more = False

    def compose(self) -> ComposeResult:
        """Title, editor and schema, the line about the result, the result."""
        yield Static(self._title(), id="console-title", markup=False)
        with Horizontal(id="console-top"):
            yield SqlEditor(self._sql, id="editor")
            yield SchemaTree(id="schema")
        yield Static(self._words("console.ready"), id="result-line", markup=False)
        yield ResultTable(id="result")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin in the editor; the schema comes when it is read."""
        self.query_one(SqlEditor).focus()
        self._read_schema()

    @on(SqlEditor.Submitted)
    def _submitted(self, event: SqlEditor.Submitted) -> None:
        self._start(event.sql)

    def action_run(self) -> None:
        """Run what the editor holds, wherever the focus is."""
        self.query_one(SqlEditor).action_run()

    def action_back(self) -> None:
        """Stop what runs; if nothing runs, leave."""
        if self._running and self._job:
            self._job.stop()
        else:
            self.dismiss()

    def action_focus_next_pane(self) -> None:
        """Move the focus between editor, result and schema."""
        panes = [
            pane for pane in (self.query_one("#editor"), self.query_one("#result"), self.query_one("#schema")) if pane.display
        ]
        place = next((index for index, pane in enumerate(panes) if pane.has_focus), -1)
        panes[(place + 1) % len(panes)].focus()

    def action_toggle_schema(self) -> None:
        """Show or hide the schema."""
        schema = self.query_one("#schema")
        schema.display = not schema.display

    def action_copy_value(self) -> None:
        """Copy the value under the cursor of the result."""
        self.app.copy_to_clipboard(plain(self.query_one(ResultTable).value_under_cursor()))
        self.notify(self._words("console.copied"), markup=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """``y`` types a letter in the editor and copies in the result."""
        if action == "copy_value":
            return self.query_one(ResultTable).has_focus
        return super().check_action(action, parameters)

    @on(SchemaTree.Chosen)
    def _insert(self, event: SchemaTree.Chosen) -> None:
        editor = self.query_one(SqlEditor)
        editor.insert_word(event.name)
        editor.focus()

    @on(ResultTable.MoreWanted)
    def _page_on(self) -> None:
        if self._more and not self._running and self._job:
            self._running = True
            self._fetch(self._job, first=False)

    def _start(self, sql: str) -> None:
        if self._job:
            self._job.stop()
        self._running = True
        self._say(self._words("console.running"))
        self._run(sql)

    @work(thread=True, exclusive=True, group="console", exit_on_error=False)
    def _run(self, sql: str) -> None:
        from queries.job import Job

        previous, self._job = self._job, Job(self._store(), sql)
        if previous:
            previous.close()
        self._answer(self._job, first=True)

    @work(thread=True, exclusive=True, group="console", exit_on_error=False)
    def _fetch(self, job: Job, first: bool) -> None:
        self._answer(job, first)

    def _answer(self, job: Job, first: bool) -> None:
        import duckdb

        from queries.console import SqlError

        try:
            page = job.first() if first else job.more()
        except SqlError as error:
            self.app.call_from_thread(self._failed, job, str(error))
        except duckdb.InterruptException:
            self.app.call_from_thread(self._failed, job, self._words("console.stopped"))
        else:
            self.app.call_from_thread(self._show, job, page, first)

    def _show(self, job: Job, page: Page, first: bool) -> None:
        if job is not self._job:
            return
        self._running, self._more = False, page.more
        table = self.query_one(ResultTable)
        if first:
            table.show(page.columns, page.types, page.rows)
        else:
            table.extend(page.rows)
        count = len(table.values)
        key = "console.rows_of_more" if page.more else "console.rows"
        parts = [self._words(key, count=f"{count:,}".replace(",", "." if self._words.lang == "vi" else ","))]
        if page.statements > 1:
            parts.append(self._words("console.statement", number=page.statement, count=page.statements))
        parts.append(f"{page.seconds * 1000:.0f} ms")
        self._say(" · ".join(parts))

    def _failed(self, job: Job, message: str) -> None:
        if job is not self._job:
            return
        self._running, self._more = False, False
        self._say(message, failed=True)
        if place := error_place(message):
            self.query_one(SqlEditor).mark_error(*place)

    def _say(self, message: str, failed: bool = False) -> None:
        line = self.query_one("#result-line", Static)
        line.set_class(failed, "-failed")
        line.update(Text(message))

    def _title(self) -> Text:
        title = Text.assemble((self._words("console.title"), "bold"), "   ")
        title.append(self._words("console.limits"), style="dim")
        return title

    @work(thread=True, group="schema", exit_on_error=False)
    def _read_schema(self) -> None:
        from queries.schema import COLUMNS

        columns = self._store().ask(COLUMNS)
        self.app.call_from_thread(self._show_schema, columns)

    def _show_schema(self, columns: Sequence[ColumnRow]) -> None:
        self.query_one(SchemaTree).fill(columns, self._words.lang)


def error_place(message: str) -> tuple[int, int] | None:
    """Line and column, counted from 1, of the place that DuckDB marks with ``LINE n: ...`` and a caret under it."""
    lines = message.split("\n")
    for above, below in pairwise(lines):
        if above.startswith("LINE ") and below.strip() == "^":
            number, _, _ = above[len("LINE ") :].partition(":")
            shown = above.index(":") + 2
            if number.isdigit():
                return int(number), max(1, below.index("^") - shown + 1)
    return None
