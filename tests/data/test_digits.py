"""Digits that recognition took for letters."""

from __future__ import annotations

import pytest

from data.grammar.digits import with_digits
from data.grammar.ocr import fold_with_map


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("4l8,6 ty dong", "418,6 ty dong"),
        ("dat 10O%", "dat 100%"),
        ("7l.406 the", "71.406 the"),
        ("l2,5%", "12,5%"),
        ("7O2 vu", "702 vu"),
        ("20,l%", "20,1%"),
        ("tăng I4,56%; giảm I7%", "tang 14,56%; giam 17%"),
        ("đạt 6o% và 37,I% dự toán", "dat 60% va 37,1% du toan"),
        ("45.00l liều, O5 dự án", "45.001 lieu, 05 du an"),
        ("tăng l,04%", "tang 1,04%"),
    ],
)
def test_letters_among_digits_are_digits(printed: str, meant: str) -> None:
    assert with_digits(fold_with_map(printed), printed).text == meant


@pytest.mark.parametrize(
    "printed", ["quoc lo 4b", "covid-l9", "quy l/2026", "x4 hdi", "ti 1é", "6h ngheo", "i.2. thu", "5s va o2", "nghi dinh i5a"]
)
def test_other_letters_beside_digits_stay(printed: str) -> None:
    assert with_digits(fold_with_map(printed), printed).text == fold_with_map(printed).text
