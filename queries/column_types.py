"""DuckDB's column types by name: which are numeric, and which values Python can represent."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from queries.question import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NUMERIC = re.compile(r"(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|FLOAT|DOUBLE|DECIMAL\(\d+,\s*\d+\))")
_FLOAT32 = "FLOAT"
_DATE = re.compile(r"DATE|TIMESTAMP(?:_S|_MS)?")
_ENDS = {date.min, date.max, datetime.min, datetime.max}
_AS_TEXT = re.compile("TIME ZONE|INTERVAL|BLOB|UUID|GEOMETRY|VARIANT|_NS")


def is_numeric(kind: str) -> bool:
    """Whether a column of the DuckDB type ``kind`` holds numbers."""
    return bool(_NUMERIC.fullmatch(kind))


def fits_python(kind: str) -> bool:
    """Whether Python can represent the values of a type exactly.

    A timedelta has no months; times with a zone need a package that is not installed; and a 32-bit FLOAT, widened to Python's
    float, shows digits that it does not have.
    """
    return kind != _FLOAT32 and not _AS_TEXT.search(kind)


def has_infinity(kinds: Sequence[str], rows: Iterable[Sequence[Any]]) -> bool:
    """Whether rows may hold ``infinity`` as a date: DuckDB's client returns Python's last or first date in its place."""
    places = [place for place, kind in enumerate(kinds) if _DATE.fullmatch(kind)]
    return bool(places) and any((row[place] in _ENDS) for row in rows for place in places)


def select_list(kinds: Sequence[str]) -> str:
    """The columns ``c0, c1 ...`` of an answer for a SELECT, those that Python cannot represent cast to DuckDB's own text."""
    return ", ".join(_column(f"c{place}", kind) for place, kind in enumerate(kinds))


def _column(name: str, kind: str) -> str:
    if kind == _FLOAT32:
        form = "answer/float32"
    elif _DATE.fullmatch(kind):
        form = "answer/date"
    elif fits_python(kind):
        return name
    else:
        form = "answer/in_words"
    return text_of(form).strip().format(column=name, kind=kind)
