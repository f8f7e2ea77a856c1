"""A report to be read: its passages as blocks of text with the places of all figures, wrapped to a width."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from tui.draw import clean, width
from tui.model.figures import amount_in_full, section_in_words
from tui.model.names import figure_name
from tui.model.places import Span, locate_figures, map_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from queries.panes import FigureRow
    from queries.reading import ReportPassageRow
    from tui.words import Words


class Passage(NamedTuple):
    """A passage with the places of its figures in both wordings."""

    row: ReportPassageRow
    figures: list[FigureRow]
    printed: list[Span | None]
    read: list[Span | None]

    @classmethod
    def of(cls, row: ReportPassageRow, figures: list[FigureRow]) -> Passage:
        """Find every figure of a passage in its text."""
        if not row.raw:
            return cls(row, figures, [], [])
        wanted = [(figure.source_start, figure.source_end, figure.printed) for figure in figures]
        spans = locate_figures(row.raw, row.source, row.source_start, wanted)
        return cls(row, figures, spans, map_spans(row.raw, row.repaired, spans) if row.repaired else spans)


class Stop(NamedTuple):
    """A printed number that the cursor can stop at; ``figures`` are all readings of it."""

    block: int
    start: int
    end: int
    row: ReportPassageRow
    figures: tuple[FigureRow, ...]


class Block(NamedTuple):
    """A paragraph, heading, note or line of a table of contents.

    Attributes:
        kind: heading, body, footnote; of a report without text also section, entry, note-entry.
        label: what stands in the margin: the number of a note.
        text: fit for a terminal.
        first: index of its first stop.
        stops: how many it has.
    """

    kind: str
    label: str
    text: str
    first: int
    stops: int


class Reading:
    """A report as blocks of text, with the stops of the cursor.

    Args:
        passages: in the order of reading.
        as_printed: the text as it was printed, not as it was read again.
        say: the language of names, where there is no text.
    """

    def __init__(self, passages: Sequence[Passage], as_printed: bool, say: Words) -> None:
        self.blocks: list[Block] = []
        self.stops: list[Stop] = []
        self.has_text = any(passage.row.raw for passage in passages)
        section = None
        for passage in passages:
            if passage.row.raw:
                self._add_text(passage, as_printed)
            elif passage.figures:
                if passage.row.section != section:
                    section = passage.row.section
                    self._add("section", "", _title(passage.row, say), [], passage.row)
                self._add_contents(passage, say)

    @property
    def numbers(self) -> int:
        """How many printed numbers the stops are: one is the two ends of a range, or a rank and the number of those ranked."""
        return sum(1 + (one.up_to is not None) + (one.out_of is not None) for stop in self.stops for one in stop.figures)

    def _add_text(self, passage: Passage, as_printed: bool) -> None:
        row = passage.row
        text, spans = (row.raw or "", passage.printed) if as_printed else (row.repaired or row.raw or "", passage.read)
        by_place: dict[Span, list[FigureRow]] = {}
        for span, figure in zip(spans, passage.figures, strict=True):
            if span is not None:
                by_place.setdefault(span, []).append(figure)
        shown, places = _cleaned(text, sorted(by_place))
        marked = [(place, tuple(by_place[span])) for span, place in places]
        self._add(row.kind, row.footnote or "", shown, marked, row)

    def _add_contents(self, passage: Passage, say: Words) -> None:
        """A line for consecutive figures of one series and period: its name, every number, the period."""
        row, label = passage.row, passage.row.footnote or ""
        heads = ((figure_name(figure, say), say.pick(figure.period_vi, figure.period_en)) for figure in passage.figures)
        for (name, period), own in groupby(zip(heads, passage.figures, strict=True), itemgetter(0)):
            text = name
            marked: list[tuple[Span, tuple[FigureRow, ...]]] = []
            for _, figure in own:
                text += "  "
                amount = amount_in_full(figure, say)
                marked.append((Span(len(text), len(text) + len(amount)), (figure,)))
                text += amount
            self._add("note-entry" if row.footnote else "entry", label, f"{text}  {period}".rstrip(), marked, row)
            label = ""

    def _add(
        self, kind: str, label: str, text: str, marked: list[tuple[Span, tuple[FigureRow, ...]]], row: ReportPassageRow
    ) -> None:
        place = len(self.blocks)
        self.blocks.append(Block(kind, clean(label), text, len(self.stops), len(marked)))
        self.stops += [Stop(place, span.start, span.end, row, figures) for span, figures in marked]

    def stop_of(self, figure: int | None) -> int | None:
        """The index of the stop of a figure, given by where it begins in the source; None where it has none."""
        found = (at for at, stop in enumerate(self.stops) for told in stop.figures if told.source_start == figure)
        return next(found, None)


def wrap_spans(text: str, cells: int) -> list[Span]:
    """The spans of a text wrapped at blanks to at most ``cells`` terminal cells; a longer word is split.

    A number and its per cent sign stay together.
    """
    plain = width(text) == len(text)
    out: list[Span] = []
    start, end = 0, len(text)
    while start < end:
        limit = min(end, start + cells) if plain else _reach(text, start, cells)
        if limit < end and not _may_break(text, limit):
            limit = next((place for place in range(limit - 1, start, -1) if _may_break(text, place)), limit)
        out.append(Span(start, limit))
        start = limit
        while start < end and text[start] == " ":
            start += 1
    return out or [Span(0, 0)]


def _may_break(text: str, place: int) -> bool:
    """Whether a line may end before a place of a text."""
    return text[place] == " " and text[place + 1 : place + 2] != "%"


def _reach(text: str, start: int, cells: int) -> int:
    taken, at = 0, start
    while at < len(text) and taken + width(text[at]) <= cells:
        taken += width(text[at])
        at += 1
    return max(at, start + 1)


def _title(row: ReportPassageRow, say: Words) -> str:
    """The title of a section in a table of contents."""
    return " ".join(part for part in (section_in_words(row.section, say), clean(row.section_title or "")) if part) or "…"


def _cleaned(text: str, spans: Iterable[Span]) -> tuple[str, list[tuple[Span, Span]]]:
    """A text cleaned for the terminal, and the span in it of each of the given spans, which must be in order."""
    out, size, before = [], 0, 0
    places: list[tuple[Span, Span]] = []
    for span in spans:
        if span.start < before:
            continue
        lead, own = clean(text[before : span.start]), clean(text[span.start : span.end])
        out += [lead, own]
        places.append((span, Span(size + len(lead), size + len(lead) + len(own))))
        size += len(lead) + len(own)
        before = span.end
    return "".join([*out, clean(text[before:])]), places
