"""Text from Word and PDF documents, set as the plain texts are: pages by form feeds, notes with superscript numbers."""

from __future__ import annotations

import logging
import re
import zipfile
from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from data.errors import UserError
from data.reader.layout.word import WordText

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_UNPACKED = 256 * 1024 * 1024
_ENDS = re.compile(r"\r\n?|\v")
_AROUND = " \t\xa0"
_LEAST_STEP = 4
"""Points between two lines; a raised number stands nearer to its line."""
_APART = 1.25
_LETTER, _GAP, _FEWEST_BLANKS = 0.5, 2.0, 2
"""How wide a letter is, by its height; the letters that fit between two cells of a table, and the blanks that are set there."""


class UnreadableError(UserError):
    """A document that its library cannot open."""


def docx_text(data: bytes) -> str:
    """Text of a Word document: one line per paragraph or table row, and its footnotes at the end.

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
    """Text layer of a PDF document, pages separated by form feeds.

    Raises:
        ImportError: pypdf is not installed.
        UnreadableError: The document is damaged, locked by a password, or a scan without text.
    """
    import pypdf

    # The library logs remarks on damaged files, which would be printed over the explorer.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
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


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a page's text: how high and how far to the right it begins, and how wide a letter is there."""

    height: float
    place: float
    letter: float
    text: str


class _Lines:
    """The lines of a page, put together from its pieces, with blanks between cells so that each keeps its position."""

    def __init__(self, margin: float) -> None:
        self._margin, self._done = margin, ""
        self._line: list[tuple[int, str]] = []

    def add(self, piece: _Piece, apart: bool) -> None:
        """Append a piece; ``apart`` if it begins a new cell."""
        for place, text in enumerate(_ENDS.sub("\n", piece.text).split("\n")):
            if place:
                self._end()
            if not self._line and not text.strip(_AROUND):
                continue
            if apart or not self._line:
                self._line.append((round((piece.place - self._margin) / piece.letter) if piece.letter else 0, text))
            else:
                column, before = self._line[-1]
                self._line[-1] = column, before + text

    def empty(self) -> None:
        """Leave a line empty."""
        self._end()
        self._done = self._done.rstrip("\n") + "\n\n"

    def text(self) -> str:
        """All lines."""
        self._end()
        return self._done.strip("\n")

    def _end(self) -> None:
        # The indent of a first line becomes a blank, but lines are classified by their beginning.
        line = self._line[0][1].strip(_AROUND) if len(self._line) == 1 else ""
        for column, text in self._line if len(self._line) > 1 else ():
            line += " " * max(column - len(line), _FEWEST_BLANKS if line.strip() else 0) + text.strip(_AROUND)
        self._done += line + "\n"
        self._line = []


def _page(page: Any) -> str:
    """The lines of a page; an empty line stands where they are further apart, as between a title and what follows."""
    pieces: list[_Piece] = []

    def take(text: str, outer: Sequence[float], inner: Sequence[float], _font: object, size: float) -> None:
        height = outer[1] * inner[4] + outer[3] * inner[5] + outer[5]
        place = outer[0] * inner[4] + outer[2] * inner[5] + outer[4]
        pieces.append(_Piece(height, place, _LETTER * abs(size * inner[0] * outer[0]), text))

    page.extract_text(visitor_text=take)
    told = [piece for piece in pieces if piece.text.strip()]
    falls = [above.height - below.height for above, below in pairwise(told)]
    steps = Counter(round(fall) for fall in falls if fall > _LEAST_STEP)
    usual = min((step for step, count in steps.items() if count == max(steps.values())), default=0)
    lines = _Lines(min((piece.place for piece in told), default=0.0))
    last: _Piece | None = None
    for piece in pieces:
        apart = False
        if piece.text.strip():
            if last is not None and usual and last.height - piece.height > _APART * usual:
                lines.empty()
            apart = last is not None and "\n" not in piece.text and _is_apart(last, piece)
            last = piece
        lines.add(piece, apart)
    return lines.text()


def _is_apart(last: _Piece, piece: _Piece) -> bool:
    """Whether a piece stands in the line of the one before and well behind its end."""
    behind = last.place + len(last.text.strip()) * last.letter
    return abs(last.height - piece.height) < _LEAST_STEP and 0 < piece.letter * _GAP < piece.place - behind
