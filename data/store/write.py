"""Writing a store: schema, catalogue, reports, periods, units, findings, in one go into a new file."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import duckdb

from data.fold import fold
from data.grammar.number import half_unit
from data.grammar.period import Period
from data.grammar.unit import unit_of
from data.store.checks import run_checks
from data.store.records import review_cells
from data.store.release import release
from data.store.scripts import script

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from data.catalogue import Catalogue
    from data.reader.layout.document import Document
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
        _append(connection, "meta", [("release", release())])
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
    connection.execute(script("schema"))
    connection.execute(script("comments"))
    for (statement,) in connection.execute(script("comments_shared")).fetchall():
        connection.execute(statement)


def write_reviews(connection: duckdb.DuckDBPyConnection, reviews: Iterable[tuple[str, ReviewRow]]) -> None:
    """Append (sha256 of the report, correction) pairs to the reviews of an open store."""
    _append(connection, "review", [(sha, *review_cells(row)) for sha, row in reviews])


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
    connection.execute("update report set has_text = true where id = ?", [report_id])
    _append(connection, "source_text", [(report_id, document.raw)])
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
        connection.execute("create or replace temp table fresh as from observation limit 0")
        self._passages = self._next("passage")
        self._observations = self._next("observation")

    def write(self, record: ReportRecord) -> None:
        """Append one report with its passages, observations and, if there is one, its text."""
        head = record.report
        cells = (head.id, head.sha256, head.number, head.kind, head.title, head.issuer, head.ref_area, head.issued)
        has_text = record.text is not None
        rest = (head.period, head.ocr, has_text, 0, head.label_vi, head.label_en, not has_text)
        _append(self._connection, "report", [(*cells, *rest)])
        if record.text is not None:
            _append(self._connection, "source_text", [(head.id, record.text)])
        _append(self._connection, "account", [(head.id, kind, count) for kind, count in record.account.items()])
        ids = {row.ordinal: self._passages + index for index, row in enumerate(record.passages)}
        _append(self._connection, "passage", [
            (ids[row.ordinal], head.id, row.kind, row.section, row.section_title, row.footnote, row.page,
             None if row.anchor is None else ids.get(row.anchor), row.source_start, row.source_end,
             row.raw, text, None if text is None else fold(text))
            for row in record.passages for text in [record.restored.get(row.ordinal, row.raw)]
        ])  # fmt: skip
        self._write_observations(head.id, record.observations, ids)
        self._passages += len(record.passages)

    def rewrite(self, report_id: str, passages: Sequence[PassageRow], observations: Sequence[ObservationRow]) -> None:
        """Put other observations in place of those of a report that is in the store; its passages stay.

        Raises:
            KeyError: a passage is not the one that the store holds at its place.
        """
        rows = self._connection.execute("select source_start, kind, id from passage where report_id = ?", [report_id]).fetchall()
        known = {(start, kind): identity for start, kind, identity in rows}
        ids = {row.ordinal: known[row.source_start, row.kind] for row in passages}
        self._connection.execute("delete from observation where report_id = ?", [report_id])
        self._write_observations(report_id, observations, ids)

    def erase(self, report_id: str, sha256: str) -> None:
        """Take a report out of the store, with all that is known of it and the decisions about it."""
        for table in ("observation", "passage", "account", "source_text"):
            self._connection.execute(f"delete from {table} where report_id = ?", [report_id])
        self._connection.execute("delete from review where report_sha256 = ?", [sha256])
        self._connection.execute("delete from report where id = ?", [report_id])

    def _write_observations(self, report_id: str, observations: Sequence[ObservationRow], passages: Mapping[int, int]) -> None:
        # A place is counted in nothing, whatever stands behind it: "28/63 tỉnh" and "28/63" are one.
        units = ["" if row.measure == "rank" else row.unit for row in observations]
        _append(self._connection, "fresh", [
            (self._observations + index, report_id, passages[row.passage], row.indicator,
             f"{row.indicator}.{row.item}" if row.item else None, row.period, row.measure, row.base_period,
             row.value, unit, row.value * unit_of(unit).mult,
             half_unit(row.printed, row.value) * unit_of(unit).mult, row.status, row.bound,
             row.subject, row.printed, row.source_start, row.source_end, row.repair, row.rule, row.confidence, row.reviewed)
            for index, (row, unit) in enumerate(zip(observations, units, strict=True))
        ])  # fmt: skip
        self._observations += len(observations)

    def finish(self) -> None:
        """Fill in what depends on all reports: periods and units in use, the reports' order, the findings, the summaries.

        What was written so far is committed at every step: DuckDB plans well only for rows of which it has statistics, and
        version 2.0.0 may find a large temporary table empty in the transaction that filled it.
        """
        self._commit()
        self._connection.execute("insert into fresh from observation")
        self._commit()
        used = self._connection.execute(script("used_periods")).fetchall()
        self._connection.execute("delete from period")
        _append(self._connection, "period", [
            (period.id, period.kind, period.start, period.end, period.label("vi"), period.label("en"))
            for period in sorted((Period.parse(text) for (text,) in used), key=lambda period: (period.end, period.start))
        ])  # fmt: skip
        units = self._connection.execute("select distinct unit from fresh order by unit").fetchall()
        self._connection.execute("delete from unit")
        _append(self._connection, "unit", [
            (text, unit.name_en, unit.base, unit.mult) for (text,) in units for unit in [unit_of(text)]
        ])  # fmt: skip
        self._connection.execute(script("areas"))
        self._connection.execute(script("arrange"))
        self._commit()
        self._require_all_written()
        self._connection.execute("drop table fresh")
        run_checks(self._connection)
        self._commit()
        self._connection.execute(script("summary"))

    def _require_all_written(self) -> None:
        ((waiting, written),) = self._connection.execute(
            "select (select count(*) from fresh), (select count(distinct id) from observation)"
        ).fetchall()
        if waiting != written:
            raise RuntimeError(f"{waiting} figures were to be written, {written} are in the store")

    def _commit(self) -> None:
        self._connection.execute("commit")
        self._connection.execute("begin")

    def _next(self, table: str) -> int:
        ((found,),) = self._connection.execute(f"select coalesce(max(id), 0) + 1 from {table}").fetchall()
        return int(found)


def _write_catalogue(connection: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> None:
    sectors = [
        (s.id, place, s.name_vi, s.name_en, s.short_vi or s.name_vi, s.short_en or s.name_en)
        for place, s in enumerate(catalogue.sectors, 1)
    ]
    _append(connection, "sector", sectors)
    _append(connection, "indicator", [
        (i.id, i.sector, place, i.name_vi, i.name_en, fold(i.name_vi), i.unit, i.agg, i.definition_vi, i.definition_en, i.good,
         i.falls, i.turns, None)
        for place, i in enumerate(catalogue.indicators, 1)
    ])  # fmt: skip
    _append(connection, "item", [
        (f"{i.id}.{item.id}", i.id, place, item.name_vi, item.name_en, fold(item.name_vi), item.unit or None, item.good, item.agg)
        for i in catalogue.indicators for place, item in enumerate(i.items, 1) if not item.same
    ])  # fmt: skip


def _append(connection: duckdb.DuckDBPyConnection, table: str, rows: list[Any]) -> None:
    if rows:
        with connection.appender(table) as appender:
            appender.append_rows(rows)
