"""Finding the tables of a text, however they are set."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.reader.layout.tables.barred import barred_tables
from data.reader.layout.tables.captions import line_cell
from data.reader.layout.tables.cells import is_value
from data.reader.layout.tables.piped import piped_tables
from data.reader.layout.tables.spaced import spaced_tables
from data.reader.layout.tables.stacked import stacked_tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.reader.layout.lines import Line
    from data.reader.layout.tables.grid import Found


def find_tables(lines: Sequence[Line]) -> list[Found]:
    """The tables of a text in order; no two of them share a line."""
    kept: list[Found] = []
    taken = bytearray(len(lines))
    for kind in (barred_tables, piped_tables, spaced_tables, stacked_tables):
        for found in kind(lines):
            if 1 not in taken[found.first : found.behind]:
                kept.append(found)
                taken[found.first : found.behind] = b"\1" * (found.behind - found.first)
    kept.sort(key=lambda found: found.first)
    for at in range(1, len(kept)):
        if _goes_on(lines, kept[at - 1], kept[at]):
            before, rest = kept[at - 1], kept[at]
            numbers = tuple(line_cell(line) for line in lines[before.behind : rest.first])
            table = replace(rest.table, headers=before.table.headers, before=before.table, top=numbers)
            kept[at] = replace(rest, first=before.behind, table=table)
    return kept


def _goes_on(lines: Sequence[Line], before: Found, found: Found) -> bool:
    """Whether a table without heads is the rest of the one on the page before."""
    between = lines[before.behind : found.first]
    feed = any(line.feed for line in lines[before.behind : found.first + 1])
    bare = found.table.headers is None and not found.table.top and found.table.width == before.table.width
    return feed and bare and all(is_value(line.text) for line in between)
