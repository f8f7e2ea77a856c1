"""Telling scanned text, with its damaged diacritics, from clean Vietnamese, by measurement."""

import re
import unicodedata
from collections import Counter

from data.grammar.syllables import STOPS, is_syllable, toneless

_DOUBLY_MARKED = re.compile("[\u1ea0-\u1ef9đĐưƯ]")
_SAMPLE = 200_000
_LEAST_LETTERS = 40
_CLEAN_SHARE = 0.11
_SLIPS, _SLIPS_SHARE = 3, 0.0025
"""Misspelt words that any text may have, and their share of the words of a clean one; a clean report has one in thousands."""
_BEHIND = ".,;:)"


def doubly_marked_share(text: str) -> float:
    """Share of the letters that have a tone on a marked vowel or stand in Unicode's Vietnamese block (ạ, ế, ự ...)."""
    sample = unicodedata.normalize("NFC", text[:_SAMPLE])
    return len(_DOUBLY_MARKED.findall(sample)) / max(_letters(sample), 1)


def is_damaged(text: str) -> bool:
    """True when a text lacks most of the diacritics that clean Vietnamese has, or has many words that are no Vietnamese."""
    if _letters(text[:_SAMPLE]) < _LEAST_LETTERS:
        return False
    return doubly_marked_share(text) < _CLEAN_SHARE or _is_misspelt(text)


def _is_misspelt(text: str) -> bool:
    words = Counter(unicodedata.normalize("NFC", text[:_SAMPLE]).split())
    slips = sum(count for word, count in words.items() if _is_slip(word.rstrip(_BEHIND)))
    return slips > _SLIPS + _SLIPS_SHARE * words.total()


def _is_slip(word: str) -> bool:
    """Whether a word has marks but not those of a syllable ("hién"), or lacks the tone without which it is none ("xuât")."""
    if not word.isalpha() or not word.islower():
        return False
    return word.endswith(STOPS) and toneless(word) == word if is_syllable(word) else not word.isascii()


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
