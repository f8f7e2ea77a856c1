"""Writing a store: schema, catalogue, reports, periods, units, findings, in one go into a new file."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import duckdb

from data.fold import fold
from data.grammar.period import Period
from data.store.cells import (
    indicator_cells,
    item_cells,
    observation_cells,
    passage_cells,
    period_cells,
    report_cells,
    review_cells,
    sector_cells,
    unit_cells,
)
from data.store.checks import run_checks
from data.store.release import release
from data.store.scripts import run, script

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from data.catalogue import Catalogue
    from data.reader.layout.document import Document
    from data.store.cells import Cells
    from data.store.records import ObservationRow, PassageRow, ReportRecord, ReviewRow


def write_store(
    path: Path,
    catalogue: Catalogue,
    records: Iterable[ReportRecord],
    reviews: Iterable[tuple[str, ReviewRow]] = (),
    progress: Callable[[float, str], None] = lambda _done, _what: None,
) -> None:
    """Write a new store.

    The file is in the storage format of DuckDB 1.5, so that other tools open it, and in small blocks, so that it stays small.

    Args:
        path: where no file is yet.
        catalogue: sectors, units, indicators and items.
        records: the reports with their passages and observations.
        reviews: (sha256 of the report, correction) pairs that were applied to the records.
        progress: called with the share done (0 to 1) and what is being done.
    """
    with open_for_writing(path) as connection:
        create_tables(connection)
        _append(connection, "meta", [{"key": "release", "value": release()}])
        _write_catalogue(connection, catalogue)
        writer = ReportWriter(connection)
        chosen = list(records)
        for position, record in enumerate(chosen):
            progress(0.1 + 0.7 * position / max(1, len(chosen)), record.report.label_vi)
            writer.write(record)
        write_reviews(connection, reviews)
        progress(0.85, "checks")
        writer.finish()
    progress(1.0, "")


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the empty tables of a new store, with a comment on each table and column."""
    run(connection, "schema")
    run(connection, "comments")
    for (statement,) in run(connection, "comments_shared"):
        connection.execute(statement)


def write_reviews(connection: duckdb.DuckDBPyConnection, reviews: Iterable[tuple[str, ReviewRow]]) -> None:
    """Append (sha256 of the report, correction) pairs to the reviews of an open store."""
    _append(connection, "review", (review_cells(sha, row) for sha, row in reviews))


@contextmanager
def open_for_writing(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection inside a transaction on the store file at ``path``, which is made if it does not exist.

    The transaction is committed when the block ends well; otherwise the file is as it was, unless `ReportWriter.finish` was
    reached: write to a file of your own and publish it when it is done.
    """
    connection = duckdb.connect()
    try:
        place = str(path).replace("'", "''")
        # Blocks of 16384 bytes make the file a fifth smaller, and reading its tables dearer by a third.
        form = "" if path.exists() else "(storage_version 'v1.5.0', block_size 32768)"
        connection.execute(f"attach '{place}' as store {form}")
        connection.execute("use store")
        connection.execute("begin")
        yield connection
        connection.execute("commit")
        connection.execute("checkpoint")
    finally:
        connection.close()


def attach_text(connection: duckdb.DuckDBPyConnection, report_id: str, document: Document, restored: Mapping[int, str]) -> None:
    """Give a report that shipped without text its text.

    Args:
        connection: the open store.
        report_id: the report.
        document: its parsed text.
        restored: the readable text of damaged passages, by id.
    """
    run(connection, "has_text", report=report_id)
    _append(connection, "source_text", [{"report_id": report_id, "raw": document.raw}])
    connection.executemany(
        script("attach_text"),
        [
            {"raw": passage.text, "text": text, "folded": fold(text), "report": report_id,
             "start": passage.source_start, "end": passage.source_end}
            for passage in document.passages for text in [restored.get(passage.id, passage.text)]
        ],
    )  # fmt: skip


class ReportWriter:
    """Appends the rows of reports to an open store, and finally what depends on all of them.

    New observations wait in the temporary table ``fresh``, because the store keeps them in the order of the catalogue: the
    figures of a sector, an indicator, a series stand together, and a pane reads only its part of the table.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        run(connection, "fresh")
        ((self._passages, self._observations),) = run(connection, "next_ids")

    def write(self, record: ReportRecord) -> None:
        """Append one report with its passages, observations and, if there is one, its text."""
        head = record.report
        ids = {row.ordinal: self._passages + index for index, row in enumerate(record.passages)}
        _append(self._connection, "report", [report_cells(record)])
        if record.text is not None:
            _append(self._connection, "source_text", [{"report_id": head.id, "raw": record.text}])
        _append(self._connection, "account", (
            {"report_id": head.id, "kind": kind, "count": count} for kind, count in record.account.items()
        ))  # fmt: skip
        _append(self._connection, "passage", (
            {"id": ids[row.ordinal], "report_id": head.id, "anchor_passage_id": anchor,
             **passage_cells(row, record.restored.get(row.ordinal, row.raw))}
            for row in record.passages for anchor in [None if row.anchor is None else ids.get(row.anchor)]
        ))  # fmt: skip
        self._write_observations(head.id, record.observations, ids)
        self._passages += len(record.passages)

    def rewrite(self, report_id: str, passages: Sequence[PassageRow], observations: Sequence[ObservationRow]) -> None:
        """Put other observations in place of those of a report that is in the store; its passages stay.

        Raises:
            KeyError: a passage is not the one that the store holds at its place.
        """
        known = {(start, kind): identity for start, kind, identity in run(self._connection, "passage_places", report=report_id)}
        ids = {row.ordinal: known[row.source_start, row.kind] for row in passages}
        run(self._connection, "forget_figures", report=report_id)
        self._write_observations(report_id, observations, ids)

    def erase(self, report_id: str) -> None:
        """Take a report out of the store, with all that is known of it and the decisions about it."""
        run(self._connection, "erase", report=report_id)

    def _write_observations(self, report_id: str, observations: Sequence[ObservationRow], passages: Mapping[int, int]) -> None:
        _append(self._connection, "fresh", (
            {"id": index, "report_id": report_id, "passage_id": passages[row.passage], **observation_cells(row)}
            for index, row in enumerate(observations, self._observations)
        ))  # fmt: skip
        self._observations += len(observations)

    def finish(self) -> None:
        """Fill in what depends on all reports: periods and units in use, the reports' order, the findings, the summaries.

        What was written so far is committed at every step: DuckDB plans well only for rows of which it has statistics, and
        version 2.0.0 may find a large temporary table empty in the transaction that filled it.
        """
        self._commit()
        run(self._connection, "gather")
        self._commit()
        periods, units = (run(self._connection, name) for name in ("used_periods", "used_units"))
        run(self._connection, "forget_uses")
        used = (Period.parse(text) for (text,) in periods)
        _append(self._connection, "period", map(period_cells, sorted(used, key=lambda period: (period.end, period.start))))
        _append(self._connection, "unit", (unit_cells(text) for (text,) in units))
        run(self._connection, "areas")
        run(self._connection, "arrange")
        self._commit()
        self._require_all_written()
        run(self._connection, "forget_fresh")
        run_checks(self._connection)
        self._commit()
        run(self._connection, "summary")

    def _require_all_written(self) -> None:
        ((waiting, written),) = run(self._connection, "unwritten")
        if waiting != written:
            raise RuntimeError(f"{waiting} figures were to be written, {written} are in the store")

    def _commit(self) -> None:
        self._connection.execute("commit")
        self._connection.execute("begin")


def _write_catalogue(connection: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> None:
    _append(connection, "sector", (sector_cells(sector, place) for place, sector in enumerate(catalogue.sectors, 1)))
    _append(connection, "indicator", (indicator_cells(one, place) for place, one in enumerate(catalogue.indicators, 1)))
    _append(connection, "item", (
        item_cells(item, one, place) for one in catalogue.indicators for place, item in enumerate(one.items, 1) if not item.same
    ))  # fmt: skip


def _append(connection: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Cells]) -> None:
    """Append rows that give every column of the table by its name.

    Raises:
        ValueError: a column has no cell, or a cell no column.
    """
    columns = connection.table(table).columns
    ordered = []
    for row in rows:
        if wrong := row.keys() ^ set(columns):
            raise ValueError(f"{table}: {', '.join(sorted(wrong))} is a cell without column, or a column without cell")
        ordered.append([row[column] for column in columns])
    if ordered:
        with connection.appender(table) as appender:
            appender.append_rows(ordered)
