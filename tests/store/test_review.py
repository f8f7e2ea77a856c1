"""Reviewed corrections change what the reader gives, and say so when they no longer fit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.catalogue import Catalogue
from data.store.records import ReviewRow, patched
from data.store.review import StaleReviewError, apply_corrections, apply_decisions, whole
from tests.store.conftest import OUTPUT, SECTORS
from tests.store.small_passage import COAL, PASSAGES, TEXT


def test_a_correction_replaces_the_named_fields_and_marks_the_figure_reviewed() -> None:
    (row,) = apply_corrections([COAL], [ReviewRow(9, 15, "correct", "value=229.5; item=", "")], PASSAGES, TEXT)
    assert (row.value, row.item, row.measure, row.reviewed) == (229.5, None, "value", True)


def test_a_number_mended_by_hand_is_marked_as_repaired_and_a_sign_is_not() -> None:
    (mended,) = apply_corrections([COAL], [ReviewRow(9, 15, "correct", "value=2289.1", "")], PASSAGES, TEXT)
    (turned,) = apply_corrections([COAL], [ReviewRow(9, 15, "correct", "value=-228.91", "")], PASSAGES, TEXT)
    assert (mended.repair, turned.repair) == ("review", None)


def test_a_rejected_figure_is_gone() -> None:
    assert apply_corrections([COAL], [ReviewRow(9, 15, "reject", "", "một ngày")], PASSAGES, TEXT) == []


def test_an_added_figure_takes_its_place_in_the_text_and_its_passage() -> None:
    patch = "value=12; unit=mỏ; measure=value; period=2025; indicator=output"
    rows = apply_corrections([COAL], [ReviewRow(29, 31, "add", patch, "")], PASSAGES, TEXT)
    assert [(row.printed, row.passage) for row in rows] == [("228,91", 0), ("12", 4)]


def test_an_accepted_span_marks_its_figures_reviewed() -> None:
    (row,) = apply_corrections([COAL], [ReviewRow(0, 20, "accept", "", "")], PASSAGES, TEXT)
    assert row.reviewed


def test_a_correction_that_meets_no_figure_is_reported() -> None:
    with pytest.raises(StaleReviewError, match="meets no figure"):
        apply_corrections([COAL], [ReviewRow(1, 2, "correct", "value=1", "")], PASSAGES, TEXT)


def test_an_unknown_field_is_reported() -> None:
    with pytest.raises(StaleReviewError, match="unknown field"):
        apply_corrections([COAL], [ReviewRow(9, 15, "correct", "colour=red", "")], PASSAGES, TEXT)


CATALOGUE = Catalogue(SECTORS, (OUTPUT,), {OUTPUT.id: OUTPUT})
CHANGE = replace(COAL, unit="%", measure="yoy_pct", base_period="2024-M01/M08", status="E", bound="trên", subject="than; cám")
AS_READ = whole(ReviewRow(9, 15, "accept", "", ""), CHANGE)


def test_an_accepted_figure_is_what_it_was_whatever_it_is_read_as_later() -> None:
    later = replace(
        CHANGE, measure="plan_value", unit="tấn", base_period=None, indicator=None, item=None, bound=None, confidence=0.5
    )
    (row,) = apply_decisions([later], [AS_READ], PASSAGES, TEXT, CATALOGUE)
    assert row == replace(CHANGE, confidence=0.5, reviewed=True)


def test_an_accepted_figure_that_is_no_longer_found_is_put_in_its_place() -> None:
    (row,) = apply_decisions([], [AS_READ], PASSAGES, TEXT, CATALOGUE)
    assert row == replace(CHANGE, rule="review", confidence=1.0, passage=4, reviewed=True)


def test_a_correction_made_by_a_reader_holds_what_was_not_typed_too() -> None:
    decided = whole(ReviewRow(9, 15, "correct", "value=23.3", ""), CHANGE)
    later = replace(CHANGE, base_period="2023", status="A", bound=None)
    (row,) = apply_decisions([later], [decided], PASSAGES, TEXT, CATALOGUE)
    assert (row.value, row.base_period, row.status, row.bound) == (23.3, "2024-M01/M08", "E", "trên")


@pytest.mark.parametrize(
    ("patch", "base"),
    [
        ("measure=value", ""),
        ("measure=plan_pct", ""),
        ("measure=yoy_index", "2024-M01/M08"),
        ("period=2025-M08", "2024-M08"),
        ("measure=prev_pct; period=2025-M08", "2025-M07"),
        ("value=5", "2024-M01/M08"),
    ],
)
def test_a_corrected_measure_or_period_has_the_base_that_it_asks_for(patch: str, base: str) -> None:
    assert patched(whole(ReviewRow(9, 15, "correct", patch, ""), CHANGE).patch)["base_period"] == base


def test_a_year_that_the_text_names_stays_the_base_when_the_period_is_corrected() -> None:
    named = replace(CHANGE, measure="base_pct", base_period="2020")
    assert patched(whole(ReviewRow(9, 15, "correct", "period=2025", ""), named).patch)["base_period"] == "2020"


def test_a_correction_that_has_to_add_the_figure_says_what_it_is_measured_against() -> None:
    typed = "value=5; unit=%; measure=yoy_pct; period=2025-Q1; indicator=output; item="
    (row,) = apply_decisions([], [ReviewRow(29, 31, "correct", typed, "")], PASSAGES, TEXT, CATALOGUE)
    assert (row.base_period, row.passage) == ("2024-Q1", 4)


@pytest.mark.parametrize("gone", ["indicator=gone; item=", "item=gone"])
def test_a_name_that_the_catalogue_no_longer_has_gives_way_to_that_of_the_reader(gone: str) -> None:
    decided = whole(ReviewRow(9, 15, "accept", gone, ""), CHANGE)
    (met,) = apply_decisions([CHANGE], [decided], PASSAGES, TEXT, CATALOGUE)
    (added,) = apply_decisions([], [decided], PASSAGES, TEXT, CATALOGUE)
    assert (met.indicator, met.item) == ("output", "coal")
    assert (added.indicator, added.item, added.subject) == (None, None, "than; cám")


@pytest.mark.parametrize(("action", "left"), [("accept", [(9, 15)]), ("correct", [(9, 15)]), ("reject", [])])
def test_a_number_that_is_later_cut_otherwise_is_still_the_one_that_was_decided_upon(
    action: str, left: list[tuple[int, int]]
) -> None:
    later = replace(CHANGE, source_start=8, printed=" 228,91", base_period="2023")
    rows = apply_decisions([later], [replace(AS_READ, action=action)], PASSAGES, TEXT, CATALOGUE)
    assert [(row.source_start, row.source_end) for row in rows] == left
    assert [row.base_period for row in rows] == ["2024-M01/M08"] * len(left)
