"""The user's data in an existing store, which a rebuild must keep: added reports and decisions."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import duckdb

from data.reader.layout.source import Source
from data.store.publish import DamagedStoreError, DataLossError, StoreBusyError
from data.store.records import review_of
from data.store.scripts import run
from data.store.shipped import heads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from data.store.records import ReviewRow

_DAMAGE = (duckdb.IOException, duckdb.SerializationException, duckdb.FatalException, duckdb.InternalException)
"""Errors that a damaged file raises; wrong checksums raise the base class of all errors. Whatever else
fails is no reason to give up the reports and decisions in it."""


@contextmanager
def open_for_reading(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection to the store at ``path``, in a database of its own: the explorer may have the file open, too.

    Raises:
        DamagedStoreError: the file is no whole DuckDB file, which may show only when a part of it is read.
        StoreBusyError: it cannot be opened for another reason, is no store of ours, or does not answer what it is asked.
    """
    connection = duckdb.connect()
    try:
        place = str(path).replace("'", "''")
        connection.execute(f"attach '{place}' as store (read_only)")
        connection.execute("use store")
        yield connection
    except duckdb.Error as error:
        raise _reason(path, error) from error
    finally:
        connection.close()


def release_of(path: Path) -> str:
    """The release that made the store at ``path``; empty where no store is.

    Raises:
        StoreBusyError: it cannot be read.
    """
    if not path.is_file() or path.stat().st_size == 0:
        return ""
    with open_for_reading(path) as connection:
        return "".join(str(value) for (value,) in run(connection, "release"))


def added_sources(path: Path) -> list[Source]:
    """The reports whose text is in the store at ``path``, in their order; none where no store is.

    Raises:
        DamagedStoreError: the file cannot be read any more.
        StoreBusyError: another process is writing the store, or it is none of ours.
    """
    if not path.is_file() or path.stat().st_size == 0:
        return []
    with open_for_reading(path) as connection:
        found = run(connection, "added_texts")
    return [Source(name=name, text=raw, sha256=sha, kind="text") for name, raw, sha in found]


def decisions(path: Path, added: Iterable[Source]) -> dict[str, list[ReviewRow]]:
    """What was decided in the app about the figures of added reports, by their sha256."""
    wanted = {source.sha256 for source in added} - {head.sha256 for head in heads()}
    if not wanted:
        return {}
    with open_for_reading(path) as connection:
        return reviews_of(connection, wanted)


def reviews_of(connection: duckdb.DuckDBPyConnection, reports: Iterable[str]) -> dict[str, list[ReviewRow]]:
    """The decisions that a store holds about reports given by their sha256, in the order in which they were made."""
    return {sha: [review_of(*row) for row in run(connection, "decisions", sha256=sha)] for sha in reports}


def require_rebuildable(path: Path) -> None:
    """Raise `DataLossError` when the store at ``path`` holds reports that neither ship nor have their text in it."""
    if not path.is_file() or path.stat().st_size == 0:
        return
    with open_for_reading(path) as connection:
        found = run(connection, "without_text")
    known = {head.sha256 for head in heads()}
    if lost := [name for name, sha in found if sha not in known]:
        raise DataLossError("reports_without_text", path, count=len(lost), names=", ".join(lost[:3]))


def _reason(path: Path, error: duckdb.Error) -> StoreBusyError:
    # The same signs as in queries.store.store_error, which does not know this package; tests/test_errors.py holds them together.
    words = " ".join(str(error).split())
    if "Conflicting lock" in words or "Could not set lock" in words:
        return StoreBusyError("busy_store", path)
    if "does not exist" in words and isinstance(error, duckdb.CatalogException):
        return StoreBusyError("other_database", path)
    if "Permission denied" in words or "Cannot open file" in words:
        return StoreBusyError("unreadable_store", path, reason=words)
    if "version number" in words:
        return StoreBusyError("newer_database", path)
    if type(error) is duckdb.Error or isinstance(error, _DAMAGE):
        return DamagedStoreError("damaged_store", path)
    return StoreBusyError("failed_question", path, reason=words)
