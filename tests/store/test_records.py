"""Rows survive their CSV files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.store.cells import review_cells
from data.store.records import ObservationRow, ReviewRow, patch_of, patched, read_rows, review_of, write_rows
from data.store.shipped import REVIEW
from tests.store.conftest import figure

if TYPE_CHECKING:
    from pathlib import Path

words = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), min_size=1, max_size=30)


@given(value=st.floats(allow_nan=False, allow_infinity=False, width=32), subject=st.none() | words, reviewed=st.booleans())
def test_a_row_is_read_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, value: float, subject: str | None, reviewed: bool
) -> None:
    row = replace(figure(0.0, "1,0"), value=float(f"{value:.15g}"), subject=subject, reviewed=reviewed)
    path = tmp_path_factory.mktemp("rows") / "rows.csv"
    write_rows(path, [row], ObservationRow)
    assert read_rows(path, ObservationRow) == [row]


def test_a_missing_file_gives_no_rows(tmp_path: Path) -> None:
    assert read_rows(tmp_path / "none.csv", ReviewRow) == []


def test_a_line_that_is_no_row_is_named(tmp_path: Path) -> None:
    path = tmp_path / "edited.csv"
    path.write_text("source_start,source_end,action,patch,note\n1,2,accept,,\nx,2,accept,,\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"edited.csv:3: not a row of ReviewRow"):
        read_rows(path, ReviewRow)


@pytest.mark.parametrize(
    ("values", "patch"),
    [
        ({"value": "229.5", "item": ""}, "value=229.5; item="),
        ({"subject": "a; b", "unit": "ha"}, r"subject=a\; b; unit=ha"),
        ({"subject": "một; hai=2;", "unit": ";"}, r"subject=một\; hai=2;; unit=;"),
        ({"subject": "C:\\", "unit": "ha"}, r"subject=C:\\; unit=ha"),
        ({"subject": "hai\ndòng"}, r"subject=hai\ndòng"),
        ({}, ""),
    ],
)
def test_the_values_of_a_patch_may_hold_what_parts_them(values: dict[str, str], patch: str) -> None:
    assert patch_of(values) == patch
    assert patched(patch) == values


@given(st.dictionaries(st.sampled_from(["value", "unit", "subject"]), st.text("a;= \\\n", max_size=12)))
def test_a_patch_is_read_as_it_was_written_from_text_and_from_the_store(values: dict[str, str]) -> None:
    assert patched(patch_of(values)) == values
    row = ReviewRow(1, 2, "correct", patch_of(values), "")
    _, *cells = review_cells("1f", row).values()
    assert review_of(*cells) == row


def test_the_shipped_corrections_stay_as_they_are_written() -> None:
    patches = [row.patch for path in REVIEW.glob("*.csv") for row in read_rows(path, ReviewRow)]
    assert [patch_of(patched(patch)) for patch in patches] == patches
