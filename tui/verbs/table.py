"""Tables for people: full width in a pipe, fitted to a terminal, one block per row where even that is too wide."""

from __future__ import annotations

import shutil
import sys
from decimal import Decimal
from typing import TYPE_CHECKING

from tui.draw import clean, width
from tui.values import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from rich.console import RenderableType

SHORT = 16
"""Columns up to this width are never folded."""
LEAST = 10
"""The least width that is left to a column that is folded."""
GAP, EDGES = 3, 2
"""Cells between two columns, and at the two edges of a table."""


def print_table(columns: Sequence[str], rows: Iterator[Sequence[object]], right: Collection[str] = ()) -> None:
    """Print rows as a table to standard output; numbers, and the columns named by ``right``, stand at the right."""
    from rich.console import Console

    found = [tuple(row) for row in rows]
    cells = [[_shown(value) for value in row] for row in found]
    # At least one cell: a column of characters without width is still a column.
    sizes = [max(1, *(width(cell) for cell in (name, *column))) for name, *column in zip(columns, *cells, strict=True)]
    between = GAP * len(sizes) + EDGES
    room = shutil.get_terminal_size().columns if sys.stdout.isatty() else sum(sizes) + between
    widths = _fitted(sizes, room - between)
    console = Console(width=room, highlight=False, soft_wrap=False)
    numbers = [name in right or any(_is_number(row[place]) for row in found) for place, name in enumerate(columns)]
    with console.capture() as captured:
        console.print(_side_by_side(columns, cells, widths, numbers) if widths else _one_under_another(columns, cells))
    print("\n".join(line.rstrip() for line in captured.get().strip("\n").splitlines() if line.strip()))


def _fitted(sizes: Sequence[int], room: int) -> list[int]:
    """Widths of columns that fit, the widest wrapped first; empty where they cannot fit."""
    for most in range(max(sizes, default=LEAST), 0, -1):
        widths = [size if size <= SHORT else min(size, max(most, LEAST)) for size in sizes]
        if sum(widths) <= room:
            return widths
    return []


def _side_by_side(
    columns: Sequence[str], cells: Sequence[Sequence[str]], widths: Sequence[int], numbers: Sequence[bool]
) -> RenderableType:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name, cells_wide, is_number in zip(columns, widths, numbers, strict=True):
        # A fixed width: Rich would squeeze a column below its least width and lose letters of it.
        table.add_column(Text(name), justify="right" if is_number else "left", overflow="fold", width=cells_wide)
    for row in cells:
        table.add_row(*(Text(cell) for cell in row))
    return table


def _one_under_another(columns: Sequence[str], cells: Sequence[Sequence[str]]) -> RenderableType:
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
            block.add_row(Text(name), Text(cell))
        blocks += [Rule(style=""), block]
    return Group(*blocks)


def _shown(value: object) -> str:
    return clean(plain(value))


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)
