"""The texts of the console, kept as plain .sql files from one run to the next."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from queries.files import replacing

VERSION = 1
MOST = 40
"""Texts that are kept; their files are numbered with two digits."""


@dataclass
class Buffer:
    """One text: its name, what is written, and where the cursor stands (row, column from 0)."""

    name: str
    text: str = ""
    row: int = 0
    column: int = 0


@dataclass
class Buffers:
    """All texts in the order of their tabs, and which one is open.

    Attributes:
        items: the texts.
        current: the place of the open one.
    """

    items: list[Buffer] = field(default_factory=list)
    current: int = 0

    def add(self, name: str, text: str) -> int:
        """Open a text in a new tab, or in the tab that already holds the same text; the index of the tab."""
        same = next((place for place, one in enumerate(self.items) if one.text.strip() == text.strip() and text.strip()), None)
        if same is None:
            self.items.append(Buffer(self._free(name), text))
            same = len(self.items) - 1
        self.current = same
        return same

    def close(self, place: int) -> Buffer:
        """Remove a text and return it; a neighbour becomes the open one."""
        gone = self.items.pop(place)
        self.current = max(0, min(self.current - (place < self.current), len(self.items) - 1))
        return gone

    def _free(self, name: str) -> str:
        taken = {one.name for one in self.items}
        return name if name not in taken else next(f"{name} {n}" for n in range(2, 10_000) if f"{name} {n}" not in taken)


def read_buffers(folder: Path) -> Buffers:
    """The texts kept in ``folder``; without a readable index, every numbered .sql file there."""
    try:
        index = json.loads((folder / "buffers.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        index = None
    if not isinstance(index, dict) or index.get("version") != VERSION or not isinstance(index.get("buffers"), list):
        files = sorted(path.name for path in folder.glob("[0-9][0-9].sql"))
        index = {"buffers": [{"file": file, "name": file.removesuffix(".sql")} for file in files]}
    items = [buffer for buffer in (_read(folder, entry) for entry in index["buffers"][:MOST]) if buffer is not None]
    current = index.get("current")
    return Buffers(items, current if isinstance(current, int) and 0 <= current < len(items) else 0)


def write_buffers(folder: Path, buffers: Buffers) -> None:
    """Write the texts to ``folder``; errors are ignored, because losing them must not stop the explorer."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        entries = []
        for number, buffer in enumerate(buffers.items[:MOST], 1):
            file = f"{number:02}.sql"
            _replace(folder / file, buffer.text)
            entries.append({"file": file, "name": buffer.name, "row": buffer.row, "column": buffer.column})
        index = {"version": VERSION, "current": buffers.current, "buffers": entries}
        _replace(folder / "buffers.json", json.dumps(index, ensure_ascii=False, indent=1))
        for stale in folder.glob("[0-9][0-9].sql"):
            if int(stale.stem) > len(entries):
                stale.unlink()
    except OSError:
        return


def _read(folder: Path, entry: Any) -> Buffer | None:
    if not isinstance(entry, dict):
        return None
    file, name, row, column = (entry.get(key) for key in ("file", "name", "row", "column"))
    if not (isinstance(file, str) and file == Path(file).name and isinstance(name, str)):
        return None
    try:
        text = (folder / file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return Buffer(name, text, row if isinstance(row, int) else 0, column if isinstance(column, int) else 0)


def _replace(path: Path, text: str) -> None:
    with replacing(path) as beside:
        beside.write_text(text, encoding="utf-8")
