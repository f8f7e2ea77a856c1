"""Writing the rows of a pane in the formats that people ask for; Polars is imported only here, when something is written."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

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
        if form == "markdown":
            beside.write_text(markdown(table) + "\n", encoding="utf-8")
        else:
            _write_frame(beside, form, table)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def markdown(table: Table) -> str:
    """The table in Markdown."""

    def line(cells: list[Any]) -> str:
        return (
            "| " + " | ".join("" if cell is None else str(cell).replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
        )

    return "\n".join([line(list(table.columns)), "|" + " --- |" * len(table.columns), *(line(row) for row in table.rows)])


def safe_name(name: str) -> str:
    """A name that every file system takes."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") or "table"


def _frame(table: Table) -> DataFrame:
    import polars as pl

    names: list[str] = []
    for name in table.columns:
        names.append(name if name and name not in names else f"{name or 'column'} {len(names) + 1}")
    return pl.DataFrame(table.rows, schema=names, orient="row", infer_schema_length=None, strict=False)


def _write_frame(path: Path, form: str, table: Table) -> None:
    frame = _frame(table)
    with path.open("wb") as file:
        if form == "excel_csv":
            frame.write_csv(file, include_bom=True, separator=";", decimal_comma=True)
        elif form == "csv":
            frame.write_csv(file)
        elif form == "xlsx":
            frame.write_excel(file, autofit=True)
        elif form == "parquet":
            frame.write_parquet(file)
        else:
            frame.write_json(file)
