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


def then_told(prose: Prose, here: Step) -> Cue | None:
    """Last year's same period if it heads the bracket or clause of a level: "(cùng kỳ xảy ra 31 vụ, thiệt hại 7 tỷ đồng)".

    Or if it ends the bracket: "tăng 11,6% (665 doanh nghiệp cùng kỳ)".

    Changes and percentages have their own rules: "(cùng kỳ tăng 18,9%)".
    """
    mention, text = here.mention, prose.text
    if mention.unit.startswith("%") or mention.sign or mention.role == "of":
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


def _ends_with_then(prose: Prose, mention: Mention) -> Cue | None:
    """Last year's same period, if it stands right behind a number with which a bracket begins, and ends it."""
    cue = prose.cues.next(mention.unit_end, mention.unit_end + RIGHT_BEHIND)
    bare = cue is not None and cue.kind == "yoy" and cue.bare
    return cue if cue is not None and bare and prose.text[cue.end : cue.end + RIGHT_BEHIND].lstrip()[:1] == _CLOSED else None
