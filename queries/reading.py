"""The questions of the reading view: a report with its figures, and its number account."""

from __future__ import annotations

from typing import NamedTuple

from queries.panes import FigureRow
from queries.question import Question


class ReportPassageRow(NamedTuple):
    """A passage of a report.

    ``source`` is the raw text from the passage's first to its last character, other passages between them included; the texts
    are None where they are not at hand.
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


class AccountRow(NamedTuple):
    """How many numbers of a report are of one kind."""

    report_id: str
    kind: str
    numbers: int


READING = Question("reading/passages", ReportPassageRow)
FIGURES = Question("reading/figures", FigureRow, repeats=True)
ACCOUNT = Question("reading/account", AccountRow)
