"""The explorer's app as screens and panes see it: the app imports them, and they import this protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from textual.app import App

    from queries.panes import NameRow, ReportRow
    from tui.config import Config
    from tui.model.subject import Subject
    from tui.session.state import State
    from tui.store.revisions import Revisions
    from tui.store.store_handle import StoreHandle
    from tui.words import Words


class Explorer(Protocol):
    """What the app offers to its screens.

    Attributes:
        words: the texts of the language in use.
        config: what the user has chosen for good.
        state: what is kept for the next run.
        state_file: where it is kept.
        store_handle: the store, opened by the first query.
        revisions: writes the decisions of the review screen into the store, in the background.
        names: the names to search in; empty until they are loaded.
    """

    words: Words
    config: Config
    state: State
    state_file: Path
    store_handle: StoreHandle
    revisions: Revisions
    names: Sequence[NameRow]

    @property
    def ready(self) -> bool:
        """Whether there is a store to ask, or nothing that could make one."""

    def sector_name(self, sector: str) -> str:
        """The name of a sector in the language in use; its id until the sectors are known."""

    def home_sector(self) -> str | None:
        """The sector that is open on the first screen; None for all."""

    def search(self, text: str = "") -> None:
        """Search everywhere, at first for ``text``."""

    def action_page(self, name: str) -> None:
        """Open one of `tui.screens.pages`, unless it is in front."""

    def open_reading(self, report: ReportRow, figure: int | None) -> None:
        """Open a report to be read, at the figure that begins at a place of its source."""

    def open_drill(self, subject: Subject) -> None:
        """Open an indicator, or a whole sector, in all periods; the store is asked before the screen is made."""

    def open_console(self, sql: str = "", parameters: Mapping[str, Any] | None = None) -> None:
        """Open the SQL console as it was left, with a text and its parameters in a tab of its own."""

    def add_report(self) -> None:
        """Ask for a report's file and add it; every screen asks again when the store was written."""

    def remove_report(self, report: ReportRow) -> None:
        """Ask whether an added report is to be removed, and remove it; every screen asks again when the store was written."""

    def store_found(self) -> None:
        """Let the screens that were opened while the store could not be read ask again, and drop the messages that it cannot."""

    def show_theme(self, name: str) -> None:
        """Use a theme, in the next run, too."""


def explorer_of(app: App[Any]) -> Explorer:
    """The app, typed as `Explorer`."""
    return cast("Explorer", app)
