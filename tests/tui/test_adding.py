"""Adding a report from the reports screen: its path, its summary, why it cannot be, stopping, and what is seen then."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from textual.widgets import Input, Static

from tests.small_report import CLEAN
from tests.tui.conftest import app_on_copy, in_front, press, settle
from tui.draw import plain_text
from tui.model.typed_path import completed, path_of
from tui.screens.add import AddScreen
from tui.screens.reports import ReportsScreen
from tui.widgets.grid import Grid
from tui.widgets.hints import Hints

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from tui.app import XulangApp

SIZE = (140, 40)


@pytest.fixture
def app(shipped_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unchecked: None) -> XulangApp:
    """The explorer on a store of its own, written without checks, in a folder that holds a report."""
    (tmp_path / "thang 8.txt").write_text(CLEAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return app_on_copy(shipped_store, tmp_path)


async def asked(pilot: Pilot[None], path: str) -> AddScreen:
    """The dialog, opened and given a path."""
    await settle(pilot)
    await press(pilot, "r", "a")
    assert isinstance(pilot.app.screen, AddScreen)
    pilot.app.screen.query_one(Input).value = path
    await press(pilot, "enter")
    return in_front(pilot.app, AddScreen)


def said(screen: AddScreen) -> str:
    return str(screen.query_one("#told", Static).render())


def listed(app: XulangApp) -> list[str]:
    assert isinstance(app.screen, ReportsScreen)
    return [plain_text(row.cells[0]) for row in app.screen.query_one(Grid).rows]


async def test_an_added_report_is_told_and_listed_and_changes_nothing_a_second_time(app: XulangApp, tmp_path: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await asked(pilot, f"'{tmp_path}/thang 8.txt'")
        assert "BC 45 (thang-8)" in said(screen)
        assert "26 con số" in said(screen)
        assert "xulang " not in said(screen), "commands are for the command line, keys for the explorer"
        await press(pilot, "enter")
        assert "BC 45" in listed(app)
        before = app.store_handle.path.read_bytes()
        await press(pilot, "a")
        screen = in_front(app, AddScreen)
        screen.query_one(Input).value = str(tmp_path / "thang 8.txt")
        await press(pilot, "enter")
        assert app.screen is screen
        assert "đã có trong kho" in said(screen)
        assert app.store_handle.path.read_bytes() == before


async def test_the_cursor_is_on_the_report_that_was_added_even_if_it_was_there_or_is_filtered_out(
    app: XulangApp, tmp_path: Path
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await asked(pilot, f"{tmp_path}/thang 8.txt")
        await press(pilot, "enter")
        screen = in_front(app, ReportsScreen)
        assert screen.query_one(Grid).key == "thang-8"
        await press(pilot, "slash", *"plan", "enter", "a")
        in_front(app, AddScreen).query_one(Input).value = str(tmp_path / "thang 8.txt")
        await press(pilot, "enter", "enter")
        assert app.screen is screen
        assert screen.query_one(Grid).key == "thang-8"


async def test_a_file_that_is_no_report_is_told_in_one_line_and_another_name_is_completed_as_it_is_typed(
    app: XulangApp, tmp_path: Path
) -> None:
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n")
    before = app.store_handle.path.read_bytes()
    async with app.run_test(size=SIZE) as pilot:
        screen = await asked(pilot, str(tmp_path / "picture.txt"))
        assert "là tệp PNG" in said(screen)
        line = screen.query_one(Input)
        assert app.focused is line
        assert app.store_handle.path.read_bytes() == before
        line.value = ""
        await press(pilot, "t", "h", "tab")
        assert line.value == "thang 8.txt"
        await press(pilot, "enter")
        assert "BC 45" in said(screen)


async def test_escape_stops_the_reading_and_the_store_stays(
    app: XulangApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(_store: Path, files: list[Path], progress: Callable[[float, str], None]) -> None:
        progress(0.0, files[0].name)
        begun.set()
        go_on.wait()
        progress(0.5, "checks")

    monkeypatch.setattr("data.store.add.add", slow)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "r", "a")
        screen = in_front(app, AddScreen)
        screen.query_one(Input).value = str(tmp_path / "thang 8.txt")
        await pilot.press("enter")
        begun.wait()
        await pilot.press("escape")
        assert "đang dừng" in str(screen.query_one(".dialog-foot", Static).render())
        go_on.set()
        await settle(pilot)
        assert "giữ nguyên" in said(screen)
        await press(pilot, "escape")
        assert isinstance(app.screen, ReportsScreen)


async def test_a_real_reading_that_is_stopped_leaves_the_store_and_nothing_beside_it(app: XulangApp, tmp_path: Path) -> None:
    from data.store.add import add

    def stop(share: float, _what: str) -> None:
        if share > 0:
            raise KeyboardInterrupt

    before, beside = app.store_handle.path.read_bytes(), set(tmp_path.iterdir())
    with pytest.raises(KeyboardInterrupt):
        add(app.store_handle.path, [tmp_path / "thang 8.txt"], stop)
    assert app.store_handle.path.read_bytes() == before
    assert set(tmp_path.iterdir()) == beside


async def test_it_is_offered_in_the_last_line_and_among_all_commands(app: XulangApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "r")
        assert "thêm báo cáo" in app.screen.query_one(Hints).render_line(0).text
        assert "reports.add" in {active.binding.id for active in app.screen.active_bindings.values()}


@pytest.mark.parametrize(
    "typed",
    ["{0}", " {0}\n", "'{0}'", '"{0}"', "{1}", "file://{2}"],
    ids=["plain", "blanks", "quotes", "double quotes", "backslash", "address"],
)
def test_a_pasted_path_is_understood(tmp_path: Path, typed: str) -> None:
    path = tmp_path / "báo cáo 8.docx"
    path.touch()
    assert path_of(typed.format(path, str(path).replace(" ", "\\ "), quote(str(path)))) == path


def test_the_home_of_nobody_is_a_folder_that_is_not_there() -> None:
    assert path_of("~nobody.of.that.name/a.txt") == Path("~nobody.of.that.name/a.txt")
    assert completed("~nobody.of.that.name/") is None


def test_completion_offers_reports_before_folders_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a-folder").mkdir()
    for name in ("a-report.docx", "a-program.exe", ".a-hidden.txt"):
        (tmp_path / name).touch()
    assert completed(f"{tmp_path}/") == f"{tmp_path}/a-report.docx"
    assert completed(f"{tmp_path}/a-f") == f"{tmp_path}/a-folder/"
    assert completed(f"{tmp_path}/a-p") is None
    assert completed(f"{tmp_path}/none/") is None
    assert completed("") is None
