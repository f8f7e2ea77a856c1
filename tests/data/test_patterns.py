"""Many patterns on one text: looking only where one can begin finds what trying each of them everywhere would find."""

from __future__ import annotations

import re
from random import Random

import pytest

from data.grammar.ocr import fold_with_map
from data.grammar.patterns import Patterns
from data.grammar.period_rules import period_rules
from data.grammar.period_rules.rule import BEFORE
from tests.data.damage import damaged as read_damaged
from tests.data.small_texts import CLEAN


@pytest.mark.parametrize(
    ("source", "may", "may_not"),
    [
        ("thang", ["thang", "thangs"], ["tang", "th", "hang"]),
        (r"(?:ngay|quy)\s*\d", ["ngay 5", "quy5", "quy\u30005"], ["ngay mai", "quy", "nuy 5"]),
        (r"th?u", ["thu", "tu"], ["thhu"]),
        (r"[ai]{1,2}n", ["an", "ain"], ["ax", "n"]),
        (r"(?<!\d)\d{1,2}/", ["15/", "1/"], ["15:", "/"]),
        (r"[46]0?(?=m\b)", ["40m", "6m"], ["41m", "40", "60 m"]),
        (r"a(?=b)c", ["ac"], ["ab"]),
        (r"x[^,]y", ["x☃y", "x.y"], ["x,y"]),
        (r"(?P<n>\s*)\(", [" (", "("], ["n("]),
        (r"([ab])\1c", ["ab", "aac"], ["c"]),
        ("(?:ab){0,2}c", ["ababc", "c"], ["aab"]),
    ],
)
def test_how_the_matches_of_a_pattern_can_begin(source: str, may: list[str], may_not: list[str]) -> None:
    """Alternatives, repeated and optional letters count, and what stands ahead of the end; other assertions are taken to hold."""
    patterns = Patterns("", {1: source})
    assert [text for text in [*may, *may_not] if patterns.likely(text)] == may


@pytest.mark.parametrize("damaged", [False, True])
def test_nothing_is_missed(damaged: bool) -> None:
    """The rules of periods match as if each of them were tried at every place of a report."""
    sources = {number: rule.source for number, rule in enumerate(period_rules(damaged))}
    text = fold_with_map(read_damaged(CLEAN, Random(3)) if damaged else CLEAN).text
    expected = [
        (number, match.span()) for number, source in sources.items() for match in re.finditer(f"{BEFORE}(?:{source})", text)
    ]
    assert [(number, match.span()) for number, match in Patterns(BEFORE, sources).matches(text)] == expected
    assert expected


def test_any_letters_at_all_may_stand_in_the_text() -> None:
    """Digits and blanks of other scripts are digits and blanks; letters that no pattern names are only passed over."""
    patterns = Patterns("", {7: r"\d\s?x", 2: "x+"})
    assert [(number, match[0]) for number, match in patterns.matches("٣\u3000x☃xx\0")] == [(2, "x"), (2, "xx"), (7, "٣\u3000x")]
    assert patterns.may_begin_within("ab 1x", 4)
    assert not patterns.may_begin_within("ab 1x", 3)
