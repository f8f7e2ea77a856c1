"""Tables with one row per line, whose cells are separated by tabs or blanks."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from data.reader.layout.tables.captions import caption_above
from data.reader.layout.tables.cells import (
    is_caption,
    is_missing,
    is_ordinal,
    is_unit,
    is_unit_header,
    is_value,
    is_year,
    label_end,
    unit_start,
    without_label,
)
from data.reader.layout.tables.columns import Grid, spread_headers
from data.reader.layout.tables.grid import MOST_COLUMNS, Cell, Found, Row, Table
from data.reader.layout.tables.headers import headers_over_columns, is_side_header, reads_like_header

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.reader.layout.lines import Line

_APART = re.compile(r"[ \u00a0]*\t[ \u00a0]*|[ \u00a0\u2002\u2003]{2,}")
_WORD = re.compile(r"\S+")
_FEWEST_ROWS, _FEWEST_VALUES = 2, 2
_MOST_BETWEEN, _MOST_HEAD = 3, 14
_LONGEST, _LONGEST_ROW = 90, 600
"""Letters of a line between rows and above them, and of a row."""


def spaced_tables(lines: Sequence[Line]) -> Iterator[Found]:
    """The tables with one row per line."""
    split = [_values_behind(line) for line in lines]
    at, last = 0, 0
    while at < len(lines):
        rows = _run(lines, split, at)
        if len(rows) >= _FEWEST_ROWS and (found := _table(lines, split, rows, last)) is not None:
            yield found
            at = last = found.behind
        else:
            at += 1


def _cells(line: Line) -> list[Cell]:
    """The cells of a line, separated by tabs or by more than one blank."""
    cells, start = [], 0
    for gap in [*_APART.finditer(line.text), None]:
        end = gap.start() if gap is not None else len(line.text)
        cells.append(Cell(" ".join(line.text[start:end].split()), ((line.left + start, line.left + end),)))
        start = gap.end() if gap is not None else end
    return cells


def _values_behind(line: Line) -> tuple[list[Cell], list[Cell]] | None:
    """The cells of a line that begins with words and ends with values: the words, and the values; None for any other."""
    if len(line.text) > _LONGEST_ROW or not (line.text[-1].isdigit() or line.text[-1] in "%)-–—…xX.*"):
        return None
    cells = _cells(line)
    if len(cells) < 1 + _FEWEST_VALUES:
        cells = _words(line)
    at = len(cells)
    while at > 1 and (is_value(cells[at - 1].text) or is_missing(cells[at - 1].text)):
        at -= 1
    words, values = cells[:at], cells[at:]
    if len(values) < _FEWEST_VALUES or not any(is_value(cell.text) for cell in values):
        return None
    return (words, values) if any(char.isalpha() for cell in words for char in cell.text) else None


def _words(line: Line) -> list[Cell]:
    """The words of a line before its last numbers as one cell, and those numbers as cells."""
    words = list(_WORD.finditer(line.text))
    at = len(words)
    while at > 1 and (is_value(words[at - 1][0]) or is_missing(words[at - 1][0])):
        at -= 1
    spans = [(words[0].start(), words[at - 1].end()), *(word.span() for word in words[at:])]
    return [Cell(" ".join(line.text[a:b].split()), ((line.left + a, line.left + b),)) for a, b in spans]


def _run(lines: Sequence[Line], split: Sequence[tuple[list[Cell], list[Cell]] | None], first: int) -> list[int]:
    """The rows that follow each other from a line on, with few and short lines between them."""
    if split[first] is None:
        return []
    rows, between = [first], 0
    for at in range(first + 1, len(lines)):
        if split[at] is not None:
            rows.append(at)
            between = 0
        elif between == _MOST_BETWEEN or _ends(lines[at]):
            break
        else:
            between += 1
    return rows


def _ends(line: Line) -> bool:
    """Whether a line without values ends a table: a sentence, a title, headers."""
    text = line.text
    if len(text) > _LONGEST or text.endswith((".", ";")) or line.feed or is_caption(text) or unit_start(text):
        return True
    cells = [cell for cell in _cells(line) if cell.text]
    return len(cells) > _FEWEST_VALUES or any(reads_like_header(cell.text) for cell in cells[1:])


def _table(
    lines: Sequence[Line], split: Sequence[tuple[list[Cell], list[Cell]] | None], at: list[int], last: int
) -> Found | None:
    known = {place: parts for place in at if (parts := split[place]) is not None}
    count = Counter(len(values) for _, values in known.values()).most_common(1)[0][0]
    if count > MOST_COLUMNS:
        return None
    rows = {place: parts for place, parts in known.items() if len(parts[1]) == count}
    words = Counter(len(words) for words, _ in rows.values()).most_common(1)[0][0]
    blanks = sum(len(_cells(lines[place])) > _FEWEST_VALUES for place in rows)
    if len(rows) < _FEWEST_ROWS or (blanks < len(rows) and len(rows) <= _FEWEST_ROWS):
        return None
    first, behind = min(rows), max(rows) + 1
    while behind in known:
        behind += 1
    if all(is_year(cell.text) for cell in rows[first][1]):
        return None
    head = _head_lines(lines, first, last)
    below = _below_heads(lines, head, first)
    side, heads = _heads(lines, head, below, rows, count)
    top = caption_above(lines, head, last)
    read = _Rows(any(is_unit_header(cell.text) for cell in side))
    for place in range(below, behind):
        parts = known.get(place)
        if parts is not None and "\t" in lines[place].text and len(parts[0]) == words:
            # Empty cells at the end of a line are lost with the blanks there.
            parts = parts[0], [*parts[1], *[Cell("", ())] * (count - len(parts[1]))]
        elif parts is not None and len(parts[1]) + 1 == count:
            parts = _first_split(*parts)
        read.take(lines[place], parts, count)
    cells = tuple(_cell for line in lines[head:below] for _cell in _cells(line) if _cell.text)
    return Found(top.first, behind, Table(top.caption, top.unit, heads, cells, tuple(read.rows)))


def _first_split(words: list[Cell], values: list[Cell]) -> tuple[list[Cell], list[Cell]]:
    """Words and values where the first value is split from the words by no more than a blank."""
    name, _, number = words[-1].text.rpartition(" ")
    if len(words[-1].pieces) != 1 or not name or not is_value(number):
        return words, values
    start, end = words[-1].pieces[0]
    one = Cell(name, ((start, end - len(number) - 1),)), Cell(number, ((end - len(number), end),))
    return [*words[:-1], one[0]], [one[1], *values]


def _below_heads(lines: Sequence[Line], head: int, first: int) -> int:
    """The line behind the heads: one with a name alone, with its number at most, heads the rows below it."""
    while first > head:
        cells = [cell.text for cell in _cells(lines[first - 1]) if cell.text]
        named = len(cells) == 1 or (len(cells) == 2 and is_ordinal(cells[0]))
        if not named or any(reads_like_header(text) or is_side_header(text) for text in cells) or first - 1 == head:
            break
        first -= 1
    return first


def _head_lines(lines: Sequence[Line], first: int, last: int) -> int:
    """The first of the lines above a row that are heads: short ones, or such with several cells, up to a title or a sentence."""
    at = first
    while at > max(last, first - _MOST_HEAD):
        line = lines[at - 1]
        several = len(_cells(line)) > 1
        if unit_start(line.text) or line.text.endswith((".", ";", ":")) or (len(line.text) > _LONGEST and not several):
            break
        if not several and (label_end(line.text) or line.gap > 1 or (is_value(line.text) and not is_year(line.text))):
            break
        at -= 1
        if line.feed:
            break
    while at < first and len(_cells(lines[at])) == 1 and any(len(_cells(line)) > 1 for line in lines[at:first]):
        at += 1
    return at


def _heads(
    lines: Sequence[Line], head: int, first: int, rows: dict[int, tuple[list[Cell], list[Cell]]], count: int
) -> tuple[list[Cell], tuple[tuple[Cell, ...], ...] | None]:
    """The heads that are not over values, and for every column those over it."""
    grid = [_cells(line) for line in lines[head:first]]
    if not grid:
        return [], None
    if all(len(cells) == 1 for cells in grid):
        single = [cells[0] for cells in grid]
        return [cell for cell in single if is_side_header(cell.text)], headers_over_columns(single, count)
    if any("\t" in line.text for line in lines[head:first]):
        return _by_number(grid, count)
    side, heads = _by_place(lines[head:first], [lines[place] for place in rows], list(rows.values()), count)
    if heads is None and any(len(cells) == 1 for cells in grid):
        return side, headers_over_columns([cell for cells in grid for cell in cells], count)
    return side, heads


def _by_number(grid: list[list[Cell]], count: int) -> tuple[list[Cell], tuple[tuple[Cell, ...], ...] | None]:
    """The heads by the number of their cell in the line; a line whose first cells are empty has lost these."""
    side: list[Cell] = []
    values: Grid = []
    for cells in grid:
        before = cells[: len(cells) - count]
        if len(cells) < count or any(reads_like_header(cell.text) for cell in before if not is_side_header(cell.text)):
            return side, None
        side += before
        values.append(cells[-count:])
    over = [[cell for cell in column if cell.text] for column in zip(*spread_headers(values), strict=True)]
    return side, tuple(map(tuple, over)) if all(over) else None


def _by_place(
    heads: Sequence[Line], lines: Sequence[Line], rows: Sequence[tuple[list[Cell], list[Cell]]], count: int
) -> tuple[list[Cell], tuple[tuple[Cell, ...], ...] | None]:
    """The heads by where they stand over the values: each over the columns that it reaches, else over the nearest one."""
    columns = []
    for column in range(count):
        spans = [_across(line, values[column]) for line, (_, values) in zip(lines, rows, strict=True)]
        columns.append((min(start for start, _ in spans), max(end for _, end in spans)))
    names = [_across(line, cell) for line, (words, _) in zip(lines, rows, strict=True) for cell in words if cell.text]
    behind = max(end for _, end in names)
    side: list[Cell] = []
    over: list[list[Cell]] = [[] for _ in range(count)]
    for line in heads:
        for cell in _cells(line):
            start, end = _across(line, cell)
            reached = [at for at, (left, right) in enumerate(columns) if start < right and left < end]
            beside = end <= columns[0][0] and (end <= behind or any(start < right and left < end for left, right in names))
            if not reached and beside:
                side.append(cell)
            elif not reached:
                reached = [min(range(count), key=lambda at: abs(sum(columns[at]) - start - end))]
            for at in reached:
                over[at].append(cell)
    return side, tuple(map(tuple, over)) if all(over) else None


def _across(line: Line, cell: Cell) -> tuple[int, int]:
    """Where a cell stands in its line, counted from the margin."""
    start, end = cell.pieces[0]
    return line.indent + start - line.left, line.indent + end - line.left


class _Rows:
    """Takes up the rows of a table line by line."""

    def __init__(self, units: bool) -> None:
        self.rows: list[Row] = []
        self._units = units

    def take(self, line: Line, parts: tuple[list[Cell], list[Cell]] | None, count: int) -> None:
        """Take a line; one without values continues a name, or is a heading for the rows below it."""
        if parts is None:
            cells = [cell for cell in _cells(line) if cell.text]
            label = cells.pop(0) if len(cells) > 1 and is_ordinal(cells[0].text) else None
            self._add(label, _one(cells), None, ())
            return
        words, values = [cell for cell in parts[0] if cell.text], parts[1]
        label = words.pop(0) if len(words) > 1 and is_ordinal(words[0].text) else None
        unit = words.pop() if len(words) > 1 and is_unit(words[-1].text) else None
        if unit is None and self._units and len(words) == 1:
            words[0], unit = _without_unit(words[0])
        name = _one(words)
        before = self.rows[-1] if self.rows else None
        if before is not None and not before.values and (name.text[0].islower() or before.name.text.endswith(",")):
            self.rows.pop()
            name = Cell(f"{before.name.text} {name.text}", (*before.name.pieces, *name.pieces))
            label = before.label or label
        if len(values) != count:
            self._add(label, name, unit, (), tuple(cell for cell in values if cell.text))
        else:
            self._add(label, name, unit, tuple(None if is_missing(cell.text) else cell for cell in values))

    def _add(
        self, label: Cell | None, name: Cell, unit: Cell | None, values: tuple[Cell | None, ...], odd: tuple[Cell, ...] = ()
    ) -> None:
        own, name = (None, name) if label is not None else without_label(name)
        self.rows.append(Row(label or own, name, unit, values, odd))


def _one(cells: Sequence[Cell]) -> Cell:
    """Cells put together."""
    return Cell(" ".join(cell.text for cell in cells), tuple(piece for cell in cells for piece in cell.pieces))


def _without_unit(cell: Cell) -> tuple[Cell, Cell | None]:
    """The name of a row and the unit behind it, where no more than a blank separates them."""
    (start, _end), *more = cell.pieces
    words = list(_WORD.finditer(cell.text))
    if more:
        return cell, None
    for at in range(1, len(words)):
        text = cell.text[words[at].start() :]
        if is_unit(text):
            name = cell.text[: words[at].start()].rstrip()
            return Cell(name, ((start, start + len(name)),)), Cell(text, ((start + words[at].start(), start + len(cell.text)),))
    return cell, None
