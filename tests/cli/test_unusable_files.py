"""Files and stores that a verb cannot use: one line that says what, where and what to do, status 2, and nothing lost."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest

from tests.busy_store import written_by_another_process
from tui.cli import main

if TYPE_CHECKING:
    from pathlib import Path


BAD = {
    "empty.txt": b"",
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
    "latin1.txt": "Résumé: 1.072,9 kg, été 3 %".encode("latin-1"),
    "no-report.txt": b"Dear all, the meeting is moved to Friday. Bring cake.\n",
}


@pytest.mark.parametrize("verb", ["extract", "account", "add"])
@pytest.mark.parametrize("name", [*BAD, "missing.txt", "folder"])
def test_a_file_that_is_no_report_gets_one_line_and_status_2(
    tmp_path: Path, shipped_store: Path, capsys: pytest.CaptureFixture[str], verb: str, name: str
) -> None:
    store, file = tmp_path / "store.duckdb", tmp_path / name
    store.write_bytes(shipped_store.read_bytes())
    if name in BAD:
        file.write_bytes(BAD[name])
    elif name == "folder":
        file.mkdir()
    before = store.read_bytes()
    assert main([verb, str(file), "--db", str(store)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert name in said.err
    assert store.read_bytes() == before


@pytest.mark.parametrize("verb", [["sql", "select 1"], ["show"], ["checks"], ["export"]])
@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n" + bytes(4096), b"plain words, no database"], ids=["picture", "words"])
def test_a_damaged_store_gets_one_line_and_status_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], verb: list[str], content: bytes
) -> None:
    path = tmp_path / "damaged.duckdb"
    path.write_bytes(content)
    assert main([*verb, "--db", str(path)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert str(path) in said.err
    assert path.read_bytes() == content


@pytest.mark.parametrize("verb", ["build", "add"])
def test_a_store_that_another_process_writes_is_left_alone(
    store: Path, report: Path, capsys: pytest.CaptureFixture[str], verb: str
) -> None:
    with written_by_another_process(store):
        assert main([verb, *([str(report)] if verb == "add" else []), "--db", str(store)]) == 2
    assert "chương trình khác đang ghi kho này" in capsys.readouterr().err


def test_a_damaged_store_is_rebuilt_and_the_damaged_file_is_kept(
    tmp_path: Path, small_store: Path, nothing_ships: None, unchecked: None
) -> None:
    path = tmp_path / "cut.duckdb"
    cut = small_store.read_bytes()[:9000]
    path.write_bytes(cut)
    assert main(["build", "--db", str(path)]) == 0
    assert (tmp_path / "cut.duckdb.damaged").read_bytes() == cut
    assert main(["sql", "select 1", "--db", str(path)]) == 0


def test_a_file_of_somebody_else_is_never_built_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "thesis.txt"
    path.write_text("five years of work")
    assert main(["build", "--db", str(path)]) == 2
    assert "không bị ghi đè" in capsys.readouterr().err
    assert path.read_text() == "five years of work"


@pytest.mark.parametrize(
    ("content", "build_works"),
    [(b"five years of work", False), (b"", True), ("the beginning of a store", True)],
    ids=["a text", "empty", "damaged"],
)
def test_a_store_is_offered_to_be_built_only_where_that_works(
    tmp_path: Path, small_store: Path, capsys: pytest.CaptureFixture[str], content: bytes | str, build_works: bool
) -> None:
    path = tmp_path / "what is it.duckdb"
    path.write_bytes(content if isinstance(content, bytes) else small_store.read_bytes()[:9000])
    assert main(["sql", "select 1", "--db", str(path)]) == 2
    advice = capsys.readouterr().err.partition("xulang build ")[2]
    assert bool(advice) is build_works
    if build_works:
        assert main(["build", *shlex.split(advice)]) == 0
        assert main(["sql", "select 1", "--db", str(path)]) == 0


def test_of_a_folder_it_is_not_said_that_a_store_is_built_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sql", "select 1", "--db", str(tmp_path)]) == 2
    (told,) = capsys.readouterr().err.splitlines()
    assert "là thư mục" in told


@pytest.mark.parametrize("verb", [["show"], ["sql", "select 1"], ["export"], ["checks"], ["remove", "a"]])
def test_a_store_that_is_named_and_not_there_is_not_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], verb: list[str]
) -> None:
    path = tmp_path / "no such folder" / "mine.duckdb"
    assert main([*verb, "--db", str(path)]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert f"xulang build --db '{path}'" in said.err
    assert list(tmp_path.iterdir()) == []


def test_a_bad_file_does_not_make_a_store(tmp_path: Path) -> None:
    picture, store = tmp_path / "picture.txt", tmp_path / "new.duckdb"
    picture.write_bytes(BAD["picture.txt"])
    assert main(["add", str(picture), "--db", str(store)]) == 2
    assert not store.exists()
