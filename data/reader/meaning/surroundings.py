"""Naming: which words around a number are shown to the matcher."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.grammar.unit import unit_of, unit_reader
from data.reader.meaning.gaps import COMPARING, MOVING
from data.reader.naming.evidence import Evidence, Match

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.grammar.period import Period
    from data.reader.meaning.figures import Figure
    from data.reader.meaning.gaps import Gap
    from data.reader.meaning.prose import Mention, Prose, Span
    from data.reader.meaning.setting import Setting
    from data.reader.naming.lexicon import Word
    from data.reader.naming.matching import Matcher

_BEFORE_WORDS = 28
_BEHIND_WORDS, _BEHIND_RATE = 9, 14
_LEAD_WORDS = 40
_REACH = 1200
_COORDINATED = 4
_PAIR = 3
"""Letters and counts beyond which nothing is looked for, so that a sentence without end costs no more than a long one."""
_FROM_ANCHOR = 0.5
_SPOKEN_OF, _BEFORE = 10.0, 5.0
"""What speaks for the sector of the figure before, in the same sentence and in the one before."""
_NEARER, _CLEAR = 6.0, 9.0
"""How far behind the words right at a number may be, and what is a clear name for a counted noun."""
_SUMS = re.compile(
    r"\W*(?:trong\s*d.{1,2}|l.{1,3}y\s*k.{1,2}|c[o06]ng\s*d.n|t.nh\s*chung|s[o0]\s*v.{1,3}\s*(?:c.{1,2}ng|th.ng|n.m|qu.))(?![a-z])"
)
_BRACKETS = re.compile(r"\([^()]*\)(?=\s*[,;.])")
_MARK = re.compile(r"[,;:()]|\.(?=\s|$)")
_TELLING = frozenset({*MOVING, "equal", "share", "fold"})
_AND_OTHER = re.compile(r"\s*va\s+[a-z][^,;:()]*$")
_AND = re.compile(r"\s*(?:va|,|v.|v.{1,2}i)?\s*")


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a footnote inherits from the place in the body that points to it.

    Attributes:
        period: period of the nearest figure before the mark, or one that its sentence tells.
        indicator: name of that figure.
        item: its item.
        words: words of the sentence up to the mark.
        sector: sector of the nearest figure.
        compared: what kind of change was told last before the mark: yoy, prev or base.
    """

    period: Period | None
    indicator: str | None
    item: str | None
    words: tuple[Word, ...]
    sector: str | None
    compared: str | None = None


@dataclass(frozen=True, slots=True)
class Lead:
    """What governs a number: where the words of the whole stand, and its name."""

    start: int
    end: int
    match: Match | None


class Naming:
    """Names the numbers of one passage."""

    def __init__(
        self, prose: Prose, gaps: list[Gap], setting: Setting, matcher: Matcher, damaged: bool, anchor: Anchor | None
    ) -> None:
        self._prose, self._gaps, self._setting, self._matcher = prose, gaps, setting, matcher
        self._damaged, self._anchor = damaged, anchor
        self._words: dict[tuple[int, int], tuple[Word, ...]] = {}
        self._votes: dict[int, dict[str, float]] = {}
        self._title = matcher.lexicon.read(prose.passage.section_title, damaged)

    def name(
        self, index: int, start: int, lead: Lead | None, last: Figure | None, same_kind: bool = False, names: Sequence[Span] = ()
    ) -> Match | None:
        """The name of what a mention speaks of.

        Args:
            index: its place among the mentions.
            start: where its subject begins.
            lead: the whole of which it is a part.
            last: the figure before it.
            same_kind: ask only for what is measured in its unit.
            names: where the words stand that name it, if not right before it.
        """
        mention, gap = self._prose.mentions[index], self._gaps[index]
        ranked = gap.ranks
        sentence = self._prose.sentence_of(mention.start)
        sentence = max(sentence[0], mention.start - _REACH), min(sentence[1], mention.end + _REACH)
        spans = names or self._outside_brackets(max(start, sentence[0]), mention.start)
        before = tuple(word for span in spans for word in self._read(*span))[-_BEFORE_WORDS:]
        governing, indicators = self._governing(max(gap.start, start), sentence[0], lead)
        anchored = self._anchor.words if self._anchor else ()
        match = self._matcher.match(Evidence(
            before=before, behind=() if ranked else self._behind(index), lead=governing,
            wide=(*self._title, *anchored, *self._before_sums(sentence[0]), *self._read(*sentence)),
            unit="" if ranked else mention.unit, sectors=self._setting.sectors,
            last=(last.indicator, last.item) if last is not None and last.indicator else None, lead_indicators=indicators,
            rate_alone=mention.unit.startswith("%") and _bare(gap), going_on=_goes_on(gap, mention, last),
            same_sentence=not gap.fresh,
            same_kind=same_kind,
        ))  # fmt: skip
        return None if ranked and match is not None and self._hardly_ranked(match) else match

    def _outside_brackets(self, start: int, end: int) -> list[Span]:
        """The spans between two places without what stands in brackets behind something told before."""
        spans, at = [], start
        for bracket in _BRACKETS.finditer(self._prose.text, start, end):
            spans.append((at, bracket.start()))
            at = bracket.end()
        return [*spans, (at, end)]

    def _hardly_ranked(self, match: Match) -> bool:
        """Whether a rank is hardly one of what is named: not an index or a rate, and not clearly said."""
        return match.score < _CLEAR and self._matcher.catalogue.by_id[match.indicator].agg in ("flow", "stock")

    def sector(self, index: int, before: str | None) -> str:
        """The sector of a mention that has no name, by the words around it; ``before`` is that of the figure before."""
        mention, gap = self._prose.mentions[index], self._gaps[index]
        near = (*self._read(gap.start, mention.start)[-_BEFORE_WORDS:], *self._behind(index))
        likely = {before: _SPOKEN_OF if not gap.fresh else _BEFORE} if before else {}
        sectors = self._matcher.sectors
        return sectors.most_likely(sectors.votes(near), self._spoken(mention.start), self._setting.sectors, likely)

    def _spoken(self, place: int) -> dict[str, float]:
        """What the sentence around a place, and what it stands under, speak for each sector."""
        start, end = self._prose.sentence_of(place)
        if start not in self._votes:
            anchored = self._anchor.words if self._anchor else ()
            words = (*self._title, *anchored, *self._read(start, min(end, start + _REACH)))
            self._votes[start] = self._matcher.sectors.votes(words)
        return self._votes[start]

    def _before_sums(self, sentence: int) -> tuple[Word, ...]:
        """The words of what sentences with sums and comparisons go on about: back to the first that has none."""
        return self._read(max(self._resumed(sentence), sentence - _REACH), sentence)

    def _resumed(self, sentence: int) -> int:
        """Where the sentence begins about which one goes on that begins with a sum or a comparison; its own start otherwise."""
        start = sentence
        while start and sentence - start < _REACH and _SUMS.match(self._prose.text, start):
            start = self._prose.sentence_of(start - 1)[0]
        return start

    def resumes(self, index: int) -> tuple[Span, Span] | None:
        """The words that led to the first number of what the sentence of a mention goes on about, and its own."""
        place = self._prose.mentions[index].start
        sentence = self._prose.sentence_of(place)[0]
        start = self._resumed(sentence)
        first = next((mention.start for mention in self._prose.mentions if mention.start >= start), place)
        return ((start, first), (sentence, place)) if start < first < sentence else None

    def of_anchor(self, mention: Mention) -> Match | None:
        """The name that a note without words of its own takes from the place that points to it."""
        anchor = self._anchor
        if anchor is None:
            return None
        inherited = Match(anchor.indicator, anchor.item, _FROM_ANCHOR, 0.0) if anchor.indicator else None
        if inherited is not None and self.fits(inherited, mention):
            return inherited
        named = self._matcher.match(Evidence(
            before=anchor.words[-_BEFORE_WORDS:], behind=(), lead=(), wide=(*self._title, *anchor.words), unit=mention.unit,
            sectors=self._setting.sectors, same_kind=True,
        ))  # fmt: skip
        return named or inherited

    def says_more(self, own: Match, reached: Match, mention: Mention, behind: bool) -> bool:
        """Whether the words right around a number name it otherwise, and surely enough, than with the words before them.

        Args:
            own: the name that they give.
            reached: the name with the words before them.
            mention: the number.
            behind: words of its own stand behind it.
        """
        if own.indicator == reached.indicator:
            return own.item is not None and own.item != reached.item
        counts = own.score > _CLEAR and (behind or (mention.counted and not self.fits(reached, mention)))
        return counts or own.score > reached.score - _NEARER

    def fits(self, match: Match, mention: Mention) -> bool:
        """Whether what is named is measured or counted in the unit of a mention."""
        catalogue = self._matcher.catalogue
        item = catalogue.item(match.indicator, match.item) if match.item else None
        wanted = (item.unit if item else "") or catalogue.by_id[match.indicator].unit
        return unit_of(wanted).base == unit_of(mention.unit).base

    def _governing(self, start: int, sentence: int, lead: Lead | None) -> tuple[tuple[Word, ...], tuple[str, ...]]:
        words: tuple[Word, ...] = self._anchor.words if self._anchor else ()
        indicators = [self._anchor.indicator] if self._anchor and self._anchor.indicator else []
        if lead is not None:
            words = (*words, *self._read(lead.start, lead.end))
            if lead.match:
                indicators.append(lead.match.indicator)
        elif start > sentence:
            words = (*words, *self._read(sentence, start)[-_LEAD_WORDS:])
        return words, tuple(indicators)

    def _behind(self, index: int) -> tuple[Word, ...]:
        """The words behind a number, for a pair or range those behind its second number."""
        place = index
        if self._prose.mentions[index].role in ("part", "low") and index + 1 < len(self._prose.mentions):
            place += 1
        mention, shared = self._prose.mentions[place], self._shared(place)
        last = self._prose.mentions[shared]
        noun = unit_reader(self._damaged).read(self._prose.text, last.unit_end) if last.unit.startswith("%") else None
        tail = max(self._gaps[shared].tail, noun.end if noun is not None and noun.counted else last.unit_end)
        following = next(iter(self._prose.mentions[shared + 1 : shared + 2]), None)
        limit = following.start if following is not None else len(self._prose.text)
        measured = following is not None and not following.counted and _AND_OTHER.match(self._prose.text, tail, limit)
        end = tail if measured else self._closing(mention.end, tail, max(tail, limit))
        most = _BEHIND_RATE if mention.unit.startswith("%") else _BEHIND_WORDS
        return (*self._read(mention.end, mention.unit_end), *self._read(last.unit_end, end))[:most]

    def speaks_behind(self, index: int) -> bool:
        """Whether words stand behind a number and its unit that belong to it, or to it and the next one."""
        shared = self._shared(index)
        return bool(self._prose.text[self._prose.mentions[shared].unit_end : self._gaps[shared].tail].strip())

    def _closing(self, start: int, tail: int, limit: int) -> int:
        """Where the words behind a number end: at a mark, but not at a comma within a pair of nouns ("68% xã, phường có ...")."""
        text = self._prose.text
        mark = _MARK.search(text, tail, limit)
        if mark is not None and mark.group() == "," and len(text[start : mark.start()].split()) <= _PAIR:
            verb = self._prose.cues.next(mark.end(), mark.end() + 2) is not None
            second = _MARK.search(text, mark.end(), limit)
            if second is not None and not verb and re.search("[a-z]", text[start : mark.start()]):
                return second.start()
        return mark.start() if mark else limit

    def _shared(self, place: int) -> int:
        """The last of coordinated counts, whose words behind hold for all: "5 xã và 12 thôn thoát nghèo"."""
        mentions, text = self._prose.mentions, self._prose.text
        last = min(len(mentions) - 1, place + _COORDINATED)
        while place < last and not text[mentions[place].unit_end : self._gaps[place].tail].strip():
            gap = self._gaps[place + 1]
            if mentions[place + 1].role != "of" and _AND.fullmatch(text, gap.start, gap.end) is None:
                break
            place += 1
        return place

    def _read(self, start: int, end: int) -> tuple[Word, ...]:
        key = start, end
        if key not in self._words:
            self._words[key] = self._matcher.lexicon.read(self._prose.words(start, end), self._damaged) if start < end else ()
        return self._words[key]


def _bare(gap: Gap) -> bool:
    """Whether nothing around a number compares it or tells a change."""
    compares = any(cue.kind in COMPARING for cue in (*gap.before, *gap.behind))
    return not compares and not any(cue.kind in _TELLING for cue in gap.before)


def _goes_on(gap: Gap, mention: Mention, last: Figure | None) -> bool:
    """Whether the clause of the figure before goes on with a number of another unit."""
    if last is None or gap.fresh or gap.parts or gap.separator not in ("", ","):
        return False
    return unit_of(last.unit).base != unit_of(mention.unit).base
