"""Periods that hold beyond their sentence, because they open it or stand in its heading."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant
from data.grammar.period_text import PeriodCue, opening
from data.reader.meaning.periods.found_period import FoundPeriod
from data.reader.meaning.text.spans import Spans

if TYPE_CHECKING:
    from data.grammar.frame import Frame
    from data.grammar.period import Period
    from data.reader.meaning.text.prose import Prose

OPENING, AT_ONCE = 15, 4
"""Letters of a sentence within which a period opens it; the part of a year in the report of the year has to do so at once."""
_CUT_OFF = timedelta(days=45)
"""How long before the end of a report its figures may stop; what was counted earlier is only counted then."""
_UP_TO = ("point", "cumulative", "half")
_WORDLESS = 12
"""Letters between "lũy kế ..." and its number that hold no subject of their own: "là", "đạt trên"."""
_ONLY_THEN = re.compile(tolerant(r"\W*(?:tính |trong đó )?riêng (?:trong )?"))
"""What stands before a period that is told for one sentence: "Riêng quý III, ..."."""
_SINCE_MONTH = re.compile(tolerant(r"(?:kể )?từ (?:[a-z&]+ ){0,2}tháng "))
"""How a month begins since which something is so; what the sentences behind tell is not."""
_DID = re.compile(tolerant(r"\s(?:đã )?(?:làm|gây|khiến) "))
"""What stands behind the time of what happened once, which the sentences behind do not tell of: "Rét đậm tháng 2 làm ..."."""
_NOW_HAS = re.compile(
    tolerant(r"\W*(?:(?:đến nay|hiện|hiện nay),? )?(?:toàn tỉnh|cả tỉnh|trên địa bàn(?: tỉnh)?|tỉnh) (?:hiện )?có ")
)
"""What begins a sentence that tells how many there are now, behind days within which something was counted."""
_AVERAGE = re.compile(tolerant(r"bình quân\s*$"))


def accumulates(text: str, cue: PeriodCue) -> bool:
    """Whether a phrase begins with "lũy kế", "cộng dồn" or "tính chung"."""
    return cue.kind == "flow" and opening(text, cue) == "sum"


class StandingPeriods:
    """The periods of a passage that hold until another one does."""

    def __init__(self, prose: Prose, frame: Frame, cues: Spans[PeriodCue]) -> None:
        self._prose, self._frame, self._cues, self._mentions = prose, frame, cues, Spans(prose.mentions)
        openers = [cue for cue in cues if cue.kind == "flow" and self.opens(cue)]
        self._openers, self._alone = Spans(openers), Spans(cue for cue in openers if not self.only_adds(cue))

    def before(self, place: int, adding: bool, since: int = 0) -> FoundPeriod | None:
        """The last of them that is told before a place, from another one on.

        Args:
            place: where they end.
            adding: sums are taken, too, that only add to what was told.
            since: where they begin.
        """
        openers = self._openers if adding else self._alone
        cue = next(reversed(openers.starting(since, place)), None)
        return FoundPeriod.by(cue, "sticky") if cue is not None else None

    def left(self, told: FoundPeriod, sentence: int) -> bool:
        """Whether a sentence has left the days of one before it: one without a number stands between, or it tells what is now.

        Days that a passage opens with are meant for all of it.
        """
        period = told.period
        if period.kind == "span" and _NOW_HAS.match(self._prose.text, sentence):
            return True
        if period.kind != "span" or not cuts_off(period, self._frame) or self._prose.silent_before(sentence) is None:
            return False
        cue = next(cue for cue in reversed(self._openers.starting(0, sentence)) if cue.period == period)
        return self._prose.sentence_of(cue.start)[0] > 0

    def opens(self, cue: PeriodCue) -> bool:
        """Whether a period opens its sentence, or ends the words that head it, so that it holds for those behind it, too.

        So do days between which something is counted, if they are the first time that stands before the first number.
        """
        text, whole = self._prose.text, self._frame.report
        if text.startswith(":", cue.end) and self._mentions.next(0, cue.start) is None:
            return True
        if _DID.match(text, cue.end) or (cue.period.kind == "span" and _SINCE_MONTH.match(text, cue.start)):
            return False
        if cue.period.kind == "years" and whole.kind != "years":
            return False  # a school year is that of the pupils whom its sentence counts
        part = whole.kind == "year" and cue.period.start >= whole.start and cue.period.end < whole.end
        sentence = self._prose.sentence_of(cue.start)[0]
        if self._is_over_before_a_number(cue):
            return False
        if cue.period.kind == "span" and cuts_off(cue.period, self._frame) and self._mentions.next(sentence, cue.start) is None:
            return self._cues.next(sentence, cue.start) is None
        label = text.rfind(":", sentence, cue.start)
        start = label + 1 if label >= 0 and self._mentions.next(sentence, label) is None else sentence
        alone = _ONLY_THEN.fullmatch(text, start, cue.start) is not None
        return not alone and cue.start - start < (AT_ONCE if part else OPENING)

    def _is_over_before_a_number(self, cue: PeriodCue) -> bool:
        """Whether the first number behind a period stands in a later clause of the sentence, which tells another one."""
        number = self._mentions.next(cue.end, self._prose.sentence_of(cue.start)[1])
        clause = self._prose.clause_of(number.start) if number is not None else cue.start
        return number is not None and clause > cue.end and self._cues.next(clause, number.start) is not None

    def only_adds(self, cue: PeriodCue) -> bool:
        """Whether a sum or average of the year has no words of its own, so that it only adds to the month's figure before it."""
        text = self._prose.text
        number = self._mentions.next(cue.end, cue.end + _WORDLESS)
        return self._frame.monthly and (accumulates(text, cue) or self.averages(cue)) and number is not None

    def averages(self, cue: PeriodCue) -> bool:
        """Whether an average over a period is told: "bình quân 10 tháng"."""
        return _AVERAGE.search(self._prose.text, max(0, cue.start - _WORDLESS), cue.start) is not None

    def cut_off(self) -> FoundPeriod | None:
        """The last day of what a passage reports, if it opens with one near the end of the report: "Tính đến 15/9, ..."."""
        first = next(iter(self._cues), None)
        if first is None or first.kind != "until" or first.period.kind not in _UP_TO or not self.opens(first):
            return None
        heads = first.start < OPENING or self._prose.text.startswith(":", first.end)
        return FoundPeriod.by(first, "sticky") if heads and cuts_off(first.period, self._frame) else None


def cuts_off(day: Period, frame: Frame) -> bool:
    """Whether a day is near before the end of a report, so that figures up to it are those that the report has."""
    return timedelta() < frame.report.end - day.end <= _CUT_OFF
