"""The walk over the mentions of a passage, which finds subject, measure and period of each."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant
from data.grammar.unit import unit_of
from data.reader.matching.units import A_YEAR
from data.reader.meaning.dating import Dating
from data.reader.meaning.figures import Figure
from data.reader.meaning.measures.amounts import Amounts, beside
from data.reader.meaning.measures.change_lists import list_gone_on_with
from data.reader.meaning.measures.levels import BothLevels
from data.reader.meaning.measures.measure_rules import sense_of
from data.reader.meaning.measures.number_in_context import NumberInContext
from data.reader.meaning.measures.plans import told_plan
from data.reader.meaning.numbers.parts_by_place import told_by
from data.reader.meaning.numbers.respective_lists import in_turn
from data.reader.meaning.periods.bases import base_of
from data.reader.meaning.periods.comparisons import Comparisons
from data.reader.meaning.periods.last_year import then_told
from data.reader.meaning.periods.period_walk import PeriodWalk
from data.reader.meaning.periods.times_in_turn import TimesInTurn
from data.reader.meaning.sense import (
    ALLOTTED,
    BASE_LEVEL,
    CHANGE_ASIDE,
    CHANGES,
    LEVEL_BEFORE,
    MISSED,
    OF_PEERS,
    PLAN_LISTED,
    PLAN_OF_PAIR,
    SHARE_OF_EARLIER,
    Sense,
    seen_from,
    valued,
)
from data.reader.meaning.step import places
from data.reader.meaning.subjects.discourse import Discourse
from data.reader.meaning.subjects.indicator_kinds import is_index, is_price, is_rate, is_sum_of_money
from data.reader.meaning.subjects.name_finder import NameFinder
from data.reader.meaning.subjects.names import Names
from data.reader.meaning.subjects.ranks import ranked
from data.reader.meaning.subjects.subject_words import SubjectWords
from data.reader.meaning.subjects.topic_shifts import TopicShifts
from data.reader.meaning.subjects.wholes import named_like_another, whole_told_first
from data.reader.meaning.text.gaps import MOVING, part_gaps

if TYPE_CHECKING:
    from data.catalogue import Indicator
    from data.grammar.comparator import Cue
    from data.grammar.period import Period
    from data.grammar.period_text import PeriodCue
    from data.reader.matching.evidence import Match
    from data.reader.matching.matcher import Matcher
    from data.reader.meaning.anchor import Anchor
    from data.reader.meaning.periods.found_period import FoundPeriod
    from data.reader.meaning.setting import Setting
    from data.reader.meaning.step import Step
    from data.reader.meaning.text.gaps import Gap
    from data.reader.meaning.text.prose import Mention, Prose, Span
    from data.reader.meaning.text.spans import Spans

_RECENT = 8
"""Figures back to which a plan is looked for in a sentence."""
_RANKED = frozenset({"", "tỉnh", "tỉnh, thành phố", "thành phố", "địa phương"})
"""What a rank is among: "xếp thứ 4/14 tỉnh trong vùng và 26/63 tỉnh"."""
_LEVELS = ("value", "target", "plan_value")
"""What is told of every one of several years where it is an average: "bình quân mỗi năm 16.500 người"."""
_CURRENCY = "đồng"
"""The base unit of money that is meant where only its scale is printed: "đạt 2.950 tỷ"."""
_UNNAMED = 0.2
"""The confidence in a figure that the catalogue has no name for."""
_YEARLY = re.compile(tolerant(r"(?:bình\s*quân|trung\s*bình)\s*(?:giai đoạn 20\d\d\s*-\s*20\d\d,? )?(?:hằng|hàng|mỗi)\s*năm"))
_AS_RATE, _RATE_LETTERS = re.compile(tolerant(r"(?<![a-z])tỷ lệ(?: là)?\s*$")), 12
"""What says of a share that it is the rate of what was counted before: "812 hộ nghèo, tỷ lệ 5,9%"."""
_ON_AVERAGE = re.compile(tolerant(r"(?:tăng|giảm)(?:\s*trưởng)?\s*bình\s*quân\s*$"))


class PassageWalk:
    """The walk over one passage; `run` gives its figures."""

    def __init__(
        self, prose: Prose, cues: Spans[PeriodCue], setting: Setting, matcher: Matcher, anchor: Anchor | None = None
    ) -> None:
        self._prose, self._catalogue, self._anchor = prose, matcher.catalogue, anchor
        self._spans = setting.frame.report.kind == "years"
        self._over = None if setting.goals else setting.frame.report.end
        self._gaps = part_gaps(prose, cues)
        self._discourse = Discourse()
        self._in_turn, self._times = in_turn(prose), TimesInTurn(prose, cues, setting.frame)
        self._naming = NameFinder(prose, self._gaps, setting, matcher, anchor)
        self._names = Names(prose, cues, self._naming, self._discourse, self._in_turn)
        self._periods = PeriodWalk(prose, setting, anchor.period if anchor else None, cues)
        self._compared = Comparisons(prose, cues, setting, anchor)
        self._turns = TopicShifts(prose, self._discourse, self._names, self._compared, self._in_turn)
        self._dating = Dating(prose, setting, self._catalogue, self._discourse, self._compared, self._periods, anchor)
        self._levels = BothLevels(prose.mentions, self._gaps)
        self._words = SubjectWords(prose, cues)
        self._amounts = Amounts(anchor.told if anchor else ())
        self._sense: Sense | None = None
        self._of_list: Sense | None = None
        self._allotting = False
        self._first: FoundPeriod | None = None
        self._ranked = False
        self._levelled = False

    def run(self) -> list[Figure]:
        """Read all mentions of the passage."""
        for here in places(self._prose.mentions, self._gaps):
            self._step(here)
        return self._discourse.figures

    def _step(self, here: Step) -> None:
        self._compared.forget(here.gap)
        self._levelled = self._levelled and not here.gap.fresh
        self._turns.take(here)
        told = self._told(here)
        subject = self._discourse.subject
        if not subject.figures:
            subject.match = self._names.of_subject(here)
            subject.of = self._names.part_at_anchor(here)
        self._look(here, told)
        sense = self._sense = seen_from(self._measured(here), told.period)
        # Only the share stands between funds given in a list: "vốn A 900 tỷ đồng, đạt 31%; vốn B 700 tỷ đồng".
        share = not here.gap.fresh and here.mention.unit.startswith("%")
        self._allotting = sense.rule == ALLOTTED or (self._allotting and share)
        self._of_list = sense if here.index in self._in_turn else self._of_list
        self._compared.note(sense, here.mention, self._discourse.subject.part)
        self._back_to_level(here, sense)
        if here.mention.role == "part":
            self._ranked = sense.measure == "rank"
        self._add(here, sense, told)
        self._remember(here.mention, sense, told)

    def _back_to_level(self, here: Step, sense: Sense) -> None:
        """A share that is, by its size, of the count before the last goes back to it: "làm rõ 37 vụ, 68 đối tượng, đạt 90%"."""
        before = self._discourse.before
        if (
            sense.rule == SHARE_OF_EARLIER
            and self._amounts.back > 1
            and not here.gap.content
            and before is not None
            and before.match
        ):
            self._discourse.go_back(before)

    def _told(self, here: Step) -> FoundPeriod:
        """The period of a mention; all of a list that is told one by one are about that of its first."""
        told, listed = self._periods.at(here.mention, here.gap), self._in_turn.get(here.index)
        if listed is not None and (time := self._times.of(listed, here.mention.start)) is not None:
            return time
        if listed is not None and listed.place and told.source != "said" and self._first is not None:
            return self._first
        self._first = told
        self._times.note(told, here.mention.start)
        return told

    def _look(self, here: Step, told: FoundPeriod) -> None:
        """Tell the subject's state what can be seen from this mention."""
        mention, subject = here.mention, self._discourse.subject
        state, indicator = subject.state, self._indicator(subject.match or (subject.of.match if subject.of is not None else None))
        state.listed = list_gone_on_with(self._prose, here, self._discourse.change, self._sense, self._levelled)
        state.base, state.upcoming = self._compared.base, self._compared.upcoming(mention)
        state.last_unit = self._discourse.last.unit if self._discourse.last is not None else ""
        state.is_part = subject.part and self._discourse.whole is not None and self._discourse.whole.in_money
        state.aside_of, state.before_aside = self._compared.aside_of(mention), self._compared.before_aside(mention)
        state.by_place = self._compared.by_place(here, self._prose.mentions, here.index in self._in_turn)
        state.noted = self._sense is None and self._anchor is not None and self._anchor.allotted
        above = self._anchor if self._anchor is not None and self._anchor.planned else None
        of_above = above is not None and indicator is not None and above.indicator == indicator.id
        shared = self._discourse.last is not None and self._discourse.last.measure == "share_pct"
        state.of_noted_plan = of_above and not shared
        told_above = self._naming.told_at_anchor(mention) if self._sense is None and mention.counted else None
        state.counted_above = told_above is not None
        listed = self._allotting and here.gap.separator == ";" and not here.gap.fresh
        state.allotted = state.noted or listed or (self._sense is not None and self._sense.rule == ALLOTTED)
        yearly = indicator is not None and (indicator.agg == "flow" or is_index(indicator))
        summed = subject.told if yearly else None
        priced = is_price(indicator) if indicator is not None else state.level is None
        state.index, state.default = self._compared.index, self._compared.by_kind(mention, told, summed, priced)
        if state.came_from and indicator is not None and indicator.agg == "stock":
            state.default = "base"
        state.headed = self._compared.heads_list
        state.ranked = mention.unit in _RANKED and (self._ranked or (not mention.unit and is_index(indicator)))
        state.spans, state.yearly = self._spans, self._is_yearly(here)
        printed = self._prose.text[mention.start : mention.end]
        planned, aside = self._is_planned(mention), here.gap.opens and bool(mention.bracket)
        state.of_earlier = self._amounts.share_of_earlier(mention, printed, planned) if aside or not planned else ""
        state.beside = beside(mention, state)
        state.rate = state.level == "%" if state.level is not None else is_rate(indicator)
        state.grows, state.in_money = indicator is not None and indicator.grows, is_sum_of_money(indicator)

    def _is_yearly(self, here: Step) -> bool:
        """Whether a change is the average of several years."""
        text, gap = self._prose.text, here.gap
        if here.mention.unit.endswith("/năm") or _YEARLY.search(text, gap.start, gap.end):
            return True
        whole = self._discourse.whole if self._discourse.subject.part and gap.moves else None
        if (
            whole is not None
            and here.mention.unit == "%"
            and (whole.state.yearly or _YEARLY.search(text, whole.start, whole.end))
        ):
            return True
        return self._spans and here.mention.unit == "%" and _ON_AVERAGE.search(text, gap.start, gap.end) is not None

    def _is_planned(self, mention: Mention) -> bool:
        """Whether the sentence has told the share of a plan not long before."""
        sentence = self._prose.raw_span(self._prose.sentence_of(mention.start)[0], mention.end)[0]
        recent = self._discourse.figures[-_RECENT:]
        return any(figure.measure == "plan_pct" and figure.source_start >= sentence for figure in recent)

    def _measured(self, here: Step) -> Sense:
        """What a mention measures; the second end of a range, or the next of a list, measures what the one before did."""
        levels = self._levels.sense(here.index, self._discourse.change, self._discourse.figures)
        if levels is not None:
            return levels
        listed = self._in_turn.get(here.index)
        if listed is not None and listed.then and not (listed.place or here.gap.moves):
            then = next((cue for cue in here.gap.before if cue.kind == "yoy"), None)
            aim = next((cue for cue in here.gap.before if cue.kind == "plan" and cue.bare), None)
            if aim is not None:  # "Chỉ tiêu năm 2028 tương ứng là 97% và 70%"
                return told_plan(self._in_context(here), aim)
            return Sense("value", rule=BASE_LEVEL if then is not None else "level", base=then)
        if listed is None and (then := then_told(self._prose, here) or self._still_then(here)) is not None:
            if here.gap.moves:  # "(cùng kỳ bằng 41% kế hoạch và tăng 5%)"
                return replace(sense_of(self._in_context(here)), rule=BASE_LEVEL, base=then)
            planned = here.mention.unit == "%" and self._discourse.subject.state.planned is not None
            return Sense("plan_pct" if planned else "value", rule=BASE_LEVEL, base=then)
        if listed is not None and listed.place > 0 and self._of_list is not None:
            turned = next((cue.kind for cue in reversed(here.gap.before) if cue.kind in ("up", "down")), None)
            return replace(self._of_list, negative=turned == "down") if turned else self._of_list  # "tăng 8% và giảm 5%"
        if self._sense is not None and here.mention.role == "high":
            return self._sense
        return sense_of(self._in_context(here))

    def _in_context(self, here: Step) -> NumberInContext:
        """A mention with all that decides what it measures."""
        return NumberInContext(self._prose.text, here.mention, here.gap, self._discourse.subject.state)

    def _still_then(self, here: Step) -> Cue | None:
        """The time of last year's level right before, where its clause goes on with what it has told of now.

        "12 vụ, làm chết 8 người, cùng kỳ 14 vụ, làm chết 9 người".
        """
        sense, last, match, mention = self._sense, here.last, self._discourse.subject.match, here.mention
        if sense is None or sense.rule != BASE_LEVEL or last is None or match is None:
            return None
        if self._grew_then(here, last):
            return sense.base
        if not mention.counted:
            return None
        goes_on = here.gap.separator == "," and not (here.gap.fresh or here.gap.before or self._names.told_time(here))
        if not goes_on or last.bracket != mention.bracket or not last.counted:
            return None
        sentence = self._prose.raw_span(self._prose.sentence_of(mention.start)[0], mention.end)[0]
        told = (figure for figure in self._discourse.figures if figure.source_start >= sentence and figure.rule != BASE_LEVEL)
        same = (match.indicator, match.item, "value")
        return sense.base if any((figure.indicator, figure.item, figure.measure) == same for figure in told) else None

    def _grew_then(self, here: Step, last: Mention) -> bool:
        """Whether a bracket that told a share or rate of then goes on with how it had grown: "(cùng kỳ đạt 41% và tăng 5%)"."""
        gap, mention = here.gap, here.mention
        moves = bool(gap.before) and all(cue.kind in MOVING for cue in gap.before) and not (gap.behind or gap.content)
        return (
            moves
            and bool(mention.bracket)
            and last.bracket == mention.bracket
            and mention.unit == last.unit == "%"
            and not gap.opens
        )

    def _indicator(self, match: Match | None) -> Indicator | None:
        return self._catalogue.by_id[match.indicator] if match else None

    def _add(self, here: Step, sense: Sense, told: FoundPeriod) -> None:
        """Add the figure of a mention."""
        discourse, passage, mention = self._discourse, self._prose.passage, here.mention
        start, end = self._prose.raw_span(mention.start, mention.end)
        measure, period = self._dating.of(here, sense, told)
        base = base_of(measure, sense.base, period, self._prose.text, mention.end)
        if measure == "value" and named_like_another(discourse, mention.value, mention.unit, period):
            discourse.subject.match, discourse.subject.of_whole = None, True
        match, words = discourse.subject.match, self._own_words(here)
        others = discourse.subject.state.aside_of if sense.rule == OF_PEERS else None
        if others is not None:
            match, words = None, (*words, (others.start, others.end))
        if measure == "rank" or (measure == "total" and self._ranked):
            match = ranked(self._catalogue, match, [discourse.figures[place] for place in discourse.subject.figures])
        unit = mention.unit if measure == "rank" else self._unit(mention, match)
        of_each = discourse.subject.state.yearly and measure in _LEVELS and period.kind == "years"
        if of_each and unit_of(unit).base not in ("", "%") and "/" not in unit:
            unit = f"{unit}{A_YEAR}"
        discourse.subject.figures.append(len(discourse.figures))
        discourse.figures.append(Figure(
            source_start=start, source_end=end, printed=self._prose.text[mention.start : mention.end],
            value=valued(mention.value, sense, measure),
            unit=unit, measure=measure, period=period.id, base_period=base.id if base else None,
            indicator=match.indicator if match else None, item=match.item if match else None,
            sector=self._sector(here.index, match), section=passage.section,
            footnote=passage.footnote if passage.kind == "footnote" else None, passage=passage.id,
            bound=mention.bound, status="T" if self._is_aim(measure, period) else "E" if self._is_estimated(here.gap) else "A",
            subject=self._told_of(words), words=self._words.raw(words), repair=mention.repair, rule=sense.rule,
            confidence=match.confidence if match else _UNNAMED,
        ))  # fmt: skip
        whole_told_first(self._prose, here, discourse.figures)

    def _is_aim(self, measure: str, period: Period) -> bool:
        """Whether a target is told, or by how much one is more than another level; not by how much a result missed it."""
        last = self._discourse.last
        compared = last is not None and last.status == "T" and len(self._discourse.subject.figures) > 1
        compared = compared and (self._over is None or period.end > self._over)
        return measure == "target" or (compared and measure.endswith(CHANGES) and last is not None and last.period == period.id)

    def _told_of(self, words: tuple[Span, ...]) -> str:
        """The report's own words for a figure; a part told by its place is told of what it is a part of."""
        of, text = self._discourse.subject.of, self._words.text(words)
        return text if of is None else f"{of.subject or self._catalogue.by_id[of.match.indicator].name_vi} {text}"

    def _is_estimated(self, gap: Gap) -> bool:
        """Whether "ước" stands before the number."""
        return any(cue.kind == "estimate" or cue.estimated for cue in gap.before)

    def _unit(self, mention: Mention, match: Match | None) -> str:
        """The printed unit; where none is printed, or only its scale, the noun or currency in which the indicator is told."""
        whole = self._discourse.whole
        if not mention.unit and match is None and whole is not None and self._discourse.subject.part:
            return (whole.state.level or "") if unit_of(whole.state.level or "").counted else ""
        scale = mention.unit if mention.unit and not unit_of(mention.unit).base else ""
        if (mention.unit and not scale) or match is None:
            return mention.unit
        item = self._catalogue.item(match.indicator, match.item) if match.item else None
        unit = (item.unit if item else "") or self._catalogue.by_id[match.indicator].unit
        known = unit_of(unit)
        if scale:
            return f"{scale} {known.base}" if known.base == _CURRENCY or known.counted else scale
        return unit if known.counted and known.mult == 1 else ""

    def _sector(self, index: int, match: Match | None) -> str:
        of = self._discourse.subject.of
        if match is None and of is not None:
            match = of.match
        if match is not None:
            return self._catalogue.sector_of(match.indicator)
        last = self._discourse.last or self._anchor
        return self._naming.sector(index, last.sector if last is not None else None)

    def _own_words(self, here: Step) -> tuple[Span, ...]:
        """The words of the number itself, those behind a pair, or those of what it goes on with."""
        mention, gap, subject, whole = here.mention, here.gap, self._discourse.subject, self._discourse.whole
        own = self._words.of(mention, gap)
        if not own and mention.role == "part":
            own = self._words.of(self._prose.mentions[here.index + 1], self._gaps[here.index + 1])
        if whole is not None and subject.of_whole and not subject.words:
            own = (*whole.words, *own)
        elif subject.match is None and whole is not None and (part := told_by(self._prose, gap, mention)) is not None:
            own = (*whole.words, part)
        elif (
            subject.of is not None
            and not subject.figures
            and (part := told_by(self._prose, gap, mention, listed=True)) is not None
        ):
            own = (part,)
        if not subject.words:
            going_on = self._discourse.before if not gap.fresh else self._discourse.main
            alike = going_on is not None and (subject.match is None or going_on.match == subject.match)
            subject.words = own or (going_on.words if going_on is not None and alike else ())
        return own or subject.words

    def _remember(self, mention: Mention, sense: Sense, told: FoundPeriod) -> None:
        """Tell the subject's state what this mention has said."""
        subject, state = self._discourse.subject, self._discourse.subject.state
        moved = sense.measure.endswith(CHANGES)
        levelled = sense.measure == "value" or sense.rule == PLAN_LISTED
        # What a bracket adds of another time is not what is spoken of: "6 tháng tăng 6% (quý I tăng 5%), cao hơn cùng kỳ".
        aside = subject.told is not None and mention.bracket not in (0, subject.told_in) and told.source == "said"
        if (levelled or sense.measure == "yoy_index") and mention.role != "of":
            if levelled and not aside:
                state.level, state.amount = mention.unit, mention.value
                subject.told = told
            self._levelled = True
        if sense.measure == "rank" and subject.told is not None and not aside:
            subject.told = told  # "9 tháng tăng 6%, riêng quý III tăng 7%; xếp thứ 24" goes on with what is ranked
        last = self._discourse.last
        planned = last is not None and last.measure == "plan_value"
        if sense.measure in ("value", "yoy_index", "total") or planned:
            self._amounts.add(mention, planned)
        state.paired = state.paired or (mention.role == "of" and sense.rule != BASE_LEVEL)
        state.of_plan = sense.rule == PLAN_OF_PAIR
        state.moved, state.change = moved, sense if moved else None
        state.grown = mention.value if moved and mention.unit.startswith("%") else None
        state.shared, state.missed = sense.measure == "share_pct", sense.rule == MISSED
        if state.shared and _AS_RATE.search(self._prose.text, max(0, mention.start - _RATE_LETTERS), mention.start):
            state.rate_told = mention.value
        elif not moved:
            state.rate_told = None
        state.planned_before = state.planned if moved else None
        state.planned = valued(mention.value, sense, sense.measure) if sense.measure == "plan_pct" else None
        if state.planned is not None or not mention.unit.startswith("điểm"):
            state.of_share = state.planned if mention.unit == "%" else None
        untimed = sense.rule == LEVEL_BEFORE and sense.base is None and told.source != "said"
        state.came_from = state.came_from or untimed
        if moved and mention.unit.startswith("%"):
            state.percent = -mention.value if sense.negative else mention.value
        if sense.rule != CHANGE_ASIDE:
            self._discourse.change = state.change
        # How much it grew a year before is only compared with: "cao hơn mức tăng 5% của 9 tháng năm 2024".
        then = moved and subject.told is not None and told.period.end.year < subject.told.period.end.year
        if subject.told is None or (told.source == "said" and not (then or aside)):
            subject.told, subject.told_in = told, mention.bracket
        subject.said = subject.said or told.source == "said"
