"""What a footnote inherits from the place in the body that points to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.grammar.period import Period
    from data.reader.matching.evidence import Match
    from data.reader.matching.lexicon import Word


@dataclass(frozen=True, slots=True)
class Level:
    """A level that the place has told which points to a note.

    Attributes:
        unit: in which it was told.
        match: its name.
        subject: the report's own words for it.
        value: how much it is.
    """

    unit: str
    match: Match
    subject: str
    value: float


@dataclass(frozen=True, slots=True)
class Anchor:
    """What the figures of a footnote go on with.

    Attributes:
        period: period of the nearest figure before the mark, or one that its sentence tells.
        indicator: name of that figure.
        item: its item.
        words: words of the sentence up to the mark.
        sector: sector of the nearest figure.
        compared: what kind of change was told last before the mark: yoy, prev or base.
        headed: the comparison with which the words end that head a list: "so với cùng kỳ:".
        told: every level that the sentence has told before the mark, the nearest first.
        allotted: a sum of money that was planned stands right before the mark, so that the note tells its parts.
        planned: what stands before the mark was told as a share of a plan.
    """

    period: Period | None
    indicator: str | None
    item: str | None
    words: tuple[Word, ...]
    sector: str | None
    compared: str | None = None
    headed: str = ""
    told: tuple[Level, ...] = ()
    allotted: bool = False
    planned: bool = False
