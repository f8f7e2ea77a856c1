"""A small store, opened once for all tests of a file."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from queries.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def store(small_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The small store, open: no question changes it. It is a copy, because tests with other limits open the file itself."""
    path = tmp_path_factory.mktemp("open") / "small.duckdb"
    shutil.copyfile(small_store, path)
    with Store(path) as opened:
        yield opened
