"""Rows to standard output or to a file, in the formats of the plain verbs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.errors import UsageError
from tui.export import BINARY, write, write_text, write_to
from tui.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path


FOR_PEOPLE = ("table", "markdown")
"""Formats for people, in words; the others keep ids and plain numbers."""


def print_rows(form: str, columns: Sequence[str], rows: Iterator[Sequence[object]], right: Collection[str] = ()) -> None:
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
    return write_text(sys.stdout, form, columns, rows)


def write_file(form: str, columns: Sequence[str], rows: Sequence[Sequence[object]], output: Path | None) -> None:
    """Write rows as ``csv``, ``parquet``, ``xlsx`` or ``json`` to ``output`` or, if it is None, to standard output.

    Raises:
        UsageError: the format is binary and standard output is a terminal, or the file cannot be written.
    """
    table = Table("xulang", list(columns), [list(row) for row in rows])
    if output is None:
        if form in BINARY and sys.stdout.isatty():
            raise UsageError("binary_to_terminal", form=form)
        write_to(sys.stdout.buffer, form, table)
        sys.stdout.buffer.flush()
        return
    try:
        write(output, form, table)
    except OSError as error:
        raise UsageError("unwritable_output", output, reason=error) from error
