"""Tables drawn with bars, as in Markdown: "| Lúa | ha | 1.200 |"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.reader.layout.tables.captions import caption_above
from data.reader.layout.tables.columns import Grid, table_of
from data.reader.layout.tables.grid import MOST_COLUMNS, Cell, Found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.reader.layout.lines import Line

_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[\s|:+=-]*-[\s|:+=-]*")
_FEWEST_ROWS, _FEWEST_CELLS = 2, 2
_DECORATION = "*_ \t\u00a0"


def piped_tables(lines: Sequence[Line]) -> Iterator[Found]:
    """The tables drawn with bars."""
    at = last = 0
    while at < len(lines):
        end = at
        while end < len(lines) and _is_row(lines[end]) and (end == at or lines[end].gap == 0):
            end += 1
        if end - at >= _FEWEST_ROWS and (found := _table(lines, at, end, last)) is not None:
            yield found
            last = end
        at = max(end, at + 1)


def _is_row(line: Line) -> bool:
    if "|" not in line.text:
        return False
    bars = len(_BAR.findall(line.text))
    return bars > _FEWEST_CELLS or line.text.startswith("|") or _RULE.fullmatch(line.text) is not None


def _table(lines: Sequence[Line], first: int, behind: int, last: int) -> Found | None:
    grid: Grid = []
    headed = None
    for line in lines[first:behind]:
        if _RULE.fullmatch(line.text):
            headed = len(grid) if headed is None and grid else headed
        else:
            grid.append(_cells(line))
    if not grid:
        return None
    width = max(map(len, grid))
    if not _FEWEST_CELLS <= width <= MOST_COLUMNS:
        return None
    grid = [[*row, *[Cell("", ())] * (width - len(row))] for row in grid]
    top = caption_above(lines, first, last)
    table = table_of(grid, headed, top.caption, top.unit)
    return Found(top.first, behind, table) if table is not None else None


def _cells(line: Line) -> list[Cell]:
    """The cells of a line between its bars, without signs of bold type around them."""
    text = line.text
    bars = [match.start() for match in _BAR.finditer(text)]
    edges = [-1, *bars, len(text)]
    spans = [(edges[at] + 1, edges[at + 1]) for at in range(len(edges) - 1)]
    spans = spans[bool(bars and not text[: bars[0]].strip()) : len(spans) - bool(bars and not text[bars[-1] + 1 :].strip())]
    return [_cell(line, *span) for span in spans]


def _cell(line: Line, start: int, end: int) -> Cell:
    text = line.text[start:end].replace("<br>", "    ")
    bare = text.strip(_DECORATION)
    if not bare:
        return Cell("", ())
    left = line.left + start + text.index(bare)
    return Cell(" ".join(bare.split()), ((left, left + len(bare)),))
