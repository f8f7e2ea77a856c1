"""What ships: rows that fit the catalogue, and, where the reports are at hand, exactly what the reader and the review give."""

from __future__ import annotations

from functools import cache

import pytest

from data.catalogue import Catalogue
from data.grammar.period import Period
from data.reader.meaning.tokens import KINDS
from data.reader.read import read_report
from data.store import shipped
from data.store.corrections import REVIEWED, corrections
from data.store.records import ObservationRow, ReportRecord, ReviewRow
from data.store.review import apply_corrections
from data.store.ship import rows_of, texts_by_hash
from tests.store.conftest import figure
from tests.store.small_passage import COAL, PASSAGES, TEXT
from tests.whole_reports import REPORTS, needs_reports

SHIPPED = [head.id for head in shipped.heads()]


@cache
def records() -> dict[str, ReportRecord]:
    """The shipped reports by their names."""
    return {record.report.id: record for record in shipped.shipped_records()}


@pytest.mark.parametrize("report_id", SHIPPED)
def test_every_shipped_figure_is_reviewed_and_known_to_the_catalogue(report_id: str) -> None:
    catalogue = Catalogue.load()
    passages = {row.ordinal for row in records()[report_id].passages}
    for row in records()[report_id].observations:
        assert row.reviewed
        assert row.passage in passages
        assert Period.parse(row.period).id == row.period
        assert row.indicator in catalogue.by_id, row
        if row.item:
            assert catalogue.item(row.indicator, row.item).id == row.item


@pytest.mark.parametrize("report_id", SHIPPED)
def test_no_figure_is_read_twice(report_id: str) -> None:
    starts = [row.source_start for row in records()[report_id].observations]
    assert len(starts) == len(set(starts)) > 300


@pytest.mark.parametrize("report_id", SHIPPED)
def test_every_shipped_report_has_an_account_of_all_its_numbers(report_id: str) -> None:
    record = records()[report_id]
    assert set(record.account) <= set(KINDS)
    assert record.account["figure"] > 0.9 * len(record.observations)
    assert record.account.get("unexplained", 0) == 0


@needs_reports
@pytest.mark.parametrize("report_id", SHIPPED)
def test_make_data_would_change_no_reviewed_figure(report_id: str) -> None:
    head = records()[report_id].report
    _, rows = rows_of(head, read_report(texts_by_hash(REPORTS)[head.sha256], Catalogue.load()))

    def answers(found: list[ObservationRow]) -> list[tuple[object, ...]]:
        return [(row.source_start, row.source_end, *(getattr(row, name) for name in REVIEWED)) for row in found]

    assert answers(rows) == answers(records()[report_id].observations), "run: make corrections && make data"


def test_corrections_explain_the_truth_whatever_the_reader_gives() -> None:
    wrong = figure(22.0, "22", source_start=1, source_end=3, reviewed=False)
    truth = [
        figure(229.5, "228,91", source_start=9, source_end=15),
        figure(12.0, "12", source_start=29, source_end=31, unit="mỏ", item=None, passage=4),
    ]
    accepted = ReviewRow(0, len(TEXT), "accept", "", "")
    explained = corrections([wrong, COAL], truth, [accepted])
    assert [row.action for row in explained] == ["reject", "correct", "add", "accept"]
    rows = apply_corrections([wrong, COAL], explained, PASSAGES, TEXT)
    assert [[getattr(row, name) for name in REVIEWED] for row in rows] == [
        [getattr(row, name) for name in REVIEWED] for row in truth
    ]
