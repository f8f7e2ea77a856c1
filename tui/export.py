"""Writing the rows of a pane in the formats that people ask for; Polars is imported only here, when something is written."""

from __future__ import annotations

import errno
import os
import re
from typing import TYPE_CHECKING, Any, BinaryIO

from queries.fold import fold

if TYPE_CHECKING:
    from pathlib import Path

    from polars import DataFrame

    from tui.model.table import Table

FORMATS = {"csv": "csv", "excel_csv": "csv", "xlsx": "xlsx", "parquet": "parquet", "json": "json", "markdown": "md"}


def write(path: Path, form: str, table: Table) -> None:
    """Write ``table`` to ``path`` in one of `FORMATS`; a file already there is replaced only when the new one is whole.

    Raises:
        OSError: it cannot be written there.
    """
    beside = path.with_name(path.name + ".part")
    try:
        with beside.open("wb") as file:
            write_to(file, form, table)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def write_to(file: BinaryIO, form: str, table: Table) -> None:
    """Write ``table`` into an open binary file or pipe.

    Raises:
        BrokenPipeError: the reader of the pipe has gone.
    """
    if form == "markdown":
        file.write((markdown(table) + "\n").encode())
        return
    frame = _frame(table)
    try:
        if form == "excel_csv":
            frame.write_csv(file, include_bom=True, separator=";", decimal_comma=True)
        elif form == "csv":
            frame.write_csv(file)
        elif form == "xlsx":
            frame.write_excel(file, autofit=True)
        elif form == "parquet":
            frame.write_parquet(file)
        else:
            file.write(frame.write_json().encode())
    except OSError as error:
        # Polars tells of a closed pipe by its message only.
        if error.errno == errno.EPIPE or "Broken pipe" in str(error):
            raise BrokenPipeError from error
        raise


def markdown(table: Table) -> str:
    """The table in Markdown."""

    def line(cells: list[Any]) -> str:
        return (
            "| " + " | ".join("" if cell is None else str(cell).replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
        )

    return "\n".join([line(list(table.columns)), "|" + " --- |" * len(table.columns), *(line(row) for row in table.rows)])


def tabbed(table: Table, lang: str) -> str:
    """The table with its cells parted by tabs, numbers with the decimal sign of the language, as spreadsheets take it."""

    def cell(value: Any) -> str:
        if isinstance(value, float):
            text = f"{value:.15g}"
            return text.replace(".", ",") if lang == "vi" else text
        return "" if value is None else " ".join(str(value).split())

    return "\n".join("\t".join(map(cell, row)) for row in [table.columns, *table.rows])


def safe_name(name: str) -> str:
    """A name that every file system takes."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") or "table"


def _frame(table: Table) -> DataFrame:
    import polars as pl

    names: list[str] = []
    for name in table.columns:
        names.append(name if name and name not in names else f"{name or 'column'} {len(names) + 1}")
    return pl.DataFrame(table.rows, schema=names, orient="row", infer_schema_length=None, strict=False)
