"""The measure and period of a mention, out of what it says, what it goes on with and what it is named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant
from data.grammar.period import PARTS_OF_YEAR, Period
from data.reader.meaning.figures import dated
from data.reader.meaning.measures.plan_lists import listed_as_planned
from data.reader.meaning.periods.bases import against_last_year, base_period, before_report, last_part, names_quarter, year_before
from data.reader.meaning.periods.earlier_year import EarlierYear
from data.reader.meaning.periods.found_period import FoundPeriod
from data.reader.meaning.periods.goals import Goals
from data.reader.meaning.periods.standing_periods import cuts_off
from data.reader.meaning.sense import (
    BASE_LEVEL,
    INDEX_OF_BASE,
    LEVEL_BEFORE,
    PLAN_ASIDE,
    PLAN_LISTED,
    PLAN_OF_PAIR,
    SHARE_OF_PLAN,
)
from data.reader.meaning.subjects.indicator_kinds import by_name, is_density, is_index, is_of_new_year, is_rate

if TYPE_CHECKING:
    from data.catalogue import Catalogue, Indicator
    from data.grammar.comparator import Cue
    from data.reader.matching.evidence import Match
    from data.reader.meaning.anchor import Anchor
    from data.reader.meaning.figures import Figure
    from data.reader.meaning.periods.comparisons import Comparisons
    from data.reader.meaning.periods.period_walk import PeriodWalk
    from data.reader.meaning.sense import Sense
    from data.reader.meaning.setting import Setting
    from data.reader.meaning.step import Step
    from data.reader.meaning.subjects.discourse import Discourse
    from data.reader.meaning.text.prose import Prose

_OF_YEAR = re.compile(tolerant(r"(?<![a-z])(?<!đầu )(?<!cuối )năm(?![a-z])"))
"""What says that a plan is that of the year."""
_YEAR_OF_PLAN = re.compile(tolerant(r"(?<![a-z])năm (20\d\d)(?!\d|\s*-)"))
"""What says of which year a plan is: "kế hoạch năm 2027 là 44%"."""
_YEAR_OF_AIM = re.compile(tolerant(r"\s*năm (20\d\d)\s(?:[a-z]+ ){0,4}$"))
"""The same behind an aim by how much something is to rise or fall: "mục tiêu năm 2027 giảm từ 2% trở lên"."""
_ALLOTTED = re.compile(tolerant(r"(?<![a-z])phân bổ(?![a-z])|giao chi tiết"))
"""What says that funds were shared out."""
_OF_QUARTER = re.compile(tolerant(r"\s*(?:quý(?![a-z])|\d\d? tháng(?![a-z]))"))
"""What says right behind it that a plan is that of a quarter or of some months."""
_GROWTH_NAMED = re.compile(tolerant(r"(?<![a-z])(?:tốc độ|tỷ lệ|mức) tăng(?: trưởng)?(?![a-z])[^\d,;.:()]*$"))
"""What names a growth before its number: "tốc độ tăng bình quân tổng mức bán lẻ đạt 11%"."""
_NEW_YEAR_TOLD = 3
"""The last month whose report tells of what was given for Tết."""
_SCENARIO = re.compile(tolerant(r"kịch\s*bản"))
_RAISED_TO = re.compile(tolerant(r"(?<![a-z])nâng (?:tổng )?số\s[^,;.:]*\slên\s*$"))
"""What leads to the number that there are now: "nâng tổng số trường đạt chuẩn lên 120 trường"."""
_HARVESTS = frozenset({"tấn", "nghìn tấn", "vạn tấn", "triệu tấn", "tạ"})
"""In what an output is told."""
_REACHED = frozenset({"value", "share_pct", "total", "base_abs"})
"""What a rate is told by that was reached."""
_ALL_YEARS = re.compile(
    tolerant(r"(?<![a-z])(?:bình\s*quân|trung\s*bình|(?:hằng|hàng|mỗi|các)\s*năm|luôn|duy trì|giai đoạn|5 năm)(?![a-z])")
)
"""What says that a rate is that of all years, or of each of them."""
_YEAR_BETWEEN = re.compile(r"(?<!\d)20\d\d(?!\d)")
_EDUCATION, _HEALTH = "education", "health"
"""Sectors: an exam has its year, but schools have not; cases are counted up to a day, but visits are not."""
_LEVELS = frozenset({"value", "target", "plan_value", "rank", "total"})


class Dating:
    """Dates the figures of a passage, those before a mention, too, where it shows what they are about."""

    def __init__(
        self,
        prose: Prose,
        setting: Setting,
        catalogue: Catalogue,
        discourse: Discourse,
        compared: Comparisons,
        periods: PeriodWalk,
        anchor: Anchor | None,
    ) -> None:
        self._prose, self._frame = prose, setting.frame
        self._catalogue, self._discourse, self._compared, self._periods = catalogue, discourse, compared, periods
        self._goals = Goals(prose, setting)
        self._spans, self._reports = setting.frame.report.kind == "years", not setting.goals
        self._yearly_bases: list[Cue] = []
        self._described = EarlierYear(setting.frame)
        noted = catalogue.by_id.get(anchor.indicator) if anchor is not None and anchor.indicator else None
        self._noted_flow = noted is not None and noted.agg == "flow"
        self._noted = {level.match.indicator for level in anchor.told} if anchor is not None else set()

    def of(self, here: Step, sense: Sense, told: FoundPeriod) -> tuple[str, Period]:
        """The measure and period of a mention.

        Args:
            here: the mention.
            sense: what the words around it measure.
            told: the period that they tell.
        """
        subject, said = self._discourse.subject, told.source == "said"
        measure, period = self._goals.measured(here.mention, here.gap, sense, told, subject.state)
        if sense.rule == PLAN_LISTED:
            return measure, self._year_of_list(here)
        if sense.rule == PLAN_OF_PAIR:
            return measure, self._of_plan(here, told, self._against_plan(period))
        if here.mention.role == "of" and self._discourse.last is not None and sense.rule != BASE_LEVEL:
            return measure, Period.parse(self._discourse.last.period)
        if here.mention.role == "high" and (low := self._discourse.last) is not None and not self._of_range(here, low, told):
            return low.measure, Period.parse(low.period)
        aside = here.mention.bracket not in (0, subject.told_in) and told.source == "carried"
        if measure not in _LEVELS and subject.told is not None and not (said or aside):
            period = subject.told.period
        if sense.rule == BASE_LEVEL:
            # "so với cùng kỳ (quý I/2024 đạt 1.072 triệu USD)" names the time of then itself.
            then = said and subject.told is not None and period.end.year < subject.told.period.end.year
            return measure, (None if then else self._then(sense.base, period)) or period
        if sense.base is not None and sense.base.kind == "prev":
            period = self._of_last_part(sense.base, told, period)
        indicator = self._indicator(subject.match)
        if not said:
            # The level to which something fell from that of an earlier year is not of that year.
            described = self._described.period(indicator, told, here.gap.parts or not here.gap.fresh)
            period = (described if not here.gap.from_level else None) or period
            period = self._as_its_base(sense.base, indicator, told, period)
            period = self._unsaid(here, sense, told, period)
            period = self._of_new_year(indicator, told, self._of_kind(indicator, told, period))
        self._described.note(indicator, told, period, came=here.gap.from_level)
        measure = self._since_last_year(here, sense, indicator, measure, period)
        measure, period = by_name(indicator, here.mention, measure, period, said, subject.state.level is not None)
        measure = self._how_it_grew(here, indicator, measure)
        period = self._share_allotted(here, measure, period)
        if sense.rule == PLAN_ASIDE or measure == "plan_value":
            period = self._of_plan(here, told, period, sense.base)
        elif measure == "target":
            period = self._year_of_plan(here) or self._of_aim_before(here, told) or self._of_years_aim(here, told) or period
        if sense.rule == SHARE_OF_PLAN and measure != "target":
            return measure, self._against_plan(period)
        return self._beside_aim(here, sense, told, measure, period), self._of_all_years(measure, period)

    def _of_all_years(self, measure: str, period: Period) -> Period:
        """The years of a plan that is reviewed half-way, for what was aimed at or planned in them."""
        planned = measure in ("target", "plan_value") and period == self._frame.report
        return self._frame.plan if planned and self._frame.plan is not None else period

    def _how_it_grew(self, here: Step, indicator: Indicator | None, measure: str) -> str:
        """The measure of a percentage of what is no rate, which is said to be how fast it grew: "tốc độ tăng ... đạt 11%"."""
        amount = indicator is not None and not indicator.unit.startswith("%") and here.mention.unit.startswith("%")
        if not amount or measure not in ("value", "share_pct") or here.mention.bracket:
            return measure
        named = _GROWTH_NAMED.search(self._prose.text, here.gap.start, here.mention.start)
        return "growth_pct" if named is not None else measure

    def _beside_aim(self, here: Step, sense: Sense, told: FoundPeriod, measure: str, period: Period) -> str:
        """The measure of a mention beside an aim: one that goes on with it, or that tells by how much it is more."""
        if measure == "value" and self._goes_on_aiming(told, period):
            return "target"
        if measure == "target" and self._compares_aim(sense):
            return self._since_last_year(here, sense, self._indicator(self._discourse.subject.match), sense.measure, period)
        return measure

    def _goes_on_aiming(self, told: FoundPeriod, period: Period) -> bool:
        """Whether a level goes on with an aim for a time ahead: "dự kiến tháng 11 thu 600 tỷ đồng, kim ngạch 5.000 triệu USD"."""
        last = self._discourse.last
        aimed = last is not None and last.measure == "target" and last.period == period.id
        return aimed and told.source == "carried" and told.kind != "stock" and period.start > self._frame.report.end

    def _compares_aim(self, sense: Sense) -> bool:
        """Whether it is told by how much a level that is aimed at is more than another: "đạt 55%, tăng 10% so với năm 2025"."""
        subject, last = self._discourse.subject, self._discourse.last
        aimed = last is not None and last.measure == "target" and bool(subject.figures) and subject.state.level is not None
        return aimed and sense.base is not None and sense.measure.startswith(("yoy_", "base_")) and sense.measure != "base_ratio"

    def _then(self, base: Cue | None, period: Period) -> Period | None:
        """The period of a level that something is compared with; beside a month or quarter, what is compared is the last one."""
        if base is None:
            return None if self._discourse.subject.state.default != "yoy" else year_before(period)
        text = self._prose.text
        return base_period(base, period, text) or base_period(base, last_part(text, base, period), text)

    def _of_plan(self, here: Step, told: FoundPeriod, period: Period, plan: Cue | None = None) -> Period:
        """The period of a plan: its year, unless a month or quarter, or a scenario, is spoken of; those have their own."""
        named = plan if plan is not None and plan.kind == "plan" else here.gap.named
        if (year := self._year_of_plan(here)) is not None:
            return year
        if self._frame.report.kind not in (*PARTS_OF_YEAR, "point") or told.source == "said" or period.kind in ("year", "years"):
            return period
        if named is not None and _SCENARIO.search(self._prose.text, named.start, named.end):
            return period
        yearly = named is not None and _OF_YEAR.search(self._prose.text, named.end, here.mention.start)
        if named is not None and _OF_QUARTER.match(self._prose.text, named.end):
            return period
        part = told.source != "default" and period.kind in ("month", "quarter") and period != self._frame.report
        return period if part and not yearly else Period.year(period.end.year)

    def _year_of_list(self, here: Step) -> Period:
        """The year that heads a list of what was planned, else that of the report."""
        head = listed_as_planned(self._prose.text, here.mention.start)
        return Period.year(int(head[1]) if head is not None and head[1] else self._frame.year)

    def _year_of_plan(self, here: Step) -> Period | None:
        """The year that is said between a plan and its number."""
        text, named = self._prose.text, here.gap.named
        year = _YEAR_OF_PLAN.search(text, named.end, here.mention.start) if named is not None else None
        if year is None and (aim := next((cue for cue in reversed(here.gap.before) if cue.kind == "plan"), None)) is not None:
            year = _YEAR_OF_AIM.match(text, aim.end, here.mention.start)
        return Period.year(int(year[1])) if year is not None else None

    def _of_years_aim(self, here: Step, told: FoundPeriod) -> Period | None:
        """The year of a part of which a sum is told, where the aim is said to be that of the year: "vượt chỉ tiêu năm là 900".

        So is an aim that a sentence on the month recalls: "Trong tháng đã ban hành kịch bản với mục tiêu GRDP tăng 10%".
        """
        if self._reports and told.source == "carried" and told.period.kind == "month" and told.period == self._frame.own():
            return Period.year(told.period.end.year)
        summed = self._frame.report.kind in PARTS_OF_YEAR and told.source in ("carried", "default", "sticky")
        aim = next((cue for cue in reversed(here.gap.before) if cue.kind == "plan"), here.gap.named)
        if aim is None or not summed or _OF_YEAR.search(self._prose.text, aim.start, here.mention.start) is None:
            return None
        return Period.year(told.period.end.year)

    def _of_aim_before(self, here: Step, told: FoundPeriod) -> Period | None:
        """The period of the aim before it, with which it is told in one list: "Chỉ tiêu năm 2028 tương ứng là 97% và 70%"."""
        last, gap = self._discourse.last, here.gap
        goes_on = here.last is not None and here.last.unit == here.mention.unit and not (gap.fresh or gap.content or gap.before)
        if last is None or last.measure != "target" or not goes_on or told.source == "said":
            return None
        return Period.parse(last.period)

    def _share_allotted(self, here: Step, measure: str, period: Period) -> Period:
        """The share of a year's funds that was allotted is about that year: "đã phân bổ 3.800 tỷ đồng, đạt 95%"."""
        last, subject = self._discourse.last, self._discourse.subject
        goes_on = subject.figures and last is not None and last.measure == "plan_value" and not here.gap.content
        if not goes_on or last is None or measure not in ("plan_pct", "share_pct"):
            return period
        allotted = _ALLOTTED.search(self._prose.text, subject.start, here.mention.start)
        return Period.parse(last.period) if allotted is not None else period

    def _indicator(self, match: Match | None) -> Indicator | None:
        return self._catalogue.by_id[match.indicator] if match else None

    def _of_last_part(self, base: Cue, told: FoundPeriod, period: Period) -> Period:
        """What is compared with the month or quarter before is about the last one of the period, as is its level."""
        if self._frame.monthly and period == self._frame.so_far():
            quarter = self._frame.quarterly and names_quarter(self._prose.text, base)
            period = last_part(self._prose.text, base, period) if quarter else self._frame.own()
            if told.source != "said":
                self._date_anew(period)
                self._discourse.subject.told = FoundPeriod(period, told.source, told.kind)
        counted = told.kind == "stock" and period != self._frame.now()
        spoken = (told.source == "said" and (period.kind != "point" or counted)) or period.kind == "span"
        if spoken or period.kind in ("month", "quarter"):
            return period
        if period.kind == "point" and period.end < self._frame.report.end:
            return period  # what stood on a day is compared with the month before as of that day
        part, subject = last_part(self._prose.text, base, period), self._discourse.subject
        if subject.told is not None and subject.told.source == "default" and subject.told.period == told.period:
            self._date_anew(part)
        subject.told = FoundPeriod(part, told.source, told.kind)
        return part

    def _as_its_base(self, base: Cue | None, indicator: Indicator | None, told: FoundPeriod, period: Period) -> Period:
        """What no time is told of is about as long as what it is compared with: so many months, or the year of crops."""
        subject, frame = self._discourse.subject, self._frame
        open_to = told.source == "default" and frame.report.kind in PARTS_OF_YEAR and period in (frame.own(), frame.so_far())
        if base is None or not open_to:
            return period
        whole = period
        if base.part is not None and base.part[0] == "months" and base.kind == "yoy":
            whole = frame.so_far(base.part[1])
        elif indicator is not None and indicator.agg == "flow" and indicator.sector == "agriculture":
            whole = Period.year(period.end.year) if against_last_year(self._prose.text, base, period, apart=True) else period
        if whole != period and subject.told is not None and subject.told.period == told.period:
            self._date_anew(whole)
            subject.told = FoundPeriod(whole, told.source, told.kind)
        return whole

    def _of_range(self, here: Step, low: Figure, told: FoundPeriod) -> bool:
        """Whether a time is told behind a range, which is that of both ends: "2,5 - 3 điểm % trong giai đoạn 2024 - 2025"."""
        if told.source != "said":
            return False
        between = self._prose.text[here.gap.start : here.mention.start]
        if _YEAR_BETWEEN.search(between) is None and Period.parse(low.period) in (self._frame.own(), self._frame.unsaid()):
            self._discourse.figures[-1] = dated(low, told.period)
        return True

    def _date_anew(self, period: Period) -> None:
        """The subject's figures so far are about a period."""
        for place in self._discourse.subject.figures:
            self._discourse.figures[place] = dated(self._discourse.figures[place], period)

    def _unsaid(self, here: Step, sense: Sense, told: FoundPeriod, period: Period) -> Period:
        """The period of a mention beside which none is said, by what it measures."""
        subject = self._discourse.subject
        if sense.measure == "rank" and subject.figures and told.source == "default":
            return Period.parse(self._discourse.figures[subject.figures[0]].period)
        if is_index(self._indicator(subject.match)) and (not here.gap.fresh or sense.measure == "rank"):
            period = self._year_of_indices() or period
        if sense.rule == LEVEL_BEFORE and (self._spans or here.mention.unit == "%"):
            carried = base_period(self._compared.base, period) if self._compared.base is not None else None
            moved = self._last_move(here)
            period = (moved[0] if moved else before_report(self._frame.report)) or carried or period
        elif sense.measure == "value" and (moved := self._last_move(here, reached=True)) is not None:
            period = moved[1]
        if _RAISED_TO.search(self._prose.text, here.gap.start, here.mention.start) and period.kind not in ("point", "years"):
            return period.at_end()
        if self._yields(here, period):
            return Period.year(period.end.year)
        if subject.state.yearly and self._spans:
            return self._years(period)
        return Period.year(period.end.year) if self._is_reached(here, sense, told, period) else period

    def _is_reached(self, here: Step, sense: Sense, told: FoundPeriod, period: Period) -> bool:
        """Whether a rate is told that was reached by the end of several years, of which nothing says that it is their average."""
        state, indicator = self._discourse.subject.state, self._indicator(self._discourse.subject.match)
        unsaid = self._spans and told.source == "default" and period == self._frame.report and not state.yearly
        held = sense.measure in _REACHED and sense.rule != LEVEL_BEFORE and (is_rate(indicator) or is_density(indicator))
        return unsaid and held and _ALL_YEARS.search(self._prose.text, here.gap.start, here.gap.tail) is None

    def _last_move(self, here: Step, reached: bool = False) -> tuple[Period, Period] | None:
        """The years from and until which something moved before in the sentence: what goes on with that moved alike.

        "A từ 22% năm 2020 còn 19% năm 2025; B từ 23% lên 27%" says of B, too, from when until when.

        Args:
            here: the mention.
            reached: it is a level that was reached, and right before it stands that from which it came.
        """
        sentence = self._prose.raw_span(self._prose.sentence_of(here.mention.start)[0], here.mention.end)[0]
        told = [figure for figure in self._discourse.figures if figure.source_start >= sentence]
        if reached and (not told or told.pop().rule != LEVEL_BEFORE):
            return None
        for came, went in zip(reversed(told[:-1]), reversed(told[1:]), strict=True):
            if came.rule == LEVEL_BEFORE:
                since, until = Period.parse(came.period), Period.parse(went.period)
                return (since, until) if since.kind == until.kind == "year" and since.end < until.end else None
        return None

    def _years(self, period: Period) -> Period:
        """The years of which a yearly average is: those of the report, or those behind it up to a year that is aimed at."""
        report = self._frame.report
        if period.kind == "years":
            return period
        ahead = period.kind == "year" and period.end.year > report.end.year + 1
        return Period.years(report.end.year + 1, period.end.year) if ahead else report

    def _yields(self, here: Step, period: Period) -> bool:
        """Whether an output follows the area of what grows there, so that it is that of the last of several years."""
        last, match = self._discourse.last, self._discourse.subject.match
        if not self._spans or last is None or match is None or last.unit != "ha" or here.mention.unit not in _HARVESTS:
            return False
        area, output = self._catalogue.by_id.get(last.indicator or ""), self._catalogue.by_id[match.indicator]
        grows = area is not None and area.agg == "stock" and output.agg == "flow" and area.sector == output.sector
        return grows and period == self._frame.report and not here.gap.fresh

    def _of_kind(self, indicator: Indicator | None, told: FoundPeriod, period: Period) -> Period:
        """The report's end for a stock beside what was counted on days before, and for schools beside the exam of a year.

        Those were told where a note on it is pointed to, or by a sentence before.
        """
        if indicator is None:
            return period
        until_day = told.source == "inherited" and told.period.kind == "point" and cuts_off(told.period, self._frame)
        other = until_day and self._noted_flow and indicator.id not in self._noted
        days = told.source == "sticky" and told.period.kind == "span" and told.period != self._frame.report
        examined = told.source == "inherited" and told.period == Period.year(self._frame.year) != self._frame.report
        if indicator.agg == "stock" and (other or days or (examined and indicator.sector == _EDUCATION)):
            return self._frame.now()
        counted = days or (told.source == "sticky" and cuts_off(told.period, self._frame))
        ended = indicator.agg == "flow" and (told.kind == "exists" or (counted and self._is_other(indicator, told)))
        return self._periods.unsaid().period if ended else period

    def _of_new_year(self, indicator: Indicator | None, told: FoundPeriod, period: Period) -> Period:
        """The year so far for what was given for Tết, most often in the month before that of the report."""
        unsaid = told.source in ("default", "inherited") and period == self._frame.own()
        early = self._frame.monthly and self._frame.month <= _NEW_YEAR_TOLD
        return self._frame.so_far() if unsaid and early and is_of_new_year(indicator) else period

    def _is_other(self, indicator: Indicator, told: FoundPeriod) -> bool:
        """Whether an indicator is of another sector than the first figure of the passage that is about a period.

        Cases of a disease are counted up to a day, but what clinics do is told of the time of the report.
        """
        first = next((figure for figure in self._discourse.figures if figure.period == told.period.id), None)
        if first is None or first.indicator is None:
            return False
        beside_cases = indicator.sector == _HEALTH and told.period.kind == "span" and first.indicator != indicator.id
        return first.sector != indicator.sector or beside_cases

    def _year_of_indices(self) -> Period | None:
        """The year of the index of provinces before: they come out together, and one year is said for all."""
        last = self._discourse.last
        if last is None or not is_index(self._catalogue.by_id.get(last.indicator or "")):
            return None
        period = Period.parse(last.period)
        return period if period.kind == "year" and period.end.year < self._frame.year else None

    def _since_last_year(self, here: Step, sense: Sense, indicator: Indicator | None, measure: str, period: Period) -> str:
        """The measure of a change against a base that turns out to be the same time of last year."""
        base, adds_up = sense.base, indicator is not None and indicator.agg == "flow"
        carried = base is not None and self._compared.carried(base, here.mention)
        last_year = base is not None and against_last_year(self._prose.text, base, period, adds_up or carried)
        # "năm 2027 tăng 2% so với năm 2026; năm 2028 tăng 5%" compares every year with the one before.
        yearly = carried and base in self._yearly_bases and period.kind == "year" and period.end.year > (base.year or 0)
        if base is None or measure == "base_ratio" or not (last_year or yearly):
            return measure
        if last_year and period.kind == "year":
            self._yearly_bases.append(base)
        measure = "yoy_index" if sense.rule == INDEX_OF_BASE else measure.replace("base_", "yoy_")
        return "growth_pct" if measure == "yoy_pct" and self._discourse.subject.state.level is None else measure

    def _against_plan(self, period: Period) -> Period:
        """What is measured against the year's plan is the year so far."""
        frame, subject = self._frame, self._discourse.subject
        if frame.monthly and period in (frame.own(), frame.so_far()) and not subject.said:
            period = frame.so_far()
            self._date_anew(period)
            subject.told = FoundPeriod(period, "settled", "flow")
            self._periods.settle(period)
        return period
