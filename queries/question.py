"""Questions: .sql files, each with a name, titles in two languages and named parameters.

The folder ``panes`` holds what ``panes.py`` asks, and so on.

A file begins with a header of comment lines::

    -- vi: Bảng chỉ tiêu của một lĩnh vực
    -- en: The indicator table of one sector
    -- period = '2026-Q1'

A line ``-- note: ...`` may say more. The last kind of line gives an example value for every $parameter, so that a file can be run
as it is from the console and in any DuckDB shell (``prepare q as <file>; execute q(period := '2026-Q1')``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = Path(__file__).parent
Row = TypeVar("Row", bound=tuple[object, ...])

_HEADER = re.compile(r"^--\s*(\w+)\s*([:=])\s*(.*?)\s*$")


@dataclass(frozen=True, slots=True)
class Question(Generic[Row]):
    """A question and the type of one row of its answer.

    Attributes:
        name: the .sql file's path in this folder, without the suffix.
        row: a NamedTuple class with a field for every column, in order.
        repeats: whether the answer is long, kept in memory and full of repeated strings, so that equal ones should be one object.
    """

    name: str
    row: type[Row]
    repeats: bool = False


class Header(NamedTuple):
    """The header of a .sql file: titles, an example (an SQL literal) for each parameter, and a note."""

    title_vi: str
    title_en: str
    examples: dict[str, str]
    note: str = ""


@cache
def text_of(name: str) -> str:
    """The SQL text of the question ``name``; a FileNotFoundError is a fault of the program."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def header_of(name: str) -> Header:
    """The titles and parameter examples of the question ``name``."""
    return header(text_of(name))


def header(sql: str) -> Header:
    """The header of an SQL text, from the comment lines at its top; titles it does not have are empty."""
    titles, examples = {"vi": "", "en": "", "note": ""}, {}
    for line in sql.splitlines():
        found = _HEADER.match(line)
        if not found:
            break
        key, sign, value = found.groups()
        if sign == "=":
            examples[key] = value
        elif key in titles:
            titles[key] = value
    return Header(titles["vi"], titles["en"], examples, titles["note"])


def filled(sql: str, parameters: Mapping[str, object]) -> str:
    """An SQL text whose header gives ``parameters``; examples of other parameters stay."""
    rest, titles, values = sql.splitlines(), [], {}
    while rest and (found := _HEADER.match(rest[0])):
        line = rest.pop(0)
        if found[2] == ":":
            titles.append(line)
        else:
            values[found[1]] = line
    values |= {name: f"-- {name} = {literal(value)}" for name, value in parameters.items()}
    return "\n".join([*titles, *values.values(), *rest])


def literal(value: object) -> str:
    """A Python value as an SQL literal; lists of values too."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(literal(part) for part in value)}]"
    if isinstance(value, (int, float)):
        return str(value)
    return "'" + str(value).replace("'", "''").replace("\n", " ") + "'"
