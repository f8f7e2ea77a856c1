"""What a written store holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from data.store import write
from data.store.cells import unit_cells
from tests.store.conftest import figure, record, report

if TYPE_CHECKING:
    from tests.store.conftest import Written


def test_values_are_kept_as_printed_and_in_base_units(written: Written) -> None:
    store = written(record(report("a", date(2025, 9, 1)), figure(228.91, "228,91")))
    ((value, base, half),) = store.execute("select value, value_base, half_unit from observation").fetchall()
    assert (value, round(base, 6), round(half, 6)) == (228.91, 228910.0, 5.0)


def test_a_cell_goes_to_the_column_of_its_name_and_none_is_left_out(written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "unit_cells", lambda text: dict(reversed(unit_cells(text).items())))
    told = record(report("a", date(2025, 9, 1)), figure(228.91, "228,91"))
    assert written(told).execute("select id, base, mult from unit").fetchall() == [("nghìn tấn", "tấn", 1000.0)]
    monkeypatch.setattr(write, "unit_cells", lambda text: {"id": text, "nmae_en": "t", "base": "t", "mult": 1.0})
    with pytest.raises(ValueError, match="unit: name_en, nmae_en"):
        written(told)


def test_periods_and_units_in_use_are_described(written: Written) -> None:
    store = written(record(report("a", date(2025, 9, 1)), figure(228.91, "228,91")))
    assert store.execute("select id, kind, label_vi from period").fetchall() == [("2025-M01/M08", "cumulative", "8T/2025")]
    assert store.execute("select base, mult from unit").fetchall() == [("tấn", 1000.0)]


def test_a_reading_names_the_period_it_is_compared_with(written: Written) -> None:
    change = figure(5.0, "5", measure="yoy_pct", unit="%", base_period="2024-M01/M08")
    store = written(record(report("a", date(2025, 9, 1)), change))
    compared = store.execute("select base_period, base_vi, base_en from reading").fetchall()
    assert compared == [("2024-M01/M08", "8T/2024", "8M 2024")]


def test_every_table_view_and_column_says_in_two_languages_what_it_is(written: Written) -> None:
    store = written(record(report("a", date(2025, 9, 1)), figure(228.91, "228,91")))
    comments = """
        select table_name, comment from duckdb_tables() union all
        select view_name, comment from duckdb_views() where not internal union all
        select table_name || '.' || column_name, comment from duckdb_columns() where not internal"""
    said = dict(store.execute(comments).fetchall())
    assert [name for name, comment in said.items() if [bool(half) for half in (comment or "").split(" | ")] != [True, True]] == []
    assert {"latest", "latest.value", "observation.measure", "meta.key"} <= said.keys()


def test_reports_stand_in_order_of_issue_and_a_plan_before_its_years(written: Written) -> None:
    store = written(
        record(report("q1", None, "2026-Q1", "quarterly")),
        record(report("plan", None, "2026/2030", "plan")),
        record(report("h1", date(2023, 7, 6), "2023-H1", "half_year")),
    )
    assert [row[0] for row in store.execute("select id from report order by position").fetchall()] == ["h1", "plan", "q1"]


def test_a_report_without_date_and_period_is_the_oldest(written: Written) -> None:
    undated = record(report("undated", None, None), figure(7.0, "7"))
    store = written(record(report("a", date(2025, 9, 1)), figure(228.91, "228,91")), undated)
    assert store.execute("select id from report order by position").fetchall() == [("undated",), ("a",)]
    assert store.execute("select value from latest").fetchall() == [(228.91,)]


def test_the_newest_reading_is_the_latest_and_every_vintage_is_kept(written: Written) -> None:
    store = written(
        record(report("a", date(2025, 9, 1)), figure(228.91, "228,91")),
        record(report("b", date(2025, 12, 7), "2025-M01/M11"), figure(230.0, "230")),
    )
    assert store.execute("select value from latest").fetchall() == [(230.0,)]
    vintages = store.execute("select value, round(revision), readings from vintage order by report_position").fetchall()
    assert vintages == [(228.91, None, 2), (230.0, 1090.0, 2)]


def test_a_figure_that_the_catalogue_does_not_know_is_kept_with_its_words(written: Written) -> None:
    stranger = figure(7.0, "7", indicator=None, item=None, subject="số cầu treo", unit="cầu")
    store = written(record(report("a", None), stranger))
    assert store.execute("select indicator_id, subject from observation").fetchall() == [(None, "số cầu treo")]


def test_a_fact_is_the_newest_level_and_its_measures_in_one_unit_with_names(written: Written) -> None:
    store = written(
        record(
            report("a", date(2025, 9, 1)),
            figure(228910, "228.910", unit="tấn"),
            figure(65.8, "65,8", measure="plan_pct", unit="%"),
            figure(23.3, "23,3", measure="yoy_pct", unit="%"),
        ),
        record(report("b", date(2025, 12, 7), "2025-M01/M11"), figure(387.7, "387,7", period="2025-M01/M11")),
    )
    fact = "select indicator_vi, item_en, level, unit, plan_pct, change_pct, reports from fact order by end_date"
    assert store.execute(fact).fetchall() == [
        ("Sản lượng", "Coal", 228.91, "nghìn tấn", 65.8, 23.3, "BC a"),
        ("Sản lượng", "Coal", 387.7, "nghìn tấn", None, None, "BC b"),
    ]


def test_of_reviewed_readings_of_one_report_the_first_counts(written: Written) -> None:
    first, second = figure(70.0, "70", reviewed=True, confidence=0.8), figure(95.0, "95", reviewed=True, confidence=0.9)
    store = written(record(report("a", date(2025, 9, 1)), first, second))
    assert store.execute("select value from latest").fetchall() == [(70.0,)]
    assert store.execute("select distinct value from cell").fetchall() == [(70.0,)]


@pytest.mark.parametrize(
    ("reviewed", "confidence", "newest"),
    [((False, True), (0.9, 0.5), 2.0), ((False, False), (0.5, 0.9), 2.0), ((False, False), (0.9, 0.9), 1.0)],
    ids=["the reviewed one", "else the surest", "else the first"],
)
def test_of_readings_of_one_report_one_counts(
    written: Written, reviewed: tuple[bool, bool], confidence: tuple[float, float], newest: float
) -> None:
    first, second = (
        figure(value, f"{value:g}", source_start=place, reviewed=reviewed[place], confidence=confidence[place])
        for place, value in enumerate((1.0, 2.0))
    )
    store = written(record(report("a", date(2025, 9, 1)), first, second))
    assert store.execute("select value from latest").fetchall() == [(newest,)]
    assert store.execute("select distinct value from cell").fetchall() == [(newest,)]


def test_a_newer_report_counts_more_than_a_review(written: Written) -> None:
    later = figure(2.0, "2", reviewed=False, confidence=0.3)
    store = written(record(report("a", date(2025, 9, 1)), figure(1.0, "1")), record(report("b", date(2025, 12, 7)), later))
    assert store.execute("select value from latest").fetchall() == [(2.0,)]
