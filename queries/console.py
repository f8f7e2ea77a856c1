"""Free SQL, made safe: statements are split and typed by DuckDB's own parser, and only questions may run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import duckdb

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from queries.store import Cursor

CHUNK = 2_000
_QUESTIONS = {duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN}


class SqlError(Exception):
    """The SQL cannot be run; the message says why in DuckDB's words or ours."""


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to one statement: names and DuckDB types of the columns, and the rows, fetched as they are taken.

    ``rows`` belongs to the cursor that ran the statement: take them before it runs another.
    """

    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


def statements(sql: str) -> list[str]:
    """The single statements of ``sql``, each checked to be a question.

    Raises:
        SqlError: the text does not parse, holds nothing, or holds a statement that is no question (INSERT, COPY, SET ...).
    """
    try:
        found = duckdb.extract_statements(sql)
    except duckdb.Error as error:
        raise SqlError(str(error).strip()) from error
    if not found:
        raise SqlError("nothing to run: the SQL is empty")
    for statement in found:
        if statement.type not in _QUESTIONS:
            raise SqlError(
                f"{statement.type.name} is not allowed: the console only asks (SELECT, WITH, FROM, VALUES, DESCRIBE, SUMMARIZE, EXPLAIN)"
            )
    return [statement.query for statement in found]


def run(cursor: Cursor, statement: str, parameters: Mapping[str, Any] | None = None) -> Result:
    """Run one statement.

    Args:
        cursor: a cursor of this job's own; `Cursor.interrupt` stops the statement.
        statement: one of `statements`.
        parameters: a value for every $name in it.

    Raises:
        SqlError: DuckDB refuses it; the message keeps DuckDB's words.
        duckdb.InterruptException: the cursor was interrupted.
    """
    try:
        answer = cursor.raw.execute(statement, dict(parameters) if parameters else None)
        described = answer.description or []
        return Result(
            tuple(str(column[0]) for column in described),
            tuple(str(column[1]) for column in described),
            _fetched(cursor),
        )
    except duckdb.InterruptException:
        raise
    except duckdb.Error as error:
        raise SqlError(str(error).strip()) from error


def _fetched(cursor: Cursor) -> Iterator[tuple[Any, ...]]:
    try:
        while rows := cursor.raw.fetchmany(CHUNK):
            yield from rows
    except duckdb.InterruptException:
        raise
    except duckdb.Error as error:
        raise SqlError(str(error).strip()) from error
