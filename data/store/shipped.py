"""The reports whose reviewed figures ship with the program: heads in reports.toml, rows in data/observations/*.csv."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.store.records import ObservationRow, PassageRow, ReportRecord, ReportRow, ReviewRow, read_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

DATA = Path(__file__).parent.parent
OBSERVATIONS = DATA / "observations"
PASSAGES = DATA / "passages"
REVIEW = DATA / "review"
HEADS = DATA / "reports.toml"


def heads() -> list[ReportRow]:
    """The heads of the shipped reports, reviewed by hand, in order of issue."""
    with HEADS.open("rb") as file:
        return [_head(table) for table in tomllib.load(file)["report"]]


def section_titles(report_id: str) -> Mapping[str, str]:
    """The reviewed short titles of a report's sections, by section number."""
    with HEADS.open("rb") as file:
        found: dict[str, Any] = next((table for table in tomllib.load(file)["report"] if table["id"] == report_id), {})
    titles: Mapping[str, str] = found.get("sections", {})
    return titles


def shipped_records() -> list[ReportRecord]:
    """The shipped reports with their passages and reviewed observations, without text.

    Raises:
        ValueError: a file under data/ was edited into something that is no row; the message names file and line.
    """
    return [
        ReportRecord(
            head,
            read_rows(PASSAGES / f"{head.id}.csv", PassageRow),
            read_rows(OBSERVATIONS / f"{head.id}.csv", ObservationRow),
        )
        for head in heads()
    ]


def shipped_reviews() -> list[tuple[str, ReviewRow]]:
    """(sha256 of the report, correction) for every reviewed correction that ships."""
    return [(head.sha256, row) for head in heads() for row in read_rows(REVIEW / f"{head.id}.csv", ReviewRow)]


def _head(table: dict[str, object]) -> ReportRow:
    return ReportRow(**{name: value for name, value in {**_BLANK, **table}.items() if name != "sections"})  # type: ignore[arg-type]


_BLANK: dict[str, object] = dict.fromkeys(("number", "kind", "title", "issuer", "ref_area", "issued", "period"))
