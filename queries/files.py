"""Writing the user's files: safe names and atomic replacement."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from queries.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 60
"""Characters of a name, well below what file systems allow."""


def file_name(title: str, fallback: str) -> str:
    """A name that every file system takes, without a suffix: ``"Than, từng kỳ"`` gives ``"than-tung-ky"``.

    Args:
        title: what the name is made of.
        fallback: the name to use where the title has neither letters nor digits.
    """
    return re.sub(r"[^a-z0-9]+", "-", fold(title)).strip("-")[:LONGEST] or fallback


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary path beside ``path``, whose file replaces ``path`` if the block ends without an error.

    A link stays: what it points to is replaced. Pipes and devices cannot be replaced: the path given is then their own.

    Raises:
        OSError: the file cannot be put in its place.
    """
    if path.exists() and not path.is_file():
        yield path
        return
    target = Path(os.path.realpath(path))  # `Path.resolve` raises another error where links go in a circle
    temporary = target.with_name(f"{token_hex(8)}.part")
    try:
        yield temporary
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
