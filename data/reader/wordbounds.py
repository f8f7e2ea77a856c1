"""Repairing word boundaries in damaged text: broken words are joined ("h o"), merged words are split ("tacxa").

Only blanks are taken out or put in, and only where words of the catalogue come of it.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.reader.layout.passages import Passage
    from data.reader.matching.lexicon import Lexicon

_VOWELS = "aeiouywàáâãèéêìíòóôõùúýăơư&¢@"
_PART = re.compile(r"(?<![^\s(])(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghiklmnpqrstuvxđ])(?![^\s.,;:)])")
"""Consonants alone, which begin or end a word, and vowels that end one."""
_FINAL = frozenset(("c", "ch", "g", "h", "i", "m", "n", "nh", "p", "t", "u"))
"""How a word may end; not "ng", which is what recognition leaves of "nợ", too."""
_WORD_BEFORE = re.compile(r"(?<![^\s(])[^\W\d_]+ $")
_REST_BEHIND = re.compile(r" ((?:[^\W\d_]|[46](?=[a-z]))[^\W_]*)(?![^\s.,;:)])")
_LIKE_VOWELS = frozenset(f"{_VOWELS}46")
_LONGEST = 8
"""Letters of a word that a part of it may end."""
_LONG_WORD = re.compile(r"(?<![^\s(])[a-zà-ỹđ&¢@]{5,14}(?![^\s.,;:)])")
_RUN_TOGETHER = re.compile(rf"[^\W\d_]*?[{_VOWELS}]+[^\W\d_{_VOWELS}]+[{_VOWELS}]")
"""Letters with consonants between vowels, which no word of one syllable has."""
_GLUED_NUMBER = re.compile(r"[1-9](?<=[a-zà-ỹđ&¢].)\d\d(?!\w)")
"""A number right behind a word, too long for the mark of a footnote."""
_COUNTED = re.compile(r"[1-9](?<=[a-zà-ỹđ].)\d{1,2}(?![\w.,]|\s*[;:)])")
"""A count right behind a word that calls for a number, so that it is no mark of a footnote: "có24 hệ thống"."""
_CALLS = frozenset((
    "có", "đó", "là", "đạt", "cho", "được", "trên", "gồm", "với", "khoảng", "hơn", "gần", "tăng", "giảm", "chiếm", "còn",
    "co", "do", "la", "dat", "duoc", "tren", "gom", "gan", "tang", "giam",
))  # fmt: skip
"""Words that call for a number."""
_NUMBERED_WORD = re.compile(r"(?<![^\s(])[a-zà-ỹđ&¢]{2,7}$")
_SURE, _LIKELY = 1.0, 0.85


class WordBounds:
    """Repairs word boundaries with a vocabulary."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._parted: dict[str, int] = {}

    def mended(self, passage: Passage) -> Passage:
        """A passage of damaged text with the blanks that belong there; every other letter keeps its raw offset."""
        text, offsets = passage.text, passage.offsets
        out = set(self._broken(text))
        into = set(self._run_together(text))
        if not out and not into:
            return passage
        letters: list[str] = []
        places = array("I")
        for place, letter in enumerate(text):
            if place in into:
                letters.append(" ")
                places.append(offsets[place])
            if place not in out:
                letters.append(letter)
                places.append(offsets[place])
        return replace(passage, text="".join(letters), offsets=places)

    def _broken(self, text: str) -> Iterator[int]:
        """The blanks within words."""
        for part in _PART.finditer(text):
            start, end = part.span()
            before, rest = _WORD_BEFORE.search(text, max(0, start - _LONGEST), start), _REST_BEHIND.match(text, end)
            if (
                rest
                and part[0] not in "iu"
                and self._likeness(part[0] + rest[1]) >= (_LIKELY if rest[1][0] in _LIKE_VOWELS else _SURE)
            ):
                yield end
            elif before and part[0] in _FINAL and self._likeness(before[0][:-1] + part[0]) == _SURE:
                yield start - 1

    def _run_together(self, text: str) -> Iterator[int]:
        """The places between words, and between a word and a number, where a blank is missing."""
        for found in _LONG_WORD.finditer(text):
            if at := self._part(found[0]):
                yield found.start() + at
        for found in _GLUED_NUMBER.finditer(text):
            word = _NUMBERED_WORD.search(text, max(0, found.start() - _LONGEST), found.start())
            if word is not None and self._likeness(word[0]) == _SURE:
                yield found.start()
        for found in _COUNTED.finditer(text):
            word = _NUMBERED_WORD.search(text, max(0, found.start() - _LONGEST), found.start())
            if word is not None and word[0] in _CALLS:
                yield found.start()

    def _part(self, printed: str) -> int:
        """Where one word ends and another begins in what is printed as one; 0 if it is one, or none that is known."""
        at = self._parted.get(printed)
        if at is None:
            one = not _RUN_TOGETHER.match(printed) or self._likeness(printed) >= _LIKELY
            at = self._parted[printed] = 0 if one else self._best_part(printed)
        return at

    def _best_part(self, printed: str) -> int:
        """Where to split into the two words that occur together and are most like what is printed."""
        ways = ((self._together(printed[:at], printed[at:]), at) for at in range(2, len(printed) - 1))
        return max((way for way in ways if way[0]), default=(0.0, 0))[1]

    def _together(self, one: str, other: str) -> float:
        """How like two words that occur together the printed text is; 0 for none."""
        first, second = (self._lexicon.read(printed, damaged=True) for printed in (one, other))
        if len(first) != 1 or len(second) != 1:
            return 0.0
        pairs = (
            first[0][index] * second[0][follower]
            for index in first[0] for follower in second[0] if (index, follower) in self._lexicon.pairs
        )  # fmt: skip
        likeness = max(pairs, default=0.0)
        return likeness if likeness >= _LIKELY**2 else 0.0

    def _likeness(self, printed: str) -> float:
        """How like a word of the vocabulary is what is printed."""
        words = self._lexicon.read(printed, damaged=True)
        return max((likeness for word in words for likeness in word.values()), default=0.0) if len(words) == 1 else 0.0
