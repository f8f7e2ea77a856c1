"""Free SQL, made safe: statements are split and classified by DuckDB's own parser, and only queries may run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from queries.column_types import fits_python, has_infinity, select_list
from queries.engine import duckdb
from queries.errors import SqlError, located
from queries.question import header, literal, text_of
from queries.sqltext.tokens import is_literal, meaningful, without_end

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from queries.store import Cursor

CHUNK = 2_000
"""Rows that are fetched from DuckDB at a time."""
_ALLOWED = "SELECT, WITH, FROM, VALUES, DESCRIBE, SUMMARIZE, EXPLAIN"
_HINTS = {"MULTI": "; PIVOT needs its values named: ON measure IN ('value', 'plan_pct')"}


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to one statement: names and DuckDB types of the columns, and the rows, fetched lazily.

    ``rows`` belongs to the cursor that ran the statement: take them before it runs another.
    """

    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of an SQL text.

    Attributes:
        text: the statement without the semicolon that ends it.
        parameters: the names of its $parameters.
        start: where it begins in the whole text, in code points.
        explains: whether it is an EXPLAIN, which cannot stand inside another statement.
    """

    text: str
    parameters: frozenset[str]
    start: int = 0
    explains: bool = False

    @property
    def end(self) -> int:
        """Where it ends in the whole text, in code points."""
        return self.start + len(self.text)


def statements(sql: str, cursor: Cursor | None = None) -> list[Statement]:
    """The statements of ``sql``, split by DuckDB itself and checked to be queries.

    Args:
        sql: the whole text.
        cursor: on the open store; without one DuckDB first creates an in-memory database to parse the text.

    Raises:
        SqlError: the text does not parse, holds nothing, or holds a statement that is no question (INSERT, COPY, SET ...).
    """
    try:
        found = (cursor.raw if cursor else duckdb).extract_statements(sql)
    except duckdb.Error as error:
        raise located(str(error), sql) from error
    if not found:
        raise SqlError("nothing to run: the SQL is empty")
    parts, reached = [], 0
    for statement in found:
        text = statement.query.strip()
        start = max(reached, sql.find(text, reached))
        reached = start + len(text)
        kind = _kind(statement)
        if kind not in ("SELECT", "EXPLAIN"):
            raise SqlError(
                f"{_named(text, kind)} is not allowed, the store is only asked: {_ALLOWED}{_HINTS.get(kind, '')}", start
            )
        parts.append(Statement(without_end(text), frozenset(statement.named_parameters), start, kind == "EXPLAIN"))
    return parts


def statement_at(sql: str, offset: int, cursor: Cursor | None = None) -> Statement:
    """The statement of ``sql`` at ``offset`` (code points), or the one before it.

    Raises:
        SqlError: as `statements`.
    """
    found = statements(sql, cursor)
    return next((part for part in reversed(found) if part.start <= offset), found[0])


def run(cursor: Cursor, statement: Statement, parameters: Mapping[str, Any] | None = None) -> Result:
    """Run one statement.

    Args:
        cursor: a cursor of this job's own; `Cursor.interrupt` stops the statement.
        statement: one of `statements`.
        parameters: values by name; those that the statement does not ask for are ignored.

    Raises:
        SqlError: a parameter has no value, or DuckDB refuses it (the message keeps its words, the place is in the whole text).
        duckdb.InterruptException: the cursor was interrupted.
    """
    given = {name: value for name, value in (parameters or {}).items() if name in statement.parameters}
    if missing := sorted(statement.parameters - given.keys()):
        raise SqlError(f"no value for ${', $'.join(missing)}; write a line at the top, for example: -- {missing[0]} = '2026-Q1'")
    try:
        answer = cursor.raw.execute(statement.text, given or None)
        described = answer.description or []
        types = tuple(str(column[1]).strip('"') for column in described)

        def run_as_text() -> None:
            names = ", ".join(f"c{place}" for place in range(len(types)))
            sql = text_of("answer/as_text").format(statement=statement.text, columns=names, shown=select_list(types))
            cursor.raw.execute(sql, given or None)

        if not all(map(fits_python, types)):
            run_as_text()
        return Result(tuple(str(column[0]) for column in described), types, _fetched(cursor, types, run_as_text))
    except duckdb.InterruptException:
        raise
    except duckdb.Error as error:
        raise located(str(error), statement.text).moved(statement.start) from error


def header_parameters(cursor: Cursor, sql: str, parts: Sequence[Statement]) -> dict[str, Any]:
    """The values that the header of ``sql`` gives to the parameters of its statements (``-- period = '2026-Q1'``).

    Comment lines of that form that no statement asks for are comments.

    Raises:
        SqlError: a value is no SQL literal.
    """
    asked = set[str]().union(*(part.parameters for part in parts))
    return {name: _value(cursor, name, text) for name, text in header(sql).examples.items() if name in asked}


def typed_literal(text: str) -> str:
    """What was typed for a parameter, as an SQL literal: one literal stays as it is, the rest is text that gets its quotes."""
    text = text.strip()
    return text if is_literal(text) else literal(text)


def typed_value(cursor: Cursor, name: str, text: str, like: object = None) -> Any:
    """The value of what was typed for a parameter: that of `typed_literal`, or the text itself where ``like`` is text.

    Args:
        cursor: asks DuckDB what the literal is.
        name: the parameter.
        text: what was typed.
        like: the value that the parameter has by itself, if any: ``2030`` in the place of ``'2029'`` is text.

    Raises:
        SqlError: DuckDB cannot hold it.
    """
    value = _value(cursor, name, typed_literal(text))
    return text.strip() if isinstance(like, str) and not isinstance(value, str | None) else value


def _value(cursor: Cursor, name: str, text: str) -> Any:
    try:
        (question,) = statements(text_of("console/value").format(literal=text), cursor)
        ((value,),) = run(cursor, question).rows
    except (SqlError, ValueError) as error:
        raise SqlError(f"no value of ${name}: {text}; text stands in quotes: -- {name} = 'text'") from error
    return value


def _fetched(cursor: Cursor, types: Sequence[str], run_as_text: Callable[[], None]) -> Iterator[tuple[Any, ...]]:
    """The rows of the running statement; where one may hold an infinite date, they are fetched again as DuckDB writes them."""
    given, as_text = 0, False
    try:
        while rows := cursor.raw.fetchmany(CHUNK):
            if not as_text and has_infinity(types, rows):
                run_as_text()
                as_text = True
                rows = cursor.raw.fetchmany(given + len(rows))[given:]
            given += len(rows)
            yield from rows
    except duckdb.InterruptException:
        raise
    except duckdb.Error as error:
        raise SqlError(str(error).strip()) from error


def _kind(statement: duckdb.Statement) -> str:
    try:
        return statement.type.name
    except ValueError:  # DuckDB knows statements that its Python client has no name for, such as UPDATE EXTENSIONS
        return ""


def _named(sql: str, kind: str) -> str:
    """A statement by its first word: DuckDB's own kind of INSTALL is LOAD; what stands behind WITH is called by the kind."""
    first, *others = [token.text.upper() for token in meaningful(sql)[:2]]
    if first == "WITH" and kind:
        return kind
    return " ".join([first, *others]) if first == "FORCE" else first
