"""PDF documents with a text layer are read as the same report would be from its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.catalogue import Catalogue
from data.reader.layout.source import SourceError, read_source
from data.reader.read import read_report
from tests.data.small_pdf import pdf
from tests.small_report import CLEAN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed: pip install 'xulang[pdf]'")
LINE, APART, LEFT, TOP = 18, 12, 72, 780


def printed(text: str, per_page: int = 16) -> bytes:
    """A text as an office prints it: first lines with an indent, room where a line is empty, a number on every page."""

    def page(number: int, lines: list[str]) -> Iterator[tuple[float, float, str]]:
        yield 290, 820, str(number)
        y = TOP
        for place, line in enumerate(lines):
            if line:
                first = place == 0 or not lines[place - 1]
                yield LEFT + (20 if first else 0), y, line
            y -= LINE if line else APART

    lines = text.splitlines()
    pages = [lines[start : start + per_page] for start in range(0, len(lines), per_page)]
    return pdf(*(list(page(number, some)) for number, some in enumerate(pages, 1)))


def test_a_damaged_file_is_told_by_us_alone(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "report.pdf").write_bytes(b"x")
    with pytest.raises(SourceError, match="damaged document"):
        read_source(tmp_path / "report.pdf")
    assert capfd.readouterr() == ("", "")


def test_a_report_printed_to_pdf_gives_the_figures_of_its_text(tmp_path: Path) -> None:
    (tmp_path / "thang-8.pdf").write_bytes(printed(CLEAN))
    catalogue = Catalogue.load()
    source = read_source(tmp_path / "thang-8.pdf")
    assert source.kind == "pdf"
    readings = [read_report(text, catalogue) for text in (source.text, CLEAN)]

    def figures(place: int) -> list[tuple[object, ...]]:
        return [(f.value, f.unit, f.measure, f.indicator, f.item, f.period) for f in readings[place].figures]

    assert figures(0) == figures(1)
    assert readings[0].document.head == readings[1].document.head


def test_pages_are_parted_and_lines_begin_at_the_left(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf([(90, 700, "Than đạt 5 nghìn tấn,")], [(72, 700, "tăng 3%.")]))
    assert read_source(tmp_path / "a.pdf").text == "Than đạt 5 nghìn tấn,\ftăng 3%."


def test_an_empty_line_stands_where_lines_are_further_apart(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf([(72, y, f"dòng {y}") for y in (700, 682, 664, 630, 612)]))
    assert read_source(tmp_path / "a.pdf").text.split("\n") == ["dòng 700", "dòng 682", "dòng 664", "", "dòng 630", "dòng 612"]


def test_a_pdf_with_a_password_is_told(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "a.pdf")
    with pytest.raises(SourceError, match="locked document"):
        read_source(tmp_path / "a.pdf")


HEADS = (("Đơn vị tính", ""), ("Thực hiện", "tháng 7"), ("Cộng dồn", "8 tháng"), ("8 tháng so với", "cùng kỳ (%)"))
ROWS = (("Than đá", "Nghìn tấn", "41,2", "310,8", "104,6"), ("Xi măng", "Nghìn tấn", "88,1", "655,0", "98,3"))
TITLE = [
    (72, 800, "BÁO CÁO"),
    (72, 782, "Tình hình kinh tế - xã hội tháng 8 và 8 tháng năm 2024"),
    (72, 750, "Biểu 1. Công nghiệp"),
]


@pytest.mark.parametrize("by_cell", [False, True], ids=["heads line by line", "heads cell by cell"])
def test_a_printed_table_keeps_its_columns(tmp_path: Path, by_cell: bool) -> None:
    places = (72, 200, 290, 380, 470)
    heads = [(x, 720 - 14 * at, head[at]) for at in (0, 1) for x, head in zip(places[1:], HEADS, strict=True) if head[at]]
    heads.sort(key=lambda head: head[0] if by_cell else -head[1])
    rows = [(x, 680 - 18 * at, cell) for at, row in enumerate(ROWS) for x, cell in zip(places, row, strict=True)]
    (tmp_path / "a.pdf").write_bytes(pdf([*TITLE, *heads, *rows]))
    reading = read_report(read_source(tmp_path / "a.pdf").text, Catalogue.load())
    assert [(f.printed, f.measure, f.period, f.item) for f in reading.figures] == [
        ("41,2", "value", "2024-M07", "coal"), ("310,8", "value", "2024-M01/M08", "coal"),
        ("104,6", "yoy_index", "2024-M01/M08", "coal"), ("88,1", "value", "2024-M07", "cement"),
        ("655,0", "value", "2024-M01/M08", "cement"), ("98,3", "yoy_index", "2024-M01/M08", "cement"),
    ]  # fmt: skip
