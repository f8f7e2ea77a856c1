"""Singular and plural in English: ``1 row`` but ``2 rows``, in the texts and in units; ordinals. Vietnamese has one form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.numbers import number

if TYPE_CHECKING:
    from collections.abc import Mapping

_CHOICE = re.compile(r"\{(\w+)\} (\w+)\|(\w+)")
_NOUN = re.compile(r"(?P<before>(?:[\w-]+ )*?)(?P<noun>[\w-]+)(?P<behind>(?: (?:a|an|of|per)\b.*)?)")
_SCALES = ("thousand ", "million ", "billion ")
_IRREGULAR = {"people": "person", "children": "child", "criteria": "criterion", "works": "works", "remains": "remains"}
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("ss", "ss"), ("us", "us"), ("s", ""))


def pluralize(text: str, values: Mapping[str, object]) -> str:
    """A text with ``{count} row|rows`` made ``{count} row`` where the value of ``count`` reads 1, else ``{count} rows``."""
    return _CHOICE.sub(lambda found: f"{{{found[1]}}} {found[2 if str(values[found[1]]) == '1' else 3]}", text)


def singular(unit: str) -> str:
    """One of an English unit: ``case`` of ``cases``, ``person a month`` of ``people a month``; several kinds at once stay."""
    parts = _NOUN.fullmatch(unit)
    if parts is None or " and " in unit or unit.startswith(_SCALES):
        return unit
    noun = parts["noun"]
    ending, one = next((pair for pair in _ENDINGS if noun.endswith(pair[0])), ("", ""))
    return parts["before"] + _IRREGULAR.get(noun, noun.removesuffix(ending) + one) + parts["behind"]


def ordinal(place: float, lang: str) -> str:
    """A place in an order: ``39th`` in English, ``39`` in Vietnamese, where a word before it says that it is one."""
    text = number(place, lang)
    if lang != "en":
        return text
    teens = 10 < place % 100 < 20
    return text + ("th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(int(place % 10), "th"))
