"""Leaving and coming back: the screen that was open over the first one, and the cell under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.home import HomeScreen

if TYPE_CHECKING:
    from tui.app import XulangApp

_BY_ACTION = {"CompareScreen": "compare", "ChecksScreen": "checks", "ReportsScreen": "reports", "ReviewScreen": "review"}


def remember(app: XulangApp) -> None:
    """Write into the state where the reader is."""
    app.state.place = []
    for screen in app.screen_stack:
        if isinstance(screen, HomeScreen):
            screen.remember()
        elif type(screen).__name__ == "DrillScreen":
            app.state.place = ["DrillScreen", *screen.address()]  # type: ignore[attr-defined]
        elif type(screen).__name__ in _BY_ACTION and not app.state.place:
            app.state.place = [type(screen).__name__]


def reopen(app: XulangApp) -> None:
    """Open the screen that the state names, where it still can be."""
    match app.state.place:
        case ["DrillScreen", indicator, sector, item, column]:
            from tui.screens.drill import DrillScreen

            row = (indicator, item or None) if indicator else None
            app.push_screen(DrillScreen(indicator or None, sector or None, row, column or None))
        case [name] if name in _BY_ACTION:
            app.call_later(app.run_action, _BY_ACTION[name])
    app.state.place = []
