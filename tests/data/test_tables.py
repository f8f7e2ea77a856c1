"""Tables in reports: what is taken for one, what its columns measure, and what is left unsaid rather than guessed."""

from __future__ import annotations

import pytest

from data.catalogue import Catalogue
from data.grammar.frame import Frame
from data.grammar.period import Period
from data.reader.layout.document import read_document
from data.reader.meaning.tables.columns import read_columns
from data.reader.read import Reading, read_report

TITLE = "BÁO CÁO\nTình hình kinh tế - xã hội tháng 8 và 8 tháng năm 2024\n\nI. KINH TẾ\n\n"
FRAME = Frame(Period.parse("2024-M01/M08"), monthly=True)


def reading_of(text: str) -> Reading:
    return read_report(TITLE + text, Catalogue.load())


def read(text: str) -> list[tuple[str, str, str, str]]:
    """Number, measure, period and item of every figure."""
    return [(f.printed, f.measure, f.period, f.item or "") for f in reading_of(text).figures]


@pytest.mark.parametrize(
    ("head", "kind", "period"),
    [
        ("Thực hiện tháng 7", "level", "2024-M07"),
        ("Ước TH 8T/2024", "level", "2024-M01/M08"),
        ("Thực hiện cùng kỳ năm trước", "level", "2023-M01/M08"),
        ("Tháng 8 năm trước", "level", "2023-M08"),
        ("2023", "level", "2023"),
        ("Ước cả năm 2024", "level", "2024"),
        ("Lũy kế đến 15/8/2024", "level", "2024-08-15"),
        ("KH 2024", "plan", "2024"),
        ("Dự toán HĐND tỉnh giao", "plan", "2024"),
        ("% TH/KH", "plan_pct", "2024-M01/M08"),
        ("So với DT (%)", "plan_pct", "2024-M01/M08"),
        ("% so CK", "yoy", "2024-M01/M08"),
        ("8 tháng so với cùng kỳ (%)", "yoy", "2024-M01/M08"),
        ("Tháng 8 so với tháng 7 (%)", "prev", "2024-M08"),
        ("Tháng 8 năm 2024 so với Tháng 12 năm 2023", "base", "2024-M08"),
        ("2024/2023 (%)", "yoy", "2024"),
        ("Cơ cấu (%)", "share", "2024-M01/M08"),
        ("Chênh lệch", "compared", "2024-M01/M08"),
        ("Số dự án", "level", "2024-M01/M08"),
    ],
)
def test_a_head_says_what_is_measured_and_when(head: str, kind: str, period: str) -> None:
    column = read_columns([head], "", FRAME)[0]
    assert (column.kind, column.period.id) == (kind, period)


def test_a_head_says_what_its_values_are_of() -> None:
    columns = read_columns(["Diện tích (ha)", "Tháng 8", "Tỷ lệ hộ nghèo (%)"], "", FRAME)
    assert [(column.words, column.unit) for column in columns] == [("Diện tích", "ha"), ("", ""), ("Tỷ lệ hộ nghèo", "%")]


def test_a_plan_of_next_year_is_aimed_at() -> None:
    assert [column.aims for column in read_columns(["Kế hoạch 2024", "Kế hoạch 2025"], "", FRAME)] == [False, True]


BARS = "| Sản phẩm | ĐVT | Cùng kỳ 2023 | 8 tháng 2024 | {head} |\n|---|---|--:|--:|--:|\n"


@pytest.mark.parametrize(
    ("head", "values", "measure"),
    [
        ("So sánh (%)", ("103,0", "98,0", "106,0"), "yoy_index"),
        ("So sánh (%)", ("3,0", "-2,0", "6,0"), "yoy_pct"),
        ("So với cùng kỳ (%)", ("103,0", "98,0", "106,0"), "yoy_index"),
        ("Tăng, giảm so với cùng kỳ (%)", ("3,0", "-2,0", "6,0"), "yoy_pct"),
        ("Tăng, giảm so với cùng kỳ", ("6", "-2", "18"), "yoy_abs"),
    ],
)
def test_a_share_of_last_year_and_a_change_are_told_apart_by_their_size(
    head: str, values: tuple[str, str, str], measure: str
) -> None:
    rows = zip(("Than", "Xi măng", "Đá các loại"), ("200", "100", "300"), ("206", "98", "318"), values, strict=True)
    text = BARS.format(head=head) + "".join(f"| {name} | Nghìn tấn | {was} | {now} | {told} |\n" for name, was, now, told in rows)
    assert [figure[1] for figure in read(text)] == ["value", "value", measure] * 3


def test_one_table_parts_decimals_in_one_way() -> None:
    text = "| Sản phẩm | Tháng 7 | Tháng 8 |\n|---|--:|--:|\n| Than (tấn) | 41.25 | 1,310 |\n| Xi măng (tấn) | 2,655.5 | 98.3 |\n"
    assert [figure.value for figure in reading_of(text).figures] == [41.25, 1310, 2655.5, 98.3]


STACKED = """Sơ bộ
tháng báo cáo
Cộng dồn
từ đầu năm
đến cuối tháng
báo cáo
Tháng báo cáo
so với tháng
trước (%)
Tai nạn giao thông
Số vụ tai nạn giao thông (Vụ)
6
51
85,7
Số người chết (Người)
3
29
75,0

Thực hiện
cùng kỳ
năm trước
Thực hiện
kỳ này
Diện tích gieo trồng cây hàng năm (Ha)
Lúa
30.120
30.455
Ngô
18.940
18.270
"""


def test_tables_that_follow_each_other_have_their_own_heads_and_rows_are_named_below_the_row_that_heads_them() -> None:
    assert [(f.printed, f.measure, f.period, f.indicator, f.item, f.unit) for f in reading_of(STACKED).figures] == [
        ("6", "value", "2024-M08", "traffic_accidents", None, "vụ"),
        ("51", "value", "2024-M01/M08", "traffic_accidents", None, "vụ"),
        ("85,7", "base_ratio", "2024-M08", "traffic_accidents", None, "%"),
        ("3", "value", "2024-M08", "traffic_deaths", None, "người"),
        ("29", "value", "2024-M01/M08", "traffic_deaths", None, "người"),
        ("75,0", "base_ratio", "2024-M08", "traffic_deaths", None, "%"),
        ("30.120", "value", "2023-M01/M08", "planted_area", "rice", "ha"),
        ("30.455", "value", "2024-M01/M08", "planted_area", "rice", "ha"),
        ("18.940", "value", "2023-M01/M08", "planted_area", "maize", "ha"),
        ("18.270", "value", "2024-M01/M08", "planted_area", "maize", "ha"),
    ]


NUMBERED = """Stt

Chỉ tiêu

ĐVT

TH năm 2023

Ước TH năm 2024

So với (%)

KH

Cùng kỳ

I

Kinh tế

1

Thu ngân sách nhà nước

Tỷ đồng

2.600

2.800

95,4

103,5

II

Xã hội

2

Tỷ lệ hộ nghèo

%

6,1

4,5

-

-

3

Số lao động được tạo việc làm

Người

15.100

15.500

103,2

106,0
"""


def test_rows_whose_numbers_and_columns_whose_common_head_stand_in_lines_of_their_own() -> None:
    assert [figure[:3] for figure in read(NUMBERED)] == [
        ("2.600", "value", "2023"), ("2.800", "value", "2024"), ("95,4", "plan_pct", "2024"),
        ("103,5", "yoy_index", "2024"), ("6,1", "value", "2023"), ("4,5", "value", "2024"),
        ("15.100", "value", "2023"), ("15.500", "value", "2024"), ("103,2", "plan_pct", "2024"),
        ("106,0", "yoy_index", "2024"),
    ]  # fmt: skip


def test_bars_in_lines_of_their_own_part_the_cells_of_a_copied_page() -> None:
    rows = (
        ("Sản phẩm", "ĐVT", "Tháng 7", "8 tháng"),
        ("Than đá", "Nghìn tấn", "41,2", "310,8"),
        ("Xi măng", "Nghìn tấn", "", "655,0"),
    )
    text = "".join("".join(f"{cell}\n|\n" if cell else "|\n" for cell in row) + "|\n" for row in rows)
    assert read(f"Biểu 1. Công nghiệp\n{text}\nThu ngân sách đạt 5 tỷ đồng.\n") == [
        ("41,2", "value", "2024-M07", "coal"), ("310,8", "value", "2024-M01/M08", "coal"),
        ("655,0", "value", "2024-M01/M08", "cement"), ("5", "value", "2024-M08", ""),
    ]  # fmt: skip


def test_a_value_whose_head_says_nothing_is_accounted_for_and_not_guessed() -> None:
    text = "Than đá Nghìn tấn 41,2 43,5 310,8\nXi măng Nghìn tấn 88,1 90,4 655,0\nĐá xây dựng Nghìn m3 12,5 13,1 98,4\n"
    reading = reading_of(text)
    assert reading.figures == ()
    assert {token.reason for token in reading.tokens if token.kind == "unexplained"} == {"value under an unknown head"}


def test_a_row_with_fewer_values_than_columns_is_not_guessed() -> None:
    rows = "Thực hiện\ntháng 7\nƯớc tính\ntháng 8\nThan\n41,2\n43,5\nXi măng\n88,1\nĐiện thương phẩm\n70,5\n72,9\n"
    assert [figure[0] for figure in read(rows)] == ["41,2", "43,5", "70,5", "72,9"]


def test_heads_in_two_lines_of_which_it_cannot_be_told_what_is_over_what_are_not_guessed() -> None:
    heads = "Thực hiện\nSo với cùng kỳ (%)\nTháng 7\nTháng 8\n8 tháng\n"
    assert read(heads + "Than\n41,2\n43,5\n104,1\nXi măng\n88,1\n90,4\n98,2\n") == []


def test_last_years_value_of_another_size_stands_under_a_head_that_was_lost() -> None:
    rows = "| Xuất khẩu (triệu USD) | 1.846 | 114 |\n| Nhập khẩu (triệu USD) | 902 | 97 |\n"
    text = f"| Chỉ tiêu | Ước 2024 | Cùng kỳ |\n|---|--:|--:|\n{rows}"
    assert [figure[:2] for figure in read(text)] == [("1.846", "value"), ("902", "value")]


@pytest.mark.parametrize("between", ["\f", "\f12\n", "12\n\f"])
@pytest.mark.parametrize(
    ("heads", "row"),
    [
        ("ĐVT\nThực hiện\ntháng 7\nCộng dồn\n8 tháng\n", "{}\nNghìn tấn\n{}\n{}\n"),
        ("ĐVT\tThực hiện tháng 7\tCộng dồn 8 tháng\n", "{}\tNghìn tấn\t{}\t{}\n"),
    ],
)
def test_a_table_goes_on_over_the_page(heads: str, row: str, between: str) -> None:
    first = row.format("Than", "41,2", "310,8") + row.format("Xi măng", "88,1", "655,0")
    rest = row.format("Clinker", "12,5", "98,4") + row.format("Đá các loại", "70,5", "530,1")
    found = read(f"Sản phẩm công nghiệp\n{heads}{first}{between}{rest}Thu ngân sách đạt 5 tỷ đồng.\n")
    assert [figure[0] for figure in found] == ["41,2", "310,8", "88,1", "655,0", "12,5", "98,4", "70,5", "530,1", "5"]
    assert [figure[2] for figure in found[:-1]] == ["2024-M07", "2024-M01/M08"] * 4


def test_a_place_is_a_part_and_is_not_named_like_the_whole() -> None:
    text = "| Huyện | Số hộ nghèo |\n|---|--:|\n| Huyện Cao Lộc | 41 |\n| Huyện Chi Lăng | 52 |\n| Tổng cộng | 93 |\n"
    assert [(f.subject, f.indicator) for f in reading_of(text).figures] == [
        ("Số hộ nghèo Huyện Cao Lộc", None), ("Số hộ nghèo Huyện Chi Lăng", None), ("Tổng cộng", "poor_households"),
    ]  # fmt: skip


def test_a_unit_holds_for_the_rows_below_that_are_measured_in_it() -> None:
    text = "| Nội dung | 8 tháng |\n|---|--:|\n| Tổng thu ngân sách (tỷ đồng) | 50 |\n| Tổng chi ngân sách địa phương | 120 |\n"
    assert [figure.unit for figure in reading_of(text).figures] == ["tỷ đồng", "tỷ đồng"]


def test_a_part_of_another_name_than_any_known_is_not_named_like_its_whole() -> None:
    text = (
        "| Chỉ tiêu | ĐVT | 8 tháng 2024 |\n|---|---|--:|\n| Thu ngân sách nhà nước | Tỷ đồng | 900 |\n"
        "| Trong đó: Thu nội địa | Tỷ đồng | 700 |\n| - Thu bán tài sản quý | Tỷ đồng | 12 |\n"
    )
    assert [(f.indicator, f.item) for f in reading_of(text).figures] == [
        ("budget_revenue", None), ("budget_revenue", "domestic"), (None, None),
    ]  # fmt: skip


def test_what_follows_a_table_is_running_text_in_its_section() -> None:
    table = "| Sản phẩm | 8 tháng |\n|---|--:|\n| Than (tấn) | 12 |\n| Xi măng (tấn) | 15 |\n"
    document = read_document(f"{TITLE}{table}\nThu ngân sách đạt 5 tỷ đồng.\n2. Du lịch\n")
    assert [(passage.section, passage.text) for passage in document.passages[3:]] == [
        ("I", "Sản phẩm 8 tháng"), ("I", "Than (tấn) 12"), ("I", "Xi măng (tấn) 15"), ("I", "Thu ngân sách đạt 5 tỷ đồng."),
        ("I.2", "2. Du lịch"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Thu ngân sách 8 tháng đạt 5.210 tỷ đồng, tăng 12%;\ntrong đó thu nội địa 3.100 tỷ đồng, đạt 64%.\n",
        "Trang\n3\nTrang\n4\nTrang\n5\n",
        "- Xã Tân Lập: 12\n- Xã Tân Hòa: 15\n- Xã Tân Sơn: 9\n",
    ],
)
def test_running_text_and_lists_are_no_tables(text: str) -> None:
    assert read_document(TITLE + text).tables == ()


def test_a_scanned_table_keeps_its_total_and_its_bounds() -> None:
    table = (
        "| Xa | Sé ho nghéo | Ty lé ho nghéo (%) |\n|---|--:|--:|\n| Xa Na Péng | 120 | 4,10 |\n"
        "| Xa Khau Lim | 95 | dwdi 3,5 |\n| Tdng c6ng | 215 | 3,80 |\n"
    )
    figures = {f.printed: f for f in reading_of(table).figures}
    assert {f.unit for f in (figures["120"], figures["95"], figures["215"])} == {"hộ"}
    assert figures["3,5"].bound == "dưới"
    assert (figures["215"].indicator, figures["3,80"].indicator) == ("poor_households", "poverty_rate")
