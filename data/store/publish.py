"""Publishing a file: written beside the old one and moved over it, so that a killed writer loses nothing."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAGIC = b"DUCK"


class StoreBusyError(Exception):
    """The file at the target must not be replaced; the message is one line: what, where, what to do."""


class LossError(StoreBusyError):
    """The store at the target holds what cannot be built anew."""


@contextmanager
def published(path: Path) -> Iterator[Path]:
    """A temporary path beside ``path``; when the block ends well, what stands there replaces ``path`` at once.

    Readers that have the old file open go on with it. If the block fails, the old file stays as it was and nothing is left.

    Raises:
        StoreBusyError: ``path`` is a folder, or a file that is no DuckDB file and so is not ours to replace, or the folder
            cannot be written to.
    """
    refuse_strangers(path)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.unlink(missing_ok=True)
        yield temporary
        os.replace(temporary, path)
    except PermissionError as error:
        raise StoreBusyError(f"{path}: cannot write there ({error.strerror}); choose another place with --db") from error
    finally:
        for rest in (temporary, temporary.with_name(temporary.name + ".wal")):
            rest.unlink(missing_ok=True)


def refuse_strangers(path: Path) -> None:
    """Raise `StoreBusyError` when ``path`` is something that a store must not replace."""
    if path.is_dir():
        raise StoreBusyError(f"{path}: is a folder; name a file with --db")
    if path.is_file() and path.stat().st_size > 0:
        with path.open("rb") as file:
            if file.read(12)[8:] != MAGIC:
                raise StoreBusyError(f"{path}: is no DuckDB file and will not be replaced; choose another --db or move it away")
