"""From a reading of a report to the records that the store takes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from data.fold import fold
from data.grammar.period import Period
from data.reader.meaning.tokens import KINDS
from data.reader.restoring.restore import misread, restore, restore_passage
from data.store.records import ObservationRow, PassageRow, ReportRecord, ReportRow

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from data.catalogue import Catalogue
    from data.reader.layout.document import Document
    from data.reader.layout.passages import Passage
    from data.reader.layout.source import Source
    from data.reader.meaning.figures import Figure
    from data.reader.read import Reading
    from data.reader.restoring.restore import Restored


def report_row(document: Document, source: Source, taken: Container[str] = ()) -> ReportRow:
    """The head of a report that was just read.

    Its id is made of the file's name (with a piece of the sha256 if that id is ``taken``), its label of number and period.
    """
    head = document.head
    identity = re.sub(r"[^a-z0-9]+", "-", fold(PurePath(source.name).stem)).strip("-")
    label_vi, label_en = _labels(head.number, head.period, PurePath(source.name).stem)
    return ReportRow(
        id=identity if identity and identity not in taken else f"{identity}-{source.sha256[:8]}".strip("-"),
        sha256=source.sha256, number=head.number, kind=head.kind, title=head.title and readable(head.title, document),
        issuer=head.issuer, ref_area=head.ref_area, issued=head.issued, period=head.period, ocr=document.ocr,
        label_vi=label_vi, label_en=label_en,
    )  # fmt: skip


def record_of(reading: Reading, report: ReportRow) -> ReportRecord:
    """The record of a reading, with the report's text."""
    restored = restored_passages(reading)
    return ReportRecord(
        report, passage_rows(reading.document), observation_rows(reading, restored), reading.document.raw, texts_of(restored),
        account_of(reading),
    )  # fmt: skip


def account_of(reading: Reading) -> dict[str, int]:
    """The number tokens of a report counted by kind, in the order of `KINDS`, without kinds that have none."""
    counted = Counter(token.kind for token in reading.tokens)
    return {kind: counted[kind] for kind in KINDS if counted[kind]}


def readable(words: str, document: Document) -> str:
    """Words of a document, restored where the document is damaged."""
    return restore(words).text if document.ocr else words


def restored_passages(reading: Reading, wanted: Container[int] | None = None) -> dict[int, Restored]:
    """The passages of a damaged report with their words restored, by ordinal; none for a clean one.

    Args:
        reading: what was read.
        wanted: ordinals of the passages to restore; all if None.
    """
    if not reading.document.ocr:
        return {}
    digits = misread(reading.tokens)
    passages = [passage for passage in reading.document.passages if wanted is None or passage.id in wanted]
    return {passage.id: restore_passage(passage, digits) for passage in passages}


def texts_of(restored: Mapping[int, Restored]) -> dict[int, str]:
    """Only the texts of restored passages."""
    return {ordinal: passage.text for ordinal, passage in restored.items()}


def passage_rows(document: Document) -> list[PassageRow]:
    """The passages of a document, each with its raw text and its section's title in readable words."""
    titles = {title: readable(title, document) for title in {passage.section_title for passage in document.passages}}
    return [
        PassageRow(
            ordinal=passage.id, kind=passage.kind, section=passage.section, section_title=titles[passage.section_title],
            footnote=passage.footnote, page=passage.page, anchor=passage.anchor,
            source_start=passage.source_start, source_end=passage.source_end, raw=passage.text,
        )
        for passage in document.passages
    ]  # fmt: skip


def observation_rows(reading: Reading, restored: Mapping[int, Restored] | None = None) -> list[ObservationRow]:
    """The figures of a reading as rows; a figure that the catalogue does not know keeps its own words as subject.

    Args:
        reading: what was read.
        restored: its passages with their words restored, which subjects are taken from; made here if None.
    """
    restored = restored_passages(reading) if restored is None else restored
    passages = {passage.id: passage for passage in reading.document.passages}
    return [
        ObservationRow(
            passage=figure.passage, source_start=figure.source_start, source_end=figure.source_end,
            printed=figure.printed, value=figure.value, unit=figure.unit, measure=figure.measure, period=figure.period,
            base_period=figure.base_period, indicator=figure.indicator, item=figure.item, status=figure.status,
            bound=figure.bound, subject=_subject(figure, passages[figure.passage], restored.get(figure.passage)),
            repair=figure.repair, rule=figure.rule,
            confidence=round(figure.confidence, 2), reviewed=False,
        )
        for figure in reading.figures
    ]  # fmt: skip


def extracted_figures(reading: Reading, catalogue: Catalogue) -> list[dict[str, Any]]:
    """The figures of a reading as flat records with Vietnamese names, as `xulang extract` prints them.

    ``indicator`` is the catalogue's name, or the figure's own words, restored where the text is damaged, with ``known`` false.
    """
    strangers = {figure.passage for figure in reading.figures if figure.indicator is None}
    restored = restored_passages(reading, strangers)
    passages = {passage.id: passage for passage in reading.document.passages}
    records = []
    for figure in reading.figures:
        subject = _subject(figure, passages[figure.passage], restored.get(figure.passage))
        indicator = catalogue.by_id.get(figure.indicator or "")
        item = catalogue.item(indicator.id, figure.item) if indicator and figure.item else None
        records.append({
            "source_start": figure.source_start, "source_end": figure.source_end, "value": figure.value, "unit": figure.unit,
            "measure": figure.measure, "period": figure.period, "indicator": indicator.name_vi if indicator else subject or None,
            "item": item.name_vi if item else None, "known": indicator is not None, "sector": figure.sector,
            "section": figure.section, "footnote": figure.footnote,
            "qualifier": "ước" if figure.status == "E" else figure.bound, "subject": figure.subject,
            "confidence": round(figure.confidence, 2),
        })  # fmt: skip
    return records


def _subject(figure: Figure, passage: Passage, restored: Restored | None) -> str:
    """The words of the report that name a figure, restored where the passage is damaged."""
    if restored is None:
        return figure.subject
    words = []
    for start, end in figure.words:
        first, last = bisect_left(passage.offsets, start), bisect_left(passage.offsets, end)
        words.append(restored.text[bisect_left(restored.offsets, first) : bisect_left(restored.offsets, last)])
    return " ".join(" ".join(words).split())


def _labels(number: str | None, period: str | None, name: str) -> tuple[str, str]:
    if number and (digits := re.match(r"\d+", number)):
        return f"BC {digits.group()}", f"Report {digits.group()}"
    if period:
        when = Period.parse(period)
        return f"BC {when.label('vi')}", f"Report {when.label('en')}"
    return name, name
