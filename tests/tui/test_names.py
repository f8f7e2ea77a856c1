"""The names of another province's figures say the province, and say it once."""

from __future__ import annotations

import pytest

from tests.tui.rows import figure, series
from tui.draw import plain_text
from tui.model import review
from tui.model.names import area_of, full_name, item_name, listed_name, lone_item_name, own_name
from tui.words import Words

VI = Words("vi")
OUTPUT = {"indicator_vi": "Sản lượng · Cao Bằng", "indicator_en": "Output · Cao Bằng"}
COAL = ("output@cao-bang", "output@cao-bang.coal")
ABROAD = figure(COAL, "2025", 5.0, item_vi="Than · Cao Bằng", item_en="Coal · Cao Bằng", **OUTPUT)
HERE = figure(("output", "output.coal"), "2025", 5.0, item_vi="Than", item_en="Coal")


def test_the_province_of_a_figure_is_said_once_behind_its_indicator() -> None:
    row = series(COAL, item_vi="Than · Cao Bằng", **OUTPUT)
    assert plain_text(listed_name(row, VI)) == "Than · Sản lượng · Cao Bằng"
    assert full_name(row, VI) == "Sản lượng · Cao Bằng: Than"
    assert (item_name(row, VI), lone_item_name(row, VI)) == ("Than", "Than · Cao Bằng"), "an item alone says it itself"


@pytest.mark.parametrize(
    ("name", "whole", "own"),
    [
        ("Than · Cao Bằng", "Sản lượng · Cao Bằng", "Than"),
        ("Than · đá", "Sản lượng · Cao Bằng", "Than · đá"),
        ("Than", "Sản lượng", "Than"),
        ("Sản lượng · Cao Bằng", "Công nghiệp", "Sản lượng · Cao Bằng"),
    ],
)
def test_only_what_the_whole_says_already_is_left_out_of_a_name(name: str, whole: str, own: str) -> None:
    assert own_name(name, whole) == own


def test_in_the_review_the_province_has_a_column_of_its_own_only_where_it_is_another_one() -> None:
    assert [area_of(one, VI) for one in (ABROAD, HERE)] == ["Cao Bằng", ""]
    spots = [review.Spot("sha", at, at + 1) for at in range(2)]
    own, both = (
        [review.Candidate(spot, "5", "BC 1", "Report 1", 1, one) for spot, one in zip(spots, figures, strict=False)]
        for figures in ([HERE], [HERE, ABROAD])
    )
    assert [review.has_areas(found, VI) for found in (own, both)] == [False, True]
    assert "area" not in {column.key for column in review.columns(own, VI, many=False)}
    keys = [column.key for column in review.columns(both, VI, many=False)]
    rows = [review.row_of(one, None, VI, many=False, abroad=True) for one in both]
    told = [[plain_text(row.cells[keys.index(key)]) for key in ("name", "area")] for row in rows]
    assert told == [["Than · Sản lượng", ""], ["Than · Sản lượng", "Cao Bằng"]]
    assert all(len(row.cells) == len(keys) for row in rows)
