"""The SQL of every pane opens in the console with its parameters, runs as it is, and gives the pane's rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui import inside
from tests.tui.conftest import MakeApp, opened, press
from tui.app import XulangApp
from tui.screens.console import ConsoleScreen
from tui.screens.home import HomeScreen
from tui.screens.page import Page
from tui.widgets.result_grid import ResultGrid

if TYPE_CHECKING:
    from textual.pilot import Pilot

PANES = {
    "sectors": ["1"],
    "table": ["2", "down"],
    "table-of-a-sector": ["1", "down", "down", "2"],
    "note": ["2", "down", "3"],
    "drill": ["f", "d", "down", "enter"],
    "checks": ["x"],
    "reports": ["r"],
    "compare": ["c"],
    "search-names": ["f3", "t", "h", "a", "n", "down"],
    "search-passages": ["f3", "d", "u", "o", "n", "g", "down"],
    "reading": ["r", "enter"],
    "review": ["v"],
}


async def test_every_pane_opens_in_the_console(make_app: MakeApp) -> None:
    async with opened(make_app()) as pilot:
        for pane, keys in PANES.items():
            await press(pilot, *keys)
            await opens_in_the_console(pilot, pane)
            while not isinstance(pilot.app.screen, HomeScreen):
                await press(pilot, "escape")


async def opens_in_the_console(pilot: Pilot[None], pane: str) -> None:
    """Open the pane in front in the console, run its SQL, and compare the rows."""
    app = pilot.app
    assert isinstance(app, XulangApp)
    page = app.screen
    assert isinstance(page, Page), pane
    asked = page.pane_query()
    assert asked is not None, pane
    expected = [tuple(row) for row in app.store_handle.open().ask(asked.question, **asked.parameters)]
    await press(pilot, "o", "f5")
    assert isinstance(app.screen, ConsoleScreen), pane
    results = app.screen.pane.results
    assert not results.failed, (pane, results.note)
    view = app.screen.query_one(ResultGrid).view
    assert view.columns == asked.question.row._fields, pane
    assert [view.at(place) for place in range(view.known)] == expected, pane
    assert expected, pane


async def test_the_sql_of_a_pane_gives_every_value_once(make_app: MakeApp) -> None:
    async with opened(make_app()) as pilot:
        await press(pilot, "v", "s")
        shown = inside.words_on(pilot.app.screen)
        assert "-- most = 20000" in shown
        assert shown.count("most =") == 1
