"""A run from the console gives pages and an honest count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pytest

from queries.console import SqlError
from queries.job import PAGE, Job
from queries.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def store(small_store: Path) -> Iterator[Store]:
    with Store(small_store) as opened:
        yield opened


def test_the_first_page_says_that_there_is_more(store: Store) -> None:
    page = Job(store, f"from range({PAGE + 1})").first()
    assert len(page.rows) == PAGE
    assert page.more


def test_exactly_one_page_says_that_there_is_no_more(store: Store) -> None:
    page = Job(store, f"from range({PAGE})").first()
    assert len(page.rows) == PAGE
    assert not page.more


def test_pages_follow_each_other_without_gap_or_repeat(store: Store) -> None:
    job = Job(store, f"select range from range({2 * PAGE + 7}) order by range")
    rows = job.first().rows + job.more().rows + job.more().rows
    assert [row[0] for row in rows] == list(range(2 * PAGE + 7))
    assert job.more().rows == []


def test_of_several_statements_the_last_is_shown(store: Store) -> None:
    page = Job(store, "select 1; select 2 as b").first()
    assert page.columns == ("b",)
    assert page.rows == [(2,)]
    assert page.statements == 2


def test_a_faulty_later_statement_stops_the_run(store: Store) -> None:
    with pytest.raises(SqlError, match="nothing_like_this"):
        Job(store, "select 1; from nothing_like_this").first()


def test_an_error_while_rows_are_fetched_is_told(store: Store) -> None:
    with pytest.raises(SqlError, match="convert"):
        Job(store, "select cast(case when range = 400 then 'x' else '1' end as int) from range(500)").first()


def test_the_time_taken_comes_from_the_given_clock(store: Store) -> None:
    ticks = iter([1.0, 3.5])
    assert Job(store, "select 1", clock=lambda: next(ticks)).first().seconds == 2.5


def test_a_stopped_job_leaves_the_store_usable(store: Store) -> None:
    import threading

    job = Job(store, "select count(*) from range(1000000) a, range(1000000) b where a.range * b.range % 7 = 3")
    threading.Timer(0.2, job.stop).start()
    with pytest.raises(duckdb.InterruptException):
        job.first()
    assert Job(store, "select 1").first().rows == [(1,)]
