"""The measure of a mention: a level, a change, a share, a plan, decided by the words of comparison around it.

The tables are read from the top: the first rule that holds decides, and its name is what the figure tells of how it was read.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from data.grammar.ocr import tolerant
from data.grammar.unit import is_money, noun_kind
from data.reader.meaning.measures.amounts import counted_alike, is_change
from data.reader.meaning.measures.changes import change
from data.reader.meaning.measures.number_in_context import NumberInContext
from data.reader.meaning.measures.percentages import OF_PERCENTAGES
from data.reader.meaning.measures.plan_lists import listed_as_planned
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

if TYPE_CHECKING:
    from data.grammar.comparator import Cue

SenseRule: TypeAlias = Rule[NumberInContext, Sense]
_WAS_SET = re.compile(tolerant(r"(?<![a-z])giao(?![a-z])"))
"""What says that somebody set a plan."""
_AIM = re.compile(tolerant(r"(?<![a-z])(?:mục|chỉ) tiêu"))
_AIM_OF, _AIM_LETTERS = re.compile(tolerant(r"(?:mục|chỉ) tiêu\s*(?:của\s*)?$")), 20
"""How a plan is named that is an aim, and what stands before the name of the resolution that set it."""
_NOT_REACHED = re.compile(tolerant(r"(?:chưa|không) đạt\s*$"))
"""What stands before an aim that was not reached."""
_FUNDS = re.compile(tolerant(r"(?<![a-z])(?:vốn|kinh phí|chương trình mục tiêu)(?![a-z])"))
_SET_FUNDS = re.compile(tolerant(r"được (?:giao|phân bổ)(?![a-z])"))
_SPENT = re.compile(tolerant(r"giải ngân|thực hiện|(?<![a-z])chi(?![a-z])|thanh toán"))
_SPENT_OF_PART = re.compile(tolerant(r"giải ngân|thực hiện|đã chi(?![a-z])|thanh toán"))
"""What speaks of funds, what says that they were set, and what says that they, or a part of them, were spent."""
_BY_PLAN = re.compile(tolerant(r"\s*(?:theo\s*)?"))
"""What may stand between the second of a pair and the plan that it is: "210/340 ha theo kế hoạch"."""
_NOT_ONLY = re.compile(tolerant(r"\s*(?:và|lẫn|hoặc) (?:đột xuất|ngoài)"))
"""What stands behind "kế hoạch" where that only says of what kinds things are: "theo kế hoạch và đột xuất"."""
_THAT_IS = re.compile(tolerant(r"(?<![a-z])[t][uwi]{1,2}[c](?: là)?(?![a-z])"))
"""What says that the same is told in another way: "tức là"; damaged further, "tức" would be "trước"."""
_PLANNED_BEHIND_YEAR = re.compile(tolerant(r"\s*(?:cả )?năm(?:\s*20\d\d)? (?!20\d\d)[a-z]"))
"""What follows a plan at the beginning of a sentence: of what year it is, and what was planned."""
_NOT_LAYER = "(?<!hạ )(?<!nền )(?<!cao )"
"""What may not stand before "tăng", which without its marks is "tầng": "hạ tầng gồm ..."."""
_HEADED = re.compile(tolerant(rf"(?<![a-z]){_NOT_LAYER}(tăng|giảm)(?: (?:khá|cao|mạnh|nhẹ))? (?:có|gồm) (?:[^.;]|\.(?=\d))*$"))
_LIST = 300
"""What heads a list of what rose or fell, and how many letters before the last of it."""
_MAKES = re.compile(tolerant(r"(?<![a-z])làm (?:tăng|giảm)\s*$"))
"""What says that a part adds so much to a whole."""
_VERB = 6
"""Letters before the words that lead to a number in which the first word of that may stand."""
_RATE_LETTERS = 32
"""Letters before a number in which the name of its rate stands: "cao hơn tỷ lệ giải ngân 29,8% của cùng kỳ"."""
_LEVEL = re.compile(tolerant("(?<![a-z])(?:mức|tỷ lệ(?: [a-z]+){0,4}) $"))
"""What stands before a level that something is compared with."""
_IS = re.compile(tolerant(r"[^,;:.()%]{0,60}(?<![a-z])là\s*(?:từ|trên|khoảng)?\s*"))
"""What stands between a plan and the number that it is."""
_APART = re.compile(tolerant(r"\(\s*riêng (?:trong )?(?:tháng|quý)"))
"""What begins a bracket that tells a part of the time, not another time: "tăng 5,8% (riêng quý IV đạt 612 triệu kWh)"."""
_CLAUSE = re.compile(r"[:;]")
_BY_MORE = re.compile(tolerant("(?<![a-z])thêm $"))
"""What stands before the number of those that came to a level."""
_ONLY = re.compile(tolerant(r"\W*chỉ\s*"))
"""What stands between last year's time and how little it was then: "(cùng kỳ chỉ tăng 1,2%)"."""
_PEAK = re.compile(tolerant(r"(?<![a-z])(?:(?:có|nhiều) ngày|cao điểm|lần đầu(?: tiên)?|kỷ lục)(?![a-z])[^\d,;.:()]*$"))
"""What leads to "vượt" where a level is told that was passed: "cao điểm có ngày vượt 1.700 xe"."""
_YEARLY_RATES = ("growth_pct", "yoy_pct")
"""Changes against last year, which can themselves be compared with those of the month or quarter before."""


def sense_of(said: NumberInContext) -> Sense:
    """Decide what a mention measures."""
    rule = first(_PERCENTAGES if said.percent else _AMOUNTS, said)
    sense = rule.given(said)
    return replace(sense, rule=rule.name + sense.rule, negative=sense.negative or said.below_zero)


def _again(sense: Sense, base: Cue | None = None) -> Sense:
    """What was measured before, once more."""
    return replace(sense, rule="", base=base or sense.base)


# Lists: "giảm 5 sở, 1 chi cục".


def _lists(it: NumberInContext) -> bool:
    return it.state.listed is not None and not it.verb and not it.followed_by("plan")


# What was then: "(cùng kỳ tăng 18,9%)", "còn 8,95%, giảm 2,03 điểm phần trăm so với năm 2022 (11,0%)".


def _of_last_year(it: NumberInContext) -> Cue | None:
    """Last year's same period, when a bracket tells its percentage: "(cùng kỳ tăng 18,9%)", "(cùng kỳ năm 2024: 6,5%)"."""
    gap = it.gap
    named = next((cue for cue in gap.before if cue.kind == "yoy" and cue.bare), None)
    grew = it.state.change is not None or it.state.level == "%"
    goes_on = (grew and gap.separator == ";") or (it.state.planned is not None and gap.separator == "," and not gap.content)
    aside = it.mention.bracket or (goes_on and gap.before[:1] == (named,))
    if named is None or not it.percent or not aside or gap.behind:
        return None
    verb = next((cue for cue in gap.before if cue.kind in MOVING and cue.start >= named.end), None)
    moves = verb is not None
    only = verb is not None and _ONLY.fullmatch(it.text, named.end, verb.start) is not None
    if gap.content and gap.named != named and not only:
        return None
    told = gap.named is None or gap.named == named or gap.named.kind in ("share", "equal", "reach")
    return named if moves or told else None


def _last_year(it: NumberInContext) -> Sense:
    """What was measured last, of last year; or what the bracket says has changed since."""
    last_year = _of_last_year(it)
    if it.moves:
        return _again(change(it, it.falls, last_year), last_year)
    in_points = it.state.last_unit.startswith("điểm")
    if it.state.change is not None and not in_points:
        return _again(replace(it.change, negative=False), last_year)
    planned = it.state.of_share if in_points else it.state.planned
    return Sense("plan_pct" if planned is not None else "value", base=last_year)


def _was_rate(it: NumberInContext) -> bool:
    """A bracket tells the rate from which the points before it lead: "giảm 2,03 điểm phần trăm so với năm 2022 (11,0%)"."""
    return _tells_then(it) and _led_by_points(it) and it.mention.unit == it.state.level == "%" and it.as_large


def _was_share_told(it: NumberInContext) -> bool:
    """The same where the rate was told beside what it counts: "812 hộ nghèo, tỷ lệ 5,9%, giảm 2,1% so với cuối năm 2026 (8%)"."""
    return _tells_then(it) and _led_by_points(it) and it.mention.unit == "%" and it.as_shared


def _was_share_of_plan(it: NumberInContext) -> bool:
    """A bracket tells the share of the plan from which the points before it lead: "đạt 45% KH, giảm 3,5 điểm % (48,5%)"."""
    return _tells_then(it) and _led_by_points(it) and it.percent and it.as_planned


def _led_by_points(it: NumberInContext) -> bool:
    """Whether a change of so many points, against a base, was told right before."""
    return it.state.change is not None and it.change.base is not None and it.change.measure.endswith("_abs")


def _tells_then(it: NumberInContext) -> bool:
    """A bracket tells a number alone behind what changed."""
    return it.bracketed and it.bare and not it.verb


def _was_share(it: NumberInContext) -> bool:
    """A bracket tells the rate, or the share of a plan, of last year: "đạt 52% kế hoạch, cao hơn cùng kỳ năm 2026 (44%)"."""
    aside, state = it.state.aside_of, it.state
    if aside is None or aside.kind != "yoy" or aside.peers or not (it.percent and it.bracketed and it.bare) or it.mention.sign:
        return False
    changed = state.moved and not state.last_unit.startswith("điểm")
    return not changed and (state.of_share is not None or (state.level == "%" and it.as_large))


def _was_rate_before(it: NumberInContext) -> bool:
    """A bracket tells the rate of the time before: "quý II tăng 7,4%, cải thiện rõ so với quý I (6,2%)"."""
    aside = it.state.aside_of
    if aside is None or aside.peers or it.mention.unit != "%":
        return False
    if aside.kind not in ("prev", "base") and not (aside.kind == "yoy" and aside.sign):
        return False
    if not it.bracketed or it.mention.sign:
        return False
    if it.state.level is not None:
        return it.state.level == "%" and it.as_large
    return it.state.change is not None and (it.change.measure in _YEARLY_RATES or aside.kind == "yoy")


def _rate_before(it: NumberInContext) -> Sense:
    """What was measured last, of the time with which it is compared."""
    if it.state.level is not None or it.state.change is None:
        return Sense("value", base=it.state.aside_of)
    # Then it had grown since its own last year, whatever year is named as the base of now.
    measure = "growth_pct" if it.change.measure == "base_pct" else it.change.measure
    return _again(replace(it.change, measure=measure, negative=False), it.state.aside_of)


def _was_amount(it: NumberInContext) -> bool:
    """A bracket tells the amount from which the change before it leads: "tăng 5% (1.200 tỷ đồng)"."""
    apart = _APART.search(it.text, it.gap.start, it.mention.start) is not None
    return it.bracketed and it.bare and it.state.moved and it.compared is None and not it.is_part and not apart


def _told_beside(it: NumberInContext, *kinds: str) -> bool:
    """A bracket tells alone the level with which the level before it is compared: "so với cùng kỳ năm 2026 (310 vụ)"."""
    aside, level = it.state.aside_of, it.state.level or it.state.last_unit
    if aside is None or aside.kind not in kinds or not level or it.percent or it.mention.sign or it.mention.role:
        return False
    return counted_alike(level, it.mention.unit) and not is_change(it.mention, it.state)


def _planned_growth(it: NumberInContext) -> bool:
    """A bracket tells alone the growth that was planned: "GRDP tăng thấp hơn kịch bản tăng trưởng đã đề ra (6,1%)"."""
    aside, as_planned = it.state.aside_of, it.state.level is None or it.as_large
    return aside is not None and aside.kind == "plan" and it.mention.unit == "%" and it.state.grows and as_planned


def _planned_change(it: NumberInContext) -> bool:
    """A bracket tells by how much something was to rise or fall, which did: "giảm 4,2%, vượt mục tiêu đề ra (giảm 4%/năm)"."""
    aside = it.state.aside_of
    planned = aside is not None and aside.kind == "plan" and it.bracketed and it.percent and it.moves
    return planned and it.state.change is not None and it.change.negative == it.falls


def _named_then(it: NumberInContext) -> Cue | None:
    """Last year's same period where it is only named: "cùng kỳ 12 vụ", "(cùng kỳ: 12 vụ)"."""
    named = it.gap.named
    if it.bracketed and it.bare:
        named = next((cue for cue in it.gap.before if cue.kind == "yoy" and cue.bare), named)
    then = named is not None and named.kind == "yoy" and named.bare and named.start >= it.gap.subject
    return named if then and not it.gap.behind else None


# What was planned: "đạt 65% (kế hoạch 70%)", "39,8%, thấp hơn mục tiêu 42%".


def _planned_percent(it: NumberInContext) -> bool:
    """A bracket names the plan, in percent."""
    named = it.gap.named is not None and it.led_by_plan and (it.gap.named.bare or it.state.level or it.state.moved)
    return it.percent and it.bracketed and bool(named)


def _planned_share(it: NumberInContext) -> bool:
    """A bracket tells the share that was aimed at: "đạt 22,9% kế hoạch, thấp hơn mục tiêu đề ra (30%)"."""
    aside, reached = it.state.aside_of, it.state.planned
    if aside is None or aside.kind != "plan" or reached is None or it.mention.unit != "%" or not it.bracketed:
        return False
    return it.mention.value > reached if aside.sign < 0 else it.mention.value < reached if aside.sign > 0 else False


def _planned_to_fall(it: NumberInContext) -> bool:
    """By so much something was to fall, which did: "giảm bình quân 3,1%/năm (kế hoạch giảm từ 2%/năm trở lên)"."""
    return it.falls and it.led_by_verb and not it.gap.from_level and it.state.change is not None and it.change.negative


def _exceeded(it: NumberInContext) -> bool:
    """A percentage is by how much a plan was exceeded: "vượt chỉ tiêu giao 2,9%"; not the plan: "39,8%, vượt kế hoạch 38%"."""
    named = it.gap.named
    exceeds = it.percent and it.led_by_plan and named is not None and named.exceeded
    return exceeds and not it.as_large and not _to_grow(it)


def _apart_from_plan(it: NumberInContext, plan: Cue | None = None) -> Sense:
    """By how much of a plan, or by how many points, it was missed or exceeded."""
    plan = plan or it.compared
    falls = plan.sign < 0 if plan is not None and plan.sign else it.falls
    return Sense("base_abs" if it.mention.unit.startswith("điểm") else "plan_pct", falls, base=plan)


def _to_grow(it: NumberInContext) -> bool:
    """A percentage is by how much something was to grow: "tăng 12,1%/năm, vượt mục tiêu (9%/năm)"."""
    yearly, untold = it.mention.unit.endswith("/năm"), it.state.level is None
    rate = yearly or (untold and (it.state.grows or (it.bracketed and not it.state.in_money)))
    return rate and it.led_by_plan and it.as_great


def _planned(it: NumberInContext, named: Cue | None = None) -> str:
    """What a plan's number is: a target if it is called an aim and nobody set it, "chỉ tiêu năm 2027 là 28%".

    In what tells the results of several years, the aim was that of those years, which are over.
    """
    named = named or it.gap.named
    return "target" if named is not None and not it.state.over and _is_aim(it, named) else "plan_value"


def _is_aim(it: NumberInContext, named: Cue) -> bool:
    """Whether a plan is called an aim, and nobody set it."""
    aim = _AIM.search(it.text, named.start, named.end) or _AIM_OF.search(it.text, max(0, named.start - _AIM_LETTERS), named.start)
    return aim is not None and _WAS_SET.search(it.text, named.start, it.mention.start) is None


def _missed_aim(it: NumberInContext) -> bool:
    """A percentage is an aim that was not reached: "chưa đạt chỉ tiêu 42%"."""
    named = it.gap.named
    missed = named is not None and _NOT_REACHED.search(it.text, max(0, named.start - _AIM_LETTERS), named.start) is not None
    return it.percent and it.led_by_plan and missed and named is not None and _is_aim(it, named)


def _missed_plan(it: NumberInContext) -> bool:
    """A bracket behind the share of a plan in percent, or behind what it was missed by, tells the plan itself."""
    shared = it.state.planned is not None and (it.state.level == "%" or it.state.missed)
    return it.percent and it.bracketed and it.bare and not it.verb and shared


def _planned_amount(it: NumberInContext) -> bool:
    """A bracket behind the share of a plan tells an amount that is the plan by its size, or with nothing to tell by."""
    fits = it.state.beside == "plan" or (it.state.beside is None and it.state.amount is None)
    aside = it.bracketed and it.bare and not it.verb and it.compared is None
    return not it.percent and aside and bool(it.state.planned) and fits


def _planned_whole(it: NumberInContext) -> bool:
    """The second of a pair is the plan, which is named right behind it: "2.130/4.420 tỷ đồng kế hoạch"."""
    end = it.mention.unit_end
    named = it.tail is not None and it.followed_by("plan") and it.tail.start >= end
    named = named and it.tail is not None and _BY_PLAN.fullmatch(it.text, end, it.tail.start) is not None
    kinds = it.tail is not None and _NOT_ONLY.match(it.text, it.tail.end) is not None
    return it.mention.role == "of" and named and not it.percent and not kinds


def _near_plan(it: NumberInContext) -> bool:
    """A plan is named of which the number could be the level: "39,8%, thấp hơn mục tiêu 42%"."""
    return (it.led_by_plan and it.state.level == it.mention.unit and it.as_large) or _to_grow(it)


def _plan_heads(it: NumberInContext) -> Cue | None:
    """The plan with which a sentence begins, of which the first number tells something: "Kế hoạch năm trồng 900 ha rừng"."""
    first = it.gap.before[0] if it.gap.before and it.gap.fresh else None
    heads = first is not None and first.bare and first.noun == "scheme" and not first.exceeded
    if first is None or not heads or it.text[it.gap.start : first.start].strip(" -+"):
        return None
    between = it.text[first.end : it.mention.start]
    alone = len(it.gap.before) == 1 and not it.gap.behind and "," not in between and ":" not in between
    return first if alone and _PLANNED_BEHIND_YEAR.match(between) else None


def _in_plan_list(it: NumberInContext) -> bool:
    """A list of what is planned goes on to the number: "Kế hoạch năm: GRDP tăng 8%; trồng rừng 900 ha"."""
    return not it.mention.bracket and listed_as_planned(it.text, it.mention.start) is not None


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
    aside = it.bracketed and not it.verb and not it.is_part
    if it.percent or not it.bare or state.change is None or not (aside or it.verb == "equal"):
        return False
    return state.beside == "change" or (state.beside is None and aside and it.compared is not None and state.moved)


def _in_amount(it: NumberInContext) -> Sense:
    kind = it.change.measure.partition("_")[0]
    if kind == "growth":
        kind = it.compared.kind if it.compared is not None and it.compared.kind in ("yoy", "prev", "base") else "yoy"
    return Sense(f"{kind}_abs", it.change.negative, base=it.change.base)


# Funds: "vốn năm 2027 được giao là 300 tỷ đồng, gồm vốn trung ương 200 tỷ đồng, vốn địa phương 100 tỷ đồng".


def _allotted(it: NumberInContext) -> bool:
    """Funds were set, as a whole or in parts; nothing is said of what was spent of them."""
    if not is_money(it.mention.unit):
        return False
    given = _SET_FUNDS.search(it.text, it.gap.start, it.mention.start)
    if given is None or _FUNDS.search(it.text, it.gap.start, given.start()) is None:
        goes_on = it.state.allotted and (it.state.noted or not it.gap.fresh) and it.verb in ("", "equal")
        spending = _SPENT_OF_PART if it.is_part else _SPENT
        return goes_on and spending.search(it.text, it.gap.start, it.mention.start) is None
    spent = _SPENT.search(it.text, given.end(), it.mention.start) is not None
    return not spent and not any(cue.kind in (*MOVING, "reach") and cue.start >= given.end() for cue in it.gap.before)


# Changes and their like.


def _headed_by(it: NumberInContext) -> str:
    """With what the verb begins that says of all that is listed that it rose or fell: "Tăng khá có điện 571 triệu kWh (12%)"."""
    if not (it.percent and it.bracketed and it.bare) or it.verb or it.mention.sign or it.gap.behind:
        return ""
    verb = _HEADED.search(it.text, max(0, it.mention.start - _LIST), it.mention.start)
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


def _level_of_then(it: NumberInContext) -> bool:
    """It is the level with which that before it is compared: "đạt 63,6% kế hoạch, thấp hơn mức 71,2% của cùng kỳ"."""
    then = it.state.change is None and it.tail is not None and it.tail.of
    return then and _LEVEL.search(it.text, max(it.gap.start, it.mention.start - _RATE_LETTERS), it.mention.start) is not None


def _level_of_plan(it: NumberInContext) -> bool:
    """It is the level with which that before it is compared: "GRDP tăng 8,2%, chưa đạt mức 9,5% của kịch bản"."""
    planned = it.percent and it.followed_by("plan") and it.state.level in (None, "%")
    return planned and _LEVEL.search(it.text, max(it.gap.start, it.mention.start - _RATE_LETTERS), it.mention.start) is not None


def _plan_that_is(it: NumberInContext) -> Cue | None:
    """The plan that is said to be so much: "kịch bản tăng trưởng quý IV là 12%", "Dự toán chi năm 2027 là 900 tỷ đồng"."""
    plan = next((cue for cue in reversed(it.gap.before) if cue.kind == "plan" and cue.bare), None)
    if plan is None or _IS.fullmatch(it.text, plan.end, it.mention.start) is None:
        return None
    begins = it.gap.fresh and not it.text[it.gap.start : plan.start].strip(" -+")
    return plan if it.percent or begins else None


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
    Rule(PLAN_OF_PAIR, _planned_whole, lambda it: Sense("plan_value", base=it.tail)),
    Rule("whole of a pair", lambda it: it.mention.role == "of", Sense("total")),
    Rule(BASE_LEVEL, lambda it: it.gap.ranks and it.state.aside_of is not None, lambda it: Sense("rank", base=it.state.aside_of)),
    Rule("rank", lambda it: it.gap.ranks or (it.state.ranked and it.mention.role == "part"), Sense("rank")),
    Rule(PLAN_LISTED, _in_plan_list, lambda it: Sense("plan_value", it.led_by_verb and it.falls)),
    Rule("list of changes", lambda it: _lists(it) and bool(it.tail), lambda it: change(it, it.listed.negative, it.compared)),
    Rule(BASE_LEVEL, lambda it: _lists(it) and it.listed.rule == BASE_LEVEL, lambda it: _again(it.listed)),
    Rule("list of changes", _lists, lambda it: _again(it.listed)),
    Rule(BASE_LEVEL, lambda it: _of_last_year(it) is not None, _last_year),
    Rule(MISSED, _exceeded, lambda it: _apart_from_plan(it, it.gap.named)),
    Rule(PLAN_ASIDE, _planned_percent, lambda it: Sense(_planned(it), _planned_to_fall(it), base=it.gap.named)),
    Rule(PLAN_ASIDE, _planned_share, lambda it: Sense(_planned(it, it.state.aside_of), base=it.state.aside_of)),
    Rule(OF_PEERS, lambda it: it.state.aside_of is not None and it.state.aside_of.peers and it.bare, Sense("value")),
    Rule(BASE_LEVEL, lambda it: _told_beside(it, "yoy", "base"), lambda it: Sense("value", base=it.state.aside_of)),
    Rule(
        PLAN_ASIDE,
        lambda it: _told_beside(it, "plan") or _planned_growth(it),
        lambda it: Sense(_planned(it, it.state.aside_of), base=it.state.aside_of),
    ),
    Rule(PLAN_ASIDE, _planned_change, lambda it: Sense(_planned(it, it.state.aside_of), it.falls, base=it.state.aside_of)),
    Rule(BASE_LEVEL, _was_rate, lambda it: Sense("value", base=it.change.base)),
    Rule(BASE_LEVEL, _was_share_told, lambda it: Sense("share_pct", base=it.change.base)),
    Rule(BASE_LEVEL, _was_share_of_plan, lambda it: Sense("plan_pct", base=it.change.base)),
    Rule(
        BASE_LEVEL,
        _was_share,
        lambda it: Sense("plan_pct" if it.state.of_share is not None else "value", base=it.state.aside_of),
    ),
    Rule(BASE_LEVEL, _was_rate_before, _rate_before),
    Rule(CHANGE_ASIDE, _percent_again, _in_percent),
    Rule(PLAN_ASIDE, lambda it: _missed_plan(it) or _planned_amount(it), Sense("plan_value")),
    Rule("change told twice", _amount_again, _in_amount),
    Rule(LEVEL_BEFORE, lambda it: it.gap.from_level and it.gap.since, lambda it: Sense("value", base=it.compared)),
    Rule("level before the change", lambda it: it.gap.from_level and it.moves, lambda it: Sense("value", base=it.compared)),
    Rule(IN_TURN, _in_turn, _by_its_place),
    Rule("listed as changed", lambda it: bool(_headed_by(it)), lambda it: change(it, _headed_by(it) != "t", it.compared)),
    Rule("printed sign", _signed, lambda it: change(it, it.mention.sign == "-", it.compared or it.state.base)),
    Rule(BASE_LEVEL, _level_of_then, lambda it: Sense("plan_pct" if it.state.planned is not None else "value", base=it.tail)),
    Rule(BASE_LEVEL, lambda it: bool(it.tail and it.tail.of) and it.moves, lambda it: _again(change(it, it.falls, it.tail))),
    Rule("plan", _level_of_plan, lambda it: Sense(_planned(it, it.tail), base=it.tail)),
    Rule(
        ALLOTTED,
        lambda it: is_money(it.mention.unit) and _plan_that_is(it) is not None,
        lambda it: Sense("plan_value", base=_plan_that_is(it)),
    ),
    Rule(
        "plan",
        lambda it: _plan_that_is(it) is not None,
        lambda it: Sense(_planned(it, _plan_that_is(it)), base=_plan_that_is(it)),
    ),
    Rule("plan", _near_plan, lambda it: Sense(_planned(it), base=it.gap.named)),
    Rule("aim that was not reached", _missed_aim, lambda it: Sense(_planned(it), base=it.gap.named)),
    Rule("list of changes", _goes_on_changing, lambda it: change(it, it.change.negative, it.compared)),
    Rule("more or less", _more_or_less, lambda it: change(it, bool(it.compared and it.compared.sign < 0), it.compared)),
    Rule("more or less", _more_than_then, lambda it: change(it, False, it.compared)),
    Rule("times", _times, lambda it: Sense("base_ratio", base=it.compared)),
    Rule("given, not grown", _given, Sense("value")),
    Rule("level that was passed", _passes, Sense("value")),
    Rule(
        MISSED,
        lambda it: it.led_by_verb and it.percent and it.against_plan,
        _apart_from_plan,
    ),
    Rule("part of a growth", lambda it: it.led_by_verb and _adds(it), lambda it: Sense("value", it.falls)),
    Rule("change", lambda it: it.led_by_verb, lambda it: change(it, it.falls, it.compared)),
)
"""What is asked of every number."""
_OF_AMOUNTS: tuple[SenseRule, ...] = (
    Rule("plan", lambda it: it.led_by_plan and bool(it.mention.unit), lambda it: Sense(_planned(it), base=it.gap.named)),
    Rule(
        "plan that heads a sentence", lambda it: _plan_heads(it) is not None, lambda it: Sense("plan_value", base=_plan_heads(it))
    ),
    Rule(ALLOTTED, _allotted, Sense("plan_value")),
    Rule(BASE_LEVEL, _was_amount, lambda it: Sense("value", base=it.change.base if it.state.change else it.state.base)),
    Rule(BASE_LEVEL, lambda it: _named_then(it) is not None, lambda it: Sense("value", base=_named_then(it))),
    Rule("level", always, Sense("value")),
)
"""What is asked of a number that is no percentage, if nothing else has decided."""
_PERCENTAGES, _AMOUNTS = (*_FIRST, *OF_PERCENTAGES), (*_FIRST, *_OF_AMOUNTS)
