"""Choosing which periods become columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.panes import PeriodRow

DEFAULT = 4
"""Columns that fit beside the names in a terminal of ordinary width."""

_YEAR = re.compile(r"([/ ])20(\d\d)(?=$|-)")
_SAME_YEAR = re.compile(r"/(20\d\d)(-.*/\1)$")


def short_label(label: str) -> str:
    """A period's name with two digits of its years: ``11T/25``, ``11M’25``; a year that stands alone keeps all four.

    Where a span begins and ends in one year, it is said once: ``1/1-2/4/26``.
    """
    return _YEAR.sub(lambda year: f"{year[1] if year[1] == '/' else '’'}{year[2]}", _SAME_YEAR.sub(r"\2", label))


def chosen_periods(periods: Sequence[PeriodRow], wanted: Sequence[str]) -> list[PeriodRow]:
    """The wanted periods that exist, in order of time; where none does, the newest main periods of reports."""
    chosen = [period for period in periods if period.id in wanted]
    return chosen or latest(periods)


def latest(periods: Sequence[PeriodRow]) -> list[PeriodRow]:
    """The newest periods that a report speaks mainly about; where there are none, those with the most figures."""
    main = [period for period in periods if period.main_of]
    if not main:
        richest = sorted(periods, key=lambda period: -period.figures)[:DEFAULT]
        main = [period for period in periods if period in richest]
    return main[-DEFAULT:]


def same_of_every_year(periods: Sequence[PeriodRow], one: str) -> list[str]:
    """The ids of the periods that match ``one`` in every year, itself included."""
    suffix = one[4:]
    kind = next((period.kind for period in periods if period.id == one), "")
    return (
        [period.id for period in periods if period.kind == kind and period.id[4:] == suffix]
        if kind not in ("years", "span")
        else [one]
    )
