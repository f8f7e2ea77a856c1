"""Many patterns on one text: looking only where one can begin finds what trying each of them everywhere would find."""

from __future__ import annotations

import re

import pytest

from data.grammar.ocr import fold_with_map
from data.grammar.pattern_starts import openings
from data.grammar.patterns import Patterns
from data.grammar.period_rules import period_rules
from data.grammar.period_rules.rule import BEFORE
from tests.data.small_texts import CLEAN


@pytest.mark.parametrize(
    ("source", "starts"),
    [
        ("thang", {("t", "h")}),
        (r"(?:ngay|quy)\s*\d", {("n", "g"), ("q", "u")}),
        (r"th?u", {("t", "h"), ("t", "u")}),
        (r"[ai]{1,2}n", {("ai", "ai"), ("ai", "n")}),
        (r"(?<!\d)\d{1,2}/", {("0", "0"), ("0", "/")}),
        (r"a(?=b)", {("a",)}),
        (r"x[^,]", {("x",)}),
        (r"(?P<n>\s*)\(", {(" ", " "), (" ", "("), ("(",)}),
    ],
)
def test_how_the_matches_of_a_pattern_can_begin(source: str, starts: set[tuple[str, ...]]) -> None:
    """Alternatives, repeated and optional letters count; what only looks around does not, and any letter ends what is known."""
    assert openings(source, 2) == starts


@pytest.mark.parametrize("damaged", [False, True])
def test_nothing_is_missed(damaged: bool) -> None:
    """The rules of periods match as if each of them were tried at every place of a report."""
    sources = {number: rule.source for number, rule in enumerate(period_rules(damaged))}
    text = fold_with_map(CLEAN).text
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
