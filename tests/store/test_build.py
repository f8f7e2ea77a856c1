"""Rebuilding: the shipped data, the added reports, and nothing lost."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import duckdb
import pytest

from data.catalogue import Catalogue
from data.reader.read import read_report
from data.store.add import add
from data.store.build import build
from data.store.publish import DamagedStoreError, DataLossError, StoreChangedError
from data.store.release import release
from queries.store import Store
from tests.small_report import CLEAN
from tests.whole_reports import REPORTS, needs_reports
from tui.errors import Notice
from tui.store.opening import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from data.reader.layout.source import Source


def test_the_shipped_store_holds_five_reports_and_every_figure_has_its_place(shipped_store: Path) -> None:
    with duckdb.connect(str(shipped_store), read_only=True) as store:
        assert store.execute("select count(*) from report").fetchall() == [(5,)]
        homeless = "select count(*) from observation o left join passage p on p.id = o.passage_id where p.id is null"
        assert store.execute(homeless).fetchall() == [(0,)]


def test_every_report_has_an_account_of_its_numbers_shipped_or_added(added_store: Path) -> None:
    counted = Counter(token.kind for token in read_report(CLEAN, Catalogue.load()).tokens)
    own = "select kind, count from account where report_id = ?"
    with duckdb.connect(str(added_store), read_only=True) as store:
        assert dict(store.execute(own, ["thang-8"]).fetchall()) == counted
        assert store.execute("select count(distinct report_id) from account").fetchall() == [(6,)]


def test_two_builds_hold_the_same(shipped_store: Path, tmp_path: Path, unchecked: None) -> None:
    def content(path: Path) -> list[tuple[object, ...]]:
        with duckdb.connect(str(path), read_only=True) as store:
            return store.execute("select * from observation order by id").fetchall()

    build(tmp_path / "again.duckdb")
    assert content(tmp_path / "again.duckdb") == content(shipped_store)


def made_older(store: Path, path: Path) -> Path:
    """A copy of a store that says that an older release made it."""
    path.write_bytes(store.read_bytes())
    with duckdb.connect(str(path)) as connection:
        connection.execute("update meta set value = 'older' where key = 'release'")
    return path


def test_a_store_of_an_older_release_is_built_anew_with_its_added_reports(
    added_store: Path, tmp_path: Path, unchecked: None
) -> None:
    path = made_older(added_store, tmp_path / "mine.duckdb")
    with open_store(path) as opened:
        assert opened.release == release()
    with duckdb.connect(str(path), read_only=True) as store:
        assert store.execute("select id from report where has_text").fetchall() == [("thang-8",)]


def test_who_opens_a_store_of_an_older_release_is_told_where_it_lies_if_it_is_damaged(
    lone_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nothing_ships: None, unchecked: None
) -> None:
    def unreadable(path: Path) -> list[Source]:
        raise DamagedStoreError("damaged_store", path)

    path = made_older(lone_store, tmp_path / "mine.duckdb")
    monkeypatch.setattr("data.store.build.added_sources", unreadable)
    told: list[Notice] = []
    open_store(path, told.append).close()
    aside = tmp_path / "mine.duckdb.damaged"
    assert aside.is_file()
    assert told == [Notice("older_store", path), Notice("damaged_aside", aside)]


def test_a_store_that_another_explorer_has_just_built_anew_is_opened_without_a_word(
    added_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made_older(added_store, tmp_path / "mine.duckdb")

    def beaten(_path: Path) -> None:
        path.write_bytes(added_store.read_bytes())
        raise StoreChangedError("changed_meanwhile", path)

    monkeypatch.setattr("data.store.build.build", beaten)
    told: list[Notice] = []
    with open_store(path, told.append) as opened:
        assert opened.release == release()
    assert told == [Notice("older_store", path)]


def test_a_store_is_out_of_date_when_the_reader_or_the_data_have_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.store.release.DATA", str(tmp_path))
    seen = [release()]
    for name in ("reader.py", "figures.csv", "checks.sql", "names.toml"):
        (tmp_path / name).write_text("one", encoding="utf-8")
        seen.append(release())
        (tmp_path / name).write_text("two", encoding="utf-8")
        seen.append(release())
    assert len(set(seen)) == len(seen)
    (tmp_path / "reader.cpython-313.pyc").write_bytes(b"compiled anew")
    assert release() == seen[-1]


def test_a_store_that_cannot_be_built_anew_is_opened_as_it_is(small_store: Path, tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    path.write_bytes(small_store.read_bytes())
    with open_store(path) as opened:
        assert opened.release != release()
    with pytest.raises(DataLossError, match="reports without text"):
        build(path)
    assert Store(path).release != release()


@needs_reports
def test_adding_a_shipped_report_keeps_the_reviewed_figures_and_gains_its_text(shipped_store: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.duckdb"
    path.write_bytes(shipped_store.read_bytes())
    with duckdb.connect(str(path), read_only=True) as store:
        before = store.execute("select count(*) from observation").fetchall()
    (added,) = add(path, [REPORTS / "2026-q1.txt"])
    assert added.report_id == "2026-q1"
    with duckdb.connect(str(path), read_only=True) as store:
        assert store.execute("select count(*) from observation").fetchall() == before
        missing = "select count(*) from passage where report_id = '2026-q1' and raw is null"
        assert store.execute(missing).fetchall() == [(0,)]
