"""Headings: labels of every kind, damaged ones, and numbers that are no headings."""

from __future__ import annotations

import pytest

from data.grammar.numerals import from_roman, to_roman
from data.reader.layout.sections import Outline, is_title, is_upper


def paths(lines: list[str], exact: bool = True) -> list[str | None]:
    """The sections that lines open, one after the other."""
    outline = Outline()
    found = [outline.read(line, exact) for line in lines]
    return [label.path if label else None for label in found]


def test_roman_arabic_and_lettered_headings_stand_in_each_other() -> None:
    lines = [
        "I. CHỈ ĐẠO",
        "II. KINH TẾ",
        "1. Nông nghiệp",
        "1.1. Trồng trọt",
        "a) Lúa",
        "b) Ngô",
        "1.2. Chăn nuôi",
        "2. Công nghiệp",
    ]
    assert paths(lines) == ["I", "II", "II.1", "II.1.1", "II.1.1.a", "II.1.1.b", "II.1.2", "II.2"]


def test_parts_restart_the_outline() -> None:
    lines = ["PHẦN THỨ NHẤT", "I. KẾT QUẢ", "1. Thu", "Phần II: NHIỆM VỤ", "I. MỤC TIÊU", "2. Chi"]
    assert paths(lines) == ["", "I", "I.1", "P2", "P2.I", "P2.I.2"]


def test_annexes_stand_behind_all_parts() -> None:
    assert paths(["I. KẾT QUẢ", "PHỤ LỤC I", "1. Thu", "PHỤ LỤC 02", "1. Chi", "Phụ lục kèm theo"]) == [
        "I", "PL1", "PL1.1", "PL2", "PL2.1", None,
    ]  # fmt: skip


def test_arabic_headings_stand_alone_where_there_are_no_roman_ones() -> None:
    assert paths(["1. Nông nghiệp", "1.1. Lúa", "2. Công nghiệp"]) == ["1", "1.1", "2"]


def test_capital_letters_stand_above_roman_numerals() -> None:
    assert paths(["A. KẾT QUẢ NĂM QUA", "I. KINH TẾ", "1. Thu", "B. NHIỆM VỤ TỚI", "I. MỤC TIÊU"]) == [
        "A", "A.I", "A.I.1", "B", "B.I",
    ]  # fmt: skip


def test_capital_letters_before_small_ones_stand_where_they_begin() -> None:
    assert paths(["A. Lĩnh vực kinh tế", "I. Nông nghiệp", "B. Lĩnh vực xã hội", "I. Y tế"]) == ["A", "A.I", "B", "B.I"]
    assert paths(["I. KẾT QUẢ NĂM QUA", "A. Kết quả quý I", "B. Ước 4 tháng", "II. NHIỆM VỤ"]) == ["I", "I.A", "I.B", "II"]


def test_numbers_start_again_below_each_letter_below_a_roman_number() -> None:
    lines = [
        "II. KẾT QUẢ",
        "A. Kinh tế",
        "1. Thu",
        "2. Chi",
        "B. Xã hội",
        "1. Y tế",
        "C. Khoa học",
        "D. Đất đai",
        "III. NHIỆM VỤ",
        "1. Thu",
    ]
    assert paths(lines) == ["II", "II.A", "II.A.1", "II.A.2", "II.B", "II.B.1", "II.C", "II.D", "III", "III.1"]
    assert paths(["II. KET QUA", "A. Kinh té", "8. Thu", "B. Xa hgi", "1. Y té"], exact=False)[-2:] == ["II.B", "II.B.1"]


def test_a_letter_whose_stroke_is_lost_stands_behind_d_in_capitals_too() -> None:
    lines = ["A. KINH TẾ", "B. XÃ HỘI", "C. NỘI CHÍNH", "D. ĐẤT ĐAI", "D. THANH TRA", "E. NHIỆM VỤ"]
    assert paths(lines) == ["A", "B", "C", "D", "Đ", "E"]


def test_letters_go_on_in_vietnamese_order() -> None:
    begun = ["II. KẾT QUẢ", "A. Kinh tế", "B. Xã hội", "C. Khoa học", "D. Đất đai"]
    assert paths([*begun, "Đ. Thanh tra", "E. Quốc phòng", "G. Nội vụ"])[-3:] == ["II.Đ", "II.E", "II.G"]
    assert paths([*begun, "E. Quốc phòng"])[-1] == "II.E"
    assert paths([*begun, "D. Thanh tra"])[-1] == "II.Đ", "recognition loses the stroke of Đ"
    assert paths([*begun, "G. Nội vụ"])[-1] is None, "no letter but Đ and F is passed over"


@pytest.mark.parametrize("lines", [["1- Kinh tế tăng trưởng", "2- Xã hội ổn định"], ["1. 6 tháng đầu năm", "2. Quý III"]])
def test_dashes_and_months_may_stand_behind_a_number(lines: list[str]) -> None:
    assert paths(["I. KẾT QUẢ NĂM QUA", *lines]) == ["I", "I.1", "I.2"]


def test_damaged_numerals_are_read_as_what_comes_next() -> None:
    lines = [
        "|. DU BAO TINH HINH",
        "Il. MUC TIEU CHUNG",
        "1. Vé kinh té",
        "111. NHIEM VU VA GIAI PHAP",
        "1V. TO CHUC THUC HIEN",
    ]
    assert paths(lines, exact=False) == ["I", "II", "II.1", "III", "IV"]
    assert paths(["Phan |", "Phan 11"], exact=False) == ["", "P2"]
    assert paths(["II. KINH TE XA HOI", "II1. NHIEM VU TOI"], exact=False) == ["II", "III"]
    assert paths(["4. Moi trudng", "~5.Cong tac thanh tra"], exact=False) == [None, None]
    assert paths(["1. Nong", "2. Lam", "3. Ngu", "4. Moi trudng", "~5.Cong tac thanh tra"], exact=False)[-1] == "5"


@pytest.mark.parametrize(
    "line",
    ["2.18 tỷ đồng được giải ngân", "12/64 xã có dịch", "2.955 tỷ đồng, đạt 46,9%", "15 tháng 8", "1,5 triệu lượt",
     "Phần lớn hộ dân đồng tình", "5 năm 2021 - 2025", "I, II và III", "1. đạt 20%", "- 1. Điểm", "(1) Tổng sản phẩm"],
)  # fmt: skip
def test_numbers_in_running_text_are_no_headings(line: str) -> None:
    assert paths(["I. KINH TẾ", line]) == ["I", None]


def test_markdown_marks_are_decoration() -> None:
    outline = Outline()
    label = outline.read("## I. TÌNH HÌNH", True)
    assert label is not None
    assert (label.path, label.start, label.end) == ("I", 3, 6)


def test_a_list_inside_a_section_is_no_outline() -> None:
    lines = ["I. KINH TẾ", "1. Nông nghiệp", "2. Công nghiệp"]
    nested = ["1. Làm cỏ cho lúa. Bón thúc.", "2. Phòng sâu. Phun thuốc.", "3. Dịch vụ"]
    assert paths(lines + nested) == ["I", "I.1", "I.2", None, None, "I.3"]


@pytest.mark.parametrize("value", range(1, 40))
def test_a_roman_numeral_is_read_as_it_was_written(value: int) -> None:
    assert from_roman(to_roman(value)) == value


def test_a_title_is_told_from_a_sentence() -> None:
    assert is_title("Về phát triển kinh tế")
    assert not is_title("Làm cỏ. Bón thúc")
    assert not is_title("Đạt kế hoạch.")
    assert is_title("Thu hút đầu tư đạt 91% kế hoạch")
    assert not is_title(
        "Đôn đốc các xã thu hoạch gọn diện tích cây màu vụ thu, phấn đấu đến hết tháng đạt trên 91% kế hoạch cùng các ban"
    )
    assert is_upper("TÌNH HÌNH KINH TẾ 6 tháng")
    assert not is_upper("Tình hình")
