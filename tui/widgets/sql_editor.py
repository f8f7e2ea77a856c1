"""The SQL editor of the console: colours where the grammar is installed, and marks for the place of an error."""

from __future__ import annotations

from textual.binding import Binding
from textual.message import Message
from textual.widgets import TextArea


class SqlEditor(TextArea):
    """A text area for SQL; running is a message, so that the screen decides what to run.

    | Key | What it does |
    | :- | :- |
    | ctrl+j, F5 | run the selection, or all |
    | ctrl+slash | comment or uncomment the lines of the selection |
    """

    BINDINGS = [
        Binding("ctrl+j,f5", "run", "console run", id="console_run"),
        Binding("ctrl+slash,ctrl+underscore", "comment", "console comment", id="console_comment"),
    ]

    class Submitted(Message):
        """The user wants ``sql`` run."""

        def __init__(self, sql: str) -> None:
            super().__init__()
            self.sql = sql

    def __init__(self, text: str = "", *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(text, id=id, soft_wrap=False, show_line_numbers=True, tab_behavior="indent", theme="css")
        if "sql" in self.available_languages:
            self.language = "sql"

    def action_run(self) -> None:
        """Submit the selection or, if there is none, the whole text."""
        self.post_message(self.Submitted(self.selected_text or self.text))

    def action_comment(self) -> None:
        """Comment the selected lines, or uncomment them if all are comments."""
        first, last = sorted((self.selection.start[0], self.selection.end[0]))
        lines = [self.document.get_line(row) for row in range(first, last + 1)]
        if all(line.lstrip().startswith("--") for line in lines):
            changed = [line.replace("-- ", "", 1) if "-- " in line else line.replace("--", "", 1) for line in lines]
        else:
            changed = [f"-- {line}" for line in lines]
        self.replace("\n".join(changed), (first, 0), (last, len(lines[-1])))

    def insert_word(self, word: str) -> None:
        """Insert a name at the cursor, parted by a blank from a word before it."""
        row, column = self.cursor_location
        before = self.document.get_line(row)[:column]
        self.insert(word if not before or before[-1] in " (.,=<>\n" else f" {word}")

    def mark_error(self, line: int, column: int) -> None:
        """Put the cursor at the place of an error, counted from 1, if there is such a place."""
        if 1 <= line <= self.document.line_count:
            self.move_cursor((line - 1, min(max(0, column - 1), len(self.document.get_line(line - 1)))))
