"""A number never stands under the unit or the name of another measure: in tables, exports and charts."""

from __future__ import annotations

from typing import Any

from queries.packed import Packed
from queries.panes import CellRow, ReadingRow
from tests.tui.rows import cell, period, reading, series
from tui.draw import plain_text
from tui.model.drill import Drill
from tui.model.home import HomeData, HomeTable
from tui.model.home_drawing import HomeDrawing
from tui.model.home_export import export
from tui.model.plot import may_connect
from tui.model.rows import DATED
from tui.words import Words

COAL, POWER = ("output", "output.coal"), ("output", "output.power")
LOANS = ("loans", None)
VI, EN = Words("vi"), Words("en")
PER_CENT: dict[str, Any] = {"unit": "%", "unit_en": "%", "base": "%"}


def drill(*readings: ReadingRow, view: str = "level", words: Words = VI, **given: Any) -> Drill:
    rows = [series(key, **given) for key in dict.fromkeys((one.indicator_id, one.item_id) for one in readings)]
    return Drill(rows, readings, words, view)


def home(*cells: CellRow, **given: Any) -> HomeTable:
    columns = [period(name) for name in dict.fromkeys(one.column_id for one in cells)]
    rows = [series(key, **given) for key in dict.fromkeys((one.indicator_id, one.item_id) for one in cells)]
    return HomeTable(HomeData("industry", rows, Packed(CellRow, [[tuple(one) for one in cells]])), columns, VI)


def test_an_exported_share_of_the_plan_is_in_per_cent_and_called_so() -> None:
    of_plan = {"measure": "plan_pct", **PER_CENT}
    table = drill(reading(COAL, "2025-M01/M11", 77.5, **of_plan), reading(POWER, "2026-Q1", 21, **of_plan), view="plan").export(
        "out"
    )
    assert table.columns == [
        "chỉ tiêu", "phân tổ", "thước đo", "đơn vị", "11T/2025", "Q1/2026", "như báo cáo nêu", "mâu thuẫn", "nguồn",
    ]  # fmt: skip
    assert table.rows == [
        ["Sản lượng", "coal", "% kế hoạch", "%", 77.5, None, None, None, "BC 1"],
        ["Sản lượng", "power", "% kế hoạch", "%", None, 21, None, None, "BC 1"],
    ]


def test_a_row_of_several_measures_is_exported_as_a_row_for_each() -> None:
    table = drill(
        reading(COAL, "2024", 500, value_base=500_000, unit="nghìn tấn"),
        reading(COAL, "2025-M01/M11", 8.3, measure="growth_pct", **PER_CENT),
        reading(COAL, "2026-Q1", 120, value_base=120_000, unit="nghìn tấn"),
        reading(COAL, "2030", 900, value_base=900_000, unit="nghìn tấn", status="T"),
        unit="nghìn tấn", mult=1000.0,
    ).export("out")  # fmt: skip
    assert [row[2:-3] for row in table.rows] == [
        ["mức", "nghìn tấn", 500, None, 120, None],
        ["tốc độ tăng, %", "%", None, 8.3, None, None],
        ["mục tiêu", "nghìn tấn", None, None, None, 900],
    ]


def test_a_printed_index_is_exported_as_the_change_that_the_view_shows() -> None:
    index = reading(COAL, "2024", 93, measure="yoy_index", **PER_CENT)
    change = reading(COAL, "2025-M01/M11", 20, measure="yoy_pct", **PER_CENT)
    assert [row[3:-3] for row in drill(index, change, view="change").export("out").rows] == [["%", -7, 20]]


def test_a_rate_of_growth_among_levels_keeps_its_per_cent_sign() -> None:
    rate = {"measure": "growth_pct", **PER_CENT}
    shown = drill(reading(LOANS, "2024", 480), reading(LOANS, "2026-Q1", 8.3, **rate))
    assert [plain_text(line).strip() for line in shown.rows()[0].cells][1:] == ["480", "+8,3 %"]
    table = home(cell(LOANS, "2024", 480), cell(LOANS, "2026-Q1", 8.3, **rate))
    assert plain_text(HomeDrawing(table).rows()[0].cells[2]).strip() == "+8,3 %"
    assert [row[3] for row in export(table, "out").rows] == ["tấn", "%"]
    itself = drill(reading(LOANS, "2026-Q1", 8.3, **rate), **PER_CENT)
    assert plain_text(itself.rows()[0].cells[1]).strip() == "+8,3", "the unit of the row says it already"


def test_a_rank_among_levels_is_called_one() -> None:
    shown = drill(reading(LOANS, "2024", 62.5), reading(LOANS, "2026-Q1", 15, measure="rank", unit="", unit_en="", base=""))
    assert plain_text(shown.rows()[0].cells[2]).strip() == "thứ 15"


def test_an_amount_that_is_planned_stands_among_shares_of_the_plan_with_its_unit() -> None:
    share = reading(COAL, "2024", 77.5, measure="plan_pct", **PER_CENT)
    shown = drill(share, reading(COAL, "2026-Q1", 900, measure="plan_value"), view="plan")
    assert [plain_text(line).strip() for line in shown.rows()[0].cells][1:] == ["77,5", "900 tấn"]


def test_what_compares_with_another_period_names_it_and_is_joined_only_to_its_like() -> None:
    def on(base: str, about: str) -> ReadingRow:
        return reading(LOANS, about, 2.5, measure="base_pct", base_vi=base, base_en=base, **PER_CENT)

    shown = drill(on("31/12/2024", "2025-M01/M08"), on("31/12/2024", "2025-M01/M11"), on("30/6/2025", "2026-Q1"), view="other")
    assert [plain_text(line).strip() for line in shown.rows()[0].cells][1:] == [
        "+2,5 % so 31/12/24", "+2,5 % so 31/12/24", "+2,5 % so 30/6/25",
    ]  # fmt: skip
    assert shown.charted(LOANS) == "so với 31/12/2024 · 30/6/2025, %"
    assert [row[2] for row in shown.export("out").rows] == ["so với 31/12/2024, %", "so với 30/6/2025, %"]
    one, two, three = (head for head, _ in shown.points(LOANS))
    assert may_connect(one, two)
    assert not may_connect(two, three._replace(kind="cumulative"))
    assert drill(on("", "2026-Q1"), view="other", words=EN).charted(LOANS) == "on the base, %"


def test_the_chart_of_a_growth_rate_does_not_name_the_growth_twice() -> None:
    about = {"measure": "growth_pct", **PER_CENT}
    assert drill(reading(COAL, "2025", 8.4, **about), view="change", words=EN, agg="rate", **PER_CENT).charted(COAL) == "%"
    assert drill(reading(COAL, "2025", 8.4, **about), view="change", words=EN, agg="index").charted(COAL) == "growth, %"


def test_a_change_that_is_not_of_the_last_period_names_its_own() -> None:
    of_plan, on_year = {"measure": "plan_pct", **PER_CENT}, {"measure": "yoy_pct", **PER_CENT}
    table = home(
        cell(COAL, "2025-M01/M11", 53.5), cell(COAL, "2025-M01/M11", 144.5, **of_plan),
        cell(COAL, "2025-M01/M11", 58.7, **on_year),
        cell(POWER, "2026-Q1", 114), cell(POWER, "2026-Q1", -40.8, **on_year),
    )  # fmt: skip
    coal, power = (row.cells for row in HomeDrawing(table).rows()[1:])
    assert [plain_text(line) for line in coal[3:6]] == ["144,5", "+58,7", "11T/25"]
    assert coal[3][0] == coal[4][0] == DATED
    assert [plain_text(line) for line in power[3:6]] == ["", "−40,8", ""]
    assert export(table, "out").columns[-6:-3] == ["%KH", "±CK", "kỳ của %KH và ±CK"]
    assert [row[-6:-3] for row in export(table, "out").rows][1:] == [[144.5, 58.7, "11T/2025"], [None, -40.8, "Q1/2026"]]


def test_a_column_is_as_wide_as_what_stands_in_it_with_its_signs() -> None:
    huge = cell(COAL, "2025-M01/M11", 1_234_567.8, disputed=True)
    table = home(huge, cell(POWER, "2025-M01/M11", 5), cell(POWER, "2026-Q1", 7))
    drawing = HomeDrawing(table)

    def needs() -> list[int]:
        return [column.needs for column in drawing.columns()[1:3]]

    assert needs() == [12, 12]
    table.periods = [period("2025-M01/M08"), *table.periods]
    assert drawing.columns()[2].tight == len("⚠1.234.567,8")
    assert drawing.columns()[3].tight == 7, "each column has a width of its own"
    table.wanted = "power"
    assert drawing.columns()[2].tight == len("⚠1.234.567,8"), "typing moves no column"
    table.wanted = ""
    table.fold_all()
    assert drawing.columns()[2].tight == 7, "what is folded away takes no room"


def test_a_unit_of_its_own_has_its_room_in_a_tight_column_too() -> None:
    amount = cell(COAL, "2026-Q1", 94_023, unit="triệu đồng", unit_en="million dong", base="đồng")
    table = home(cell(POWER, "2025-M01/M08", 5), cell(POWER, "2025-M01/M11", 5), amount)
    column = HomeDrawing(table).columns()[3]
    assert column.cells == column.tight == len("94.023 tr. đ")


def test_a_long_unit_of_its_own_takes_no_room_from_names_where_that_is_short() -> None:
    amount = cell(COAL, "2026-Q1", 30_941, unit="lượt người", unit_en="visits", base="lượt")
    table = home(cell(POWER, "2025-M01/M08", 5), cell(POWER, "2025-M01/M11", 5), amount)
    column = HomeDrawing(table).columns()[3]
    assert (column.cells, column.tight) == (len("30.941 lượt người"), len("30.941 lượt…"))
    table.wanted = "coal"
    assert HomeDrawing(table).columns()[3].tight == len("30.941 lượt…"), "typing moves no column"
