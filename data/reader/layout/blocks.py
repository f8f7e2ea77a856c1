"""Body lines as blocks: headings and paragraphs, each with its section."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from data.fold import fold
from data.grammar.number import TOKEN
from data.grammar.unit_reader import unit_reader
from data.reader.layout.flow import Span, is_point, runs_on
from data.reader.layout.lines import Layout, Line, is_closed
from data.reader.layout.sections import Label, Outline, is_part, is_title, is_upper
from data.reader.layout.tables.grid import Cell, Table

_CLOSING = ("nơi nhận", "noi nhận", "noi nhan", "noi nhén", "nơi nhan", "noi nhdn")
_TITLE_CUT = 200
_MOST_TITLE_LINES = 6
_DECORATION = "*_# "
_YEARS = re.compile(r"[-–\s]*(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?[\s.*_#]*")
"""A last line of a title that holds only its years."""
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_LINKING = frozenset(
    {"cua", "ve", "tai", "va", "voi", "theo", "cho", "trong", "o", "den", "tu", "cac", "nhung", "tren", "duoi", "boi"}
    | {"do", "la", "cung", "de", "bang", "nham", "hoac", "ca", "mot"}
)
"""Words, folded, with which no heading ends."""


@dataclass(slots=True)
class Block:
    """A heading or a paragraph.

    Attributes:
        heading: True for a heading.
        section: Path of its section.
        title: The innermost heading, for a paragraph that begins with a number of its own its first sentence.
        pieces: Raw spans, one per line.
        line: Index of its first line.
        level: Level of a heading in the outline, None for a title without a number and for paragraphs.
    """

    heading: bool
    section: str
    title: str
    pieces: list[Span]
    line: int
    level: int | None = None


@dataclass(slots=True)
class _Builder:
    """Walks over the body lines and collects blocks."""

    lines: Sequence[Line]
    body: Sequence[int]
    lifted: frozenset[int]
    layout: Layout
    ocr: bool
    outline: Outline
    tables: Mapping[int, Table]
    section: str = ""
    title: str = ""
    front: bool = True
    after_heading: bool = False
    styles: dict[tuple[str, int], bool] = field(default_factory=dict)
    numbered: bool = True

    def blocks(self) -> Iterator[Block]:
        """All blocks in the order of the text."""
        at = 0
        while at < len(self.body):
            line = self.lines[self.body[at]]
            if (table := self.tables.get(self.body[at])) is not None:
                yield from self._table(self.body[at], table)
                at += 1
                continue
            label = self.outline.read(line.text, not self.ocr) or self._unnumbered_part(at) if self._may_head(at) else None
            if label is not None:
                self.front = False
                found, at = self._heading(at, label)
            else:
                end = self._end_of_paragraph(at)
                found, at = [self._paragraph(at, end)], end
            self.after_heading = found[-1].level is not None
            yield from found

    def _table(self, line: int, table: Table) -> Iterator[Block]:
        """What stands above the rows of a table, and every row."""
        for cells in table.parts:
            yield Block(False, self.section, self.title, _in_order(cells), line)

    def _may_head(self, at: int) -> bool:
        """True when a line stands where a paragraph may begin."""
        if at == 0 or self.after_heading or self.body[at - 1] in self.tables:
            return True
        before, line = self.lines[self.body[at - 1]], self.lines[self.body[at]]
        if not self.layout.wrapped or is_closed(before.text) or len(before.text) < 0.75 * self.layout.width:
            return True
        if is_part(line.text):
            return True
        return line.gap > self.layout.gap or self._is_lifted(at)

    def _unnumbered_part(self, at: int) -> Label | None:
        """The label of a part whose title in capitals has no number: behind it the outline begins again with "I.".

        In a text without any numbers, any line in capitals that stands below the end of a sentence opens one.
        """
        if not self.numbered:
            return self.outline.next_part(0) if self._is_capital_title(at) else None
        for place, index in enumerate(self.body[at : at + _MOST_TITLE_LINES + 1]):
            text = self.lines[index].text
            bare = text.lstrip(_DECORATION)
            if place and self.outline.starts_again(bare):
                first = self.lines[self.body[at]].text
                return self.outline.next_part(len(first) - len(first.lstrip(_DECORATION)))
            if index in self.tables or not (is_upper(bare) and is_title(bare)):
                return None
        return None

    def _is_capital_title(self, at: int) -> bool:
        """Whether a line in capitals alone opens a part of a text without numbers."""
        bare = self.lines[self.body[at]].text.lstrip(_DECORATION)
        alone = at > 0 and is_upper(bare) and is_title(bare) and is_closed(self.lines[self.body[at - 1]].text)
        return not self.numbered and alone and not bare.lower().startswith(_CLOSING)

    def _is_lifted(self, at: int) -> bool:
        """True when a page break or notes stand before a body line."""
        return self.body[at] in self.lifted or self.body[at] != self.body[at - 1] + 1

    def _heading(self, at: int, label: Label) -> tuple[list[Block], int]:
        """The heading at a line, and where the body continues.

        A paragraph that only begins with a number gives its number as the heading and itself as a paragraph.
        """
        self.section = label.path
        end = self._end_of_title(at, label)
        text = self._text(at, end)[label.start :]
        title = text[label.end - label.start :]
        family = (label.path.rpartition(".")[0], label.level)
        alone = label.level == 0 or is_upper(title) or (is_title(title) and self._is_whole(end, family))
        self.styles[family] = alone
        if not alone:
            return self._run_in(at, label)
        self.title = text.rstrip(_DECORATION)
        pieces = self._pieces(at, end)
        pieces[0] = (pieces[0][0] + label.start, pieces[0][1])
        pieces[-1] = (pieces[-1][0], pieces[-1][1] - (len(text) - len(self.title)))
        return [Block(True, label.path, self.title, pieces, self.body[at], label.level)], end

    def _run_in(self, at: int, label: Label) -> tuple[list[Block], int]:
        """A paragraph with a number of its own: the number as the heading, and the paragraph."""
        end = self._end_of_paragraph(at)
        first = self.lines[self.body[at]]
        self.title = _first_sentence(self._text(at, end)[label.end :])
        number = (first.left + label.start, first.left + len(first.text[: label.end].rstrip()))
        pieces = self._pieces(at, end)
        pieces[0] = (first.left + label.end, first.right)
        heading = Block(True, label.path, self.title, [number], self.body[at], label.level)
        return [heading, Block(False, label.path, self.title, pieces, self.body[at])], end

    def _text(self, at: int, end: int) -> str:
        """The text of some body lines."""
        return " ".join(self.lines[index].text for index in self.body[at:end])

    def _pieces(self, at: int, end: int) -> list[Span]:
        """The spans of some body lines."""
        return [(self.lines[index].left, self.lines[index].right) for index in self.body[at:end]]

    def _is_whole(self, end: int, family: tuple[str, int]) -> bool:
        """True when a title is not the beginning of a sentence that continues on the next line."""
        if end >= len(self.body) or self.body[end] in self.tables:
            return True
        before, line = self.lines[self.body[end - 1]], self.lines[self.body[end]]
        if not runs_on(before, line, self.layout, self._is_lifted(end)) or (
            before.text[-1] == ")" and self._opens_section(line.text)
        ):
            return True
        if _counts(fold(before.text)):
            return False
        return self.styles.get(family, True) and fold(before.text.rsplit(None, 1)[-1]) not in _LINKING

    def _end_of_title(self, at: int, label: Label) -> int:
        """Where the lines of a heading end."""
        upper = is_upper(self.lines[self.body[at]].text[label.end :]) or label.level == 0
        end = at + 1
        while end < len(self.body):
            before, line = self.lines[self.body[end - 1]], self.lines[self.body[end]]
            part = label.level == 0 and end - at < _MOST_TITLE_LINES
            apart = (line.gap > self.layout.gap and not part) or self.body[end] in self.tables
            if apart or not (self.layout.wrapped or part) or is_closed(before.text):
                break
            if _YEARS.fullmatch(line.text):
                end += 1
                continue
            goes_on = is_upper(line.text) if upper else not line.text[0].isupper()
            if not goes_on or is_point(line.text) or self._opens_section(line.text):
                break
            end += 1
        return end

    def _opens_section(self, text: str) -> bool:
        """True when a line has a label of its own; the outline stays where it is."""
        probe = replace(self.outline, arabic=list(self.outline.arabic))
        return probe.read(text, not self.ocr) is not None

    def _end_of_paragraph(self, at: int) -> int:
        """Where the lines of a paragraph end."""
        end = at + 1
        while end < len(self.body):
            before, line = self.lines[self.body[end - 1]], self.lines[self.body[end]]
            opens = self._may_head(end) and (self._opens_section(line.text) or self._is_capital_title(end))
            if self.body[end] in self.tables or opens:
                break
            if not runs_on(before, line, self.layout, self._is_lifted(end), opening=end == at + 1):
                break
            end += 1
        return end

    def _paragraph(self, at: int, end: int) -> Block:
        """The paragraph of some lines; a title page's titles, and lines marked "#", are headings."""
        pieces = self._pieces(at, end)
        text = self._text(at, end) if end - at < _MOST_TITLE_LINES else ""
        if self.lines[self.body[at]].text.lower().startswith(_CLOSING):
            self.section = self.title = ""
        marked = _MARKDOWN_HEADING.match(text)
        if marked is not None:
            pieces[0] = (pieces[0][0] + marked.end(), pieces[0][1])
            text = text[marked.end() :]
            self.title = text if not self.front else ""
        if marked is not None or (self.front and text and is_title(text) and text[0].isupper()):
            return Block(True, self.section, text, pieces, self.body[at])
        return Block(False, self.section, self.title, pieces, self.body[at])


def build_blocks(
    lines: Sequence[Line],
    body: Sequence[int],
    lifted: frozenset[int],
    layout: Layout,
    ocr: bool,
    tables: Mapping[int, Table],
) -> list[Block]:
    """Headings and paragraphs of the body.

    Args:
        lines: All lines of the text.
        body: Indices of the lines that are body, in order.
        lifted: Indices of lines with which a page begins.
        layout: How the text is set.
        ocr: True for a scanned text.
        tables: The tables by the index of the line that stands for each.
    """
    blocks = list(_Builder(lines, body, lifted, layout, ocr, Outline(), tables).blocks())
    if any(block.level is not None for block in blocks):
        return blocks
    return list(_Builder(lines, body, lifted, layout, ocr, Outline(), tables, numbered=False).blocks())


def _first_sentence(text: str) -> str:
    """The first sentence of a paragraph, cut at a word when it is long."""
    sentence = " ".join(text[: 4 * _TITLE_CUT].split()).split(". ", 1)[0].rstrip(".")
    return sentence if len(sentence) <= _TITLE_CUT else sentence[:_TITLE_CUT].rsplit(" ", 1)[0] + "…"


def _in_order(cells: Sequence[Cell]) -> list[Span]:
    """Where cells stand, each place once, in the order of the text."""
    return sorted({piece for cell in cells for piece in cell.pieces if piece[0] < piece[1]})


def _counts(text: str) -> bool:
    """Whether folded text tells an amount in a unit, which no heading does whose sentence goes on with the next line."""
    return any(unit_reader(damaged=False).read(text, number.end()) is not None for number in TOKEN.finditer(text))
