"""Blanks that were lost or put in around numbers: what is told stays the same."""

from __future__ import annotations

import pytest

from data.grammar.ocr import fold_with_map
from data.grammar.typesetting import normalize_typesetting


def set_right(printed: str) -> str:
    return normalize_typesetting(fold_with_map(printed), printed, damaged=False).text


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("lũy kế đã cấp180.696 liều", "luy ke da cap 180.696 lieu"),
        ("bằng82,5% cùng kỳ", "bang 82,5% cung ky"),
        ("tặng cho05 tập thể", "tang cho 05 tap the"),
        ("phát hiện13 vụ", "phat hien 13 vu"),
        ("thu 7.727, 4 tỷ đồng, tăng 14, 4%", "thu 7.727,4 ty dong, tang 14,4%"),
    ],
)
def test_blanks_around_numbers_are_put_right(printed: str, meant: str) -> None:
    assert set_right(printed) == meant


@pytest.mark.parametrize(
    "printed",
    [
        "đúng kế hoạch5, các hộ",
        "so với cùng kỳ12. Đàn",
        "bụi mịn PM2,5 và CO2",
        "sản phẩm OCOP15 của",
        "năm 2024, 15 ha",
        "tổ 3, 5 người",
        "ở km12 ha",
    ],
)
def test_marks_names_and_lists_stay(printed: str) -> None:
    assert set_right(printed) == fold_with_map(printed).text


def test_every_letter_keeps_its_place() -> None:
    printed = "Thu đạt1.250, 5 tỷ đồng"
    folded = normalize_typesetting(fold_with_map(printed), printed, damaged=False)
    assert folded.text == "thu dat 1.250,5 ty dong"
    letters = [(letter, printed[place]) for letter, place in zip(folded.text, folded.at, strict=False) if letter.isdigit()]
    assert all(letter == source for letter, source in letters)
    assert folded.at[-1] == len(printed)
