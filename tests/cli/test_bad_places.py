"""Stores that are none, files that are no reports, disks that do not let: one line, status 2, nothing changed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pytest

from tests.small_report import CLEAN
from tui.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

    Capture = pytest.CaptureFixture[str]

ROOT = Path(__file__).parent.parent.parent
READING = (["show"], ["show", "industry"], ["sql", "from observation"], ["checks"], ["export"])
WRITING = (["build"], ["add", "{report}"])


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "thang-8.txt"
    path.write_text(CLEAN, encoding="utf-8")
    return path


def contents(folder: Path) -> dict[str, bytes | None]:
    """Everything in a folder, by name."""
    return {str(path): path.read_bytes() if path.is_file() else None for path in sorted(folder.rglob("*"))}


def make(kind: str, folder: Path, small_store: Path) -> Path:
    """A place of a store that is no place for one."""
    path = folder / f"{kind}.duckdb"
    whole = small_store.read_bytes()
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "other":
        duckdb.connect(str(path)).execute("create table thesis (page integer)").close()
    elif kind == "below a file":
        path = folder / "thang-8.txt" / "x.duckdb"
    else:
        path.write_bytes({"cut": whole[:9000], "picture": b"\x89PNG\r\n\x1a\n" + bytes(4096), "empty": b""}[kind])
    return path


KINDS = {
    "folder": "là thư mục",
    "pipe": "",
    "other": "không phải kho của xulang",
    "below a file": "",
    "cut": "kho bị hỏng",
    "picture": "không phải tệp DuckDB",
    "empty": "kho bị hỏng",
}
# An empty file is no store yet, and a damaged one is put aside: those are built.
BUILT = {("empty", "build"), ("empty", "add"), ("cut", "build")}
CASES = [(kind, verb) for kind in KINDS for verb in (*READING, *WRITING) if (kind, verb[0]) not in BUILT]


@pytest.mark.parametrize(("kind", "verb"), CASES, ids=[f"{kind}: {' '.join(verb)}" for kind, verb in CASES])
def test_a_place_that_is_no_store_is_told_and_left_alone(
    tmp_path: Path, small_store: Path, report: Path, capsys: Capture, kind: str, verb: list[str]
) -> None:
    if kind == "pipe" and not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes here")
    path = make(kind, tmp_path, small_store)
    before = contents(tmp_path)
    assert main([*(word.format(report=report) for word in verb), "--db", str(path)]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert said.err.startswith(f"xulang: {path}: ")
    assert KINDS[kind] in said.err
    assert contents(tmp_path) == before


@pytest.fixture
def locked(tmp_path: Path, small_store: Path) -> Iterator[Path]:
    """A store that another process is writing."""
    path = tmp_path / "busy.duckdb"
    path.write_bytes(small_store.read_bytes())
    script = f"import duckdb, sys; c = duckdb.connect({str(path)!r}); print('open', flush=True); sys.stdin.read()"
    writer = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert writer.stdout is not None
    assert writer.stdout.readline()
    yield path
    writer.kill()
    writer.wait()


@pytest.mark.parametrize("verb", [*READING, *WRITING], ids=" ".join)
def test_a_store_that_another_process_writes_is_told(locked: Path, report: Path, capsys: Capture, verb: list[str]) -> None:
    assert main([*(word.format(report=report) for word in verb), "--db", str(locked)]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert "chương trình khác đang ghi kho này" in said.err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read and write everything")
@pytest.mark.parametrize("verb", WRITING, ids=" ".join)
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, report: Path, capsys: Capture, verb: list[str]) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    assert main([*(word.format(report=report) for word in verb), "--db", str(folder / "x.duckdb")]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert "không có quyền" in said.err or "Permission denied" in said.err
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read and write everything")
def test_a_report_that_may_not_be_read_is_told(tmp_path: Path, report: Path, capsys: Capture) -> None:
    report.chmod(0)
    assert main(["account", str(report)]) == 2
    assert "không có quyền" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are text here")
def test_a_name_that_is_no_text_is_told_and_printed(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/thang-\xff8.txt"
    command = [os.fsencode(sys.executable), b"-m", b"tui.cli", b"account", name]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
    Path(os.fsdecode(name)).write_text(CLEAN, encoding="utf-8")
    store = os.fsencode(tmp_path / "mine.duckdb")
    add = [os.fsencode(sys.executable), b"-m", b"tui.cli", b"add", name, b"--db", store]
    done = subprocess.run(add, cwd=ROOT, capture_output=True, check=True)
    assert b"BC 45" in done.stdout


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "cp1252"])
def test_vietnamese_reaches_a_pipe_whatever_its_encoding_is_said_to_be(small_store: Path, encoding: str) -> None:
    command = [sys.executable, "-m", "tui.cli", "show", "--format", "csv", "--db", str(small_store)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": encoding})
    assert "lĩnh vực" in done.stdout.decode("utf-8")


def test_sql_that_is_no_text_is_told(small_store: Path) -> None:
    command = [sys.executable, "-m", "tui.cli", "sql", "--db", str(small_store)]
    done = subprocess.run(command, cwd=ROOT, input=b"select '\xff'", capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
