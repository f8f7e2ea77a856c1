"""What footnotes and points of lists inherit, found at the place in the body that points to them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from data.fold import fold
from data.grammar.ocr import fold_with_map, tolerant
from data.grammar.period import Period
from data.grammar.unit import is_money
from data.reader.matching.evidence import Match
from data.reader.meaning.anchor import Anchor, Level
from data.reader.meaning.periods.bases import year_before
from data.reader.meaning.periods.found_period import OF_THOSE
from data.reader.meaning.periods.period_cues import held_once, usable_cues
from data.reader.meaning.sense import BASE_LEVEL, CHANGES, PLAN_ASIDE
from data.reader.meaning.text.prose import CAUSES
from data.reader.meaning.text.spans import Spans

if TYPE_CHECKING:
    from data.grammar.period_text import PeriodCue
    from data.reader.layout.document import Document, Passage
    from data.reader.matching.matcher import Matcher
    from data.reader.meaning.figures import Figure
    from data.reader.meaning.setting import Setting
    from data.reader.meaning.text.prose import Prose, Span

_ANCHOR_LETTERS, _OPENING = 400, 15
"""Letters before a mark that say what a note is about, and of a sentence within which a comparison opens it."""
_CLAUSE_LETTERS = 20
"""Letters from which on a clause has a subject of its own."""
_HEADING_LETTERS = 40
"""Letters of a sentence in which a time before that of the report heads it."""
_ASIDE = re.compile(r"\([^()]*\)")
_CAUSE = re.compile(tolerant(rf"(?<![a-z])do (?:{CAUSES})[^,;.]*(?:, (?:[a-z]+ ){{2,4}})?$"))
"""What leads to the time of a cause, which is not that of what it caused: "gặp khó khăn do đợt rét đậm cuối tháng 01"."""
_CAUSE_LETTERS = 120
"""Letters before a time in which its cause begins."""
_TOLD_APART = re.compile(tolerant(r"[,;] (riêng )?(?:trong )?(?:tháng|quý) [ivx\d]{1,3}(?:[^.;]|\.(?=\d))*$"))
"""What tells a month or quarter of a longer time apart, up to the mark of a note."""
_RANKED = re.compile(tolerant(r"(?<![a-z])(?:xếp|thứ|hạng|điểm|chỉ số)(?![a-z])"))
"""What a note says that tells more of the rank at its mark."""
_INDEX = re.compile(tolerant(r"(?<![a-z])(?:chỉ số|xếp (?:hạng|thứ))(?![a-z])"))
"""What is said of an index, which comes out in the year behind it."""
_PEAK = re.compile(tolerant(r"(?<![a-z])(?:cao điểm|ngày cao nhất)(?![a-z])"))
"""What is said of a day on which there was most of something."""


@dataclass(eq=False)
class Piece:
    """The result of reading a passage, or a part of a long one.

    Attributes:
        prose: its text and what is known of that.
        setting: where it stands.
        figures: those read in it.
    """

    prose: Prose
    setting: Setting
    figures: list[Figure] = field(default_factory=list)

    @cached_property
    def periods(self) -> Spans[PeriodCue]:
        """The periods that it names."""
        return Spans(usable_cues(self.prose, self.setting))


class Anchors:
    """The places of a document that others inherit from, as far as they have been read.

    Attributes:
        pieces: what was read of a passage that something points to, by its id.
    """

    def __init__(self, document: Document, matcher: Matcher) -> None:
        self.pieces: dict[int, list[Piece]] = {}
        self._matcher, self._ocr = matcher, document.ocr
        self._by_id = {passage.id: passage for passage in document.passages}

    def of_note(self, note: Passage) -> Anchor | None:
        """What a footnote inherits from the place of its mark."""
        text = fold_with_map(note.text[:_ANCHOR_LETTERS]).text
        parts = OF_THOSE.match(text) is not None
        return self.at(note.anchor, note.anchor_at, parts, parts or _RANKED.search(text) is not None)

    def at(self, anchor: int | None, mark: int | None, parts: bool = False, ranked: bool = True) -> Anchor | None:
        """What is inherited at a mark: from the figure before it, or from its sentence; without a mark from the passage's end.

        Args:
            anchor: the passage with the mark.
            mark: raw offset of the mark.
            parts: the note lists parts of what stands at its mark: "Trong đó: ...".
            ranked: it may tell more of an index of provinces, which is that of a year before; else only what is so now.
        """
        if anchor is None or anchor not in self.pieces:
            return None
        at = mark if mark is not None else self._by_id[anchor].source_end
        pieces = self.pieces[anchor]
        piece = next((piece for piece in reversed(pieces) if piece.prose.passage.source_start <= at), pieces[0])
        prose = piece.prose
        place = _place(prose, at)
        sentence = prose.sentence_of(max(0, place - 1))
        if mark is None and sentence[0] and OF_THOSE.match(prose.text, sentence[0]) and not _tells(prose, sentence):
            sentence = prose.sentence_of(sentence[0] - 1)
        clause = self._clause_alone(piece, sentence[0], place)
        spoken = prose.words(clause, max(clause, place))[-_ANCHOR_LETTERS:]
        words = self._matcher.lexicon.read(spoken, self._ocr)
        before = [figure for figure in piece.figures if figure.source_start < at]
        while len(before) > 1 and (before[-1].rule == PLAN_ASIDE or _is_plan_of(before[-1], before[-2])):
            before.pop()  # "bằng 29% kế hoạch (170 triệu USD)⁵" points to a note on what was reached
        begins = prose.raw_span(*sentence)[0] if sentence[0] < sentence[1] else at
        near = _said_outside(prose, sentence[0], place, [figure for figure in before if figure.source_start >= begins])
        near = [figure for figure in near if figure.rule != BASE_LEVEL] or near
        near = _of_whole_time(prose, sentence[0], place, near, piece.setting.frame.report)
        own = clause == sentence[0]
        told = [figure for figure in near if ranked or not _is_rank_before(figure, piece.setting.frame.report)]
        told = told if own else _of_now(told, piece.setting.frame.report)
        figure = near[-1] if near and own else None
        only_ranks = bool(near) and own and not told
        last = _last_that_is_over(told, piece.setting)
        return Anchor(
            None if only_ranks else self._inherited(piece, clause, place, last, before),
            figure.indicator if figure else None, figure.item if figure else None, words,
            before[-1].sector if before else None, _compared(near, prose, sentence[0], place, parts),
            _heads(prose, place) if mark is None else "", _levels(near) if own else (),
            _is_allotted(before), _is_of_plan(near),
        )  # fmt: skip

    @staticmethod
    def _clause_alone(piece: Piece, sentence: int, place: int) -> int:
        """Where the clause begins that ends at a mark, if it is about something of which it tells no figure; else the sentence.

        "Tỷ lệ phá án đạt 88%; tình hình tai nạn giao thông giảm trên cả 3 tiêu chí⁸" points to a note on accidents.
        """
        prose = piece.prose
        clause = prose.clause_of(max(0, place - 1))
        tells = any(clause <= mention.start < place for mention in prose.mentions)
        return clause if clause > sentence and not tells and place - clause > _CLAUSE_LETTERS else sentence

    @staticmethod
    def _inherited(piece: Piece, sentence: int, place: int, figure: Figure | None, before: list[Figure]) -> Period | None:
        """The period of the figure before the mark, or one told in its sentence, or the year so far of the passage."""
        frame = piece.setting.frame
        this_year = Period.year(frame.year)
        cues = [cue for cue in piece.periods.starting(sentence, place) if not _is_cause(piece.prose.text, sentence, cue.start)]
        if figure is not None:
            period = Period.parse(figure.period)
            aimed_at = figure.measure == "target" and period.end > frame.report.end >= period.start
            # A rate without a time of its own is that of the last of several years, but a note on it tells of all of them.
            last_year = frame.report.kind == "years" and period == Period.year(frame.report.end.year)
            return None if aimed_at or (last_year and not any(cue.period == period for cue in cues)) else period
        once = bool(cues) and held_once(piece.prose.text, sentence, cues[-1].start)
        if figure is None and cues and _in_passing(piece.prose.text, sentence, cues[-1], frame.report):
            cues = []
        if cues and (cues[-1].period != this_year or frame.report == this_year or once):
            return cues[-1].period
        so_far = frame.so_far()
        accumulated = frame.monthly and before and before[-1].period in (so_far.id, so_far.at_end().id)
        return so_far if accumulated and not _only_adds(before, piece) else None


def _is_plan_of(figure: Figure, other: Figure) -> bool:
    """Whether a figure is the plan of which another one tells the share: "đạt 77% kế hoạch 900 nghìn lượt của năm"."""
    return figure.measure == "plan_value" and other.measure == "plan_pct" and figure.indicator == other.indicator


def _is_cause(text: str, sentence: int, place: int) -> bool:
    """Whether what stands at a place of a sentence is the time of a cause."""
    return _CAUSE.search(text, max(sentence, place - _CAUSE_LETTERS), place) is not None


def _in_passing(text: str, sentence: int, cue: PeriodCue, report: Period) -> bool:
    """Whether a time before that of the report does not head its sentence, which is not about an index of that year.

    "Nghiệm thu khối lượng hoàn thành năm 2026 và tổ chức thi công trở lại¹" is not about 2026.
    """
    late = cue.start - sentence > _HEADING_LETTERS
    return late and cue.period.end < report.start and _INDEX.search(text, sentence, cue.start) is None


def _only_adds(figures: list[Figure], piece: Piece) -> bool:
    """Whether the last of some figures is a sum that its sentence tells beside the month: "tháng 5 trồng 12 ha, lũy kế 40 ha"."""
    prose, own = piece.prose, piece.setting.frame.own().id
    begins = prose.raw_span(*prose.sentence_of(_place(prose, figures[-1].source_start)))[0]
    return any(figure.period == own for figure in figures if figure.source_start >= begins)


def _last_that_is_over(figures: list[Figure], setting: Setting) -> Figure | None:
    """The last figure, or the last before those of a time to come, or of a peak: "đến 10/12 đạt 68%, ước hết 31/01 đạt 95%"."""
    over = [figure for figure in figures if not (_is_day_ahead(figure, setting) or _is_of_peak(figure))] or figures
    last = over[-1] if over else None
    if last is None or last.measure != "plan_pct" or Period.parse(last.period).kind != "year":
        return last
    days = (figure for figure in reversed(over) if figure.indicator == last.indicator and _is_day_of(figure, last))
    return next(days, last)


def _is_day_of(figure: Figure, other: Figure) -> bool:
    """Whether a figure is of a day of the year that another one is of."""
    day, year = Period.parse(figure.period), Period.parse(other.period)
    return day.kind == "point" and year.start <= day.end < year.end


def _of_now(figures: list[Figure], report: Period) -> list[Figure]:
    """The figures that are of no time before that of the report, and of no early part of it: "rét đậm tháng 2 làm ..."."""
    periods = [(figure, Period.parse(figure.period)) for figure in figures]
    early = (period for _, period in periods if period.kind in ("month", "point") and report.start <= period.start)
    passed = {period for period in early if period.end < report.end}
    return [figure for figure, period in periods if period.end >= report.start and period not in passed]


def _is_rank_before(figure: Figure, report: Period) -> bool:
    """Whether a figure is the rank of a year before the report: "chỉ số ... năm 2022 xếp thứ 10 toàn quốc"."""
    return figure.measure in ("rank", "total") and Period.parse(figure.period).end < report.start


def _is_of_peak(figure: Figure) -> bool:
    """Whether a figure is that of a peak day, which is told in passing."""
    return _PEAK.search(fold(figure.subject)) is not None


def _is_day_ahead(figure: Figure, setting: Setting) -> bool:
    """Whether a figure is of a day behind the end of a report."""
    period = Period.parse(figure.period)
    return period.kind == "point" and period.end > setting.frame.report.end


def _tells(prose: Prose, sentence: Span) -> bool:
    """Whether a sentence has a figure."""
    return any(sentence[0] <= mention.start < sentence[1] for mention in prose.mentions)


def _said_outside(prose: Prose, start: int, place: int, figures: list[Figure]) -> list[Figure]:
    """The figures without those in brackets that are closed before a place: a note is on what stands before the bracket."""
    asides = [prose.raw_span(*match.span()) for match in _ASIDE.finditer(prose.text, start, place)]
    outside = [figure for figure in figures if not any(a <= figure.source_start < b for a, b in asides)]
    return outside or figures


def _of_whole_time(prose: Prose, start: int, place: int, figures: list[Figure], report: Period) -> list[Figure]:
    """The figures without those of a month or quarter told apart behind them: a note is on "6 tháng ...; riêng quý II ..."."""
    apart = _TOLD_APART.search(prose.text, start, place)
    if apart is None:
        return figures
    begins = prose.raw_span(apart.start(), apart.end())[0]
    whole = [figure for figure in figures if figure.source_start < begins]
    return whole if whole and (apart[1] or whole[-1].period == report.id) else figures


def _compared(figures: list[Figure], prose: Prose, sentence: int, place: int, parts: bool) -> str | None:
    """What the changes in a note are measured against, yoy, prev or base, according to the sentence of its mark.

    A change against the month before is the sentence's own, unless it opens with that or the note tells the parts of it.
    """
    opening = next(iter(prose.cues.starting(sentence, min(place, sentence + _OPENING))), None)
    kinds = (_kind_of_change(figure) for figure in reversed(figures))
    kind = next((kind for kind in kinds if kind is not None), None)
    if opening is not None and opening.kind in ("yoy", "prev", "base") and kind in (None, opening.kind):
        return opening.kind  # not where it ends otherwise: "So với tháng trước tăng 2%; 10 tháng tăng 5% so với cùng kỳ"
    return kind if kind != "prev" or parts else None


def _kind_of_change(figure: Figure) -> str | None:
    """What a figure is compared with: yoy, prev or base; how something grew, and a multiple of last year's same period, too."""
    if figure.measure == "growth_pct" and Period.parse(figure.period).kind != "years":
        return "yoy"
    if figure.measure in ("base_ratio", "yoy_index"):
        before = year_before(Period.parse(figure.period))
        return "yoy" if before is not None and figure.base_period == before.id else None
    kind, _, how = figure.measure.partition("_")
    return kind if kind in ("yoy", "prev", "base") and how in ("pct", "abs") else None


def _heads(prose: Prose, place: int) -> str:
    """The kind of comparison with which the words before a place end that head a list: "so với cùng kỳ:"."""
    colon = len(prose.text[:place].rstrip(" :"))
    last = next(reversed(prose.cues.starting(0, colon)), None)
    return last.kind if last is not None and last.end == colon and not last.bare else ""


def _levels(figures: list[Figure]) -> tuple[Level, ...]:
    """The levels among figures that have a name, the last first."""
    return tuple(
        Level(figure.unit, Match(figure.indicator, figure.item, figure.confidence, 0.0), figure.subject, figure.value)
        for figure in reversed(figures)
        if figure.measure == "value" and figure.indicator is not None
    )


def _is_allotted(figures: list[Figure]) -> bool:
    """Whether the last of some figures is a sum of money that was planned."""
    last = figures[-1] if figures else None
    return last is not None and last.measure == "plan_value" and is_money(last.unit)


def _is_of_plan(figures: list[Figure]) -> bool:
    """Whether the last of some figures that is no change is the share of a plan: "đạt 40% kế hoạch, cao hơn cùng kỳ 2%"."""
    last = next((figure for figure in reversed(figures) if not figure.measure.endswith(CHANGES)), None)
    return last is not None and last.measure == "plan_pct"


def _place(prose: Prose, raw: int) -> int:
    """The place in the folded text that follows everything before a raw offset."""
    letter = bisect_right(prose.passage.offsets, raw - 1)
    return min(len(prose.text), bisect_right(prose.folded.at, letter - 1, hi=len(prose.text)))
