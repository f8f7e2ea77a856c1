"""The walk over the mentions of a passage: what each number speaks of, measures and is about."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from data.grammar.period import Period
from data.grammar.unit import of_another_kind, unit_of
from data.reader.meaning.amounts import Amounts, beside
from data.reader.meaning.bases import against_last_year, base_period, before_report, last_part
from data.reader.meaning.compared import Compared
from data.reader.meaning.figures import Figure
from data.reader.meaning.gaps import part_gaps
from data.reader.meaning.goals import with_goals
from data.reader.meaning.kinds import by_name, grows, is_index, is_rate
from data.reader.meaning.levels import BothLevels
from data.reader.meaning.measures import sense_of
from data.reader.meaning.ownwords import OwnWords
from data.reader.meaning.periods import PeriodWalk, Told
from data.reader.meaning.respective import in_turn
from data.reader.meaning.said import Said
from data.reader.meaning.sense import BASE_LEVEL, CHANGE_ASIDE, INDEX_OF_BASE, LEVEL_BEFORE, MISSED, SHARE_OF_PLAN, Sense
from data.reader.meaning.subject import Recent, Subject, noun_alone, spoken_alike
from data.reader.meaning.surroundings import Anchor, Lead, Naming

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.catalogue import Indicator
    from data.grammar.period_text import PeriodCue
    from data.reader.meaning.gaps import Gap
    from data.reader.meaning.prose import Mention, Prose, Span
    from data.reader.meaning.setting import Setting
    from data.reader.meaning.spans import Spans
    from data.reader.naming.evidence import Match
    from data.reader.naming.matching import Matcher

_JOINED = re.compile(r"\s*\)?\s*[,;]\s*|\s*\)?\s*va\s*|\s-\s")
_HAPPENS = re.compile(r"\W*(?:d.\s+)?x.y\s*ra\W*")
"""Words that count what was spoken of: "cộng dồn 10 tháng xảy ra 182 vụ"."""
_OF_CAPITAL = re.compile(r"\s*v[a-z&]\s+(?:t[a-z\d]ng\s+)?(?:s[o06bd]\s+)?v[a-z\d&]n(?![a-z])")
"""What a change is said to be of behind it: "giảm 12% về số doanh nghiệp và tăng 31% về vốn đăng ký"."""
_RECENT = 8
_RANKED = frozenset({"tỉnh", "tỉnh, thành phố", "thành phố", "địa phương"})
"""What a rank is among: "xếp thứ 4/14 tỉnh trong vùng và 26/63 tỉnh"."""
_UNNAMED = 0.2
_LEVELS = frozenset({"value", "target", "plan_value", "rank", "total"})
_YEARLY = re.compile(r"b.nh\s*qu.{1,2}n\s*(?:h.{1,3}ng|m.i)\s*n.{1,2}m")
_ON_AVERAGE = re.compile(r"(?:t.{1,2}ng|gi.m)(?:\s*tr.{1,2}ng)?\s*b.nh\s*qu.{1,2}n\s*$")


class Walk:
    """The walk over one passage; `run` gives its figures."""

    def __init__(
        self,
        prose: Prose,
        cues: Spans[PeriodCue],
        setting: Setting,
        matcher: Matcher,
        damaged: bool,
        anchor: Anchor | None = None,
    ) -> None:
        self.prose, self.setting, self.catalogue, self.anchor = prose, setting, matcher.catalogue, anchor
        self.figures: list[Figure] = []
        self._cues = cues
        self._compared = Compared(prose, cues, setting, anchor)
        self._gaps = part_gaps(prose, cues, damaged)
        self._periods = PeriodWalk(prose, setting, anchor.period if anchor else None, cues)
        self._words, self._damaged = OwnWords(prose, cues, damaged), damaged
        self._naming = Naming(prose, self._gaps, setting, matcher, damaged, anchor)
        self._spans = setting.frame.report.kind == "years"
        self._subject = Subject(0, 0)
        self._lead: Subject | None = None
        self._outer: dict[int, Subject] = {}
        self._before: Subject | None = None
        self._main: Subject | None = None
        self._told: list[Subject] = []
        self._first_of_sentence: Subject | None = None
        self._recent = Recent()
        self._in_turn = in_turn(prose)
        self._change: Sense | None = None
        self._sense: Sense | None = None
        self._levels = BothLevels(prose.mentions)
        self._ranked = False
        self._levelled = False
        self._amounts = Amounts()

    def run(self) -> list[Figure]:
        """Read all mentions of the passage."""
        for index, (mention, gap) in enumerate(zip(self.prose.mentions, self._gaps, strict=True)):
            self._step(index, mention, gap)
        return self.figures

    def _step(self, index: int, mention: Mention, gap: Gap) -> None:
        self._turn(index, mention, gap)
        told = self._periods.at(mention, gap)
        subject = self._subject
        if not subject.figures:
            subject.match = self._named(index, gap)
        self._look(index, mention, gap, told)
        going_on = index in self._in_turn and self._in_turn[index].place > 0
        if (levels := self._levels.sense(index, self._change, self.figures)) is not None:
            self._sense = levels
        elif (mention.role != "high" and not going_on) or self._sense is None:
            self._sense = sense_of(Said(self.prose.text, mention, gap, subject.state))
        sense = self._sense
        self._compared.note(sense)
        if mention.role == "part":
            self._ranked = sense.measure == "rank"
        self._add(index, gap, sense, told)
        self._remember(mention, sense, told)

    def _look(self, index: int, mention: Mention, gap: Gap, told: Told) -> None:
        """Tell the subject's state what can be seen from this mention."""
        state = self._subject.state
        state.listed = self._listed(index, mention, gap)
        state.base, state.upcoming = self._compared.base, self._compared.upcoming(mention)
        state.index = self._compared.index
        place = not mention.unit or mention.unit in _RANKED
        state.ranked = place and (self._ranked or (not mention.unit and is_index(self._indicator(self._subject.match))))
        state.spans = self._spans
        yearly = _ON_AVERAGE.search(self.prose.text, gap.start, gap.end) if self._spans and mention.unit == "%" else None
        yearly = yearly or _YEARLY.search(self.prose.text, gap.start, gap.end)
        state.yearly = mention.unit.endswith("/năm") or yearly is not None
        sentence = self.prose.raw_span(self.prose.sentence_of(mention.start)[0], mention.end)[0]
        recent = (figure for figure in self.figures[-_RECENT:] if figure.source_start >= sentence)
        planned = any(figure.measure == "plan_pct" for figure in recent)
        printed = self.prose.text[mention.start : mention.end]
        state.of_earlier = not planned and self._amounts.share_of_earlier(mention, printed)
        state.beside = beside(mention, state)
        state.rate = state.level == "%" if state.level is not None else is_rate(self._indicator(self._subject.match))
        state.grows = grows(self._indicator(self._subject.match))
        state.default = self._compared.by_kind(mention, told)

    def _turn(self, index: int, mention: Mention, gap: Gap) -> None:
        """Decide whether the mention goes on with the subject or brings a new one."""
        self._forget(gap)
        if mention.role in ("of", "high"):
            return
        last = self.prose.mentions[index - 1] if index else None
        if last is not None and last.bracket and not mention.bracket and last.bracket in self._outer and not gap.content:
            self._subject = self._outer.pop(last.bracket)
            nouns = mention.counted or mention.role == "part"
            if nouns and not gap.before and (gap.separator == ";" or self._counts_another(index, mention, gap, moves=False)):
                self._begin(mention, gap)
            return
        if gap.opens and mention.bracket:
            self._outer[mention.bracket] = self._subject
        if self._subject.figures and (gap.parts or (gap.opens and gap.content)):
            self._lead = self._subject
        capital = mention.unit == "%" and not gap.content and _OF_CAPITAL.match(self.prose.text, mention.unit_end) is not None
        moves = gap.moves or (capital and self._change is not None)
        if (moves or index in self._in_turn) and (earlier := self._earlier(index, mention, gap)) is not None:
            self._recent.add(self._subject)
            self._subject = earlier
        elif (
            gap.content
            or index in self._in_turn
            or (gap.fresh and not moves)
            or not self._subject.figures
            or self._counts_another(index, mention, gap, moves)
        ):
            self._begin(mention, gap)

    def _forget(self, gap: Gap) -> None:
        """Drop what does not hold beyond a semicolon or a sentence."""
        self._compared.forget(gap)
        if gap.fresh and not gap.parts:
            self._lead = None
        self._levelled = self._levelled and not gap.fresh

    def _begin(self, mention: Mention, gap: Gap) -> None:
        """Begin a new subject; one without words of its own reaches back into the clause."""
        before = self._subject
        start = gap.subject if gap.content or gap.fresh else max(before.start, self.prose.clause_of(mention.start))
        self._before = before if before.figures else None
        self._recent.add(before)
        self._subject = Subject(start, mention.start, part=self._lead is not None)
        if gap.fresh or self._main is None:
            self._main = self._first_of_sentence
            self._first_of_sentence = self._subject

    def _name(self, index: int, start: int, same_kind: bool = False, names: Sequence[Span] = ()) -> Match | None:
        lead = Lead(self._lead.start, self._lead.end, self._lead.match) if self._lead else None
        return self._naming.name(index, start, lead, self.figures[-1] if self.figures else None, same_kind, names)

    def _listed(self, index: int, mention: Mention, gap: Gap) -> Sense | None:
        """The change that a list goes on with: "giảm 5 sở, 1 chi cục"."""
        last = self.prose.mentions[index - 1] if index else None
        if last is None or gap.content or gap.fresh or gap.before:
            return None
        joined = _JOINED.fullmatch(self.prose.text, gap.start, mention.start) is not None
        if self._sense is not None and self._sense.rule == BASE_LEVEL and last.bracket == mention.bracket != 0 and joined:
            return self._sense
        if self._change is None or (gap.separator == ";" and not mention.bracket and self._changes_next(index)):
            return None
        if joined and mention.unit == last.unit == "%" and _OF_CAPITAL.match(self.prose.text, mention.unit_end):
            return self._change
        if not mention.counted or (last.unit and not last.counted and not last.bracket):
            return None
        behind = bool(last.bracket) and last.unit == "%" and not self._levelled
        joined = joined and (behind or last.bracket == mention.bracket)
        return self._change if joined and self._change.measure.endswith("_abs") else None

    def _changes_next(self, index: int) -> bool:
        """Whether the number behind a mention tells its change, so that it is no change itself: "45 người, giảm 4 người"."""
        if index + 1 == len(self._gaps):
            return False
        following = self._gaps[index + 1]
        return not following.content and following.separator == "," and following.moves

    def _earlier(self, index: int, mention: Mention, gap: Gap) -> Subject | None:
        """The subject told before whose change a mention tells: by its place in a list, by its noun."""
        sentence = self.prose.sentence_of(mention.start)[0]
        self._recent.add(self._subject)
        if (listed := self._in_turn.get(index)) is not None:
            if not listed.place:
                self._told = [] if gap.content else self._recent.last(listed.count, sentence)
            return self._told[listed.place] if self._told else None
        if mention.unit == "%" and _OF_CAPITAL.match(self.prose.text, mention.unit_end):
            return self._recent.in_money(sentence)
        counted = mention.unit == "%" or mention.counted
        if counted and (noun := noun_alone(self.prose.text, gap.subject, gap.tail, self._damaged)):
            before = self.prose.sentence_of(max(0, sentence - 1))[0]
            return self._recent.counted_in(noun, sentence) or self._recent.counted_in(noun, before)
        return self._same_unit(index, mention, gap) if mention.counted else None

    def _same_unit(self, index: int, mention: Mention, gap: Gap) -> Subject | None:
        """The subject whose level was counted in the same noun as a change: "248 vụ, 55 người; giảm 5 vụ, giảm 2 người"."""
        if self._subject.state.level == mention.unit and self._subject.state.change is None and gap.separator == ",":
            return None
        alike = self._recent.at_level(mention.unit, self.prose.sentence_of(mention.start)[0])
        if not alike or (gap.content and not gap.opens and not gap.parts):
            return None
        added = gap.opens and not gap.content and alike[-1].end > self.prose.clause_of(mention.start)
        if alike[-1].match and self._subject not in alike and (len(alike) == 1 or added):
            return alike[-1]
        named = self._name(index, gap.start)
        if named is None:
            return spoken_alike(alike, self.prose.text, mention.unit_end, gap.tail)
        return next((known for known in alike if known.match and known.match.indicator == named.indicator), None)

    def _counts_another(self, index: int, mention: Mention, gap: Gap, moves: bool) -> bool:
        """A level behind a semicolon, or of another noun than the one before, is a subject of its own: "35 vụ, 60 bị can"."""
        if gap.ranks:
            return False
        level = self._subject.state.level
        tail = self.prose.text[mention.unit_end : min([gap.tail, *(cue.start for cue in gap.behind)])].strip()
        if mention.unit.startswith("%"):
            verbless = not any(cue.kind != "parts" for cue in gap.before)
            return mention.unit == "%" and not mention.bracket and verbless and not gap.behind and bool(tail)
        if level is None and mention.counted and not moves and not mention.sign:
            return self._subject.state.moved and (bool(tail) or mention.unit != self.prose.mentions[index - 1].unit)
        if moves or mention.sign or level is None or (self._subject.state.change is not None and mention.bracket):
            return False
        if not mention.counted:
            return gap.separator == ";" or (not mention.bracket and of_another_kind(mention.unit, level))
        return gap.separator == ";" or unit_of(mention.unit).base != unit_of(level).base or bool(tail)

    def _named(self, index: int, gap: Gap) -> Match | None:
        """The name of a new subject; what brings no words of its own is named like what it goes on with."""
        mention = self.prose.mentions[index]
        alike = self._summed(mention, gap)
        if alike is not None and not gap.content:
            return alike.match
        if (listed := self._in_turn.get(index)) is not None and listed.names:
            return self._name(index, listed.names[0][0], names=listed.names)
        match = self._name(index, self._subject.start)
        if not gap.content and self._subject.start < gap.start and (own := self._name(index, gap.start)) is not None:
            behind = self._naming.speaks_behind(index)
            match = own if match is None or self._naming.says_more(own, match, mention, behind) else match
        if match is None and gap.content and not gap.fresh and (reached := self._reach_back(index, gap)) is not None:
            match = reached
        if match is None and alike is not None:
            return alike.match
        if match is None and gap.ranks and self._before is not None and not gap.fresh:
            return self._before.match
        if match is None and gap.content and gap.fresh and (resumed := self._naming.resumes(index)) is not None:
            return self._name(index, resumed[0][0], same_kind=True, names=resumed)
        if match is not None or gap.content:
            return match
        if gap.fresh and (said := self.prose.silent_before(mention.start)) is not None:
            match = self._name(index, said[0], names=(said,))
        if match is None and gap.fresh and self._main is not None:
            match = self._main.match
        if match is not None:
            return match
        if self._before is None and not self.figures and self.anchor is not None:
            return self._naming.of_anchor(self.prose.mentions[index])
        return self._before.match if self._before is not None and not gap.fresh else None

    def _summed(self, mention: Mention, gap: Gap) -> Subject | None:
        """What a sum goes on with: what was counted in its noun in the sentence, or not long before it."""
        led_in = next(reversed(self._cues.within(gap.start, mention.start)), None)
        if mention.unit in ("", "%") or not gap.alone or led_in is None or led_in.kind != "flow":
            return None
        if gap.content and _HAPPENS.fullmatch(self.prose.text, led_in.end, mention.start) is None:
            return None
        sentence = self.prose.sentence_of(mention.start)[0]
        return self._recent.counted_in(mention.unit, 0 if gap.fresh else sentence)

    def _reach_back(self, index: int, gap: Gap) -> Match | None:
        """The name that the words of a number have together with those before them in the clause: "51 vùng trồng, diện tích"."""
        start = self.prose.clause_of(self.prose.mentions[index].start)
        return self._name(index, start, same_kind=True) if start < gap.subject and gap.separator != "." else None

    def _indicator(self, match: Match | None) -> Indicator | None:
        return self.catalogue.by_id[match.indicator] if match else None

    def _add(self, index: int, gap: Gap, sense: Sense, told: Told) -> None:
        subject, passage, mention = self._subject, self.prose.passage, self.prose.mentions[index]
        start, end = self.prose.raw_span(mention.start, mention.end)
        measure, period = self._measured(mention, gap, sense, told)
        base = base_period(sense.base, period) if "_" in measure and not measure.startswith("plan") else None
        subject.figures.append(len(self.figures))
        if sense.rule == SHARE_OF_PLAN:
            period = self._against_plan(period)
        match, words = subject.match, self._own_words(mention, gap)
        self.figures.append(Figure(
            source_start=start, source_end=end, printed="", value=-mention.value if sense.negative else mention.value,
            unit=self._unit(mention, match), measure=measure, period=period.id, base_period=base.id if base else None,
            indicator=match.indicator if match else None, item=match.item if match else None,
            sector=self._sector(index, match), section=passage.section,
            footnote=passage.footnote if passage.kind == "footnote" else None, passage=passage.id,
            bound=mention.bound, status="T" if measure == "target" else "E" if self._estimated(gap) else "A",
            subject=self._words.text(words), words=self._words.raw(words), repair=mention.repair, rule=sense.rule,
            confidence=match.confidence if match else _UNNAMED,
        ))  # fmt: skip

    def _measured(self, mention: Mention, gap: Gap, sense: Sense, told: Told) -> tuple[str, Period]:
        """The measure and period of a mention, out of what it says, what it goes on with and what it is named."""
        measure, period = with_goals(self.prose, self.setting, mention, gap, sense, told)
        subject, frame, base, text = self._subject, self.setting.frame, sense.base, self.prose.text
        if mention.role == "of" and self.figures and sense.rule != BASE_LEVEL:
            return measure, Period.parse(self.figures[-1].period)
        if measure not in _LEVELS and subject.told is not None and told.source != "said":
            period = subject.told.period
        if sense.rule == BASE_LEVEL:
            return measure, base_period(base, period) or period
        if base is not None and base.kind == "prev" and frame.monthly and period == frame.so_far():
            period = frame.own()
        spoken = (told.source == "said" and period.kind != "point") or period.kind == "span"
        if base is not None and base.kind == "prev" and not spoken and period.kind not in ("month", "quarter"):
            self._date_anew(told.period, period := last_part(text, base, period))
            subject.told = Told(period, told.source, told.kind)
        if told.source != "said" and is_index(self._indicator(subject.match)) and not gap.fresh:
            period = self._year_of_indices() or period
        if sense.rule == LEVEL_BEFORE and told.source != "said" and (self._spans or mention.unit == "%"):
            period = before_report(frame.report) or period
        if subject.state.yearly and self._spans and told.source != "said":
            period = frame.report
        indicator = self._indicator(subject.match)
        adds_up = indicator is not None and indicator.agg == "flow"
        if base is not None and against_last_year(text, base, period, adds_up or self._compared.carried(base, mention)):
            measure = "yoy_index" if sense.rule == INDEX_OF_BASE else measure.replace("base_", "yoy_")
            measure = "growth_pct" if measure == "yoy_pct" and subject.state.level is None else measure
        levelled = subject.state.level is not None
        return by_name(indicator, mention, measure, period, told.source == "said", levelled)

    def _date_anew(self, before: Period, period: Period) -> None:
        """What was told no period of the subject is about the part of the year that is compared with the one before."""
        told = self._subject.told
        if told is not None and told.source == "default" and told.period == before:
            for place in self._subject.figures:
                self.figures[place] = replace(self.figures[place], period=period.id)

    def _year_of_indices(self) -> Period | None:
        """The year of the index of provinces before: they come out together, and one year is said for all."""
        last = self.figures[-1] if self.figures else None
        indicator = self.catalogue.by_id.get(last.indicator or "") if last is not None else None
        if last is None or not is_index(indicator):
            return None
        period = Period.parse(last.period)
        return period if period.kind == "year" and period.end.year < self.setting.frame.year else None

    def _estimated(self, gap: Gap) -> bool:
        """Whether "ước" stands before the number."""
        text = self.prose.text
        return any(cue.kind == "estimate" or (cue.kind == "reach" and text[cue.start] in "uw") for cue in gap.before)

    def _against_plan(self, period: Period) -> Period:
        """What is measured against the year's plan is the year so far; the whole of a pair before it is the plan."""
        frame, subject = self.setting.frame, self._subject
        if frame.monthly and period in (frame.own(), frame.so_far()) and not subject.said:
            period = self._settle(subject)
        if subject.state.paired and self.figures and self.figures[-1].measure == "total":
            plan = replace(self.figures[-1], measure="plan_value", period=Period.year(period.end.year).id)
            self.figures[-1] = plan
        return period

    def _settle(self, subject: Subject) -> Period:
        """Make the subject, and what is told no period from here on, one of the year so far."""
        whole = self.setting.frame.so_far()
        for place in subject.figures[:-1]:
            self.figures[place] = replace(self.figures[place], period=whole.id)
        subject.told = Told(whole, "settled", "flow")
        self._periods.settle(whole)
        return whole

    def _unit(self, mention: Mention, match: Match | None) -> str:
        if mention.unit or match is None:
            return mention.unit
        indicator = self.catalogue.by_id[match.indicator]
        item = self.catalogue.item(match.indicator, match.item) if match.item else None
        unit = (item.unit if item else "") or indicator.unit
        known = unit_of(unit)
        return unit if known.counted and known.mult == 1 else ""

    def _sector(self, index: int, match: Match | None) -> str:
        if match is not None:
            return self.catalogue.sector_of(match.indicator)
        before = self.figures[-1].sector if self.figures else self.anchor.sector if self.anchor else None
        return self._naming.sector(index, before)

    def _own_words(self, mention: Mention, gap: Gap) -> tuple[Span, ...]:
        """The words of the number itself, or those of what it goes on with."""
        own = self._words.of(mention, gap)
        if not self._subject.words:
            going_on = self._before if not gap.fresh else self._main
            self._subject.words = own or (going_on.words if going_on is not None else ())
        return own or self._subject.words

    def _remember(self, mention: Mention, sense: Sense, told: Told) -> None:
        state = self._subject.state
        moved = sense.measure.endswith(("_abs", "growth_pct", "yoy_pct", "prev_pct", "base_pct"))
        if sense.measure in ("value", "yoy_index") and not moved and mention.role != "of":
            if sense.measure == "value":
                state.level, state.amount = mention.unit, mention.value
            self._amounts.add(mention)
            self._levelled = True
            self._subject.told = told
        if mention.role == "of" and sense.rule != BASE_LEVEL:
            state.paired = True
        state.moved = moved
        state.shared = sense.measure == "share_pct"
        state.missed = sense.rule == MISSED
        state.planned = mention.value if sense.measure == "plan_pct" else None
        if moved and mention.unit == "%":
            state.percent = -mention.value if sense.negative else mention.value
        if sense.rule != CHANGE_ASIDE:
            self._change = sense if moved else None
        state.change = sense if moved else None
        if self._subject.told is None or told.source == "said":
            self._subject.told = told
        self._subject.said = self._subject.said or told.source == "said"
