"""Small reports of our own wording, in the style of other provinces and of statistics offices, and how they are to be read.

tests/data/reports/<name>.txt is a report; <name>.tsv beside it holds all of its figures, one per line:
quote (a piece of one line of the report with the number in square brackets), value, unit, measure, period, indicator, item,
and wrong: what the reader makes of it today, where that is not right. Such a figure is expected to fail; when the reader
learns it, the test says so, and the cell is to be emptied.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data.catalogue import Catalogue
from data.grammar.period import Period
from data.reader.read import Reading, read_report

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet

    from data.reader.meaning.figures import Figure

REPORTS = Path(__file__).parent / "reports"
NAMES = sorted(file.stem for file in REPORTS.glob("*.tsv"))


@dataclass(frozen=True, slots=True)
class Expected:
    """A figure as it is to be read, and where it stands."""

    report: str
    start: int
    end: int
    value: float
    unit: str
    measure: str
    period: str
    indicator: str
    item: str
    wrong: str


@cache
def text_of(name: str) -> str:
    return (REPORTS / f"{name}.txt").read_text(encoding="utf-8")


@cache
def reading_of(name: str) -> Reading:
    return read_report(text_of(name), Catalogue.load())


@cache
def expected_of(name: str) -> tuple[Expected, ...]:
    text, found = text_of(name), []
    with (REPORTS / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            before, _, rest = row["quote"].partition("[")
            number, _, after = rest.partition("]")
            assert text.count(before + number + after) == 1, f"{name}: {row['quote']}"
            start = text.index(before + number + after) + len(before)
            found.append(
                Expected(
                    name, start, start + len(number), float(row["value"]), row["unit"], row["measure"], row["period"],
                    row["indicator"], row["item"], row["wrong"],
                )
            )  # fmt: skip
    return tuple(found)


def each_figure() -> list[ParameterSet]:
    """Every figure of every report; those that are known to be read wrongly are marked."""
    cases = []
    for name in NAMES:
        for figure in expected_of(name):
            marks = [pytest.mark.xfail(strict=True, reason=f"read as {figure.wrong}")] if figure.wrong else []
            label = f"{name}:{text_of(name)[figure.start : figure.end]}@{figure.start}"
            cases.append(pytest.param(figure, id=label, marks=marks))
    return cases


def same_time(one: str, other: str) -> bool:
    """Equal periods, or the same end where one of the two is a point in time: a stock of September is of its last day."""
    first, second = Period.parse(one), Period.parse(other)
    return first == second or (first.end == second.end and "point" in (first.kind, second.kind))


def differences(want: Expected, got: Figure) -> list[str]:
    """The parts of a figure that are read otherwise, as ``part=reading``."""
    parts = [
        ("value", got.value, abs(got.value - want.value) <= 1e-9 * max(1.0, abs(want.value))),
        ("unit", got.unit, got.unit == want.unit),
        ("measure", got.measure, got.measure == want.measure),
        ("period", got.period, got.period is not None and same_time(got.period, want.period)),
        ("indicator", got.indicator, (got.indicator or "") == want.indicator),
        ("item", got.item, (got.item or "") == want.item),
    ]
    return [f"{part}={value}" for part, value, right in parts if not right]


@pytest.mark.parametrize("want", each_figure())
def test_a_figure_is_read_as_meant(want: Expected) -> None:
    found = [f for f in reading_of(want.report).figures if f.source_start < want.end and want.start < f.source_end]
    assert len(found) == 1
    assert (found[0].source_start, found[0].source_end) == (want.start, want.end)
    assert differences(want, found[0]) == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_else_is_taken_for_a_figure(name: str) -> None:
    meant = {(figure.start, figure.end) for figure in expected_of(name)}
    read = {(figure.source_start, figure.source_end) for figure in reading_of(name).figures}
    assert {text_of(name)[start:end] for start, end in read - meant} == set()


@pytest.mark.parametrize("name", NAMES)
def test_every_number_is_accounted_for(name: str) -> None:
    assert [token.printed for token in reading_of(name).tokens if token.kind == "unexplained"] == []


@pytest.mark.parametrize(
    ("name", "period", "area", "damaged"),
    [
        ("binh_phuoc_2024_10", "2024-M01/M10", "Bình Phước", False),
        ("cao_bang_2025_09", "2025-M01/M09", "Cao Bằng", False),
        ("dak_lak_2024_nam", "2024", "Đắk Lắk", False),
        ("can_tho_2024_10", "2024-M01/M10", "Cần Thơ", False),
        ("gia_lai_2024_q3", "2024-M01/M09", "Gia Lai", False),
        ("ha_giang_2024_08", "2024-M01/M08", "Hà Giang", False),
        ("hoa_binh_2024_nam", "2024", "Hòa Bình", False),
        ("lao_cai_2025_q1_ocr", "2025-Q1", "Lào Cai", True),
        ("nghe_an_2024_h1", "2024-H1", "Nghệ An", False),
        ("phu_tho_2024_10", "2024-M01/M10", "Phú Thọ", False),
        ("quang_ninh_2024_nam", "2024", "Quảng Ninh", False),
        ("quang_ninh_2026_2030", "2026/2030", "Quảng Ninh", False),
    ],
)
def test_the_head_is_read(name: str, period: str, area: str, damaged: bool) -> None:
    document = reading_of(name).document
    assert (document.head.period, document.head.ref_area, document.ocr) == (period, area, damaged)
