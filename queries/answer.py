"""The answer to one statement: streamed page by page, and materialized in DuckDB only once it is sorted, filtered or counted.

The first pages come straight from the running statement, so that a table of millions shows its first rows at once. To jump to
the end, sort, filter or count, the answer is written to a temporary table on its own cursor (bounded by the memory and disk
limits of the connection), and pages are read from there. Python never holds all rows in memory.
"""

from __future__ import annotations

import threading
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from queries.column_types import fits_python, is_numeric, select_list
from queries.console import Result, Statement, run
from queries.engine import duckdb
from queries.errors import SqlError, located
from queries.fold import pattern
from queries.question import text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from queries.store import Cursor

PAGE = 500
"""Rows per page: more than fit on a screen, few enough to arrive at once."""
SMALL = 20 * PAGE
"""Rows that are held in Python's memory; longer answers are materialized in DuckDB."""
COUNTED = 100_000
"""Rows up to which different values are counted, which takes a moment; of more, how many there are is estimated."""
FREQUENT = 200
"""Values of a column that are told with how often they occur."""


class Sorting(NamedTuple):
    """A column (counted from 0) and the direction in which it sorts the rows."""

    column: int
    descending: bool


class Statistics(NamedTuple):
    """What a column holds; ``distinct`` is an estimate unless it is ``exact``; what numbers have is None where it holds none."""

    rows: int
    filled: int
    distinct: int
    least: str | None
    most: str | None
    mean: float | None
    median: float | None
    stddev: float | None
    total: float | None
    exact: bool = False


class Frequency(NamedTuple):
    """How often a value of a column occurs; ``share`` is between 0 and 1."""

    value: str | None
    rows: int
    share: float


class Answer:
    """The rows of one statement, on a cursor of its own.

    Everything but `stop`, `interrupt`, `progress` and the attributes is slow and belongs in a worker thread; a lock lets several
    threads take turns.

    Attributes:
        columns: names of the columns.
        types: their DuckDB types.
        known: how many rows are known so far.
        complete: whether ``known`` is all of them.
        materialized: whether the rows are in a temporary table.
        sortings: how the rows are sorted beyond the statement's own order.
        words: what the rows are filtered by.
        seconds: time from start to first page.
    """

    def __init__(self, cursor: Cursor, statement: Statement, values: Mapping[str, Any], clock: Callable[[], float]) -> None:
        self._cursor, self.statement, self._values, self._clock = cursor, statement, dict(values), clock
        self._lock = threading.RLock()
        self._stream: Iterator[tuple[Any, ...]] = iter(())
        self._held: list[tuple[Any, ...]] = []
        self._broken: Exception | None = None
        self._stopped = False
        self._arranged = False
        self.columns: tuple[str, ...] = ()
        self.types: tuple[str, ...] = ()
        self.known = 0
        self.complete = False
        self.materialized = False
        self.sortings: tuple[Sorting, ...] = ()
        self.words = ""
        self.seconds = 0.0

    def start(self) -> list[tuple[Any, ...]]:
        """Run the statement and return the first page.

        Raises:
            SqlError: it cannot be run.
            duckdb.InterruptException: `stop` was called.
        """
        with self._lock:
            begun = self._clock()
            self._cursor.prepare_paging()
            self._check()
            result: Result = run(self._cursor, self.statement, self._values)
            self.columns, self.types, self._stream = result.columns, result.types, result.rows
            rows = self._read(PAGE)
            self.seconds = self._clock() - begun
            self._cursor.idle = self.complete
            return rows[:PAGE]

    def page(self, number: int) -> list[tuple[Any, ...]]:
        """The rows of page ``number``, counted from 0; fewer than `PAGE` only at the end.

        Raises:
            SqlError, duckdb.InterruptException: as `start`.
        """
        with self._lock:
            self._check()
            if not self.materialized and not self.complete and self._is_to_be_kept((number + 1) * PAGE):
                self.materialize()
            if not self.materialized:
                return self._read((number + 1) * PAGE)[number * PAGE : (number + 1) * PAGE]
            name = "answer/arranged_window" if self._arranged else "answer/window"
            bounds = {"first": number * PAGE, "beyond": (number + 1) * PAGE}
            return self._ask(self._named(name, shown=select_list(self.types)), bounds).fetchall()

    def materialize(self) -> None:
        """Store the answer in a temporary table, if that was not done yet; this counts all rows.

        Raises:
            SqlError: the statement is an EXPLAIN, or the limits of memory and disk do not allow it.
        """
        with self._lock:
            if self.materialized:
                return
            self._cursor.activate()
            if self.statement.explains:
                raise SqlError("the answer of EXPLAIN is text: it cannot be sorted or filtered")
            try:
                if not (self.complete and all(map(fits_python, self.types)) and self._copied()):
                    columns = ", ".join(self._names)
                    wanted = {name: self._values[name] for name in self.statement.parameters}
                    self._ask(self._named("answer/materialize", statement=self.statement.text, columns=columns), wanted)
                self.known = self._count("kept_answer")
            except Exception as failure:  # whatever it is, the rows that were still to be streamed are lost
                self._broken = failure
                raise
            self.complete = self.materialized = True
            self._held, self._stream = [], iter(())

    def arrange(self, sortings: Sequence[Sorting] = (), words: str = "") -> None:
        """Sort and filter the rows; with neither, restore the statement's own order and all rows.

        Args:
            sortings: the first is the strongest; NULL always comes last, text in Vietnamese order.
            words: each must occur in some column, case and diacritics aside.
        """
        with self._lock:
            self.materialize()
            found = words.split()
            if sortings or found:
                tests = [self._test(place) for place in range(len(found))]
                order = [f"{self._key(one.column)} {'desc' if one.descending else 'asc'} nulls last" for one in sortings]
                sql = self._named("answer/arrange", condition=" and ".join(tests) or "true", sorting=", ".join([*order, "rowid"]))
                self._ask(sql, {f"w{place}": pattern(word) for place, word in enumerate(found)})
            self._arranged = bool(sortings or found)
            self.sortings, self.words = tuple(sortings), words if found else ""
            self.known = self._count("answer_order" if self._arranged else "kept_answer")

    def statistics(self, column: int) -> Statistics:
        """What a column (counted from 0) holds, over the rows that the filter leaves."""
        with self._lock:
            self.materialize()
            name = self._names[column]
            counted = text_of("answer/numbers" if is_numeric(self.types[column]) else "answer/no_numbers").format(column=name)
            exact = self.known <= COUNTED
            distinct = text_of("answer/distinct" if exact else "answer/estimated_distinct").format(column=name)
            sql = self._named("answer/statistics", column=name, distinct=distinct, numbers=counted, rows=self._rows())
            found = self._ask(sql, {}).fetchone()
            assert found is not None, "an aggregate gives one row"
            return Statistics(*found)._replace(exact=exact)

    def frequency(self, column: int) -> list[Frequency]:
        """The most frequent values of a column, over the rows that the filter leaves."""
        with self._lock:
            self.materialize()
            sql = self._named("answer/frequency", column=self._names[column], rows=self._rows())
            return [Frequency(*row) for row in self._ask(sql, {"most": FREQUENT}).fetchall()]

    def rows(self, most: int | None = None) -> Iterator[tuple[Any, ...]]:
        """All rows, or the first ``most``, as they are sorted and filtered, read page by page."""
        number = 0
        while (most is None or number * PAGE < most) and (page := self.page(number)):
            yield from page if most is None else page[: most - number * PAGE]
            number += 1

    @property
    def progress(self) -> float | None:
        """The approximate progress of the running statement in percent; None where DuckDB gives none."""
        return self._cursor.progress

    def stop(self) -> None:
        """Interrupt the running statement for good; safe from any thread."""
        self._stopped = True
        self._cursor.interrupt()

    def interrupt(self) -> None:
        """Interrupt the running statement; rows that were read stay readable."""
        self._cursor.interrupt()

    def close(self) -> None:
        """Close the cursor, which drops its temporary tables."""
        with self._lock:
            self._cursor.close()

    @property
    def _names(self) -> list[str]:
        return [f"c{place}" for place in range(len(self.columns))]

    def _check(self) -> None:
        if self._stopped:
            raise duckdb.InterruptException("INTERRUPT Error: stopped")

    def _is_to_be_kept(self, wanted: int) -> bool:
        """Whether that many rows do not come from the stream: they are too many for Python, or it was interrupted before."""
        interrupted = isinstance(self._broken, duckdb.InterruptException)
        return wanted >= SMALL or (interrupted and wanted > len(self._held))

    def _read(self, wanted: int) -> list[tuple[Any, ...]]:
        """Stream until one row more than ``wanted`` is held, or the answer ends.

        A stream that has broken off gives no rows any more, as one that has ended: what broke it is raised for every later page.
        """
        if self.complete:
            return self._held
        if self._broken is None:
            try:
                self._held.extend(islice(self._stream, max(0, wanted + 1 - len(self._held))))
            except Exception as failure:  # whatever it is, the stream is dead
                self._broken = failure
        if self._broken is not None and len(self._held) < wanted:
            raise self._broken
        self.complete = self._broken is None and len(self._held) <= wanted
        self.known = len(self._held) if self.complete else max(self.known, wanted)
        return self._held

    def _copied(self) -> bool:
        """Copy the rows in memory into the temporary table; False where DuckDB cannot take a value back."""
        kinds = ["INTEGER" if kind == "NULL" else kind for kind in self.types]
        shape = ", ".join(f"{name} {kind}" for name, kind in zip(self._names, kinds, strict=True))
        try:
            self._cursor.raw.execute(self._named("answer/create", columns=shape))
            with self._cursor.raw.appender("kept_answer") as appender:
                appender.append_rows(self._held)
        except duckdb.InterruptException:
            raise
        except (duckdb.Error, TypeError, ValueError):
            return False
        return True

    def _named(self, name: str, **parts: str) -> str:
        return text_of(name).format(kept="kept_answer", order="answer_order", **parts)

    def _rows(self) -> str:
        return self._named("answer/chosen_rows") if self._arranged else "kept_answer"

    def _test(self, place: int) -> str:
        one = text_of("answer/holds_word").strip()
        return f"({' or '.join(one.format(column=name, word=f'w{place}') for name in self._names)})"

    def _key(self, column: int) -> str:
        name = f"c{column}"
        return text_of("answer/alphabetic").strip().format(column=name) if self.types[column] == "VARCHAR" else name

    def _count(self, table: str) -> int:
        found = self._ask(text_of("answer/count").format(kept=table), {}).fetchone()
        assert found is not None, "count gives one row"
        return int(found[0])

    def _ask(self, sql: str, values: Mapping[str, Any]) -> duckdb.DuckDBPyConnection:
        try:
            return self._cursor.raw.execute(sql, dict(values) or None)
        except duckdb.InterruptException:
            raise
        except duckdb.Error as error:
            raise SqlError(located(str(error), sql).summary) from error
