"""The console's texts and history on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.session.buffers import Buffer, Buffers, read_buffers, write_buffers
from tui.session.history import Run, add_run, read_history

if TYPE_CHECKING:
    from pathlib import Path


def test_texts_come_back_as_they_were(tmp_path: Path) -> None:
    kept = Buffers([Buffer("một", "select 'ộ'\n", 0, 3), Buffer("hai")], 1)
    write_buffers(tmp_path, kept)
    assert read_buffers(tmp_path) == kept


def test_a_closed_text_leaves_no_file(tmp_path: Path) -> None:
    buffers = Buffers([Buffer("a", "1"), Buffer("b", "2")])
    write_buffers(tmp_path, buffers)
    buffers.close(0)
    write_buffers(tmp_path, buffers)
    assert [path.name for path in tmp_path.glob("*.sql")] == ["01.sql"]
    found = read_buffers(tmp_path)
    assert found.items[found.current].text == "2"


def test_texts_survive_a_lost_or_broken_index(tmp_path: Path) -> None:
    write_buffers(tmp_path, Buffers([Buffer("a", "select 1")]))
    for broken in ("", "{", '{"version": 99}', "[]"):
        (tmp_path / "buffers.json").write_text(broken, encoding="utf-8")
        assert [one.text for one in read_buffers(tmp_path).items] == ["select 1"]


def test_an_index_cannot_name_a_file_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("x", encoding="utf-8")
    folder = tmp_path / "console"
    folder.mkdir()
    index = '{"version": 1, "current": 0, "buffers": [{"file": "../secret.txt", "name": "a"}, 7, {"name": "b"}]}'
    (folder / "buffers.json").write_text(index, encoding="utf-8")
    assert read_buffers(folder).items == []


def test_the_history_is_read_newest_first_and_passes_over_rubbish(tmp_path: Path) -> None:
    path = tmp_path / "history.jsonl"
    add_run(path, Run("2026-01-01 00:00:00", "select 1", "done", 1))
    with path.open("a", encoding="utf-8") as file:
        file.write("rubbish\n[]\n")
    add_run(path, Run("2026-01-02 00:00:00", "select 'ộ'", "failed", error="x"))
    assert [run.sql for run in read_history(path)] == ["select 'ộ'", "select 1"]
