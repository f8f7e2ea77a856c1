"""The plain verbs: data on standard output, one line and status 2 for bad input."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

import duckdb
import pytest

from tests.busy_store import written_by_another_process
from tests.small_report import CLEAN, DAMAGED, ELSEWHERE, MARKDOWN
from tui.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def store(tmp_path: Path, small_store: Path) -> Path:
    """A copy of the small store that may be changed."""
    path = tmp_path / "store.duckdb"
    path.write_bytes(small_store.read_bytes())
    return path


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


def test_show_prints_the_figures_of_a_period_with_their_sources(small_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "industry", "--period", "2026-Q1", "--db", str(small_store)]) == 0
    out = capsys.readouterr().out
    assert "119,4" in out
    assert "BC Q1/2026, mục II.1.3, chú thích 7" in out
    assert "228,91" not in out


def test_show_names_the_period_that_a_figure_compares_with(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with duckdb.connect(str(store)) as shell:
        shell.execute(
            "update reading set measure = 'base_pct', base_period = '2024', base_vi = '2024'"
            " where measure = 'yoy_pct' and period_id = '2026-Q1'"
        )
    assert main(["show", "industry", "--db", str(store)]) == 0
    assert "so với 2024, %" in capsys.readouterr().out
    assert main(["show", "industry", "--db", str(store), "--format", "jsonl"]) == 0
    figures = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [figure["base_period"] for figure in figures if figure["measure"] == "base_pct"] == ["2024"]


def test_show_speaks_english(small_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "poverty_rate", "--lang", "en", "--db", str(small_store)]) == 0
    out = capsys.readouterr().out
    assert "Poverty rate" in out
    assert "2.32" in out


@pytest.mark.parametrize("words", [["ty", "le", "ho", "ngheo"], ["Poverty rate"], ["poverty_rate"]])
def test_show_takes_a_name_in_either_language_with_or_without_diacritics(
    small_store: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    assert main(["show", *words, "--db", str(small_store)]) == 0
    assert "2,32" in capsys.readouterr().out


def test_show_prints_an_item_by_its_name(small_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "than", "--format", "csv", "--db", str(small_store)]) == 0
    assert {row["item"] for row in csv.DictReader(io.StringIO(capsys.readouterr().out))} == {"Than"}


def test_show_with_words_that_several_names_fit_prints_nothing_and_offers_them(
    small_store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", "t", "--format", "csv", "--db", str(small_store)]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert "có nhiều tên khớp" in told.err
    assert "poverty_rate (Tỷ lệ hộ nghèo)" in told.err


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("ho ngheo", "Tỷ lệ hộ nghèo"),
        ("iip", "Chỉ số sản xuất công nghiệp (IIP)"),
        ("tuoi tho", "Tuổi thọ trung bình tính từ lúc sinh"),
    ],
)
def test_show_takes_the_indicator_before_items_that_hold_the_words_too(
    shipped_store: Path, capsys: pytest.CaptureFixture[str], words: str, meant: str
) -> None:
    assert main(["show", words, "--format", "csv", "--db", str(shipped_store)]) == 0
    assert {row["indicator"] for row in csv.DictReader(io.StringIO(capsys.readouterr().out))} == {meant}


def test_show_without_a_subject_lists_the_sectors(small_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "--format", "csv", "--db", str(small_store)]) == 0
    assert [row["id"] for row in csv.DictReader(io.StringIO(capsys.readouterr().out))] == ["growth", "industry", "social"]


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


@pytest.mark.parametrize("period", ["2025", "2026-Q1", "Q1/2026", "q1/2026"])
def test_show_takes_a_period_as_it_prints_it(small_store: Path, capsys: pytest.CaptureFixture[str], period: str) -> None:
    figures = ["show", "poverty_rate" if period == "2025" else "than", "--format", "csv", "--db", str(small_store)]
    assert main([*figures, "--period", period]) == 0
    assert len(capsys.readouterr().out.splitlines()) > 1


def test_show_says_in_which_periods_there_are_figures(small_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "poverty_rate", "--period", "1999", "--db", str(small_store)]) == 2
    assert "2025" in capsys.readouterr().err


@pytest.mark.parametrize(("period", "counted"), [("2026-Q1", [("industry", "1", "4")]), ("2025", [("social", "1", "2")])])
def test_show_counts_the_sectors_in_the_period_alone(
    small_store: Path, capsys: pytest.CaptureFixture[str], period: str, counted: list[tuple[str, ...]]
) -> None:
    assert main(["show", "--period", period, "--lang", "en", "--format", "csv", "--db", str(small_store)]) == 0
    rows = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert [(row["id"], row["indicators"], row["figures"]) for row in rows] == counted


def test_show_refuses_a_period_of_which_there_are_no_figures(small_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "--period", "2099", "--db", str(small_store)]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert "2099: không có số liệu nào trong kỳ này; nhiều số liệu nhất có 2025-M01/M08, 2026-Q1, 2025" in told.err


@pytest.mark.parametrize("subject", ["GRDP_Growth", "Industrial_Output.COAL"])
def test_show_takes_an_id_in_whatever_case(small_store: Path, capsys: pytest.CaptureFixture[str], subject: str) -> None:
    assert main(["show", subject.lower(), "--db", str(small_store)]) == 0
    plain = capsys.readouterr().out
    assert main(["show", subject, "--db", str(small_store)]) == 0
    assert capsys.readouterr().out == plain


def test_an_id_comes_before_the_names_that_hold_its_letters(shipped_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "GRDP", "--format", "csv", "--db", str(shipped_store)]) == 0
    assert {row["indicator"] for row in csv.DictReader(io.StringIO(capsys.readouterr().out))} == {
        "Tổng sản phẩm trên địa bàn (GRDP)"
    }


def test_add_says_that_a_report_is_of_another_province(
    lone_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], unchecked: None
) -> None:
    store, other = tmp_path / "mine.duckdb", tmp_path / "cao-bang.txt"
    store.write_bytes(lone_store.read_bytes())
    other.write_text(ELSEWHERE, encoding="utf-8")
    assert main(["add", str(other), "--db", str(store)]) == 0
    assert "của Cao Bằng, không phải địa phương của kho" in capsys.readouterr().out


@pytest.mark.parametrize(("words", "shown"), [("ho ngheo", "Tỷ lệ hộ nghèo"), ("ho ngheo cao bang", "Tỷ lệ hộ nghèo · Cao Bằng")])
def test_show_means_another_province_only_where_the_words_name_it(
    two_provinces_store: Path, capsys: pytest.CaptureFixture[str], words: str, shown: str
) -> None:
    assert main(["show", words, "--format", "csv", "--db", str(two_provinces_store)]) == 0
    assert {row["indicator"] for row in csv.DictReader(io.StringIO(capsys.readouterr().out))} == {shown}


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


@pytest.mark.parametrize("cells", [80, 50])
def test_figures_fit_a_narrow_terminal_and_only_disputed_ones_look_so(
    shipped_store: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, cells: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(cells))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["show", "poverty_rate", "--lang", "en", "--db", str(shipped_store)]) == 0
    lines = re.sub(r"\x1b\[\dm", "", capsys.readouterr().out).splitlines()
    assert max(map(len, lines)) <= cells
    marked = [line for line in lines if "⚠" in line and "period" not in line]
    assert len(marked) == 2
    if cells == 80:
        assert lines.count("Poverty rate of households") == 1
        assert len(lines) < 15
    else:
        assert all(re.fullmatch(r"disputed +⚠", line) for line in marked)


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


def test_an_unknown_subject_names_the_nearest_there_is(small_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "ho", "nghoo", "--db", str(small_store)]) == 2
    assert "hãy thử: poverty_rate" in capsys.readouterr().err


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


def test_a_bad_file_does_not_make_a_store(tmp_path: Path) -> None:
    picture, store = tmp_path / "picture.txt", tmp_path / "new.duckdb"
    picture.write_bytes(BAD["picture.txt"])
    assert main(["add", str(picture), "--db", str(store)]) == 2
    assert not store.exists()
