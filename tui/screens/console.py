"""The SQL console: texts in tabs, the schema beside them, the answers under them. It can ask anything and change nothing."""

from __future__ import annotations

import time
from datetime import datetime
from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal

from queries.library import sql_in
from queries.question import filled, text_of
from queries.show import FIRST_LOOK
from tui.draw import width
from tui.errors import UsageError, error_line
from tui.model.limits import limits_line
from tui.screens.console_editors import Editors
from tui.screens.console_result import ResultPane
from tui.screens.console_run import Request, RunController, RunsScreen
from tui.screens.console_tabs import Tabs, name_of
from tui.session.history import Run, add_run, read_history
from tui.widgets.completion_list import CompletionList
from tui.widgets.hints import Hints
from tui.widgets.result_grid import ResultGrid
from tui.widgets.schema_pane import SchemaPane
from tui.widgets.schema_tree import SchemaTree
from tui.widgets.sql_editor import SqlEditor
from tui.widgets.title import Title

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from textual.app import ComposeResult

    from tui.screens.console_dialogs import Choice
    from tui.screens.console_run import Tab
    from tui.session.buffers import Buffer

BESIDE = 9
"""Terminal cells that the title keeps free of tabs."""


class ConsoleScreen(RunsScreen):
    """Tabs with SQL, the schema beside them, the results below.

    Args:
        sql: a text to open in a tab; the tabs of the last time if it is empty.
        parameters: values for its $names; they are written into its first comment lines (``-- period = '2026-Q1'``).
        clock: measures how long a run takes.
        now: gives the time of day for the history.
    """

    CSS_PATH = "console.tcss"
    BINDINGS = [
        Binding("f5", "run", "console run", show=False, id="console_run_anywhere"),
        Binding("escape", "back", "console back", id="console_back"),
        Binding("f2", "library", "console library", id="console_library"),
        Binding("f6", "next_pane(1)", "console pane", id="console_pane"),
        Binding("shift+f6", "next_pane(-1)", "console pane back", show=False, id="console_pane_back"),
        Binding("f7", "history", "console history", id="console_history"),
        Binding("f8", "schema", "console schema", id="console_schema"),
        Binding("f9", "tab(1)", "console tab", show=False, id="console_tab"),
        Binding("ctrl+n", "new", "console new", show=False, id="console_new"),
        Binding("f10", "close", "console close", show=False, id="console_close"),
        Binding("ctrl+s", "save", "console save", show=False, id="console_save"),
    ]

    def __init__(
        self,
        sql: str = "",
        parameters: Mapping[str, object] | None = None,
        clock: Callable[[], float] = time.perf_counter,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__()
        self._given = filled(sql, parameters or {}) if sql else ""
        self._now = now
        self.runs = RunController(self, clock)
        self.tabs = Tabs(self.folder)
        self._settings: Mapping[str, str | int] = {}
        self._sought = ""

    @property
    def folder(self) -> Path:
        """Where texts and history are kept."""
        return self.explorer.state_file.parent / "console"

    @property
    def tab(self) -> Tab:
        """The open tab."""
        return self.tabs.current

    @property
    def editors(self) -> Editors:
        """The editors of the tabs."""
        return self.query_one(Editors)

    @property
    def pane(self) -> ResultPane:
        """The pane of results."""
        return self.query_one(ResultPane)

    @property
    def scopes(self) -> tuple[str, ...]:
        """Where keys have words of their own: escape clears the filter of the result only there."""
        return ("ConsoleScreen",) if isinstance(self.focused, ResultGrid) else ("ConsoleText", "ConsoleScreen")

    def compose(self) -> ComposeResult:
        """Title with tabs, editor and schema, result, keys."""
        yield Title()
        with Horizontal(id="console-top"):
            yield Editors(id="editors")
            yield SchemaPane(id="schema-pane")
        yield ResultPane(id="result-pane")
        yield Hints(self.words)
        yield CompletionList()

    def on_mount(self) -> None:
        """Open the tabs; the schema is read in the background."""
        self.query_one(CompletionList).display = False
        self.tabs.restore(self.words)
        if self._given or not self.tabs.all:
            text = self._given or sql_in(text_of(FIRST_LOOK.name), self.words.lang)
            self.tabs.open(name_of(text, self.words), text)
        self._open_tab()
        self.query_one(SchemaPane).read()

    def take(self, sql: str, parameters: Mapping[str, object] | None = None) -> None:
        """Open the SQL of another pane in a tab."""
        if sql:
            text = filled(sql, parameters or {})
            self.open_text(name_of(text, self.words), text)

    def on_screen_suspend(self) -> None:
        """Save the texts when another screen covers this one."""
        self.keep()

    def on_resize(self) -> None:
        """Redraw the tabs for the new width."""
        if self.tabs.all:
            self._redraw()

    def on_unmount(self) -> None:
        """Stop all runs and save the texts."""
        self.keep()
        for tab in self.tabs.all:
            self._drop(tab)

    def keep(self) -> None:
        """Save the texts."""
        self.tabs.keep()

    def reload(self) -> None:
        """Run the shown question again, because the store was written; other tabs follow when they are opened."""
        for tab in self.tabs.all:
            tab.stale = tab.running or bool(tab.results.shown)
        self.runs.renew(self.tab)
        self.query_one(SchemaPane).read()

    def change_language(self) -> None:
        """Switch to another language."""
        self.query_one(Hints).change_language(self.words)
        self.keep()
        self.tabs.speak(self.words)
        self._redraw()
        self.pane.show_status()
        self.query_one(SchemaPane).read()

    def _redraw(self) -> None:
        limits = limits_line(self._settings, self.explorer.config.sql_seconds, self.words)
        self.query_one(Title).show(self.tabs.line(self.size.width - width(limits) - BESIDE), ((limits, "dim"),))

    # Tabs

    def _open_tab(self) -> None:
        tab = self.tab
        self.editors.open(tab).focus()
        self.pane.open(tab.results)
        self._redraw()
        self.runs.renew(tab)

    def open_text(self, name: str, text: str) -> None:
        """Open a text in a tab of its own, or the tab that holds it already."""
        self.keep()
        self.tabs.open(name, text)
        self._open_tab()

    def action_new(self) -> None:
        """Open an empty tab."""
        self.open_text(self.words("console.tab"), "")

    def action_tab(self, step: int) -> None:
        """Open the next tab."""
        self.tabs.step(step)
        self._open_tab()

    def action_close(self) -> None:
        """Close the tab; its text goes into the history."""
        self.keep()
        tab, gone = self.tabs.close()
        self._drop(tab)
        if gone.text.strip():
            self.remember(Run(self.stamp(), gone.text, "closed"))
        if tab.editor is not None:
            tab.editor.remove()
        if not self.tabs.all:
            self.tabs.open(self.words("console.tab"), "")
        self._open_tab()

    def _drop(self, tab: Tab) -> None:
        if tab.job is not None:
            tab.job.stop()
        for shown in tab.results.shown:
            shown.answer.stop()
            shown.answer.close()

    # Saved questions and history

    def action_library(self) -> None:
        """Choose a saved question: the app's own or the user's."""
        from tui.screens.console_lists import library_screen

        self.app.push_screen(library_screen(self.words), self._picked)

    def action_history(self) -> None:
        """Choose what was run before."""
        from tui.screens.console_lists import history_screen

        self.app.push_screen(history_screen(read_history(self.folder / "history.jsonl"), self.words), self._picked)

    def _picked(self, choice: Choice[str] | None) -> None:
        if choice is not None:
            self.open_text(choice.value, choice.sql)

    def action_find(self) -> None:
        """Find words in the text, by default those searched last."""
        from tui.screens.console_lists import find_screen

        def answered(values: list[str] | None) -> None:
            if values and values[0] and self.tab.editor is not None:
                self._sought = values[0]
                if not self.tab.editor.find(values[0]):
                    self.notify(self.words("console.nothing_found"), markup=False, timeout=3)

        self.app.push_screen(find_screen(self._sought, self.words), answered)

    def action_save(self) -> None:
        """Save the text under a name among the user's own questions, if there is anything in it to ask."""
        from tui.screens.console_lists import can_be_saved, save_screen

        self.keep()
        buffer = self.tab.buffer
        if not can_be_saved(buffer.text):
            self.notify(self.words("console.save_nothing"), severity="warning", markup=False, timeout=4)
            return
        self.app.push_screen(save_screen(buffer, self.words), lambda values: self._save_as(buffer, values))

    def _save_as(self, buffer: Buffer, values: list[str] | None, replaced: str = "") -> None:
        """Save a text under a name, with a title and a note; a question that is there is replaced only if it is ``replaced``."""
        from tui.screens.console_lists import replace_screen, save_text

        if not values:
            return
        name, title, note = (value.strip() for value in values)
        if name != replaced and (asked := replace_screen(name, title, note, buffer.text, self.words)) is not None:
            self.app.push_screen(asked, lambda again: self._save_as(buffer, again and [*again, title, note], name))
            return
        try:
            path = save_text(name, title, note, buffer.text)
        except UsageError as error:
            self.notify(error_line(error, self.words), severity="error", markup=False, timeout=10)
            return
        buffer.name = name
        self._redraw()
        self.notify(self.words("console.saved", path=path), markup=False)

    def remember(self, run: Run) -> None:
        """Keep a run in the history."""
        add_run(self.folder / "history.jsonl", run)

    def stamp(self) -> str:
        """The current time for the history."""
        return self._now().isoformat(sep=" ", timespec="seconds")

    # Running

    def action_run(self) -> None:
        """Run what the editor holds, wherever the focus is."""
        if self.tab.editor is not None:
            self.tab.editor.action_run(True)

    @on(SqlEditor.Submitted)
    def _submitted(self, event: SqlEditor.Submitted) -> None:
        self.keep()
        self.runs.submit(self.tab, Request(event.sql, event.offset, event.start))

    def show_run(self, tab: Tab) -> None:
        """Show the state of a run."""
        if tab is self.tab:
            self.pane.open(tab.results)
        self._redraw()

    def action_back(self) -> None:
        """Close the suggestions; without any, stop the run; without one, show all rows of a filtered result; else leave."""
        if self.editors.choices.display:
            self.editors.offer([])
        elif not self.runs.stop(self.tab) and not self.pane.stop() and not (self.pane.grid.has_focus and self.pane.unfilter()):
            self.dismiss()

    # Panes

    def action_next_pane(self, step: int) -> None:
        """Move the focus between editor, result and schema, at once, so that the next key acts there."""
        schema = self.query_one(SchemaPane)
        around = (self.tab.editor, self.pane.grid, schema.tables if schema.display else None)
        panes = [pane for pane in around if pane is not None]
        place = next((index for index, pane in enumerate(panes) if pane is self.focused), -1)
        self.set_focus(panes[(place + step) % len(panes)])

    def action_schema(self) -> None:
        """Show or hide the schema; where it was hidden for lack of room, show it."""
        schema = self.query_one(SchemaPane)
        shown = bool(schema.display)
        schema.set_class(not shown, "-shown")
        schema.set_class(shown, "-hidden")
        if not shown:
            schema.tables.focus()
        elif schema.tables.has_focus and self.tab.editor is not None:
            self.tab.editor.focus()

    @on(SchemaPane.Read)
    def _schema_read(self, event: SchemaPane.Read) -> None:
        self._settings = event.settings
        self.editors.learn(event.lexicon)
        self._redraw()

    @on(SchemaTree.Chosen)
    def _insert(self, event: SchemaTree.Chosen) -> None:
        if self.tab.editor is not None:
            self.tab.editor.insert_word(event.name)
            self.tab.editor.focus()
