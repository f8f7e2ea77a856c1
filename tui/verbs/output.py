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
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path


def print_rows(form: str, columns: Sequence[str], rows: Iterator[Any], right: Collection[str] = ()) -> None:
    """Print rows as ``table``, ``csv``, ``json``, ``jsonl`` or ``markdown``.

    Args:
        form: one of them.
        columns: the heads.
        rows: the cells.
        right: heads of columns whose numbers are written out already; in a table they stand at the right.
    """
    if form == "table":
        from tui.verbs.table import print_table

        return print_table(columns, rows, right)
    printers = {"csv": _csv, "json": _json, "jsonl": _jsonl, "markdown": _markdown}
    return printers[form](columns, rows)


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
            raise UsageError("binary_to_terminal", form=form)
        write_to(sys.stdout.buffer, form, table)
        sys.stdout.buffer.flush()
        return
    try:
        write(output, form, table)
    except OSError as error:
        raise UsageError("unwritable_output", output, reason=error) from error


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
