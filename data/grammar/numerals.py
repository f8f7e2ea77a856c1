"""Numbers in words and Roman numerals, also as OCR prints them."""

from __future__ import annotations

from data.fold import fold

WORDS = {
    "mười một": 11, "mười hai": 12, "mười": 10, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7,
    "tám": 8, "chín": 9,
}  # fmt: skip
"""Numbers in words; a longer one before the one with which it begins."""
MONTHS = {name: month for name, month in WORDS.items() if name != "bốn"} | {"giêng": 1, "chạp": 12}
"""Months in words; only a capital distinguishes "tháng Năm" from "tháng năm 2024"."""
PLAIN_MONTHS = {name: month for name, month in MONTHS.items() if name != "năm"}
"""Months in words that need no capital where a statement follows: "tháng một ước tính"."""
COUNTS = {name: count for name, count in WORDS.items() if name not in ("một", "hai", "tư", "năm", "mười hai")}
"""Counts of months in words; the other words mean something else before "tháng"."""
PLAIN_COUNTS = {name: count for name, count in WORDS.items() if name == "hai" or (name in COUNTS and name != "sáu")}
"""Those that stand for a count wherever no month follows: "hai tháng ước đạt"; "sau tháng" is no six months.

They count as they are printed: "bãi tháng" of a scan is no "bảy tháng"."""
_FOLDED = {fold(name): number for name, number in WORDS.items()}
_ORDINALS = (("nh", 1), ("ha", 2), ("ba", 3), ("b", 4), ("t", 4), ("n", 5))
"""How numbers in words begin, "nhất" among them, whatever recognition makes of the rest."""
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_STROKES = str.maketrans("lTJ1|!]ivx", "IIIIIIIIVX")
"""Signs that recognition makes of the strokes of a numeral, and small letters."""


def in_words(folded: str) -> int:
    """The number that folded words spell; 0 if they spell none."""
    return _FOLDED.get(folded, 0)


def ordinal(printed: str) -> int:
    """The ordinal, up to five, that the first letters of a word spell: "nhất", "hai", "thứ ba"; 0 if they spell none."""
    return next((number for beginning, number in _ORDINALS if printed.startswith(beginning)), 0)


def to_roman(number: int) -> str:
    """A number as a Roman numeral in capitals; ``""`` for 0."""
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


_VALUES = {to_roman(value): value for value in range(1, 40)}


def from_roman(printed: str) -> int:
    """The value of a Roman numeral up to 39, 0 for anything else; longer runs of strokes, "IIII", are counted."""
    text = printed.translate(_STROKES)
    return _VALUES.get(text) or (len(text) if text and set(text) == {"I"} else 0)


def quarter(printed: str) -> int:
    """The quarter in a digit or a Roman numeral; misread strokes are counted, too."""
    return int(printed) if printed in ("2", "3", "4") else from_roman(printed)
