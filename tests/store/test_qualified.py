"""A range is one reading, and so is a rank with the number of those that are ranked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def qualified(qualified_store: Path) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(str(qualified_store), read_only=True)


def test_both_ends_of_a_range_are_one_reading(qualified: duckdb.DuckDBPyConnection) -> None:
    found = qualified.sql(
        "select indicator_id, value, up_to, up_to_base, bound, readings from latest where measure = 'target' order by 1"
    ).fetchall()
    assert found == [("literacy", 99.2, 99.5, 99.5, "khoảng", 1), ("pupils", 41.0, 43.0, 43000.0, None, 1)]


def test_a_rank_tells_how_many_are_ranked(qualified: duckdb.DuckDBPyConnection) -> None:
    told = "select value, out_of from vintage where indicator_id = 'skills' order by period_id"
    assert qualified.sql(told).fetchall() == [(41, 63), (3, 63)]


def test_where_the_words_are_at_hand_only_those_that_join_a_range_make_one(qualified: duckdb.DuckDBPyConnection) -> None:
    told = "select value, up_to from vintage where indicator_id = 'literacy' and period_id = '2025' order by value"
    assert qualified.sql(told).fetchall() == [(91, None), (93, None)]


@pytest.mark.parametrize(("words", "joins"), [
    (" - ", True), ("-", True), ("% – ", True), (" đến ", True), (" tỷ đồng tới ", True), (" đến\n", True),
    ("% và ", False), ("; ", False), ("%, ", False), (" (tăng 3) - ", False), (" ", False),
])  # fmt: skip
def test_a_range_is_joined_by_its_words(qualified: duckdb.DuckDBPyConnection, words: str, joins: bool) -> None:
    assert qualified.execute("select joins_range(?)", [words]).fetchall() == [(joins,)]


def test_a_range_is_no_dispute_and_its_end_no_cell(qualified: duckdb.DuckDBPyConnection) -> None:
    assert (
        qualified.sql(
            "select finding.rule from finding join reading using (observation_id) where sector_id = 'education'"
        ).fetchall()
        == []
    )
    cells = "select value, up_to, out_of from cell where indicator_id in ('skills', 'pupils') and column_id in ('2024', '2030')"
    assert sorted(qualified.sql(cells).fetchall(), key=str) == [(3, None, 63), (41, 43, None)]


def test_a_fact_tells_bound_and_range(qualified: duckdb.DuckDBPyConnection) -> None:
    assert qualified.sql("select level, bound from fact where period_id = '2024' and indicator_id = 'literacy'").fetchall() == [
        (99, "trên")
    ]


@pytest.mark.parametrize(("value", "measure", "bound", "vietnamese", "english"), [
    (-7, "yoy_pct", "trên", "dưới", "below"), (-7, "target", "dưới", "trên", "above"), (-7, "prev_abs", "gần", "gần", "nearly"),
    (-7, "value", "dưới", "dưới", "below"), (7, "yoy_pct", "trên", "trên", "above"),
])  # fmt: skip
def test_the_bound_of_a_fall_is_said_of_its_signed_number(
    qualified: duckdb.DuckDBPyConnection, value: float, measure: str, bound: str, vietnamese: str, english: str
) -> None:
    row = "(select ?::double as value, ? as measure, ?::varchar as bound) o"
    said = qualified.execute(f"select told_bound_vi(o), told_bound_en(o) from {row}", [value, measure, bound])
    assert said.fetchall() == [(vietnamese, english)]


def test_a_series_of_changes_alone_has_a_cell(qualified: duckdb.DuckDBPyConnection) -> None:
    told = "select column_id, measure, value, base_vi from cell where indicator_id = 'schools' order by 1"
    assert qualified.sql(told).fetchall() == [("*", "base_abs", -45, "2020"), ("2025", "base_abs", -45, "2020")]


@pytest.mark.parametrize(("one", "other", "apart"), [
    ((12, None), (13, None), 1), ((12, 13), (12.5, None), -0.5), ((12, 13), (14, None), 1), ((12, 13), (12, 14), 1),
    ((12, 13), (12, 13), 0), ((-3, -2), (-2.5, None), -0.5),
])  # fmt: skip
def test_ranges_are_as_far_apart_as_the_ends_that_differ_most(
    qualified: duckdb.DuckDBPyConnection, one: tuple[float, float | None], other: tuple[float, float | None], apart: float
) -> None:
    row = "(select x::double as lowest, coalesce(y, x)::double as highest, y::double as up_to from (values (?, ?)) t(x, y))"
    assert qualified.execute(f"select apart(a, b) from {row} a, {row} b", [*one, *other]).fetchall() == [(apart,)]
