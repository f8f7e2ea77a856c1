"""The folder of reports from which shipped files are made anew."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def texts_in(folder: Path) -> list[Path]:
    """The reports of a folder as text, in order of their names.

    Raises:
        SystemExit: there is none, and what ships would be made of nothing; the status is 2.
    """
    found = sorted(folder.glob("*.txt"))
    if not found:
        print(f"{folder}: no report (.txt) in this folder; name another: REPORTS=FOLDER", file=sys.stderr)
        raise SystemExit(2)
    return found
