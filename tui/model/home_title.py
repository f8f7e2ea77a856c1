"""The title of the first screen: the sector and how its rows are sorted, the chosen periods, how many figures there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.draw import line_width
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


def periods_line(sectors: Sequence[SectorRow], chosen: Sequence[PeriodRow], wide: bool, cells: int, say: Words) -> Line:
    """The chosen periods and, in a wide terminal, the number of all figures; empty until the sectors are known.

    Where there is no room for all periods, the first and the last one are named, or their number.

    Args:
        sectors: of the store.
        chosen: the periods, the earliest first.
        wide: whether the terminal has room for the number of figures.
        cells: the room beside the sector, at least.
        say: the language.
    """
    if not sectors:
        return ()
    count = number(sum(one.figures for one in sectors), say.lang)
    figures: Line = ((f"     {say('title.figures', count=count)}", "dim"),)
    named = _named(chosen, say)
    lines = [form for line in named for form in ((*line, *figures), line)] if wide else named
    return next((line for line in lines if line_width(line) <= cells), lines[-1])


def _named(chosen: Sequence[PeriodRow], say: Words) -> list[Line]:
    """Ways to name the chosen periods, the longest first."""
    labels = [say.pick(period.label_vi, period.label_en) for period in chosen]
    count = say("title.count", count=len(labels))
    texts = [" · ".join(labels), f"{labels[0]} … {labels[-1]} ({count})"] if len(labels) > 1 else labels or [say("title.none")]
    head, tail = (say("title.periods") + " ", "dim"), (" ▾", "dim")
    lines: list[Line] = [(head, (text, "plain"), tail) for text in texts]
    return [*lines, ((count, "plain"), tail)] if len(labels) > 1 else lines
