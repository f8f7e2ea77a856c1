"""Matching many patterns on one text: each is tried only where letters stand with which its matches can begin."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from data.fold import Letters
from data.grammar.pattern_starts import openings, plain_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from data.grammar.pattern_starts import Opening

    Numbered = tuple[int, re.Pattern[str]]

_LETTERS = 4
"""By so many letters it is decided which patterns are tried at a place."""
_STRANGER = "\0"
"""What stands for letters with which no pattern can begin."""


@dataclass(slots=True, eq=False)
class _Begun:
    """What some first letters may be the beginning of.

    Attributes:
        openings: of which patterns they are a part, each with the letters that it goes on with.
        numbers: the patterns that can begin with them, whatever follows.
        patterns: the same, made ready to be tried.
        after: what one letter more leads to, found when it is first asked for.
    """

    openings: list[tuple[int, Opening]]
    numbers: frozenset[int]
    patterns: list[Numbered] | None = None
    after: dict[str, _Begun] = field(default_factory=dict)

    def go_on(self, letter: str) -> _Begun:
        """What they lead to with a letter more."""
        going_on = [(number, rest[1:]) for number, rest in self.openings if letter in rest[0]]
        ended = self.numbers.union(number for number, rest in going_on if not rest)
        begun = self.after[letter] = _Begun([opening for opening in going_on if opening[1]], ended)
        return begun


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
        self._opened: dict[str, list[Numbered]] = {}
        known = [(number, opening) for number, source in sources.items() for opening in openings(source, _LETTERS)]
        self._nothing = _Begun([one for one in known if one[1]], frozenset(number for number, opening in known if not opening))
        letters = {letter for _, opening in known for some in opening for letter in some}
        self._plain = Letters(lambda letter: plain if (plain := plain_letter(letter)) in letters else _STRANGER)
        first = "".join(sorted({letter for _, opening in self._nothing.openings for letter in opening[0]}))
        behind_first = before.removesuffix(")") + "(?s:.))" if before else ""
        # A pattern that begins with letters is searched for much faster than one that begins by looking back.
        self._places = re.compile(before if self._nothing.numbers else f"[{re.escape(first)}]{behind_first}")

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
        plain, opened = text.translate(self._plain), self._opened
        for start, end in within:
            for found in self._places.finditer(plain, start, end):
                place = found.start()
                letters = plain[place : place + _LETTERS]
                for number, pattern in opened[letters] if letters in opened else self._open(letters):
                    if match := pattern.match(text, place):
                        yield number, match

    def likely(self, text: str, place: int = 0) -> list[Numbered]:
        """The patterns that may match at a place of a text, each with its number, in order."""
        letters = text[place : place + _LETTERS].translate(self._plain)
        return self._opened[letters] if letters in self._opened else self._open(letters)

    def _open(self, letters: str) -> list[Numbered]:
        """The patterns that can begin with some letters; from then on they are known."""
        patterns = self._opened[letters] = self._worked_out(letters)
        return patterns

    def _worked_out(self, letters: str) -> list[Numbered]:
        begun = self._nothing
        for letter in letters:
            begun = begun.after.get(letter) or begun.go_on(letter)
            if not begun.openings:
                break
        if begun.patterns is None:
            begun.patterns = [(number, self._pattern(self._sources[number])) for number in sorted(begun.numbers)]
        return begun.patterns

    def _pattern(self, source: str) -> re.Pattern[str]:
        pattern = self._compiled.get(source)
        if pattern is None:
            pattern = self._compiled[source] = re.compile(source)
        return pattern
