"""The questions of the compare screen: which periods, or reports, are compared, and their figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from queries import panes
from tui.model.compare import Comparison
from tui.model.compare_sides import last_two, most_in_common, settled, side_of, tried_periods, tried_reports
from tui.model.home import HomeData
from tui.model.periods import chosen_periods
from tui.screens.home_queries import cells_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.panes import PeriodRow, ReportRow, SeriesRow
    from queries.store import Cursor
    from tui.session.state import State
    from tui.words import Words

Sides: TypeAlias = "tuple[HomeData, Sequence[PeriodRow] | Sequence[ReportRow]]"


class Asked(NamedTuple):
    """What is to be compared: of a sector, or of all; periods or reports; those that were compared before, if any."""

    sector: str | None
    reports: bool
    kept: Sequence[str]


class Found(NamedTuple):
    """What the store answered."""

    periods: list[PeriodRow]
    reports: list[ReportRow]
    comparison: Comparison | None


def compared(cursor: Cursor, asked: Asked, state: State, words: Words) -> Found:
    """The comparison; None where there are no two sides."""
    periods, reports = cursor.ask(panes.PERIODS), cursor.ask(panes.REPORTS)
    series = cursor.ask(panes.SERIES, sector=asked.sector, indicator=None)
    if asked.reports:
        data, sides = _of_reports(cursor, asked, series, reports, state)
    else:
        data, sides = _of_periods(cursor, asked, series, periods, state)
    if len(sides) < 2:
        return Found(periods, reports, None)
    spans = {period.id: period for period in periods}
    return Found(periods, reports, Comparison(data, [side_of(one) for one in sides], spans, words, reports=asked.reports))


def _of_periods(cursor: Cursor, asked: Asked, series: list[SeriesRow], periods: list[PeriodRow], state: State) -> Sides:
    """The periods compared before or chosen, else the last two columns of the first screen that share much, else others."""
    chosen, columns = settled(periods, asked.kept, state.compared, state.periods), chosen_periods(periods, state.periods)
    tried = chosen or tried_periods(periods, columns)
    data = HomeData(asked.sector, series, cells_of(cursor, series, [one.id for one in tried]))
    return data, chosen or last_two(data, columns) or most_in_common(data, tried)


def _of_reports(cursor: Cursor, asked: Asked, series: list[SeriesRow], reports: list[ReportRow], state: State) -> Sides:
    """The reports compared before, else those chosen to be; else the two that share most."""
    chosen = settled(reports[::-1], asked.kept, state.compared_reports)
    tried = chosen or tried_reports(reports)
    parameters = {"sector": asked.sector, "reports": [one.id for one in tried]}
    data = HomeData(asked.sector, series, cursor.ask_packed(panes.REPORT_CELLS, parameters))
    return data, chosen or most_in_common(data, tried)
