"""Words that a page has printed into one another around a number: "chế tạotăng1,36%", "là24.130 ha"."""

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


def unglued(folded: Folded) -> Folded:
    """Folded text with the blanks that are missing before an amount and before the verb that leads to it."""
    places = sorted({place for match in _GLUED.finditer(folded.text) for place in match.span()})
    places = [place for place in places if folded.text[place - 1].isalpha()]
    if not places:
        return folded
    bounds = [0, *places, len(folded.text)]
    parts = [folded.text[left:right] for left, right in pairwise(bounds)]
    at = array("I", folded.at)
    for place in reversed(places):
        at.insert(place, at[place])
    return Folded(" ".join(parts), at)
