"""The questions of the review screen: figures of added reports, decisions about them, and what a correction may choose from."""

from __future__ import annotations

from typing import NamedTuple

from queries.panes import NameRow
from queries.question import Question


class ReviewFigureRow(NamedTuple):
    """A figure of an added report; ``warned`` where a check says that it cannot be right together with another one."""

    sha256: str
    report_vi: str
    report_en: str
    passage_id: int
    observation_id: int
    indicator_id: str | None
    item_id: str | None
    indicator_vi: str | None
    indicator_en: str | None
    item_vi: str | None
    item_en: str | None
    subject: str | None
    period_id: str
    period_vi: str
    period_en: str
    measure: str
    value: float
    unit: str
    unit_en: str
    bound: str | None
    status: str
    printed: str
    source_start: int
    source_end: int
    confidence: float
    reviewed: bool
    warned: bool


class DecisionRow(NamedTuple):
    """A decision about a number; ``patch`` holds its new fields in JSON."""

    sha256: str
    source_start: int
    source_end: int
    action: str
    patch: str
    note: str
    printed: str


class PassagePlaceRow(NamedTuple):
    """Where a passage of an added report stands."""

    sha256: str
    report_vi: str
    report_en: str
    id: int
    source_start: int
    source_end: int


class TextRow(NamedTuple):
    """The text of an added report."""

    sha256: str
    raw: str


class UnitRow(NamedTuple):
    """A unit of measure."""

    id: str
    name_en: str


FIGURES = Question("review_figures", ReviewFigureRow)
DECISIONS = Question("review_decisions", DecisionRow)
PASSAGES = Question("review_passages", PassagePlaceRow)
NAMES = Question("review_names", NameRow)
TEXTS = Question("review_texts", TextRow)
UNITS = Question("review_units", UnitRow)
