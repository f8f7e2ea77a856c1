"""Writing decisions on the figures of added reports: accept, correct, reject, add, and undo.

What is decided is kept in the store's review table. The report is read again from its text and the decisions are applied to what
the reader gives, by the same way as when the store is rebuilt, so a decision outlives every new reading.
"""

from __future__ import annotations

import shutil
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from data.catalogue import Catalogue
from data.reader.read import Reading, read_report
from data.store.convert import observation_rows, passage_rows
from data.store.publish import StoreBusyError, publishing
from data.store.review import apply_decisions, whole
from data.store.scripts import run
from data.store.user_data import reviews_of
from data.store.write import ReportWriter, open_for_writing, write_reviews

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import duckdb

    from data.reader.meaning.tokens import Token
    from data.store.records import ReviewRow

KEPT = 2
"""Readings that are kept in memory: a second decision on a report does not read it again."""


class Place(NamedTuple):
    """A span of a report's raw text; the report is identified by its sha256."""

    sha256: str
    start: int
    end: int


class Decision(NamedTuple):
    """What is decided about one place; ``review`` is None where an earlier decision is taken back."""

    place: Place
    review: ReviewRow | None


def revise(path: Path, decisions: Sequence[Decision]) -> None:
    """Write decisions into the store at ``path``, the latest one about a place holding; all of them or none.

    The new store is written beside the old one and moved over it, so readers that have it open go on.

    Raises:
        StoreBusyError: the store cannot be written, or holds no text of the report, or was made by another release.
    """
    with publishing(path) as temporary:
        shutil.copyfile(path, temporary)
        with open_for_writing(temporary) as connection:
            writer = ReportWriter(connection)
            for sha in dict.fromkeys(decision.place.sha256 for decision in decisions):
                latest = {decision.place: decision.review for decision in decisions if decision.place.sha256 == sha}
                _revise_report(connection, writer, path, sha, latest)
            writer.finish()


def numbers(text: str) -> tuple[Token, ...]:
    """Every number of a report's text with what the reader took it for, in the order of the text."""
    return _reading(text).tokens


def _revise_report(
    connection: duckdb.DuckDBPyConnection, writer: ReportWriter, path: Path, sha: str, latest: dict[Place, ReviewRow | None]
) -> None:
    report, text = _text(connection, path, sha)
    before = reviews_of(connection, [sha])[sha]
    kept = [row for row in before if Place(sha, row.source_start, row.source_end) not in latest]
    reading = _reading(text)
    observations, passages = observation_rows(reading), passage_rows(reading.document)
    found = {(row.source_start, row.source_end): row for row in observations}
    reviews = kept + [whole(row, found.get((row.source_start, row.source_end))) for row in latest.values() if row is not None]
    run(connection, "forget_decisions", sha256=sha)
    write_reviews(connection, ((sha, row) for row in reviews))
    try:
        writer.rewrite(report, passages, apply_decisions(observations, reviews, passages, text, Catalogue.load()))
    except KeyError as error:
        raise StoreBusyError("other_release", path) from error


def _text(connection: duckdb.DuckDBPyConnection, path: Path, sha: str) -> tuple[str, str]:
    for report, text in run(connection, "added_text", sha256=sha):
        return str(report), str(text)
    raise StoreBusyError("no_such_report", path)


@lru_cache(KEPT)
def _reading(text: str) -> Reading:
    return read_report(text, Catalogue.load())
