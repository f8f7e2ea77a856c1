"""``xulang sql``: where the SQL comes from, where the rows go, and what is said when it cannot be."""

from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.command_line import configure
from tui.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    Capture = pytest.CaptureFixture[str]


def run(store: Path, *arguments: str) -> int:
    return main(["sql", "--db", str(store), *arguments])


@pytest.mark.parametrize("option", ["-c", "--command"])
def test_the_sql_may_be_an_option(small_store: Path, capsys: Capture, option: str) -> None:
    assert run(small_store, option, "select 1 as one", "--format", "csv") == 0
    assert capsys.readouterr().out == "one\n1\n"


def test_the_sql_may_be_a_file_and_its_header_gives_parameters(small_store: Path, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "than.sql"
    path.write_text("-- period = '2026-Q1'\nselect count(*) as n from observation where period_id = $period", encoding="utf-8")
    assert run(small_store, "-f", str(path), "--format", "csv") == 0
    assert run(small_store, "-f", str(path), "--format", "csv", "--param", "period=2025-M01/M08") == 0
    assert capsys.readouterr().out == "n\n5\nn\n7\n"


@pytest.mark.parametrize(
    ("typed", "kind", "shown"),
    [
        ("2029", "INTEGER", "2029"),
        ("-7.5", "DECIMAL(2,1)", "-7.5"),
        ("true", "BOOLEAN", "true"),
        ("2025-M01/M08", "VARCHAR", "2025-M01/M08"),
        ("'007'", "VARCHAR", "007"),
        ("it's", "VARCHAR", "it's"),
    ],
)
def test_a_parameter_is_typed_as_the_console_types_it(
    small_store: Path, capsys: Capture, typed: str, kind: str, shown: str
) -> None:
    assert run(small_store, "select typeof($x) as kind, $x::varchar as shown", "--param", f"x={typed}", "--format", "jsonl") == 0
    assert json.loads(capsys.readouterr().out) == {"kind": kind, "shown": shown}


def test_what_takes_the_place_of_a_text_is_text(small_store: Path, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "question.sql"
    path.write_text("-- year = '2029'\n-- least = 3\nselect typeof($year) as year, typeof($least) as least\n", encoding="utf-8")
    assert run(small_store, "-f", str(path), "--param", "year=2030", "--param", "least=4", "--format", "csv") == 0
    assert capsys.readouterr().out.splitlines() == ["year,least", "VARCHAR,INTEGER"]


def test_null_for_a_parameter_is_no_value(small_store: Path, capsys: Capture) -> None:
    assert run(small_store, "select $x is null as nothing", "--param", "x=NULL", "--format", "jsonl") == 0
    assert json.loads(capsys.readouterr().out) == {"nothing": True}


def test_a_dash_is_standard_input(small_store: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("select 'hộ' as x"))
    assert run(small_store, "-f", "-", "--format", "jsonl") == 0
    assert json.loads(capsys.readouterr().out) == {"x": "hộ"}


def test_saved_questions_are_listed_and_run(small_store: Path, tmp_path: Path, capsys: Capture) -> None:
    own = tmp_path / "config" / "xulang" / "queries"
    own.mkdir(parents=True)
    (own / "cua-toi.sql").write_text("-- vi: Của tôi\n-- en: Mine\n-- n = 3\nselect $n + 1 as n\n", encoding="utf-8")
    assert run(small_store, "--list", "--format", "jsonl") == 0
    listed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert listed[0] == {"name": "cua-toi", "title": "Của tôi", "parameters": "n=3", "from": "own"}
    assert "xulang" in {one["from"] for one in listed}
    assert run(small_store, "--name", "cua-toi", "--format", "csv") == 0
    assert capsys.readouterr().out == "n\n4\n"


@pytest.mark.parametrize("ending", ["csv", "json", "jsonl", "md", "parquet", "xlsx"])
def test_a_file_takes_the_format_of_its_name(small_store: Path, tmp_path: Path, capsys: Capture, ending: str) -> None:
    out = tmp_path / f"answer.{ending}"
    assert run(small_store, "select 1 as n, 'Tỷ lệ' as ten, date '2026-01-31' as ngay, null as nothing", "-o", str(out)) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert str(out) in printed.err
    start = {"csv": b"n,ten", "json": b'[{"n": 1', "jsonl": b'{"n": 1', "md": b"| n | ten", "parquet": b"PAR1", "xlsx": b"PK"}
    assert out.read_bytes().startswith(start[ending])
    assert list(tmp_path.glob("*.part")) == []


def test_several_statements_are_answered_in_order(small_store: Path, capsys: Capture) -> None:
    assert run(small_store, "select 1 as a; select ';' as b", "--format", "csv") == 0
    assert capsys.readouterr().out == "a\n1\n\nb\n;\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("select nme from item",), "nme"),
        (("selct",), "syntax error"),
        (("",), "nothing to run"),
        (("copy item to 'x.csv'",), "is not allowed"),
        (("from read_csv('/etc/passwd')",), "disabled"),
        (("select 1; delete from item",), "is not allowed"),
        (("select $x, $y",), "no value for $x, $y: add --param x=VALUE."),
        (("select 1", "--param", "x"), "NAME=VALUE"),
        (("--name", "targets", "--param", "yaer=2029"), "--param yaer: the SQL has no such parameter; there are year"),
        (("select 1", "--param", "year=2029"), "--param year: the SQL has no parameters"),
        (("select 1", "-c", "select 2"), "give it once"),
        (("--name", "nothing-like-this"), "no such saved question"),
        (("-f", "/nothing/like/this.sql"), "cannot be read"),
        (("select 1", "-o", "/nothing/like/this.csv"), "cannot write there"),
        (("select 1", "-o", "/nothing/like/this.xlsx"), "cannot write there"),
        (("select 1; select 2", "--format", "parquet"), "one table"),
    ],
)
def test_what_cannot_be_done_is_said_with_status_2(
    small_store: Path, capsys: Capture, arguments: tuple[str, ...], said: str
) -> None:
    assert run(small_store, "--lang", "en", *arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("xulang: ")
    assert said in printed.err


def test_a_file_that_was_there_stays_when_the_sql_fails(small_store: Path, tmp_path: Path) -> None:
    out = tmp_path / "answer.csv"
    out.write_text("before", encoding="utf-8")
    assert run(small_store, "select nme from item", "-o", str(out)) == 2
    assert out.read_text(encoding="utf-8") == "before"


def test_the_limits_of_the_configuration_hold_here_too(small_store: Path, tmp_path: Path, capsys: Capture) -> None:
    configure(tmp_path, "sql_memory = '64 MB'\nsql_disk = '1MB'\nsql_seconds = 600")
    assert run(small_store, "select current_setting('memory_limit') as memory", "--format", "jsonl") == 0
    assert json.loads(capsys.readouterr().out) == {"memory": "61.0 MiB"}
    assert run(small_store, "select max(l) from (select list(range) as l from range(50000000))") == 2
    assert "Out of Memory" in capsys.readouterr().err


def test_a_question_that_takes_too_long_is_stopped_with_status_2(small_store: Path, tmp_path: Path, capsys: Capture) -> None:
    configure(tmp_path, "sql_seconds = 0.2")
    assert run(small_store, "select count(*) from range(1000000) a, range(1000000) b where a.range * b.range % 7 = 3") == 2
    assert capsys.readouterr().err == (
        "xulang: đã dừng sau sql_seconds = 0,2 giây đặt trong cấu hình; hãy hỏi gọn hơn hoặc nới giới hạn\n"
    )


def test_a_faulty_configuration_is_named(small_store: Path, tmp_path: Path, capsys: Capture) -> None:
    configure(tmp_path, "sql_memory = 'all'")
    assert run(small_store, "select 1") == 2
    assert "sql_memory" in capsys.readouterr().err


def test_an_interrupted_question_ends_with_status_130_and_without_a_word(small_store: Path) -> None:
    sql = "select 'begun' as x; select count(*) from range(1000000) a, range(1000000) b where a.range * b.range % 7 = 3"
    command = [sys.executable, "-u", "-m", "tui.cli", "sql", sql, "--format", "csv", "--db", str(small_store)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, preexec_fn=heeding_interrupts) as run:  # noqa: PLW1509
        assert run.stdout is not None
        try:
            assert [run.stdout.readline(), run.stdout.readline()] == ["x\n", "begun\n"]
            run.send_signal(signal.SIGINT)
            assert run.communicate()[1] == ""
        finally:
            run.kill()
    assert run.returncode == 130


def heeding_interrupts() -> None:
    """A background process of a shell may have been told to ignore them."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_sql_that_would_read_a_file_is_told_the_option_that_writes_one(
    small_store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sql", "from 'figures.csv'", "--db", str(small_store)]) == 2
    told = capsys.readouterr().err
    assert "-o TỆP" in told
    assert "phím e" not in told
