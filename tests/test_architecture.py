"""The architecture: where things live, what is imported when, what ships."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from data.store.shipped import heads
from queries.keywords import OFFERED
from tests.source import ROOT, nodes
from tests.sql_in_strings import sql_strings

SHIPPED = sorted(head.id for head in heads())
README = (ROOT / "README.md").read_text(encoding="utf-8")


WORDS = frozenset({*OFFERED, "select all"})
"""Strings that are words of SQL, or like them, and no SQL: what completion offers, and the name of a key."""


def test_sql_stands_in_sql_files() -> None:
    """No string of a module asks or changes tables; it may open a store, or begin and end a transaction."""
    found = []
    for path in nodes():
        found += [f"{path}:{line}" for line in sql_strings((ROOT / path).read_text(encoding="utf-8"), WORDS)]
    assert found == []


@pytest.mark.parametrize(
    ("module", "forbidden"),
    [
        ("tui.app", {"duckdb", "_duckdb", "polars", "pyarrow", "data.reader.read", "rapidfuzz", "importlib.metadata"}),
        ("tui.cli", {"duckdb", "polars", "pyarrow", "textual", "rich"}),
        ("queries.store", {"polars", "pyarrow", "textual", "rich"}),
    ],
)
def test_an_import_does_not_drag_slow_libraries_in(module: str, forbidden: set[str]) -> None:
    script = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert forbidden & set(done.stdout.split()) == set()


def test_the_folders_of_the_readme_are_there() -> None:
    named = re.findall(r"^\s+((?:data|queries|tui|tests)/)\s", README, re.MULTILINE)
    assert named == ["data/", "queries/", "tui/", "tests/"]
    assert all((ROOT / folder).is_dir() for folder in named)


def test_no_report_text_ships() -> None:
    """Figures ship, sentences do not: no cell of the shipped rows holds more than a few words in a row."""
    files = {folder: sorted((ROOT / "data" / folder).glob("*.csv")) for folder in ("observations", "passages")}
    assert {folder: [file.stem for file in found] for folder, found in files.items()} == dict.fromkeys(files, SHIPPED)
    for file in [*files["observations"], *files["passages"]]:
        for line in file.read_text(encoding="utf-8").splitlines():
            assert max((len(cell.split()) for cell in line.split(",")), default=0) <= 8, f"{file.name}: {line}"
