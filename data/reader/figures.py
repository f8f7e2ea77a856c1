"""Figures: the walk over the mentions of a passage that gives every number its measure, period and name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from data.grammar.period import Period
from data.reader.gaps import Gap, part_gaps
from data.reader.matching import Evidence, Match, Matcher, Word
from data.reader.measures import MOVING, Sense, State, base_period, sense_of, year_before
from data.reader.periods import PeriodWalk, Told, usable_cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.grammar.comparator import Cue
    from data.reader.clauses import Mention, Prose
    from data.reader.context import Setting

_BEFORE_WORDS = 28
_BEHIND_WORDS = 9
_SUBJECT_WORDS = 10
_SHARE_TOLERANCE = 0.11
_MARK = re.compile(r"[,;:()]|\.(?=\s|$)")
_YEARLY = re.compile(r"b.nh\s*qu.{1,2}n\s*(?:h.{1,3}ng|m.i)\s*n.{1,2}m")


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed number read one way.

    Attributes:
        source_start: raw offset of the number.
        source_end: raw offset behind it.
        printed: ``raw[source_start:source_end]``.
        value: signed, in the printed unit.
        unit: printed unit, cleaned; the catalogue's counted noun where none is printed.
        measure: value, yoy_pct, plan_pct and so on.
        period: id of what the figure is about.
        base_period: id of what it is compared with, or None.
        indicator: id, or None where the catalogue has no name for it.
        item: id within the indicator, or None.
        sector: sector id.
        section: path of the section.
        footnote: number of the footnote in which it stands, or None.
        passage: id of the passage.
        bound: trên, gần, khoảng, dưới or None.
        status: A normal, E estimate, T target, U suspect.
        subject: its own words, short.
        repair: rule that mended the number, or None.
        rule: rule that read the measure.
        confidence: 0..1, see `data.reader.matching`.
    """

    source_start: int
    source_end: int
    printed: str
    value: float
    unit: str
    measure: str
    period: str
    base_period: str | None
    indicator: str | None
    item: str | None
    sector: str
    section: str
    footnote: str | None
    passage: int
    bound: str | None
    status: str
    subject: str
    repair: str | None
    rule: str
    confidence: float


@dataclass(slots=True)
class Subject:
    """What the walk is speaking of.

    Attributes:
        start: place where its words begin.
        end: place of its first number.
        match: its name, or None.
        told: its period as first told.
        said: that period stands in the same clause.
        state: what was said of it.
        figures: positions of its figures in the walk's list.
    """

    start: int
    end: int
    match: Match | None = None
    told: Told | None = None
    said: bool = False
    state: State = field(default_factory=State)
    figures: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a footnote inherits from the place in the body that points to it."""

    period: Period | None
    indicator: str | None
    item: str | None
    words: tuple[Word, ...]
    sector: str | None


class Walk:
    """The walk over one passage; `run` gives its figures."""

    def __init__(self, prose: Prose, setting: Setting, matcher: Matcher, damaged: bool, anchor: Anchor | None = None) -> None:
        self.prose, self.setting, self.matcher, self.damaged, self.anchor = prose, setting, matcher, damaged, anchor
        self.figures: list[Figure] = []
        cues = usable_cues(prose, setting, damaged)
        self._gaps = part_gaps(prose, cues, damaged)
        self._periods = PeriodWalk(prose, setting, anchor.period if anchor else None, cues)
        self._subject = Subject(0, 0)
        self._lead: Subject | None = None
        self._outer: dict[int, Subject] = {}
        self._base: Cue | None = None
        self._change: Sense | None = None
        self._ranked = False
        self._before: Subject | None = None
        self._main: Subject | None = None
        self._recent: list[Subject] = []
        self._first_of_sentence: Subject | None = None
        self._levels: list[tuple[float, str]] = []
        self._words: dict[tuple[int, int], tuple[Word, ...]] = {}

    def run(self) -> list[Figure]:
        """Read all mentions of the passage."""
        for index, (mention, gap) in enumerate(zip(self.prose.mentions, self._gaps, strict=True)):
            self._step(index, mention, gap)
        return self.figures

    def _step(self, index: int, mention: Mention, gap: Gap) -> None:
        self._turn(index, mention, gap)
        told = self._periods.at(mention, gap)
        subject = self._subject
        state = subject.state
        state.listed = self._listed(index, mention, gap)
        state.goals = self.setting.goals
        state.base = self._base
        state.upcoming = self._upcoming(index) if self._base is None else None
        state.ranked = self._ranked and not mention.unit
        state.spans = self.setting.frame.report.kind == "years"
        state.yearly = self._yearly(gap)
        state.of_earlier = self._share_of_earlier(mention)
        state.default = "base" if self.setting.frame.report.kind == "years" else "yoy"
        match = subject.match if subject.figures else self._named(index, mention, gap)
        subject.match = match
        state.rate = self._is_rate(match)
        sense = sense_of(mention, gap, state, self._content_since_verb(gap))
        if sense.base is not None and sense.base.kind != "plan" and (self._base is None or self.setting.frame.report.kind == "years"):
            self._base = sense.base
        if mention.role == "part":
            self._ranked = sense.measure == "rank"
        self._add(mention, gap, sense, told, match)
        self._remember(mention, sense, told)

    def _turn(self, index: int, mention: Mention, gap: Gap) -> None:
        """Decide whether the mention goes on with the subject or brings a new one."""
        if self._base is not None and self._base.kind == "prev" and (gap.separator == ";" or gap.fresh):
            self._base = None
        if gap.fresh:
            self._base = None
            if not gap.parts:
                self._lead = None
        if mention.role in ("of", "high"):
            return
        last = self.prose.mentions[index - 1] if index else None
        if last is not None and last.bracket and not mention.bracket and last.bracket in self._outer and not gap.content:
            self._subject = self._outer.pop(last.bracket)
            return
        if gap.opens and mention.bracket:
            self._outer[mention.bracket] = self._subject
        if gap.parts and self._subject.figures:
            self._lead = self._subject
        elif gap.opens and gap.content and self._subject.figures:
            self._lead = self._subject
        moves = any(cue.kind in MOVING for cue in gap.before)
        if moves and mention.counted and (earlier := self._same_unit(index, mention, gap)) is not None:
            self._subject = earlier
            return
        new = gap.content or (gap.fresh and not moves) or not self._subject.figures or self._counts_another(mention, gap, moves)
        if new:
            before = self._subject
            start = gap.subject if gap.content or gap.fresh else max(before.start, self._clause_start(mention))
            self._before = before if before.figures else None
            if before.figures:
                self._recent.append(before)
            self._subject = Subject(start, mention.start)
            if gap.fresh or self._main is None:
                self._main = self._first_of_sentence
                self._first_of_sentence = self._subject

    def _listed(self, index: int, mention: Mention, gap: Gap) -> Sense | None:
        """The change that a list goes on with: "giảm 5 sở, 1 chi cục"."""
        last = self.prose.mentions[index - 1] if index else None
        if self._change is None or last is None or gap.content or gap.fresh or gap.before or not mention.counted or (last.unit and not last.counted):
            return None
        between = self.prose.text[gap.start : mention.start]
        joined = re.fullmatch(r"\s*[,;]\s*|\s*va\s*", between) is not None and last.bracket == mention.bracket
        return self._change if joined and self._change.measure.endswith("_abs") else None

    def _yearly(self, gap: Gap) -> bool:
        """Whether an average of years is told."""
        return _YEARLY.search(self.prose.text, gap.start, gap.end) is not None

    def _share_of_earlier(self, mention: Mention) -> bool:
        """Whether a percentage is the last level's share of an earlier level of the passage in the same unit."""
        if not mention.unit.startswith("%") or not self._levels:
            return False
        return any(
            other and earlier_unit == unit and other >= level and abs(100 * level / other - mention.value) < _SHARE_TOLERANCE
            for back in (1, 2)
            for level, unit in self._levels[-back:][:1]
            for other, earlier_unit in self._levels[-8:-back]
        )

    def _same_unit(self, index: int, mention: Mention, gap: Gap) -> Subject | None:
        """The subject whose level was counted in the same noun as a change: "248 vụ, 55 người; giảm 5 vụ, giảm 2 người"."""
        alike = [subject for subject in self._recent[-8:] if subject.state.level == mention.unit]
        if not alike or (gap.content and not gap.opens) or self._subject in alike:
            return None
        if len({subject.match.indicator for subject in alike if subject.match}) < len(alike) or len(alike) > 1:
            named = self._name(index, mention, gap)
            return next((s for s in alike if s.match and named and s.match.indicator == named.indicator), None)
        return alike[0]

    def _clause_start(self, mention: Mention) -> int:
        return max(self.prose.sentence_of(mention.start)[0], self.prose.text.rfind(";", 0, mention.start) + 1)

    def _counts_another(self, mention: Mention, gap: Gap, moves: bool) -> bool:
        """A level behind a semicolon, or of another noun than the one before, is a subject of its own: "35 vụ, 60 bị can"."""
        level = self._subject.state.level
        if mention.unit == "%" and not mention.bracket and not any(cue.kind != "parts" for cue in gap.before) and not gap.behind:
            return bool(self.prose.text[mention.unit_end : gap.tail].strip())
        if moves or mention.sign or level is None or mention.unit.startswith("%") or self._subject.state.change is not None and mention.bracket:
            return False
        tail = self.prose.text[mention.unit_end : gap.tail].strip()
        return gap.separator == ";" or (mention.counted and (mention.unit != level or bool(tail)))

    def _named(self, index: int, mention: Mention, gap: Gap) -> Match | None:
        """The name of a new subject; what brings no words of its own is named like what it goes on with."""
        match = self._name(index, mention, gap)
        if match is not None or gap.content:
            return match
        if gap.fresh and self._main is not None:
            return self._main.match
        return self._before.match if self._before is not None and not gap.fresh else None

    def _content_since_verb(self, gap: Gap) -> bool:
        verbs = [cue for cue in gap.before if cue.kind in ("up", "down", "reach", "equal", "share", "fold")]
        if not verbs:
            return gap.content
        rest = self.prose.text[verbs[-1].end : gap.end]
        words = re.findall(r"[a-z]{2,}", rest)
        covered = [word for cue in gap.before for word in re.findall(r"[a-z]{2,}", self.prose.text[cue.start : cue.end])]
        known = {"khoang", "gan", "tren", "hon", "them", "binh", "quan", "hang", "nam", "toi", "len", "den", "so", "voi", "la", "con", "duoc", "moi"}
        return sum(word not in known and word not in covered for word in words) > 1

    def _upcoming(self, index: int) -> Cue | None:
        """The comparison said later in the sentence, which holds for the changes before it."""
        mention = self.prose.mentions[index]
        end = self.prose.sentence_of(mention.start)[1]
        return next((cue for cue in self.prose.cues if mention.end <= cue.start < end and cue.kind in ("yoy", "prev", "base")), None)

    def _is_rate(self, match: Match | None) -> bool:
        if self._subject.state.level is not None:
            return self._subject.state.level == "%"
        if match is None:
            return False
        indicator = self.matcher.catalogue.by_id[match.indicator]
        return indicator.agg == "rate" and indicator.unit.startswith("%") and "tăng" not in indicator.name_vi.lower()

    def _name(self, index: int, mention: Mention, gap: Gap) -> Match | None:
        """The name of what the mention speaks of."""
        prose = self.prose
        sentence = prose.sentence_of(mention.start)
        before = self._read(max(self._subject.start, sentence[0]), mention.start)[-_BEFORE_WORDS:]
        last_part, tail = mention, gap.tail
        if mention.role in ("part", "low") and index + 1 < len(prose.mentions):
            last_part, tail = prose.mentions[index + 1], self._gaps[index + 1].tail
        tail = self._shared_tail(index, last_part, tail)
        behind = self._read(last_part.end, self._behind_end(last_part, max(tail, last_part.unit_end)))[:_BEHIND_WORDS]
        lead: tuple[Word, ...] = self.anchor.words if self.anchor else ()
        indicators: list[str] = [self.anchor.indicator] if self.anchor and self.anchor.indicator else []
        if self._lead is not None:
            lead = (*lead, *self._read(self._lead.start, self._lead.end))
            if self._lead.match:
                indicators.append(self._lead.match.indicator)
        elif gap.start > sentence[0]:
            lead = (*lead, *self._read(sentence[0], gap.start)[-40:])
        title = self.matcher.lexicon.read(prose.passage.section_title, self.damaged)
        wide = (*title, *(self.anchor.words if self.anchor else ()), *self._read(*sentence))
        last = self.figures[-1] if self.figures else None
        evidence = Evidence(
            before, behind, lead, wide, mention.unit, mention.unit.startswith("%"), self.setting.sectors,
            (last.indicator, last.item) if last is not None and last.indicator else None, tuple(indicators),
        )  # fmt: skip
        return self.matcher.match(evidence)

    def _behind_end(self, mention: Mention, tail: int) -> int:
        """Where the words end that may name what was counted: at the next mark or number."""
        text = self.prose.text
        limit = next((other.start for other in self.prose.mentions if other.start > mention.start), len(text))
        mark = _MARK.search(text, tail, limit)
        return mark.start() if mark else limit

    def _shared_tail(self, index: int, mention: Mention, tail: int) -> int:
        """The end of the words that follow the last of coordinated counts: "5 xã và 12 thôn thoát nghèo"."""
        place = self.prose.mentions.index(mention, index)
        while place + 1 < len(self.prose.mentions) and not self.prose.text[mention.unit_end : tail].strip():
            following, gap = self.prose.mentions[place + 1], self._gaps[place + 1]
            if following.role != "of" and re.fullmatch(r"\s*(?:va|,|v.)?\s*", self.prose.text[gap.start : gap.end]) is None:
                break
            mention, tail, place = following, gap.tail, place + 1
        return tail

    def _read(self, start: int, end: int) -> tuple[Word, ...]:
        key = start, end
        if key not in self._words:
            self._words[key] = self.matcher.lexicon.read(self.prose.words(start, end), self.damaged) if start < end else ()
        return self._words[key]

    def _add(self, mention: Mention, gap: Gap, sense: Sense, told: Told, match: Match | None) -> None:
        prose, passage = self.prose, self.prose.passage
        start, end = prose.raw_span(mention.start, mention.end)
        measure, period = self._goal(mention, gap, sense, told)
        subject = self._subject
        derived = measure not in ("value", "target", "plan_value", "rank", "total")
        if derived and subject.told is not None and told.source != "said":
            period = subject.told.period
        if mention.role == "of" and self.figures:
            period = Period.parse(self.figures[-1].period)
        if sense.rule == "level of the base":
            period = base_period(sense.base, period) or period
        if sense.base is not None and sense.base.kind == "prev" and self.setting.frame.monthly and period == self.setting.frame.so_far():
            period = self.setting.frame.own()
        if sense.base is not None and sense.base.kind == "base" and sense.base.year == period.end.year - 1 and period.kind == "year":
            measure = measure.replace("base_", "yoy_")
        if measure == "value" and match is not None and self.matcher.catalogue.by_id[match.indicator].name_vi.startswith(("Kế hoạch", "Dự toán")):
            measure, period = "plan_value", Period.year(period.end.year) if told.source != "said" else period
        base = base_period(sense.base, period) if "_" in measure and not measure.startswith("plan") else None
        estimate = any(cue.kind == "estimate" or "uoc" in prose.text[cue.start : cue.end] for cue in gap.before if cue.kind in ("estimate", "reach"))
        subject.figures.append(len(self.figures))
        if sense.rule == "share of plan" and self.setting.frame.monthly and period == self.setting.frame.own() and not subject.said:
            period = self._settle(subject)
        if sense.rule == "share of plan" and subject.state.paired and self.figures[-1].measure == "total":
            self.figures[-1] = replace(self.figures[-1], measure="plan_value", period=Period.year(period.end.year).id)
        self.figures.append(Figure(
            source_start=start, source_end=end, printed="", value=-mention.value if sense.negative else mention.value,
            unit=self._unit(mention, match), measure=measure, period=period.id, base_period=base.id if base else None,
            indicator=match.indicator if match else None, item=match.item if match else None,
            sector=self._sector(match), section=passage.section,
            footnote=passage.footnote if passage.kind == "footnote" else None, passage=passage.id,
            bound=mention.bound, status="T" if measure == "target" else "E" if estimate else "A",
            subject=self._own_words(gap), repair=mention.repair, rule=sense.rule,
            confidence=match.confidence if match else 0.2,
        ))  # fmt: skip

    def _settle(self, subject: Subject) -> Period:
        """What is measured against the year's plan is the year so far, unless the month is said beside it."""
        whole = self.setting.frame.so_far()
        for place in subject.figures[:-1]:
            self.figures[place] = replace(self.figures[place], period=whole.id)
        subject.told = Told(whole, "settled", "flow")
        self._periods.settle(whole)
        return whole

    def _goal(self, mention: Mention, gap: Gap, sense: Sense, told: Told) -> tuple[str, Period]:
        """The measure and period, when a goal is spoken of."""
        frame = self.setting.frame
        goal = self.setting.goals or told.kind == "goal" or self._aims(gap)
        past = told.source == "said" and told.kind != "goal" and told.period.end < frame.report.start
        if not goal or past or (sense.measure in ("plan_pct", "total", "rank") and sense.rule != "change against plan"):
            return sense.measure, told.period
        period = told.period
        if told.source in ("default", "inherited") and frame.report.kind == "years":
            head = self.prose.text[gap.start : gap.tail]
            yearly = re.search(r"(?:binh quan|ca giai doan|h.{1,3}ng n.{1,2}m)", head) or mention.unit.endswith("/năm")
            period = frame.report if yearly else Period.year(frame.report.end.year)
        return "target", period

    def _aims(self, gap: Gap) -> bool:
        """Whether the number is said to be aimed at: "phấn đấu đạt ...", "mục tiêu tăng trưởng ..."."""
        comma = self.prose.text.rfind(",", gap.start, gap.end)
        aims = [cue for cue in gap.before if cue.start > comma and (cue.kind == "goal" or (cue.bare and self.prose.text.startswith("m", cue.start)))]
        return bool(aims)

    def _unit(self, mention: Mention, match: Match | None) -> str:
        if mention.unit or match is None:
            return mention.unit
        indicator = self.matcher.catalogue.by_id[match.indicator]
        item = self.matcher.catalogue.item(match.indicator, match.item) if match.item else None
        unit = (item.unit if item else "") or indicator.unit
        from data.grammar.unit import unit_of

        known = unit_of(unit)
        return unit if known.counted and known.mult == 1 else ""

    def _sector(self, match: Match | None) -> str:
        if match is not None:
            return self.matcher.catalogue.sector_of(match.indicator)
        sectors = self.setting.sectors
        if self.figures and (self.figures[-1].sector in sectors or not sectors):
            return self.figures[-1].sector
        if self.anchor and self.anchor.sector:
            return self.anchor.sector
        order = [sector.id for sector in self.matcher.catalogue.sectors]
        return min(sectors, key=order.index) if sectors else "admin"

    def _own_words(self, gap: Gap) -> str:
        words = self.prose.words(gap.subject, gap.end).split()
        return " ".join(words[-_SUBJECT_WORDS:]).strip(" ,;:.(-")

    def _remember(self, mention: Mention, sense: Sense, told: Told) -> None:
        state = self._subject.state
        moved = sense.measure.endswith(("_abs", "growth_pct", "yoy_pct", "prev_pct", "base_pct"))
        if sense.measure in ("value", "yoy_index") and not moved and mention.role != "of":
            state.level = state.level if sense.measure == "yoy_index" else mention.unit
            if mention.unit and not mention.unit.startswith("%"):
                self._levels.append((mention.value, mention.unit))
            self._subject.told = told
        if mention.role == "of":
            state.paired = True
        state.moved = moved
        state.shared = sense.measure == "share_pct"
        self._change = sense if moved else None
        state.change = self._change
        if self._subject.told is None:
            self._subject.told = told
        self._subject.said = self._subject.said or told.source == "said"


def settle(figures: Sequence[Figure], catalogue_agg: dict[str, str], so_far: Period, own: Period) -> list[Figure]:
    """Correct periods by what is known of the indicator: stocks are counted at a point, plans are plans of the year so far."""
    settled = list(figures)
    for index, figure in enumerate(settled):
        agg = catalogue_agg.get(figure.indicator or "", "")
        period = Period.parse(figure.period)
        if agg == "stock" and period.kind in ("month", "cumulative", "quarter", "half") and figure.measure != "target":
            settled[index] = replace(figure, period=period.at_end().id)
    del so_far, own
    return settled
