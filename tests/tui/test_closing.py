"""Windows close once, whatever is pressed or told while they do."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from textual.events import Key

from data.store.remove import remove
from tests.tui.conftest import MakeApp, home_of, in_front, opened, press, settle, until
from tests.tui.console import console_with
from tui.screens.console import ConsoleScreen
from tui.screens.console_dialogs import AskScreen
from tui.screens.help import HelpScreen
from tui.screens.remove import RemoveScreen
from tui.screens.reports import ReportsScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import XulangApp


async def press_in_one_go(pilot: Pilot[None], *keys: str) -> None:
    """Press keys faster than any of them acts, as a paste or a key that is held down does."""
    for key in keys:
        pilot.app.post_message(Key(key, key if len(key) == 1 else None))
    await settle(pilot)


async def test_of_letters_in_one_go_the_first_jumps(make_app: MakeApp) -> None:
    async with opened(make_app()) as pilot:
        home = home_of(pilot.app)
        await press(pilot, "f")
        await press_in_one_go(pilot, home.sector_grid.labels["industry"], *home.table_grid.labels.values())
        assert home_of(pilot.app).sector == "industry"


async def test_an_answer_given_twice_in_one_go_closes_the_question_and_not_what_asked_it(make_app: MakeApp) -> None:
    async with opened(make_app()) as pilot:
        await console_with(pilot, "select 1")
        await press(pilot, "ctrl+f", "1")
        in_front(pilot.app, AskScreen)
        await press_in_one_go(pilot, "enter", "enter")
        in_front(pilot.app, ConsoleScreen)


@pytest.mark.usefixtures("unchecked")
async def test_a_window_that_is_done_closes_with_the_help_that_lies_over_it(
    app: XulangApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = threading.Event()

    def remove_later(path: Path, names: list[str], progress: Callable[[float, str], None]) -> object:
        assert read.wait(timeout=20)
        return remove(path, names, progress)

    monkeypatch.setattr("data.store.remove.remove", remove_later)
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "r", "d")
        in_front(app, RemoveScreen)
        await pilot.press("enter", "f1")
        await until(lambda: isinstance(app.screen, HelpScreen))
        read.set()
        await settle(pilot)
        in_front(app, ReportsScreen)
