"""The console asks and cannot change, read other files, or reach out."""

from __future__ import annotations

import threading
import unicodedata
from typing import TYPE_CHECKING

import duckdb
import pytest

from queries.console import header_parameters, run, statements
from queries.errors import SqlError
from queries.store import Store

if TYPE_CHECKING:
    from pathlib import Path


def answer(store: Store, sql: str) -> list[tuple[object, ...]]:
    with store.cursor() as cursor:
        found: list[tuple[object, ...]] = []
        parts = statements(sql)
        for statement in parts:
            found = list(run(cursor, statement, header_parameters(cursor, sql, parts)).rows)
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
        "update observation set value = 0",
        "truncate observation",
        "merge into meta using (select 'a' as key) n on meta.key = n.key when matched then delete",
        "alter table observation add column x int",
        "comment on table observation is 'x'",
        "create or replace view latest as select 1",
        "create secret s (type http)",
        "create type mood as enum ('a')",
        "prepare q as select 1",
        "execute q",
        "deallocate q",
        "use memory",
        "reset threads",
        "set global memory_limit = '64GB'",
        "set memory_limit = '64GB'",
        "reset memory_limit",
        "pragma memory_limit = '64GB'",
        "set lock_configuration = false",
        "set enable_external_access = true",
        "detach small",
        "vacuum",
        "analyze",
        "force checkpoint",
        "import database '/tmp'",
        "pragma import_database('/tmp')",
        "pragma enable_object_cache",
        "call force_checkpoint()",
        "update extensions",
        "force install httpfs",
        "copy (select 1) to '/dev/stdout'",
        "copy observation from '/etc/passwd'",
        "copy from database small to other",
        "explain analyze delete from observation",
        "pivot observation on measure using count(*)",
        "/* select */ delete from meta",
        "-- select\ndelete from meta",
        "select 'Tỷ lệ; hộ'; -- ; select\ndrop view latest",
    ],
)
def test_a_statement_that_is_no_question_is_refused(store: Store, sql: str) -> None:
    with pytest.raises(SqlError, match=r"is not allowed|Cannot execute statement|read-only"):
        answer(store, sql)


@pytest.mark.parametrize(
    ("sql", "name"),
    [
        ("install httpfs", "INSTALL"),
        ("/* x */ Force\n install 'httpfs'", "FORCE INSTALL"),
        ("load httpfs", "LOAD"),
        ("update extensions", "UPDATE"),
        ("use memory", "USE"),
        ("checkpoint", "CHECKPOINT"),
        ("with a as (select 1) insert into meta from a", "INSERT"),
        ("pivot observation on measure using count(*)", "PIVOT"),
    ],
)
def test_a_refused_statement_is_called_as_it_is_written(store: Store, sql: str, name: str) -> None:
    with pytest.raises(SqlError, match=f"^{name} is not allowed, the store"):
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
        "select (select content from read_text('/etc/hostname'))",
        "select * from sector where exists (from read_blob('/etc/hostname'))",
        "from read_json('/etc/hostname')",
        "from sniff_csv('/etc/passwd')",
        "from parquet_metadata('/etc/hostname')",
        "from read_duckdb('/tmp/other.duckdb')",
        "from 's3://bucket/x.parquet'",
        "from 'https://example.org/x.csv'",
        "from query('from read_text(''/etc/hostname'')')",
        "from query_table('/etc/hostname')",
        "from duckdb_secrets()",
        "from json_execute_serialized_sql(json_serialize_sql('from read_text(''/etc/hostname'')'))",
        "select getenv('HOME')",
        "describe '/etc/passwd'",
        "summarize from read_csv('/etc/passwd')",
        "explain from read_csv('/etc/passwd')",
        "with recursive r as (select content from read_text('/etc/hostname') union all select 'x' from r) from r",
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


@pytest.mark.parametrize("note", ["TODO = ask Lan", "x = 1; select 2", "x ="])
def test_a_comment_at_the_top_is_no_value_where_nothing_asks_for_it(store: Store, note: str) -> None:
    assert answer(store, f"-- {note}\nselect 42") == [(42,)]


@pytest.mark.parametrize("value", ["ask Lan", "1; select 2", "", "selct 'a'", "1 where false", "1, 2", "nowhere"])
def test_a_value_that_is_none_is_named_with_its_parameter(store: Store, value: str) -> None:
    with pytest.raises(SqlError, match=r"no value of \$x") as caught:
        answer(store, f"-- x = {value}\nselect $x")
    assert caught.value.at is None


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


def test_the_locks_cannot_be_opened_by_any_function(store: Store) -> None:
    for sql in ("from enable_logging()", "from enable_profiling()", "from disable_logging()"):
        with pytest.raises(SqlError):
            answer(store, sql)
    settings = "select value from duckdb_settings() where name = 'enable_external_access'"
    assert answer(store, settings) == [("false",)]


@pytest.mark.parametrize("name", ["lock_configuration", "allowed_configs", "enable_external_access", "threads"])
def test_what_locks_the_store_cannot_be_set_on_a_cursor(store: Store, name: str) -> None:
    with store.cursor() as cursor:
        cursor.prepare_paging()
        with pytest.raises(duckdb.InvalidInputException, match="Cannot change configuration"):
            cursor.raw.execute(f"set {name} = '1'")


def test_a_question_leaves_the_file_as_it_was(small_store: Path) -> None:
    before = small_store.read_bytes()
    with Store(small_store) as store:
        for sql in ("from checkpoint()", "select write_log('x')", "from observation order by random()"):
            answer(store, sql)
    assert small_store.read_bytes() == before


def test_a_disk_bomb_is_an_error_and_its_spill_is_bounded(tmp_path: Path, small_store: Path) -> None:
    path = tmp_path / "bomb.duckdb"
    path.write_bytes(small_store.read_bytes())
    with Store(path, {"memory_limit": "40MB", "max_temp_directory_size": "5MB"}) as store:
        with pytest.raises(SqlError, match=r"(?i)memory"):
            answer(store, "select md5(range::varchar) as b from range(5000000) order by b limit 1 offset 4000000")
        spilled = sum(file.stat().st_size for file in tmp_path.glob("bomb.duckdb.tmp/*"))
        assert spilled <= 8_000_000
        assert answer(store, "select 1") == [(1,)]


def test_endless_recursion_is_stopped_like_anything_else(store: Store) -> None:
    with store.cursor() as cursor:
        (endless,) = statements("with recursive t(n) as (select 1 union all select n + 1 from t) select max(n) from t")
        threading.Timer(0.2, cursor.interrupt).start()
        with pytest.raises(duckdb.InterruptException):
            list(run(cursor, endless).rows)
    assert answer(store, "select 1") == [(1,)]


def test_parentheses_nested_too_deep_are_an_error(store: Store) -> None:
    with pytest.raises(SqlError):
        answer(store, "select " + "(" * 20_000 + "1" + ")" * 20_000)


@pytest.mark.parametrize(
    ("sql", "wrong"),
    [
        ("select 'Tỷ lệ hộ' as a, nme from item", "nme"),
        ("select 'Tỷ lệ'; select 'hộ', idd from item", "idd"),
        ("select 1;\n\n  -- ghi chú\n  selct 2", "selct"),
        ("select '烏龍', nme from item", "nme"),
        (unicodedata.normalize("NFD", "select 'Tỷ lệ đường', nme from item"), "nme"),
        (f"select '{'x' * 150}', nme from item where '{'y' * 40}' = ''", "nme"),
        ("select * from khong_co", "khong_co"),
        ("select 1; delete from item", "delete"),
    ],
)
def test_an_error_lies_at_its_place_whatever_stands_before_it(store: Store, sql: str, wrong: str) -> None:
    with pytest.raises(SqlError) as caught:
        answer(store, sql)
    assert caught.value.at is not None
    assert sql[caught.value.at :].startswith(wrong)


def test_another_database_cannot_be_read(store: Store, tmp_path: Path) -> None:
    other = tmp_path / "other.duckdb"
    duckdb.connect(str(other)).execute("create table secret as select 42 as x").close()
    for sql in (f"from read_duckdb('{other}')", f"from '{other}'", f"from read_blob('{other}')"):
        with pytest.raises(SqlError, match="disabled"):
            answer(store, sql)
