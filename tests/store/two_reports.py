"""Two invented reports, an earlier and a later one, whose figures are checked against each other.

The records of a test stand in its mark, because those of all tests of a file are written into one store.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.store.conftest import figure, record, report

if TYPE_CHECKING:
    from data.store.records import ObservationRow, ReportRecord
    from tests.store.conftest import Finding


EARLY, LATE = date(2025, 9, 1), date(2026, 4, 1)
records = pytest.mark.records
"""Gives a test the records of its reports; `findings` is what all checks say of them."""


def rules(findings: list[Finding]) -> list[tuple[str, str]]:
    """The rules that found something, and how grave that is."""
    return [(one.rule, one.severity) for one in findings]


def early(*figures: ObservationRow) -> ReportRecord:
    """The earlier report with these figures."""
    return record(report("a", EARLY), *figures)


def late(*figures: ObservationRow, period: str = "2025-M01/M08") -> ReportRecord:
    """The later report with these figures, mainly about a period."""
    return record(report("b", LATE, period), *figures)


def rate(value: float, printed: str, start: int = 0, **changes: object) -> ObservationRow:
    """A poverty rate of 2025 as it is printed at a place."""
    return figure(
        value,
        printed,
        unit="%",
        indicator="poverty_rate",
        item=None,
        period="2025",
        source_start=start,
        source_end=start + 4,
        **changes,
    )


def output_with(measure: str, value: float, level: float, unit: str, period: str) -> list[ObservationRow]:
    """A level of one output, with its share of the plan or its change on last year."""
    said = figure(value, f"{value:g}", unit="%", measure=measure, period=period, source_start=20, source_end=24)
    return [figure(level, f"{level:g}", unit=unit, period=period), said]
