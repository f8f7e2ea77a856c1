"""Adding report files to a store: idempotent, in one transaction, published only when everything is in."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, NamedTuple

from data.reader.file import require_report
from data.reader.layout.source import read_source
from data.reader.parallel import read_in_parallel
from data.store.build import insert, rebuild
from data.store.publish import publishing
from data.store.release import release
from data.store.scripts import script
from data.store.user_data import added_sources, open_for_reading, release_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from data.reader.layout.source import Source
    from data.reader.read import Reading


class Contribution(NamedTuple):
    """What a report contributes to the store.

    Attributes:
        label_vi: its short name, in Vietnamese.
        label_en: its short name, in English.
        figures: how many figures it has.
        unknown: those of them whose indicator the catalogue does not know.
        numbers: how many numbers stand in its text.
        unexplained: those of them that the reader could not explain.
        series: how many series of other reports it continues.
        names_vi: the names of a few of them, in Vietnamese.
        names_en: the names of a few of them, in English.
        warnings: findings that its figures cannot all be right.
        notices: findings that are worth knowing.
        twin: another report of the same number and period, if there is one.
    """

    label_vi: str
    label_en: str
    figures: int
    unknown: int
    numbers: int
    unexplained: int
    series: int
    names_vi: list[str]
    names_en: list[str]
    warnings: int
    notices: int
    twin: str | None


class Added(NamedTuple):
    """What became of one file: its report's id, whether it was in the store before, and what it contributed."""

    file: str
    report_id: str
    already: bool
    contribution: Contribution


def add(path: Path, files: Iterable[Path], progress: Callable[[float, str], None] = lambda _done, _what: None) -> list[Added]:
    """Read report files into the store at ``path``, which is built first if there is none, or one of another release.

    The store is replaced only when every report is in; one bad file and nothing is changed.

    Args:
        path: the store.
        files: the reports.
        progress: called with the share done and what is being done; an error that it raises stops the work, nothing is changed.

    Raises:
        SourceError: a file cannot be read as a report.
        DataLossError: the store is of another release and cannot be built anew.
        StoreBusyError: it cannot be read or written.
    """
    sources = {file: read_source(file) for file in files}
    with publishing(path) as temporary:
        known = {source.sha256: source.name for source in added_sources(path)}
        new = {source.sha256: file for file, source in sources.items() if source.sha256 not in known}
        current = release_of(path) == release()
        if new or not current:
            if current:
                shutil.copyfile(path, temporary)
            else:
                rebuild(path, temporary, lambda _share, what: progress(0.0, what))
            read = _read({file: sources[file] for file in new.values()}, progress)
            known |= zip(new, insert(temporary, read), strict=True)
    progress(1.0, "")
    with open_for_reading(path) as connection:
        reports = {"reports": [known[source.sha256] for source in sources.values()]}
        rows = connection.execute(script("added"), reports).fetchall()
    contribution = {report: Contribution(*row) for report, *row in rows}
    return [
        Added(source.name, known[source.sha256], source.sha256 not in new, contribution[known[source.sha256]])
        for source in sources.values()
    ]


def _read(sources: Mapping[Path, Source], progress: Callable[[float, str], None]) -> Iterator[tuple[Source, Reading]]:
    for file, (source, reading) in zip(sources, read_in_parallel(list(sources.values()), progress), strict=True):
        require_report(reading, file)
        yield source, reading
