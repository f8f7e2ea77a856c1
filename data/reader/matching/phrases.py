"""Matching phrases in words: in order, with gaps, perhaps without a word of little weight."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.reader.matching.around import Around

_GAP = 5
_LOSS, _LONG = 0.3, 3
"""The share of a phrase's weight that may be missing, and the number of words from which on that holds."""
_CLEAR_WORD = 0.8
"""The least likeness of a word that is a phrase by itself."""


class PhraseMatch(NamedTuple):
    """A match of a phrase: its score, the places of its first and last word, and the matched words."""

    score: float
    first: int
    last: int
    words: tuple[int, ...]

    def part_of(self, phrase: PhraseMatch) -> bool:
        """Whether a longer phrase explains its one word better: "san" in "thuy san" is not "sắn"."""
        inside = phrase.first <= self.first and self.last <= phrase.last
        return inside and self.words[0] not in phrase.words and phrase.score > self.score

    def within(self, other: PhraseMatch) -> bool:
        """Whether it lies within another match, and so adds nothing."""
        return (
            other.score > 0
            and other.first <= self.first
            and self.last <= other.last
            and (other.first, other.last) != (self.first, self.last)
        )

    def outside(self, other: PhraseMatch) -> float:
        """The share of its span outside another match."""
        if self.score <= 0:
            return 0.0
        shared = min(self.last, other.last) - max(self.first, other.first) + 1
        return 1 - max(0, shared) / (self.last - self.first + 1)


NO_MATCH = PhraseMatch(0.0, -1, -1, ())


class Occurrence(NamedTuple):
    """An occurrence of a phrase in words.

    Attributes:
        found: the match.
        likes: the matched words with their likeness.
        partly: some words are missing.
    """

    found: PhraseMatch
    likes: list[tuple[int, float]]
    partly: bool


@dataclass(slots=True, eq=False)
class Phrase:
    """Words that belong together, in order.

    Attributes:
        number: its index among the phrases.
        words: the ids of its words.
        all: the same as a set.
        rarest: the rarest word, which must match.
        beside: words of which at least one must match, too: without all of them too much weight is missing.
        weight: the score of a full match.
        dispensable: the weight that may be missing.
        most: the number of words that may be missing.
    """

    number: int
    words: tuple[int, ...]
    all: frozenset[int]
    rarest: int
    beside: frozenset[int]
    weight: float
    dispensable: float
    most: int


class Phrases:
    """Phrases, found by their rarest word and one beside it; each is worked out when its rarest word is first read."""

    def __init__(self, weights: list[float], wordings: Iterable[tuple[int, ...]]) -> None:
        """Sort phrases by their rarest words.

        Args:
            weights: the weight of every word of the vocabulary.
            wordings: the words of every phrase.
        """
        self._weights = weights
        self._numbers = {words: number for number, words in enumerate(dict.fromkeys(wordings))}
        self._wordings: dict[int, list[tuple[int, ...]]] = defaultdict(list)
        for words in self._numbers:
            self._wordings[max(words, key=weights.__getitem__)].append(words)
        self._rarest = frozenset(self._wordings)
        self._known: dict[tuple[int, ...], Phrase] = {}
        self._beside: dict[int, tuple[frozenset[int], dict[int, list[Phrase]]]] = {}

    def weight_of(self, words: Iterable[int]) -> float:
        """The weight of words together; rare words weigh more."""
        return sum([self._weights[word] for word in words])

    def of(self, words: tuple[int, ...]) -> Phrase:
        """The phrase of some words."""
        phrase = self._known.get(words)
        if phrase is None:
            phrase = self._known[words] = self._phrase(words)
        return phrase

    def _phrase(self, words: tuple[int, ...]) -> Phrase:
        weights, weight = self._weights, self.weight_of(words)
        dispensable = _LOSS * weight if len(words) >= _LONG else 0.0
        rarest, heavy = max(words, key=weights.__getitem__), sorted({*words}, key=weights.__getitem__, reverse=True)
        beside, lost = [], 0.0
        for word in heavy:
            if word != rarest:
                beside.append(word)
                lost += weights[word]
                if lost > dispensable:
                    break
        if lost <= dispensable:
            beside = [rarest]
        most, lost = 0, 0.0
        for word in reversed(heavy):
            lost += weights[word]
            if lost > dispensable:
                break
            most += 1
        return Phrase(self._numbers[words], words, frozenset(heavy), rarest, frozenset(beside), weight, dispensable, most)

    def find(self, around: Around) -> list[tuple[Phrase, list[Occurrence]]]:
        """The phrases that occur around a number, with their occurrences; that whose rarest word is nearest comes first."""
        found = [
            (phrase, occurrences) for phrase in self._likely(around.known) if (occurrences := self.occurrences(phrase, around))
        ]
        found.sort(key=lambda pair: (*around.nearest(pair[0].rarest), pair[0].number))
        return found

    def _likely(self, known: frozenset[int]) -> list[Phrase]:
        """The phrases of which enough words are known to occur."""
        likely: set[Phrase] = set()
        for rarest in self._rarest & known:
            words, beside = self._beside.get(rarest) or self._by_word_beside(rarest)
            for word in words & known:
                likely.update(beside[word])
        return may_stand_in(known, likely)

    def _by_word_beside(self, rarest: int) -> tuple[frozenset[int], dict[int, list[Phrase]]]:
        """The words beside a rarest word of which one must match, and for each of them the phrases that ask for it."""
        beside: dict[int, list[Phrase]] = defaultdict(list)
        for phrase in map(self.of, self._wordings[rarest]):
            for word in phrase.beside:
                beside[word].append(phrase)
        found = self._beside[rarest] = frozenset(beside), beside
        return found

    def occurrences(self, phrase: Phrase, around: Around) -> list[Occurrence]:
        """How a phrase stands, as near to the number as it can, for each place where its last word does.

        A light word may be missing or damaged beyond recognition.
        """
        weights, words, turn, lost = self._weights, phrase.words, around.turn, 0.0
        known = around.known
        if not phrase.all <= known:
            words = tuple([word for word in words if word in known])
            lost = phrase.weight - self.weight_of(words)
            if lost > phrase.dispensable:
                return []
        places, last, before, found = around.places, words[-1], words[-2::-1], []
        for end, likeness in places[last]:
            if likeness < _CLEAR_WORD and len(phrase.words) == 1:
                continue
            score, place, gaps, missed, likes = weights[last] * likeness, end, 0, lost, [(last, likeness)]
            for word in before:
                for at, like in places[word]:
                    if place - 2 - _GAP < at < place:
                        gaps += place - 1 - at
                        score += weights[word] * like
                        likes.append((word, like))
                        place = at
                        break
                else:
                    missed += weights[word]
                    if missed > phrase.dispensable:
                        break
            else:
                away = max(0, turn - 1 - end) if end < turn else max(0, place - turn) * 1.2 + (0.8 if place >= turn else 0.0)
                here = score * (1 - min(0.5, 0.06 * gaps)) - 0.12 * away - missed
                if here > 0:
                    found.append(Occurrence(PhraseMatch(here, place, end, words), likes, missed > 0))
        return found


def may_stand_in(known: frozenset[int], phrases: Iterable[Phrase]) -> list[Phrase]:
    """Those of some phrases of which enough words are known to occur."""
    return [phrase for phrase in phrases if phrase.all <= known or (phrase.most and len(phrase.all - known) <= phrase.most)]
