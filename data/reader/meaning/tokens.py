"""The number account: every number token of a report is taken for exactly one thing."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from data.grammar.number import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.reader.layout.document import Document

KINDS = ("figure", "date", "reference", "heading", "mark", "name", "damage", "unexplained")


class Token(NamedTuple):
    """A number token of the raw text and what it was taken for.

    Attributes:
        start: raw offset.
        end: raw offset behind it.
        printed: ``raw[start:end]``.
        kind: one of `KINDS`.
        reason: the rule that decided, in a few words.
    """

    start: int
    end: int
    printed: str
    kind: str
    reason: str


def passage_tokens(text: str) -> list[tuple[int, int]]:
    """Spans of the number tokens of a text."""
    return [match.span() for match in TOKEN.finditer(text)]


def account(document: Document, decided: Iterable[Token]) -> tuple[Token, ...]:
    """Every number token of the raw text once, each with what it was taken for.

    Args:
        document: the report.
        decided: tokens decided inside passages; a split number decides all tokens that it covers.
    """
    spans = sorted(decided, key=lambda token: token.start)
    starts = [token.start for token in spans]
    furniture = [*((start, end, "page number or running head") for start, end in document.furniture)]
    labels = [*((start, end, "number of a footnote") for start, end, _ in document.labels)]
    marks = [(start, end, "footnote mark") for start, end, _ in document.marks]
    outside = {place: (kind, reason)
               for kind, places in (("heading", [*furniture, *labels]), ("mark", marks))
               for start, end, reason in places for place in range(start, end)}  # fmt: skip
    tokens = []
    for match in TOKEN.finditer(document.raw):
        index = bisect_right(starts, match.end() - 1) - 1
        if index >= 0 and spans[index].end > match.start():
            kind, reason = spans[index].kind, spans[index].reason
        else:
            kind, reason = outside.get(match.start(), outside.get(match.end() - 1, ("unexplained", "outside of the text")))
        tokens.append(Token(match.start(), match.end(), match.group(), kind, reason))
    return tuple(tokens)
