"""What starting costs and needs."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import duckdb

from queries import engine

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = ("duckdb", "polars", "pyarrow", "rapidfuzz", "importlib.metadata")


def imported(code: str, names: tuple[str, ...], *arguments: str) -> str:
    """Which of ``names`` are modules after ``code`` has run in a process of its own."""
    code = f"import sys; {code}; print([name for name in {names!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_app_is_imported_without_the_heavy_libraries() -> None:
    assert imported("import tui.app", ("_duckdb", *HEAVY)) == "[]"


def test_a_store_is_asked_without_the_layer_around_the_engine(small_store: Path) -> None:
    code = "from queries import panes, store; from pathlib import Path; store.Store(Path(sys.argv[1])).ask(panes.SECTORS)"
    assert imported(code, HEAVY, str(small_store)) == "[]"


def test_the_engine_is_that_of_the_library() -> None:
    names = ("connect", "extract_statements", "DuckDBPyConnection", "Error", "InterruptException", "ResourceInUseException")
    assert all(getattr(engine.duckdb, name) is getattr(duckdb, name) for name in names)
