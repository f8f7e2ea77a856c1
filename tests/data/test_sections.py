"""What the sections of a report are about: parts of its time, other years, and what is to be done."""

from __future__ import annotations

import pytest

from data.catalogue import Catalogue
from data.reader.read import read_report
from tests.data.reading import MONTH, dated

_TOLD = "\n\nTổng thu ngân sách đạt 815 tỷ đồng.\n\n"


def test_a_section_on_the_year_so_far_is_not_about_the_month() -> None:
    body = (
        "I. KẾT QUẢ\n1. Sản xuất nông nghiệp 9 tháng năm 2027\nSản lượng ngô đạt 90.100 tấn.\n"
        "2. Thương mại\nThu phí đạt 3 tỷ đồng.\n"
    )
    assert dated(MONTH + body) == ["90100 2027-M01/M09", "3 2027-M09"]


def test_sections_under_the_month_alone_are_about_it() -> None:
    text = (
        "BÁO CÁO\nTình hình kinh tế - xã hội tháng 5 và 5 tháng năm 2027\n\nA. KẾT QUẢ HOẠT ĐỘNG THÁNG 5\nI. TÀI CHÍNH\n"
        "Thu phí tháng 5 đạt 3 tỷ đồng.\nII. THƯƠNG MẠI\nThu phí đạt 4 tỷ đồng.\nB. LŨY KẾ 5 THÁNG\nThu phí đạt 17 tỷ đồng.\n"
    )
    assert dated(text) == ["3 2027-M05", "4 2027-M05", "17 2027-M01/M05"]


def test_what_is_to_be_done_in_the_rest_of_a_year_is_of_that_and_a_level_of_the_year() -> None:
    text = (
        "BÁO CÁO\nTình hình kinh tế - xã hội 9 tháng đầu năm 2027\n\nI. KẾT QUẢ\nĐón 300 nghìn lượt khách.\n"
        "II. NHIỆM VỤ 3 THÁNG CUỐI NĂM\nĐón 110 nghìn lượt khách. Tỷ lệ che phủ rừng đạt 64%. Cả năm đón 410 nghìn lượt.\n"
    )
    assert dated(text) == ["300 2027-M01/M09", "110 2027-Q4", "64 2027", "410 2027"]


def test_a_section_on_the_results_of_another_year_is_about_that_year() -> None:
    text = (
        "NGHỊ QUYẾT\nVề phát triển kinh tế - xã hội năm 2028\n\nI. KẾT QUẢ NĂM 2027\nThu ngân sách đạt 910 tỷ đồng.\n\n"
        "II. MỤC TIÊU NĂM 2028\nThu ngân sách đạt 990 tỷ đồng.\n"
    )
    assert dated(text) == ["910 2027", "990 2028"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "1. Sản xuất nông nghiệp\n\nTrong tháng trồng được 40 ha rừng, lũy kế 8 tháng năm 2027 trồng được 310 ha rừng.\n",
            ["40 2027-M08", "310 2027-M01/M08"],
        ),
        (
            "1. Y tế\n\nHội nghị tổng kết năm học 2026 - 2027 và hội thi năm 2027 được tổ chức.\n\n"
            "Khám ngoại trú tháng 5 đạt 310 lượt. Điều trị nội trú tháng 5 đạt 140 lượt. Chuyển tuyến 12 lượt.\n",
            ["310 2027-M05", "140 2027-M05", "12 2027-M05"],
        ),
    ],
)
def test_a_section_alone_is_of_the_month_that_it_tells_elsewhere(text: str, figures: list[str]) -> None:
    assert dated(text) == figures


def test_the_term_of_those_who_are_elected_is_no_period_of_a_section() -> None:
    body = (
        "I. KẾT QUẢ\n1. Chuẩn bị bầu cử đại biểu HĐND các cấp nhiệm kỳ 2026-2031\nThành lập 5 đoàn kiểm tra.\n"
        "II. MỤC TIÊU NHIỆM KỲ 2025 - 2030\nThu ngân sách đạt 990 tỷ đồng.\n"
    )
    assert dated(MONTH + body) == ["5 2027-M09", "990 2030"]


def test_a_resolution_is_parted_by_its_articles() -> None:
    text = (
        "NGHỊ QUYẾT\nVề kế hoạch phát triển kinh tế - xã hội năm 2028\n\nĐiều 1. Đánh giá tình hình thực hiện năm 2027\n\n"
        "Tỷ lệ che phủ rừng đạt 63%.\n\nĐiều 2. Mục tiêu, chỉ tiêu chủ yếu năm 2028\n\nTỷ lệ che phủ rừng đạt 63,4%.\n"
    )
    figures = read_report(text, Catalogue.load()).figures
    assert [(figure.measure, figure.period) for figure in figures] == [("value", "2027"), ("target", "2028")]


def test_tasks_at_the_heart_of_a_month_are_not_of_eight_months() -> None:
    body = "I. KẾT QUẢ\nThu phí đạt 3 tỷ đồng.\n\nII. NHIỆM VỤ TRỌNG TÂM THÁNG 10\nPhấn đấu thu phí đạt 4 tỷ đồng.\n"
    assert dated(MONTH + body) == ["3 2027-M09", "4 2027-M10"]


@pytest.mark.parametrize(
    ("title", "results", "tasks", "periods"),
    [
        (
            "KẾ HOẠCH\nPhát triển kinh tế - xã hội năm 2027",
            "Phần thứ nhất\nƯỚC KẾT QUẢ NĂM 2026 VÀ NĂM ĐẦU THỰC HIỆN KẾ HOẠCH 5 NĂM 2026 - 2030",
            "Phần thứ hai\nKẾ HOẠCH PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2027",
            ["value 2026", "target 2027"],
        ),
        (
            "BÁO CÁO\nTình hình kinh tế - xã hội tháng 01 năm 2027; nhiệm vụ tháng 02 năm 2027",
            "I. KẾT QUẢ",
            "II. NHIỆM VỤ",
            ["value 2027-M01", "target 2027-M02"],
        ),
        (
            "BÁO CÁO\nTình hình kinh tế - xã hội 9 tháng năm 2027",
            "I. KẾT QUẢ",
            "II. NHIỆM VỤ",
            ["value 2027-M01/M09", "target 2027"],
        ),
        ("BÁO CÁO\nTình hình kinh tế - xã hội năm 2027", "I. KẾT QUẢ", "II. PHƯƠNG HƯỚNG", ["value 2027", "target 2028"]),
        (
            "BÁO CÁO\nKết quả thực hiện kế hoạch 5 năm 2021 - 2025, xây dựng kế hoạch 5 năm 2026 - 2030",
            "PHẦN THỨ NHẤT: KẾT QUẢ 5 NĂM QUA",
            "PHẦN THỨ HAI: KẾ HOẠCH 5 NĂM TỚI",
            ["value 2021/2025", "target 2030"],
        ),
        (
            "KẾ HOẠCH\nPhát triển kinh tế - xã hội giai đoạn 2026 - 2030",
            "PHẦN THỨ NHẤT\nNHÌN LẠI NĂM NĂM 2021 - 2025\n\nI. MỨC ĐỘ HOÀN THÀNH CÁC MỤC TIÊU CỦA NHIỆM KỲ",
            "PHẦN THỨ HAI\nMỤC TIÊU, NHIỆM VỤ GIAI ĐOẠN 2026 - 2030",
            ["value 2021/2025", "target 2030"],
        ),
        (
            "KẾ HOẠCH\nPhát triển kinh tế - xã hội giai đoạn 2026 - 2030",
            "Phần thứ nhất. Bối cảnh và kết quả đạt được giai đoạn 2021-2025",
            "Phần thứ hai. Mục tiêu, nhiệm vụ và giải pháp giai đoạn 2026-2030",
            ["value 2021/2025", "target 2030"],
        ),
        (
            "DỰ THẢO KẾ HOẠCH\nPhát triển kinh tế - xã hội năm 2027",
            "I. Tình hình thực hiện năm 2026",
            "II. Kế hoạch năm 2027",
            ["value 2026", "target 2027"],
        ),
    ],
)
def test_what_is_to_be_done_is_of_the_time_that_a_heading_or_the_title_looks_ahead_to(
    title: str, results: str, tasks: str, periods: list[str]
) -> None:
    text = f"UBND TỈNH MẪU SƠN\n\n{title}\n\n{results}{_TOLD}{tasks}{_TOLD}"
    assert [f"{figure.measure} {figure.period}" for figure in read_report(text, Catalogue.load()).figures] == periods


def test_a_section_on_one_of_several_years_or_on_all_of_a_year_is_about_that_year() -> None:
    several = (
        "UBND TỈNH MẪU SƠN\n\nBÁO CÁO\nTình hình kinh tế - xã hội năm 2027 và 5 năm 2023 - 2027\n\n"
        f"I. KẾT QUẢ NĂM 2027{_TOLD}II. KẾT QUẢ 5 NĂM 2023 - 2027{_TOLD}"
    )
    half = (
        "UBND TỈNH MẪU SƠN\n\nBÁO CÁO\nTình hình kinh tế - xã hội 6 tháng đầu năm 2027\n\n"
        f"I. KẾT QUẢ 6 THÁNG{_TOLD}II. ƯỚC THỰC HIỆN CẢ NĂM 2027{_TOLD}"
    )
    assert [dated(text) for text in (several, half)] == [["815 2027", "815 2023/2027"], ["815 2027-H1", "815 2027"]]


@pytest.mark.parametrize("years", ["5 NĂM GIAI ĐOẠN 2021 - 2025", "5 NĂM 2021 - 2025", "GIAI ĐOẠN 2021 - 2025"])
def test_the_first_part_of_a_plan_is_about_the_years_before(years: str) -> None:
    text = (
        "UBND TỈNH MẪU SƠN\n\nKẾ HOẠCH\nPhát triển kinh tế - xã hội 5 năm giai đoạn 2026 - 2030\n\n"
        f"Phần I\nKẾT QUẢ THỰC HIỆN KẾ HOẠCH {years}\n\nI. NHỮNG KẾT QUẢ CHỦ YẾU{_TOLD}"
    )
    assert dated(text) == ["815 2021/2025"]


@pytest.mark.parametrize("now", [", hiện là 29,4%", " (hiện nay 29,4%)", "; hiện mới đạt 29,4%"])
def test_what_there_is_now_beside_an_aim_of_years_is_of_the_day_before_them(now: str) -> None:
    text = (
        "UBND TỈNH MẪU SƠN\n\nKẾ HOẠCH\nPhát triển kinh tế - xã hội 5 năm 2026 - 2030\n\n"
        f"II. MỤC TIÊU\nTỷ lệ đô thị hóa đạt 35%{now}.\n"
    )
    told = [f"{one.value:g} {one.measure} {one.period}" for one in read_report(text, Catalogue.load()).figures]
    assert told == ["35 target 2030", "29.4 value 2025-12-31"]


def test_results_of_a_term_are_of_its_years_and_those_of_its_first_year_are_not() -> None:
    congress = (
        "ĐẢNG BỘ TỈNH MẪU SƠN\n\nBÁO CÁO CHÍNH TRỊ\ntrình Đại hội đại biểu Đảng bộ tỉnh, nhiệm kỳ 2030 - 2035\n\n"
        f"Phần thứ nhất\nKẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2025 - 2030{_TOLD}"
    )
    first_year = (
        "TỈNH ỦY MẪU SƠN\nMẫu Sơn, ngày 12 tháng 11 năm 2031\n\nBÁO CÁO\nKết quả một năm thực hiện Nghị quyết Đại hội Đảng bộ "
        f"tỉnh, nhiệm kỳ 2030 - 2035\n\nI. KẾT QUẢ ĐẠT ĐƯỢC{_TOLD}"
    )
    assert [dated(text) for text in (congress, first_year)] == [["815 2025/2030"], ["815 2031"]]


@pytest.mark.parametrize(
    ("title", "heading", "figures"),
    [
        ("quý II và 6 tháng đầu năm 2027", "1. Quý II", ["815 2027-Q2"]),
        ("tháng 7 và 7 tháng năm 2027", "1. Riêng trong tháng 7", ["815 2027-M07"]),
        ("quý III và 9 tháng năm 2027", "I. KẾT QUẢ QUÝ III", ["815 2027-Q3"]),
        ("quý II và 6 tháng đầu năm 2027", "I. NGÂN SÁCH THÁNG SÁU", ["815 2027-M06"]),
        ("năm 2027", "I. Công tác chuẩn bị lễ hội (từ ngày 01/02/2027 đến ngày 20/02/2027)", ["815 2027-02-01/2027-02-20"]),
        ("năm 2027", "I. NGÂN SÁCH\n(Số liệu tính đến ngày 31/10/2027)", ["815 2027-10-31"]),
    ],
)
def test_a_section_is_about_the_part_of_a_year_that_is_its_title(title: str, heading: str, figures: list[str]) -> None:
    text = f"BÁO CÁO\nTình hình kinh tế - xã hội {title}\n\n{heading}{_TOLD}II. KẾT QUẢ CHUNG{_TOLD}"
    assert dated(text)[:1] == figures


@pytest.mark.parametrize(
    ("heading", "figures"),
    [
        ("1. Năm 2031", ["target 2031"]),
        ("2. Đến năm 2035", ["target 2035"]),
        ("3. Tầm nhìn 2050", ["target 2050"]),
        ("4. Chỉ tiêu năm đầu kỳ 2031", ["target 2031"]),
    ],
)
def test_what_is_to_be_done_at_other_times_is_parted_by_headings(heading: str, figures: list[str]) -> None:
    number = heading[0]
    before = "".join(f"{at}. Mục tiêu {at}\n\n" for at in range(1, int(number)))
    text = f"BÁO CÁO\nTổng kết công tác giai đoạn 2026 - 2030\n\nI. KẾT QUẢ{_TOLD}II. NHIỆM VỤ\n{before}{heading}{_TOLD}"
    read_figures = read_report(text, Catalogue.load()).figures[1:]
    assert [f"{figure.measure} {figure.period}" for figure in read_figures] == figures


def test_a_scenario_of_growth_is_aimed_at_in_each_of_its_times() -> None:
    text = (
        "KẾ HOẠCH\nKịch bản tăng trưởng kinh tế năm 2027\n\nI. KỊCH BẢN CẢ NĂM\nGRDP tăng 9%.\n\nII. KỊCH BẢN TỪNG KỲ\n"
        "1. Quý III và 9 tháng\na) Quý III\nGRDP tăng 8%.\nb) 9 tháng\nGRDP tăng 7%.\n2. Quý IV\nGRDP tăng 6%.\n"
    )
    figures = read_report(text, Catalogue.load()).figures
    assert [f"{figure.value:g} {figure.measure} {figure.period}" for figure in figures] == [
        "9 target 2027", "8 target 2027-Q3", "7 target 2027-M01/M09", "6 target 2027-Q4",
    ]  # fmt: skip


def test_a_review_half_way_is_of_the_years_so_far_and_counts_up_to_the_month_before() -> None:
    text = (
        "UBND TỈNH MẪU SƠN\nMẪU SƠN, ngày    tháng 7 năm 2028\n\nBÁO CÁO\nĐánh giá giữa kỳ thực hiện kế hoạch phát triển kinh tế "
        "- xã hội 5 năm 2026 - 2030\n\nA. KẾT QUẢ\nI. Về kinh tế\nTrồng rừng mới đạt 9.100 ha. Đến nay có 31 xã đạt chuẩn nông "
        "thôn mới. Từ đầu nhiệm kỳ đến nay thành lập mới 1.300 doanh nghiệp.\nB. MỤC TIÊU, NHIỆM VỤ 02 NĂM CÒN LẠI\n"
        "Thu hút 910 triệu USD vốn đầu tư.\n"
    )
    assert dated(text) == ["9100 2026/2028", "31 2028-06-30", "1300 2026-01-01/2028-06-30", "910 2029/2030"]


def test_the_first_months_of_the_next_year_are_told_in_a_section_of_their_own() -> None:
    text = (
        "UBND TỈNH MẪU SƠN\nMẪU SƠN, ngày 27 tháng 4 năm 2028\n\nBÁO CÁO BỔ SUNG\nKết quả thực hiện kế hoạch năm 2027 và tình "
        f"hình những tháng đầu năm 2028\n\nI. KẾT QUẢ NĂM 2027{_TOLD}II. TÌNH HÌNH NHỮNG THÁNG ĐẦU NĂM\nA. Kết quả quý I{_TOLD}"
        f"B. Ước 4 tháng{_TOLD}"
    )
    assert dated(text) == ["815 2027", "815 2028-Q1", "815 2028-M01/M04"]


@pytest.mark.parametrize(
    ("head", "results", "tasks", "told"),
    [
        (  # a month at the end of a year is of the next one
            "BÁO CÁO\nTình hình kinh tế - xã hội tháng 12 và năm 2027; nhiệm vụ tháng 01 và quý I năm 2028",
            "I. TÌNH HÌNH CẢ NĂM", "II. NHIỆM VỤ TRỌNG TÂM THÁNG 01", ["value 2027", "target 2028-M01"],
        ),
        (
            "BÁO CÁO\nTình hình kinh tế - xã hội quý III và 9 tháng năm 2027; nhiệm vụ quý IV",
            "I. 9 THÁNG", "II. NHIỆM VỤ QUÝ IV", ["value 2027-M01/M09", "target 2027-Q4"],
        ),
        (
            "BÁO CÁO\nSơ kết 6 tháng vận hành mô hình mới (từ ngày 01/7/2027 đến ngày 31/12/2027) và nhiệm vụ 6 tháng tiếp theo",
            "I. KẾT QUẢ", "II. NHIỆM VỤ 6 THÁNG TIẾP THEO", ["value 2027-H2", "target 2028-H1"],
        ),
        (
            "NGHỊ QUYẾT\nVề kế hoạch phát triển kinh tế - xã hội năm 2028\n\nCăn cứ Luật Thống kê; xét Báo cáo thẩm tra:",
            "Điều 1. Đánh giá kết quả thực hiện kế hoạch năm 2027", "Điều 2. Nhiệm vụ và giải pháp",
            ["value 2027", "target 2028"],
        ),
        (
            "QUYẾT ĐỊNH\nVề việc giao chỉ tiêu kế hoạch phát triển kinh tế - xã hội năm 2028",
            "Điều 1. Kết quả năm 2027", "Điều 2. Giao chỉ tiêu kế hoạch cho các sở", ["value 2027", "target 2028"],
        ),
        (
            "KẾ HOẠCH\nPhát triển kinh tế - xã hội năm 2028",
            "PHẦN I\nTÌNH HÌNH THỰC HIỆN KẾ HOẠCH NĂM 2027\nA. Kết quả 6 tháng đầu năm", "PHẦN II\nDỰ KIẾN KẾ HOẠCH",
            ["value 2027-H1", "target 2028"],
        ),
        (
            "BÁO CÁO\nTình hình ngân sách năm 2027, dự toán ngân sách năm 2028",
            "I. TÌNH HÌNH NĂM 2027", "II. DỰ TOÁN NGÂN SÁCH NĂM 2028", ["value 2027", "target 2028"],
        ),
        (
            "BÁO CÁO\nTổng kết chương trình giai đoạn 2023 - 2027, định hướng giai đoạn 2028 - 2032",
            "PHẦN THỨ NHẤT\nKẾT QUẢ", "PHẦN THỨ HAI\nĐỊNH HƯỚNG THỰC HIỆN\nI. MỤC TIÊU CẢ GIAI ĐOẠN",
            ["value 2023/2027", "target 2032"],
        ),
        (  # what was aimed at for the years that are told
            "KẾ HOẠCH\nPhát triển kinh tế - xã hội 5 năm 2028 - 2032",
            "Phần thứ nhất\nKẾT QUẢ THỰC HIỆN KẾ HOẠCH 5 NĂM 2023 - 2027\nI. KẾT QUẢ", "II. MỤC TIÊU ĐỀ RA",
            ["value 2023/2027", "target 2027"],
        ),
        (
            "BÁO CÁO TÓM TẮT\nTÌNH HÌNH KINH TẾ - XÃ HỘI NĂM 2027\nUBND tỉnh báo cáo như sau:", "NHỮNG KẾT QUẢ NỔI BẬT",
            "NHIỆM VỤ TRỌNG TÂM", ["value 2027", "target 2028"],
        ),
        (
            "BÁO CÁO CHÍNH TRỊ\ntrình Đại hội đại biểu Đảng bộ tỉnh, nhiệm kỳ 2027 - 2032\nHà Tĩnh, tháng 9 năm 2027",
            "PHẦN THỨ NHẤT\nKẾT QUẢ NHIỆM KỲ 2022 - 2027", "PHẦN THỨ HAI\nPHƯƠNG HƯỚNG NHIỆM KỲ 2027 - 2032",
            ["value 2022/2027", "target 2032"],
        ),
    ],
)  # fmt: skip
def test_results_and_tasks_are_of_their_times_in_many_kinds_of_documents(
    head: str, results: str, tasks: str, told: list[str]
) -> None:
    text = f"UBND TỈNH MẪU SƠN\n\n{head}\n\n{results}{_TOLD}{tasks}{_TOLD}"
    assert [f"{figure.measure} {figure.period}" for figure in read_report(text, Catalogue.load()).figures] == told


def test_an_area_is_that_of_the_month_where_a_title_says_so() -> None:
    month, sum_of = "I. KẾT QUẢ THÁNG 9\n1. Nông nghiệp\n", "\nII. LŨY KẾ 9 THÁNG\n1. Nông nghiệp\n"
    body = f"{month}Trồng mới 40 ha rừng.\n{sum_of}Trồng mới 310 ha rừng.\n"
    assert dated(MONTH + body) == ["40 2027-M09", "310 2027-M01/M09"]


def test_a_task_that_looks_ahead_to_other_years_stays_one_of_the_rest_of_this() -> None:
    text = (
        "BÁO CÁO\nTình hình 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2031\n\nI. KẾT QUẢ\nGRDP tăng 8%.\n\n"
        "II. NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM\n\n1. Phấn đấu GRDP 6 tháng cuối năm tăng 9%, cả năm tăng 8,5%, tạo đà cho "
        "giai đoạn 2031 - 2035 tăng 10%/năm.\n\n2. Tỷ lệ che phủ rừng đạt 64%.\n"
    )
    assert dated(text)[1:] == ["9 2031-H2", "8.5 2031", "10 2031/2035", "64 2031"]
