"""The store's own schema, for the console: tables, columns, comments in ``Vietnamese | English``."""

from __future__ import annotations

from typing import NamedTuple

from queries.question import Question


class ColumnRow(NamedTuple):
    """One column of a table or view; ``table_rows`` is None for a view."""

    table_name: str
    table_comment: str | None
    table_rows: int | None
    column_name: str
    data_type: str
    column_comment: str | None


COLUMNS = Question("schema_columns", ColumnRow)
