"""Tables for people: full width in a pipe, fitted to a terminal, one block per row where even that is too wide.

Columns that name what a row is about may stand above the rows that share them where a terminal is too narrow for all columns.
"""

from __future__ import annotations

import shutil
import sys
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.draw import clean, width
from tui.values import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from rich.console import RenderableType

SHORT = 16
"""Columns up to this width are never folded."""
LEAST = 10
"""The least width that is left to a column that is folded."""
GAP, TIGHT, EDGES = 3, 2, 2
"""Cells between two columns, between two in a narrow terminal, and at the two edges of a table."""


class Manner(NamedTuple):
    """How a table is set.

    Attributes:
        right: heads of columns whose numbers are written out already; they stand at the right.
        named: how many of the first columns name what a row is about: in a narrow terminal they stand above the rows that share
            them, and what is empty is left out.
        spelt: what a head that is a mere sign is called where every row is a block.
    """

    right: Collection[str] = ()
    named: int = 0
    spelt: Mapping[str, str] = {}


PLAIN = Manner()


def print_table(columns: Sequence[str], rows: Iterator[Sequence[object]], manner: Manner = PLAIN) -> None:
    """Print rows as a table to standard output; numbers stand at the right."""
    from rich.console import Console

    found = [tuple(row) for row in rows]
    cells = [[_shown(value) for value in row] for row in found]
    # At least one cell: a column of characters without width is still a column.
    sizes = [max(1, *(width(cell) for cell in (name, *column))) for name, *column in zip(columns, *cells, strict=True)]
    room = shutil.get_terminal_size().columns if sys.stdout.isatty() else sum(sizes) + GAP * len(sizes) + EDGES
    console = Console(width=room, highlight=False, soft_wrap=False)
    numbers = [name in manner.right or any(_is_number(row[place]) for row in found) for place, name in enumerate(columns)]
    whole, rest = _fitted(sizes, room), _fitted(sizes[manner.named :], room, TIGHT)
    with console.capture() as captured:
        if rest and manner.named and whole != sizes:
            console.print(_under_names(columns, cells, rest, numbers, manner.named))
        elif whole:
            console.print(_side_by_side(columns, cells, whole, numbers))
        else:
            console.print(_one_under_another(columns, cells, manner))
    print("\n".join(line.rstrip() for line in captured.get().strip("\n").splitlines() if line.strip()))


def _fitted(sizes: Sequence[int], room: int, gap: int = GAP) -> list[int]:
    """Widths of columns that fit, the widest wrapped first; empty where they cannot fit."""
    for most in range(max(sizes, default=LEAST), 0, -1):
        widths = [size if size <= SHORT else min(size, max(most, LEAST)) for size in sizes]
        if sum(widths) + gap * len(widths) + EDGES <= room:
            return widths
    return []


def _side_by_side(
    columns: Sequence[str], cells: Sequence[Sequence[str]], widths: Sequence[int], numbers: Sequence[bool], **rest: Any
) -> RenderableType:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, **rest)
    for name, cells_wide, is_number in zip(columns, widths, numbers, strict=True):
        # A fixed width: Rich would squeeze a column below its least width and lose letters of it.
        table.add_column(Text(name), justify="right" if is_number else "left", overflow="fold", width=cells_wide)
    for row in cells:
        table.add_row(*(Text(cell) for cell in row))
    return table


def _under_names(
    columns: Sequence[str], cells: Sequence[Sequence[str]], widths: Sequence[int], numbers: Sequence[bool], named: int
) -> RenderableType:
    """A table of the columns behind the named ones; rows of the same names stand under a line with these."""
    from rich.console import Group
    from rich.text import Text

    narrow: dict[str, Any] = {"padding": (0, TIGHT - 1, 0, 0)}
    parts = [_side_by_side(columns[named:], (), widths, numbers[named:], **narrow)]
    for names, rows in groupby(cells, key=lambda row: row[:named]):
        parts.append(Text(" · ".join(filter(None, names)), overflow="fold"))
        parts.append(
            _side_by_side(columns[named:], [row[named:] for row in rows], widths, numbers[named:], show_header=False, **narrow)
        )
    return Group(*parts)


def _one_under_another(columns: Sequence[str], cells: Sequence[Sequence[str]], manner: Manner) -> RenderableType:
    """Every row as a block with one line per column."""
    from rich.console import Group
    from rich.rule import Rule
    from rich.table import Table
    from rich.text import Text

    blocks: list[RenderableType] = []
    for row in cells:
        block = Table.grid(padding=(0, 2), pad_edge=False)
        block.add_column(max_width=24, overflow="fold")
        block.add_column(overflow="fold")
        for name, cell in zip(columns, row, strict=True):
            if cell or not manner.named:
                block.add_row(Text(manner.spelt.get(name, name)), Text(cell))
        blocks += [Rule(style=""), block]
    return Group(*blocks)


def _shown(value: object) -> str:
    return clean(plain(value))


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)
