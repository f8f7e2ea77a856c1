"""Numbers and marks of footnotes: printed, glued, damaged, and what only looks like them."""

from __future__ import annotations

import pytest

from data.reader.layout.document import read_document
from data.reader.layout.labels import likeness, marked_number, printed_number, read_label
from data.reader.layout.lines import split_lines
from data.reader.layout.marks import Mark, find_marks


def marks(text: str, ocr: bool = False) -> list[Mark]:
    """The marks in one line."""
    return find_marks(split_lines(text)[0], ocr)


def printed(text: str, ocr: bool = False) -> list[str]:
    """The marks in one line as printed."""
    return [mark.printed for mark in marks(text, ocr)]


@pytest.mark.parametrize(
    ("shown", "number"),
    [("!", 1), ("8", 6), ("2%", 26), ("“1", 41), ("%3", 43), ("84", 64), ("o", 9), ("3", 34), ("?", 2)],
)
def test_damaged_numbers_are_like_the_expected_one(shown: str, number: int) -> None:
    assert 0.2 < likeness(shown, number) < 1.0


@pytest.mark.parametrize(("shown", "number"), [("12", 9), ("100", 7), ("45", 6)])
def test_another_number_is_unlike_the_expected_one(shown: str, number: int) -> None:
    assert likeness(shown, number) < 0.2


def test_a_number_printed_clearly_is_the_label_of_its_note() -> None:
    assert likeness("17", 17) == 1.0
    assert read_label("17 Trong đó: 5 vụ", 17, False) == (1.0, 3)
    assert read_label("17. Trong đó: 5 vụ", 17, False)[0] < 1.0
    assert read_label("18 Trong đó: 5 vụ", 17, False) == (0.0, 0)


@pytest.mark.parametrize("line", ["1.250 ha lúa", "5/14 tỉnh", "17% số hộ", "17 - 20 ha", "17,5 ha", "- Điểm"])
def test_numbers_of_the_text_are_no_labels(line: str) -> None:
    assert read_label(line, int(line[:2]) if line[:2].isdigit() else 1, False)[0] == 0.0
    assert printed_number(line) is None


def test_a_label_glued_to_the_next_word_is_read_in_scans_alone() -> None:
    assert read_label("1756 ngudi nop ho so", 17, True) == (0.6, 2)
    assert read_label("1756 ngudi nop ho so", 17, False) == (0.0, 0)
    assert read_label("3Ty 1¢ giai ngan", 34, True)[1] == 1
    assert read_label("2020. Kinh té", 2, True)[0] < 0.6


@pytest.mark.parametrize(("line", "number"), [("¹² Gồm: 3", 12), ("[^4]: Gồm", 4), ("[7] Gồm", 7), ("<sup>3</sup> Gồm", 3)])
def test_a_number_that_is_set_off_is_that_of_a_note(line: str, number: int) -> None:
    found = marked_number(line)
    assert found is not None
    assert found[0] == number
    assert line[found[1] :].startswith("Gồm")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("so với kế hoạch1. Tình hình", ["1"]),
        ("án về trật tự đạt 68,5%17. Tình", ["17"]),
        ("“đoàn ra”, “đoàn vào”20.", ["20"]),
        ("tăng so với cùng kỳ¹²; nước máy", ["12"]),
        ("diện tích 90 m², dài 3 km³", []),
        ("nước máy 2.580 nghìn m3, đạt", []),
        ("đoạn Km18 - Km80, đội U11, H517", []),
        ("trong năm 20254, cả tỉnh", ["4"]),
        ("đạt 45.0013 liều", ["3"]),
        ("đạt 45.001 liều vắc xin4.", ["4"]),
        ("Than đạt 5 tấn[^1] và", ["1"]),
        ("khí CO2, COVID-19, 24/24 giờ", []),
        ("kỳ0.", []),
    ],
)
def test_marks_in_clean_text_are_told_from_other_raised_digits(text: str, expected: list[str]) -> None:
    assert printed(text) == expected


@pytest.mark.parametrize(
    ("text", "number", "shown"),
    [
        ("nang suat bing 97,1% cung ky*. Phan bon", 4, "*"),
        ("khai trén dia ban tinh'®. Kim ngach", 18, "'®"),
        ("von dang ky giam 54%%; liy ké", 38, "%"),
        ("kiéu mau nam 20226, Ban hanh", 16, "6"),
        ("theo Thong tu s6 27%°; 17 ban tin", 25, "°"),
        ("dat 230 nghin lugt khachg, tong", 8, "g"),
        ("do cac doanh nghiép 16n's va", 15, "'s"),
        ("so voi vu tru6c3. Dan trau", 3, "3"),
        ("thiet hai 48 ty d6ng17.", 17, "17"),
        ("cap nuoc cho 318 h¢4. Dan bo", 4, "4"),
        ("dat 43,5% ké hoach3. Du an", 10, "3"),
        ("dam bao tién d6°. Du an", 16, "°"),
    ],
)
def test_a_damaged_mark_in_a_scan_is_found_by_its_number(text: str, number: int, shown: str) -> None:
    best = max(marks(text, ocr=True), key=lambda mark: mark.agreement(number, True))
    assert best.printed == shown
    assert text[best.start : best.end] == shown


@pytest.mark.parametrize(
    "text", ["ap dung k§ thuat cao", "dich vu logistics, kho", "tai cac xa, phuong va", "than, xi mang; dién"]
)
def test_damaged_words_are_no_marks(text: str) -> None:
    assert marks(text, ocr=True) == []


def test_a_mark_set_off_agrees_with_its_own_number_only() -> None:
    (mark,) = marks("kỳ⁵.", ocr=True)
    assert mark.sure
    assert mark.agreement(5, True) > 0
    assert mark.agreement(6, True) == 0.0


@pytest.mark.parametrize(
    ("text", "numbers"), [("đạt kế hoạch ¹², các hộ", ["12"]), ("dài 5.200 m ² kênh", []), ("so với cùng kỳ(4). Đàn", ["4"])]
)
def test_marks_behind_a_blank_and_in_round_brackets_are_read(text: str, numbers: list[str]) -> None:
    assert printed(text) == numbers


NOTED = """1. Nông nghiệp
Diện tích lúa đạt 4.512 ha(1). Đàn trâu đạt 58.200 con(2); các xã tiếp tục tiêm phòng.

(1) Trong đó: lúa lai 800 ha.
(2) Trong đó: trâu sinh sản 9.100 con.
"""
POINTS = """1. Nông nghiệp
Các nhiệm vụ trong tháng tới:
(1) Trồng 800 ha lúa lai.
(2) Tiêm phòng cho 9.100 con trâu.
"""


def test_notes_in_round_brackets_are_told_from_points() -> None:
    assert [passage.footnote for passage in read_document(NOTED).passages if passage.kind == "footnote"] == ["1", "2"]
    assert not [passage for passage in read_document(POINTS).passages if passage.kind == "footnote"]


def test_notes_behind_the_end_are_told_from_a_numbered_list_of_tasks() -> None:
    """An export of a word processor has a paragraph a line and gathers all notes, each with its bare number."""
    text = (
        "BÁO CÁO\nTình hình kinh tế - xã hội tháng 5 năm 2024\nI. KẾT QUẢ\n1. Nông nghiệp\n"
        "Trồng mới 420 ha rừng1, thả 3 tấn cá giống2.\n"
        "2. Công nghiệp\nSản lượng xi măng và gạch đều tăng so với cùng kỳ3.\nII. NHIỆM VỤ\n1. Tiếp tục chăm sóc rừng.\n"
        "2. Đẩy mạnh sản xuất.\nTháo gỡ khó khăn.\n3. Giữ vững trật tự.\n"
        "1 Trong đó: keo 300 ha, quế 120 ha.\n2 Cá chép 2 tấn, cá trắm 1 tấn.\n3 Xi măng tăng 4%; gạch tăng 6%.\n"
    )
    document = read_document(text)
    body = {passage.id: passage.text for passage in document.passages}
    notes = [(passage.footnote, body[passage.anchor or 0]) for passage in document.passages if passage.kind == "footnote"]
    assert [number for number, _ in notes] == ["1", "2", "3"]
    assert [anchor.split()[0] for _, anchor in notes] == ["Trồng", "Trồng", "Sản"]


def test_a_mark_is_glued_to_a_year_with_which_a_line_begins() -> None:
    """The line before ends with "năm"; a number of as many digits that counts something is none."""
    assert printed("20264. Công tác") == ["4"]
    assert printed("20264 người dự") == []


def test_marks_are_glued_to_abbreviations_that_end_a_comparison() -> None:
    assert printed("xi măng tăng 4% so CK3; gạch đạt 90% KH4.") == ["3", "4"]
    assert printed("tuyến QL4 và ĐT5.") == []


def test_the_heading_of_a_section_is_not_the_note_that_comes_next() -> None:
    text = (
        "Bảy sản phẩm tăng khá1, hai sản phẩm giảm2.\n\n"
        "1 Gồm: Chè 210 tấn, sắn 98 tấn, quế 45 tấn.\n2 Ngô 87 tấn, lạc 12 tấn.\n\n"
        "3. Thương mại, dịch vụ\n\nĐiện thương phẩm tăng 5%3.\n\n3 Trong đó điện sản xuất 848 triệu kWh.\n"
    )
    notes = [note.text for note in read_document(text).passages if note.kind == "footnote"]
    assert notes == [
        "Gồm: Chè 210 tấn, sắn 98 tấn, quế 45 tấn.",
        "Ngô 87 tấn, lạc 12 tấn.",
        "Trong đó điện sản xuất 848 triệu kWh.",
    ]


def test_notes_whose_numbers_are_set_off_and_others_with_a_mark_follow_each_other() -> None:
    text = "Chè được mùa¹, ngô giảm².\n\n¹ Chè 210 tấn.\n² Ngô 87 tấn.\n\nĐiện tăng3.\n\n3 Trong đó điện sản xuất tăng.\n"
    assert [note.footnote for note in read_document(text).passages if note.kind == "footnote"] == ["1", "2", "3"]
