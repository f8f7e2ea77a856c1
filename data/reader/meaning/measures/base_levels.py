"""What was then: "(cùng kỳ tăng 18,9%)", "còn 8,95%, giảm 2,03 điểm phần trăm so với năm 2022 (11,0%)"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant
from data.reader.meaning.measures.amounts import counted_alike, is_change
from data.reader.meaning.measures.changes import again, change
from data.reader.meaning.sense import Sense
from data.reader.meaning.text.gaps import MOVING

if TYPE_CHECKING:
    from data.grammar.comparator import Cue
    from data.reader.meaning.measures.number_in_context import NumberInContext

_APART = re.compile(tolerant(r"\(\s*(?:riêng )?(?:trong )?(?:\d+ )?(?:tháng|quý)(?! trước)"))
"""What begins a bracket that names its own time, a part of that spoken of: "tăng 5,8% (riêng quý IV đạt 612 triệu kWh)"."""
_ONLY = re.compile(tolerant(r"\W*(?:chỉ|mới|vẫn|lại)\s*"))
"""What stands between last year's time and how little it was then: "(cùng kỳ chỉ tăng 1,2%)"."""
_BY_CONTRAST = re.compile(tolerant(r"(?<![a-z])(?:trong khi|còn|nhưng) (?:đó )?$"))
_CONTRAST_LETTERS = 14
_SOME_YEAR = re.compile(tolerant(r"năm (?:trước|ngoái)|20\d\d"))
"""Words that say that last year's time is told, and not compared with: "tăng 6,4%, cùng kỳ năm trước tăng 2,3%"."""
_AGAINST, _AGAINST_LETTERS = re.compile(tolerant(r"(?<![a-z])so với (?:(?:mức|con số) )?$")), 18
"""What leads to the level with which that before it is compared: "tăng 12,5% so với 455 doanh nghiệp của cùng kỳ"."""
_RATE_OF_THEN = re.compile(tolerant(r"\W*(?:(?:trong khi|còn|nhưng) )?(?:mức|tốc độ) (?:tăng|giảm)(?: trưởng)?\s*"))
"""What stands between a rate and "của cùng kỳ", behind which that of then is told: "tăng 8%, mức tăng của cùng kỳ là 7%"."""
_YEARLY_RATES = ("growth_pct", "yoy_pct")
"""Changes against last year, which can themselves be compared with those of the month or quarter before."""


def of_last_year(it: NumberInContext) -> Cue | None:
    """Last year's same period, when a bracket tells its percentage: "(cùng kỳ tăng 18,9%)", "(cùng kỳ năm 2024: 6,5%)"."""
    gap = it.gap
    named = next((cue for cue in gap.before if cue.kind == "yoy" and cue.bare), None)
    grew = it.state.change is not None or it.state.level == "%"
    goes_on = (grew and gap.separator == ";") or (it.state.planned is not None and gap.separator == "," and not gap.content)
    beside = (goes_on or _told_beside_growth(it, named)) and gap.before[:1] == (named,)
    rate = _tells_rate_of_then(it, named)
    if named is None or not it.percent or not (it.mention.bracket or beside or rate):
        return None
    if rate or any(cue.kind != "plan" for cue in gap.behind):
        return named if not gap.behind else None
    verb = next((cue for cue in gap.before if cue.kind in MOVING and cue.start >= named.end), None)
    moves = verb is not None
    only = verb is not None and _ONLY.fullmatch(it.text, named.end, verb.start) is not None
    if gap.content and gap.named != named and not only:
        return None
    told = gap.named is None or gap.named == named or gap.named.kind in ("share", "equal", "reach")
    return named if moves or told else None


def _told_beside_growth(it: NumberInContext, named: Cue | None) -> bool:
    """A clause tells how something grew last year, behind how it grew now: "tăng 6,4%, cùng kỳ chỉ tăng 2,3%"."""
    change, moves = it.state.change, next((cue for cue in it.gap.before if cue.kind in MOVING), None)
    if named is None or moves is None or change is None or change.measure not in _YEARLY_RATES or it.gap.separator != ",":
        return False
    contrast = _BY_CONTRAST.search(it.text, max(0, named.start - _CONTRAST_LETTERS), named.start) is not None
    only = _ONLY.fullmatch(it.text, named.end, moves.start) is not None and moves.start - named.end > 1
    return contrast or only or _SOME_YEAR.search(it.text, named.start, named.end) is not None


def _tells_rate_of_then(it: NumberInContext, named: Cue | None) -> bool:
    """A clause tells, behind how it grew now, how much the growth of last year's time was."""
    grew = it.change.measure in _YEARLY_RATES if it.state.change is not None else it.state.level == "%"
    return bool(named and named.of and grew and _RATE_OF_THEN.fullmatch(it.text, it.gap.start, named.start))


def last_year(it: NumberInContext) -> Sense:
    """What was measured last, of last year; or what the bracket says has changed since."""
    last_year = of_last_year(it)
    if it.moves:
        return again(change(it, it.falls, last_year), last_year)
    if it.followed_by("plan"):
        return Sense("plan_pct", base=last_year)
    in_points = it.state.last_unit.startswith("điểm")
    if it.state.change is not None and not in_points:
        return again(replace(it.change, negative=False), last_year)
    planned = it.state.of_share if in_points else it.state.planned
    return Sense("plan_pct" if planned is not None else "value", base=last_year)


def was_rate(it: NumberInContext) -> bool:
    """A bracket tells the rate from which the points before it lead: "giảm 2,03 điểm phần trăm so với năm 2022 (11,0%)"."""
    return _tells_then(it) and _led_by_points(it) and it.mention.unit == it.state.level == "%" and it.as_large


def was_share_told(it: NumberInContext) -> bool:
    """The same where the rate was told beside what it counts: "812 hộ nghèo, tỷ lệ 5,9%, giảm 2,1% so với cuối năm 2026 (8%)"."""
    return _tells_then(it) and _led_by_points(it) and it.mention.unit == "%" and it.as_shared


def was_planned_rate(it: NumberInContext) -> bool:
    """A bracket tells the rate, or share, that was planned, behind the points to it: "vượt 0,4 điểm % so với kế hoạch (96%)"."""
    return (was_rate(it) or was_share_told(it)) and it.change.base is not None and it.change.base.kind == "plan"


def was_share_of_plan(it: NumberInContext) -> bool:
    """A bracket tells the share of the plan from which the points before it lead: "đạt 45% KH, giảm 3,5 điểm % (48,5%)"."""
    return _tells_then(it) and _led_by_points(it) and it.percent and it.as_planned


def _led_by_points(it: NumberInContext) -> bool:
    """Whether a change of so many points, against a base, was told right before."""
    return it.state.change is not None and it.change.base is not None and it.change.measure.endswith("_abs")


def _tells_then(it: NumberInContext) -> bool:
    """A bracket tells a number alone behind what changed."""
    return it.bracketed and it.bare and not it.verb


def was_share(it: NumberInContext) -> bool:
    """A bracket tells the rate, or the share of a plan, of last year: "đạt 52% kế hoạch, cao hơn cùng kỳ năm 2026 (44%)"."""
    aside, state = it.state.aside_of, it.state
    if aside is None or aside.kind != "yoy" or aside.peers or not (it.percent and it.bracketed and it.bare) or it.mention.sign:
        return False
    changed = state.moved and not state.last_unit.startswith("điểm")
    return not changed and (state.of_share is not None or (state.level == "%" and it.as_large))


def was_rate_before(it: NumberInContext) -> bool:
    """A bracket tells the rate of the time before: "quý II tăng 7,4%, cải thiện rõ so với quý I (6,2%)"."""
    aside = it.state.aside_of
    if aside is None or aside.peers or not it.mention.unit.startswith("%") or it.falls:
        return False
    by_points = it.state.last_unit.startswith("điểm") and it.as_grown
    if aside.kind not in ("prev", "base") and not (aside.kind == "yoy" and (aside.sign or by_points)):
        return False
    if not it.bracketed or it.mention.sign:
        return False
    if it.state.level is not None:
        return it.state.level == "%" and it.as_large
    grew = it.state.change is not None and (it.change.measure in _YEARLY_RATES or aside.kind == "yoy" or by_points)
    return grew or (it.state.change is None and aside.kind == "base" and it.as_grown)


def grown_in_other_years(it: NumberInContext) -> bool:
    """How fast something grew in other years is told behind its growth: "tăng 12,4%/năm, nhiệm kỳ trước là 9,1%/năm"."""
    goes_on = it.bare and not (it.verb or it.gap.behind or it.led_by_plan) and it.gap.separator in (",", ";")
    return it.mention.unit.endswith("/năm") and goes_on and it.state.change is not None and it.change.measure == "growth_pct"


def rate_before(it: NumberInContext) -> Sense:
    """What was measured last, of the time with which it is compared."""
    if it.state.grows and (it.moves or it.mention.unit.endswith("/năm")):
        return Sense("growth_pct", base=it.state.aside_of)
    if it.state.level is not None or it.state.change is None:
        return Sense("value", base=it.state.aside_of)
    # Then it had grown since its own last year, whatever year is named as the base of now.
    measure = "growth_pct" if it.change.measure == "base_pct" or it.change.measure.endswith("_abs") else it.change.measure
    return again(replace(it.change, measure=measure, negative=False), it.state.aside_of)


def was_amount(it: NumberInContext) -> bool:
    """A bracket tells the amount from which the change before it leads: "tăng 5% (1.200 tỷ đồng)"."""
    return it.bracketed and it.bare and it.state.moved and it.compared is None and not (it.is_part or of_its_own_time(it))


def of_its_own_time(it: NumberInContext) -> bool:
    """A bracket names its own time, a part of that spoken of: "tăng 8,7% (riêng tháng 10: 44 nghìn tấn)"."""
    return _APART.search(it.text, it.gap.start, it.mention.start) is not None


def told_beside(it: NumberInContext, *kinds: str) -> bool:
    """A bracket tells alone the level with which the level before it is compared: "so với cùng kỳ năm 2026 (310 vụ)"."""
    aside, level = it.state.aside_of, it.state.level or it.state.last_unit
    if aside is None or aside.kind not in kinds or not level or it.percent or it.mention.sign or it.mention.role:
        return False
    return counted_alike(level, it.mention.unit) and not is_change(it.mention, it.state)


def compared_alone(it: NumberInContext) -> bool:
    """A bracket tells a rate of then, of which nothing is told of now: "tỷ trọng vẫn thấp hơn năm 2019 (30,7%)"."""
    aside, state = it.state.aside_of, it.state
    untold = state.level is None and state.change is None and not state.last_unit
    compared = aside is not None and aside.sign != 0 and aside.kind in ("yoy", "prev", "base") and not aside.peers
    return compared and untold and it.percent and it.bracketed and not it.mention.sign


def named_then(it: NumberInContext) -> Cue | None:
    """Last year's same period where it is only named: "cùng kỳ 12 vụ", "(cùng kỳ: 12 vụ)"."""
    named = it.gap.named
    if it.bracketed and it.bare:
        named = next((cue for cue in it.gap.before if cue.kind == "yoy" and cue.bare), named)
    then = named is not None and named.kind == "yoy" and named.bare and named.start >= it.gap.subject
    return named if then and not it.gap.behind else None


def level_of_then(it: NumberInContext) -> bool:
    """It is the level with which that before it is compared: "đạt 63,6% kế hoạch, thấp hơn mức 71,2% của cùng kỳ"."""
    tail, start = it.tail, it.mention.start
    if tail is None or not (tail.of or tail.bare):
        return False
    against = _AGAINST.search(it.text, max(0, start - _AGAINST_LETTERS), start) is not None
    led = tail.of and it.state.change is None and it.led_by_level
    return led or (against and tail.kind != "plan" and not it.percent)
