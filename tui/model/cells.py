"""The figures of a table, by row, column and measure."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, TypeAlias

from tui.model.measures import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from queries.packed import Packed
    from queries.panes import CellRow

Key: TypeAlias = tuple[str, str | None]
"""An indicator, and an item of it or None."""


class Cells:
    """The newest figures of series in the columns of a table. Of tens of thousands only those that are looked at are made."""

    def __init__(self, rows: Packed[CellRow]) -> None:
        self._rows = rows
        self._columns, self._measures = rows.column("column_id"), rows.column("measure")
        self._places: dict[Key, array[int]] = {}
        for place, key in enumerate(zip(rows.column("indicator_id"), rows.column("item_id"), strict=True)):
            own = self._places.get(key)
            if own is None:
                own = self._places[key] = array("I")
            own.append(place)

    def at(self, key: Key, column: str) -> dict[str, CellRow]:
        """The figures of a row in a column, by measure."""
        return {self._measures[place]: self._rows[place] for place in self._in(key, column)}

    def level(self, key: Key, column: str) -> CellRow | None:
        """The figure that stands for a row in a column: the level, or else a growth rate, a target, a share, a rank."""
        places = {self._measures[place]: place for place in self._in(key, column)}
        return next((self._rows[places[measure]] for measure in LEVELS if measure in places), None)

    def said_in(self, key: Key) -> set[str]:
        """The columns in which a row has figures."""
        return {self._columns[place] for place in self._places.get(key, ())}

    def __iter__(self) -> Iterator[Key]:
        """The rows that have figures."""
        return iter(self._places)

    def _in(self, key: Key, column: str) -> list[int]:
        return [place for place in self._places.get(key, ()) if self._columns[place] == column]
