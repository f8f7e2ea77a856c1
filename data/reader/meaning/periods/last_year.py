"""Brackets and clauses that begin with last year's same period, so that the levels they tell are those of then."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant
from data.reader.meaning.text.gaps import MOVING
from data.reader.meaning.text.prose import RIGHT_BEHIND

if TYPE_CHECKING:
    from data.grammar.comparator import Cue
    from data.reader.meaning.step import Step
    from data.reader.meaning.text.prose import Mention, Prose

_BEGINS = re.compile(tolerant(r"\s*(?:(?:trong khi|còn|và) )?(?:do )?"))
"""What may stand before "cùng kỳ" at the beginning of a clause."""
_OPEN, _CLOSED = "(", ")"
_BEGINS_BESIDE = re.compile(tolerant(r"[^\d,;.:()]{0,20}, (?:trong khi|còn|và|mà)?\s*"))
"""What stands between a level and "cùng kỳ" in the same clause: "đạt 310 nghìn lượt, cùng kỳ chỉ đạt 280 nghìn lượt"."""
_VERBS = (
    "thu|chi|huy động|giải ngân|thực hiện|thu hút|cấp|ghi nhận|phát hiện|xử lý|trồng|trồng mới|gieo trồng|thu hoạch|sản xuất"
    "|khai thác|đón|tiếp nhận|giải quyết|tổ chức|đào tạo|thành lập"
)
_LED = re.compile(
    tolerant(rf"\s*(?:chỉ|mới|cũng)?\s*(?:(?:{_VERBS})\s*)?(?:đạt|là|có|được|ở mức|xảy ra|:)?\s*(?:trên|gần|khoảng|hơn|dưới)?\s*")
)
"""What leads from "cùng kỳ" to the level of then."""


def then_told(prose: Prose, here: Step) -> Cue | None:
    """Last year's same period if it heads the bracket or clause of a level: "(cùng kỳ xảy ra 31 vụ, thiệt hại 7 tỷ đồng)".

    Or if it ends the bracket: "tăng 11,6% (665 doanh nghiệp cùng kỳ)".

    Changes and percentages have their own rules: "(cùng kỳ tăng 18,9%)".
    """
    mention, text = here.mention, prose.text
    if mention.sign or mention.role == "of":
        return None
    if (beside := _told_beside(prose, here)) is not None:
        return beside
    if mention.unit.startswith("%"):
        return None
    opened = text.rfind(_OPEN, 0, mention.start) if mention.bracket else -1
    clause = prose.clause_of(mention.start)
    alone = opened >= clause and not text[opened + 1 : mention.start].strip()
    if alone and (then := _ends_with_then(prose, mention)) is not None:
        return then
    if here.gap.behind:
        return None
    start = opened + 1 if opened >= clause and text.find(_CLOSED, opened, mention.start) < 0 else clause
    cues = prose.cues.within(start, mention.start)
    head = cues[0] if cues else None
    if head is None or head.kind != "yoy" or not head.bare or not _BEGINS.fullmatch(text, start, head.start):
        return None
    return None if any(cue.kind in MOVING for cue in cues) else head


def _told_beside(prose: Prose, here: Step) -> Cue | None:
    """Last year's same period, if it stands behind a comma between a level and that of then, and nothing else does."""
    mention, gap, text = here.mention, here.gap, prose.text
    named = gap.before[0] if gap.before and not gap.fresh else None
    if named is None or named.kind != "yoy" or not named.bare or gap.behind or any(cue.kind in MOVING for cue in gap.before):
        return None
    led = _BEGINS_BESIDE.fullmatch(text, gap.start, named.start) and _LED.fullmatch(text, named.end, mention.start)
    return named if led else None


def _ends_with_then(prose: Prose, mention: Mention) -> Cue | None:
    """Last year's same period, if it stands right behind a number with which a bracket begins, and ends it."""
    cue = prose.cues.next(mention.unit_end, mention.unit_end + RIGHT_BEHIND)
    bare = cue is not None and cue.kind == "yoy" and cue.bare
    return cue if cue is not None and bare and prose.text[cue.end : cue.end + RIGHT_BEHIND].lstrip()[:1] == _CLOSED else None
