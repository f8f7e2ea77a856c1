"""The lines of a grid: its head, and a row with its cells and spans, in the columns of a layout."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.draw import (
    DISPUTED,
    ELLIPSIS,
    Line,
    Piece,
    align_line_right,
    cut_before,
    fit,
    fit_line,
    fit_name,
    line_width,
    plain_text,
    says,
    with_unit,
)
from tui.model.alike import differing
from tui.model.figures import BLOCKS
from tui.model.periods import short_label
from tui.model.rows import BRIEF, DATED, GAP
from tui.numbers import MISSING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.model.rows import Column, Row
    from tui.widgets.grid_layout import Layout, Placed

NO_MARK = " "
INDENT = " ▸▾"
"""What may stand before a name in its cell."""
MANY = 3000
"""Rows of which the names are compared, which takes a hundredth of a second."""
NOTHING_ALIKE: Mapping[str, int] = MappingProxyType({})
"""No name begins like another one."""
LEAST_NAME = 14
"""Cells that a name keeps, beside a unit that was made short for it, before what is told across the columns behind it."""


def head_line(layout: Layout, entered: str | None, focused: bool) -> Line:
    """The titles of the columns, with signs at the edges of those that are hidden.

    Args:
        layout: the columns on the screen.
        entered: the column of the cell cursor.
        focused: whether the grid has the focus: then the first title and that of the cell cursor are bright.
    """
    pieces: list[Piece] = [(NO_MARK, "dim")]
    sliding = [place for place, placed in enumerate(layout.placed) if placed.column.slides]
    named = next((placed for placed in layout.placed if placed.column.title), None)
    first, last = (sliding[0], sliding[-1]) if sliding else (-1, -1)
    for place, placed in enumerate(layout.placed):
        title, gap = placed.column.title, (" " * placed.gap, "plain")
        if place == first and layout.more_left:
            gap = (gap[0][1:] + "‹", "dim")
        if place == last and layout.more_right:
            title += "›"
        if place:
            pieces.append(gap)
        role = "head-focus" if focused and (placed is named or placed.column.key == entered) else "head"
        pieces.extend(_aligned(((title, role),), placed.column.align, placed.cells))
    return tuple(pieces)


def row_line(
    row: Row,
    layout: Layout,
    order: Mapping[str, int],
    mark: Piece,
    entered: str | None,
    brief: bool = False,
    named: bool = False,
    apart: Mapping[str, int] = NOTHING_ALIKE,
) -> Line:
    """A row with its mark.

    Args:
        row: the row.
        layout: the columns on the screen.
        order: the place of every column's cell in the row, by the column's key.
        mark: what stands before it.
        entered: the column whose cell is under the cursor.
        brief: whether units are short where they can be, because one in the column must be: see `must_be_brief`.
        named: whether rows are looked for by their names, which then keep their width beside a figure across columns.
        apart: where names of the grid begin to differ from others, see `told_apart`.
    """
    row = replace(row, span=_span_for(row, layout, order, named)) if row.span is not None else row
    pieces: list[Piece] = [mark]
    dated = any(placed.column.dates for placed in layout.placed)
    for placed, given in _parts(row, layout.placed, order):
        cell, cells, gap = row.cells[order[placed.column.key]], given, placed.gap
        if cell[:1] == (DATED,):
            cell = cell[1:] if dated else ()
        if cell[:1] == (DISPUTED,) and line_width(cell) > cells and gap:
            # The sign takes a blank before the column, whose width is that of its numbers.
            cells, gap = cells + 1, gap - 1
        pieces.append((" " * gap, "plain"))
        if row.span is not None and placed.column.slides:
            pieces.extend(align_line_right(row.span, cells))
            continue
        drawn = _aligned(cell, placed.column.align, cells, brief, apart)
        pieces.extend(((text, "cell") for text, _ in drawn) if placed.column.key == entered else drawn)
    return tuple(pieces)


def told_apart(rows: Sequence[Row], layout: Layout, order: Mapping[str, int]) -> Mapping[str, int]:
    """Where each name begins to differ from one that begins like it; nothing in a table that is too long to be looked through."""
    if len(rows) > MANY:
        return NOTHING_ALIKE
    spread = [order[placed.column.key] for placed in layout.placed if placed.column.align == "spread"]
    return differing(_own_name(_parted(row.cells[at], GAP)[0]) for row in rows for at in spread)


def _own_name(name: Line) -> str:
    """A name without the space, and the sign of what is folded, before it."""
    return plain_text(name).lstrip(INDENT)


def must_be_brief(rows: Sequence[Row], layout: Layout, order: Mapping[str, int]) -> bool:
    """Whether any row has a name that leaves no room for the whole unit behind it."""
    spread = [(order[placed.column.key], placed.cells) for placed in layout.placed if placed.column.align == "spread"]
    return any(_is_cramped(row.cells[at], cells) for at, cells in spread for row in rows if row.span is None)


def _is_cramped(line: Line, cells: int) -> bool:
    if BRIEF not in line:
        return False
    name, unit = _parted(_wordy(line), GAP)
    return line_width(name) + line_width(unit) >= cells and not says(name, unit)


def copied_row(row: Row, columns: Sequence[Column], name: str | None = None) -> str:
    """A row as plain cells separated by tabs, under the titles of its columns where it has several cells.

    Signs, little pictures and dots for what is not said stay out.

    Args:
        row: the row.
        columns: its columns.
        name: its whole name, in place of what stands in the first column with a title.
    """
    sliding = [place for place, column in enumerate(columns) if column.slides]
    heads: list[str] = []
    cells: list[str] = []
    for place, (column, cell) in enumerate(zip(columns, row.cells, strict=False)):
        if row.span is not None and place in sliding:
            cell = row.span if place == sliding[0] else ()  # noqa: PLW2901
        parts = _texts(cell)
        if _is_drawn(cell) or not (column.title or any(parts)):
            continue
        if name is not None and column.title:
            parts, name = [name, *parts[1:]], None
        heads += [column.title, *("" for _ in parts[1:])]
        cells += parts
    head, told = ("\t".join(texts).rstrip() for texts in (heads, cells))
    return f"{head}\n{told}" if head and len(cells) > 1 else told


def _span_for(row: Row, layout: Layout, order: Mapping[str, int], named: bool) -> Line:
    """What a row tells across columns: with the longest form of its period that leaves the name its width.

    Where none does, the name gives way as far as it can still be told from others, unless rows are looked for by their names.
    """
    sliding = [place for place, one in enumerate(layout.placed) if one.column.slides]
    if not row.span or len(row.span) < 2 or not sliding:
        return row.span or ()
    first, last = layout.placed[sliding[0]], layout.placed[sliding[-1]]
    room, forms = last.left + last.cells - first.left, _forms(row.span)
    name = layout.placed[sliding[0] - 1] if sliding[0] else None
    spared = max(0, name.cells - _least(row.cells[order[name.column.key]])) if name and not named else 0
    ways = [*((form, room) for form in forms[: len(forms) if named else 2]), *((form, room + spared) for form in forms)]
    return next((form for form, most in ways if line_width(form) <= most), forms[-1])


def _least(name: Line) -> int:
    """The cells that a name keeps, with its unit where that was made short for it."""
    return LEAST_NAME + line_width(_parted(name, BRIEF)[1])


def _forms(span: Line) -> list[Line]:
    """A figure across columns with its period, with this written short, and without it."""
    (label, role), *figure = span
    return [span, ((short_label(label.removesuffix(": ")) + ": ", role), *figure), ((f"{ELLIPSIS} ", role), *figure)]


def _parts(row: Row, placed: Sequence[Placed], order: Mapping[str, int]) -> list[tuple[Placed, int]]:
    """The columns of a row with their widths; a span counts as one column and shares its width with the name before it.

    The name gives way to the span as far as it can still be told from others.
    """
    sliding = [place for place, one in enumerate(placed) if one.column.slides] if row.span is not None else []
    parts = [(one, one.cells) for place, one in enumerate(placed) if place not in sliding[1:]]
    if row.span is None or not sliding:
        return parts
    at, last = sliding[0], placed[sliding[-1]]
    room = last.left + last.cells - placed[at].left
    if at:
        name, cells = parts[at - 1]
        named = row.cells[order[name.column.key]]
        wanted, spare = line_width(_wordy(named)) + 1 - cells, room - line_width(row.span)
        more = min(max(0, wanted), spare - 1) if spare > 0 else max(spare, min(0, wanted, _least(named) - cells))
        parts[at - 1], room = (name, cells + more), room - more
    parts[at] = (placed[at], room)
    return parts


def _aligned(line: Line, align: str, cells: int, brief: bool = False, apart: Mapping[str, int] = NOTHING_ALIKE) -> Line:
    if align == "right":
        return align_line_right(line, cells)
    if align != "spread":
        return fit_line(line, cells, cut=cut_before if align == "until" else fit)
    name, unit = _parted(_wordy(line), GAP)
    place = _place(name, apart)
    if GAP not in line:
        return fit_name(name, cells, place)
    short = _parted(line, BRIEF)[1]
    return with_unit(name, short if short and (brief or line_width(name) + line_width(unit) >= cells) else unit, cells, place)


def _place(name: Line, apart: Mapping[str, int]) -> int:
    """The letter of a name, counted with what stands before it, at which it begins to differ from one like it; 0 if none is."""
    if not apart or (place := apart.get(own := _own_name(name), 0)) == 0:
        return 0
    return len(plain_text(name)) - len(own) + place


def _parted(line: Line, at: Piece) -> tuple[Line, Line]:
    """What is before a piece and what is behind it."""
    place = line.index(at) if at in line else len(line)
    return line[:place], line[place + 1 :]


def _wordy(line: Line) -> Line:
    """A line without the short words for where there is little room."""
    return _parted(line, BRIEF)[0]


def _texts(cell: Line) -> list[str]:
    """The texts of a cell before and after its gap, without signs."""
    pieces = [(text, role) for text, role in _wordy(cell) if not (role == DISPUTED[1] and text.startswith(DISPUTED[0]))]
    parts = plain_text((text if (text, role) != GAP else "\t", role) for text, role in pieces).split("\t")
    return ["" if part.strip() == MISSING else part.strip() for part in parts]


def _is_drawn(cell: Line) -> bool:
    """Whether a cell holds a little picture."""
    told = plain_text(cell).strip()
    return bool(told) and not told.strip(BLOCKS + " ")
