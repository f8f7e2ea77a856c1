"""What a change is measured against: the period of its base."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant
from data.grammar.period import Period

if TYPE_CHECKING:
    from data.grammar.comparator import Cue

_MONTH, _QUARTER = re.compile(tolerant("tháng")), re.compile(tolerant(r"\bquý(?![a-z])"))
_ONLY_YEAR = re.compile(tolerant(r"(?!.*(?:/|tháng|(?<![a-z])(?:cuối|đầu|hết|thời điểm|giai đoạn) )).*\d{4}"))
"""A comparison that names a year, and no day, month or end of it."""
_END_OF_YEAR = r"(?<![a-z])(?:cuối|hết) năm "
_LAST_YEARS_END = re.compile(tolerant(rf"{_END_OF_YEAR}(?:trước|ngoái)$"))
"""A comparison with the end of the year before."""
_YEARS_BEGINNING = re.compile(tolerant(r"(?<![a-z])đầu năm(?: (?:19|20)\d\d)?$"))
"""A comparison with the beginning of a year, which is the end of the year before."""
_DAY = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)")
"""A comparison with a day."""
_YEARS_END = re.compile(tolerant(rf"{_END_OF_YEAR}(?=(?:19|20)\d\d)"))
"""A comparison with the end of a year."""
_YEARS, _SECOND_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-–:]\s*((?:19|20)\d\d)(?!\d)"), 10
"""A comparison with a span of years, and how far behind the comparison the second of them may stand."""
_TERM_BEFORE = re.compile(tolerant(r"(?:giai\s*đoạn|nhiệm\s*kỳ|5\s*năm) trước"))
"""A comparison with the term of years before this one."""
_TIMES_OF = re.compile(
    tolerant(
        r"\s*(?:lần)?\s*(?:so với )?(?:mức )?(?:bình quân )?(?:(\d{1,2}) tháng (?:đầu )?)?(?:năm|giai đoạn|nhiệm kỳ) "
        r"((?:19|20)\d\d)(?:\s*[-–]\s*((?:19|20)\d\d))?(?!\d)"
    )
)
"""What follows the number that tells how many times as much as in a year, or in years, it is: "gấp 2,7 lần năm 2020"."""
_LAST_DAY = (12, 31)
_PARTS_OF_YEAR = frozenset({"month", "quarter", "half", "cumulative", "point"})


def base_of(measure: str, base: Cue | None, period: Period, text: str, end: int) -> Period | None:
    """The period that a figure is measured against: that of its comparison, or the one that its measure asks for.

    Args:
        measure: what the figure measures.
        base: its comparison.
        period: what it is about.
        text: the folded text in which they stand.
        end: place behind the number.
    """
    if "_" not in measure or measure.startswith("plan_"):
        return None
    if measure == "base_ratio" and base is None:
        then = _TIMES_OF.match(text, end)
        if then is None:
            return None
        if then[1]:
            return Period.cumulative(int(then[2]), int(then[1])) if 2 <= int(then[1]) <= _LAST_DAY[0] else None
        return Period.years(int(then[2]), int(then[3])) if then[3] and then[2] < then[3] else Period.year(int(then[2]))
    of_each = measure.startswith("yoy_") and period.kind == "year" and base is not None and (base.year or 0) < period.end.year - 1
    if base is not None and not of_each and (base.kind == "base" or measure.startswith("base_")):
        return base_period(base, period, text)
    if measure.startswith("prev_"):
        return period_before(period)
    return year_before(period) if measure.startswith(("yoy_", "growth_")) else None


def base_period(base: Cue | None, period: Period, text: str = "") -> Period | None:
    """The period that is compared with, if it can be told.

    Args:
        base: the comparison.
        period: what is compared.
        text: the folded text in which the comparison stands, in which more can be told than its year.
    """
    if base is None:
        return None
    if base.part is not None and base.part[1] and base.year is not None and base.kind == "base":
        whole = {"month": Period.month, "quarter": Period.quarter, "months": Period.cumulative}[base.part[0]]
        return whole(base.year, base.part[1])
    if base.kind == "prev":
        return period_before(period)
    if base.kind == "base":
        return _printed(base, period, text)
    return year_before(period) if base.kind == "yoy" else None


def _printed(base: Cue, period: Period, text: str) -> Period | None:
    """The day, year or years that a comparison names."""
    if day := _DAY.search(text, base.start, base.end):
        try:
            return Period.point(date(int(day[3]), int(day[2]), int(day[1])))
        except ValueError:
            return None
    years = _YEARS.search(text, base.start, base.end + _SECOND_YEAR)
    if years is not None and years.start() < base.end:
        return Period.years(int(years[1]), int(years[2])) if years[1] < years[2] else None
    if period.kind == "years" and _TERM_BEFORE.search(text, base.start, base.end):
        return period.years_before()
    if _YEARS_BEGINNING.search(text, base.start, base.end):
        return Period.year((base.year or period.end.year) - 1).at_end()
    if base.year is None:
        return Period.year(period.end.year - 1).at_end() if _LAST_YEARS_END.search(text, base.start, base.end) else None
    year = Period.year(base.year)
    return year.at_end() if _YEARS_END.search(text, base.start, base.end) else year


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
    if period.kind == "point":
        return Period.point(_last_year(period.start))
    year, rest = period.id[:4], period.id[4:]
    try:
        return Period.parse(f"{int(year) - 1:04d}{rest}")
    except ValueError:
        return None


def _last_year(day: date) -> date:
    """The same day one year earlier; the last day of a month stays the last."""
    if (day + timedelta(days=1)).day == 1:
        return date(day.year - 1, day.month, calendar.monthrange(day.year - 1, day.month)[1])
    return day.replace(year=day.year - 1)


def before_report(report: Period) -> Period | None:
    """The year from which a report of a year or of years starts: "giảm từ 7,9% xuống 2,3%"; None for other reports."""
    return Period.year(report.start.year - 1) if report.kind in ("year", "years") else None


def names_quarter(text: str, base: Cue) -> bool:
    """Whether a comparison is with a quarter."""
    return _QUARTER.search(text, base.start, base.end) is not None


def last_part(text: str, base: Cue, period: Period) -> Period:
    """The last month or quarter of a period, which is what is measured against the one before."""
    year, month = period.end.year, period.end.month
    if names_quarter(text, base):
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
