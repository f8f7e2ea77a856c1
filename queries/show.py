"""The questions of the plain verbs (show, export, checks)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from queries.panes import SectorRow
from queries.question import Question

if TYPE_CHECKING:
    from datetime import date


class SourcedFigureRow(NamedTuple):
    """One figure with its source, for reading; value in the printed unit."""

    indicator_vi: str
    indicator_en: str
    item_vi: str | None
    item_en: str | None
    period_id: str
    period_vi: str
    period_en: str
    measure: str
    base_period: str | None
    base_vi: str | None
    base_en: str | None
    value: float
    unit: str
    unit_en: str
    bound: str | None
    up_to: float | None
    out_of: float | None
    status: str
    report_vi: str
    report_en: str
    section: str | None
    footnote: str | None
    disputed: bool


class ExportRow(NamedTuple):
    """One figure with all that is known of it, for other programs."""

    sector: str | None
    indicator: str | None
    indicator_vi: str | None
    indicator_en: str | None
    item_vi: str | None
    item_en: str | None
    period: str
    measure: str
    base_period: str | None
    value: float
    unit: str
    value_base: float
    status: str
    bound: str | None
    up_to: float | None
    out_of: float | None
    report: str
    report_number: str | None
    issued: date | None
    section: str | None
    footnote: str | None
    page: int | None
    printed: str
    source_start: int
    source_end: int
    confidence: float
    reviewed: bool
    disputed: bool
    subject: str | None


class SourcedFindingRow(NamedTuple):
    """One finding of the checks with the places of both figures."""

    severity: str
    rule: str
    sector: str | None
    indicator_vi: str | None
    indicator_en: str | None
    item_vi: str | None
    item_en: str | None
    period: str
    period_vi: str
    period_en: str
    measure: str
    message_vi: str
    message_en: str
    report_vi: str
    section: str | None
    footnote: str | None
    other_report_vi: str | None
    other_section: str | None
    other_footnote: str | None


class LookRow(NamedTuple):
    """The newest figures of an indicator or item in one period, in one unit."""

    indicator: str
    item: str | None
    period: str
    level: float | None
    unit: str | None
    plan_pct: float | None
    change_pct: float | None
    reports: str


SECTORS = Question("show/sectors", SectorRow)
FIGURES = Question("show/figures", SourcedFigureRow)
ALL = Question("show/all", ExportRow)
FINDINGS = Question("show/findings", SourcedFindingRow)
FIRST_LOOK = Question("show/first_look", LookRow)
