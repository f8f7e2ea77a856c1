"""The figures that the catalogue does not know, shown in the indicator table like all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.home import NEWEST, HomeData

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.panes import UnknownRow

UNKNOWN = "?"
"""The id of their sector, and what the ids of their series begin with."""
MOST_UNKNOWN = 3_000
"""Figures of this kind that are listed."""


def unknown_data(rows: Sequence[UnknownRow]) -> HomeData:
    """A series of one figure for each of them, named by the report's own words."""
    from queries.fold import fold
    from queries.packed import Packed
    from queries.panes import CellRow, SeriesRow

    series, cells = [], []
    for row in rows:
        # The id of a figure may be another's once a report is added; its place stays.
        name = f"{UNKNOWN}{row.report_id} {row.source_start}"
        series.append(SeriesRow(
            UNKNOWN, name, None, row.subject, row.subject, None, None, fold(row.subject), None, "",
            row.unit, row.unit_en, row.base, 1.0, 1, 0, None, None, None, None,
        ))  # fmt: skip
        cells += [CellRow(
            name, None, column, row.period_id, row.period_vi, row.period_en, row.measure, row.base_vi, row.base_en,
            row.value, row.value_base, row.unit, row.unit_en, row.base,
            row.bound, row.up_to, row.up_to_base, row.out_of, row.status, row.observation_id, row.passage_id, False,
        ) for column in (NEWEST, row.period_id)]  # fmt: skip
    return HomeData(UNKNOWN, series, Packed(CellRow, [cells] if cells else []))
