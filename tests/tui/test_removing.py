"""Removing a report from the reports screen: asked first, told afterwards, seen everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static

from data.store.publish import StoreBusyError
from tests.tui import inside
from tests.tui.conftest import in_front, press, settle
from tui.app import XulangApp
from tui.draw import plain_text
from tui.screens.help import help_of
from tui.screens.reading import ReadingScreen
from tui.screens.remove import RemoveScreen
from tui.screens.reports import ReportsScreen
from tui.widgets.grid import Grid
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

SIZE = (140, 40)

pytestmark = pytest.mark.usefixtures("unchecked")


async def asked(pilot: Pilot[None]) -> RemoveScreen:
    """The question about the first report of the list."""
    await settle(pilot)
    await press(pilot, "r", "d")
    return in_front(pilot.app, RemoveScreen)


def said(screen: RemoveScreen) -> str:
    return "\n".join(str(part.render()) for part in screen.query(Static))


def listed(app: XulangApp) -> list[str]:
    return [plain_text(row.cells[0]) for row in in_front(app, ReportsScreen).query_one(Grid).rows]


async def test_a_report_is_removed_after_a_question_and_every_screen_is_drawn_anew(app: XulangApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await asked(pilot)
        assert "GỠ BC 45 (thang-8)?" in said(screen)
        assert "10 số liệu" in said(screen)
        assert "0 quyết định" in said(screen)
        await press(pilot, "enter")
        assert listed(app) == []
        assert [note.message for note in inside.notices(app)] == ["đã gỡ BC 45 (thang-8): 10 số liệu, 0 quyết định rà soát"]
        await press(pilot, "escape")
        home = app.stack.home
        assert home is not None
        assert sum(sector.figures for sector in home.sectors) == 0


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_a_report_is_kept_where_the_answer_is_no(app: XulangApp, key: str) -> None:
    async with app.run_test(size=SIZE) as pilot:
        before = app.store_handle.path.read_bytes()
        await asked(pilot)
        await press(pilot, key)
        assert listed(app) == ["BC 45"]
        assert app.store_handle.path.read_bytes() == before


async def test_a_store_that_cannot_be_written_is_told_and_the_report_stays(
    app: XulangApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, _names: list[str], _progress: Callable[[float, str], None]) -> None:
        raise StoreBusyError("busy_store", path)

    monkeypatch.setattr("data.store.remove.remove", fail)
    async with app.run_test(size=SIZE) as pilot:
        screen = await asked(pilot)
        await press(pilot, "enter")
        assert app.screen is screen
        assert "chương trình khác đang ghi kho này" in said(screen)
        await press(pilot, "escape")
        assert listed(app) == ["BC 45"]


async def test_a_report_that_is_being_read_below_leaves_an_empty_view(app: XulangApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "2", "i")
        in_front(app, ReadingScreen)
        await press(pilot, "r", "d", "enter", "escape")
        lines = in_front(app, ReadingScreen).query_one("#told", Lines).lines
        assert plain_text(lines[0]) == app.words("reading.no_figure")


async def test_the_question_looks_the_same_after_a_report_was_read(app: XulangApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "r", "enter", "escape", "d")
        assert in_front(app, RemoveScreen).query_one("#told").styles.border_top[0] == ""


async def test_a_report_that_comes_with_the_program_stays(shipped_store: Path, tmp_path: Path) -> None:
    app = XulangApp(shipped_store, lang="vi", state=tmp_path / "session.json")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "r", "delete")
        in_front(app, ReportsScreen)
        assert [note.message for note in inside.notices(app)] == [app.words("reports.stays")]


async def test_to_remove_a_report_is_offered_only_where_it_can_be_removed(added_store: Path, tmp_path: Path) -> None:
    app = XulangApp(added_store, lang="en", state=tmp_path / "session.json")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "r")
        screen, say = in_front(app, ReportsScreen), app.words
        offered = {}
        for row in screen.query_one(Grid).rows:
            screen.query_one(Grid).move_to(row.key)
            await settle(pilot)
            foot = inside.words_on(screen).splitlines()[-1]
            offered[row.key] = f"d {say('hint.reports.remove')}" in foot
            assert offered[row.key] is (say("key.reports.remove") in [words for _, words in help_of(screen, say).keys])
        assert [report for report, is_offered in offered.items() if is_offered] == ["thang-8"]
