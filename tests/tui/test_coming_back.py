"""The next run opens where the last one was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui import inside
from tests.tui.conftest import COAL, MakeApp, home_of, opened, press, settle, show_sector
from tui.app import XulangApp
from tui.screens.drill import DrillScreen
from tui.screens.home import HomeScreen
from tui.screens.page import Page
from tui.session.state import State, read_state, write_state

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_next_run_opens_at_the_same_cell_of_the_same_screen(
    make_app: MakeApp, opened_store: Path, tmp_path: Path
) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await show_sector(pilot, "industry")
        await press(pilot, "down", "right", "enter", "down")
        assert isinstance(app.screen, DrillScreen)
        row, column = app.screen.matrix.key, app.screen.matrix.column
        await press(pilot, "q")
    again = XulangApp(opened_store, state=tmp_path / "session.json")
    async with opened(again) as pilot:
        await settle(pilot)
        assert isinstance(again.screen, DrillScreen)
        assert (again.screen.matrix.key, again.screen.matrix.column) == (row, column)
        await press(pilot, "escape")
        assert home_of(again).table_grid.key == COAL
        assert home_of(again).table_grid.column == "2025-M01/M08"


@pytest.mark.parametrize(
    "keys",
    [
        ["c", "w", "S", "down"],
        ["c", "w", "m", "down"],
        ["x", "down"],
        ["r", "down"],
        ["r", "down", "enter", "n"],
        ["v", "w", "w", "down"],
        ["v", "S", "down"],
        ["f3", *"than"],
        ["x", "enter"],
    ],
)
async def test_every_screen_is_found_again_as_it_was_left(
    keys: list[str], make_app: MakeApp, opened_store: Path, tmp_path: Path
) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, *keys)
        left = [(type(screen), screen.location()) for screen in app.screen_stack if isinstance(screen, Page)]
        shown = type(app.screen)
        await press(pilot, "ctrl+q")
    again = XulangApp(opened_store, state=tmp_path / "session.json")
    async with opened(again) as pilot:
        await settle(pilot)
        assert type(again.screen) is shown
        assert [(type(screen), screen.location()) for screen in again.screen_stack if isinstance(screen, Page)] == left


@pytest.mark.parametrize(
    "place", [["DrillScreen"], ["DrillScreen", "grdp"], ["CompareScreen\tx"], ["NoScreen\t1"], ["ReviewScreen\t?\t?"]]
)
async def test_a_place_that_leads_nowhere_opens_the_first_screen(place: list[str], opened_store: Path, tmp_path: Path) -> None:
    write_state(tmp_path / "session.json", State(place=place))
    app = XulangApp(opened_store, state=tmp_path / "session.json")
    async with opened(app):
        assert isinstance(app.screen, HomeScreen)


async def test_a_store_that_cannot_be_read_costs_nobody_their_place(tmp_path: Path) -> None:
    (tmp_path / "broken.duckdb").write_bytes(b"no store")
    place = ["ReportsScreen\ta\t"]
    kept = State(lang="en", sector="industry", row=list(COAL), column="2026-Q1", place=place, periods=["2026-Q1"])
    write_state(tmp_path / "session.json", kept)
    app = XulangApp(tmp_path / "broken.duckdb", state=tmp_path / "session.json")
    async with opened(app) as pilot:
        assert inside.notices(app)
        app.store_changed()
        await press(pilot, "L", "r", "q")
    kept.lang = "vi"
    assert read_state(tmp_path / "session.json") == kept


async def test_a_screen_that_is_just_being_opened_has_no_place_to_be_kept(make_app: MakeApp, tmp_path: Path) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "r")
        for page in ("compare", "checks", "review"):
            app.action_page(page)
        app.keep_state()
        await settle(pilot)
    assert read_state(tmp_path / "session.json").place == ["ReportsScreen\tb\t"]


async def test_the_place_is_kept_when_the_terminal_goes(make_app: MakeApp, tmp_path: Path) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "r", "down")
        app.exit()
    assert read_state(tmp_path / "session.json").place == ["ReportsScreen\ta\t"]
