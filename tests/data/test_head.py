"""The head of a report: number, title, issuer, province, date, and the period it is about."""

from __future__ import annotations

from datetime import date

import pytest

from data.reader.layout.document import read_document
from data.reader.layout.reported import Reported, names_month, reported_period


@pytest.mark.parametrize(
    ("title", "kind", "period"),
    [
        (
            "Tình hình thu mua tháng 8 và 8 tháng năm 2025; nhiệm vụ tháng 9",
            "monthly",
            "2025-M01/M08",
        ),
        ("Tình hình kinh tế - xã hội tháng 5 năm 2024", "monthly", "2024-M05"),
        ("Tình hình kinh tế - xã hội tháng7 và 7tháng năm 2024", "monthly", "2024-M01/M07"),
        ("Tình hình dịch bệnh trên đàn vật nuôi ngày 05/11/2024", None, "2024-11-05"),
        ("Hưởng ứng cuộc điều tra năm 2026 Tình hình kinh tế - xã hội tháng 5 năm 2024", "monthly", "2024-M05"),
        ("Thứ 6 - 26/02/2021 Tình hình kinh tế - xã hội quý II/2024", "quarterly", "2024-Q2"),
        ("TÌNH HÌNH QUÝ II VÀ 6 THÁNG ĐẦU NĂM 2025", "half_year", "2025-H1"),
        ("Tình hình quý III và 9 tháng năm 2024, nhiệm vụ quý IV", "nine_month", "2024-M01/M09"),
        ("Tình hình thu mua quý I, phương hướng quý II năm 2026", "quarterly", "2026-Q1"),
        ("Tình hình 6 tháng đầu năm; nhiệm vụ, giải pháp 6 tháng cuối năm 2023", "half_year", "2023-H1"),
        ("Kết quả thực hiện nhiệm vụ năm 2024; nhiệm vụ, giải pháp năm 2025", "annual", "2024"),
        ("Tình hình kinh tế - xã hội quý IV và năm 2025", "annual", "2025"),
        ("Tình hình 5 tháng đầu năm, ước thực hiện 6 tháng; nhiệm vụ tháng 6 năm 2025", "monthly", "2025-M01/M05"),
        ("Giải ngân năm 2025 (lũy kế đến hết ngày 30/9, ước đến 31/12) và dự kiến năm 2026", "nine_month", "2025-M01/M09"),
        ("Tình hình mùa lễ hội năm 2025 (từ ngày 03/02 đến ngày 12/02/2025)", None, "2025-02-03/2025-02-12"),
        ("V/v mua chè Mẫu Sơn, ngày 06 tháng 10 năm 2025 Tình hình thu mua năm 2025", "annual", "2025"),
        ("Kịch bản tăng trưởng năm 2026", "plan", "2026"),
        ("Kế hoạch trồng chè 5 năm 2026 - 2030", "plan", "2026/2030"),
        ("Kế hoạch trồng chè năm 2026", "plan", "2026"),
        ("Kết quả trồng chè năm 2026, năm đầu thực hiện Kế hoạch 5 năm 2026 - 2030", "annual", "2026"),
        (
            "Tinh hinh thu mua thang 11 va 11 thang, nhiém vu thang 12 nim 2025",
            "monthly",
            "2025-M01/M11",
        ),
        ("Tình hình kinh tế - xã hội tháng Mười và mười tháng năm 2024", "monthly", "2024-M01/M10"),
        ("Tinh hinh kinh té - x3 hdi qu¥ I nim 2025", "quarterly", "2025-Q1"),
        ("Tình hình thực hiện kế hoạch năm 2024 và kế hoạch phát triển kinh tế - xã hội năm 2025", "annual", "2024"),
    ],
)
def test_a_title_tells_kind_and_period(title: str, kind: str | None, period: str) -> None:
    assert reported_period(title) == Reported(kind, period)


@pytest.mark.parametrize("title", ["TÌNH HÌNH XÃ HỘITHÁNG 5 VÀ 5 THÁNG", "Tinh hinh thgang 5", "quy I va thang5 nam 2024"])
def test_a_title_names_a_month_though_its_word_is_damaged(title: str) -> None:
    assert names_month(title, 5)


@pytest.mark.parametrize("title", ["Tình hình 5 tháng năm 2024", "Tình hình tháng 15", "Tình hình quý II"])
def test_a_title_of_the_months_so_far_names_none(title: str) -> None:
    assert not names_month(title, 5)


@pytest.mark.parametrize("title", ["", "Tình hình chung", "NHIỆM VỤ THÁNG 9 NĂM 2025", "tháng 13 năm 20", "99 tháng năm 2024"])
def test_a_title_without_a_period_gives_none(title: str) -> None:
    assert reported_period(title) is None


HEAD = """\
ỦY BAN NHÂN DÂN TỈNH BẮC KẠN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 91/BC-UBND

Bắc Kạn, ngày 02 tháng 10 năm 2024

BÁO CÁO

Tình hình sản xuất 9 tháng năm 2024

I. KẾT QUẢ

Sản lượng chè đạt 5.120 tấn, tỉnh Thái Nguyên bạn mua một nửa.
"""


def test_the_head_of_a_clean_report_is_read() -> None:
    head = read_document(HEAD).head
    assert (head.number, head.kind, head.period) == ("91/BC-UBND", "nine_month", "2024-M01/M09")
    assert head.title == "Tình hình sản xuất 9 tháng năm 2024"
    assert (head.issuer, head.ref_area, head.issued) == ("UBND tỉnh Bắc Kạn", "Bắc Kạn", date(2024, 10, 2))


def test_the_head_of_a_scan_is_read_through_its_damage() -> None:
    text = HEAD.replace("ỦY BAN NHÂN DÂN TỈNH BẮC KẠN", "UY BAN NHAN DAN TINH BAC KAN").replace("Số", "S6")
    text = text.replace("Bắc Kạn, ngày 02 tháng 10", "Bac Kan, ngay 02 thang 70").replace("tỉnh Thái Nguyên bạn", "ban hang")
    head = read_document(text).head
    assert (head.number, head.ref_area, head.issued) == ("91/BC-UBND", "Bắc Kạn", date(2024, 10, 2))


@pytest.mark.parametrize("day", ["06 ", ""], ids=["signed", "a draft"])
@pytest.mark.parametrize("month", ["thdng", "th4ng", "thang", "thing"])
def test_the_day_of_issue_is_no_part_of_a_damaged_title(month: str, day: str) -> None:
    """Else "06 thdng 12" would be six months."""
    text = HEAD.replace("Bắc Kạn, ngày 02 tháng 10 năm", f"Bac Kan, ngay {day}{month} 12 ndm").replace(
        "9 tháng năm 2024", "năm 2024"
    )
    head = read_document(text).head
    assert (head.kind, head.period, head.title) == ("annual", "2024", "Tình hình sản xuất năm 2024")


def test_the_reports_of_a_statistics_office_are_issued_by_it() -> None:
    head = read_document(HEAD.replace("ỦY BAN NHÂN DÂN", "CỤC THỐNG KÊ")).head
    assert head.issuer == "Cục Thống kê tỉnh Bắc Kạn"


def test_without_a_title_page_the_heading_of_the_reporting_part_tells() -> None:
    text = "I. CHỈ ĐẠO, ĐIỀU HÀNH\n\nHọp giao ban.\n\nII. TÌNH HÌNH KINH TẾ THÁNG 4 NĂM 2023\n\nMưa thuận gió hòa.\n"
    head = read_document(text).head
    assert (head.period, head.title) == ("2023-M04", "TÌNH HÌNH KINH TẾ THÁNG 4 NĂM 2023")


def test_what_a_text_does_not_tell_is_none() -> None:
    head = read_document("Một đoạn văn không đầu không cuối.").head
    assert (head.number, head.issued, head.period, head.kind, head.ref_area, head.issuer) == (None,) * 6


@pytest.mark.parametrize("text", ["ngày 31 tháng 2 năm 2024", "ngày 99 tháng 99 năm 2024", "ngày tháng 4 năm 2026"])
def test_dates_that_cannot_be_are_none(text: str) -> None:
    assert read_document(f"Bắc Kạn, {text}\n\nI. KẾT QUẢ\n").head.issued is None


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "below", ["\nI. KẾT QUẢ\n", "\nThực hiện quy chế làm việc, Ủy ban nhân dân tỉnh báo cáo như sau:\n\nI. KẾT QUẢ\n"]
)
def test_a_title_of_several_lines_below_the_kind_of_document_is_read_whole(gap: str, below: str) -> None:
    title = (
        "Tình hình thực hiện kế hoạch phát triển kinh tế - xã hội\nnăm 2024 và kế hoạch phát triển kinh tế - xã hội năm 2025\n"
    )
    body = "1. Nông nghiệp\nSau 6 tháng cuối năm, tình hình sản xuất ổn định; sản lượng chè đạt 5.120 tấn.\n"
    text = "ỦY BAN NHÂN DÂN\nTỈNH BẮC KẠN\nSố: 91/BC-UBND\n\nBÁO CÁO" + gap + title + below + body
    assert read_document(text).head.period == "2024"


@pytest.mark.parametrize("kind", ["BÁO CÁO TÓM TẮT", "BÁO CÁO NHANH", "THÔNG CÁO BÁO CHÍ"])
def test_a_title_that_ends_in_a_comma_goes_on_on_the_next_line(kind: str) -> None:
    text = (
        f"ỦY BAN NHÂN DÂN\nTỈNH MẪU SƠN\nMẪU SƠN, ngày 05 tháng 7 năm 2027\n\n{kind}\nKết quả thu mua 6 tháng đầu năm,\n"
        "nhiệm vụ 6 tháng cuối năm 2027\n\nI. KẾT QUẢ\nSản lượng chè đạt 5.120 tấn.\n"
    )
    assert read_document(text).head.period == "2027-H1"
