"""What was planned, and funds that were set: "đạt 65% (kế hoạch 70%)", "thấp hơn mục tiêu 42%", "được giao 300 tỷ đồng"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.fold import fold
from data.grammar.ocr import tolerant
from data.grammar.unit import is_money
from data.reader.meaning.measures.plan_lists import listed_as_planned, told_first
from data.reader.meaning.sense import Sense
from data.reader.meaning.text.gaps import MOVING

if TYPE_CHECKING:
    from data.grammar.comparator import Cue
    from data.reader.meaning.measures.number_in_context import NumberInContext

_WAS_SET = re.compile(tolerant(r"(?<![a-z])giao(?![a-z])"))
"""What says that somebody set a plan."""
_AIM = re.compile(tolerant(r"(?<![a-z])(?:(?:mục|chỉ) tiêu|kịch bản)"))
_AIM_OF, _AIM_LETTERS = re.compile(tolerant(r"(?:mục|chỉ) tiêu\s*(?:của\s*)?$")), 20
"""How a plan is named that is an aim, and what stands before the name of the resolution that set it."""
_SET_BEHIND = re.compile(tolerant(r" (?:đã |được )?(?:đặt|đề) ra(?![a-z])"))
"""What says behind a level that it was aimed at: "thấp hơn mức 9% đặt ra cho cả năm"."""
_NOT_REACHED = re.compile(tolerant(r"(?:chưa|không) đạt\s*$"))
"""What stands before an aim that was not reached."""
_FUNDS = re.compile(tolerant(r"(?<![a-z])(?:vốn|kinh phí|chương trình mục tiêu)(?![a-z])"))
_SET_FUNDS = re.compile(tolerant(r"(?:được|trung ương|chính phủ|tỉnh) (?:giao|phân bổ)(?![a-z])"))
_SPENT = re.compile(tolerant(r"giải ngân|thực hiện|(?<![a-z])(?:chi|thu)(?![a-z])|thanh toán"))
_SPENT_OF_PART = re.compile(tolerant(r"giải ngân|thực hiện|đã chi(?![a-z])|thanh toán"))
"""What speaks of funds, what says that they were set, and what says that they, or a part of them, were spent."""
_BY_PLAN = re.compile(tolerant(r"\s*(?:theo\s*)?"))
"""What may stand between the second of a pair and the plan that it is: "210/340 ha theo kế hoạch"."""
_NOT_ONLY = re.compile(tolerant(r"\s*(?:và|lẫn|hoặc) (?:đột xuất|ngoài)"))
"""What stands behind "kế hoạch" where that only says of what kinds things are: "theo kế hoạch và đột xuất"."""
_PLANNED_BEHIND_YEAR = re.compile(tolerant(r"\s*(?:(?:cả )?năm(?:\s*20\d\d)?|\d năm|(?:được )?giao) (?!20\d\d)[a-z]"))
"""What follows a plan at the beginning of a sentence: of what year it is, and what was planned."""
_OF_YEAR = re.compile(
    tolerant(r"\s*(?:(?:cả |của )?năm(?:\s*20\d\d)?|\d\d? tháng(?: đầu năm)?|quý [ivx\d]+)(?: (?:là|giao|đề ra))*\s*")
)
"""What stands between a plan and its number where it says only of what time it is."""
_CHANGE_OF_YEAR = re.compile(
    tolerant(r"\s*(?:(?:cả |của )?năm(?:\s*20\d\d)?\s*)?(?:đề ra\s*)?(?:là\s*)?(?:tăng|giảm)(?: (?:từ|trên|ít nhất|thêm))?\s*")
)
"""What stands between a plan and by how much something was to change: "Kế hoạch cả năm giảm"."""
_BY, _BY_LETTERS = fold("theo"), 8
"""What may lead to a plan with which a sentence begins: "Theo kế hoạch ..."."""
_ON_TOPIC = re.compile(tolerant(r"(?:(?:về|đối với|trong) [^\d,;.:()]{2,40}|trong \d\d? (?:năm|tháng)(?: qua)?),"))
"""What a sentence is about, or when, told before the plan: "Về lâm nghiệp, kế hoạch năm trồng mới 900 ha rừng"."""
_GIVEN = fold("kế hoạch giao")
"""A plan that is called so was given: "Kế hoạch giao trồng mới 900 ha rừng"."""
_ASSIGNED = re.compile(
    tolerant(r"(?<![a-z])(?:được|tỉnh|UBND|HĐND|trung ương|chính phủ|bộ [a-z]+) giao(?: chỉ tiêu| nhiệm vụ)?(?: [a-z]+){1,4}\s*$")
)
"""What leads to what was to be done: "ngành du lịch được giao đón ...", "tỉnh giao trồng mới ..."."""
_ASSIGNED_BEHIND = re.compile(
    tolerant(r"\s(?:đã )?(?:được|tỉnh|UBND(?: tỉnh)?|HĐND(?: tỉnh)?|trung ương|chính phủ)(?: tỉnh)? giao(?![a-z])")
)
"""What follows a level that was to be reached: "vượt mức 300 km được giao"."""
_THERE_ARE = re.compile(tolerant(r"(?<![a-z])có $"))
"""What leads to how many there were: "hoàn thành 100% chỉ tiêu (năm 2027 có 900 công dân nhập ngũ)"."""
_IN_TURN = re.compile(tolerant(r"\s*(?:(?:năm(?:\s*20\d\d)?|giao|đề ra)\s*)*(?:lần lượt|tương ứng)\s*(?:là|đạt)?\s*"))
"""What stands between a plan and the first of its numbers that are told in turn."""
_BUDGET = fold("dự toán")
_BUDGETED_FOR_YEAR = re.compile(tolerant(r"\s[^\d,;.:()]{3,60}?(?<![a-z])(?:cả )?năm(?:\s*20\d\d)?\s*(?:là\s*)?"))
"""What stands between a budget and its number: "Dự toán thu nội địa cả năm 900 tỷ đồng"."""
_REACHED = re.compile(
    tolerant(
        r"(?: [a-z]+){0,3}\s*[,;]\s(?:\d\d? tháng|[^\d;.()]{0,24}(?:tháng|quý|ngày) [\d/]+)?[^\d;.()]{0,80}?"
        r"(?<![a-z])(?:được|đạt|thực hiện|giải ngân|đã|ước)(?![a-z])[^\d;.()]{0,40}(?<!\d)\d[\d.,]*\s*"
    )
)
"""What stands between a plan and the unit of what was reached of it."""
_IS = re.compile(tolerant(r"[^,;:.()%]{0,110}(?<![a-z])(?:(?:là|giao)|đề ra(?: [a-z]+){1,8})\s*(?:từ|trên|khoảng)?\s*"))
"""What stands between a plan and the number that it is: "... là", "... được HĐND tỉnh giao"."""
_FOR_YEAR_IS = re.compile(tolerant(r"[^\d,;:.()%]{1,50}(?:20\d\d )?là\s*(?:từ|trên|khoảng)?\s*"))
"""What stands between a plan that was set and its number, where it tells for what year: "đề ra cho năm 2025 là"."""
_THAT_IS = re.compile(tolerant(r"(?:đề|đặt) ra là\s*$"))
"""What leads from a plan that was compared with to its number."""
_SET_FORTH, _WHAT = re.compile(tolerant(r"(?:đề|đặt) ra$")), re.compile(tolerant(r"(?: [a-z]+){1,9}\s*(?:từ|trên|khoảng)?\s*"))
"""How a resolution ends that set a plan, and what it planned: "Nghị quyết đề ra mức tăng bình quân 7%/năm"."""


def planned_percent(it: NumberInContext) -> bool:
    """A bracket names the plan, in percent."""
    named = it.gap.named is not None and it.led_by_plan and (it.gap.named.bare or it.state.level or it.state.moved)
    return it.percent and it.bracketed and bool(named)


def planned_share(it: NumberInContext) -> bool:
    """A bracket tells the share that was aimed at: "đạt 22,9% kế hoạch, thấp hơn mục tiêu đề ra (30%)"."""
    aside, reached = it.state.aside_of, it.state.planned
    if aside is None or aside.kind != "plan" or reached is None or it.mention.unit != "%" or not it.bracketed:
        return False
    return it.mention.value > reached if aside.sign < 0 else it.mention.value < reached if aside.sign > 0 else False


def planned_part(it: NumberInContext) -> bool:
    """A bracket tells the share of a whole that was aimed at: "chiếm 64,6% tổng số trường, vượt mục tiêu đề ra (60%)"."""
    aside = it.state.aside_of
    return aside is not None and aside.kind == "plan" and it.state.shared and it.mention.unit == "%" and it.bracketed and it.bare


def planned_growth(it: NumberInContext) -> bool:
    """A bracket tells alone the growth that was planned: "GRDP tăng thấp hơn kịch bản tăng trưởng đã đề ra (6,1%)"."""
    aside, as_planned = it.state.aside_of, it.state.level is None or it.as_large
    return aside is not None and aside.kind == "plan" and it.mention.unit == "%" and it.state.grows and as_planned


def planned_change(it: NumberInContext) -> bool:
    """A bracket tells by how much something was to rise or fall, which did: "giảm 4,2%, vượt mục tiêu đề ra (giảm 4%/năm)"."""
    aside = it.state.aside_of
    planned = aside is not None and aside.kind == "plan" and it.bracketed and it.percent and it.moves
    return planned and it.state.change is not None and it.change.negative == it.falls


def planned_to_fall(it: NumberInContext) -> bool:
    """By so much something was to fall, which did: "giảm bình quân 3,1%/năm (kế hoạch giảm từ 2%/năm trở lên)".

    In points, without the verb again: "mỗi năm giảm 3,6 điểm %, vượt mục tiêu (3%/năm)".
    """
    fell = it.state.change is not None and it.change.negative
    points = it.mention.unit.endswith("/năm") and it.state.last_unit.startswith("điểm") and not it.verb
    return fell and (points or (it.falls and it.led_by_verb and not it.gap.from_level))


def exceeded(it: NumberInContext) -> bool:
    """A percentage is by how much a plan was exceeded: "vượt chỉ tiêu giao 2,9%"; not the plan: "39,8%, vượt kế hoạch 38%"."""
    named = it.gap.named
    exceeds = it.percent and it.led_by_plan and named is not None and named.exceeded
    yearly = it.mention.unit.endswith("/năm")  # so fast something was to change
    return exceeds and not (it.as_large or it.as_shared or yearly or _to_grow(it))


def wanted(it: NumberInContext) -> bool:
    """A growth is what a plan wants: "Để GRDP tăng từ 12% trở lên theo nghị quyết của Hội đồng nhân dân tỉnh"."""
    if not (it.percent and it.led_by_verb and it.against_plan and it.compared is not None):
        return False
    return it.text[max(0, it.compared.start - _BY_LETTERS) : it.compared.start].rstrip().endswith(_BY)


def apart_from_plan(it: NumberInContext, plan: Cue | None = None) -> Sense:
    """By how much of a plan, or by how many points of a rate, it was missed or exceeded."""
    plan = plan or it.compared
    falls = plan.sign < 0 if plan is not None and plan.sign else it.falls
    in_points = it.mention.unit.startswith("điểm") or it.state.rate or it.state.grows or it.state.shared
    return Sense("base_abs" if in_points else "plan_pct", falls, base=plan)


def _to_grow(it: NumberInContext) -> bool:
    """A percentage is by how much something was to grow, or fall: "tăng 12,1%/năm, vượt mục tiêu (9%/năm)"."""
    yearly = it.mention.unit.endswith("/năm") or it.state.last_unit.endswith("/năm")
    untold = it.state.level is None
    rate = yearly or (untold and (it.state.grows or (it.bracketed and not it.state.in_money)))
    in_points = it.mention.unit.endswith("/năm") and it.state.last_unit.startswith("điểm")
    return rate and it.led_by_plan and (it.as_great or in_points)


def told_plan(it: NumberInContext, plan: Cue | None = None, falls: bool = False) -> Sense:
    """The number of a plan, by default of that named right before it; ``falls``: by so much something was to fall."""
    plan = plan or it.gap.named
    return Sense(_measure(it, plan), falls, base=plan)


def _measure(it: NumberInContext, named: Cue | None) -> str:
    """What a plan's number is: a target if it is called an aim and nobody set it, "chỉ tiêu năm 2027 là 28%"."""
    return "target" if named is not None and _is_aim(it, named) else "plan_value"


def _is_aim(it: NumberInContext, named: Cue) -> bool:
    """Whether a plan is called an aim, and nobody set it."""
    aim = _AIM.search(it.text, named.start, named.end) or _AIM_OF.search(it.text, max(0, named.start - _AIM_LETTERS), named.start)
    was_set = _WAS_SET.search(it.text, named.start, it.mention.start)
    was_set = was_set or (None if it.percent else _ASSIGNED_BEHIND.match(it.text, it.mention.unit_end))
    return aim is not None and was_set is None


def was_to_fall(it: NumberInContext) -> bool:
    """A plan is followed by the verb of a fall: "vượt mục tiêu giảm 3%/năm"; not led by one: "thấp hơn mục tiêu 20%"."""
    named = it.gap.named
    return named is not None and any(cue.kind == "down" and cue.start >= named.end for cue in it.gap.before)


def missed_aim(it: NumberInContext) -> bool:
    """A percentage is an aim that was not reached: "chưa đạt chỉ tiêu 42%"."""
    named = it.gap.named
    missed = named is not None and _NOT_REACHED.search(it.text, max(0, named.start - _AIM_LETTERS), named.start) is not None
    return it.percent and it.led_by_plan and missed and named is not None and _is_aim(it, named)


def missed_plan(it: NumberInContext) -> bool:
    """A bracket behind the share of a plan in percent, or behind what it was missed by, tells the plan itself."""
    shared = it.state.planned is not None and (it.state.level == "%" or it.state.missed)
    return it.percent and it.bracketed and it.bare and not it.verb and shared


def planned_amount(it: NumberInContext) -> bool:
    """A bracket behind the share of a plan tells an amount that is the plan by its size, or with nothing to tell by."""
    fits = it.state.beside == "plan" or (it.state.beside is None and it.state.amount is None)
    aside = it.bracketed and it.bare and not it.verb and it.compared is None
    aside = aside and _THERE_ARE.search(it.text, it.gap.start, it.mention.start) is None
    return not it.percent and aside and bool(it.state.planned) and fits


def planned_whole(it: NumberInContext) -> bool:
    """The second of a pair is the plan, which is named right behind it: "2.130/4.420 tỷ đồng kế hoạch"."""
    end = it.mention.unit_end
    named = it.tail is not None and it.followed_by("plan") and it.tail.start >= end
    named = named and it.tail is not None and _BY_PLAN.fullmatch(it.text, end, it.tail.start) is not None
    kinds = it.tail is not None and _NOT_ONLY.match(it.text, it.tail.end) is not None
    return it.mention.role == "of" and named and not it.percent and not kinds


def near_plan(it: NumberInContext) -> bool:
    """A plan is named of which the number could be the level: "39,8%, thấp hơn mục tiêu 42%"."""
    shared = it.mention.unit == "%" and ((it.state.shared and it.against_plan) or it.as_shared)
    return (it.led_by_plan and ((it.state.level == it.mention.unit and it.as_large) or shared)) or _to_grow(it)


def plan_heads(it: NumberInContext) -> Cue | None:
    """The plan with which a sentence begins, of which the first number tells something: "Kế hoạch năm trồng 900 ha rừng"."""
    first = it.gap.before[0] if it.gap.before and it.gap.fresh else None
    if first is None or not first.bare or first.exceeded:
        return None
    budgeted, scheme = it.text.startswith(_BUDGET, first.start), first.noun == "scheme"
    led = it.text[it.gap.start : first.start].strip(" -+")
    by_plan = scheme and led == _BY and _is_reached_behind(it)
    opens = not led or led.endswith(":") or _ON_TOPIC.fullmatch(led) is not None
    if not (budgeted or scheme) or not (opens or by_plan):
        return None
    between = it.text[first.end : it.mention.start]
    alone = len(it.gap.before) == 1 and not it.gap.behind and "," not in between and ":" not in between
    given = it.text.endswith(_GIVEN, first.start, first.end)
    of_year = budgeted and _BUDGETED_FOR_YEAR.fullmatch(between) is not None
    return first if alone and (given or of_year or _PLANNED_BEHIND_YEAR.match(between) or _is_reached_behind(it)) else None


def heads_change(it: NumberInContext) -> Cue | None:
    """The plan with which a sentence begins that tells by how many points a rate was to change: "Kế hoạch năm giảm 2 điểm %"."""
    first = it.gap.before[0] if it.gap.before and it.gap.fresh else None
    opens = first is not None and first.kind == "plan" and first.bare and not it.text[it.gap.start : first.start].strip(" -+")
    if first is None or not opens or not it.led_by_verb or not it.mention.unit.startswith("điểm"):
        return None
    return first if _CHANGE_OF_YEAR.fullmatch(it.text, first.end, it.mention.start) is not None else None


def assigned(it: NumberInContext) -> bool:
    """So much was to be done, and it is told what was: "Năm 2027 tỉnh giao trồng 900 ha rừng; đến nay trồng được 870 ha"."""
    given = it.gap.fresh and _ASSIGNED.search(it.text, it.gap.start, it.mention.start) is not None
    return given and not it.percent and not it.gap.behind and _is_reached_behind(it)


def _is_reached_behind(it: NumberInContext) -> bool:
    """Whether it is told right behind how much was reached of it: "Kế hoạch gieo trồng 900 ha, đã gieo trồng được 870 ha"."""
    reached = _REACHED.match(it.text, it.mention.unit_end)
    unit = it.text[it.mention.end : it.mention.unit_end].strip()
    return reached is not None and bool(unit) and it.text.startswith(unit, reached.end())


def assigned_level(it: NumberInContext) -> bool:
    """The level that was to be reached is told that was passed, or missed: "làm 318 km đường, vượt mức 300 km được giao"."""
    return it.moves and it.led_by_level and _ASSIGNED_BEHIND.match(it.text, it.mention.unit_end) is not None


def plan_of_year(it: NumberInContext) -> bool:
    """It is the plan of a year with which what was told before is compared: "412 ha, so với kế hoạch cả năm 900 ha"."""
    plan = it.compared
    alone = plan is not None and plan.kind == "plan" and not plan.sign and it.bare and not it.verb
    return alone and plan is not None and _OF_YEAR.fullmatch(it.text, plan.end, it.mention.start) is not None


def plan_before_its_name(it: NumberInContext) -> Cue | None:
    """The plan with which a sentence, or what its head says, begins: "So với kế hoạch cả năm 205 tỷ đồng, xuất khẩu đạt ..."."""
    if not it.gap.fresh:
        return None
    start = max(it.gap.start, it.text.rfind(":", it.gap.start, it.mention.start) + 1)
    first = next((cue for cue in it.gap.before if cue.start >= start), None)
    heads = first is not None and first.kind == "plan"
    return first if heads and told_first(it.text, start, it.mention.start, it.mention.unit_end) else None


def in_plan_list(it: NumberInContext) -> bool:
    """A list of what is planned goes on to the number: "Kế hoạch năm: GRDP tăng 8%; trồng rừng 900 ha"."""
    return not it.mention.bracket and listed_as_planned(it.text, it.mention.start) is not None


def level_of_plan(it: NumberInContext) -> bool:
    """It is the level with which that before it is compared: "GRDP tăng 8,2%, chưa đạt mức 9,5% của kịch bản"."""
    planned = it.percent and it.followed_by("plan") and it.state.level in (None, "%")
    return planned and it.led_by_level


def aimed_at(it: NumberInContext) -> bool:
    """It is the level that was aimed at, with which that before it is compared: "thấp hơn mức 10% đặt ra cho cả năm"."""
    return it.percent and it.led_by_level and _SET_BEHIND.match(it.text, it.mention.unit_end) is not None


def plan_that_is(it: NumberInContext) -> Cue | None:
    """The plan that is said to be so much: "kịch bản tăng trưởng quý IV là 12%", "Dự toán chi năm 2027 là 900 tỷ đồng"."""
    plans = (cue for cue in reversed(it.gap.before) if cue.kind == "plan" and (cue.bare or (it.percent and _is_said(it, cue))))
    plan = next(plans, None)
    if plan is None:
        return None
    set_forth = _SET_FORTH.search(it.text, plan.start, plan.end) is not None
    leads = (_WHAT, _FOR_YEAR_IS) if set_forth else (_IS,)
    if all(words.fullmatch(it.text, plan.end, it.mention.start) is None for words in leads):
        return None
    if any(cue.sign and cue.start >= plan.end for cue in it.gap.before):
        return None  # "chưa đạt kịch bản đề ra nhưng vẫn cao hơn mức 7%"
    led = it.text[it.gap.start : plan.start].strip(" -+")
    begins = it.gap.fresh and (not led or led.endswith(":"))
    return plan if it.percent or begins else None


def planned_in_turn(it: NumberInContext) -> Cue | None:
    """The plan of which the numbers are told in turn: "kế hoạch lần lượt là 14 bác sĩ và 38 giường bệnh"."""
    plan = next((cue for cue in reversed(it.gap.before) if cue.kind == "plan" and cue.bare), None)
    return plan if plan is not None and _IN_TURN.fullmatch(it.text, plan.end, it.mention.start) is not None else None


def set_sum(it: NumberInContext) -> bool:
    """A sum is said to be that of a plan, and no aim."""
    plan = plan_that_is(it)
    return plan is not None and not _is_aim(it, plan)


def _is_said(it: NumberInContext, plan: Cue) -> bool:
    """Whether a plan that something is compared with is said to be the number: "thấp hơn kịch bản đã đề ra là 8,3%"."""
    said = _THAT_IS.search(it.text, plan.start, it.mention.start) is not None
    return said and (not plan.sign or it.mention.unit.startswith("%"))


def allotted(it: NumberInContext) -> bool:
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
