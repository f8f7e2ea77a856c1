"""The checks: rules that compare figures with each other when a store is written; they report and never change a figure.

Each rule is one .sql file of this folder: a SELECT giving severity (``warning`` or ``notice``), observation_id, other_id,
expected, got (in base units or per cent), message_vi, message_en. The tolerance is always half a unit of the last printed
digit of each operand, so that rounding in a report is never called an error.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from data.store.scripts import run, script

if TYPE_CHECKING:
    import duckdb

FOLDER = Path(__file__).parent


def rules() -> list[str]:
    """The names of the rules, in alphabetical order."""
    return sorted(path.stem for path in FOLDER.glob("*.sql"))


def run_checks(connection: duckdb.DuckDBPyConnection) -> None:
    """Recompute the table ``finding`` of the open store."""
    run(connection, "forget_findings")
    for rule in rules():
        connection.execute(script("find").format(rule=script(f"checks/{rule}")), {"rule": rule})
