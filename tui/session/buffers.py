"""The texts of the console, kept as plain .sql files from one run to the next.

Several explorers may be open at once: none overwrites or deletes what another has written since.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from queries.files import replacing

if TYPE_CHECKING:
    from pathlib import Path

VERSION = 1
_FILE = re.compile(r"(\d\d|[0-9a-f]{12})\.sql")


def _new_file() -> str:
    return f"{os.urandom(6).hex()}.sql"


@dataclass
class Buffer:
    """One text.

    Attributes:
        name: what its tab is called.
        text: what is written.
        row: where the cursor stands, from 0.
        column: the same within the row.
        file: the name of its file.
        kept: what this explorer last read from the file or wrote to it; None where it did neither.
    """

    name: str
    text: str = ""
    row: int = 0
    column: int = 0
    file: str = field(default_factory=_new_file, compare=False)
    kept: str | None = field(default=None, compare=False, repr=False)


@dataclass
class Buffers:
    """All texts in the order of their tabs, and which one is open.

    Attributes:
        items: the texts.
        current: the place of the open one.
        closed: texts that were closed and whose files are still there.
    """

    items: list[Buffer] = field(default_factory=list)
    current: int = 0
    closed: list[Buffer] = field(default_factory=list, compare=False)

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
        self.closed.append(gone)
        self.current = max(0, min(self.current - (place < self.current), len(self.items) - 1))
        return gone

    def rename(self, buffer: Buffer, name: str) -> None:
        """Call the tab of a text otherwise, with a number where another one is called so."""
        buffer.name = ""
        buffer.name = self._free(name)

    def _free(self, name: str) -> str:
        taken = {one.name for one in self.items}
        return name if name not in taken else next(f"{name} {n}" for n in range(2, 10_000) if f"{name} {n}" not in taken)


def read_buffers(folder: Path) -> Buffers:
    """The texts kept in ``folder``: those of its index, if that can be read, then the others, the oldest first."""
    index = _read_index(folder)
    named = {entry["file"] for entry in index["buffers"]}
    others = [{"file": file} for file in _files(folder) if file not in named]
    found = (_read(folder, entry, number) for number, entry in enumerate([*index["buffers"], *others], 1))
    items = [buffer for buffer in found if buffer is not None]
    current = index.get("current")
    return Buffers(items, current if isinstance(current, int) and 0 <= current < len(items) else 0)


def write_buffers(folder: Path, buffers: Buffers) -> None:
    """Write the texts to ``folder``; errors are ignored, because losing them must not stop the explorer."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for buffer in buffers.items:
            _keep(folder, buffer)
        while buffers.closed:
            _remove(folder, buffers.closed.pop())
        own = [{"file": one.file, "name": one.name, "row": one.row, "column": one.column} for one in buffers.items]
        known, there = {one.file for one in buffers.items}, set(_files(folder))
        others = [entry for entry in _read_index(folder)["buffers"] if entry["file"] in there - known]
        index = {"version": VERSION, "current": buffers.current, "buffers": [*own, *others]}
        _replace(folder / "buffers.json", json.dumps(index, ensure_ascii=False, indent=1))
    except OSError:
        return


def _keep(folder: Path, buffer: Buffer) -> None:
    """Write a text that has changed; where another explorer has changed the same file, into a file of its own."""
    if buffer.text == buffer.kept and (folder / buffer.file).exists():
        return
    if _text(folder / buffer.file) not in (None, buffer.kept, buffer.text):
        buffer.file = _new_file()
    _replace(folder / buffer.file, buffer.text)
    buffer.kept = buffer.text


def _remove(folder: Path, closed: Buffer) -> None:
    """Delete the file of a closed text, unless another explorer has changed it."""
    if _text(folder / closed.file) == closed.kept:
        (folder / closed.file).unlink(missing_ok=True)


def _read_index(folder: Path) -> dict[str, Any]:
    """The index, without entries that name no file of a text; an empty one where it cannot be read."""
    try:
        index = json.loads((folder / "buffers.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        index = None
    if not isinstance(index, dict) or index.get("version") != VERSION or not isinstance(index.get("buffers"), list):
        return {"buffers": []}
    return {**index, "buffers": [entry for entry in index["buffers"] if isinstance(entry, dict) and _names_file(entry)]}


def _names_file(entry: dict[str, Any]) -> bool:
    return isinstance(entry.get("file"), str) and bool(_FILE.fullmatch(entry["file"]))


def _files(folder: Path) -> list[str]:
    """The files of texts, the oldest first."""
    return [path.name for path in sorted(folder.glob("*.sql"), key=_written) if _FILE.fullmatch(path.name)]


def _written(path: Path) -> tuple[int, str]:
    try:
        return path.stat().st_mtime_ns, path.name
    except OSError:  # another explorer has deleted it
        return 0, path.name


def _read(folder: Path, entry: dict[str, Any], number: int) -> Buffer | None:
    text = _text(folder / entry["file"])
    if text is None:
        return None
    name, row, column = (entry.get(key) for key in ("name", "row", "column"))
    name = name if isinstance(name, str) else f"{number:02}"
    row, column = (place if isinstance(place, int) else 0 for place in (row, column))
    return Buffer(name, text, row, column, entry["file"], text)


def _text(path: Path) -> str | None:
    """What a file holds, its ends of lines as they are; None where it cannot be read."""
    try:
        return path.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return None


def _replace(path: Path, text: str) -> None:
    with replacing(path) as beside:
        beside.write_bytes(text.encode())
