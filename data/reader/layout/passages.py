"""Passages: the headings, paragraphs and footnotes of a report, each letter with its place in the raw text."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from data.reader.layout.blocks import Block
from data.reader.layout.compose import Composed
from data.reader.layout.flow import Span, running
from data.reader.layout.footnotes import Note
from data.reader.layout.pages import Pages
from data.reader.layout.ties import Tie

Kind = Literal["heading", "body", "footnote"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, a paragraph or list point, or a footnote.

    Attributes:
        id: Place in the order of reading, from 0.
        kind: What it is. A paragraph with a number of its own ("1. Tiếp tục ...") is a heading, which holds only the
            number, and a body passage.
        section: Path of its section, ``"II.1.3"``; ``"P2.II.2.1"`` from the second part on; ``""`` before any heading.
        section_title: The innermost heading as printed; where it is a paragraph with a number, its first sentence.
        footnote: The note's number, repaired by sequence; None for headings and body.
        page: 1-based page on which it begins; counted by page feet where page breaks left no trace.
        anchor: Id of the body passage with this note's mark, if known.
        anchor_at: Raw offset of that mark; without a readable mark, of the end of the likeliest sentence.
        text: Running text in composed letters; line breaks and runs of blanks are one blank; a note comes without its label.
        offsets: ``text[i]`` stands at ``raw[offsets[i]]``; a collapsed blank points at its first blank.
        source_start: Raw offset of the first character.
        source_end: Raw offset behind the last character; other passages may lie between the two.
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
class _Draft:
    """A passage before its id is known; places count in the composed text.

    ``owner`` is the index of the draft that a footnote is tied to.
    """

    kind: Kind
    section: str
    title: str
    line: int
    pieces: list[Span]
    footnote: str | None = None
    place: int | None = None
    owner: int | None = None


def assemble(
    composed: Composed,
    pages: Pages,
    blocks: Sequence[Block],
    notes: Sequence[Note],
    ties: Sequence[Tie | None],
) -> tuple[Passage, ...]:
    """All passages in the order of reading: a page's notes stand behind the paragraph that the page foot cuts.

    Args:
        composed: The text that blocks, notes and ties point into.
        pages: Its pages.
        blocks: Headings and paragraphs.
        notes: Footnotes.
        ties: For every footnote where it belongs.
    """
    drafts = [
        _Draft("heading" if block.heading else "body", block.section, block.title, block.line, block.pieces) for block in blocks
    ]
    pieces = sorted((left, at) for at, block in enumerate(blocks) for left, _right in block.pieces)
    for note, tie in zip(notes, ties, strict=True):
        drafts.append(_draft_note(note, tie, pieces, blocks))
    order = sorted(range(len(drafts)), key=lambda at: drafts[at].pieces[0][0])
    ids = {at: number for number, at in enumerate(order)}
    return tuple(_passage(composed, pages, drafts[at], ids[at], ids) for at in order)


def _draft_note(note: Note, tie: Tie | None, pieces: Sequence[tuple[int, int]], blocks: Sequence[Block]) -> _Draft:
    """The draft of a footnote, in the section of the paragraph it is tied to, else of the one before it."""
    place = note.pieces[0][0] if tie is None else tie.place
    near = bisect_right(pieces, (place, len(blocks))) - 1
    owner = pieces[near][1] if near >= 0 else None
    section, title = (blocks[owner].section, blocks[owner].title) if owner is not None else ("", "")
    tied = owner if tie is not None else None
    number = str(note.number)
    return _Draft("footnote", section, title, note.lines[0], note.pieces, number, tie.place if tie else None, tied)


def _passage(composed: Composed, pages: Pages, draft: _Draft, number: int, ids: dict[int, int]) -> Passage:
    """The passage of a draft; ``ids`` gives the id of every draft by its index."""
    text, offsets = running(composed.text, draft.pieces)
    return Passage(
        number,
        draft.kind,
        draft.section,
        " ".join(draft.title.split()),
        draft.footnote,
        pages.numbers[bisect_right(pages.starts, draft.line) - 1],
        None if draft.owner is None else ids[draft.owner],
        None if draft.place is None else composed.at(draft.place),
        text,
        composed.all_at(offsets),
        composed.at(draft.pieces[0][0]),
        composed.at(draft.pieces[-1][1]),
    )
