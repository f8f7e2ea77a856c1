"""DuckDB's types by name: which are numeric, and which Python can represent."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NUMERIC = re.compile(r"(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|FLOAT|DOUBLE|DECIMAL\(\d+,\s*\d+\))")
_SHORT = "FLOAT"
_DATE = re.compile(r"DATE|TIMESTAMP(?:_S|_MS)?")
_ENDS = {date.min, date.max, datetime.min, datetime.max}
_WRITTEN = re.compile("TIME ZONE|INTERVAL|BLOB|UUID|GEOMETRY|VARIANT|_NS")


def numeric(kind: str) -> bool:
    """Whether a column of that type holds numbers."""
    return bool(_NUMERIC.fullmatch(kind))


def taken(kind: str) -> bool:
    """Whether Python can represent the values of a type exactly.

    An interval of a month is not of thirty days; for a time with its zone DuckDB's client asks for a package of its own; and
    Python's one kind of float tells the short one of DuckDB with digits that it does not have.
    """
    return kind != _SHORT and not _WRITTEN.search(kind)


def endless(kinds: Sequence[str], rows: Iterable[Sequence[Any]]) -> bool:
    """Whether rows may hold a date without end: DuckDB's client gives the last or first day that Python knows in its place."""
    places = [place for place, kind in enumerate(kinds) if _DATE.fullmatch(kind)]
    return bool(places) and any((row[place] in _ENDS) for row in rows for place in places)


def shown(kinds: Sequence[str]) -> str:
    """The columns c0, c1 ... of an answer, with what Python cannot take as DuckDB itself writes it."""
    return ", ".join(_written(f"c{place}", kind) for place, kind in enumerate(kinds))


def _written(name: str, kind: str) -> str:
    if kind == _SHORT:
        return f"{name}::varchar::double"
    if _DATE.fullmatch(kind):
        either = f"union(day {kind}, words varchar)"
        return f"case when isinf({name}) then {name}::varchar::{either} else {name}::{either} end"
    return name if taken(kind) else f"{name}::varchar"
