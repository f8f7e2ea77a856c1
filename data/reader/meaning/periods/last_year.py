"""Brackets and clauses that begin with last year's same period, so that the levels they tell are those of then."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant
from data.reader.meaning.text.gaps import MOVING

if TYPE_CHECKING:
    from data.grammar.comparator import Cue
    from data.reader.meaning.step import Step
    from data.reader.meaning.text.prose import Prose

_BEGINS = re.compile(tolerant(r"\s*(?:(?:trong khi|còn|và) )?(?:do )?"))
"""What may stand before "cùng kỳ" at the beginning of a clause."""
_OPEN, _CLOSED = "(", ")"


def then_told(prose: Prose, here: Step) -> Cue | None:
    """Last year's same period if it heads the bracket or clause of a level: "(cùng kỳ xảy ra 31 vụ, thiệt hại 7 tỷ đồng)".

    Changes and percentages have their own rules: "(cùng kỳ tăng 18,9%)".
    """
    mention, text = here.mention, prose.text
    if mention.unit.startswith("%") or mention.sign or mention.role == "of" or here.gap.behind:
        return None
    opened = text.rfind(_OPEN, 0, mention.start) if mention.bracket else -1
    clause = prose.clause_of(mention.start)
    start = opened + 1 if opened >= clause and text.find(_CLOSED, opened, mention.start) < 0 else clause
    cues = prose.cues.within(start, mention.start)
    head = cues[0] if cues else None
    if head is None or head.kind != "yoy" or not head.bare or not _BEGINS.fullmatch(text, start, head.start):
        return None
    return None if any(cue.kind in MOVING for cue in cues) else head
