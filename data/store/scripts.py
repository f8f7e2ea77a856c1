"""The SQL of the build: whatever is longer than a line stands in a .sql file of this folder."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def script(name: str) -> str:
    """The text of a .sql file, given by its path in this folder without the suffix."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")
