"""The console runs SQL: what is said of it, where the focus stays, how rows are read, sorted and copied."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import duckdb
import pytest
from textual.widgets.text_area import Selection

from queries.errors import SqlError
from queries.store import Store
from tests.tui import inside
from tests.tui.conftest import SIZE, MakeApp, in_front, press, settle, until
from tests.tui.console import console_with, editor, keys, rows, said
from tui.config import Config
from tui.draw import plain_text
from tui.screens.console import ConsoleScreen
from tui.screens.help import help_of
from tui.store.store_handle import StoreHandle
from tui.widgets.lines import Lines
from tui.widgets.result_grid import ResultGrid
from tui.widgets.title import Title

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ENDLESS = "select count(*) from range(1000000) a, range(1000000) b where a.range * b.range % 7 = 3"


async def test_a_first_question_is_there_and_runs(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        await press(pilot, "f4", "f5")
        assert isinstance(pilot.app.screen, ConsoleScreen)
        found = [row[:5] for row in rows(pilot.app.screen)]  # type: ignore[index]
        assert ("Sản lượng sản phẩm công nghiệp", "Than", "2026-Q1", 119.4, "nghìn tấn") in found


async def test_the_first_question_asks_for_words_in_the_language_in_use(make_app: MakeApp) -> None:
    async with make_app(lang="en").run_test(size=SIZE) as pilot:
        await press(pilot, "f4", "f5")
        screen = in_front(pilot.app, ConsoleScreen)
        assert "_vi" not in editor(screen).text
        found = [row[:5] for row in rows(screen)]  # type: ignore[index]
        assert ("Output of industrial products", "Coal", "2026-Q1", 119.4, "thousand tonnes") in found


async def test_one_key_runs_all_another_the_statement_at_the_cursor_and_the_focus_stays(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 'Tỷ lệ; hộ' as a;\nselect 2 as b;\nselect 3 as c")
        editor(screen).move_cursor((1, 4))
        await press(pilot, "ctrl+j")
        assert rows(screen) == [(2,)]
        assert editor(screen).has_focus
        await press(pilot, "f5")
        assert editor(screen).has_focus
        assert len(screen.pane.results.shown) == 3
        assert rows(screen) == [(3,)]
        await press(pilot, "f6", "left_square_bracket")
        assert rows(screen) == [(2,)]


async def test_a_selection_is_run_alone(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 1; select 'ộ'")
        editor(screen).selection = Selection((0, 10), (0, 20))
        await press(pilot, "f5")
        assert rows(screen) == [("ộ",)]


async def test_an_error_is_said_plainly_and_marked_at_its_place(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 'Tỷ lệ hộ' as a;\n\nselect nme from item")
        await press(pilot, "f5")
        assert screen.pane.results.failed
        assert said(screen).startswith("dòng 3, cột 8: Không có cột “nme”. Có phải:")
        assert editor(screen).cursor_location == (2, 7)
        assert rows(screen) == [("Tỷ lệ hộ",)]


async def test_hostile_words_are_shown_as_they_are(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select name_vi, '[/b] [red]' as \"[bold]x\" from item")
        await press(pilot, "f5", "f6", "space")
        await press(pilot, "escape", "enter", "escape", "i", "escape")
        assert pilot.app.screen is screen
        await press(pilot, "f6", "f6")
        editor(screen).load_text("select '[/red]' from \"[x")
        await press(pilot, "f5")
        assert screen.pane.results.failed


async def test_a_running_query_stops_at_the_key_and_the_console_goes_on(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, ENDLESS)
        await pilot.press("f5")
        await until(lambda: screen.tab.job is not None)
        assert screen.tab.running
        await press(pilot, "escape")
        assert not screen.tab.running
        assert said(screen) == "đã dừng"
        editor(screen).load_text("select 42")
        await press(pilot, "f5")
        assert rows(screen) == [(42,)]


async def test_what_was_stopped_before_it_began_never_runs(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 1")
        held: list[Callable[[], None]] = []
        monkeypatch.setattr(screen.runs, "_thread", held.append)
        await press(pilot, "f5", "escape")
        for work in held:
            work()
        await settle(pilot)
        assert said(screen) == "đã dừng"
        assert screen.tab.job is None
        assert rows(screen) == []


async def test_the_newer_of_two_quick_runs_is_shown_whichever_begins_first(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 1")
        held: list[Callable[[], None]] = []
        with monkeypatch.context() as patch:
            patch.setattr(screen.runs, "_thread", held.append)
            await press(pilot, "f5")
            editor(screen).load_text("select 2")
            await press(pilot, "f5")
        for work in reversed(held):
            work()
        await settle(pilot)
        assert rows(screen) == [(2,)]


async def test_a_slow_tab_does_not_hold_up_another(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, ENDLESS)
        await pilot.press("f5")
        await pilot.press("ctrl+n")
        editor(screen).load_text("select 7")
        await pilot.press("f5")
        await until(lambda: rows(screen) == [(7,)])
        await pilot.press("f9")
        assert screen.tab.running
        await press(pilot, "escape")
        assert not screen.tab.running


async def test_rows_are_counted_honestly_and_read_on_to_the_end(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select range as n, 'Tỷ lệ ' || range as ten from range(30000)")
        await press(pilot, "f5", "f6")
        assert said(screen).startswith("500 trong hơn 500 dòng")
        grid = screen.query_one(ResultGrid)
        for _ in range(3):
            for _ in range(10):
                grid.action_leap(1)
            await settle(pilot)
        assert grid.view.at(grid.view.row) == (30 * grid.room, f"Tỷ lệ {30 * grid.room}")
        await press(pilot, "G")
        assert said(screen).startswith("30.000 dòng")
        assert grid.view.at(grid.view.row) == (29999, "Tỷ lệ 29999")
        await press(pilot, "g")
        assert grid.view.at(0) == (0, "Tỷ lệ 0")


async def test_rows_that_could_not_be_read_are_asked_for_again(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreadable(_number: int) -> list[tuple[object, ...]]:
        raise SqlError("no room on the disk")

    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select range as n from range(3000)")
        await press(pilot, "f5", "f6")
        grid, (shown,) = screen.query_one(ResultGrid), screen.pane.results.shown
        with monkeypatch.context() as patch:
            patch.setattr(shown.answer, "page", unreadable)
            grid.go(400)
            await settle(pilot)
        assert said(screen) == "no room on the disk"
        grid.go(401)
        await settle(pilot)
        assert grid.view.known > 500


async def test_rows_are_sorted_filtered_and_counted_by_key(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select name_vi, position from item order by position")
        await press(pilot, "f5", "f6", "right", "s", "s")
        assert [row[1] for row in rows(screen)] == [5, 4, 3, 2, 1]  # type: ignore[index]
        await press(pilot, "s")
        assert [row[1] for row in rows(screen)] == [1, 2, 3, 4, 5]  # type: ignore[index]
        await keys(pilot, "slash", *"duong", "enter")
        assert [row[1] for row in rows(screen)] == [4]  # type: ignore[index]
        assert "lọc “duong”" in said(screen)
        await press(pilot, "slash", "escape")
        assert len(rows(screen)) == 5


async def test_escape_shows_the_filtered_rows_again_before_it_leaves(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select name_vi, position from item order by position")
        await press(pilot, "f5", "f6", "right", "s", "s")
        await keys(pilot, "slash", *"duong", "enter")
        assert len(rows(screen)) == 1
        await press(pilot, "escape")
        assert pilot.app.screen is screen
        assert [row[1] for row in rows(screen)] == [5, 4, 3, 2, 1]  # type: ignore[index]
        assert "duong" not in said(screen)
        await keys(pilot, "slash", *"duong", "enter")
        await press(pilot, "shift+f6", "escape")
        assert pilot.app.screen is not screen, "in the text it leaves"


@pytest.mark.parametrize(("lang", "point"), [("vi", ","), ("en", ".")])
async def test_cells_rows_and_tables_are_copied_as_spreadsheets_of_the_language_take_them(
    make_app: MakeApp, lang: str, point: str
) -> None:
    async with make_app(lang).run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 1.5 as a, 'x\ty' as b union all select 2, null")
        await press(pilot, "f5", "f6", "y")
        assert pilot.app.clipboard == f"1{point}5"
        await press(pilot, "Y")
        assert pilot.app.clipboard == f"1{point}5\tx y"
        await press(pilot, "A")
        assert pilot.app.clipboard == f"a\tb\n1{point}5\tx y\n2{point}0\t"
        assert screen.query_one(ResultGrid).has_focus


@pytest.mark.parametrize("key", ["A", "e"])
async def test_rows_are_copied_and_exported_all_or_not_at_all(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    for name in ("MOST_COPIED", "MOST_EXPORTED"):
        monkeypatch.setattr(f"tui.screens.result_actions.{name}", 800)
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "from range(801)")
        await press(pilot, "f5", "f6", key)
        assert pilot.app.screen is screen
        assert pilot.app.clipboard == ""
        assert [note.message[:12] for note in inside.notices(pilot.app)] == ["Hơn 800 dòng"]
        editor(screen).load_text("from range(800)")
        await press(pilot, "f5")
        screen.query_one(ResultGrid).focus()
        await press(pilot, key)
        assert pilot.app.clipboard.count("\n") == 800 or pilot.app.screen is not screen


async def test_work_on_an_answer_is_stopped_though_other_work_has_ended(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped = threading.Event()

    def slow(_column: int) -> None:
        stopped.wait()
        raise duckdb.InterruptException("INTERRUPT Error")

    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 1 as a")
        await press(pilot, "f5", "f6")
        (shown,) = screen.pane.results.shown
        monkeypatch.setattr(shown.answer, "statistics", slow)
        monkeypatch.setattr(shown.answer, "interrupt", stopped.set)
        await pilot.press("i", "A")
        await until(lambda: pilot.app.clipboard != "")
        assert said(screen).startswith("đang xử lý")
        await pilot.press("escape")
        await until(stopped.is_set)
        await settle(pilot)
        assert pilot.app.screen is screen
        assert said(screen) == "đã dừng"


async def test_what_failed_is_found_in_the_history_by_its_error(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select nme from item")
        await press(pilot, "f5")
        editor(screen).load_text("select 1")
        await press(pilot, "f5", "f7")
        assert "lỗi · Không có cột “nme”." in inside.words_on(pilot.app.screen)
        await keys(pilot, *"khong co cot", "enter")
        assert editor(screen).text == "select nme from item"
        await press(pilot, "f7")
        await keys(pilot, *"not found in from", "down", "enter")
        assert editor(screen).text == "select nme from item"


async def test_why_something_failed_stands_whole_above_its_text_where_there_is_no_room_beside_it(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await console_with(pilot, "select nme_vi, position\nfrom item\norder by position")
        await press(pilot, "f5", "f7")
        shown = inside.words_on(pilot.app.screen)
        (told, *text) = [plain_text(line) for line in pilot.app.screen.query_one("#pick-sql", Lines).lines]
        assert told.endswith(' · lỗi · Không có cột “nme_vi”. Có phải: "name_vi", "name_en"')
        assert text == ["select nme_vi, position", "from item", "order by position"]
        assert shown.count("Không có cột “nme_vi”") == 1, "beside it there is no room"
        assert told in shown


async def test_a_missing_parameter_is_asked_for_and_written_into_the_text(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select count(*) from observation where period_id = $period and value > $least")
        await keys(pilot, "f5", *"2026-Q1", "enter", *"10", "enter")
        assert rows(screen) == [(3,)]
        assert editor(screen).text.startswith("-- period = '2026-Q1'\n-- least = 10\nselect")


async def test_the_help_of_asked_parameters_is_about_them(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select $so")
        await press(pilot, "f5")
        told = help_of(pilot.app.screen, screen.words)
        assert told.title == "Giá trị của các tham số"
        assert "Tham số có thể là số" in told.about[0]


async def test_an_error_after_asked_parameters_is_marked_where_it_is_now(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select nme from item where position > $least")
        await keys(pilot, "f5", *"1", "enter")
        assert editor(screen).cursor_location == (1, 7)


async def test_the_first_line_tells_the_limits_in_force(make_app: MakeApp, small_store: Path) -> None:
    app = make_app(config=Config(sql_seconds=60))
    app.store_handle = StoreHandle(small_store, lambda path, _talk: Store(path, {"memory_limit": "64MB"}))
    async with app.run_test(size=SIZE) as pilot:
        screen = await console_with(pilot)
        assert screen.query_one(Title).render_line(0).text.rstrip().endswith("chỉ đọc · 2 luồng · 64 MB · nhiều nhất 60 s")


async def test_the_language_changes_on_the_spot(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 1")
        await press(pilot, "f5")
        await pilot.app.run_action("language")
        screen.change_language()
        assert said(screen).startswith("1 row ")


async def test_the_result_is_drawn_in_every_size(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(40, 12)) as pilot:
        screen = await console_with(pilot, "from observation")
        await press(pilot, "f5", "f6", "down", "right")
        for size in ((40, 12), (30, 10), (80, 24), (30, 10), (200, 50)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            await press(pilot, "f8")
            await press(pilot, "f8")
            assert len(rows(screen)) == 15, size


async def test_nothing_ticks_while_nothing_runs(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 1")
        await press(pilot, "f5")

        nodes = [pilot.app, *screen.walk_children(with_self=True)]
        await until(lambda: not inside.ticking(nodes))
