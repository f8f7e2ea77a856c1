"""What a change is measured against: the period of its base."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.period import Period

if TYPE_CHECKING:
    from datetime import date

    from data.grammar.comparator import Cue

_MONTH, _QUARTER = re.compile(r"th.{1,2}ng"), re.compile(r"\bqu.(?![a-z])")
_ONLY_YEAR = re.compile(r"(?!.*(?:/|th[a-z\d@&]{1,2}ng|(?<![a-z])(?:cu.{1,2}i|d.u|h.t|th.i di.m|giai)\s)).*\d{4}")
"""A comparison that names a year, and no day, month or end of it."""
_LAST_YEARS_END = re.compile(r"(?<![a-z])(?:cu.{1,2}i|h.t)\s+n[a-z&]m\s+(?:tr.{1,2}c|ngo.i)$")
"""A comparison with the end of the year before."""
_LAST_DAY = (12, 31)
_PARTS_OF_YEAR = frozenset({"month", "quarter", "half", "cumulative", "point"})


def base_period(base: Cue | None, period: Period) -> Period | None:
    """The period that a change is measured against, if it can be told."""
    if base is None:
        return None
    if base.part is not None and base.part[1] and base.year is not None and base.kind == "base":
        whole = {"month": Period.month, "quarter": Period.quarter, "months": Period.cumulative}[base.part[0]]
        return whole(base.year, base.part[1])
    if base.kind == "prev":
        return period_before(period)
    if base.kind == "base" and base.year is not None:
        return Period.year(base.year)
    if base.kind == "yoy":
        return year_before(period)
    return None


def period_before(period: Period) -> Period | None:
    """The month or quarter before; None for other periods."""
    start = period.start
    if period.kind == "month":
        return Period.month(start.year - (start.month == 1), (start.month - 2) % 12 + 1)
    if period.kind == "quarter":
        quarter = (start.month + 2) // 3
        return Period.quarter(start.year - (quarter == 1), (quarter - 2) % 4 + 1)
    return None


def year_before(period: Period) -> Period | None:
    """The same period one year earlier; None for spans of years."""
    if period.kind == "span":
        return Period.span(_last_year(period.start), _last_year(period.end))
    if period.kind in ("years", "months"):
        return None
    year, rest = period.id[:4], period.id[4:]
    try:
        return Period.parse(f"{int(year) - 1:04d}{rest}")
    except ValueError:
        return None


def _last_year(day: date) -> date:
    """The same day one year earlier; the last of February for a leap day."""
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)


def before_report(report: Period) -> Period | None:
    """The year from which a report of a year or of years starts: "giảm từ 7,9% xuống 2,3%"; None for other reports."""
    return Period.year(report.start.year - 1) if report.kind in ("year", "years") else None


def last_part(text: str, base: Cue, period: Period) -> Period:
    """The last month or quarter of a period, which is what is measured against the one before."""
    year, month = period.end.year, period.end.month
    if _QUARTER.search(text, base.start, base.end):
        return Period.quarter(year, (month + 2) // 3)
    return Period.month(year, month) if _MONTH.search(text, base.start, base.end) else period


def against_last_year(text: str, base: Cue, period: Period, apart: bool) -> bool:
    """Whether "so với năm 2024" means the same time of last year: said of a whole year, or of a part that has no more to it.

    So does "so với cuối năm trước", said of a year's end, and "so với quý I/2026", said of the first quarter of 2027.

    Args:
        text: the folded text in which the comparison stands.
        base: the comparison.
        period: what is compared.
        apart: a part of a year is not compared with a whole one: it adds up, or the comparison was said of another figure.
    """
    if base.kind != "base":
        return False
    if base.part is not None and base.part[1] and base_period(base, period) == year_before(period):
        return True
    whole = period.kind == "year" or (period.kind == "point" and (period.end.month, period.end.day) == _LAST_DAY)
    if _LAST_YEARS_END.search(text, base.start, base.end) is not None:
        return whole
    if base.year != period.end.year - 1 or _ONLY_YEAR.fullmatch(text, base.start, base.end) is None:
        return False
    return whole or (apart and period.kind in _PARTS_OF_YEAR)
