"""TOML as the catalogue is written: tables, and in them a key and its value a line, all strings, numbers and lists of strings.

JSON writes such values alike, and is read ten times as fast as TOML. Whatever else may stand in a file, or be wrong with it, is
left to tomllib.
"""

from __future__ import annotations

import json
import re
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:e-?[0-9]+)?")
_QUOTED = re.compile(r'"[^"\\]+"')


def loads(text: str) -> dict[str, Any]:
    """The tables of a TOML text.

    Raises:
        tomllib.TOMLDecodeError: it is no TOML.
    """
    try:
        return _plain(text)
    except ValueError:
        import tomllib  # rarely needed, and slow to import

        return tomllib.loads(text)


def _plain(text: str) -> dict[str, Any]:
    """The tables of a text that is written plainly; a ValueError if it is not."""
    if "\\" in text.replace('\\"', ""):
        raise ValueError("TOML and JSON escape in other ways")
    lines = [line for raw in text.split("\n") if (line := raw.strip(" \t\r")) and line[0] != "#"]
    pairs = [line.partition(" = ") for line in lines if line[0] != "["]
    values = iter(_values([value for _, _, value in pairs]))
    keys = iter([_key(key) for key, _, _ in pairs])
    root: dict[str, Any] = {}
    table = root
    for line in lines:
        if line[0] == "[":
            table = _table(root, line)
        elif (key := next(keys)) not in table:
            table[key] = next(values)
        else:
            raise ValueError(f"{key} stands twice")
    return root


def _values(printed: list[str]) -> list[Any]:
    """What is written in one line each."""
    if not all(text[:1] + text[-1:] in ('""', "[]") or _NUMBER.fullmatch(text) for text in printed):
        raise ValueError("a value of another kind, or of several lines")
    values: list[Any] = json.loads(f"[{','.join(printed)}]")
    words = (word for value in values if isinstance(value, list) for word in value)
    if len(values) != len(printed) or not all(isinstance(word, str) for word in words):
        raise ValueError("a list of other things, or several values in a line")
    return values


def _key(printed: str) -> str:
    if _QUOTED.fullmatch(printed):
        return printed[1:-1]
    if _BARE.fullmatch(printed):
        return printed
    raise ValueError("a key of several parts")


def _table(root: dict[str, Any], header: str) -> dict[str, Any]:
    """The new table that a line opens: ``[name]``, another ``[[name]]``, another ``[[outer.name]]`` of the last ``[[outer]]``."""
    many = header.startswith("[[")
    outer, _, name = header.strip("[]").rpartition(".")
    if header not in (f"[[{outer}.{name}]]", f"[[{name}]]", f"[{name}]") or not _BARE.fullmatch(name):
        raise ValueError("a header of another kind")
    if outer and not _is_tables(root.get(outer)):
        raise ValueError("no table for this one to be in")
    parent: dict[str, Any] = root[outer][-1] if outer else root
    if name in parent and not (many and _is_tables(parent[name])):
        raise ValueError("something else has this name")
    table: dict[str, Any] = {}
    if many:
        parent.setdefault(name, []).append(table)
    else:
        parent[name] = table
    return table


def _is_tables(known: object) -> bool:
    return isinstance(known, list) and bool(known) and isinstance(known[-1], dict)
