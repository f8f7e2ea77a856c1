"""A configuration folder of its own for every test of a folder whose conftest.py imports this fixture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's own configuration and questions are read, and none are written there."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
