"""The program's own source, parsed once for all tests that look at it."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent


@cache
def tree_of(path: Path) -> ast.Module:
    """What a file of Python is made of."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes() -> dict[Path, list[ast.AST]]:
    """All parts of every file of the program, by its path within the project."""
    files = (path for folder in ("data", "queries", "tui") for path in (ROOT / folder).rglob("*.py"))
    return {path.relative_to(ROOT): list(ast.walk(tree_of(path))) for path in files}
