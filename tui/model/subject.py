"""What a drilldown is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.panes import SeriesRow
    from tui.model.cells import Key


class Subject(NamedTuple):
    """An indicator or a whole sector, and where the cursor is at first.

    Attributes:
        indicator: the indicator to show, or None for a whole sector.
        sector: the sector of the indicator, if it is known; the sector to show, where no indicator is given.
        row: the row under the cursor at first.
        column: the period under the cursor at first.
        series: the indicator with its items, where they are known.
        measure: of the figure that the cell under the cursor is to show; empty for any.
    """

    indicator: str | None = None
    sector: str | None = None
    row: Key | None = None
    column: str | None = None
    series: Sequence[SeriesRow] = ()
    measure: str = ""


NOTHING = Subject()
