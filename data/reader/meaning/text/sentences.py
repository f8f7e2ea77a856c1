"""Where the sentences of a passage begin, also those before which recognition has lost the full stop."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant

if TYPE_CHECKING:
    from data.grammar.ocr import Folded

_END = re.compile(
    r"[.!?…:](?<!\bT[PpXT].)(?:[.!?…]|(?<!:))(?:\s+|(?<=%\.)|(?<=\)\.))(?=[\"“(*]{0,3}[^\W\d_]|\d{1,2}\s+th[^\W\d_]{1,3}ng\b)"
    r"|(?:(?<=[^\W\d_]{2}\.)|(?<=\d%\.)|(?<=[\w%]\)\.))(?<!\bT[PpXT]\.)\s+(?=\d{1,3}(?:[.,]\d+)*(?:%|\s[a-zà-ỹđ]{2}))"
)
"""The end of a sentence; the next one may begin with a number of months: "9 tháng đạt ...", or with what it tells: "100% số xã
..."; the blank may be lost behind a per cent sign or a bracket."""

_END_LOST = re.compile(
    r"(?:(?<=[cC][^\W\d_]ng )|(?<=[cC][^\W\d_]{2}ng ))[kK][^\W\d_](?:\s+n[^\W\d_]m\s+(?:tr[^\W\d_]{2,3}c|20\d\d))?\s+"
    r"(?=[A-ZÀ-ỸĐ][a-zà-ỹđ])"
)
"""What is last in many a sentence whose full stop recognition has lost: "tăng 9% so với cùng kỳ Kế hoạch vốn là ..."."""

_BEGINS = re.compile(
    r"(?<=[a-z\d%)] )"
    + tolerant(
        "(?:chỉ số |tổng (?:s|th|ch|v|m|k|gi)|giá trị |sản lượng |toàn tỉnh |tỷ (?:lệ|tr)|kim ngạch |lũy kế|tính (?:đ|ch)"
        "|trong (?:đ|th|q|n|k)|thu (?:ng|nội|nh)|công tác |năng suất )"
    )
)
"""How sentences begin that tell figures."""
_TOLD, _JOINED = (
    re.compile(r"\d[^\d.;:]{0,24}$"),
    re.compile(
        tolerant(
            "(?<![a-z])(?:theo|và|về|vì|của|là|với|các|trong|tại|trên|cho|đến|xếp|hạng|bộ|bị|như|nâng|cao|điểm|tăng|giảm|đạt) $"
        )
    ),
)
"""What stands before a sentence whose full stop is lost, and words that do not end one."""


def _without_stop(text: str, folded: Folded) -> list[int]:
    """Places of the folded text where a sentence begins with a capital, and recognition has lost the full stop before it."""
    capitals = (match.start() for match in _BEGINS.finditer(folded.text) if text[folded.at[match.start()]].isupper())
    return [
        place
        for place in capitals
        if _TOLD.search(folded.text, max(0, place - 26), place - 1) and not _JOINED.search(folded.text, max(0, place - 9), place)
    ]


def sentence_starts(text: str, folded: Folded, damaged: bool) -> list[int]:
    """Places of the folded text where sentences begin."""
    ends = [match.end() for match in _END.finditer(text)]
    if damaged and (lost := [match.end() for match in _END_LOST.finditer(text)]):
        ends = sorted({*ends, *lost})
    opened = (end for end in ends if not text[end : end + 2].lstrip('"“(')[:1].islower())
    begun = [0, *(bisect_right(folded.at, end - 1, hi=len(folded.text)) for end in opened)]
    return sorted({*begun, *_without_stop(text, folded)}) if damaged else begun
