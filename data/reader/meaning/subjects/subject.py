"""What the walk is speaking of, from its first words to its last figure, and what it has spoken of before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant
from data.grammar.unit import is_money, unit_of
from data.grammar.unit_reader import unit_reader
from data.reader.meaning.sense import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.reader.matching.evidence import Match
    from data.reader.meaning.anchor import Level
    from data.reader.meaning.periods.found_period import FoundPeriod

_WORD = re.compile(r"[a-z]{3,}")
_MOST = 8
_NUMBER_OF = re.compile(tolerant(r"(?<![a-z])số (?=[a-z])"))
_ENDS = re.compile(tolerant(r"\s*(?:tăng|giảm|so |,|;|\.|(?:và|về|với|nhưng|song) |$)"))
"""What stands before a noun that says alone what changed, and behind it."""
_WHICH = re.compile(tolerant(r" ([a-z\d&]+(?:\s[a-z\d&]+){0,2}?) (?:tăng|giảm) "))
"""What says between a noun and a verb which of those counted in it changed."""


@dataclass(slots=True, eq=False)
class Subject:
    """What the walk is speaking of.

    Attributes:
        start: place where its words begin.
        end: place of its first number.
        match: its name, or None.
        told: its period as first told.
        told_in: the bracket in which that was told; 0 if in none.
        said: that period stands in the same clause.
        state: what was said of it.
        figures: positions of its figures in the walk's list.
        words: where its own words stand in the folded text; empty until its first figure.
        part: it is a part of a whole.
        of_whole: it is a part without a name of its own, told in the words of its whole, too.
        of: that of which it is a part told by its place, where the place that points to a note has told it.
    """

    start: int
    end: int
    match: Match | None = None
    told: FoundPeriod | None = None
    told_in: int = 0
    said: bool = False
    state: State = field(default_factory=State)
    figures: list[int] = field(default_factory=list)
    words: tuple[tuple[int, int], ...] = ()
    part: bool = False
    of_whole: bool = False
    of: Level | None = None

    @property
    def in_money(self) -> bool:
        """Whether its level was told in money."""
        return is_money(self.state.level or "")


class Recent:
    """The last subjects that were spoken of."""

    def __init__(self) -> None:
        self._all: list[Subject] = []

    def add(self, subject: Subject) -> None:
        """Keep a subject in mind that has figures."""
        if subject.figures and subject not in self._all:
            self._all = [*self._all[1 - _MOST :], subject]

    def newest(self) -> Iterator[Subject]:
        """All of them, the last first."""
        return reversed(self._all)

    def at_level(self, unit: str, sentence: int) -> list[Subject]:
        """Those whose level was told in a unit: in the sentence that begins at a place, or before it where there is none."""
        alike = [subject for subject in self._all if subject.state.level == unit]
        return [subject for subject in alike if subject.end >= sentence] or alike

    def counted_in(self, noun: str, sentence: int) -> Subject | None:
        """What the sentence has counted in a noun: "486 doanh nghiệp, vốn 9 tỷ đồng; lũy kế 2.968 doanh nghiệp"."""
        base = unit_of(noun).base
        named = (known for known in reversed(self._all) if known.end >= sentence and known.match)
        alike = [known for known in named if unit_of(known.state.level or "").base == base]
        return next((known for known in alike if not known.part), alike[0] if alike else None)

    def in_money(self, sentence: int) -> Subject | None:
        """What the sentence has told last in money."""
        told = (subject for subject in reversed(self._all) if subject.end >= sentence)
        return next((subject for subject in told if subject.in_money), None)

    def last(self, count: int, sentence: int, levels: bool = True) -> list[Subject]:
        """The last so many subjects that the sentence has told, by their levels or by anything; none if there are fewer."""
        told = [known for known in self._all if known.end >= sentence and (known.state.level is not None or not levels)]
        return told[-count:] if len(told) >= count else []


def spoken_alike(subjects: Sequence[Subject], text: str, start: int, end: int) -> Subject | None:
    """The subject whose own words agree with those behind a number: "làm chết 71 người; ... giảm 5 người chết"."""
    behind = set(_WORD.findall(text, start, end))
    return next(
        (known for known in subjects if any(behind.intersection(_WORD.findall(text, *span)) for span in known.words)), None
    )


def noun_alone(text: str, start: int, end: int, damaged: bool) -> str | None:
    """The noun that says alone what a change is of: "so với cùng kỳ số vụ tăng 7%", "giảm 7% về số doanh nghiệp"."""
    reader = unit_reader(damaged)
    nouns = (reader.read(text, number.end()) for number in _NUMBER_OF.finditer(text, start, end))
    return next((noun.name for noun in nouns if noun and noun.counted and _ENDS.match(text, noun.end)), None)


def noun_described(text: str, start: int, end: int, damaged: bool) -> tuple[str, int, int] | None:
    """A noun with words that say which of those counted in it changed, and where they stand: "số người chết giảm 8,5%"."""
    reader = unit_reader(damaged)
    for number in _NUMBER_OF.finditer(text, start, end):
        noun = reader.read(text, number.end())
        which = _WHICH.match(text, noun.end) if noun is not None and noun.counted else None
        if noun is not None and which is not None:
            return noun.name, which.start(1), which.end(1)
    return None
