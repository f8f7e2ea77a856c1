"""A tolerant SQL tokenizer for text that may be incomplete: completion, formatting, semicolons.

What may run is never decided here; that is DuckDB's own parser's work (`queries.console`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
      (?P<space>\s+)
    | (?P<comment>--[^\n]*|/\*.*?(?:\*/|\Z))
    | (?P<string>[eE]'(?:\\.|''|[^'\\])*(?:'|\Z)|'(?:''|[^'])*(?:'|\Z)|(?P<mark>\$(?:[^\W\d]\w*)?\$).*?(?:(?P=mark)|\Z))
    | (?P<quoted>"(?:""|[^"])*(?:"|\Z))
    | (?P<parameter>\$\w+)
    | (?P<number>[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?|\.[0-9]+)
    | (?P<word>[^\W\d]\w*)
    | (?P<sign><=|>=|<>|!=|::|\|\||->>|->|:=|=>|.)
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """One token: its kind (space, comment, string, quoted, parameter, number, word, sign), text, and place in code points."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)

    @property
    def open(self) -> bool:
        """Whether a string or quoted name is not closed yet."""
        if self.kind == "string" and self.text.startswith("$"):
            mark = self.text[: self.text.index("$", 1) + 1]
            return len(self.text) < 2 * len(mark) or not self.text.endswith(mark)
        mark = "'" if self.kind == "string" else '"'
        return self.kind in ("string", "quoted") and (len(self.text) < 2 or self.text.count(mark) % 2 == 1)


def tokens(sql: str) -> list[Token]:
    """All tokens of ``sql``; their texts joined are ``sql`` again."""
    return [Token(found.lastgroup or "sign", found[0], found.start()) for found in _TOKEN.finditer(sql)]


def meaningful(sql: str) -> list[Token]:
    """The tokens without spaces and comments."""
    return [token for token in tokens(sql) if token.kind not in ("space", "comment")]


def is_literal(sql: str) -> bool:
    """Whether ``sql`` is one literal and nothing else: a number, signed or not, a closed string, null, true or false."""
    match tokens(sql):
        case [Token("number")] | [Token("sign", "+" | "-"), Token("number")]:
            return True
        case [Token("string") as string]:
            return not string.open
        case [Token("word", word)]:
            return word.lower() in ("null", "true", "false")
        case _:
            return False


def without_end(sql: str) -> str:
    """One statement without its final semicolons and what follows them."""
    kept = meaningful(sql)
    while kept and kept[-1].text == ";":
        sql = sql[: kept.pop().start].rstrip()
    return sql
