"""A little colour for SQL that is only read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.draw import Line, Piece

_TOKEN = re.compile(r"(--.*$)|('(?:[^']|'')*')|(\$\w+)|([A-Za-z_]\w*)|(\d+(?:\.\d+)?)|(\s+|.)")
_WORDS = frozenset(
    re.findall(
        r"\w+",
        """select from where join left on using group by order limit with as and or not in is null case when then else end union
    all distinct over partition qualify having exists desc asc nulls first last filter between like cast values window""",
    )
)


def sql_line(text: str) -> Line:
    """A line of SQL in pieces: comments dim, keywords bright, strings and parameters coloured."""
    pieces: list[Piece] = []
    for found in _TOKEN.finditer(text):
        comment, string, parameter, word, _number, _rest = found.groups()
        role = (
            "dim"
            if comment
            else "good"
            if string
            else "accent"
            if parameter
            else "bright"
            if word and word.lower() in _WORDS
            else "plain"
        )
        pieces.append((found.group(), role))
    return tuple(pieces)
