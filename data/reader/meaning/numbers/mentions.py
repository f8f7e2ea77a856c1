"""Numbers that may be figures, each with its unit, its bound and its sign."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.comparator import bound_before
from data.grammar.number import Number, groups_in_english, read_number
from data.grammar.ocr import tolerant
from data.grammar.unit import unit_of
from data.grammar.unit_reader import unit_reader
from data.reader.meaning.numbers.parts_by_place import goes_on_in_list
from data.reader.meaning.numbers.related import related
from data.reader.meaning.text.prose import Exclusion, Mention

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.grammar.ocr import Folded
    from data.grammar.unit_reader import UnitMatch


_LOST_DECIMALS = re.compile(r",\s?%")
"""What is left of decimals that recognition lost: "20,%"."""
_SPLIT_GROUP = re.compile(r"(?:\.\s|\s\.)(?=\d{3}(?:[.,]\d|\D|$))")
_SPLIT_DECIMAL = re.compile(r",\s(?=\d{1,2}\s?%)|\s,\s?(?=\d{1,2}\s?%)")


def _merged(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the pieces of numbers that a stray blank has split: "4. 310,2", "65, 8%"."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined:
            before, middle = text[joined[-1][0] : joined[-1][1]], text[joined[-1][1] : start]
            pattern = _SPLIT_GROUP if re.fullmatch(r"\d{1,3}(?:\.\d{3})*", before) else None
            if re.fullmatch(r"\d{1,3}", before) and "," in middle:
                pattern = _SPLIT_DECIMAL
            if pattern and (match := pattern.match(text, joined[-1][1])) and match.end() == start:
                joined[-1] = (joined[-1][0], end)
                continue
        joined.append((start, end))
    return joined


_NAME = 80
_NEXT_PLACE = re.compile(r"\s*[,;] [^\d,;.:()]{2,24} ")
"""What stands between two counts of a list that names places."""
_RANGE = re.compile(r"\s?[-–]\s?\d[\d.,]*\s?%")
"""What makes a digit the lower end of rates: "GRDP 8 - 9%"."""
_ENDED = re.compile(r"[.;]\s")
"""What ends the numbers that are printed in one way."""


def _named(printed: str, unit: UnitMatch | None, text: str, start: int, capital: Callable[[int], bool]) -> bool:
    """Whether a digit belongs to a name: "Hợp Thành 2", "Khu A 1.2"; counts below ten are printed "02" or have a noun."""
    if not re.fullmatch(r"[1-9](?:\.[1-9])?", printed) or (unit is not None and not unit.counted):
        return False
    if _RANGE.match(text, start + len(printed)) or (unit is not None and unit_of(unit.name).mult != 1):
        return False
    near = max(0, start - _NAME)
    word = re.search(r"([^\s,.;:()]+)\s$", text[near:start])
    if word is None or not capital(near + word.start(1)):
        return False
    head = re.search(r"(?:^|[.:;]\s)\W*(?:\d{1,2}[.)]\W*)?$", text[near : near + word.start(1)])
    return head is None or (near > 0 and head.start() == 0)


def find_mentions(
    folded: Folded, source: str, spans: list[tuple[int, int]], damaged: bool, dropped: list[Exclusion], english: bool = False
) -> list[Mention]:
    """The numbers of a text that may be figures, in order.

    Args:
        folded: the text, folded.
        source: the text as printed.
        spans: its number tokens that may be figures.
        damaged: it is recognised from a scan.
        dropped: takes up the tokens that turn out to be no figures.
        english: its report groups thousands by commas.
    """
    finder = _Finder(folded, source, damaged, english)
    found: list[Mention] = []
    for start, end in _merged(folded.text, spans):
        number = finder.find(start, end)
        if isinstance(number, Mention):
            found.append(number)
        elif number is not None:
            dropped.append(number)
    return related(folded.text, found, damaged)


class _Finder:
    """Tells the numbers of one text from what only looks like one."""

    def __init__(self, folded: Folded, source: str, damaged: bool, english: bool) -> None:
        self._text, self._at, self._source, self._damaged = folded.text, folded.at, source, damaged
        self._english, self._grouped = english, -1
        self._counted, self._counted_to = "", 0
        self._brackets = _brackets(folded.text)

    def _is_capital(self, place: int) -> bool:
        return self._source[self._at[place]].isupper()

    def _printed(self, start: int, end: int) -> str:
        return self._source[self._at[start] : self._at[end]]

    def find(self, start: int, end: int) -> Mention | Exclusion | None:
        """The number between two places; an exclusion if it is not a figure; None if it cannot be read."""
        text, printed = self._text, self._text[start:end]
        after = end
        if _LOST_DECIMALS.match(text, end):
            printed, after = printed + ",", end + 1
        number = read_number(printed, self._english or self._goes_on_in_english(printed, start, end))
        if number is None:
            return None
        unit = self._unit(after)
        if self._damaged and unit is None and _is_word(printed, text, start, end):
            return Exclusion(start, end, "damage", "short word read as a number")
        listed = goes_on_in_list(text, start, end) or self._counts_on(start, unit)
        if _named(printed, unit, text, start, self._is_capital) and not listed:
            return Exclusion(start, end, "name", "digit of a name")
        if unit is not None:
            self._counted, self._counted_to = unit.name, unit.end
        return Mention(
            start, end, number.value, self._repair(number, start, end),
            unit.name if unit else "", unit.counted if unit else False, unit.end if unit else after,
            _bound(text, start, unit, self._damaged), self._sign(start), "", self._brackets[start],
        )  # fmt: skip

    def _counts_on(self, start: int, unit: UnitMatch | None) -> bool:
        """Whether a number counts the same as the one before it, of another place: "Sơn Dương có 7 trường, Na Hang 4 trường"."""
        alike = unit is not None and unit.name == self._counted and start - self._counted_to < _NAME
        return alike and _NEXT_PLACE.fullmatch(self._text, self._counted_to, start) is not None

    def _sign(self, start: int) -> str:
        """The sign before a number: printed, or told as "âm"; without its marks that is "ẩm" or "ấm", too."""
        below = _BELOW_ZERO.search(self._text, max(0, start - _NEAR_SIGN), start)
        if below is not None and (below[1] or self._printed(below.start(2), below.end(2)).lower() == "âm"):
            return "-"
        match = re.search(r"(?:^|[\s(])([+-])\s?$", self._text[max(0, start - 3) : start])
        return match[1] if match and not re.search(r"\d\s?[+-]\s?$", self._text[max(0, start - 4) : start]) else ""

    def _goes_on_in_english(self, printed: str, start: int, end: int) -> bool:
        """Whether a number groups thousands by commas as one before it in its sentence does: "4,936.5 tỷ đồng, tăng 4,746"."""
        if groups_in_english(printed, sure=True):
            self._grouped = end
            return False
        near = self._grouped >= 0 and groups_in_english(printed, sure=False)
        return near and _ENDED.search(self._text, self._grouped, start) is None

    def _repair(self, number: Number, start: int, end: int) -> str | None:
        """The rule that mended a number; letters among its digits come before all else."""
        printed = self._printed(start, end)
        return "letters" if any(map(str.isalpha, printed)) else "split" if " " in printed else number.repair

    def _unit(self, place: int) -> UnitMatch | None:
        """The unit behind a number; what leads to the second number of a range is none."""
        if _TO.match(self._text, place):
            return None
        return unit_reader(self._damaged).read(self._text, place, None if self._damaged else self._printed)


_TO = re.compile(tolerant(r"\s*(?![a-z\d]a)(?:đến|tới|lên) (?:[a-z]{2,6}\s+)?\d"))
"""What leads to the second number of a range, which recognition makes look like a noun that is counted; "tại" does not."""
_LETTERS = re.compile(r"1\d|0")
"""Numbers that recognition makes of short words and letters: "là", "lá", "ở"."""
_RELATED = re.compile(r"\s*[-/]\s*\d|\s*[%)]")
_PART, _ENDS_PART = re.compile(r"\d\s*;\s*[^\d,;.:()]{3,40}\s$"), re.compile(r"\s*[;.]")
"""What stands before and behind a number that goes on with a list: "Đồng Tâm 31; Tân Hòa 18; ..."."""
_LEADS = "đạt|tăng|giảm|là|có|được|còn|lên|xuống|trên|gần|khoảng|hơn|xếp thứ|đứng thứ|vị trí thứ"
_VERB_BEFORE = re.compile(tolerant(rf"(?:(?<![a-z\d])(?:{_LEADS})|[:/(,-])\s*$"))
_WITH = re.compile(tolerant(r"(?<![a-z])(?:với|gồm)\s*$"))
"""Words before a count, never before a misread "là": "với", "gồm"."""


def _is_word(printed: str, text: str, start: int, end: int) -> bool:
    """Whether a number is what recognition made of a short word: nothing counts it and nothing leads to it."""
    alone = _LETTERS.fullmatch(printed) is not None and _RELATED.match(text, end) is None
    if alone and _ENDS_PART.match(text, end) and _PART.search(text, max(0, start - _NAME), start):
        return False
    led = _VERB_BEFORE.search(text[max(0, start - 12) : start]) or (
        len(printed) > 1 and _WITH.search(text, max(0, start - 5), start)
    )
    return alone and not led


_BELOW_ZERO, _NEAR_SIGN = re.compile(tolerant("(?<![a-z])(tăng (?:trưởng )?)?(am) $")), 20
"""What says that a number is below zero: "tăng trưởng âm 2,1%", "âm 2 độ"; how far before the number it begins."""


_MORE, _COMPARED = re.compile(tolerant(", hơn $")), re.compile(tolerant(r"\s*%?\s*so với(?![a-z])"))
"""What stands around a percentage that says by how much something is more: "47.320 tỷ đồng, hơn 12,8% so với năm 2024"."""
_AMONG = re.compile(tolerant("(?:trong|thuộc|vào) nhóm $"))
_PLACES = ("tỉnh", "tỉnh, thành phố", "địa phương")
"""Words that make a number of places a group within which somebody ranks: "thuộc nhóm 15 tỉnh dẫn đầu"."""


def _bound(text: str, start: int, unit: UnitMatch | None, damaged: bool) -> str | None:
    """How exact a number is; a rank is within the number of a group, and what something is more by is exact."""
    among = unit is not None and unit.name in _PLACES and _AMONG.search(text, max(0, start - 18), start) is not None
    if unit is not None and _MORE.search(text, max(0, start - 6), start) and _COMPARED.match(text, unit.end):
        return None
    return "dưới" if among else bound_before(text, start, damaged)


_BRACKET = re.compile(r"[().](?:(?<!\.)|(?= ))")


def _brackets(text: str) -> list[int]:
    """For every place the number of the innermost round bracket around it; 0 outside and after an unclosed one's sentence."""
    depth: list[int] = []
    result: list[int] = []
    count = 0
    for match in _BRACKET.finditer(text):
        place, char = match.start(), match[0]
        result += [depth[-1] if depth else 0] * (place - len(result))
        if char == "(":
            count += 1
            depth.append(count)
        result.append(depth[-1] if depth else 0)
        if char == ")" and depth:
            depth.pop()
        elif depth and char != "(" and place - text.rfind("(", 0, place) > 400:
            depth.clear()
    return result + [depth[-1] if depth else 0] * (len(text) - len(result))
