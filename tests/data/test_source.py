"""Files to text: what is read, and one clear line for everything that is not."""

from __future__ import annotations

import os
import zipfile
from typing import TYPE_CHECKING

import pytest

from data.reader.layout import source
from data.reader.layout.document import read_document
from data.reader.layout.source import SourceError, read_source

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Than đạt 101,5 nghìn tấn, đạt 60,2% kế hoạch, tăng 3,1% so với cùng kỳ.\r\nHết.\n"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", TEXT.encode(), "text"),
        ("a.md", b"\xef\xbb\xbf" + TEXT.encode(), "markdown"),
        ("a.txt", TEXT.encode("utf-16"), "text"),
        ("a.txt", b"\xfe\xff" + TEXT.encode("utf-16-be"), "text"),
        ("a", TEXT.encode(), "text"),
    ],
)
def test_texts_are_read_as_they_are(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    found = read_source(file)
    assert (found.name, found.text, found.kind, len(found.sha256)) == (name, TEXT, kind, 64)


BAD = {
    "empty.txt": (b"", "empty file"),
    "blank.txt": (b" \n\n", "no text"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\x00\x00", "not text (form PNG)"),
    "photo.txt": (b"\xff\xd8\xff\xe0\x00", "not text (form JPEG)"),
    "packed.txt": (b"PK\x03\x04rest", "ending .docx"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1", "old document"),
    "latin.txt": ("Kế hoạch: d\u00e9\u00e8".encode("cp1258", "replace") + b"\xe9 abc", "not utf 8"),
    "cut.txt": (TEXT.encode()[:6], "cut off file"),
    "cut16.txt": (TEXT.encode("utf-16")[:-1], "cut off file"),
    "zero.txt": (b"abc\x00def", "binary file"),
    "binary.bin": (bytes(range(256)), "binary file"),
    "wide.txt": (TEXT.encode("utf-32"), "utf 32"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_give_one_clear_line(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    data, words = BAD[name]
    file.write_bytes(data)
    with pytest.raises(SourceError) as caught:
        read_source(file)
    message = str(caught.value)
    assert words in message
    assert str(file) in message
    assert "\n" not in message


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path, words in ((tmp_path / "no.txt", "no such file"), (tmp_path, "a folder"), (tmp_path / "a\0b", "no such file")):
        with pytest.raises(SourceError, match=words):
            read_source(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(SourceError, match="no ordinary file"):
        read_source(tmp_path / "pipe.txt")


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MOST_BYTES", 10)
    (tmp_path / "a.txt").write_bytes(TEXT.encode())
    with pytest.raises(SourceError, match="too large"):
        read_source(tmp_path / "a.txt")


@pytest.mark.parametrize(("name", "library"), [("a.docx", "docx"), ("a.pdf", "pypdf")])
def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str) -> None:
    monkeypatch.setitem(__import__("sys").modules, library, None)
    (tmp_path / name).write_bytes(b"PK\x03\x04")
    with pytest.raises(SourceError, match=r"missing extra .*extra (docx|pdf)"):
        read_source(tmp_path / name)


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KINDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{KINDS}.document.main+xml"/>'
    f'<Override PartName="/word/footnotes.xml" ContentType="{KINDS}.footnotes+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{LINKS}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" '
    'Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{LINKS}"><Relationship Id="r1" Type="{OFFICE}/footnotes" '
    'Target="footnotes.xml"/></Relationships>',
    "word/document.xml": f"<w:document {WORD}><w:body><w:p><w:r><w:t>I. KẾT QUẢ</w:t></w:r></w:p><w:p><w:r>"
    '<w:t>Than đạt 5 nghìn tấn so với cùng kỳ</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r>'
    "<w:r><w:t>.</w:t></w:r></w:p></w:body></w:document>",
    "word/footnotes.xml": f'<w:footnotes {WORD}><w:footnote w:id="7"><w:p><w:r>'
    "<w:t>Gồm 3 nghìn tấn than cám.</w:t></w:r></w:p></w:footnote></w:footnotes>",
}


def test_a_word_document_gives_its_footnote_at_its_mark(tmp_path: Path) -> None:
    pytest.importorskip("docx")
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as packed:
        for name, content in PARTS.items():
            packed.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{content}')
    found = read_source(tmp_path / "a.docx")
    assert found.kind == "docx"
    document = read_document(found.text)
    note = next(passage for passage in document.passages if passage.kind == "footnote")
    assert (note.footnote, note.text, note.section) == ("1", "Gồm 3 nghìn tấn than cám.", "I")


def test_a_damaged_word_document_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("docx")
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04 cut off")
    with pytest.raises(SourceError, match="damaged document"):
        read_source(tmp_path / "a.docx")


def test_a_pdf_that_is_damaged_or_has_no_text_is_refused(tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 cut off")
    with pytest.raises(SourceError, match="damaged document"):
        read_source(tmp_path / "bad.pdf")
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(tmp_path / "scan.pdf")
    with pytest.raises(SourceError, match="scan without text"):
        read_source(tmp_path / "scan.pdf")
