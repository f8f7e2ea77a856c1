"""Matching many patterns on one text: one scan finds where any of them can begin, and each is tried only there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_NAMED = re.compile(r"\(\?P<\w+>")
_ATOM = re.compile(r"\\.|\[(?:\\.|[^\]])*\]|.")


def beginnings(before: str, sources: Iterable[str]) -> re.Pattern[str]:
    """A pattern that matches wherever one of several patterns can begin.

    Args:
        before: what all of them ask of the letter before.
        sources: the patterns without that, or their first words.
    """
    alternatives = dict.fromkeys(_NAMED.sub("(?:", source) for source in sources)
    return re.compile(f"{before}(?={'|'.join(alternatives)})")


def first_words(source: str) -> str:
    """The prefix of a pattern up to its first blanks outside of brackets, so that patterns with equal prefixes share one."""
    depth = 0
    for atom in _ATOM.finditer(source):
        depth += {"(": 1, ")": -1}.get(atom[0], 0)
        if depth == 0 and atom[0] in (r"\s", "|"):
            return source[: atom.start()] if atom[0] != "|" else source
    return source


def starts(pattern: re.Pattern[str], text: str) -> list[int]:
    """Where a pattern's matches begin."""
    return [match.start() for match in pattern.finditer(text)]


def matches_at(pattern: re.Pattern[str], text: str, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin at one of the given places, in order and without overlaps."""
    end = 0
    for place in places:
        if place >= end and (match := pattern.match(text, place)):
            end = match.end()
            yield match
