"""What the first pictures cost and need."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING
from unittest.mock import AsyncMock

import duckdb
import pytest

from queries import engine
from queries.question import text_of
from queries.store import Store
from tests.tui import inside
from tests.tui.conftest import MakeApp, press, settle
from tui.app import XulangApp
from tui.model.subject import Subject
from tui.screens.drill import DrillScreen
from tui.screens.home_queries import first_picture
from tui.session.state import State
from tui.store.query_runner import QueryRunner
from tui.store.store_handle import StoreHandle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from textual.screen import Screen

    from queries.question import Question
    from tui.model.drill import Drill
    from tui.store.store_handle import Talk

HEAVY = ("duckdb", "polars", "pyarrow", "rapidfuzz", "importlib.metadata")


def imported(code: str, names: tuple[str, ...], *arguments: str) -> str:
    """Which of ``names`` are modules after ``code`` has run in a process of its own."""
    code = f"import sys; {code}; print([name for name in {names!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_app_is_imported_without_tls_which_others_find_afterwards() -> None:
    code = "from tui.verbs import explore; loading = explore.without_tls(); loading.__enter__(); import tui.app; "
    code += "loading.__exit__(None, None, None); print('ssl' in sys.modules); import ssl"
    assert imported(code, ("asyncio", "ssl")) == "False\n['asyncio', 'ssl']"


def test_a_store_is_asked_without_the_layer_around_the_engine(small_store: Path) -> None:
    code = "from queries import panes, store; from pathlib import Path; store.Store(Path(sys.argv[1])).ask(panes.SECTORS)"
    assert imported(code, HEAVY, str(small_store)) == "[]"


def test_the_engine_is_that_of_the_library() -> None:
    names = ("connect", "extract_statements", "DuckDBPyConnection", "Error", "InterruptException", "ResourceInUseException")
    assert all(getattr(engine.duckdb, name) is getattr(duckdb, name) for name in names)


@pytest.fixture(autouse=True)
def painted_at_rest() -> None:
    """Here every frame counts: all are painted."""


def test_the_first_picture_takes_four_questions_that_join_nothing(small_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store(small_store) as store, store.cursor() as cursor:
        asked: list[str] = []

        def noting(ask: Callable[..., Any]) -> Callable[..., Any]:
            def noted(question: Question[Any], *parts: Any, **parameters: Any) -> Any:
                asked.append(question.name)
                return ask(question, *parts, **parameters)

            return noted

        for name in ("ask", "ask_packed"):
            monkeypatch.setattr(cursor, name, noting(getattr(cursor, name)))
        first_picture(cursor, State())
    assert asked == ["panes/sectors", "panes/periods", "panes/series", "panes/cells"]
    assert not [name for name in asked if "join" in text_of(name)]


async def test_a_picture_stands_before_the_store_is_opened(
    small_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def opener(path: Path, _talk: Talk) -> Store:
        seen.append("store")
        return Store(path)

    inside.watch_pictures(monkeypatch, lambda _screen: seen.append("picture"))
    async with XulangApp(StoreHandle(small_store, opener), state=tmp_path / "session.json").run_test() as pilot:
        await settle(pilot)
    assert seen[0] == "picture"
    assert seen.count("store") == 1


@pytest.mark.parametrize("late", [False, True])
async def test_the_first_picture_of_a_drilldown_shows_its_figures_unless_they_are_late(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, late: bool
) -> None:
    pictures: list[str] = []
    loaded: list[Drill] = []
    load = DrillScreen.take

    def painted(screen: Screen[Any]) -> None:
        if isinstance(screen, DrillScreen):
            pictures.append(inside.words_on(screen))

    def noted(screen: DrillScreen, drill: Drill) -> None:
        loaded.append(drill)
        load(screen, drill)

    inside.watch_pictures(monkeypatch, painted)
    monkeypatch.setattr(DrillScreen, "take", noted)
    monkeypatch.setattr("tui.screens.drill.PATIENCE", 60)
    if late:
        monkeypatch.setattr(QueryRunner, "settle", AsyncMock())
    async with make_app().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await settle(pilot)
    assert ("CÁC BÁO CÁO NÓI GÌ" in pictures[0]) is not late
    assert "BC 12" in pictures[-1]
    assert len(loaded) == 1


async def test_of_many_readings_the_first_picture_shows_the_newest(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[Drill] = []
    load = DrillScreen.take

    def noted(screen: DrillScreen, drill: Drill) -> None:
        loaded.append(drill)
        load(screen, drill)

    monkeypatch.setattr(DrillScreen, "take", noted)
    monkeypatch.setattr("tui.screens.drill.FEW", 0)
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        app.push_screen(DrillScreen(Subject("poverty_rate")))
        await settle(pilot)
        first, then = loaded
        assert (first.whole, then.whole) == (False, True)
        keys = then.keys()
        cells = [(key, period.id) for key in keys for period in then.shown_periods()]
        assert [first.shown(*cell) for cell in cells] == [then.shown(*cell) for cell in cells]
        assert len(first.readings) < len(then.readings)
        words = inside.words_on(app.screen)
        assert all(number in words for number in ("1,36", "2,32"))


async def test_the_theme_is_known_before_styles_are_read(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    read_again: list[bool] = []
    monkeypatch.setattr(XulangApp, "refresh_css", lambda _app, animate=True: read_again.append(animate))
    async with make_app(theme="light").run_test() as pilot:
        await settle(pilot)
        assert pilot.app.theme == "xulang-light"
        assert pilot.app.has_class("-light-mode")
    assert read_again == []
