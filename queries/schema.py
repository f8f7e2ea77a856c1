"""The store's own schema, for the console: tables, columns, comments in ``Vietnamese | English``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from queries.question import Question, text_of

if TYPE_CHECKING:
    from queries.store import Cursor


class ColumnRow(NamedTuple):
    """One column of a table or view; ``table_rows`` is None for a view."""

    table_name: str
    table_comment: str | None
    table_rows: int | None
    column_name: str
    data_type: str
    column_comment: str | None


COLUMNS = Question("schema/columns", ColumnRow)


def samples(cursor: Cursor, table: str, column: str) -> list[str]:
    """Some values of a column, the most frequent first."""
    sql = text_of("schema/samples").format(table=quote_identifier(table), column=quote_identifier(column))
    return [str(value) for (value,) in cursor.raw.execute(sql).fetchall()]


def quote_identifier(name: str) -> str:
    """A name quoted as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'
