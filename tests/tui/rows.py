"""Rows as the store answers with, each field with a value unless a test gives it another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from queries.panes import CellRow, FigureRow, PeriodRow, ReadingRow, SeriesRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.model.cells import Key

KINDS = {"2025-M01/M08": "cumulative", "2025-M01/M11": "cumulative", "2025-12-31": "point", "2026-Q1": "quarter"}
LABELS = {"2025-M01/M08": "8T/2025", "2025-M01/M11": "11T/2025", "2025-12-31": "31/12/2025", "2026-Q1": "Q1/2026"}
DEFAULTS: dict[str, Any] = {
    "sector_id": "industry", "indicator_vi": "Sản lượng", "indicator_en": "Output", "indicator_folded": "san luong",
    "agg": "flow", "unit": "tấn", "unit_en": "tonnes", "base": "tấn", "mult": 1.0, "figures": 1, "disputed": False,
    "measure": "value", "status": "A", "printed": "1", "confidence": 1.0, "reviewed": True, "observation_id": 1, "passage_id": 1,
    "source_start": 0, "source_end": 1, "report_vi": "BC 1", "report_en": "Report 1", "main_of": 1,
}  # fmt: skip
Row = TypeVar("Row")


def series(key: Key, **given: Any) -> SeriesRow:
    """A row of the table; an item is called by the last part of its id."""
    return _row(SeriesRow, SeriesRow._fields, key, given)


def cell(key: Key, column: str, value: float, **given: Any) -> CellRow:
    """A figure in a column of the indicator table."""
    return _row(
        CellRow, CellRow._fields, key, {"column_id": column, **_about(column), "value": value, "value_base": value, **given}
    )


def reading(key: Key, period: str, value: float, **given: Any) -> ReadingRow:
    """What a report says of a series in a period."""
    return _row(ReadingRow, ReadingRow._fields, key, {**_about(period), "value": value, "value_base": value, **given})


def figure(key: Key, period: str, value: float, **given: Any) -> FigureRow:
    """A figure of a passage."""
    return _row(FigureRow, FigureRow._fields, key, {**_about(period), "value": value, **given})


def period(name: str) -> PeriodRow:
    """A period that can be a column."""
    about = _about(name)
    labels = about["period_vi"], about["period_en"]
    return PeriodRow(name, about["period_kind"], about["start_date"], about["end_date"], *labels, 1, 1)


def _about(name: str) -> dict[str, Any]:
    label = LABELS.get(name, name)
    months = {"2025-M01/M08": 8, "2025-M01/M11": 11, "2026-Q1": 3}
    end = date(int(name[:4]), months.get(name, 12), 28)
    return {"period_id": name, "period_kind": KINDS.get(name, "year"), "start_date": date(int(name[:4]), 1, 1), "end_date": end,
            "period_vi": label, "period_en": label}  # fmt: skip


def _row(kind: Callable[..., Row], fields: Sequence[str], key: Key, given: dict[str, Any]) -> Row:
    item = key[1].rpartition(".")[2] if key[1] else None
    known = {
        **DEFAULTS,
        "indicator_id": key[0],
        "item_id": key[1],
        "item_vi": item,
        "item_en": item,
        "item_folded": item,
        **given,
    }
    return kind(*(known.get(name) for name in fields))
