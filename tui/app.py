"""The explorer: the app that holds the language, the theme, the store and the chosen periods, and opens screens."""

from __future__ import annotations

import asyncio
import gc
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App
from textual.binding import Binding
from textual.reactive import Initialize, Reactive

from tui.config import Config
from tui.errors import error_line
from tui.model.unknown import UNKNOWN
from tui.screens.home import HomeScreen
from tui.screens.stack import ScreenStack
from tui.session.state import State, read_state, state_file, write_state
from tui.store.revisions import Revisions
from tui.store.store_handle import StoreHandle
from tui.themes import NAMES, OWN, THEMES, next_theme, theme_label, themes
from tui.type_ahead import TypeAhead
from tui.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from rich.console import RenderableType
    from textual.command import Provider
    from textual.driver import Driver
    from textual.screen import Screen
    from textual.theme import Theme

    from data.store.add import Added
    from data.store.remove import Removed
    from queries.panes import NameRow, ReportRow
    from tui.errors import Notice
    from tui.model.subject import Subject
    from tui.screens.building import BuildingScreen
    from tui.store.revisions import Written


USED_BY = (events.Key, events.MouseDown, events.AppFocus)
"""What a user does: the moments in which the explorer looks whether the store was replaced. Between them nothing runs."""
PATIENCE = 0.5
"""Seconds that what the user does waits for the figures of a replaced store, so as not to act on those of the old one."""
STANDS = 1.0
"""Seconds after which the first picture is surely drawn."""


def collect_garbage() -> None:
    """Turn the garbage collector on, if it was off, without the objects that the program itself is made of."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def commands() -> type[Provider]:
    """What the command palette offers; imported when it is opened."""
    from tui.palette import Actions

    return Actions


class XulangApp(App[None]):
    """The explorer.

    Args:
        db: the DuckDB file, or a handle that is opening it already.
        lang: ``vi`` or ``en``; None for the configured or last one.
        build: makes the file where there is none, telling its progress (share done, what).
        config: what the user has chosen for good.
        state: where the state is kept; None for the user's state folder.
    """

    TITLE = "Xứ Lạng"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"
    COMMANDS = {commands}
    BINDINGS = [
        Binding("f3,ctrl+f", "search", "search", id="search"),
        Binding("question_mark,f1", "help_here", "help", id="help"),
        Binding("c", "page('compare')", "compare", id="compare"),
        Binding("x", "page('checks')", "checks", id="checks"),
        Binding("r", "page('reports')", "reports", id="reports"),
        Binding("v", "page('review')", "review", id="review"),
        Binding("f4", "console", "console", id="console"),
        Binding("L", "language", "language", id="language"),
        Binding("t", "theme", "theme", show=False, id="theme"),
        Binding("P", "picture", "picture", show=False, id="picture"),
        Binding("ctrl+p", "command_palette", "palette", id="palette"),
        Binding("q", "quit", "quit", id="quit"),
        Binding("ctrl+q", "quit", "quit anyway", show=False, priority=True, id="quit_anyway"),
    ]

    def __init__(
        self,
        db: Path | StoreHandle,
        lang: str | None = None,
        build: Callable[[Path, Callable[[float, str], None]], None] | None = None,
        config: Config | None = None,
        state: Path | None = None,
    ) -> None:
        self.config = config or Config()
        self._themes = themes(self.config.theme)
        self.state_file = state or state_file()
        self.state: State = read_state(self.state_file)
        self.words = Words(lang or self.config.lang or self.state.lang or "vi")
        self.store_handle = db if isinstance(db, StoreHandle) else StoreHandle(db)
        self.names: Sequence[NameRow] = ()
        self._build = build
        self.revisions = Revisions(self, self.store_handle.path)
        self.stack = ScreenStack(self)
        self._leaving = self._adding = False
        self._ahead = TypeAhead(self.BINDINGS, self.config.keymap)
        super().__init__()
        self.set_keymap(self.config.keymap)

    def _first_theme(self) -> str:
        own = self.config.theme
        chosen = (NAMES.get(own, own) if isinstance(own, str) else OWN) or self.state.theme
        return chosen if chosen in self.available_themes else THEMES[0].name

    # Known from the beginning: a theme that is set afterwards has Textual read all styles once more.
    theme: Reactive[str] = Reactive(Initialize(_first_theme))

    @property
    def available_themes(self) -> dict[str, Theme]:
        """The themes of the explorer with that of the configuration, and no others."""
        return self._themes

    def get_driver_class(self) -> type[Driver]:
        """Textual's choice, but for one that sleeps where it would look for input ten times a second."""
        chosen = super().get_driver_class()
        if chosen.__module__ != "textual.drivers.linux_driver":
            return chosen
        from tui.driver import SleepingDriver

        return SleepingDriver

    def get_default_screen(self) -> Screen[Any]:
        """The first screen."""
        return HomeScreen()

    def on_mount(self) -> None:
        """Build the store first where there is none."""
        self.store_handle.listener = self._show_notice
        self.set_timer(STANDS, collect_garbage)
        if self._build is not None and not self.store_handle.path.is_file():
            from tui.screens.building import BuildingScreen

            self.push_screen(BuildingScreen(self.store_handle.path, self._build, self.words), self._built)

    async def on_event(self, event: events.Event) -> None:
        """Keep the keys pressed before the first picture is drawn, except those that always work.

        Before anything that the user does, follow what another process has done to the store: replaced it, or set it free.
        """
        if isinstance(event, USED_BY):
            await self._follow_replaced()
            if (home := self.stack.home) is not None:
                home.try_again()
        if not self._ahead.keeps(event):
            await super().on_event(event)

    def on_home_panes_drawn(self) -> None:
        """Handle the keys that were kept."""
        if self._ahead.waiting:
            self.run_worker(self._ahead.catch_up(self, super().on_event), group="keys")

    def on_building_screen_ended(self, event: BuildingScreen.Ended) -> None:
        """No store will be there: any key closes."""
        if event.error is not None:
            self._ahead.drop()

    def _show_notice(self, notice: Notice) -> None:
        self.notify(notice.text(self.words), timeout=10, markup=False)

    def _built(self, done: bool | None) -> None:
        if self._leaving:
            return
        home = self.screen
        if done and isinstance(home, HomeScreen):
            home.load()
        elif not done:
            self.exit(return_code=2)

    @property
    def ready(self) -> bool:
        """Whether there is a store to ask, or nothing that could make one."""
        return self._build is None or self.store_handle.path.is_file()

    def sector_name(self, sector: str) -> str:
        """The name of a sector in the language in use; its id until the sectors are known."""
        home = self.stack.home
        found = next((row for row in home.sectors if row.id == sector), None) if home else None
        return self.words.pick(found.name_vi, found.name_en) if found else sector

    def home_sector(self) -> str | None:
        """The sector that is open on the first screen; None for all."""
        home = self.stack.home
        return home.sector if home and home.sector != UNKNOWN else None

    # Screens

    def action_search(self) -> None:
        """Search everywhere."""
        self.search()

    def search(self, text: str = "") -> None:
        """Search everywhere, at first for ``text``."""
        self.stack.search(text)

    def action_page(self, name: str) -> None:
        """Open one of `tui.screens.pages`, unless it is in front."""
        self.stack.page(name)

    def action_console(self) -> None:
        """The SQL console."""
        self.open_console()

    def open_console(self, sql: str = "", parameters: Mapping[str, Any] | None = None) -> None:
        """Open the SQL console as it was left, with a text and its parameters in a tab of its own."""
        self.stack.console(sql, parameters)

    def open_reading(self, report: ReportRow, figure: int | None) -> None:
        """Open a report to be read, at the figure that begins at a place of its source."""
        self.stack.reading(report, figure)

    def open_drill(self, subject: Subject) -> None:
        """Open an indicator, or a whole sector, in all periods; the store is asked before the screen is made."""
        self.stack.drill(subject)

    def action_command_palette(self) -> None:
        """Every action, with its key."""
        self.stack.palette(self.words)

    def action_help_here(self) -> None:
        """Explain the focused pane and its keys."""
        self.stack.help(self.words)

    # Writing

    def add_report(self) -> None:
        """Ask for a report's file and add it; every screen asks again when the store was written."""
        from tui.screens.add import AddScreen

        self._adding = True
        self.push_screen(AddScreen(self.store_handle.path, self.words), self._added)

    def _added(self, added: Added | None) -> None:
        self._adding = False
        if added is None:
            return
        if not added.already:
            self.store_changed()
        for screen in self.stack.open_screens:
            screen.follow_added(added.report_id)

    def remove_report(self, report: ReportRow) -> None:
        """Ask whether an added report is to be removed, and remove it; every screen asks again when the store was written."""
        from tui.screens.remove import RemoveScreen

        self.push_screen(RemoveScreen(self.store_handle.path, report, self.words), self._removed)

    def _removed(self, removed: Removed | None) -> None:
        from tui.model.added import removal

        if removed is not None:
            self.store_changed()
            self.notify(removal(removed, self.words), markup=False)

    def store_changed(self) -> None:
        """Reopen the store, because it was written, and let every screen ask for its figures again."""
        self.store_handle.close()
        self.names = ()
        for screen in self.stack.open_screens:
            screen.reload()

    def store_found(self) -> None:
        """Let the screens that were opened while the store could not be read ask again, and drop the messages that it cannot."""
        self.clear_notifications()
        for screen in self.stack.open_screens:
            if screen is not self.stack.home:
                screen.reload()

    async def _follow_replaced(self) -> None:
        """Show the store as it is now if another process has written it; what this one writes is followed when that ends."""
        if not self.store_handle.is_replaced or self._adding or self._leaving or self.revisions.under_way:
            return
        self.store_changed()
        self.notify(self.words("say.store_replaced"), timeout=6, markup=False)
        await asyncio.gather(*(screen.reloaded(PATIENCE) for screen in self.stack.open_screens))

    def on_written(self, written: Written) -> None:
        """Show the store as it is now, or the error of writing decisions."""
        self.revisions.forget(written)
        if written.error is not None:
            words = error_line(written.error, self.words)
            self.notify(words, title=self.words("say.not_written"), severity="error", timeout=20, markup=False)
            for screen in self.stack.open_screens:
                screen.undo_unwritten()
        if not self._leaving:
            self.store_changed()

    # Language and theme

    def action_language(self) -> None:
        """Vietnamese or English."""
        self.words = Words(self.words.other)
        self.state.lang = self.words.lang
        for screen in self.stack.open_screens:
            screen.change_language()

    def action_theme(self) -> None:
        """Dark, light, high contrast, or that of the configuration."""
        self.show_theme(next_theme(self.theme, self.available_themes))
        self.notify(theme_label(self.theme, self.words), timeout=2, markup=False)

    def show_theme(self, name: str) -> None:
        """Use a theme, in the next run, too."""
        self.theme = self.state.theme = name

    def action_picture(self) -> None:
        """Save what is on the screen as a picture, without messages."""
        from tui.picture import without_messages

        without_messages(self, self._save_picture)

    def _save_picture(self) -> None:
        from tui.picture import save_picture

        save_picture(self, self.words)

    def action_help_quit(self) -> None:
        """Ctrl+c copies where text is selected; otherwise it shows how to quit."""
        self.notify(self.words("say.leave"), timeout=4, markup=False)

    async def action_quit(self) -> None:
        """Leave once all decisions are written; with status 2 where the store could not be read."""
        self._leaving = True
        await self.revisions.finished()
        home = self.stack.home
        self.exit(return_code=2 if home is not None and home.refused else 0)

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave, by whatever way, keeping where the reader was: when the app is unmounted the screens are gone."""
        self.keep_state()
        super().exit(result, return_code, message)

    def keep_state(self) -> None:
        """Write down where the reader is; where the store could not be read, where they were."""
        from tui.screens.saved_screens import save_screens

        home = self.stack.home
        if home is not None and home.begun:
            home.remember()
            save_screens(self.state, self.screen_stack)
        write_state(self.state_file, self.state)

    def on_unmount(self) -> None:
        """Close the store."""
        self.store_handle.close()
