"""What an exclusion rule is, with the words and conditions that several of them share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from data.grammar.ocr import tolerant

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from data.grammar.unit_reader import UnitMatch

    Unless = Callable[[re.Match[str], UnitMatch | None], bool]

BEFORE = {"number": r"(?<![\d.,])", "word": "(?<![a-z])", "anything": ""}
"""What is asked of the letter before a span that begins so."""
YEAR = r"(?:19|20)\d\d"
AND, TO, HOUR = tolerant("và"), tolerant("đến"), tolerant("(?!gia|gie|gido)giờ")
"""Words between numbers and behind them; "giờ" without its marks is not "giá", "giấy" or "giáo"."""
NAME, LONGEST_WORD = 60, 8
"""How many letters before a number what names it begins, and a single word."""


@dataclass(frozen=True, slots=True)
class ExclusionRule:
    """A rule by which the numbers of a span are not figures.

    Attributes:
        reason: what they are, in a few words.
        source: the pattern of the span, without what `BEFORE` asks.
        begins: with what it begins, so that it is tried only there.
        unless: tells by a span, and the unit behind its last number if there is one, that the number is a figure after all.
    """

    reason: str
    source: str
    begins: Literal["number", "word", "anything"]
    unless: Unless | None = None


def at_number(reason: str, source: str, unless: Unless | None = None) -> ExclusionRule:
    """A rule for what begins with a number."""
    return ExclusionRule(reason, source, "number", unless)


def at_word(reason: str, source: str, unless: Unless | None = None) -> ExclusionRule:
    """A rule for what begins with a word."""
    return ExclusionRule(reason, source, "word", unless)


def anywhere(reason: str, source: str) -> ExclusionRule:
    """A rule that is tried at every letter."""
    return ExclusionRule(reason, source, "anything")


def has_unit(_match: re.Match[str], unit: UnitMatch | None) -> bool:
    """It is counted or measured."""
    return unit is not None


def is_measured(_match: re.Match[str], unit: UnitMatch | None) -> bool:
    """It is measured: "6/2025 tấn"."""
    return unit is not None and not unit.counted
