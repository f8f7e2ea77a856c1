"""Reviewed corrections change what the reader gives, and say so when they no longer fit."""

from __future__ import annotations

import pytest

from data.store.records import ReviewRow
from data.store.review import StaleReviewError, apply_corrections
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
