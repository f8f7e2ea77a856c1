"""The ways in which a catalogue says its names, and which of them stand in the words around a number."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.catalogue import Catalogue
    from data.reader.naming.around import Around
    from data.reader.naming.lexicon import Lexicon, Word

_GAP = 5
_LOSS = 0.3
"""The share of an alias's worth that may be missing."""
_LONG = 3
_CLEAR_WORD, _OWN = 0.8, 0.7
"""How like a word has to be that is an alias alone, and the share of an item's own words that has to stand there."""
_FROM_LEAD = 0.7
_FUNCTION, _LIGHT = "xảy ra được cho tại với và của có là đã trên từ đến về do trong các theo để bị qua đạt", 2.0
"""Words that name nothing, and the most that one is worth."""


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to say an indicator or item.

    Attributes:
        words: ids of its words.
        weight: what a full match is worth.
        either: words of which one has to stand there beside the rarest: without them all too much is missing.
        indicator: position of the indicator.
        item: position of the item, or -1.
        own: those of an item's words that its indicator does not use itself.
        own_weight: what they are worth.
    """

    words: tuple[int, ...]
    weight: float
    either: frozenset[int]
    indicator: int
    item: int
    own: frozenset[int]
    own_weight: float


class Found(NamedTuple):
    """An alias in words: what it is worth there, its first and last word, and which of its words stand there."""

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


class Aliases:
    """The aliases of a catalogue, by the rarest word of each.

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
        counts = Counter(word for words, *_ in {(words, place) for words, place, *_ in rows} for word in set(words))
        function = set(lexicon.add(_FUNCTION))
        weights = [math.log(1 + len(rows) / (1 + counts[word])) for word in range(len(lexicon.plain))]
        self._worth = [min(weight, _LIGHT) if word in function else weight for word, weight in enumerate(weights)]
        used = [set(name) for name in self.names]
        for words, place, number, _ in rows:
            if number < 0:
                used[place].update(words)
        self._before: dict[int, list[Alias]] = defaultdict(list)
        self._behind: dict[int, list[Alias]] = defaultdict(list)
        self._of_indicator: dict[int, list[Alias]] = defaultdict(list)
        for words, place, number, after in rows:
            if words:
                own = frozenset(words) - used[place] if number >= 0 else frozenset()
                rarest = max(words, key=self._worth.__getitem__)
                alias = Alias(words, self.worth(words), self._either(words, rarest), place, number, own, self.worth(own))
                (self._behind if after else self._before)[rarest].append(alias)
                if number < 0 and not after:
                    self._of_indicator[place].append(alias)

    def worth(self, words: Iterable[int]) -> float:
        """What words are worth together: the rarer, the more."""
        return sum([self._worth[word] for word in words])

    def _either(self, words: tuple[int, ...], rarest: int) -> frozenset[int]:
        """The fewest words of an alias besides its rarest that may not all be missing; the rarest itself if all may."""
        allowed = _LOSS * self.worth(words) if len(words) >= _LONG else 0.0
        others = sorted({*words} - {rarest}, key=self._worth.__getitem__, reverse=True)
        for count in range(1, len(others) + 1):
            if self.worth(others[:count]) > allowed:
                return frozenset(others[:count])
        return frozenset({rarest})

    def around(self, around: Around) -> list[tuple[Alias, Found]]:
        """Every alias that stands around a number, with what it is worth there."""
        known = set(around.places)
        behind = {index for word in around.behind for index in word}
        found = [
            (alias, here)
            for index in around.places
            for alias in self._before.get(index, ())
            if not alias.either.isdisjoint(known) and (here := self._aligned(alias, around)).score > 0
        ]
        found += [
            (alias, here)
            for index in behind
            for alias in self._behind.get(index, ())
            if behind.issuperset(alias.words) and (here := self._after(alias, around.behind, around.turn)).score > 0
        ]
        return found

    def governing(self, place: int, lead: Around) -> float:
        """What speaks for an indicator in the words that govern a number."""
        known = lead.places.keys()
        scores = (self._aligned(alias, lead).score for alias in self._of_indicator[place] if not known.isdisjoint(alias.either))
        return max((_FROM_LEAD * score for score in scores), default=0.0)

    def _aligned(self, alias: Alias, around: Around) -> Found:
        """What an alias is worth that stands, in order and with gaps, as near to the number as it can.

        A light word may be missing or damaged beyond recognition.
        """
        worth, words, places, turn = self._worth, alias.words, around.places, around.turn
        wanted = [word for word in words if word in places]
        lost = alias.weight - sum([worth[word] for word in wanted]) if len(wanted) < len(words) else 0.0
        if not wanted or lost > _LOSS * alias.weight or (lost and len(words) < _LONG):
            return NOT_FOUND
        best, last, before = NOT_FOUND, wanted[-1], wanted[-2::-1]
        for end, likeness in places[last]:
            if likeness < _CLEAR_WORD and len(words) == 1:
                continue
            score, place, gaps, missed = worth[last] * likeness, end, 0, lost
            own = score if last in alias.own else 0.0
            for word in before:
                for at, like in places[word]:
                    if place - 2 - _GAP < at < place:
                        gaps += place - 1 - at
                        score += worth[word] * like
                        own += worth[word] * like if word in alias.own else 0.0
                        place = at
                        break
                else:
                    missed += worth[word]
                    if missed > _LOSS * alias.weight or len(words) < _LONG:
                        break
            else:
                if own < _OWN * alias.own_weight or (alias.item >= 0 and not alias.own and missed):
                    continue
                away = max(0, turn - 1 - end) if end < turn else max(0, place - turn) * 1.2 + (0.8 if place >= turn else 0.0)
                here = score * (1 - min(0.5, 0.06 * gaps)) - 0.12 * away - missed
                if here > best.score:
                    best = Found(here, place, end, tuple(wanted))
        return best

    def _after(self, alias: Alias, behind: tuple[Word, ...], turn: int) -> Found:
        """What an alias is worth that stands right behind the number."""
        for start in range(min(3, len(behind))):
            place, score, gaps = start, 0.0, start
            for wanted in alias.words:
                step = next((ahead for ahead in range(place, min(len(behind), place + 4)) if behind[ahead].get(wanted)), None)
                if step is None:
                    break
                score += self._worth[wanted] * behind[step][wanted]
                gaps += step - place
                place = step + 1
            else:
                return Found(score * (1 - 0.06 * gaps), turn + start, turn + place - 1, alias.words)
        return NOT_FOUND
