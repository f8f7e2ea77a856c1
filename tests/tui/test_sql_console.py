"""The console: what runs, what is said, where the focus stays, and that nothing written is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input
from textual.widgets.text_area import Selection

from queries.errors import SqlError
from queries.store import Store
from tests.tui import inside
from tests.tui.conftest import MakeApp, press, settle, until
from tests.tui.console import console_with, editor, rows, said
from tui.config import Config
from tui.draw import line_width, plain_text
from tui.screens.console import ConsoleScreen
from tui.session.history import read_history
from tui.store.archive import Archive
from tui.widgets.completion_list import CompletionList
from tui.widgets.lines import Lines
from tui.widgets.result_grid import ResultGrid
from tui.widgets.schema_tree import Place, SchemaTree
from tui.widgets.sql_editor import SqlEditor
from tui.widgets.title import Title

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

SIZE = (120, 36)
ENDLESS = "select count(*) from range(1000000) a, range(1000000) b where a.range * b.range % 7 = 3"


async def keys(pilot: Pilot[None], *names: str) -> None:
    """Press keys; of letters that follow each other only the last is pressed, the others are put in as a paste is."""
    for place, name in enumerate(names):
        focused = pilot.app.focused
        letter = len(name) == 1
        if letter and place + 1 < len(names) and len(names[place + 1]) == 1 and isinstance(focused, (Input, SqlEditor)):
            focused.insert_text_at_cursor(name) if isinstance(focused, Input) else focused.insert(name)
        else:
            await pilot.press(name)
            if not letter:
                await settle(pilot)
    await settle(pilot)


async def test_a_first_question_is_there_and_runs(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        await press(pilot, "f4", "f5")
        assert isinstance(pilot.app.screen, ConsoleScreen)
        found = [row[:5] for row in rows(pilot.app.screen)]  # type: ignore[index]
        assert ("Sản lượng sản phẩm công nghiệp", "Than", "2026-Q1", 119.4, "nghìn tấn") in found


async def test_the_open_tab_is_in_sight_however_many_there_are(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(60, 24)) as pilot:
        screen = await console_with(pilot, "-- vi: Câu hỏi đầu tiên rất dài\nselect 1")
        for _ in range(6):
            screen.action_new()
            await settle(pilot)
            title = plain_text(screen.query_one(Title)._left)
            assert title.endswith(f" {screen.sheet.buffer.name} ")
            assert line_width(screen.query_one(Title)._left) < 60
        assert title.startswith("SQL ‹")


@pytest.mark.parametrize("key", ["f5", "ctrl+j"])
async def test_the_focus_stays_in_the_editor_after_a_run(make_app: MakeApp, key: str) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 1 as one")
        await press(pilot, key)
        assert rows(screen) == [(1,)]
        assert editor(screen).has_focus


async def test_one_key_runs_all_another_the_statement_at_the_cursor(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 'Tỷ lệ; hộ' as a;\nselect 2 as b;\nselect 3 as c")
        editor(screen).move_cursor((1, 4))
        await press(pilot, "ctrl+j")
        assert rows(screen) == [(2,)]
        await press(pilot, "f5")
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
        await until(lambda: screen.sheet.job is not None)
        assert screen.sheet.running
        await press(pilot, "escape")
        assert not screen.sheet.running
        assert said(screen) == "đã dừng"
        editor(screen).load_text("select 42")
        await press(pilot, "f5")
        assert rows(screen) == [(42,)]


async def test_a_slow_tab_does_not_hold_up_another(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, ENDLESS)
        await pilot.press("f5")
        await pilot.press("ctrl+n")
        editor(screen).load_text("select 7")
        await pilot.press("f5")
        await until(lambda: rows(screen) == [(7,)])
        await pilot.press("f9")
        assert screen.sheet.running
        await press(pilot, "escape")
        assert not screen.sheet.running


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


async def test_cells_rows_and_tables_are_copied(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 1.5 as a, 'x\ty' as b union all select 2, null")
        await press(pilot, "f5", "f6", "y")
        assert pilot.app.clipboard == "1.5"
        await press(pilot, "Y")
        assert pilot.app.clipboard == "1.5\tx y"
        await press(pilot, "A")
        assert pilot.app.clipboard == "a\tb\n1.5\tx y\n2.0\t"
        assert screen.query_one(ResultGrid).has_focus


async def test_texts_and_places_survive_a_restart(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 'đ'")
        await keys(pilot, "ctrl+n", *"select 22")
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot)
        assert [sheet.buffer.text for sheet in screen.tabs.sheets] == ["select 'đ'", "select 22"]
        assert editor(screen).cursor_location == (0, 9)


async def test_a_text_that_is_open_already_is_not_opened_twice(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        await console_with(pilot, "select 1")
        await press(pilot, "escape")
        screen = await console_with(pilot, "select 1")
        assert len(screen.tabs.sheets) == 1


async def test_a_closed_tab_is_found_in_the_history(make_app: MakeApp, tmp_path: Path) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 'giữ lại'")
        await press(pilot, "f5", "f10", "f7")
        runs = read_history(tmp_path / "console" / "history.jsonl")
        assert [(run.outcome, run.rows, run.at) for run in runs] == [
            ("closed", 0, "2026-04-05 06:07:08"),
            ("done", 1, "2026-04-05 06:07:08"),
        ]
        await keys(pilot, *"giu lai", "enter")
        assert editor(screen).text == "select 'giữ lại'"


async def test_what_failed_is_found_in_the_history_by_its_error(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select nme from item")
        await press(pilot, "f5")
        editor(screen).load_text("select 1")
        await press(pilot, "f5", "f7")
        await keys(pilot, *"not found in from", "enter")
        assert editor(screen).text == "select nme from item"


async def test_a_missing_parameter_is_asked_for_and_written_into_the_text(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select count(*) from observation where period_id = $period and value > $least")
        await keys(pilot, "f5", *"2026-Q1", "enter", *"10", "enter")
        assert rows(screen) == [(3,)]
        assert editor(screen).text.startswith("-- period = '2026-Q1'\n-- least = 10\nselect")


async def test_an_error_after_asked_parameters_is_marked_where_it_is_now(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select nme from item where position > $least")
        await keys(pilot, "f5", *"1", "enter")
        assert editor(screen).cursor_location == (1, 7)


async def test_completion_offers_and_inserts_without_diacritics(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot)
        await keys(pilot, "ctrl+n", *"from observation o where o.indicator_id = 'ho ngheo")
        choices = screen.query_one(CompletionList)
        assert choices.display
        await press(pilot, "tab")
        assert editor(screen).text == "from observation o where o.indicator_id = 'poverty_rate'"
        assert not choices.display


async def test_escape_closes_the_suggestions_first(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot)
        await keys(pilot, "ctrl+n", *"sel")
        assert screen.query_one(CompletionList).display
        await press(pilot, "escape")
        assert not screen.query_one(CompletionList).display
        assert pilot.app.screen is screen
        await press(pilot, "escape")
        assert pilot.app.screen is not screen


async def test_enter_is_a_new_line_unless_a_suggestion_was_chosen(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot)
        await keys(pilot, "ctrl+n", *"sel", "enter")
        assert editor(screen).text == "sel\n"
        await keys(pilot, *"fro", "down", "up", "enter")
        assert editor(screen).text == "sel\nfrom"


async def test_a_question_is_saved_and_found_again(make_app: MakeApp, tmp_path: Path) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 'của tôi'")
        await keys(pilot, "ctrl+s", *" than", "enter", *"Than?", "enter", *"hỏi lại tháng sau", "enter")
        (path,) = (tmp_path / "config" / "xulang" / "queries").glob("*.sql")
        assert path.read_text(encoding="utf-8") == "-- vi: Than?\n-- en: Than?\n-- note: hỏi lại tháng sau\nselect 'của tôi'\n"
        await keys(pilot, "f2", *"thang sau", "enter")
        assert editor(screen).text == path.read_text(encoding="utf-8")


async def test_words_are_found_in_the_text_without_diacritics(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 1,\n  'Tỷ lệ hộ nghèo'")
        await keys(pilot, "ctrl+f", *"ho ngheo", "enter")
        assert editor(screen).selected_text == "hộ nghèo"


async def test_the_text_is_laid_out_and_the_cursor_stays_at_its_word(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 'Tỷ  lệ' as a,b from item where x=1;  select 2")
        editor(screen).move_cursor((0, 36))
        await press(pilot, "ctrl+l")
        assert editor(screen).text == "select 'Tỷ  lệ' as a, b\nfrom item\nwhere x = 1;\nselect 2"
        assert editor(screen).cursor_location == (2, 3)
        await press(pilot, "ctrl+z")
        assert editor(screen).text.startswith("select 'Tỷ  lệ' as a,b from")


async def test_only_the_selection_is_laid_out_and_an_open_quote_is_said(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select  1;  select a,b from item")
        editor(screen).selection = Selection((0, 12), (0, 32))
        await press(pilot, "ctrl+l")
        assert editor(screen).text == "select  1;  select a, b\nfrom item"
        editor(screen).load_text("select 'a  from  item")
        await press(pilot, "ctrl+l")
        assert editor(screen).text == "select 'a  from  item"
        assert [note.message for note in inside.notices(pilot.app)] == [screen.words("console.unclosed")]


async def test_the_schema_inserts_a_name(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot)
        await press(pilot, "ctrl+n", "f6", "f6", "down", "enter")
        assert editor(screen).text == "sector_id"


def noted(screen: ConsoleScreen) -> list[str]:
    return [plain_text(line) for line in screen.query_one("#schema-note", Lines).lines]


async def test_the_schema_says_what_a_name_is_and_holds(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot)
        await press(pilot, "f6", "f6")
        tree = screen.query_one(SchemaTree)
        tables = {str(node.label).split("  ")[0]: str(node.label).split("  ")[1] for node in tree.root.children}
        assert (tables["observation"], tables["latest"]) == ("15", "bảng ảo")
        assert noted(screen)[:2] == [
            "fact  bảng ảo",
            "Số mới nhất của mỗi chỉ tiêu, phân tổ và kỳ, gộp một dòng, cùng đơn vị, có tên",
        ]
        await press(pilot, "left", *["j"] * 5, "right")
        while tree.cursor_node is not None and str(tree.cursor_node.label).split()[0] != "agg":
            await press(pilot, "j")
        assert noted(screen) == ["agg  varchar", "flow cộng dồn, stock thời điểm, rate tỷ lệ, index chỉ số", "rate · flow"]
        await pilot.app.run_action("language")
        screen.respeak()
        await settle(pilot)
        await press(pilot, "k", "j")
        assert noted(screen)[1] == "flow adds up, stock at a time, rate, index"


async def test_tables_unfold_and_fold_by_the_arrows(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot)
        tree = screen.query_one(SchemaTree)
        await press(pilot, "f6", "f6", "right", "l", "down")
        assert tree.cursor_node is not None
        assert tree.cursor_node.data == Place("fact", "indicator_id", "varchar", "Chỉ tiêu")
        await press(pilot, "left", "h", "down")
        assert [node.data.table for node in tree.root.children if node.data and node.is_expanded] == []
        assert tree.cursor_node.data is not None
        assert tree.cursor_node.data.name == "reading"


async def test_the_first_line_tells_the_limits_in_force(make_app: MakeApp) -> None:
    app = make_app(config=Config(sql_seconds=60))
    app.archive = Archive(app.archive.path, lambda path, _talk: Store(path, {"memory_limit": "64MB"}))
    async with app.run_test(size=SIZE) as pilot:
        screen = await console_with(pilot)
        assert screen._bounds() == "chỉ đọc · 2 luồng · 64 MB · nhiều nhất 60 s"


async def test_the_language_changes_on_the_spot(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 1")
        await press(pilot, "f5")
        await pilot.app.run_action("language")
        screen.respeak()
        assert said(screen).startswith("1 row ")


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 50)])
async def test_every_size_draws(make_app: MakeApp, size: tuple[int, int]) -> None:
    async with make_app().run_test(size=size) as pilot:
        screen = await console_with(pilot, "from observation")
        await press(pilot, "f5", "f6", "down", "right", "f8", "f8")
        await pilot.resize_terminal(30, 10)
        await settle(pilot)
        await pilot.resize_terminal(*size)
        await settle(pilot)
        assert len(rows(screen)) == 15


async def test_nothing_ticks_while_nothing_runs(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 1")
        await press(pilot, "f5")

        nodes = [pilot.app, *screen.walk_children(with_self=True)]
        await until(lambda: not inside.ticking(nodes))
