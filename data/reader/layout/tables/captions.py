"""The lines above a table: its title, and the line that gives one unit for all values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.reader.layout.lines import is_closed
from data.reader.layout.tables.cells import is_caption, label_end, unit_start
from data.reader.layout.tables.grid import Cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.reader.layout.lines import Line

_LONGEST, _MOST_LINES = 160, 3


@dataclass(frozen=True, slots=True)
class Caption:
    """The lines over a table, from the first of them on."""

    first: int
    caption: tuple[Cell, ...]
    unit: Cell | None


def line_cell(line: Line, start: int = 0) -> Cell:
    """A line as a cell, from a place of it on."""
    text = line.text[start:].rstrip(")") if start else line.text
    return Cell(" ".join(text.split()), ((line.left + start, line.left + start + len(text)),))


def caption_above(lines: Sequence[Line], first: int, last: int) -> Caption:
    """What stands over a table.

    Args:
        lines: all lines.
        first: the first of the table.
        last: the line behind the table before, which no other reaches into.
    """
    unit = None
    if first > last and (start := unit_start(lines[first - 1].text)):
        first -= 1
        unit = line_cell(lines[first], start)
    at = first
    while at > last and first - at < _MOST_LINES and _may_title(lines[at - 1]):
        at -= 1
        if is_caption(lines[at].text):
            return Caption(at, tuple(line_cell(line) for line in lines[at:first]), unit)
    if first > last and _may_title(lines[first - 1]) and lines[first - 1].text[0].isupper():
        return Caption(first - 1, (line_cell(lines[first - 1]),), unit)
    return Caption(first, (), unit)


def _may_title(line: Line) -> bool:
    """Whether a line may be a title: short, not a sentence, no heading of a section and no point of a list."""
    text = line.text
    return len(text) <= _LONGEST and "\t" not in text and not is_closed(text) and not label_end(text) and text[0] not in "#|>"
