"""A phrase that names a period, as it is read against the period of the report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from data.grammar import numerals
from data.grammar.ocr import tolerant
from data.grammar.period import Period

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data.grammar.frame import Frame

_YEAR, _BETWEEN = re.compile(r"(?:19|20)\d\d"), re.compile(r"\s*[./-]\s*")

_LAST_YEAR = re.compile(tolerant(r"năm (?:trước|ngoái)$"))
"""How a phrase ends that is of the year before: "quý I năm trước"."""
_OF_A_YEAR = re.compile(tolerant(rf"đầu\s*năm|{_YEAR.pattern}"))
"""What makes months those of a year: "6 tháng đầu năm"."""
_BEFORE = 12
_LASTING = re.compile(
    tolerant(r"(?<![a-z])(?:dưới|trên|hơn|sau|sau gần|sau khoảng|tối thiểu|tối đa|hạn|thời gian|liên tục|trong vòng)\s*$")
)
_AGE = re.compile(tolerant(r"\s*(?:tuổi|(?:đến|-) \d\d? (?:tháng )?tuổi|trở lên|trở xuống|một lần)(?![a-z])"))
"""What shows that a number of months is a duration or an age, before it and after it: "dưới 3 tháng", "6 tháng tuổi"."""
_REACHES = re.compile(tolerant(r"\s*(?:lên|đạt|ước) (?:[a-z]+ ){0,2}\d"))
"""What shows that it is none: "nâng số hợp tác xã thành lập mới 6 tháng lên 14 hợp tác xã"."""


@dataclass(frozen=True, slots=True)
class PeriodPhrase:
    """A match of a rule's pattern, and the frame of the report in which it stands."""

    match: re.Match[str]
    frame: Frame

    @property
    def year(self) -> int:
        """The year that the phrase names, if only as the one before; else the report's."""
        years = [group for group in self.match.groups() if group and _YEAR.fullmatch(group)]
        if years:
            return int(years[-1])
        return self.frame.year - 1 if _LAST_YEAR.search(self.match[0]) else self.frame.year

    @property
    def quarter(self) -> int:
        """The quarter in its first group."""
        return numerals.quarter(self.match[1])

    def number(self, group: int) -> int:
        """The number in a group."""
        return int(self.match[group])

    def spelt(self, group: str, names: Mapping[str, int]) -> int:
        """The number whose name was matched; the names are groups inside a group."""
        first = self.match.re.groupindex[group] + 1
        return next(number for place, number in enumerate(names.values()) if self.match[first + place])

    def day(self, group: int) -> date:
        """The day in a group; of the report's year if it names none."""
        parts = [int(part) for part in _BETWEEN.split(self.match[group].strip())]
        return date(parts[2] if len(parts) > 2 else self.frame.year, parts[1], parts[0])

    def month_of_occasion(self) -> Period | None:
        """The month of a day of remembrance, in a report of a month: "nhân dịp 27/7"; None where that is still to come."""
        month = self.day(1).month
        return Period.month(self.frame.year, month) if self.frame.monthly and month <= self.frame.month else None

    def first_of(self, group: int) -> date:
        """The day in the first group, of the month of that in another: "từ ngày 6 đến 8/9"."""
        return self.day(group).replace(day=self.number(1))

    @property
    def last_day(self) -> date:
        """The day in its first group; the report's own last day with an earlier year is a misprint."""
        day, report = self.day(1), self.frame.report
        same = (day.month, day.day) == (report.end.month, report.end.day)
        return report.end if same and day < report.start else day

    def so_far(self) -> Period:
        """The year so far; in a report on years all of them."""
        return self.frame.so_far() if self.frame.report.kind != "years" else self.frame.report

    def months_so_far(self, count: int) -> Period | None:
        """The first ``count`` months of the year; None for a single month, a duration or an age."""
        return self.frame.so_far(count, self.year) if 2 <= count <= 12 and not self._lasts() else None

    def _lasts(self) -> bool:
        """Whether the number of months is a duration or an age."""
        text, (start, end) = self.match.string, self.match.span()
        if _OF_A_YEAR.search(text, start, end) or _REACHES.match(text, end):
            return False
        return _LASTING.search(text, max(0, start - _BEFORE), start) is not None or _AGE.match(text, end) is not None

    def several_months(self) -> Period | None:
        """From the first month named to the second, in one year."""
        year, first, last = self.year, self.number(1), self.number(2)
        return Period.parse(f"{year:04d}-M{first:02d}/M{last:02d}") if first < last else None

    def last_months(self, count: int) -> Period | None:
        """The last ``count`` months of the year; three are its last quarter, six its second half."""
        year = self.year
        if count in (3, 6):
            return Period.quarter(year, 4) if count == 3 else Period.half(year, 2)
        return Period.parse(f"{year:04d}-M{13 - count:02d}/M12") if 1 <= count <= 11 else None

    def school_year(self) -> Period:
        """A school year is a span of years, the current one, too."""
        return Period.years(self.number(1), self.number(2))

    def since_day(self) -> Period:
        """From a day to the end of the report; from New Year it is the year so far."""
        first = self.day(1)
        if (first.month, first.day, first.year) == (1, 1, self.frame.year):
            return self.frame.so_far()
        return Period.span(first, self.frame.report.end)

    def since_month(self) -> Period | None:
        """From a month to the end of the report: "phát sinh từ tháng 6"; None where that is its last one, or to come."""
        first, report = date(self.year, self.number(1), 1), self.frame.report
        return Period.span(first, report.end) if first < report.end.replace(day=1) else None

    def since_year(self) -> Period:
        """From the beginning of a year to the end of the report."""
        first, report = self.number(1), self.frame.report
        if self.frame.counted_to is not None:
            return Period.span(date(first, 1, 1), self.frame.counted_to)
        if report.kind in ("year", "years"):
            return Period.years(first, self.frame.year)
        return Period.span(date(first, 1, 1), report.end)

    def since_new_year(self) -> Period | None:
        """From the beginning of a year up to now: of this year the year so far."""
        return self.so_far() if self.number(1) == self.frame.year else self.since_year()

    def since_beginning(self) -> Period | None:
        """From the beginning of the years of the report up to now."""
        report, now = self.frame.report, self.frame.counted_to
        if report.kind != "years":
            return None
        return Period.span(report.start, now) if now is not None else report

    def all_its_years(self) -> Period | None:
        """The years of the report, if the number matches them and is no duration as in "trồng rừng 5 năm"."""
        report = self.frame.report
        whole = report.kind == "years" and report.end.year - report.start.year + 1 == self.number(1)
        return report if whole and not self._lasts() else None

    def kind_of_years(self) -> str:
        """The kind of a span of years: a report on several years is about it, another one only names it."""
        return "flow" if self.frame.report.kind == "years" else "year"

    def kind_of_goal(self) -> str:
        """The kind of "đến năm ...": a goal if the year is still to come."""
        return "goal" if self.number(1) > self.frame.year else "until"
