"""Writing rows as CSV, JSON, Markdown, Excel and Parquet; Polars is imported only for the last two."""

from __future__ import annotations

import codecs
import csv
import io
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

from queries.files import replacing
from tui.values import jsonable, plain

if TYPE_CHECKING:
    from codecs import StreamWriter
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from polars import DataFrame, Series

    from tui.model.table import Table

FORMATS = {"csv": "csv", "excel_csv": "csv", "xlsx": "xlsx", "parquet": "parquet", "json": "json", "markdown": "md"}
BINARY = ("parquet", "xlsx")
SHEET_DIGITS = 10**15
"""From here on a sheet would round a whole number."""


def unused_path(path: Path) -> Path:
    """``path``, or the first numbered variant of it that does not exist yet."""
    found, count = path, 1
    while is_taken(found):
        count += 1
        found = path.with_stem(f"{path.stem}-{count}")
    return found


def is_taken(path: Path) -> bool:
    """Whether there is something at ``path``; False for a name that no file can have, which writing tells."""
    try:
        return path.exists()
    except OSError:
        return False


def form_of(path: Path, chosen: str) -> str:
    """The one of `FORMATS` that the ending of ``path`` asks for; the chosen one where it has that ending, or tells of none."""
    ending = path.suffix.lower().removeprefix(".")
    return chosen if FORMATS[chosen] == ending else next((form for form in FORMATS if FORMATS[form] == ending), chosen)


def write(path: Path, form: str, table: Table) -> None:
    """Write ``table`` to ``path`` in one of `FORMATS`; a file already there is replaced only when the new one is whole.

    Raises:
        OSError: it cannot be written there.
    """
    with replacing(path) as beside, beside.open("wb") as file:
        write_to(file, form, table)


def write_to(file: BinaryIO, form: str, table: Table) -> None:
    """Write ``table`` into an open binary file or pipe.

    Raises:
        BrokenPipeError: the reader of the pipe has gone.
    """
    if form in BINARY:
        file.write(_packed(form, table))
        return
    write_text(codecs.getwriter("utf-8")(file), form, table.columns, table.rows)


def write_text(file: TextIO | StreamWriter, form: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write rows as ``csv``, ``excel_csv``, ``json``, ``jsonl`` or ``markdown``, one after the other as they come."""
    if form == "excel_csv":
        file.write("\ufeff")
        _csv(file, columns, ([_with_comma(value) for value in row] for row in rows), ";")
    elif form == "csv":
        _csv(file, columns, (map(plain, row) for row in rows), ",")
    elif form == "markdown":
        file.writelines(line + "\n" for line in _markdown(columns, rows))
    elif form == "jsonl":
        file.writelines(record + "\n" for record in _records(columns, rows))
    else:
        file.write("[")
        file.writelines((",\n " if place else "") + record for place, record in enumerate(_records(columns, rows)))
        file.write("]\n")


def markdown(table: Table) -> str:
    """The table in Markdown."""
    return "\n".join(_markdown(table.columns, table.rows))


def tab_separated(rows: Iterable[Sequence[object]], lang: str) -> str:
    """Rows with cells separated by tabs, to be pasted into a spreadsheet."""
    return "\n".join("\t".join(" ".join(cell_text(value, lang).split()) for value in row) for row in rows)


def cell_text(value: object, lang: str) -> str:
    """A value with the decimal separator of the language."""
    return _with_comma(value) if lang == "vi" else plain(value)


def _with_comma(value: object) -> str:
    text = plain(value)
    return text.replace(".", ",") if isinstance(value, (float, Decimal)) else text


def _csv(file: TextIO | StreamWriter, columns: Sequence[str], rows: Iterable[Iterable[str]], between: str) -> None:
    writer = csv.writer(file, delimiter=between, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)


def _markdown(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterable[str]:
    def line(cells: Iterable[object]) -> str:
        return "| " + " | ".join(plain(cell).replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"

    yield line(columns)
    yield "|" + " --- |" * len(columns)
    yield from map(line, rows)


def _records(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterable[str]:
    names = _unlike(columns)
    for row in rows:
        yield json.dumps(dict(zip(names, map(jsonable, row), strict=True)), ensure_ascii=False)


def _unlike(columns: Sequence[str]) -> list[str]:
    """Column names made unique and non-empty."""
    names: list[str] = []
    for name in columns:
        names.append(name if name and name not in names else f"{name or 'column'} {len(names) + 1}")
    return names


def _packed(form: str, table: Table) -> bytes:
    import polars as pl

    sheet = form == "xlsx"
    columns = zip(*table.rows, strict=True) if table.rows else ((),) * len(table.columns)
    names = _unlike(table.columns)
    frame: DataFrame = pl.DataFrame([_series(name, list(values), sheet) for name, values in zip(names, columns, strict=True)])
    packed = io.BytesIO()
    frame.write_excel(packed, autofit=True) if sheet else frame.write_parquet(packed)
    return packed.getvalue()


def _series(name: str, values: list[object], sheet: bool) -> Series:
    """A column with the type of its values; as text where their types differ or the format cannot hold them."""
    import polars as pl

    kinds = {type(value) for value in values} - {type(None)}
    if kinds == {int, float}:
        values = [float(value) if isinstance(value, int) else value for value in values]
    try:
        series = pl.Series(name, values)
        inner: Any = series.dtype
        while isinstance(inner, pl.List) and not sheet:
            inner = inner.inner
        long = sheet and any(isinstance(one, int) and abs(one) >= SHEET_DIGITS for one in values)
        if not (inner.is_nested() or inner == pl.Object or long):
            return series
    except (TypeError, OverflowError, pl.exceptions.PolarsError):
        pass
    return pl.Series(name, [None if value is None else plain(value) for value in values], dtype=pl.String)
