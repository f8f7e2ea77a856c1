"""A report as passages: headings, paragraphs and footnotes, each letter with its place in the raw text."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from data.reader.blocks import Block, build_blocks
from data.reader.flow import running
from data.reader.head import ReportHead, read_head
from data.reader.lines import measure, split_lines
from data.reader.ocr import is_damaged
from data.reader.pages import Pages, paginate

Kind = Literal["heading", "body", "footnote"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, a paragraph or list point, or a footnote.

    Attributes:
        id: Place in the order of reading, from 0.
        kind: What it is.
        section: Path of its section, ``"II.1.3"``; ``"P2.II.2.1"`` from the second part on; ``""`` before any heading.
        section_title: The innermost heading as printed, blanks collapsed.
        footnote: The note's number, repaired by sequence; None for headings and body.
        page: 1-based page on which it begins.
        anchor: Id of the body passage that bears this note's mark, if known.
        anchor_at: Raw offset of that mark; without a readable mark, of the end of the likeliest sentence.
        text: Running text; line breaks and runs of blanks are one blank; a note comes without its label.
        offsets: ``text[i]`` stands at ``raw[offsets[i]]``; a collapsed blank points at its first blank.
        source_start: Raw offset of the first character.
        source_end: Raw offset behind the last character (other passages may lie between).
    """

    id: int
    kind: Kind
    section: str
    section_title: str
    footnote: str | None
    page: int
    anchor: int | None
    anchor_at: int | None
    text: str
    offsets: Sequence[int]
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A report's text, taken apart.

    Attributes:
        raw: The text as read, never altered.
        passages: In order of reading.
        head: What the report says about itself.
        ocr: True when the diacritics are damaged, as by optical character recognition.
        marks: Raw spans of footnote marks in the body, with the note's number: ``(start, end, number)``.
        labels: Raw spans of the numbers that footnotes begin with: ``(start, end, number)``.
        furniture: Raw spans of printed page numbers.
    """

    raw: str
    passages: tuple[Passage, ...]
    head: ReportHead
    ocr: bool
    marks: tuple[tuple[int, int, str], ...] = field(default=())
    labels: tuple[tuple[int, int, str], ...] = field(default=())
    furniture: tuple[tuple[int, int], ...] = field(default=())


def read_document(raw: str) -> Document:
    """Take a report's text apart.

    Total and linear: any text gives a document, if only one of plain paragraphs.
    """
    lines = split_lines(raw)
    layout = measure(lines)
    ocr = is_damaged(raw)
    pages = paginate(lines, layout)
    body = [index for index in range(len(lines)) if index not in pages.furniture]
    blocks = build_blocks(lines, body, frozenset(pages.starts), layout, ocr)
    passages = tuple(_passage(raw, number, block, pages) for number, block in enumerate(blocks))
    furniture = tuple((lines[index].left, lines[index].right) for index in sorted(pages.furniture))
    return Document(raw, passages, _head(raw, passages, blocks), ocr, (), (), furniture)


def _passage(raw: str, number: int, block: Block, pages: Pages) -> Passage:
    """The passage of a block of the body."""
    text, offsets = running(raw, block.pieces)
    page = pages.numbers[bisect_right(pages.starts, block.line) - 1]
    kind: Kind = "heading" if block.heading else "body"
    title = text if block.heading and len(block.title) > len(text) // 2 else " ".join(block.title.split())
    return Passage(
        number, kind, block.section, title, None, page, None, None, text, offsets, block.pieces[0][0], block.pieces[-1][1]
    )


def _head(raw: str, passages: tuple[Passage, ...], blocks: list[Block]) -> ReportHead:
    """The head of the report, from what stands before the first section and from the main headings."""
    numbered = next((at for at, block in enumerate(blocks) if block.level is not None), min(len(blocks), 12))
    front = [passage.text for passage in passages[:numbered]]
    main = [passages[at].text for at, block in enumerate(blocks) if block.level is not None and block.level <= 2]
    return read_head(front, main, raw)
