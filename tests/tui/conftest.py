"""Apps on the small store, and waiting without sleeping."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
from textual.widgets import Input

from tui.app import XulangApp
from tui.config import Config
from tui.screens.home import HomeScreen
from tui.screens.page import Page

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import App
    from textual.pilot import Pilot


class MakeApp(Protocol):
    def __call__(self, lang: str = "vi", theme: str = "dark", config: Config | None = None) -> XulangApp: ...


@pytest.fixture(autouse=True)
def still_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """A blinking cursor makes pictures differ."""
    monkeypatch.setattr(Input, "_toggle_cursor", lambda _input: None)


@pytest.fixture(autouse=True)
def no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """People rest between keys; tests do not."""
    monkeypatch.setattr("tui.shelf.REST", 0.001)
    monkeypatch.setattr("tui.screens.search.REST", 0.001)


@pytest.fixture
def make_app(small_store: Path, tmp_path: Path) -> MakeApp:
    def make(lang: str = "vi", theme: str = "dark", config: Config | None = None) -> XulangApp:
        return XulangApp(small_store, lang=lang, config=config or Config(theme=theme), state=tmp_path / "session.json")

    return make


QUIET = 6
"""Rounds without a job before a screen counts as settled: a note that outgrows its pane is laid out, fitted and laid out anew."""


async def settle(pilot: Pilot[None]) -> None:
    """Wait until all questions are asked, answered and drawn."""
    quiet = 0
    for _ in range(400):
        await pilot.pause()
        quiet = 0 if _busy(pilot.app) else quiet + 1
        if quiet == QUIET:
            return
        await pilot.app.workers.wait_for_complete()
    raise AssertionError("the app never came to rest")


def _busy(app: App[None]) -> bool:
    """Whether the first question is still to be asked, or any job is running."""
    waiting = isinstance(app.screen, HomeScreen) and not app.screen.desk.job and app.screen.book.ready
    waiting = waiting or (isinstance(app.screen, Page) and app.screen.waiting)
    return waiting or any(not worker.is_finished for worker in app.workers)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, letting each take effect."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)
