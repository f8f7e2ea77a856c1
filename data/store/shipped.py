"""The reports whose reviewed figures ship with the program: heads in reports.toml, rows in data/observations/*.csv."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import tomli

from data.store.records import AccountRow, ObservationRow, PassageRow, ReportRecord, ReportRow, ReviewRow, read_rows

DATA = Path(__file__).parent.parent
OBSERVATIONS = DATA / "observations"
PASSAGES = DATA / "passages"
REVIEW = DATA / "review"
HEADS = DATA / "reports.toml"
ACCOUNT = DATA / "account.csv"


def heads() -> list[ReportRow]:
    """The heads of the shipped reports, reviewed by hand, in order of issue."""
    return [_head(table) for table in _reports()["report"]]


def by_text() -> dict[str, ReportRow]:
    """The heads of the shipped reports by the hash that all copies of their text have."""
    return {table["text_sha256"]: _head(table) for table in _reports()["report"]}


def section_title(report_id: str, section: str) -> str:
    """The reviewed short title of a section of a shipped report, or of the nearest section above it that has one."""
    titles = _outlines()[report_id]
    while section and section not in titles:
        section = section.rpartition(".")[0]
    return titles.get(section, "")


def shipped_records() -> list[ReportRecord]:
    """The shipped reports with their passages and reviewed observations, without text.

    Raises:
        ValueError: a file under data/ was edited into something that is no row; the message names file and line.
    """
    account = read_rows(ACCOUNT, AccountRow)
    return [
        ReportRecord(
            head,
            read_rows(PASSAGES / f"{head.id}.csv", PassageRow),
            read_rows(OBSERVATIONS / f"{head.id}.csv", ObservationRow),
            account={row.kind: row.count for row in account if row.report == head.id},
        )
        for head in heads()
    ]


def shipped_reviews() -> list[tuple[str, ReviewRow]]:
    """(sha256 of the report, correction) for every reviewed correction that ships."""
    return [(head.sha256, row) for head in heads() for row in read_rows(REVIEW / f"{head.id}.csv", ReviewRow)]


@cache
def _reports() -> dict[str, Any]:
    with HEADS.open("rb") as file:
        return tomli.load(file)


def _outlines() -> dict[str, dict[str, str]]:
    file = _reports()
    return {table["id"]: file["outline"][table["outline"]] for table in file["report"]}


def _head(table: dict[str, Any]) -> ReportRow:
    known = dict.fromkeys(field.name for field in fields(ReportRow))
    return ReportRow(**{**known, **{name: value for name, value in table.items() if name in known}})
