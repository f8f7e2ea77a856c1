"""Tables with one cell per line and bars on lines of their own: one after every cell, two after a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.reader.layout.tables.captions import caption_above, line_cell
from data.reader.layout.tables.columns import Grid, table_of
from data.reader.layout.tables.grid import MOST_COLUMNS, Cell, Found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.reader.layout.lines import Line

_BAR, _MOST_LINES, _FEWEST_BARS = "|", 4, 6
"""A line that is a bar; the lines that a cell may have, and the bars of the smallest table."""


def barred_tables(lines: Sequence[Line]) -> Iterator[Found]:
    """The tables with bars in lines of their own."""
    bars = [at for at, line in enumerate(lines) if line.text == _BAR]
    first = last = 0
    for at in range(1, len(bars) + 1):
        if at < len(bars) and bars[at] - bars[at - 1] <= _MOST_LINES + 1:
            continue
        begin, behind = bars[first] - 1, bars[at - 1] + 1
        if at - first >= _FEWEST_BARS and begin >= last and (grid := _grid(lines[begin:behind])) is not None:
            top = caption_above(lines, begin, last)
            if (table := table_of(grid, None, top.caption, top.unit)) is not None:
                yield Found(top.first, behind, table)
                last = behind
        first = at


def _grid(lines: Sequence[Line]) -> Grid | None:
    """The cells row by row, if all rows have as many; None where cells are over several columns or rows."""
    cells: list[list[Line]] = [[]]
    for line in lines:
        if line.text == _BAR:
            cells.append([])
        else:
            cells[-1].append(line)
    cells.pop()
    for width in range(2, MOST_COLUMNS + 1):
        ends = cells[width :: width + 1]
        if len(ends) > 1 and not any(ends) and len(cells) % (width + 1) == 0:
            return [[_cell(cell) for cell in cells[at : at + width]] for at in range(0, len(cells), width + 1)]
    return None


def _cell(lines: Sequence[Line]) -> Cell:
    parts = [line_cell(line) for line in lines]
    return Cell(" ".join(part.text for part in parts), tuple(piece for part in parts for piece in part.pieces))
