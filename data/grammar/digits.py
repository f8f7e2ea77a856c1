"""Digits that recognition took for letters: the l for a 1 in "4l8,6", the O for a 0 in "10O%"."""

from __future__ import annotations

import re

from data.grammar.ocr import Folded

_MEANT = {"l": "1", "I": "1", "|": "1", "O": "0", "o": "0", "S": "5", "B": "8"}
_LIKE = "[lI|OoSB]"
_IN_NUMBER = re.compile(
    r"(?<![^\W_])(?<!\d[.,])(?:[lI|](?=\d{1,2}[.,]\d|\d{1,2}\s?%|\d\d(?![^\W_]))|[lI|]\.(?=\d{3}(?!\d))|[lI|],(?=\d{1,2}\s?%)|[oO](?=[14-9](?![^\W_])))?"
    rf"\d[\d.,]*(?:{_LIKE}+(?=[.,]?\d)[.,]?\d[\d.,]*)*"
    r"(?:O+(?![^\W_])|[oO](?=\s?%)|(?<=,)[lI|oO](?=\s?%|\s)|(?<=,\d)[lI|oO](?=\s?%)|(?<=\.\d\d)[lI|oO](?![^\W_]))?"
)
"""A number with letters between its digits, an O behind them, or an l before them; at its ends only where a separator, a per cent
sign or another digit shows that it is one. O2 and O3 are gases."""

_LIKELY = re.compile(r"\d(?:[.,]?[li|osb]|(?<=[li|o].)(?<![a-z\d]..)|(?<=[li|o][.,].)(?<![a-z\d]...))")
"""What has to stand in folded text that has such a number."""


def with_digits(folded: Folded, source: str) -> Folded:
    """Folded text with digits for the letters that stand in numbers; every letter keeps its place.

    Args:
        folded: folded text.
        source: the text that it was folded from, which has its capitals.
    """
    if not _LIKELY.search(folded.text):
        return folded
    at = folded.at
    printed = "".join([source[place] for place in at[:-1]])
    text = _IN_NUMBER.sub(_meant, printed)
    if text == printed:
        return folded
    letters = [meant if meant != letter else known for known, letter, meant in zip(folded.text, printed, text, strict=True)]
    return Folded("".join(letters), at)


def _meant(match: re.Match[str]) -> str:
    return "".join([_MEANT.get(letter, letter) for letter in match[0]])
