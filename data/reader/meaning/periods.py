"""The period of every mention: said beside it, carried on in its sentence, or inherited."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from data.grammar.ocr import any_of
from data.grammar.period_text import PeriodCue, period_cues
from data.reader.meaning.bases import last_part
from data.reader.meaning.spans import Spans

if TYPE_CHECKING:
    from data.grammar.period import Period
    from data.reader.meaning.gaps import Gap
    from data.reader.meaning.prose import Mention, Prose
    from data.reader.meaning.setting import Setting


@dataclass(frozen=True, slots=True)
class Told:
    """A period and how it came about.

    Attributes:
        period: what the figure is about.
        source: ``said`` beside it, ``carried`` from before in the sentence, ``sticky`` from the head of a sentence before,
            ``inherited`` from the anchor of a footnote, ``default``.
        kind: kind of the cue, see `data.grammar.period_text.PeriodCue`.
    """

    period: Period
    source: str
    kind: str


_DOCUMENTS = (
    "kế hoạch|dự toán|nghị quyết|chương trình|đề án|học kỳ|vốn|chỉ tiêu|mục tiêu|lễ hội|bảng giá đất|danh mục|phát triển"
    "|chuẩn nghèo|chuẩn nghèo đa chiều|nhiệm kỳ|đợt|Xuân|Tết|quy hoạch|chiến lược|giá so sánh|giá cố định|giá gốc"
)
"""Words whose year belongs to a name: "kế hoạch năm 2025", "Tết 2026"."""


_OPENING, _AT_ONCE = 15, 4
"""Letters of a sentence within which a period opens it; the part of a year in the report of the year has to do so at once."""
_LONG_NAME = 50
"""Letters before a year in which the name of what is held in it stands."""
_CUT_OFF = timedelta(days=45)
"""How long before the end of a report its figures may stop; what was counted earlier is only counted then."""
_WORDLESS = 12
"""Letters between "lũy kế ..." and its number that hold no subject of their own: "là", "đạt trên"."""


_YEARLY_SUM = re.compile(r"\d|n.{1,3}m")
_OPENS = re.compile(r"[^\d,;.()]{0,30}\(\s*")
_ASIDE, _NOTHING_ELSE = 40, re.compile(r"\(\s*(?:(?:k[a-z]{1,2}t q|s[o6] li)[^()]*)?$")
"""Letters of an aside before the period that it ends with, which say only where the number comes from: "kết quả bình xét"."""
_LOST = re.compile(r"thi[a-z&]{1,2}t h[a-z]i|ch[a-z&]{1,2}y|ph[a4&] r[a-z]{1,3}ng")
"""What happens to an area in a month: "diện tích rừng bị cháy"."""
_STANDARD = re.compile(r"d[a-z]t chu[a-z]{1,2}n[^\d,;.:()]*(?:\d{4})?")
"""What is reached and is no amount, so that it still belongs to what was counted: "09 xã đạt chuẩn nông thôn mới trong năm"."""
_YIELD = re.compile(r"/ha$|^[^/]*t.n$")
_AVERAGE = re.compile(r"b.nh\s*qu.{1,2}n\s*$")
_AT = re.compile(r"(?<![a-z])v[a-z\d]o\s*$")
"""What makes a point in time that stands behind a number the number's own: "3,2% vào cuối năm 2025"."""


_EXAM = re.compile(r"(?:k[a-z] thi|t[a-z\d]{1,2}t nghi..)[a-z\s]{0,30}$")
"""What is held once a year: "kỳ thi năm 2025", "tỷ lệ tốt nghiệp trung học phổ thông năm 2025"."""


OF_THOSE = re.compile(r"\W*(?:trong (?:d.|s. d.|s. n.y)|trong m.c t.ng|ph.n theo|chia theo|chia ra|g.m|bao g.m)(?![a-z])")
"""Words with which a sentence begins that parts what the sentence before said."""
_GOES_ON = re.compile(
    rf"{OF_THOSE.pattern}|\W*s[o0]\s*v\W?[a-z\d&@]{{1,3}}\s*c[a-z]{{1,3}}ng\s*k"
    r"|\W*(?:c[a-z]{1,2}ng\s+)?(?:trong\s+)?(?:c[a-z]{1,2}ng\s+)?(?:kho[a-z]{1,3}ng\s+)?th[o0d]i\s+(?:gian|di.m|k.)\s+(?:n[a-z\d]y|d[o0])(?![a-z])"
)
"""Words with which a sentence begins that goes on about what the sentence before said."""


@cache
def _document_words(damaged: bool) -> re.Pattern[str]:
    return re.compile(any_of(_DOCUMENTS, damaged) + r"[a-z\s\d]{0,12}$")


def names_document(text: str, place: int, damaged: bool) -> bool:
    """Whether a year or span of years at a place of folded text belongs to the name of what stands before it."""
    return _document_words(damaged).search(text[max(0, place - 40) : place]) is not None


def usable_cues(prose: Prose, setting: Setting) -> list[PeriodCue]:
    """The period cues of a passage that say what figures are about, not what they are compared with or what a plan is called."""
    frame = setting.frame
    kept: list[PeriodCue] = []
    for cue in period_cues(prose.text, frame, prose.damaged, prose.is_capital):
        if any(known.kind in ("yoy", "prev", "base") for known in prose.cues.touching(cue.start, cue.end)):
            continue
        if cue.kind == "goal" and names_document(prose.text, cue.start, prose.damaged):
            continue
        if cue.kind == "year":
            whole = prose.text.startswith("c", cue.start)
            named = not whole and names_document(prose.text, cue.start, prose.damaged)
            same = cue.period.end.year == frame.year and frame.report.kind not in ("year", "years") and not setting.goals
            base = re.search(r"(?<![a-z])l.{1,2}n\s*$", prose.text[max(0, cue.start - 6) : cue.start])
            if named or base or (same and not _told_apart(prose, cue, kept)):
                continue
        kept.append(cue)
    return kept


def _told_apart(prose: Prose, cue: PeriodCue, before: list[PeriodCue]) -> bool:
    """Whether the report's own year is said on purpose: "Trong năm 2023", "cả năm 2023", "8% năm 2025", "kỳ thi năm 2023"."""
    start = prose.sentence_of(cue.start)[0]
    opens = prose.text.startswith("tr", cue.start) and cue.start <= start + 1
    opens = opens or prose.text.startswith("c", cue.start)
    behind = "%" in prose.text[max(0, cue.start - 2) : cue.start].rstrip()[-1:]
    exam = _held_yearly(prose.text, start, cue.start)
    other = any(start <= known.start and known.kind == "year" and known.period != cue.period for known in before[-3:])
    return opens or behind or exam or other


def _held_yearly(text: str, start: int, place: int) -> bool:
    """Whether the year at a place of a sentence is that of what is held once a year, which only its rate is about."""
    return _EXAM.search(text, max(start, place - _LONG_NAME), place) is not None


class PeriodWalk:
    """Walks the cues of a passage along with its mentions."""

    def __init__(self, prose: Prose, setting: Setting, inherited: Period | None, cues: Spans[PeriodCue]) -> None:
        self._prose, self._setting, self._inherited, self._cues = prose, setting, inherited, cues
        self._mentions = Spans(prose.mentions)
        self._sums = Spans(cue for cue in cues if self._accumulates(cue))
        openers = [cue for cue in cues if cue.kind == "flow" and self._opens(cue)]
        self._openers, self._lasting = Spans(openers), Spans(cue for cue in openers if not self._only_adds(cue))
        self._sticky: Told | None = None
        self._current: Told | None = None
        self._sentence = -1
        self._bracket = 0
        self._outside: Told | None = None
        self._local: tuple[Told | None, int] | None = None
        self._settled: Period | None = None
        self._own = False
        self._aside = 0
        self._season = False
        self._last: Told | None = None
        self._topic = self._cut_off()

    def at(self, mention: Mention, gap: Gap) -> Told:
        """The period of the next mention; call once for each, in order."""
        told = self._told(mention, gap)
        frame = self._setting.frame
        self._own = self._own or told.period == frame.own()
        if frame.monthly and told.period == frame.so_far() and told.source in ("said", "carried") and not self._own:
            self._topic = Told(told.period, "sticky", told.kind)
        if told.period == frame.own() and self._of_season(mention, gap):
            told = Told(frame.so_far(), told.source, told.kind)
        if not mention.bracket or self._last is None:
            self._last = told
        return told

    def _of_season(self, mention: Mention, gap: Gap) -> bool:
        """Whether a crop's area in a monthly report is that of the season so far, as is what it yields: no month is said."""
        monthly = self._setting.frame.monthly and not self._setting.goals
        grown = not self._setting.sectors or "agriculture" in self._setting.sectors
        area = mention.unit == "ha" and not _LOST.search(self._prose.text, gap.start, mention.start)
        if not (monthly and grown and (area or (self._season and _YIELD.search(mention.unit)))):
            return False
        comma = self._prose.text.rfind(",", gap.start, mention.start)
        beside = [*self._cues.starting(gap.start, mention.start), *self._cues.within(mention.unit_end, gap.tail + 1)]
        self._season = not any(cue.end >= comma for cue in beside)
        return self._season

    def _told(self, mention: Mention, gap: Gap) -> Told:
        sentence = self._prose.sentence_of(mention.start)[0]
        if sentence != self._sentence:
            self._sentence, self._current, self._bracket, self._local = sentence, None, 0, None
            self._skip_to(sentence, gap.parts)
            self._current = self._against_part(sentence)
            if self._last is not None and _GOES_ON.match(self._prose.text, sentence):
                self._current = Told(self._last.period, "carried", self._last.kind)
        if mention.bracket != self._bracket:
            if mention.bracket and not self._bracket:
                self._outside = self._current
            elif not mention.bracket:
                self._current = self._outside
            self._bracket = mention.bracket
        begin = max(gap.start if not gap.fresh else sentence, self._aside)
        said = next(reversed(self._cues.within(begin, mention.start + 1)), None)
        if said is not None and said.kind == "year" and _held_yearly(self._prose.text, sentence, said.start):
            if mention.unit == "%":
                return Told(said.period, "said", said.kind)
            said = None
        if (aside := self._in_brackets(mention)) is not None:
            self._aside = aside.end
            if _NOTHING_ELSE.search(self._prose.text, mention.unit_end, aside.start) is not None:
                return Told(aside.period, "said", aside.kind)
        if said is not None:
            clause = self._prose.clause_of(said.start)
            near = self._prose.clause_of(mention.start) == clause
            said = self._summed_up(said)
            told = Told(said.period, "said" if near else "carried", said.kind)
            summed = self._accumulates(said) or said.kind == "stock"
            elsewhen = said.kind == "stock" and said.period.end != self._setting.frame.report.end
            counted = elsewhen and not (gap.fresh and said.start < sentence + _AT_ONCE)
            counted = counted or (said.kind == "year" and said.period.end.year < self._setting.frame.year)
            if (summed and self._mentions.next(clause, said.start) is not None) or counted:
                self._local = (self._current, clause)
            self._current = Told(said.period, "carried", said.kind)
            if self._opens(said) and gap.fresh and said.kind == "flow" and gap.content:
                self._sticky = Told(said.period, "sticky", said.kind)
            return told
        standard = _STANDARD.match(self._prose.text, gap.tail)
        tail = next(iter(self._cues.within(mention.unit_end, standard.end() if standard else gap.tail + 1)), None)
        dated = tail is not None and tail.kind == "until" and _AT.search(self._prose.text, mention.unit_end, tail.start)
        if tail is not None and (dated or tail.kind in ("flow", "year", "goal")):
            if tail.kind == "flow" and self._current is None:
                self._local = (None, self._prose.clause_of(mention.start))
                self._current = Told(tail.period, "carried", tail.kind)
            return Told(tail.period, "said", tail.kind)
        if self._local is not None and gap.parts:
            self._local = None
        if self._local is not None and self._prose.clause_of(mention.start) != self._local[1]:
            self._current, self._local = self._local[0], None
        if (part := self._part_of_sum(mention)) is not None:
            return Told(part, "default", "flow")
        return self._current or self._understood(mention)

    def _against_part(self, sentence: int) -> Told | None:
        """The last month or quarter, if a sentence opens with what is compared with the one before: "So với tháng trước, ..."."""
        opening = next(iter(self._prose.cues.starting(sentence, sentence + _AT_ONCE)), None)
        if opening is None or opening.kind != "prev" or (self._sticky is not None and self._sticky.period.kind == "span"):
            return None
        part = last_part(self._prose.text, opening, self._setting.frame.so_far())
        return Told(part, "carried", "flow") if part != self._setting.frame.so_far() else None

    def _in_brackets(self, mention: Mention) -> PeriodCue | None:
        """The period that stands alone in brackets behind a number and is that number's: "11% đầu giai đoạn (cuối năm 2021)"."""
        opened = _OPENS.match(self._prose.text, mention.unit_end)
        cue = self._cues.next(opened.end(), opened.end() + _ASIDE) if opened else None
        if opened is None or cue is None or self._prose.text[cue.end : cue.end + 2].lstrip()[:1] != ")":
            return None
        inside = self._prose.text[opened.end() : cue.start]
        return cue if not re.search(r"[\d,;.:()]", inside) else None

    def _part_of_sum(self, mention: Mention) -> Period | None:
        """The month or quarter, if the sum over the year so far is told behind a mention in its clause."""
        frame = self._setting.frame
        part = frame.part()
        if part is None or (self._current is not None and self._current.period != frame.so_far()):
            return None
        clause = self._prose.clause_of(mention.start)
        later = self._sums.next(mention.end, self._prose.sentence_of(mention.start)[1])
        if later is None or self._prose.clause_of(later.start) != clause or later.period != frame.so_far():
            return None
        return part if self._sums.next(clause, mention.start) is None else None

    def _opens(self, cue: PeriodCue) -> bool:
        """Whether a period opens its sentence, or ends the words that head it, so that it holds for those behind it, too."""
        if self._prose.text.startswith(":", cue.end) and self._mentions.next(0, cue.start) is None:
            return True
        whole = self._setting.frame.report
        part = whole.kind == "year" and cue.period.start >= whole.start and cue.period.end < whole.end
        sentence = self._prose.sentence_of(cue.start)[0]
        label = self._prose.text.rfind(":", sentence, cue.start)
        start = label + 1 if label >= 0 and self._mentions.next(sentence, label) is None else sentence
        return cue.start - start < (_AT_ONCE if part else _OPENING)

    def _only_adds(self, cue: PeriodCue) -> bool:
        """Whether a sum or average of the year has no words of its own, so that it only adds to the month's figure before it."""
        number = self._mentions.next(cue.end, cue.end + _WORDLESS)
        adds = self._accumulates(cue) or _AVERAGE.search(self._prose.text, max(0, cue.start - _WORDLESS), cue.start)
        return self._setting.frame.monthly and bool(adds) and number is not None

    def _summed_up(self, said: PeriodCue) -> PeriodCue:
        """What "lũy kế" means behind a day or a span of days: up to the last day."""
        before = self._current or (self._last if self._last is not None and self._last.kind == "until" else None)
        spoken = before.period if before is not None else self._inherited
        bare = said.kind == "flow" and self._accumulates(said) and said.period == self._setting.frame.so_far()
        if spoken is None or not bare or self._setting.frame.monthly or spoken.kind not in ("span", "point"):
            return said
        yearly = spoken.kind == "point" and _YEARLY_SUM.search(self._prose.text, said.start, said.end)
        return said if yearly else replace(said, period=spoken.at_end(), kind="stock")

    def _accumulates(self, cue: PeriodCue) -> bool:
        """Whether a cue begins with "lũy kế" or "cộng dồn"."""
        return cue.kind == "flow" and self._prose.text[cue.start] in "lc"

    def _understood(self, mention: Mention) -> Told:
        """The period where the sentence has not told one so far."""
        frame = self._setting.frame
        end = self._prose.sentence_of(mention.start)[1]
        if self._sticky is None and self._settled is None and self._inherited is not None:
            end = len(self._prose.text)
        later = self._cues.next(mention.end, end)
        part = frame.part()
        if part is not None and later is not None and self._accumulates(later) and later.period == frame.so_far():
            return Told(part, "default", "flow")
        if self._sticky is not None:
            return self._sticky
        if self._settled is not None:
            return Told(self._settled, "settled", "flow")
        if self._inherited is not None:
            return Told(self._inherited, "inherited", "flow")
        if self._topic is not None and not self._own:
            return self._topic
        return Told(frame.own(), "default", "flow")

    def _cut_off(self) -> Told | None:
        """The last day of what a passage reports, if it opens with one near the end of the report: "Tính đến 15/9, ..."."""
        first, end = next(iter(self._cues), None), self._setting.frame.report.end
        if first is None or first.kind != "until" or first.period.kind != "point" or not self._opens(first):
            return None
        near = timedelta() < end - first.period.end <= _CUT_OFF
        return Told(first.period, "sticky", first.kind) if near and first.start < _OPENING else None

    def settle(self, period: Period) -> None:
        """From here on, what is told no period is about this one: a figure measured against the year's plan was."""
        self._settled = period
        if self._sticky is not None or self._current is not None:
            self._sticky, self._current = None, None

    def _skip_to(self, place: int, parts: bool) -> None:
        """Cues of sentences before: one that opens a sentence stays in force, one told in passing only for its parts."""
        openers = self._lasting if self._own and not parts else self._openers
        if cue := next(reversed(openers.starting(0, place)), None):
            self._sticky = Told(cue.period, "sticky", cue.kind)
