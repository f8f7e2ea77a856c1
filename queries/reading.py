"""The questions of the reading view: a report with its figures, and what all of its numbers were taken for."""

from __future__ import annotations

from typing import Any, NamedTuple

from queries.question import Question


class ReportPassageRow(NamedTuple):
    """A passage of a report with its figures.

    ``source`` is the raw text from the passage's first to its last character, other passages between them included; the texts
    are None where they are not at hand. Each of ``figures`` names id, series, subject, period, measure, value and place.
    """

    id: int
    kind: str
    section: str | None
    section_title: str | None
    footnote: str | None
    page: int | None
    source_start: int
    source_end: int
    raw: str | None
    repaired: str | None
    source: str | None
    figures: list[dict[str, Any]] | None


class AccountRow(NamedTuple):
    """How many numbers of a report were taken for one kind of thing."""

    report_id: str
    kind: str
    numbers: int


READING = Question("reading/passages", ReportPassageRow)
ACCOUNT = Question("reading/account", AccountRow)
