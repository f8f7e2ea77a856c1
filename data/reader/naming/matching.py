"""Which indicator and item a figure speaks of: the words around it against the aliases of the catalogue.

Confidence is the share of the figure's own evidence that agrees: near 1 the alias stands in full beside the number, unit and
section agree and no other alias comes close; about 0.5 the name is likely, but something is missing or another name is as near;
below 0.3 the name is a guess and is not given.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING

from data.grammar.unit import noun_kind, unit_of
from data.reader.naming.evidence import NOT_FOUND, Alias, Evidence, Found, Match
from data.reader.naming.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.catalogue import Catalogue, Indicator, Item
    from data.reader.naming.lexicon import Places, Word

_GAP = 5
_LOSS = 0.3
_LONG = 3
_SURE = 0.5
_LEAST = 2.5
_PARENT = 0.9
_FROM_LEAD = 0.7
_CONTINUED, _GOVERNED = 4.0, 6.0
_OTHER_NOUN, _OTHER_COUNT, _OTHER_KIND = 2.0, 6.0, 30.0
_NO_OPTION = (0.0, -1, -1)
_ORPHAN, _STRANGER, _LONE, _SPECIFIC = 2.0, 5.0, 3.0, 1.0
_CLEAR_WORD, _OWN = 0.8, 0.7
"""How like a word has to be that is an alias alone, and the share of an item's own words that has to stand there."""
_NEARNESS, _NEARBY = 2.0, 24
"""What a condition right beside the number is worth, and how many words away it is worth nothing."""
_NO_RATE, _SAME_SECTOR, _KINSHIP, _UNMEASURED = 12.0, 0.8, 3.0, 0.5
_POINTS = "điểm phần trăm"
_FUNCTION, _LIGHT = "xảy ra được cho tại với và của có là đã trên từ đến về do trong các theo để bị qua đạt", 2.0
"""Words that name nothing, and the most that one is worth."""


class Matcher:
    """Finds names in the catalogue; made once for a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.lexicon = Lexicon()
        rows: list[tuple[tuple[int, ...], int, int, bool]] = []
        self.within: dict[tuple[int, int], list[tuple[int, ...]]] = {}
        self.without: dict[tuple[int, int], list[tuple[int, ...]]] = {}
        for place, indicator in enumerate(catalogue.indicators):
            owners: tuple[Indicator | Item, ...] = (indicator, *indicator.items)
            for number, owner in enumerate(owners, -1):
                for phrases, after in ((owner.aliases, False), (owner.after, True)):
                    rows += [(self.lexicon.add(phrase), place, number, after) for phrase in dict.fromkeys(phrases)]
                if owner.within:
                    self.within[place, number] = [self.lexicon.add(phrase) for phrase in owner.within]
                if owner.without:
                    self.without[place, number] = [self.lexicon.add(phrase) for phrase in owner.without]
        self._places = {indicator.id: place for place, indicator in enumerate(catalogue.indicators)}
        self.names = [frozenset(self.lexicon.add(indicator.name_vi)) for indicator in catalogue.indicators]
        counts = Counter(word for words, *_ in {(words, place) for words, place, *_ in rows} for word in set(words))
        total = len(rows) or 1
        function = set(self.lexicon.add(_FUNCTION))
        weights = [math.log(1 + total / (1 + counts[index])) for index in range(len(self.lexicon.plain))]
        self.idf = [min(weight, _LIGHT) if index in function else weight for index, weight in enumerate(weights)]
        self.lexicon.seal()
        used = [set(name) for name in self.names]
        for words, place, number, _ in rows:
            if number < 0:
                used[place].update(words)
        self.by_word: dict[int, list[Alias]] = defaultdict(list)
        self.by_word_behind: dict[int, list[Alias]] = defaultdict(list)
        self.own_aliases: dict[int, list[Alias]] = defaultdict(list)
        for words, place, number, after in rows:
            if words:
                own = frozenset(words) - used[place] if number >= 0 else frozenset()
                alias = Alias(words, self._worth(words), self._needed(words), place, number, after, own, self._worth(own))
                rarest = max(words, key=lambda word: self.idf[word])
                (self.by_word_behind if after else self.by_word)[rarest].append(alias)
                if number < 0 and not after:
                    self.own_aliases[place].append(alias)
        self.units = [self._unit_key(indicator.unit) for indicator in catalogue.indicators]
        self.item_units = [[self._unit_key(item.unit) for item in indicator.items] for indicator in catalogue.indicators]

    def _needed(self, words: tuple[int, ...]) -> frozenset[int]:
        """The words of an alias of which none may be missing."""
        worth = self._worth(words)
        return frozenset(word for word in words if len(words) < _LONG or self.idf[word] > _LOSS * worth)

    def _worth(self, words: Iterable[int]) -> float:
        return sum(self.idf[word] for word in words)

    @staticmethod
    def _unit_key(unit: str) -> str:
        base = unit_of(unit).base if unit else ""
        return "%" if base.split("/")[0] in ("%", _POINTS) else base

    def match(self, evidence: Evidence) -> Match | None:
        """The best name for a figure, or None if nothing in the catalogue is near enough."""
        direct = self._direct(evidence)
        spans: dict[int, Found] = {}
        for alias, found in direct:
            if alias.item < 0 and found.score > spans.get(alias.indicator, NOT_FOUND).score:
                spans[alias.indicator] = found
        indicators = {place: found.score for place, found in spans.items()}
        items: dict[tuple[int, int], Found] = {}
        lone: set[tuple[int, int]] = set()
        for alias, found in direct:
            whole = spans.get(alias.indicator, NOT_FOUND)
            if alias.item >= 0 and not (found.within(whole) and self.names[alias.indicator].issuperset(found.words)):
                key = alias.indicator, alias.item
                if found.score > items.get(key, NOT_FOUND).score:
                    items[key] = found
                    (lone.add if len(alias.words) == 1 else lone.discard)(key)
        lead = self._in_lead({place for place, _ in items}, evidence)
        options: list[tuple[float, int, int]] = []
        for place, score in indicators.items():
            number = self._by_unit(place, evidence.unit)
            options.append((score + self._support(place, number, evidence), place, number))
        for (place, number), found in items.items():
            whole = spans.get(place, NOT_FOUND)
            parent = whole.score
            carried = self._carried(place, lead.get(place, 0.0), parent, evidence)
            base = max(found.score + max(parent * _PARENT * whole.outside(found), carried), parent + _SPECIFIC if parent else 0.0)
            if not parent and not carried:
                in_sector = self.catalogue.indicators[place].sector in evidence.sectors
                base -= (_ORPHAN if in_sector else _STRANGER) + (_LONE if (place, number) in lone else 0.0)
                base -= 0.0 if self._measures(place, number, evidence.unit) else _UNMEASURED * found.score
            options.append((base + self._support(place, number, evidence), place, number))
        if evidence.same_kind:
            options = [option for option in options if not self._at_odds(option[1], option[2], evidence.unit)]
        options.sort(key=lambda option: -option[0])
        # Conditions are dear to look up, so only the best options are asked for theirs.
        allowed = (option for option in options if self._allowed(option[1], option[2], evidence))
        best, place, number = next(allowed, _NO_OPTION)
        if best < _LEAST:
            return None
        rival = max(next((score for score, *other in allowed if other != [place, number]), 0.0), 0.0)
        confidence = _confidence(best, (best - rival) / max(best, 1.0))
        indicator = self.catalogue.indicators[place]
        item = indicator.items[number].id if number >= 0 else self._going_on(indicator, evidence)
        return Match(indicator.id, item, confidence, best)

    @staticmethod
    def _going_on(indicator: Indicator, evidence: Evidence) -> str | None:
        """The item that goes on in the same clause: "lúa 48.150 ha, năng suất 52 tạ/ha, sản lượng 250 nghìn tấn"."""
        if not evidence.going_on or evidence.last is None or evidence.last[0] == indicator.id:
            return None
        return next((item.id for item in indicator.items if item.id == evidence.last[1]), None)

    def _measures(self, place: int, number: int, unit: str) -> bool:
        """Whether an item is measured in a printed unit."""
        wanted = self.item_units[place][number] or self.units[place]
        given = self._unit_key(unit)
        return not wanted or wanted == given or (bool(given) and given != "%" and _unlike(given, wanted) <= _OTHER_NOUN)

    def _by_unit(self, place: int, unit: str) -> int:
        """The only item of an indicator that is measured in a printed unit in which the indicator itself is not: USD a head."""
        given = self._unit_key(unit)
        if not given or given == "%" or not self.units[place] or not self._at_odds(place, -1, unit):
            return -1
        alike = [number for number, wanted in enumerate(self.item_units[place]) if wanted == given]
        return alike[0] if len(alike) == 1 else -1

    def _carried(self, place: int, lead: float, parent: float, evidence: Evidence) -> float:
        """What speaks for an indicator besides its own words, when one of its items is named."""
        indicator = self.catalogue.indicators[place].id
        carried = max(lead, _CONTINUED if evidence.last and evidence.last[0] == indicator else 0.0)
        if indicator in evidence.lead_indicators:
            carried = max(carried, _GOVERNED, parent * _PARENT) + _CONTINUED
        return carried

    def _direct(self, evidence: Evidence) -> list[tuple[Alias, Found]]:
        """Every alias that stands around the number, with what it is worth there."""
        present = _places((*evidence.before, *evidence.behind))
        turn = len(evidence.before)
        found = [
            (alias, here)
            for index in present
            for alias in self.by_word.get(index, ())
            if alias.needed <= present.keys() and (here := self._aligned(alias, present, turn)).score > 0
        ]
        found += [
            (alias, here)
            for index in {index for word in evidence.behind for index in word}
            for alias in self.by_word_behind.get(index, ())
            if (here := self._after(alias, evidence.behind, turn)).score > 0
        ]
        return found

    def _in_lead(self, places: set[int], evidence: Evidence) -> dict[int, float]:
        """Which of some indicators are named in the words that govern the number."""
        if not places or not evidence.lead:
            return {}
        present = _places(evidence.lead)
        turn = len(evidence.lead)
        return {
            place: max((
                _FROM_LEAD * self._aligned(alias, present, turn).score
                for alias in self.own_aliases[place] if alias.needed <= present.keys()
            ), default=0.0)
            for place in places
        }  # fmt: skip

    def _aligned(self, alias: Alias, present: Places, turn: int) -> Found:
        """What an alias is worth that stands, in order and with gaps, as near to the number as it can.

        A light word may be missing or damaged beyond recognition.
        """
        idf, words = self.idf, alias.words
        wanted = [word for word in words if word in present]
        lost = alias.weight - sum([idf[word] for word in wanted]) if len(wanted) < len(words) else 0.0
        if not wanted or lost > _LOSS * alias.weight or (lost and len(words) < _LONG):
            return NOT_FOUND
        best, last, before = NOT_FOUND, wanted[-1], wanted[-2::-1]
        for end, likeness in present[last]:
            if likeness < _CLEAR_WORD and len(words) == 1:
                continue
            score, place, gaps, missed = idf[last] * likeness, end, 0, lost
            own = score if last in alias.own else 0.0
            for word in before:
                for at, like in present[word]:
                    if place - 2 - _GAP < at < place:
                        gaps += place - 1 - at
                        score += idf[word] * like
                        own += idf[word] * like if word in alias.own else 0.0
                        place = at
                        break
                else:
                    missed += idf[word]
                    if missed > _LOSS * alias.weight or len(words) < _LONG:
                        break
            else:
                if own < _OWN * alias.own_weight or (alias.item >= 0 and not alias.own and missed):
                    continue
                away = max(0, turn - 1 - end) if end < turn else max(0, place - turn) * 1.2 + (0.8 if place >= turn else 0.0)
                worth = score * (1 - min(0.5, 0.06 * gaps)) - 0.12 * away - missed
                if worth > best.score:
                    best = Found(worth, place, end, tuple(wanted))
        return best

    def _after(self, alias: Alias, behind: tuple[Word, ...], turn: int) -> Found:
        """What an alias is worth that stands right behind the number."""
        for start in range(min(3, len(behind))):
            place, score, gaps = start, 0.0, start
            for wanted in alias.words:
                step = next((ahead for ahead in range(place, min(len(behind), place + 4)) if behind[ahead].get(wanted)), None)
                if step is None:
                    break
                score += self.idf[wanted] * behind[step][wanted]
                gaps += step - place
                place = step + 1
            else:
                return Found(score * (1 - 0.06 * gaps), turn + start, turn + place - 1, alias.words)
        return NOT_FOUND

    def _support(self, place: int, number: int, evidence: Evidence) -> float:
        indicator = self.catalogue.indicators[place]
        support = 1.8 if indicator.sector in evidence.sectors else (-0.7 if evidence.sectors else 0.0)
        wanted = (self.item_units[place][number] if number >= 0 else "") or self.units[place]
        if evidence.unit and wanted:
            given = self._unit_key(evidence.unit)
            if given == wanted:
                support += 1.5
            elif given and given != "%":
                support -= _unlike(given, wanted)
        if evidence.percent and wanted and wanted != "%":
            support -= _NO_RATE if evidence.rate_alone else 1.5
        if evidence.last:
            support += self._kinship(evidence.last[0], place) if evidence.same_sentence else 0.0
            support += 0.5 if evidence.last[0] == indicator.id else 0.0
            support += _SAME_SECTOR if self.catalogue.sector_of(evidence.last[0]) == indicator.sector else 0.0
        return support + self._nearness(place, number, evidence)

    def _kinship(self, last: str, place: int) -> float:
        """What it is worth that a name is about the thing of the figure before: enterprises and then their capital."""
        if last == self.catalogue.indicators[place].id:
            return 0.0
        before = self.names[self._places[last]]
        return _KINSHIP * self._worth(before & self.names[place]) / (self._worth(before) or 1.0)

    def _nearness(self, place: int, number: int, evidence: Evidence) -> float:
        """What it is worth that a condition of a name stands near the number, not only somewhere in the sentence."""
        phrases = self.within.get((place, number), self.within.get((place, -1)))
        if not phrases:
            return 0.0
        words = (*evidence.before[-_NEARBY:], *evidence.behind)
        away = min((_away(phrase, words, len(words) - len(evidence.behind)) for phrase in phrases), default=_NEARBY)
        return _NEARNESS * (1 - away / _NEARBY)

    def _at_odds(self, place: int, number: int, unit: str) -> bool:
        """Whether a unit is of another kind than that of an indicator or item."""
        wanted = (self.item_units[place][number] if number >= 0 else "") or self.units[place]
        given = self._unit_key(unit)
        return bool(wanted and given) and wanted != given and not (_counted(wanted) and _counted(given))

    def _allowed(self, place: int, number: int, evidence: Evidence) -> bool:
        near = (*evidence.before, *evidence.behind)
        for key in {(place, -1), (place, number)}:
            if (needed := self.within.get(key)) and not any(stands(phrase, evidence.wide) for phrase in needed):
                return False
            if (banned := self.without.get(key)) and any(stands(phrase, near) for phrase in banned):
                return False
        return True


def _places(words: tuple[Word, ...]) -> Places:
    """Where each vocabulary word stands in words, nearest to the end first, with its likeness."""
    places: Places = {}
    for place in range(len(words) - 1, -1, -1):
        for index, likeness in words[place].items():
            places.setdefault(index, []).append((place, likeness))
    return places


def _confidence(best: float, margin: float) -> float:
    """How sure a name is: half by what stands there, half by how far the next name is behind."""
    evidence = 0.5 * min(1.0, best / 22) + 0.5 * min(1.0, margin / 0.45)
    return 0.2 + 0.75 * math.pow(evidence, 1.2)


@cache
def _counted(base: str) -> bool:
    return unit_of(base).counted


@cache
def _unlike(given: str, wanted: str) -> float:
    """What speaks against a name whose unit is another one than that printed."""
    if given.split("/")[0] == wanted.split("/")[0]:
        return 1.0
    if not (_counted(given) and _counted(wanted)):
        return _OTHER_KIND
    one, other = noun_kind(given), noun_kind(wanted)
    return _OTHER_COUNT if one and other and one != other else _OTHER_NOUN


def _away(phrase: tuple[int, ...], words: tuple[Word, ...], turn: int) -> int:
    """How many words lie between a phrase and the number, which stands before place ``turn``."""
    last = phrase[-1]
    for near in range(len(words)):
        for place in (turn - 1 - near, turn + near):
            if 0 <= place < len(words) and words[place].get(last, 0.0) >= _SURE:
                start = max(0, place - 2 * len(phrase))
                if len(phrase) == 1 or stands(phrase, words[start : place + 1]):
                    return min(near, _NEARBY)
    return _NEARBY


def stands(phrase: tuple[int, ...], words: tuple[Word, ...]) -> bool:
    """Whether a phrase stands somewhere in words, with at most one word between two of its own."""
    first = phrase[0]
    for start, word in enumerate(words):
        if word.get(first, 0.0) < _SURE:
            continue
        place = start
        for wanted in phrase[1:]:
            ahead = range(place + 1, min(len(words), place + 3))
            step = next((at for at in ahead if words[at].get(wanted, 0.0) >= _SURE), None)
            if step is None:
                break
            place = step
        else:
            return True
    return False


_MATCHERS: dict[int, Matcher] = {}


def matcher_of(catalogue: Catalogue) -> Matcher:
    """The matcher of a catalogue, made once; it holds the catalogue, so that the key stays its own."""
    matcher = _MATCHERS.get(id(catalogue))
    if matcher is None or matcher.catalogue is not catalogue:
        matcher = _MATCHERS[id(catalogue)] = Matcher(catalogue)
    return matcher
