"""Text from Word and PDF documents, set as the plain texts are: pages by form feeds, notes with superscript numbers."""

import re
import zipfile
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Any

from data.errors import PlainError

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_UNPACKED = 256 * 1024 * 1024
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ODD_LINES = re.compile(r"\r\n?|\v")


class UnreadableError(PlainError):
    """A document that its library cannot open."""


def docx_text(data: bytes) -> str:
    """Text of a Word document: a line a paragraph or table row, and its footnotes at the end.

    Raises:
        ImportError: python-docx is not installed.
        UnreadableError: The document is damaged, cut off or far too large when unpacked.
    """
    import docx

    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > _MOST_UNPACKED:
                raise UnreadableError("too_large_unpacked", most=_MOST_UNPACKED // 2**20)
        document = docx.Document(BytesIO(data))
        return _docx_lines(document)
    except UnreadableError:
        raise
    except Exception as error:  # the library raises what its parsers raise
        raise UnreadableError("damaged_document", form="Word", reason=type(error).__name__) from error


def _docx_lines(document: Any) -> str:
    """Body and footnotes of an opened Word document."""
    numbers: dict[str, int] = {}
    counter = count(1)
    lines: list[str] = []
    for paragraph in document.element.body.iter(f"{_WORD}p"):
        text = "".join(_runs(paragraph, numbers, counter))
        lines += [text, ""]
    notes = _docx_notes(document)
    for note, number in numbers.items():
        if notes.get(note):
            lines += [f"{str(number).translate(_RAISED)} {notes[note]}", ""]
    return "\n".join(lines)


def _runs(paragraph: Any, numbers: dict[str, int], counter: "count[int]") -> "Iterator[str]":
    """Pieces of text of a paragraph; a reference to a footnote becomes its superscript number."""
    for element in paragraph.iter():
        if element.tag == f"{_WORD}t":
            yield element.text or ""
        elif element.tag in (f"{_WORD}tab", f"{_WORD}br", f"{_WORD}cr"):
            yield " "
        elif element.tag == f"{_WORD}footnoteReference":
            note = element.get(f"{_WORD}id", "")
            if note not in numbers:
                numbers[note] = next(counter)
            yield str(numbers[note]).translate(_RAISED)


def _docx_notes(document: Any) -> dict[str, str]:
    """Texts of the footnotes by their id."""
    from docx.oxml import parse_xml

    for part in document.part.package.iter_parts():
        if str(part.partname) == "/word/footnotes.xml":
            return {
                note.get(f"{_WORD}id", ""): " ".join(
                    "".join(text.text or "" for text in paragraph.iter(f"{_WORD}t")).strip()
                    for paragraph in note.iter(f"{_WORD}p")
                ).strip()
                for note in parse_xml(part.blob).iter(f"{_WORD}footnote")
            }
    return {}


def pdf_text(data: bytes) -> str:
    """Text layer of a PDF document, pages parted by form feeds.

    Raises:
        ImportError: pypdf is not installed.
        UnreadableError: The document is damaged, locked by a password, or a scan without text.
    """
    import pypdf

    try:
        reader = pypdf.PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("locked_document")
        pages = [_ODD_LINES.sub("\n", page.extract_text() or "") for page in reader.pages]
    except UnreadableError:
        raise
    except Exception as error:  # the library raises what its parsers raise
        raise UnreadableError("damaged_document", form="PDF", reason=type(error).__name__) from error
    if not any(page.strip() for page in pages):
        raise UnreadableError("scan_without_text")
    return "\f".join(pages)
