"""The questions of the first screen."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from queries import panes
from tui.model.home import HomeData
from tui.model.periods import chosen_periods
from tui.model.sectors import ALL
from tui.model.unknown import MOST_UNKNOWN, UNKNOWN, unknown_data

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.packed import Packed
    from queries.panes import CellRow, NameRow, PeriodRow, SectorRow, SeriesRow
    from queries.store import Cursor
    from tui.session.state import State

EVERY = "*"


class FirstPicture(NamedTuple):
    """The data of the first picture."""

    sectors: list[SectorRow]
    periods: list[PeriodRow]
    data: HomeData


def first_picture(cursor: Cursor, state: State) -> FirstPicture:
    """The sectors, the periods, and the table of the sector where the reader was."""
    sectors, periods = cursor.ask(panes.SECTORS), cursor.ask(panes.PERIODS)
    known = {sector.id for sector in sectors if sector.figures}
    first = next((sector.id for sector in sectors if sector.figures), ALL)
    wanted = ALL if state.sector == EVERY else state.sector if state.sector in known else first
    return FirstPicture(sectors, periods, load(cursor, wanted, chosen_periods(periods, state.periods)))


def load(cursor: Cursor, sector: str, chosen: list[PeriodRow]) -> HomeData:
    """The table of a sector in the chosen periods."""
    if sector == UNKNOWN:
        return unknown_data(cursor.ask(panes.UNKNOWN, most=MOST_UNKNOWN))
    wanted = sector or None
    series = cursor.ask(panes.SERIES, sector=wanted, indicator=None)
    return HomeData(wanted, series, cells_of(cursor, series, [period.id for period in chosen]))


def cells_of(cursor: Cursor, series: Sequence[SeriesRow], periods: Sequence[str]) -> Packed[CellRow]:
    """The figures of the sectors of series in some periods, fetched one sector after the other."""
    sectors = dict.fromkeys(row.sector_id for row in series)
    return cursor.ask_packed(panes.CELLS, *({"sector": one, "periods": periods} for one in sectors))


def prefetch(cursor: Cursor) -> list[NameRow]:
    """The names to search in; also imports the screens that are likely to be opened next."""
    for screen in ("drill", "search"):
        import_module(f"tui.screens.{screen}")
    return cursor.ask(panes.NAMES, unused=False)
