"""What people do all day: choose stretches of periods, compare, copy, keep a picture, come back tomorrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui import inside
from tests.tui.conftest import COAL, SIZE, MakeApp, home_of, opened, press, settle, show_sector
from tui.app import XulangApp
from tui.draw import plain_text
from tui.export import FORMATS, unused, write
from tui.screens.compare import CompareScreen
from tui.screens.drill import DrillScreen
from tui.screens.help import HelpScreen, help_of
from tui.screens.home import HomeScreen
from tui.screens.page import Page
from tui.screens.periods import PeriodScreen
from tui.screens.pick_reports import ReportPicker
from tui.screens.search import SearchScreen
from tui.screens.window import Window
from tui.session.state import State, write_state
from tui.widgets.grid import Grid
from tui.widgets.hints import Hints
from tui.widgets.lines import Lines
from tui.widgets.title import Title
from tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


@pytest.fixture(autouse=True)
def only_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """No clipboard programs of this machine."""
    monkeypatch.setattr("tui.clipboard.shutil.which", lambda _tool: None)


async def picker(pilot: Pilot[None], row: str, column: str) -> PeriodScreen:
    await settle(pilot)
    await press(pilot, "p")
    screen = pilot.app.screen
    assert isinstance(screen, PeriodScreen)
    await press(pilot, "c")
    screen.grid.move_to(row, column)
    await settle(pilot)
    return screen


async def test_a_stretch_of_periods_is_marked_and_chosen(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await picker(pilot, "2024", "Y")
        await press(pilot, "v", "down")
        assert screen.chosen == []
        await press(pilot, "v")
        assert screen.chosen == ["2024", "2025"]


async def test_arrows_with_shift_stretch_and_escape_gives_up_only_the_stretch(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await picker(pilot, "2025", "T8")
        await press(pilot, "shift+right", "escape")
        assert app.screen is screen
        assert screen.chosen == []
        await press(pilot, "shift+right", "enter")
        assert [period.id for period in home_of(app).chosen] == ["2025-M01/M08", "2025"]


async def test_a_click_with_shift_chooses_up_to_the_mouse(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await picker(pilot, "2024", "Y")
        year = next(placed for placed in screen.grid._layout_now.placed if placed.column.key == "Y")
        row = next(at for at, shown in enumerate(screen.grid.rows) if shown.key == "2026") + 1
        await pilot.click(Grid, offset=(year.left + 2, row), shift=True)
        await settle(pilot)
        assert screen.chosen == ["2024", "2025"]


async def test_reports_are_compared_with_the_period_of_each_figure(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "c", "m", "w")
        screen = app.screen
        assert isinstance(screen, CompareScreen)
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
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.comparison is not None
        assert [column.key for column in screen.query_one(Grid).columns][1:4] == app.state.compared
        coal = next(row for row in screen.query_one(Grid).rows if row.key == COAL)
        assert [plain_text(cell).strip() for cell in coal.cells[1:4]] == ["228,91", "·", "119,4"]


async def test_comparing_says_where_both_figures_stand(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "c", "w")
        screen = app.screen
        assert isinstance(screen, CompareScreen)
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


async def test_a_drilldown_is_filtered_with_the_indicators_of_its_items(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "f", "d", "d")
        screen = app.screen
        assert isinstance(screen, DrillScreen)
        before = [row.key for row in screen.matrix.rows]
        await press(pilot, "slash", *"than", "enter")
        assert COAL in [row.key for row in screen.matrix.rows]
        assert len(screen.matrix.rows) < len(before)
        table = screen.table()
        assert table is not None
        assert len(table.rows) == len(screen.matrix.rows)
        await press(pilot, "escape")
        assert [row.key for row in screen.matrix.rows] == before
        assert app.screen is screen


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


async def test_reports_are_filtered_by_what_is_seen_of_them(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "r")
        grid = app.screen.query_one(Grid)
        before = [row.key for row in grid.rows]
        await press(pilot, "slash", *"q1", "enter")
        assert [row.key for row in grid.rows] == [key for key in before if key == "b"]
        await press(pilot, "slash", *"xyz")
        assert not len(grid.rows)
        assert "không có dòng nào khớp" in plain_text(grid.empty)
        await press(pilot, "escape")
        assert [row.key for row in grid.rows] == before


async def test_the_cell_under_the_cursor_stays_in_sight_when_the_chart_takes_room(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.open_drill("industrial_output", row=COAL)
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, DrillScreen)
        await press(pilot, "b")
        column = next(column for column in screen.matrix.columns if column.key == screen.matrix.column)
        assert column.title in screen.matrix.render_line(0).text


async def test_a_click_on_the_head_at_the_edge_brings_the_hidden_periods(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(40, 12)) as pilot:
        await settle(pilot)
        grid = home_of(app).table_grid
        newest = grid.render_line(0).text
        assert "‹" in newest
        await pilot.click(grid, offset=(newest.index("‹") + 2, 0))
        await settle(pilot)
        older = grid.render_line(0).text
        assert older != newest
        assert "›" in older
        await pilot.click(grid, offset=(older.index("›"), 0))
        await settle(pilot)
        assert grid.render_line(0).text == newest


async def test_a_click_on_a_measure_in_the_title_chooses_it(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "f", "d", "d")
        screen = app.screen
        assert isinstance(screen, DrillScreen)
        assert screen.drill is not None
        view = screen.drill.views()[-1]
        title = screen.title_bar
        place = title.render_line(0).text.index(app.words(f"view.{view}"))
        await pilot.click(title, offset=(place, 0))
        await settle(pilot)
        assert screen.drill.view == view


async def test_filtering_goes_to_the_first_hit_and_escape_back(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        home = home_of(app)
        await press(pilot, "1", "home", "enter", "G")
        before = home.table_grid.key
        await press(pilot, "slash", *"than")
        assert home.table_grid.key == COAL
        await press(pilot, "escape")
        assert home.table_grid.key == before
        await press(pilot, "slash", *"than", "enter", "escape")
        assert home.table_grid.key == COAL


async def test_a_row_and_a_table_are_copied_for_a_spreadsheet(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await show_sector(pilot, "industry")
        await press(pilot, "down", "R")
        assert app.clipboard.split("\t")[:2] == ["Than", "nghìn tấn"]
        await press(pilot, "T")
        head, *rows = [line.split("\t") for line in app.clipboard.splitlines()]
        assert {len(row) for row in rows} == {len(head)}
        assert any("228,91" in row for row in rows)


async def test_a_picture_of_the_screen_is_saved_and_its_place_told(
    make_app: MakeApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "P")
        (picture,) = tmp_path.glob("xulang-*.svg")
        assert "GRDP" in picture.read_text(encoding="utf-8")
        assert [str(picture) in note.message for note in inside.notices(app)] == [True]


async def test_the_next_run_opens_at_the_same_cell_of_the_same_screen(
    make_app: MakeApp, small_store: Path, tmp_path: Path
) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await show_sector(pilot, "industry")
        await press(pilot, "down", "right", "enter", "down")
        assert isinstance(app.screen, DrillScreen)
        row, column = app.screen.matrix.key, app.screen.matrix.column
        await press(pilot, "q")
    again = XulangApp(small_store, state=tmp_path / "session.json")
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
    keys: list[str], make_app: MakeApp, small_store: Path, tmp_path: Path
) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, *keys)
        left = [(type(screen), screen.address()) for screen in app.screen_stack if isinstance(screen, Page)]
        shown = type(app.screen)
        await press(pilot, "ctrl+q")
    again = XulangApp(small_store, state=tmp_path / "session.json")
    async with opened(again) as pilot:
        await settle(pilot)
        assert type(again.screen) is shown
        assert [(type(screen), screen.address()) for screen in again.screen_stack if isinstance(screen, Page)] == left


@pytest.mark.parametrize(
    "place", [["DrillScreen"], ["DrillScreen", "grdp"], ["CompareScreen\tx"], ["NoScreen\t1"], ["ReviewScreen\t?\t?"]]
)
async def test_a_place_that_leads_nowhere_opens_the_first_screen(place: list[str], small_store: Path, tmp_path: Path) -> None:
    write_state(tmp_path / "session.json", State(place=place))
    app = XulangApp(small_store, state=tmp_path / "session.json")
    async with opened(app):
        assert isinstance(app.screen, HomeScreen)


@pytest.mark.parametrize(
    "keys", [["p"], ["c", "w", "m", "p"], ["e"], ["s"], ["f", "d", "down", "enter", "enter"], ["r", "a"], ["v", "enter"]]
)
async def test_every_window_explains_itself_and_gives_way_to_escape(keys: list[str], make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, *keys)
        window = app.screen
        assert isinstance(window, Window)
        await press(pilot, "f1")
        assert type(app.screen) is HelpScreen
        shown = help_of(window, app.words)
        assert shown.about
        assert shown.keys
        await press(pilot, "escape")
        assert app.screen_stack[-1] is window
        await press(pilot, "escape")
        assert app.screen_stack[-1] is not window


async def test_ctrl_c_tells_how_to_leave_in_the_language_in_use(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "ctrl+c")
        assert [notice.message for notice in inside.notices(app)] == [app.words("say.leave")]


async def test_the_way_to_all_keys_is_in_the_last_line_of_every_size(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        for keys in ((), ("c",), ("escape", "x"), ("escape", "r"), ("escape", "v")):
            await press(pilot, *keys)
            hints = app.screen.query_one(Hints)
            assert hints.render_line(0).text.rstrip().endswith(f"? {app.words('hint.help')}")


async def test_results_that_come_late_leave_the_cursor_where_it_is(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "f3", *"than", "down", "down")
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        before = screen.query_one(Grid).key
        screen._passed(screen.passages)
        assert screen.query_one(Grid).key == before


def test_a_suggested_file_name_is_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    assert unused(path) == path
    path.touch()
    unused(path).touch()
    assert unused(path).name == "a-3.csv"


@pytest.mark.parametrize(
    "keys", [[], ["d"], ["c", "w"], ["c", "w", "m"], ["x"], ["r"], ["r", "enter"], ["v", "w"], ["f3", *"than"]]
)
async def test_every_table_is_written_in_every_format(keys: list[str], make_app: MakeApp, tmp_path: Path) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, *keys)
        assert isinstance(app.screen, Page)
        table = app.screen.table()
        assert table is not None
        assert table.rows
        for form, ending in FORMATS.items():
            write(tmp_path / f"{form}.{ending}", form, table)
            assert (tmp_path / f"{form}.{ending}").stat().st_size > 0


async def test_the_title_is_clicked_for_periods_and_for_the_way_back(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await pilot.click(Title, offset=(SIZE[0] - 30, 0))
        await settle(pilot)
        assert isinstance(app.screen, PeriodScreen)
        await press(pilot, "escape", "x")
        await pilot.click(Title, offset=(3, 0))
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_a_terminal_that_is_too_small_is_told_and_recovers(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await pilot.resize_terminal(30, 8)
        await settle(pilot)
        assert app.screen.query_one(TooSmall).region.width == 30
        await pilot.resize_terminal(0, 24)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert not app.screen.query_one(TooSmall).region
        assert home_of(app).table_grid.rows
