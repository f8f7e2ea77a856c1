"""From a file to a reading: what the command line and the store take in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.reader.genre import is_report
from data.reader.layout.source import SourceError, read_source
from data.reader.read import read_report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from data.catalogue import Catalogue
    from data.reader.layout.source import Source
    from data.reader.read import Reading


def read_file(path: Path, catalogue: Catalogue, progress: Callable[[float], None] = lambda _done: None) -> tuple[Source, Reading]:
    """Read a report file; ``progress`` as in `read_report`.

    Raises:
        SourceError: the file cannot be read, or its text is no report of this kind.
    """
    source = read_source(path)
    reading = read_report(source.text, catalogue, progress)
    require_report(reading, path)
    return source, reading


def require_report(reading: Reading, path: Path) -> None:
    """Raise `SourceError` where a file is not a report of this kind."""
    if not is_report(reading):
        raise SourceError("no_report", path)
