"""How the matches of many patterns can begin: an automaton of their first letters, read off the patterns themselves.

It is that of Glushkov (1961): each letter of a pattern is a position, and what may follow it is known. States, which are sets
of positions, are made when a text first leads to them.
"""

from __future__ import annotations

import re
import string
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from data.fold import Letters
from data.memo import Memo

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOKEN = re.compile(r"\(\?(?:P<\w+>|P=\w+\)|:|<?[=!])|\\.|\[\^?\]?(?:\\.|[^\]])*\]|\{\d*,?\d*\}|.", re.DOTALL)
_AROUND = ("(?=", "(?!", "(?<=", "(?<!")
_NO_WIDTH = frozenset({"^", "$", r"\b", r"\B", r"\A", r"\Z"})
_TIMES = {"?": (True, False), "*": (True, True), "+": (False, True)}
"""Whether what stands before it may be missing, and whether it may stand again."""
_REPEATS = re.compile(r"\\[1-9]|\(\?P=.*")
"""What repeats a group."""
_END = ""
"""The atom of the position at which a pattern has ended, or is followed no further."""
_DIGIT, _BLANK = "٠", " "
_STRANGER = "\0"
"""What stands for all letters that no pattern names."""
END_OF_TEXT = ""
"""What stands behind the last letter of a text; no letter matches it."""
_STRANGERS = "жñ☃\u0301"
_ALIKE = {_BLANK: string.whitespace, _STRANGER: _STRANGERS}
"""Letters that are one for the automaton; what matches one of them matches it."""


def _plain(letter: str) -> str:
    """A letter as the automaton knows it: every blank is a plain one, every digit of another script the same."""
    return _BLANK if letter.isspace() else _DIGIT if letter.isdecimal() and not letter.isascii() else letter


@cache
def _matches(atom: str, letter: str) -> bool:
    """Whether an atom of a pattern, a letter or a class of letters, may match a plain letter."""
    return any(map(re.compile(atom).fullmatch, _ALIKE.get(letter, letter)))


class Begun(dict[str, "Begun"]):
    """What some first letters may be the beginning of; under each letter stands what they are with it.

    Attributes:
        patterns: those that can begin with them, each with its number; made ready when they are first tried.
        settled: no letter more rules any of them out.
    """

    __slots__ = ("_positions", "_starts", "patterns", "settled")

    def __init__(self, starts: Starts, positions: tuple[int, ...]) -> None:
        self.patterns: list[tuple[int, re.Pattern[str]]] | None = None
        self._starts, self._positions = starts, positions
        self.settled = all(starts.atoms[position] == _END for position in positions)

    @property
    def numbers(self) -> list[int]:
        """The patterns that can begin with them, in order."""
        return sorted({self._starts.numbers[position] for position in self._positions})

    def __missing__(self, letter: str) -> Begun:
        begun = self[letter] = self._starts.after(self._positions, letter)
        return begun


class Starts:
    """How the matches of patterns can begin.

    Attributes:
        atoms: what each position matches.
        numbers: the pattern to which each belongs.
        nothing: what has begun before the first letter.
        may_be_empty: a pattern matches nothing at all, and so at every place.
        plain: writes a text in the letters that are told apart, by ``str.translate``.
        first_letters: those of them with which a match can begin.
    """

    def __init__(self, sources: Mapping[int, str], length: int) -> None:
        """Read patterns.

        Args:
            sources: the patterns by their numbers; their assertions are taken to hold.
            length: how many letters of a match are looked at.
        """
        self.atoms: list[str] = []
        self.numbers: list[int] = []
        self._follow: list[tuple[int, ...]] = []
        self._known: dict[tuple[int, ...], Begun] = {}
        first: set[int] = set()
        for number, source in sources.items():
            reading = _Reading(source, length, len(self.atoms))
            first |= reading.first
            self.atoms += reading.atoms
            self._follow += map(tuple, reading.follow)
            self.numbers += [number] * len(reading.atoms)
        atoms = {*self.atoms} - {_END}
        self._matching = Memo[str, frozenset[str]](lambda letter: frozenset(atom for atom in atoms if _matches(atom, letter)))
        self.nothing = self._begun(first)
        self.may_be_empty = any(self.atoms[position] == _END for position in first)
        letters = {*map(_plain, string.printable), *map(_plain, {*"".join(sources.values())}), _DIGIT}
        self.plain = Letters(lambda letter: plain if (plain := _plain(letter)) in letters else _STRANGER)
        self.first_letters = "".join(sorted(letter for letter in {*letters, _STRANGER} if self.nothing[letter].numbers))

    def after(self, positions: tuple[int, ...], letter: str) -> Begun:
        """What a letter leads to from some positions; what has ended stays so."""
        atoms, follow, matching = self.atoms, self._follow, self._matching[letter]
        behind = {position for position in positions if atoms[position] == _END}
        return self._begun(behind.union(*[follow[position] for position in positions if atoms[position] in matching]))

    def _begun(self, positions: set[int]) -> Begun:
        """What has come to some positions; made once."""
        key = tuple(sorted(positions))
        begun = self._known.get(key)
        if begun is None:
            begun = self._known[key] = Begun(self, key)
        return begun


class _Part(NamedTuple):
    """A part of a pattern: its first and last positions, and the fewest letters that it matches."""

    first: frozenset[int]
    last: frozenset[int]
    least: int


_NO_POSITION: frozenset[int] = frozenset()
_NOTHING = _Part(_NO_POSITION, _NO_POSITION, 0)


class _Reading:
    """Goes through the source of a pattern once, and numbers its positions.

    Attributes:
        first: the positions with which a match begins.
        atoms: what each position matches.
        follow: the positions that may follow each.
    """

    def __init__(self, source: str, length: int, offset: int) -> None:
        self._tokens, self._length, self._offset, self._at = [*_TOKEN.findall(source), ""], length, offset, 0
        self.atoms: list[str] = []
        self.follow: list[frozenset[int]] = []
        self.first = self._then(self._alternatives(), self._end()).first

    def _position(self, atom: str) -> _Part:
        place = frozenset((self._offset + len(self.atoms),))
        self.atoms.append(atom)
        self.follow.append(_NO_POSITION)
        return _Part(place, place, 1)

    def _end(self) -> _Part:
        """Where a pattern is followed no further."""
        return _Part(self._position(_END).first, _NO_POSITION, 1)

    def _then(self, part: _Part, following: _Part) -> _Part:
        """A part and what follows it."""
        for place in part.last:
            self.follow[place - self._offset] |= following.first
        first = part.first if part.least else part.first | following.first
        last = following.last if following.least else part.last | following.last
        return _Part(first, last, part.least + following.least)

    def _alternatives(self) -> _Part:
        """What stands up to the end of a group, or of the pattern."""
        part = self._sequence()
        while self._tokens[self._at] == "|":
            self._at += 1
            other = self._sequence()
            part = _Part(part.first | other.first, part.last | other.last, min(part.least, other.least))
        return part

    def _sequence(self) -> _Part:
        part = _NOTHING
        while (token := self._tokens[self._at]) and token not in "|)":
            if part.least >= self._length:
                self._skip()
                break
            piece = self._repeated()
            part = piece if part is _NOTHING else self._then(part, piece)
        return part

    def _skip(self) -> None:
        """Go on to the end of an alternative."""
        depth = 0
        while (token := self._tokens[self._at]) and (depth or token not in "|)"):
            depth += token.startswith("(") - (token == ")")
            self._at += 1

    def _piece(self) -> _Part:
        """A group or an atom; what only looks around has no letters of its own."""
        token = self._tokens[self._at]
        self._at += 1
        if token[0] == "(" and not _REPEATS.fullmatch(token):
            part = self._alternatives()
            self._at += 1
            if token == "(?=" and self._tokens[self._at] in ("", "|", ")"):
                return self._then(part, self._end())
            return _NOTHING if token in _AROUND else part
        if token in _NO_WIDTH:
            return _NOTHING
        return self._end() if _REPEATS.fullmatch(token) else self._position(token)

    def _repeated(self) -> _Part:
        """A piece with the sign behind it that says how often it stands; more than once is taken for any number of times."""
        part, token = self._piece(), self._tokens[self._at]
        optional, again = _TIMES.get(token) or _bounds(token)
        if optional is None:
            return part
        if again:
            self._then(part, part)
        self._at += 1
        if self._tokens[self._at] == "?":
            self._at += 1
        return part._replace(least=0) if optional else part


def _bounds(token: str) -> tuple[bool | None, bool]:
    """Whether a piece may be missing, and stand again, that has a token behind it like ``{1,3}``; None for any other token."""
    if not (token.startswith("{") and token.endswith("}")):
        return None, False
    least, comma, most = token[1:-1].partition(",")
    return int(least or 0) == 0, most != "1" if comma else least not in ("0", "1")
