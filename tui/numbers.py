"""Numbers and measures as a language writes them: ``1.072,9`` in Vietnamese, ``1,072.9`` in English."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MISSING = "·"
DASH = "–"
"""Stands between the two ends of a range."""
BOUNDS = {"trên": ">", "gần": "≲", "khoảng": "≈", "dưới": "<"}
TURNED = {">": "<", "<": ">", "≲": "≳"}
"""What the sign of a bound becomes on the negative number of a fall: one of more than 7 is below −7."""
USUAL = 3
"""Cells of the decimals that most numbers have, with their point."""
_FEW, _VERY_FEW = 4, 8
"""One number in this many may be longer or have more decimals than usual before the column makes room for it."""
_LEAST_SPAN = 1e-9
"""What an axis shows at least; rounding would make steps of smaller ones vanish."""
_PLAIN = re.compile(r"(-?)(\d+)(\.\d+)?")
_VIETNAMESE = str.maketrans(",.", ".,")


def number(value: float, lang: str, signed: bool = False) -> str:
    """A number with grouped thousands and the decimals that it has (at most ten significant digits).

    Args:
        value: any finite number.
        lang: ``vi`` or ``en``.
        signed: whether a plus is written before a rise; a true minus sign is always written.
    """
    if not math.isfinite(value):
        return MISSING
    size = abs(value)
    text = f"{size:,.0f}" if size >= 1e10 else _grouped(size)
    if lang == "vi":
        text = text.translate(_VIETNAMESE)
    return ("−" if value < 0 else "+" if signed and value > 0 else "") + text


def written(text: str, lang: str) -> str:
    """A number in the words of SQL, with the separators of a language and every digit that it has; other words as they are."""
    found = _PLAIN.fullmatch(text)
    if found is None:
        return text
    whole, decimals = f"{int(found[2]):,}", found[3] or ""
    return ("−" if found[1] else "") + (f"{whole}{decimals}".translate(_VIETNAMESE) if lang == "vi" else f"{whole}{decimals}")


def align_decimals(texts: Sequence[str], lang: str) -> list[str]:
    """Numbers padded on the right so that their decimal points line up when they are aligned right.

    A few numbers with more decimals than are usual do not make room for them in all the others, and a few that are
    far longer than the others do not make the column wider: they end where the decimals of the others end.
    """
    point = "," if lang == "vi" else "."
    ends = [text.rpartition(DASH)[2] for text in texts]
    tails = [len(end) - end.rfind(point) if point in end else 0 for end in ends]
    longest = max(tails, default=0)
    if sum(tail > USUAL for tail in tails) * _FEW <= len(tails):
        longest = min(longest, USUAL)
    widths = sorted(len(text) + max(0, longest - tail) for text, tail in zip(texts, tails, strict=True) if text)
    usual = widths[-1 - len(widths) // _VERY_FEW] if widths else 0
    room = max(usual, max(map(len, texts), default=0))
    return [
        text.ljust(min(room, len(text) + max(0, longest - tail))) if text else text
        for text, tail in zip(texts, tails, strict=True)
    ]


def ticks(low: float, high: float, count: int) -> list[float]:
    """About ``count`` round numbers, two at least, from at most ``low`` to at least ``high``, for an axis."""
    span = max(high - low or abs(high) or 1.0, _LEAST_SPAN)
    step = 10.0 ** _power(span / max(1, count - 1))
    for factor in (1, 2, 2.5, 5, 10):
        if span / (step * factor) <= count - 1:
            step *= factor
            break
    first = step * (low // step)
    out = [first]
    while len(out) < 2 or (out[-1] < high - step * 1e-9 and len(out) < 50):
        out.append(round(out[-1] + step, 12))
    return out


def _power(value: float) -> int:
    power = 0
    while value >= 10:
        value, power = value / 10, power + 1
    while value < 1:
        value, power = value * 10, power - 1
    return power


def _grouped(size: float) -> str:
    text = f"{size:.10g}"
    if "e" in text:
        return text
    whole, point, fraction = text.partition(".")
    return f"{int(whole):,}{point}{fraction}"


def decimals(value: float) -> int:
    """How many decimals a number is written with."""
    return max(0, -int(Decimal(repr(value)).normalize().as_tuple().exponent))
