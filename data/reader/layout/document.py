"""Parsing a report's text into passages, and the result."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from data.reader.layout.blocks import Block, build_blocks
from data.reader.layout.brackets import with_square_brackets
from data.reader.layout.compose import Composed, compose
from data.reader.layout.damage import is_damaged
from data.reader.layout.footnotes import FootnoteReader, Note
from data.reader.layout.head import ReportHead, read_head
from data.reader.layout.lines import measure, split_lines
from data.reader.layout.marks import Mark, find_marks, lines_by_number
from data.reader.layout.page_feet import line_context
from data.reader.layout.pages import guess_pages, paginate
from data.reader.layout.pairs import WordPairs
from data.reader.layout.passages import Kind, Passage, assemble
from data.reader.layout.running_heads import running_heads
from data.reader.layout.tables.finder import find_tables
from data.reader.layout.tables.placeholders import with_placeholders
from data.reader.layout.ties import Tie, tie_notes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from data.reader.layout.flow import Span
    from data.reader.layout.tables.grid import Table

__all__ = ["Document", "Kind", "Passage", "ReportHead", "read_document"]

_FRONT = 14
"""Passages before the first section, and main headings, that are read for the head."""

Numbered = tuple[int, int, str]
"""A raw span with the number of a footnote."""


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed report.

    Attributes:
        raw: The text as read, never altered; all offsets are code points of it.
        passages: In the order of reading.
        head: Number, title, issuer, date and period of the report.
        ocr: True when the diacritics are damaged, as by optical character recognition.
        marks: Spans of footnote marks in the body, in order; no part of the numbers or words that they are glued to.
        labels: Spans of the numbers that footnotes begin with; no passage's text holds them.
        furniture: Raw spans of running heads and printed page numbers; no passage's text holds them.
        tables: In the order of the text; what stands above the rows of a table is one passage, and every row is one.
        misprints: Raw offsets of letters that the passages have put right for reading, with what is printed there.
    """

    raw: str
    passages: tuple[Passage, ...]
    head: ReportHead
    ocr: bool
    marks: tuple[Numbered, ...] = ()
    labels: tuple[Numbered, ...] = ()
    furniture: tuple[Span, ...] = ()
    tables: tuple[Table, ...] = ()
    misprints: Mapping[int, str] = field(default_factory=dict)

    def as_printed(self) -> Document:
        """The same with the printed letters in its passages, where words were put right for reading."""
        places = sorted(self.misprints)
        return replace(self, passages=tuple([_as_printed(passage, self.misprints, places) for passage in self.passages]))


def _as_printed(passage: Passage, misprints: Mapping[int, str], places: Sequence[int]) -> Passage:
    """A passage with the letters that are printed at some of its places."""
    within = places[bisect_left(places, passage.source_start) : bisect_left(places, passage.source_end)]
    if not within:
        return passage
    letters, offsets = list(passage.text), passage.offsets
    for place in within:
        at = bisect_left(offsets, place)
        if at < len(offsets) and offsets[at] == place:
            letters[at] = misprints[place]
    return replace(passage, text="".join(letters))


def read_document(raw: str, mend: Callable[[str], list[tuple[int, str]]] | None = None) -> Document:
    """Parse a report's text.

    Total and linear: any text gives a document, if only one of plain paragraphs.

    Args:
        raw: The text.
        mend: What words to put where in damaged text, each as long as what is printed there.
    """
    composed = compose(raw)
    ocr = is_damaged(composed.text)
    composed, misprints = _mended(composed, mend(composed.text)) if ocr and mend is not None else (composed, {})
    printed = split_lines(with_square_brackets(composed.text))
    heads = running_heads(printed)
    printed, headed = [line for at, line in enumerate(printed) if at not in heads], [printed[at] for at in sorted(heads)]
    lines, tables = with_placeholders(printed, find_tables(printed))
    layout = measure([line for index, line in enumerate(lines) if index not in tables])
    pages = paginate(lines, layout)
    marks = [find_marks(line, ocr) for line in lines]
    context = line_context(lines, layout, ocr, lines_by_number(marks), pages.are_known(len(lines)))
    reader = FootnoteReader(context, replace(pages, furniture=pages.furniture | tables.keys()), WordPairs(lines))
    reader.read()
    notes = reader.notes
    noted = {index for note in notes for index in note.lines}
    body = [index for index in range(len(lines)) if index not in pages.furniture and index not in noted]
    blocks = build_blocks(lines, body, frozenset(pages.starts), layout, ocr, tables)
    ties = tie_notes(lines, marks, _regions(reader.feet, body), notes, ocr)
    if not context.paged:
        pages = replace(guess_pages(lines, layout, reader.feet), furniture=pages.furniture)
    passages = assemble(composed, pages, blocks, notes, ties)
    return Document(
        raw,
        passages,
        _head(composed.text, passages, blocks),
        ocr,
        _marks(composed, [mark for index in body for mark in marks[index]], notes, ties),
        tuple((*composed.span(*note.label), str(note.number)) for note in notes),
        tuple(composed.span(line.left, line.right) for line in (*headed, *(lines[index] for index in sorted(pages.furniture)))),
        tuple(table.moved(composed.span) for _, table in sorted(tables.items())),
        misprints,
    )


def _mended(composed: Composed, words: Sequence[tuple[int, str]]) -> tuple[Composed, dict[int, str]]:
    """A text with words put in, and the letters that were printed in their places, by raw offset."""
    parts: list[str] = []
    printed: dict[int, str] = {}
    done = 0
    for start, word in words:
        parts += [composed.text[done:start], word]
        done = start + len(word)
        printed |= {composed.at(place): composed.text[place] for place in range(start, done)}
    return replace(composed, text="".join([*parts, composed.text[done:]])), printed


def _regions(feet: Sequence[Span], body: Sequence[int]) -> list[Sequence[int]]:
    """For every page foot the body lines between it and the foot before."""
    regions: list[Sequence[int]] = []
    at = 0
    for begin, _end in feet:
        start = at
        while at < len(body) and body[at] < begin:
            at += 1
        regions.append(body[start:at])
    return regions


def _marks(composed: Composed, marks: Sequence[Mark], notes: Sequence[Note], ties: Sequence[Tie | None]) -> tuple[Numbered, ...]:
    """Spans of the tied marks, and of those whose looks leave no doubt although no note was found for them."""
    spans = {(mark.start, mark.end): mark.printed for mark in marks if mark.sure}
    for note, tie in zip(notes, ties, strict=True):
        if tie is not None and tie.mark is not None:
            spans[tie.mark.start, tie.mark.end] = str(note.number)
    return tuple((*composed.span(*span), number) for span, number in sorted(spans.items()))


def _head(text: str, passages: Sequence[Passage], blocks: Sequence[Block]) -> ReportHead:
    """The head of the report, from what stands before the first section and from the main headings."""
    body = [passage for passage in passages if passage.kind != "footnote"]
    numbered = next((at for at, block in enumerate(blocks) if block.level is not None), len(blocks))
    front = body[: min(numbered, _FRONT)]
    main = [body[at].text for at, block in enumerate(blocks) if block.level is not None and block.level <= 2]
    titles = [passage.text for passage in front if passage.kind == "heading"]
    return read_head([passage.text for passage in front], titles, main[:_FRONT], text)
