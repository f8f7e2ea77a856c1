"""Numbers: grouping dots, decimal commas, and the slips that are mended by rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.grammar.number import TOKEN, half_unit, prints_english, read_number
from data.grammar.ocr import fold_with_map
from data.reader.meaning.numbers.mentions import find_mentions


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
    ("printed", "value", "half"),
    [
        ("7,3", 7.3, 0.05),
        ("7,3", -7.3, 0.05),
        ("673", 673, 0.5),
        ("3.130,00", 3130, 0.005),
        ("84.64", 84.64, 0.005),
        ("1.234", 1234, 0.5),
        ("1.234", 1.234, 0.0005),
        ("12,345", 12345, 0.5),
        ("12,345", 12.345, 0.0005),
        ("4,936.5", 4936.5, 0.05),
        ("1,234,567", 1234567, 0.5),
        ("1234.567.890", 1234567890, 0.5),
        ("0.014", 14, 0.5),
        ("0,00", 0, 0.005),
        ("4. 310,2", 4310.2, 0.05),
        ("20,", 20, 0.5),
        ("l2,5", 12.5, 0.05),
        ("l.234", 1234, 0.5),
    ],
)
def test_the_tolerance_is_half_a_unit_of_the_last_digit_by_what_the_number_was_read_as(
    printed: str, value: float, half: float
) -> None:
    assert half_unit(printed, value) == pytest.approx(half)


@given(st.from_regex(TOKEN, fullmatch=True), st.booleans())
def test_a_value_is_a_whole_number_of_units_of_its_last_digit(printed: str, english: bool) -> None:
    number = read_number(printed, english)
    assert (
        number is None
        or number.value > 1e12
        or number.value / (2 * half_unit(printed, number.value))
        == pytest.approx(round(number.value / (2 * half_unit(printed, number.value))))
    )


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Thu 1,204.5 tỷ đồng, tăng 8.25%; chi 2,310.75 tỷ đồng, tăng 3.4%; có 1,250 hộ.", True),
        ("Thu 1.204,5 tỷ đồng, tăng 8,25%; chi 2.310,75 tỷ đồng, tăng 3,4%; có 1.250 hộ.", False),
        ("Thu 1.204,5 tỷ đồng, tăng 8.25%, 9.1%, 3.4% và 5.5%.", False),
        ("Mục 1.2, mục 3.14 và ngày 10.5; có 1,250 hộ, 2,300 ha.", False),
    ],
)
def test_what_parts_thousands_is_told_by_numbers_with_one_reading(text: str, english: bool) -> None:
    assert prints_english(text) is english


def test_in_an_english_text_a_comma_groups_and_a_point_parts_decimals() -> None:
    values = [read_number(printed, english=True) for printed in ("1,250", "12.5", "1.125", "7")]
    assert [number and number.value for number in values] == [1250, 12.5, 1.125, 7]


@pytest.mark.parametrize(
    ("scanned", "values"), [("dat 89,1%, xép thi 16, ting 05 bac", [89.1, 16, 5]), ("cac ho so 14, ting 5%", [5])]
)
def test_a_rank_in_a_scan_is_no_short_word(scanned: str, values: list[float]) -> None:
    tokens = [number.span() for number in TOKEN.finditer(scanned)]
    found = find_mentions(fold_with_map(scanned), scanned, tokens, damaged=True, dropped=[])
    assert [mention.value for mention in found] == values
