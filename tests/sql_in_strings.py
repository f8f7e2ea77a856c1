"""Finds SQL in the strings of a Python module, which belongs into .sql files."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import duckdb

if TYPE_CHECKING:
    from collections.abc import Iterator

# What opens and closes a store has no question in it, and is told with the name of a file.
ALLOWED = {"ATTACH", "DETACH", "TRANSACTION", "SET", "CHECKPOINT"}
FILLINGS = ("x", "1", "")
"""What may stand in the braces of an f-string: a name, a value or nothing."""
_THING = r"(or\s+replace\s+)?(temp(orary)?\s+)?(table|view|macro|function|schema|index|sequence|type)"
_BEGINS = re.compile(
    rf"""\s*\(?\s*(
        select\s | with\s+\w+\s+as\s*\( | from\s+\S+\s+(select|where|join|limit)\s | insert\s+into\s | delete\s+from\s
      | update\s+\S+\s+set\s | merge\s+into\s | (create|alter|drop|truncate)\s+{_THING}\s | copy\s.+\s(to|from)\s
      | where\s | having\s | (group|order|partition)\s+by\s | ((left|right|full|cross|semi|anti|asof)\s+)?join\s
      | union\s+(all\s|select\s|by\s) | limit\s+\S | case\s+when\s
    )""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_HOLDS = re.compile(r"\bselect\b.+\bfrom\s|\bcase\s+when\b.+\bend\b|[\w)}]::[a-z]\w|\w\s+collate\s", re.IGNORECASE | re.DOTALL)


def sql_strings(module: str, words: frozenset[str] = frozenset()) -> list[int]:
    """The lines of a module's source where SQL begins in a string.

    Args:
        module: the source.
        words: strings that are single terms of the language, which completion and highlighting speak of.
    """
    found = {line for line, forms in _strings(ast.parse(module)) if any(map(_is_sql, forms)) and words.isdisjoint(forms)}
    return sorted(found)


def _is_sql(text: str) -> bool:
    return bool(_BEGINS.match(text) or _HOLDS.search(text)) or (len(text.split()) > 1 and _is_statement(text))


def _is_statement(text: str) -> bool:
    """Whether DuckDB reads it as a statement that asks or changes tables."""
    try:
        return any(statement.type.name not in ALLOWED for statement in duckdb.extract_statements(text))
    except (duckdb.Error, ValueError):
        return False


def _strings(tree: ast.Module) -> Iterator[tuple[int, list[str]]]:
    """Each string with its line, f-strings filled in all ways; docstrings and the parts of f-strings are none."""
    skipped = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    skipped |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, [node.value]
        elif isinstance(node, ast.JoinedStr):
            yield node.lineno, ["".join(_text(part, filling) for part in node.values) for filling in FILLINGS]


def _text(part: ast.expr, filling: str) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else filling
