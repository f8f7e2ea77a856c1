"""What all tests share: a clean environment, and a small store with hostile words in it."""

from __future__ import annotations

import atexit
import gc
import os
import shutil
from typing import TYPE_CHECKING

# Looking for garbage as often as by default took a quarter of the time of the tests.
gc.set_threshold(50_000, 20, 20)

# Pictures must not depend on the terminal of whoever runs the tests; Textual reads these when it is imported.
# The folder of the picture plugin is its own business: it is set before this file is read.
KEPT = "TEXTUAL_SNAPSHOT_"
for name in [key for key in os.environ if key.startswith("TEXTUAL_") or key in ("NO_COLOR", "COLORTERM", "XULANG_DB")]:
    if not name.startswith(KEPT):
        del os.environ[name]

import pytest  # noqa: E402 - after the environment is clean
from hypothesis import HealthCheck, Phase, settings  # noqa: E402

from data.catalogue import Catalogue  # noqa: E402
from data.store.add import add  # noqa: E402
from data.store.build import build  # noqa: E402
from data.store.write import write_store  # noqa: E402
from tests.small_report import CLEAN  # noqa: E402
from tests.small_store import write_small_store  # noqa: E402

if TYPE_CHECKING:
    from pathlib import Path

# No property depends on how fast the machine is. What fails is made small, but not run again and again to explain it.
PHASES = [phase for phase in Phase if phase is not Phase.explain]
settings.register_profile("xulang", deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=PHASES)
settings.load_profile("xulang")


def pytest_sessionfinish() -> None:
    """What is left is looked through once, not again and again as pytest does when it ends."""
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)


@pytest.fixture(scope="session")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two invented reports; see tests/small_store.py. Read only."""
    path = tmp_path_factory.mktemp("store") / "small.duckdb"
    write_small_store(path)
    return path


@pytest.fixture(scope="session")
def shipped_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store as it ships. Read only."""
    path = tmp_path_factory.mktemp("shipped") / "shipped.duckdb"
    build(path)
    return path


@pytest.fixture(scope="session")
def added_store(shipped_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store as it ships with one report added, `CLEAN` of tests/small_report.py. Read only."""
    folder = tmp_path_factory.mktemp("added")
    (folder / "thang-8.txt").write_text(CLEAN, encoding="utf-8")
    shutil.copyfile(shipped_store, folder / "added.duckdb")
    add(folder / "added.duckdb", [folder / "thang-8.txt"])
    return folder / "added.duckdb"


@pytest.fixture(scope="session")
def bare_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of this release with no report: to add one takes half the time that it takes beside the shipped ones. Read only."""
    path = tmp_path_factory.mktemp("bare") / "bare.duckdb"
    write_store(path, Catalogue.load(), [])
    return path


@pytest.fixture(scope="session")
def lone_store(bare_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of this release whose one report was added, `CLEAN` of tests/small_report.py. Read only."""
    folder = tmp_path_factory.mktemp("lone")
    (folder / "thang-8.txt").write_text(CLEAN, encoding="utf-8")
    shutil.copyfile(bare_store, folder / "lone.duckdb")
    add(folder / "lone.duckdb", [folder / "thang-8.txt"])
    return folder / "lone.duckdb"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """The file of a small report that the store does not know."""
    path = tmp_path / "thang-8.txt"
    path.write_text(CLEAN, encoding="utf-8")
    return path
