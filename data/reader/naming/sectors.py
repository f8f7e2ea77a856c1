"""The sector that words speak of, where no name of the catalogue is found in them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from data.catalogue import Catalogue
    from data.reader.naming.lexicon import Lexicon, Word

_WIDER = 0.25
_FEW = 2
"""How many indicators have to use a word until it is half believed: one that is used once says little about its sector."""
_SILENT = "so với cùng kỳ năm tháng quý ngày cuối nay đến hơn tức tăng giảm"
"""Words of times and comparisons, which speak for no sector, though a few names have them."""
_NOTHING: dict[str, float] = {}
_Said = int | tuple[int, int]
"""A word of a catalogue, or two that follow each other: a word of Vietnamese has two syllables more often than one."""


class Sectors:
    """How much a word or pair of words of a catalogue speaks for each sector: by the share of its indicators that are in it."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon) -> None:
        said: dict[_Said, set[str]] = defaultdict(set)
        silent = {lexicon.ids[word] for word in _SILENT.split() if word in lexicon.ids}
        for place, _, owner in catalogue.named():
            indicator = catalogue.indicators[place]
            for phrase in (owner.name_vi, *owner.aliases, *owner.after):
                words = lexicon.add(phrase)
                for word in {*words} - silent:
                    said[word].add(indicator.id)
                for pair in pairwise(words):
                    if silent.isdisjoint(pair):
                        said[pair].add(indicator.id)
        self._order = [sector.id for sector in catalogue.sectors]
        self._speaks: dict[_Said, dict[str, float]] = {}
        for spoken, indicators in said.items():
            counts = Counter(catalogue.sector_of(indicator) for indicator in indicators)
            worth = math.log(1 + len(catalogue.indicators) / len(indicators)) * len(indicators) / (len(indicators) + _FEW)
            self._speaks[spoken] = {sector: worth * (count / len(indicators)) ** 2 for sector, count in counts.items()}

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
            for worth, spoken in self._said(word, last):
                for sector, speaks in self._speaks.get(spoken, _NOTHING).items():
                    votes[sector] += speaks * worth
            last = word
        return votes

    def _said(self, word: Word, last: Word) -> list[tuple[float, _Said]]:
        """What a word says, alone and with the one before it, and how likely each of it is."""
        pairs = ((last[one] * like, (one, other)) for other, like in word.items() for one in last if (one, other) in self._speaks)
        if best := max(pairs, default=None):
            return [(word[best[1][1]], best[1][1]), best]
        likeness = max(word.values(), default=0.0)
        alone = [index for index, like in word.items() if like == likeness]
        return [(likeness / len(alone), index) for index in alone]
