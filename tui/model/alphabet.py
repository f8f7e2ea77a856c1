"""The alphabet of Vietnamese: names in the order of a dictionary."""

from __future__ import annotations

from functools import cache
from unicodedata import normalize

_LETTERS = {letter: chr(0xE000 + place) for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
"""Letters by what sorts behind all blanks, digits and punctuation."""
_TONES = "\u0300\u0309\u0303\u0301\u0323"
"""Grave, hook, tilde, acute and dot, in the order of dictionaries."""


def alphabetical(name: str) -> tuple[str, tuple[int, ...]]:
    """What sorts a name: its letters, of which ă, â, đ, ê, ô, ơ and ư follow a, d, e, o and u; only then its tones."""
    weights = [_weight(char) for char in normalize("NFC", name.casefold())]
    return "".join(letter for letter, _ in weights), tuple(tone for _, tone in weights)


@cache
def _weight(char: str) -> tuple[str, int]:
    """The letter of a character without its tone, and the place of the tone; 0 without any."""
    parts = normalize("NFD", char)
    letter = normalize("NFC", "".join(part for part in parts if part not in _TONES))
    return _LETTERS.get(letter, letter), max(_TONES.find(part) + 1 for part in parts)
