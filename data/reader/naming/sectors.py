"""The sector that words speak of, where no name of the catalogue is found in them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from data.catalogue import Catalogue
    from data.reader.naming.lexicon import Lexicon, Word

_WIDER = 0.25


class Sectors:
    """How much each word of a catalogue speaks for each sector: by the share of the word's indicators that are in it."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon) -> None:
        said: dict[int, set[str]] = defaultdict(set)
        for place, _, owner in catalogue.named():
            indicator = catalogue.indicators[place]
            for phrase in (owner.name_vi, *owner.aliases, *owner.after):
                for word in lexicon.add(phrase):
                    said[word].add(indicator.id)
        self._order = [sector.id for sector in catalogue.sectors]
        self._speaks: dict[int, dict[str, float]] = {}
        for word, indicators in said.items():
            counts = Counter(catalogue.sector_of(indicator) for indicator in indicators)
            worth = math.log(1 + len(catalogue.indicators) / len(indicators))
            self._speaks[word] = {sector: worth * (count / len(indicators)) ** 2 for sector, count in counts.items()}

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
        """What words speak for each sector, together."""
        votes: dict[str, float] = defaultdict(float)
        for word in words:
            if word:
                best, likeness = max(word.items(), key=lambda pair: pair[1])
                for sector, worth in self._speaks.get(best, {}).items():
                    votes[sector] += worth * likeness
        return votes
