"""Percentages that are no change: shares of a plan or of a whole, indices, and rates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant
from data.grammar.unit import is_money, unit_of
from data.reader.meaning.rules import Rule, always
from data.reader.meaning.sense import AIMS, INDEX_OF_BASE, SHARE_OF_EARLIER, SHARE_OF_PLAN, SHARE_OF_WHOLE, Sense
from data.reader.meaning.text.content import SAY

if TYPE_CHECKING:
    from data.grammar.comparator import Cue
    from data.reader.meaning.measures.number_in_context import NumberInContext

_WHOLE = 100
"""Per cent; no share of a whole is more."""
_PAIR = 70
_PAID_OUT = re.compile(tolerant(r"giải ngân[^;%]{0,20}\d[\d.,]*\s*/\s*\d[^;%]*$"))
"""What is said of two sums of money before their ratio, within so many letters: "giải ngân 41/69 tỷ đồng (59%)"."""
_RECOVERED = re.compile(tolerant(r"(?<![a-z])(?:đã|được) (?:thu hồi|thi hành)(?! đất)(?:[^.;%]|\.(?=\d))*$"))
"""What is said of a sum that was due."""
_WORDS = re.compile(r"\s*([a-z]{2,})\s+[a-z]{2,}")
_NOT_OF = frozenset({
    "va", "so", "trong", "tai", "cua", "cho", "theo", "vao", "den", "voi", "ke", "du", "chi", "muc", "nghi", "la", "duoc", "do",
    "nam", "tren", "da", "co", "kh", "tinh", "cao", "thap", "tang", "giam", "vuot", "bang", "dat", "cung",
})  # fmt: skip
"""Words behind a percentage that name no whole."""
_RATE = re.compile(tolerant(r"(?<![a-z])đạt tỷ\s*lệ\s*$"))
_A_RATE = re.compile(tolerant(r"(?<![a-z])(?:tỷ lệ|mức|độ|chỉ số|lãi suất)(?![a-z])"))
"""What names a rate of its own."""
_ANSWERED = re.compile(tolerant(rf"\s*(?:số )?{SAY}"))
"""The words behind a percentage that tell who said something when asked."""
_OF_WHAT = re.compile(tolerant(r"\s*về (?:tổng )?số(?![a-z])"))
"""The words behind a percentage that say of what it is: "về số doanh nghiệp"."""


def _of_plan_behind(it: NumberInContext) -> bool:
    """A plan follows, which is not only a part of what something is a share of: "chiếm 30% kế hoạch vốn của tỉnh"."""
    whole = it.verb != "share" or it.comes_to
    return it.tail is not None and it.followed_by("plan") and (whole or it.tail.end == it.gap.tail)


def _of_plan_before(it: NumberInContext) -> bool:
    """A level was compared with a plan: "so với kế hoạch đạt 65%"; or a list is headed so: "So với dự toán: thu A đạt 24%".

    A note may say that alone: "So với dự toán Trung ương giao đạt 121%".
    """
    if not it.against_plan or it.compared is None:
        return False
    heads = it.text.startswith(":", it.compared.end) or (it.text.startswith(",", it.compared.end) and it.state.in_money)
    headed = heads and it.verb == "reach"
    begins = it.gap.fresh and it.verb in ("reach", "equal") and not it.gap.content and not it.compared.sign
    return (it.bare and it.state.level is not None) or headed or begins


def _carried(it: NumberInContext) -> Cue | None:
    return it.state.base or it.state.upcoming


def _index_carried_on(it: NumberInContext) -> bool:
    """Something equals so much of what the numbers before it are compared with: "bằng 93% cùng kỳ ...; bằng 95%"."""
    carried = _carried(it)
    kind = carried.kind if carried is not None else it.state.headed
    against = it.state.index != "plan_pct" and kind == "yoy"
    alone = it.gap.alone or _named_behind(it)
    return it.verb == "equal" and alone and it.bare and against


def _named_behind(it: NumberInContext) -> bool:
    """What the percentage is of is named behind it: "bằng 93% về số doanh nghiệp"."""
    return _OF_WHAT.match(it.text, it.mention.unit_end) is not None


def _index_beside_plan(it: NumberInContext) -> bool:
    """What equals so much is no share of a plan where that was told just before: "đạt 103% KH, bằng 101,7%"."""
    carried = _carried(it)
    return it.verb == "equal" and it.gap.alone and it.bare and it.state.planned is not None and carried is not None


def _index_of_base(it: NumberInContext) -> bool:
    """It equals so much of an earlier level, or goes on with a list that says so: "bằng 93% dự toán, 102% năm trước"."""
    goes_on = not it.verb and it.bare and it.state.planned is not None
    return (it.verb == "equal" or goes_on) and it.followed_by("prev", "base")


def _of_level(it: NumberInContext) -> bool:
    """The percentage goes on with a level and says only what share it is: "đạt 228 tỷ đồng, đạt 65%"."""
    return it.bare and it.state.level not in (None, "%")


def _of_earlier_plan(it: NumberInContext) -> bool:
    """The level is by its size so much of a plan told before: "so với kế hoạch 900 ha, đã trồng 720 ha, tương ứng 80%"."""
    return _of_level(it) and it.state.of_earlier == "plan" and not it.gap.behind


def _of_something(it: NumberInContext) -> bool:
    """Words behind a percentage that goes on with a level name what it is a part of: "đạt 16% lực lượng lao động"."""
    behind = _WORDS.match(it.text, it.mention.unit_end, it.gap.tail) if it.mention.unit == "%" else None
    led = it.verb in ("reach", "equal") and not it.gap.behind and _of_level(it) and it.mention.value <= _WHOLE
    return led and behind is not None and behind[1] not in _NOT_OF


def _spent(it: NumberInContext) -> bool:
    """The pair before tells what was paid out of the funds that were set: "giải ngân 41/69 tỷ đồng (59%)".

    So does that of a part where the whole was told of its plan: "đạt 33% kế hoạch, trong đó vốn địa phương 702/2.146 tỷ đồng".
    """
    money = it.state.level is not None and is_money(it.state.level)
    if money and (it.state.index == "plan_pct" or it.state.of_noted_plan):
        return True
    return money and _PAID_OUT.search(it.text, max(0, it.mention.start - _PAIR), it.mention.start) is not None


def _rate_of_plan(it: NumberInContext) -> bool:
    """A sum of money reached a rate of its plan, not of a sum told before: "thu 711 tỷ đồng, đạt tỷ lệ 23,4%"."""
    money = it.state.level is not None and is_money(it.state.level)
    reached = it.verb == "reach" and it.state.of_earlier != "share"
    return money and it.bare and reached and _RATE.search(it.text, it.gap.start, it.mention.start) is not None


def _part_of_plan(it: NumberInContext) -> bool:
    """A part is told in percent, too, where the whole was told of a plan: "đạt 46,5% kế hoạch, trong đó vốn trung ương 52,7%"."""
    told = it.state.index == "plan_pct" and it.state.is_part and it.state.level is None
    goes_on = not it.gap.fresh and it.gap.separator != ";"
    return told and goes_on and not (it.state.rate or it.verb or it.bare)


def _part_noted_of_plan(it: NumberInContext) -> bool:
    """A note tells parts of a sum in percent, where the sum was told as a share of its plan: "Vốn trung ương 43%; ..."."""
    untold = it.state.level is None and it.compared is None and it.state.in_money
    return it.state.of_noted_plan and untold and it.verb in ("", "reach") and it.mention.unit == "%" and not it.mention.bracket


def _reached_of_plan(it: NumberInContext) -> bool:
    """A sum of money of which no amount is told reached so much of what was planned: "thu tiền sử dụng đất chỉ đạt 46%"."""
    untold = it.state.level is None and it.compared is None and not it.state.spans
    return untold and it.state.in_money and it.verb == "reach" and it.mention.unit == "%" and not it.mention.bracket


def _bare_share(it: NumberInContext) -> bool:
    """It is rather the level's share of a whole than of a plan."""
    if not _of_level(it) or it.mention.value > _WHOLE or _beside_plans(it):
        return False
    counted = it.state.level is not None and unit_of(it.state.level).counted
    aims = it.verb == "reach" and not counted
    if counted and it.equivalent:
        return True
    aside = bool(it.mention.bracket) and not aims
    return it.verb not in ("reach", "equal") or it.state.index == "share_pct" or aside


def _recovered(it: NumberInContext) -> bool:
    """A sum was recovered or enforced, which is a share of what was due: "đã thu hồi 5.200 triệu đồng, đạt 75%"."""
    if not _of_level(it) or it.mention.value > _WHOLE or it.verb != "reach" or not is_money(it.state.level or ""):
        return False
    return _RECOVERED.search(it.text, max(0, it.mention.start - _PAIR), it.mention.start) is not None


def _beside_plans(it: NumberInContext) -> bool:
    """A bracket where the whole, or what was told before, was told of its plan: "412 tỷ đồng (58%)", "và 94 giấy (đạt 85%)"."""
    told = it.state.index == "plan_pct" or it.state.of_noted_plan
    return told and it.bracketed and ((it.state.in_money and not it.verb) or it.verb == "reach")


def _part_shared(it: NumberInContext) -> bool:
    """A list of the shares of parts goes on without its verb: "trong đó nông nghiệp chiếm 17%, công nghiệp 25%, dịch vụ 53%"."""
    goes_on = it.state.index == "share_pct" and it.gap.lists_on
    told = it.mention.unit == "%" and not (it.bare or it.gap.behind or it.mention.bracket)
    return goes_on and told and _A_RATE.search(it.text, it.gap.start, it.mention.start) is None


def _is_answer(it: NumberInContext) -> bool:
    """So many of those who were asked said something: "38% doanh nghiệp cho rằng sẽ tốt lên so với quý trước"."""
    return it.mention.unit == "%" and _ANSWERED.match(it.text, it.mention.unit_end) is not None


OF_PERCENTAGES: tuple[Rule[NumberInContext, Sense], ...] = (
    Rule(SHARE_OF_PLAN, _of_plan_behind, lambda it: Sense("plan_pct", base=it.tail)),
    Rule(SHARE_OF_EARLIER, lambda it: it.gap.alike and _of_earlier_plan(it), Sense("plan_pct")),
    Rule("share", lambda it: it.verb == "share" or _is_answer(it), Sense("share_pct")),
    Rule(
        "index against last year",
        lambda it: it.followed_by("yoy"),
        lambda it: Sense("yoy_index", base=it.tail),
    ),
    Rule(SHARE_OF_EARLIER, _of_earlier_plan, Sense("plan_pct")),
    Rule("index against last year, carried on", _index_carried_on, lambda it: Sense("yoy_index", base=_carried(it))),
    Rule(
        "index beside a share of plan",
        _index_beside_plan,
        lambda it: Sense("yoy_index", base=_carried(it)),
    ),
    Rule(INDEX_OF_BASE, _index_of_base, lambda it: Sense("base_pct", base=it.tail)),
    Rule(SHARE_OF_PLAN, _of_plan_before, lambda it: Sense("plan_pct", base=it.compared)),
    Rule("rate of plan", _rate_of_plan, Sense("plan_pct")),
    Rule(SHARE_OF_WHOLE, lambda it: it.gap.of_whole or _of_something(it), Sense("share_pct")),
    Rule(
        "share of a pair",
        lambda it: it.state.paired and it.bare,
        lambda it: Sense("plan_pct" if it.state.of_plan or it.state.level == AIMS or _spent(it) else "share_pct"),
    ),
    Rule(
        SHARE_OF_EARLIER,
        lambda it: _of_level(it) and bool(it.state.of_earlier),
        lambda it: Sense(f"{it.state.of_earlier}_pct"),
    ),
    Rule("bare share", lambda it: _bare_share(it) or _recovered(it), Sense("share_pct")),
    Rule("bare share of plan", _of_level, Sense("plan_pct")),
    Rule("sum reached of a plan", _reached_of_plan, Sense("plan_pct")),
    Rule("part told of a plan", lambda it: _part_of_plan(it) or _part_noted_of_plan(it), Sense("plan_pct")),
    Rule("list of shares", _part_shared, Sense("share_pct")),
    Rule("rate", always, Sense("value")),
)
"""What a percentage measures that no verb says to be a change; read from the top."""
