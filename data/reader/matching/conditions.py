"""The conditions of a catalogue name besides its own words: what must occur nearby, and what must not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.memo import Memo

if TYPE_CHECKING:
    from data.catalogue import Catalogue, Indicator, Item
    from data.reader.matching.around import Around
    from data.reader.matching.lexicon import Lexicon

NEARNESS, _NEARBY, _SAID, _TITLED = 2.0, 24, 0.3, 0.1
"""What a condition right beside the number is worth, how many words away it is worth nothing, said before, and in the title."""

_NOT_YET, _SOON = "chưa", 4
"""What says of a noun that something is not so, and within how many words behind the number: "31 thôn chưa có điện"."""
_BUT = ("nhưng", "song")
"""What begins before it what else is said: "tăng 8,1% nhưng chưa đạt kế hoạch"."""

_Phrases = dict[tuple[int, int], list[tuple[int, ...]]]


class Conditions:
    """The conditions of a catalogue's indicators and items."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon) -> None:
        self._within: _Phrases = {}
        self._without: _Phrases = {}
        for place, number, owner in catalogue.named():
            for phrases, known in ((owner.within, self._within), (owner.without, self._without)):
                if phrases:
                    known[place, number] = [lexicon.add(phrase) for phrase in phrases]
        self._nearby = {
            (place, number): self._within.get((place, number)) or self._within.get((place, -1), [])
            for place, number, _ in catalogue.named()
        }
        self._not_yet = lexicon.add(_NOT_YET)[0]
        self._but = [lexicon.add(word)[0] for word in _BUT]
        self._negative = Memo[int, bool](lambda place: _tells_what_is_not(catalogue.indicators[place]))
        self._names = [lexicon.add(indicator.name_vi) for indicator in catalogue.indicators]

    def nearness(self, place: int, number: int, around: Around, title: Around, spoken_of: int) -> float:
        """The score for a condition that is met near the number, by the title above or by the name of the figure before."""
        away = [around.away(phrase, _NEARBY) for phrase in self._nearby[place, number] if phrase[-1] in around.known]
        if away and min(away) < _NEARBY:
            return NEARNESS * (1 - min(away) / _NEARBY)
        said = self._names[spoken_of] if spoken_of >= 0 else ()
        if any(_holds(said, phrase) for phrase in self._nearby[place, number]):
            return _SAID
        return _TITLED if any(title.contains(phrase) for phrase in self._nearby[place, number]) else 0.0

    def met(self, place: int, number: int, around: Around, wide: Around, spoken_of: int, denied: bool, alone: bool) -> bool:
        """Whether all conditions of a name are met.

        Args:
            place: its indicator.
            number: its item, or -1.
            around: the words around the number.
            wide: those of sentence and section.
            spoken_of: the indicator of the figure before: what it needs nearby has been said, and what its name says.
            denied: see `denied`.
            alone: nothing else names this part of what was told, so that nothing needs to stand nearby.
        """
        if denied and not self._negative[place]:
            return False
        said = self._names[spoken_of] if spoken_of >= 0 else ()
        for key in {(place, -1), (place, number)}:
            needed = self._within.get(key) if key != (spoken_of, -1) and not (alone and key == (place, number)) else None
            if needed and not any(wide.contains(phrase) or _holds(said, phrase) for phrase in needed):
                return False
            if (banned := self._without.get(key)) and any(around.contains(phrase, clearly=True) for phrase in banned):
                return False
        return True

    def denied(self, around: Around) -> bool:
        """Whether it is said right behind the number that something is not so yet; a name that says that it is does not fit."""
        words = around.behind[:_SOON]
        for word in words:
            if any(but in word for but in self._but):
                return False
            if word.get(self._not_yet, 0.0) >= max(word.values(), default=1.0):
                return True
        return False


def _tells_what_is_not(indicator: Indicator) -> bool:
    """Whether an indicator, or one of its items, says by its name that something is not so yet."""
    owners: tuple[Indicator | Item, ...] = (indicator, *indicator.items)
    return any(_NOT_YET in phrase.split() for owner in owners for phrase in (owner.name_vi, *owner.aliases, *owner.after))


def _holds(words: tuple[int, ...], phrase: tuple[int, ...]) -> bool:
    """Whether words contain a phrase exactly."""
    return phrase[0] in words and any(
        words[start : start + len(phrase)] == phrase for start in range(len(words) - len(phrase) + 1)
    )
