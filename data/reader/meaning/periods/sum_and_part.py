"""The sum over the year so far told beside the month or quarter that is its last part, where no time is told of one of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant
from data.reader.meaning.periods.found_period import FoundPeriod
from data.reader.meaning.periods.standing_periods import accumulates
from data.reader.meaning.text.spans import Spans

if TYPE_CHECKING:
    from data.grammar.frame import Frame
    from data.grammar.period import Period
    from data.grammar.period_text import PeriodCue
    from data.reader.meaning.text.prose import Mention, Prose

_OF_THE_MONTH = re.compile(tolerant(r"\s*\((?:(?:riêng|trong) ){0,2}(?=tháng)"))
"""How a bracket opens that tells a part, the month, of the sum before it."""
_MONTH_ALONE = re.compile(tolerant(r"; riêng (?:trong )?(?=tháng)"))
"""How a clause opens that tells the month of the sums before it: "đón 2,9 triệu lượt khách; riêng tháng 8 đón 310 nghìn lượt"."""
_SINCE_NEW_YEAR = re.compile(tolerant(r";\s*từ đầu năm[a-z\s&]*$"))
"""A sum that begins the clause behind a number: "; từ đầu năm đến nay"."""


class SumAndPart:
    """Tells in one passage which of both a mention is about, by what is told of the other behind it."""

    def __init__(self, prose: Prose, cues: Spans[PeriodCue], frame: Frame) -> None:
        self._prose, self._text, self._cues, self._frame = prose, prose.text, cues, frame
        self._sums = Spans(cue for cue in cues if accumulates(self._text, cue))

    def part_of_sum(self, mention: Mention, current: FoundPeriod | None) -> FoundPeriod | None:
        """The month or quarter, if the sum is told behind a mention in its clause; ``current`` is what its sentence told."""
        part, so_far = self._frame.part(), self._frame.so_far()
        if part is None or (current is not None and current.period != so_far):
            return None
        clause = self._prose.clause_of(mention.start)
        later = self._sums.next(mention.end, self._sentence_end(mention))
        if later is None or self._prose.clause_of(later.start) != clause or later.period != so_far:
            return None
        return _understood(part) if self._sums.next(clause, mention.start) is None else None

    def part_before_sum(
        self, mention: Mention, inherited: FoundPeriod | None, standing: FoundPeriod | None
    ) -> FoundPeriod | None:
        """The month or quarter, if the period told next is the sum.

        Args:
            mention: the number.
            inherited: what the passage inherits, which does not hold where the sum is told anywhere behind.
            standing: what was told before in the passage and still holds.
        """
        end = len(self._text) if standing is None and inherited is not None else self._sentence_end(mention)
        later, part = self._cues.next(mention.end, end), self._frame.part()
        counted = inherited is not None and inherited.period.kind == "span"
        if part is None or later is None or later.period != self._frame.so_far() or counted:
            return None
        since = later.kind == "flow" and _SINCE_NEW_YEAR.search(self._text, mention.unit_end, later.end) is not None
        return _understood(part) if since or accumulates(self._text, later) else None

    def sum_before_part(self, mention: Mention) -> FoundPeriod | None:
        """The sum, if a bracket or clause behind tells the month: "250 tỷ đồng (tháng 10: 21 tỷ đồng)"."""
        own, so_far = self._frame.own(), self._frame.so_far()
        if not self._frame.monthly or own == so_far:
            return None
        opened = _OF_THE_MONTH.match(self._text, mention.unit_end)
        opened = opened or _MONTH_ALONE.search(self._text, mention.unit_end, self._sentence_end(mention))
        cue = self._cues.next(opened.start(), opened.end() + 1) if opened is not None else None
        return _understood(so_far) if cue is not None and cue.period == own else None

    def _sentence_end(self, mention: Mention) -> int:
        return self._prose.sentence_of(mention.start)[1]


def _understood(period: Period) -> FoundPeriod:
    """A period that is not told of the mention itself."""
    return FoundPeriod(period, "default", "flow")
