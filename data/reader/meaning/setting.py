"""What a section gives to the figures in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.grammar.frame import Frame
    from data.grammar.period import Period


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for the figures of a section unless they say otherwise.

    Attributes:
        frame: the report's period as it holds in this section.
        goals: the section speaks of what is to be reached.
        sectors: what its title names; empty if it names none.
        counted: the day up to which its figures are, if its title tells one.
        results: what was reached is told in it, by its title or by that of a part above.
        month_named: its title, or one above, names the month of the report and no other time.
    """

    frame: Frame
    goals: bool
    sectors: frozenset[str]
    counted: Period | None = None
    results: bool = False
    month_named: bool = False
