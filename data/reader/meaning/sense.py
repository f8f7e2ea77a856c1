"""What a number measures, and what was said of its subject before it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.grammar.comparator import Cue
    from data.grammar.period import Period

BASE_LEVEL = "level of the base"
"""The rule that reads what was at the time compared with."""
PLAN_ASIDE = "plan in brackets"
"""The rule that reads what was planned beside what was reached."""
PLAN_LISTED = "list of plans"
"""The rule that reads what a list tells of that was planned for the year."""
MISSED = "change against plan"
"""The rule that reads by how much a plan was missed or exceeded."""
ALLOTTED = "funds that were set"
"""The rule that reads what was set for something to be spent."""
PLAN_OF_PAIR = "plan of a pair"
"""The rule that reads what was to be reached behind what was: "2.130/4.420 tỷ đồng kế hoạch"."""
CHANGE_ASIDE = "change in brackets"
"""The rule that reads a change told once more, in percent."""
SHARE_OF_PLAN = "share of plan"
"""The rule that reads how much of a plan was reached, where a plan is spoken of."""
SHARE_OF_WHOLE = "share of a whole"
"""The rule that reads a share of what is named behind it."""
INDEX_OF_BASE = "index against a base"
"""The rule that reads what a level is in percent of an earlier one."""
IN_TURN = "two comparisons in turn"
"""The rule that reads a change told together with another one, each against something else."""
SHARE_OF_EARLIER = "share of an earlier level"
"""The rule that reads, by its size, how much of an earlier level was reached."""
OF_PEERS = "level of others"
"""The rule that reads the level of others with which that before it is compared: the whole country's."""
LEVEL_BEFORE = "level that it came from"
"""The rule that reads the level from which a change began."""
AIMS = "chỉ tiêu"
"""The unit of aims that are counted: "có 16/18 chỉ tiêu đạt"; a pair of them tells what was reached of a plan."""
_ALL = 100
"""Per cent: all of it."""
CHANGES = ("_abs", "growth_pct", "yoy_pct", "prev_pct", "base_pct")
"""How the measures end that tell a change."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What a mention measures.

    Attributes:
        measure: as in the data model.
        negative: the value is a fall.
        rule: name of the rule that decided.
        base: the comparison, if any.
    """

    measure: str
    negative: bool = False
    rule: str = ""
    base: Cue | None = None


def valued(number: float, sense: Sense, measure: str) -> float:
    """The value of a printed number: a fall is below zero; "vượt 4,4% kế hoạch" is 104,4 % of that, "hụt 4,4%" is 95,6 %.

    A hundred and more tells already how much of the plan it is: "vượt kế hoạch (104,4%)".
    """
    signed = -number if sense.negative else number
    apart = sense.rule == MISSED and measure == "plan_pct" and number < _ALL
    return round(_ALL + signed, 9) if apart else signed


def seen_from(sense: Sense, period: Period) -> Sense:
    """A change against a month, as one of the month that it is about: of November, October is the month before.

    Phrases are read as if all were about the last month of the report.
    """
    base = sense.base
    kind, _, how = sense.measure.partition("_")
    if base is None or base.part is None or base.part[0] != "month" or period.kind != "month":
        return sense
    seen = base.since(period.end.year, period.end.month)
    told = kind == base.kind or (kind == "growth" and base.kind == "yoy")
    return replace(sense, measure=f"{seen.kind}_{how}", base=seen) if told and seen.kind != base.kind else sense


@dataclass(slots=True)
class State:
    """What the walk knows before a mention.

    Attributes:
        level: unit of the last level said of the subject; None if none was said.
        paired: that level was said as "a/b".
        of_plan: the b was what was planned.
        rate: the subject is a rate itself, so its changes are percentage points.
        grows: the subject is a rate of growth itself.
        in_money: the subject is a sum of money that adds up over the year.
        moved: the last figure of the subject was a change.
        base: the comparison that holds where none is said.
        upcoming: the comparison that comes later in the sentence.
        default: the comparison of the report's kind where the passage says none.
        headed: what kind of comparison heads the list in which it stands; ``""`` if none does.
        change: the change that was read last, if it was the figure before.
        listed: that change, when the mention goes on with a list of changes.
        ranked: a pair is a rank here: the last one was, or the subject is an index.
        shared: the last figure of the subject was a share, so a change after it is in points.
        rate_told: how much of a whole the subject is, if that was told as its rate: "812 hộ nghèo, tỷ lệ 5,9%".
        of_earlier: ``share`` or ``plan`` if by its size the percentage is how much of an earlier level, or plan, was reached.
        yearly: the change is an average of years.
        spans: the report is about a span of years.
        amount: the level that was said, in its unit.
        percent: the change in percent that was said last, signed.
        grown: its size, if it was told last, that of a year's average, too.
        planned: the share of a plan that was said last.
        planned_before: that which was said before the change that was told last.
        of_share: the same, where points have been told of it since, too.
        came_from: a level was told from which its change began, and no time of that.
        missed: that was said to be so much above or below the plan.
        by_place: the comparison that it has by its place in "tăng 0,9% và 9,8%".
        aside_of: the comparison right behind which a bracket opens that tells the number alone.
        before_aside: the comparison that goes on behind a bracket that has closed right before the number.
        is_part: the subject is a part of a sum of money that was told before.
        last_unit: the unit of the figure before.
        allotted: the funds that were set for something are told in parts.
        noted: a note begins that tells those parts.
        of_noted_plan: where the note is pointed to, the subject was told as a share of its plan.
        counted_above: a note begins with a number of what was counted where it is pointed to.
        index: what the last percentage said to be a share of something was a share of.
        beside: what the amount must be by its size, see `data.reader.meaning.measures.amounts.beside`.
    """

    level: str | None = None
    paired: bool = False
    of_plan: bool = False
    rate: bool = False
    grows: bool = False
    in_money: bool = False
    moved: bool = False
    base: Cue | None = None
    upcoming: Cue | None = None
    default: str = "yoy"
    headed: str = ""
    change: Sense | None = None
    listed: Sense | None = None
    ranked: bool = False
    shared: bool = False
    rate_told: float | None = None
    of_earlier: str = ""
    yearly: bool = False
    spans: bool = False
    amount: float | None = None
    percent: float | None = None
    grown: float | None = None
    planned: float | None = None
    planned_before: float | None = None
    of_share: float | None = None
    came_from: bool = False
    missed: bool = False
    allotted: bool = False
    noted: bool = False
    of_noted_plan: bool = False
    counted_above: bool = False
    aside_of: Cue | None = None
    before_aside: Cue | None = None
    is_part: bool = False
    last_unit: str = ""
    by_place: Cue | None = None
    index: str | None = None
    beside: str | None = None
