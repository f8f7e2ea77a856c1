"""Phrases of periods, comparisons and units in running text, clean and damaged."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.grammar.comparator import comparison_cues
from data.grammar.frame import Frame
from data.grammar.ocr import fold_with_map, loose
from data.grammar.period import Period
from data.grammar.period_text import period_cues
from data.grammar.unit import unit_of
from data.grammar.unit_reader import unit_reader
from data.reader.meaning.periods.period_cues import names_document

MAY = Frame(Period.parse("2024-M01/M05"), monthly=True)
PLAN = Frame(Period.parse("2031/2035"), monthly=False)


def periods(text: str, frame: Frame = MAY, damaged: bool = False) -> list[tuple[str, str]]:
    return [(cue.period.id, cue.kind) for cue in period_cues(fold_with_map(text).text, frame, damaged)]


@pytest.mark.parametrize(
    ("text", "period", "kind"),
    [
        ("Trong tháng trồng được", "2024-M05", "flow"),
        ("tháng 4 đạt", "2024-M04", "flow"),
        ("lũy kế 5 tháng đạt", "2024-M01/M05", "flow"),
        ("6 tháng đầu năm 2023", "2023-H1", "flow"),
        ("quý II/2024 đạt", "2024-Q2", "flow"),
        ("từ ngày 15/12/2023 đến 14/5/2024", "2023-12-15/2024-05-14", "flow"),
        ("đến ngày 31/5/2024 có", "2024-05-31", "until"),
        ("đến nay đã có", "2024-05-31", "stock"),
        ("giai đoạn 2021 - 2025", "2021/2025", "year"),
        ("đến năm 2030 đạt", "2030", "goal"),
        ("cả năm ước đạt", "2024", "flow"),
        ("từ đầu năm đến ngày 15/5/2024", "2024-01-01/2024-05-15", "flow"),
        ("từ năm 2021 đến nay đã", "2021-01-01/2024-05-31", "flow"),
        ("4 năm 2021 - 2024 đạt", "2021/2024", "year"),
        ("mưa lũ tháng 3, tháng 4 làm", "2024-M03/M04", "flow"),
        ("từ tháng 10 đến hết tháng 12/2023 có", "2023-M10/M12", "flow"),
        ("nửa đầu năm 2023 tăng", "2023-H1", "flow"),
        ("hiện còn 20 xã", "2024-05-31", "stock"),
        ("áp dụng từ 01/3/2024 là 3", "2024-03-01", "stock"),
    ],
)
def test_a_phrase_names_a_period_of_the_report(text: str, period: str, kind: str) -> None:
    assert periods(text) == [(period, kind)]


@pytest.mark.parametrize("text", ["đào tạo dưới 3 tháng", "trẻ em 6 tháng tuổi", "nợ quá hạn 6 tháng", "thực hiện đạt 90%"])
def test_how_long_something_lasts_is_no_period(text: str) -> None:
    assert periods(text) == []


@pytest.mark.parametrize(
    ("clean", "damaged"),
    [
        ("lũy kế 5 tháng", "lity ké 5 thang"),
        ("tháng 4 đạt", "th4ng 4 dat"),
        ("năm 2023 đạt", "nim 2023 dat"),
        ("vận tải tháng 4 đạt", "van tai thang 4 dat"),
        ("cả năm ước đạt", "ci nim uéc dat"),
    ],
)
def test_damaged_letters_name_the_same_period(clean: str, damaged: str) -> None:
    assert periods(damaged, damaged=True) == periods(clean)


def test_a_plan_of_years_speaks_of_all_its_years() -> None:
    assert periods("bình quân hằng năm tăng", PLAN) == [("2031/2035", "flow")]


@given(st.text(max_size=80))
def test_any_text_may_be_searched_for_periods(text: str) -> None:
    folded = fold_with_map(text).text
    for damaged in (False, True):
        cues = period_cues(folded, MAY, damaged)
        assert all(0 <= cue.start < cue.end <= len(folded) for cue in cues)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("tăng so với cùng kỳ", ["up", "yoy"]),
        ("giảm so với tháng trước", ["down", "prev"]),
        ("bằng so với kế hoạch", ["equal", "plan"]),
        ("tăng so với cuối năm 2023", ["up", "base"]),
        ("tăng cường kiểm tra", []),
        ("giảm nghèo bền vững", []),
    ],
)
def test_comparisons_are_told_apart(text: str, kinds: list[str]) -> None:
    assert [cue.kind for cue in comparison_cues(fold_with_map(text).text, damaged=False)] == kinds


@pytest.mark.parametrize(
    ("text", "damaged", "unit"),
    [
        (" nghìn tấn, đạt", False, "nghìn tấn"),
        ("ha, bằng", False, "ha"),
        (" triệu đồng/người", False, "triệu đồng/người"),
        (" bác sĩ/1 vạn dân", False, "bác sĩ/1 vạn dân"),
        (" xã, phường", False, "xã, phường"),
        (" tridu USD", True, "triệu USD"),
        (" ty ddng", True, "tỷ đồng"),
        (" nghin m?3", True, "nghìn m³"),
        (" diém phin tram so voi", True, "điểm phần trăm"),
        (" triéu dong/chi, giam", True, "triệu đồng"),
        (" ho so véi dau nam", True, "hộ"),
        (" ho so duoc giai quyét", True, "hồ sơ"),
    ],
)
def test_units_are_cleaned(text: str, damaged: bool, unit: str) -> None:
    match = unit_reader(damaged).read(fold_with_map(text).text, 0)
    assert match is not None
    assert match.name == unit


def test_scales_lead_to_the_base_unit() -> None:
    assert (unit_of("nghìn tấn").base, unit_of("nghìn tấn").mult) == ("tấn", 1000)
    assert (unit_of("vạn tấn").base, unit_of("vạn tấn").mult) == ("tấn", 10_000)
    assert unit_of("hộ").counted


@given(st.text(max_size=60))
def test_folding_keeps_the_way_back(text: str) -> None:
    folded = fold_with_map(text)
    assert len(folded.at) == len(folded.text) + 1
    assert list(folded.at) == sorted(folded.at)
    assert folded.at[-1] == len(text)


@pytest.mark.parametrize(("before", "named"), [("ké hoach ", True), ("nghi quyét ", True), ("giam ngheo bén vung ", False)])
def test_a_year_belongs_to_a_document_only_behind_whole_words(before: str, named: bool) -> None:
    assert names_document(fold_with_map(before).text, len(before), damaged=True) == named


@pytest.mark.parametrize(
    ("word", "printed", "meant"),
    [
        ("ước", "ude", True), ("ước", "wéc", True), ("ước", "vdc", True), ("ước", "viéc", False), ("ước", "tac", False),
        ("lợn", "lgn", True), ("lên", "lgn", False), ("dự", "dy", True), ("dư", "dy", False), ("chủ", "cha", True),
    ],
)  # fmt: skip
def test_a_letter_is_printed_as_what_its_tone_lets_it_look_like(word: str, printed: str, meant: bool) -> None:
    assert (re.fullmatch(loose(word, damaged=True), fold_with_map(printed).text) is not None) == meant
