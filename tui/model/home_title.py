"""The title of the first screen: the sector and how its rows are sorted, the chosen periods, how many figures there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.numbers import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.panes import PeriodRow, SectorRow
    from tui.draw import Line
    from tui.words import Words


def sector_line(sectors: Sequence[SectorRow], sector: str | None, sort: str, say: Words) -> Line:
    """The program, the open sector (None for all) once sectors are known, and the order of rows unless it is the usual one."""
    name = next((say.pick(one.name_vi, one.name_en) for one in sectors if one.id == sector), say("sectors.all"))
    line: Line = ((say("app.name"), "accent"), ("  ", "plain"), (name if sectors else "", "bright"))
    return line if sort == "catalogue" else (*line, (f"  ↓ {say('sort.' + sort)}", "dim"))


def periods_line(sectors: Sequence[SectorRow], chosen: Sequence[PeriodRow], wide: bool, say: Words) -> Line:
    """The chosen periods and, where there is room, the number of all figures; empty until the sectors are known."""
    if not sectors:
        return ()
    labels = " · ".join(say.pick(period.label_vi, period.label_en) for period in chosen)
    line: Line = ((say("title.periods") + " ", "dim"), (labels or say("title.none"), "plain"), (" ▾", "dim"))
    count = number(sum(one.figures for one in sectors), say.lang)
    return (*line, (f"     {say('title.figures', count=count)}", "dim")) if wide else line
