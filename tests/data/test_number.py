"""Numbers: grouping dots, decimal commas, and the slips that are mended by rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.grammar.number import half_unit, read_number


@pytest.mark.parametrize(
    ("printed", "value", "repair"),
    [
        ("1.072,9", 1072.9, None),
        ("3.347.000", 3347000, None),
        ("02", 2, None),
        ("0,14", 0.14, None),
        ("12.345", 12345, None),
        ("3.130,00", 3130, None),
        ("84.64", 84.64, "decimal-point"),
        ("7.5", 7.5, "decimal-point"),
        ("4,936.5", 4936.5, "english-separators"),
        ("1,234,567", 1234567, "english-separators"),
        ("20,", 20, "lost-decimals"),
        ("4. 310,2", 4310.2, "split"),
    ],
)
def test_a_printed_number_has_one_value_and_says_how_it_was_mended(printed: str, value: float, repair: str | None) -> None:
    number = read_number(printed)
    assert number is not None
    assert number.value == pytest.approx(value)
    assert number.repair == repair


@pytest.mark.parametrize("printed", ["", "abc", "9" * 40])
def test_what_is_no_number_has_no_value(printed: str) -> None:
    assert read_number(printed) is None


@given(st.integers(0, 10**12), st.integers(0, 3))
def test_a_number_printed_the_vietnamese_way_is_read_back(scaled: int, decimals: int) -> None:
    value = scaled / 10**decimals
    printed = f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))
    number = read_number(printed)
    assert number is not None
    assert number.repair is None
    assert number.value == pytest.approx(value)


@given(st.text("0123456789.,", min_size=1, max_size=30))
def test_any_run_of_digits_and_separators_gives_a_finite_value_or_none(text: str) -> None:
    number = read_number(text)
    assert number is None or 0 <= number.value < 10**25


@pytest.mark.parametrize(
    ("printed", "half"), [("7,3", 0.05), ("673", 0.5), ("3.130,00", 0.005), ("84.64", 0.005), ("1.234", 0.5)]
)
def test_the_tolerance_is_half_a_unit_of_the_last_digit(printed: str, half: float) -> None:
    assert half_unit(printed) == pytest.approx(half)
