"""The list of the review screen: numbers with what they were taken for, and what is decided about each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from tui.draw import DISPUTED, Line, clean, plain_text, width
from tui.model.figures import amount_of
from tui.model.names import AREA, area_of, listed_name
from tui.model.rows import Column, Row
from tui.numbers import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from data.reader.meaning.tokens import Token
    from queries.panes import FigureRow
    from queries.review import DecisionRow, PassagePlaceRow
    from tui.words import Words

VIEWS = ("open", "warned", "other", "decided")
ORDERS = ("sure", "text")
TYPED = ("value", "unit", "measure", "period", "indicator", "item")
"""The fields of a figure that the form corrects."""
SIGNS = {"accept": ("✓", "good"), "correct": ("✎", "accent"), "reject": ("✗", "bad"), "add": ("+", "accent")}


_LAST = {"unexplained": -1, "heading": 1, "mark": 1, "reference": 1}
"""Of the numbers that are no figures: which are looked at first and last."""


class Spot(NamedTuple):
    """A stretch of an added report's raw text; the key of a row."""

    sha256: str
    start: int
    end: int


class Candidate(NamedTuple):
    """A number of an added report.

    Attributes:
        spot: where it stands.
        printed: as it stands there.
        report_vi: the report's short name.
        report_en: the same in English.
        passage: id of its passage.
        figure: what it was taken for, where it is a figure.
        kind: what it was taken for, where it is none (`data.reader.meaning.tokens.KINDS`).
    """

    spot: Spot
    printed: str
    report_vi: str
    report_en: str
    passage: int
    figure: FigureRow | None = None
    kind: str = "figure"


class Decided(NamedTuple):
    """A decision.

    Attributes:
        action: what is to be done.
        patch: the fields of the figure that was accepted, corrected or added.
        figure: the figure as corrected, where the store may not hold it yet.
    """

    action: str
    patch: Mapping[str, str] = {}
    figure: FigureRow | None = None

    @property
    def text(self) -> str:
        """What was typed: the fields of the form, for whoever reads the list of decisions."""
        return "; ".join(f"{name}={self.patch[name]}" for name in TYPED if name in self.patch and self.action != "accept")


def accepted(figure: FigureRow) -> Decided:
    """The decision that a figure is what it is shown as, whatever it will be read as later."""
    item = (figure.item_id or "").removeprefix(f"{figure.indicator_id}.")
    return Decided("accept", {
        "value": f"{figure.value:.15g}", "unit": figure.unit, "measure": figure.measure, "period": figure.period_id,
        "indicator": figure.indicator_id or "", "item": item, "status": figure.status, "bound": figure.bound or "",
    })  # fmt: skip


class Places:
    """The passages of the added reports by place."""

    def __init__(self, rows: Iterable[PassagePlaceRow]) -> None:
        self._rows: dict[str, list[PassagePlaceRow]] = {}
        self._texts: dict[int, str] = {}
        for row in rows:
            self._rows.setdefault(row.sha256, []).append(row)
            self._texts[row.id] = row.sha256

    @property
    def reports(self) -> list[str]:
        """The sha256 of every added report, the newest first."""
        return list(self._rows)

    def spot(self, figure: FigureRow) -> Spot:
        """Where a figure stands."""
        return Spot(self._texts[figure.passage_id], figure.source_start, figure.source_end)

    def candidate(self, spot: Spot, printed: str, kind: str) -> Candidate | None:
        """A number in the smallest passage around it; None where it stands in none."""
        around = [row for row in self._rows.get(spot.sha256, ()) if row.source_start <= spot.start < row.source_end]
        if not around:
            return None
        row = min(around, key=lambda one: one.source_end - one.source_start)
        return Candidate(spot, printed, row.report_vi, row.report_en, row.id, kind=kind)


def as_decided(candidate: Candidate, decided: Decided | None) -> Candidate:
    """A candidate with the figure that a correction has made of it."""
    return candidate if decided is None or decided.figure is None else candidate._replace(figure=decided.figure)


def spot_of(row: DecisionRow) -> Spot:
    """Where the number of a decision stands."""
    return Spot(row.sha256, row.source_start, row.source_end)


def of_figures(rows: Iterable[FigureRow], places: Places) -> list[Candidate]:
    """Figures as candidates."""
    return [Candidate(places.spot(row), row.printed, row.report_vi, row.report_en, row.passage_id, row) for row in rows]


def of_numbers(sha256: str, tokens: Iterable[Token], places: Places) -> list[Candidate]:
    """The numbers of a report that were not taken for figures, as candidates."""
    found = (
        places.candidate(Spot(sha256, token.start, token.end), token.printed, token.kind)
        for token in tokens
        if token.kind != "figure"
    )
    return [candidate for candidate in found if candidate is not None]


def of_decisions(rows: Iterable[DecisionRow], figures: Mapping[Spot, Candidate], places: Places) -> list[Candidate]:
    """The numbers that were decided upon, as candidates."""
    found = (figures.get(spot_of(row)) or places.candidate(spot_of(row), row.printed, "figure") for row in rows)
    return [candidate for candidate in found if candidate is not None]


def decided_in(rows: Iterable[DecisionRow]) -> dict[Spot, Decided]:
    """The decisions of the store by place."""
    return {spot_of(row): Decided(row.action, json.loads(row.patch or "{}")) for row in rows}


def sort_candidates(candidates: Sequence[Candidate], order: str) -> list[Candidate]:
    """Candidates sorted by confidence, the lowest first, or in the order of the text."""
    if order == "text":
        return list(candidates)
    return sorted(candidates, key=lambda one: one.figure.confidence if one.figure else _LAST.get(one.kind, 0))


def columns(candidates: Sequence[Candidate], say: Words, many: bool) -> list[Column]:
    """The columns, as wide as their contents; the report only where there are several, the area where it is another one."""
    figures = [one.figure for one in candidates if one.figure]
    reports = _widest((say.pick(one.report_vi, one.report_en) for one in candidates), 8, 16)
    amounts = [amount_of(figure, say) for figure in figures] or [say(f"account.{one.kind}") for one in candidates]
    measures = _widest((say(f"measure.{one.measure}") for one in figures), 8, 18)
    amount = _widest([say("review.amount"), *amounts], 8, 22)
    periods = _widest((say.pick(figure.period_vi, figure.period_en) for figure in figures), 6, 16)
    areas = [area_of(one, say) for one in figures]
    first = [
        Column("sign", "", 1),
        *([Column("report", say("review.report"), reports, drop=4)] if many else []),
        Column("printed", say("review.printed"), _widest((one.printed for one in candidates), 7, 16), "right", drop=3),
    ]
    if candidates and not figures:
        return [*first, Column("amount", say("review.amount"), 20, most=60)]
    return [
        *first,
        Column("amount", say("review.amount"), amount, gap=2),
        _giving("measure", say("review.measure"), measures, 12, drop=1),
        _giving("period", say("review.period"), periods, 11, drop=2),
        Column("name", say("review.name"), 20, "spread", most=120, wish=48),
        *([Column("area", say("review.area"), _widest(areas, width(say("review.area")), 20), drop=4)] if any(areas) else []),
        Column("sure", say("review.sure"), max(5, width(say("review.sure"))), "right", drop=4),
        Column("mark", "", 1),
    ]


def _giving(key: str, title: str, cells: int, tight: int, drop: int) -> Column:
    """A column that is cut before the names are."""
    return Column(key, title, cells, drop=drop, short=title, tight=min(cells, tight))


def _widest(texts: Iterable[str], least: int, most: int) -> int:
    return min(most, max([least, *(width(text) for text in texts)]))


def has_areas(candidates: Sequence[Candidate], say: Words) -> bool:
    """Whether any figure is of another area than the store's own."""
    return any(one.figure and area_of(one.figure, say) for one in candidates)


def row_of(candidate: Candidate, decided: Decided | None, say: Words, many: bool, abroad: bool = False) -> Row:
    """The row of a candidate; dim once it is decided.

    Args:
        candidate: the number.
        decided: what is decided about it.
        say: the language.
        many: whether the report has a column.
        abroad: whether the area has one.
    """
    figure = candidate.figure
    sign: Line = (SIGNS[decided.action],) if decided else ((" ", "plain"),)
    tone = "dim" if decided or figure is None else "plain"
    report: Sequence[Line] = [((clean(say.pick(candidate.report_vi, candidate.report_en)), "dim"),)] if many else []
    printed: Line = ((clean(candidate.printed), "dim" if decided else "bright"),)
    if figure is None:
        return Row(candidate.spot, (sign, *report, printed, ((say(f"account.{candidate.kind}"), "dim"),), *[()] * (5 + abroad)))
    measure = say(f"measure.{figure.measure}")
    sure = number(round(figure.confidence * 100), say.lang) + " %"
    return Row(candidate.spot, (
        sign, *report, printed, ((amount_of(figure, say), tone),), ((measure, "dim"),),
        ((say.pick(figure.period_vi, figure.period_en), "dim"),), ((name_of(figure, say), tone),),
        *([((area_of(figure, say), "dim"),)] if abroad else []),
        (("" if figure.reviewed else sure, "dim"),), (DISPUTED,) if figure.disputed else (),
    ))  # fmt: skip


def name_of(figure: FigureRow, say: Words) -> str:
    """What a figure is about, the item first, without its area, for which there is a column."""
    if figure.indicator_id is None:
        return f"? {clean(figure.subject or '')}".rstrip()
    return plain_text(listed_name(figure, say)).removesuffix(AREA + area_of(figure, say))
