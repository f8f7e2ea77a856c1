"""A report as passages: headings, paragraphs and footnotes, each letter with its place in the raw text."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from data.reader.blocks import Block, build_blocks
from data.reader.feet import see
from data.reader.flow import Span, running
from data.reader.footnotes import FootnoteReader, Note
from data.reader.head import ReportHead, read_head
from data.reader.lines import measure, split_lines
from data.reader.marks import Mark, find_marks, lines_by_number
from data.reader.ocr import is_damaged
from data.reader.pages import Pages, paginate
from data.reader.pairs import WordPairs
from data.reader.ties import Tie, tie_notes

_FRONT = 14
"""Passages before the first section, and main headings, that are read for the head."""

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
    marks = [find_marks(line, ocr) for line in lines]
    notes = FootnoteReader(see(lines, layout, ocr, lines_by_number(marks)), pages, WordPairs(lines))
    notes.read()
    noted = {index for note in notes.notes for index in note.lines}
    body = [index for index in range(len(lines)) if index not in pages.furniture and index not in noted]
    blocks = build_blocks(lines, body, frozenset(pages.starts), layout, ocr)
    ties = tie_notes(lines, marks, _regions(notes.feet, body), notes.notes, ocr)
    passages = _passages(raw, pages, blocks, notes.notes, ties)
    return Document(
        raw,
        passages,
        _head(raw, passages, blocks),
        ocr,
        _marks(marks, body, notes.notes, ties),
        tuple((*note.label, str(note.number)) for note in notes.notes),
        tuple((lines[index].left, lines[index].right) for index in sorted(pages.furniture)),
    )


def _regions(feet: list[Span], body: list[int]) -> list[list[int]]:
    """For every page foot the body lines between it and the foot before."""
    regions: list[list[int]] = []
    at = 0
    for begin, _end in feet:
        start = at
        while at < len(body) and body[at] < begin:
            at += 1
        regions.append(body[start:at])
    return regions


@dataclass(frozen=True, slots=True)
class _Draft:
    """A passage before its number is known: what it is made of, and the place that a footnote's mark has."""

    kind: Kind
    section: str
    title: str
    footnote: str | None
    line: int
    pieces: list[Span]
    place: int | None


def _passages(
    raw: str, pages: Pages, blocks: list[Block], notes: list[Note], ties: list[Tie | None]
) -> tuple[Passage, ...]:
    """All passages in the order of reading: a page's notes stand behind the paragraph that the page foot cuts."""
    pieces = sorted((left, at) for at, block in enumerate(blocks) for left, _right in block.pieces)
    drafts = [
        _Draft("heading" if block.heading else "body", block.section, block.title, None, block.line, block.pieces, None)
        for block in blocks
    ]
    owners: list[int | None] = [None] * len(drafts)
    for note, tie in zip(notes, ties, strict=True):
        place = note.pieces[0][0] if tie is None else tie.place
        near = max(bisect_right(pieces, (place, len(blocks))) - 1, 0)
        owner = pieces[near][1] if pieces else None
        home = blocks[owner] if owner is not None else None
        section, title = (home.section, home.title) if home else ("", "")
        drafts.append(
            _Draft("footnote", section, title, str(note.number), note.lines[0], note.pieces, tie.place if tie else None)
        )
        owners.append(owner if tie else None)
    order = sorted(range(len(drafts)), key=lambda at: drafts[at].pieces[0][0])
    ids = {draft: number for number, draft in enumerate(order)}
    found = []
    for number, at in enumerate(order):
        owner = owners[at]
        found.append(_passage(raw, number, drafts[at], pages, None if owner is None else ids[owner]))
    return tuple(found)


def _passage(raw: str, number: int, draft: _Draft, pages: Pages, anchor: int | None) -> Passage:
    """The passage of a draft."""
    text, offsets = running(raw, draft.pieces)
    page = pages.numbers[bisect_right(pages.starts, draft.line) - 1]
    return Passage(
        number,
        draft.kind,
        draft.section,
        " ".join(draft.title.split()),
        draft.footnote,
        page,
        anchor,
        draft.place,
        text,
        offsets,
        draft.pieces[0][0],
        draft.pieces[-1][1],
    )


def _marks(
    marks: list[list[Mark]], body: list[int], notes: list[Note], ties: list[Tie | None]
) -> tuple[tuple[int, int, str], ...]:
    """Spans of the tied marks, and of those whose looks leave no doubt although no note was found for them."""
    spans = {
        (tie.mark.start, tie.mark.end): str(note.number)
        for note, tie in zip(notes, ties, strict=True)
        if tie is not None and tie.mark is not None
    }
    for index in body:
        for mark in marks[index]:
            if mark.sure:
                spans.setdefault((mark.start, mark.end), mark.printed)
    return tuple((start, end, number) for (start, end), number in sorted(spans.items()))


def _head(raw: str, passages: tuple[Passage, ...], blocks: list[Block]) -> ReportHead:
    """The head of the report, from what stands before the first section and from the main headings."""
    body = [passage for passage in passages if passage.kind != "footnote"]
    numbered = next((at for at, block in enumerate(blocks) if block.level is not None), min(len(blocks), _FRONT))
    front = body[: min(numbered, _FRONT)]
    main = [body[at].text for at, block in enumerate(blocks) if block.level is not None and block.level <= 2]
    titles = [passage.text for passage in front if passage.kind == "heading"]
    return read_head([passage.text for passage in front], titles, main[:_FRONT], raw)
