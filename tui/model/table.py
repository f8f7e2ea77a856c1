"""The rows of a pane as plain values, for export."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Table(NamedTuple):
    """A table to export: a name for the file, the column headers, the rows."""

    name: str
    columns: list[str]
    rows: Sequence[Sequence[object]]
