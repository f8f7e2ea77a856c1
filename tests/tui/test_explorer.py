"""The explorer by its keys: what is under the cursor, what is said, what is asked."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from textual.widgets import Input

from tests.tui import inside
from tests.tui.conftest import COAL, SIZE, MakeApp, home_of, in_front, opened, press, settle, show_sector
from tui.app import XulangApp
from tui.config import Config
from tui.draw import plain_text
from tui.model.subject import Subject
from tui.screens.building import BuildingScreen
from tui.screens.checks import ChecksScreen
from tui.screens.compare import CompareScreen
from tui.screens.drill import DrillScreen
from tui.screens.help import HelpScreen
from tui.screens.home import HomeScreen
from tui.screens.page import Page
from tui.screens.passage import PassageScreen
from tui.screens.periods import PeriodScreen
from tui.screens.reports import ReportsScreen
from tui.screens.search import SearchScreen
from tui.screens.sql import SqlScreen
from tui.widgets.grid import Grid
from tui.widgets.lines import Lines
from tui.words import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path


def said(lines: Lines) -> str:
    return "\n".join(plain_text(line) for line in lines.lines)


async def test_home_opens_on_the_first_sector_with_figures(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app):
        home = home_of(app)
        assert home.sector == "growth"
        assert home.table_grid.key == ("grdp_growth", None)
        assert "BC 12" in said(home.note)


async def test_a_letter_jumps_to_a_sector_and_another_opens_a_row(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        home = home_of(app)
        await press(pilot, "f")
        letter = home.sector_grid.labels["industry"]
        await press(pilot, letter)
        assert home.sector == "industry"
        await press(pilot, "f")
        letter = home.table_grid.labels[COAL]
        await press(pilot, letter)
        assert isinstance(app.screen, DrillScreen)
        assert app.screen.matrix.key == COAL


async def test_the_note_follows_the_cursor_without_asking(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        home = await show_sector(pilot, "industry")
        asked = home.runner.job, home.passage_cache.runner.job
        await press(pilot, "down", "right")
        assert home.table_grid.key == COAL
        assert "CHÚ THÍCH 6" in said(home.note)
        assert "228,91" in said(home.note)
        await press(pilot, "right")
        assert "CHÚ THÍCH 7" in said(home.note)
        assert (home.runner.job, home.passage_cache.runner.job) == asked


async def test_items_fold_and_unfold_in_place(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        home = await show_sector(pilot, "industry")
        assert len(home.table_grid.rows) == 6
        await press(pilot, "left")
        assert len(home.table_grid.rows) == 1
        await press(pilot, "right")
        assert len(home.table_grid.rows) == 6
        await press(pilot, "down", "left")
        assert home.table_grid.key == ("industrial_output", None)


async def test_filtering_needs_no_diacritics_and_escape_forgets_it(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        home = await show_sector(pilot, "")
        await press(pilot, "slash", *"ho", "space", *"ngheo")
        assert [row.key for row in home.table_grid.rows] == [("poverty_rate", None)]
        await press(pilot, "escape")
        assert len(home.table_grid.rows) > 1
        assert app.focused is home.table_grid


async def test_both_readings_of_a_disputed_figure_stand_together(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "f3", *"ho", "space", *"ngheo", "enter")
        assert isinstance(app.screen, DrillScreen)
        text = said(app.screen.query_one("#readings", Lines))
        assert "1,36 %" in text
        assert "2,32 %" in text
        assert "⚠" in text


async def test_a_disputed_figure_of_the_table_is_known_without_colours(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        home = home_of(app)
        await show_sector(pilot, "social")
        row = next(row for row in home.table_grid.rows if row.key == ("poverty_rate", None))
        assert "⚠" in plain_text(row.span or ())


async def test_measures_are_switched_and_absent_is_not_nought(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        app.push_screen(DrillScreen(Subject("industrial_output")))
        await settle(pilot)
        screen = in_front(app, DrillScreen)
        assert screen.drill is not None
        steel = next(row for row in screen.matrix.rows if row.key == ("industrial_output", "industrial_output.steel"))
        assert plain_text(steel.cells[-1]).strip() == "·"
        await press(pilot, "m")
        assert screen.drill.view == "plan"
        await press(pilot, "m")
        assert screen.drill.view == "change"
        await press(pilot, "enter")
        assert isinstance(app.screen, PassageScreen)


async def test_periods_are_chosen_and_remembered(make_app: MakeApp, opened_store: Path, tmp_path: Path) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "p")
        assert isinstance(app.screen, PeriodScreen)
        await press(pilot, "c")
        app.screen.grid.move_to("2025", "Y")
        await press(pilot, "space", "enter")
        assert [period.id for period in home_of(app).chosen] == ["2025"]
        await press(pilot, "q")
    again = XulangApp(opened_store, state=tmp_path / "session.json")
    async with opened(again):
        assert [period.id for period in home_of(again).chosen] == ["2025"]


async def test_every_screen_opens_by_its_key_and_escape_comes_back(make_app: MakeApp) -> None:
    app = make_app()
    screens = {
        "r": ReportsScreen,
        "x": ChecksScreen,
        "c": CompareScreen,
        "f3": SearchScreen,
        "ctrl+f": SearchScreen,
        "question_mark": HelpScreen,
        "f1": HelpScreen,
        "s": SqlScreen,
        "d": DrillScreen,
    }
    async with opened(app) as pilot:
        for key, screen in screens.items():
            await press(pilot, key)
            assert isinstance(app.screen, screen)
            await press(pilot, "escape")
            assert isinstance(app.screen, HomeScreen)


async def test_every_page_changes_its_language_and_lives_in_any_size(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        for keys in (["r"], ["x"], ["c"], ["d"], ["f3", "t", "h", "a", "n"], []):
            await press(pilot, *keys)
            before = app.words.lang
            app.action_language()
            await settle(pilot)
            assert {before, app.words.lang} == set(LANGUAGES), keys
            page = app.screen
            assert isinstance(page, Page)
            for size in ((40, 12), (200, 50), (20, 6), (80, 24)):
                await pilot.resize_terminal(*size)
                await settle(pilot)
            assert page.title_bar.size.width == 80, keys
            if keys:
                await press(pilot, "escape")
            assert isinstance(app.screen, HomeScreen), keys


async def test_a_citation_is_copied_and_the_way_is_said(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await show_sector(pilot, "industry")
        await press(pilot, "down", "right", "Y")
        assert app.clipboard == "BC 12/BC-UBND, mục II.1.3, chú thích 6, trang 1"
        await press(pilot, "y")
        assert app.clipboard == "228,91 nghìn tấn"


async def test_figures_without_a_place_in_the_catalogue_are_shown(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        home = await show_sector(pilot, "?")
        assert home.data is not None
        assert [home.data.name(row.key) for row in home.table_grid.rows if isinstance(row.key, tuple)] == [
            "số hộ [x] được hỗ trợ"
        ]


async def test_keys_can_be_given_other_places(make_app: MakeApp) -> None:
    app = make_app(config=Config(keymap={"reports": "f9"}))
    async with opened(app) as pilot:
        await press(pilot, "f9")
        assert isinstance(app.screen, ReportsScreen)


async def test_the_store_is_built_first_where_there_is_none(small_store: Path, tmp_path: Path) -> None:
    def build(path: Path, progress: object) -> None:
        assert callable(progress)
        progress(0.5, "[red] một nửa")
        path.write_bytes(small_store.read_bytes())

    app = XulangApp(tmp_path / "new" / "store.duckdb", build=build, state=tmp_path / "session.json")
    async with opened(app) as pilot:
        await settle(pilot)
        assert home_of(app).sectors


async def test_keys_that_are_pressed_while_the_store_is_built_act_when_it_is_there(small_store: Path, tmp_path: Path) -> None:
    typed = threading.Event()

    def build(path: Path, _progress: object) -> None:
        typed.wait(10)
        path.write_bytes(small_store.read_bytes())

    app = XulangApp(tmp_path / "store.duckdb", build=build, state=tmp_path / "session.json")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1", "j", "f3", "n", "g")
        assert isinstance(app.screen, BuildingScreen)
        typed.set()
        await settle(pilot)
        assert app.screen.query_one("#words", Input).value == "ng"
        await press(pilot, "escape", "escape")
        assert home_of(app).sector == "industry"


async def test_the_key_that_always_quits_does_so_while_the_store_is_built(tmp_path: Path) -> None:
    left = threading.Event()

    def build(_path: Path, _progress: object) -> None:
        left.wait(10)

    app = XulangApp(tmp_path / "store.duckdb", build=build, state=tmp_path / "session.json")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("j", "ctrl+q")
        left.set()
        await pilot.pause()
    assert app.return_code == 0


async def test_a_build_that_fails_is_told_and_left_with_status_2(tmp_path: Path) -> None:
    def build(_path: Path, _progress: object) -> None:
        raise OSError("đĩa đầy [/b]")

    app = XulangApp(tmp_path / "store.duckdb", build=build, state=tmp_path / "session.json")
    async with opened(app) as pilot:
        assert isinstance(app.screen, BuildingScreen)
        await pilot.press("enter")
        await pilot.pause()
    assert app.return_code == 2


async def test_a_damaged_store_is_told_in_one_line_and_left_with_status_2(tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    path.write_bytes(b"no database")
    app = XulangApp(path, state=tmp_path / "session.json")
    async with opened(app) as pilot:
        assert [note.severity for note in inside.notices(app)] == ["error"]
        await pilot.press("q")
        await pilot.pause()
    assert app.return_code == 2


async def test_late_answers_are_dropped(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        home = home_of(app)
        for sector in ("industry", "social", "growth", "social"):
            home.show_sector(sector)
        await settle(pilot)
        assert home.sector == "social"


async def test_typing_in_the_search_line_is_not_taken_for_keys(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "f3", *"qLt?")
        assert isinstance(app.screen, SearchScreen)
        assert app.screen.query_one(Input).value == "qLt?"


async def test_what_may_be_searched_is_said_once(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "f3")
        assert inside.words_on(app.screen).count(app.words("search.hint")) == 1
        await press(pilot, *"xyzzy")
        assert app.words("search.nothing") in inside.words_on(app.screen)


async def test_words_that_no_row_holds_go_on_to_the_search_over_everything(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "slash", *"than", "enter")
        assert isinstance(app.screen, SearchScreen)
        assert app.screen.query_one(Input).value == "than"
        assert app.screen.query_one("#found", Grid).key == COAL
        await press(pilot, "escape")
        assert home_of(app).data is not None
        assert home_of(app).table_grid.rows
