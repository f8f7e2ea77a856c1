"""What was planned and is told first: "Kế hoạch năm: GRDP tăng 8%; thóc 210 nghìn tấn", "So với kế hoạch 205 tỷ đồng, ..."."""

from __future__ import annotations

import re

from data.grammar.ocr import tolerant

_HEAD = re.compile(
    tolerant(
        r"(?:^|(?<=[.;] ))[^a-z]{0,6}(?:kế hoạch|kịch bản(?: tăng trưởng)?|dự toán(?: thu| chi)?(?: ngân sách)?(?: nhà nước)?)"
        r" (?:cả )?năm(?: (20\d\d))?\s*:(?=\s*[a-z])"
    )
)
"""How such a list begins."""
_FIRST = re.compile(
    tolerant(
        r"\W*(?:về (?:[a-z]+ ){0,3}[a-z]+, )?(?:so với|với|trên|theo|trên cơ sở) (?:kế hoạch|dự toán|chỉ tiêu|mục tiêu)"
        r"(?: (?:cả )?năm)?(?: 20\d\d)?(?: (?:là|được (?:[a-z]+ ){0,4}giao|tỉnh giao|giao|đề ra))*\s*"
    )
)
"""What stands before a plan with which a sentence begins that then tells of what it is one, and what was reached of it."""
_TELLS = re.compile(
    tolerant(r"(?<![a-z])(?:thực hiện|kết quả|ước|(?:đã|mới|chỉ) đạt|cùng kỳ|so với|đến ngày|\d tháng|tháng \d|quý [i1-4])")
)
"""What is said where results are told behind the plan."""
_ENDS, _CLAUSE = re.compile(r"\.(?!\d)"), re.compile(r"[;,.](?!\d)")
_LETTERS = 400
"""Letters of a list within which what is planned stands."""


def told_first(text: str, start: int, place: int, end: int) -> bool:
    """Whether a sentence begins with a plan that it then names: "So với kế hoạch cả năm 205 tỷ đồng, xuất khẩu đạt ...".

    Args:
        text: the folded text.
        start: where the sentence begins.
        place: where its first number stands.
        end: where the unit of that ends.
    """
    return text.startswith(",", end) and _FIRST.fullmatch(text, start, place) is not None


def listed_as_planned(text: str, place: int) -> re.Match[str] | None:
    """The head of the list of what was planned in which a place stands; None behind results.

    Args:
        text: the folded text.
        place: where a number begins. The first group of the head is the year that it names, if any.
    """
    begin = max(0, place - _LETTERS)
    head = next(reversed(list(_HEAD.finditer(text, begin, place))), None)
    if head is None or _ENDS.search(text, head.end(), place):
        return None
    end = _CLAUSE.search(text, place)
    return head if _TELLS.search(text, head.end(), end.start() if end else len(text)) is None else None
