"""What can be charted of an answer: which columns hold numbers, which one holds the time, which ones name the rows."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from tui.draw import clean
from tui.model.drill import PeriodHead
from tui.values import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from queries.panes import PeriodRow

YEARS = range(1900, 2101)


@dataclass(frozen=True)
class Drawing:
    """Rows with what is drawn of them.

    Attributes:
        columns: the names of all columns.
        rows: the rows.
        numbers: the columns that can be drawn.
        first: the one of them to begin with.
        times: the period of every row, where one column tells it and no two rows have the same; empty otherwise.
        names: the words that tell the rows apart.
        units: the unit of every row; empty where no column is called unit.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[object]]
    numbers: Sequence[int]
    first: int
    times: Sequence[PeriodHead | None]
    names: Sequence[str]
    units: Sequence[str]

    def points(self, column: int) -> list[tuple[PeriodHead, float]]:
        """The numbers of a column in the order of time; empty where the rows have none."""
        pairs = zip(self.times, self.rows, strict=True) if self.times else ()
        found = [(when, value) for when, row in pairs if when is not None and (value := finite(row[column])) is not None]
        return sorted(found, key=lambda point: (point[0].end, point[0].start))

    def bars(self, column: int) -> list[tuple[str, float]]:
        """The numbers of a column with the names of their rows, in the order of the rows."""
        pairs = zip(self.names, self.rows, strict=True)
        return [(name, value) for name, row in pairs if (value := finite(row[column])) is not None]

    def units_of(self, column: int) -> list[str]:
        """The units of the numbers of a column, each once."""
        pairs = zip(self.units, self.rows, strict=True) if self.units else ()
        return list(dict.fromkeys(unit for unit, row in pairs if unit and finite(row[column]) is not None))


def chart_data(
    columns: Sequence[str], numeric: Sequence[bool], rows: Sequence[Sequence[object]], periods: Mapping[str, PeriodHead], at: int
) -> Drawing | None:
    """What can be charted of ``rows``; None where no column holds numbers.

    Args:
        columns: names of the columns.
        numeric: which of them are numbers by their type.
        rows: the rows to draw.
        periods: the periods that the store knows, by id.
        at: the column under the cursor: it is drawn first if it holds numbers.
    """
    numbers = [place for place, yes in enumerate(numeric) if yes and any(finite(row[place]) is not None for row in rows)]
    told = _time(numeric, rows, periods)
    numbers = [place for place in numbers if place != told] or ([] if told is not None else numbers)
    if not numbers:
        return None
    measured = [place for place in numbers if any(isinstance(row[place], (float, Decimal)) for row in rows)]
    first = at if at in numbers else (measured or numbers)[0]
    times = [period_of(row[told], periods) for row in rows] if told is not None else []
    if len({one.id for one in times if one}) < sum(1 for one in times if one):
        times = []
    unit = next((place for place, name in enumerate(columns) if name.lower() == "unit"), None)
    units = [str(row[unit] or "") for row in rows] if unit is not None else []
    return Drawing(columns, rows, numbers, first, times, _names(numeric, rows), units)


def periods_by_id(periods: Sequence[PeriodRow]) -> dict[str, PeriodHead]:
    """The periods of the store by id."""
    return {one.id: PeriodHead(one.id, one.kind, one.start_date, one.end_date, one.label_vi, one.label_en) for one in periods}


def period_of(value: object, periods: Mapping[str, PeriodHead]) -> PeriodHead | None:
    """The period that a value stands for: one of the store, a date, or a year; None if it stands for none."""
    if isinstance(value, str):
        return periods.get(value)
    if isinstance(value, date):
        day, text = value.date() if isinstance(value, datetime) else value, plain(value)
        return PeriodHead(text, "point", day, day, text, text)
    if isinstance(value, int) and not isinstance(value, bool) and value in YEARS:
        return PeriodHead(str(value), "year", date(value, 1, 1), date(value, 12, 31), str(value), str(value))
    return None


def finite(value: object) -> float | None:
    """A value as a number that can be drawn; None if it is not one."""
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        return None
    found = float(value)
    return found if math.isfinite(found) else None


def _time(numeric: Sequence[bool], rows: Sequence[Sequence[object]], periods: Mapping[str, PeriodHead]) -> int | None:
    """The first column in which every value is a time; a column of years counts only where another column holds numbers."""
    for place, number in enumerate(numeric):
        values = [row[place] for row in rows if row[place] is not None]
        if values and all(period_of(value, periods) for value in values) and (not number or sum(numeric) > 1):
            return place
    return None


def _names(numeric: Sequence[bool], rows: Sequence[Sequence[object]]) -> list[str]:
    """A name for every row: the fewest text columns from the left that make names distinct; numbered where none do."""
    words = [place for place, number in enumerate(numeric) if not number]
    words = [place for place in words if len({plain(row[place]) for row in rows}) > 1] or words[:1]
    chosen: list[int] = []
    names = [""] * len(rows)
    for place in words:
        if len(set(names)) == len(rows):
            break
        chosen.append(place)
        names = [" · ".join(clean(text) for one in chosen if (text := plain(row[one]))) for row in rows]
    if len(set(names)) < len(rows):
        names = [f"{place}  {name}".rstrip() for place, name in enumerate(names, 1)]
    return names
