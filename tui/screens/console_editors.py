"""The editors of the console, one to a tab, and what is offered at the cursor of the open one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import ContentSwitcher

from tui.explorer import explorer_of
from tui.widgets.completion_list import CompletionList
from tui.widgets.sql_editor import SqlEditor

if TYPE_CHECKING:
    from queries.lexicon import Lexicon
    from queries.sqltext.completion import Suggestion
    from tui.screens.console_run import Tab


class Editors(ContentSwitcher):
    """The editors, of which that of the open tab is seen; the suggestions lie over the whole screen."""

    def __init__(self, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._lexicon: Lexicon | None = None
        self._editor: SqlEditor | None = None

    def open(self, tab: Tab) -> SqlEditor:
        """Show the editor of a tab, which is made when the tab is first opened."""
        if tab.editor is None:
            tab.editor = SqlEditor(tab.buffer.text, id=f"editor-{id(tab)}")
            tab.editor.lexicon = self._lexicon
            tab.editor.move_cursor((tab.buffer.row, tab.buffer.column))
            self.mount(tab.editor)
        self.current, self._editor = tab.editor.id, tab.editor
        self.offer([])
        return tab.editor

    def learn(self, lexicon: Lexicon) -> None:
        """Let all editors, also those to come, suggest these names."""
        self._lexicon = lexicon
        for editor in self.query(SqlEditor):
            editor.lexicon = lexicon

    # Completion

    @property
    def choices(self) -> CompletionList:
        """The list of suggestions."""
        return self.screen.query_one(CompletionList)

    def offer(self, found: list[Suggestion]) -> None:
        """Offer suggestions at the cursor; none close the list."""
        if self._editor is not None:
            self.choices.offer(found, self._editor, explorer_of(self.app).words.lang)

    @on(SqlEditor.Suggested)
    def _suggested(self, event: SqlEditor.Suggested) -> None:
        if event.editor is self._editor:
            self.offer(event.found)

    @on(SqlEditor.Steered)
    def _steered(self, event: SqlEditor.Steered) -> None:
        if event.step:
            self.choices.step(event.step)
        elif self.choices.chosen is not None:
            event.editor.accept(self.choices.chosen)

    @on(SqlEditor.Left)
    def _left(self) -> None:
        self.offer([])

    @on(SqlEditor.Unclosed)
    def _unclosed(self) -> None:
        self.notify(explorer_of(self.app).words("console.unclosed"), markup=False, timeout=4)
