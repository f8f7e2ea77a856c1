"""Days on which something happened: "Thiên tai (mưa đá ngày 12 và 19/4) làm 2 người bị thương", "Lũ quét ngày 9/7: ..."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.period import Period

if TYPE_CHECKING:
    from data.grammar.frame import Frame

_ASIDE = re.compile(r"\(([^()]*)\)[^();:]{0,20}$")
_DAYS = re.compile(r"ng[a-z\d]y\s*(?:\d{1,2}\s*(?:,|va|-)\s*)*\d{1,2}\s*/\s*(0?[1-9]|1[0-2])(?:\s*/\s*(?:19|20)\d\d)?(?![\d/])")
_HAPPENED = re.compile(
    r"(?<![a-z])(?:mua (?:lu|lon|da|to|bao|dong)|lu(?: quet| ong| lut)?|ngap lut|dong loc|loc xoay|con bao|sat lo|vu chay"
    r"|hoa hoan|vu no|vu tai nan|ret hai|bang gia|dong dat)(?![a-z])[^\d;.:]{0,40}?"
    r"(?<![a-z])(ng[a-z\d]y\s[\d\s,va/-]*\d)(?:\s*:|\s+(?:da\s+)?(?:lam|gay|khien)(?![a-z]))[^\d;.]*$"
)
"""What happened on a day, and leads to what it did."""
_PAPERS = re.compile(r"(?<![a-z])(?:s[o06]|qd|nq|kh|ct|tt|cv|cd|tb)(?![a-z])|den\s+ng[a-z\d]y")
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
    happened = happened or _HAPPENED.search(text, sentence, place)
    if happened is None or _PAPERS.search(happened[1]):
        return None
    months = {int(days[1]) for days in _DAYS.finditer(happened[1])}
    month = months.pop() if len(months) == 1 else frame.month + 1
    return Period.month(frame.year, month) if month <= frame.month and frame.report.kind != "years" else None
