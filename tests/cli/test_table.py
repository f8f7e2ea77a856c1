"""Tables for people: as wide as they must be in a pipe, never wider than a terminal, nothing lost."""

from __future__ import annotations

import io
import os
import re
import sys
from contextlib import redirect_stdout
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.draw import clean, width
from tui.verbs.table import PLAIN, Manner, print_table

WORD = st.text(st.characters(min_codepoint=33, max_codepoint=0x1EF9, exclude_categories=["C", "M", "Z"]), min_size=1, max_size=14)
CELL = st.one_of(st.none(), st.integers(-(10**9), 10**9), st.lists(WORD, max_size=6).map(" ".join))
TABLE = st.integers(1, 6).flatmap(
    lambda size: st.tuples(
        st.lists(WORD, min_size=size, max_size=size),
        st.lists(st.lists(CELL, min_size=size, max_size=size), max_size=4),
    )
)


_BOLD = re.compile(r"\x1b\[[01]m")
"""How heads are set off in a terminal."""


class Terminal(io.StringIO):
    """A terminal that keeps what is written."""

    def isatty(self) -> bool:
        return True


def shown(columns: list[str], rows: list[list[object]], cells: int | None, manner: Manner = PLAIN) -> list[str]:
    """The lines of a table in a terminal of so many cells, or in a pipe."""
    out = io.StringIO() if cells is None else Terminal()
    size = os.terminal_size((cells or 80, 24))
    with redirect_stdout(out), patch("tui.verbs.table.shutil.get_terminal_size", return_value=size):
        print_table(columns, iter(rows), manner)
    return _BOLD.sub("", out.getvalue()).splitlines()


def letters(lines: list[str]) -> list[str]:
    return sorted(char for line in lines for char in line if not char.isspace() and char != "─")


@settings(max_examples=60)
@given(TABLE, st.sampled_from([30, 50, 80, 120]), st.integers(0, 2))
@example((["0" * 14, "0"], [[None, "0 0 0000000000001"]]), 30, 0)
def test_a_table_fits_the_terminal_and_loses_nothing(table: tuple[list[str], list[list[object]]], cells: int, named: int) -> None:
    columns, rows = table
    lines = shown(columns, rows, cells, Manner(named=min(named, len(columns) - 1)))
    assert max((width(line) for line in lines), default=0) <= cells
    wanted = [clean(str(value)) for row in rows for value in row if value is not None]
    missing = set(letters(wanted)) - set(letters(lines))
    assert missing == set()


@settings(max_examples=40)
@given(TABLE)
@example((["\u1160"], []))
def test_in_a_pipe_every_row_is_one_line(table: tuple[list[str], list[list[object]]]) -> None:
    columns, rows = table
    lines = shown(columns, rows, None)
    filled = [row for row in rows if any(value not in (None, "") for value in row)]
    assert len(lines) == 2 + len(filled)
    assert all(line == line.rstrip() for line in lines)


LONG = "Tổng kim ngạch xuất nhập khẩu hàng hóa qua các cửa khẩu trên địa bàn của mọi loại hình"


@pytest.mark.parametrize("cells", [60, 80, 120])
def test_a_long_cell_is_folded_between_words_and_short_columns_stay_whole(cells: int) -> None:
    lines = shown(["chỉ tiêu", "kỳ", "giá trị"], [[LONG, "11T/2025", 1234.5]], cells)
    assert sum("11T/2025" in line for line in lines) == 1
    assert sum("1234.5" in line for line in lines) == 1
    folded = " ".join(" ".join(line.split()[:-2] if "11T/2025" in line else line.split()) for line in lines[2:])
    assert folded == LONG


def test_a_table_of_too_many_columns_stands_row_under_row() -> None:
    columns = [f"cột {number}" for number in range(20)]
    lines = shown(columns, [[f"giá trị {number}" for number in range(20)]], 60)
    assert [line.split("  ")[0] for line in lines[1:]] == columns
    assert all(f"giá trị {number}" in line for number, line in enumerate(lines[1:]))


NAMED = Manner(named=2, spelt={"⚠": "lệch"})
FIGURES: list[list[object]] = [
    ["Hộ nghèo", "", "2024", 3.1, None],
    ["Hộ nghèo", "", "2025", 2.2, "⚠"],
    [LONG, "Cửa khẩu", "2025", 7, None],
]


def test_names_stand_above_their_rows_where_the_table_is_wider_than_the_terminal() -> None:
    lines = shown(["chỉ tiêu", "phân tổ", "kỳ", "giá trị", "⚠"], FIGURES, 60, NAMED)
    assert lines[2:5] == ["Hộ nghèo", " 2024      3.1", " 2025      2.2  ⚠"]
    assert " ".join(lines[5:-1]) == f"{LONG} · Cửa khẩu"
    wide = shown(["chỉ tiêu", "phân tổ", "kỳ", "giá trị", "⚠"], FIGURES, 160, NAMED)
    assert len(wide) == 2 + len(FIGURES)


def test_blocks_of_named_rows_leave_out_what_is_empty_and_spell_signs() -> None:
    lines = shown(["chỉ tiêu", "phân tổ", "kỳ", "giá trị", "⚠"], FIGURES, 18, NAMED)
    assert [line.split("  ")[0] for line in lines[1:4]] == ["chỉ tiêu", "kỳ", "giá trị"]
    assert sum("⚠" in line for line in lines) == 1
    assert any(line.startswith("lệch") for line in lines)


def test_codes_that_a_terminal_obeys_are_not_handed_on() -> None:
    assert "\x1b" not in "".join(shown(["a"], [["\x1b[31mđỏ"]], 80))


def test_a_terminal_is_asked_for_its_width(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "40")
    print_table(["tên"], iter([[LONG]]))
    assert max(len(line) for line in _BOLD.sub("", capsys.readouterr().out).splitlines()) <= 40
