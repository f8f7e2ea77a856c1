"""The windows of the console help, the focus goes where a key says, and the console comes back as it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.conftest import SIZE, MakeApp, in_front, press, settle
from tests.tui.console import console_with, editor, rows, said
from tui.draw import plain_text
from tui.explorer import explorer_of
from tui.screens.console import ConsoleScreen
from tui.screens.help import HelpScreen, help_of
from tui.screens.window import Window
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from textual.pilot import Pilot

TABLE = "select 'a' as name, 1 as number"


async def test_every_window_has_help_and_gives_way_to_escape(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        console = await console_with(pilot, TABLE)
        await press(pilot, "f5")
        titles = set()
        for keys in (["f2"], ["f7"], ["ctrl+f"], ["ctrl+s"], ["f6", "space"], ["enter"], ["i"], ["b"], ["e"]):
            await press(pilot, *keys)
            window = pilot.app.screen
            assert isinstance(window, Window), keys
            told = help_of(window, explorer_of(pilot.app).words)
            assert told.about
            titles.add(told.title)
            await press(pilot, "f1")
            assert isinstance(pilot.app.screen, HelpScreen)
            await press(pilot, "escape")
            assert pilot.app.screen_stack[-1] is window
            await press(pilot, "escape")
            assert pilot.app.screen_stack[-1:] == [console], keys
        assert {"Tìm trong câu lệnh", "Lưu câu hỏi"} <= titles, "questions are told apart"


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_the_help_of_the_console_is_whole_and_names_keys_as_people_do(make_app: MakeApp, size: tuple[int, int]) -> None:
    async with make_app("en").run_test(size=(60, 20)) as pilot:
        await console_with(pilot, TABLE)
        await press(pilot, "f1")
        screen = in_front(pilot.app, HelpScreen)
        await pilot.resize_terminal(*size)
        await settle(pilot)
        drawn = "\n".join(plain_text(line) for line in screen.query_one(Lines).lines)
        shown = help_of(pilot.app.screen_stack[-2], explorer_of(pilot.app).words)
        assert "…" not in drawn
        assert all(keys in drawn and words in drawn for keys, words in shown.keys)
        assert "^/ ^_" in drawn
        assert screen.has_class("-more") is (size == (80, 24)), "how to go on is said where there is more"


async def test_the_help_says_of_escape_what_it_does_in_the_pane_with_the_focus(make_app: MakeApp) -> None:
    async with make_app("en").run_test(size=SIZE) as pilot:
        console = await console_with(pilot, TABLE)
        await press(pilot, "f5")
        told = {}
        for _ in range(3):
            place = console.focused.id if console.focused is not None else None
            told[place] = next(words for key, words in help_of(console, console.words).keys if key == "esc")
            await press(pilot, "f6")
        assert {place: "filter" in words for place, words in told.items()} == {
            editor(console).id: False, "schema": False, "result": True
        }  # fmt: skip


async def test_the_whole_text_is_selected_and_typed_over(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "selct 1\nfrom nothing")
        await press(pilot, "ctrl+a")
        editor(screen).replace("select 2", *editor(screen).selection)
        await press(pilot, "f5")
        assert rows(screen) == [(2,)]


async def test_two_quick_keys_go_two_panes_on_and_one_goes_back(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, TABLE)
        screen.action_next_pane(1)
        screen.action_next_pane(1)
        await settle(pilot)
        assert screen.focused is not None
        assert screen.focused.id == "schema"
        await press(pilot, "shift+f6")
        assert screen.focused is screen.pane.grid


async def begun(pilot: Pilot[None]) -> ConsoleScreen:
    """The console, opened by its key."""
    await settle(pilot)
    await press(pilot, "f4")
    return in_front(pilot.app, ConsoleScreen)


async def test_the_console_comes_back_as_it_was_left(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        console = await begun(pilot)
        editor(console).load_text(TABLE)
        await press(pilot, "f5", "f6", "right", "escape", "L", "f4")
        assert app.screen_stack[-1] is console
        assert console.focused is console.pane.grid
        assert (rows(console), console.pane.grid.view.column) == ([("a", 1)], 1)
        assert said(console).startswith("1 row")


async def test_the_sql_of_a_pane_opens_in_a_tab_of_its_own_however_deep_the_console_lies(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        console = await begun(pilot)
        editor(console).load_text("select 1")
        await press(pilot, "f3", "escape", "f6", "x", "o")
        assert app.screen_stack[-1] is console
        assert len(app.screen_stack) == 2
        assert "from finding" in editor(console).text
        await press(pilot, "f9")
        assert editor(console).text == "select 1"
