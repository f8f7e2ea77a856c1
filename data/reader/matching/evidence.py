"""The evidence around a figure, and the name that is found for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from data.reader.matching.around import Around
    from data.reader.matching.lexicon import Word


class Evidence(NamedTuple):
    """The words around a figure, as read by `Lexicon.read`.

    Attributes:
        before: words before the number, nearest last.
        behind: words behind it, the unit first.
        lead: words of what governs it: the whole of which it is a part, the sentence that points to a footnote.
        wide: words of the sentence and section, for conditions.
        title: words of the section's title.
        unit: printed unit.
        sectors: sectors of the section.
        last: (indicator, item) of the figure before, if it may be continued.
        lead_indicators: indicators of the whole and of the anchor.
        rate_alone: a percentage that is compared with nothing, and does not tell a change.
        going_on: the clause goes on and measures in another unit than before.
        same_sentence: the figure before stands in the same sentence.
        shares: the number is said to be a share: "chiếm".
        same_kind: only what is measured in the printed unit is asked for, or counted where the number counts.
    """

    before: tuple[Word, ...]
    behind: tuple[Word, ...]
    lead: Around
    wide: Around
    title: Around
    unit: str
    sectors: frozenset[str]
    last: tuple[str, str | None] | None = None
    lead_indicators: tuple[str, ...] = ()
    rate_alone: bool = False
    going_on: bool = False
    same_sentence: bool = False
    shares: bool = False
    same_kind: bool = False


class Match(NamedTuple):
    """A name for a figure, with a confidence in 0..1."""

    indicator: str
    item: str | None
    confidence: float
    score: float
