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
            sector_id=UNKNOWN, indicator_id=name, item_id=None,
            indicator_vi=row.subject, indicator_en=row.subject, item_vi=None, item_en=None,
            indicator_folded=fold(row.subject), item_folded=None,
            agg="", unit=row.unit, unit_en=row.unit_en, base=row.base, mult=1.0,
            figures=1, disputed=0, course=None, definition_vi=None, definition_en=None, good=None,
        ))  # fmt: skip
        cells += [CellRow(
            indicator_id=name, item_id=None, column_id=column,
            period_id=row.period_id, period_vi=row.period_vi, period_en=row.period_en,
            measure=row.measure, base_vi=row.base_vi, base_en=row.base_en,
            value=row.value, value_base=row.value_base, unit=row.unit, unit_en=row.unit_en, base=row.base,
            bound=row.bound, up_to=row.up_to, up_to_base=row.up_to_base, out_of=row.out_of,
            status=row.status, observation_id=row.observation_id, passage_id=row.passage_id, disputed=False,
        ) for column in (NEWEST, row.period_id)]  # fmt: skip
    return HomeData(UNKNOWN, series, Packed(CellRow, [cells] if cells else []))
