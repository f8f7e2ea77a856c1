"""Telling scanned text, with its damaged diacritics, from clean Vietnamese, by measurement."""

import re
import unicodedata

_DOUBLY_MARKED = re.compile("[\u1ea0-\u1ef9đĐưƯ]")
_SAMPLE = 200_000
_LEAST_LETTERS = 40
_CLEAN_SHARE = 0.11


def doubly_marked_share(text: str) -> float:
    """Share of the letters that have a tone on a marked vowel or stand in Unicode's Vietnamese block (ạ, ế, ự ...)."""
    sample = unicodedata.normalize("NFC", text[:_SAMPLE])
    return len(_DOUBLY_MARKED.findall(sample)) / max(_letters(sample), 1)


def is_damaged(text: str) -> bool:
    """True when a text lacks most of the diacritics that clean Vietnamese has."""
    if _letters(text[:_SAMPLE]) < _LEAST_LETTERS:
        return False
    return doubly_marked_share(text) < _CLEAN_SHARE


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
