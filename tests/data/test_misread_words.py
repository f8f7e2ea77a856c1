"""Words of damaged text that look like numbers are told from numbers by what stands beside them."""

from __future__ import annotations

import pytest

from data.reader.meaning.numbers.misread_words import is_misread_word


def misread(text: str) -> bool:
    """Whether what stands in square brackets is a word."""
    start, end = text.index("["), text.index("]") - 1
    return is_misread_word(text.replace("[", "").replace("]", ""), start, end)


@pytest.mark.parametrize(
    "text",
    [
        "trong tam [1] cac nhiem vu",
        "cac hanh vi gay [6] nhiem moi truong",
        "du an cham tien [46], hieu qua thap",
        "nhat [1] cac du an trong diem",
        "chuyen bien [6] net",
    ],
)
def test_a_word_goes_better_with_its_neighbours(text: str) -> None:
    assert misread(text)


@pytest.mark.parametrize(
    "text",
    ["thu hoi [16] du an", "toan tinh co [1] khu cong nghiep", "xep thu [1] ca nuoc", "tang [1] bac so voi nam truoc"],
)
def test_a_number_goes_no_worse_with_them(text: str) -> None:
    assert not misread(text)
