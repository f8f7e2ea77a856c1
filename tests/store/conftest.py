"""Records of an invented report, and a store made of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import duckdb
import pytest

from data.catalogue import Catalogue, Indicator, Item, Sector
from data.store.records import ObservationRow, PassageRow, ReportRecord, ReportRow
from data.store.write import ReportWriter, open_for_writing, write_store

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

COAL = Item("coal", "Than", "Coal", "nghìn tấn", ("than",))
OUTPUT = Indicator("output", "industry", "Sản lượng", "Output", "", "flow", ("sản lượng",), items=(COAL,))
RATE = Indicator("poverty_rate", "social", "Tỷ lệ hộ nghèo", "Poverty rate", "%", "rate", ("tỷ lệ hộ nghèo",))
HERD = Indicator("herd", "industry", "Đàn vật nuôi", "Livestock", "con", "stock", ("đàn vật nuôi",))
SECTORS = (Sector("industry", "Công nghiệp", "Industry"), Sector("social", "Xã hội", "Society"))


Written = Callable[..., duckdb.DuckDBPyConnection]
"""Writes the given records into a new store and opens it."""


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Two sectors, a flow with one item, a rate and a stock."""
    return Catalogue(SECTORS, (OUTPUT, RATE, HERD), {each.id: each for each in (OUTPUT, RATE, HERD)})


def report(name: str, issued: date | None, period: str | None = "2025-M01/M08", kind: str = "monthly") -> ReportRow:
    """The head of an invented report."""
    return ReportRow(name, f"sha-{name}", None, kind, None, None, "Mẫu", issued, period, False, f"BC {name}", f"Report {name}")


def figure(value: float, printed: str, **changes: object) -> ObservationRow:
    """A level of coal output for eight months of 2025 at the beginning of the passage, changed as wanted."""
    plain = ObservationRow(
        passage=0, source_start=0, source_end=len(printed), printed=printed, value=value, unit="nghìn tấn", measure="value",
        period="2025-M01/M08", base_period=None, indicator="output", item="coal", status="A", bound=None, subject=None,
        repair=None, rule="level", confidence=0.9, reviewed=True,
    )  # fmt: skip
    return replace(plain, **changes)  # type: ignore[arg-type]


def record(head: ReportRow, *figures: ObservationRow, text: str | None = None) -> ReportRecord:
    """A report of one passage."""
    return ReportRecord(head, [PassageRow(0, "body", "II.1", "Công nghiệp", None, 1, None, 0, 100)], list(figures), text)


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Path:
    """A store without reports. Read only: half the time of writing a small store is its tables and their comments."""
    path = tmp_path_factory.mktemp("empty") / "empty.duckdb"
    write_store(path, catalogue, [])
    return path


@pytest.fixture
def written(tmp_path: Path, empty_store: Path) -> Written:
    """Write the given records into a new store and open it."""

    def write(*records: ReportRecord) -> duckdb.DuckDBPyConnection:
        path = tmp_path / "written.duckdb"
        shutil.copyfile(empty_store, path)
        with open_for_writing(path) as connection:
            writer = ReportWriter(connection)
            for record in records:
                writer.write(record)
            writer.finish()
        return duckdb.connect(str(path), read_only=True)

    return write
