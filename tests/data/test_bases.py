"""What a change is compared with: the period of the base, in the words of reports."""

from __future__ import annotations

import pytest

from data.catalogue import Catalogue
from data.grammar.period import Period
from data.reader.meaning.periods.bases import period_before, year_before
from data.reader.read import read_report

HEAD = "BÁO CÁO\nTình hình kinh tế - xã hội {about}\n\nI. KẾT QUẢ\n1. Tình hình chung\n"


@pytest.mark.parametrize(("about", "text", "bases"), [
    ("quý I năm 2027", "Sản lượng than đạt 41 nghìn tấn, tăng 8% so với cùng kỳ.", [None, "2026-Q1"]),
    ("tháng 9 năm 2027", "Sản lượng than tháng 9 đạt 41 nghìn tấn, giảm 2% so với tháng trước.", [None, "2027-M08"]),
    ("quý I năm 2027", "Than đạt 41 nghìn tấn, tăng 8%; xi măng 92 nghìn tấn, giảm 3%.", [None, "2026-Q1", None, "2026-Q1"]),
    ("năm 2027", "Tổng sản phẩm trên địa bàn (GRDP) tăng 7,4%.", ["2026"]),
    ("quý I năm 2027", "Dư nợ tín dụng đạt 51.200 tỷ đồng, tăng 1,8% so với cuối năm 2026.", [None, "2026-12-31"]),
    ("quý I năm 2027", "Dư nợ tín dụng đạt 51.200 tỷ đồng, tăng 1,8% so với 31/12/2026.", [None, "2026-12-31"]),
    ("quý I năm 2027", "Dư nợ tín dụng đạt 51.200 tỷ đồng, tăng 1,8% so với đầu năm.", [None, "2026-12-31"]),
    ("quý I năm 2027", "Dư nợ tín dụng đạt 51.200 tỷ đồng, tăng 1,8% so với cuối năm trước.", [None, "2026-12-31"]),
    ("giai đoạn 2026 - 2030", "Thu ngân sách đạt 9.800 tỷ đồng, tăng 25,5% so với giai đoạn 2021 - 2025.", [None, "2021/2025"]),
    ("giai đoạn 2026 - 2030", "Thu ngân sách đạt 9.800 tỷ đồng, tăng 25,5% so với giai đoạn trước.", [None, "2021/2025"]),
    ("năm 2027", "Tổng thu từ khách du lịch đạt 4.500 tỷ đồng, gấp 2,7 lần năm 2020.", [None, "2020"]),
    ("quý I năm 2027", "Sản lượng than đạt 41 nghìn tấn, đạt 24% kế hoạch.", [None, None]),
])  # fmt: skip
def test_a_change_tells_the_period_it_is_measured_against(about: str, text: str, bases: list[str | None]) -> None:
    figures = read_report(HEAD.format(about=about) + text + "\n", Catalogue.load()).figures
    assert [figure.base_period for figure in figures] == bases


def test_what_is_counted_on_a_day_is_compared_with_the_same_day() -> None:
    text = HEAD.format(about="tháng 9 và 9 tháng năm 2027") + "Đàn trâu ước đạt 48.000 con, bằng 98,5% so với cùng kỳ.\n"
    index = next(figure for figure in read_report(text, Catalogue.load()).figures if figure.measure == "yoy_index")
    assert (index.period, index.base_period) == ("2027-09-30", "2026-09-30")


@pytest.mark.parametrize(("period", "before", "last_year"), [
    ("2027-M01", "2026-M12", "2026-M01"),
    ("2027-Q1", "2026-Q4", "2026-Q1"),
    ("2027-M01/M09", None, "2026-M01/M09"),
    ("2028-02-29", None, "2027-02-28"),
    ("2029-02-28", None, "2028-02-29"),
    ("2029-03-14", None, "2028-03-14"),
    ("2026-12-15/2027-06-14", None, "2025-12-15/2026-06-14"),
    ("2026/2030", None, None),
])  # fmt: skip
def test_a_period_has_one_before_it_and_one_a_year_before(period: str, before: str | None, last_year: str | None) -> None:
    found = period_before(Period.parse(period)), year_before(Period.parse(period))
    assert tuple(each.id if each else None for each in found) == (before, last_year)
