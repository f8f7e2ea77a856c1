"""Text from Word and PDF documents, set as the plain texts are: pages by form feeds, notes with superscript numbers."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from data.errors import PlainError
from data.reader.layout.word import WordText

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_UNPACKED = 256 * 1024 * 1024
_ENDS = re.compile(r"\r\n?|\v")
_BLANKS = re.compile(r"[ \t\xa0]*\n[ \t\xa0]*")
_LEAST_STEP = 4
"""Points between two lines; a raised number stands nearer to its line."""
_APART = 1.25


class UnreadableError(PlainError):
    """A document that its library cannot open."""


def docx_text(data: bytes) -> str:
    """Text of a Word document: a line a paragraph or row of a table, and its footnotes at the end.

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
        return WordText(document).text()
    except UnreadableError:
        raise
    except Exception as error:  # the library raises what its parsers raise
        raise UnreadableError("damaged_document", form="Word", reason=type(error).__name__) from error


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
        pages = [_page(page) for page in reader.pages]
    except UnreadableError:
        raise
    except Exception as error:  # the library raises what its parsers raise
        raise UnreadableError("damaged_document", form="PDF", reason=type(error).__name__) from error
    if not any(page.strip() for page in pages):
        raise UnreadableError("scan_without_text")
    return "\f".join(pages)


def _page(page: Any) -> str:
    """The lines of a page; an empty line stands where they are further apart, as between a title and what follows."""
    pieces: list[tuple[float, str]] = []

    def take(text: str, outer: Sequence[float], inner: Sequence[float], *_font: object) -> None:
        pieces.append((outer[1] * inner[4] + outer[3] * inner[5] + outer[5], text))

    page.extract_text(visitor_text=take)
    places = [place for place, text in pieces if text.strip()]
    steps = Counter(round(above - below) for above, below in pairwise(places) if above - below > _LEAST_STEP)
    usual = min((step for step, count in steps.items() if count == max(steps.values())), default=0)
    lines, last = "", None
    for place, text in pieces:
        if text.strip():
            if last is not None and usual and last - place > _APART * usual:
                lines = lines.rstrip() + "\n\n"
            last = place
        lines += text
    # The indent of a first line comes out as a blank; what a line is, is told by how it begins.
    return _BLANKS.sub("\n", _ENDS.sub("\n", lines)).strip()
