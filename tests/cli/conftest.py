"""The command line away from the configuration of whoever runs the tests, and a store that it may change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.own_home import own_home

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["own_home"]


@pytest.fixture
def store(tmp_path: Path, small_store: Path) -> Path:
    """A copy of the small store that may be changed."""
    path = tmp_path / "store.duckdb"
    path.write_bytes(small_store.read_bytes())
    return path
