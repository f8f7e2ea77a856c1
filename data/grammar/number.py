"""Numbers as the reports print them: dots group thousands, a comma is the decimal point; slips are repaired by rule."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import isclose

TOKEN = re.compile(r"\d\d*(?:[.,]\d+)*")
"""A number token: digits with dots and commas between digits."""

_LONGEST = 24
"""Characters of the longest token that counts as a number."""

_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"\d+(?:,\d+)?")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}")
_POINT = re.compile(r"\d+\.\d+")
_ENGLISH_GROUPS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_SURE_POINT, _SURE_COMMA = re.compile(r"\d+\.\d\d?"), re.compile(r"\d[\d.]*,\d\d?|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:\.\d{3})+,\d+")
_SWAPPED = str.maketrans(".,", ",.")
_FEWEST, _MANY = 3, 5
"""How many numbers in English separators tell of a text, and how many times as many as others."""


@dataclass(frozen=True, slots=True)
class Number:
    """The value of a number token.

    Attributes:
        value: without sign.
        repair: name of the rule that mended the token; None for a well-formed number.
    """

    value: float
    repair: str | None = None


def prints_english(text: str) -> bool:
    """Whether a text groups thousands by commas and parts decimals by points, as told by the numbers that have one reading.

    A point with one or two digits behind it counts only before a per cent sign: elsewhere it parts sections, days and months.
    """
    english = other = 0
    for match in TOKEN.finditer(text):
        number = match[0]
        if "," in number:
            other += _SURE_COMMA.fullmatch(number) is not None
            english += _ENGLISH.fullmatch(number) is not None
        elif "." in number and text[match.end() : match.end() + 2].lstrip().startswith("%"):
            english += _SURE_POINT.fullmatch(number) is not None
    return english >= max(_FEWEST, _MANY * other)


def groups_in_english(printed: str, sure: bool) -> bool:
    """Whether a number groups its thousands by commas: "4,936.5"; if it must not be ``sure``, "4,936" may do so, too."""
    return (_ENGLISH if sure else _ENGLISH_GROUPS).fullmatch(printed) is not None


def read_number(printed: str, english: bool = False) -> Number | None:
    """The value of a printed number, or None if no rule makes sense of it.

    Args:
        printed: a number token; a blank may split it.
        english: its text groups thousands by commas and parts decimals by points.

    Repairs: ``english-separators`` ("4,936.5"), ``decimal-point`` ("84.64"), ``lost-decimals`` ("20,"), ``split``
    (blanks inside), ``loose-grouping`` (groups of the wrong length, read by the last separator).
    """
    text = re.sub(r"\s+", "", printed)
    repair = "split" if text != printed else None
    if len(text) > _LONGEST:
        return None
    if english:
        text = text.translate(_SWAPPED)
    if text.endswith((",", ".")):
        text, repair = text[:-1], "lost-decimals"
    if _GROUPED.fullmatch(text) or _PLAIN.fullmatch(text):
        return Number(float(text.replace(".", "").replace(",", ".")), repair)
    if _ENGLISH.fullmatch(text):
        return Number(float(text.replace(",", "")), "english-separators")
    if _POINT.fullmatch(text):
        return Number(float(text), "decimal-point")
    if re.fullmatch(r"\d[\d.,]*", text):
        return Number(_last_separator(text), "loose-grouping")
    return None


def _last_separator(text: str) -> float:
    """Read a number with impossible groups: the last separator is the decimal point unless three digits follow it."""
    head, separator, tail = re.fullmatch(r"(.*?)(?:([.,])(\d*))?", text).groups()  # type: ignore[union-attr]
    digits = re.sub(r"[.,]", "", head)
    if separator is None or (separator == "." and len(tail) == 3):
        return float(digits + (tail or ""))
    return float(f"{digits or '0'}.{tail or '0'}")


def half_unit(printed: str, value: float) -> float:
    """Half a unit of the last printed digit, the tolerance of a printed number: ``"7,3"`` gives 0.05, ``"673"`` 0.5.

    Text and value together tell what a separator is: "12,345" has three decimals if it was read as 12.345, none as 12345.

    Args:
        printed: the number as it is printed.
        value: what it was read as; its sign does not matter.
    """
    parts = re.split(r"[.,]", re.sub(r"\s+", "", printed).rstrip(".,"))
    tail = len(parts[-1]) if len(parts) > 1 else 0
    digits = "".join(parts)
    if digits.isdecimal() and value and isclose(int(digits), abs(value)):
        return 0.5
    # Where letters stand for digits, or the value was mended by hand, its size tells whether the last separator parts decimals.
    return 0.5 if abs(value) >= 10.0 ** (len(digits) - tail) else 0.5 * 10.0**-tail
