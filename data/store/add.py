"""Adding report files to a store: idempotent, in one transaction, published only when all of it is done."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.catalogue import Catalogue
from data.reader.file import read_file
from data.reader.source import read_source
from data.store.build import build, insert
from data.store.present import added_sources
from data.store.publish import published

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file: its report's id, its figures, and whether it was in the store before."""

    file: str
    report_id: str
    figures: int
    already: bool


def add(path: Path, files: Iterable[Path], progress: Callable[[float, str], None] = lambda _done, _what: None) -> list[Added]:
    """Read report files into the store at ``path``, which is built first if there is none.

    The store is replaced only when every report is in; one bad file and nothing is changed.

    Raises:
        SourceError: a file cannot be read as a report.
        StoreBusyError: the store is being written by another process, or is damaged.
    """
    sources = {file: read_source(file) for file in files}
    if not path.is_file():
        build(path, progress)
    known = {source.sha256: source.name for source in added_sources(path)}
    new = {source.sha256: file for file, source in sources.items() if source.sha256 not in known}
    figures: dict[str, tuple[str, int]] = {}
    if new:
        catalogue = Catalogue.load()
        with published(path) as temporary:
            shutil.copyfile(path, temporary)
            read = (read_file(file, catalogue) for file in new.values())
            figures = dict(zip(new, insert(temporary, read, len(new), progress), strict=True))
    return [
        Added(source.name, *figures.get(source.sha256, (known.get(source.sha256, ""), 0)), source.sha256 in known)
        for source in sources.values()
    ]
