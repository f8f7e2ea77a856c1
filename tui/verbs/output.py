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

    from tui.verbs.table import Manner

ENDINGS = {
    ".csv": "csv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".md": "markdown",
    ".parquet": "parquet",
    ".xlsx": "xlsx",
    ".txt": "table",
}
"""The formats that the ending of a file asks for."""
FOR_PEOPLE = ("table", "markdown")
"""Formats for people, in words; the others keep ids and plain numbers."""


def format_of(given: str | None, output: Path | None, otherwise: str, known: Collection[str]) -> str:
    """The format that was asked for, that which a file's name ends with, or the usual one where there is no file.

    Args:
        given: the format that was asked for.
        output: the file.
        otherwise: the usual format.
        known: the formats that can be written.

    Raises:
        UsageError: the file's name ends with nothing that tells one of them.
    """
    if given or output is None:
        return given or otherwise
    form = ENDINGS.get(output.suffix.lower(), "")
    if form not in known:
        raise UsageError("unknown_ending", output, endings=", ".join(end for end, form in ENDINGS.items() if form in known))
    return form


def print_rows(form: str, columns: Sequence[str], rows: Iterator[Sequence[object]], manner: Manner | None = None) -> None:
    """Print rows as ``table``, ``csv``, ``json``, ``jsonl`` or ``markdown``.

    Args:
        form: one of them.
        columns: the heads.
        rows: the cells.
        manner: how a table is set.
    """
    if form == "table":
        from tui.verbs.table import PLAIN, print_table

        return print_table(columns, rows, manner or PLAIN)
    return write_text(sys.stdout, form, columns, rows)


def write_file(form: str, columns: Sequence[str], rows: Sequence[Sequence[object]], output: Path | None) -> None:
    """Write rows in one of the formats of `ENDINGS` but ``table`` to ``output`` or, if it is None, to standard output.

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
