"""Finding the tables of a text, however they are set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.reader.layout.tables.parted import parted_tables
from data.reader.layout.tables.piped import piped_tables
from data.reader.layout.tables.stacked import stacked_tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.reader.layout.lines import Line
    from data.reader.layout.tables.grid import Found


def find_tables(lines: Sequence[Line]) -> list[Found]:
    """The tables of a text in order; no two of them share a line."""
    kept: list[Found] = []
    taken = bytearray(len(lines))
    for kind in (piped_tables, parted_tables, stacked_tables):
        for found in kind(lines):
            if 1 not in taken[found.first : found.behind]:
                kept.append(found)
                taken[found.first : found.behind] = b"\1" * (found.behind - found.first)
    return sorted(kept, key=lambda found: found.first)
