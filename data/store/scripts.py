"""The SQL of the build stands in .sql files of this folder; only the opening and the transactions of a store are Python."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import duckdb

FOLDER = Path(__file__).parent


@cache
def script(name: str) -> str:
    """The text of a .sql file, given by its path in this folder without the suffix."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def run(connection: duckdb.DuckDBPyConnection, name: str, **parameters: Any) -> list[tuple[Any, ...]]:
    """Run the statements of a .sql file, each with all the parameters, and give the rows of the last one."""
    for statement in connection.extract_statements(script(name)):
        connection.execute(statement, parameters)
    return connection.fetchall()
