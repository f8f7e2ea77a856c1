"""Tables replaced by placeholder lines, so that nothing in a table is taken for a page number, a note or a heading."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.reader.layout.lines import Line
    from data.reader.layout.tables.grid import Found, Table


_TEXT = "Bảng."
"""The text of a placeholder, a sentence of its own: it ends the paragraph above it and starts none."""


def with_placeholders(lines: Sequence[Line], found: Sequence[Found]) -> tuple[list[Line], dict[int, Table]]:
    """The lines with one in the place of those of each table, and the tables by the index of that line.

    Args:
        lines: all of them.
        found: the tables, in order.
    """
    kept: list[Line] = []
    tables: dict[int, Table] = {}
    at = 0
    for one in found:
        kept += lines[at : one.first]
        first, last = lines[one.first], lines[one.behind - 1]
        tables[len(kept)] = one.table
        kept.append(replace(first, right=last.right, text=_TEXT))
        at = one.behind
    return [*kept, *lines[at:]], tables
