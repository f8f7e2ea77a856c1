"""A run from the console gives answers that begin at once and stop at once."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING

import duckdb
import pytest

from queries.console import statements
from queries.errors import SqlError
from queries.job import FirstPage, Job
from queries.store import Store

if TYPE_CHECKING:
    from pathlib import Path

ENDLESS = "select count(*) from range(1000000) a, range(1000000) b where a.range * b.range % 7 = 3"


def run(store: Store, sql: str) -> list[FirstPage]:
    return list(Job(store, statements(sql), sql).run())


def begun(job: Job) -> Future[list[FirstPage]]:
    """A job that runs in a thread of its own."""
    pool = ThreadPoolExecutor(1)
    future = pool.submit(lambda: list(job.run()))
    pool.shutdown(wait=False)
    return future


def stop(job: Job, running: Future[list[FirstPage]]) -> None:
    """Stop what runs in a thread; a stop that comes just before DuckDB begins is not heard, and is said again."""
    while not running.done():
        job.stop()
        wait([running], timeout=0.01)
    with pytest.raises(duckdb.InterruptException):
        running.result()


def test_every_statement_gives_an_answer(store: Store) -> None:
    first, second = run(store, "select 1 as a; select 2 as b")
    assert (first.answer.columns, first.rows) == (("a",), [(1,)])
    assert (second.answer.columns, second.rows) == (("b",), [(2,)])


def test_answers_before_a_faulty_statement_are_given(store: Store) -> None:
    job = Job(store, statements("select 1; from nothing_like_this"))
    given: list[FirstPage] = []
    with pytest.raises(SqlError, match="nothing_like_this") as caught:
        given.extend(iter(job.run()))
    assert [first.rows for first in given] == [[(1,)]]
    assert caught.value.at == len("select 1; from ")


def test_an_error_while_rows_are_fetched_is_told(store: Store) -> None:
    with pytest.raises(SqlError, match="convert"):
        run(store, "select cast(case when range = 400 then 'x' else '1' end as int) from range(500)")


@pytest.mark.parametrize("sql", ["from nothing_like_this", "select cast(md5(range::varchar) as int) from range(500)"])
def test_a_faulty_statement_leaves_nothing_at_work(small_store: Path, sql: str) -> None:
    with Store(small_store) as store:
        with pytest.raises(SqlError) as kept:
            run(store, sql)
        assert all(cursor.idle for cursor in store._cursors)
        assert kept.type is SqlError


def test_the_time_taken_comes_from_the_given_clock(store: Store) -> None:
    ticks = iter([1.0, 3.5])
    (first,) = Job(store, statements("select 1"), clock=lambda: next(ticks)).run()
    assert first.answer.seconds == 2.5


def test_parameters_come_from_the_header(store: Store) -> None:
    sql = "-- a = 'x'\n-- b = 2\nselect $a, $b"
    (first,) = Job(store, statements(sql), sql).run()
    assert first.rows == [("x", 2)]


def test_a_stopped_job_leaves_the_store_usable(store: Store) -> None:
    job = Job(store, statements(ENDLESS))
    stop(job, begun(job))
    assert run(store, "select 1")[0].rows == [(1,)]


def test_a_stop_before_the_start_is_not_lost(store: Store) -> None:
    job = Job(store, statements(ENDLESS))
    job.stop()
    with pytest.raises(duckdb.InterruptException):
        list(job.run())


def test_the_time_limit_stops_a_job_and_says_so(store: Store) -> None:
    job = Job(store, statements(ENDLESS), limit=0.1)
    with pytest.raises(duckdb.InterruptException):
        list(job.run())
    assert job.timed_out


def test_a_slow_job_does_not_hold_up_another(store: Store) -> None:
    slow = Job(store, statements(ENDLESS))
    running = begun(slow)
    try:
        assert run(store, "select 42")[0].rows == [(42,)]
    finally:
        stop(slow, running)


def test_a_running_job_tells_how_far_it_is(store: Store) -> None:
    job = Job(store, statements("select sum(sqrt(range)) from range(100000000000)"), limit=60)
    running = begun(job)
    told = None
    while told is None and not running.done():
        told = job.progress
    stop(job, running)
    assert told is not None
    assert 0 <= told <= 100
    assert job.progress is None
