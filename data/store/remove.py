"""Removing reports that were added to a store: all that are named or none, published only when everything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from data.errors import UserError
from data.store.build import renew
from data.store.publish import publishing
from data.store.scripts import run
from data.store.user_data import open_for_reading
from data.store.write import ReportWriter, open_for_writing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path


class UnremovableError(UserError):
    """What was named is no report that was added."""


class Removed(NamedTuple):
    """A report that was removed, and what went with it.

    Attributes:
        report_id: its id.
        label_vi: its short name, in Vietnamese.
        label_en: its short name, in English.
        figures: how many figures it had.
        decisions: how many decisions of a review were made about it.
    """

    report_id: str
    label_vi: str
    label_en: str
    figures: int
    decisions: int


class _Head(NamedTuple):
    """A report of the store."""

    report_id: str
    sha256: str
    number: str | None
    label_vi: str
    label_en: str
    shipped: bool
    figures: int
    decisions: int


def remove(path: Path, names: Iterable[str], progress: Callable[[float, str], None] = lambda _done, _what: None) -> list[Removed]:
    """Remove added reports from the store at ``path``, with their texts, their figures and the decisions about these.

    The decisions go, too: they are about a text that the store no longer has.

    Args:
        path: the store.
        names: the reports, each by its id or its number.
        progress: called with the share done and what is being done; an error that it raises stops the work, nothing is changed.

    Raises:
        UnremovableError: a name is that of no added report, or of several.
        StoreBusyError: the store cannot be read or written.
    """
    with publishing(path) as temporary:
        known = _heads(path)
        heads = list(dict.fromkeys(_named(name, known) for name in names))
        renew(path, temporary, progress)
        progress(0.5, "checks")
        with open_for_writing(temporary) as connection:
            writer, known_now = ReportWriter(connection), dict(run(connection, "known"))
            for head in heads:
                writer.erase(known_now[head.sha256])
            writer.finish()
    progress(1.0, "")
    return [Removed(head.report_id, head.label_vi, head.label_en, head.figures, head.decisions) for head in heads]


def _heads(path: Path) -> list[_Head]:
    if not path.is_file() or path.stat().st_size == 0:
        return []
    with open_for_reading(path) as connection:
        return [_Head(*row) for row in run(connection, "heads")]


def _named(name: str, known: Sequence[_Head]) -> _Head:
    """The added report of an id or number."""
    named = [head for head in known if head.report_id == name] or [head for head in known if head.number == name]
    added = [head for head in named if not head.shipped]
    if len(added) == 1:
        return added[0]
    if added:
        raise UnremovableError("several_reports", name, names=", ".join(head.report_id for head in added))
    if named:
        raise UnremovableError("shipped_report", name)
    if ids := [head.report_id for head in known if not head.shipped]:
        raise UnremovableError("not_added", name, names=", ".join(ids))
    raise UnremovableError("none_added", name)
