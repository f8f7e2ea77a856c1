"""Rules for letters and words that recognition read as digits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant
from data.reader.meaning.numbers.exclusion.rule import LONGEST_WORD, ExclusionRule, anywhere, at_number, has_unit
from data.reader.meaning.numbers.misread_words import MISREAD, SHORT, is_misread_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.grammar.unit_reader import UnitMatch

_WORD = re.compile(r"(?<![a-z])[a-z]{2,6}$")


def damage() -> Iterator[ExclusionRule]:
    """Digits of a scan that are letters, words or marks."""
    yield at_number("letter read as a digit", r"(?<=[a-z&¢¤@])\d+(?!\d*[.,]\d)[a-z&¢¤@]*", unless=_is_glued_on)
    yield anywhere("mark of a note", r"(?<=\d)%(?P<n>\d{1,2})(?=[^\w\s.,;:%)])")
    yield at_number("letter before a unit", r"(?<![a-z])\d{1,2}(?=[a-gi-z&¢¤@])", unless=has_unit)
    for word in MISREAD:
        yield at_number("word read as a number", tolerant(word))
    yield at_number("word read as a number", SHORT, unless=_is_no_word)


def _is_no_word(match: re.Match[str], unit: UnitMatch | None) -> bool:
    """It has a unit, or goes no worse with what stands beside it than a word would."""
    return unit is not None or not is_misread_word(match.string, *match.span("n"))


def _is_glued_on(match: re.Match[str], unit: UnitMatch | None) -> bool:
    """A whole word has lost the blank behind it: "đón57 đoàn"."""
    word = _WORD.search(match.string, max(0, match.start() - LONGEST_WORD), match.start())
    return unit is not None and match[0].isdigit() and len(match[0]) > 1 and word is not None
