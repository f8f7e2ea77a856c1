"""The aliases of a catalogue, and which of them occur in the words around a number."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from data.memo import Memo
from data.reader.matching.phrases import NO_MATCH, PhraseMatch, Phrases, may_stand_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.catalogue import Catalogue
    from data.reader.matching.around import Around
    from data.reader.matching.lexicon import Lexicon, Word
    from data.reader.matching.phrases import Occurrence, Phrase

_OWN = 0.7
"""The share of an item's own words that must match."""
_FROM_LEAD = 0.7
_FUNCTION, _LIGHT = "xảy ra được cho tại với và của có là đã trên từ đến về do trong các theo để bị qua đạt", 2.0
"""Function words, and the greatest weight that one may have."""
_NO_WORDS: frozenset[int] = frozenset()


class Alias(NamedTuple):
    """One wording for an indicator or item.

    Attributes:
        words: ids of its words.
        indicator: position of the indicator.
        item: position of the item, or -1.
        own: those of an item's words that its indicator does not use itself; not asked for behind a number.
        own_weight: their weight.
    """

    words: tuple[int, ...]
    indicator: int
    item: int
    own: frozenset[int] = _NO_WORDS
    own_weight: float = 0.0


class Aliases:
    """The aliases of a catalogue.

    Attributes:
        names: the words of every indicator's official name.
    """

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon) -> None:
        rows = [
            (lexicon.add(phrase), place, number, after)
            for place, number, owner in catalogue.named()
            for phrases, after in ((owner.aliases, False), (owner.after, True))
            for phrase in dict.fromkeys(phrases)
        ]
        self.names = [frozenset(lexicon.add(indicator.name_vi)) for indicator in catalogue.indicators]
        counts = Counter(chain.from_iterable(map(set, (words for words, _ in {(words, place) for words, place, *_ in rows}))))
        function = set(lexicon.add(_FUNCTION))
        weights = [math.log(1 + len(rows) / (1 + counts[word])) for word in range(len(lexicon.plain))]
        self._weights = [min(weight, _LIGHT) if word in function else weight for word, weight in enumerate(weights)]
        self._owners: dict[tuple[int, ...], list[tuple[int, int]]] = defaultdict(list)
        self._behind: dict[int, list[Alias]] = defaultdict(list)
        for words, place, number, after in rows:
            if words and after:
                self._behind[max(words, key=self._weights.__getitem__)].append(Alias(words, place, number))
            elif words:
                self._owners[words].append((place, number))
        self._phrases = Phrases(self._weights, self._owners)
        self._catalogue, self._lexicon = catalogue, lexicon
        self._used, self._governing = Memo(self._words_of), Memo(self._phrases_of)
        self._said: dict[int, list[Alias]] = {}

    def _words_of(self, place: int) -> frozenset[int]:
        """All words that an indicator uses itself."""
        indicator = self._catalogue.indicators[place]
        return self.names[place].union(*map(self._lexicon.add, (*indicator.aliases, *indicator.after)))

    def _phrases_of(self, place: int) -> list[Phrase]:
        """The aliases of an indicator itself."""
        wordings = map(self._lexicon.add, self._catalogue.indicators[place].aliases)
        return [self._phrases.of(words) for words in wordings if words]

    def weight_of(self, words: Iterable[int]) -> float:
        """The weight of words together; rare words weigh more."""
        return self._phrases.weight_of(words)

    def around(self, around: Around) -> list[tuple[Alias, PhraseMatch]]:
        """Every alias that occurs around a number, with its match."""
        found = [
            (alias, here)
            for phrase, occurrences in self._phrases.find(around)
            for alias in self._said.get(phrase.number) or self._with(phrase)
            if (here := self._best(alias, occurrences)).score > 0
        ]
        behind = set().union(*around.behind)
        found += [
            (alias, here)
            for index in self._behind.keys() & behind
            for alias in self._behind[index]
            if behind.issuperset(alias.words) and (here := self._after(alias, around.behind, around.turn)).score > 0
        ]
        return found

    def _with(self, phrase: Phrase) -> list[Alias]:
        """The aliases that are a phrase; made when it first occurs."""
        aliases = self._said[phrase.number] = []
        for place, number in self._owners[phrase.words]:
            own = _NO_WORDS if number < 0 else phrase.all - self._used[place]
            aliases.append(Alias(phrase.words, place, number, own, self.weight_of(own) if own else 0.0))
        return aliases

    def are_of_one(self, words: tuple[int, ...]) -> bool:
        """Whether words are the alias of one indicator, or of one item, only."""
        return len(self._owners.get(words, ())) == 1

    def governing(self, place: int, lead: Around) -> float:
        """The score of an indicator in the words that govern a number."""
        score = lead.governed.get(place)
        if score is None:
            score = lead.governed[place] = self._governs(place, lead) if lead.known else 0.0
        return score

    def _governs(self, place: int, lead: Around) -> float:
        likely = may_stand_in(lead.known, self._governing[place])
        occurrences = (occurrence for phrase in likely for occurrence in self._phrases.occurrences(phrase, lead))
        return max((_FROM_LEAD * occurrence.found.score for occurrence in occurrences), default=0.0)

    def _best(self, alias: Alias, occurrences: list[Occurrence]) -> PhraseMatch:
        """The best match in which enough of an alias's own words occur."""
        best = NO_MATCH
        for found, likes, partly in occurrences:
            if found.score > best.score and not (partly and alias.item >= 0 and not alias.own):
                own = sum([self._weights[word] * like for word, like in likes if word in alias.own]) if alias.own else 0.0
                if own >= _OWN * alias.own_weight:
                    best = found
        return best

    def _after(self, alias: Alias, behind: tuple[Word, ...], turn: int) -> PhraseMatch:
        """The match of an alias right after the number."""
        for start in range(min(3, len(behind))):
            place, score, gaps = start, 0.0, start
            for wanted in alias.words:
                step = next((ahead for ahead in range(place, min(len(behind), place + 4)) if behind[ahead].get(wanted)), None)
                if step is None:
                    break
                score += self._weights[wanted] * behind[step][wanted]
                gaps += step - place
                place = step + 1
            else:
                return PhraseMatch(score * (1 - 0.06 * gaps), turn + start, turn + place - 1, alias.words)
        return NO_MATCH
