"""Days on which something happened: "Thiên tai (mưa đá ngày 12 và 19/4) làm 2 người bị thương", "Lũ quét ngày 9/7: ..."."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from data.grammar.ocr import any_of, loose, tolerant
from data.grammar.period import Period

if TYPE_CHECKING:
    from data.grammar.frame import Frame
    from data.reader.meaning.text.prose import Prose

_ASIDE = re.compile(r"\(([^()]*)\)[^();:]{0,20}$")
_WHEN = r"(?:ngày|đêm|sáng|chiều|tối|trưa)"
"""What a day is called, or a part of it."""
_DAYS = re.compile(r"(?<![\d/])\d{1,2}\s*/\s*(0?[1-9]|1[0-2])(?!\d)")
"""The month of a day."""
_FULL = re.compile(tolerant(rf"{_WHEN}\s*(\d{{1,2}})\s*/\s*(\d{{1,2}})\s*/\s*((?:19|20)\d\d)"))
"""A single day that is told in full."""
_NUMBERS = r"(?:[\d\s,/-]|và)*\d"
_ON = tolerant(rf"(?<![a-z]){_WHEN}\s{_NUMBERS}(?:\s*(?:,|và|đến)?\s*(?:{_WHEN}\s)+{_NUMBERS})*")
"""Days on which something happened: "ngày 12 và 19/4", "đêm 18/4 và ngày 21/4", "ngày 5 đến ngày 8/6"."""
_EVENTS = (
    "mưa lũ|mưa lớn|mưa đá|mưa to|mưa bão|mưa giông|mưa dông|lũ|lũ quét|lũ ống|lũ lụt|ngập lụt|dông lốc|giông lốc|lốc xoáy"
    "|trận lốc|trận mưa|cơn bão|hoàn lưu|thiên tai|sét đánh|sạt lở|vụ cháy|hỏa hoạn|vụ nổ|vụ tai nạn|rét hại|băng giá|động đất"
)
_AT_END = tolerant(r"cuối tháng \d{1,2}(?!\s*/\s*\d)")
_NEAR_DAY = re.compile(tolerant(r"\d\s*/\s*\d|ng \d"))
"""What has to stand in a sentence that tells a day or a month; looked for first, as it is looked for quickly."""


@cache
def _happened(damaged: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What happened on a day, and leads to what it did; the day stands behind it or before it."""
    storm = rf"{loose('bão số', damaged)}\s\d+"
    event = rf"(?<![a-z])(?:{any_of(_EVENTS, damaged)}|{storm})(?![a-z])"
    here = rf"(?:\s*,?\s*{any_of('trên địa bàn|tại', damaged)}\s[^\d;.:()]{{2,40}})?"
    did = rf"(?<![a-z]){any_of('làm|gây|khiến', damaged)}(?![a-z])[^\d;.]*$"
    return (
        re.compile(rf"{event}[^\d;.:]{{0,40}}?({_ON}|{_AT_END})(?:{here}\s*:[^\d;.]*$|\s+(?:{loose('đã', damaged)}\s+)?{did})"),
        re.compile(rf"({_ON})(?:\s*/\s*20\d\d)?,?[^\d;.:]{{0,30}}?{event}[^\d;.:]{{0,60}}?{did}"),
    )


_REACH = 600
"""Letters before a number within which an event is looked for, so that a sentence without end costs no more than a long one."""
_MONTH = re.compile(tolerant(r"tháng (0?[1-9]|1[0-2])(?!\d)"))
"""A month at whose end something happened: "Dông lốc cuối tháng 3 làm ..."."""
_PAPERS = re.compile(tolerant(r"(?<![a-z])(?:số|QĐ|NQ|KH|CT|TT|CV|CĐ|TB)(?![a-z])|(?<!\d )đến ngày"))
"""What says that a day is that of a paper, or the end of a time."""


def time_of_event(prose: Prose, sentence: int, start: int, place: int, frame: Frame) -> Period | None:
    """The month, if what happened on days of it is told right before a place of a sentence; the day, if one heads it in full.

    Args:
        prose: the passage.
        sentence: where the sentence begins.
        start: where it, or what belongs to the number before, begins.
        place: where the number stands.
        frame: the period of the report.
    """
    text = prose.text
    if _NEAR_DAY.search(text, sentence, place) is None:
        return None
    happened = _ASIDE.search(text, start, place) if frame.monthly else None
    near = max(sentence, place - _REACH)
    found = (pattern.search(text, near, place) for pattern in _happened(prose.damaged))
    happened = happened or next(filter(None, found), None)
    if happened is None or _PAPERS.search(happened[1]):
        return None
    heads = ":" in text[happened.end(1) : happened.end()]
    if heads and (day := _day_in_full(happened[1])) is not None:
        return Period.point(day) if day <= frame.report.end else None
    months = {int(days[1]) for days in (*_DAYS.finditer(happened[1]), *_MONTH.finditer(happened[1]))}
    month = months.pop() if len(months) == 1 else frame.month + 1
    return Period.month(frame.year, month) if month <= frame.month and frame.report.kind != "years" else None


def _day_in_full(days: str) -> date | None:
    """The day that is told with its month and year, and no other."""
    full = _FULL.fullmatch(days.strip())
    try:
        return date(int(full[3]), int(full[2]), int(full[1])) if full is not None else None
    except ValueError:
        return None
