"""From a reading of a report to the records that the store takes."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from data.fold import fold
from data.grammar.period import Period
from data.store.records import ObservationRow, PassageRow, ReportRecord, ReportRow

if TYPE_CHECKING:
    from collections.abc import Container

    from data.reader.document import Document
    from data.reader.read import Reading
    from data.reader.source import Source


def report_row(document: Document, source: Source, taken: Container[str] = ()) -> ReportRow:
    """The head of a report that was just read.

    Its id is made of the file's name (with a piece of the sha256 if that id is ``taken``), its label of number and period.
    """
    head = document.head
    identity = re.sub(r"[^a-z0-9]+", "-", fold(PurePath(source.name).stem)).strip("-")
    label_vi, label_en = _labels(head.number, head.period, PurePath(source.name).stem)
    return ReportRow(
        id=identity if identity and identity not in taken else f"{identity}-{source.sha256[:8]}".strip("-"),
        sha256=source.sha256, number=head.number, kind=head.kind, title=head.title, issuer=head.issuer,
        ref_area=head.ref_area, issued=head.issued, period=head.period, ocr=document.ocr,
        label_vi=label_vi, label_en=label_en,
    )  # fmt: skip


def record_of(reading: Reading, report: ReportRow) -> ReportRecord:
    """Everything one reading gives, with the report's text."""
    return ReportRecord(report, passage_rows(reading.document), observation_rows(reading), reading.document.raw)


def passage_rows(document: Document) -> list[PassageRow]:
    """The passages of a document, each with its raw text."""
    return [
        PassageRow(
            ordinal=passage.id, kind=passage.kind, section=passage.section, section_title=passage.section_title,
            footnote=passage.footnote, page=passage.page, anchor=passage.anchor,
            source_start=passage.source_start, source_end=passage.source_end, raw=passage.text,
        )
        for passage in document.passages
    ]  # fmt: skip


def observation_rows(reading: Reading) -> list[ObservationRow]:
    """The figures of a reading as rows; a figure that the catalogue does not know keeps its own words as subject."""
    return [
        ObservationRow(
            passage=figure.passage, source_start=figure.source_start, source_end=figure.source_end,
            printed=figure.printed, value=figure.value, unit=figure.unit, measure=figure.measure, period=figure.period,
            base_period=figure.base_period, indicator=figure.indicator, item=figure.item, status=figure.status,
            bound=figure.bound, subject=figure.subject, repair=figure.repair, rule=figure.rule,
            confidence=round(figure.confidence, 2), reviewed=False,
        )
        for figure in reading.figures
    ]  # fmt: skip


def _labels(number: str | None, period: str | None, name: str) -> tuple[str, str]:
    if number and (digits := re.match(r"\d+", number)):
        return f"BC {digits.group()}", f"Report {digits.group()}"
    if period:
        when = Period.parse(period)
        return f"BC {when.label('vi')}", f"Report {when.label('en')}"
    return name, name
