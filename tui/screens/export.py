"""Writing the table of a pane to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from queries.files import file_name
from tui.clipboard import copy
from tui.errors import UsageError, error_line
from tui.export import FORMATS, form_of, markdown, unused_path, write
from tui.model.rows import Column, Row
from tui.model.typed_path import expanded
from tui.screens.console_dialogs import AskScreen, Field
from tui.screens.window import Window
from tui.widgets.grid import Grid

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.model.table import Table
    from tui.words import Words


class ExportScreen(Window[None]):
    """A list of formats, and the file's name."""

    BINDINGS = [
        Binding("escape,q", "dismiss", "back", id="export.back"),
        Binding("y", "copy_table", "copy table", id="export.copy"),
    ]

    class Written(Message):
        """It is on the disk in a format, or why not."""

        def __init__(self, path: Path, form: str, error: str | None) -> None:
            super().__init__()
            self.path, self.form, self.error = path, form, error

    class Taken(Message):
        """A file stands there already."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    def __init__(self, table: Table, words: Words) -> None:
        super().__init__()
        self._table, self._words = table, words
        self._typed = self._suggested = ""
        self._busy = False

    def compose(self) -> ComposeResult:
        """Title, formats, name."""
        say = self._words
        with Vertical(classes="dialog"):
            yield Static(say("export.title", rows=len(self._table.rows)), classes="dialog-title", markup=False)
            yield Grid(id="formats")
            yield Input(id="file", compact=True)
            yield Static(say("export.foot"), classes="dialog-foot", markup=False)

    def on_mount(self) -> None:
        """Show the formats."""
        rows = [
            Row(name, (((f".{ending}", "accent"),), ((self._words("export." + name), "plain"),)))
            for name, ending in FORMATS.items()
        ]
        grid = self.query_one(Grid)
        grid.show([Column("ending", self._words("export.format"), 10), Column("what", "", 40, most=60)], rows)
        grid.focus()
        self._suggest("csv")

    def _suggest(self, name: str) -> None:
        line = self.query_one("#file", Input)
        if line.value != self._suggested:
            self._typed = line.value.strip()
        self._suggested = line.value = self._own_path(name) if self._typed else self._new_path(name)

    def _new_path(self, name: str) -> str:
        stem = f"xulang-{file_name(self._table.name, 'table')}"
        return str(unused_path(Path.cwd() / f"{stem}.{FORMATS[name]}"))

    def _own_path(self, name: str) -> str:
        """The path that was typed; one that ends as a file of another format does gets the ending of this one."""
        path, ending = expanded(self._typed), f".{FORMATS[name]}"
        if path.suffix == ending or path.suffix.removeprefix(".") not in FORMATS.values():
            return self._typed
        return str(unused_path(path.with_suffix(ending)))

    def on_grid_moved(self, event: Grid.Moved) -> None:
        """The name takes the ending of the format."""
        self._suggest(str(event.key))

    def on_input_changed(self, event: Input.Changed) -> None:
        """The format is that of the ending that was typed."""
        if event.input.value != self._suggested:
            self._choose(expanded(event.input.value))

    def _choose(self, path: Path) -> str:
        """Put the cursor on the format in which a file of that name is written, and return it."""
        grid = self.query_one(Grid)
        form = form_of(path, str(grid.key))
        if form != grid.key:
            grid.move_to(form, tell=False)
        return form

    def on_grid_opened(self, _event: Grid.Opened) -> None:
        """Write."""
        self._write(expanded(self.query_one("#file", Input).value))

    def on_input_submitted(self, _event: Input.Submitted) -> None:
        """Write."""
        self._write(expanded(self.query_one("#file", Input).value))

    def _write(self, path: Path, replaced: Path | None = None) -> None:
        """Write to a path; a file that stands there is replaced only where it is ``replaced``."""
        if not self._busy:
            self._busy, form = True, self._choose(path)
            self.run_worker(lambda: self._work(path, form, path == replaced), thread=True, exit_on_error=False)

    def _work(self, path: Path, form: str, may_replace: bool) -> None:
        error = None
        try:
            if not may_replace and path.is_file():
                self.post_message(self.Taken(path))
                return
            write(path, form, self._table)
        except Exception as failure:  # whatever fails in a thread must reach the screen
            error = error_line(UsageError("unwritable_output", path, reason=failure), self._words)
        self.post_message(self.Written(path, form, error))

    def on_export_screen_taken(self, event: Taken) -> None:
        """Ask for the name once more before the file is replaced."""
        say = self._words
        self._busy = False

        def answered(values: list[str] | None) -> None:
            if values:
                self._write(expanded(values[0]), event.path)

        field = Field(say("export.replaces"), str(event.path))
        self.app.push_screen(AskScreen(say("export.taken"), [field], say("export.replace_foot"), "ask_taken"), answered)

    def on_export_screen_written(self, event: Written) -> None:
        """Tell, and leave if it went well."""
        self._busy = False
        if event.error:
            self.notify(event.error, severity="error", markup=False, timeout=10)
            return
        say, told = self._words, event.path.suffix.lower() == f".{FORMATS[event.form]}"
        done = say(
            "export.done" if told else "export.done_as",
            rows=len(self._table.rows),
            path=event.path,
            form=say("export." + event.form),
        )
        self.app.notify(done, markup=False)
        self.dismiss()

    def action_copy_table(self) -> None:
        """Copy the table as Markdown."""
        copy(self.app, markdown(self._table), self._words, self._table.name)
        self.dismiss()
