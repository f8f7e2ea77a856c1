"""What was run in the console, when, and how it went: one JSON line a run, the newest thousand kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from queries.files import replacing

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 2_000_000
"""Bytes of the file; a larger one is cut."""
MOST = 1_000
"""Runs that are kept when the file is cut."""


class Run(NamedTuple):
    """One run.

    Attributes:
        at: when it began, as ISO 8601 in local time, to the second.
        sql: what was run.
        outcome: ``done``, ``failed``, ``stopped``, or ``closed`` for the text of a tab that was closed.
        rows: rows of the last answer known then; ``more`` tells whether there were others.
        more: whether there were more.
        seconds: how long it took until the first rows.
        error: the message of a failure.
    """

    at: str
    sql: str
    outcome: str
    rows: int = 0
    more: bool = False
    seconds: float = 0.0
    error: str = ""


def read_history(path: Path) -> list[Run]:
    """All runs kept, the newest first; unreadable lines are skipped."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    runs: list[Run] = []
    for line in lines:
        try:
            found = json.loads(line)
            runs.append(Run(**{name: found[name] for name in Run._fields if name in found}))
        except (ValueError, TypeError):
            continue
    return [run for run in reversed(runs) if isinstance(run.sql, str) and isinstance(run.at, str)]


def add_run(path: Path, run: Run) -> None:
    """Append a run; the file is cut now and then. Errors are ignored, because losing it must not stop the explorer."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(run._asdict(), ensure_ascii=False) + "\n")
        if path.stat().st_size > LARGEST:
            _shorten(path)
    except OSError:
        return


def _shorten(path: Path) -> None:
    kept = path.read_text(encoding="utf-8").splitlines()[-MOST:]
    with replacing(path) as beside:
        beside.write_text("\n".join(kept) + "\n", encoding="utf-8")
