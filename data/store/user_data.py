"""The user's data in an existing store, which a rebuild must keep: added reports and decisions."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import duckdb

from data.errors import store_error
from data.reader.layout.source import Source
from data.store.publish import DataLossError
from data.store.records import review_of
from data.store.scripts import run
from data.store.shipped import heads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from data.store.records import ReviewRow


@contextmanager
def open_for_reading(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection to the store at ``path``, in a database of its own: the explorer may have the file open, too.

    Raises:
        DamagedStoreError: the file is no whole DuckDB file, which may show only when a part of it is read.
        StoreError: it cannot be opened for another reason, is no store of ours, or does not answer what it is asked.
    """
    connection = duckdb.connect()
    try:
        place = str(path).replace("'", "''")
        connection.execute(f"attach '{place}' as store (read_only)")
        connection.execute("use store")
        yield connection
    except duckdb.Error as error:
        raise store_error(error, path) from error
    finally:
        connection.close()


def release_of(path: Path) -> str:
    """The release that made the store at ``path``; empty where no store is.

    Raises:
        StoreError: it cannot be read.
    """
    if not path.is_file() or path.stat().st_size == 0:
        return ""
    with open_for_reading(path) as connection:
        return "".join(str(value) for (value,) in run(connection, "release"))


def added_sources(path: Path) -> list[Source]:
    """The reports whose text is in the store at ``path``, in their order; none where no store is.

    Raises:
        DamagedStoreError: the file cannot be read any more.
        StoreError: another process is writing the store, or it is none of ours.
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
