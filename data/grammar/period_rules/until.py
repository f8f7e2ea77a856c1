"""Phrases up to a day, or to the end of a month, quarter or year: "đến ngày 31/3/2026", "hết quý II"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from data.grammar.comparator import CHANGED_TO
from data.grammar.ocr import tolerant
from data.grammar.period import Period
from data.grammar.period_phrase import PeriodPhrase
from data.grammar.period_rules.rule import PeriodRule
from data.grammar.period_rules.words import DAY, NOT_BROUGHT, NOT_HALF, NOT_OF_MONTH, QUARTER, YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.grammar.period_rules.words import Words

_LATE = 10
"""The month from which on a report that speaks of the end of the year means the end of its own."""
_MOMENT = "thời điểm|thời điểm điều tra|thời điểm kiểm kê|thời điểm lúc|lúc|vào lúc"
"""What leads to a day on which something was so."""
_MIDDLE = 15
"""The day that is meant by the middle of a month: "đến giữa tháng 6"."""
_PEAKS = ("cao điểm", "cao điểm,", "cao điểm là", "cao điểm vào", "cao nhất", "cao nhất là")
_PEAK = "|".join(tolerant(f"(?<={words} )") for words in _PEAKS)
"""What stands before the day of a peak: "cao điểm ngày 26/02 đạt 1.863 xe"."""


def until(w: Words) -> Iterator[PeriodRule]:
    """Phrases up to a day, or to the end of a month, quarter or year."""
    yield PeriodRule(
        rf"{w.den}\s*(?:{w.het}\s*)?{w.hour}{w.day}(?!\d|\s*/)",
        "until",
        lambda it: Period.point(it.last_day),
    )
    yield PeriodRule(
        tolerant(r"(?:(?<=về đích )|(?<=hoàn thành ))") + rf"{w('trước')}\s*{w.day}(?<=(?:19|20)\d\d)",
        "until",
        lambda it: Period.point(it.day(1)) if it.day(1) <= it.frame.report.end else None,
    )
    yield PeriodRule(
        rf"{w('trước')}\s*{w.day}(?<=(?:19|20)\d\d)",
        lambda it: "goal" if it.day(1) > it.frame.report.end else "until",
        lambda it: Period.point(it.day(1)) if it.day(1) > it.frame.report.start else None,
    )
    yield PeriodRule(
        rf"{w.tu}\s*{w.day}(?<=(?:19|20)\d\d)(?!\s*(?:-|{w.den}))",
        "stock",
        lambda it: Period.point(it.day(1)) if it.day(1) > it.frame.report.end else None,
    )
    yield PeriodRule(
        rf"{w.tu}\s*{w.day}(?<=(?:19|20)\d\d)(?=,?(?:\s[a-z]+){{0,5}}?\s{w('còn|chỉ còn')}\s\d)",
        "stock",
        lambda it: Period.point(it.day(1)),
    )
    yield PeriodRule(
        rf"{w.tu}\s*{w.day}(?<=(?:19|20)\d\d)(?=[^.;]{{1,160}}?{w('trước khi|trước')}\s*{w('sắp xếp|sáp nhập|hợp nhất')})",
        "stock",
        lambda it: Period.point(it.day(1)),
    )
    yield PeriodRule(
        rf"{w('vào|tại|tại thời điểm')}\s*{w.ngay}\s*({DAY})(?<=(?:19|20)\d\d)(?!\d)", "until", lambda it: Period.point(it.day(1))
    )
    yield PeriodRule(
        rf"(?:{_PEAK})(?:\(\s*)?(?:{w.ngay}\s*({DAY})|({DAY})(?<=/20\d\d))(?!\d|\s*(?:/|-|{w.den}))",
        "stock",
        lambda it: Period.point(it.day(1 if it.match[1] else 2)),
    )
    yield PeriodRule(rf"{w.guess}{w.het}\s*{w.ngay}\s*({DAY})(?!\d|\s*/)", "until", lambda it: Period.point(it.day(1)))
    yield PeriodRule(
        rf"{w('áp dụng|thực hiện|có hiệu lực|hiệu lực')}\s*{w.tu}\s*{w.day}\s*(?={w('là|ở mức')}\s)",
        "stock",
        lambda it: Period.point(it.day(1)),
    )
    yield PeriodRule(
        rf"{w.ngay}\s*({DAY})(?<=(?:19|20)\d\d)\s*(?={w('đạt|là|có|ước|lượng|số lượng')}\s|:)",
        "stock",
        lambda it: Period.point(it.day(1)),
    )
    yield PeriodRule(
        rf"(?:{w('tại')}\s*)?{w(_MOMENT)}\s*{w.hour}{w.day}(?!\d|\s*/)",
        "stock",
        lambda it: Period.point(it.day(1)),
    )
    yield PeriodRule(
        rf"{w('thời điểm')}\s{w('sắp xếp|sáp nhập|hợp nhất|chưa sắp xếp')}[^\d;,.()]{{0,40}}"
        rf"\({w.day}(?<=(?:19|20)\d\d)\s*\)",
        "stock",
        lambda it: Period.point(it.day(1)),
    )
    yield PeriodRule(
        rf"{w.den}\s*(?:{w.het}\s*)?{w.ngay}\s*(\d\d?)\s*{w.thang}\s*(\d\d?){w.of_year}",
        "until",
        lambda it: Period.point(date(it.year, it.number(2), it.number(1))),
    )
    yield PeriodRule(
        rf"{w.den}\s*{w('giữa')}\s*{w.thang}\s*(\d\d?){w.of_year}(?!\d)",
        "until",
        lambda it: Period.point(date(it.year, it.number(1), _MIDDLE)),
    )
    yield PeriodRule(  # what weather did at the end of a month is no count up to that: "lốc cuối tháng 3 làm tốc mái 64 nhà"
        rf"{w('cuối')}\s*{w.thang}\s*(\d\d?){w.of_year}(?!\d)(?=\s*{w('làm|gây|khiến|đã làm|đã gây')}(?![a-z]))",
        "flow",
        lambda it: Period.month(it.year, it.number(1)),
    )
    yield PeriodRule(
        rf"(?:{w.den}\s*)?(?:{w.het})\s*{w.thang}\s*(\d\d?){w.of_year}(?!\d)",
        "until",
        lambda it: it.frame.so_far(it.number(1), it.year),
    )
    yield PeriodRule(
        rf"{NOT_BROUGHT}{w('đến|Đến|tính đến')}\s*{w.thang}\s*(\d\d?){w.of_year}(?!\d)",
        "until",
        lambda it: it.frame.so_far(it.number(1), it.year),
    )
    yield PeriodRule(
        rf"(?:{w.den}\s*)?{w.het}\s*{w.quy}\s*{QUARTER}(?![a-z\d]){w.of_year}",
        "until",
        lambda it: it.frame.so_far(3 * it.quarter, it.year),
    )
    yield PeriodRule(
        rf"(?:{w.den}\s*)?{NOT_OF_MONTH}{NOT_HALF}{w.het}\s*(?:{w.nam}\s*){YEAR}",
        "until",
        lambda it: Period.year(it.number(1)),
    )
    yield PeriodRule(rf"(?<=\(){w('cuối')}\s*{YEAR}(?=\s*\))", "until", lambda it: Period.point(date(it.number(1), 12, 31)))
    yield PeriodRule(rf"{w.tu}\s*{w.nam}\s*{YEAR}\s*{w('đến nay|tới nay')}", "flow", PeriodPhrase.since_year)
    yield PeriodRule(rf"{w.den}\s*{w.nam}\s*{YEAR}", PeriodPhrase.kind_of_goal, lambda it: Period.year(it.number(1)))
    yield PeriodRule(
        rf"(?:{w.den}\s*{w.het}|{w('ước cuối|dự kiến cuối|ước hết|dự kiến hết')})\s*{w.nam}(?:\s*{w('ngân sách')})?"
        rf"(?![a-z])(?!\s*(?:\d|{w('trước|ngoái|học')}))",
        "until",
        lambda it: Period.year(it.frame.year),
    )
    yield PeriodRule(
        rf"(?:{w.den}\s*)?{w.het}\s*{w('niên độ')}(?:\s*{w('ngân sách|kế hoạch')})?(?![a-z])(?!\s*\d)",
        "until",
        lambda it: Period.year(it.frame.year),
    )
    yield PeriodRule(
        rf"{w('vào cuối')}\s*{w.nam}(?![a-z])(?!\s*(?:\d|{w('trước|ngoái|học|nay')}))",
        "until",
        lambda it: Period.year(it.frame.year),
    )
    yield PeriodRule(
        rf"{NOT_OF_MONTH}{w('cuối')}\s*{w.nam}\s*{w('trước|ngoái')}(?=\s*(?:{w('là|đạt|có|còn|ở mức')}\s|:|\d))",
        "until",
        lambda it: Period.point(date(it.frame.year - 1, 12, 31)),
    )
    yield PeriodRule(
        rf"{NOT_OF_MONTH}{w('cuối')}\s*{w.nam}(?=\s*{w(f'ước|đạt|là|{CHANGED_TO}')}(?![a-z])\s*(?:[a-z]+\s*)?\d)",
        "until",
        lambda it: Period.year(it.frame.year) if it.frame.month >= _LATE else None,
    )
    yield PeriodRule(
        rf"{NOT_OF_MONTH}{NOT_HALF}(?<!den ){w.het}\s*{w.nam}"
        rf"(?=\s*{w('ước đạt|ước|dự kiến|phấn đấu đạt|đạt|hoàn thành|có thêm|có')}(?![a-z])\s*(?:[a-z]+\s*){{0,2}}\d)",
        "until",
        lambda it: Period.year(it.frame.year),
    )
