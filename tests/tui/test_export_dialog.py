"""The dialog that writes a table to a file: its name, its format, what it replaces, and why it cannot be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from tests.tui import inside
from tests.tui.conftest import MakeApp, in_front, opened, press
from tui.screens.console_dialogs import AskScreen
from tui.screens.export import ExportScreen
from tui.screens.help import help_of
from tui.widgets.grid import Grid
from tui.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written outside."""
    monkeypatch.chdir(tmp_path)


async def asked(pilot: Pilot[None]) -> tuple[ExportScreen, Input]:
    """The dialog and its line for the name."""
    await press(pilot, "r", "e")
    screen = in_front(pilot.app, ExportScreen)
    return screen, screen.query_one(Input)


async def test_a_typed_name_stays_with_the_ending_of_the_format(make_app: MakeApp, tmp_path: Path) -> None:
    async with opened(make_app()) as pilot:
        _, line = await asked(pilot)
        assert line.value == str(tmp_path / "xulang-reports.csv")
        await press(pilot, "down", "down")
        assert line.value == str(tmp_path / "xulang-reports.xlsx")
        line.value = "than.xlsx"
        await press(pilot, "down")
        assert line.value == "than.parquet"
        (tmp_path / "than.json").touch()
        await press(pilot, "down")
        assert line.value == "than-2.json", "what nobody typed replaces no file"
        await press(pilot, "up", "up")
        assert line.value == "than.xlsx"
        line.value = "than số 8.2025"
        await press(pilot, "up", "enter")
        assert (tmp_path / "than số 8.2025").read_bytes().startswith(b"\xef\xbb\xbf")


async def test_a_blank_name_is_that_of_the_table_again(make_app: MakeApp, tmp_path: Path) -> None:
    async with opened(make_app()) as pilot:
        _, line = await asked(pilot)
        line.value = " "
        await press(pilot, "end")
        assert line.value == str(tmp_path / "xulang-reports.md")


async def test_a_folder_of_nobody_is_told_and_the_dialog_stays(make_app: MakeApp) -> None:
    async with opened(make_app()) as pilot:
        screen, line = await asked(pilot)
        line.value = "~nobody.of.that.name/a.csv"
        screen.query_one(Grid).focus()
        await press(pilot, "enter")
        assert pilot.app.screen is screen
        assert "~nobody.of.that.name/a.csv" in inside.notices(pilot.app)[-1].message


async def test_a_file_that_is_there_is_replaced_only_when_its_name_is_given_twice(make_app: MakeApp, tmp_path: Path) -> None:
    (tmp_path / "than.csv").write_text("của tôi", encoding="utf-8")
    async with opened(make_app()) as pilot:
        screen, line = await asked(pilot)
        line.value = "than.csv"
        await press(pilot, "enter")
        assert in_front(pilot.app, AskScreen).query_one(Input).value == "than.csv"
        told = help_of(pilot.app.screen, Words("vi"))
        assert told.title == "Tệp đã có"
        assert told.about[0].startswith("Đã có tệp mang tên này.")
        await press(pilot, "escape")
        assert pilot.app.screen is screen
        assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["than.csv"]
        await press(pilot, "enter")
        in_front(pilot.app, AskScreen).query_one(Input).value = "than-2.csv"
        await press(pilot, "enter")
        assert (tmp_path / "than-2.csv").read_text(encoding="utf-8").startswith("mã báo cáo,")
        assert (tmp_path / "than.csv").read_text(encoding="utf-8") == "của tôi"
        assert inside.notices(pilot.app)[-1].message.endswith(": than-2.csv")
        _, line = await asked(pilot)
        line.value = "than.csv"
        await press(pilot, "enter", "enter")
        assert (tmp_path / "than.csv").read_text(encoding="utf-8").startswith("mã báo cáo,")


async def test_the_ending_that_is_typed_chooses_the_format(make_app: MakeApp, tmp_path: Path) -> None:
    async with opened(make_app()) as pilot:
        screen, line = await asked(pilot)
        grid = screen.query_one(Grid)
        await press(pilot, "down", "tab")
        line.value = ""
        await pilot.press(*"than.csv")
        await press(pilot, "end")
        assert grid.key == "excel_csv", "both have this ending"
        await press(pilot, *["backspace"] * 3, *"XLSX")
        assert (grid.key, line.value) == ("xlsx", "than.XLSX")
        await press(pilot, "enter")
        assert (tmp_path / "than.XLSX").read_bytes().startswith(b"PK")


async def test_an_ending_that_tells_no_format_is_kept_and_the_format_told(make_app: MakeApp, tmp_path: Path) -> None:
    async with opened(make_app()) as pilot:
        _, line = await asked(pilot)
        line.value = "than.dat"
        await press(pilot, "enter")
        assert (tmp_path / "than.dat").read_text(encoding="utf-8").startswith("mã báo cáo,")
        words = Words("vi")
        assert inside.notices(pilot.app)[-1].message == words("export.done_as", rows=2, form=words("export.csv"), path="than.dat")


async def test_a_name_too_long_for_a_file_is_told(make_app: MakeApp) -> None:
    async with opened(make_app()) as pilot:
        screen, line = await asked(pilot)
        line.value = f"{'a' * 300}.csv"
        await press(pilot, "down", "down", "enter")
        assert pilot.app.screen is screen
        assert [note.severity for note in inside.notices(pilot.app)] == ["error"]
