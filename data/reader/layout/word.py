"""Text of a Word document, laid out like the plain texts: one paragraph per line, list numbers and footnote marks written out.

A table with heads is drawn with bars, as in Markdown; the cells of any other table, such as a letterhead, stand one after the
other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from data.reader.layout.tables.cells import is_value
from data.reader.layout.word_numbers import Numbering, part_of

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {_FALLBACK, f"{WORD}del", f"{WORD}moveFrom", f"{WORD}instrText", f"{WORD}pPr", f"{WORD}rPr"}
_PIECES = {f"{WORD}tab": " ", f"{WORD}br": " ", f"{WORD}cr": " ", f"{WORD}noBreakHyphen": "-"}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class WordText:
    """The text of one opened document.

    Args:
        document: what python-docx opened.
    """

    def __init__(self, document: Any) -> None:
        self._body = document.element.body
        self._numbering = Numbering(document)
        self._notes = _notes(document)
        self._marks: dict[str, int] = {}

    def text(self) -> str:
        """Body and footnotes; the notes stand at the end, each behind its number."""
        lines = list(self._blocks(self._body))
        lines += [f"{_raised(mark)} {self._notes[note]}" for note, mark in self._marks.items() if self._notes.get(note)]
        return "\n\n".join(lines) + "\n"

    def _blocks(self, parent: Any) -> Iterator[str]:
        for element in parent:
            if element.tag == f"{WORD}p":
                yield self._paragraph(element)
            elif element.tag == f"{WORD}tbl":
                yield from self._table(element)
            elif element.tag in (f"{WORD}sdt", f"{WORD}sdtContent", f"{WORD}ins", f"{WORD}customXml"):
                yield from self._blocks(element)

    def _paragraph(self, paragraph: Any) -> str:
        return self._numbering.label(paragraph) + "".join(self._pieces(paragraph))

    def _pieces(self, element: Any) -> Iterator[str]:
        """Pieces of text; a reference to a footnote becomes its raised number."""
        for child in element:
            if child.tag == f"{WORD}t":
                yield child.text or ""
            elif child.tag == f"{WORD}footnoteReference":
                mark = self._marks.setdefault(child.get(f"{WORD}id", ""), len(self._marks) + 1)
                yield _raised(mark)
            elif child.tag in _PIECES:
                yield _PIECES[child.tag]
            elif child.tag not in _SKIPPED:
                yield from self._pieces(child)
                if child.tag == f"{WORD}p":
                    yield " "

    def _table(self, table: Any) -> Iterator[str]:
        rows = [self._row(row) for row in table.iterfind(f"{WORD}tr")]
        cells = [[" ".join(lines).replace("|", "¦") for lines in row] for row in rows]
        headed = next((place for place, row in enumerate(cells) if any(map(is_value, row[1:]))), 0)
        if not headed or len({len(row) for row in cells}) > 1:
            yield from (line for row in rows for lines in row for line in lines)
            return
        yield "\n".join(f"| {' | '.join(row)} |" for row in [*cells[:headed], ["---"] * len(cells[0]), *cells[headed:]])

    def _row(self, row: Any) -> list[list[str]]:
        """The lines of the cells of a row, one cell for every column of the table: a cell over several stands in each."""
        cells: list[list[str]] = []
        for cell in row.iterfind(f"{WORD}tc"):
            span = cell.find(f"{WORD}tcPr/{WORD}gridSpan")
            lines = [line for block in self._blocks(cell) if (line := " ".join(block.split()))]
            cells += [lines] * (1 if span is None else int(span.get(f"{WORD}val", "1")))
        return cells


def _raised(number: int) -> str:
    return str(number).translate(_RAISED)


def _notes(document: Any) -> dict[str, str]:
    """Texts of the footnotes by their id."""
    root = part_of(document, "/word/footnotes.xml")
    return {
        note.get(f"{WORD}id", ""): " ".join(
            "".join(text.text or "" for text in paragraph.iter(f"{WORD}t")).strip() for paragraph in note.iter(f"{WORD}p")
        ).strip()
        for note in (root.iter(f"{WORD}footnote") if root is not None else ())
    }
