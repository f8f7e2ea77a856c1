"""The questions of the explorer's panes."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - the row types are read at run time by the tests
from typing import NamedTuple

from queries.question import Question


class SectorRow(NamedTuple):
    """A sector with its counts; the id ``?`` stands for the figures that the catalogue does not know."""

    id: str
    name_vi: str
    name_en: str
    short_vi: str
    short_en: str
    indicators: int
    figures: int
    disputed: int


class PeriodRow(NamedTuple):
    """A period that has figures; it is the main period of ``main_of`` reports."""

    id: str
    kind: str
    start_date: date
    end_date: date
    label_vi: str
    label_en: str
    figures: int
    main_of: int


class SeriesRow(NamedTuple):
    """An indicator, or one item of it, that has figures; ``course`` is its levels in time, in base units.

    ``good`` is ``up`` where more of it is good, ``down`` where less is.
    """

    sector_id: str
    indicator_id: str
    item_id: str | None
    indicator_vi: str
    indicator_en: str
    item_vi: str | None
    item_en: str | None
    indicator_folded: str
    item_folded: str | None
    agg: str
    unit: str | None
    unit_en: str | None
    base: str | None
    mult: float | None
    figures: int
    disputed: int
    course: list[float] | None
    definition_vi: str | None
    definition_en: str | None
    good: str | None


class CellRow(NamedTuple):
    """The newest figure of a series in a column; ``period_id`` is what it is really about."""

    indicator_id: str
    item_id: str | None
    column_id: str
    period_id: str
    period_vi: str
    period_en: str
    measure: str
    base_vi: str | None
    base_en: str | None
    value: float
    value_base: float
    unit: str
    unit_en: str
    base: str
    bound: str | None
    up_to: float | None
    up_to_base: float | None
    out_of: float | None
    status: str
    observation_id: int
    passage_id: int
    disputed: bool


class UnknownRow(NamedTuple):
    """A figure that the catalogue does not know."""

    subject: str
    period_id: str
    period_vi: str
    period_en: str
    measure: str
    base_vi: str | None
    base_en: str | None
    value: float
    value_base: float
    unit: str
    unit_en: str
    base: str
    bound: str | None
    up_to: float | None
    up_to_base: float | None
    out_of: float | None
    status: str
    observation_id: int
    report_id: str
    source_start: int
    passage_id: int


class PassageRow(NamedTuple):
    """A passage with its report; the texts are None where the store has none."""

    id: int
    report_id: str
    report_vi: str
    report_en: str
    number: str | None
    ocr: bool
    kind: str
    section: str | None
    section_title: str | None
    footnote: str | None
    page: int | None
    source_start: int
    source_end: int
    raw: str | None
    repaired: str | None


class SourceRow(NamedTuple):
    """Where a passage stands."""

    id: int
    report_vi: str
    report_en: str
    number: str | None
    section: str | None
    footnote: str | None
    page: int | None


class FigureRow(NamedTuple):
    """One figure of a passage; ``disputed`` where a check says that it cannot be right together with another one."""

    observation_id: int
    passage_id: int
    report_vi: str
    report_en: str
    sector_id: str | None
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
    base_vi: str | None
    base_en: str | None
    value: float
    unit: str
    unit_en: str
    bound: str | None
    up_to: float | None
    out_of: float | None
    status: str
    printed: str
    source_start: int
    source_end: int
    good: str | None
    confidence: float
    reviewed: bool
    disputed: bool


class ReadingRow(NamedTuple):
    """One reading of a series: the figure of one report, and its place; ``base_period`` is what a comparison compares with.

    A range goes from ``value`` ``up_to`` its other end; a rank is one ``out_of`` so many.
    """

    indicator_id: str
    item_id: str | None
    period_id: str
    period_kind: str
    start_date: date
    end_date: date
    period_vi: str
    period_en: str
    measure: str
    base_period: str | None
    base_vi: str | None
    base_en: str | None
    value: float
    value_base: float
    unit: str
    unit_en: str
    base: str
    bound: str | None
    up_to: float | None
    up_to_base: float | None
    out_of: float | None
    status: str
    printed: str
    repair: str | None
    confidence: float
    reviewed: bool
    observation_id: int
    passage_id: int
    report_id: str
    report_vi: str
    report_en: str
    number: str | None
    section: str | None
    footnote: str | None
    page: int | None
    source_start: int
    disputed: bool


class FindingRow(NamedTuple):
    """One finding, with the series and the passages that it is about."""

    id: int
    rule: str
    severity: str
    observation_id: int
    other_id: int | None
    message_vi: str
    message_en: str
    sector_id: str | None
    indicator_id: str | None
    item_id: str | None
    indicator_vi: str | None
    indicator_en: str | None
    item_vi: str | None
    item_en: str | None
    period_id: str
    period_vi: str
    period_en: str
    measure: str
    report_id: str
    source_start: int
    passage_id: int
    other_report_id: str | None
    other_source_start: int | None
    other_passage_id: int | None


class NoteFindingRow(NamedTuple):
    """A finding about a figure of a passage."""

    id: int
    severity: str
    observation_id: int
    other_id: int | None
    message_vi: str
    message_en: str


class ReportRow(NamedTuple):
    """A report and what the store holds of it; ``decisions`` is how many were made in the review of an added one."""

    id: str
    number: str | None
    kind: str | None
    title: str | None
    issuer: str | None
    ref_area: str | None
    issued: date | None
    period_vi: str | None
    period_en: str | None
    ocr: bool
    has_text: bool
    label_vi: str
    label_en: str
    figures: int
    unknown: int
    reviewed: int
    passages: int
    notes: int
    disputed: int
    shipped: bool
    decisions: int


class NameRow(NamedTuple):
    """A name to be searched; ``within`` is the sector of an indicator, the indicator of an item.

    ``folded_whole`` is an item's own name and that of its indicator.
    """

    kind: str
    sector_id: str
    indicator_id: str
    item_id: str | None
    name_vi: str
    name_en: str
    folded: str
    folded_en: str
    folded_whole: str
    within_vi: str
    within_en: str
    figures: int


class FoundPassageRow(NamedTuple):
    """A passage, or the words of a figure without a place in the catalogue, that hold what was searched."""

    kind: str
    passage_id: int
    report_vi: str
    report_en: str
    section: str | None
    footnote: str | None
    words: str | None
    folded: str | None
    position: int


class FoundFigureRow(NamedTuple):
    """A figure whose printed number was searched, with its place."""

    observation_id: int
    passage_id: int
    report_id: str
    report_vi: str
    report_en: str
    number: str | None
    section: str | None
    footnote: str | None
    page: int | None
    source_start: int
    sector_id: str | None
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
    base_vi: str | None
    base_en: str | None
    value: float
    unit: str
    unit_en: str
    bound: str | None
    up_to: float | None
    out_of: float | None
    status: str
    disputed: bool


SECTORS = Question("panes/sectors", SectorRow)
PERIODS = Question("panes/periods", PeriodRow)
SERIES = Question("panes/series", SeriesRow, repeats=True)
CELLS = Question("panes/cells", CellRow)
UNKNOWN = Question("panes/unknown", UnknownRow)
PASSAGES = Question("panes/passages", PassageRow)
PASSAGE_FIGURES = Question("panes/passage_figures", FigureRow, repeats=True)
PASSAGE_FINDINGS = Question("panes/passage_findings", NoteFindingRow)
READINGS = Question("panes/readings", ReadingRow, repeats=True)
SECTOR_READINGS = Question("panes/sector_readings", ReadingRow)
FINDINGS = Question("panes/findings", FindingRow)
REPORT_CELLS = Question("panes/report_cells", CellRow)
REPORTS = Question("panes/reports", ReportRow)
NAMES = Question("panes/names", NameRow, repeats=True)
FOUND_PASSAGES = Question("panes/found_passages", FoundPassageRow)
FOUND_FIGURES = Question("panes/found_figures", FoundFigureRow)
SOURCES = Question("panes/sources", SourceRow)
