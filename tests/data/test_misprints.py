"""Words of damaged text with a letter that is taken for any other."""

from __future__ import annotations

import pytest

from data.catalogue import Catalogue
from data.reader.matching.matcher import matcher_of
from data.reader.misprints import Misprints
from data.reader.read import read_report

REPORT = """BÁO CÁO
Tình hình kinh tế - xã hội thnng 5 và 5 tháng nkm 2024

I. KINH TẾ

Sản lượng xi măng tháng 5 đạt 41,5 nghìn tấn, tăxg 2,5% so vji cùng kỳ; lũy kế 5 tháng đạt 190 nghìn tấk, bằng 38% kế hoạqh.
Đàn trâu hiện có 12.400 con, giảs 3% so với cùeg kỳ năm trước.
"""


def mended(text: str) -> str:
    for start, word in Misprints(matcher_of(Catalogue.load()).lexicon).mended(text):
        text = text[:start] + word + text[start + len(word) :]
    return text


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("thnng 8 nam 2024", "thang 8 nam 2024"),
        ("so vqi cung ky", "so voi cung ky"),
        ("TINH HINH KINH TB - XA HOI", "TINH HINH KINH TE - XA HOI"),
        ("san xuct nong nghixp", "san xuat nong nghiep"),
        ("Doanh ngriep", "Doanh nghiep"),
        ("giai doan 202I - 2o30, nam 202S", "giai doan 2021 - 2030, nam 2025"),
    ],
)
def test_a_misprinted_word_is_the_one_that_goes_with_its_neighbours(printed: str, meant: str) -> None:
    assert mended(printed) == meant


@pytest.mark.parametrize("printed", ["cong ty Kxq", "tinh 1ap", "dudng bo", "thuc hién", "12 km2", "san lugng"])
def test_what_may_be_another_word_or_is_explained_stays(printed: str) -> None:
    assert mended(printed) == printed


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("620 ha, hạt 24% kế hoạch", "620 ha, dat 24% kế hoạch"),
        ("620 ha, tqng 7% so với cùng kỳ", "620 ha, tang 7% so với cùng kỳ"),
        ("620 ha, Giềm 7,5%", "620 ha, Giam 7,5%"),
        ("620 đơn, eăng 31% so với cùng kỳ", "620 đơn, tang 31% so với cùng kỳ"),
        ("620 đơn, eăng 131% cùng kỳ", "620 đơn, bang 131% cùng kỳ"),
    ],
)
def test_a_word_alone_before_a_percentage_says_how_it_is_meant(printed: str, meant: str) -> None:
    assert mended(printed) == meant


@pytest.mark.parametrize(
    "printed", ["lúa 620 ha, hạt 24%", "203 ha, 2OOO, EU202I", "620 ha, còn 24% kế hoạch", "620 ha, eăng 131%", "gạo, hạt 24 tấn"]
)
def test_what_may_be_meant_otherwise_before_a_percentage_stays(printed: str) -> None:
    assert mended(printed) == printed


def test_a_report_with_misprints_is_read_and_its_passages_stay_as_printed() -> None:
    reading = read_report(REPORT)
    assert [(figure.value, figure.measure, figure.period) for figure in reading.figures] == [
        (41.5, "value", "2024-M05"),
        (2.5, "yoy_pct", "2024-M05"),
        (190, "value", "2024-M01/M05"),
        (38, "plan_pct", "2024-M01/M05"),
        (12400, "value", "2024-05-31"),
        (-3, "yoy_pct", "2024-05-31"),
    ]
    assert "giảs 3% so với cùeg kỳ" in reading.document.passages[-1].text


def test_a_long_text_is_mended_as_its_parts_are() -> None:
    line = "San luong than thnng 8 tang so vqi cung ky nam truoc.\n"
    misprints = Misprints(matcher_of(Catalogue.load()).lexicon)
    mends = misprints.mended(line)
    many = 250_000 // len(line)
    assert mends
    assert misprints.mended(line * many) == [(at + turn * len(line), word) for turn in range(many) for at, word in mends]
