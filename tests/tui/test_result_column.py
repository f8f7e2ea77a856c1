"""What is said of a column of an answer, and the names of the console's tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from queries.answer import Frequency, Statistics
from tui.draw import cut_middle, plain_text
from tui.model.result_column import frequencies, statistics
from tui.numbers import written
from tui.screens.console_tabs import LONGEST, Tabs
from tui.words import Words

if TYPE_CHECKING:
    from pathlib import Path

NUMBERS = Statistics(4, 3, 2, "0.0115", "1072.90", 796.509, 5.5, 1.5, 2389.5)
OFTEN = [Frequency("0.0115", 2, 0.5), Frequency("1072.90", 1, 0.25), Frequency(None, 1, 0.25)]


@pytest.mark.parametrize(
    ("text", "vietnamese", "english"),
    [
        ("0.0115", "0,0115", "0.0115"),
        ("-1072.90", "−1.072,90", "−1,072.90"),
        ("12345678901234567890", "12.345.678.901.234.567.890", "12,345,678,901,234,567,890"),
        ("1e-07", "1e-07", "1e-07"),
        ("2025-01-01", "2025-01-01", "2025-01-01"),
    ],
)
def test_a_number_of_an_answer_is_written_with_every_digit(text: str, vietnamese: str, english: str) -> None:
    assert (written(text, "vi"), written(text, "en")) == (vietnamese, english)


def test_the_numbers_about_a_column_are_all_written_alike() -> None:
    told = [plain_text(line).split() for line in statistics(NUMBERS, OFTEN, Words("vi"))]
    assert [line[-1] for line in told] == ["4", "1", "2", "0,0115", "1.072,90", "796,509", "5,5", "1,5", "2.389,5"]
    assert plain_text(frequencies(NUMBERS, OFTEN, Words("vi"), 80)[1]).startswith("0,0115 ")


def test_values_are_counted_where_all_are_listed_and_estimated_where_not() -> None:
    def distinct(often: list[Frequency]) -> str:
        return plain_text(statistics(NUMBERS, often, Words("vi"))[2])

    assert "≈" not in distinct(OFTEN)
    assert "≈" in distinct(OFTEN[:1])
    exact = plain_text(statistics(NUMBERS._replace(exact=True), OFTEN[:1], Words("vi"))[2]).split()
    assert exact[-2:] != ["≈", "2"]
    assert exact[-1] == "2"


def test_words_that_look_like_numbers_stay_as_they_are() -> None:
    codes = Statistics(1, 1, 1, "0012", "0012", None, None, None, None)
    assert plain_text(statistics(codes, [Frequency("0012", 1, 1)], Words("vi"))[3]).endswith("0012")


def test_the_name_of_a_tab_is_cut_only_where_there_is_no_room(tmp_path: Path) -> None:
    tabs = Tabs(tmp_path)
    tabs.restore(Words("vi"))
    name = "revenue and expenditure of the province, by quarter"
    tabs.open(name, "select 1")
    assert name in plain_text(tabs.line(len(name) + 2))
    assert len(plain_text(tabs.line(len(name) - 5))) == len(f"SQL {name}") - 5, "all the room is used"
    tabs.open("another name of some length that is cut", "select 2")
    cut = plain_text(tabs.line(40))
    assert cut.count("…") == 2 or cut.startswith("SQL ‹")
    assert len(cut) <= 2 * (LONGEST + 2) + len("SQL ")


def test_long_names_of_tabs_are_cut_alike_and_once_for_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tabs = Tabs(tmp_path)
    tabs.restore(Words("vi"))
    names = ["short", *(f"revenue and expenditure of the {where}, by quarter" for where in ("province", "districts", "communes"))]
    for name in names:
        tabs.open(name, f"select '{name}'")
    cuts: list[tuple[str, int]] = []

    def counted(text: str, cells: int) -> str:
        if cells:
            cuts.append((text, cells))
        return cut_middle(text, cells)

    monkeypatch.setattr("tui.screens.console_tabs.cut_middle", counted)
    room = 140
    line = plain_text(tabs.line(room))
    longest = (room - len(" short ") - 3 * len("  ")) // 3
    assert cuts == [(name, longest) for name in names]
    assert line.count("…") == 3
    assert len(line) <= len("SQL ") + room
