"""Periods, or reports, side by side: levels, difference, percentage, sorted by the size of the change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from math import floor, log10
from typing import TYPE_CHECKING

from queries.fold import fold
from tui.draw import clean
from tui.model.cells import Cells, Key
from tui.model.compare_levels import levels_on
from tui.model.figures import number_in_unit
from tui.model.names import full_name
from tui.numbers import MISSING, decimals, number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from queries.panes import CellRow, PeriodRow, SeriesRow
    from tui.model.compare_sides import Side
    from tui.model.home import HomeData
    from tui.words import Words

ORDERS = ("change", "catalogue")
SIDES = ("periods", "reports")
AHEAD, BACK = "→", "←"
"""Stand in an outer column without a level: a column further in is compared in its place."""
_DAYS = 30
"""Days of a month, for spans that hold no whole ones."""
_DIGITS = 3
"""Digits that a monthly average has at least; it is an aid to judge by, and no figure of a report."""


@dataclass
class Comparison:
    """The series that two sides at least have.

    Attributes:
        data: what the store answered; its columns are the sides.
        sides: two or more, the earliest first.
        periods: what all periods span, by id.
        words: the language.
        order: one of `ORDERS`.
        reports: whether the sides are reports, whose figures may be about any period.
        wanted: folded words that a row's name must hold.
        planned: the ends, the first (0) or the last side (-1), where any row has a share of its plan.
    """

    data: HomeData
    sides: Sequence[Side]
    periods: Mapping[str, PeriodRow]
    words: Words
    order: str = "change"
    reports: bool = False
    wanted: str = ""

    def __post_init__(self) -> None:
        found = Cells(self.data.cells)
        self.series: dict[Key, SeriesRow] = {(row.indicator_id, row.item_id): row for row in self.data.series}
        self.levels: dict[Key, list[CellRow | None]] = {}
        self.plans: dict[Key, list[CellRow | None]] = {}
        for key in self.series:
            levels = levels_on(found, key, self.sides)
            if any(levels):
                self.levels[key] = levels
                self.plans[key] = [found.at(key, side.id).get("plan_pct") for side in self.sides]
        self.planned = [end for end in (0, -1) if any(plans[end] for plans in self.plans.values())]

    def ends(self, key: Key) -> tuple[CellRow, CellRow]:
        """The levels of the first and the last side that have one."""
        found = [level for level in self.levels[key] if level]
        return found[0], found[-1]

    def comparable(self, key: Key) -> bool:
        """Whether the last level of a row can be set against the first.

        A level at a moment always can; what adds up, or is counted anew for every period, only against as long a time, for a
        part of a year has its season.
        """
        one, two = (self.periods.get(cell.period_id) for cell in self.ends(key))
        if self.series[key].agg not in ("flow", "count") or one is None or two is None:
            return True
        if "point" in (one.kind, two.kind):
            # How long a flow has run until a day is not said: only the same day of two years is alike.
            return one.kind == two.kind and one.id[4:] == two.id[4:]
        return _months(one) == _months(two)

    @property
    def unlike(self) -> bool:
        """Whether any row has neither difference nor percentage, because its periods differ in length."""
        return not all(map(self.comparable, self.levels))

    def difference(self, key: Key) -> float | None:
        """The last level minus the first, in the unit of the row; None for ranges, and for flows of periods of unlike length."""
        one, two = self.ends(key)
        if self._ranges(key) or not self.comparable(key):
            return None
        levels = [self.in_unit(key, end) for end in (one, two)]
        return round(levels[1] - levels[0], max(map(decimals, levels)))

    def in_unit(self, key: Key, cell: CellRow) -> float:
        """A level of a row in the unit of the row; where it cannot be converted, in that of the first level."""
        row, one = self.series[key], self.ends(key)[0]
        mult = row.mult if row.mult and row.base == one.base else one.value_base / one.value if one.value else 1.0
        return round(cell.value_base / mult, 9)

    def _ranges(self, key: Key) -> bool:
        """Whether either end of a row is a range."""
        return any(end.up_to is not None for end in self.ends(key))

    def percent(self, key: Key) -> float | None:
        """The difference in per cent of the first level; None for rates, ranks, what is not compared, and levels below zero."""
        one, two = self.ends(key)
        # Of a deficit that became half as large it cannot be said by how much per cent it "rose".
        if one.unit == "%" or one.measure == "rank" or one.value_base <= 0 or self._ranges(key) or not self.comparable(key):
            return None
        return (two.value_base / one.value_base - 1) * 100

    def visible(self) -> list[Key]:
        """The rows as they stand now: filtered, sorted."""
        words = self.wanted.split()
        keys = [key for key in self.levels if all(word in fold(self.name(key)) for word in words)]
        if self.order == "change":
            keys.sort(key=self._by_change)
        return keys

    def _by_change(self, key: Key) -> tuple[bool, float]:
        """The greatest percentage first, then rates by their points; last what has no percentage."""
        percent = self.percent(key)
        if percent is None:
            return self.ends(key)[0].unit != "%", -abs((self.difference(key) or 0.0) / 100)
        return False, -abs(percent)

    def name(self, key: Key) -> str:
        """The name of a row; an item is preceded by its indicator."""
        return full_name(self.series[key], self.words)

    def unit(self, key: Key) -> str:
        """The unit of a row, in the language in use."""
        row = self.series[key]
        return clean(self.words.pick(row.unit, row.unit_en))

    def about(self, cell: CellRow) -> str:
        """The period that a figure is about, where reports are compared; empty where periods are."""
        return self.period(cell) if self.reports else ""

    def period(self, cell: CellRow) -> str:
        """The name of the period that a figure is about."""
        return clean(self.words.pick(cell.period_vi, cell.period_en))

    def days(self, side: Side, cell: CellRow) -> str:
        """The days that a figure is really about, where it stands in the column of a period of nearly the same; else empty."""
        return "" if self.reports or cell.period_id == side.id else f"{self.period(cell)} · "

    def level(self, key: Key, place: int) -> str:
        """The number that a row has on a side, in the unit of the row; a dot where it has none."""
        cell = self.levels[key][place]
        return number_in_unit(cell, self.series[key], self.words)[0] if cell else MISSING

    def between(self, key: Key) -> str:
        """Which sides the difference of a row is of, where they are not the first and the last one; else empty."""
        said = [place for place, level in enumerate(self.levels[key]) if level]
        if (said[0], said[-1]) == (0, len(self.sides) - 1):
            return ""
        first, last = (self.sides[place] for place in (said[0], said[-1]))
        labels = [clean(self.words.pick(side.label_vi, side.label_en)) for side in (first, last)]
        return f"{self.words('compare.difference')}: {f' {AHEAD} '.join(labels)}"

    def unlike_text(self, key: Key) -> str:
        """Why a row that is not `comparable` has no difference: the lengths of its periods, and a month of each on average."""
        say = self.words
        one, two = (self.periods[cell.period_id] for cell in self.ends(key))
        if "point" in (one.kind, two.kind):
            return say("compare.until_day")
        lengths = [_months(period) for period in (one, two)]
        first, last = (number(round(months, 1), say.lang) for months in lengths)
        told = say("compare.unlike_row", first=first, last=last)
        if self._ranges(key):
            return told
        averages = [_rounded(self.in_unit(key, cell) / months) for cell, months in zip(self.ends(key), lengths, strict=True)]
        text = f" {AHEAD} ".join(number(average, say.lang) for average in averages)
        return f"{told}; {say('compare.a_month', averages=f'{text} {self.unit(key)}'.rstrip())}"

    def said(self, key: Key) -> str:
        """A row as a sentence, to be copied."""
        say, percent = self.words, self.percent(key)
        sides = [
            f"{say.pick(side.label_vi, side.label_en)}: {self.level(key, place)} {self.unit(key)}".rstrip()
            for place, side in enumerate(self.sides)
        ]
        change = [f"{number(round(percent, 1), say.lang, signed=True)} %"] if percent is not None else []
        return f"{self.name(key)}: " + "; ".join([*sides, *change])


def _rounded(average: float) -> float:
    """A monthly average with no more digits than say something."""
    return round(average, max(0, _DIGITS - 1 - floor(log10(abs(average))))) if average else 0.0


def _months(period: PeriodRow) -> float:
    """How many months a period has: 3 for a quarter, 60 for five years; odd days count as parts of one."""
    after = period.end_date + timedelta(days=1)
    start = period.start_date
    return (after.year - start.year) * 12 + after.month - start.month + (after.day - start.day) / _DAYS
