"""Of the questions of a pane the newest is answered, and can be stopped at any time."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

from queries import panes
from tests.tui.conftest import RESTED, SIZE, MakeApp, settle, until
from tui.store.query_runner import QueryResult, QueryRunner

if TYPE_CHECKING:
    import pytest

    from queries.store import Cursor, Store

ENDLESS = "select count(*) from range(1000000) a, range(1000000) b where a.range * b.range % 7 = 3"


async def test_a_question_replaced_while_the_store_opens_is_not_asked_and_the_newer_one_can_be_stopped(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        opening, go, begun, ended = (threading.Event() for _ in range(4))
        open_store, asked = app.store_handle.open, []

        def slow_for_the_first() -> Store:
            if not opening.is_set():
                opening.set()
                go.wait()
            return open_store()

        def endless(cursor: Cursor) -> None:
            begun.set()
            try:
                cursor.raw.execute(ENDLESS)
            finally:
                ended.set()

        monkeypatch.setattr(app.store_handle, "open", slow_for_the_first)
        runner = QueryRunner(app.screen, app.store_handle, "replaced")
        runner.ask(lambda cursor: asked.append(cursor.ask(panes.SECTORS)), lambda _found: None)
        replaced = runner._pending
        await until(opening.is_set)
        runner.ask(endless, lambda _found: None)
        await until(begun.is_set)
        go.set()
        assert replaced is not None
        await until(replaced.done)
        # A stop in the moment before DuckDB begins is not heard, and is said again.
        while not ended.is_set():
            runner.stop()
            await asyncio.sleep(RESTED)
        await settle(pilot)
        assert asked == []


async def test_a_question_asked_in_the_moment_in_which_the_one_before_ends_is_seen_to_run(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        looked, asked, end = (threading.Event() for _ in range(3))
        heard: list[str] = []
        runner = QueryRunner(app.screen, app.store_handle, "ending")

        def look_and_wait(result: QueryResult) -> bool:
            current = result.job == runner.job
            if not looked.is_set():
                looked.set()
                asked.wait()
            return current

        def later(_cursor: Cursor) -> str:
            end.wait()
            return "later"

        monkeypatch.setattr(QueryResult, "current", property(look_and_wait))
        runner.ask(lambda _cursor: "first", heard.append)
        first = runner._pending
        assert first is not None
        await until(looked.is_set)
        runner.ask(later, heard.append)
        asked.set()
        await until(first.done)
        seen_to_run = runner.busy
        end.set()
        await settle(pilot)
        assert seen_to_run
        assert not runner.busy
        assert heard == ["later"]
