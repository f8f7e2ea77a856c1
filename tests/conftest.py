"""What all tests share: a clean environment, and a small store with hostile words in it."""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if sys.platform != "win32":
    import fcntl

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
from tests.qualified_store import write_qualified_store  # noqa: E402
from tests.small_report import CLEAN, ELSEWHERE  # noqa: E402
from tests.small_store import write_small_store  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# No property depends on how fast the machine is. What fails is made small, but not run again and again to explain it.
PHASES = [phase for phase in Phase if phase is not Phase.explain]
settings.register_profile("xulang", deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=PHASES)
settings.load_profile("xulang")


def pytest_sessionfinish() -> None:
    """What is left is looked through once, not again and again as pytest does when it ends."""
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Iterator[Path]:
    """An own copy of a store that one of the processes that test side by side makes for all of them.

    Many tests share it; one that was written meanwhile is told when they have ended.
    """
    base = factory.getbasetemp()
    common = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"{name}.duckdb"
    with common.with_suffix(".lock").open("w") as lock:
        if sys.platform != "win32":  # without the lock each process may make it; the last one stays
            fcntl.flock(lock, fcntl.LOCK_EX)
        if not common.exists():
            made = factory.mktemp("made") / common.name
            make(made)
            made.replace(common)
    path = Path(shutil.copyfile(common, factory.mktemp(name) / common.name))
    path.chmod(0o444)
    before = path.stat()
    yield path
    after = path.stat()
    seen = [(stat.st_ino, stat.st_size, stat.st_mtime_ns) for stat in (before, after)]
    assert seen[0] == seen[1], f"{path.name} is shared, and a test has written it: give that test a copy"


def with_report(store: Path, path: Path, name: str, text: str) -> None:
    """Write to ``path`` a store with one more report."""
    file = path.with_name(name)
    file.write_text(text, encoding="utf-8")
    shutil.copyfile(store, path)
    add(path, [file])


@pytest.fixture(scope="session")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A store of two invented reports; see tests/small_store.py. Read only."""
    yield from made_once(tmp_path_factory, "small", write_small_store)


@pytest.fixture(scope="session")
def qualified_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The small store with figures that a bare number does not tell; see tests/qualified_store.py. Read only."""
    yield from made_once(tmp_path_factory, "qualified", write_qualified_store)


@pytest.fixture(scope="session")
def shipped_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The store as it ships. Read only."""
    yield from made_once(tmp_path_factory, "shipped", build)


@pytest.fixture(scope="session")
def added_store(shipped_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The store as it ships with one report added, `CLEAN` of tests/small_report.py. Read only."""
    yield from made_once(tmp_path_factory, "added", lambda path: with_report(shipped_store, path, "thang-8.txt", CLEAN))


@pytest.fixture(scope="session")
def bare_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A store of this release with no report: to add one takes half the time that it takes beside the shipped ones. Read only."""
    yield from made_once(tmp_path_factory, "bare", lambda path: write_store(path, Catalogue.load(), []))


@pytest.fixture(scope="session")
def lone_store(bare_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A store of this release whose one report was added, `CLEAN` of tests/small_report.py. Read only."""
    yield from made_once(tmp_path_factory, "lone", lambda path: with_report(bare_store, path, "thang-8.txt", CLEAN))


@pytest.fixture(scope="session")
def two_provinces_store(lone_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The store whose one report is of Lạng Sơn, with a report of Cao Bằng added. Read only."""
    yield from made_once(tmp_path_factory, "two", lambda path: with_report(lone_store, path, "cao-bang.txt", ELSEWHERE))


@pytest.fixture
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stores are written without the checks, which take a third of the time."""
    monkeypatch.setattr("data.store.write.run_checks", lambda _connection: None)


@pytest.fixture
def nothing_ships(monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that is built anew has no reports but those that were added to it."""
    monkeypatch.setattr("data.store.build.shipped_records", list)
    monkeypatch.setattr("data.store.build.shipped_reviews", list)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """The file of a small report that the store does not know."""
    path = tmp_path / "thang-8.txt"
    path.write_text(CLEAN, encoding="utf-8")
    return path
