"""The console as tests open it, and what stands in it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from textual.widgets import Input

from tests.tui.conftest import settle
from tui.model.result_text import count_line
from tui.screens.console import ConsoleScreen
from tui.widgets.result_grid import ResultGrid
from tui.widgets.sql_editor import SqlEditor

if TYPE_CHECKING:
    from textual.pilot import Pilot


async def console_with(pilot: Pilot[None], sql: str = "") -> ConsoleScreen:
    """The console with a text, its clock standing still."""
    await settle(pilot)
    screen = ConsoleScreen(sql, clock=lambda: 0.0, now=lambda: datetime(2026, 4, 5, 6, 7, 8))
    await pilot.app.push_screen(screen)
    await settle(pilot)
    return screen


def said(screen: ConsoleScreen) -> str:
    results = screen.pane.results
    return results.note or count_line(results, screen.words)


def editor(screen: ConsoleScreen) -> SqlEditor:
    assert screen.tab.editor is not None
    return screen.tab.editor


def rows(screen: ConsoleScreen) -> list[object]:
    view = screen.query_one(ResultGrid).view
    return [view.at(place) for place in range(view.known)]


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
                await settle(pilot, drawn=False)
    await settle(pilot)
