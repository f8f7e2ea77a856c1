"""Telling scanned text, with its damaged diacritics, from clean Vietnamese, by measurement."""

import unicodedata

_SAMPLE = 200_000
_LEAST_LETTERS = 40
_CLEAN_SHARE = 0.11


def doubly_marked_share(text: str) -> float:
    """Share of the letters that bear a tone on a marked vowel or stand in Unicode's Vietnamese block (ạ, ế, ự ...)."""
    sample = unicodedata.normalize("NFC", text[:_SAMPLE])
    letters = sum(char.isalpha() for char in sample)
    return sum("\u1ea0" <= char <= "\u1ef9" or char in "đĐưƯ" for char in sample) / max(letters, 1)


def is_damaged(text: str) -> bool:
    """True when a text lacks most of the diacritics that clean Vietnamese has."""
    if sum(char.isalpha() for char in text[:_SAMPLE]) < _LEAST_LETTERS:
        return False
    return doubly_marked_share(text) < _CLEAN_SHARE
