"""The small parts: drawing, numbers, columns, names, words, ranking."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import duckdb
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from data.fold import fold as fold_of_data
from queries.fold import fold
from queries.panes import NameRow
from tui.draw import DISPUTED, align_right, clean, cut_middle, fit, fit_line, line_width, plain_text, with_unit, wrap
from tui.model.correction import parse_number
from tui.model.figures import citation, section_in_words
from tui.model.measures import LEVELS, VIEWS
from tui.model.names import brief_unit, unit_tail
from tui.model.periods import short_label
from tui.model.rows import DATED, EAGER, Column, Row
from tui.model.search import find, nearest
from tui.numbers import align_decimals, number, ticks
from tui.widgets.grid_drawing import copied_row, must_be_brief, row_line
from tui.widgets.grid_layout import Layout, Placed, lay_out
from tui.words import PLAIN, Words, texts

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [
        (1072.9, "1.072,9", "1,072.9"),
        (-6.8, "−6,8", "−6.8"),
        (0.0165, "0,0165", "0.0165"),
        (121235, "121.235", "121,235"),
        (0, "0", "0"),
    ],
)
def test_numbers_are_written_as_the_language_does(value: float, vietnamese: str, english: str) -> None:
    assert number(value, "vi") == vietnamese
    assert number(value, "en") == english


def test_a_change_shows_its_sign() -> None:
    assert number(33.1, "vi", signed=True) == "+33,1"
    assert number(float("inf"), "vi") == "·"


def test_decimal_points_stand_in_one_column() -> None:
    padded = align_decimals(["6.745", "39,96", "387,7"], "vi")
    width = max(map(len, padded))
    assert {text.rjust(width).find(",") for text in padded if "," in text} == {padded[1].rjust(width).find(",")}


@given(st.integers(-(10**9), 10**9), st.integers(0, 4), st.sampled_from(["vi", "en"]))
def test_a_number_is_read_as_it_is_written(digits: int, decimals: int, lang: str) -> None:
    value = digits / 10**decimals
    assert parse_number(number(value, lang), lang) == pytest.approx(value, rel=1e-9)


@pytest.mark.parametrize(
    ("typed", "lang", "value"),
    [
        ("1.072,9", "en", 1072.9),
        ("101.5", "vi", 101.5),
        ("101,5", "en", 101.5),
        ("1.234", "vi", 1234),
        ("1,234", "en", 1234),
        ("−6,8", "vi", -6.8),
        ("+ 3,1", "vi", 3.1),
    ],
)
def test_a_number_typed_in_the_other_manner_is_understood(typed: str, lang: str, value: float) -> None:
    assert parse_number(typed, lang) == value


@given(st.floats(-1e6, 1e6), st.floats(0.001, 1e6), st.integers(2, 8))
def test_ticks_hold_the_values(low: float, span: float, count: int) -> None:
    marks = ticks(low, low + span, count)
    assert marks[0] <= low + 1e-6 * abs(low)
    assert marks[-1] >= low + span - 1e-6 * (abs(low) + span)


@given(st.text(), st.integers(0, 40))
def test_cut_text_has_the_asked_width(text: str, cells: int) -> None:
    assert cell_len(fit(clean(text), cells)) == cells


@given(st.text(max_size=80), st.integers(0, 40))
def test_a_name_cut_in_its_middle_has_the_asked_width(text: str, cells: int) -> None:
    assert cell_len(cut_middle(clean(text), cells)) == cells


@pytest.mark.parametrize(
    ("text", "cells", "cut"),
    [
        ("kế hoạch 1.009.123 lượt", 14, "kế hoạch …"),
        ("kế hoạch 1.009.123 lượt", 19, "kế hoạch 1.009.123…"),
        ("thu ◇≈1.000,5 tỷ đồng", 8, "thu …"),
        ("1.234.567", 5, "…"),
        ("mục II, 12 ngày", 7, "mục II…"),
    ],
)
def test_a_number_is_never_cut(text: str, cells: int, cut: str) -> None:
    assert fit(text, cells).rstrip() == cut
    assert align_right(text, cells).lstrip() == cut


@given(st.text(alphabet="1234567890., ab", min_size=12), st.integers(12, 30))
def test_a_number_is_cut_neither_at_its_beginning_nor_at_its_end(text: str, cells: int) -> None:
    numbers = re.findall(r"\d(?:[\d.,]*\d)?", text)
    for shown in (fit(text, cells), cut_middle(text, cells)):
        assert all(number in numbers for part in shown.split("…") for number in re.findall(r"\d(?:[\d.,]*\d)?", part))


def test_names_that_begin_alike_are_told_apart_by_their_ends() -> None:
    names = ["Kim ngạch xuất nhập khẩu tất cả các loại hình", "Kim ngạch xuất nhập khẩu mở tờ khai tại tỉnh"]
    one, other = (cut_middle(name, 24).strip() for name in names)
    assert one.endswith("…loại hình")
    assert other.endswith("…tại tỉnh")


@pytest.mark.parametrize(
    ("cells", "cut"),
    [
        (43, "Kim ngạch xuất nhập khẩu hàng…qua địa bàn"),
        (40, "Kim ngạch xuất nhập khẩu…hóa qua địa bàn"),
        (30, "Kim ngạch xuất…hóa qua địa bàn"),
        (20, "Kim ngạch…địa bàn"),
    ],
)
def test_a_name_is_cut_between_words_where_that_costs_few_cells(cells: int, cut: str) -> None:
    assert cut_middle("Kim ngạch xuất nhập khẩu hàng hóa qua địa bàn", cells).rstrip() == cut


def test_a_long_word_is_cut_where_all_of_it_would_cost_much() -> None:
    assert cut_middle("Smallholdings, undernourishment", 20) == "Smallholding…ishment"


def test_a_few_long_decimals_do_not_widen_a_column() -> None:
    padded = align_decimals(["0,0115", "6.745", "39,96", "387,7", "18"], "vi")
    assert max(map(len, padded)) == len("6.745   ")
    assert align_decimals(["0,0115", "0,0165", "2,8"], "vi")[2] == "2,8   "


def test_a_number_far_longer_than_the_others_makes_no_column_wider_than_itself() -> None:
    padded = align_decimals(["16.911.600", "92,7", *["7.092"] * 6], "vi")
    assert padded == ["16.911.600", "92,7", *["7.092  "] * 6]


@given(st.lists(st.tuples(st.text(max_size=30), st.just("plain")), max_size=5), st.integers(1, 60))
def test_a_cut_line_has_the_asked_width(line: list[tuple[str, str]], cells: int) -> None:
    assert line_width(fit_line([(clean(text), role) for text, role in line], cells)) == cells


@given(st.text(max_size=200), st.integers(1, 60), st.integers(0, 30))
@example("000000 0 \xa0", 1, 0)
def test_wrapping_loses_no_letter_and_ends(text: str, cells: int, indent: int) -> None:
    lines = wrap(((clean(text), "plain"),), cells, indent)
    assert "".join(plain_text(line) for line in lines).replace(" ", "") == clean(text).replace(" ", "")


def test_a_number_and_its_per_cent_sign_stay_together() -> None:
    lines = wrap((("tăng từ 2,4 % đến 11,6 % cả năm", "plain"),), 22)
    assert [plain_text(line).strip() for line in lines] == ["tăng từ 2,4 % đến", "11,6 % cả năm"]


def test_control_characters_never_reach_the_terminal() -> None:
    assert clean("a\x1b[31mb\nc\u200bd") == "a [31mb c d"
    assert clean(unicodedata.normalize("NFD", "Tỷ lệ")) == "Tỷ lệ"


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40))
def test_typed_words_are_folded_as_the_data_are(text: str) -> None:
    assert fold(text) == fold_of_data(text)


@pytest.mark.parametrize(
    "text",
    ["Đàn trâu", "ĐIỆN THƯƠNG PHẨM", "Tỷ lệ hộ nghèo", unicodedata.normalize("NFD", "Đường"), "[/b] x", "xi măng 烏龍", ""],
)
def test_typed_words_are_folded_as_the_store_does(text: str, small_store: Path) -> None:
    with duckdb.connect(str(small_store), read_only=True) as connection:
        assert connection.execute("select fold($1)", [text]).fetchall() == [(fold(text),)]


def test_the_table_shows_the_measures_that_the_store_puts_into_its_cells(small_store: Path) -> None:
    measures = [key.removeprefix("measure.") for key in Words("vi").keys("measure")]
    with duckdb.connect(str(small_store), read_only=True) as store:
        tabled = {name for name in measures if store.execute("select is_tabled(?)", [name]).fetchone() == (True,)}
    assert tabled == {*LEVELS, *VIEWS["plan"], *VIEWS["change"]}


@pytest.mark.parametrize("part", ["", PLAIN])
def test_both_languages_say_the_same_things(part: str) -> None:
    assert list(texts("vi", part)) == list(texts("en", part))


def test_a_text_that_is_missing_is_shown_by_its_key() -> None:
    assert Words("vi")("no.such") == "no.such"


def test_columns_that_do_not_fit_slide_or_are_left_out() -> None:
    columns = [
        Column("name", "", 20, most=40),
        *(Column(str(n), "", 9, slides=True) for n in range(6)),
        Column("plan", "", 6, drop=1),
    ]
    layout = lay_out(columns, 60, 2)
    assert [placed.column.key for placed in layout.placed] == ["name", "2", "3", "4", "plan"]
    assert layout.more_left
    assert layout.more_right
    assert "plan" not in [placed.column.key for placed in lay_out(columns, 52, 0).placed]
    assert lay_out(columns, 5, 0).placed


def test_names_have_the_width_they_wish_for_before_other_columns_are_wide() -> None:
    columns = [
        Column("name", "", 20, most=60, wish=40),
        Column("level", "11T/2025", 12, gap=2, short="11T/25", tight=8),
        Column("course", "", 7, drop=EAGER),
        Column("plan", "", 6, drop=1),
    ]

    def cells(room: int) -> dict[str, int]:
        return {placed.column.key: placed.cells for placed in lay_out(columns, room, 0).placed}

    assert cells(80) == {"name": 50, "level": 12, "course": 7, "plan": 6}
    assert cells(66) == {"name": 41, "level": 8, "course": 7, "plan": 6}
    assert cells(60) == {"name": 43, "level": 8, "plan": 6}
    assert cells(40) == {"name": 23, "level": 8, "plan": 6}
    assert cells(30) == {"name": 20, "level": 8}
    assert lay_out(columns, 40, 0).placed[1].column.title == "11T/25"


def test_columns_that_may_be_missing_slide_only_where_there_is_room() -> None:
    columns = [Column("name", "", 20, most=40), *(Column(str(n), "", 9, slides=True, drop=1) for n in range(3))]
    assert [placed.column.key for placed in lay_out(columns, 45, 0).placed] == ["name", "0", "1"]
    assert [placed.column.key for placed in lay_out(columns, 25, 0).placed] == ["name"]


def test_what_speaks_of_the_last_period_gives_way_with_it() -> None:
    columns = [
        Column("name", "", 20, most=40),
        *(Column(str(n), "", 9, slides=True) for n in range(4)),
        Column("plan", "", 9, of_last=True),
    ]

    def keys(room: int, offset: int) -> list[str]:
        return [placed.column.key for placed in lay_out(columns, room, offset).placed]

    assert keys(61, 1) == ["name", "1", "2", "3", "plan"]
    assert keys(61, 0) == ["name", "0", "1", "2", "3"], "the room that it leaves is used"
    assert keys(51, 0) == ["name", "0", "1", "2"]


def test_what_is_of_another_period_is_shown_only_beside_its_name() -> None:
    columns = [Column("name", "", 4), Column("change", "", 5, "right"), Column("period", "", 6, dates=True, drop=EAGER)]
    row = Row(1, ((("Than", "plain"),), (DATED, ("+58,7", "dim")), (("11T/25", "dim"),)))
    order = {column.key: place for place, column in enumerate(columns)}
    drawn = [plain_text(row_line(row, lay_out(columns, room, 0), order, (" ", "plain"), None)) for room in (18, 12)]
    assert drawn == [" Than +58,7 11T/25", " Than      "]
    assert copied_row(row, columns) == "Than\t+58,7\t11T/25"


def test_the_sign_of_a_disputed_figure_moves_no_column() -> None:
    columns = [Column("name", "", 4, most=9), Column("a", "", 5, "right", slides=True), Column("b", "", 5, "right", slides=True)]
    layout = lay_out(columns, 20, 0)
    order = {column.key: place for place, column in enumerate(columns)}

    def drawn(signed: bool, text: str) -> str:
        cell = ((DISPUTED,) if signed else ()) + ((text, "plain"),)
        row = Row(1, ((("Than", "plain"),), cell, (("1.234", "plain"),)))
        return plain_text(row_line(row, layout, order, (" ", "plain"), None))

    for text in ("12,3", "123,4"):
        assert drawn(True, text) == drawn(False, text).replace(f" {text}", f"⚠{text}")


def test_a_unit_is_short_where_the_name_needs_the_room() -> None:
    row = Row("turnover", ((("Kim ngạch xuất khẩu", "plain"), *unit_tail("triệu USD", Words("vi"))),))
    wide, narrow = (Layout((Placed(Column("name", "", cells, "spread"), 0, cells, 0),), False, False) for cells in (36, 28))
    drawn = [plain_text(row_line(row, layout, {"name": 0}, (" ", "plain"), None)) for layout in (wide, narrow)]
    assert [" ".join(line.split()) for line in drawn] == ["Kim ngạch xuất khẩu triệu USD", "Kim ngạch xuất khẩu tr. USD"]
    assert copied_row(row, [Column("name", "", 9)]) == "Kim ngạch xuất khẩu\ttriệu USD"
    assert brief_unit("thousand billion dong", "en") == "th. bn đ"


def test_units_of_one_column_are_short_where_one_of_them_must_be() -> None:
    long, short = (
        Row(name, (((name, "plain"), *unit_tail("triệu USD", Words("vi"))),)) for name in ("Kim ngạch xuất khẩu", "Nhập")
    )
    wide, narrow = (Layout((Placed(Column("name", "", cells, "spread"), 0, cells, 0),), False, False) for cells in (36, 28))
    assert not must_be_brief([short, long], wide, {"name": 0})
    assert must_be_brief([short, long], narrow, {"name": 0})
    assert not must_be_brief([short], narrow, {"name": 0})
    assert plain_text(row_line(short, narrow, {"name": 0}, (" ", "plain"), None, brief=True)).split() == ["Nhập", "tr.", "USD"]


def test_a_unit_that_the_name_says_gives_way_to_it() -> None:
    name = (("Số doanh nghiệp đã giải thể", "plain"),)
    assert plain_text(with_unit(name, (("doanh nghiệp", "dim"),), 45)).endswith("doanh nghiệp")
    assert plain_text(with_unit(name, (("doanh nghiệp", "dim"),), 30)).rstrip() == "Số doanh nghiệp đã giải thể"
    assert plain_text(with_unit(name, (("tỷ đồng", "dim"),), 30)).split() == ["Số", "doanh…đã", "giải", "thể", "tỷ", "đồng"]


@pytest.mark.parametrize("cells", [15, 20, 30, 34])
def test_a_name_is_cut_and_never_its_unit(cells: int) -> None:
    name = (("Chiều dài mương máng được nạo vét", "plain"),)
    for unit in ("m", "nghìn m"):
        told = plain_text(with_unit(name, ((unit, "dim"),), cells))
        assert told.endswith(f" {unit}"), "the letters of a unit within a word do not tell it"
        assert line_width(((told, "plain"),)) == cells


def test_of_a_figure_across_columns_the_name_gives_way_then_the_period_and_never_the_number() -> None:
    span = (("31/12/2025: ", "dim"), ("69,434", "plain"), (" km", "dim"))
    row = Row("a", ((("Chiều dài kênh mương nội đồng kiên cố", "plain"),), ()), span)

    def drawn(name: int, column: int) -> str:
        named, one = Column("name", "", name, "spread"), Column("a", "", column, "right", slides=True)
        layout = Layout((Placed(named, 0, name, 0), Placed(one, name + 1, column, 1)), False, False)
        return plain_text(row_line(row, layout, {"name": 0, "a": 1}, (" ", "plain"), None))

    assert drawn(30, 12).endswith(" 31/12/2025: 69,434 km")
    assert drawn(22, 12).endswith(" 31/12/25: 69,434 km")
    assert drawn(14, 12).endswith(" … 69,434 km")


def test_a_name_that_is_looked_for_keeps_its_width_beside_a_figure_of_a_long_span() -> None:
    span = (("15/12/2022-14/5/2023: ", "dim"), ("15.657", "plain"))
    row = Row("a", ((("Kim ngạch xuất nhập khẩu", "plain"), *unit_tail("triệu USD", Words("vi"))), ()), span)
    named, one = Column("name", "", 26, "spread"), Column("a", "", 20, "right", slides=True)
    layout = Layout((Placed(named, 0, 26, 0), Placed(one, 27, 20, 1)), False, False)
    told = [plain_text(row_line(row, layout, {"name": 0, "a": 1}, ("x", "label"), None, named=named)) for named in (False, True)]
    assert told == ["xKim ngạch…khẩu tr. USD 15/12/22-14/5/23: 15.657", "xKim ngạch xuất nhập khẩu triệu USD     … 15.657"]


@pytest.mark.parametrize(
    ("label", "short"),
    [
        ("11T/2025", "11T/25"),
        ("Q1 2026", "Q1’26"),
        ("31 Dec 2025", "31 Dec’25"),
        ("15/12/2022-14/5/2023", "15/12/22-14/5/23"),
        ("15 Dec 2022-14 May 2023", "15 Dec’22-14 May’23"),
        ("1 Jan-2 Apr 2026", "1 Jan-2 Apr’26"),
        ("1/1/2026-2/4/2026", "1/1-2/4/26"),
        ("1/1/2016-2/4/2026", "1/1/16-2/4/26"),
        ("2025", "2025"),
        ("2021-2025", "2021-2025"),
    ],
)
def test_a_period_is_written_short_where_its_year_stays_clear(label: str, short: str) -> None:
    assert short_label(label) == short


def named(kind: str, name: str, figures: int = 1) -> NameRow:
    folded = fold(name)
    return NameRow(kind, "s", name, None if kind == "indicator" else name, name, name, folded, folded, folded, "W", "W", figures)


def test_search_ranks_the_exact_spelling_first() -> None:
    names = [named("indicator", "Đường tỉnh"), named("indicator", "Dương tính"), named("item", "Con đường")]
    assert [row.name_vi for row in find(names, "đường")] == ["Đường tỉnh", "Con đường", "Dương tính"]
    assert len(find(names, "duong")) == 3
    assert find(names, "") == []


def test_search_puts_what_is_the_text_before_what_begins_with_it() -> None:
    names = [
        named("indicator", "Số cuộc thanh tra", 90),
        named("indicator", "Than sạch"),
        named("item", "Than"),
        named("item", "Xi măng"),
    ]
    assert [row.name_vi for row in find(names, "than")] == ["Than", "Than sạch", "Số cuộc thanh tra"]
    assert find([named("indicator", "Nhà máy xi măng"), *names], "xi mang")[0].name_vi == "Xi măng"


@pytest.mark.parametrize(("typed", "meant"), [("ho ngehu", 0), ("poverti", 0), ("ximang", 1), ("cemnet", 1), ("qqqq", None)])
def test_search_knows_what_mistyped_words_mean(typed: str, meant: int | None) -> None:
    names = [named("indicator", name) for name in ("Tỷ lệ hộ nghèo", "Xi măng", "Sản phẩm được chọn để hỗ trợ chuỗi liên kết")]
    english = ["poverty rate", "cement", "products chosen for support"]
    names = [row._replace(folded_en=words) for row, words in zip(names, english, strict=True)]
    assert nearest(names, typed)[:1] == ([] if meant is None else [names[meant]])


def test_search_offers_for_mistyped_words_only_the_nearest() -> None:
    poverty, over, tourists = (named("indicator", name) for name in ("Poverty rate", "Carried over", "Tourism receipts"))
    assert nearest([over, poverty, tourists], "poverti") == [poverty]
    assert nearest([over, poverty, tourists], "tourits") == [tourists], "it may be the beginning of a word"
    assert nearest([over, poverty, tourists], "raet poverty") == [poverty]
    assert nearest([over, poverty, tourists], "poverty qqqq") == [poverty]


def test_search_offers_the_nearest_names() -> None:
    assert (
        nearest([named("indicator", "Tỷ lệ hộ nghèo"), named("indicator", "Xi măng")], "ho ngheu")[0].name_vi == "Tỷ lệ hộ nghèo"
    )


def test_a_place_is_cited_in_the_words_of_a_report_in_parts_and_with_its_page() -> None:
    vi, en = Words("vi"), Words("en")
    assert citation("12/BC-UBND", "", "II.1.3", "7", vi, 3) == "BC 12/BC-UBND, mục II.1.3, chú thích 7, trang 3"
    assert citation("12/BC-UBND", "", "P2.II.2.1", None, vi) == "BC 12/BC-UBND, phần 2, mục II.2.1"
    assert citation(None, "Report Q1", "P2.II.2.1", None, en, 4) == "Report Q1, part 2, section II.2.1, page 4"
    assert section_in_words("P3", vi) == "phần 3"
    assert section_in_words("PL1.2", vi) == "phụ lục 1, mục 2"
    assert section_in_words(None, vi) == ""
