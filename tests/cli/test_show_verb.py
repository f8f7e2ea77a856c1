"""The verb ``show``: figures of a sector, an indicator or an item, by a name, an id or words of it, and a period."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from typing import TYPE_CHECKING

import duckdb
import pytest

from tui.cli import main

if TYPE_CHECKING:
    from pathlib import Path


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


@pytest.mark.parametrize(("words", "shown"), [("ho ngheo", "Tỷ lệ hộ nghèo"), ("ho ngheo cao bang", "Tỷ lệ hộ nghèo · Cao Bằng")])
def test_show_means_another_province_only_where_the_words_name_it(
    two_provinces_store: Path, capsys: pytest.CaptureFixture[str], words: str, shown: str
) -> None:
    assert main(["show", words, "--format", "csv", "--db", str(two_provinces_store)]) == 0
    assert {row["indicator"] for row in csv.DictReader(io.StringIO(capsys.readouterr().out))} == {shown}


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


def test_an_unknown_subject_names_the_nearest_there_is(small_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "ho", "nghoo", "--db", str(small_store)]) == 2
    assert "hãy thử: poverty_rate" in capsys.readouterr().err
