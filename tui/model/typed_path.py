"""Paths as people type or paste them: quoted, with a leading tilde, as a file:// address; and their completion."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

MOST = 500
"""Names of a folder that are looked at to complete one."""
REPORTS = (".txt", ".text", ".md", ".markdown", ".docx", ".pdf")


def expanded(text: str) -> Path:
    """The path with its leading tilde replaced by a home folder; as it stands where nobody has that name."""
    path = Path(text)
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def path_of(text: str) -> Path | None:
    """The path that was typed or pasted; None where the text is blank."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    if text.startswith("file://"):
        text = unquote(urlsplit(text).path)
    elif "\\ " in text and not Path(text).exists():
        text = text.replace("\\ ", " ")
    return expanded(text) if text else None


def completed(text: str) -> str | None:
    """``text`` completed to the first folder or report that begins with it; None where nothing does."""
    head, slash, begun = text.rpartition("/")
    if not text or text.startswith(("'", '"', "file:")):
        return None
    for name, is_folder in _names(expanded(head + slash)):
        if name.startswith(begun) and name != begun and (begun or not name.startswith(".")):
            return head + slash + name + ("/" if is_folder else "")
    return None


def _names(folder: Path) -> list[tuple[str, bool]]:
    """The names in a folder, and whether each is a folder: reports first, then folders; none where it cannot be read."""
    try:
        with os.scandir(folder) as found:
            entries = [(entry.name, entry.is_dir()) for entry, _ in zip(found, range(MOST), strict=False)]
    except OSError:
        return []
    return sorted((one for one in entries if one[1] or one[0].lower().endswith(REPORTS)), key=lambda one: (one[1], one[0]))
