"""Finding the name of a number: which words around it are shown to the matcher, and how far its answer is believed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.fold import fold
from data.grammar.ocr import tolerant
from data.grammar.unit import is_money, noun_kind, of_another_kind, unit_of
from data.reader.matching.around import Around
from data.reader.matching.evidence import Evidence, Match
from data.reader.meaning.measures.amounts import counted_alike
from data.reader.meaning.subjects.indicator_kinds import is_rate
from data.reader.meaning.text.gaps import COMPARING, MOVING
from data.reader.meaning.text.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.reader.layout.passages import Passage
    from data.reader.matching.matcher import Matcher
    from data.reader.meaning.anchor import Anchor, Level
    from data.reader.meaning.figures import Figure
    from data.reader.meaning.setting import Setting
    from data.reader.meaning.text.gaps import Gap
    from data.reader.meaning.text.prose import Mention, Prose, Span

_BEFORE_WORDS, _LEAD_WORDS = 28, 40
_ONE_THING = 4
"""The most words of a title that is about one thing, and speaks for its names: "3. Thủy sản"."""
_REACH = 1200
"""Words and letters beyond which nothing is looked for, so that a sentence without end costs no more than a long one."""
_FROM_ANCHOR = 0.5
"""The confidence in a name that only stands where a footnote is pointed to."""
_SPOKEN_OF, _BEFORE = 10.0, 5.0
"""What speaks for the sector of the figure before, in the same sentence and in the one before."""
_NEARER, _FARTHER, _CLEAR = 6.0, 12.0, 9.0
"""How far behind the words right at a number may be, those of a part, too, and what is a clear name for a counted noun."""
_RANKED_IN = re.compile(tolerant(r"(?:\s*/\s*\d+)?(?:[^\d,;.:()]|, thành){0,40}? về (?!nhất|[a-z]+\s*[,;.])([^,;.:()]{6,90})"))
"""What stands behind a rank, up to the words that say in what."""
_ENDS_PART = re.compile(r"\s*[,;)]")
"""What ends a part of a bracket: "(xuất khẩu 12.310, nhập khẩu 46.410)"."""
_TELLING = frozenset({*MOVING, "equal", "share", "fold"})


_TITLE = re.compile(r"\W*(?:[^\W\d_]|\d{1,2})[.)]\s+([^\W\d_]+(?:[\s,]+[^\W\d_]+){0,3})[.:]\s")
"""What a point of a list begins with that is its title: "d) Thủy sản. Tổng sản lượng ..."."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What governs a number: where the words of the whole stand, and its name."""

    start: int
    end: int
    match: Match | None


class NameFinder:
    """Names the numbers of one passage."""

    def __init__(self, prose: Prose, gaps: list[Gap], setting: Setting, matcher: Matcher, anchor: Anchor | None) -> None:
        self._prose, self._gaps, self._sectors, self._matcher, self._anchor = prose, gaps, setting.sectors, matcher, anchor
        self._around = Surroundings(prose, gaps, matcher.lexicon)
        self._votes: dict[int, dict[str, float]] = {}
        self._titled = title = matcher.lexicon.read(_title_of(prose.passage), prose.damaged)
        self._title = Around(title if len(title) <= _ONE_THING else ())
        self._above = (*title, *(anchor.words if anchor else ()))
        self._leads: dict[tuple[Span, int | None], Around] = {}
        self._wides: dict[Span, Around] = {}

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
        mention, gap, around = self._prose.mentions[index], self._gaps[index], self._around
        names = names or self.ranked_in(index)
        sentence, end = self._prose.sentence_of(mention.start)
        sentence, end = max(sentence, mention.start - _REACH), min(end, mention.end + _REACH)
        listed = not names and self.told_behind(index)
        spans = names or (() if listed else around.outside_brackets(max(start, sentence), mention.start))
        governing, indicators = self._governing(gap, mention, max(gap.start, start), sentence, lead)
        match = self._matcher.match(Evidence(
            before=tuple(word for span in spans for word in around.read(*span))[-_BEFORE_WORDS:],
            behind=() if gap.ranks else around.behind(index), lead=governing,
            wide=self._wide(min(sentence, names[0][0]) if names else sentence, end), title=self._title,
            unit="" if gap.ranks else self._unit_meant(mention, last), sectors=self._sectors,
            last=(last.indicator, last.item) if last is not None and last.indicator else None, lead_indicators=indicators,
            rate_alone=mention.unit.startswith("%") and _bare(gap),
            going_on=_goes_on(gap, mention, last) and not self._leaves_bracket(index),
            same_sentence=not gap.fresh, same_kind=same_kind,
            shares=any(cue.kind == "share" and not cue.alike for cue in gap.before) or _goes_on_sharing(gap, mention, last),
        ))  # fmt: skip
        return None if gap.ranks and match is not None and self._hardly_ranked(match) else match

    def _leaves_bracket(self, index: int) -> bool:
        """Whether the number before stands in a bracket that has closed: its part does not go on."""
        mentions = self._prose.mentions
        return index > 0 and mentions[index - 1].bracket not in (0, mentions[index].bracket)

    def _unit_meant(self, mention: Mention, last: Figure | None) -> str:
        """The unit of a number; of one without in a bracket, that of the count behind which the bracket stands."""
        counted = last is not None and last.measure == "value" and unit_of(last.unit).counted
        ends = mention.bracket and not mention.unit and _ENDS_PART.match(self._prose.text, mention.end)
        return last.unit if last is not None and counted and ends else mention.unit

    def told_behind(self, index: int) -> bool:
        """Whether a number of a list is told by the words behind it, as that before it was."""
        return self._around.told_behind(index)

    def ranked_in(self, index: int) -> tuple[Span, ...]:
        """Where the words stand behind a rank that say in what: "xếp thứ 7 cả nước về chỉ số hài lòng"."""
        if not self._gaps[index].ranks:
            return ()
        told = _RANKED_IN.match(self._prose.text, self._prose.mentions[index].end)
        return (told.span(1),) if told is not None else ()

    def _hardly_ranked(self, match: Match) -> bool:
        """Whether a rank is hardly one of what is named: not an index or a rate, and not clearly said."""
        return match.score < _CLEAR and self._matcher.catalogue.by_id[match.indicator].agg in ("flow", "count", "stock")

    def _governing(
        self, gap: Gap, mention: Mention, start: int, sentence: int, lead: Lead | None
    ) -> tuple[Around, tuple[str, ...]]:
        """The words that govern a number, and what they name: those of the place that points here, and of the whole.

        Words that head the parts of a whole govern them, too: "quy mô đạt 25.900 tỷ đồng; cơ cấu: nông nghiệp 19%".
        """
        indicators = [self._anchor.indicator] if self._anchor and self._anchor.indicator else []
        if indicators and is_money(mention.unit) and (sum_told := self.told_at_anchor(mention)) is not None:
            # A note in money is on the sum told there, not on its rate: "giải ngân 541 tỷ đồng, tỷ lệ cao hơn cùng kỳ 3%".
            indicators = [sum_told.match.indicator]
        if lead is None:
            return self._leading((sentence, max(start, sentence)), _LEAD_WORDS), tuple(indicators)
        if lead.match:
            # A whole that a note tells itself governs its parts alone.
            indicators = [lead.match.indicator]
        headed = gap.parts and lead.end < gap.start < gap.subject
        return self._leading((lead.start, gap.subject if headed else lead.end), None), tuple(indicators)

    def _leading(self, span: Span, most: int | None) -> Around:
        """The words of the place that points here and of a span, of which the last so many count; made once."""
        words = self._leads.get((span, most))
        if words is None:
            above = self._anchor.words if self._anchor else ()
            words = self._leads[span, most] = Around((*above, *self._around.read(*span)[-most if most else None :]))
        return words

    def _wide(self, sentence: int, end: int) -> Around:
        """The words of a sentence, of what it goes on about and of what it stands under, for conditions; made once."""
        words = self._wides.get((sentence, end))
        if words is None:
            goes_on = self._around.read(max(self._around.begins_to_name(sentence, _REACH), sentence - _REACH), sentence)
            words = self._wides[sentence, end] = Around((*self._above, *goes_on, *self._around.read(sentence, end)))
        return words

    def resumes(self, index: int) -> tuple[Span, Span] | None:
        """The words that led to the first number of what the sentence of a mention goes on about, and its own."""
        place = self._prose.mentions[index].start
        sentence = self._prose.sentence_of(place)[0]
        start = self._around.begins_to_sum(sentence, _REACH)
        first = next((mention.start for mention in self._prose.mentions if mention.start >= start), place)
        return ((start, first), (sentence, place)) if start < first < sentence else None

    def sector(self, index: int, before: str | None) -> str:
        """The sector of a mention that has no name, by the words around it; ``before`` is that of the figure before."""
        mention, gap, sectors = self._prose.mentions[index], self._gaps[index], self._matcher.sectors
        near = (*self._around.read(gap.start, mention.start)[-_BEFORE_WORDS:], *self._around.behind(index))
        likely = {before: _SPOKEN_OF if not gap.fresh else _BEFORE} if before else {}
        among = self._sectors | {before} if self._sectors and before and not gap.fresh else self._sectors
        return sectors.most_likely(sectors.votes(near), self._spoken(mention.start), among, likely)

    def _spoken(self, place: int) -> dict[str, float]:
        """What the sentence around a place, and what it stands under, speak for each sector."""
        start, end = self._prose.sentence_of(place)
        if start not in self._votes:
            words = (*self._above, *self._around.read(start, min(end, start + _REACH)))
            self._votes[start] = self._matcher.sectors.votes(words)
        return self._votes[start]

    def of_anchor(self, mention: Mention) -> Match | None:
        """The name that a note without words of its own takes from the place that points to it."""
        anchor = self._anchor
        if anchor is None:
            return None
        inherited = Match(anchor.indicator, anchor.item, _FROM_ANCHOR, 0.0) if anchor.indicator else None
        if inherited is not None and self.counted_in(inherited, mention.unit):
            return inherited
        if mention.counted and (told := self.told_at_anchor(mention)) is not None:
            return told.match
        named = self._matcher.match(Evidence(
            before=anchor.words[-_BEFORE_WORDS:], behind=(), lead=Around(()), wide=Around(self._above), title=self._title,
            unit=mention.unit, sectors=self._sectors, same_kind=True,
        ))  # fmt: skip
        return named or inherited

    def of_title(self, mention: Mention) -> Match | None:
        """The name that a paragraph of the body without words of its own takes from the title above it, if that is clear."""
        if not (self._titled and mention.unit) or self._anchor is not None:
            return None
        named = self._matcher.match(Evidence(
            before=self._titled[-_BEFORE_WORDS:], behind=(), lead=Around(()), wide=Around(self._above), title=self._title,
            unit=mention.unit, sectors=self._sectors, same_kind=True,
        ))  # fmt: skip
        clear = named is not None and named.score > _CLEAR
        return named._replace(confidence=min(named.confidence, _FROM_ANCHOR)) if named is not None and clear else None

    def repeats_anchor(self, mention: Mention, words: Sequence[str]) -> Match | None:
        """The name of what points to a note, if words of the note are all of that name, and it is measured in its unit."""
        anchor = self._anchor
        if anchor is None or not anchor.indicator:
            return None
        inherited = Match(anchor.indicator, None, _FROM_ANCHOR, 0.0)
        return inherited if self.is_named_by(inherited, {*words}, mention.unit) else None

    def is_named_by(self, match: Match, words: set[str], unit: str) -> bool:
        """Whether words are all of a name, and what it names is measured in a unit."""
        name = fold(self._matcher.catalogue.by_id[match.indicator].name_vi).split()
        return bool(words) and words.issubset(name) and self.counted_in(match, unit)

    def told_at_anchor(self, mention: Mention) -> Level | None:
        """What the place that points to a note has told last in the unit of a mention."""
        base = unit_of(mention.unit).base
        told = self._anchor.told if self._anchor is not None and base else ()
        return next((level for level in told if unit_of(level.unit).base == base), None)

    def says_more(self, own: Match, reached: Match, index: int, part: bool = False) -> bool:
        """Whether the words right around a number name it otherwise, and surely enough, than with the words before them.

        Args:
            own: the name that they give.
            reached: the name with the words before them.
            index: place of the number among the mentions.
            part: it counts a part of what was told before in the same noun: "64 đoàn khách, trong đó 41 đoàn Trung Quốc".
        """
        if own.indicator == reached.indicator:
            return own.item != reached.item and (own.item is not None or self._lists_another(index))
        if own.score > reached.score - _NEARER:
            return True
        if part and own.score < reached.score - _FARTHER:
            return False
        mention = self._prose.mentions[index]
        counted = mention.counted and not self.counted_in(reached, mention.unit)
        return own.score > _CLEAR and (counted or self._around.speaks_behind(index))

    def _lists_another(self, index: int) -> bool:
        """Whether a count stands in a list behind one in the same noun, with words of its own: "3 đồ án A và 11 đồ án B"."""
        gap, (last, mention) = self._gaps[index], self._prose.mentions[index - 1 : index + 1] if index else (None, None)
        if last is None or mention is None or gap.fresh or gap.parts or gap.separator not in ("", ","):
            return False
        kinds = noun_kind(unit_of(last.unit).base), noun_kind(unit_of(mention.unit).base)
        alike = last.unit == mention.unit or kinds[0] == kinds[1] != ""
        told = self._around.speaks_behind(index - 1) and self._around.speaks_behind(index)
        return alike and told and mention.counted and last.bracket == mention.bracket

    def of_another_field(self, own: Match, match: Match | None) -> bool:
        """Whether a name is clear, and of another sector than the one that it is to replace."""
        sector_of = self._matcher.catalogue.sector_of
        return match is not None and own.score > _CLEAR and sector_of(own.indicator) != sector_of(match.indicator)

    def counts_all(self, named: Match, new: Match) -> bool:
        """Whether one name may be that of how many there are, where another is that of what came to be."""
        by_id = self._matcher.catalogue.by_id
        return by_id[new.indicator].agg == "flow" and by_id[named.indicator].agg == "stock"

    def all_there_are(self, new: Match) -> Match | None:
        """The name of all there are, to which what was counted is added; None where the catalogue names none."""
        of_all = self._matcher.catalogue.by_id[new.indicator].adds_to
        return new._replace(indicator=of_all, item=None) if of_all else None

    def is_rate(self, match: Match) -> bool:
        """Whether a name is that of a percentage."""
        return is_rate(self._matcher.catalogue.by_id[match.indicator])

    def may_be(self, match: Match | None, index: int) -> bool:
        """Whether a number without a name may be of what was told before it, by its unit and the words behind it.

        Args:
            match: the name of what was told before.
            index: place of the number among the mentions.
        """
        mention = self._prose.mentions[index]
        if match is None or not mention.unit or mention.unit.startswith("%"):
            return True
        wanted, given = unit_of(self._wanted(match)), unit_of(mention.unit)
        if wanted.counted and mention.unit == "điểm phần trăm":
            return False
        counts = given.counted and not wanted.counted and given.base != wanted.base
        if counts and self._gaps[index].fresh and self._around.speaks_behind(index):
            return False
        if self._gaps[index].separator == ";" and (wanted.base == "%" or counts):
            return False
        if not wanted.counted or not given.counted:
            return not of_another_kind(self._wanted(match), mention.unit)
        kind = noun_kind(given.base)
        same = wanted.base == given.base or wanted.base.startswith(f"{given.base} ")  # "lượt" of "lượt khách"
        alike = same or (kind != "" and kind == noun_kind(wanted.base))
        return alike or not self._around.speaks_behind(index)

    def _wanted(self, match: Match) -> str:
        """The unit in which what is named is told."""
        catalogue = self._matcher.catalogue
        item = catalogue.item(match.indicator, match.item) if match.item else None
        return (item.unit if item else "") or catalogue.by_id[match.indicator].unit

    def counted_in(self, match: Match, noun: str) -> bool:
        """Whether what is named is measured in a unit or counted in a noun."""
        return unit_of(self._wanted(match)).base == unit_of(noun).base

    def counted_like(self, match: Match, noun: str) -> bool:
        """The same, if need be with a word left out: "mã số" of what is counted in "mã số vùng trồng"."""
        return counted_alike(self._wanted(match), noun)


def _bare(gap: Gap) -> bool:
    """Whether nothing around a number compares it or tells a change."""
    compares = any(cue.kind in COMPARING for cue in (*gap.before, *gap.behind))
    return not compares and not any(cue.kind in _TELLING for cue in gap.before)


def _goes_on_sharing(gap: Gap, mention: Mention, last: Figure | None) -> bool:
    """Whether a list of shares goes on without its verb: "nông nghiệp chiếm 17%, công nghiệp 25%, dịch vụ 53%"."""
    shared = last is not None and last.measure == "share_pct"
    return shared and mention.unit == "%" and gap.lists_on


def _goes_on(gap: Gap, mention: Mention, last: Figure | None) -> bool:
    """Whether the clause of the figure before goes on with a number of another unit."""
    if last is None or gap.fresh or gap.parts or gap.separator not in ("", ","):
        return False
    return unit_of(last.unit).base != unit_of(mention.unit).base


def _title_of(passage: Passage) -> str:
    """What a passage is about: its own first words, if they are a title, or else the heading above it."""
    own = _TITLE.match(passage.text) if passage.kind == "body" else None
    return own[1] if own is not None else passage.section_title
