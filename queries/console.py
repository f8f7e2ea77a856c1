"""Free SQL, made safe: statements are split and typed by DuckDB's own parser, and only questions may run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import duckdb

from queries.question import header

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


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of an SQL text, with the names of its $parameters."""

    text: str
    parameters: frozenset[str]


def statements(sql: str) -> list[Statement]:
    """The single statements of ``sql``, split by DuckDB itself, each checked to be a question.

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
                f"{statement.type.name} is not allowed, the store is only asked: SELECT, WITH, FROM, VALUES, DESCRIBE, EXPLAIN"
            )
    return [Statement(statement.query, frozenset(statement.named_parameters)) for statement in found]


def run(cursor: Cursor, statement: Statement, parameters: Mapping[str, Any] | None = None) -> Result:
    """Run one statement.

    Args:
        cursor: a cursor of this job's own; `Cursor.interrupt` stops the statement.
        statement: one of `statements`.
        parameters: values by name; those that the statement does not ask for are ignored.

    Raises:
        SqlError: a parameter has no value, or DuckDB refuses it; the message keeps DuckDB's words.
        duckdb.InterruptException: the cursor was interrupted.
    """
    given = {name: value for name, value in (parameters or {}).items() if name in statement.parameters}
    if missing := sorted(statement.parameters - given.keys()):
        raise SqlError(f"no value for ${', $'.join(missing)}; write a line at the top, for example: -- {missing[0]} = '2026-Q1'")
    try:
        answer = cursor.raw.execute(statement.text, given or None)
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


def written_parameters(cursor: Cursor, sql: str) -> dict[str, Any]:
    """The parameter values that ``sql`` gives itself in comment lines at its top (``-- period = '2026-Q1'``).

    Raises:
        SqlError: a value is no SQL literal.
    """
    values = {}
    for name, literal in header(sql).examples.items():
        (question,) = statements(f"select {literal}")
        values[name] = next(run(cursor, question).rows)[0]
    return values


def _fetched(cursor: Cursor) -> Iterator[tuple[Any, ...]]:
    try:
        while rows := cursor.raw.fetchmany(CHUNK):
            yield from rows
    except duckdb.InterruptException:
        raise
    except duckdb.Error as error:
        raise SqlError(str(error).strip()) from error
