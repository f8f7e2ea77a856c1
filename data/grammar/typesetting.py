"""What a page has set otherwise than most: words printed into one another around a number, square brackets for round ones."""

from __future__ import annotations

import re
from array import array
from itertools import pairwise

from data.grammar.ocr import Folded, any_of, tolerant
from data.grammar.unit_reader import unit_reader

_GLUED_VERB = re.compile(tolerant(r"[tg](?<=[a-z][tg])(?:(?<=t)ăng|(?<=[g])iảm)\s?(?=\d+(?:[.,]\d+)*\s?%|\d+[.,]\d)"))
"""A verb between a word and an amount, without the blanks that belong there."""
_GLUED_AMOUNT = re.compile(r"\d(?<=[a-z]\d)(?:\d*(?:[.,]\d+)*\s?%|\d*[.,]\d)")
"""An amount right behind a word; a digit alone is the mark of a footnote."""
_LEADING = re.compile(tolerant(r"(?<![a-z])(?:tăng|giảm|đạt|là|bằng|còn|ước|trên|gần|khoảng|hơn|chiếm)$"))
"""A word that leads to an amount."""
_LONG = re.compile(r"\d(?<=[a-z]{2}\d)(?:(?<=0)\d(?!\d)|\d{0,2}(?:\.\d{3})+(?!\d)|\d*,\d|\d{2,}(?![a-z\d]))")
"""A number glued to a word that is too long for the mark of a footnote."""
_COUNT = re.compile(r"[1-9](?<=[a-z]{2}.)\d?(?:/\d+)?(?=\s[a-z])")
"""A short number glued to a word, which is an amount where a unit or a counted noun follows.

In damaged text it is mostly a letter."""
_WORD = re.compile(r"(?<![a-z\d./@_-])(?=[a-z]*[aeiouy])[a-z]+$")
_LONGEST = 8
"""Letters of a word of one syllable, and one more."""
_LETTERS = re.compile(r"0\d(?!\d)")
"""What recognition makes of two letters: "chu01" is "chuỗi"."""
_SQUARE = re.compile(r"\[([^\[\]]*[a-z%][^\[\]]*)\]")
"""Words in square brackets; a number alone in them is the mark of a footnote."""

_HAS_PARTS = any_of("tỷ|tỉ|triệu|nghìn|ngàn|tấn|tạ|ha|km|kg|kwh|mwh|mw|usd", damaged=False)
_SPLIT = re.compile(
    tolerant(r"\d(?<![\d.,/].)(?<!năm .)\d{0,2}(?:\.\d{3})*,(\s)") + rf"(?=\d{{1,2}}\s?(?:%|(?:{_HAS_PARTS}|m[²³23])(?![a-z])))"
)
"""A number with a blank behind its comma; what can have parts follows, so that it is no list."""


def normalize_typesetting(folded: Folded, source: str, damaged: bool) -> Folded:
    """Folded text as it is mostly set: blanks around amounts ("chế tạotăng1,36%") but none in them, asides in round brackets.

    Args:
        folded: the folded text.
        source: the text that it was folded from, which has its capitals; a number glued to one is part of a name.
        damaged: the text is recognised from a scan.
    """
    text, at = folded.text, folded.at
    if blanks := [match.start(1) for match in _SPLIT.finditer(text)]:
        kept = sorted(set(range(len(at))) - set(blanks))
        text, at = "".join([folded.text[place] for place in kept[:-1]]), array("I", [at[place] for place in kept])
    if "[" in text:
        text = _SQUARE.sub(r"(\1)", text)
    found = {place for match in _GLUED_VERB.finditer(text) for place in match.span()}
    amounts = (match.start() for match in _GLUED_AMOUNT.finditer(text))
    found |= {place for place in amounts if _LEADING.search(text, max(0, place - _LONGEST), place)}
    glued = [match.start() for match in _LONG.finditer(text) if not (damaged and _LETTERS.match(text, match.start()))]
    if not damaged:
        glued += [match.start() for match in _COUNT.finditer(text) if unit_reader(damaged).read(text, match.end())]
    found |= {place for place in glued if _WORD.search(text, max(0, place - _LONGEST), place)}
    places = sorted(found)
    places = [place for place in places if place and text[place - 1].isalpha() and not source[at[place - 1]].isupper()]
    if places:
        parts = [text[left:right] for left, right in pairwise([0, *places, len(text)])]
        text, at = " ".join(parts), array("I", at)
        for place in reversed(places):
            at.insert(place, at[place])
    return Folded(text, at)
