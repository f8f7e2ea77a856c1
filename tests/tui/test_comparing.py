"""Periods and reports are compared: figures of like kind side by side, each with its place."""

from __future__ import annotations

from tests.tui import inside
from tests.tui.conftest import COAL, MakeApp, in_front, opened, press, settle
from tui.draw import plain_text
from tui.screens.compare import CompareScreen
from tui.screens.home import HomeScreen
from tui.screens.pick_reports import ReportPicker
from tui.widgets.grid import Grid
from tui.widgets.lines import Lines


async def test_reports_are_compared_with_the_period_of_each_figure(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "c", "m", "w")
        screen = in_front(app, CompareScreen)
        coal = next(row for row in screen.query_one(Grid).rows if row.key == COAL)
        assert [plain_text(cell).strip() for cell in coal.cells[1:5]] == ["228,91", "8T/2025", "119,4", "Q1/2026"]
        await press(pilot, "p", "space")
        assert isinstance(app.screen, ReportPicker)
        await press(pilot, "enter")
        assert [note.message for note in inside.notices(app)] == [app.words("compare.two_reports")]


async def test_three_periods_stand_side_by_side(make_app: MakeApp) -> None:
    app = make_app()
    app.state.compared = ["2025-M01/M08", "2025", "2026-Q1"]
    async with opened(app) as pilot:
        await press(pilot, "c", "w")
        screen = in_front(app, CompareScreen)
        assert screen.comparison is not None
        assert [column.key for column in screen.query_one(Grid).columns][1:4] == app.state.compared
        coal = next(row for row in screen.query_one(Grid).rows if row.key == COAL)
        assert [plain_text(cell).strip() for cell in coal.cells[1:4]] == ["228,91", "·", "119,4"]


async def test_comparing_says_where_both_figures_stand(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "c", "w")
        screen = in_front(app, CompareScreen)
        assert screen.query_one(Grid).move_to(COAL)
        await settle(pilot)
        cited = (screen.citation_text() or "").split(" ; ")
        assert len(cited) == 2
        told = [plain_text(line) for line in screen.query_one(Lines).lines]
        assert all(any(line.endswith(where) for line in told) for where in cited)
        await press(pilot, "Y")
        assert app.clipboard == " ; ".join(cited)


async def test_a_comparison_is_filtered_and_escape_gives_all_rows_back(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "c", "w", "m")
        grid = app.screen.query_one(Grid)
        before = [row.key for row in grid.rows]
        await press(pilot, "slash", *"ngheo", "enter")
        assert [row.key for row in grid.rows] == [("poverty_rate", None)]
        assert grid.has_focus
        await press(pilot, "escape")
        assert [row.key for row in grid.rows] == before
        assert isinstance(app.screen, CompareScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_a_comparison_has_no_column_without_figures(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(200, 50)) as pilot:
        await settle(pilot)
        await press(pilot, "c", "w")
        grid = app.screen.query_one(Grid)
        for place, column in enumerate(grid.columns):
            if column.key.startswith("plan"):
                assert any(plain_text(row.cells[place]) for row in grid.rows)
        assert all(len(row.cells) == len(grid.columns) for row in grid.rows)
