"""The figures of a passage keep together what belongs together, in a pane of any width."""

from __future__ import annotations

import pytest

from tests.tui.rows import figure
from tui.draw import line_width, plain_text
from tui.model.note_table import figures_table
from tui.words import Words

SALES, LOANS = ("sales", None), ("loans", None)
PER_CENT = {"unit": "%", "unit_en": "%"}
FIGURES = [
    figure(SALES, "2025-M01/M11", 39_731.1, indicator_vi="Tổng mức bán lẻ hàng hóa", unit="tỷ đồng", observation_id=1),
    figure(SALES, "2025-M01/M11", 91.3, indicator_vi="Tổng mức bán lẻ hàng hóa", measure="plan_pct", **PER_CENT),
    figure(SALES, "2025-M01/M11", 17.33, indicator_vi="Tổng mức bán lẻ hàng hóa", measure="yoy_pct", **PER_CENT),
    figure(LOANS, "2025-12-31", 50_127, indicator_vi="Dư nợ", unit="tỷ đồng"),
    figure(LOANS, "2025-12-31", 14.77, indicator_vi="Dư nợ", measure="yoy_pct", **PER_CENT),
    figure(LOANS, "2025-12-31", 0.85, indicator_vi="Dư nợ", measure="base_pct", base_vi="31/12/2024", **PER_CENT),
]


def drawn(cells: int) -> list[str]:
    return [plain_text(line).rstrip() for line in figures_table(FIGURES, 1, Words("vi"), cells)]


@pytest.mark.parametrize("cells", [40, 45, 56, 64, 75, 120, 160])
def test_no_line_is_wider_than_the_pane(cells: int) -> None:
    assert all(line_width(line) <= cells for line in figures_table(FIGURES, 1, Words("vi"), cells))


@pytest.mark.parametrize("cells", [40, 56, 75, 120])
def test_every_number_stands_with_its_unit_and_measure(cells: int) -> None:
    lines = drawn(cells)
    together = "\n".join(lines)
    assert "39.731,1 tỷ đồng" in together
    assert "+0,85 % so 31/12/24" in together
    if "%KH" in lines[0]:
        ends = {text: lines[0].index(text) + len(text) for text in ("%KH", "±CK")}
        first = next(line for line in lines if "39.731,1" in line)
        assert first.index("91,3") + len("91,3") == ends["%KH"]
        assert first.index("+17,33") + len("+17,33") == ends["±CK"]
    else:
        assert "91,3 % KH" in together
        assert "+17,33 % CK" in together


def test_columns_and_whole_names_of_periods_stand_where_there_is_room() -> None:
    assert "%KH" in drawn(120)[0]
    assert "31/12/2025" in "".join(drawn(120))
    assert "%KH" not in drawn(40)[0]
    assert "31/12/25" in "".join(drawn(40))


PEOPLE = [
    figure((name, None), "2026-Q1", 43_947 + at, indicator_vi=name, unit=unit)
    for at, (name, unit) in enumerate([
        ("Số người được hỗ trợ trong dịp Tết", "người"),
        ("Số người đã nhận hỗ trợ trong dịp Tết", "người"),
        ("Số nhà xóa nhà tạm, nhà dột nát", "nhà"),
    ])
]  # fmt: skip
SHARE = PEOPLE[2]._replace(measure="share_pct", value=92.7, unit="%", unit_en="%")


@pytest.mark.parametrize("cells", [34, 40, 44, 50, 56, 60])
def test_names_that_begin_and_end_alike_differ(cells: int) -> None:
    names = [plain_text(line[1:2]).rstrip() for line in figures_table([*PEOPLE, SHARE], None, Words("vi"), cells)]
    assert names[0] != names[1]


def test_many_measures_of_one_row_take_no_room_from_the_names_of_others() -> None:
    several = [SHARE, *(SHARE._replace(measure="base_pct", value=value) for value in (8.5, 9.5))]
    lines = [plain_text(line) for line in figures_table([*PEOPLE, *several], None, Words("vi"), 72)]
    assert all(line.startswith(f" {one.indicator_vi} ") for line, one in zip(lines, PEOPLE, strict=False))
    assert max(map(len, lines)) <= 72
