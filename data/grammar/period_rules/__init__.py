"""The phrases that name periods, with what each of them means in a report.

The rules are tried in order on folded text: one that says more stands before one that says less.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from data.grammar.period_rules.parts import parts, whole_years
from data.grammar.period_rules.spans import spans
from data.grammar.period_rules.sums import sums
from data.grammar.period_rules.until import until
from data.grammar.period_rules.words import Words

if TYPE_CHECKING:
    from data.grammar.period_rules.rule import PeriodRule


@cache
def period_rules(damaged: bool) -> tuple[PeriodRule, ...]:
    """All rules, in the order in which they are tried."""
    words = Words(damaged)
    return tuple(rule for group in (spans, until, sums, parts, whole_years) for rule in group(words))
