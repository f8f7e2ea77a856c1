"""The measure of a mention: a level, a change, a share, a plan, decided by the words of comparison around it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from data.grammar.unit import unit_of
from data.reader.meaning.gaps import COMPARING

if TYPE_CHECKING:
    from data.grammar.comparator import Cue
    from data.reader.meaning.gaps import Gap
    from data.reader.meaning.prose import Mention

MOVING = ("up", "down")
BASE_LEVEL = "level of the base"
"""The rule that reads what was at the time compared with."""
PLAN_ASIDE = "plan in brackets"
"""The rule that reads what was planned beside what was reached."""
MISSED = "change against plan"
"""The rule that reads by how much a plan was missed or exceeded."""
_ALIKE = 2
"""How many times a plan may be what was reached."""
_WHOLE = 100
"""Per cent; no share of a whole is more."""
_AIM = "chỉ tiêu"
"""What is counted where a pair is what was reached of a plan: "kết nạp 82/145 chỉ tiêu"."""
_PLACES = ("bậc", "bạc")
"""What a rank moves by, and what recognition makes of it."""


@dataclass(slots=True)
class State:
    """What the walk knows before a mention.

    Attributes:
        level: unit of the last level said of the subject; None if none was said.
        paired: that level was said as "a/b".
        rate: the subject is a rate itself, so its changes are percentage points.
        grows: the subject is a rate of growth itself.
        moved: the last figure of the subject was a change.
        base: the comparison that holds where none is said.
        upcoming: the comparison that comes later in the sentence.
        default: the comparison of the report's kind where the passage says none.
        change: the change that was read last, if it was the figure before.
        listed: that change, when the mention goes on with a list of changes.
        ranked: a pair is a rank here: the last one was, or the subject is an index.
        shared: the last figure of the subject was a share, so a change after it is in points.
        of_earlier: by its size the percentage is the share of an earlier level in the subject's level.
        yearly: the change is an average of years.
        spans: the report is about a span of years.
        amount: the level that was said, in its unit.
        percent: the change in percent that was said last, signed.
        planned: the share of a plan that was said last.
        missed: that was said to be so much above or below the plan.
        index: what the last percentage said to be a share of something was a share of.
        beside: what the amount must be by its size, see `data.reader.meaning.amounts.beside`.
    """

    level: str | None = None
    paired: bool = False
    rate: bool = False
    grows: bool = False
    moved: bool = False
    base: Cue | None = None
    upcoming: Cue | None = None
    default: str = "yoy"
    change: Sense | None = None
    listed: Sense | None = None
    ranked: bool = False
    shared: bool = False
    of_earlier: bool = False
    yearly: bool = False
    spans: bool = False
    amount: float | None = None
    percent: float | None = None
    planned: float | None = None
    missed: bool = False
    index: str | None = None
    beside: str | None = None


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
    negative: bool
    rule: str
    base: Cue | None = None


def sense_of(mention: Mention, gap: Gap, state: State, content_since_verb: bool) -> Sense:
    """Decide what a mention measures.

    Args:
        mention: the number.
        gap: the words around it.
        state: what was said before.
        content_since_verb: words of content stand between the last verb before the number and the number.
    """
    verb = _verb(gap)
    compared = _comparison(gap)
    percent = mention.unit.startswith(("%", "điểm phần trăm"))
    if mention.role == "of":
        return Sense("total", False, "whole of a pair")
    if ranks(gap) or (state.ranked and mention.role == "part"):
        return Sense("rank", False, "rank")
    if state.listed is not None and not verb and (not gap.behind or gap.behind[0].kind != "plan"):
        if gap.behind:
            return _moved(mention, state.listed.negative, compared, state, "list of changes")
        rule = state.listed.rule if state.listed.rule == BASE_LEVEL else "list of changes"
        return Sense(state.listed.measure, state.listed.negative, rule, state.listed.base)
    if (last_year := _of_last_year(mention, gap, percent)) is not None:
        same = _moved(mention, verb == "down", last_year, state, "") if verb in MOVING else _same_again(state)
        return replace(same, rule=BASE_LEVEL, base=last_year)
    planned = gap.named is not None and gap.named.kind == "plan" and (gap.named.bare or state.level or state.moved)
    if mention.bracket and gap.opens and percent and planned:
        return Sense("plan_value", False, PLAN_ASIDE, gap.named)
    aside = mention.bracket and gap.opens and verb in ("", *MOVING)
    if aside and not (verb or gap.content) and (before := _rate_before(mention, state)) is not None:
        return Sense("value", False, BASE_LEVEL, before)
    if percent and state.change is not None and not gap.content and (aside or _told_again(gap, state, verb)):
        kind = state.change.measure.split("_")[0]
        negative = verb == "down" if verb in MOVING else state.change.negative
        how = "pct" if mention.unit.startswith("%") else "abs"
        return Sense(f"{kind}_{how}", negative, "change in brackets", state.change.base)
    if (told := _told_beside(mention, gap, state, verb, compared, percent)) is not None:
        return told
    if gap.from_level and (verb in MOVING or gap.since):
        return Sense("value", False, "level that it came from" if gap.since else "level before the change", compared)
    if mention.sign and (gap.opens or verb in MOVING or state.moved):
        return _moved(mention, mention.sign == "-", compared or state.base, state, "printed sign")
    if gap.behind and gap.behind[0].of and verb in MOVING:
        return replace(_moved(mention, verb == "down", gap.behind[0], state, ""), rule=BASE_LEVEL)
    if state.level == mention.unit and gap.named is not None and gap.named.kind == "plan" and _as_large(mention, state):
        return Sense("plan_value", False, "plan", gap.named)
    if percent and state.change is not None and gap.behind and not verb and not gap.content and gap.behind[0].kind != "plan":
        return _moved(mention, state.change.negative, compared, state, "list of changes")
    if compared is not None and compared.sign and not verb and not gap.behind:
        return _moved(mention, compared.sign < 0, compared, state, "more or less")
    if verb in MOVING and (not content_since_verb or (percent and gap.short and not gap.reached)):
        if mention.unit == "lần":
            return Sense("base_ratio", False, "times", compared)
        if verb == "up" and gap.fresh and mention.counted and not (gap.content or compared or state.base or state.upcoming):
            return Sense("value", False, "given, not grown")
        if compared is not None and compared.kind == "plan" and percent:
            return Sense("plan_pct", verb == "down", MISSED, compared)
        return _moved(mention, verb == "down", compared, state, "change")
    times = any(cue.kind == "fold" for cue in gap.before) or (verb == "equal" and compared is not None)
    if mention.unit == "lần" and times:
        return Sense("base_ratio", False, "times", compared)
    return _percent(mention, gap, state, verb, compared) if percent else _level(mention, gap, state, compared)


def _of_last_year(mention: Mention, gap: Gap, percent: bool) -> Cue | None:
    """Last year's same period, when a bracket tells its percentage: "(cùng kỳ tăng 18,9%)", "(cùng kỳ năm 2024: 6,5%)"."""
    named = next((cue for cue in gap.before if cue.kind == "yoy" and cue.bare), None)
    again = named is not None and gap.named == named
    if not percent or not mention.bracket or gap.behind or (gap.content and not again):
        return None
    moves = named is not None and any(cue.kind in MOVING and cue.start >= named.end for cue in gap.before)
    told = gap.named is None or gap.named == named or gap.named.kind in ("share", "equal", "reach")
    return named if named is not None and (moves or told) else None


def _rate_before(mention: Mention, state: State) -> Cue | None:
    """The time of which a bracket tells the rate: "còn 8,95%, giảm 2,03 điểm phần trăm so với năm 2022 (11,0%)"."""
    points = state.change is not None and state.change.measure.endswith("_abs") and mention.unit == state.level == "%"
    return state.change.base if points and state.change is not None and _as_large(mention, state) else None


def _told_again(gap: Gap, state: State, verb: str) -> bool:
    """Whether a percentage is a change that was told as an amount: "giảm 16 vụ (tương đương 42%)", "giảm 160 lượt = 44,82%"."""
    amount = state.moved and state.percent is None and state.level is not None
    return amount and gap.alike and verb in ("equal", "share") and not any(cue.kind == "plan" for cue in gap.behind)


def _as_large(mention: Mention, state: State) -> bool:
    """Whether a number is of the size of the level before it, not of a difference from it: "39,8%, thấp hơn mục tiêu 42%"."""
    return state.amount is not None and state.amount / _ALIKE < mention.value < state.amount * _ALIKE


def _same_again(state: State) -> Sense:
    """What was measured last, of another time."""
    if state.change is not None:
        return replace(state.change, negative=False)
    return Sense("plan_pct" if state.planned is not None else "value", False, "")


def _told_beside(mention: Mention, gap: Gap, state: State, verb: str, compared: Cue | None, percent: bool) -> Sense | None:
    """An amount in brackets, or behind "bằng", that tells a change or a plan again which was told in percent."""
    bracketed = bool(mention.bracket) and gap.opens and not verb
    if gap.content or not (bracketed or verb == "equal"):
        return None
    if percent:
        aimed = bracketed and state.planned is not None and (state.level == "%" or state.missed)
        return Sense("plan_value", False, PLAN_ASIDE, None) if aimed else None
    if bracketed and state.planned and state.beside in ("plan", None) and compared is None:
        return Sense("plan_value", False, PLAN_ASIDE, None) if state.beside or state.amount is None else None
    again = state.beside == "change" or (state.beside is None and bracketed and compared is not None and state.moved)
    if not again or state.change is None:
        return None
    kind = state.change.measure.partition("_")[0]
    kind = compared.kind if kind == "growth" and compared is not None and compared.kind in ("yoy", "prev", "base") else kind
    return Sense(f"{'yoy' if kind == 'growth' else kind}_abs", state.change.negative, "change told twice", state.change.base)


def ranks(gap: Gap) -> bool:
    """Whether a rank is named right before the number."""
    return gap.named is not None and gap.named.kind == "rank"


def _percent(mention: Mention, gap: Gap, state: State, verb: str, compared: Cue | None) -> Sense:
    tail = gap.behind[0] if gap.behind else None
    if tail is not None and tail.kind == "plan" and (verb != "share" or tail.end == gap.tail):
        return Sense("plan_pct", False, "share of plan", tail)
    if verb == "share":
        return Sense("share_pct", False, "share")
    if tail is not None and tail.kind == "yoy":
        return Sense("yoy_index", False, "index against last year", tail)
    carried = state.base or state.upcoming
    against = state.index != "plan_pct" and carried is not None and carried.kind == "yoy"
    if verb == "equal" and gap.alone and not gap.content and against:
        return Sense("yoy_index", False, "index against last year, carried on", carried)
    if tail is not None and tail.kind in ("prev", "base") and verb == "equal":
        return Sense("base_pct", False, "index against a base", tail)
    if compared is not None and compared.kind == "plan" and not gap.content and state.level is not None:
        return Sense("plan_pct", False, "share of plan", compared)
    if gap.of_whole:
        return Sense("share_pct", False, "share of a whole")
    if state.paired and not gap.content:
        aimed = state.level == _AIM
        return Sense("plan_pct" if aimed else "share_pct", False, "share of a pair")
    if state.level is not None and state.level != "%" and not gap.content:
        if state.of_earlier:
            return Sense("share_pct", False, "share of an earlier level")
        aims = verb == "reach" and not unit_of(state.level).counted
        aside = mention.bracket and not aims and mention.value <= _WHOLE
        if verb not in ("reach", "equal") or state.index == "share_pct" or aside:
            return Sense("share_pct", False, "bare share")
        return Sense("plan_pct", False, "bare share of plan")
    return Sense("value", False, "rate")


def _level(mention: Mention, gap: Gap, state: State, compared: Cue | None) -> Sense:
    if gap.named is not None and gap.named.kind == "plan" and mention.unit:
        return Sense("plan_value", False, "plan", gap.named)
    if mention.bracket and gap.opens and not gap.content and state.moved and compared is None:
        return Sense("value", False, BASE_LEVEL, state.change.base if state.change else state.base)
    named = gap.named
    if mention.bracket and gap.opens and not gap.content:
        named = next((cue for cue in gap.before if cue.kind == "yoy" and cue.bare), named)
    if named is not None and named.kind == "yoy" and named.bare and named.start >= gap.subject and not gap.behind:
        return Sense("value", False, BASE_LEVEL, named)
    return Sense("value", False, "level")


def _moved(mention: Mention, negative: bool, compared: Cue | None, state: State, rule: str) -> Sense:
    points = mention.unit.startswith("điểm phần trăm")
    percent = points or mention.unit.startswith("%")
    base = compared or state.base or state.upcoming
    kind = base.kind if base is not None and base.kind in COMPARING else state.default
    if kind == "plan" and compared is None:
        kind = state.default
    if state.yearly:
        kind, base = "yoy", compared
    ranked = mention.unit in _PLACES
    if base is None and not percent and state.level is None and not state.spans and not ranked:
        return Sense("value", negative, f"{rule} of a sum", None)
    if kind == "plan":
        return Sense("plan_pct" if percent else "plan_value", negative, rule, base)
    grown = state.grows and not points and _as_large(mention, state)
    if percent and not grown and (state.rate or points or (state.shared and (state.level is None or state.paired))):
        return Sense(f"{kind}_abs", negative, f"{rule}, points", base)
    if not percent:
        return Sense(f"{kind}_abs", negative, rule, base)
    if state.yearly or grown or (state.level is None and (kind == "yoy" or (base is None and kind != "prev"))):
        return Sense("growth_pct", negative, f"{rule} without a level", base)
    return Sense(f"{kind}_pct", negative, rule, base)


def _verb(gap: Gap) -> str:
    verbs = [cue.kind for cue in gap.before if cue.kind in ("up", "down", "reach", "equal", "share", "fold")]
    return verbs[-1] if verbs else ""


def _comparison(gap: Gap) -> Cue | None:
    """The comparison said of this number: behind it, or between verb and number."""
    if gap.behind:
        return next((cue for cue in gap.behind if cue.kind != "plan"), gap.behind[0])
    comparing = [cue for cue in gap.before if cue.kind in COMPARING and not cue.bare]
    return comparing[-1] if comparing else None
