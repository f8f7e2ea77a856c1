"""What people do all day: filter, click, copy, keep a picture, ask for help."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from tests.tui import inside
from tests.tui.conftest import COAL, SIZE, MakeApp, home_of, in_front, opened, press, settle, show_sector, until
from tui.draw import line_width, plain_text
from tui.export import FORMATS, unused_path, write
from tui.model.drill import Drill
from tui.model.subject import Subject
from tui.screens.checks import ChecksScreen
from tui.screens.compare import CompareScreen
from tui.screens.drill import DrillScreen
from tui.screens.help import HelpScreen, help_of
from tui.screens.home import HomeScreen
from tui.screens.page import Page
from tui.screens.periods import PeriodScreen
from tui.screens.reports import ReportsScreen
from tui.screens.search import SearchScreen
from tui.screens.window import Window
from tui.widgets.grid import Grid
from tui.widgets.hints import Hints
from tui.widgets.lines import Lines
from tui.widgets.title import Title
from tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_drilldown_is_filtered_with_the_indicators_of_its_items(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "f", "d", "d")
        screen = in_front(app, DrillScreen)
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
        app.open_drill(Subject("industrial_output", row=COAL))
        await settle(pilot)
        screen = in_front(app, DrillScreen)
        await press(pilot, "b")
        column = next(column for column in screen.matrix.columns if column.key == screen.matrix.column)
        assert column.short in screen.matrix.render_line(0).text


async def test_pages_are_not_piled_up_by_going_to_and_fro(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, *"cxcxrcx")
        assert [type(screen) for screen in app.screen_stack] == [HomeScreen, CompareScreen, ChecksScreen]
        await press(pilot, "down", "enter", "c", "x", "escape", "escape")
        assert app.screen is home_of(app)


async def test_a_page_is_opened_again_at_what_is_under_the_cursor(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "x", "end")
        last = in_front(app, ChecksScreen).location()
        app.open_drill(Subject("poverty_rate", row=("poverty_rate", None), column="2025"))
        await settle(pilot)
        await press(pilot, "x")
        assert in_front(app, ChecksScreen).location() != last
        assert [type(screen) for screen in app.screen_stack] == [HomeScreen, ChecksScreen]


async def test_a_report_that_was_read_is_closed_with_what_lies_over_a_page(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "r", "enter", "x", "r")
        assert in_front(app, ReportsScreen).location()[1] == "", "the next run does not open it again"


async def test_a_drilldown_that_arrives_after_the_language_was_changed_is_in_the_new_one(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, go = threading.Event(), threading.Event()

    def late(*parts: Any, **named: Any) -> Drill:
        asked.set()
        go.wait()
        return Drill(*parts, **named)

    monkeypatch.setattr("tui.screens.drill.Drill", late)
    monkeypatch.setattr("tui.screens.drill.PATIENCE", 0)
    app = make_app()
    async with opened(app) as pilot:
        app.open_drill(Subject("poverty_rate"))
        await until(asked.is_set)
        await pilot.press("L")
        go.set()
        await settle(pilot)
        shown = inside.words_on(in_front(app, DrillScreen))
        assert "Poverty rate" in shown
        assert "Tỷ lệ hộ nghèo" not in shown


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


async def test_the_newest_period_stays_in_sight_in_a_narrower_terminal(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await show_sector(pilot, "industry")
        grid = home_of(app).table_grid
        for width in (80, 45, 40):
            await pilot.resize_terminal(width, 24)
            await settle(pilot)
            head = grid.render_line(0).text
            assert "Q1/26" in head, width
            assert "›" not in head, width
        await press(pilot, "right", *["left"] * 4, "right")
        head = grid.render_line(0).text
        assert "8T/25" in head
        assert "±CK" not in head, "it is that of the newest period, which is out of sight"
        await press(pilot, *["right"] * 4)
        assert "Q1/26" in grid.render_line(0).text


async def test_a_click_on_a_measure_in_the_title_chooses_it(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "f", "d", "d")
        screen = in_front(app, DrillScreen)
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
        heads, cells = (line.split("\t") for line in app.clipboard.splitlines())
        assert heads[:4] == ["CHỈ TIÊU", "", "8T/2025", "Q1/2026"]
        assert cells[:4] == ["Sản lượng sản phẩm công nghiệp: Than", "nghìn tấn", "228,91", "119,4"]
        assert not set("⚠▁▂▃▄▅▆▇") & set(app.clipboard)
        await press(pilot, "T")
        assert "industry" not in inside.notices(app)[-1].message
        assert "bảng 6 dòng" in inside.notices(app)[-1].message
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
        await until(lambda: bool(inside.notices(app)))
        (picture,) = tmp_path.glob("xulang-*.svg")
        assert "GRDP" in picture.read_text(encoding="utf-8")
        assert [str(picture) in note.message for note in inside.notices(app)] == [True]


@pytest.mark.parametrize("keys", [["p"], ["s"], ["question_mark"]], ids=["periods", "sql", "help"])
async def test_a_picture_is_saved_of_a_window_too(
    make_app: MakeApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, *keys)
        window = app.screen
        await press(pilot, "P")
        await until(lambda: bool(inside.notices(app)))
        assert app.screen is window
        assert len(list(tmp_path.glob("xulang-*.svg"))) == 1


@pytest.mark.parametrize("keys", [["P"], ["ctrl+p", *"picture", "enter"]], ids=["key", "palette"])
async def test_a_picture_holds_no_messages_which_are_shown_again_after_it(
    make_app: MakeApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    app = make_app("en")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        await until(lambda: len(inside.notices(app)) == 1)
        await press(pilot, "t", *keys)
        await until(lambda: len(inside.notices(app)) == 3)
        await settle(pilot)
        taken = [picture.read_text(encoding="utf-8") for picture in tmp_path.glob("xulang-*.svg")]
        assert len(taken) == 2, "one picture does not take the place of another"
        assert not any("saved" in picture or ">Light<" in picture for picture in taken)
        seen = app.export_screenshot()
        assert seen.count("saved") == 2
        assert ">Light<" in seen


async def test_every_window_explains_itself_and_gives_way_to_escape(make_app: MakeApp) -> None:
    app = make_app()
    note = ["f", "d", "down", "enter", "enter"]
    async with opened(app) as pilot:
        for keys in (["p"], ["c", "w", "m", "p"], ["e"], ["s"], note, ["r", "a"], ["v", "enter"]):
            await press(pilot, *keys)
            window = app.screen
            assert isinstance(window, Window), keys
            await press(pilot, "f1")
            assert type(app.screen) is HelpScreen
            shown = help_of(window, app.words)
            assert shown.about
            assert shown.keys
            await press(pilot, "escape")
            assert app.screen_stack[-1] is window
            await press(pilot, "escape")
            assert app.screen_stack[-1] is not window
            while not isinstance(app.screen, HomeScreen):
                await press(pilot, "escape")


async def test_two_columns_of_keys_have_room_beside_a_scrollbar(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app, (98, 30)) as pilot:
        await press(pilot, "f1")
        pane = app.screen.query_one(Lines)
        assert pane.max_scroll_y
        widest = 0
        for cells, lines in ((98, 24), (99, 30), (100, 30), (101, 24), (120, 24)):
            await pilot.resize_terminal(cells, lines)
            await settle(pilot)
            pairs = [line for line in pane.lines if sum(role == "accent" for _, role in line) > 1]
            widest = max(map(line_width, pairs), default=0)
            assert widest <= pane.scrollable_content_region.width, cells
        assert widest


async def test_ctrl_c_tells_how_to_leave_in_the_language_in_use(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "ctrl+c")
        assert [notice.message for notice in inside.notices(app)] == [app.words("say.leave")]


@pytest.mark.parametrize(("lang", "told"), [("vi", "Không có lệnh nào khớp"), ("en", "No command matches")])
async def test_the_palette_tells_in_the_language_in_use_that_nothing_matches(make_app: MakeApp, lang: str, told: str) -> None:
    app = make_app(lang)
    async with opened(app) as pilot:
        await press(pilot, "ctrl+p", *"zzz")
        await until(lambda: told in inside.words_on(app.screen))
        await press(pilot, *["backspace"] * 3)
        assert told not in inside.words_on(app.screen)


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
        screen = in_front(app, SearchScreen)
        before = screen.query_one(Grid).key
        assert screen.hits is not None
        screen.take(screen.hits)
        assert screen.query_one(Grid).key == before


def test_a_suggested_file_name_is_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    assert unused_path(path) == path
    path.touch()
    unused_path(path).touch()
    assert unused_path(path).name == "a-3.csv"


async def test_every_table_is_written_in_every_format(make_app: MakeApp, tmp_path: Path) -> None:
    app = make_app()
    async with opened(app) as pilot:
        for keys in ([], ["d"], ["c", "w"], ["c", "w", "m"], ["x"], ["r"], ["r", "enter"], ["v", "w"], ["f3", *"than"]):
            await press(pilot, *keys)
            page, folder = app.screen, tmp_path / "-".join(["table", *keys])
            assert isinstance(page, Page), keys
            table = page.table()
            assert table is not None, keys
            assert table.rows, keys
            folder.mkdir()
            for form, ending in FORMATS.items():
                write(folder / f"{form}.{ending}", form, table)
                assert (folder / f"{form}.{ending}").stat().st_size > 0, (keys, form)
            while not isinstance(app.screen, HomeScreen):
                await press(pilot, "escape")


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


async def test_a_filter_of_a_drilldown_without_hits_shows_no_other_row_and_escape_gives_the_row_back(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        app.open_drill(Subject("industrial_output"))
        await settle(pilot)
        screen = in_front(app, DrillScreen)
        await press(pilot, "down", "down")
        before = screen.matrix.key
        await press(pilot, "slash", *"zzz")
        assert "không có số liệu để vẽ" in inside.words_on(screen)
        assert "không có báo cáo nào nêu số này" not in inside.words_on(screen)
        await press(pilot, "escape")
        assert (screen.matrix.key, before is not None) == (before, True)


async def test_the_table_of_findings_is_copied_as_it_is_shown(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "x", "T")
        heads, first, *_ = (line.split("\t") for line in app.clipboard.splitlines())
        assert heads[:5] == ["mức độ", "chỉ tiêu", "kỳ", "thước đo", "phát hiện"]
        assert first[:3] == ["mâu thuẫn", "Tỷ lệ hộ nghèo", "2025"]


async def test_the_sign_of_disputes_counts_figures_everywhere(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        home = home_of(app)
        by_sector = sum(sector.disputed for sector in home.sectors)
        await press(pilot, "r")
        reports = in_front(app, ReportsScreen)
        assert sum(report.disputed for report in reports.reports) == by_sector == 2
        await press(pilot, "escape", "x")
        assert "1 mâu thuẫn giữa 2 số" in inside.words_on(app.screen)
