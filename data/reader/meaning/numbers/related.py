"""Numbers that go together: one told in two scales, lists with one unit, pairs "a/b", ranges "12 - 13%"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from data.grammar.comparator import CHANGED_TO, at_least_after
from data.grammar.ocr import any_of, loose, tolerant
from data.grammar.unit import SCALES
from data.grammar.unit_reader import unit_reader
from data.reader.meaning.numbers.respective_lists import runs

if TYPE_CHECKING:
    from data.reader.meaning.text.prose import Mention

_LEADING = 30
"""Letters before a number in which words stand that lead to it."""
_SLASH = re.compile(r"\s*/\s*")
_OUT_OF = re.compile(tolerant(r"\s*(?:trên|trong|/)"))
_NOUN_OUT_OF = re.compile(tolerant(r"\s*(?:[a-z]+\s){1,4}trên tổng số"))
"""What leads from a part to its whole, straight or behind the noun that is measured: "1.145 ha rừng trên tổng số 3.500 ha"."""
_AMONG = re.compile(tolerant(r"\s*trong\s*(?:số\s*)?"))
"""What stands between a part and its whole, of one noun: "9 trong 11 nhóm hàng"."""
_AND, _OF_PEOPLE = re.compile(tolerant(r"\s*(?:,|và)\s*")), "vạn dân"
"""What joins two densities, of which the last one tells of how many people: "27 giường bệnh và 12 bác sĩ/vạn dân"."""
_MOVED = re.compile(tolerant(r"[^\d,;.()]{0,60}\(\s*(?:tăng|giảm) "))
"""A change of its own behind a number, which is then a level and no whole: "trong tổng số 94 vụ cháy (giảm 6%)"."""
_MEDALS = ("vàng", "bạc", "huy chương vàng", "huy chương bạc")
_GREW_THEN = re.compile(tolerant(r"\(\s*cùng kỳ (?:năm (?:\d{4}|trước) )?(?:tăng|giảm) $"))
"""The opening of an aside that tells the growth of a year before: "(cùng kỳ tăng 6,2)"."""
_NEXT_OF_LIST = re.compile(rf"\s*[;,]\s+(?:(?!{tolerant('tăng|giảm|bằng|chiếm|vượt')}\s)[a-z]+\s+){{1,5}}")
"""What stands between two numbers of a list of things that are measured alike: no change or share, "468, tăng 17,3%"."""
_HEAD_OF_UNIT = re.compile(rf"\(\s*(?:{tolerant('đơn vị(?: tính)?|đvt')}\s*:\s*)?(?P<unit>[^()\d,;:]{{1,24}}?)\s*\)\s*:")
"""The head of a list with the unit of its numbers: "... (tỷ đồng):"."""
_SENTENCE_END = re.compile(r"\.(?=\s|$)")
_PART = re.compile(rf"[(,;]\s*(?:[a-z][a-z\s,-]*|(?:{tolerant('tháng|quý')})\s*[\divx]+\s*:)\s*$")
"""What leads in a bracket to the number of a part."""
_ROUNDED = 1.001
"""How much more parts may add up to than their whole, for each is rounded."""
_OF_ALL = "trên tổng số|trong tổng số|trên tổng|tổng số|trong số"


def related(text: str, mentions: list[Mention], damaged: bool) -> list[Mention]:
    """The mentions of a text with what they take from each other: units, roles, bounds."""
    joined = _as_before(text, _amid_list(text, _in_turn(text, _in_one(text, mentions))))
    joined = _in_part_of(text, _headed(text, joined, damaged))
    found = [_with_bound(text, mention, damaged) for mention in joined]
    for index in range(1, len(found)):
        found[index - 1], found[index] = _Pair(text, found[index - 1], found[index], damaged).told()
    return found


def _in_one(text: str, mentions: list[Mention]) -> list[Mention]:
    """Mentions with numbers told in two scales as one: "7 triệu 520 nghìn con" is 7,52 million."""
    joined: list[Mention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        if last is not None and last.unit in SCALES and not text[last.unit_end : mention.start].strip():
            scale, _, noun = mention.unit.partition(" ")
            small, noun = (SCALES[scale], noun) if scale in SCALES else (1.0, mention.unit)
            part = mention.value * small / SCALES[last.unit]
            if part < 1 and noun and not noun.startswith("%"):
                joined[-1] = replace(
                    mention, start=last.start, value=last.value + part, unit=f"{last.unit} {noun}", bound=last.bound,
                    sign=last.sign, repair=last.repair or "two-scales",
                )  # fmt: skip
                continue
        joined.append(mention)
    return joined


def _as_before(text: str, mentions: list[Mention]) -> list[Mention]:
    """Mentions with what their unit is by the one before: bronze behind silver, and the per cent sign that is left out.

    A bracket leaves it out that tells a growth of last year: "7% (cùng kỳ tăng 6,2)".
    """
    for index in range(1, len(mentions)):
        mention = mentions[index]
        if mention.unit == "đồng" and mentions[index - 1].unit in _MEDALS:
            mentions[index] = replace(mention, unit=f"huy chương {mention.unit}", counted=True)
        if mention.unit or not mention.bracket or not text.startswith(")", mention.end):
            continue
        grew = _GREW_THEN.search(text, max(0, mention.start - _LEADING), mention.start)
        if grew is not None and mentions[index - 1].unit.startswith(("%", "điểm phần trăm")):
            mentions[index] = replace(mention, unit="%")
    return mentions


def _in_turn(text: str, mentions: list[Mention]) -> list[Mention]:
    """Mentions with the unit of the last number of a list for all of it: "lần lượt là 26,3; 17,8 và 10,4 tỷ USD"."""
    for _, run in runs(text, mentions):
        last = mentions[run[-1]]
        for index in run[:-1]:
            mentions[index] = replace(mentions[index], unit=last.unit, counted=last.counted)
    return mentions


def _amid_list(text: str, mentions: list[Mention]) -> list[Mention]:
    """Mentions amid a list with the unit of the first and last: "nhãn 118 nghìn tấn; xoài 82,4; mận 98,7; chuối 61 nghìn tấn"."""
    first = 1
    while first < len(mentions):
        last = first
        while last + 1 < len(mentions) and not mentions[last].unit:
            last += 1
        before, unit = mentions[first - 1], mentions[first - 1].unit
        if last > first and unit and not before.counted and mentions[last].unit == unit:
            ends = [before.unit_end, *(mentions[place].end for place in range(first, last))]
            begins = [mentions[place].start for place in range(first, last + 1)]
            if all(_NEXT_OF_LIST.fullmatch(text, end, begin) for end, begin in zip(ends, begins, strict=True)):
                mentions[first:last] = [replace(mention, unit=unit) for mention in mentions[first:last]]
        first = last + 1
    return mentions


def _headed(text: str, mentions: list[Mention], damaged: bool) -> list[Mention]:
    """Mentions of a list whose head tells their unit in a bracket: "Cơ cấu thu (tỷ đồng): thuế 312,4; thu khác 36,4"."""
    starts = [mention.start for mention in mentions]
    for head in _HEAD_OF_UNIT.finditer(text):
        unit = unit_reader(damaged).read(text, head.start("unit"))
        if unit is None or unit.end != head.end("unit"):
            continue
        sentence = _SENTENCE_END.search(text, head.end())
        end = sentence.start() if sentence is not None else len(text)
        first, last = bisect_left(starts, head.end()), bisect_left(starts, end)
        mentions[first:last] = [
            mention if mention.unit else replace(mention, unit=unit.name, counted=unit.counted)
            for mention in mentions[first:last]
        ]
    return mentions


def _in_part_of(text: str, mentions: list[Mention]) -> list[Mention]:
    """Mentions in a bracket with the unit of what they are parts of: "2.261,9 tỷ đồng (thường xuyên 1.712,6, đầu tư 549,3)"."""
    for index, whole in enumerate(mentions[:-1]):
        following = mentions[index + 1]
        measured = whole.unit and not (whole.counted or whole.bracket or whole.unit.startswith(("%", "điểm")))
        opened = text.find("(", whole.unit_end, following.start) if measured and following.bracket else -1
        if opened < 0 or any(map(str.isdigit, text[whole.unit_end : opened])):
            continue
        end = index + 1
        while end < len(mentions) and mentions[end].bracket == following.bracket:
            end += 1
        parts = mentions[index + 1 : end]
        bare = all(not part.unit for part in parts) and sum(part.value for part in parts) <= whole.value * _ROUNDED
        before = [whole, *parts[:-1]]
        if bare and all(_PART.search(text, last.unit_end, part.start) for last, part in zip(before, parts, strict=True)):
            mentions[index + 1 : end] = [replace(part, unit=whole.unit) for part in parts]
    return mentions


def _with_bound(text: str, mention: Mention, damaged: bool) -> Mention:
    """A mention with the bound that stands behind it, "trở lên"; "từ" alone is none."""
    if mention.bound not in (None, "từ"):
        return mention
    bound = "trên" if at_least_after(text, mention.unit_end, damaged) else None
    return mention if bound == mention.bound else replace(mention, bound=bound)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two numbers that follow each other."""

    text: str
    last: Mention
    this: Mention
    damaged: bool

    def told(self) -> tuple[Mention, Mention]:
        """Both with their roles, and with the unit that stands once."""
        last, this = self.last, self.this
        between = self.text[last.unit_end : this.start]
        if self._is_fraction(between):
            part = replace(last, role="part", unit=last.unit or this.unit, counted=last.counted or this.counted)
            return part, replace(this, role="of", unit=this.unit or part.unit)
        if self._is_among(between):
            return replace(last, role="part", unit=this.unit, counted=True), replace(this, role="of")
        if last.counted and "/" not in last.unit and this.unit.endswith(_OF_PEOPLE) and _AND.fullmatch(between):
            return replace(last, unit=f"{last.unit}/{this.unit.partition('/')[2]}", counted=False), this
        if not last.unit and this.unit and self._leads_to(between):
            return replace(last, unit=this.unit, counted=this.counted), this
        if self._is_range(between):
            high = replace(this, role="high", bound=this.bound or last.bound)
            return replace(last, role="low", unit=this.unit, counted=this.counted), high
        return last, replace(this, role="of") if self._is_whole(between) else this

    def _is_fraction(self, between: str) -> bool:
        """A slash parts two numbers of one thing, not two things in a row: "82/145 hộ", but "8 đoàn/42 người"."""
        part, whole = self.last.unit, self.this.unit
        same = not part or not whole or whole.endswith(part)
        return same and self.last.role != "of" and _SLASH.fullmatch(between) is not None

    def _is_among(self, between: str) -> bool:
        """A bare number is out of what the next one counts: "9 trong 11 nhóm hàng"."""
        bare = not self.last.unit and not self.last.role
        return bare and self.this.counted and _AMONG.fullmatch(between) is not None

    def _is_range(self, between: str) -> bool:
        """A dash joins two numbers of one unit, or "từ ... đến"."""
        to, since, *_ = _patterns(self.damaged)
        if self.last.role or self.last.unit not in ("", self.this.unit) or not to.fullmatch(between):
            return False
        return between.strip() == "-" or not self.last.unit or since.search(self._before(self.last)) is not None

    def _leads_to(self, between: str) -> bool:
        """A change led from one number to the next, which alone has the unit: "giảm từ 9 xuống còn 6 phòng"."""
        _, since, *_, changed = _patterns(self.damaged)
        return not self.last.role and changed.fullmatch(between) is not None and since.search(self._before(self.last)) is not None

    def _is_whole(self, between: str) -> bool:
        """The next number is the whole: "12 vụ trong tổng số 94 vụ"."""
        *_, of_all, _ = _patterns(self.damaged)
        out_of = _OUT_OF.match(between) or (self.last.unit == self.this.unit and _NOUN_OUT_OF.match(between))
        if self.last.role == "of" or not out_of or not of_all.search(self._before(self.this)):
            return False
        return not (self.last.unit.startswith("%") and _MOVED.match(self.text, self.this.unit_end))

    def _before(self, mention: Mention) -> str:
        return self.text[max(0, mention.start - _LEADING) : mention.start]


@cache
def _patterns(damaged: bool) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What joins a range, what stands before its first number, what leads to a whole, and to what something changed."""
    return (
        re.compile(rf"\s*(?:-|{any_of('đến|tới', damaged)})\s*"),
        re.compile(rf"(?<![a-z]){loose('từ', damaged)}\s*(?:{any_of('trên|khoảng|gần', damaged)}\s*)?$"),
        re.compile(rf"{any_of(_OF_ALL, damaged)}\s*(?:{any_of('là|có', damaged)}\s*)?$"),
        re.compile(rf"\s*{any_of(CHANGED_TO, damaged)}\s*"),
    )
