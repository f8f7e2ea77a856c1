"""One run of SQL text from the console: statements in order, the last one's rows a page at a time, stopped at any moment."""

from __future__ import annotations

import time
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from queries.console import Result, run, statements, written_parameters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from queries.store import Store

PAGE = 500


@dataclass(frozen=True, slots=True)
class Page:
    """Rows that a job has fetched.

    Attributes:
        columns: names of the columns.
        types: their DuckDB types.
        rows: this page's rows, at most `PAGE`.
        more: whether there are rows after these; known by one row fetched ahead, not guessed.
        seconds: time from the start of the job until this page was there.
        statement: the number of the statement shown, counted from 1.
        statements: how many statements were run.
    """

    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    more: bool
    seconds: float
    statement: int
    statements: int


class Job:
    """A run of ``sql`` with a cursor of its own.

    `first` and `more` are called in one worker thread at a time, `stop` from any other.
    """

    def __init__(
        self,
        store: Store,
        sql: str,
        parameters: Mapping[str, Any] | None = None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._cursor = store.cursor()
        self._sql = sql
        self._parameters = dict(parameters or {})
        self._clock = clock
        self._rows: Iterator[tuple[Any, ...]] = iter(())
        self._ahead: list[tuple[Any, ...]] = []
        self._head: Page | None = None
        self._started = 0.0

    def first(self) -> Page:
        """Run every statement and give the first page of the last.

        Raises:
            SqlError: the SQL cannot be run.
            duckdb.InterruptException: `stop` was called.
        """
        self._started = self._clock()
        parts = statements(self._sql)
        values = written_parameters(self._cursor, self._sql) | self._parameters
        result = Result((), (), iter(()))
        for part in parts:
            for _ in result.rows:
                pass
            result = run(self._cursor, part, values)
        self._rows = result.rows
        self._head = Page(result.columns, result.types, [], False, 0.0, len(parts), len(parts))
        return self.more()

    def more(self) -> Page:
        """The next page; an empty one when all rows were given."""
        assert self._head is not None, "first() comes before more()"
        rows = self._ahead + list(islice(self._rows, PAGE + 1 - len(self._ahead)))
        self._ahead = rows[PAGE:]
        head = self._head
        return Page(
            head.columns,
            head.types,
            rows[:PAGE],
            bool(self._ahead),
            self._clock() - self._started,
            head.statement,
            head.statements,
        )

    def stop(self) -> None:
        """Interrupt what runs; safe from any thread."""
        self._cursor.interrupt()

    def close(self) -> None:
        """Give the cursor back."""
        self._cursor.raw.close()
