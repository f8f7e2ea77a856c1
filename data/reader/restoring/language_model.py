"""The language model: probabilities of words and of pairs, estimated from counts."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from functools import cache
from typing import NamedTuple

from data.grammar.syllables import is_syllable
from data.reader.restoring.channel import Channel, Confusions, Speller
from data.reader.vocabulary import EDGE, NUMBER, counted_pairs, counted_words, rows_of

STRANGER = "?"
"""Stands for a word that the vocabulary does not have."""
_DISCOUNT = 0.6
_UNKNOWN = -math.log(0.02)
_POSSIBLE, _FOREIGN = 8.0, 3.3
_KEPT, _BEHIND = 6, 8.0
_REMEMBERED = 20_000
"""Printed words whose choices are kept; a report has some 2,000."""
_COMPOUND = re.compile(r"[^\W\d_A-Z]{2}[A-Z][^\W\d_A-Z]{2}")
"""A name made of two, "VietNam": no damage, and no syllable."""


class Choice(NamedTuple):
    """A candidate for a printed word; all scores are logarithms of probabilities.

    Attributes:
        word: the word, a sign, or `STRANGER` for the word as printed.
        fit: that it is printed so.
        alone: of the word, whatever stands before it.
        followers: of the words that were seen behind it.
        rest: to be added to ``alone`` of any other word behind it.
    """

    word: str
    fit: float
    alone: float
    followers: dict[str, float]
    rest: float


class LanguageModel:
    """A model of the language of reports: words, pairs of words, and what recognition makes of them."""

    def __init__(self, words: Counter[str], pairs: Counter[tuple[str, str]], confusions: Confusions) -> None:
        """Estimate the probabilities from counts."""
        total = sum(words.values()) + len(words)
        self._single = {word: math.log((count + 0.5) / total) for word, count in words.items()}
        self._stranger = math.log(0.5 / total)
        self._followers = self._estimate(words, pairs)
        self.channel = Channel(confusions)
        self._speller = Speller(sorted(words.keys() - {EDGE, NUMBER}), self.channel)
        self._signs = {sign: self._choice(sign, 0.0) for sign in (EDGE, NUMBER)}
        self._choices: dict[str, list[Choice]] = {}

    def _estimate(self, words: Counter[str], pairs: Counter[tuple[str, str]]) -> dict[str, tuple[dict[str, float], float]]:
        """The successors of each word: discounted pair counts, and a back-off to word frequencies for the rest."""
        counted: dict[str, dict[str, float]] = defaultdict(dict)
        for (first, second), count in pairs.items():
            counted[first][second] = count - _DISCOUNT
        followers = {}
        for first, behind in counted.items():
            held, seen = sum(behind.values()), words[first] + 1
            rest = math.log(1 - held / seen)
            shares = {second: math.log(count / seen + math.exp(rest + self.alone(second))) for second, count in behind.items()}
            followers[first] = shares, rest
        return followers

    def alone(self, word: str) -> float:
        """The logarithm of the probability of a word, regardless of context."""
        return self._single.get(word, self._stranger)

    def sign(self, sign: str) -> Choice:
        """The only choice for a number or an edge."""
        return self._signs[sign]

    def choices(self, printed: str) -> list[Choice]:
        """The most likely candidates for a printed word, possibly `STRANGER` among them."""
        found = self._choices.get(printed)
        if found is None:
            if len(self._choices) >= _REMEMBERED:
                self._choices.clear()
            found = self._choices[printed] = self._choose(unicodedata.normalize("NFC", printed))
        return found

    def _choose(self, printed: str) -> list[Choice]:
        if _COMPOUND.search(printed):
            return [self._choice(STRANGER, 0.0)]
        kept = _POSSIBLE if is_syllable(printed) else _FOREIGN * len(printed)
        found = [self._choice(word, -cost) for word, cost in self._speller.candidates(printed).items()]
        found.append(self._choice(STRANGER, math.log(0.5) - self._stranger - _UNKNOWN - kept))
        found.sort(key=lambda choice: (-choice.fit - choice.alone, choice.word))
        least = found[0].fit + found[0].alone - _BEHIND
        return [choice for choice in found[:_KEPT] if choice.fit + choice.alone >= least]

    def _choice(self, word: str, fit: float) -> Choice:
        return Choice(word, fit, self.alone(word), *self._followers.get(word, _NONE))


_NONE: tuple[dict[str, float], float] = ({}, 0.0)


@cache
def language_model() -> LanguageModel:
    """The model that ships; read once in a process."""
    return LanguageModel(counted_words(), counted_pairs(), {(row[0], row[1]): int(row[2]) for row in rows_of("confusions.csv")})
