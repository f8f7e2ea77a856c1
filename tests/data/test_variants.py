"""A report with other digits, years, line ends or damaged letters is read as the report itself is.

Runs on the small reports of tests/data/reports, and on whole reports in ../shared/reports where they lie.
"""

from __future__ import annotations

import random
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data.catalogue import Catalogue
from data.reader.layout.damage import is_damaged
from data.reader.read import Reading, read_report
from tests.data.damage import damaged
from tests.whole_reports import REPORTS

if TYPE_CHECKING:
    from data.reader.meaning.figures import Figure

HERE = Path(__file__).parent
SMALL = sorted((HERE / "reports").glob("*.txt"))
WHOLE = sorted(REPORTS.glob("*.txt"))
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
Spans = list[tuple[int, int]]


@cache
def text_of(file: Path) -> str:
    with file.open(encoding="utf-8", newline="") as opened:
        return opened.read()


@cache
def reading_of(file: Path) -> Reading:
    return read(text_of(file))


@cache
def is_scan(file: Path) -> bool:
    """Whether a report's letters are damaged."""
    return is_damaged(text_of(file))


def read(text: str) -> Reading:
    return read_report(text, Catalogue.load())


def spans(reading: Reading) -> Spans:
    return [(figure.source_start, figure.source_end) for figure in reading.figures]


def share(right: int, of: int) -> float:
    return right / max(of, 1)


def with_other_digits(text: str, places: Spans, rng: random.Random) -> str:
    """Every number at the given places with other digits: the same length, separators and leading zeros."""
    letters = list(text)
    for start, end in places:
        if not NUMBER.fullmatch(text, start, end) or (text[start:end].isdigit() and end - start == 4):
            continue
        leading = True
        for at in range(start, end):
            if letters[at].isdigit() and not (leading and letters[at] == "0"):
                letters[at] = str(rng.randint(1 if leading else 0, 9))
                leading = False
    return "".join(letters)


def each(files: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("file", files, ids=lambda file: file.stem)


@each([*SMALL, *(file for file in WHOLE if not is_scan(file))])
def test_figures_follow_the_digits(file: Path) -> None:
    first = reading_of(file)
    # What a percentage of a table is, is told by its size.
    places = [(figure.source_start, figure.source_end) for figure in first.figures if figure.rule != "cell of a table"]
    altered = with_other_digits(text_of(file), places, random.Random(file.stem))
    second = read(altered)
    kept = set(spans(first)) & set(spans(second))
    assert share(len(kept), len(first.figures)) >= 0.99
    assert share(len(kept), len(second.figures)) >= 0.99
    before = {(f.source_start, f.source_end): f for f in first.figures}
    after = {(f.source_start, f.source_end): f for f in second.figures}
    same = [meaning(before[place]) == meaning(after[place]) for place in kept]
    assert share(sum(same), len(same)) >= 0.97
    for place in kept:
        if not before[place].repair and not after[place].repair:
            assert digits(altered[place[0] : place[1]]) == digits(f"{after[place].value:.6f}")


def meaning(figure: Figure) -> tuple[str, str | None, str | None, str | None, str, bool]:
    """What a figure is about, whatever its value."""
    return figure.measure, figure.period, figure.indicator, figure.item, figure.unit, figure.value < 0


def digits(printed: str) -> str:
    """The digits that count, without separators and outer zeros."""
    return re.sub(r"\D", "", printed).strip("0")


@each(SMALL)
def test_windows_line_ends_change_nothing(file: Path) -> None:
    assert facts(read(text_of(file).replace("\r\n", "\n").replace("\n", "\r\n"))) == facts(reading_of(file))


@each(SMALL)
def test_decomposed_letters_change_nothing(file: Path) -> None:
    assert facts(read(unicodedata.normalize("NFD", text_of(file)))) == facts(reading_of(file))


@each(SMALL)
def test_periods_follow_the_year(file: Path) -> None:
    """With every year of the text moved by three, every period of a figure moves by three."""
    first = reading_of(file)
    figures = {place for start, end in spans(first) for place in range(start, end)}
    moved = re.sub(
        r"(?<![\d.,])20[0-4]\d(?![\d]|[.,]\d)",
        lambda match: match[0] if match.start() in figures else str(int(match[0]) - 3),
        text_of(file),
    )
    expected = [re.sub(r"\b20\d\d", lambda match: str(int(match[0]) - 3), figure.period or "") for figure in first.figures]
    assert [figure.period or "" for figure in read(moved).figures] == expected


@each([file for file in [*SMALL, *WHOLE] if not is_scan(file)])
def test_a_damaged_report_is_read_like_the_clean_one(file: Path) -> None:
    first = reading_of(file)
    clean = {(f.source_start, f.source_end): f for f in first.figures}
    scanned = read(damaged(text_of(file), random.Random(2)))
    found = {(f.source_start, f.source_end): f for f in scanned.figures}
    both = [(clean[place], found[place]) for place in clean.keys() & found.keys()]
    if first.document.tables:
        assert_less_but_nothing_else(both, len(found))
        return
    assert scanned.document.ocr
    assert share(len(both), len(clean)) >= 0.97
    assert share(len(both), len(found)) >= 0.96
    assert share(sum(a.value == b.value for a, b in both), len(both)) >= 0.97
    assert share(sum(a.measure == b.measure for a, b in both), len(both)) >= 0.94
    assert share(sum(a.period == b.period for a, b in both), len(both)) >= 0.85
    assert share(sum(a.indicator == b.indicator for a, b in both), len(both)) >= 0.85


def assert_less_but_nothing_else(both: list[tuple[Figure, Figure]], found: int) -> None:
    """Heads of tables that are damaged beyond recognition leave values without a meaning; none gets another one."""
    assert len(both) == found
    assert [(a.value, a.measure, a.period) for a, _ in both] == [(b.value, b.measure, b.period) for _, b in both]


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("Tinh hinh kinh té - xa h6i thang 9 va 9 thang nam 2025", "2025-M01/M09"),
        ("Tinh hinh phat trién kinh té - xa hoi 6 thang dau nim 2025", "2025-H1"),
        ("Tinh hinh kinh té - xa h6i thang 9 va 9 th4ng nam 2025", "2025-M01/M09"),
        ("Tinh hinh phat trién kinh té - xa hoi 6 th4ng dau nam 2025", "2025-H1"),
    ],
)
def test_the_period_of_a_damaged_head_is_read(line: str, period: str) -> None:
    text = f"UBND TINH CAO BANG\n\nBAO CAO\n{line}\n\nI. KET QUA THUC HIEN\n1. Nong nghiép\nPan trau dat 94.205 con, ting 1,2%.\n"
    assert read(text).document.head.period == period


def test_a_report_of_months_without_a_month_is_of_their_sum() -> None:
    text = (
        "BÁO CÁO\nTình hình kinh tế - xã hội 9 tháng đầu năm 2024\n\nI. KẾT QUẢ\n1. Kinh tế\n"
        "Thu ngân sách nhà nước trên địa bàn đạt 1.230 tỷ đồng, tăng 5,2% so với cùng kỳ.\n"
    )
    assert {figure.period for figure in read(text).figures} == {"2024-M01/M09"}


def facts(reading: Reading) -> list[tuple[float, str, str, str | None, str | None, str | None]]:
    """What a report says, without where it says it."""
    return [(f.value, f.unit, f.measure, f.period, f.indicator, f.item) for f in reading.figures]
