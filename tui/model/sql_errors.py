"""DuckDB's most frequent error messages in plain words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.words import Words

_FORMS = (
    ("no_column", r'Referenced column "(?P<name>[^"]+)" not found'),
    ("no_column", r'Table "[^"]+" does not have a column named "(?P<name>[^"]+)"'),
    ("no_table", r"Table with name (?P<name>\S+) does not exist"),
    ("no_table", r'Referenced table "(?P<name>[^"]+)" not found'),
    ("no_function", r"Function with name \"?(?P<name>[\w.]+)\"? (?:does not exist|is not in)"),
    ("wrong_types", r"No function matches the given name and argument types '(?P<name>.+?)'\. You"),
    ("syntax", r'syntax error at or near "(?P<name>[^"]+)"'),
    ("syntax_end", r"syntax error at end of input"),
    ("not_grouped", r'column "(?P<name>[^"]+)" must appear in the GROUP BY clause'),
    ("no_conversion", r"Could not convert string '(?P<name>.*?)' to (?P<other>\w+)"),
    ("ambiguous", r'Ambiguous reference to column name "(?P<name>[^"]+)"'),
    ("no_value", r"^no value for (?P<name>\$(?P<other>\w+)[\w, $]*);"),
    ("no_literal", r"^no value of (?P<name>\$\w+): (?P<other>.*); text stands in quotes"),
    ("pivot", r"; PIVOT needs its values named: (?P<name>.+)"),
    ("not_allowed", r"^(?P<name>\w+(?: \w+)?) is not allowed, the store"),
    ("no_files", r"file system operations are disabled|external access|disabled by configuration"),
    ("memory", r"^Out of Memory Error"),
    ("empty", r"nothing to run"),
    ("time_zone", r"Required module 'pytz'"),
)
_DUCKDB = re.compile(r"[A-Z][\w ]* Error: ")
_OFFERED = re.compile(r'(?:Did you mean|Candidate bindings:)\s*(?P<names>"[^\n?]+)')


def plain_words(message: str, words: Words, keys: bool = True) -> str:
    """An error in the language of the interface, with DuckDB's suggestions; DuckDB's own words where it has no wording.

    Args:
        message: the error.
        words: the language.
        keys: whether the reader is in the explorer, where keys do what options do at the command line.
    """
    for key, form in _FORMS:
        found = re.search(form, message)
        if found:
            own = f"console.wrong_{key}_command"
            text = own if not keys and words.has(own) else f"console.wrong_{key}"
            said = words(text, **{"name": "", "other": "", **found.groupdict()})
            offered = _OFFERED.search(message)
            return f"{said} {words('console.wrong_meant', names=offered['names'])}" if offered else said
    return message


def is_duckdbs(message: str) -> bool:
    """Whether an error is in DuckDB's words, which stay beside plain ones to be looked up; else it is this program's own."""
    return _DUCKDB.match(message) is not None
