"""The store opens read-only, and what is wrong with a file is said in one line."""

from __future__ import annotations

import subprocess
import sys
import threading
from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from queries.panes import CELLS, SECTORS, SERIES
from queries.store import Store, StoreError
from tests.busy_store import written_by_another_process

if TYPE_CHECKING:
    from pathlib import Path


EVERYTHING = {"sector": None, "indicator": None}


def test_a_question_gives_typed_rows(small_store: Path) -> None:
    with Store(small_store) as store:
        rows = store.ask(SECTORS)
    assert [row.id for row in rows] == ["growth", "industry", "social", "?"]
    assert rows[1].figures == 10


def test_equal_words_of_a_long_answer_are_one_object(small_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("queries.store.CHUNK", 3)
    with Store(small_store) as store:
        shared, plain = store.ask(SERIES, **EVERYTHING), store.ask(replace(SERIES, repeats=False), **EVERYTHING)
    assert shared == plain
    assert len(shared) > 3
    assert len({id(row.unit) for row in shared}) == len({row.unit for row in shared})


def test_an_answer_that_is_packed_is_the_same(small_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("queries.store.CHUNK", 3)
    periods = ["2025", "2025-M08"]
    with Store(small_store) as store, store.cursor() as cursor:
        plain = cursor.ask(CELLS, sector=None, periods=periods)
        sectors = [{"sector": row.id, "periods": periods} for row in cursor.ask(SECTORS)]
        packed, parts = cursor.ask_packed(CELLS, {"sector": None, "periods": periods}), cursor.ask_packed(CELLS, *sectors)
    assert list(packed) == list(parts) == plain
    assert packed[3] == plain[3]
    assert list(packed.column("value")) == [row.value for row in plain]
    assert len({id(unit) for unit in packed.column("unit")}) == len({row.unit for row in plain})


def test_a_missing_store_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store"):
        Store(tmp_path / "none.duckdb")


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n" + b"x" * 5000, b"not a database at all" * 300])
def test_a_file_that_is_no_database_is_named_in_one_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "picture.duckdb"
    path.write_bytes(content)
    with pytest.raises(StoreError) as caught:
        Store(path)
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)
    assert path.read_bytes() == content


def test_a_store_cut_short_is_an_error_and_stays_as_it_is(tmp_path: Path, small_store: Path) -> None:
    path = tmp_path / "cut.duckdb"
    path.write_bytes(small_store.read_bytes()[:9000])
    with pytest.raises(StoreError, match="damaged"):
        Store(path)


def test_another_database_is_told_from_a_store(tmp_path: Path) -> None:
    import duckdb

    path = tmp_path / "other.duckdb"
    duckdb.connect(str(path)).execute("create table t (x int)").close()
    with pytest.raises(StoreError, match="other database"):
        Store(path)


def test_a_file_that_could_not_be_opened_as_a_store_is_let_go(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    duckdb.connect(str(path)).execute("create table t (x int)").close()
    with pytest.raises(StoreError) as kept:
        Store(path)
    assert kept.value.kind == "other_database"
    with duckdb.connect(str(path)) as writer:
        writer.execute("insert into t values (1)")


def test_a_store_that_another_process_writes_is_said_to_be_busy(tmp_path: Path, small_store: Path) -> None:
    path = tmp_path / "busy.duckdb"
    path.write_bytes(small_store.read_bytes())
    with written_by_another_process(path), pytest.raises(StoreError, match="busy store"):
        Store(path)


def test_a_reader_goes_on_while_the_file_is_replaced(tmp_path: Path, small_store: Path) -> None:
    path = tmp_path / "live.duckdb"
    path.write_bytes(small_store.read_bytes())
    newer = tmp_path / "newer.duckdb"
    newer.write_bytes(small_store.read_bytes())
    with Store(path) as store:
        newer.replace(path)
        assert len(store.ask(SECTORS)) == 4


def test_closing_interrupts_what_runs_and_the_next_opening_sees_the_new_file(small_store: Path, tmp_path: Path) -> None:
    path, other = tmp_path / "mine.duckdb", tmp_path / "other.duckdb"
    for copy in (path, other):
        copy.write_bytes(small_store.read_bytes())
    with duckdb.connect(str(other)) as written:
        written.execute("insert or replace into meta values ('release', 'written later')")
    store, began, ended = Store(path), threading.Event(), []

    def work() -> None:
        with store.cursor() as cursor:
            began.set()
            try:
                cursor.raw.execute("select sum(a.range * b.range) from range(3000000) a, range(300000) b").fetchall()
            except duckdb.Error as error:
                ended.append(type(error))

    thread = threading.Thread(target=work)
    thread.start()
    began.wait()
    other.replace(path)
    store.close()
    thread.join()
    assert len(ended) == 1
    with Store(path) as again:
        assert again.release == "written later"


def test_closing_that_waits_for_a_query_interrupts_it_meanwhile(small_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store(small_store) as store:
        cursor, interrupted, connection = store.cursor(), threading.Event(), store._connection
        monkeypatch.setattr(cursor, "interrupt", interrupted.set)

        def close_when_interrupted() -> None:  # as DuckDB does where a query begins in that very moment
            assert interrupted.wait(timeout=10)
            connection.close()

        monkeypatch.setattr(store, "_connection", SimpleNamespace(close=close_when_interrupted))
        store.close()
    assert interrupted.is_set()


def test_nothing_is_told_at_the_end_of_a_program_that_still_holds_answers_of_a_closed_store(small_store: Path) -> None:
    code = """
import gc, sys
from pathlib import Path
from queries.console import statements
from queries.job import Job
from queries.store import Store

with Store(Path(sys.argv[1])) as store, store.cursor() as cursor:
    held = [list(Job(store, statements("select 1 as a; from range(9999)", cursor)).run())]
    held.append(held)
    gc.freeze()  # as the explorer does with the objects that it is made of
"""
    done = subprocess.run([sys.executable, "-c", code, str(small_store)], capture_output=True, text=True, check=True)
    assert done.stdout + done.stderr == ""


def test_a_closed_cursor_has_nothing_to_interrupt(small_store: Path) -> None:
    with Store(small_store) as store:
        with store.cursor() as cursor:
            pass
        cursor.interrupt()


HELD = "select sum(memory_usage_bytes)::bigint from duckdb_memory() where tag = 'BASE_TABLE'"


def held(store: Store) -> int:
    """Bytes of the file that are in memory, after all of a table was read."""
    said(store, "select count(columns(*)) from reading")
    return int(said(store, HELD))


def said(store: Store, sql: str) -> Any:
    """The first cell of an answer."""
    with store.cursor() as cursor:
        return cursor.raw.execute(sql).fetchall()[0][0]


@pytest.mark.parametrize("at_work", [False, True])
def test_a_store_at_rest_lets_go_of_what_it_has_read(small_store: Path, monkeypatch: pytest.MonkeyPatch, at_work: bool) -> None:
    monkeypatch.setattr("queries.store.IDLE_MEMORY", "100KB")
    with Store(small_store, {"memory_limit": "64MB"}) as store:
        before = held(store)
        cursor = store.cursor()
        cursor.idle = not at_work
        store.release_memory()
        assert (said(store, HELD) < before) is not at_work
        assert said(store, "select current_setting('memory_limit')") == "61.0 MiB"


def test_a_closed_store_rests_without_a_word(small_store: Path) -> None:
    store = Store(small_store)
    store.close()
    store.release_memory()
