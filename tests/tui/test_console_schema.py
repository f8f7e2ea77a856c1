"""The schema beside the console's text: what tables and columns are, and their names at a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.conftest import SIZE, MakeApp, press, settle
from tests.tui.console import console_with, editor
from tui.draw import plain_text
from tui.widgets.lines import Lines
from tui.widgets.schema_tree import Place, SchemaTree

if TYPE_CHECKING:
    from tui.screens.console import ConsoleScreen


async def test_the_schema_inserts_a_name(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot)
        await press(pilot, "ctrl+n", "f6", "f6", "down", "enter")
        assert editor(screen).text == "sector_id"


def noted(screen: ConsoleScreen) -> list[str]:
    return [plain_text(line) for line in screen.query_one("#schema-note", Lines).lines]


async def test_the_schema_says_what_a_name_is_and_holds(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot)
        await press(pilot, "f6", "f6")
        tree = screen.query_one(SchemaTree)
        tables = {str(node.label).split("  ")[0]: str(node.label).split("  ")[1] for node in tree.root.children}
        assert (tables["observation"], tables["latest"]) == ("15", "bảng ảo")
        assert noted(screen)[:2] == [
            "fact  bảng ảo",
            "Số mới nhất của mỗi chỉ tiêu, phân tổ và kỳ, gộp một dòng, cùng đơn vị, có tên",
        ]
        await press(pilot, "left", *["j"] * 5, "right")
        while tree.cursor_node is not None and str(tree.cursor_node.label).split()[0] != "agg":
            await press(pilot, "j")
        assert noted(screen) == [
            "agg  varchar",
            "flow cộng dồn, count đếm lại mỗi kỳ, stock thời điểm, rate tỷ lệ, index chỉ số",
            "rate · flow",
        ]
        await pilot.app.run_action("language")
        screen.change_language()
        await settle(pilot)
        assert noted(screen) == [
            "agg  varchar",
            "flow adds up, count anew for every period, stock at a time, rate, index",
            "rate · flow",
        ]


async def test_tables_unfold_and_fold_by_the_arrows(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot)
        tree = screen.query_one(SchemaTree)
        await press(pilot, "f6", "f6", "right", "l", "down")
        assert tree.cursor_node is not None
        assert tree.cursor_node.data == Place("fact", "indicator_id", "varchar", "Chỉ tiêu")
        await press(pilot, "left", "h", "down")
        assert [node.data.table for node in tree.root.children if node.data and node.is_expanded] == []
        assert tree.cursor_node.data is not None
        assert tree.cursor_node.data.name == "reading"
