"""Many patterns on one text: looking only where one can begin finds what trying each of them everywhere would find."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.grammar import comparator, period_text
from data.grammar.ocr import fold_with_map
from data.grammar.patterns import Patterns
from data.reader.meaning.numbers.exclusion import finding
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


def rules(damaged: bool) -> list[Patterns]:
    """The patterns of periods, of comparisons, and of numbers that are no figures."""
    return [period_text._phrases(damaged), comparator._phrases(damaged)[1], *finding._patterns(damaged)]


@pytest.mark.parametrize("damaged", [False, True])
def test_every_rule_matches_as_if_it_were_tried_everywhere(damaged: bool) -> None:
    """All rules match as if each of them were tried at every place of a report."""
    text = fold_with_map(read_damaged(CLEAN, Random(3)) if damaged else CLEAN).text
    for patterns in rules(damaged):
        sources = sorted(patterns._sources.items())
        expected = [(number, match.span()) for number, source in sources for match in re.finditer(source, text) if match[0]]
        assert [(number, match.span()) for number, match in patterns.matches(text) if match[0]] == expected
        assert expected


TRICKY = ["a+b?0", "(?:ab|a0)(?=b|,)", "a(?!b)[01]*", r"[^a,]{1,2}b|\d+(?: |$)", r"(a|b)\1"]


@given(st.text("ab01 ,", max_size=12), st.sampled_from(TRICKY))
def test_no_match_of_a_pattern_is_missed_in_any_text(text: str, source: str) -> None:
    """Repeated, optional and alternative pieces, assertions and references to groups: only what cannot match is passed over."""
    found = [match.span() for _, match in Patterns("", {1: source}).matches(text)]
    assert found == [match.span() for match in re.finditer(source, text)]


def test_any_letters_at_all_may_stand_in_the_text() -> None:
    """Digits and blanks of other scripts are digits and blanks; letters that no pattern names are only passed over."""
    patterns = Patterns("", {7: r"\d\s?x", 2: "x+"})
    assert [(number, match[0]) for number, match in patterns.matches("٣\u3000x☃xx\0")] == [(2, "x"), (2, "xx"), (7, "٣\u3000x")]
    assert patterns.may_begin_within("ab 1x", 4)
    assert not patterns.may_begin_within("ab 1x", 3)
