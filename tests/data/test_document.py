"""Taking reports apart: passages, sections, footnotes and marks in three styles, and on any text at all."""

from __future__ import annotations

import re
import unicodedata
from cProfile import Profile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.reader.layout.compose import compose
from data.reader.layout.document import Document, Passage, read_document
from tests.data.set_pages import join_pages, set_page
from tests.data.small_texts import CLEAN, MARKDOWN, SCANNED
from tests.whole_reports import REPORTS, needs_reports


def notes_of(document: Document) -> dict[str | None, Passage]:
    """Footnotes by number."""
    return {passage.footnote: passage for passage in document.passages if passage.kind == "footnote"}


def marked(document: Document, number: str | None) -> str:
    """The words before the mark of a note."""
    start = next(start for start, _end, note in document.marks if note == number)
    return " ".join(document.raw[max(0, start - 30) : start].split())


def assert_true_to_raw(document: Document) -> None:
    """Every character of every passage stands where its offset says, once, and nothing of the text is lost."""
    raw = document.raw
    seen: set[int] = set()
    for number, passage in enumerate(document.passages):
        assert passage.id == number
        assert len(passage.text) == len(passage.offsets)
        assert list(passage.offsets) == sorted(passage.offsets)
        letters = [offset for char, offset in zip(passage.text, passage.offsets, strict=True) if char != " "]
        for char, offset in zip(passage.text, passage.offsets, strict=True):
            blank = char == " " and not raw[offset].strip().strip("\u200b\ufeff")
            assert blank or raw[offset] == char or compose(raw[offset : offset + 4]).text[:1] == char
        assert not seen.intersection(letters)
        seen.update(letters)
        assert 0 <= passage.source_start <= passage.source_end <= len(raw)
        assert passage.anchor is None or document.passages[passage.anchor].kind != "footnote"
    for start, end in [*document.furniture, *((start, end) for start, end, _ in document.marks + document.labels)]:
        assert 0 <= start <= end <= len(raw)


@pytest.mark.parametrize("printed", ["đàn trâu ước", "ðàn trâu ƣớc", "đàn tr\u00adâu ước"])
def test_letters_that_look_alike_and_hyphens_that_nobody_sees_are_read_as_meant(printed: str) -> None:
    document = read_document(f"1. Nông nghiệp\nTổng {printed} đạt 58.200 con.\n")
    passage = document.passages[-1]
    assert passage.text == "Tổng đàn trâu ước đạt 58.200 con."
    number = passage.offsets[passage.text.index("5")]
    assert document.raw[number:].startswith("58.200 con")


def test_a_hyphen_within_a_syllable_is_no_part_of_it() -> None:
    text = (
        "1. Nông nghiệp\nCác xã tiếp tục phát tri-\nển chăn nuôi theo Nghị quyết số 12-\nNQ/TU về kinh tế-\nxã hội của huyện.\n"
    )
    document = read_document(text)
    assert_true_to_raw(document)
    assert document.passages[-1].text.startswith(
        "Các xã tiếp tục phát triển chăn nuôi theo Nghị quyết số 12-NQ/TU về kinh tế-xã hội"
    )


def test_notes_at_the_feet_of_clean_pages_are_read_with_their_marks() -> None:
    document = read_document(CLEAN)
    assert_true_to_raw(document)
    assert not document.ocr
    notes = notes_of(document)
    assert list(notes) == ["1", "2", "3"]
    assert notes["1"].text.startswith("Trong đó: Lúa lai 800 ha")
    assert notes["1"].text.endswith("vùng cao.")
    assert [marked(document, number).split()[-1] for number in "123"] == ["hoạch", "khá", "71,5%"]
    assert [document.raw[start:end] for start, end, _ in document.marks] == ["1", "2", "3"]
    anchor = document.passages[notes["2"].anchor or 0]
    assert notes["2"].anchor_at in anchor.offsets


def test_notes_right_below_a_heading_that_ends_a_page_are_notes() -> None:
    """Their numbers are bare and all have marks above; points of a section do not."""
    text = (
        "I. KINH TẾ\nThu phí tăng khá1, chi đúng tiến độ2, vốn giải ngân nhanh3.\nII. VĂN HÓA - XÃ HỘI\n\n"
        "1 Thu tại huyện Mẫu Sơn 3 tỷ đồng.\n2 Chi thường xuyên 12 tỷ đồng.\n3 Vốn trong nước 40 tỷ đồng.\n\n2\n\n"
        "Các đội văn nghệ của huyện giữ nhịp sinh hoạt đều qua mùa mưa và đi diễn ở các chợ phiên trong vùng.\n"
    )
    assert list(notes_of(read_document(text))) == ["1", "2", "3"]


def test_the_number_of_a_note_may_have_lost_the_blank_behind_it() -> None:
    text = CLEAN.replace("\n2 ", "\n2", 1)
    assert text != CLEAN
    assert list(notes_of(read_document(text))) == ["1", "2", "3"]


def test_a_note_of_two_paragraphs_does_not_end_a_page_foot() -> None:
    body = ["Vụ xuân gieo cấy xong sớm1, đàn vật nuôi phát triển ổn định2.", "Các xã chủ động phòng bệnh cho gia súc."]
    notes = "1 Lúa 120 ha, ngô 45 ha.\nRau các loại 12 ha.\n2 Đàn trâu 210 con, đàn bò 90 con."
    page = "\n".join([set_page([*body, *body[1:] * 4], []), " " * 40, notes])
    document = read_document("\n".join([page, set_page(body[1:] * 5, [])]))
    assert [marked(document, number).split()[-1] for number in ("1", "2")] == ["sớm", "định"]
    assert notes_of(document)["2"].text.startswith("Đàn trâu")


def test_a_page_foot_is_known_by_the_mark_of_its_second_note_where_the_first_hangs_on_a_reference() -> None:
    body = ["Tỉnh chỉ đạo theo Công điện số 50/CĐ-TTg1, đàn vật nuôi ổn định2.", "Các xã chủ động phòng bệnh cho gia súc. " * 4]
    first = "1 UBND tỉnh đã có văn bản chỉ đạo các sở, các huyện, các xã thực hiện tốt kế hoạch\nvà báo cáo kết quả hằng tháng."
    second = "2 Đàn trâu có 210 con, đàn bò 90 con, đàn lợn 800 con, đàn dê 60 con, đàn ngựa có\n30 con, đàn gia cầm 5.100 con."
    page = "\n".join([set_page([*body, *body[1:] * 4], []), " " * 40, first, second, "", "", "2"])
    document = read_document("\n\n".join([page, set_page(body[1:] * 9, []), "3", set_page(body[1:] * 9, [])]))
    assert list(notes_of(document)) == ["1", "2"]


def test_a_heading_with_the_number_of_the_first_note_right_above_it_is_a_heading() -> None:
    body = ["Vụ xuân gieo cấy xong sớm1, đàn vật nuôi phát triển ổn định2.", "Các xã chủ động phòng bệnh cho gia súc."]
    notes = "1 Lúa 120 ha, ngô 45 ha.\n2 Đàn trâu 210 con, đàn bò 90 con."
    page = "\n".join([set_page([*body, *body[1:] * 4], []), "1. Sản xuất công nghiệp", " " * 40, notes])
    document = read_document("\n".join([page, set_page(body[1:] * 5, [])]))
    assert notes_of(document)["1"].text.startswith("Lúa")


def test_a_sentence_cut_by_a_page_foot_is_one_passage() -> None:
    document = read_document(CLEAN)
    cut = next(passage for passage in document.passages if "các hộ yên tâm mở rộng" in passage.text)
    assert (cut.kind, cut.section, cut.page) == ("body", "I.1.1", 1)
    assert notes_of(document)["3"].page == 2


def test_every_passage_stands_in_its_section() -> None:
    document = read_document(CLEAN)
    headings = [(passage.section, passage.text) for passage in document.passages if passage.kind == "heading"]
    assert headings[1:4] == [("I.1", "1. Về kinh tế"), ("I.1.1", "1.1. Trồng trọt"), ("I.1.2", "1.2. Chế biến")]
    assert headings[-2:] == [("II.1", "1."), ("II.2", "2.")]
    last = document.passages[-1] if document.passages[-1].kind == "body" else document.passages[-2]
    assert (last.section, last.section_title) == ("II.2", "Chuẩn bị giống cho vụ hè")
    assert last.text.startswith("Chuẩn bị giống")


def test_markdown_notes_are_read_with_their_superscript_marks() -> None:
    document = read_document(MARKDOWN)
    assert_true_to_raw(document)
    notes = notes_of(document)
    assert list(notes) == ["1", "2", "3"]
    assert [marked(document, number).split()[-1] for number in "123"] == ["mận", "che", "chuyến"]
    assert [passage.section for passage in notes.values()] == ["I.1", "I.1", "I.2"]
    assert any(passage.text.endswith("Các điểm cân mở cửa cả ngày nghỉ.") for passage in document.passages)
    assert (document.head.title, document.head.period) == ("Tình hình thu mua nông sản quý II năm 2025", "2025-Q2")


def test_a_note_below_a_later_paragraph_belongs_to_its_mark_further_up() -> None:
    text = (
        "# BÁO CÁO\n\n## I. KẾT QUẢ\n\nTrồng mới 40 ha chè¹. Đàn dê tăng đều². Chợ phiên đông khách³.\n\n"
        "¹ Giống lai 25 ha.\n\nCác xã vùng cao giữ được diện tích.\n\n² Dê núi 310 con.\n\n³ Có 9 phiên chợ.\n\nHết.\n"
    )
    document = read_document(text)
    assert_true_to_raw(document)
    assert [marked(document, number).split()[-1] for number in "123"] == ["chè", "đều", "khách"]
    notes = notes_of(document)
    assert all(document.passages[note.anchor or 0].text.startswith("Trồng mới") for note in notes.values())
    assert [note.text for note in notes.values()] == ["Giống lai 25 ha.", "Dê núi 310 con.", "Có 9 phiên chợ."]


def test_a_note_whose_mark_is_lost_belongs_to_the_sentence_with_its_rare_words() -> None:
    text = (
        "# BÁO CÁO\n\n## I. KẾT QUẢ\n\nĐàn dê tăng 5% so với cùng kỳ. Mật ong rừng được giá. Đàn trâu tăng 3% so với cùng kỳ.\n\n"
        "¹ Bán lẻ tăng 5% so với cùng kỳ, bán buôn tăng 3% so với cùng kỳ, chủ yếu là mật ong rừng.\n\nHết.\n"
    )
    document = read_document(text)
    assert text[: notes_of(document)["1"].anchor_at].endswith("Mật ong rừng được giá")


def test_a_heading_between_two_notes_belongs_to_neither() -> None:
    text = (
        "# BÁO CÁO\n\n## I. KẾT QUẢ\n\nTrồng mới 40 ha chè¹. Đàn dê tăng đều².\n\n"
        "¹ Giống lai 25 ha.\n### 2. Chăn nuôi\n² Dê núi 310 con.\n\nHết.\n"
    )
    document = read_document(text)
    assert [passage.text for passage in document.passages if passage.kind == "heading"][-1] == "2. Chăn nuôi"
    assert [note.text for note in notes_of(document).values()] == ["Giống lai 25 ha.", "Dê núi 310 con."]


def test_markdown_reference_notes_are_collected_at_the_end() -> None:
    text = MARKDOWN.replace("m²", "m2")
    lines = []
    for number, raised in enumerate("¹²³", 1):
        text = text.replace(f"\n{raised} ", f"\n[^{number}]: ").replace(raised, f"[^{number}]")
    for line in list(text.splitlines()):
        if line.startswith("[^"):
            lines.append(line)
            text = text.replace(line + "\n", "")
    document = read_document(text + "\n" + "\n".join(lines) + "\n")
    assert_true_to_raw(document)
    assert [marked(document, number).split()[-1] for number in notes_of(document)] == ["mận", "che", "chuyến"]


def test_notes_of_a_scan_are_read_though_numbers_and_marks_are_damaged() -> None:
    document = read_document(SCANNED)
    assert_true_to_raw(document)
    assert document.ocr
    notes = notes_of(document)
    assert list(notes) == ["1", "2", "3"]
    assert [document.raw[start:end] for start, end, _ in document.labels] == ["!", "8", "3"]
    assert notes["3"].text.startswith("Ty 1& dudng")
    assert [marked(document, number).split()[-1] for number in "123"] == ["hoach", "kha", "nhwa"]
    assert [document.raw[start:end] for start, end, _ in document.marks] == ["?", "®", "°"]


def test_marks_of_later_notes_tell_a_page_foot_whose_first_marks_are_lost() -> None:
    body = ["Cac hop tac xa thu mua man vung kha', gia ban on dinh; san lwgng na ca vu tang khá va che an toan rông thêm dan"]
    body[0] += " tung nam' theo kê hoach cua tinh; luong khach ra vào cho nong san rât dong va cac cho"
    notes = [
        "1 Vung man hau va man com cua cac xa vung cao.",
        "1 Vung na dai va na bo cua cac xa ven song.",
        "3 Cho hop ba phien.",
    ]
    body[0] += " phien hop dung ngay3 nhu truoc"
    document = read_document(join_pages([set_page(body, notes), set_page(["nay van vay."], [])]))
    assert list(notes_of(document)) == ["1", "2", "3"]
    assert [document.raw[start:end] for start, end, _ in document.labels] == ["1", "1", "3"]


def test_parts_are_outlined_though_their_roman_numerals_are_damaged() -> None:
    document = read_document(SCANNED)
    sections = [passage.section for passage in document.passages if passage.kind == "heading"]
    assert sections == ["", "I", "I.1", "II", "II.1", "P2", "P2.I", "P2.I.2"]


def test_a_part_headed_on_a_line_of_its_own_ends_the_title_above() -> None:
    """Below a title that fills its line, in a text that leaves no more room before a part than between lines."""
    filler = "và xưởng làm nón của ba thôn ven sông chạy đều cả mùa, mỗi ngày một mẻ lá mới phơi"
    lines = [
        "KẾ HOẠCH", "Phát triển nghề làm nón lá 5 năm giai đoạn 2026 - 2030 của toàn bộ tỉnh Thái Bình", "Phần thứ nhất",
        "KẾT QUẢ THỰC HIỆN 5 NĂM 2021 - 2025", "I. KẾT QUẢ", *[filler] * 6, "Phần thứ hai", "MỤC TIÊU 5 NĂM 2026 - 2030",
        "1. Chỉ tiêu", *[filler] * 3,
    ]  # fmt: skip
    document = read_document("\n\n".join(lines))
    assert (document.head.kind, document.head.period) == ("plan", "2026/2030")
    assert [passage.section for passage in document.passages if passage.kind == "heading"][-4:] == ["", "I", "P2", "P2.1"]


@pytest.mark.parametrize("by", ["\n\f", "\n"], ids=["form feed", "nothing"])
def test_pages_break_in_other_ways_too(by: str) -> None:
    document = read_document(CLEAN.replace("\n yên tâm", by + "yên tâm"))
    assert list(notes_of(document)) == ["1", "2", "3"]
    assert any("các hộ yên tâm" in passage.text for passage in document.passages)
    assert notes_of(document)["3"].page == 2


def test_a_bare_page_number_is_furniture() -> None:
    document = read_document(CLEAN.replace("\n yên tâm", "\n\n2\n\nyên tâm"))
    assert [document.raw[start:end] for start, end in document.furniture] == ["2"]
    assert any("các hộ yên tâm" in passage.text for passage in document.passages)
    assert_true_to_raw(document)


def test_a_note_that_runs_over_the_page() -> None:
    head, _, tail = CLEAN.partition("\n yên tâm")
    broken = head.replace("; đàn bò 2.900 con.", " và đàn bò")
    rest = tail.replace(
        "3 Gồm: 12 máy",
        "lai 2.900 con ở các xã ven sông, nơi đồng cỏ rộng và thương lái về mua đều quanh năm, theo số liệu đã chốt\n"
        "3 Gồm: 12 máy",
    )
    document = read_document(broken + "\n yên tâm" + rest)
    assert notes_of(document)["2"].text.endswith(
        "và đàn bò lai 2.900 con ở các xã ven sông, nơi đồng cỏ rộng và thương lái về mua đều quanh năm, theo số liệu đã chốt"
    )
    assert list(notes_of(document)) == ["1", "2", "3"]


@pytest.mark.parametrize("form", ["NFD", "NFC"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_other_forms_of_the_same_text_give_the_same_passages(form: str, end: str) -> None:
    text = unicodedata.normalize("NFD" if form == "NFD" else "NFC", CLEAN).replace("\n", end)
    document = read_document(text)
    assert_true_to_raw(document)
    plain = read_document(CLEAN)
    assert [unicodedata.normalize("NFC", passage.text) for passage in document.passages] == [
        passage.text for passage in plain.passages
    ]
    assert [passage.section for passage in document.passages] == [passage.section for passage in plain.passages]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n\f\n", "1", "1\u0300\u0316", "a\u0316\u0300", "¹", "[^1]:", "Phần I", "\ufeff", "\x00", "1 1 1", "I."]
)
def test_a_scrap_of_text_gives_a_document_true_to_it(text: str) -> None:
    assert_true_to_raw(read_document(text))


SCRAPS = "1|2 |10|¹|²|[^1]|I. |II. |1.1. |Phần I|.| |Trong đó|kỳ1|®|?|%|(|- |năm 20251|a) |_____|Đạt 5,3% kế hoạch"
WORDS = st.sampled_from([*re.split(r"\|", SCRAPS), "\n", "\n\n", "\n ", "\f", " " * 15, "\u0301", "\u200b", "\r\n", "\x00"])


@settings(max_examples=150)
@given(st.lists(WORDS | st.text(max_size=12), max_size=40).map("".join))
def test_any_text_gives_a_document_true_to_it(text: str) -> None:
    assert_true_to_raw(read_document(text))


@settings(max_examples=60)
@given(st.data())
def test_damaged_reports_give_a_document_true_to_them(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([CLEAN, MARKDOWN, SCANNED]))
    for _ in range(data.draw(st.integers(0, 12))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(WORDS) + text[at + data.draw(st.integers(0, 30)) :]
    assert_true_to_raw(read_document(text))


@pytest.mark.parametrize(
    "line",
    ["1 Abc def\n", "7. Abc\n", "kỳ1 ", "a®*?! ", "1", "a", "\n", "(", 'a" ', "I. ABC\n", "¹ Trong đó\n", "1\n",
     "| a | 1 |\n", "| 1 ", "Thực hiện tháng 7  1  2\n", "Tháng 7\n1\n2\n", "Trong đó: a\n12\n", "a\t1\t\n"],
)  # fmt: skip
def test_work_grows_with_the_text_not_its_square(line: str) -> None:
    def calls(length: int) -> int:
        text, profile = line * (length // len(line)), Profile()
        profile.runcall(read_document, text)
        return sum(entry.callcount for entry in profile.getstats())

    read_document(line * 10)  # patterns are compiled when first tried
    assert calls(12_000) < 4.5 * calls(3_000)


FACTS = {
    "2023-h1-bc327": (66, True, "2023-H1", {"I", "II.1.1", "II.1.6", "II.7", "III.2", "P2", "P2.1", "P2.14"}, 24),
    "2025-08-monthly": (23, False, "2025-M01/M08", {"I", "II.1.1", "II.1.6", "II.7", "III.1", "III.12"}, 17),
    "2025-11-bc824": (25, True, "2025-M01/M11", {"I", "II.1", "II.1.6", "II.7", "III.1", "III.12"}, 17),
    "2026-2030-plan": (
        54,
        True,
        "2026/2030",
        {"I.1.7", "I.2.4", "II.2.2", "P2.I.2", "P2.II.2.3", "P2.III.5.3", "P2.IV.4"},
        34,
    ),
    "2026-q1": (34, False, "2026-Q1", {"I", "II.1.1", "II.8", "II.9.2", "III.1", "III.14"}, None),
}


@needs_reports
@pytest.mark.parametrize("name", FACTS)
def test_a_whole_report_gives_its_notes_period_and_outline(name: str) -> None:
    raw = (REPORTS / f"{name}.txt").read_bytes().decode("utf-8")
    document = read_document(raw)
    assert_true_to_raw(document)
    count, ocr, period, sections, pages = FACTS[name]
    assert list(notes_of(document)) == [str(number) for number in range(1, count + 1)]
    assert document.ocr is ocr
    assert (document.head.period, document.head.ref_area) == (period, "Lạng Sơn")
    assert sections <= {passage.section for passage in document.passages if passage.kind == "heading"}
    assert all(passage.anchor is not None for passage in document.passages if passage.kind == "footnote")
    assert len(document.marks) >= 0.95 * count
    assert pages is None or max(passage.page for passage in document.passages) == pages


def test_a_heading_below_superscript_notes_is_no_note() -> None:
    text = "1. Chè\n\nHai xưởng chạy đều¹, bán được giá².\n\n¹ Xưởng Đông và xưởng Tây.\n\n² Tăng 5%.\n\n3. Mận\n\nMất mùa.\n"
    document = read_document(text)
    assert list(notes_of(document)) == ["1", "2"]
    assert "3" in [passage.section for passage in document.passages if passage.kind == "heading"]


@pytest.mark.parametrize("heading", ["1.2. Du lịch", "2. Văn hóa", "II. NHIỆM VỤ TRỌNG TÂM"])
def test_a_heading_ends_the_notes_that_stand_behind_their_section_within_a_page(heading: str) -> None:
    above = ["I. KẾT QUẢ", "1. Kinh tế", "1.1. Thương mại", "Kho bãi tăng so với cùng kỳ¹.", "¹ Kho lạnh 12 nghìn tấn."]
    below = ["Đón 40 nghìn lượt khách, tăng 5% so với cùng kỳ²."]
    page = [*above, heading, *below, "² Khách quốc tế 3 nghìn lượt."]
    pages = [
        "Báo cáo quý I năm 2024",
        "Đoạn mở đầu của trang đầu có 2 xã.",
        "3",
        *page,
        "4",
        "Một đoạn khác của trang sau có 5 xã.",
    ]
    document = read_document("\n\n".join(pages))
    texts = {(passage.kind, passage.text) for passage in document.passages}
    assert {("footnote", above[-1][2:]), ("heading", heading), ("body", below[0])} <= texts


def test_headings_and_parts_end_the_notes_that_stand_behind_their_sections() -> None:
    pages = [
        "Phần thứ nhất\nKẾT QUẢ NĂM 2027\n\nI. KINH TẾ\n\n1. Trồng trọt\n\nCả tỉnh gieo 4.100 ha lúa1, 900 ha ngô2, đậu3.\n\n"
        "1 Trong đó: lúa lai 900 ha.\n2 Ngô đông 120 ha.\n3 Đậu tương 200 ha.\n\n1",
        "2. Chăn nuôi\n\nĐàn trâu có 5.200 con, tăng so với năm trước4.\n\n4 Riêng trâu cày 3.100 con.\n\n"
        "3. Thủy sản\n\nNuôi trồng 210 ha5, sản lượng 640 tấn.\n\n5 Gồm 12 hồ, 31 ao.\n\n"
        "Phần thứ hai\nNHIỆM VỤ NĂM 2028\n\nI. MỤC TIÊU\n\nGieo 4.200 ha lúa.\n\n2",
    ]
    document = read_document("BÁO CÁO\nTình hình kinh tế - xã hội năm 2027\n\n" + "\n\n".join(pages))
    notes = {mark: note.text for mark, note in notes_of(document).items()}
    assert (notes["4"], notes["5"]) == ("Riêng trâu cày 3.100 con.", "Gồm 12 hồ, 31 ao.")
    headed = [passage.section for passage in document.passages if passage.kind == "heading" and passage.section]
    assert headed == ["I", "I.1", "I.2", "I.3", "P2", "P2.I"]
