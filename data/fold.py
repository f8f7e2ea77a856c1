"""Folding: the one spelling in which Vietnamese words meet, with or without diacritics.

Vietnamese marks tone and vowel quality with combining signs and writes đ as a letter of its own, which Unicode does not
decompose (TCVN 6909:2001). Readers type "ho ngheo" and mean "hộ nghèo"; folding makes the two equal.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from data.memo import Memo

if TYPE_CHECKING:
    from collections.abc import Callable


class Letters(Memo[int, str]):
    """What becomes of each letter of a text, as `str.translate` wants it; worked out for a letter when it is first met."""

    def __init__(self, becomes: Callable[[str], str]) -> None:
        super().__init__(lambda code: becomes(chr(code)))


_WITHOUT_MARKS = Letters(lambda letter: "" if unicodedata.combining(letter) else letter)


def same_word(one: str, other: str) -> bool:
    """Whether two words are one, marks included, but not where on the syllable the tone stands: "hoá" is "hóa"."""
    return sorted(unicodedata.normalize("NFD", one.lower())) == sorted(unicodedata.normalize("NFD", other.lower()))


def fold(text: str) -> str:
    """Lower-case text without Vietnamese diacritics: ``"Đàn trâu"`` gives ``"dan trau"``.

    Works alike on composed (NFC) and decomposed (NFD) text. The result may be shorter than a decomposed input.
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return decomposed.translate(_WITHOUT_MARKS)
