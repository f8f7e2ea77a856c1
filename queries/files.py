"""Writing the user's files: safe names, and atomic replacement."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from queries.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LONGEST = 60
"""Characters of a name, well below what file systems allow."""


def file_name(title: str, otherwise: str) -> str:
    """A name that every file system takes, without a suffix: ``"Than, từng kỳ"`` gives ``"than-tung-ky"``.

    Args:
        title: what it is made of.
        otherwise: the name where the title has neither letters nor digits.
    """
    return re.sub(r"[^a-z0-9]+", "-", fold(title)).strip("-")[:LONGEST] or otherwise


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A temporary path beside ``path``; it replaces ``path`` when the block ends without an error, and is removed otherwise.

    Raises:
        OSError: the file cannot be put in its place.
    """
    beside = path.with_name(path.name + ".part")
    try:
        yield beside
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
