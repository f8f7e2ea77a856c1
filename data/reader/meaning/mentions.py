"""Numbers that may be figures, each with its unit, its bound and sign, and how it goes together with the number before it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from data.grammar.comparator import at_least_after, bound_before
from data.grammar.number import read_number
from data.grammar.ocr import any_of, loose
from data.grammar.unit import SCALES, unit_reader
from data.reader.meaning.claims import Claim
from data.reader.meaning.prose import Mention
from data.reader.meaning.respective import runs

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.grammar.ocr import Folded
    from data.grammar.unit import UnitMatch


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


def _named(printed: str, unit: UnitMatch | None, text: str, start: int, capital: Callable[[int], bool]) -> bool:
    """Whether a single digit belongs to a name: "Hợp Thành 2", "Khu A 1"; counts below ten are printed "02" or have a noun."""
    if not re.fullmatch(r"[1-9]", printed) or (unit is not None and not unit.counted):
        return False
    near = max(0, start - _NAME)
    word = re.search(r"([^\s,.;:()]+)\s$", text[near:start])
    if word is None or not capital(near + word.start(1)):
        return False
    head = re.search(r"(?:^|[.:;]\s)\W*$", text[near : near + word.start(1)])
    return head is None or (near > 0 and head.start() == 0)


def find_mentions(
    folded: Folded, source: str, spans: list[tuple[int, int]], damaged: bool, dropped: list[Claim]
) -> list[Mention]:
    """The numbers of a text that may be figures, in order.

    Args:
        folded: the text, folded.
        source: the text as printed.
        spans: its number tokens that may be figures.
        damaged: it is recognised from a scan.
        dropped: takes up the tokens that turn out to be no figures.
    """
    text = folded.text

    def capital(place: int) -> bool:
        return source[folded.at[place]].isupper()

    def printed_at(first: int, behind: int) -> str:
        return source[folded.at[first] : folded.at[behind]]

    reader = unit_reader(damaged)
    brackets = _brackets(text)
    found: list[Mention] = []
    for start, end in _merged(text, spans):
        printed = text[start:end]
        if text[end : end + 2] == ",%" or re.match(r",\s?%", text[end : end + 3]):
            printed += ","
        number = read_number(printed)
        if number is None:
            continue
        after = end + 1 if printed.endswith(",") else end
        unit = None if _TO.match(text, after) else reader.read(text, after, None if damaged else printed_at)
        if damaged and unit is None and _is_word(printed, text, start, end):
            dropped.append(Claim(start, end, "damage", "short word read as a number"))
            continue
        if _named(printed, unit, text, start, capital):
            dropped.append(Claim(start, end, "name", "digit of a name"))
            continue
        bound = bound_before(text, start, damaged)
        found.append(Mention(
            start, end, number.value, number.repair, unit.name if unit else "", unit.counted if unit else False,
            unit.end if unit else after, bound, _sign(text, start), "", brackets[start],
        ))  # fmt: skip
    return _related(text, _in_turn(text, _in_one(text, found)), damaged)


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


def _in_turn(text: str, mentions: list[Mention]) -> list[Mention]:
    """Mentions with the unit of the last number of a list for all of it: "lần lượt là 26,3; 17,8 và 10,4 tỷ USD"."""
    for _, run in runs(text, mentions):
        last = mentions[run[-1]]
        for index in run[:-1]:
            mentions[index] = replace(mentions[index], unit=last.unit, counted=last.counted)
    return mentions


_TO = re.compile(r"\s*(?:den|t[o6]i|[li1|]en)\s+(?:[a-z]{2,6}\s+)?\d")
"""What leads to the second number of a range, which recognition makes look like a noun that is counted."""
_LETTERS = re.compile(r"1\d|0")
"""Numbers that recognition makes of short words and letters: "là", "lá", "ở"."""
_RELATED = re.compile(r"\s*[-/]\s*\d|\s*%")
_VERB_BEFORE = re.compile(r"(?:d.t|t.ng|gi.m|l.|c.|du.{1,3}c|con|tr.n|g.n|kho.{1,2}ng|h.n|[:/(,-])\s*$")


def _is_word(printed: str, text: str, start: int, end: int) -> bool:
    """Whether a number is what recognition made of a short word: nothing counts it and nothing leads to it."""
    alone = _LETTERS.fullmatch(printed) is not None and _RELATED.match(text, end) is None
    return alone and _VERB_BEFORE.search(text[max(0, start - 12) : start]) is None


_NEGATIVE = re.compile(r"t[ai]{1,2}ng\s+(?:tr[a-z]{1,3}ng\s+)?am\s+$")
"""A rise below zero: "tăng trưởng âm 2,1%"."""


def _sign(text: str, start: int) -> str:
    if _NEGATIVE.search(text, max(0, start - 20), start):
        return "-"
    match = re.search(r"(?:^|[\s(])([+-])\s?$", text[max(0, start - 3) : start])
    return match[1] if match and not re.search(r"\d\s?[+-]\s?$", text[max(0, start - 4) : start]) else ""


_BRACKET = re.compile(r"[()]|\.(?= )")


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


_LEADING = 30
"""Letters before a number in which words stand that lead to it."""
_OUT_OF = re.compile(r"\s*(?:tren|trong|/)")
_AMONG = re.compile(r"\s*trong\s*(?:s[o6]\s*)?")
"""What stands between a part and its whole, of one noun: "9 trong 11 nhóm hàng"."""
_MOVED = re.compile(r"[^\d,;.()]{0,60}\(\s*(?:t.{1,2}ng|gi.{1,2}m)\s")
"""What follows a whole that is told a change of its own, so that it is a level: "trong tổng số 94 vụ cháy (giảm 6%)"."""
_OF_ALL = "trên tổng số|trong tổng số|trên tổng|tổng số|trong số"


@cache
def _range_patterns(damaged: bool) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    den = any_of("đến|tới", damaged)
    return (
        re.compile(rf"\s*(?:-|{den})\s*"),
        re.compile(rf"(?<![a-z]){loose('từ', damaged)}\s*(?:{any_of('trên|khoảng|gần', damaged)}\s*)?$"),
        re.compile(rf"{any_of(_OF_ALL, damaged)}\s*(?:{any_of('là|có', damaged)}\s*)?$"),
    )


def _related(text: str, mentions: list[Mention], damaged: bool) -> list[Mention]:
    """Mark pairs "a/b" and ranges "12 - 13%", and give both ends the unit that stands once."""
    dash, since, of_all = _range_patterns(damaged)
    for index in range(len(mentions)):
        this = mentions[index]
        if this.bound == "từ":
            upward = at_least_after(text, this.unit_end, damaged)
            mentions[index] = this = replace(this, bound="trên" if upward else None)
        elif this.bound is None and at_least_after(text, this.unit_end, damaged):
            mentions[index] = this = replace(this, bound="trên")
        if index == 0:
            continue
        last = mentions[index - 1]
        between = text[last.unit_end : this.start]
        if re.fullmatch(r"\s*/\s*", between) and last.role != "of" and _same_thing(last, this):
            unit = last.unit or this.unit
            mentions[index - 1] = replace(last, role="part", unit=unit, counted=last.counted or this.counted)
            mentions[index] = replace(this, role="of", unit=this.unit or unit)
        elif last.unit == "" and last.role == "" and this.counted and _AMONG.fullmatch(between):
            mentions[index - 1] = replace(last, role="part", unit=this.unit, counted=True)
            mentions[index] = replace(this, role="of")
        elif dash.fullmatch(between) and last.unit in ("", this.unit) and not last.role:
            if between.strip() == "-" or since.search(text[max(0, last.start - _LEADING) : last.start]):
                mentions[index - 1] = replace(last, role="low", unit=this.unit, counted=this.counted)
                mentions[index] = replace(this, role="high", bound=this.bound or last.bound)
        elif (
            of_all.search(text[max(0, this.start - _LEADING) : this.start])
            and last.role != "of"
            and not (last.unit.startswith("%") and _MOVED.match(text, this.unit_end))
            and _OUT_OF.match(between)
        ):
            mentions[index] = replace(this, role="of")
    return mentions


def _same_thing(part: Mention, whole: Mention) -> bool:
    """Whether "a/b" is a share of one thing, not two things in a row ("8 đoàn/42 người")."""
    return not part.unit or not whole.unit or part.unit == whole.unit or whole.unit.endswith(part.unit)
