"""From a grid of cells to a table: which rows are heads, and which columns are names, units and values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.reader.layout.tables.cells import (
    is_missing,
    is_number_header,
    is_ordinal,
    is_unit,
    is_unit_header,
    is_value,
    is_year,
    joined_text,
    row_number,
    without_label,
)
from data.reader.layout.tables.grid import Cell, Row, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

Grid = list[list[Cell]]
_MOSTLY = 0.6


def table_of(grid: Grid, headed: int | None, caption: tuple[Cell, ...], unit: Cell | None) -> Table | None:
    """The table of a grid whose rows are equally long; None where it holds no values.

    Args:
        grid: its cells; those that are empty have no text.
        headed: how many rows are known to be headers; None where that is unknown.
        caption: what stands over it.
        unit: the line that gives the unit of all values.
    """
    head = _heads(grid, headed)
    numbering = [row for row in grid if _numbers_columns(row)]
    body = [row for row in grid[head:] if row not in numbering]
    above = spread_headers([row for row in grid[:head] if row not in numbering])
    heads = [[row[column] for row in above] for column in range(len(grid[0]))]
    name = _name_column(heads, body)
    units = next((at for at in range(name + 1, len(heads)) if _is_unit_column(heads[at], [row[at] for row in body])), None)
    values = [at for at in range(name + 1, len(heads)) if at != units and any(is_value(row[at].text) for row in body)]
    if not values:
        return None
    rows = [row for cells in body if (row := _row(cells, name, units, values)) is not None]
    over = [tuple(cell for cell in heads[at] if cell.text) for at in values]
    top = [cell for row in (*above, *numbering) for cell in row if cell.text]
    return Table(caption, unit, tuple(over) if all(over) else None, tuple(_once(top)), tuple(rows))


def spread_headers(rows: Sequence[Sequence[Cell]]) -> Grid:
    """Rows of heads with a head that is over several columns in each of them: they have heads of their own below it."""
    full = [list(row) for row in rows]
    for at, row in enumerate(full):
        below = [any(other[column].text for other in full[at + 1 :]) for column in range(len(row))]
        for column in range(1, len(row)):
            if not row[column].text and below[column] and below[column - 1]:
                row[column] = row[column - 1]
    return full


def _heads(grid: Grid, known: int | None) -> int:
    """How many rows stand over the first row with a value; a row between that has only a name heads rows below it."""
    first = next((at for at, row in enumerate(grid) if _tells(row)), len(grid))
    least = known if known is not None else 1
    head = max(first, least) if first >= least else least
    while head > least and _only_name(grid[head - 1]):
        head -= 1
    return min(head, len(grid))


def _tells(row: Sequence[Cell]) -> bool:
    """Whether a row holds a value, a year not being one."""
    return not _numbers_columns(row) and any(is_value(cell.text) and not is_year(cell.text) for cell in row[1:])


def _only_name(row: Sequence[Cell]) -> bool:
    """Whether one thing alone stands in a row, besides its number."""
    said = {cell.text for cell in row if cell.text and not is_ordinal(cell.text)}
    return len(said) == 1 and bool({cell.text for cell in row[:2]} & said)


def _numbers_columns(row: Sequence[Cell]) -> bool:
    """Whether a row numbers the columns: "A | B | 1 | 2 | 3=2/1"."""
    said = [cell.text.strip("()[]") for cell in row if cell.text]
    counted = [number for text in said if (number := row_number(text.partition("=")[0])) is not None]
    lone = all(len(text) == 1 or "=" in text or row_number(text) is not None for text in said)
    return len(counted) > 1 and lone and counted == list(range(counted[0], counted[0] + len(counted))) and counted[0] <= 4


def _name_column(heads: Sequence[Sequence[Cell]], body: Grid) -> int:
    """The first column of words that are neither row numbers, units nor values."""
    for at, column in enumerate(heads):
        said = [row[at].text for row in body if row[at].text]
        worded = sum(not (is_value(text) or is_ordinal(text) or is_missing(text)) for text in said)
        if (
            said
            and worded >= _MOSTLY * len(said)
            and not is_number_header(joined_text(column))
            and not _is_unit_column(column, [])
        ):
            return at
    return 0


def _is_unit_column(head: Sequence[Cell], cells: Sequence[Cell]) -> bool:
    """Whether a column holds the units of the rows."""
    if is_unit_header(joined_text(head)):
        return True
    said = [cell.text for cell in cells if cell.text]
    return bool(said) and sum(map(is_unit, said)) >= max(1, _MOSTLY * len(said)) and not any(map(is_value, said))


def _row(cells: Sequence[Cell], name: int, units: int | None, values: Sequence[int]) -> Row | None:
    """A row; one whose cells all repeat one text is a heading for those below it."""
    said = {cell.text for cell in cells if cell.text}
    label = next((cell for cell in cells[:name] if cell.text), None)
    named = cells[name] if cells[name].text else next((cell for cell in cells if cell.text and cell is not label), None)
    if named is None:
        return None
    if label is None:
        label, named = without_label(named)
    if len(said) == 1 or not any(cells[at].text for at in values):
        return Row(label, named, cells[units] if units and cells[units].text else None, ())
    unit = cells[units] if units is not None and cells[units].text else None
    kept = tuple(cells[at] if not is_missing(cells[at].text) else None for at in values)
    return Row(label, named, unit, kept)


def _once(cells: Sequence[Cell]) -> list[Cell]:
    """Cells without those that stand there already."""
    seen: set[tuple[tuple[int, int], ...]] = set()
    return [cell for cell in cells if cell.pieces not in seen and not seen.add(cell.pieces)]  # type: ignore[func-returns-value]
