"""How the matches of a pattern can begin: their first letters, read off the pattern itself."""

from __future__ import annotations

import re
import string
from functools import cache

_TOKEN = re.compile(r"\(\?(?:P<\w+>|:|<?[=!])|\\.|\[\^?\]?(?:\\.|[^\]])*\]|\{\d*,?\d*\}|.", re.DOTALL)
_AROUND = ("(?=", "(?!", "(?<=", "(?<!")
_NO_WIDTH = frozenset({"^", "$", r"\b", r"\B", r"\A", r"\Z"})
_TIMES = {"?": (0, 1), "*": (0, None), "+": (1, None)}
_DIGIT, _BLANK = "0", " "
_STRANGERS = "жñ☃\u0301"
"""Letters that no pattern names: what matches one of them matches letters without end."""

Opening = tuple[str, ...]
"""The letters that may stand at each of the first places of a match, as `plain_letter` writes them."""


def plain_letter(letter: str) -> str:
    """A letter as it stands in openings: every digit is ``0``, every blank a plain one."""
    return _DIGIT if letter.isdecimal() else _BLANK if letter.isspace() else letter


def openings(source: str, length: int) -> set[Opening]:
    """The ways in which the matches of a pattern can begin.

    Args:
        source: the pattern; its assertions are taken to hold.
        length: how many letters are wanted; an opening is shorter where a match may end with it, or go on with any letter.
    """
    return {_known(tuple(map(_letters, head))) for head in _Reading(source, length).alternatives()}


def _known(opening: Opening) -> Opening:
    """An opening up to the first place at which any letter may stand."""
    return opening[: opening.index("")] if "" in opening else opening


@cache
def _letters(atom: str) -> str:
    """The letters that an atom of a pattern matches; none if it matches letters that no pattern names."""
    matches = re.compile(atom).fullmatch
    if any(map(matches, _STRANGERS)):
        return ""
    return "".join(sorted({plain_letter(letter) for letter in {*string.printable, *atom} if matches(letter)}))


class _Reading:
    """Goes through the source of a pattern once, and gathers the first atoms of what it matches: letters, classes of letters."""

    def __init__(self, source: str, length: int) -> None:
        self._tokens, self._length, self._at = _TOKEN.findall(source), length, 0

    def _next(self) -> str:
        """The token at which the reading stands; empty at the end."""
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def alternatives(self) -> set[Opening]:
        """What stands up to the end of a group, or of the pattern, can begin so."""
        heads = self._sequence()
        while self._next() == "|":
            self._at += 1
            heads |= self._sequence()
        return heads

    def _sequence(self) -> set[Opening]:
        heads: set[Opening] = {()}
        while self._next() not in ("", "|", ")"):
            if all(len(head) == self._length for head in heads):
                self._skip()
                break
            heads = self._joined(heads, self._repeated(self._piece()))
        return heads

    def _skip(self) -> None:
        """Go on to the end of an alternative."""
        depth = 0
        while (token := self._next()) and (depth or token not in ("|", ")")):
            depth += token.startswith("(") - (token == ")")
            self._at += 1

    def _piece(self) -> set[Opening]:
        """A group or an atom; what only looks around has no letters of its own."""
        token = self._next()
        self._at += 1
        if not token.startswith("("):
            return {()} if token in _NO_WIDTH else {(token,)}
        heads = self.alternatives()
        self._at += 1
        return {()} if token in _AROUND else heads

    def _repeated(self, piece: set[Opening]) -> set[Opening]:
        """What a piece comes to with the sign behind it that says how often it stands."""
        token = self._next()
        if token not in _TIMES and not (token.startswith("{") and token.endswith("}")):
            return piece
        self._at += 1
        if self._next() == "?":
            self._at += 1
        least, most = _TIMES.get(token) or _bounds(token)
        heads: set[Opening] = {()}
        found = set(heads) if least == 0 else set()
        for times in range(1, 1 + min(self._length, self._length if most is None else most)):
            heads = self._joined(heads, piece)
            if times >= min(least, self._length):
                found |= heads
        return found

    def _joined(self, heads: set[Opening], tails: set[Opening]) -> set[Opening]:
        """Heads with what follows them, as far as they are wanted."""
        return {(*head, *tail)[: self._length] for head in heads for tail in tails}


def _bounds(token: str) -> tuple[int, int | None]:
    """How often a piece stands that has ``{1,3}`` behind it."""
    least, comma, most = token[1:-1].partition(",")
    return int(least or 0), int(most) if most else None if comma else int(least)
