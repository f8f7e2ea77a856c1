"""What a rule is by which a phrase names a period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.grammar.period_phrase import PeriodPhrase

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from data.grammar.frame import Frame
    from data.grammar.period import Period

BEFORE = r"(?<![a-z\d])"
"""What every phrase asks of the letter before it."""


@dataclass(frozen=True, slots=True)
class PeriodRule:
    """A phrase that names a period.

    Attributes:
        source: the pattern of the phrase, without `BEFORE`.
        kind: the kind of the cue, see `data.grammar.period_text.PeriodCue`, or a function that decides it.
        meaning: the period that it names in a report; None, or a ValueError, where it names none.
        capital: the group of the pattern that has to begin with a capital, if one has.
    """

    source: str
    kind: str | Callable[[PeriodPhrase], str]
    meaning: Callable[[PeriodPhrase], Period | None]
    capital: str | int | None = None

    def read(self, match: re.Match[str], frame: Frame) -> tuple[Period, str] | None:
        """The period that a match names, and the kind of the phrase; None for a month or day that does not exist."""
        phrase = PeriodPhrase(match, frame)
        try:
            period = self.meaning(phrase)
        except ValueError:
            return None
        return (period, self.kind if isinstance(self.kind, str) else self.kind(phrase)) if period is not None else None
