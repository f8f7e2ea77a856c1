"""The vocabulary of the catalogue, and which of its words a word of clean or damaged text may be."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise

from data.grammar.ocr import fold_with_map
from data.memo import Memo
from data.reader.matching.spellings import Spellings

_WORD = re.compile(r"[^\s,.;:()\[\]\"“”'‘’/*\-–+?!…]+")
_NOTED = re.compile(r"([^\W\d]{2,})[\d¹²³⁴-⁹]{1,2}")
"""A word with the mark of a footnote: "giải thể3"."""
_SHORT_FORMS = {
    "XNK": "xuất nhập khẩu", "XNC": "xuất nhập cảnh", "GTSX": "giá trị sản xuất", "NSNN": "ngân sách nhà nước",
    "TNGT": "tai nạn giao thông", "DTTS": "dân tộc thiểu số", "KCN": "khu công nghiệp", "CCN": "cụm công nghiệp",
}  # fmt: skip
"""Short forms of offices, which are read as the words for which they stand."""
_FUZZY_LENGTH = 5
_SAME, _UNMARKED, _OTHER_MARKS, _OTHER_SHORT = 1.0, 0.8, 0.45, 0.2
_SHORT = 2
_LOOSE, _SHORT_LOOSE, _NEAR = 0.85, 0.5, 0.65
_STANDS_ITSELF = 0.8
"""How much less likely a word is damaged that is another one as it stands, with no letter for which "é" is printed so often."""

Word = dict[int, float]
"""A word of text: the vocabulary words that it may be, with their likeness."""


@dataclass
class Lexicon:
    """The words of a catalogue and what a word of text may be among them; all words are added before the first text is read.

    Attributes:
        ids: the places of words, by every way in which they are written.
        plain: the words folded.
        marked: the words in small letters with their marks.
    """

    ids: Memo[str, int] = field(init=False)
    plain: list[str] = field(default_factory=list)
    marked: list[str] = field(default_factory=list)
    _phrases: Memo[str, tuple[int, ...]] = field(init=False)
    _clean: Memo[str, Word] = field(init=False)
    _damaged: Memo[str, Word] = field(init=False)

    def __post_init__(self) -> None:
        """Learn each word of the catalogue once, and read each word of a text once."""
        self.ids, self._phrases = Memo(self._learned), Memo(self._ids_of)
        self._clean, self._damaged = Memo(self._exact), Memo(self._fuzzy)

    def add(self, phrase: str) -> tuple[int, ...]:
        """The ids of the words of a phrase, new ones made."""
        return self._phrases[phrase]

    def _ids_of(self, phrase: str) -> tuple[int, ...]:
        return tuple([self.ids[word] for word in _words(phrase)])

    def _learned(self, word: str) -> int:
        """The id of a word that was not met before: a new one, if its key is new, too."""
        key = mark_key(word)
        if key not in self.ids:
            self.ids[key] = len(self.plain)
            self.plain.append(fold_with_map(word).text)
            self.marked.append(word.lower())
        return self.ids[key]

    @cached_property
    def pairs(self) -> set[tuple[int, int]]:
        """The words that follow each other in a phrase."""
        return {pair for phrase in self._phrases.values() for pair in pairwise(phrase)}

    @cached_property
    def _by_plain(self) -> dict[str, list[int]]:
        known: dict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(self.plain):
            known[word].append(index)
        return known

    @cached_property
    def _spellings(self) -> Spellings:
        return Spellings(self.marked, self.plain)

    def read(self, text: str, damaged: bool) -> tuple[Word, ...]:
        """The words of a text, each as what it may be."""
        return tuple(map((self._damaged if damaged else self._clean).__getitem__, _words(text)))

    def _exact(self, token: str) -> Word:
        """A word that is known as it stands; if there is none, those that have other marks."""
        same = self.ids.get(mark_key(token))
        if same is not None:
            return {same: _SAME}
        plain = fold_with_map(token).text
        alike = self._by_plain.get(plain)
        if alike is None:
            noted = _NOTED.fullmatch(token)
            return self._exact(noted[1]) if noted else {}
        if plain == token.lower():
            return dict.fromkeys(alike, _UNMARKED)
        return dict.fromkeys(alike, _OTHER_MARKS if len(plain) >= _FUZZY_LENGTH else _OTHER_SHORT)

    def _fuzzy(self, token: str) -> Word:
        """All words that a damaged one may be."""
        plain = fold_with_map(token).text
        found = dict.fromkeys(self._by_plain.get(plain, ()), _SAME)
        if not plain:
            return found
        if not found and (noted := _NOTED.fullmatch(plain)) and noted[1] in self._by_plain:
            return self._fuzzy(noted[1])
        likely = dict.fromkeys(self._spellings.similar_to(plain), _NEAR)
        for index in self._spellings.misread_as(plain):
            likely[index] = _LOOSE if len(self.plain[index]) > _SHORT else _SHORT_LOOSE
        likelihood = _STANDS_ITSELF if found and "é" not in token.lower() else 1.0
        for index in sorted(likely):
            if index not in found and abs(len(self.plain[index]) - len(plain)) <= 2:
                found[index] = likely[index] * likelihood
        return found


def _words(text: str) -> list[str]:
    """The words of a text, those of short forms written out."""
    words = _WORD.findall(text)
    if _SHORT_FORMS.keys().isdisjoint(words):
        return words
    return [word for token in words for word in _SHORT_FORMS.get(token, token).split()]


@lru_cache(maxsize=50_000)
def mark_key(word: str) -> str:
    """A word with its marks, but not where on the syllable the tone stands: "hoá" and "hóa" are one."""
    letters: list[str] = []
    tones: list[str] = []
    for char in unicodedata.normalize("NFD", word.lower()):
        (tones if char in "\u0300\u0301\u0303\u0309\u0323" else letters).append(char)
    return "".join(letters) + "".join(sorted(tones))
