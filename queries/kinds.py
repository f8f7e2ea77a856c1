"""DuckDB's types by name: which are numeric, and which Python can represent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMERIC = re.compile(r"(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|FLOAT|DOUBLE|DECIMAL\(\d+,\s*\d+\))")
_WRITTEN = re.compile("TIME ZONE|INTERVAL|BLOB|UUID|GEOMETRY|VARIANT|_NS")


def numeric(kind: str) -> bool:
    """Whether a column of that type holds numbers."""
    return bool(_NUMERIC.fullmatch(kind))


def taken(kind: str) -> bool:
    """Whether Python can represent the values of a type exactly.

    An interval of a month is not of thirty days; for a time with its zone DuckDB's client asks for a package of its own.
    """
    return not _WRITTEN.search(kind)


def shown(kinds: Sequence[str]) -> str:
    """The select list c0, c1 ... of an answer; types that Python cannot represent are cast to text by DuckDB."""
    return ", ".join(f"c{place}" if taken(kind) else f"c{place}::varchar as c{place}" for place, kind in enumerate(kinds))
