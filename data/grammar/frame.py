"""The period of a report, against which the phrases in it are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.grammar.period import Period

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Frame:
    """The context in which phrases of a report are read: its own period.

    Attributes:
        report: the period of the report.
        monthly: it is a report of one month and of the year so far.
        quarterly: it is a report of one quarter and of the year so far.
        supposed: the report names no year; that of the day of reading was taken.
        titled_both: its title names the month and the year so far: "tháng 8 và 8 tháng".
        summed: its section nowhere speaks of the month, so that figures without a period are of the year so far.
        rest: the months behind those that are reported, for which a section tells what is to be done in their year.
        plan: the years of a plan that is reviewed half-way, for which its aims were set.
        counted_to: the day on which stocks were counted last, where it is not over: half-way through years, ahead of it.
    """

    report: Period
    monthly: bool
    quarterly: bool = False
    supposed: bool = False
    titled_both: bool = False
    summed: bool = False
    rest: Period | None = None
    plan: Period | None = None
    counted_to: date | None = None

    @property
    def year(self) -> int:
        """The year of the report's last day."""
        return self.report.end.year

    @property
    def month(self) -> int:
        """The report's last month."""
        return self.report.end.month

    def so_far(self, month: int | None = None, year: int | None = None) -> Period:
        """From the beginning of the year to the end of a month; a first quarter stays a quarter in a report on quarters."""
        month, year = month or self.month, year or self.year
        if month == 3 and self.report.kind == "quarter":
            return Period.quarter(year, 1)
        return Period.cumulative(year, month)

    def months_up_to_its_end(self, count: int) -> Period | None:
        """The last months of the report, of this year and the one before; None for a single one, or more than twelve."""
        if not 2 <= count <= 12:
            return None
        years, first = divmod(self.month - count, 12)
        if years == 0:
            return self.so_far() if first == 0 else Period.parse(f"{self.year:04d}-M{first + 1:02d}/M{self.month:02d}")
        return Period.parse(f"{self.year + years:04d}-M{first + 1:02d}/{self.year:04d}-M{self.month:02d}")

    def part(self) -> Period | None:
        """The month or quarter that is reported beside the year so far."""
        if self.monthly:
            return Period.month(self.year, self.month)
        return Period.quarter(self.year, (self.month + 2) // 3) if self.quarterly else None

    def own(self) -> Period:
        """The month of a monthly report, else the report's period."""
        return Period.month(self.year, self.month) if self.monthly else self.report

    def now(self) -> Period:
        """The day on which what there is now is counted."""
        return Period.point(self.counted_to) if self.counted_to is not None else self.report.at_end()

    def unsaid(self) -> Period:
        """The period of a figure that names none; a report of December and the year is one of the year."""
        of_year = self.monthly and self.report.kind == "year"
        return self.so_far() if self.summed or of_year else self.own()
