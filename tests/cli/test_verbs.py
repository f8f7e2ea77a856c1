"""The plain verbs: data on standard output, one line and status 2 for bad input."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.small_report import CLEAN, DAMAGED, ELSEWHERE, MARKDOWN
from tui.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize("before", [True, False])
def test_the_store_is_named_before_or_after_the_verb(small_store: Path, capsys: pytest.CaptureFixture[str], before: bool) -> None:
    place = ["--db", str(small_store)]
    verb = ["sql", "select 1 as one", "--format", "jsonl"]
    assert main(place + verb if before else verb + place) == 0
    assert json.loads(capsys.readouterr().out) == {"one": 1}


@pytest.mark.parametrize("form", ["table", "csv", "json", "jsonl", "markdown"])
def test_sql_prints_hostile_words_as_they_are(small_store: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    assert main(["--db", str(small_store), "sql", "select name_vi, null as nothing from item", "--format", form]) == 0
    assert "Gạch [/b] chịu lửa [red]" in capsys.readouterr().out


def test_sql_comes_from_standard_input_and_goes_to_a_pipe(small_store: Path) -> None:
    command = [sys.executable, "-m", "tui.cli", "sql", "--format", "csv", "--db", str(small_store)]
    done = subprocess.run(command, input="select 'hộ nghèo' as x", capture_output=True, text=True, check=True)
    assert done.stdout == "x\nhộ nghèo\n"


@pytest.mark.parametrize("form", ["csv", "json", "parquet", "xlsx"])
def test_export_writes_every_figure(small_store: Path, tmp_path: Path, form: str) -> None:
    import polars as pl

    out = tmp_path / f"figures.{form}"
    assert main(["export", "--format", form, "-o", str(out), "--db", str(small_store)]) == 0
    if form == "xlsx":
        assert out.read_bytes().startswith(b"PK")
    else:
        readers: dict[str, Callable[[Path], pl.DataFrame]] = {
            "csv": pl.read_csv,
            "json": pl.read_json,
            "parquet": pl.read_parquet,
        }
        assert readers[form](out).height == 15


def test_export_takes_the_format_from_the_ending_and_refuses_one_that_tells_none(
    small_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, odd = tmp_path / "figures.xlsx", tmp_path / "figures.odt"
    assert main(["export", "-o", str(book), "--db", str(small_store)]) == 0
    assert book.read_bytes().startswith(b"PK")
    assert main(["export", "-o", str(odd), "--db", str(small_store)]) == 2
    assert ".xlsx" in capsys.readouterr().err
    assert not odd.exists()


def test_export_writes_every_figure_to_a_pipe(small_store: Path) -> None:
    command = [sys.executable, "-m", "tui.cli", "export", "--format", "csv", "--db", str(small_store)]
    done = subprocess.run(command, capture_output=True, check=True)
    assert len(done.stdout.decode().splitlines()) == 16


def test_add_says_that_a_report_is_of_another_province(
    lone_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], unchecked: None
) -> None:
    store, other = tmp_path / "mine.duckdb", tmp_path / "cao-bang.txt"
    store.write_bytes(lone_store.read_bytes())
    other.write_text(ELSEWHERE, encoding="utf-8")
    assert main(["add", str(other), "--db", str(store)]) == 0
    assert "của Cao Bằng, không phải địa phương của kho" in capsys.readouterr().out


def test_remove_says_what_went_and_refuses_what_was_not_added(
    added_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], unchecked: None
) -> None:
    store = tmp_path / "mine.duckdb"
    store.write_bytes(added_store.read_bytes())
    assert main(["remove", "nothing", "--db", str(store)]) == 2
    assert capsys.readouterr().err == "xulang: nothing: không phải mã hay số hiệu của báo cáo nào đã thêm; đã thêm: thang-8\n"
    assert main(["remove", "2026-q1", "--db", str(store)]) == 2
    assert "là báo cáo có sẵn trong chương trình" in capsys.readouterr().err
    assert main(["remove", "thang-8", "--db", str(store), "--lang", "en"]) == 0
    assert capsys.readouterr().out == "removed Report 45 (thang-8): 10 figures, 0 decisions of the review\n"
    assert main(["remove", "thang-8", "--db", str(store)]) == 2
    assert "kho chưa có báo cáo nào được thêm" in capsys.readouterr().err


def test_checks_lists_readings_that_disagree(small_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["checks", "--format", "jsonl", "--db", str(small_store)]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert ("disagreement", "Tỷ lệ hộ nghèo") in [(row["rule"], row["indicator_vi"]) for row in found]


@pytest.mark.parametrize("text", [CLEAN, MARKDOWN, DAMAGED], ids=["clean", "markdown", "damaged"])
def test_extract_prints_one_figure_a_line_with_true_offsets(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    file = tmp_path / "report.txt"
    file.write_text(text, encoding="utf-8")
    assert main(["extract", str(file)]) == 0
    figures = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    coal = next(figure for figure in figures if figure["measure"] == "value" and figure["item"] == "Than")
    assert coal["unit"] == "nghìn tấn"
    assert all(any(c.isdigit() for c in text[figure["source_start"] : figure["source_end"]]) for figure in figures)


def test_account_adds_up(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["account", str(report)]) == 0
    *parts, total = [int(line.split()[-1]) for line in capsys.readouterr().out.splitlines()]
    assert sum(parts) == total > 0


def test_account_lists_every_number_with_its_reason(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["account", str(report), "--list"]) == 0
    out = capsys.readouterr().out
    assert re.search(r"số liệu +101,5", out)
    assert re.search(r"số mục, số trang +1\.1", out)


def test_add_makes_the_store_is_idempotent_and_the_figures_can_be_asked_for(
    tmp_path: Path, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "new folder" / "mine.duckdb"
    assert main(["add", str(report), "--db", str(store)]) == 0
    assert "(thang-8)" in capsys.readouterr().out
    content = store.read_bytes()
    assert main(["add", str(report), "--db", str(store)]) == 0
    assert "đã có trong kho" in capsys.readouterr().out
    assert store.read_bytes() == content
    question = (
        "select value from observation where report_id = 'thang-8' and item_id = 'industrial_output.coal' and measure = 'value'"
    )
    assert main(["sql", question, "--format", "csv", "--db", str(store)]) == 0
    assert capsys.readouterr().out == "value\n101.5\n"


def test_without_a_terminal_the_explorer_names_the_plain_verbs(small_store: Path) -> None:
    command = [sys.executable, "-m", "tui.cli", "--db", str(small_store)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "xulang show" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("verb", ["sql 'from range(100000)' --format csv", "export --format csv", "export --format json"])
def test_a_closed_pipe_is_no_error(small_store: Path, verb: str) -> None:
    shell = f"{sys.executable} -m tui.cli {verb} --db {small_store} | head -c 5"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", shell], capture_output=True, text=True, check=False)
    assert len(done.stdout) == 5
    assert (done.stderr, done.returncode) == ("", 0)


def test_build_makes_a_store_where_there_is_none(tmp_path: Path, nothing_ships: None, unchecked: None) -> None:
    path = tmp_path / "new folder" / "mine.duckdb"
    assert main(["build", "--db", str(path)]) == 0
    assert path.is_file()


def test_the_store_in_the_users_folder_is_made_by_the_first_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], unchecked: None
) -> None:
    path = tmp_path / "data" / "xulang.duckdb"
    monkeypatch.setattr("tui.cli.default_store", lambda: path)
    assert main(["sql", "select count(*) as n from report", "--format", "csv"]) == 0
    said = capsys.readouterr()
    assert said.out == "n\n5\n"
    assert str(path) in said.err
