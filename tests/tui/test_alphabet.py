"""Names stand in the order of a Vietnamese dictionary."""

from __future__ import annotations

import unicodedata

import pytest

from queries.packed import Packed
from queries.panes import CellRow
from tests.tui.rows import series
from tui.model.alphabet import alphabetical
from tui.model.home import HomeData, HomeTable
from tui.words import Words


@pytest.mark.parametrize(
    "names",
    [
        ["Số 9", "Số doanh nghiệp", "Số đối tượng", "Số xã"],
        ["an", "ăn", "ấn", "bán"],
        ["ma", "mà", "mả", "mã", "má", "mạ", "mai"],
        ["Hỏi đáp", "Hội", "hội viên", "hôn"],
        ["ông", "ống", "ơn", "ưu tiên"],
    ],
)
def test_letters_come_before_tones_and_blanks_before_letters(names: list[str]) -> None:
    for form in ("NFC", "NFD"):
        assert sorted(set(names), key=lambda name: alphabetical(unicodedata.normalize(form, name))) == names


def test_the_first_table_sorts_names_that_way() -> None:
    keys = [(name, None) for name in ("x", "d", "đ")]
    names = ("Số xã", "Số doanh nghiệp", "Số đối tượng")
    rows = [series(key, indicator_vi=name, indicator_en=name) for key, name in zip(keys, names, strict=True)]
    table = HomeTable(HomeData("industry", rows, Packed(CellRow, [])), [], Words("vi"), sort="name")
    assert [table.name(key) for key in table.visible()] == ["Số doanh nghiệp", "Số đối tượng", "Số xã"]
