"""Values as text and as JSON, in one way for the grid, the clipboard, files and the plain verbs."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from decimal import Decimal
from math import isfinite


def plain(value: object) -> str:
    """A value as text that can be pasted into SQL or a sheet: with a decimal point, all its digits and no needless ones."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, (list, dict, tuple)):
        return json.dumps(jsonable(value), ensure_ascii=False)
    return str(value)


def jsonable(value: object) -> object:
    """A value as JSON can hold it; numbers that are not finite become null."""
    if isinstance(value, (list, tuple)):
        return [jsonable(part) for part in value]
    if isinstance(value, dict):
        return {plain(key): jsonable(part) for key, part in value.items()}
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, float):
        return value if isfinite(value) else None
    return value if isinstance(value, (int, str)) or value is None else plain(value)
