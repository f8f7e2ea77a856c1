"""Phrases of several words, and where they stand among words: in order, with gaps, and perhaps without a light word."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from data.reader.naming.around import Around

_GAP = 5
_LOSS, _LONG = 0.3, 3
"""The share of a phrase's worth that may be missing, and from how many words on."""
_CLEAR_WORD = 0.8
"""How like a word has to be that is a phrase alone."""


class Found(NamedTuple):
    """A phrase in words: what it is worth there, its first and last word, and which of its words stand there."""

    score: float
    first: int
    last: int
    words: tuple[int, ...]

    def part_of(self, phrase: Found) -> bool:
        """Whether its one word is read otherwise, and better, in a phrase: "san" in "thuy san" is no "sắn"."""
        inside = phrase.first <= self.first and self.last <= phrase.last
        return inside and self.words[0] not in phrase.words and phrase.score > self.score

    def within(self, other: Found) -> bool:
        """Whether it stands inside of another one's words, so that it says nothing of its own."""
        return (
            other.score > 0
            and other.first <= self.first
            and self.last <= other.last
            and (other.first, other.last) != (self.first, self.last)
        )

    def outside(self, other: Found) -> float:
        """The share of its words that do not stand among another one's."""
        if self.score <= 0:
            return 0.0
        shared = min(self.last, other.last) - max(self.first, other.first) + 1
        return 1 - max(0, shared) / (self.last - self.first + 1)


NOT_FOUND = Found(0.0, -1, -1, ())


class Way(NamedTuple):
    """How a phrase stands in words.

    Attributes:
        found: where, and what it is worth there.
        likes: its words that stand there, with their likeness.
        partly: some of its words do not.
    """

    found: Found
    likes: list[tuple[int, float]]
    partly: bool


class Phrase(NamedTuple):
    """Words that are said together.

    Attributes:
        number: its place among the phrases.
        words: the ids of its words.
        all: the same as a set.
        rarest: the one that has to stand there in any case.
        beside: words of which one has to stand there, too: without them all too much is missing.
        weight: what a full match is worth.
        dispensable: what words may be worth that are missing.
        most: how many may be missing.
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
    """Phrases, each looked for where its rarest word stands."""

    def __init__(self, worth: list[float]) -> None:
        """No phrases yet; ``worth`` is what each word of the vocabulary is worth."""
        self._worth = worth
        self._known: dict[tuple[int, ...], Phrase] = {}
        self._of_rarest: dict[int, list[tuple[Callable[[frozenset[int]], bool], Phrase]]] = defaultdict(list)

    def worth(self, words: Iterable[int]) -> float:
        """What words are worth together: the rarer, the more."""
        return sum([self._worth[word] for word in words])

    def add(self, words: tuple[int, ...]) -> Phrase:
        """The phrase of some words, made if there is none."""
        phrase = self._known.get(words)
        if phrase is None:
            phrase = self._known[words] = self._phrase(words)
            self._of_rarest[phrase.rarest].append((phrase.beside.isdisjoint, phrase))
        return phrase

    def _phrase(self, words: tuple[int, ...]) -> Phrase:
        worth, weight = self._worth, self.worth(words)
        dispensable = _LOSS * weight if len(words) >= _LONG else 0.0
        rarest, heavy = max(words, key=worth.__getitem__), sorted({*words}, key=worth.__getitem__, reverse=True)
        beside, lost = [], 0.0
        for word in heavy:
            if word != rarest:
                beside.append(word)
                lost += worth[word]
                if lost > dispensable:
                    break
        if lost <= dispensable:
            beside = [rarest]
        most, lost = 0, 0.0
        for word in reversed(heavy):
            lost += worth[word]
            if lost > dispensable:
                break
            most += 1
        return Phrase(len(self._known), words, frozenset(heavy), rarest, frozenset(beside), weight, dispensable, most)

    def standing(self, around: Around) -> list[tuple[Phrase, list[Way]]]:
        """The phrases that stand around a number, and the ways in which they do; that whose rarest word is nearest is first."""
        found = [(phrase, ways) for phrase in self._likely(around.known) if (ways := self.ways(phrase, around))]
        found.sort(key=lambda stands: (*around.nearest(stands[0].rarest), stands[0].number))
        return found

    def _likely(self, known: frozenset[int]) -> list[Phrase]:
        """The phrases of which so much stands among some words that they may be there."""
        return [
            phrase
            for rarest in known
            for stands_alone, phrase in self._of_rarest.get(rarest, ())
            if not stands_alone(known) and len(phrase.all - known) <= phrase.most
        ]

    def ways(self, phrase: Phrase, around: Around) -> list[Way]:
        """How a phrase stands, as near to the number as it can, for each place where its last word does.

        A light word may be missing or damaged beyond recognition.
        """
        worth, words, turn, lost = self._worth, phrase.words, around.turn, 0.0
        if missing := phrase.all - around.known:
            if len(missing) > phrase.most:
                return []
            words = tuple([word for word in words if word not in missing])
            lost = phrase.weight - self.worth(words)
            if lost > phrase.dispensable:
                return []
        places, last, before, found = around.places, words[-1], words[-2::-1], []
        for end, likeness in places[last]:
            if likeness < _CLEAR_WORD and len(phrase.words) == 1:
                continue
            score, place, gaps, missed, likes = worth[last] * likeness, end, 0, lost, [(last, likeness)]
            for word in before:
                for at, like in places[word]:
                    if place - 2 - _GAP < at < place:
                        gaps += place - 1 - at
                        score += worth[word] * like
                        likes.append((word, like))
                        place = at
                        break
                else:
                    missed += worth[word]
                    if missed > phrase.dispensable:
                        break
            else:
                away = max(0, turn - 1 - end) if end < turn else max(0, place - turn) * 1.2 + (0.8 if place >= turn else 0.0)
                here = score * (1 - min(0.5, 0.06 * gaps)) - 0.12 * away - missed
                if here > 0:
                    found.append(Way(Found(here, place, end, words), likes, missed > 0))
        return found
