"""The vocabulary words that a word of damaged text may be: by known letter confusions, or by similarity alone."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import ratio

from data.grammar.ocr import letters_of, loose

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LONG, _ALIKE, _LONGER = 5, 78, 2
"""From how many letters on a word is looked for by likeness, the likeness in per cent, and by how much lengths may differ."""


@dataclass(slots=True)
class _Node:
    """What words have in common that begin alike.

    Attributes:
        ways: where each kind of letter leads.
        steps: where a printed letter leads, and which letters after it may be printed for the same one.
        words: the places of the words that end here.
    """

    ways: dict[tuple[str, str], _Node] = field(default_factory=dict)
    steps: dict[str, list[tuple[_Node, str]]] = field(default_factory=dict)
    words: list[int] = field(default_factory=list)

    def way(self, letter: tuple[str, str]) -> _Node:
        """Where a letter leads, by what it is printed as and how often."""
        node = self.ways.get(letter)
        if node is None:
            node = self.ways[letter] = _Node()
            printed, times = letter
            for char in printed:
                self.steps.setdefault(char, []).append((node, printed if times == "{1,2}" else ""))
        return node


class Spellings:
    """A vocabulary by how damaged text may print it: a tree, so that words that begin alike are looked for together."""

    def __init__(self, marked: Sequence[str], plain: Sequence[str]) -> None:
        """Make the tree; a word is known by its place.

        Args:
            marked: the words in small letters with their marks.
            plain: the same words, folded.
        """
        self._root = _Node()
        self._beginning: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for place, word in enumerate(marked):
            letters = letters_of(loose(word.replace("đ", "Đ", 1) if word.startswith("đ") else word, damaged=True))
            self._add(self._root, letters, place)
            for char in letters[0][0]:
                self._beginning[char][plain[place]].append(place)

    def _add(self, node: _Node, letters: Sequence[tuple[str, str]], place: int) -> None:
        for at, letter in enumerate(letters, 1):
            if letter[1] == "?":
                self._add(node, letters[at:], place)
            node = node.way(letter)
        node.words.append(place)

    def misread_as(self, printed: str) -> set[int]:
        """The indices of the words that OCR may have printed like this."""
        found: set[int] = set()
        size, ways = len(printed), [(self._root, 0)]
        while ways:
            node, at = ways.pop()
            if at == size:
                found.update(node.words)
                continue
            for following, again in node.steps.get(printed[at], ()):
                ways.append((following, at + 1))
                if again and at + 1 < size and printed[at + 1] in again:
                    ways.append((following, at + 2))
        return found

    def similar_to(self, printed: str) -> Iterable[int]:
        """The places of the words that a long word is like in its letters, and that may begin as it does."""
        if len(printed) >= _LONG:
            for word, places in self._beginning.get(printed[0], {}).items():
                if abs(len(word) - len(printed)) <= _LONGER and ratio(printed, word, score_cutoff=_ALIKE):
                    yield from places
