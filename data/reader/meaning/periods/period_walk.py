"""The period of every mention: said beside it, carried on in its sentence, or inherited."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant
from data.grammar.period import PARTS_OF_YEAR, Period
from data.grammar.period_text import PeriodCue, opening
from data.reader.meaning.periods.bases import last_part
from data.reader.meaning.periods.behind import PeriodsBehind, bounds_clause
from data.reader.meaning.periods.events import time_of_event
from data.reader.meaning.periods.found_period import GOES_ON, FoundPeriod, tells_more_groups
from data.reader.meaning.periods.said_before import EXAMINED, OCCASION, SaidBefore
from data.reader.meaning.periods.season import Season
from data.reader.meaning.periods.standing_periods import AT_ONCE, StandingPeriods, accumulates, cuts_off
from data.reader.meaning.periods.sum_and_part import SumAndPart
from data.reader.meaning.periods.sum_over_year import SumOverYear
from data.reader.meaning.text.content import THINK
from data.reader.meaning.text.gaps import MOVING
from data.reader.meaning.text.spans import Spans

if TYPE_CHECKING:
    from data.reader.meaning.setting import Setting
    from data.reader.meaning.text.gaps import Gap
    from data.reader.meaning.text.prose import Mention, Prose

_THERE_IS = re.compile(tolerant(r"hiện (?:có|còn|nay có)(?![a-z])"))
"""What says how much of something there is, but not when what the next clause tells was done."""
_YEARLY_SUM = re.compile(tolerant(r"\d|năm"))

_PARTS = re.compile(tolerant(r"\s*[,;:(]\s*(?:bao gồm|gồm|trong đó)(?![a-z])"))
_IN_PASSING, _PASSING_LETTERS = re.compile(tolerant(r"(?:[;,(] riêng (?:trong )?|so với (?:cùng kỳ )?)$")), 20
"""What leads to a part that is told in passing, and how many letters before it that begins."""
_IN_DETAIL = re.compile(tolerant(r";\s*(?:cụ thể|chi tiết|chia ra)(?![a-z])"))
"""What leads back to the parts of all that was told: "riêng quý II tăng 8,7%; cụ thể: ..."."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A mention, the words around it, where its sentence begins, and the last period told before it."""

    mention: Mention
    gap: Gap
    sentence: int
    said: PeriodCue | None


_SAME_DAY = re.compile(tolerant(r"\W*cùng ngày "))
"""How a clause begins that goes on with what is so from a day on."""
_SAID_TOO = re.compile(tolerant(rf"\W*\d[\d.,]*\s*% (?:số )?(?:doanh nghiệp |hộ |người )?(?:được hỏi )?(?:{THINK})(?![a-z])"))
"""How a clause begins that tells what others answered in a survey: "40% đánh giá quý III tốt hơn; 41% cho rằng giữ ổn định"."""
_PART_ALONE = re.compile(tolerant(r"\W*riêng (?!trong |tháng |quý |năm |ngày )"))
"""How a clause begins that tells one part of what the clause before told: "; riêng khai khoáng giảm 1,9%"."""
_TURNS = re.compile(tolerant(r"\W*(?:về|đối với|(?:trong )?công tác) [a-z]"))
"""Words with which a sentence begins that is about something else: "Về ...", "Đối với ...", "Công tác ..."."""
_WITH_YEAR = re.compile(tolerant(r"(?<![a-z])(?:so với|so|hơn|% ?) ?năm (?:trước|(20\d\d))(?![a-z\d])"))
"""What a whole year is compared with: "tăng so với năm trước", "bằng 110,6% năm 2026"."""


class PeriodWalk:
    """Walks the cues of a passage along with its mentions."""

    def __init__(self, prose: Prose, setting: Setting, inherited: Period | None, cues: Spans[PeriodCue]) -> None:
        self._prose, self._text, self._frame, self._cues = prose, prose.text, setting.frame, cues
        self._mentions, self._goals = Spans(prose.mentions), setting.goals
        self._behind_numbers = PeriodsBehind(prose, cues, setting)
        self._lasting, self._season = StandingPeriods(prose, setting.frame, cues), Season(prose.text, setting, cues)
        self._said = SaidBefore(prose, setting, cues, self._lasting)
        self._sum, self._beside = SumOverYear(prose, cues, setting.frame, self._lasting), SumAndPart(prose, cues, setting.frame)
        self._inherited = FoundPeriod(inherited, "inherited", "flow") if inherited is not None else None
        self._settled: FoundPeriod | None = None
        self._topic = self._lasting.cut_off()
        self._counted = FoundPeriod(setting.counted, "default", "until") if setting.counted is not None else None
        self._sticky: FoundPeriod | None = None
        self._current: FoundPeriod | None = None
        self._outside: FoundPeriod | None = None
        self._local: tuple[FoundPeriod | None, int] | None = None
        self._head: FoundPeriod | None = None
        self._this_year: FoundPeriod | None = None
        self._last: FoundPeriod | None = None
        self._sentence, self._bracket, self._aside, self._since = -1, 0, 0, 0
        self._own = self._alone = False
        self._areas: FoundPeriod | None = None
        self._day: FoundPeriod | None = None
        self._behind: FoundPeriod | None = None

    def at(self, mention: Mention, gap: Gap) -> FoundPeriod:
        """The period of the next mention; call once for each, in order."""
        told, frame = self._told(mention, gap), self._frame
        self._own = self._own or told.period == frame.own()
        if (
            frame.monthly
            and not self._goals
            and told.period == frame.so_far()
            and told.source in ("said", "carried")
            and not self._own
        ):
            self._topic = FoundPeriod(told.period, "sticky", told.kind)
        own = told.period == frame.own() and told.source != "inherited"
        if own and self._season.holds(mention, gap, self._prose.sentence_of(mention.start)[1]):
            told = replace(told, period=frame.so_far())
        told = self._crops_by_day(mention, told)
        self._note_day(mention, told)
        if not mention.bracket or self._last is None:
            self._head = self._head or told
            if told.period.end >= self._head.period.start:
                self._this_year = told
            self._last = told
        return told

    def _note_day(self, mention: Mention, told: FoundPeriod) -> None:
        """Keep in mind the day with which a sentence opens that counts up to it, until another time of the report is told."""
        if told.source != "said" or told.period.end > self._frame.report.end:
            return
        sentence = self._prose.sentence_of(mention.start)[0]
        first = self._cues.next(sentence, mention.start)
        opens = first is not None and first.kind == "until" and first.period == told.period and self._lasting.opens(first)
        day = opens and self._frame.monthly and told.period.kind == "point" and cuts_off(told.period, self._frame)
        self._day = FoundPeriod(told.period, "sticky", "until") if day else None

    def _crops_by_day(self, mention: Mention, told: FoundPeriod) -> FoundPeriod:
        """Areas that go on behind those counted on a day shortly before the end of a report were counted on that day, too."""
        if told.source in ("said", "carried"):
            counted = told.period.kind == "point" and told.kind == "until" and cuts_off(told.period, self._frame)
            if mention.unit == "ha" or not counted:
                self._areas = told if counted and mention.unit == "ha" else None
            return told
        return replace(self._areas, source="carried") if self._areas is not None and mention.unit == "ha" else told

    def settle(self, period: Period) -> None:
        """From here on, what is told no period is about this one: a figure measured against the year's plan was."""
        self._settled = FoundPeriod(period, "settled", "flow")
        self._sticky = self._current = None

    def _told(self, mention: Mention, gap: Gap) -> FoundPeriod:
        """The first way in which a period is told."""
        sentence = self._prose.sentence_of(mention.start)[0]
        if sentence != self._sentence:
            self._begin(sentence, gap.parts)
        if mention.bracket != self._bracket:
            self._cross(mention.bracket)
        self._behind = None
        here = _Place(
            mention, gap, sentence, self._said.last(mention, max(gap.start if not gap.fresh else sentence, self._aside), sentence)
        )
        told = self._of_exam(here) or self._in_brackets(here)
        if here.said is not None and here.said.kind == "until" and opening(self._text, here.said) == "end":
            told = told or self._of_event(here)
        told = told or self._said_before(here) or self._said_behind(here) or self._of_event(here)
        return told or self._carried(here) or self._understood(here)

    def _begin(self, sentence: int, parts: bool) -> None:
        """Begin a sentence: what opened one before stays in force, what was told in passing only for its parts."""
        turns = self._turns(sentence)
        own = self._last is not None and self._last.source in ("said", "carried")
        if self._sentence >= 0 and ((turns and (own or self._of_years_end())) or OCCASION.match(self._text, sentence)):
            self._inherited = self._day = None
        self._sentence, self._bracket, self._local = sentence, 0, None
        if self._told_month_again():
            self._settled = None
            self._since, self._sticky = sentence, None
        elif self._returned(sentence) or self._compares_years(sentence):
            self._since, self._sticky = sentence, None
        told = self._lasting.before(sentence, adding=parts or not self._own, since=self._since)
        self._sticky = told or self._sticky
        days = self._sticky is not None and self._sticky.period.kind == "span"
        counted = days and (turns or self._of_year_before())
        if counted or (self._sticky is not None and self._lasting.left(self._sticky, sentence)):
            self._since, self._sticky = sentence, None
        self._current = self._against_part(sentence)
        told = self._this_year if self._fell_back() else self._last
        goes_on = GOES_ON.match(self._text, sentence) is not None or tells_more_groups(self._prose, sentence)
        goes_on = goes_on or self._sum.goes_on(sentence, told)
        if told is not None and goes_on:
            self._current = FoundPeriod(told.period, "carried", told.kind)
        self._head = self._this_year = None

    def _fell_back(self) -> bool:
        """Whether a sentence ended with an earlier year than it is about: "tăng 8,4%, thấp hơn mức tăng 9% của năm 2024"."""
        return self._head is not None and self._last is not None and self._last.period.end < self._head.period.start

    def _of_year_before(self) -> bool:
        """Whether the sentence before ended with an earlier year, which ends the days that one before it opened with."""
        last = self._last
        return (
            last is not None
            and last.source == "said"
            and last.period.kind == "year"
            and last.period.end < self._frame.report.start
        )

    def _of_years_end(self) -> bool:
        """Whether a report of a part of the year inherits the whole of it, which a rate of the year's end is about."""
        inherited, report = self._inherited, self._frame.report
        return inherited is not None and inherited.period == Period.year(self._frame.year) != report

    def _turns(self, sentence: int) -> bool:
        """Whether a sentence says that it is about something else: "Về xóa nhà tạm, ..."."""
        return _TURNS.match(self._text, sentence) is not None

    def _returned(self, sentence: int) -> bool:
        """Whether a report has come back to its own period, behind a month or quarter of it that a sentence opened with."""
        frame = self._frame
        told = (cue for cue in reversed(self._cues.starting(self._since, sentence)) if cue.kind == "flow")
        last = next((cue for cue in told if cue.period.end >= frame.report.start and not self._is_aside(cue)), None)
        if frame.monthly or last is None or last.period != frame.report:
            return False
        opened = self._lasting.before(sentence, adding=True, since=self._since)
        return opened is not None and opened.period.kind in ("month", "quarter") and opened.period != frame.report

    def _compares_years(self, sentence: int) -> bool:
        """Whether a sentence of a report on a year compares with the year before, behind one on a part: "bằng 110% năm 2026"."""
        frame = self._frame
        if frame.report.kind != "year" or self._sticky is None or self._sticky.period.kind not in PARTS_OF_YEAR:
            return False
        compared = _WITH_YEAR.search(self._text, sentence, self._prose.sentence_of(sentence)[1])
        return compared is not None and (compared[1] is None or int(compared[1]) == frame.year - 1)

    def _is_aside(self, cue: PeriodCue) -> bool:
        """Whether a part of what was told is told in passing, or compared with: "; riêng Quý III là ...", "so với Quý II"."""
        return _IN_PASSING.search(self._text, max(0, cue.start - _PASSING_LETTERS), cue.start) is not None

    def _told_month_again(self) -> bool:
        """Whether the sentence before told of the month, behind a sum over the year so far that held until then."""
        frame, summed, last = self._frame, self._sticky or self._settled, self._last
        if not frame.monthly or summed is None or summed.period != frame.so_far() or last is None:
            return False
        return last.source in ("said", "carried") and last.period == frame.own()

    def _against_part(self, sentence: int) -> FoundPeriod | None:
        """The last month or quarter, if a sentence opens with what is compared with the one before: "So với tháng trước, ..."."""
        opening = next(iter(self._prose.cues.starting(sentence, sentence + AT_ONCE)), None)
        days = any(found is not None and found.period.kind == "span" for found in (self._sticky, self._inherited))
        if opening is None or opening.kind != "prev" or days:
            return None
        so_far = self._frame.so_far()
        part = last_part(self._text, opening, so_far)
        return FoundPeriod(part, "carried", "flow") if part != so_far else None

    def _cross(self, bracket: int) -> None:
        """Go into a bracket or leave it; what is told in it does not hold behind it, the year right before it does in it."""
        if not self._bracket:
            self._outside = self._current
            self._current = self._current or self._behind
        elif not bracket:
            self._current = self._outside
        self._bracket = bracket

    # The ways in which a period is told, in the order in which they are tried.

    def _of_exam(self, here: _Place) -> FoundPeriod | None:
        """A rate, and who sat an exam, is that of the year in which something was held; nothing else is."""
        said = here.said
        examined = here.mention.unit in EXAMINED or here.gap.ranks
        if said is None and examined and not any(cue.kind in MOVING for cue in here.gap.before):
            told = self._cues.within(here.sentence, here.mention.start + 1)
            said = next(iter(told), None) if here.gap.ranks else next(reversed(told), None)
        return FoundPeriod.by(said, "said") if said is not None and self._said.is_exam(said, here.sentence) else None

    def _in_brackets(self, here: _Place) -> FoundPeriod | None:
        """A period that stands alone in brackets behind a number is that number's: "11% đầu giai đoạn (cuối năm 2021)"."""
        aside = self._behind_numbers.in_brackets(here.mention)
        if aside is None:
            return None
        cue, alone = aside
        self._aside = cue.end
        return FoundPeriod.by(cue, "said") if alone else None

    def _said_before(self, here: _Place) -> FoundPeriod | None:
        """A period between the mention before and this one; it holds for those behind, too."""
        if here.said is None:
            return None
        self._leave_clause(here.said.start)
        said, clause = self._as_of_day(self._summed_up(here.said)), self._prose.clause_of(here.said.start)
        if bounds_clause(self._text, said) and self._prose.clause_of(here.mention.start) != clause:
            return None
        heads = self._text.startswith(":", said.end)  # "Năm 2027: than 560 tấn; xi măng 1.160 tấn"
        if not heads and self._said.holds_in_clause(said, clause, here.sentence, here.gap.fresh, self._current):
            self._local, self._alone = (self._current, clause), self._said.told_alone(said)
        exists = said.kind == "stock" and _THERE_IS.match(self._text, said.start) is not None
        self._current = FoundPeriod(said.period, "carried", "exists" if exists else said.kind)
        added = self._own and self._lasting.only_adds(said)
        opens = said.kind == "flow" and self._lasting.opens(said) and not self._said.of_all_seasons(said)
        if here.gap.fresh and here.gap.content and opens and not added:
            self._sticky = FoundPeriod.by(said, "sticky")
        return FoundPeriod.by(said, "said") if self._prose.clause_of(here.mention.start) == clause else self._current

    def _of_event(self, here: _Place) -> FoundPeriod | None:
        """What happened on days of the month is told in brackets; that holds for its sentence."""
        time = time_of_event(self._prose, here.sentence, max(here.sentence, here.gap.start), here.mention.start, self._frame)
        if time is not None:
            self._current = FoundPeriod(time, "carried", "flow")
        return self._current if time is not None else None

    def _summed_up(self, said: PeriodCue) -> PeriodCue:
        """What "lũy kế", or "lũy kế từ 15/12/2026", means behind a day or a span of days: up to the last day."""
        before = self._current or (self._last if self._last is not None and self._last.kind == "until" else None)
        spoken = before or self._inherited
        if said.period.kind == "span":
            return replace(said, period=self._up_to_last_day(said.period))
        bare = accumulates(self._text, said) and said.period == self._frame.so_far() and not self._frame.monthly
        month = spoken.period if bare and spoken is not None and spoken.period.kind == "month" else None
        if month is not None and month.start.year == said.period.end.year and month.end < said.period.end:
            return replace(said, period=self._frame.so_far(month.end.month))
        if spoken is None or not bare or spoken.period.kind not in ("span", "point"):
            return said
        if spoken.period.end > self._frame.report.end:
            return said  # what is only to come has not been summed up
        yearly = spoken.period.kind == "point" and _YEARLY_SUM.search(self._text, said.start, said.end)
        return said if yearly else replace(said, period=spoken.period.at_end(), kind="stock")

    def _up_to_last_day(self, since: Period) -> Period:
        """A span of which only the first day was told, up to the last day of that told before, else of the report."""
        told = (found.period for found in (self._current, self._last, self._inherited) if found is not None)
        before = next((period for period in told if period.kind == "span" and period.start > since.start), None)
        open_end = since.end == self._frame.report.end
        return Period.span(since.start, before.end) if before is not None and open_end and before.end <= since.end else since

    def _as_of_day(self, said: PeriodCue) -> PeriodCue:
        """What "hiện" means behind the day, or the last of the days, up to which its sentence counts: that day."""
        told, frame = self._current, self._frame
        now = said.kind == "stock" and opening(self._text, said) == "now" and said.period == frame.now()
        if told is None or not now:
            return said
        counted = told.source in ("said", "carried") and told.period.kind in ("span", "point") and cuts_off(told.period, frame)
        return replace(said, period=told.period.at_end()) if counted else said

    def _said_behind(self, here: _Place) -> FoundPeriod | None:
        """A period behind the number and what it counts."""
        mention, behind = here.mention, self._behind_numbers
        cue = behind.at_once(mention, here.gap)
        if cue is None:
            farther = behind.farther(mention)
            return FoundPeriod.by(farther, "said") if farther is not None else None
        if not behind.is_own(cue, mention, here.gap):
            return None
        counted = cue.kind == "until" and cue.period.kind == "point" and self._parts_follow(cue.end)
        if (cue.kind == "flow" or counted) and self._current is None:
            self._local = (None, self._prose.clause_of(mention.start))
            self._current = FoundPeriod.by(cue, "carried")
        self._behind = FoundPeriod.by(cue, "carried") if cue.kind == "year" else None
        return FoundPeriod.by(cue, "said")

    def _parts_follow(self, place: int) -> bool:
        """Whether the parts of what is counted up to a day follow it at once: "187 sản phẩm tính đến 30/9/2027, gồm ..."."""
        return _PARTS.match(self._text, place) is not None

    def _carried(self, here: _Place) -> FoundPeriod | None:
        """What was told before in the sentence, as far as it holds."""
        told = _IN_DETAIL.search(self._text, here.gap.start, here.mention.start) if self._alone else None
        if self._local is not None and here.gap.parts and told is None:
            self._local = None
        self._leave_clause(here.mention.start)
        return self._beside.part_of_sum(here.mention, self._current) or self._current

    def _leave_clause(self, place: int) -> None:
        """What holds only in its clause is over at a place outside of it."""
        clause = self._prose.clause_of(place)
        if self._local is None or clause == self._local[1]:
            return
        if self._bracket and self._text.find("(", self._local[1], clause) > 0:
            return  # a semicolon in the bracket ends nothing outside of it
        if _SAME_DAY.match(self._text, clause) or _SAID_TOO.match(self._text, clause):
            self._local = self._local[0], clause
        elif _PART_ALONE.match(self._text, clause) or self._heads_list(self._local[1], clause):
            self._local = None
        else:
            self._current, self._local = self._local[0], None

    def _heads_list(self, clause: int, following: int) -> bool:
        """Whether a clause ends its first number with a colon, so that the clauses behind it tell its parts."""
        number = next(
            (mention for mention in reversed(self._mentions.within(clause, following)) if self._is_headed(mention)), None
        )
        return number is not None and self._mentions.next(number.end, following) is not None

    def _is_headed(self, mention: Mention) -> bool:
        """Whether a colon stands right behind a number."""
        return self._text.startswith(":", mention.unit_end)

    def _understood(self, here: _Place) -> FoundPeriod:
        """The period where the sentence has not told one so far."""
        standing = self._sticky or self._settled
        told = self._beside.part_before_sum(here.mention, self._inherited, standing)
        if told is None and (told := self._beside.sum_before_part(here.mention)) is not None:
            self._current = replace(told, source="carried")
        told = told or standing or self._inherited
        topic = self._topic if not self._own else None
        return told or self._day or topic or self.unsaid()

    def unsaid(self) -> FoundPeriod:
        """What a figure is about of which nothing in the passage tells the time."""
        return self._counted or FoundPeriod(self._frame.unsaid(), "default", "flow")
