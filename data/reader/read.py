"""Reading a report: from its raw text to its figures and the account of its numbers."""

from __future__ import annotations

import gc
import re
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from data.catalogue import Catalogue
from data.grammar.number import prints_english
from data.grammar.ocr import tolerant
from data.grammar.period_text import may_open_with_period, opening
from data.reader.anchors import Anchors, Piece
from data.reader.layout.document import Document, read_document
from data.reader.matching.matcher import Matcher, matcher_of
from data.reader.meaning.anchor import Anchor
from data.reader.meaning.figures import Figure, settle
from data.reader.meaning.numbers.clauses import decided_tokens, in_pieces, prepare
from data.reader.meaning.passage_walk import PassageWalk
from data.reader.meaning.periods.context import Settings
from data.reader.meaning.periods.found_period import AT_THAT_TIME
from data.reader.meaning.tables.reading import TableReading
from data.reader.meaning.tokens import Token, account
from data.reader.misprints import Misprints
from data.reader.wordbounds import WordBounds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from data.grammar.period import Period
    from data.grammar.period_text import PeriodCue
    from data.reader.layout.document import Passage
    from data.reader.meaning.text.prose import Prose
    from data.reader.meaning.text.spans import Spans


_OPENING = 15
"""Letters of a paragraph within which a period opens it."""
_DATED = re.compile(tolerant(r"\d|tr|năm"))
"""What is not said of all the time up to now: "đến nay" has neither number nor year."""
_POINT = re.compile(r"\s*[-–+•*·]\s*\w|\s*[a-zđ]\)\s")


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of reading a report.

    Attributes:
        document: the parsed text.
        figures: in the order of the raw text.
        tokens: every number token of the raw text once, with its kind.
    """

    document: Document
    figures: tuple[Figure, ...]
    tokens: tuple[Token, ...]


def read_report(raw: str, catalogue: Catalogue | None = None, progress: Callable[[float], None] = lambda _done: None) -> Reading:
    """Read a report.

    Args:
        raw: its text; all offsets are code points of it.
        catalogue: names to give; the shipped catalogue if None.
        progress: called with the share read so far, once in some thousand letters; an error that it raises stops the work.
    """
    with _without_garbage_collection():
        matcher = matcher_of(catalogue or Catalogue.load())
        document = read_document(raw, Misprints(matcher.lexicon).mended)
        if document.ocr:
            bounds = WordBounds(matcher.lexicon)
            document = replace(document, passages=tuple([bounds.mended(passage) for passage in document.passages]))
        reading = _Reader(document, matcher, progress).read()
        return replace(reading, document=document.as_printed()) if document.misprints else reading


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Turn the garbage collector off: reading makes many objects and no cycles, and collection takes a tenth of the time.

    What was made is then counted as old, so that the collector does not go through all of it as soon as it is on again.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.freeze()
            gc.unfreeze()
            gc.enable()


class _Reader:
    """Reads one document: the body first, then the footnotes, which inherit from it."""

    def __init__(self, document: Document, matcher: Matcher, progress: Callable[[float], None]) -> None:
        self._document, self._matcher, self._progress = document, matcher, progress
        self._letters, self._read = max(1, sum(len(passage.text) for passage in document.passages)), 0
        self._settings = Settings(document)
        self._english = prints_english(document.raw)
        self._marks = sorted((start, end) for start, end, _ in document.marks)
        self._figures: list[Figure] = []
        self._decided: list[Token] = []
        self._anchors = Anchors(document, matcher)
        self._pointed_at = {passage.anchor for passage in document.passages}
        self._list: int | None = None
        self._so_far: tuple[str, Period] | None = None
        self._in_tables: set[int] = set()
        self._time_of_note: Period | None = None

    def read(self) -> Reading:
        """Read the whole document."""
        self._tables()
        for passage in sorted(self._document.passages, key=lambda passage: passage.kind == "footnote"):
            self._passage(passage)
        raw = self._document.raw
        figures = sorted(
            settle(self._figures, self._matcher.catalogue, self._settings.frame), key=lambda figure: figure.source_start
        )
        figures = [figure.as_printed(raw) for figure in figures]
        decided = self._decided + [Token(f.source_start, f.source_end, f.printed, "figure", f.rule) for f in figures]
        return Reading(self._document, tuple(figures), account(self._document, decided))

    def _tables(self) -> None:
        """Read the tables, whose passages are not running text."""
        begins = {passage.source_start: passage for passage in self._document.passages if passage.kind == "body"}
        for table in self._document.tables:
            starts = [min(piece[0] for cell in cells for piece in cell.pieces) for cells in table.parts]
            passages = [begins[start] for start in starts if start in begins]
            if not passages:
                continue
            self._in_tables.update(passage.id for passage in passages)
            setting = self._settings.of(passages[0])
            reading = TableReading(table, begins, setting, self._matcher, self._document.ocr, self._document.raw)
            self._figures += reading.figures
            self._decided += reading.tokens

    def _passage(self, passage: Passage) -> None:
        """Read a passage; how it was read is kept where another one inherits from it."""
        if passage.id in self._in_tables:
            return
        setting = self._settings.of(passage)
        anchor = self._anchors.of_note(passage) if passage.kind == "footnote" else self._lead_in(passage)
        anchor = anchor or self._going_on(passage)
        found: list[Piece] = []
        for part in in_pieces(passage):
            self._progress(self._read / self._letters)
            self._read += len(part.text)
            prose = prepare(part, self._marks, self._document.ocr, setting.frame, self._english)
            piece = Piece(prose, setting)
            if passage.kind == "body" and not found and may_open_with_period(prose.text, _OPENING, prose.damaged):
                self._note_so_far(prose, piece.periods)
            if passage.kind == "footnote" and not found:
                anchor = self._at_time_of_note(prose, piece.periods, anchor)
            if prose.mentions:
                piece.figures = PassageWalk(prose, piece.periods, setting, self._matcher, anchor).run()
            found.append(piece)
            self._figures += piece.figures
            self._decided += decided_tokens(prose)
        if passage.id in self._pointed_at or passage.id == self._list:
            self._anchors.pieces[passage.id] = found

    def _note_so_far(self, prose: Prose, periods: Spans[PeriodCue]) -> None:
        """Remember a period that opens a paragraph, for the paragraphs after it."""
        first = next(iter(periods), None)
        if first is not None and first.start < _OPENING:
            spoken = prose.text[first.start : first.end]
            until_now = first.kind == "flow" and opening(prose.text, first) not in ("sum", "all") and not _DATED.search(spoken)
            self._so_far = (prose.passage.section, first.period) if until_now else None

    def _at_time_of_note(self, prose: Prose, periods: Spans[PeriodCue], anchor: Anchor | None) -> Anchor | None:
        """What a note inherits, at the time with which the note before it began, if it speaks of that: "Trong cùng thời gian"."""
        if anchor is not None and self._time_of_note is not None and AT_THAT_TIME.match(prose.text):
            return replace(anchor, period=self._time_of_note)
        first = next(iter(periods), None)
        self._time_of_note = first.period if first is not None and first.start < _OPENING else None
        return anchor

    def _going_on(self, passage: Passage) -> Anchor | None:
        """The period up to the day of the report that an earlier paragraph opened with."""
        if passage.kind != "body" or self._so_far is None or self._so_far[0] != passage.section:
            return None
        return Anchor(self._so_far[1], None, None, (), None)

    def _lead_in(self, passage: Passage) -> Anchor | None:
        """What a point of a list inherits from the paragraph that ends with a colon before it."""
        if passage.kind != "body":
            self._list = None
        elif passage.text.rstrip().endswith(":"):
            self._list = passage.id
        elif not _POINT.match(passage.text):
            self._list = None
        elif self._list is not None:
            return self._anchors.at(self._list, None, parts=True)
        return None
