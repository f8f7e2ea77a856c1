"""Days in brackets on which something happened: "Thiên tai (mưa đá ngày 12 và 19/4) làm 2 người bị thương"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.period import Period

if TYPE_CHECKING:
    from data.grammar.frame import Frame

_ASIDE = re.compile(r"\(([^()]*)\)[^();:]{0,20}$")
_DAYS = re.compile(r"ng[a-z\d]y\s*(?:\d{1,2}\s*(?:,|va|-)\s*)*\d{1,2}\s*/\s*(0?[1-9]|1[0-2])(?![\d/])")
_PAPERS = re.compile(r"(?<![a-z])(?:s[o06]|qd|nq|kh|ct|tt|cv|cd|tb)(?![a-z])|den\s+ng[a-z\d]y")
"""What says that a day is that of a paper, or the end of a time."""


def month_of_event(text: str, start: int, place: int, frame: Frame) -> Period | None:
    """The month of a report on it, if what happened on days of it is told right before a place of a sentence.

    Args:
        text: folded text.
        start: where the sentence, or what belongs to the number before, begins.
        place: where the number stands.
        frame: the period of the report.
    """
    aside = _ASIDE.search(text, start, place)
    if not frame.monthly or aside is None or _PAPERS.search(aside[1]):
        return None
    months = {int(days[1]) for days in _DAYS.finditer(aside[1])}
    return Period.month(frame.year, frame.month) if months == {frame.month} else None
