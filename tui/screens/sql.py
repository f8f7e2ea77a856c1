"""The SQL behind a pane, with the parameters that it was asked with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from queries.question import filled, header_of, text_of
from tui.clipboard import copy
from tui.explorer import explorer_of
from tui.model.sql import sql_line
from tui.screens.window import Window
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.draw import Line
    from tui.model.pane_query import PaneQuery
    from tui.words import Words


class SqlScreen(Window[None]):
    """A window with the question as it is in its file, and the values with which the pane asked it."""

    BINDINGS = [
        Binding("escape,q,s,enter", "dismiss", "back", id="sql.back"),
        Binding("o", "console", "open in the console", id="sql.console"),
        Binding("y", "copy", "copy", id="sql.copy"),
    ]

    def __init__(self, asked: PaneQuery, words: Words) -> None:
        super().__init__()
        self._asked, self._words = asked, words

    def compose(self) -> ComposeResult:
        """Title, SQL, keys."""
        header = header_of(self._asked.question.name)
        with Vertical(classes="dialog -wide-dialog"):
            yield Static(self._words.pick(header.title_vi, header.title_en), classes="dialog-title", markup=False)
            yield Lines(id="sql", indent=6)
            yield Static(self._words("sql.foot"), classes="dialog-foot", markup=False)

    def on_mount(self) -> None:
        """Show the contents."""
        lines: list[Line] = [sql_line(text) for text in self._text().rstrip().splitlines()]
        pane = self.query_one(Lines)
        pane.focus()
        pane.show(lines)
        self.call_after_refresh(pane.show, lines)

    def _text(self) -> str:
        """The question with the values in its first lines, as the console keeps them."""
        return filled(text_of(self._asked.question.name), self._asked.parameters)

    def action_console(self) -> None:
        """Open it in the console."""
        self.dismiss()
        explorer_of(self.app).open_console(text_of(self._asked.question.name), self._asked.parameters)

    def action_copy(self) -> None:
        """Copy the SQL."""
        copy(self.app, self._text(), self._words, "SQL")
