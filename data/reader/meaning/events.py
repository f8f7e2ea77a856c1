"""Days on which something happened: "Thiên tai (mưa đá ngày 12 và 19/4) làm 2 người bị thương", "Lũ quét ngày 9/7: ..."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.period import Period

if TYPE_CHECKING:
    from data.grammar.frame import Frame

_ASIDE = re.compile(r"\(([^()]*)\)[^();:]{0,20}$")
_WHEN = r"(?:ng[a-z\d]y|d[e&]m|s[a4&]ng|chi[e&]u|t[o06]i|tr[u-w]a)"
"""What a day is called, or a part of it."""
_DAYS = re.compile(rf"{_WHEN}\s*(?:\d{{1,2}}\s*(?:,|va|-)\s*)*\d{{1,2}}\s*/\s*(0?[1-9]|1[0-2])(?:\s*/\s*(?:19|20)\d\d)?(?![\d/])")
_ON = rf"(?<![a-z]){_WHEN}\s[\d\s,va/-]*\d(?:\s*(?:,|va|den)?\s*(?:{_WHEN}\s)+[\d\s,va/-]*\d)*"
"""Days on which something happened: "ngày 12 và 19/4", "đêm 18/4 và ngày 21/4", "ngày 5 đến ngày 8/6"."""
_EVENT = (
    r"(?<![a-z])(?:mua (?:lu|lon|da|to|bao|giong|dong)|lu(?: quet| ong| lut)?|ngap lut|(?:dong|giong) loc|loc xoay"
    r"|tran (?:loc|mua)|con bao|bao so \d+|hoan luu|thien tai|set danh|sat lo|vu chay|hoa hoan|vu no|vu tai nan|ret hai"
    r"|bang gia|dong dat)(?![a-z])"
)
_DID = r"(?<![a-z])(?:lam|gay|khien)(?![a-z])[^\d;.]*$"
_AT_END = r"cu[a-z\d]{1,2}i\s+th[a-z\d]{1,2}ng\s+\d{1,2}(?!\s*/\s*\d)"
_HAPPENED = (
    re.compile(rf"{_EVENT}[^\d;.:]{{0,40}}?({_ON}|{_AT_END})(?:\s*:[^\d;.]*$|\s+(?:da\s+)?{_DID})"),
    re.compile(rf"({_ON})(?:\s*/\s*20\d\d)?,?[^\d;.:]{{0,30}}?{_EVENT}[^\d;.:]{{0,60}}?{_DID}"),
)
"""What happened on a day, and leads to what it did; the day stands behind it or before it."""
_MONTH = re.compile(r"th[a-z\d]{1,2}ng\s+(0?[1-9]|1[0-2])(?!\d)")
"""A month at whose end something happened: "Dông lốc cuối tháng 3 làm ..."."""
_PAPERS = re.compile(r"(?<![a-z])(?:s[o06]|qd|nq|kh|ct|tt|cv|cd|tb)(?![a-z])|(?<!\d\s)den\s+ng[a-z\d]y")
"""What says that a day is that of a paper, or the end of a time."""


def month_of_event(text: str, sentence: int, start: int, place: int, frame: Frame) -> Period | None:
    """The month, if what happened on days of it is told right before a place of a sentence.

    Args:
        text: folded text.
        sentence: where the sentence begins.
        start: where it, or what belongs to the number before, begins.
        place: where the number stands.
        frame: the period of the report.
    """
    happened = _ASIDE.search(text, start, place) if frame.monthly else None
    happened = happened or next(filter(None, (pattern.search(text, sentence, place) for pattern in _HAPPENED)), None)
    if happened is None or _PAPERS.search(happened[1]):
        return None
    months = {int(days[1]) for days in (*_DAYS.finditer(happened[1]), *_MONTH.finditer(happened[1]))}
    month = months.pop() if len(months) == 1 else frame.month + 1
    return Period.month(frame.year, month) if month <= frame.month and frame.report.kind != "years" else None
