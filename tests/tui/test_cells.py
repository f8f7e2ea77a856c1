"""The figures of the indicator table, which are kept packed."""

from __future__ import annotations

from queries.packed import Packed
from queries.panes import CellRow
from tui.model.cells import Cells

COAL, POWER = ("output", "output.coal"), ("output", "output.power")


def row(key: tuple[str, str], column: str, measure: str, value: float) -> tuple[object, ...]:
    return (
        *key,
        column,
        column,
        "",
        "",
        measure,
        None,
        None,
        value,
        value,
        "tấn",
        "tonnes",
        "tấn",
        None,
        None,
        None,
        None,
        "A",
        1,
        2,
        False,
    )


def test_figures_are_found_by_row_column_and_measure() -> None:
    rows = [
        row(COAL, "2025", "plan_pct", 77.5),
        row(COAL, "2025", "value", 387.7),
        row(POWER, "2025", "value", 5),
        row(COAL, "*", "total", 9),
    ]
    cells = Cells(Packed(CellRow, [rows[:2], rows[2:]]))
    assert {measure: cell.value for measure, cell in cells.at(COAL, "2025").items()} == {"plan_pct": 77.5, "value": 387.7}
    level = cells.level(COAL, "2025")
    assert level is not None
    assert level.measure == "value", "a level stands for a row before all else"
    assert cells.level(POWER, "2026") is None
    assert cells.said_in(COAL) == {"2025", "*"}
    assert list(cells) == [COAL, POWER]
