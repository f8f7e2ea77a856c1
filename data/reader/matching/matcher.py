"""Which indicator and item a figure speaks of: the words around it against the aliases of the catalogue.

Confidence is the share of the figure's own evidence that agrees: near 1 the alias stands in full beside the number, unit and
section agree and no other alias comes close; about 0.5 the name is likely, but something is missing or another name is as near;
below 0.3 the name is a guess and is not given.
"""

from __future__ import annotations

import math
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from data.reader.matching.aliases import Aliases
from data.reader.matching.around import Around
from data.reader.matching.conditions import NEARNESS, Conditions
from data.reader.matching.evidence import Match
from data.reader.matching.lexicon import Lexicon
from data.reader.matching.phrases import NO_MATCH
from data.reader.matching.sectors import Sectors
from data.reader.matching.units import SAME_UNIT, Units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.catalogue import Catalogue, Indicator
    from data.reader.matching.evidence import Evidence
    from data.reader.matching.phrases import PhraseMatch

_LEAST, _LEAST_ELSEWHERE, _DIGITS = 2.5, 4.0, 6
"""The least score of a name, where section and unit speak for it and elsewhere, and the digits of scores that count."""
_PARENT = 0.9
_CONTINUED, _GOVERNED = 4.0, 6.0
_OTHERWISE = 0.5
_PARTS_WORDS, _VERB_WORDS = 2, 1
"""The words of "trong đó", and of a verb."""
_LONG = 4
"""The number of words from which on a phrase hardly stands anywhere by chance."""
_NO_OPTION = (0.0, -1, -1)
_ORPHAN, _STRANGER, _LONE, _SPECIFIC = 2.0, 5.0, 3.0, 1.0
_NO_SHARE = 30.0
"""What speaks, where a share is told, against a rate of growth and a part that only its own name tells: "thành thị chiếm 57%"."""
_OTHER_WHOLE = 6.0
"""What speaks against a part of something of another field that only its own name tells, where a whole was told."""
_IN_SECTION, _ELSEWHERE = 1.8, 0.7
_SAME_NAME, _SAME_SECTOR, _KINSHIP, _UNMEASURED = 0.5, 0.8, 3.0, 0.5
_MOST = _IN_SECTION + _SAME_NAME + _SAME_SECTOR + _KINSHIP + SAME_UNIT + NEARNESS
"""The most that can speak for a name besides its words."""

_Named = tuple[int, int, float]
"""The places of an indicator and its item, or -1, and the score of their words."""


class Matcher:
    """Finds names in the catalogue; made once for a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.lexicon = Lexicon()
        self._aliases = Aliases(catalogue, self.lexicon)
        self._conditions = Conditions(catalogue, self.lexicon)
        self.sectors = Sectors(catalogue, self.lexicon)
        self._units = Units(catalogue)
        self._places = {indicator.id: place for place, indicator in enumerate(catalogue.indicators)}
        self._kin: dict[tuple[str, int], float] = {}

    def match(self, evidence: Evidence) -> Match | None:
        """The best name for a figure, or None if no name of the catalogue scores enough."""
        around = Around(evidence.before, evidence.behind)
        named, alone = self._named(evidence, around)
        named = [option for option in named if not self._units.excludes(option[0], option[1], evidence.unit)]
        if evidence.same_kind:
            named = [option for option in named if not self._units.conflicts(option[0], option[1], evidence.unit)]
        options = self._best_first(named, evidence, around)
        # Conditions are dear to look up, so only the best options are asked for theirs.
        spoken_of = self._places[evidence.last[0]] if evidence.last else -1
        met, denied = self._conditions.met, self._conditions.denied(around)
        allowed = (
            (score, place, number)
            for score, place, number in options
            if met(place, number, around, evidence.wide, spoken_of, denied, (place, number) in alone)
        )
        best, place, number = next(allowed, _NO_OPTION)
        if place < 0 or best < self._least(place, number, evidence):
            return None
        rival = max(next((score for score, *other in allowed if other != [place, number]), 0.0), 0.0)
        confidence = _confidence(best, (best - rival) / max(best, 1.0))
        indicator = self.catalogue.indicators[place]
        if number >= 0 and (same := indicator.items[number].same):
            return Match(same, None, confidence, best)
        item = indicator.items[number].id if number >= 0 else self._going_on(indicator, evidence)
        return Match(indicator.id, item, confidence, best)

    def _least(self, place: int, number: int, evidence: Evidence) -> float:
        """The least score with which a name is believed: where other things are told, a word may stand by chance."""
        in_section = self.catalogue.indicators[place].sector in evidence.sectors
        return _LEAST if in_section and self._units.measures(place, number, evidence.unit) else _LEAST_ELSEWHERE

    def _best_first(self, named: list[_Named], evidence: Evidence, around: Around) -> Iterator[tuple[float, int, int]]:
        """Names with their scores and what else speaks for them, the best first; of those as good, the whole before its parts.

        What else speaks for a name is dear to find, so it is asked only as far as it may put it before others.
        """
        waiting = [(-(score + _MOST), False, False, turn, score) for turn, (_, _, score) in enumerate(named)]
        heapify(waiting)
        while waiting:
            _, weighed, _, turn, score = heappop(waiting)
            place, number, _ = named[turn]
            if weighed:
                yield score, place, number
            else:
                score += self._support(place, number, evidence, around)
                heappush(waiting, (-round(score, _DIGITS), True, number >= 0, turn, score))

    def _named(self, evidence: Evidence, around: Around) -> tuple[list[_Named], set[tuple[int, int]]]:
        """The indicators and items whose aliases occur around the number, with their scores, and the parts that stand alone."""
        direct = self._aliases.around(around)
        spans: dict[int, PhraseMatch] = {}
        for alias, found in direct:
            if alias.item < 0 and found.score > spans.get(alias.indicator, NO_MATCH).score:
                spans[alias.indicator] = found
        items: dict[tuple[int, int], PhraseMatch] = {}
        lone: set[tuple[int, int]] = set()
        phrases = [found for _, found in direct if len(found.words) > 1 and found.last - found.first < len(found.words)]
        for alias, found in direct:
            if alias.item >= 0 and len(alias.words) == 1 and any(found.part_of(phrase) for phrase in phrases):
                continue
            whole = spans.get(alias.indicator, NO_MATCH)
            if alias.item >= 0 and not (found.within(whole) and self._aliases.names[alias.indicator].issuperset(found.words)):
                key = alias.indicator, alias.item
                if found.score > items.get(key, NO_MATCH).score:
                    items[key] = found
                    (lone.add if len(alias.words) == 1 else lone.discard)(key)
        named = [(place, self._units.only_item(place, evidence.unit), found.score) for place, found in spans.items()]
        governing = {place: self._aliases.governing(place, evidence.lead) for place in {place for place, _ in items}}
        for (place, number), found in items.items():
            whole = spans.get(place, NO_MATCH)
            parent = whole.score
            carried = self._carried(place, number, governing[place], parent, evidence)
            base = max(found.score + max(parent * _PARENT * whole.outside(found), carried), parent + _SPECIFIC if parent else 0.0)
            if not parent and not carried:
                in_sector = self.catalogue.indicators[place].sector in evidence.sectors
                base -= (_ORPHAN if in_sector else _STRANGER) + (_LONE if (place, number) in lone else 0.0)
                base -= _NO_SHARE if evidence.shares else 0.0
                base -= _OTHER_WHOLE if evidence.lead_indicators and not in_sector else 0.0
                told = self._names_one_thing(found) or self._units.measures(place, number, evidence.unit)
                base -= 0.0 if told else _UNMEASURED * found.score
            named.append((place, number, base))
        wholes = {self._places[indicator] for indicator in evidence.lead_indicators}
        return named, {key for key, found in items.items() if key[0] in wholes and _stands_alone(found, around.turn)}

    def _names_one_thing(self, found: PhraseMatch) -> bool:
        """Whether a phrase stands there in full that is long and names nothing else: "thu tiền sử dụng đất"."""
        whole = len(found.words) >= _LONG and found.last - found.first < len(found.words)
        return whole and self._aliases.are_of_one(found.words)

    @staticmethod
    def _going_on(indicator: Indicator, evidence: Evidence) -> str | None:
        """The item that goes on in the same clause: "lúa 48.150 ha, năng suất 52 tạ/ha, sản lượng 250 nghìn tấn"."""
        goes_on = evidence.going_on or (indicator.of_items and evidence.same_sentence)
        if not goes_on or evidence.last is None or evidence.last[0] == indicator.id:
            return None
        return next((item.id for item in indicator.items if item.id == evidence.last[1]), None)

    def _carried(self, place: int, number: int, lead: float, parent: float, evidence: Evidence) -> float:
        """What speaks for an indicator besides its own words, when one of its items is named."""
        indicator = self.catalogue.indicators[place]
        item = indicator.items[number].id
        nearer = self._told_last(item, evidence)
        wholes = (nearer,) if nearer and evidence.lead_indicators else evidence.lead_indicators
        if indicator.id in evidence.lead_indicators and indicator.id not in wholes:
            lead = 0.0
        elif indicator.id not in (nearer, *wholes) and (nearer or self._measure(wholes, evidence.unit)):
            lead = min(lead * _OTHERWISE, _GOVERNED + _CONTINUED)
        if not evidence.lead_indicators and evidence.last and evidence.same_sentence and evidence.unit != "%":
            lead *= _OTHERWISE
        carried = max(lead, _CONTINUED if evidence.last and evidence.last[0] == indicator.id else 0.0)
        if indicator.id in wholes:
            carried = max(carried, _GOVERNED, parent * _PARENT) + _CONTINUED
        return carried

    def _measure(self, indicators: tuple[str, ...], unit: str) -> bool:
        """Whether indicators are measured in a unit, so that what governs an item is surely one of them."""
        return bool(indicators) and not any(self._units.conflicts(self._places[indicator], -1, unit) for indicator in indicators)

    def _told_last(self, item: str, evidence: Evidence) -> str | None:
        """The indicator told last in the sentence, and not of the lead, if it has an item and is measured in the unit."""
        if evidence.last is None or not evidence.same_sentence or evidence.last[0] in evidence.lead_indicators:
            return None
        place = self._places[evidence.last[0]]
        has_it = any(known.id == item for known in self.catalogue.indicators[place].items)
        return evidence.last[0] if has_it and not self._units.conflicts(place, -1, evidence.unit) else None

    def _support(self, place: int, number: int, evidence: Evidence, around: Around) -> float:
        """The score that section, unit, the figure before and conditions add to a name."""
        indicator = self.catalogue.indicators[place]
        support = _IN_SECTION if indicator.sector in evidence.sectors else (-_ELSEWHERE if evidence.sectors else 0.0)
        support -= _NO_SHARE if evidence.shares and indicator.grows else 0.0
        support += self._units.support(place, number, evidence.unit, evidence.rate_alone)
        if evidence.last:
            part = number >= 0 and evidence.last[0] == indicator.id
            of_whole = part and indicator.id in evidence.lead_indicators
            kinship = _KINSHIP if of_whole else self._kinship(evidence.last[0], place)
            support += kinship if evidence.same_sentence else 0.0
            support += _SAME_NAME if evidence.last[0] == indicator.id else 0.0
            support += _SAME_SECTOR if self.catalogue.sector_of(evidence.last[0]) == indicator.sector else 0.0
        elif evidence.lead_indicators:
            # The first number of a note is about the thing that is told where it is pointed to: drug cases, and then suspects.
            part = number >= 0 and indicator.id in evidence.lead_indicators
            support += _KINSHIP if part else max(self._kinship(lead, place) for lead in evidence.lead_indicators)
        spoken_of = self._places[evidence.last[0]] if evidence.last else -1
        return support + self._conditions.nearness(place, number, around, evidence.title, spoken_of)

    def _kinship(self, last: str, place: int) -> float:
        """What it is worth that a name is about the thing of the figure before: enterprises and then their capital."""
        if last == self.catalogue.indicators[place].id:
            return 0.0
        kinship = self._kin.get((last, place))
        if kinship is None:
            before, weight_of = self._aliases.names[self._places[last]], self._aliases.weight_of
            kinship = _KINSHIP * weight_of(before & self._aliases.names[place]) / (weight_of(before) or 1.0)
            self._kin[last, place] = kinship
        return kinship


def _stands_alone(found: PhraseMatch, turn: int) -> bool:
    """Whether nothing but "trong đó" and a verb stands with a word that may name a part: "trong đó na đạt 310 tấn"."""
    return len(found.words) == 1 and found.first <= _PARTS_WORDS and 0 <= turn - 1 - found.last <= _VERB_WORDS


def _confidence(best: float, margin: float) -> float:
    """How sure a name is: half by what stands there, half by how far the next name is behind."""
    evidence = 0.5 * min(1.0, best / 22) + 0.5 * min(1.0, margin / 0.45)
    return 0.2 + 0.75 * math.pow(evidence, 1.2)


_MATCHERS: dict[int, Matcher] = {}


def matcher_of(catalogue: Catalogue) -> Matcher:
    """The matcher of a catalogue, made once; it holds the catalogue, so that the key stays its own."""
    matcher = _MATCHERS.get(id(catalogue))
    if matcher is None or matcher.catalogue is not catalogue:
        matcher = _MATCHERS[id(catalogue)] = Matcher(catalogue)
    return matcher
