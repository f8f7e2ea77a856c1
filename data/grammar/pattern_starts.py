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
_AHEAD = "(?="
_AROUND = (_AHEAD, "(?!", "(?<=", "(?<!")
_NO_WIDTH = frozenset({"^", "$", r"\b", r"\B", r"\A", r"\Z"})


class _Times(NamedTuple):
    """How often a piece of a pattern stands: whether it may be missing, and whether it may stand again."""

    optional: bool
    again: bool


_ONCE = _Times(False, False)
_TIMES = {"?": _Times(True, False), "*": _Times(True, True), "+": _Times(False, True)}
_REPEATS = re.compile(r"\\[1-9]|\(\?P=.*")
"""What repeats a group."""
_END = ""
"""The token at which a pattern has ended, or is followed no further."""
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
        places: the tokens of patterns that may come next.
        patterns: those that can begin with them, each with its number; made ready when they are first tried.
        settled: no letter more rules any of them out.
    """

    __slots__ = ("_starts", "patterns", "places", "settled")

    def __init__(self, starts: Starts, places: tuple[int, ...]) -> None:
        self.patterns: list[tuple[int, re.Pattern[str]]] | None = None
        self._starts, self.places = starts, places
        self.settled = all(starts.tokens[place] == _END for place in places)

    @property
    def numbers(self) -> list[int]:
        """The patterns that can begin with them, in order."""
        return sorted({self._starts.numbers[place] for place in self.places})

    def __missing__(self, letter: str) -> Begun:
        begun = self[letter] = self._starts.after(self.places, letter)
        return begun


class Starts:
    """How the matches of patterns can begin.

    Attributes:
        tokens: the tokens of all patterns; each pattern stands in a group of its own, and an end behind it.
        numbers: the pattern to which each belongs.
        nothing: what has begun before the first letter.
        may_be_empty: a pattern matches nothing at all, and so at every place.
        plain: writes a text in the letters that are told apart, by ``str.translate``.
        first_letters: those of them with which a match can begin.
    """

    def __init__(self, sources: Mapping[int, str]) -> None:
        """Read patterns, each known by a number; their assertions are taken to hold, but for what stands ahead of an end."""
        self.tokens: list[str] = []
        self.numbers: list[int] = []
        starts: list[int] = []
        for number, source in sources.items():
            starts.append(len(self.tokens))
            self.tokens += ("(?:", *_TOKEN.findall(source), ")", _END)
            self.numbers += [number] * (len(self.tokens) - len(self.numbers))
        self._branches, self._closing = _groups(self.tokens)
        self._opening = {closing: opening for opening, closing in self._closing.items() if opening in self._branches}
        self._follow = Memo(self._behind)
        self._known: dict[tuple[int, ...], Begun] = {}
        atoms = {token for token in self.tokens if _is_atom(token)}
        self._matching = Memo[str, frozenset[str]](lambda letter: frozenset(atom for atom in atoms if _matches(atom, letter)))
        self.nothing = self._begun(self._from(starts))
        self.may_be_empty = any(self.tokens[place] == _END for place in self.nothing.places)
        letters = {*map(_plain, string.printable), *map(_plain, {*"".join(sources.values())}), _DIGIT}
        self.plain = Letters(lambda letter: plain if (plain := _plain(letter)) in letters else _STRANGER)
        self.first_letters = "".join(sorted(letter for letter in {*letters, _STRANGER} if self.nothing[letter].places))

    def after(self, places: tuple[int, ...], letter: str) -> Begun:
        """What a letter leads to from some places; what has ended stays so."""
        tokens, follow, matching = self.tokens, self._follow, self._matching[letter]
        ended = {place for place in places if tokens[place] == _END}
        return self._begun(ended.union(*[follow[place] for place in places if tokens[place] in matching]))

    def _begun(self, places: set[int]) -> Begun:
        """What has come to some places; made once."""
        key = tuple(sorted(places))
        begun = self._known.get(key)
        if begun is None:
            begun = self._known[key] = Begun(self, key)
        return begun

    def _behind(self, place: int) -> tuple[int, ...]:
        """The places of atoms and ends that may come next behind an atom."""
        sign = _sign(self.tokens[place + 1])
        again = (place,) if sign.again else ()
        return (*again, *self._from([self._past(place)]))

    def _past(self, place: int) -> int:
        """The place behind a piece that ends at a place, and the sign that says how often it stands."""
        if _sign(self.tokens[place + 1]) is _ONCE:
            return place + 1
        return place + 3 if self.tokens[place + 2] == "?" else place + 2

    def _from(self, places: list[int]) -> set[int]:
        """The places of the next atoms and ends from some places on."""
        found, seen, tokens = set[int](), set[int](), self.tokens
        while places:
            place = places.pop()
            if place in seen:
                continue
            seen.add(place)
            token = tokens[place]
            if _is_atom(token):
                found.add(place)
                if _sign(tokens[place + 1]).optional:
                    places.append(self._past(place))
            elif token in _NO_WIDTH:
                places.append(place + 1)
            elif place in self._branches:
                places += self._into(place)
            elif token in ("|", ")"):
                places += self._out_of(self._closing.get(place, place))
            else:
                found.add(self._end(place))
        return found

    def _into(self, opening: int) -> tuple[int, ...]:
        """The places that come next where a group opens."""
        closing, branches, token = self._closing[opening], self._branches[opening], self.tokens[opening]
        if token == _AHEAD and self.tokens[closing + 1] in ("|", ")"):
            return branches
        if token in _AROUND:
            return (closing + 1,)
        return (*branches, self._past(closing)) if _sign(self.tokens[closing + 1]).optional else branches

    def _out_of(self, closing: int) -> tuple[int, ...]:
        """The places that come next where a group closes; what stands ahead of an end is the last that is asked for."""
        opening = self._opening[closing]
        if self.tokens[opening] == _AHEAD:
            return (self._end(closing),)
        again = self._branches[opening] if _sign(self.tokens[closing + 1]).again else ()
        return (*again, self._past(closing))

    def _end(self, place: int) -> int:
        """The end of the pattern in which a place is."""
        return self.tokens.index(_END, place)


def _groups(tokens: list[str]) -> tuple[dict[int, tuple[int, ...]], dict[int, int]]:
    """Where the alternatives of each group begin, by the place where it opens; and where it closes, by that and by its bars."""
    branches: dict[int, tuple[int, ...]] = {}
    closing: dict[int, int] = {}
    opened: list[list[int]] = []
    for place, token in enumerate(tokens):
        if token == "|":
            opened[-1].append(place)
        elif token == ")":
            bounds = opened.pop()
            branches[bounds[0]] = tuple(bound + 1 for bound in bounds)
            closing.update(dict.fromkeys(bounds, place))
        elif token.startswith("(") and not _REPEATS.fullmatch(token):
            opened.append([place])
    return branches, closing


@cache
def _is_atom(token: str) -> bool:
    """Whether a token matches one letter."""
    special = token in _NO_WIDTH or token in ("|", ")", _END) or token.startswith("(") or _REPEATS.fullmatch(token)
    return not special and _sign(token) is _ONCE


@cache
def _sign(token: str) -> _Times:
    """How often a piece stands with a token behind it; more than once is taken for any number of times."""
    if token in _TIMES:
        return _TIMES[token]
    if not (token.startswith("{") and token.endswith("}")):
        return _ONCE
    least, comma, most = token[1:-1].partition(",")
    return _Times(int(least or 0) == 0, most != "1" if comma else least not in ("0", "1"))
