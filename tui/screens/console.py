"""The SQL console: an editor, the schema beside it, the answer under it. It can ask anything and change nothing."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, cast

from rich.text import Text
from textual import on, work
from textual.binding import Binding
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Static

from queries.question import filled, text_of
from queries.show import FIRST_LOOK
from tui.clipboard import copy
from tui.widgets.hints import Hints
from tui.widgets.result_table import ResultTable, plain
from tui.widgets.schema_tree import SchemaTree
from tui.widgets.sql_editor import SqlEditor
from tui.widgets.title import Title

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult

    from queries.job import Job, Page
    from queries.schema import ColumnRow
    from tui.app import XulangApp
    from tui.words import Words


class ConsoleScreen(Screen[None]):
    """Write SQL, run it, walk through the rows.

    Args:
        sql: the text to begin with; a question to begin with if it is empty.
        parameters: values for its $names; they are written into its first comment lines (``-- period = '2026-Q1'``).
    """

    CSS_PATH = "console.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal")]
    AUTO_FOCUS = "#editor"
    BINDINGS = [
        Binding("f5", "run", "", id="console_run_here", show=False),
        Binding("escape", "back", "console back", id="console_back"),
        Binding("f6", "focus_next_pane", "console pane", id="console_pane"),
        Binding("f8", "toggle_schema", "console schema", id="console_schema"),
        Binding("y", "copy_value", "copy", id="copy"),
    ]

    def __init__(self, sql: str = "", parameters: Mapping[str, object] | None = None) -> None:
        super().__init__()
        self._sql = filled(sql, parameters or {}) if sql else text_of(FIRST_LOOK.name)
        self._job: Job | None = None
        self._running = False
        self._more = False

    @property
    def book(self) -> XulangApp:
        """The app, by its own type."""
        return cast("XulangApp", self.app)

    @property
    def words(self) -> Words:
        """The language in use."""
        return self.book.words

    def compose(self) -> ComposeResult:
        """Title, editor and schema, the line about the result, the result."""
        yield Title()
        with Horizontal(id="console-top"):
            yield SqlEditor(self._sql, id="editor")
            yield SchemaTree(id="schema")
        yield Static(id="result-line", markup=False)
        yield ResultTable(id="result")
        yield Hints(self.words)

    def on_mount(self) -> None:
        """Begin in the editor; the schema comes when it is read."""
        self._speak()
        self._read_schema()

    def respeak(self) -> None:
        """Change the language."""
        self.query_one(Hints).speak(self.words)
        self._speak()
        self._read_schema()

    def _speak(self) -> None:
        self.query_one(Title).show((("SQL", "bright"),), ((self.words("console.limits"), "dim"),))
        if not self.query_one(ResultTable).columns_named:
            self._say(self.words("console.ready"))

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
        text = plain(self.query_one(ResultTable).value_under_cursor())
        way = copy(self.app, text)
        self.notify(self.words("say.copied", text=text[:80], way=way), markup=False, timeout=4)

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
        self._say(self.words("console.running"))
        self._run(sql)

    @work(thread=True, exclusive=True, group="console", exit_on_error=False)
    def _run(self, sql: str) -> None:
        from queries.job import Job

        previous, self._job = self._job, Job(self.book.archive.store(), sql)
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
            self.app.call_from_thread(self._failed, job, self.words("console.stopped"))
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
        parts = [self.words(key, count=f"{count:,}".replace(",", "." if self.words.lang == "vi" else ","))]
        if page.statements > 1:
            parts.append(self.words("console.statement", number=page.statement, count=page.statements))
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

    @work(thread=True, group="schema", exit_on_error=False)
    def _read_schema(self) -> None:
        from queries.schema import COLUMNS

        columns = self.book.archive.store().ask(COLUMNS)
        self.app.call_from_thread(self._show_schema, columns)

    def _show_schema(self, columns: Sequence[ColumnRow]) -> None:
        self.query_one(SchemaTree).fill(columns, self.words.lang)


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
