"""The sector that words suggest, where no name of the catalogue is found in them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from data.memo import Memo

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from data.catalogue import Catalogue, Indicator, Item
    from data.reader.matching.lexicon import Lexicon, Word

_WIDER = 0.25
_FEW = 2
"""How many indicators have to use a word until it is half believed: one that is used once says little about its sector."""
_SILENT = "so với cùng kỳ năm tháng quý ngày cuối nay đến hơn tức tăng giảm"
"""Words of times and comparisons, which speak for no sector, though a few names have them."""
_Said = int | tuple[int, int]
"""A word of a catalogue, or two that follow each other: a word of Vietnamese has two syllables more often than one."""


class Sectors:
    """How much a word or pair of words of a catalogue speaks for each sector: by the share of its indicators that are in it."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon) -> None:
        self._order = [sector.id for sector in catalogue.sectors]
        self._indicators = len(catalogue.indicators)
        self._users: dict[str, Counter[_Said]] = {sector: Counter() for sector in self._order}
        for indicator in catalogue.indicators:
            self._users[indicator.sector].update(_said_of(indicator, lexicon))
        silent = {lexicon.ids[word] for word in _SILENT.split() if word in lexicon.ids}
        said = set[_Said]().union(*self._users.values()) - silent
        self._used = {one for one in said if isinstance(one, int) or silent.isdisjoint(one)}
        self._speaks = Memo(self._worked_out)

    def _worked_out(self, said: _Said) -> dict[str, float]:
        """How much a word or pair of words speaks for each sector."""
        users = {sector: used[said] for sector, used in self._users.items() if said in used}
        count = sum(users.values())
        weight = math.log(1 + self._indicators / count) * count / (count + _FEW)
        return {sector: weight * (own / count) ** 2 for sector, own in users.items()}

    def most_likely(
        self, near: Mapping[str, float], wide: Mapping[str, float], among: frozenset[str], going_on: Mapping[str, float]
    ) -> str:
        """The sector with the most votes.

        Args:
            near: votes of the words right around a number.
            wide: those of its sentence and of what it stands under.
            among: the sectors in question; all if empty.
            going_on: what speaks for the sector of the figure before.
        """
        order = [sector for sector in self._order if not among or sector in among]
        votes = {sector: near.get(sector, 0.0) + _WIDER * wide.get(sector, 0.0) + going_on.get(sector, 0.0) for sector in order}
        return max(order, key=votes.__getitem__)

    def votes(self, words: Iterable[Word]) -> dict[str, float]:
        """What words speak for each sector, together.

        A word that may be several is the one that makes a known pair with the word before it; else each of them counts a share.
        """
        votes: dict[str, float] = defaultdict(float)
        last: Word = {}
        for word in words:
            for weight, spoken in self._said(word, last):
                if spoken in self._used:
                    for sector, speaks in self._speaks[spoken].items():
                        votes[sector] += speaks * weight
            last = word
        return votes

    def _said(self, word: Word, last: Word) -> list[tuple[float, _Said]]:
        """What a word says, alone and with the one before it, and how likely each of it is."""
        pairs = ((last[one] * like, (one, other)) for other, like in word.items() for one in last if (one, other) in self._used)
        if best := max(pairs, default=None):
            return [(word[best[1][1]], best[1][1]), best]
        likeness = max(word.values(), default=0.0)
        alone = [index for index, like in word.items() if like == likeness]
        return [(likeness / len(alone), index) for index in alone]


def _said_of(indicator: Indicator, lexicon: Lexicon) -> set[_Said]:
    """The words of an indicator and its items, and those that follow each other, each once."""
    owners: tuple[Indicator | Item, ...] = (indicator, *indicator.items)
    phrases = [lexicon.add(phrase) for owner in owners for phrase in (owner.name_vi, *owner.aliases, *owner.after)]
    return set(chain(*phrases, *map(pairwise, phrases)))
