"""The matrix of the period picker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.numbers import MISSING, number
from tui.widgets.grid import Row
from tui.widgets.grid_layout import Column

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from queries.panes import PeriodRow
    from tui.draw import Line
    from tui.words import Words

OTHER = "other"
_ORDER = {"month": 0, "cumulative": 1, "quarter": 2, "half": 3, "year": 4}
_TITLES = {0: "T", 1: "C", 2: "Q", 3: "H", 4: "Y"}


class Matrix:
    """Years down, months, cumulatives, quarters, halves and the year across; all other periods stand below, one a row.

    Only columns that any year uses are there, so that the matrix stays small.
    """

    def __init__(self, periods: Sequence[PeriodRow], say: Words) -> None:
        self._say = say
        self._spots: dict[tuple[str, str], PeriodRow] = {}
        heads: dict[str, tuple[int, int]] = {}
        self._years: list[str] = []
        self._others: list[PeriodRow] = []
        for period in periods:
            if period.kind not in _ORDER:
                self._others.append(period)
                continue
            year, column = str(period.end_date.year), self._column(period)
            heads[column] = (_ORDER[period.kind], period.end_date.month)
            self._spots[year, column] = period
            if year not in self._years:
                self._years.append(year)
        self._years.sort()
        self._heads = sorted(heads, key=lambda column: heads[column])
        self._kinds = {column: heads[column][0] for column in heads}
        for period in self._others:
            self._spots[period.id, "Y" if period.kind == "years" and "Y" in heads else OTHER] = period

    def _column(self, period: PeriodRow) -> str:
        month = period.end_date.month
        return {
            "month": f"T{month}", "cumulative": f"C{month}", "quarter": f"Q{month // 3}", "half": f"H{month // 6}",
        }.get(period.kind, "Y")  # fmt: skip

    def columns(self) -> list[Column]:
        """The year, then the kinds, parted by a little space."""
        say = self._say
        out = [Column("year", say("periods.year"), 21)]
        before = -1
        for head in self._heads:
            title = say(f"periods.{_TITLES[self._kinds[head]]}", number=head[1:])
            gap = 3 if self._kinds[head] != before else 1
            out.append(Column(head, title, max(5, len(title)), "right", True, True, gap=gap))
            before = self._kinds[head]
        if self._others:
            out.append(Column(OTHER, say("periods.other"), 8, "right", True, True, gap=3))
        return out

    def rows(self, chosen: set[str]) -> list[Row]:
        """A row a year, then the other periods."""
        keys = [*self._heads, *([OTHER] if self._others else [])]
        rows = [Row(year, (((year, "bright"),), *(self._cell(year, key, chosen) for key in keys))) for year in self._years]
        for period in self._others:
            label = self._say.pick(period.label_vi, period.label_en)
            rows.append(Row(period.id, (((label, "plain"),), *(self._cell(period.id, key, chosen) for key in keys))))
        return rows

    def _cell(self, row: str, column: str, chosen: set[str]) -> Line:
        period = self._spots.get((row, column))
        if period is None:
            return ((MISSING if row in self._years and column != OTHER else "", "dim"),)
        count = number(period.figures, self._say.lang)
        return ((f"[{count}]", "lit"),) if period.id in chosen else ((f"{count} ", "plain"),)

    def period_at(self, row: Hashable, column: str | None) -> str | None:
        """The period of a cell; of a row of its own also without a column."""
        found = self._spots.get((str(row), column or OTHER)) or (self._spots.get((str(row), OTHER)) if column is None else None)
        return found.id if found else None

    def spot(self, period: str) -> tuple[str, str] | None:
        """Row and column of a period."""
        return next((spot for spot, found in self._spots.items() if found.id == period), None)

    def of_row(self, row: Hashable) -> list[str]:
        """All periods of a row."""
        return [found.id for (year, _), found in self._spots.items() if year == row]
