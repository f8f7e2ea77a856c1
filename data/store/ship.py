"""``make data``: regenerate the shipped figures from the reports' texts and the reviewed corrections.

    python -m data.store.ship FOLDER

FOLDER holds the reports' texts. A report is known by its sha256. The files under data/passages and data/observations and
data/account.csv are written again; when neither reader nor corrections changed, nothing changes. No text of a report is written:
section titles are the reviewed ones of reports.toml, and the subject of a figure ships only where the catalogue has no indicator
for it.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from data.catalogue import Catalogue
from data.reader.folder import texts_in
from data.reader.meaning.tokens import KINDS
from data.reader.read import read_report
from data.store import shipped
from data.store.convert import account_of, observation_rows, passage_rows
from data.store.records import AccountRow, ObservationRow, PassageRow, ReportRow, ReviewRow, read_rows, write_rows
from data.store.review import apply_corrections

if TYPE_CHECKING:
    from data.reader.read import Reading

TEXTS = frozenset({"raw"})
"""Fields of a passage that do not ship."""


def texts_by_hash(folder: Path) -> dict[str, str]:
    """The texts of the .txt files in a folder, by the sha256 of their bytes.

    Raises:
        SystemExit: there are none.
    """
    contents = (path.read_bytes() for path in texts_in(folder))
    return {hashlib.sha256(content).hexdigest(): content.decode("utf-8") for content in contents}


def ship(folder: Path) -> list[str]:
    """Regenerate the shipped rows of every known report whose text lies in ``folder``.

    Returns:
        One line per report: its id, how many figures, how many of them reviewed.
    """
    texts, catalogue, lines = texts_by_hash(folder), Catalogue.load(), []
    account = read_rows(shipped.ACCOUNT, AccountRow)
    for head in shipped.heads():
        if head.sha256 not in texts:
            lines.append(f"{head.id}: no text in {folder}, left as it is")
            continue
        reading = read_report(texts[head.sha256], catalogue)
        passages, rows = rows_of(head, reading)
        account = [row for row in account if row.report != head.id]
        account += [AccountRow(head.id, kind, count) for kind, count in account_of(reading).items()]
        write_rows(shipped.PASSAGES / f"{head.id}.csv", passages, PassageRow, skip=TEXTS)
        write_rows(shipped.OBSERVATIONS / f"{head.id}.csv", rows, ObservationRow)
        lines.append(f"{head.id}: {len(rows)} figures, {sum(row.reviewed for row in rows)} reviewed")
    write_rows(shipped.ACCOUNT, sorted(account, key=lambda row: (row.report, KINDS.index(row.kind))), AccountRow)
    return lines


def rows_of(head: ReportRow, reading: Reading) -> tuple[list[PassageRow], list[ObservationRow]]:
    """The rows of a report that ship: its passages, and its figures as read and corrected."""
    passages = [replace(row, section_title=shipped.section_title(head.id, row.section)) for row in passage_rows(reading.document)]
    corrections = read_rows(shipped.REVIEW / f"{head.id}.csv", ReviewRow)
    rows = apply_corrections(observation_rows(reading), corrections, passages, reading.document.raw)
    return passages, [replace(row, subject=None) if row.indicator else row for row in rows]


if __name__ == "__main__":
    print(*ship(Path(sys.argv[1])), sep="\n")
