"""What a drilldown is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.panes import FigureRow, FindingRow, FoundFigureRow, SeriesRow
    from tui.model.cells import Key


class Told(NamedTuple):
    """A figure as one report tells it, known by where it stands there, however often the store is written.

    Attributes:
        row: the row of the figure.
        period: its period.
        measure: its measure.
        report: the id of the report.
        start: where the number begins in the report's source.
    """

    row: Key
    period: str
    measure: str
    report: str
    start: int


class Subject(NamedTuple):
    """An indicator or a whole sector, and where the cursor is at first.

    Attributes:
        indicator: the indicator to show, or None for a whole sector.
        sector: the sector of the indicator, if it is known; the sector to show, where no indicator is given.
        row: the row under the cursor at first.
        column: the period under the cursor at first.
        series: the indicator with its items, where they are known.
        told: the figure that its cell is to show in place of the newest one.
    """

    indicator: str | None = None
    sector: str | None = None
    row: Key | None = None
    column: str | None = None
    series: Sequence[SeriesRow] = ()
    told: Told | None = None


NOTHING = Subject()


def at_figure(figure: FigureRow | FindingRow | FoundFigureRow, report: str) -> Subject:
    """The indicator of a figure, which the catalogue must know, at the figure as a report tells it."""
    row = (figure.indicator_id or "", figure.item_id)
    told = Told(row, figure.period_id, figure.measure, report, figure.source_start)
    return Subject(row[0], figure.sector_id, row, figure.period_id, told=told)
