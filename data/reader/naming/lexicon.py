"""The words of the catalogue, and what a word of clean or damaged text may be among them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import ratio

from data.grammar.ocr import fold_with_map, loose

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[^\s,.;:()\"“”'‘’/*\-–+?!]+")
_FUZZY_LENGTH = 5
_FUZZY = 78
_SAME, _UNMARKED, _OTHER_MARKS, _OTHER_SHORT = 1.0, 0.8, 0.45, 0.2
_SHORT = 2
_LOOSE, _SHORT_LOOSE, _NEAR = 0.85, 0.5, 0.65

Word = dict[int, float]
"""A word of text: the vocabulary words that it may be, with their likeness."""

Places = dict[int, list[tuple[int, float]]]
"""Vocabulary words with the places where they stand and their likeness there."""


@dataclass
class Lexicon:
    """The words of a catalogue and what a word of text may be among them."""

    ids: dict[str, int] = field(default_factory=dict)
    plain: list[str] = field(default_factory=list)
    marked: list[str] = field(default_factory=list)

    def add(self, phrase: str) -> tuple[int, ...]:
        """The ids of the words of a phrase, new ones made."""
        found = []
        for word in _WORD.findall(phrase):
            key = mark_key(word)
            if key not in self.ids:
                self.ids[key] = len(self.plain)
                self.plain.append(fold_with_map(word).text)
                self.marked.append(word.lower())
            found.append(self.ids[key])
        return tuple(found)

    def seal(self) -> None:
        """Make the indexes; call when all phrases are added."""
        self._by_plain: dict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(self.plain):
            self._by_plain[word].append(index)
        self._loose: dict[str, list[tuple[re.Pattern[str], int]]] = defaultdict(list)
        for index, word in enumerate(self.marked):
            capital = word.replace("đ", "Đ", 1) if word.startswith("đ") else word
            for letter in _first_letters(capital):
                self._loose[letter].append((re.compile(loose(capital, damaged=True)), index))
        self._clean: dict[str, Word] = {}
        self._damaged: dict[str, Word] = {}

    def read(self, text: str, damaged: bool) -> tuple[Word, ...]:
        """The words of a text, each as what it may be."""
        cached = self._damaged if damaged else self._clean
        result = []
        for token in _WORD.findall(text):
            word = cached.get(token)
            if word is None:
                word = cached[token] = self._fuzzy(token) if damaged else self._exact(token)
            result.append(word)
        return tuple(result)

    def _exact(self, token: str) -> Word:
        plain, key = fold_with_map(token).text, mark_key(token)
        found: Word = {}
        for index in self._by_plain.get(plain, ()):
            same = mark_key(self.marked[index]) == key
            if same:
                found[index] = _SAME
            elif plain == token.lower():
                found[index] = _UNMARKED
            else:
                found[index] = _OTHER_MARKS if len(plain) >= _FUZZY_LENGTH else _OTHER_SHORT
        return found

    def _fuzzy(self, token: str) -> Word:
        plain = fold_with_map(token).text
        found = dict.fromkeys(self._by_plain.get(plain, ()), _SAME)
        if not plain:
            return found
        for pattern, index in self._loose.get(plain[0], ()):
            if index in found or abs(len(self.plain[index]) - len(plain)) > 2:
                continue
            if pattern.fullmatch(plain):
                found[index] = _LOOSE if len(self.plain[index]) > _SHORT else _SHORT_LOOSE
            elif len(plain) >= _FUZZY_LENGTH and ratio(plain, self.plain[index]) >= _FUZZY:
                found[index] = _NEAR
        return found


def _first_letters(word: str) -> Iterable[str]:
    source = loose(word, damaged=True)
    if source.startswith("["):
        return set(source[1 : source.index("]")].replace("\\", ""))
    return source.removeprefix("\\")[:1]


@lru_cache(maxsize=50_000)
def mark_key(word: str) -> str:
    """A word with its marks, but not where on the syllable the tone stands: "hoá" and "hóa" are one."""
    letters: list[str] = []
    tones: list[str] = []
    for char in unicodedata.normalize("NFD", word.lower()):
        (tones if char in "\u0300\u0301\u0303\u0309\u0323" else letters).append(char)
    return "".join(letters) + "".join(sorted(tones))
