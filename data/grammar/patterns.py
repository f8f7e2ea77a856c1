"""Matching many patterns on one text: each is tried only where letters stand with which its matches can begin."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from data.grammar.pattern_starts import END_OF_TEXT, Starts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Numbered = tuple[int, re.Pattern[str]]

_LETTERS = 12
"""By so many letters it is decided which patterns are tried at a place."""


class Patterns:
    """Patterns that are looked for together; each is known by a number, and compiled when it is first tried."""

    def __init__(self, before: str, sources: Mapping[int, str], behind: str = "") -> None:
        """Find out how each pattern can begin.

        Args:
            before: what all of them ask of the letter before.
            sources: the patterns by their numbers.
            behind: what all of them ask of the letter behind.
        """
        self._sources = {number: f"{before}(?:{source}){behind}" for number, source in sources.items()}
        self._compiled: dict[str, re.Pattern[str]] = {}
        starts = Starts(sources)
        self._nothing, self._plain = starts.nothing, starts.plain
        behind_first = before.removesuffix(")") + "(?s:.))" if before else ""
        # A pattern that begins with letters is searched for much faster than one that begins by looking back.
        self._places = re.compile(before if starts.may_be_empty else f"[{re.escape(starts.first_letters)}]{behind_first}")

    def matches(self, text: str, within: Iterable[tuple[int, int]] | None = None) -> list[tuple[int, re.Match[str]]]:
        """All matches, each with the number of its pattern: by patterns, then in order, those of one pattern without overlaps.

        Args:
            text: where they are looked for.
            within: the spans in which they begin, ascending; they may end anywhere.
        """
        found: dict[int, list[re.Match[str]]] = defaultdict(list)
        for number, match in self._beginning(text, ((0, len(text)),) if within is None else within):
            if number not in found or match.start() >= found[number][-1].end():
                found[number].append(match)
        return [(number, match) for number in sorted(found) for match in found[number]]

    def may_begin_within(self, text: str, letters: int) -> bool:
        """Whether a match begins within the first letters of a text."""
        return next(self._beginning(text, ((0, letters),)), None) is not None

    def _beginning(self, text: str, within: Iterable[tuple[int, int]]) -> Iterator[tuple[int, re.Match[str]]]:
        """What each pattern matches at each place of some spans."""
        plain = text.translate(self._plain)
        for start, end in within:
            for found in self._places.finditer(plain, start, end):
                place = found.start()
                for number, pattern in self._beginning_with(plain[place : place + _LETTERS]):
                    if match := pattern.match(text, place):
                        yield number, match

    def likely(self, text: str, place: int = 0) -> list[Numbered]:
        """The patterns that may match at a place of a text, each with its number, in order."""
        return self._beginning_with(text[place : place + _LETTERS].translate(self._plain))

    def _beginning_with(self, letters: str) -> list[Numbered]:
        """The patterns that can begin with some letters."""
        begun = self._nothing
        for letter in letters:
            begun = begun[letter]
            if begun.settled:
                break
        else:
            if len(letters) < _LETTERS:
                begun = begun[END_OF_TEXT]
        if begun.patterns is None:
            begun.patterns = [(number, self._pattern(self._sources[number])) for number in begun.numbers]
        return begun.patterns

    def _pattern(self, source: str) -> re.Pattern[str]:
        pattern = self._compiled.get(source)
        if pattern is None:
            pattern = self._compiled[source] = re.compile(source)
        return pattern
