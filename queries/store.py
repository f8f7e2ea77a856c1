"""Access to the store: a read-only, sandboxed connection, and one cursor for every job.

``read_only`` alone is no sandbox in DuckDB: COPY and read_csv still reach the disk. External access is switched off and the
configuration locked, so that neither a pane nor the console can read other files, write, or reach the network.
"""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, Self, cast
from weakref import WeakSet

from queries.engine import duckdb
from queries.packed import Packed
from queries.question import Question, Row, text_of
from queries.spill import SpillFolder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

CLOSING = 0.001
"""Seconds between two attempts to close a store whose queries are being interrupted."""

CHUNK = 500
"""Rows fetched at a time where equal strings are interned: the duplicates are freed before more rows come."""

IDLE_MEMORY = "1MB"
"""Memory limit for cached blocks while no query runs; the system's page cache has them anyway."""

SETTINGS: Mapping[str, str | int] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "memory_limit": "512MB",
    "max_temp_directory_size": "2GB",
    "threads": 2,
    "async_threads": 1,  # of eight that wait for remote files, where there are none
}

_MAGIC, _DUCK = slice(8, 12), b"DUCK"
"""Where a DuckDB file says that it is one, after a checksum, and what it says there."""
_DAMAGE = (duckdb.IOException, duckdb.SerializationException, duckdb.FatalException, duckdb.InternalException)
"""Errors that a damaged file raises; wrong checksums raise the base class of all errors."""


class MetaRow(NamedTuple):
    """A value of the table ``meta``, which describes the file itself."""

    value: str


class TextlessRow(NamedTuple):
    """A report whose text is not in the store."""

    sha256: str


RELEASE = Question("store/release", MetaRow)
TEXTLESS = Question("store/textless", TextlessRow)


class StoreError(Exception):
    """The store cannot be read; as text it is one English line for developers.

    Attributes:
        kind: what is wrong, as a short name in words, by which it is worded for people.
        place: the file.
        facts: what else is known, by name.
    """

    def __init__(self, kind: str, place: Path, **facts: object) -> None:
        super().__init__(f"{place}: {kind.replace('_', ' ')}" + "".join(f" ({fact})" for fact in facts.values()))
        self.kind, self.place, self.facts = kind, str(place), facts


def identity_of(path: Path) -> tuple[int, ...] | None:
    """What tells a file from one that was moved over it; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size


class _Closed:
    """Stands where a connection was that has been closed: the rest of DuckDB goes with the last reference to it."""

    def __getattr__(self, name: str) -> NoReturn:
        raise duckdb.ConnectionException("Connection Error: Connection already closed!")

    def close(self) -> None:
        """Nothing is left to be closed."""


CLOSED = cast("duckdb.DuckDBPyConnection", _Closed())


class Store:
    """An open store.

    Args:
        path: the DuckDB file.
        settings: overrides of `SETTINGS` (memory_limit, threads); the locks themselves cannot be overridden.

    Attributes:
        settings: what is in force, `SETTINGS` with the overrides.
        release: fingerprint of what the store was built from; empty for a store older than the fingerprint.
        closed: whether it was closed, or is being closed.
        activity: held while cursors are made or taken up again, and while memory is released.

    Raises:
        StoreError: the file is missing, locked by a writer, damaged, or no store of ours.
    """

    def __init__(self, path: Path, settings: Mapping[str, str | int] | None = None) -> None:
        self.path, self.closed = path, False
        self._cursors: WeakSet[Cursor] = WeakSet()
        self.activity = threading.Lock()
        self.settings: Mapping[str, str | int] = {**SETTINGS, **(settings or {})}
        chosen = dict(self.settings)
        disk = str(chosen.pop("max_temp_directory_size"))
        locks = {"enable_external_access": "false"}
        if not path.is_file():
            raise StoreError("a_folder_for_a_store" if path.is_dir() else "no_store", path)
        self._identity = identity_of(path)
        self._spill = SpillFolder(path)
        if self._spill.path is not None:
            locks["temp_directory"] = str(self._spill.path)
        try:
            self._connection = duckdb.connect(str(path), read_only=True, config={**chosen, **locks})
            try:
                self._lock(disk)
                self.release = "".join(row.value for row in self.ask(RELEASE))
            except Exception:  # what was opened must not stay open behind an error
                self._connection.close()
                raise
        except BaseException as error:
            self._spill.give_back()
            if isinstance(error, duckdb.Error):
                raise store_error(error, path) from error
            raise

    def _lock(self, disk: str) -> None:
        """Limit the temporary disk space, then lock all but progress, reading ahead and the limit of memory.

        DuckDB 2.0 shows a ``max_temp_directory_size`` given while connecting but heeds it only when it is set afterwards. Another
        `Store` of this process on the same file shares the database and finds it locked already.
        """
        (locked,) = self._connection.execute(text_of("store/locked")).fetchone() or (False,)
        if not locked:
            self._connection.execute(text_of("store/lock").format(disk=disk))

    @property
    def replaced(self) -> bool:
        """Whether another file is at its path now: it was written since it was opened."""
        return identity_of(self.path) not in (None, self._identity)

    def cursor(self) -> Cursor:
        """A cursor of its own for one job; cursors of one store may run in parallel threads."""
        with self.activity:
            cursor = Cursor(self._connection.cursor(), self)
            self._cursors.add(cursor)
        return cursor

    def ask(self, question: Question[Row], **parameters: Any) -> list[Row]:
        """The rows that answer ``question``, through a cursor for this call only."""
        with self.cursor() as cursor:
            return cursor.ask(question, **parameters)

    def release_memory(self) -> None:
        """Drop cached blocks of the file down to `IDLE_MEMORY`, unless a cursor is in use.

        DuckDB caches what it has read up to its memory limit; it only shrinks the cache when the limit is lowered for a moment,
        in which no query may start.
        """
        with self.activity:
            if all(cursor.idle for cursor in tuple(self._cursors)):
                with suppress(duckdb.Error):  # closed meanwhile, or in use by another `Store` of the process
                    self._connection.execute(
                        text_of("store/release_memory").format(idle=IDLE_MEMORY, limit=self.settings["memory_limit"])
                    )

    def close(self) -> None:
        """Close the connection and all cursors; running ones are interrupted and waited for.

        Answers may be held for longer than the store is open, to the end of the program even: none of them then keeps anything
        of DuckDB, which tells the terminal of what it finds there.
        """
        self.closed, done = True, threading.Event()
        # DuckDB refuses to close under a running query, or waits for the end of one that begins just then: it is interrupted
        # from beside until the connection is closed.
        interrupting = threading.Thread(target=self._interrupt_until, args=(done,), daemon=True)
        interrupting.start()
        try:
            while self._is_in_use_at_closing():
                time.sleep(CLOSING)
        finally:
            done.set()
            interrupting.join()
        with self.activity:
            self._connection = CLOSED
            for cursor in tuple(self._cursors):
                cursor.close()
        self._spill.give_back()

    def _is_in_use_at_closing(self) -> bool:
        """Close the connection, unless DuckDB says that a query runs on it."""
        try:
            self._connection.close()
        except duckdb.ResourceInUseException:
            return True
        return False

    def _interrupt_until(self, done: threading.Event) -> None:
        """Interrupt all cursors, again and again, until the store is closed."""
        while not done.wait(CLOSING):
            for cursor in tuple(self._cursors):
                cursor.interrupt()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Cursor:
    """One job's cursor: asks questions, and can be interrupted from another thread.

    Attributes:
        raw: the cursor of DuckDB, as long as it is open.
        idle: whether it runs nothing, and nothing will be asked of it before `activate`.
    """

    def __init__(self, cursor: duckdb.DuckDBPyConnection, store: Store) -> None:
        self.raw, self.idle = cursor, False
        self._store = store

    def ask(self, question: Question[Row], **parameters: Any) -> list[Row]:
        """The rows that answer ``question``.

        Args:
            question: one of the .sql files, with the type of its rows.
            parameters: a value for every $name in the file.

        Raises:
            StoreError: the file is damaged or was replaced by something else.
            duckdb.InterruptException: `interrupt` was called.
        """
        try:
            self.raw.execute(text_of(question.name), parameters or None)
            if not question.repeats:
                return [question.row(*record) for record in self.raw.fetchall()]
            rows: list[Row] = []
            words: dict[str, str] = {}
            while found := self.raw.fetchmany(CHUNK):
                rows += [question.row(*(words.setdefault(x, x) if type(x) is str else x for x in record)) for record in found]
            return rows
        except duckdb.InterruptException:
            raise
        except duckdb.Error as error:
            raise store_error(error, self._store.path) from error

    def ask_packed(self, question: Question[Row], *asked: Mapping[str, Any]) -> Packed[Row]:
        """The rows that answer ``question``, for an answer of tens of thousands that is kept in memory.

        Args:
            question: as for `ask`.
            asked: the parameters; asked for several parts of an answer, the store keeps no more in memory than one part needs.
        """
        try:
            return Packed(question.row, self._parts(text_of(question.name), asked))
        except duckdb.InterruptException:
            raise
        except duckdb.Error as error:
            raise store_error(error, self._store.path) from error

    def _parts(self, sql: str, asked: Sequence[Mapping[str, Any]]) -> Iterator[list[tuple[Any, ...]]]:
        for parameters in asked:
            self.raw.execute(sql, parameters)
            yield from iter(lambda: self.raw.fetchmany(CHUNK), [])
            if len(asked) > 1:
                self.idle = True
                self._store.release_memory()
                self.activate()

    def interrupt(self) -> None:
        """Interrupt the running query; safe from any thread, and after the cursor was closed."""
        with suppress(duckdb.ConnectionException):
            self.raw.interrupt()

    def prepare_paging(self) -> None:
        """Enable DuckDB's progress tracking for this cursor, and let it read ahead a tenth of the memory that it would take."""
        self.raw.execute(text_of("store/paging"))

    @property
    def progress(self) -> float | None:
        """The approximate progress in percent; None where DuckDB gives none. Safe from any thread."""
        with suppress(duckdb.ConnectionException):
            done = float(self.raw.query_progress())
            return done if done >= 0 else None
        return None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the cursor, which drops its temporary tables."""
        self.raw.close()
        self.raw = CLOSED
        self.idle = True

    def activate(self) -> None:
        """Mark the cursor as in use; waits while the store releases memory."""
        with self._store.activity:
            self.idle = False


def store_error(error: duckdb.Error, path: Path) -> StoreError:
    """The error of DuckDB on the store at ``path`` as a `StoreError`."""
    words = " ".join(str(error).split())
    if "Conflicting lock" in words or "Could not set lock" in words:
        return StoreError("busy_store", path)
    if "does not exist" in words and isinstance(error, duckdb.CatalogException):
        return StoreError("other_database", path)
    if "Permission denied" in words or "Cannot open file" in words:
        return StoreError("unreadable_store", path, reason=words)
    if "version number" in words:
        return StoreError("newer_database", path)
    if type(error) is duckdb.Error or isinstance(error, _DAMAGE):
        return StoreError("damaged_store" if _may_be_rebuilt(path) else "no_database", path)
    return StoreError("failed_question", path, reason=words)


def _may_be_rebuilt(path: Path) -> bool:
    """Whether a file that cannot be read is a database or empty: what else somebody has there is not replaced by `build`."""
    with suppress(OSError), path.open("rb") as file:
        head = file.read(_MAGIC.stop)
        return not head or head[_MAGIC] == _DUCK
    return True
