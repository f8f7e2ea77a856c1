"""The texts of the console: nothing written is lost, and writing is helped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input
from textual.widgets.text_area import Selection

from queries.library import save_query
from tests.tui import inside
from tests.tui.conftest import SIZE, MakeApp, in_front, press, settle
from tests.tui.console import console_with, editor, keys, said
from tui.screens.console_dialogs import AskScreen
from tui.screens.console_tabs import name_of
from tui.screens.help import help_of
from tui.session.history import read_history
from tui.widgets.completion_list import CompletionList
from tui.widgets.title import Title

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_open_tab_is_in_sight_however_many_there_are(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(60, 24)) as pilot:
        screen = await console_with(pilot, "-- vi: Câu hỏi đầu tiên rất dài\nselect 1")
        title = screen.query_one(Title)
        for _ in range(6):
            screen.action_new()
            await settle(pilot)
            assert f" {screen.tab.buffer.name} " in title.render_line(0).text
        assert title.render_line(0).text.startswith(" SQL ‹")


async def test_texts_and_places_survive_a_restart(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 'đ'")
        await keys(pilot, "ctrl+n", *"select 22")
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot)
        assert [tab.buffer.text for tab in screen.tabs.all] == ["select 'đ'", "select 22"]
        assert editor(screen).cursor_location == (0, 9)


TITLED = "-- vi: Sản lượng than\n-- en: Output of coal\nselect 1"


async def test_the_names_of_tabs_follow_the_language_except_those_of_ones_own(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, TITLED)
        await keys(pilot, "ctrl+n", *"select 2", "ctrl+n", *"select 3")
        for name, text in ((name_of(TITLED, app.words), f"{TITLED}1"), ("than 2026", "select 4")):
            screen.open_text(name, text)
            await settle(pilot)
        assert [tab.buffer.name for tab in screen.tabs.all] == [
            "Sản lượng than", "nháp", "nháp 2", "Sản lượng than 2", "than 2026",
        ]  # fmt: skip
        app.action_language()
        await settle(pilot)
        english = ["Output of coal", "draft", "draft 2", "Output of coal 2", "than 2026"]
        assert [tab.buffer.name for tab in screen.tabs.all] == english
        assert "Output of coal" in screen.query_one(Title).render_line(0).text
    async with make_app("en").run_test(size=SIZE) as pilot:
        assert [tab.buffer.name for tab in (await console_with(pilot)).tabs.all] == english
    async with make_app().run_test(size=SIZE) as pilot:
        assert (await console_with(pilot)).tabs.all[3].buffer.name == "Sản lượng than 2"


async def test_a_text_that_is_open_already_is_not_opened_twice(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        await console_with(pilot, "select 1")
        await press(pilot, "escape")
        screen = await console_with(pilot, "select 1")
        assert len(screen.tabs.all) == 1


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


async def test_completion_offers_and_inserts_without_diacritics(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot)
        await keys(pilot, "ctrl+n", *"from observation o where o.indicator_id = 'ho ngheo")
        choices = screen.query_one(CompletionList)
        assert choices.display
        await press(pilot, "tab")
        assert editor(screen).text == "from observation o where o.indicator_id = 'poverty_rate'"
        assert not choices.display


async def test_how_numbers_with_decimals_are_written_is_said(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        for sql, told in (("select 1072.9 as x", True), ("select 1072.9::double as x", True), ("select 3 as x, 'a' as y", False)):
            screen = await console_with(pilot, sql)
            await press(pilot, "f5")
            assert ("số viết như SQL: 1072.9" in said(screen)) is told, sql
            await press(pilot, "escape")


@pytest.mark.parametrize("key", ["ctrl+space", "ctrl+@"], ids=["kitty", "other terminals"])
async def test_the_key_of_the_suggestions_opens_them_and_leaves_them_open(make_app: MakeApp, key: str) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot)
        await keys(pilot, "ctrl+n", *"sel")
        for _ in range(2):
            await press(pilot, key)
            assert screen.query_one(CompletionList).display
        await press(pilot, "escape")
        assert not screen.query_one(CompletionList).display
        assert pilot.app.screen is screen


async def test_enter_is_a_new_line_unless_a_suggestion_was_chosen_and_escape_closes_the_suggestions_first(
    make_app: MakeApp,
) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot)
        await keys(pilot, "ctrl+n", *"sel", "enter")
        assert editor(screen).text == "sel\n"
        await keys(pilot, *"fro", "down", "up", "enter")
        assert editor(screen).text == "sel\nfrom"
        await keys(pilot, "enter", *"whe")
        assert screen.query_one(CompletionList).display
        await press(pilot, "escape")
        assert not screen.query_one(CompletionList).display
        assert pilot.app.screen is screen
        await press(pilot, "escape")
        assert pilot.app.screen is not screen


async def test_a_question_is_saved_and_found_again(make_app: MakeApp, tmp_path: Path) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 'của tôi'")
        await keys(pilot, "ctrl+s", *" than", "tab", *"Than?", "tab", *"hỏi lại tháng sau", "enter")
        (path,) = (tmp_path / "config" / "xulang" / "queries").glob("*.sql")
        assert path.read_text(encoding="utf-8") == "-- vi: Than?\n-- en: Than?\n-- note: hỏi lại tháng sau\nselect 'của tôi'\n"
        await keys(pilot, "f2", *"thang sau", "enter")
        assert editor(screen).text == path.read_text(encoding="utf-8")


async def test_a_question_is_not_saved_without_a_name_and_what_was_typed_stays(make_app: MakeApp, tmp_path: Path) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 1")
        await keys(pilot, "ctrl+s", "ctrl+u", "tab", *"Than?", "tab", *"nhớ", "enter")
        window = in_front(pilot.app, AskScreen)
        assert [line.value for line in window.query(Input)] == ["", "Than?", "nhớ"]
        assert [note.message for note in inside.notices(pilot.app)] == [screen.words("console.save_nameless")]
        await keys(pilot, *"than", "enter")
        (path,) = (tmp_path / "config" / "xulang" / "queries").glob("*.sql")
        assert path.name == "than.sql", "the line of the name had the focus"
        assert "-- note: nhớ" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", "-- vi: chỉ có nhan đề\n;\n"])
async def test_a_text_without_a_statement_is_not_saved_as_a_question(make_app: MakeApp, text: str) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 1")
        editor(screen).text = text
        await keys(pilot, "ctrl+s")
        assert pilot.app.screen is screen
        assert [note.message for note in inside.notices(pilot.app)] == [screen.words("console.save_nothing")]


async def test_another_question_is_replaced_only_when_its_name_is_given_twice(make_app: MakeApp, tmp_path: Path) -> None:
    folder = tmp_path / "config" / "xulang" / "queries"
    save_query(folder, "Thân", "Thân?", "select 1")
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "-- vi: than\nselect 2")
        await keys(pilot, "ctrl+s", "tab", *"Than?", "enter")
        assert pilot.app.screen is not screen
        await keys(pilot, *"-da", "enter")
        assert sorted(path.name for path in folder.iterdir()) == ["than-da.sql", "than.sql"]
        assert (folder / "than.sql").read_text(encoding="utf-8").endswith("select 1\n")
        screen.tab.buffer.name = "than"
        await keys(pilot, "ctrl+s", "enter", "enter")
        assert (folder / "than.sql").read_text(encoding="utf-8").endswith("select 2\n")


async def test_a_question_of_the_same_name_and_title_is_replaced_by_another_text_only_after_asking(
    make_app: MakeApp, tmp_path: Path
) -> None:
    path = tmp_path / "config" / "xulang" / "queries" / "than.sql"
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 1")
        screen.tab.buffer.name = "than"
        await keys(pilot, "ctrl+s", "enter")
        assert path.read_text(encoding="utf-8") == "-- vi: than\n-- en: than\nselect 1\n"
        await keys(pilot, "ctrl+s", "enter")
        assert pilot.app.screen is screen, "the same text is saved again without a word"
        editor(screen).load_text("select 2")
        await keys(pilot, "ctrl+s", "enter")
        assert pilot.app.screen is not screen
        await keys(pilot, "escape")
        assert path.read_text(encoding="utf-8").endswith("select 1\n")
        await keys(pilot, "ctrl+s", "enter")
        assert help_of(pilot.app.screen, screen.words).title == "Tên đã có câu hỏi"
        await keys(pilot, "enter")
        assert path.read_text(encoding="utf-8").endswith("select 2\n")


async def test_a_question_that_cannot_be_saved_is_said_and_its_text_stays(make_app: MakeApp, tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file, no folder", encoding="utf-8")
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 1")
        await keys(pilot, "ctrl+s", "enter")
        assert pilot.app.screen is screen
        assert [note.severity for note in inside.notices(pilot.app)] == ["error"]
        assert editor(screen).text == "select 1"


async def test_words_are_found_in_the_text_without_diacritics(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 1,\n  'Tỷ lệ hộ nghèo'")
        await keys(pilot, "ctrl+f", *"ho ngheo", "enter")
        assert editor(screen).selected_text == "hộ nghèo"


async def test_the_text_or_the_selection_alone_is_laid_out_and_an_open_quote_is_said(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 'Tỷ  lệ' as a,b from item where x=1;  select 2")
        editor(screen).move_cursor((0, 36))
        await press(pilot, "ctrl+l")
        assert editor(screen).text == "select 'Tỷ  lệ' as a, b\nfrom item\nwhere x = 1;\nselect 2"
        assert editor(screen).cursor_location == (2, 3)
        await press(pilot, "ctrl+z")
        assert editor(screen).text.startswith("select 'Tỷ  lệ' as a,b from")
        editor(screen).load_text("select  1;  select a,b from item")
        editor(screen).selection = Selection((0, 12), (0, 32))
        await press(pilot, "ctrl+l")
        assert editor(screen).text == "select  1;  select a, b\nfrom item"
        editor(screen).load_text("select 'a  from  item")
        await press(pilot, "ctrl+l")
        assert editor(screen).text == "select 'a  from  item"
        assert [note.message for note in inside.notices(pilot.app)] == [screen.words("console.unclosed")]
