"""Word documents as offices write them: letterheads, numbered headings, notes, tables, changes that were tracked."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest

from data.catalogue import Catalogue
from data.reader.layout.source import read_source
from data.reader.read import read_report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

docx = pytest.importorskip("docx", reason="python-docx is not installed: pip install 'xulang[docx]'")

NOTES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="3"><w:p><w:r><w:footnoteRef/></w:r>
<w:r><w:t xml:space="preserve"> Than đạt 101,5 nghìn tấn, đạt 60,2% kế hoạch, tăng </w:t></w:r>
<w:r><w:t>3,1% so với cùng kỳ.</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""
TABLE = [
    ("STT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện 8 tháng", "So với kế hoạch (%)"),
    ("1", "Xi măng", "nghìn tấn", "300", "57,7"),
    ("2", "Điện thương phẩm", "triệu kWh", "812,4", "65,0"),
]


def element(xml: str) -> Any:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    return parse_xml(f"<w:r {nsdecls('w')}>{xml}</w:r>")[0]


def with_notes(document: Any) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, NOTES.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


@pytest.fixture
def written(tmp_path: Path) -> Callable[[Any], str]:
    """The text that is read from a document."""

    def write(document: Any) -> str:
        document.save(tmp_path / "bao-cao.docx")
        return read_source(tmp_path / "bao-cao.docx").text

    return write


def office_report() -> Any:
    """A report with a letterhead, headings that Word numbers, a note and a table."""
    document = docx.Document()
    head = document.add_table(1, 2)
    head.cell(0, 0).text = "ỦY BAN NHÂN DÂN TỈNH MẪU SƠN"
    head.cell(0, 0).add_paragraph("Số: 45/BC-UBND")
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nMẫu Sơn, ngày 05 tháng 9 năm 2024"
    for line in ("BÁO CÁO", "Tình hình kinh tế - xã hội tháng 8 và 8 tháng năm 2024", "I. TÌNH HÌNH KINH TẾ - XÃ HỘI"):
        document.add_paragraph(line)
    document.add_paragraph("Sản xuất công nghiệp", style="List Number")
    body = document.add_paragraph("Chỉ số sản xuất công nghiệp 8 tháng tăng 4,2% so với cùng kỳ; sản phẩm có sản lượng khá")
    body.add_run()._r.append(element('<w:footnoteReference w:id="3"/>'))
    body.add_run(".")
    document.add_paragraph("Biểu số liệu", style="List Number")
    table = document.add_table(len(TABLE), len(TABLE[0]))
    for row, cells in zip(table.rows, TABLE, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    with_notes(document)
    return document


def test_an_office_report_is_read_with_its_head_sections_notes_and_tables(written: Callable[[Any], str]) -> None:
    text = written(office_report())
    reading = read_report(text, Catalogue.load())
    head = reading.document.head
    assert (head.number, head.period, str(head.issued)) == ("45/BC-UBND", "2024-M01/M08", "2024-09-05")
    found = {(figure.item, figure.measure): (figure.value, figure.unit, figure.period) for figure in reading.figures}
    assert found["coal", "value"] == (101.5, "nghìn tấn", "2024-M01/M08")
    assert found["cement", "value"] == (300.0, "nghìn tấn", "2024-M01/M08")
    assert found["electricity_sold", "value"] == (812.4, "triệu kWh", "2024-M01/M08")
    assert found["electricity_sold", "plan_pct"][0] == 65.0
    note = next(passage for passage in reading.document.passages if passage.kind == "footnote")
    assert (note.footnote, note.section) == ("1", "I.1")


def test_a_note_stands_behind_its_raised_number(written: Callable[[Any], str]) -> None:
    text = written(office_report())
    assert "sản lượng khá¹." in text
    assert "\n¹ Than đạt 101,5 nghìn tấn, đạt 60,2% kế hoạch, tăng 3,1% so với cùng kỳ.\n" in text


def test_a_table_is_drawn_with_bars(written: Callable[[Any], str]) -> None:
    text = written(office_report())
    assert "| 2 | Điện thương phẩm | triệu kWh | 812,4 | 65,0 |" in text


def test_a_letterhead_is_read_line_by_line(written: Callable[[Any], str]) -> None:
    text = written(office_report())
    assert text.startswith("ỦY BAN NHÂN DÂN TỈNH MẪU SƠN\n\nSố: 45/BC-UBND\n")


def test_numbers_that_word_writes_itself_are_read(written: Callable[[Any], str]) -> None:
    document = docx.Document()
    for text, style in (("Một", "List Number"), ("Hai", "List Number"), ("Gạch", "List Bullet"), ("Trơn", "Normal")):
        document.add_paragraph(text, style=style)
    assert written(document).split("\n\n") == ["1. Một", "2. Hai", "- Gạch", "Trơn\n"]


def test_what_was_deleted_is_not_read_and_what_was_inserted_is(written: Callable[[Any], str]) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Than đạt ")
    for xml in (
        "<w:del><w:r><w:delText>99</w:delText></w:r></w:del>",
        "<w:ins><w:r><w:t>101,5</w:t></w:r></w:ins>",
        "<w:r><w:t> nghìn tấn</w:t></w:r>",
    ):
        paragraph._p.append(element(xml.replace("<w:t>", '<w:t xml:space="preserve">')))
    assert written(document) == "Than đạt 101,5 nghìn tấn\n"


def test_no_cell_of_a_table_is_lost(written: Callable[[Any], str]) -> None:
    text = written(office_report())
    assert [cell for row in TABLE for cell in row if cell not in text] == []


def test_a_document_without_notes_lists_or_tables_is_its_paragraphs(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Thu ngân sách đạt 5 tỷ đồng.")
    held = BytesIO()
    document.save(held)
    (tmp_path / "a.docx").write_bytes(held.getvalue())
    assert read_source(tmp_path / "a.docx").text == "Thu ngân sách đạt 5 tỷ đồng.\n"
