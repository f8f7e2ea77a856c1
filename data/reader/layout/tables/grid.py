"""What a table is: heads over columns, and rows with a name and values; every cell knows where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from data.reader.layout.flow import Span

MOST_COLUMNS = 40
"""The most columns of values of a table in a report."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell, and where its lines stand."""

    text: str
    pieces: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row.

    Attributes:
        label: its number or letter in a cell of its own, if it has one.
        name: what it is about.
        unit: the unit of its values, if it has a cell of its own.
        values: one for every column, None where the cell is empty; no values at all for a row that heads those below it.
        odd: its values where there are more or fewer than columns, so that their headers are unknown.
    """

    label: Cell | None
    name: Cell
    unit: Cell | None
    values: tuple[Cell | None, ...]
    odd: tuple[Cell, ...] = ()

    @property
    def cells(self) -> Iterator[Cell]:
        """All cells that hold something."""
        return (cell for cell in (self.label, self.name, self.unit, *self.values, *self.odd) if cell is not None)


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        caption: the lines over it that say what it shows.
        unit: the line that gives the unit of all values, without its label.
        headers: for every column of values the cells over it, the outermost first; None where they cannot be assigned.
        top: all cells above the rows: caption, unit and heads, those over names and units among them.
        rows: in order.
        before: the table of the page before that it continues, and whose headers stand over its columns.
    """

    caption: tuple[Cell, ...]
    unit: Cell | None
    headers: tuple[tuple[Cell, ...], ...] | None
    top: tuple[Cell, ...]
    rows: tuple[Row, ...]
    before: Table | None = None

    @property
    def begin(self) -> Table:
        """The table where it begins, pages before."""
        begin = self
        while begin.before is not None:
            begin = begin.before
        return begin

    @property
    def width(self) -> int:
        """How many columns of values it has."""
        return max((len(row.values) for row in self.rows), default=0)

    @property
    def parts(self) -> list[tuple[Cell, ...]]:
        """The cells that make a passage: all above the rows, and those of every row."""
        above = (*self.caption, *filter(None, [self.unit]), *self.top)
        return [cells for cells in (above, *(tuple(row.cells) for row in self.rows)) if any(cell.pieces for cell in cells)]

    def moved(self, span: Callable[[int, int], Span]) -> Table:
        """The table with every place as a function has it."""

        def cell(known: Cell) -> Cell:
            return replace(known, pieces=tuple(span(*piece) for piece in known.pieces))

        def maybe(known: Cell | None) -> Cell | None:
            return None if known is None else cell(known)

        return Table(
            tuple(map(cell, self.caption)),
            maybe(self.unit),
            None if self.headers is None else tuple(tuple(map(cell, head)) for head in self.headers),
            tuple(map(cell, self.top)),
            tuple(
                Row(maybe(r.label), cell(r.name), maybe(r.unit), tuple(map(maybe, r.values)), tuple(map(cell, r.odd)))
                for r in self.rows
            ),
            self.before.moved(span) if self.before is not None else None,
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A table and the range of its lines; ``behind`` is the index after the last."""

    first: int
    behind: int
    table: Table
