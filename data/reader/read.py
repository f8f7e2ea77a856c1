"""Reading a report: from its raw text to its figures and the account of its numbers."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from data.catalogue import Catalogue
from data.grammar.period import Period
from data.reader.clauses import Prose, decided_tokens, prepare
from data.reader.context import Settings
from data.reader.document import Document, read_document
from data.reader.figures import Anchor, Figure, Walk, settle
from data.reader.matching import Matcher, matcher_of
from data.reader.tokens import Token, account

if TYPE_CHECKING:
    from data.reader.document import Passage


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read out of a report.

    Attributes:
        document: its text taken apart.
        figures: in the order of the raw text.
        tokens: every number token of the raw text once, with what it was taken for.
    """

    document: Document
    figures: tuple[Figure, ...]
    tokens: tuple[Token, ...]


def read_report(raw: str, catalogue: Catalogue | None = None) -> Reading:
    """Read a report.

    Args:
        raw: its text; all offsets are code points of it.
        catalogue: names to give; the shipped catalogue if None.
    """
    document = read_document(raw)
    return _Reader(document, matcher_of(catalogue or Catalogue.load())).read()


class _Reader:
    def __init__(self, document: Document, matcher: Matcher) -> None:
        self._document, self._matcher = document, matcher
        self._settings = Settings(document)
        self._marks = sorted((start, end) for start, end, _ in document.marks)
        self._proses: dict[int, Prose] = {}
        self._found: dict[int, list[Figure]] = {}

    def read(self) -> Reading:
        """Body first, then the footnotes, which inherit from it."""
        passages = self._document.passages
        self._by_id = {passage.id: passage for passage in passages}
        for passage in (*(p for p in passages if p.kind != "footnote"), *(p for p in passages if p.kind == "footnote")):
            self._passage(passage)
        raw = self._document.raw
        figures = sorted((figure for found in self._found.values() for figure in found), key=lambda figure: figure.source_start)
        figures = [replace(figure, printed=raw[figure.source_start : figure.source_end]) for figure in figures]
        decided = [token for prose in self._proses.values() for token in decided_tokens(prose)]
        decided += [Token(f.source_start, f.source_end, f.printed, "figure", f.rule) for f in figures]
        return Reading(self._document, tuple(figures), account(self._document, decided))

    def _passage(self, passage: Passage) -> None:
        prose = prepare(passage, self._marks, self._document.ocr)
        self._proses[passage.id] = prose
        if not prose.mentions:
            return
        setting = self._settings.of(passage)
        anchor = self._anchor(passage) if passage.kind == "footnote" else None
        walk = Walk(prose, setting, self._matcher, self._document.ocr, anchor)
        aggregations = {indicator.id: indicator.agg for indicator in self._matcher.catalogue.indicators}
        self._found[passage.id] = settle(walk.run(), aggregations, setting.frame.so_far(), setting.frame.own())

    def _anchor(self, passage: Passage) -> Anchor | None:
        if passage.anchor is None or passage.anchor not in self._proses:
            return None
        prose = self._proses[passage.anchor]
        place = self._place(prose, passage.anchor_at)
        sentence = prose.sentence_of(max(0, place - 1))
        setting = self._settings.of(self._by_id[passage.anchor])
        before = [f for f in self._found.get(passage.anchor, []) if f.source_start < (passage.anchor_at or 0)]
        near = [f for f in before if prose.raw_span(*sentence)[0] <= f.source_start] if sentence[0] < sentence[1] else []
        figure = near[-1] if near else None
        words = self._matcher.lexicon.read(prose.words(sentence[0], max(sentence[0], place))[-400:], self._document.ocr)
        period = Period.parse(figure.period) if figure else self._sentence_period(prose, setting, sentence, place)
        so_far = setting.frame.so_far()
        if period is None and setting.frame.monthly and before and before[-1].period in (so_far.id, so_far.at_end().id):
            period = so_far
        return Anchor(period, figure.indicator if figure else None, figure.item if figure else None, words, before[-1].sector if before else None)

    def _sentence_period(self, prose: Prose, setting: Any, sentence: tuple[int, int], place: int) -> Period | None:
        from data.reader.periods import usable_cues

        cues = [cue for cue in usable_cues(prose, setting, self._document.ocr) if sentence[0] <= cue.start < place]
        return cues[-1].period if cues else None

    @staticmethod
    def _place(prose: Prose, raw: int | None) -> int:
        if raw is None:
            return len(prose.text)
        letter = bisect_right(prose.passage.offsets, raw - 1)
        return min(len(prose.text), bisect_right(prose.folded.at, letter - 1, hi=len(prose.text)))


def figure_record(figure: Figure, catalogue: Catalogue) -> dict[str, Any]:
    """A figure as a flat record with Vietnamese names, as `xulang extract` prints it."""
    indicator = catalogue.by_id.get(figure.indicator or "")
    item = catalogue.item(indicator.id, figure.item) if indicator and figure.item else None
    return {
        "source_start": figure.source_start, "source_end": figure.source_end, "value": figure.value, "unit": figure.unit,
        "measure": figure.measure, "period": figure.period, "indicator": indicator.name_vi if indicator else None,
        "item": item.name_vi if item else None, "sector": figure.sector, "section": figure.section, "footnote": figure.footnote,
        "qualifier": "ước" if figure.status == "E" else figure.bound, "subject": figure.subject,
        "confidence": round(figure.confidence, 2),
    }  # fmt: skip
