"""One run of SQL text from the console: its statements in order, each an answer of its own, stopped at any moment."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, NamedTuple

from queries.answer import Answer
from queries.console import Statement, header_parameters
from queries.deadline import deadline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from queries.store import Store


class FirstPage(NamedTuple):
    """An answer that has begun, with its first page of rows."""

    answer: Answer
    rows: list[tuple[Any, ...]]


class Job:
    """A run of statements.

    `run` belongs into a worker thread, `stop` is called from any other.

    Args:
        store: the open store.
        parts: what to run, from `queries.console.statements`.
        header: SQL text whose comment lines at the top give values to $parameters.
        limit: seconds after which the run is stopped; None for no limit.
        clock: measures the time taken.
    """

    def __init__(
        self,
        store: Store,
        parts: Sequence[Statement],
        header: str = "",
        limit: float | None = None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._store, self._parts, self._header = store, tuple(parts), header
        self._limit, self._clock = limit, clock
        self._running: Answer | None = None
        self.stopped = False
        self.timed_out = False

    def run(self) -> Iterator[FirstPage]:
        """Run every statement, giving each answer with its first page as it comes.

        Raises:
            SqlError: a statement cannot be run; those before it were given.
            duckdb.InterruptException: `stop` was called, or the limit reached (`timed_out`).
        """
        try:
            with deadline(self._limit, self._time_out):
                with self._store.cursor() as cursor:
                    values = header_parameters(cursor, self._header, self._parts)
                for part in self._parts:
                    answer = self._running = Answer(self._store.cursor(), part, values, self._clock)
                    if self.stopped:
                        answer.stop()
                    try:
                        rows = answer.start()
                    except Exception:  # nobody gets this answer to close it
                        answer.close()
                        raise
                    yield FirstPage(answer, rows)
        finally:
            self._running = None

    @property
    def progress(self) -> float | None:
        """The approximate progress of the running statement in percent; None where DuckDB gives none."""
        return running.progress if (running := self._running) else None

    def stop(self) -> None:
        """Stop the run; safe from any thread.

        One that comes in the moment before DuckDB begins with a statement is not heard: it may be said again.
        """
        self.stopped = True
        if running := self._running:
            running.stop()

    def _time_out(self) -> None:
        self.timed_out = True
        self.stop()
