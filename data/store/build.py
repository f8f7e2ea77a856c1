"""Building the store anew from the text files under data/, keeping the reports that the user added."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import duckdb

from data.catalogue import Catalogue
from data.reader.read import read_report
from data.reader.source import Source
from data.store.convert import record_of, report_row, restored_passages, texts_of
from data.store.publish import LossError, StoreBusyError, published, refuse_strangers
from data.store.review import settled
from data.store.revise import reviews_of
from data.store.shipped import heads, shipped_records, shipped_reviews
from data.store.write import ReportWriter, attach_text, open_for_writing, write_reviews, write_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from data.reader.read import Reading
    from data.store.records import ReviewRow


def build(path: Path, progress: Callable[[float, str], None] = lambda _done, _what: None) -> None:
    """Write the store at ``path``; reports that were added to it before are read again from their texts and kept.

    A store that cannot be read any more is kept beside the new one under the suffix ``.damaged``.

    Args:
        path: the DuckDB file to write or replace.
        progress: called with the share done (0 to 1) and what is being done.

    Raises:
        StoreBusyError: ``path`` must not or cannot be replaced.
    """
    refuse_strangers(path)
    progress(0.0, "danh mục · catalogue")
    refuse_loss(path)
    added = added_sources(path)
    decided = _decisions(path, added or ())
    catalogue = Catalogue.load()
    with published(path) as temporary:
        write_store(temporary, catalogue, shipped_records(), shipped_reviews(), progress)
        if added:
            read = ((source, read_report(source.text, catalogue)) for source in added)
            insert(temporary, read, len(added), progress, decided)
        if added is None:
            os.replace(path, path.with_name(path.name + ".damaged"))


def refuse_loss(path: Path) -> None:
    """Raise `LossError` when the store at ``path`` holds reports that neither ship nor have their text in it."""
    if not path.is_file():
        return
    try:
        with duckdb.connect(str(path), read_only=True) as connection:
            found = connection.execute("select id, sha256 from report where not has_text").fetchall()
    except duckdb.Error:
        return
    known = {head.sha256 for head in heads()}
    if lost := [name for name, sha in found if sha not in known]:
        raise LossError(
            f"{path}: holds {len(lost)} reports that cannot be built anew (no text: {lost[0]} ...); choose another --db"
        )


def added_sources(path: Path) -> list[Source] | None:
    """The reports whose text is in the store at ``path``; none where no store is, None where the file is damaged.

    Raises:
        StoreBusyError: another process is writing the store.
    """
    if not path.is_file() or path.stat().st_size == 0:
        return []
    try:
        with duckdb.connect(str(path), read_only=True) as connection:
            found = connection.execute(
                "select report.id, raw, sha256 from source_text join report on report.id = report_id order by position"
            ).fetchall()
    except duckdb.CatalogException as error:
        raise StoreBusyError(f"{path}: is a DuckDB file but no store of xulang; choose another --db") from error
    except duckdb.Error as error:
        if "lock" in str(error):
            raise StoreBusyError(f"{path}: another process is writing this store; wait or close it, then try again") from error
        return None
    return [Source(name=name, text=raw, sha256=sha, kind="text") for name, raw, sha in found]


def _decisions(path: Path, added: Iterable[Source]) -> dict[str, list[ReviewRow]]:
    """What was decided in the app about the figures of added reports, by their sha256."""
    wanted = {source.sha256 for source in added} - {head.sha256 for head in heads()}
    if not wanted:
        return {}
    with duckdb.connect(str(path), read_only=True) as connection:
        return reviews_of(connection, wanted)


def insert(
    store: Path,
    read: Iterable[tuple[Source, Reading]],
    count: int,
    progress: Callable[[float, str], None],
    decided: Mapping[str, Sequence[ReviewRow]] | None = None,
) -> list[tuple[str, int]]:
    """Put reports into the store file in one transaction.

    A report whose reviewed figures shipped without text keeps those figures and gains its text.

    Args:
        store: the file; on any error it stays as it is.
        read: reports as they are read, one after the other.
        count: how many will come, for the progress.
        progress: called with the share done and the report's name.
        decided: what a reader of the app decided about the figures of reports, by their sha256.

    Returns:
        (report id, number of its figures) for every report, in order.
    """
    done = []
    with open_for_writing(store) as connection:
        known = dict(connection.execute("select sha256, id from report").fetchall())
        writer = ReportWriter(connection)
        for place, (source, reading) in enumerate(read, 1):
            progress(place / (count + 1), source.name)
            if source.sha256 in known:
                texts = texts_of(restored_passages(reading))
                done.append((known[source.sha256], attach_text(connection, known[source.sha256], reading.document, texts)))
                continue
            record = record_of(reading, report_row(reading.document, source, taken=set(known.values())))
            known[source.sha256] = record.report.id
            if reviews := (decided or {}).get(source.sha256, ()):
                record = replace(record, observations=settled(record.observations, reviews, record.passages, source.text))
                write_reviews(connection, ((source.sha256, row) for row in reviews))
            writer.write(record)
            done.append((record.report.id, len(record.observations)))
        writer.finish()
    return done
