"""The questions of the review screen: figures of added reports, decisions about them, and what a correction may choose from."""

from __future__ import annotations

from typing import NamedTuple

from queries.panes import FigureRow
from queries.question import Question


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


FIGURES = Question("review/figures", FigureRow)
DECISIONS = Question("review/decisions", DecisionRow)
PASSAGES = Question("review/passages", PassagePlaceRow)
TEXTS = Question("review/texts", TextRow)
UNITS = Question("review/units", UnitRow)
