"""The stack of screens: opening each, importing it the first time, and listing those to be told of changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.screens.full import FullScreen
from tui.screens.home import HomeScreen
from tui.screens.pages import page_kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import App

    from queries.panes import ReportRow
    from tui.model.subject import Subject
    from tui.screens.console import ConsoleScreen
    from tui.words import Words


class ScreenStack:
    """The screens of the explorer, each imported when it is first opened.

    Args:
        app: the app that they are shown in.
    """

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._console: ConsoleScreen | None = None

    @property
    def home(self) -> HomeScreen | None:
        """The first screen; None until it is there."""
        return next((screen for screen in self._app.screen_stack if isinstance(screen, HomeScreen)), None)

    @property
    def open_screens(self) -> list[FullScreen]:
        """The full screens that are open, and the console where it waits to be opened again; not one that is just being made."""
        stack = self._app.screen_stack
        waiting = [self._console] if self._console is not None and self._console not in stack else []
        screens = [*(screen for screen in stack if isinstance(screen, FullScreen)), *waiting]
        return [screen for screen in screens if screen.is_mounted]

    def page(self, name: str) -> None:
        """Open one of `tui.screens.pages`, unless it is in front, at what is under the cursor, if it speaks of that.

        One that is open already is gone back to; what lies over it is closed, so that screens do not pile up.
        """
        from tui.screens.page import Page

        front = self._app.screen
        if isinstance(front, kind := page_kind(name)):
            return
        way = front.way_to(name) if isinstance(front, Page) and front.is_mounted else []
        opened = next((screen for screen in reversed(self._app.screen_stack) if isinstance(screen, kind)), None)
        while opened is not None and self._app.screen is not opened:
            self._app.screen.dismiss()
        if opened is None or way:
            if opened is not None:
                opened.dismiss()
            page = kind()
            if way:
                page.restore(way)
            self._app.push_screen(page)

    def search(self, text: str) -> None:
        """Open the search, at first for ``text``."""
        from tui.screens.search import SearchScreen

        self._app.push_screen(SearchScreen(text))

    def reading(self, report: ReportRow, figure: int | None) -> None:
        """Open a report to be read, at the figure that begins at a place of its source."""
        from tui.screens.reading import ReadingScreen

        self._app.push_screen(ReadingScreen(report, figure))

    def drill(self, subject: Subject) -> None:
        """Open an indicator, or a whole sector, in all periods; the store is asked before the screen is made."""
        from tui.screens.drill import DrillScreen

        screen = DrillScreen(subject)
        screen.load()
        self._app.push_screen(screen)

    def console(self, sql: str, parameters: Mapping[str, Any] | None) -> None:
        """Bring the SQL console to the front as it was left, with a text and its parameters in a tab of its own."""
        from tui.screens.console import ConsoleScreen

        if self._console is None:
            self._console = ConsoleScreen(sql, parameters)
            self._app.install_screen(self._console, "console")
        else:
            self._console.take(sql, parameters)
        if self._console not in self._app.screen_stack:
            self._app.push_screen(self._console)
        while self._app.screen is not self._console:
            self._app.pop_screen()

    def palette(self, words: Words) -> None:
        """Open the command palette, unless it is in front."""
        from textual.command import CommandPalette

        if not isinstance(self._app.screen, CommandPalette):
            from tui.screens.palette import Palette

            self._app.push_screen(Palette(words))

    def help(self, words: Words) -> None:
        """Open the help for the focused pane, unless it is in front."""
        from tui.screens.help import HelpScreen, help_of

        if not isinstance(self._app.screen, HelpScreen):
            self._app.push_screen(HelpScreen(help_of(self._app.screen, words)))
