"""Which indicator and item a figure speaks of: the words around it against the aliases of the catalogue.

Confidence is the share of the figure's own evidence that agrees: near 1 the alias stands in full beside the number, unit and
section agree and no other alias comes close; about 0.5 the name is likely, but something is missing or another name is as near;
below 0.3 the name is a guess and is not given.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import ratio

from data.grammar.ocr import fold_with_map, loose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.catalogue import Catalogue

_WORD = re.compile(r"[^\s,.;:()\"“”'‘’/*\-–+?!]+")
_GAP = 5
_FUZZY_LENGTH = 5
_FUZZY = 78
_LOSS = 0.3
_LONG = 3


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to say an indicator or item.

    Attributes:
        words: ids of its words.
        weight: what a full match is worth.
        indicator: position of the indicator.
        item: position of the item, or -1.
        after: it stands behind the number.
    """

    words: tuple[int, ...]
    weight: float
    indicator: int
    item: int
    after: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands around a figure, in words: `Lexicon.read` makes the word lists.

    Attributes:
        before: words before the number, nearest last.
        behind: words behind it, the unit first.
        lead: words of what governs it: the whole of which it is a part, the sentence that points to a footnote.
        wide: words of the sentence and section, for conditions.
        unit: printed unit.
        sectors: sectors of the section.
        last: (indicator, item) of the figure before, if it may be continued.
    """

    before: tuple[Word, ...]
    behind: tuple[Word, ...]
    lead: tuple[Word, ...]
    wide: tuple[Word, ...]
    unit: str
    percent: bool
    sectors: frozenset[str]
    last: tuple[str, str | None] | None = None
    lead_indicators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A name for a figure, with a confidence in 0..1."""

    indicator: str
    item: str | None
    confidence: float
    score: float


Word = dict[int, float]
"""A word of text: the vocabulary words that it may be, with their likeness."""

Places = dict[int, list[tuple[int, float]]]
"""Vocabulary words with the places where they stand and their likeness there."""


@dataclass
class Lexicon:
    """The words of a catalogue and what a word of text may be among them."""

    ids: dict[str, int] = field(default_factory=dict)
    plain: list[str] = field(default_factory=list)
    marked: list[str] = field(default_factory=list)

    def add(self, phrase: str) -> tuple[int, ...]:
        """The ids of the words of a phrase, new ones made."""
        found = []
        for word in _WORD.findall(phrase):
            key = mark_key(word)
            if key not in self.ids:
                self.ids[key] = len(self.plain)
                self.plain.append(fold_with_map(word).text)
                self.marked.append(word.lower())
            found.append(self.ids[key])
        return tuple(found)

    def seal(self) -> None:
        """Make the indexes; call when all phrases are added."""
        self._by_plain: dict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(self.plain):
            self._by_plain[word].append(index)
        self._loose: dict[str, list[tuple[re.Pattern[str], int]]] = defaultdict(list)
        for index, word in enumerate(self.marked):
            capital = word.replace("đ", "Đ", 1) if word.startswith("đ") else word
            for letter in _first_letters(capital):
                self._loose[letter].append((re.compile(loose(capital, damaged=True)), index))
        self._clean: dict[str, Word] = {}
        self._damaged: dict[str, Word] = {}

    def read(self, text: str, damaged: bool) -> tuple[Word, ...]:
        """The words of a text, each as what it may be."""
        cache_ = self._damaged if damaged else self._clean
        result = []
        for token in _WORD.findall(text):
            word = cache_.get(token)
            if word is None:
                word = cache_[token] = self._fuzzy(token) if damaged else self._exact(token)
            result.append(word)
        return tuple(result)

    def _exact(self, token: str) -> Word:
        plain, key = fold_with_map(token).text, mark_key(token)
        found = {}
        for index in self._by_plain.get(plain, ()):
            same = mark_key(self.marked[index]) == key
            found[index] = 1.0 if same else (0.8 if plain == token.lower() else 0.45 if len(plain) > 4 else 0.2)
        return found

    def _fuzzy(self, token: str) -> Word:
        plain = fold_with_map(token).text
        found = {index: 1.0 for index in self._by_plain.get(plain, ())}
        if not plain:
            return found
        for pattern, index in self._loose.get(plain[0], ()):
            if index in found or abs(len(self.plain[index]) - len(plain)) > 2:
                continue
            if pattern.fullmatch(plain):
                found[index] = 0.85
            elif len(plain) >= _FUZZY_LENGTH and ratio(plain, self.plain[index]) >= _FUZZY:
                found[index] = 0.65
        return found


def _first_letters(word: str) -> Iterable[str]:
    source = loose(word, damaged=True)
    if source.startswith("["):
        return set(source[1 : source.index("]")].replace("\\", ""))
    return source.removeprefix("\\")[:1]


@lru_cache(maxsize=50_000)
def mark_key(word: str) -> str:
    """A word with its marks, but not where on the syllable the tone stands: "hoá" and "hóa" are one."""
    import unicodedata

    letters, tones = [], []
    for char in unicodedata.normalize("NFD", word.lower()):
        (tones if char in "\u0300\u0301\u0303\u0309\u0323" else letters).append(char)
    return "".join(letters) + "".join(sorted(tones))


class Matcher:
    """Finds names in the catalogue; made once for a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.lexicon = Lexicon()
        rows: list[tuple[tuple[int, ...], int, int, bool]] = []
        self.within: dict[tuple[int, int], list[tuple[int, ...]]] = {}
        self.without: dict[tuple[int, int], list[tuple[int, ...]]] = {}
        for place, indicator in enumerate(catalogue.indicators):
            for number, owner in enumerate((indicator, *indicator.items), -1):
                for phrases, after in ((owner.aliases, False), (owner.after, True)):
                    rows += [(self.lexicon.add(phrase), place, number, after) for phrase in dict.fromkeys(phrases)]
                if owner.within:
                    self.within[place, number] = [self.lexicon.add(phrase) for phrase in owner.within]
                if owner.without:
                    self.without[place, number] = [self.lexicon.add(phrase) for phrase in owner.without]
        counts = Counter(word for words, *_ in {(words, place) for words, place, *_ in rows} for word in set(words))
        total = len(rows) or 1
        self.idf = [math.log(1 + total / (1 + counts[index])) for index in range(len(self.lexicon.plain))]
        self.lexicon.seal()
        self.by_word: dict[int, list[Alias]] = defaultdict(list)
        for words, place, number, after in rows:
            if words:
                weight = sum(self.idf[word] for word in words)
                alias = Alias(words, weight, place, number, after)
                self.by_word[max(words, key=lambda word: self.idf[word])].append(alias)
        self.units = [self._unit_key(indicator.unit) for indicator in catalogue.indicators]
        self.item_units = [[self._unit_key(item.unit) for item in indicator.items] for indicator in catalogue.indicators]

    @staticmethod
    def _unit_key(unit: str) -> str:
        from data.grammar.unit import unit_of

        return unit_of(unit).base.split("/")[0] if unit else ""

    def match(self, evidence: Evidence) -> Match | None:
        """The best name for a figure, or None if nothing in the catalogue is near enough."""
        direct = self._direct(evidence)
        indicators: dict[int, float] = {}
        items: dict[tuple[int, int], float] = {}
        for alias, score in direct:
            if alias.item < 0:
                indicators[alias.indicator] = max(indicators.get(alias.indicator, 0.0), score)
            else:
                key = alias.indicator, alias.item
                items[key] = max(items.get(key, 0.0), score)
        lead = self._in_lead(evidence)
        options: list[tuple[float, int, int]] = []
        for place, score in indicators.items():
            options.append((score + self._support(place, -1, evidence), place, -1))
        for (place, number), score in items.items():
            parent = indicators.get(place, 0.0)
            carried = max(lead.get(place, 0.0), 4.0 if evidence.last and evidence.last[0] == self.catalogue.indicators[place].id else 0.0)
            if evidence.lead_indicators and self.catalogue.indicators[place].id in evidence.lead_indicators:
                carried = max(carried, 6.0, parent * 0.9) + 4.0
            base = score + max(parent * 0.9, carried)
            if not parent and not carried:
                in_sector = self.catalogue.indicators[place].sector in evidence.sectors
                base -= 2.0 if in_sector else 5.0
            options.append((base + self._support(place, number, evidence), place, number))
        options = [option for option in options if self._allowed(option[1], option[2], evidence)]
        if not options:
            return None
        options.sort(key=lambda option: -option[0])
        best, place, number = options[0]
        if best < 2.5:
            return None
        rival = max([score for score, other, member in options[1:] if (other, member) != (place, number)], default=0.0)
        confidence = _confidence(best, (best - rival) / max(best, 1.0))
        indicator = self.catalogue.indicators[place]
        return Match(indicator.id, indicator.items[number].id if number >= 0 else None, confidence, best)

    def _direct(self, evidence: Evidence) -> list[tuple[Alias, float]]:
        """Every alias that stands around the number, with what it is worth there."""
        present = _places((*evidence.before, *evidence.behind))
        turn = len(evidence.before)
        found = []
        for index in present:
            for alias in self.by_word.get(index, ()):
                score = self._after(alias, evidence.behind) if alias.after else self._aligned(alias, present, turn)
                if score > 0:
                    found.append((alias, score))
        return found

    def _in_lead(self, evidence: Evidence) -> dict[int, float]:
        """Indicators named in the words that govern the number."""
        found: dict[int, float] = {}
        present = _places(evidence.lead)
        for index in present:
            for alias in self.by_word.get(index, ()):
                if alias.item < 0 and not alias.after and (score := self._aligned(alias, present, len(evidence.lead))) > 0:
                    found[alias.indicator] = max(found.get(alias.indicator, 0.0), score * 0.7)
        return found

    def _aligned(self, alias: Alias, present: Places, turn: int) -> float:
        """What an alias is worth that stands, in order and with gaps, as near to the number as it can; 0 if it does not.

        A light word may be missing or damaged beyond recognition.
        """
        wanted = [word for word in alias.words if word in present]
        lost = alias.weight - sum(self.idf[word] for word in wanted)
        if not wanted or lost > _LOSS * alias.weight or (lost and len(alias.words) < _LONG):
            return 0.0
        best = 0.0
        for end, likeness in present[wanted[-1]]:
            score, place, gaps, missed = self.idf[wanted[-1]] * likeness, end, 0, lost
            for word in reversed(wanted[:-1]):
                step = next(((at, like) for at, like in present[word] if place - 2 - _GAP < at < place), None)
                if step is None:
                    missed += self.idf[word]
                    if missed > _LOSS * alias.weight or len(alias.words) < _LONG:
                        break
                    continue
                gaps += place - 1 - step[0]
                score += self.idf[word] * step[1]
                place = step[0]
            else:
                away = max(0, turn - 1 - end) if end < turn else max(0, place - turn) * 1.2 + (0.8 if place >= turn else 0.0)
                best = max(best, score * (1 - min(0.5, 0.06 * gaps)) - 0.12 * away - missed)
        return best

    def _after(self, alias: Alias, behind: tuple[Word, ...]) -> float:
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
                return score * (1 - 0.06 * gaps)
        return 0.0

    def _support(self, place: int, number: int, evidence: Evidence) -> float:
        indicator = self.catalogue.indicators[place]
        support = 1.8 if indicator.sector in evidence.sectors else (-0.7 if evidence.sectors else 0.0)
        wanted = (self.item_units[place][number] if number >= 0 else "") or self.units[place]
        if evidence.unit and wanted:
            given = self._unit_key(evidence.unit)
            if given == wanted:
                support += 1.5
            elif (given == "%") != (wanted == "%") and not evidence.percent:
                support -= 4.0
            elif given != "%":
                support -= 1.2 if _counted(given) and _counted(wanted) else 3.0
        if evidence.last and evidence.last[0] == indicator.id:
            support += 0.5
        return support

    def _allowed(self, place: int, number: int, evidence: Evidence) -> bool:
        for key in {(place, -1), (place, number)}:
            if (needed := self.within.get(key)) and not any(stands(phrase, evidence.wide) for phrase in needed):
                return False
            if (banned := self.without.get(key)) and any(stands(phrase, evidence.before) for phrase in banned):
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
    return 0.2 + 0.75 * evidence**1.2


@cache
def _counted(base: str) -> bool:
    from data.grammar.unit import unit_of

    return unit_of(base).counted


def stands(phrase: tuple[int, ...], words: tuple[Word, ...]) -> bool:
    """Whether a phrase stands somewhere in words, with at most one word between two of its own."""
    first = phrase[0]
    for start, word in enumerate(words):
        if word.get(first, 0.0) < 0.5:
            continue
        place = start
        for wanted in phrase[1:]:
            step = next((ahead for ahead in range(place + 1, min(len(words), place + 3)) if words[ahead].get(wanted, 0.0) >= 0.5), None)
            if step is None:
                break
            place = step
        else:
            return True
    return False


_MATCHERS: dict[int, Matcher] = {}


def matcher_of(catalogue: Catalogue) -> Matcher:
    """The matcher of a catalogue, made once."""
    key = id(catalogue)
    if key not in _MATCHERS:
        _MATCHERS[key] = Matcher(catalogue)
    return _MATCHERS[key]
