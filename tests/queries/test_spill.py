"""What queries spill to the disk lies in a folder of the process, which goes with it; where it was killed, at the next start."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from queries.console import run, statements
from queries.store import RELEASE, Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="folders cannot be locked there")
SPILLING = "create temp table big as select range as i, hash(range) as j, hash(range + 1) as k from range(3000000)"
"""More than `SMALL` holds."""
SMALL = {"memory_limit": "30MB"}
PROCESS = """
import sys
from pathlib import Path
from queries.store import Store
store = Store(Path(sys.argv[1]), {"memory_limit": "30MB"})
cursor = store.cursor()
cursor.raw.execute(sys.argv[2])
print("spilled", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(small_store: Path, tmp_path: Path) -> Path:
    """A store with nothing beside it."""
    return shutil.copyfile(small_store, tmp_path / "xulang.duckdb")


@pytest.fixture
def spilling(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has spilled; at the end of its input it ends without closing the store."""
    command = [sys.executable, "-c", PROCESS, str(path), SPILLING]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "spilled\n"
        yield process
        process.kill()


def beside(path: Path) -> list[str]:
    """The folders of processes beside a store."""
    folder = path.with_name(path.name + ".tmp")
    return sorted(one.name for one in folder.iterdir()) if folder.exists() else []


def spilled(path: Path) -> list[Path]:
    """The files in them."""
    return [one for one in path.with_name(path.name + ".tmp").glob("*/*") if one.is_file()]


def test_what_is_spilled_goes_when_the_store_is_closed(path: Path) -> None:
    with Store(path, SMALL) as store, store.cursor() as cursor:
        cursor.raw.execute(SPILLING)
        assert spilled(path)
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_all_stores_of_a_process_share_a_folder_that_the_last_one_removes(path: Path) -> None:
    (path.parent / "there").mkdir()
    first, second = Store(path), Store(path.parent / "there" / ".." / path.name)
    assert len(beside(path)) == 1
    first.close()
    first.close()
    assert len(beside(path)) == 1
    second.ask(RELEASE)
    second.close()
    assert beside(path) == []
    with Store(path):
        assert len(beside(path)) == 1


def test_what_a_killed_process_has_spilled_is_removed_at_the_next_start(path: Path, spilling: subprocess.Popen[str]) -> None:
    spilling.send_signal(signal.SIGKILL)
    spilling.wait()
    assert spilled(path)
    with Store(path):
        assert [name.partition("-")[0] for name in beside(path)] == [str(os.getpid())]
        assert not spilled(path)
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_what_a_living_process_has_spilled_stays_until_it_ends(path: Path, spilling: subprocess.Popen[str]) -> None:
    before = spilled(path)
    with Store(path):
        assert len(beside(path)) == 2
    assert spilled(path) == before
    spilling.communicate("")
    assert spilling.returncode == 0
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_nothing_else_is_removed(path: Path) -> None:
    folder = path.with_name(path.name + ".tmp")
    (folder / "của tôi").mkdir(parents=True)
    (folder / "1-0123abcd").write_text("a file", encoding="utf-8")
    (folder / "2-0123abcd").symlink_to(folder / "của tôi")
    (folder / "3-0123abcd").mkdir()
    with Store(path):
        pass
    assert beside(path) == ["1-0123abcd", "2-0123abcd", "của tôi"]


def test_a_store_is_asked_where_no_folder_can_be_made(path: Path) -> None:
    path.with_name(path.name + ".tmp").write_text("a file in its place", encoding="utf-8")
    with Store(path) as store, store.cursor() as cursor:
        (one,) = statements("select 1")
        assert list(run(cursor, one).rows) == [(1,)]
