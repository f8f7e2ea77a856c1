"""Searching for a number as it is printed in a report: ``387,7``, ``1.072,9 tấn``, ``-6.8 %``."""

from __future__ import annotations

import re
from typing import NamedTuple

from queries.fold import fold
from tui.model.correction import parse_number

_TYPED = re.compile(r"([+\-\u2212]?)(\d(?:[\d.,]*\d)?)[.,]?([^\d]*)")
"""A sign, a number that may not be typed to its end, and a unit glued to it."""
_LANGUAGES = ("vi", "en")


class NumberQuery(NamedTuple):
    """What is searched: the values that the number may have, and folded words that its unit or name must hold."""

    values: list[float]
    words: list[str]


def number_query(text: str) -> NumberQuery | None:
    """The number in what is typed, however a language writes it, with the other words; None where there is not exactly one.

    ``1.072`` is a thousand and a little more than one: nobody can tell, so that both are looked for. Without a sign, a fall is
    found, too: its report writes "giảm 6,8%".
    """
    words = text.split()
    numbers = [(place, found) for place, word in enumerate(words) if (found := _TYPED.fullmatch(word))]
    if len(numbers) != 1:
        return None
    ((place, found),) = numbers
    sign, digits, unit = found.groups()
    try:
        sizes = dict.fromkeys(parse_number(digits, lang) for lang in _LANGUAGES)
    except ValueError:  # 1.2.3 is a point of a report
        return None
    signs = {"": (1, -1), "+": (1,)}.get(sign, (-1,))
    others = [*words[:place], unit, *words[place + 1 :]]
    return NumberQuery(
        [size * one for size in sizes for one in signs], [word for other in others if (word := fold(other).strip())]
    )
