"""Records of an invented report, and a store made of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import duckdb
import pytest

from data.catalogue import Catalogue, Indicator, Item, Sector
from data.store.records import ObservationRow, PassageRow, ReportRecord, ReportRow
from data.store.write import ReportWriter, open_for_writing, write_store
from tests.conftest import made_once

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

COAL = Item("coal", "Than", "Coal", "nghìn tấn", ("than",))
OUTPUT = Indicator("output", "industry", "Sản lượng", "Output", "", "flow", ("sản lượng",), items=(COAL,))
RATE = Indicator("poverty_rate", "social", "Tỷ lệ hộ nghèo", "Poverty rate", "%", "rate", ("tỷ lệ hộ nghèo",))
HERD = Indicator("herd", "industry", "Đàn vật nuôi", "Livestock", "con", "stock", ("đàn vật nuôi",))
BALANCE = replace(OUTPUT, id="balance", falls=True, items=())
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
def empty_store(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Iterator[Path]:
    """A store without reports. Read only: half the time of writing a small store is its tables and their comments."""
    yield from made_once(tmp_path_factory, "empty", lambda path: write_store(path, catalogue, []))


@pytest.fixture
def written_and_checked(tmp_path: Path, empty_store: Path) -> Written:
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


@pytest.fixture
def written(written_and_checked: Written, unchecked: None) -> Written:
    """Write the given records into a new store, without checks, and open it."""
    return written_and_checked


class Finding(NamedTuple):
    """What a check says of two figures."""

    rule: str
    severity: str
    expected: float
    got: float
    message_vi: str
    message_en: str


@pytest.fixture(scope="module")
def cases(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """One store of the records of every test of a module that is marked with ``records``.

    The reports and indicators of a test have names of their own in it, so that no figure of one test meets that of another.
    """
    tests = [item for item in request.session.items if item.path == request.path and item.get_closest_marker("records")]
    path = tmp_path_factory.mktemp("cases") / "cases.duckdb"
    own = [replace(each, id=_own(item, each.id)) for item in tests for each in (OUTPUT, RATE, HERD, BALANCE)]
    write_store(path, Catalogue(SECTORS, tuple(own), {each.id: each for each in own}), [
        ReportRecord(
            replace(one.report, id=_own(item, one.report.id), sha256=_own(item, one.report.sha256)),
            one.passages,
            [replace(row, indicator=_own(item, row.indicator)) for row in one.observations],
        )
        for item in tests for one in _records(item)
    ])  # fmt: skip
    with duckdb.connect(str(path), read_only=True) as store:
        yield store


@pytest.fixture
def findings(request: pytest.FixtureRequest, cases: duckdb.DuckDBPyConnection) -> list[Finding]:
    """What all checks say of the records that the test is marked with, in order of the rules."""
    own = [_own(request.node, one.report.id) for one in _records(request.node)]
    query = """select finding.rule, severity, expected, got, message_vi, message_en
        from finding join observation on observation.id = observation_id where report_id in (select unnest($1)) order by 1"""
    return [Finding(*row) for row in cases.execute(query, [own]).fetchall()]


def _records(test: pytest.Item) -> tuple[ReportRecord, ...]:
    mark = test.get_closest_marker("records")
    assert mark is not None, "the test is marked with no records"
    return mark.args


def _own(test: pytest.Item, name: str | None) -> str:
    return f"{name} of {test.name}"
