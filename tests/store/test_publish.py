"""A file is replaced whole or not at all."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from data.store.publish import StoreBusyError, publishing, require_replaceable

if TYPE_CHECKING:
    from pathlib import Path

OLD = b"12345678DUCK old"


def test_the_new_file_replaces_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "x.duckdb"
    path.write_bytes(OLD)
    with publishing(path) as temporary:
        temporary.write_bytes(b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "x.duckdb"
    path.write_bytes(OLD)
    with pytest.raises(ZeroDivisionError), publishing(path) as temporary:
        temporary.write_bytes(b"half" * (1 // 0))
    assert path.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [path]


def test_a_killed_writer_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "x.duckdb"
    path.write_bytes(OLD)
    script = (
        "import os, pathlib, sys\nfrom data.store.publish import publishing\n"
        "with publishing(pathlib.Path(sys.argv[1])) as new:\n    new.write_bytes(b'half')\n    os.kill(os.getpid(), 9)\n"
    )
    assert subprocess.run([sys.executable, "-c", script, str(path)], check=False).returncode == -9
    assert path.read_bytes() == OLD


def test_writers_of_one_process_take_turns_and_none_loses_what_the_other_wrote(tmp_path: Path) -> None:
    path = tmp_path / "x.duckdb"
    path.write_bytes(OLD)

    def add(words: bytes) -> None:
        with publishing(path) as temporary:
            temporary.write_bytes(path.read_bytes() + words)

    with publishing(path) as temporary:
        other = threading.Thread(target=add, args=(b" and another",))
        other.start()
        other.join(0.05)
        temporary.write_bytes(path.read_bytes() + b" and one")
    other.join()
    assert path.read_bytes() == OLD + b" and one and another"


@pytest.mark.parametrize("content", [b"notes of somebody", b"\x89PNG\r\n\x1a\n" + bytes(100)])
def test_a_file_that_is_no_database_is_never_replaced(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(StoreBusyError, match="not ours"):
        require_replaceable(path)
    assert path.read_bytes() == content


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreBusyError, match="a folder"):
        require_replaceable(tmp_path)


def test_a_file_where_a_folder_should_be_is_told_and_stays(tmp_path: Path) -> None:
    (tmp_path / "share").write_text("notes")
    with pytest.raises(StoreBusyError, match="unwritable store"), publishing(tmp_path / "share" / "xulang" / "x.duckdb"):
        pytest.fail("there is no place for it")
    assert (tmp_path / "share").read_text() == "notes"
