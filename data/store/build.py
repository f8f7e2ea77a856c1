"""Rebuilding the store from the files under data/, keeping the reports that the user added."""

from __future__ import annotations

import shutil
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from data.catalogue import Catalogue
from data.reader.parallel import read_in_parallel
from data.store.convert import record_of, report_row, restored_passages, texts_of
from data.store.publish import DamagedStoreError, publishing, require_replaceable
from data.store.release import release
from data.store.review import apply_decisions
from data.store.scripts import run
from data.store.shipped import shipped_records, shipped_reviews
from data.store.user_data import added_sources, decisions, release_of, require_rebuildable
from data.store.write import ReportWriter, attach_text, open_for_writing, write_reviews, write_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from data.reader.layout.source import Source
    from data.reader.read import Reading
    from data.store.records import ReviewRow


def build(path: Path, progress: Callable[[float, str], None] = lambda _done, _what: None) -> Path | None:
    """Write the store at ``path``; reports that were added to it before are read again from their texts and kept.

    A store that cannot be read any more is kept beside the new one under the suffix ``.damaged``.

    Args:
        path: the DuckDB file to write or replace.
        progress: called with the share done (0 to 1) and what is being done; an error that it raises stops the work.

    Returns:
        Where a damaged store was moved to; None where none was.

    Raises:
        StoreBusyError: ``path`` must not or cannot be replaced.
    """
    require_replaceable(path)
    progress(0.0, "catalogue")
    aside = ""
    try:
        require_rebuildable(path)
        added = added_sources(path)
        decided = decisions(path, added)
    except DamagedStoreError:
        aside, added, decided = _free_name(path), [], {}
    with publishing(path, aside) as temporary:
        _write(temporary, added, decided, progress)
    return path.with_name(path.name + aside) if aside else None


def rebuild(path: Path, temporary: Path, progress: Callable[[float, str], None] = lambda _done, _what: None) -> None:
    """Write to ``temporary`` what `build` would make of the store at ``path``, which stays as it is.

    Raises:
        DataLossError: the store holds what cannot be rebuilt.
        StoreBusyError: it cannot be read.
    """
    require_rebuildable(path)
    added = added_sources(path)
    _write(temporary, added, decisions(path, added), progress)


def renew(path: Path, temporary: Path, progress: Callable[[float, str], None] = lambda _done, _what: None) -> None:
    """Write to ``temporary`` the store at ``path`` as this release has it: a copy, or one that is built anew.

    Raises:
        DataLossError: the store is of another release and holds what cannot be rebuilt.
        StoreBusyError: it cannot be read.
    """
    if release_of(path) == release():
        shutil.copyfile(path, temporary)
    else:
        rebuild(path, temporary, lambda _share, what: progress(0.0, what))


def _write(
    temporary: Path,
    added: Sequence[Source],
    decided: Mapping[str, Sequence[ReviewRow]],
    progress: Callable[[float, str], None],
) -> None:
    write_store(temporary, Catalogue.load(), shipped_records(), shipped_reviews(), progress)
    if added:
        insert(temporary, read_in_parallel(added, progress), decided)


def _free_name(path: Path) -> str:
    """An unused suffix for a damaged store."""
    suffixes = (".damaged" + (f"-{number}" if number > 1 else "") for number in count(1))
    return next(suffix for suffix in suffixes if not path.with_name(path.name + suffix).exists())


def insert(
    store: Path,
    read: Iterable[tuple[Source, Reading]],
    decided: Mapping[str, Sequence[ReviewRow]] | None = None,
) -> list[str]:
    """Put reports into the store file in one transaction.

    A report whose reviewed figures shipped without text keeps those figures and gains its text.

    Args:
        store: the file; on any error it stays as it is.
        read: reports as they are read, one after the other.
        decided: what a reader of the app decided about the figures of reports, by their sha256.

    Returns:
        The id of every report, in order.
    """
    done = []
    with open_for_writing(store) as connection:
        known = dict(run(connection, "known"))
        writer = ReportWriter(connection)
        for source, reading in read:
            if source.sha256 in known:
                texts = texts_of(restored_passages(reading))
                attach_text(connection, known[source.sha256], reading.document, texts)
                done.append(known[source.sha256])
                continue
            record = record_of(reading, report_row(reading.document, source, taken=set(known.values())))
            known[source.sha256] = record.report.id
            if reviews := (decided or {}).get(source.sha256, ()):
                record = replace(
                    record,
                    observations=apply_decisions(record.observations, reviews, record.passages, source.text, Catalogue.load()),
                )
                write_reviews(connection, ((source.sha256, row) for row in reviews))
            writer.write(record)
            done.append(record.report.id)
        writer.finish()
    return done
