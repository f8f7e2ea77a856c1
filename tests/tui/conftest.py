"""Apps on the small store, and waiting without sleeping."""

from __future__ import annotations

import asyncio
import shutil
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import pytest
from pytest_textual_snapshot import SVGImageExtension
from textual.screen import Screen
from textual.worker import WorkerCancelled

from queries.store import Store
from tests.own_home import own_home
from tests.tui import inside
from tui.app import XulangApp
from tui.config import Config
from tui.screens.home import HomeScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion
    from textual.app import App
    from textual.pilot import Pilot


__all__ = ["own_home"]

SIZE = (120, 36)
"""Columns and lines of the terminal in which all panes of the first screen stand."""
COAL = ("industrial_output", "industrial_output.coal")
Kind = TypeVar("Kind", bound=Screen[Any])


class MakeApp(Protocol):
    def __call__(self, lang: str = "vi", theme: str = "dark", config: Config | None = None) -> XulangApp: ...


class ChangedOn(Protocol):
    async def __call__(self, pilot: Pilot[None], walk: Mapping[str, Sequence[str]]) -> list[str]: ...


@pytest.fixture(autouse=True)
def only_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """No program of this machine puts what is copied onto its clipboard."""
    monkeypatch.setattr("tui.clipboard.shutil.which", lambda _tool: None)


@pytest.fixture(autouse=True)
def still_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """A blinking cursor makes pictures differ."""
    inside.stop_blinking(monkeypatch)


@pytest.fixture(autouse=True)
def parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parsing style sheets took a fifth of a start."""
    inside.share_style_sheets(monkeypatch)


@pytest.fixture(autouse=True)
def painted_at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody sees the frames of a test: those between two rests are not painted."""
    inside.paint_only_whole(monkeypatch)


@pytest.fixture
def only_last_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of what leads to a picture nothing is painted."""
    monkeypatch.setattr(inside, "paint", inside.leave_unpainted)


RESTED = 0.001
"""Seconds that a rest takes in a test."""
MOMENT = 0.02
"""Seconds; timers that run shorter are waited for."""


@pytest.fixture(autouse=True)
def no_guess(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual guesses from the load of the processor when an app has come to rest; `all_wait` knows it."""
    inside.wait_by(monkeypatch, all_wait)


@pytest.fixture(autouse=True)
def no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """People rest between keys; tests do not."""
    monkeypatch.setattr("tui.store.passage_cache.REST", RESTED)
    monkeypatch.setattr("tui.screens.search.REST", RESTED)
    monkeypatch.setattr("tui.screens.drill.FRAME", RESTED)
    monkeypatch.setattr("tui.widgets.schema_pane.REST", RESTED)


@pytest.fixture(scope="session")
def opened_store(small_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the small store that stays open: to open it once more takes a tenth of the time, which was a third of a start."""
    path = tmp_path_factory.mktemp("open") / "small.duckdb"
    shutil.copyfile(small_store, path)
    with Store(path):
        yield path


def app_on_copy(store: Path, folder: Path) -> XulangApp:
    """The explorer on a copy of a store, which it may write, in a folder that keeps its state, too."""
    shutil.copyfile(store, folder / "mine.duckdb")
    return XulangApp(folder / "mine.duckdb", lang="vi", state=folder / "session.json")


@pytest.fixture
def app(lone_store: Path, tmp_path: Path) -> XulangApp:
    """The explorer on a store of its own with one added report; modules about another store have one of that name."""
    return app_on_copy(lone_store, tmp_path)


@pytest.fixture
def make_app(opened_store: Path, tmp_path: Path) -> MakeApp:
    def make(lang: str = "vi", theme: str = "dark", config: Config | None = None) -> XulangApp:
        return XulangApp(opened_store, lang=lang, config=config or Config(theme=theme), state=tmp_path / "session.json")

    return make


@pytest.fixture
def changed_on(snapshot: SnapshotAssertion) -> ChangedOn:
    """Walk from screen to screen and tell which of them do not look as in their pictures, which `--snapshot-update` takes anew.

    One app takes many pictures: to start it takes as long as a picture.
    """
    pictures = snapshot.use_extension(SVGImageExtension)

    async def changed(pilot: Pilot[None], walk: Mapping[str, Sequence[str]]) -> list[str]:
        names = []
        for name, keys in walk.items():
            await press(pilot, *keys)
            if pictures(name=name) != pilot.app.export_screenshot(simplify=True):
                names.append(name)
        return names

    return changed


@asynccontextmanager
async def opened(app: XulangApp, size: tuple[int, int] = SIZE) -> AsyncIterator[Pilot[None]]:
    """The explorer when its first picture stands."""
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield pilot


def in_front(app: App[None], kind: type[Kind]) -> Kind:
    """The screen in front, which must be of a kind."""
    assert isinstance(app.screen, kind)
    return app.screen


def home_of(app: App[None]) -> HomeScreen:
    """The first screen, which must be in front."""
    return in_front(app, HomeScreen)


async def show_sector(pilot: Pilot[None], sector: str) -> HomeScreen:
    """Show a sector on the first screen."""
    app = pilot.app
    assert isinstance(app, XulangApp)
    home = home_of(app)
    home.show_sector(sector)
    await settle(pilot)
    return home


async def settle(pilot: Pilot[None], *, drawn: bool = True) -> None:
    """Wait until all questions are asked, answered and, unless told otherwise, drawn."""
    app = pilot.app
    while True:
        await all_wait()
        if any(not worker.is_finished for worker in app.workers):
            # A question that a newer one has replaced is over, too.
            with suppress(WorkerCancelled):
                await app.workers.wait_for_complete()
        elif _timed(app):
            await asyncio.sleep(RESTED)
        elif inside.is_laid_out_late(app):
            inside.lay_out(app)
        elif drawn and inside.is_changed(app):
            # What is painted may ask for more: rows that have come into sight.
            inside.paint(app)
        else:
            return


async def all_wait(*_limits: float) -> None:
    """Wait until no task can go on by itself: each waits for a thread, or for a time to come."""
    await asyncio.sleep(0)
    while inside.is_task_ready():
        await asyncio.sleep(0)


def _timed(app: App[None]) -> bool:
    """Whether something begins in a moment: a question after a rest, the layout of another size, a step of an animation."""
    nodes = [app, *(node for screen in app.screen_stack for node in screen.walk_children(with_self=True))]
    return inside.is_animating(app) or any(inside.is_short(timer, MOMENT) for timer in inside.ticking(nodes))


async def until(happened: Callable[[], bool]) -> None:
    """Wait for something that happens while other things go on."""
    while not happened():
        await asyncio.sleep(RESTED)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, letting each take effect; only what stands after the last is drawn."""
    for left, key in zip(range(len(keys) - 1, -1, -1), keys, strict=True):
        await pilot.press(key)
        await settle(pilot, drawn=not left)
