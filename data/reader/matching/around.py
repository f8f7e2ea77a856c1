"""The words around a number, and the places of catalogue words among them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.reader.matching.lexicon import Word

_SURE = 0.5
"""How like a word has to be that a condition asks for."""


class Places(dict[int, list[tuple[int, float]]]):
    """The places of each vocabulary word among words, the last first, with its likeness; computed on demand."""

    def __init__(self, words: tuple[Word, ...]) -> None:
        self._words = list(enumerate(words))[::-1]

    def __missing__(self, index: int) -> list[tuple[int, float]]:
        found = self[index] = [(place, word[index]) for place, word in self._words if index in word]
        return found


class Around:
    """Words around a number.

    Attributes:
        words: all of them, in order.
        behind: those behind the number.
        turn: how many stand before it.
        governed: what indicators score in them, as far as it was asked for.
    """

    def __init__(self, before: tuple[Word, ...], behind: tuple[Word, ...] = ()) -> None:
        self.words, self.behind, self.turn = (*before, *behind), behind, len(before)
        self.governed: dict[int, float] = {}
        self._contained: dict[tuple[tuple[int, ...], bool], bool] = {}

    @cached_property
    def known(self) -> frozenset[int]:
        """The words of the vocabulary that may be among them."""
        return frozenset().union(*self.words)

    @cached_property
    def places(self) -> Places:
        """Where each of those stands."""
        return Places(self.words)

    def nearest(self, index: int) -> tuple[int, float]:
        """The order of words that stand there: what stands last comes first, and at one place what is most alike."""
        place, likeness = self.places[index][0]
        return -place, -likeness

    def away(self, phrase: tuple[int, ...], most: int) -> int:
        """How many words lie between a phrase and the number; ``most`` if that many or more."""
        first = max(0, self.turn - most)
        away = most
        for place, likeness in self.places[phrase[-1]]:
            near = self.turn - 1 - place if place < self.turn else place - self.turn
            if near < away and likeness >= _SURE:
                start = max(first, place - 2 * len(phrase))
                begins = (at for at, like in self.places[phrase[0]] if start <= at <= place and like >= _SURE)
                if any(self._goes_on(phrase, at, place + 1) for at in begins):
                    away = near
        return away

    def contains(self, phrase: tuple[int, ...], clearly: bool = False) -> bool:
        """Whether a phrase stands somewhere in the words, with at most one word between two of its own.

        Args:
            phrase: its words.
            clearly: a first word that is more like another one does not count: "truong" is "trưởng" and not "trong".
        """
        if not self.known.issuperset(phrase):
            return False
        contained = self._contained.get((phrase, clearly))
        if contained is None:
            contained = self._contained[phrase, clearly] = any(
                likeness >= (max(_SURE, *self.words[place].values()) if clearly else _SURE)
                and self._goes_on(phrase, place, len(self.words))
                for place, likeness in self.places[phrase[0]]
            )
        return contained

    def _goes_on(self, phrase: tuple[int, ...], place: int, end: int) -> bool:
        """Whether a phrase goes on from where its first word stands, with at most one word between two of its own."""
        for wanted in phrase[1:]:
            ahead = range(place + 1, min(end, place + 3))
            step = next((at for at in ahead if self.words[at].get(wanted, 0.0) >= _SURE), None)
            if step is None:
                return False
            place = step
        return True
