"""What stands around a figure, the ways in which the catalogue says a name, and what is found of them there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from data.reader.naming.lexicon import Word


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to say an indicator or item.

    Attributes:
        words: ids of its words.
        weight: what a full match is worth.
        needed: words of which none may be missing.
        indicator: position of the indicator.
        item: position of the item, or -1.
        after: it stands behind the number.
        own: those of an item's words that its indicator does not use itself.
        own_weight: what they are worth.
    """

    words: tuple[int, ...]
    weight: float
    needed: frozenset[int]
    indicator: int
    item: int
    after: bool
    own: frozenset[int] = frozenset()
    own_weight: float = 0.0


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
        percent: the unit is per cent.
        last: (indicator, item) of the figure before, if it may be continued.
        lead_indicators: indicators of the whole and of the anchor.
        rate_alone: a percentage that is compared with nothing, and does not tell a change.
        going_on: the clause goes on and measures in another unit than before.
        same_sentence: the figure before stands in the same sentence.
        same_kind: only what is measured in the printed unit is asked for, or counted where the number counts.
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
    rate_alone: bool = False
    going_on: bool = False
    same_sentence: bool = False
    same_kind: bool = False


class Found(NamedTuple):
    """An alias in words: what it is worth there, its first and last word, and which of its words stand there."""

    score: float
    first: int
    last: int
    words: tuple[int, ...]

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


@dataclass(frozen=True, slots=True)
class Match:
    """A name for a figure, with a confidence in 0..1."""

    indicator: str
    item: str | None
    confidence: float
    score: float
