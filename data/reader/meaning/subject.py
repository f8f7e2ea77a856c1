"""What the walk is speaking of, from its first words to its last figure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from data.reader.meaning.measures import State

if TYPE_CHECKING:
    from data.reader.meaning.periods import Told
    from data.reader.naming.evidence import Match


@dataclass(slots=True)
class Subject:
    """What the walk is speaking of.

    Attributes:
        start: place where its words begin.
        end: place of its first number.
        match: its name, or None.
        told: its period as first told.
        said: that period stands in the same clause.
        state: what was said of it.
        figures: positions of its figures in the walk's list.
        words: where its own words stand in the folded text; empty until its first figure.
    """

    start: int
    end: int
    match: Match | None = None
    told: Told | None = None
    said: bool = False
    state: State = field(default_factory=State)
    figures: list[int] = field(default_factory=list)
    words: tuple[tuple[int, int], ...] = ()
