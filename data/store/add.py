"""Adding report files to a store: idempotent, in one transaction, published only when everything is in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from data.reader.file import require_report
from data.reader.layout.same_text import as_first_saved, text_sha256
from data.reader.layout.source import read_source
from data.reader.parallel import read_in_parallel
from data.store.build import insert, renew
from data.store.publish import publishing
from data.store.release import release
from data.store.scripts import script
from data.store.shipped import by_text
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
        elsewhere: its area, where that is not the store's own: its figures are series of their own.
        twin: another report of the same period and number, or of the same period, kind and issuer, if there is one.
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
    elsewhere: str | None
    twin: str | None


class Added(NamedTuple):
    """What became of one file: its report's id, whether it was in the store before, and what it contributed."""

    file: str
    report_id: str
    already: bool
    contribution: Contribution


def add(path: Path, files: Iterable[Path], progress: Callable[[float, str], None] = lambda _done, _what: None) -> list[Added]:
    """Read report files into the store at ``path``, which is built first if there is none, or one of another release.

    The store is replaced only when every report is in; one bad file and nothing is changed. A file with the text of a report
    that is in the store is that report, however it was saved.

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
    copies = {file: text_sha256(source.text) for file, source in sources.items()}
    with publishing(path) as temporary:
        known = {text_sha256(source.text): source.name for source in added_sources(path)}
        new = _new(sources, copies, known)
        if new or release_of(path) != release():
            renew(path, temporary, progress)
            known |= zip((copies[file] for file in new), insert(temporary, _read(new, progress)), strict=True)
    progress(1.0, "")
    with open_for_reading(path) as connection:
        reports = {"reports": [known[copy] for copy in copies.values()]}
        rows = connection.execute(script("added"), reports).fetchall()
    contribution = {report: Contribution(*row) for report, *row in rows}
    return [
        Added(source.name, known[copies[file]], file not in new, contribution[known[copies[file]]])
        for file, source in sources.items()
    ]


def _new(sources: Mapping[Path, Source], copies: Mapping[Path, str], known: dict[str, str]) -> dict[Path, Source]:
    """The files whose text is not in the store, each text once.

    A copy of a shipped report is read as that report was first saved, because its reviewed figures stand at places of that
    text; where that cannot be told, it counts as ``known`` by its figures.
    """
    new: dict[Path, Source] = {}
    shipped, found = by_text(), set(known)
    for file, source in sources.items():
        head, copy = shipped.get(copies[file]), copies[file]
        if copy in found:
            continue
        found.add(copy)
        if head is None or head.sha256 == source.sha256:
            new[file] = source
        elif (text := as_first_saved(source.text, head.sha256)) is not None:
            new[file] = replace(source, text=text, sha256=head.sha256)
        else:
            known[copy] = head.id
    return new


def _read(sources: Mapping[Path, Source], progress: Callable[[float, str], None]) -> Iterator[tuple[Source, Reading]]:
    for file, (source, reading) in zip(sources, read_in_parallel(list(sources.values()), progress), strict=True):
        require_report(reading, file)
        yield source, reading
