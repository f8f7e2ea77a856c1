"""``make corrections``: after a change of the reader, recompute the corrections that lead to the reviewed figures.

    python -m data.store.corrections FOLDER

The shipped rows of data/observations were compared with the text by eye; they are the truth. A better reader needs fewer
corrections, another reader other ones: this rewrites data/review so that what the reader gives now, corrected, is again exactly
the shipped rows. ``make data`` goes the other way.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from data.catalogue import Catalogue
from data.reader.read import read_report
from data.store import shipped
from data.store.convert import observation_rows
from data.store.records import ObservationRow, ReviewRow, cell, patch_of, read_rows, write_rows
from data.store.ship import texts_by_hash

if TYPE_CHECKING:
    from collections.abc import Iterable

REVIEWED = ("value", "unit", "measure", "period", "base_period", "indicator", "item", "status", "bound", "passage")
"""The fields that a review answers for; how the reader came to them (rule, repair, confidence) is the reader's own."""


def corrections(read: Iterable[ObservationRow], truth: Iterable[ObservationRow], before: Iterable[ReviewRow]) -> list[ReviewRow]:
    """The corrections that turn what was read into the reviewed rows.

    Args:
        read: what the reader gives now.
        truth: the reviewed rows.
        before: the corrections so far, whose notes and accepted spans are kept.

    Returns:
        Corrections in text order, then the accepted spans.
    """
    notes = {(row.source_start, row.source_end): row.note for row in before}
    found = {_span(row): row for row in read}
    wanted = {_span(row): row for row in truth}
    rows = []
    for span in sorted({*found, *wanted}):
        note = notes.get(span, "")
        if span not in wanted:
            rows.append(ReviewRow(*span, "reject", "", note))
        elif span not in found:
            rows.append(ReviewRow(*span, "add", _patch(wanted[span], [*REVIEWED, "subject"]), note))
        elif different := [name for name in REVIEWED if getattr(found[span], name) != getattr(wanted[span], name)]:
            rows.append(ReviewRow(*span, "correct", _patch(wanted[span], different), note))
    return rows + [row for row in before if row.action == "accept"]


def _span(row: ObservationRow) -> tuple[int, int]:
    return row.source_start, row.source_end


def _patch(row: ObservationRow, names: list[str]) -> str:
    return patch_of({name: cell(getattr(row, name)) for name in names})


def main(folder: Path) -> None:
    """Rewrite data/review for every shipped report whose text lies in ``folder``, and print a line for each."""
    texts, catalogue = texts_by_hash(folder), Catalogue.load()
    for head in shipped.heads():
        if head.sha256 not in texts:
            print(f"{head.id}: no text in {folder}, left as it is")
            continue
        path = shipped.REVIEW / f"{head.id}.csv"
        truth = read_rows(shipped.OBSERVATIONS / f"{head.id}.csv", ObservationRow)
        rows = corrections(observation_rows(read_report(texts[head.sha256], catalogue)), truth, read_rows(path, ReviewRow))
        write_rows(path, rows, ReviewRow)
        print(f"{head.id}: {len(truth)} figures, {len(rows)} corrections")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
