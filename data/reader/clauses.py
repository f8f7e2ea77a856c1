"""Passages as mentions: every number that may be a figure, with its unit, its bound, and the words before and behind it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

from data.grammar.comparator import Cue, at_least_after, bound_before, comparison_cues
from data.grammar.number import read_number
from data.grammar.ocr import Folded, any_of, fold_with_map, loose
from data.grammar.unit import UnitMatch, unit_reader
from data.reader.spans import Spans
from data.reader.tokens import Claim, Token, claims, passage_tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from data.reader.document import Passage

BREAKING_CUES = frozenset({"up", "down", "reach", "equal", "share", "parts", "estimate", "fold", "rank", "goal"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A number that may be a figure; offsets are those of the passage's folded text.

    Attributes:
        start: place of the number.
        end: place behind the number.
        value: without sign.
        repair: rule that mended the number, or None.
        unit: printed unit, cleaned; ``""`` if there is none.
        counted: the unit is a counted noun.
        unit_end: place behind the unit.
        bound: trên, gần, khoảng, dưới or None.
        sign: ``+`` or ``-`` printed before the number, else ``""``.
        role: ``""``, ``of`` (the b of "a/b"), ``part`` (the a), ``low`` or ``high`` end of a range.
        bracket: number of the bracket in which it stands; 0 outside.
    """

    start: int
    end: int
    value: float
    repair: str | None
    unit: str
    counted: bool
    unit_end: int
    bound: str | None
    sign: str = ""
    role: str = ""
    bracket: int = 0


@dataclass(frozen=True)
class Prose:
    """A passage made ready for the clause walk.

    Attributes:
        passage: where it comes from.
        folded: its folded text with the map to ``passage.text``.
        mentions: in order.
        claims: spans whose numbers are no figures.
        cues: phrases of comparison.
        sentences: starts of sentences, ascending, the first is 0.
        tokens: spans of all number tokens.
    """

    passage: Passage
    folded: Folded
    mentions: list[Mention]
    claims: Spans[Claim]
    cues: Spans[Cue]
    sentences: list[int]
    tokens: list[tuple[int, int]]

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    @cached_property
    def _clauses(self) -> list[int]:
        """Starts of the clauses between sentence ends and semicolons, ascending."""
        return sorted({*self.sentences, *(match.end() for match in re.finditer(";", self.text))})

    def clause_of(self, place: int) -> int:
        """Start of the clause around a place."""
        return self._clauses[bisect_right(self._clauses, place) - 1]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw offsets of a span of the folded text."""
        offsets, at = self.passage.offsets, self.folded.at
        return offsets[at[start]], offsets[at[end - 1]] + 1

    def words(self, start: int, end: int) -> str:
        """The passage's own words of a span of the folded text."""
        return self.passage.text[self.folded.at[start] : self.folded.at[end]]

    def sentence_of(self, place: int) -> tuple[int, int]:
        """Start and end of the sentence around a place."""
        index = bisect_right(self.sentences, place) - 1
        following = self.sentences[index + 1] if index + 1 < len(self.sentences) else len(self.text)
        return self.sentences[index], following


_LONGEST = 12_000
"""Letters that are walked at once; longer passages are cut, so that reading time grows with the length and not faster."""


def in_pieces(passage: Passage) -> Iterator[Passage]:
    """A passage as passages of bounded length, cut at the end of a sentence or at a blank."""
    start, text = 0, passage.text
    while len(text) - start > _LONGEST:
        end = max(text.rfind(". ", start, start + _LONGEST), text.rfind("; ", start, start + _LONGEST)) + 2
        if end < start + _LONGEST // 2:
            end = text.rfind(" ", start, start + _LONGEST) + 1
        if end < start + _LONGEST // 2:
            end = start + _LONGEST
        yield _slice(passage, start, end)
        start = end
    yield _slice(passage, start, len(text)) if start else passage


def _slice(passage: Passage, start: int, end: int) -> Passage:
    return replace(
        passage, text=passage.text[start:end], offsets=passage.offsets[start:end],
        source_start=passage.offsets[start], source_end=passage.offsets[end - 1] + 1,
    )  # fmt: skip


def prepare(passage: Passage, marks: Sequence[tuple[int, int]], damaged: bool) -> Prose:
    """Find the mentions of a passage.

    Args:
        passage: heading, body or footnote.
        marks: raw spans of footnote marks, ascending.
        damaged: the report is recognised from a scan.
    """
    folded = fold_with_map(passage.text)
    text = folded.text
    spans = _trimmed(passage_tokens(text), passage, folded, marks)
    claimed = claims(text, passage, damaged)
    taken = bytearray(len(text))
    for claim in claimed:
        taken[claim.start : claim.end] = b"\1" * (claim.end - claim.start)
    free = [span for span in spans if not taken[span[0]]]
    cues = comparison_cues(text, damaged)
    if not damaged:
        cues = [cue for cue in cues if _genuine(cue, passage.text[folded.at[cue.start] : folded.at[cue.end]])]
    dropped: list[Claim] = []
    mentions = _mentions(text, _merged(text, free), damaged, lambda place: passage.text[folded.at[place]].isupper(), dropped)
    claimed = sorted([*claimed, *dropped], key=lambda claim: claim.start)
    return Prose(passage, folded, mentions, Spans(claimed), Spans(cues), _sentences(passage.text, folded), spans)


_SPELT = {
    "up": ("tăng", "vượt"), "down": ("giảm", "sụt", "kéo"), "share": ("chiếm", "tương", "tỷ"), "fold": ("gấp",),
    "reach": ("đạt", "ước", "thực"), "equal": ("bằng", "tương"),
}  # fmt: skip


def _genuine(cue: Cue, printed: str) -> bool:
    """Whether a cue of clean text has its own marks: "tặng" is not "tăng"."""
    spelt = _SPELT.get(cue.kind)
    return spelt is None or unicodedata.normalize("NFC", printed.lower()).startswith(spelt)


def _trimmed(
    spans: list[tuple[int, int]], passage: Passage, folded: Folded, marks: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Number spans without the footnote marks glued to them."""
    kept = []
    starts = [start for start, _ in marks]
    for start, end in spans:
        left, right = passage.offsets[folded.at[start]], passage.offsets[folded.at[end - 1]] + 1
        index = bisect_right(starts, right - 1) - 1
        if index >= 0 and marks[index][1] > left:
            mark = marks[index]
            if mark[0] <= left:
                continue
            while end > start and passage.offsets[folded.at[end - 1]] >= mark[0]:
                end -= 1
            while end > start and not folded.text[end - 1].isdigit():
                end -= 1
            if end == start:
                continue
        kept.append((start, end))
    return kept


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


def _mentions(
    text: str, spans: list[tuple[int, int]], damaged: bool, capital: Callable[[int], bool], dropped: list[Claim]
) -> list[Mention]:
    reader = unit_reader(damaged)
    brackets = _brackets(text)
    found: list[Mention] = []
    for start, end in spans:
        printed = text[start:end]
        if text[end : end + 2] == ",%" or re.match(r",\s?%", text[end : end + 3]):
            printed += ","
        number = read_number(printed)
        if number is None:
            continue
        after = end + 1 if printed.endswith(",") else end
        unit = reader.read(text, after)
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
    return _related(text, found, damaged)


_LETTERS = re.compile(r"1\d|0")
"""Numbers that recognition makes of short words and letters: "là", "lá", "ở"."""
_RELATED = re.compile(r"\s*[-/]\s*\d|\s*%")
_VERB_BEFORE = re.compile(r"(?:d.t|t.ng|gi.m|l.|c.|du.{1,3}c|con|tr.n|g.n|kho.{1,2}ng|h.n|[:/(,-])\s*$")


def _is_word(printed: str, text: str, start: int, end: int) -> bool:
    """Whether a number is what recognition made of a short word: nothing counts it and nothing leads to it."""
    alone = _LETTERS.fullmatch(printed) is not None and _RELATED.match(text, end) is None
    return alone and _VERB_BEFORE.search(text[max(0, start - 12) : start]) is None


def _sign(text: str, start: int) -> str:
    match = re.search(r"(?:^|[\s(])([+-])\s?$", text[max(0, start - 3) : start])
    return match[1] if match and not re.search(r"\d\s?[+-]\s?$", text[max(0, start - 4) : start]) else ""


def _brackets(text: str) -> list[int]:
    """For every place the number of the innermost round bracket around it; 0 outside and after an unclosed one's sentence."""
    depth: list[int] = []
    result, count = [], 0
    for place, char in enumerate(text):
        if char == "(":
            count += 1
            depth.append(count)
        result.append(depth[-1] if depth else 0)
        if char == ")" and depth:
            depth.pop()
        elif depth and char == "." and text[place + 1 : place + 2] == " " and place - text.rfind("(", 0, place) > 400:
            depth.clear()
    return result


_LEADING = 30
"""Letters before a number in which words stand that lead to it."""
_OUT_OF = re.compile(r"\s*(?:tren|trong|/)")
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
        elif dash.fullmatch(between) and last.unit in ("", this.unit) and not last.role:
            if between.strip() == "-" or since.search(text[max(0, last.start - _LEADING) : last.start]):
                mentions[index - 1] = replace(last, role="low", unit=this.unit, counted=this.counted)
                mentions[index] = replace(this, role="high", bound=this.bound or last.bound)
        elif of_all.search(text[max(0, this.start - _LEADING) : this.start]) and last.role != "of" and _OUT_OF.match(between):
            mentions[index] = replace(this, role="of")
    return mentions


def _same_thing(part: Mention, whole: Mention) -> bool:
    """Whether "a/b" is a share of one thing, not two things in a row ("8 đoàn/42 người")."""
    return not part.unit or not whole.unit or part.unit == whole.unit or whole.unit.endswith(part.unit)


def _sentences(text: str, folded: Folded) -> list[int]:
    """Places of the folded text where sentences begin."""
    ends = (match.end() for match in re.finditer(r"[.!?…:]?[.!?…]\s+(?=[\"“(]?[^\W\d_])", text))
    opened = (end for end in ends if text[end : end + 2].lstrip('"“(')[:1].isupper())
    return [0, *(bisect_right(folded.at, end - 1, hi=len(folded.text)) for end in opened)]


def decided_tokens(prose: Prose) -> list[Token]:
    """The tokens of a passage that are no figures, in raw offsets."""
    tokens = []
    for start, end in prose.tokens:
        for claim in prose.claims.touching(start, start + 1):
            left, right = prose.raw_span(start, end)
            tokens.append(Token(left, right, prose.text[start:end], claim.kind, claim.reason))
    return tokens
