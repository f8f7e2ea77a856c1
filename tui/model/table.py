"""The rows of a pane as plain values, for export."""

from __future__ import annotations

from typing import Any, NamedTuple


class Table(NamedTuple):
    """What is exported: a name for the file, the heads of the columns, the rows."""

    name: str
    columns: list[str]
    rows: list[list[Any]]
