"""Exclusions: the spans of a passage whose numbers are not figures."""

from __future__ import annotations

import re
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

from data.grammar.number import TOKEN
from data.grammar.ocr import tolerant
from data.grammar.patterns import Patterns
from data.grammar.unit_reader import unit_reader
from data.reader.meaning.numbers.exclusion import exclusion_rules
from data.reader.meaning.numbers.exclusion.rule import BEFORE, ExclusionRule
from data.reader.meaning.text.prose import Exclusion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from data.grammar.ocr import Folded
    from data.reader.layout.document import Passage

_TOLD = re.compile(tolerant(r"(?<![\d.,])\d+(?:[.,]\d+)*\s?(?:%|(?:tỷ|triệu) (?:đồng|usd))"))
"""A figure told in a headline, which is no number of the heading: "Thu ngân sách tăng 13%"."""
_LEADING = 120
"""The most letters between the beginning of what excludes a number and the number."""


def find_exclusions(folded: Folded, numbers: Sequence[tuple[int, int]], passage: Passage, damaged: bool) -> list[Exclusion]:
    """The spans of a passage's folded text whose numbers are not figures, in order; the first matching rule wins.

    Args:
        folded: the passage's text, folded.
        numbers: the spans of its numbers, in order.
        passage: what it is the text of.
        damaged: the report is recognised from a scan.
    """
    text, found = folded.text, list[Exclusion]()
    taken = bytearray(len(text))

    def printed(start: int, end: int) -> str:
        return passage.text[folded.at[start] : folded.at[end]]

    for kind, rule, match in _matches(text, numbers, damaged):
        start, end = match.span("n" if "n" in match.re.groupindex else 0)
        if start < end and 1 not in taken[start:end] and not _is_figure(rule, match, None if damaged else printed):
            found.append(Exclusion(start, end, kind, rule.reason))
            taken[start:end] = b"\1" * (end - start)
    found.sort(key=lambda exclusion: exclusion.start)
    return _of_heading(text, found) if passage.kind == "heading" else found


def _of_heading(text: str, found: list[Exclusion]) -> list[Exclusion]:
    """A heading's own number, and all others of it, but what it tells as a headline does."""
    numbered = [exclusion for exclusion in found[:1] if exclusion.start == 0]
    told = () if numbered else tuple(_TOLD.finditer(text))
    bounds = [numbered[0].end if numbered else 0, *(place for match in told for place in match.span()), len(text)]
    spans = zip(bounds[::2], bounds[1::2], strict=True)
    return [*numbered, *(Exclusion(start, end, "heading", "number in a heading") for start, end in spans if start < end)]


@cache
def _patterns(damaged: bool) -> tuple[Patterns, ...]:
    """The patterns of the rules that say with what their span begins, by their place among all rules."""
    rules = [rule for _, rule in exclusion_rules(damaged)]
    return tuple(
        Patterns(BEFORE[begins], {number: rule.source for number, rule in enumerate(rules) if rule.begins == begins})
        for begins in ("number", "word")
    )


@cache
def _patterns_anywhere(damaged: bool) -> tuple[tuple[int, re.Pattern[str]], ...]:
    rules = enumerate(rule for _, rule in exclusion_rules(damaged))
    return tuple((number, re.compile(rule.source)) for number, rule in rules if rule.begins == "anything")


def _leading_to(numbers: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where words may stand that lead to one of some numbers, without overlaps."""
    spans: list[tuple[int, int]] = []
    for start, end in numbers:
        begin = max(start - _LEADING, spans[-1][1] if spans else 0)
        spans.append((begin, end))
    return spans


def _matches(text: str, numbers: Sequence[tuple[int, int]], damaged: bool) -> Iterator[tuple[str, ExclusionRule, re.Match[str]]]:
    """The matches of all rules, one rule after the other."""
    leading = _leading_to(numbers)
    at_number, at_word = _patterns(damaged)
    found = [*at_number.matches(text, numbers), *at_word.matches(text, leading)]
    found += [(number, match) for number, pattern in _patterns_anywhere(damaged) for match in pattern.finditer(text)]
    found.sort(key=itemgetter(0))
    rules = exclusion_rules(damaged)
    return ((*rules[number], match) for number, match in found)


def _is_figure(rule: ExclusionRule, match: re.Match[str], printed: Callable[[int, int], str] | None) -> bool:
    """Whether the last number of a match tells something, by its unit or by what leads to it, so that it is no name.

    Args:
        rule: the rule that matched.
        match: its match in folded text.
        printed: gives what stands there with its marks, so that "qua" is not "quả"; None where those are damaged.
    """
    if rule.unless is None:
        return False
    last = next(reversed(list(TOKEN.finditer(match.string, match.start(), match.end()))), None)
    unit = unit_reader(printed is None).read(match.string, last.end(), printed) if last is not None else None
    return rule.unless(match, unit)
