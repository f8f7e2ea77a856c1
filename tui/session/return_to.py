"""Leaving and coming back: the screens that were open over the first one, with their cursors."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from tui.screens.home import HomeScreen

if TYPE_CHECKING:
    from tui.app import XulangApp
    from tui.screens.page import Page

_MODULES = {
    "DrillScreen": "drill", "CompareScreen": "compare", "ChecksScreen": "checks", "ReportsScreen": "reports",
    "ReviewScreen": "review", "SearchScreen": "search",
}  # fmt: skip
PARTING = "\t"
"""What parts the name of a screen and the pieces of its address."""


def remember(app: XulangApp) -> None:
    """Record in the state which screens are open, and where their cursors are."""
    app.state.place = []
    for screen in app.screen_stack:
        if isinstance(screen, HomeScreen):
            screen.remember()
        elif type(screen).__name__ in _MODULES:
            page: Page = screen  # type: ignore[assignment]
            app.state.place.append(PARTING.join([type(screen).__name__, *page.address()]))


def reopen(app: XulangApp) -> None:
    """Reopen the screens that the state names, as far as their addresses are still valid."""
    places, app.state.place = app.state.place, []
    for place in places:
        name, *address = place.split(PARTING)
        if name in _MODULES:
            page: Page = getattr(import_module(f"tui.screens.{_MODULES[name]}"), name)()
            if page.arrive(address):
                app.push_screen(page)
