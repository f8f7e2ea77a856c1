"""Publishing a store: written beside the old one and moved over it, so that a killed writer loses nothing."""

from __future__ import annotations

import errno
import os
import threading
import time
from contextlib import contextmanager, suppress
from itertools import count
from typing import TYPE_CHECKING

import duckdb

from data.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAGIC = b"DUCK"
_NUMBERS = count(1)
"""Numbers the writers of one process, so that their temporary files have different names."""
_WRITING = threading.RLock()
"""Held by the writer of this process whose turn it is: a decision waits for a report that is being added, so neither is lost."""
ABANDONED = 3600
"""Seconds after which a half-written file is taken for that of a killed writer."""


class StoreBusyError(UserError):
    """The file at the target cannot or must not be replaced."""


class DataLossError(StoreBusyError):
    """The store at the target holds data that cannot be rebuilt."""


class DamagedStoreError(StoreBusyError):
    """The store at the target is unreadable."""


class StoreChangedError(StoreBusyError):
    """Another process has replaced the store since it was read."""


@contextmanager
def publishing(path: Path, aside: str = "") -> Iterator[Path]:
    """A temporary path beside ``path``; it replaces ``path`` atomically when the block ends without an error.

    Readers that have the old file open go on with it. If the block fails, or writes nothing, the old file stays as it was.
    Writers of one process wait for each other.

    Args:
        path: what is replaced.
        aside: a suffix under which the old file is kept; empty where it is not.

    Raises:
        StoreChangedError: ``path`` was written by another process meanwhile, whose work would be lost.
        StoreBusyError: ``path`` is a folder, or a file that is no DuckDB file and so is not ours to replace, or the folder
            cannot be written to, or the disk is full.
    """
    with _WRITING, _beside(path, aside) as temporary:
        yield temporary


@contextmanager
def _beside(path: Path, aside: str) -> Iterator[Path]:
    require_replaceable(path)
    before = _stamp(path)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{next(_NUMBERS)}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(path)
        temporary.unlink(missing_ok=True)
        yield temporary
        if not temporary.exists():
            return
        if _stamp(path) != before:
            raise StoreChangedError("changed_meanwhile", path)
        if aside and before:
            path.replace(path.with_name(path.name + aside))
        temporary.replace(path)
    except OSError as error:
        raise StoreBusyError("unwritable_store", path, reason=error) from error
    except duckdb.Error as error:
        if "Could not write" not in str(error) and not isinstance(error, (duckdb.IOException, duckdb.OutOfMemoryException)):
            raise
        raise StoreBusyError("unwritable_store", path, reason=_reason(error)) from error
    finally:
        for rest in (temporary, temporary.with_name(temporary.name + ".wal")):
            with suppress(FileNotFoundError, NotADirectoryError):
                rest.unlink()


def require_replaceable(path: Path) -> None:
    """Raise `StoreBusyError` where ``path`` is something that a store must not replace."""
    try:
        if path.is_dir():
            raise StoreBusyError("a_folder_for_a_store", path)
        if path.exists() and not path.is_file():
            raise StoreBusyError("not_ours", path)
        if path.is_file() and path.stat().st_size > 0:
            with path.open("rb") as file:
                if file.read(12)[8:] != MAGIC:
                    raise StoreBusyError("not_ours", path)
    except (OSError, ValueError) as error:
        raise StoreBusyError("unreadable_store", path, reason=error) from error


def _reason(error: duckdb.Error) -> OSError | str:
    """The error of the operating system within an error of DuckDB, or DuckDB's own words."""
    words = " ".join(str(error).split())
    known = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EIO)
    return next((OSError(code, os.strerror(code)) for code in known if os.strerror(code) in words), words)


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _remove_leftovers(path: Path) -> None:
    """Remove what killed writers left beside ``path``."""
    for rest in path.parent.glob(f".{path.name}.*.new*"):
        if time.time() - rest.stat().st_mtime > ABANDONED:
            rest.unlink(missing_ok=True)
