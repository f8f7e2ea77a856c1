"""What tells the period of a figure, and how sentences begin that go on about what was told before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.grammar.period import Period
    from data.grammar.period_text import PeriodCue

OF_THOSE = re.compile(r"\W*(?:trong (?:d.|s. d.|s. n.y)|trong m.c t.ng|ph.n theo|chia theo|chia ra|g.m|bao g.m)(?![a-z])")
"""Words with which a sentence begins that parts what the sentence before said."""
GOES_ON = re.compile(
    rf"{OF_THOSE.pattern}|\W*s[o0]\s*v\W?[a-z\d&@]{{1,3}}\s*c[a-z]{{1,3}}ng\s*k"
    r"|\W*(?:c[a-z]{1,2}ng\s+)?(?:trong\s+)?(?:c[a-z]{1,2}ng\s+)?(?:kho[a-z]{1,3}ng\s+)?th[o0d]i\s+(?:gian|di.m|k.)\s+(?:n[a-z\d]y|d[o0])(?![a-z])"
    r"|\W*ri[a-z&]ng(?![a-z])|\W*trong\s+(?:t[a-z\d]{1,2}ng\s+)?s[o06bd]{1,2}\s+[^,;.%]{0,40}(?:tr[a-z&]n|d[o06])(?![a-z])"
)
"""Words with which a sentence begins that goes on about what the sentence before said."""


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """A period and how it came about.

    Attributes:
        period: what the figure is about.
        source: ``said`` beside it, ``carried`` from before in the sentence, ``sticky`` from the head of a sentence before,
            ``settled`` by what was measured against the year's plan, ``inherited`` from the anchor of a footnote, ``default``.
        kind: kind of the cue, see `data.grammar.period_text.PeriodCue`.
    """

    period: Period
    source: str
    kind: str

    @staticmethod
    def by(cue: PeriodCue, source: str) -> FoundPeriod:
        """What a phrase tells."""
        return FoundPeriod(cue.period, source, cue.kind)
