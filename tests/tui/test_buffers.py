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
    assert [path.read_text(encoding="utf-8") for path in tmp_path.glob("*.sql")] == ["2"]
    found = read_buffers(tmp_path)
    assert found.items[found.current].text == "2"


def test_all_texts_come_back_however_many_they_are(tmp_path: Path) -> None:
    kept = Buffers([Buffer(str(place), f"select {place}") for place in range(120)], 119)
    write_buffers(tmp_path, kept)
    assert read_buffers(tmp_path) == kept


def test_two_explorers_keep_the_texts_of_both(tmp_path: Path) -> None:
    write_buffers(tmp_path, Buffers([Buffer("chung", "select 1")]))
    first, second = read_buffers(tmp_path), read_buffers(tmp_path)
    first.add("một", "select 'một'")
    write_buffers(tmp_path, first)
    second.add("hai", "select 'hai'")
    write_buffers(tmp_path, second)
    write_buffers(tmp_path, first)
    found = read_buffers(tmp_path)
    assert [(one.name, one.text) for one in found.items] == [
        ("chung", "select 1"),
        ("một", "select 'một'"),
        ("hai", "select 'hai'"),
    ]
    assert found.items[found.current].name == "một"


def test_what_both_explorers_wrote_in_one_text_is_kept_twice(tmp_path: Path) -> None:
    write_buffers(tmp_path, Buffers([Buffer("chung", "select 1")]))
    first, second, third = (read_buffers(tmp_path) for _ in range(3))
    first.items[0].text = "select 11\r\n"
    write_buffers(tmp_path, first)
    write_buffers(tmp_path, third)
    assert [one.text for one in read_buffers(tmp_path).items] == ["select 11\r\n"], "one that changed nothing undoes nothing"
    for text in ("select 12", "select 122"):
        second.items[0].text = text
        write_buffers(tmp_path, second)
    assert sorted(one.text for one in read_buffers(tmp_path).items) == ["select 11\r\n", "select 122"]


def test_a_text_is_not_lost_by_being_closed_in_another_explorer(tmp_path: Path) -> None:
    write_buffers(tmp_path, Buffers([Buffer("a", "1"), Buffer("b", "2")]))
    first, second = read_buffers(tmp_path), read_buffers(tmp_path)
    second.items[1].text = "22"
    write_buffers(tmp_path, second)
    for _ in range(2):
        first.close(0)
    write_buffers(tmp_path, first)
    assert [one.text for one in read_buffers(tmp_path).items] == ["22"], "it has changed since"
    write_buffers(tmp_path, second)
    assert [one.text for one in read_buffers(tmp_path).items] == ["1", "22"], "it is still open"


def test_other_files_of_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "ghi chú.sql").write_text("select 0", encoding="utf-8")
    (tmp_path / "07.sql").write_text("select 7", encoding="utf-8")
    buffers = read_buffers(tmp_path)
    assert [one.text for one in buffers.items] == ["select 7"], "that of an earlier release is one of them"
    buffers.close(0)
    write_buffers(tmp_path, buffers)
    assert [path.name for path in tmp_path.glob("*.sql")] == ["ghi chú.sql"]


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
