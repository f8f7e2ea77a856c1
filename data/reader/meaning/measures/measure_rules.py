"""The measure of a mention: a level, a change, a share, a plan, decided by the words of comparison around it.

The tables are read from the top: the first rule that holds decides, and its name is what the figure tells of how it was read.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeAlias

from data.grammar.ocr import tolerant
from data.grammar.unit import is_money, noun_kind
from data.reader.meaning.measures import base_levels as then
from data.reader.meaning.measures import plans
from data.reader.meaning.measures.changes import again, change
from data.reader.meaning.measures.number_in_context import NumberInContext
from data.reader.meaning.measures.percentages import OF_PERCENTAGES
from data.reader.meaning.rules import Rule, always, first
from data.reader.meaning.sense import (
    ALLOTTED,
    BASE_LEVEL,
    CHANGE_ASIDE,
    IN_TURN,
    LEVEL_BEFORE,
    MISSED,
    OF_PEERS,
    PLAN_ASIDE,
    PLAN_LISTED,
    PLAN_OF_PAIR,
    Sense,
)
from data.reader.meaning.text.gaps import MOVING

SenseRule: TypeAlias = Rule[NumberInContext, Sense]
_THAT_IS = re.compile(tolerant(r"(?<![a-z])[t][uwi]{1,2}[c](?: là)?(?![a-z])"))
"""What says that the same is told in another way: "tức là"; damaged further, "tức" would be "trước"."""
_NOT_LAYER = "(?<!hạ )(?<!nền )(?<!cao )"
"""What may not stand before "tăng", which without its marks is "tầng": "hạ tầng gồm ..."."""
_HEADED = re.compile(tolerant(rf"(?<![a-z]){_NOT_LAYER}(tăng|giảm)(?: (?:khá|cao|mạnh|nhẹ))? (?:có|gồm) (?:[^.;]|\.(?=\d))*$"))
_GROUPS = re.compile(
    tolerant(rf"(?<![a-z])nhóm[^\d.;:()]{{0,24}} {_NOT_LAYER}(tăng|giảm)(?: giá)?(?: (?:có|gồm|là)|:) (?:[^.;]|\.(?=\d))*\($")
)
"""What heads a list of groups, each with its change in a bracket: "Hai nhóm giảm là giao thông (0,6%) và giáo dục (0,1%)"."""
_MOST = re.compile(
    tolerant(
        rf"(?<![a-z])nhóm(?: [a-z]+){{0,10}} {_NOT_LAYER}(tăng|giảm)(?: giá)?,? "
        r"(?:trong đó )?(?:(?:tăng|giảm) )?(?:cao|mạnh|nhiều|sâu|thấp) nhất là (?:[^.;]|\.(?=\d))*$"
    )
)
"""What leads to the groups of which those are told first that rose or fell most: "7 nhóm tăng giá, cao nhất là giáo dục"."""
_LIST = 300
"""What heads a list of what rose or fell, and how many letters before the last of it."""
_MAKES = re.compile(tolerant(r"(?<![a-z])làm (?:tăng|giảm)\s*$"))
"""What says that a part adds so much to a whole."""
_VERB = 6
"""Letters before the words that lead to a number in which the first word of that may stand."""
_OF_ALL = frozenset({"tiêu chí", "chỉ tiêu", "nhóm", "nhóm hàng", "sản phẩm", "mặt hàng", "ngành"})
"""What so many of rise or fall: "tai nạn giao thông giảm 02/03 tiêu chí"."""
_OF_YEAR = re.compile(tolerant(r"[^\d,;.:()]{0,30} của (?:năm (?:19|20)\d\d|(?:nhiệm kỳ|giai đoạn) (?:liền )?(?:trước|vừa qua))"))
"""What follows a level of another year, or term: "vượt mức 4,3 triệu lượt của năm 2019"."""
_CLAUSE = re.compile(r"[:;]")
"""What a comparison does not reach across."""
_BY_MORE = re.compile(tolerant("(?<![a-z])thêm $"))
"""What stands before the number of those that came to a level."""
_PEAK = re.compile(tolerant(r"(?<![a-z])(?:(?:có|nhiều) ngày|cao điểm|lần đầu(?: tiên)?|kỷ lục)(?![a-z])[^\d,;.:()]*$"))
"""What leads to "vượt" where a level is told that was passed: "cao điểm có ngày vượt 1.700 xe"."""


def sense_of(said: NumberInContext) -> Sense:
    """Decide what a mention measures."""
    rule = first(_PERCENTAGES if said.percent else _AMOUNTS, said)
    sense = rule.given(said)
    return replace(sense, rule=rule.name + sense.rule, negative=sense.negative or said.below_zero)


# Lists: "giảm 5 sở, 1 chi cục".


def _lists(it: NumberInContext) -> bool:
    return it.state.listed is not None and not it.verb and not it.followed_by("plan")


# What was told already, in another way: "giảm 16 vụ (tương đương 42%)", "tăng 5% (60 tỷ đồng)".


def _percent_again(it: NumberInContext) -> bool:
    """A percentage is the change that was told as an amount."""
    state = it.state
    if not it.percent or not it.bare or state.change is None or it.gap.since:
        return False
    measured = state.level is not None or _once_more(it) or (it.gap.alike and (_compares(it) or "_abs" in state.change.measure))
    amount = state.moved and state.percent is None and measured
    equal = it.gap.alike and it.verb in ("equal", "share") and not any(cue.kind == "plan" for cue in it.gap.behind)
    beside = it.mention.bracket and not it.verb and state.moved and it.gap.separator == "," and not it.gap.content
    return bool(beside) or (it.bracketed and it.verb in ("", *MOVING)) or (amount and (equal or _once_more(it)))


def _compares(it: NumberInContext) -> bool:
    """It is compared with another time: "giảm 90 xã, tương ứng 58% so với trước sắp xếp"."""
    return it.compared is not None and it.compared.kind in ("yoy", "prev", "base")


def _once_more(it: NumberInContext) -> bool:
    """It is said to come to the same: "giảm 120 tấn, tức giảm 4,5%"."""
    return "_" in it.change.measure and _THAT_IS.search(it.text, it.gap.start, it.mention.start) is not None


def _in_percent(it: NumberInContext) -> Sense:
    kind, how = it.change.measure.split("_")[0], "pct" if it.mention.unit.startswith("%") else "abs"
    return Sense(f"{kind}_{how}", it.falls if it.moves else it.change.negative, base=it.change.base)


def _amount_again(it: NumberInContext) -> bool:
    """An amount in brackets, or behind "bằng", is the change that was told in percent."""
    state = it.state
    aside = it.bracketed and not (it.verb or it.is_part or then.of_its_own_time(it))
    if it.percent or not it.bare or state.change is None or not (aside or it.verb == "equal"):
        return False
    return state.beside == "change" or (state.beside is None and aside and it.compared is not None and state.moved)


def _in_amount(it: NumberInContext) -> Sense:
    kind = it.change.measure.partition("_")[0]
    if kind == "growth":
        kind = it.compared.kind if it.compared is not None and it.compared.kind in ("yoy", "prev", "base") else "yoy"
    return Sense(f"{kind}_abs", it.change.negative, base=it.change.base)


# Changes and their like.


def _headed_by(it: NumberInContext) -> str:
    """With what the verb begins that says of all that is listed that it rose or fell: "Tăng khá có điện 571 triệu kWh (12%)".

    So does what says which of them did most: "7 nhóm tăng giá, cao nhất là giáo dục 1,9%, tiếp đến hàng ăn 0,3%".
    """
    if it.percent and it.state.level is None and not (it.bracketed or it.bare or it.gap.behind) and it.verb in ("", "equal"):
        most = _MOST.search(it.text, max(0, it.mention.start - _LIST), it.mention.start)
        return most[1][0] if most else ""
    if not (it.percent and it.bracketed) or it.verb or it.mention.sign or it.gap.behind:
        return ""
    head = _HEADED if it.bare else _GROUPS
    verb = head.search(it.text, max(0, it.mention.start - _LIST), it.mention.start)
    return verb[1][0] if verb else ""


def _signed(it: NumberInContext) -> bool:
    """A sign is printed where a change may stand: "(+5,2%)", "tăng -2%"."""
    return bool(it.mention.sign) and (it.gap.opens or it.moves or it.state.moved)


def _in_turn(it: NumberInContext) -> bool:
    """A change is told together with another one, against the month before and against last year: "tăng 0,9% và 9,8%"."""
    changes = it.led_by_verb or _signed(it) or (it.bare and not it.verb and it.state.change is not None)
    return it.state.by_place is not None and changes


def _by_its_place(it: NumberInContext) -> Sense:
    falls = it.mention.sign == "-" if it.mention.sign else it.falls if it.moves else it.change.negative
    return change(it, falls, it.state.by_place)


def _goes_on_changing(it: NumberInContext) -> bool:
    """A percentage without a verb follows a change and is compared with something, too: "tăng 5% ..., 7% so với ..."."""
    follows = it.percent and it.bare and not it.verb and it.state.change is not None
    return follows and it.tail is not None and not it.followed_by("plan")


def _more_or_less(it: NumberInContext) -> bool:
    """What is compared is said to be more or less, and no verb says by how much: "cao hơn cùng kỳ 5%"."""
    told = it.compared is not None and bool(it.compared.sign) and not it.verb and not it.gap.behind
    return told and it.compared is not None and not _CLAUSE.search(it.text, it.compared.end, it.mention.start)


def _passes(it: NumberInContext) -> bool:
    """A level is told that was passed on some day: "có ngày vượt 1.700 xe"."""
    verb = it.gap.before[-1] if it.gap.before else None
    if verb is None or verb.kind != "up" or not it.text.startswith("v", verb.start) or it.percent or it.compared is not None:
        return False
    return it.text[verb.end : it.mention.start].strip() == "" and _PEAK.search(it.text, it.gap.start, verb.start) is not None


def _told_as(it: NumberInContext) -> str:
    """What a rate is called where only that of then is told."""
    return "share_pct" if it.verb == "share" else "value"


def _passes_another_year(it: NumberInContext) -> bool:
    """The level of another year is told that was passed."""
    return it.moves and it.led_by_level and _OF_YEAR.match(it.text, it.mention.end) is not None


def _so_many_of_all(it: NumberInContext) -> bool:
    """So many of all there are rose or fell."""
    return it.led_by_verb and it.mention.role == "part" and it.mention.unit in _OF_ALL


def _more_behind_aside(it: NumberInContext) -> bool:
    """What is compared is said to be more or less before a bracket, and by how much behind it."""
    return it.state.before_aside is not None and it.bare and not (it.verb or it.gap.behind)


def _more_than_then(it: NumberInContext) -> bool:
    """By so much more it is than at another time: "thêm 0,6 tiêu chí so với cuối năm"."""
    led = _BY_MORE.search(it.text, max(0, it.mention.start - _VERB), it.mention.start)
    return led is not None and it.bare and it.state.level == it.mention.unit and it.followed_by("yoy", "prev", "base")


def _adds(it: NumberInContext) -> bool:
    """So many points are what a part adds to the growth of a whole: "làm tăng 0,08 điểm phần trăm"."""
    makes = _MAKES.search(it.text, max(0, it.gap.start - _VERB), it.mention.start)
    return it.mention.unit.startswith("điểm") and makes is not None


def _times(it: NumberInContext) -> bool:
    """Something is said to be so many times as much: "tăng 2 lần", "gấp 3 lần", "bằng 1,5 lần năm 2022"."""
    folds = it.verb == "equal" or any(cue.kind == "fold" for cue in it.gap.before)
    return it.mention.unit == "lần" and (it.led_by_verb or folds)


def _given(it: NumberInContext) -> bool:
    """A sentence, or a clause on gifts, begins with a verb that can say "given" and compares nothing: "Tặng 30 suất quà"."""
    compares = it.compared or it.state.base or it.state.upcoming or it.state.counted_above
    begins = it.gap.fresh or (it.gap.separator == ";" and noun_kind(it.mention.unit) == "goods")
    return it.led_by_verb and it.verb == "up" and begins and it.mention.counted and it.bare and not compares


_FIRST: tuple[SenseRule, ...] = (
    Rule(PLAN_OF_PAIR, plans.planned_whole, lambda it: Sense("plan_value", base=it.tail)),
    Rule("whole of a pair", lambda it: it.mention.role == "of", Sense("total")),
    Rule(
        "plan",
        lambda it: plans.plan_before_its_name(it) is not None,
        lambda it: plans.told_plan(it, plans.plan_before_its_name(it)),
    ),
    Rule(BASE_LEVEL, lambda it: it.gap.ranks and it.state.aside_of is not None, lambda it: Sense("rank", base=it.state.aside_of)),
    Rule("rank", lambda it: it.gap.ranks or (it.state.ranked and it.mention.role == "part"), Sense("rank")),
    Rule(PLAN_LISTED, plans.in_plan_list, lambda it: Sense("plan_value", it.led_by_verb and it.falls)),
    Rule("list of changes", lambda it: _lists(it) and bool(it.tail), lambda it: change(it, it.listed.negative, it.compared)),
    Rule(BASE_LEVEL, lambda it: _lists(it) and it.listed.rule == BASE_LEVEL, lambda it: again(it.listed)),
    Rule("list of changes", _lists, lambda it: again(it.listed)),
    Rule(BASE_LEVEL, lambda it: then.of_last_year(it) is not None, then.last_year),
    Rule(PLAN_ASIDE, plans.planned_part, lambda it: plans.told_plan(it, it.state.aside_of)),
    Rule(MISSED, plans.exceeded, lambda it: plans.apart_from_plan(it, it.gap.named)),
    Rule(PLAN_ASIDE, plans.planned_percent, lambda it: plans.told_plan(it, falls=plans.planned_to_fall(it))),
    Rule(PLAN_ASIDE, plans.planned_share, lambda it: plans.told_plan(it, it.state.aside_of)),
    Rule(OF_PEERS, lambda it: it.state.aside_of is not None and it.state.aside_of.peers and it.bare, Sense("value")),
    Rule(BASE_LEVEL, lambda it: then.told_beside(it, "yoy", "base"), lambda it: Sense("value", base=it.state.aside_of)),
    Rule(
        PLAN_ASIDE,
        lambda it: then.told_beside(it, "plan") or plans.planned_growth(it),
        lambda it: plans.told_plan(it, it.state.aside_of),
    ),
    Rule(PLAN_ASIDE, plans.planned_change, lambda it: plans.told_plan(it, it.state.aside_of, it.falls)),
    Rule(PLAN_ASIDE, then.was_planned_rate, lambda it: plans.told_plan(it, it.change.base)),
    Rule(BASE_LEVEL, then.was_rate, lambda it: Sense("value", base=it.change.base)),
    Rule(BASE_LEVEL, then.was_share_told, lambda it: Sense("share_pct", base=it.change.base)),
    Rule(BASE_LEVEL, then.was_share_of_plan, lambda it: Sense("plan_pct", base=it.change.base)),
    Rule(
        BASE_LEVEL,
        then.was_share,
        lambda it: Sense("plan_pct" if it.state.of_share is not None else "value", base=it.state.aside_of),
    ),
    Rule(BASE_LEVEL, then.was_rate_before, then.rate_before),
    Rule("growth of other years", then.grown_in_other_years, Sense("growth_pct")),
    Rule(BASE_LEVEL, then.compared_alone, lambda it: Sense(_told_as(it), base=it.state.aside_of)),
    Rule(CHANGE_ASIDE, _percent_again, _in_percent),
    Rule(PLAN_ASIDE, lambda it: plans.missed_plan(it) or plans.planned_amount(it), Sense("plan_value")),
    Rule("change told twice", _amount_again, _in_amount),
    Rule(LEVEL_BEFORE, lambda it: it.gap.from_level and it.gap.since, lambda it: Sense("value", base=it.compared)),
    Rule("level before the change", lambda it: it.gap.from_level and it.moves, lambda it: Sense("value", base=it.compared)),
    Rule(IN_TURN, _in_turn, _by_its_place),
    Rule("listed as changed", lambda it: bool(_headed_by(it)), lambda it: change(it, _headed_by(it) != "t", it.compared)),
    Rule("printed sign", _signed, lambda it: change(it, it.mention.sign == "-", it.compared or it.state.base)),
    Rule(BASE_LEVEL, then.level_of_then, lambda it: Sense("plan_pct" if it.state.planned is not None else "value", base=it.tail)),
    Rule(BASE_LEVEL, lambda it: bool(it.tail and it.tail.of) and it.moves, lambda it: again(change(it, it.falls, it.tail))),
    Rule("plan", plans.level_of_plan, lambda it: plans.told_plan(it, it.tail)),
    Rule(
        "plan that heads a sentence",
        lambda it: plans.heads_change(it) is not None,
        lambda it: plans.told_plan(it, plans.heads_change(it), it.falls),
    ),
    Rule(
        "plan",
        lambda it: plans.planned_in_turn(it) is not None,
        lambda it: plans.told_plan(it, plans.planned_in_turn(it)),
    ),
    Rule("plan", plans.aimed_at, Sense("target")),
    Rule("plan that was assigned", plans.assigned_level, Sense("plan_value")),
    Rule(
        ALLOTTED,
        lambda it: is_money(it.mention.unit) and plans.set_sum(it),
        lambda it: Sense("plan_value", base=plans.plan_that_is(it)),
    ),
    Rule(
        "plan",
        lambda it: plans.plan_that_is(it) is not None,
        lambda it: plans.told_plan(it, plans.plan_that_is(it)),
    ),
    Rule("plan", plans.near_plan, lambda it: plans.told_plan(it, falls=plans.was_to_fall(it))),
    Rule("aim that was not reached", plans.missed_aim, plans.told_plan),
    Rule("list of changes", _goes_on_changing, lambda it: change(it, it.change.negative, it.compared)),
    Rule("more or less", _more_or_less, lambda it: change(it, bool(it.compared and it.compared.sign < 0), it.compared)),
    Rule(
        "more or less",
        _more_behind_aside,
        lambda it: change(it, it.state.before_aside is not None and it.state.before_aside.sign < 0, it.state.before_aside),
    ),
    Rule("more or less", _more_than_then, lambda it: change(it, False, it.compared)),
    Rule("times", _times, lambda it: Sense("base_ratio", base=it.compared)),
    Rule("given, not grown", _given, Sense("value")),
    Rule("level that was passed", _passes, Sense("value")),
    Rule("level that was passed", _passes_another_year, Sense("value")),
    Rule("so many of all", _so_many_of_all, Sense("value")),
    Rule("plan", plans.wanted, lambda it: Sense("target" if it.mention.bound else "plan_value", it.falls, base=it.compared)),
    Rule(MISSED, lambda it: it.led_by_verb and it.percent and it.against_plan, plans.apart_from_plan),
    Rule("part of a growth", lambda it: it.led_by_verb and _adds(it), lambda it: Sense("value", it.falls)),
    Rule("change", lambda it: it.led_by_verb, lambda it: change(it, it.falls, it.compared)),
)
"""What is asked of every number."""
_OF_AMOUNTS: tuple[SenseRule, ...] = (
    Rule("plan", lambda it: it.led_by_plan and bool(it.mention.unit), plans.told_plan),
    Rule("plan", plans.plan_of_year, lambda it: plans.told_plan(it, it.compared)),
    Rule(
        "plan that heads a sentence",
        lambda it: plans.plan_heads(it) is not None,
        lambda it: Sense("plan_value", base=plans.plan_heads(it)),
    ),
    Rule("plan that was assigned", plans.assigned, Sense("plan_value")),
    Rule(ALLOTTED, plans.allotted, Sense("plan_value")),
    Rule(BASE_LEVEL, then.was_amount, lambda it: Sense("value", base=it.change.base if it.state.change else it.state.base)),
    Rule(BASE_LEVEL, lambda it: then.named_then(it) is not None, lambda it: Sense("value", base=then.named_then(it))),
    Rule("level", always, Sense("value")),
)
"""What is asked of a number that is no percentage, if nothing else has decided."""
_PERCENTAGES, _AMOUNTS = (*_FIRST, *OF_PERCENTAGES), (*_FIRST, *_OF_AMOUNTS)
