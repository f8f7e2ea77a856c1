"""The sides of a comparison, periods or reports, and which two are compared at first."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tui.model.cells import Cells

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from queries.panes import PeriodRow, ReportRow
    from tui.model.home import HomeData

TRIED = 16
"""Periods, or reports, among which the two are looked for that share most."""
One = TypeVar("One", "PeriodRow", "ReportRow")


class Side(NamedTuple):
    """A period or a report."""

    id: str
    label_vi: str
    label_en: str


def side_of(row: PeriodRow | ReportRow) -> Side:
    """The side that stands for a period or a report."""
    return Side(row.id, row.label_vi, row.label_en)


def settled(rows: Sequence[One], *choices: Sequence[str]) -> list[One]:
    """The periods or reports of the first choice of which two exist; none where there is no such choice."""
    known = ([row for row in rows if row.id in ids] for ids in choices)
    return next((found for found in known if len(found) >= 2), [])


def tried_periods(periods: Sequence[PeriodRow], columns: Sequence[PeriodRow]) -> list[PeriodRow]:
    """The periods among which two are looked for: the columns of the first screen, and those with most figures."""
    richest = sorted(periods, key=lambda period: (-bool(period.main_of), -period.figures))[:TRIED]
    return [period for period in periods if period in richest or period in columns]


def tried_reports(reports: Sequence[ReportRow]) -> list[ReportRow]:
    """The reports among which two are looked for: the newest that are no plans, the oldest first."""
    told = [report for report in reports if report.kind != "plan"]
    return list(reversed((told if len(told) >= 2 else reports)[:TRIED]))


def last_two(data: HomeData, columns: Sequence[One]) -> list[One]:
    """The last two columns that share half as many levels of one kind and unit as any two; none where no two share any."""
    shared = _sharing(data, columns)
    counts = {(earlier, later): shared(earlier, later) for later, earlier in combinations(reversed(columns), 2)}
    enough = max(counts.values(), default=0) / 2
    return next((list(pair) for pair, count in counts.items() if count >= enough > 0), [])


def most_in_common(data: HomeData, sides: Sequence[One]) -> list[One]:
    """The two of some periods or reports that share most levels of one kind and unit; the newest of those that share as many.

    What two periods share counts double if reports are mainly about both. Of fewer than two there are none.
    """
    if len(sides) < 2:
        return []
    shared = _sharing(data, sides)
    main = {side.id for side in sides if getattr(side, "main_of", True)}

    def weight(pair: tuple[One, One]) -> int:
        return shared(*pair) * (2 if {side.id for side in pair} <= main else 1)

    later, earlier = max(combinations(reversed(sides), 2), key=weight)
    return [earlier, later]


def _sharing(data: HomeData, sides: Sequence[One]) -> Callable[[One, One], int]:
    """How many levels of one kind and unit two of some periods or reports share; a figure that stands in both is one."""
    found = Cells(data.cells)
    levels = {
        side.id: {(key, one.base, one.measure): one.observation_id for key in found if (one := found.level(key, side.id))}
        for side in sides
    }

    def shared(one: One, two: One) -> int:
        mine, other = levels[one.id], levels[two.id]
        return sum(mine[key] != other[key] for key in mine.keys() & other.keys())

    return shared
