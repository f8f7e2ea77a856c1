"""What a later report says of the same thing revises an earlier one: the readings of a figure, and how much they differ."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.store.conftest import figure, record, report
from tests.store.two_reports import early, late

if TYPE_CHECKING:
    import duckdb

    from data.store.records import ObservationRow
    from tests.store.conftest import Written


def changes_on(*bases: str | None) -> list[ObservationRow]:
    """How much one output changed, on each of some years."""
    return [
        figure(10.0 + place, str(10 + place), unit="%", measure="base_pct", base_period=base, source_start=at, source_end=at + 2)
        for place, base in enumerate(bases)
        for at in [place * 20]
    ]


def newest(store: duckdb.DuckDBPyConnection) -> list[tuple[float, int, float | None]]:
    return store.execute("select value, readings, revision from vintage order by report_position, source_start").fetchall()


def test_changes_on_two_years_are_two_things_that_do_not_revise_each_other(written: Written) -> None:
    store = written(early(*changes_on("2020", "2023")), late(*changes_on("2020")))
    assert store.execute("select rule from finding").fetchall() == []
    assert newest(store) == [(10.0, 2, None), (11.0, 1, None), (10.0, 2, 0.0)]
    assert store.execute("select value, report_id from latest order by value").fetchall() == [(10.0, "b"), (11.0, "a")]


def test_a_level_revises_the_one_before_in_its_own_unit(written: Written) -> None:
    heads = figure(7.0, "7", unit="con")
    store = written(early(figure(228.91, "228,91")), late(heads), record(report("c", date(2026, 5, 1)), figure(229.91, "229,91")))
    assert [(value, revision and round(revision)) for value, _, revision in newest(store)] == [
        (228.91, None),
        (7.0, None),
        (229.91, 1000),
    ]
