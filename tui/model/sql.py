"""Syntax colours for SQL that is only displayed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.keywords import KEYWORDS
from queries.sqltext.tokens import tokens

if TYPE_CHECKING:
    from tui.draw import Line

_ROLES = {"comment": "dim", "string": "good", "parameter": "accent"}


def sql_line(text: str) -> Line:
    """A line of SQL in pieces: comments dim, keywords bright, strings and parameters coloured."""
    return tuple(
        (token.text, "bright" if token.text.lower() in KEYWORDS else _ROLES.get(token.kind, "plain")) for token in tokens(text)
    )
