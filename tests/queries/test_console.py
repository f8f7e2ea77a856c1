"""The console asks and cannot change, read other files, or reach out."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import duckdb
import pytest

from queries.console import SqlError, run, statements, written_parameters
from queries.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def store(small_store: Path) -> Iterator[Store]:
    with Store(small_store) as opened:
        yield opened


def answer(store: Store, sql: str) -> list[tuple[object, ...]]:
    with store.cursor() as cursor:
        found: list[tuple[object, ...]] = []
        for statement in statements(sql):
            found = list(run(cursor, statement, written_parameters(cursor, sql)).rows)
        return found


def test_a_question_is_answered(store: Store) -> None:
    assert answer(store, "select count(*) from observation") == [(15,)]


@pytest.mark.parametrize(
    "sql", ["from sector limit 1", "values (1)", "describe observation", "explain select 1", "with a as (select 1) from a"]
)
def test_every_form_of_a_question_may_run(store: Store, sql: str) -> None:
    assert answer(store, sql)


@pytest.mark.parametrize(
    "sql",
    [
        "insert into meta values ('a', 'b')",
        "delete from observation",
        "create table t (x int)",
        "create temp table t as select 1",
        "create macro m() as 1",
        "drop table observation",
        "copy observation to '/tmp/xulang-escape.csv'",
        "export database '/tmp/xulang-escape'",
        "attach '/tmp/other.duckdb' as other",
        "install httpfs",
        "load httpfs",
        "set threads = 64",
        "set variable a = 1",
        "pragma enable_profiling",
        "call pragma_version()",
        "checkpoint",
        "begin",
        "select 1; delete from observation",
        "with gone as (select 1) insert into meta select 'a', 'b' from gone",
    ],
)
def test_a_statement_that_is_no_question_is_refused(store: Store, sql: str) -> None:
    with pytest.raises(SqlError, match="is not allowed"):
        answer(store, sql)


@pytest.mark.parametrize(
    "sql",
    [
        "from read_csv('/etc/passwd')",
        "from read_text('/etc/passwd')",
        "from '/etc/passwd'",
        "from glob('/*')",
        "select * from parquet_scan('/tmp/*')",
        "from read_csv('http://localhost/x.csv')",
        "with hidden as (from read_text('/etc/hostname')) from hidden",
    ],
)
def test_a_question_cannot_read_other_files(store: Store, sql: str) -> None:
    with pytest.raises(SqlError):
        answer(store, sql)


def test_python_variables_are_out_of_reach(store: Store) -> None:
    secret = duckdb.sql("select 42 as x")
    assert secret is not None
    with pytest.raises(SqlError, match="secret"):
        answer(store, "from secret")


def test_vietnamese_in_a_literal_does_not_shift_the_split(store: Store) -> None:
    first, second = statements("select 'Tỷ lệ; hộ' as \"ộ;ệ\"; select 2")
    assert first.text.endswith('"ộ;ệ"')
    assert second.text == "select 2"


def test_a_parameter_takes_its_value_from_the_comment_at_the_top(store: Store) -> None:
    sql = "-- period = '2026-Q1'\nselect count(*) from observation where period_id = $period"
    assert answer(store, sql) == [(5,)]


def test_a_parameter_without_a_value_is_named(store: Store) -> None:
    with pytest.raises(SqlError, match=r"no value for \$period"):
        answer(store, "select $period")


def test_what_does_not_parse_keeps_duckdbs_words(store: Store) -> None:
    with pytest.raises(SqlError, match="syntax error"):
        answer(store, "selct 1")


def test_empty_sql_says_so(store: Store) -> None:
    with pytest.raises(SqlError, match="empty"):
        answer(store, " -- nothing\n")


def test_a_running_question_stops_when_its_cursor_is_interrupted_and_the_store_goes_on(store: Store) -> None:
    with store.cursor() as cursor:
        (endless,) = statements("select count(*) from range(1000000) a, range(1000000) b where a.range * b.range % 7 = 3")
        timer = threading.Timer(0.2, cursor.interrupt)
        timer.start()
        with pytest.raises(duckdb.InterruptException):
            list(run(cursor, endless).rows)
    assert answer(store, "select 1") == [(1,)]


def test_a_memory_bomb_is_an_error_and_not_the_end(small_store: Path) -> None:
    with Store(small_store, {"memory_limit": "50MB", "max_temp_directory_size": "1MB"}) as store:
        with pytest.raises(SqlError, match=r"(?i)memory"):
            answer(store, "select list(range) from range(50000000)")
        assert answer(store, "select 1") == [(1,)]
