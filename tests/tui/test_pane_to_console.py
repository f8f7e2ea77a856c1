"""The SQL of every pane opens in the console with its parameters, runs as it is, and gives the pane's rows."""

from __future__ import annotations

import pytest

from tests.tui.conftest import MakeApp, press, settle
from tui.screens.console import ConsoleScreen
from tui.screens.page import Page
from tui.widgets.result_grid import ResultGrid

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


@pytest.mark.parametrize("pane", list(PANES))
async def test_a_pane_opens_in_the_console(make_app: MakeApp, pane: str) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, *PANES[pane])
        page = app.screen
        assert isinstance(page, Page)
        asked = page.pane_query()
        assert asked is not None
        expected = [tuple(row) for row in app.store_handle.open().ask(asked.question, **asked.parameters)]
        await press(pilot, "o", "f5")
        assert isinstance(app.screen, ConsoleScreen)
        assert not app.screen.pane.results.failed, app.screen.pane.results.note
        view = app.screen.query_one(ResultGrid).view
        assert view.columns == asked.question.row._fields
        assert [view.at(place) for place in range(view.known)] == expected
        assert expected
