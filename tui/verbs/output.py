"""Rows to standard output or to a file, in the formats of the plain verbs."""

from __future__ import annotations

import csv
import json
import sys
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tui.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

RIGHT = ("value", "giá trị")
"""Columns of numbers that are written out already."""


def print_rows(form: str, columns: Sequence[str], rows: Iterator[Any]) -> None:
    """Print rows as ``table``, ``csv``, ``json``, ``jsonl`` or ``markdown``."""
    printers = {"csv": _csv, "json": _json, "jsonl": _jsonl, "markdown": _markdown, "table": _table}
    printers[form](columns, rows)


def write_file(form: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], output: Path | None) -> None:
    """Write rows as ``csv``, ``parquet``, ``xlsx`` or ``json`` to ``output`` or, if it is None, to standard output.

    Raises:
        UsageError: the format is binary and standard output is a terminal, or the file cannot be written.
    """
    from tui.export import write, write_to
    from tui.model.table import Table

    table = Table("xulang", list(columns), [list(row) for row in rows])
    if output is None:
        if form in ("parquet", "xlsx") and sys.stdout.isatty():
            raise UsageError(f"{form} is binary; name a file: xulang export --format {form} -o figures.{form}")
        write_to(sys.stdout.buffer, form, table)
        sys.stdout.buffer.flush()
        return
    try:
        write(output, form, table)
    except OSError as error:
        raise UsageError(f"{output}: cannot write there ({error.strerror}); choose another file") from error


def plain(value: Any) -> Any:
    """A value as JSON can hold it."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, float) and value != value:
        return None
    return value if isinstance(value, (int, float, str, bool, list, dict)) or value is None else str(value)


def _record(columns: Sequence[str], row: Sequence[Any]) -> str:
    return json.dumps({name: plain(value) for name, value in zip(columns, row, strict=True)}, ensure_ascii=False, default=str)


def _jsonl(columns: Sequence[str], rows: Iterator[Any]) -> None:
    for row in rows:
        print(_record(columns, row))


def _json(columns: Sequence[str], rows: Iterator[Any]) -> None:
    print("[", end="")
    for index, row in enumerate(rows):
        print(",\n " if index else "", _record(columns, row), sep="", end="")
    print("]")


def _csv(columns: Sequence[str], rows: Iterator[Any]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)


def _markdown(columns: Sequence[str], rows: Iterator[Any]) -> None:
    def line(cells: Sequence[Any]) -> str:
        return "| " + " | ".join("" if c is None else str(c).replace("|", "\\|").replace("\n", " ") for c in cells) + " |"

    print(line(columns))
    print("|" + "---|" * len(columns))
    for row in rows:
        print(line(row))


def _table(columns: Sequence[str], rows: Iterator[Any]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    found = [tuple(row) for row in rows]
    for place, name in enumerate(columns):
        right = name in RIGHT or any(
            isinstance(row[place], (int, float, Decimal)) and not isinstance(row[place], bool) for row in found
        )
        table.add_column(Text(name), justify="right" if right else "left", overflow="fold")
    for row in found:
        table.add_row(*(Text("" if value is None else str(value)) for value in row))
    # A pipe has no width of its own: give every line the room it needs instead of folding at 80.
    console = Console(width=None if sys.stdout.isatty() else 400, highlight=False, soft_wrap=False)
    console.print(table)
