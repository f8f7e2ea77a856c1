"""Splitting a text into words, numbers and sentence edges, for restoring and counting."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.reader.vocabulary import EDGE, NUMBER

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f]|[&¢€@¥])+")
_LETTER = re.compile(r"[^\W\d_]|¢")
_EDGE = re.compile(r"[.;:!?()“”\"]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, ``text[start:end]``; or, with a sign and an empty span, a number or an edge."""

    start: int
    end: int
    sign: str = ""


def word_pieces(text: str, letters: AbstractSet[int] = frozenset()) -> list[Piece]:
    """The pieces of a text; whatever contains a digit between two blanks is one number.

    Args:
        text: the text.
        letters: places of digits that are letters, misread.
    """
    shown = text
    if letters:
        shown = "".join("o" if at in letters and char.isdigit() else char for at, char in enumerate(text))
    pieces = [Piece(0, 0, EDGE)]
    for chunk in _CHUNK.finditer(shown):
        start, end = chunk.span()
        if any(char.isdigit() for char in chunk[0]):
            pieces.append(Piece(start, start, NUMBER))
            if chunk[0][-1] in ".;:)":
                pieces.append(Piece(end, end, EDGE))
        else:
            pieces += _words(text, shown, start, end)
    pieces.append(Piece(len(text), len(text), EDGE))
    return pieces


def _words(text: str, shown: str, start: int, end: int) -> list[Piece]:
    """The words of a chunk without digits, and the sentence edges between them."""
    pieces = []
    for found in _WORD.finditer(shown, start, end):
        if _EDGE.search(shown, start, found.start()):
            pieces.append(Piece(found.start(), found.start(), EDGE))
        if _LETTER.search(text, found.start(), found.end()):
            pieces.append(Piece(*found.span()))
        start = found.end()
    if _EDGE.search(shown, start, end):
        pieces.append(Piece(end, end, EDGE))
    return pieces
