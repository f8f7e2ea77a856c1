"""Which of the periods told before a number is said of it, and whether that holds only in its clause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant
from data.grammar.period_text import opening
from data.reader.meaning.periods.behind import bounds_clause
from data.reader.meaning.periods.period_cues import given_for, held_yearly
from data.reader.meaning.periods.standing_periods import accumulates
from data.reader.meaning.text.spans import Spans

if TYPE_CHECKING:
    from data.grammar.period_text import PeriodCue
    from data.reader.meaning.periods.found_period import FoundPeriod
    from data.reader.meaning.periods.standing_periods import StandingPeriods
    from data.reader.meaning.setting import Setting
    from data.reader.meaning.text.prose import Mention, Prose

_CROP = re.compile(tolerant(r"(?<![a-z])(?:lúa|ngô|rau|sắn|lạc|mía|lương thực|màu)\s*$"))
_CROP_LETTERS = 16
"""A crop that is sown in several seasons, and letters before "cả năm" within which it stands."""
_REMARK = re.compile(tolerant(r"\(\s*(?:do|vì|bởi|nhờ|theo)(?: vì)?\s"))
"""How a bracket begins that tells a cause, or by what standard is counted."""
_YEAR_NAMED = re.compile(r"20\d\d$")
"""How "cả năm 2027" ends, which is the time and not only all seasons."""
_RIGHT_BEFORE = re.compile(r"[\s,]*")
"""What stands between a day and the sum that is told up to it."""
_OPENING_WORDS = 60
"""Letters of a sentence within which a period, with the words before it, opens it."""
_AIMED = re.compile(tolerant(r"(?<![a-z])(?:yêu cầu|kịch bản) [^\d.;]*$"))
"""What leads to a time by which something is asked for, beside what was done: "với yêu cầu GRDP cả năm tăng 8%; đã ..."."""
EXAMINED = frozenset({"%", "thí sinh", "điểm thi", "phòng thi"})
"""What is told of an exam that is held once a year."""
_ALONE, _ALONE_LETTERS = re.compile(tolerant(r"(?<![a-z])riêng (?:trong )?$")), 12
"""What stands before a part of the time that a sentence tells of, told for one number."""
OCCASION = re.compile(tolerant(r"\W*(?:nhân )?dịp "))
"""How a sentence begins that tells of an occasion, and so of another time than what is told before: "Dịp 02/9 ..."."""


class SaidBefore:
    """The periods that one passage tells before its numbers."""

    def __init__(self, prose: Prose, setting: Setting, cues: Spans[PeriodCue], lasting: StandingPeriods) -> None:
        self._text, self._frame, self._goals, self._compared = prose.text, setting.frame, setting.goals, prose.cues
        self._cues, self._lasting = cues, lasting
        self._mentions = Spans(prose.mentions)
        self._sums = Spans(cue for cue in cues if accumulates(self._text, cue))

    def last(self, mention: Mention, begin: int, sentence: int) -> PeriodCue | None:
        """The last period told between a place and a mention; the year of an exam is only for its rates."""
        told = [cue for cue in self._cues.within(begin, mention.start + 1) if not self._is_aside(cue, mention)]
        *before, said = told or (None,)
        seasons = said is not None and self.of_all_seasons(said) and not _YEAR_NAMED.search(self._text, said.start, said.end)
        if said is not None and before and seasons and self._sums.within(before[-1].start, before[-1].end):
            said = before[-1]
        if said is not None and before and (self._sums_up_to(before[-1], said) or self._is_occasion_in(before[-1], said)):
            said = before[-1]
        return said if said is None or mention.unit in EXAMINED or not self.is_exam(said, sentence) else None

    def _is_aside(self, cue: PeriodCue, mention: Mention) -> bool:
        """Whether a period stands in a bracket that ends a clause before that of a number: "kỳ thi (từ 26 đến 29/6); ...".

        So does the time of a remark: "(do năm 2024 tỉnh đăng cai ...)", "(theo chuẩn nghèo giai đoạn 2022 - 2025)".
        """
        text = self._text
        closed, opened = text.find(")", cue.end, mention.start), text.rfind("(", 0, cue.start)
        if closed < 0 or opened <= text.rfind(")", 0, cue.start):
            return False
        ended = cue.period.kind == "span" and text.find(";", closed, mention.start) >= 0
        return ended or _REMARK.match(text, opened) is not None

    def _is_occasion_in(self, told: PeriodCue, said: PeriodCue) -> bool:
        """Whether a day is only the occasion of what was done in a longer time: "Trong quý III, nhân dịp 27/7 ..."."""
        inside = told.kind == "flow" and told.period.start <= said.period.start and said.period.end <= told.period.end
        return inside and OCCASION.match(self._text, said.start) is not None

    def _sums_up_to(self, day: PeriodCue, said: PeriodCue) -> bool:
        """Whether a sum is only that up to a day told right before it: "Đến ngày 20/9, lũy kế giải ngân 300 tỷ đồng"."""
        bare = accumulates(self._text, said) and said.period == self._frame.so_far()
        counted = day.kind == "until" and day.period.kind == "point" and day.period.end <= self._frame.report.end
        return bare and counted and _RIGHT_BEFORE.fullmatch(self._text, day.end, said.start) is not None

    def is_exam(self, said: PeriodCue, sentence: int) -> bool:
        """Whether a year is that of what is held once a year."""
        return said.kind == "year" and held_yearly(self._text, sentence, said.start)

    def holds_in_clause(self, said: PeriodCue, clause: int, sentence: int, fresh: bool, current: FoundPeriod | None) -> bool:
        """Whether a period holds only in its clause: a sum behind a number, all years behind one, another day, a year before.

        So do a school year that does not open its sentence, and a part of the time that was told: "riêng quý II tăng 8%; ...".

        Args:
            said: the period.
            clause: where its clause begins.
            sentence: where its sentence begins.
            fresh: the mention behind it is the first of its sentence.
            current: what the sentence has told before.
        """
        past = said.period.end.year < self._frame.year and not self._opens_sentence(said, sentence, fresh)
        if bounds_clause(self._text, said) or (past and said.kind == "year"):
            return True
        if past and not self._lasting.opens(said):
            return True
        if said.period.kind == "years" and current is not None and current.kind == "year":
            return True
        if self.of_all_seasons(said) or given_for(self._text, sentence, said):
            return True
        part = said.period.kind in ("month", "quarter") and not self._opens_sentence(said, sentence, fresh)
        if self.told_alone(said) and (current is not None or part):
            return True
        if said.kind == "flow" and said.period.kind == "years" and not self._lasting.opens(said):
            return True
        if not self._goals and said.period.end > self._frame.report.end and _AIMED.search(self._text, clause, said.start):
            return True
        at_once = fresh and self._mentions.next(sentence, said.start) is None
        if said.kind == "stock" and said.period.end != self._frame.report.end and not at_once:
            return True
        if current is not None and self._against_part_before(said, current):
            return True
        of_month = current is not None and current.period.kind == "month"
        if of_month and said.period == self._frame.report and not self._frame.monthly:
            return False  # a report of half a year that tells its last month, and then all months, goes on with these
        held = accumulates(self._text, said) or said.kind == "stock" or self._is_part_to_come(said, current)
        return held and self._mentions.next(clause, said.start) is not None

    def _against_part_before(self, said: PeriodCue, current: FoundPeriod) -> bool:
        """Whether a month is told in passing, against that before it: "6 tháng tăng 8%, tháng 6 tăng 2% so với tháng 5; ..."."""
        part = said.period.kind in ("month", "quarter") and current.period == self._frame.so_far() != said.period
        end = self._text.find(";", said.end)
        told = {cue.kind for cue in self._compared.within(said.end, end)} if part and end > 0 else set()
        return "prev" in told and "yoy" not in told

    def _is_part_to_come(self, said: PeriodCue, current: FoundPeriod | None) -> bool:
        """Whether a part of a time that is still to come is told behind all of it: "cả năm đạt 8%, 6 tháng cuối năm trên 9%"."""
        ahead = self._goals or said.period.end > self._frame.report.end
        if current is None or not ahead or current.period.kind == "years" or said.period == current.period:
            return False
        return current.period.start <= said.period.start and said.period.end <= current.period.end

    def _opens_sentence(self, said: PeriodCue, sentence: int, fresh: bool) -> bool:
        """Whether the words up to a period, and no number, open a sentence: "Theo kết quả rà soát cuối năm 2026, ..."."""
        before = self._text[sentence : said.start]
        opens = fresh and len(before) <= _OPENING_WORDS and "," not in before
        return opens and self._text.startswith(",", said.end)

    def told_alone(self, said: PeriodCue) -> bool:
        """Whether a part of the time is told for one number, and no more: "GRDP tăng 7,9%, riêng quý II tăng 8,7%; ..."."""
        return _ALONE.search(self._text, max(0, said.start - _ALONE_LETTERS), said.start) is not None

    def of_all_seasons(self, said: PeriodCue) -> bool:
        """Whether "cả năm" says of a crop, and of no other, that all seasons are meant: "lúa cả năm 4.200 ha; ngô 900 ha"."""
        crop = _CROP.search(self._text, max(0, said.start - _CROP_LETTERS), said.start)
        return crop is not None and opening(self._text, said) == "all"
