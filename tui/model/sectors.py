"""The sector pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.draw import Line, align_right, clean, width
from tui.model.rows import GAP, Column, Row
from tui.numbers import MISSING, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.panes import SectorRow
    from tui.words import Words

ALL = ""


def sector_columns(say: Words) -> list[Column]:
    """A single column: the name, followed by the numbers of disputes and figures."""
    return [Column("name", say("sectors.title"), 20, "spread", most=60)]


def sector_rows(sectors: Sequence[SectorRow], say: Words) -> list[Row]:
    """A row for all sectors together, then one for each; sectors without figures are dim."""
    total, disputed = sum(s.figures for s in sectors), sum(s.disputed for s in sectors)
    rows = [_row(ALL, say("sectors.all"), "plain", number(total, say.lang), disputed)]
    counts = [number(sector.figures, say.lang) if sector.figures else MISSING for sector in sectors]
    widest = max(map(width, counts), default=0)
    for sector, count in zip(sectors, counts, strict=True):
        role = "plain" if sector.figures else "dim"
        name = clean(say.pick(sector.short_vi, sector.short_en))
        rows.append(_row(sector.id, name, role, align_right(count, widest) if sector.disputed else count, sector.disputed))
    return rows


def _row(key: str, name: str, role: str, count: str, disputed: int) -> Row:
    tail: Line = ((f"⚠{disputed}", "disputed"), (" ", "dim"), (count, "dim")) if disputed else ((" ", "dim"), (count, "dim"))
    return Row(key, (((name, role), GAP, *tail),))
