"""What a page has set otherwise than most: words printed into one another around a number, square brackets for round ones."""

from __future__ import annotations

import re
from array import array
from itertools import pairwise

from data.grammar.ocr import Folded

_NUMBER = r"(?=\d+(?:[.,]\d+)*\s?%|\d+[.,]\d)"
"""What follows is an amount; a digit alone is the mark of a footnote."""
_MOVES = r"t[ai]{1,2}ng|gi[ai]m"
_LEADS = rf"{_MOVES}|dat|la|bang|con|uoc|tren|gan|khoang|hon|chiem"
_GLUED = re.compile(rf"(?<=[a-z])(?={_MOVES})(?:{_MOVES})\s?{_NUMBER}|(?<![a-z])(?:{_LEADS}){_NUMBER}")
"""A verb between a word and an amount, or a word that leads to an amount, without the blanks that belong there."""
_SQUARE = re.compile(r"\[([^\[\]]*[a-z%][^\[\]]*)\]")
"""Words in square brackets; a number alone in them is the mark of a footnote."""


def normalize_typesetting(folded: Folded) -> Folded:
    """Folded text as it is mostly set: blanks around verbs and amounts ("chế tạotăng1,36%"), asides in round brackets."""
    text, at = folded.text, folded.at
    if "[" in text:
        text = _SQUARE.sub(r"(\1)", text)
    places = sorted({place for match in _GLUED.finditer(text) for place in match.span()})
    places = [place for place in places if text[place - 1].isalpha()]
    if places:
        parts = [text[left:right] for left, right in pairwise([0, *places, len(text)])]
        text, at = " ".join(parts), array("I", at)
        for place in reversed(places):
            at.insert(place, at[place])
    return Folded(text, at)
