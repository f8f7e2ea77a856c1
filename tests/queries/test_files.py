"""A file of the user is replaced whole or not at all, and nothing else beside it is touched."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from queries.files import replacing


def written(path: Path, text: str) -> None:
    with replacing(path) as beside:
        beside.write_text(text, encoding="utf-8")


def test_what_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError):
        written(path, "half\udcff")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_and_what_it_points_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    target, link = tmp_path / "data" / "x.csv", tmp_path / "link.csv"
    link.symlink_to(target)
    for text in ("new", "newer"):
        written(link, text)
        assert link.is_symlink()
        assert target.read_text(encoding="utf-8") == text
    assert list(target.parent.iterdir()) == [target]


def test_a_link_that_leads_nowhere_but_to_itself_is_replaced(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.symlink_to(second)
    second.symlink_to(first)
    written(first, "new")
    assert first.read_text(encoding="utf-8") == "new"


def test_a_pipe_stays_and_is_written_to(tmp_path: Path) -> None:
    pipe, heard = tmp_path / "pipe", list[str]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: heard.append(pipe.read_text(encoding="utf-8")), daemon=True)
    reader.start()
    written(pipe, "rows")
    reader.join(5)
    assert heard == ["rows"]
    assert pipe.is_fifo()


def test_a_pipe_that_has_no_name_of_its_own_is_written_to() -> None:
    reading, writing = os.pipe()
    written(Path(f"/dev/fd/{writing}"), "rows")
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        assert pipe.read() == "rows"


def test_other_files_of_the_folder_are_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "x.csv.part"
    mine.write_text("mine", encoding="utf-8")
    written(tmp_path / "x.csv", "new")
    assert mine.read_text(encoding="utf-8") == "mine"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_name_as_long_as_the_file_system_takes_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 251 + ".csv")
    written(path, "new")
    assert list(tmp_path.iterdir()) == [path]
