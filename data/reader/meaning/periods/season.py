"""Crops in reports of a month: their area, and what it yields, is that of the season so far."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant

if TYPE_CHECKING:
    from data.grammar.period_text import PeriodCue
    from data.reader.meaning.setting import Setting
    from data.reader.meaning.text.gaps import Gap
    from data.reader.meaning.text.prose import Mention
    from data.reader.meaning.text.spans import Spans

_LOST = re.compile(
    tolerant(r"thiệt hại|hư hại|hư hỏng|ngập úng|cháy(?![a-z])|phá rừng|rừng bị|nhiễm(?![a-z])|gây hại|phòng trừ(?![a-z])")
)
"""What happens to an area in a month: "diện tích rừng bị cháy", "diện tích nhiễm rầy nâu", "đã phòng trừ"."""
_BURNT = re.compile(tolerant(r"(?<![a-z])cháy rừng\s*, (?:tổng |với )?(?:diện tích|thiệt hại) [a-z\s]*$"))
_HIT = re.compile(
    tolerant(r"(?:[^;.:()]|\.(?=\d)){0,50}?(?<![a-z])bị (?:ảnh hưởng|thiệt hại|ngập|vùi lấp|gãy|đổ|dập|cháy|nhiễm|chết)(?![a-z])")
)
"""What says the same with a comma between, or behind the number: "vụ cháy rừng, diện tích 3 ha", "85 ha hoa màu bị ngập"."""
_RAISED = re.compile(tolerant(r"(?<![a-z])nâng tổng(?![a-z])[^;.]*$"))
"""What leads to the sum to which an area was added: "trồng mới 215 ha, nâng tổng diện tích từ đầu năm lên 400 ha"."""
_NEAR = 60
"""Letters before a number within which a fire is told."""
_YIELD_OF_CROPS = ("tạ/ha", "tấn/ha")
_AREAS = ("ha", "nghìn ha")
_YIELD = re.compile(r"/ha$|^[^/]*tấn$")


class Season:
    """Tells the crops of a passage from what happens in a month."""

    def __init__(self, text: str, setting: Setting, cues: Spans[PeriodCue]) -> None:
        self._text, self._cues = text, cues
        grown = not setting.sectors or "agriculture" in setting.sectors
        self._possible = setting.frame.monthly and not (setting.goals or setting.month_named) and grown
        self._under_way = False

    def holds(self, mention: Mention, gap: Gap, end: int) -> bool:
        """Whether a crop's area, or what it yields, is that of the season so far: no month is said beside it.

        Args:
            mention: the number.
            gap: the words around it.
            end: where its sentence ends; what adds up behind it there says that it is a part.
        """
        if not self._possible:
            return False
        grown = (
            not self._is_lost(mention)
            if mention.unit in _AREAS
            else mention.unit in _YIELD_OF_CROPS or (self._under_way and _YIELD.search(mention.unit) is not None)
        )
        if not grown:
            self._under_way = self._under_way and not mention.counted
            return False
        later = self._cues.next(mention.unit_end, end)
        if later is not None and _RAISED.search(self._text, mention.unit_end, later.start):
            return False
        comma = self._text.rfind(",", gap.start, mention.start)
        beside = [*self._cues.starting(gap.start, mention.start), *self._cues.within(mention.unit_end, gap.tail + 1)]
        self._under_way = not any(cue.end >= comma for cue in beside)
        return self._under_way

    def _is_lost(self, mention: Mention) -> bool:
        """Whether an area is one to which something happened."""
        clause = max(self._text.rfind(mark, 0, mention.start) for mark in (", ", "; ", ". ")) + 1
        burnt = _BURNT.search(self._text, max(0, mention.start - _NEAR), mention.start)
        hit = _HIT.match(self._text, mention.unit_end)
        return bool(burnt or hit or _LOST.search(self._text, clause, mention.start))
