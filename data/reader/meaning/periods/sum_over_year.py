"""Sentences without a time of their own that go on with the sum over the year so far."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant
from data.reader.meaning.periods.comparisons import PRICES
from data.reader.meaning.text.gaps import MOVING
from data.reader.meaning.text.spans import Spans

if TYPE_CHECKING:
    from data.grammar.frame import Frame
    from data.grammar.period_text import PeriodCue
    from data.reader.meaning.periods.found_period import FoundPeriod
    from data.reader.meaning.periods.standing_periods import StandingPeriods
    from data.reader.meaning.text.prose import Prose

_OF_ALL = re.compile(tolerant(r"\W*trong tổng (?:thu|chi|số thu|số chi)(?![a-z])"))
"""How a sentence begins that parts the sum told before it: "Trong tổng thu, thu nội địa là 450 tỷ đồng"."""
_ESTIMATE = "estimate"
_COMPARES = frozenset({"yoy", "fold", *MOVING})


class SumOverYear:
    """Tells in one passage of a monthly report which sentences go on with the sum over the year so far."""

    def __init__(self, prose: Prose, cues: Spans[PeriodCue], frame: Frame, lasting: StandingPeriods) -> None:
        self._prose, self._text, self._cues, self._frame, self._lasting = prose, prose.text, cues, frame, lasting
        self._mentions = Spans(prose.mentions)

    def goes_on(self, sentence: int, last: FoundPeriod | None) -> bool:
        """Whether a sentence without a time of its own goes on with the year so far: it compares with last year, as that did.

        Where it estimates and the sum did not, it is about the month again.
        Prices are told of the month, whatever their average over the year so far was.

        Args:
            sentence: where it begins.
            last: the period that was told last.
        """
        end = self._prose.sentence_of(sentence)[1]
        summed = last is not None and last.source in ("said", "carried") and last.period == self._frame.so_far()
        if not (self._frame.monthly and summed) or self._cues.next(sentence, end) is not None:
            return False
        told = next(reversed(self._cues.starting(0, sentence)), None)
        if _OF_ALL.match(self._text, sentence):
            return True
        prices = PRICES.search(self._text, self._prose.sentence_of(max(0, sentence - 1))[0], sentence)
        if prices or (told is not None and self._lasting.averages(told)):
            return False
        kinds = self._kinds(sentence, end)
        before = self._kinds(told.end, sentence) if told is not None else kinds
        first = self._mentions.next(sentence, end)
        estimates = first is not None and _ESTIMATE in self._kinds(sentence, first.start) - before
        if not before & _COMPARES or (estimates and "plan" not in kinds):
            return False
        return bool(kinds & _COMPARES) and "prev" not in kinds

    def _kinds(self, start: int, end: int) -> set[str]:
        """The kinds of verbs and comparisons in a part of the text; "ước đạt" is an estimate, too."""
        cues = self._prose.cues.starting(start, end)
        return {_ESTIMATE if cue.estimated else cue.kind for cue in cues}
