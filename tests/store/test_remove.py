"""Removing added reports: all that was named or nothing, and no trace is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.store.add import add
from data.store.build import build
from data.store.records import ReviewRow
from data.store.remove import UnremovableError, remove
from data.store.revise import Decision, Place, revise
from data.store.user_data import open_for_reading
from tests.small_report import CLEAN, MARKDOWN
from tests.store.test_add import alone
from tests.store.test_build import made_older

if TYPE_CHECKING:
    from pathlib import Path

COAL = CLEAN.index("101,5"), CLEAN.index("101,5") + 5


@pytest.fixture
def full_store(added_store: Path, tmp_path: Path) -> Path:
    """The store as it ships with one report added, alone in its folder."""
    return alone(added_store, tmp_path / "folder")


@pytest.fixture
def store(lone_store: Path, tmp_path: Path, unchecked: None) -> Path:
    """A store whose one report was added, alone in its folder; it is written without checks."""
    return alone(lone_store, tmp_path / "folder")


def content(store: Path, *tables: str) -> list[list[tuple[object, ...]]]:
    with open_for_reading(store) as connection:
        return [connection.execute(f"from {table} order by all").fetchall() for table in tables]


def accept_coal(store: Path) -> None:
    with open_for_reading(store) as connection:
        ((sha,),) = connection.execute("select sha256 from report where id = 'thang-8'").fetchall()
    revise(store, [Decision(Place(str(sha), *COAL), ReviewRow(*COAL, "accept", "", ""))])


def test_a_removed_report_leaves_the_store_as_it_was_before(full_store: Path, shipped_store: Path) -> None:
    accept_coal(full_store)
    (removed,) = remove(full_store, ["thang-8"])
    assert (removed.report_id, removed.label_vi, removed.figures, removed.decisions) == ("thang-8", "BC 45", 10, 1)
    tables = (
        "report",
        "passage",
        "observation",
        "account",
        "source_text",
        "review",
        "period",
        "unit",
        "finding",
        "series",
        "cell",
    )
    assert content(full_store, *tables) == content(shipped_store, *tables)
    assert list(full_store.parent.iterdir()) == [full_store]
    build(full_store)
    assert content(full_store, *tables) == content(shipped_store, *tables)


def test_a_report_is_named_by_its_number_too_and_removed_once(store: Path) -> None:
    assert [one.report_id for one in remove(store, ["45/BC-UBND", "thang-8"])] == ["thang-8"]


def test_of_several_reports_the_others_stay(store: Path, tmp_path: Path) -> None:
    other = tmp_path / "quy-1.md"
    other.write_text(MARKDOWN, encoding="utf-8")
    add(store, [other])
    accept_coal(store)
    remove(store, ["quy-1"])
    assert len(content(store, "report where not shipped")[0]) == 1
    assert len(content(store, "review where report_sha256 not in (select sha256 from report where shipped)")[0]) == 1


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (["thang-8", "thang-9"], "not_added"),
        (["THANG-8"], "not_added"),
        (["2026-q1"], "shipped_report"),
        (["824/BC-UBND"], "shipped_report"),
    ],
)
def test_one_wrong_name_and_nothing_is_removed(full_store: Path, names: list[str], kind: str) -> None:
    before = full_store.read_bytes()
    with pytest.raises(UnremovableError) as told:
        remove(full_store, names)
    assert told.value.kind == kind
    assert told.value.facts == ({"names": "thang-8"} if kind == "not_added" else {})
    assert full_store.read_bytes() == before
    assert list(full_store.parent.iterdir()) == [full_store]


def test_a_number_that_two_reports_have_names_neither(store: Path, tmp_path: Path) -> None:
    copy = tmp_path / "ban-hai.txt"
    copy.write_text(CLEAN.replace("300 nghìn", "301 nghìn"), encoding="utf-8")
    add(store, [copy])
    with pytest.raises(UnremovableError) as told:
        remove(store, ["45/BC-UBND"])
    assert (told.value.kind, told.value.facts) == ("several_reports", {"names": "ban-hai, thang-8"})


def test_where_no_report_was_added_that_is_said(shipped_store: Path, tmp_path: Path) -> None:
    for path in (shipped_store, tmp_path / "none.duckdb"):
        with pytest.raises(UnremovableError, match="none added"):
            remove(path, ["thang-8"])
    assert not (tmp_path / "none.duckdb").exists()


def test_a_removal_that_is_stopped_changes_nothing(store: Path) -> None:
    def stop(_share: float, _what: str) -> None:
        raise KeyboardInterrupt

    before = store.read_bytes()
    with pytest.raises(KeyboardInterrupt):
        remove(store, ["thang-8"], stop)
    assert store.read_bytes() == before
    assert list(store.parent.iterdir()) == [store]


def test_a_store_of_another_release_is_built_anew_without_the_report(store: Path, tmp_path: Path, nothing_ships: None) -> None:
    path = made_older(store, tmp_path / "older.duckdb")
    remove(path, ["thang-8"])
    (reports, release) = content(path, "report where not shipped", "meta where key = 'release'")
    assert reports == []
    assert release != [("release", "older")]
