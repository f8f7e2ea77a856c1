"""When the store was written, by this program or another, it is reopened and every screen shows what it holds now."""

from __future__ import annotations

import shutil
import threading
from contextlib import ExitStack
from typing import TYPE_CHECKING

import duckdb
import pytest
from textual import events

from queries import panes
from tests.busy_store import written_by_another_process
from tests.tui import inside
from tests.tui.conftest import app_on_copy, home_of, in_front, press, settle, show_sector, until
from tests.tui.console import rows, said
from tui.app import XulangApp
from tui.draw import plain_text
from tui.model.review import Spot
from tui.model.unknown import UNKNOWN
from tui.screens.checks import ChecksScreen
from tui.screens.console import ConsoleScreen
from tui.screens.pages import page_kind
from tui.screens.reading import ReadingScreen
from tui.session.history import read_history
from tui.store.query_runner import QueryRunner
from tui.widgets.grid import Grid

if TYPE_CHECKING:
    from pathlib import Path

    from queries.store import Cursor

COAL = ("industrial_output", "industrial_output.coal")


@pytest.fixture
def app(small_store: Path, tmp_path: Path) -> XulangApp:
    """The explorer on a copy of the small store."""
    return app_on_copy(small_store, tmp_path)


def write(path: Path, *statements: str) -> None:
    """Change the store as the builder does: beside, then moved over."""
    beside = path.with_suffix(".new")
    shutil.copyfile(path, beside)
    with duckdb.connect(str(beside)) as connection:
        for statement in statements:
            connection.execute(statement)
    beside.replace(path)


def shown(app: XulangApp) -> str:
    return "\n".join(plain_text(cell) for row in app.screen.query(Grid).last().rows for cell in row.cells)


def unwrapped(app: XulangApp) -> str:
    """What is on the screen as one line: where lines end depends on how long the path of the store is."""
    return " ".join(inside.words_on(app.screen).split())


@pytest.mark.parametrize(
    ("keys", "statement"),
    [
        (["r"], "update report set title = 'Nhan đề mới' where id = 'a'"),
        (["x"], "update finding set message_vi = 'Nhan đề mới' where id = 1"),
        (["f3", "t", "h", "a", "n"], "update item set name_vi = 'Than nhan đề mới' where id = 'industrial_output.coal'"),
    ],
    ids=["reports", "checks", "search"],
)
async def test_an_open_screen_shows_what_was_written(app: XulangApp, keys: list[str], statement: str) -> None:
    async with app.run_test(size=(160, 40)) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        assert "han đề mới" not in shown(app)
        write(app.store_handle.path, statement)
        app.store_changed()
        await settle(pilot)
        assert "han đề mới" in shown(app)


RENUMBERED = (
    "update reading set observation_id = 12 - observation_id",
    "update cell set observation_id = 12 - observation_id",
    "update finding set id = 3 - id, observation_id = 12 - observation_id, other_id = 12 - other_id",
)
"""What adding a report may do: each figure and each finding has the id of another."""


async def test_the_checks_stay_at_the_finding_under_the_cursor(app: XulangApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "x", "down")
        screen = in_front(app, ChecksScreen)
        before = screen.value_text()
        write(app.store_handle.path, *RENUMBERED)
        app.store_changed()
        await settle(pilot)
        assert screen.value_text() == before


async def test_a_report_that_is_being_read_stays_at_its_figure_and_is_found_again_there(app: XulangApp, tmp_path: Path) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "r", "enter", "n", "n")
        before = in_front(app, ReadingScreen).value_text()
        write(app.store_handle.path, *RENUMBERED)
        app.store_changed()
        await settle(pilot)
        assert in_front(app, ReadingScreen).value_text() == before
        await press(pilot, "q")
    write(app.store_handle.path, *RENUMBERED)
    again = XulangApp(app.store_handle.path, lang="vi", state=tmp_path / "session.json")
    async with again.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert in_front(again, ReadingScreen).value_text() == before


async def test_a_figure_without_a_place_in_the_catalogue_stays_under_the_cursor(app: XulangApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        write(app.store_handle.path, "update reading set indicator_id = null where measure = 'plan_pct'")
        app.store_changed()
        await settle(pilot)
        home = await show_sector(pilot, UNKNOWN)
        before = home.value_text()
        write(app.store_handle.path, *RENUMBERED)
        app.store_changed()
        await settle(pilot)
        assert len(home.table_grid.rows) == 3
        assert home.value_text() == before


async def test_the_first_screen_stays_at_its_place(app: XulangApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        home = home_of(app)
        home.show_sector("industry")
        await settle(pilot)
        home.table_grid.move_to(COAL)
        write(app.store_handle.path, "update cell set value = 777 where item_id = 'industrial_output.coal' and measure = 'value'")
        await press(pilot, "r")
        app.store_changed()
        await settle(pilot)
        await press(pilot, "escape")
        assert (home.sector, home.table_grid.key) == ("industry", COAL)
        assert "777" in shown(app)


@pytest.mark.parametrize(("away", "back"), [([], []), (["escape"], ["f4"])], ids=["open", "left"])
async def test_answers_in_the_console_are_asked_anew_and_their_place_stays(
    app: XulangApp, away: list[str], back: list[str]
) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        app.open_console("select id, title from report order by id")
        await settle(pilot)
        console = in_front(app, ConsoleScreen)
        await press(pilot, "f5", "f6", "down", "right", "ctrl+n", *away)
        write(app.store_handle.path, "update report set title = 'Nhan đề mới'")
        app.store_changed()
        await settle(pilot)
        await press(pilot, *back, "f9")
        view = console.pane.grid.view
        assert (view.row, view.column, view.value) == (1, 1, "Nhan đề mới")
        await press(pilot, "f6", "s")
        assert not console.pane.results.failed


REPLACED = "Kho vừa được chương trình khác ghi: đã đọc lại"


def told(app: XulangApp) -> list[str]:
    return [notice.message for notice in inside.notices(app)]


@pytest.mark.parametrize(
    ("keys", "statement"),
    [
        (["r"], "update report set title = 'Nhan đề mới' where id = 'a'"),
        (["x"], "update finding set message_vi = 'Nhan đề mới' where id = 1"),
        (["f3", "t", "h", "a", "n", "down"], "update item set name_vi = 'Than nhan đề mới' where id = 'industrial_output.coal'"),
    ],
    ids=["reports", "checks", "search"],
)
async def test_what_another_program_wrote_is_shown_at_the_next_key_and_told_once(
    app: XulangApp, keys: list[str], statement: str
) -> None:
    async with app.run_test(size=(160, 40)) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        write(app.store_handle.path, statement)
        await settle(pilot)
        assert "han đề mới" not in shown(app), "nothing looks at the file as long as nobody does anything"
        await press(pilot, "down", "up", "down")
        assert "han đề mới" in shown(app)
        assert told(app) == [REPLACED]


async def test_what_another_program_wrote_is_shown_when_the_terminal_is_looked_at_again(app: XulangApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        write(app.store_handle.path, "update report set title = title")
        app.post_message(events.AppFocus())
        await settle(pilot)
        assert told(app) == [REPLACED]


async def test_a_key_acts_on_what_another_program_wrote_not_on_what_was_there_before(app: XulangApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        home = await show_sector(pilot, "industry")
        home.table_grid.move_to(COAL)
        await press(pilot, "i")
        before = in_front(app, ReadingScreen).value_text()
        await press(pilot, "escape")
        write(app.store_handle.path, *RENUMBERED)
        await press(pilot, "i")
        assert in_front(app, ReadingScreen).value_text() == before
        await press(pilot, "escape")
        assert (home.sector, home.table_grid.key) == ("industry", COAL)


async def test_what_this_program_writes_is_not_taken_for_the_work_of_another(app: XulangApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        app.revisions.unwritten = {Spot("a", 0, 1): None}
        write(app.store_handle.path, "update report set title = title")
        await press(pilot, "down")
        app.revisions.unwritten = {}
        app.add_report()
        await press(pilot, "x")
        assert not told(app)
        await press(pilot, "escape")
        assert told(app) == []
        await press(pilot, "down")
        assert told(app) == [REPLACED]


@pytest.mark.parametrize("page", ["review", "checks", "reports", "compare", "search"])
async def test_a_screen_that_is_just_being_opened_does_not_mind_another_store(app: XulangApp, page: str) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        app.action_page(page)
        app.store_changed()
        await settle(pilot)
        assert isinstance(app.screen, page_kind(page))


async def test_a_question_that_runs_while_the_store_is_written_is_asked_anew(app: XulangApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        begun, go = threading.Event(), threading.Event()
        heard: list[int] = []

        def work(cursor: Cursor) -> int:
            begun.set()
            go.wait()
            return len(cursor.ask(panes.SECTORS))

        runner = QueryRunner(app.screen, app.store_handle, "slow")
        runner.ask(work, heard.append)
        await until(begun.is_set)
        app.store_handle.close()
        go.set()
        await settle(pilot)
        assert heard == [len(app.screen.sectors)]  # type: ignore[attr-defined]
        assert not inside.notices(app)


async def test_a_question_that_nobody_waits_for_does_not_open_the_store(app: XulangApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        runner = QueryRunner(app.screen, app.store_handle, "late")
        app.store_handle.close()
        runner.ask(lambda cursor: cursor.ask(panes.SECTORS), lambda _found: None)
        runner.stop()
        await settle(pilot)
        assert app.store_handle._store is None


async def test_a_store_that_was_being_written_is_opened_by_itself_when_it_is_free(
    app: XulangApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.home_panes.WAITS", (0.05,) * 400)
    with ExitStack() as writing:
        writing.enter_context(written_by_another_process(app.store_handle.path))
        async with app.run_test() as pilot:
            await until(lambda: home_of(app).refused)
            await settle(pilot)
            assert "chương trình khác đang ghi kho này" in unwrapped(app)
            again = home_of(app).runner.job + 2
            await until(lambda: home_of(app).runner.job > again)
            assert len(inside.notices(app)) == 1, "all attempts are told of once"
            writing.close()
            await until(lambda: home_of(app).begun)
            await settle(pilot)
            assert "GRDP" in shown(app)
            assert not inside.notices(app), "that it cannot be read is said no longer"


async def test_a_store_that_could_not_be_read_is_not_tried_for_ever_but_at_any_key(
    app: XulangApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.home_panes.WAITS", (0.01,))
    with ExitStack() as writing:
        writing.enter_context(written_by_another_process(app.store_handle.path))
        async with app.run_test() as pilot:
            await until(lambda: home_of(app).refused)
            for key in ("", "k", "tab"):
                await press(pilot, *filter(None, [key]))
                await until(lambda: not home_of(app).runner.busy and not inside.ticking([home_of(app)]))
            assert home_of(app).refused
            assert app.words("say.any_key_tries") in unwrapped(app)
            writing.close()
            await press(pilot, "j")
            await until(lambda: home_of(app).begun)
            await settle(pilot)
            assert "GRDP" in shown(app)


@pytest.mark.parametrize(
    ("keys", "told"),
    [(["x"], "mâu thuẫn"), (["r"], "BC Q1/2026"), (["c"], "Than"), (["f3", "t", "h", "a", "n"], "Than"), (["f4"], "sector_id")],
    ids=["checks", "reports", "compare", "search", "console"],
)
async def test_what_was_opened_while_the_store_was_being_written_shows_what_it_holds_when_it_is_free(
    app: XulangApp, keys: list[str], told: str
) -> None:
    with ExitStack() as writing:
        writing.enter_context(written_by_another_process(app.store_handle.path))
        async with app.run_test(size=(120, 36)) as pilot:
            home = home_of(app)
            await until(lambda: home.refused)
            await press(pilot, *keys)
            before = inside.words_on(app.screen)
            writing.close()
            home.try_again()
            await until(lambda: home.begun)
            await settle(pilot)
            assert told not in before
            assert told in inside.words_on(app.screen)


async def test_a_question_to_a_store_that_was_being_written_is_answered_when_it_is_free(app: XulangApp) -> None:
    with ExitStack() as writing:
        writing.enter_context(written_by_another_process(app.store_handle.path))
        async with app.run_test(size=(120, 36)) as pilot:
            home = home_of(app)
            await until(lambda: home.refused)
            app.open_console("select id from report order by id")
            await press(pilot, "f5")
            console = in_front(app, ConsoleScreen)
            assert said(console).endswith("đang ghi kho này; hãy đóng nó hoặc đợi, rồi thử lại")
            writing.close()
            home.try_again()
            await until(lambda: home.begun)
            await settle(pilot)
            assert rows(console) == [("a",), ("b",)]
            assert [run.outcome for run in read_history(console.folder / "history.jsonl")] == ["done", "failed"]


@pytest.mark.parametrize("keys", [["p"], ["c", "p"], ["c", "m", "p"]], ids=["home", "periods compared", "reports compared"])
async def test_nothing_is_chosen_from_before_there_is_anything(app: XulangApp, keys: list[str]) -> None:
    with written_by_another_process(app.store_handle.path):
        async with app.run_test() as pilot:
            await until(lambda: home_of(app).refused)
            await press(pilot, *keys[:-1])
            screen = app.screen
            await press(pilot, keys[-1])
            assert app.screen is screen
            assert inside.notices(app)[-1].message == app.words("say.nothing")


async def test_the_screens_of_the_last_time_do_not_cover_what_was_opened_meanwhile(app: XulangApp) -> None:
    app.state.place = ["ReportsScreen\ta\t"]
    with ExitStack() as writing:
        writing.enter_context(written_by_another_process(app.store_handle.path))
        async with app.run_test(size=(120, 36)) as pilot:
            home = home_of(app)
            await until(lambda: home.refused)
            await press(pilot, "x")
            writing.close()
            home.try_again()
            await until(lambda: home.begun)
            await settle(pilot)
            assert isinstance(app.screen, ChecksScreen)
