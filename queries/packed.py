"""Long answers kept column by column, in a third of the memory that a tuple for every row would take."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any, Generic, get_type_hints

from queries.question import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_NUMBERS = {float: "d", int: "q"}


class Packed(Generic[Row]):
    """Rows, each of them made when it is looked at. Equal values of a column that holds no numbers are one object.

    Args:
        row: the type of a row; its fields of numbers hold nothing else.
        chunks: the rows as plain tuples, some at a time.
    """

    def __init__(self, row: type[Row], chunks: Iterable[Sequence[tuple[Any, ...]]]) -> None:
        self._row: Any = row
        kinds = get_type_hints(row)
        self._places = {name: place for place, name in enumerate(kinds)}
        self._columns: list[array[Any] | list[Any]] = [array(_NUMBERS[k]) if k in _NUMBERS else [] for k in kinds.values()]
        shared: dict[Any, Any] = {}
        for chunk in chunks:
            for column, values in zip(self._columns, zip(*chunk, strict=True), strict=True):
                column.extend(values if isinstance(column, array) else (shared.setdefault(value, value) for value in values))

    def column(self, name: str) -> Sequence[Any]:
        """The values of a field, a row each."""
        return self._columns[self._places[name]]

    def __len__(self) -> int:
        return len(self._columns[0])

    def __getitem__(self, place: int) -> Row:
        found: Row = self._row(*[column[place] for column in self._columns])
        return found

    def __iter__(self) -> Iterator[Row]:
        return map(self.__getitem__, range(len(self)))
