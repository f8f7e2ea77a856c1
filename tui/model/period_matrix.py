"""The matrix of the period picker."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from tui.draw import align_line_right, fit, width
from tui.model.rows import GAP, Column, Row
from tui.numbers import MISSING, number

if TYPE_CHECKING:
    from collections.abc import Container, Hashable, Sequence

    from queries.panes import PeriodRow
    from tui.draw import Line
    from tui.words import Words

OTHER = "other"
COUNT = 8
"""Cells of a count that stands beside its period."""
Spot: TypeAlias = "tuple[Hashable, str | None]"
_ORDER = {"month": 0, "cumulative": 1, "quarter": 2, "half": 3, "year": 4}
_TITLES = {0: "T", 1: "C", 2: "Q", 4: "Y"}
"""The titles of kinds of periods that are counted; each half of a year has one of its own."""


class Matrix:
    """Years as rows; months, cumulatives, quarters, halves and the year as columns; all other periods below, one per row.

    Only columns that any year uses are there, so that the matrix stays small. The count of a period that has a row of its own
    stands beside its name.
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
            self._spots[period.id, OTHER] = period

    def _column(self, period: PeriodRow) -> str:
        month = period.end_date.month
        return {
            "month": f"T{month}", "cumulative": f"C{month}", "quarter": f"Q{month // 3}", "half": f"H{month // 6}",
        }.get(period.kind, "Y")  # fmt: skip

    def columns(self) -> list[Column]:
        """The year, then the periods within a year, with a wider gap before each kind."""
        say = self._say
        out = [Column("year", say("periods.year"), 6, "spread")]
        before = -1
        for head in self._heads:
            kind = _TITLES.get(self._kinds[head], head)
            title = say(f"periods.{kind}", number=head[1:])
            gap = 3 if self._kinds[head] != before else 1
            out.append(Column(head, title, max(5, len(title)), "right", True, True, gap=gap))
            before = self._kinds[head]
        return out

    def rows(self, chosen: Container[str], marked: Container[Spot] = ()) -> list[Row]:
        """One row per year, then the other periods.

        Args:
            chosen: ids of the periods that are chosen.
            marked: the cells of the stretch that is being marked.
        """
        rows = [
            Row(year, (((year, "bright"),), *(self._cell(year, key, chosen, marked) for key in self._heads)))
            for year in self._years
        ]
        labels = {period.id: self._say.pick(period.label_vi, period.label_en) for period in self._others}
        longest = max(map(width, labels.values()), default=0)
        for name, label in labels.items():
            count = self._cell(name, OTHER, chosen, marked)
            cell = ((fit(label, longest), "plain"), GAP, *align_line_right(count, COUNT))
            rows.append(Row(name, (cell, *[() for _ in self._heads]), ()))
        return rows

    def _cell(self, row: str, column: str, chosen: Container[str], marked: Container[Spot]) -> Line:
        period, here = self._spots.get((row, column)), (row, column) in marked
        if period is None:
            return ((f" {MISSING} " if here else f"{MISSING} ", "label" if here else "dim"),)
        count = number(period.figures, self._say.lang)
        text = f"[{count}]" if period.id in chosen else f" {count} " if here else f"{count} "
        return ((text, "label" if here else "lit" if period.id in chosen else "plain"),)

    def period_at(self, row: Hashable, column: str | None) -> str | None:
        """The period of a cell; a period with a row of its own is found in every column."""
        found = self._spots.get((str(row), OTHER)) or self._spots.get((str(row), column or OTHER))
        return found.id if found else None

    def stretch(self, one: Spot, other: Spot) -> set[Spot]:
        """The cells of the rectangle that two cells span; without a column, of whole rows."""
        rows = [*self._years, *(period.id for period in self._others)]
        first, last = sorted(rows.index(str(row)) for row, _ in (one, other))
        columns = self._heads
        if one[1] is not None and other[1] is not None:
            left, right = sorted(self._heads.index(column) for column in (one[1], other[1]))
            columns = self._heads[left : right + 1]
        return {(row, column) for row in rows[first : last + 1] for column in (OTHER, *columns)}

    def periods_in(self, cells: Container[Spot]) -> list[str]:
        """The ids of the periods in the given cells."""
        return [found.id for spot, found in self._spots.items() if spot in cells]

    def spot(self, period: str) -> tuple[str, str | None] | None:
        """Row and column of a period; no column where it has a row of its own."""
        found = next((spot for spot, found in self._spots.items() if found.id == period), None)
        return (found[0], None if found[1] == OTHER else found[1]) if found else None

    def of_row(self, row: Hashable) -> list[str]:
        """All periods of a row."""
        return [found.id for (year, _), found in self._spots.items() if year == row]
