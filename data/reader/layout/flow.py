"""Which lines run on: joining the lines of one paragraph, across page feet too, and nothing else."""

from __future__ import annotations

import re
from array import array
from typing import TYPE_CHECKING

from data.fold import fold
from data.grammar.syllables import is_syllable
from data.reader.layout.lines import BLANKS, Layout, Line, is_closed

if TYPE_CHECKING:
    from collections.abc import Iterable

Span = tuple[int, int]

_WORD = re.compile(rf"[^\s{BLANKS}]+")
_UNEVEN = re.compile(rf"[\s{BLANKS}](?:(?<! )|(?=[\s{BLANKS}]))")
"""A blank that is no plain one, or has another one behind."""
_POINT = re.compile(r"[~/_]*\s*(?:(?![-–—+]\d[\d.,]*\s?%)[-–—+•*·]|\(?[a-zđ]\)|\(\d{1,2}\))\s*(?=\S)")
_HYPHENATED = re.compile(r"[^\W_]-$")

_LETTERS_BEFORE, _LETTERS = re.compile(r"(?<![^\W_])([^\W\d_]+)-$"), re.compile(r"[^\W\d_]+")


def running(raw: str, pieces: list[Span]) -> tuple[str, array[int]]:
    """Running text of raw pieces, and for each of its characters the raw offset.

    A line break or a run of blanks becomes one blank, which points at the first of them; a word cut at its hyphen
    ("59-" / "NQ/TW") is closed up, without the hyphen where it parts a syllable.
    """
    words: list[str] = []
    offsets: array[int] = array("I")
    end, glue = -1, True
    for left, right in pieces:
        if words and right > left and _HYPHENATED.search(words[-1]) and raw[left].isalnum():
            glue = True
            if _is_broken(words[-1], _WORD.match(raw, left, right)):
                words[-1] = words[-1][:-1]
                offsets.pop()
        for start, behind in _even(raw, left, right):
            if not glue:
                words.append(" ")
                offsets.append(end)
            words.append(raw[start:behind])
            offsets.extend(range(start, behind))
            end, glue = behind, False
    return "".join(words), offsets


def _even(raw: str, left: int, right: int) -> Iterable[Span]:
    """A raw piece, or its words one by one if other than single blanks stand between them."""
    if left < right and _WORD.match(raw, left) and _WORD.match(raw, right - 1) and not _UNEVEN.search(raw, left, right):
        return ((left, right),)
    return (match.span() for match in _WORD.finditer(raw, left, right))


def _is_broken(before: str, behind: re.Match[str] | None) -> bool:
    """Whether the hyphen at the end of a line stands within one syllable: "tri-" / "ển"."""
    first, second = _LETTERS_BEFORE.search(before), behind and _LETTERS.match(behind[0])
    if not first or not second or not second[0].islower():
        return False
    parts = first[1].lower(), second[0].lower()
    return is_syllable("".join(parts)) and not (all(map(is_syllable, parts)) and fold(parts[1])[0] not in "aeiouy")


def is_point(text: str) -> bool:
    """True when a line begins as a list point does: "- ", "+ ", "a) ", "(12) "; not with a change: "+5,2%"."""
    return _POINT.match(text) is not None


def runs_on(before: Line, line: Line, layout: Layout, lifted: bool, opening: bool = False) -> bool:
    """True when a line continues the paragraph of the line before it.

    Args:
        before: The body line before.
        line: The line in question.
        layout: How the text is set.
        lifted: True when a page break or footnotes stand between the two.
        opening: True when the line before opens its paragraph; it is indented, so it holds less.
    """
    closed = is_closed(before.text)
    if is_point(line.text) and (closed or not _is_dash_of_a_span(line.text)):
        return False
    lower = not line.text[0].isupper() and not (line.text[0] in "“\"‘'" and line.text[1:2].isupper())
    if not layout.wrapped:
        return not closed and (lower or lifted)
    full = len(before.text) >= 0.8 * layout.width
    if not closed:
        return lower or (full if lifted or line.gap <= layout.gap else len(before.text) >= 0.9 * layout.width)
    if line.gap > layout.gap or line.indent >= before.indent + 3:
        return False
    if lower:
        return full or not lifted
    return _is_filled(before, line, (0.88 if opening else 0.95) * layout.width)


def _is_dash_of_a_span(text: str) -> bool:
    """True for a dash with a number or a small letter behind it, as in "2026" / "- 2030"."""
    rest = text.lstrip("-–— ")
    return text[0] in "-–—" and bool(rest) and not rest[0].isupper()


def _is_filled(before: Line, line: Line, width: float) -> bool:
    """True when the next line's first word would not have fitted into the line before."""
    word = line.text.split(None, 1)[0]
    return len(before.text) + 1 + len(word) > width
