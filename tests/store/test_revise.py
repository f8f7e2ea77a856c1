"""Decisions made in the app: they change what the store says, at once and for good."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import duckdb
import pytest

from data.store.build import build
from data.store.publish import StoreBusyError
from data.store.records import ReviewRow, patched
from data.store.revise import Decision, Place, numbers, revise
from data.store.shipped import heads
from tests.small_report import CLEAN

if TYPE_CHECKING:
    from pathlib import Path

COAL = CLEAN.index("101,5"), CLEAN.index("101,5") + 5
PLAN = CLEAN.index("60,2"), CLEAN.index("60,2") + 4
POOR = CLEAN.index("5,4%"), CLEAN.index("5,4%") + 3
FULL = "value=105.1; unit=nghìn tấn; measure=value; period=2024-M01/M08; indicator=industrial_output; item=coal"


@pytest.fixture
def store(lone_store: Path, tmp_path: Path, unchecked: None) -> Path:
    """A store whose one report was added; it is written without checks."""
    path = tmp_path / "mine.duckdb"
    path.write_bytes(lone_store.read_bytes())
    return path


@pytest.fixture
def full_store(added_store: Path, tmp_path: Path, unchecked: None) -> Path:
    """The store as it ships with one report added; it is written without checks."""
    path = tmp_path / "full.duckdb"
    path.write_bytes(added_store.read_bytes())
    return path


def sha_of(store: Path) -> str:
    with duckdb.connect(str(store), read_only=True) as connection:
        return str(connection.execute("select sha256 from report where not shipped").fetchall()[0][0])


def decide(store: Path, span: tuple[int, int], action: str | None, patch: str = "") -> Decision:
    review = ReviewRow(*span, action, patch, "") if action else None
    return Decision(Place(sha_of(store), *span), review)


def figure(store: Path, span: tuple[int, int]) -> list[tuple[object, ...]]:
    query = """select value, item_id, reviewed from observation o join report r on r.id = o.report_id
        where sha256 = ? and source_start = ?"""
    with duckdb.connect(str(store), read_only=True) as connection:
        return connection.execute(query, [sha_of(store), span[0]]).fetchall()


def decided(store: Path) -> int:
    query = "select count(*) from review where report_sha256 = ?"
    with duckdb.connect(str(store), read_only=True) as connection:
        return int(connection.execute(query, [sha_of(store)]).fetchall()[0][0])


def test_a_figure_is_accepted_corrected_and_rejected_in_one_go(store: Path) -> None:
    revise(store, [decide(store, COAL, "correct", FULL), decide(store, PLAN, "reject"), decide(store, POOR, "accept")])
    assert figure(store, COAL) == [(105.1, "industrial_output.coal", True)]
    assert figure(store, PLAN) == []
    assert figure(store, POOR) == [(5.4, None, True)]


def test_what_is_taken_back_is_as_the_reader_gave_it(store: Path) -> None:
    before = figure(store, COAL)
    revise(store, [decide(store, COAL, "correct", FULL)])
    revise(store, [decide(store, COAL, None)])
    assert figure(store, COAL) == before
    assert decided(store) == 0


def test_the_latest_decision_about_a_place_holds(store: Path) -> None:
    revise(store, [decide(store, COAL, "reject"), decide(store, COAL, "accept")])
    assert figure(store, COAL) == [(101.5, "industrial_output.coal", True)]
    assert decided(store) == 1


def test_a_number_that_was_no_figure_becomes_one(store: Path) -> None:
    day = next(token for token in numbers(CLEAN) if token.kind == "date")
    patch = "value=5; unit=cơ sở; measure=value; period=2024; indicator=; item="
    revise(store, [decide(store, (day.start, day.end), "add", patch)])
    assert figure(store, (day.start, day.end)) == [(5.0, None, True)]


def test_decisions_outlive_a_new_build_which_gives_the_same_figures_again(full_store: Path) -> None:
    def rows() -> list[tuple[object, ...]]:
        with duckdb.connect(str(full_store), read_only=True) as connection:
            return connection.execute("select * exclude (passage_id) from observation order by id").fetchall()

    revise(
        full_store,
        [decide(full_store, COAL, "correct", FULL), decide(full_store, PLAN, "reject"), decide(full_store, POOR, "accept")],
    )
    before = rows()
    build(full_store)
    assert rows() == before
    assert figure(full_store, COAL) == [(105.1, "industrial_output.coal", True)]
    assert figure(full_store, PLAN) == []
    assert figure(full_store, POOR) == [(5.4, None, True)]
    assert decided(full_store) == 3


def patch_of_one_decision(store: Path) -> dict[str, str]:
    query = "select patch from review where report_sha256 = ?"
    with duckdb.connect(str(store), read_only=True) as connection:
        return dict(json.loads(connection.execute(query, [sha_of(store)]).fetchall()[0][0]))


def test_an_acceptance_says_what_was_accepted(store: Path) -> None:
    revise(store, [decide(store, COAL, "accept")])
    assert patch_of_one_decision(store).items() >= patched(FULL.replace("105.1", "101.5")).items()


def test_the_shipped_reports_are_not_decided_upon(full_store: Path) -> None:
    before = full_store.read_bytes()
    shipped = Place(heads()[0].sha256, 0, 5)
    with pytest.raises(StoreBusyError, match="no such report"):
        revise(full_store, [Decision(shipped, ReviewRow(0, 5, "accept", "", ""))])
    assert full_store.read_bytes() == before
