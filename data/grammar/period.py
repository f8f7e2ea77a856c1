"""Periods: the ids by which figures line up, what they span, and how they are named."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_FORMS = (
    ("month", re.compile(r"(\d{4})-M(\d\d)")),
    ("cumulative", re.compile(r"(\d{4})-M(\d\d)/M(\d\d)")),
    ("quarter", re.compile(r"(\d{4})-Q([1-4])")),
    ("half", re.compile(r"(\d{4})-H([12])")),
    ("year", re.compile(r"(\d{4})")),
    ("years", re.compile(r"(\d{4})/(\d{4})")),
    ("point", re.compile(r"(\d{4})-(\d\d)-(\d\d)")),
    ("span", re.compile(r"(\d{4})-(\d\d)-(\d\d)/(\d{4})-(\d\d)-(\d\d)")),
    ("months", re.compile(r"(\d{4})-M(\d\d)/(\d{4})-M(\d\d)")),
)


PARTS_OF_YEAR = frozenset({"month", "quarter", "half", "cumulative"})
"""The kinds of periods that are a part of a year, and begin and end with a month."""


@dataclass(frozen=True, slots=True)
class Period:
    """What a figure is about: a span of time or a point in it.

    Attributes:
        id: ``2025-M08``, ``2025-M01/M08``, ``2026-Q1``, ``2023-H1``, ``2025``, ``2021/2025``, ``2025-08-31``,
            ``2024-12-15/2025-07-14`` or ``2025-M11/2026-M02``.
        kind: month, cumulative, quarter, half, year, years, point, span or months.
        start: first day.
        end: last day.
    """

    id: str
    kind: str
    start: date
    end: date

    @staticmethod
    @lru_cache(maxsize=4096)
    def parse(text: str) -> Period:
        """The period of an id.

        Raises:
            ValueError: the text is no id of a period, or names a month or day that does not exist.
        """
        for kind, form in _FORMS:
            if match := form.fullmatch(text):
                start, end = _bounds(kind, [int(group) for group in match.groups()])
                if end < start:
                    raise ValueError(f"period ends before it begins: {text!r}")
                return Period(text, kind, start, end)
        raise ValueError(f"not a period: {text!r}")

    @staticmethod
    def month(year: int, month: int) -> Period:
        """One month."""
        return Period.parse(f"{year:04d}-M{month:02d}")

    @staticmethod
    def cumulative(year: int, month: int) -> Period:
        """From January to the end of a month; one is January itself, six are the half-year, twelve the year."""
        if month in (1, 6, 12):
            return Period.month(year, 1) if month == 1 else Period.half(year, 1) if month == 6 else Period.year(year)
        return Period.parse(f"{year:04d}-M01/M{month:02d}")

    @staticmethod
    def quarter(year: int, quarter: int) -> Period:
        """A quarter, 1 to 4."""
        return Period.parse(f"{year:04d}-Q{quarter}")

    @staticmethod
    def half(year: int, half: int) -> Period:
        """A half-year, 1 or 2."""
        return Period.parse(f"{year:04d}-H{half}")

    @staticmethod
    def year(year: int) -> Period:
        """A calendar year."""
        return Period.parse(f"{year:04d}")

    @staticmethod
    def years(first: int, last: int) -> Period:
        """A span of calendar years."""
        return Period.parse(f"{first:04d}/{last:04d}") if first != last else Period.year(first)

    @staticmethod
    def point(day: date) -> Period:
        """A day on which a stock is counted."""
        return Period.parse(day.isoformat())

    @staticmethod
    def span(first: date, last: date) -> Period:
        """Any other span of days."""
        return Period.parse(f"{first.isoformat()}/{last.isoformat()}")

    @staticmethod
    def between(first: date, last: date) -> Period:
        """The time from one day to another: a month, quarter, half or year where they begin and end one."""
        whole = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1] and first.year == last.year
        if not whole:
            return Period.span(first, last)
        months = last.month - first.month + 1
        if months == 1:
            return Period.month(first.year, first.month)
        if first.month == 1:
            return Period.quarter(first.year, 1) if months == 3 else Period.cumulative(first.year, last.month)
        if months == 6 and first.month == 7:
            return Period.half(first.year, 2)
        if months == 3 and first.month % 3 == 1:
            return Period.quarter(first.year, (first.month + 2) // 3)
        return Period.span(first, last)

    def at_end(self) -> Period:
        """The last day, as a point."""
        return Period.point(self.end)

    def years_before(self) -> Period:
        """As many years as it spans, right before them: of 2021/2025 it is 2016/2020."""
        length = self.end.year - self.start.year + 1
        return Period.years(self.start.year - length, self.start.year - 1)

    def label(self, lang: str = "vi") -> str:
        """A short name for table heads: ``8T/2025``, ``Q1/2026``; in English ``8M 2025``, ``Q1 2026``."""
        return _label_vi(self) if lang == "vi" else _label_en(self)


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _bounds(kind: str, n: list[int]) -> tuple[date, date]:
    try:
        match kind:
            case "month":
                return date(n[0], n[1], 1), _last_day(n[0], n[1])
            case "cumulative":
                return date(n[0], n[1], 1), _last_day(n[0], n[2])
            case "quarter":
                return date(n[0], 3 * n[1] - 2, 1), _last_day(n[0], 3 * n[1])
            case "half":
                return date(n[0], 6 * n[1] - 5, 1), _last_day(n[0], 6 * n[1])
            case "year" | "years":
                return date(n[0], 1, 1), date(n[-1], 12, 31)
            case "point":
                return date(*n), date(*n)
            case "months":
                return date(n[0], n[1], 1), _last_day(n[2], n[3])
            case _:
                return date(*n[:3]), date(*n[3:])
    except calendar.IllegalMonthError as error:
        raise ValueError(str(error)) from error


def _label_vi(period: Period) -> str:
    start, end = period.start, period.end
    match period.kind:
        case "month":
            return f"thg {end.month}/{end.year}"  # "T11/2025" is too much like "11T/2025", eleven months
        case "cumulative":
            return f"{end.month}T/{end.year}" if start.month == 1 else f"thg {start.month}-{end.month}/{end.year}"
        case "quarter":
            return f"Q{end.month // 3}/{end.year}"
        case "half":
            return f"6T/{end.year}" if end.month == 6 else f"6T cuối {end.year}"
        case "year":
            return f"{end.year}"
        case "years":
            return f"{start.year}-{end.year}"
        case "point":
            return f"{end.day}/{end.month}/{end.year}"
        case "months":
            return f"thg {start.month}/{start.year}-{end.month}/{end.year}"
        case _:
            return f"{start.day}/{start.month}/{start.year}-{end.day}/{end.month}/{end.year}"


def _label_en(period: Period) -> str:
    start, end = period.start, period.end
    first, last = calendar.month_abbr[start.month], calendar.month_abbr[end.month]
    match period.kind:
        case "month":
            return f"{last} {end.year}"
        case "cumulative":
            return f"{end.month}M {end.year}" if start.month == 1 else f"{first}-{last} {end.year}"
        case "quarter":
            return f"Q{end.month // 3} {end.year}"
        case "half":
            return f"H{end.month // 6} {end.year}"
        case "year":
            return f"{end.year}"
        case "years":
            return f"{start.year}-{end.year}"
        case "point":
            return f"{end.day} {last} {end.year}"
        case "months":
            return f"{first} {start.year}-{last} {end.year}"
        case _:
            return f"{start.day} {first} {start.year}-{end.day} {last} {end.year}"
