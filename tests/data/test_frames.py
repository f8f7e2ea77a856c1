"""What a report is about where its title does not say: its headings, or the first period that it speaks of."""

from __future__ import annotations

from random import Random

import pytest

from data.catalogue import Catalogue
from data.reader.read import read_report
from tests.data.damage import damaged
from tests.data.reading import MONTH, dated


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Giới thiệu tình hình kinh tế tỉnh Mẫu Sơn\n\nThực hiện nhiệm vụ phát triển kinh tế xã hội năm 2027, tỉnh có nhiều "
            "thuận lợi.\n\nQuy mô GRDP đạt 61.000 tỷ đồng, tăng 4.200 tỷ đồng so với năm 2026.\n",
            ["61000 2027", "4200 2027"],
        ),
        (
            "Mẫu Sơn gượng dậy sau bão\n\nĐến ngày 14/9/2027, tổng thiệt hại do bão gây ra là 310 tỷ đồng.\n\n"
            "Toàn tỉnh có 1.204 nhà bị tốc mái.\n",
            ["310 2027-09-14", "1204 2027-09-14"],
        ),
        (
            "Đại hội Đảng bộ tỉnh Mẫu Sơn nhiệm kỳ 2030-2035\n\nBáo cáo cho biết, giai đoạn 2026-2030 GRDP tăng bình quân "
            "8,2%/năm.\n\nThu ngân sách nhà nước đạt 52.000 tỷ đồng.\n",
            ["8.2 2026/2030", "52000 2026/2030"],
        ),
        (
            "Mẫu Sơn chăm lo người nghèo\n\n- Kết quả rà soát theo chuẩn nghèo đa chiều giai đoạn 2026 - 2030: hộ nghèo có 7.115 "
            "hộ.\n\n- Trong năm 2027, tỉnh ban hành 3 nghị quyết.\n",
            ["7115 2027", "3 2027"],
        ),
        (
            "Mẫu Sơn phát hiện 16 ca mắc mới\n\nTừ đầu năm đến nay, toàn tỉnh có 417 ca sốt xuất huyết.\n\n"
            "Trong 6 tháng đầu năm, phát hiện 16 ca nhiễm HIV, so với cùng kỳ năm 2026 tương đương.\n",
            ["417 2027-H1", "16 2027-H1"],
        ),
        (
            "Diện tích trồng rừng đạt khá\n\nĐến ngày 15/02/2027 toàn tỉnh trồng được 220 ha rừng.\n\n"
            "Tổng mức bán lẻ hàng hóa tháng 02 đạt 605 tỷ đồng. Khách du lịch đạt 36.000 lượt.\n",
            ["220 2027-02-15", "605 2027-M02", "36000 2027-M02"],
        ),
        (
            "Thu hút đầu tư của tỉnh Mẫu Sơn tăng mạnh\nCập nhật: 08:15, 28/07/2027\n\nTừ đầu năm đến nay, toàn tỉnh thu hút "
            "được 120 dự án đầu tư.\n",
            ["120 2027-M01/M07"],
        ),
        (
            "Mẫu Sơn xây dựng nông thôn mới\n2027-05-12 08:10\n\nĐến nay, toàn tỉnh đã có 21 xã đạt chuẩn nông thôn mới.\n",
            ["21 2027-05-12"],
        ),
        (
            "KẾT QUẢ QUÝ II, PHƯƠNG HƯỚNG NHIỆM VỤ QUÝ III NĂM 2027\nI. Kết quả\nTrong quý, tiếp nhận 1.230 hồ sơ.\n",
            ["1230 2027-Q2"],
        ),
        (
            "Kinh tế tỉnh Mẫu Sơn\n\nGRDP năm 2027 tăng 6,5% so với năm 2026, trong đó 6 tháng đầu năm tăng 6,1%.\n\n"
            "Thu ngân sách nhà nước đạt 9.100 tỷ đồng.\n",
            ["6.5 2027", "6.1 2027-H1", "9100 2027"],
        ),
        (
            "Nếu như năm 2007, tỉnh Mẫu Sơn có 12 xã có điện thì đến năm 2027 có 96 xã có điện.\n\n"
            "Trường học được xây mới 85 phòng.\n",
            ["12 2007", "96 2027", "85 2027"],
        ),
    ],
    ids=[
        "a year in passing",
        "a day",
        "the years before a congress",
        "a poverty line is no period",
        "last year's year",
        "a month rather than a day",
        "the day of a page",
        "as it stands on the day of a page",
        "what comes next",
        "a year against the year before",
        "a year that others lead to",
    ],
)
def test_the_first_period_spoken_of_is_that_of_the_report(text: str, figures: list[str]) -> None:
    assert dated(text) == figures


def test_years_that_are_looked_ahead_to_are_not_that_of_a_report() -> None:
    text = (
        "Mẫu Sơn phát triển rừng\n\nTheo đề án đến năm 2030, tỉnh trồng 40 ha rừng năm 2027; đến năm 2030 trồng 900 ha. "
        "Khai thác 310 ha.\n"
    )
    assert dated(text) == ["40 2027", "900 2030", "310 2027"]


def test_a_page_s_date_line_is_no_period_of_its_report() -> None:
    text = (
        "Tình hình kinh tế - xã hội tháng 01 năm 2027\n\nThứ ba, 09 Tháng 3 2027\n\nGiá tiêu dùng giảm 0,8% so với tháng trước.\n"
    )
    assert dated(text) == ["-0.8 2027-M01"]


def test_a_report_on_a_day_is_about_that_day() -> None:
    text = "Tình hình xe chở hàng qua cửa khẩu ngày 05/11/2027\n\nTại cửa khẩu phía bắc, xe xuất khẩu đạt 310 xe.\n"
    assert dated(text) == ["310 2027-11-05"]


def test_points_of_a_list_are_of_the_day_that_leads_it_in() -> None:
    body = (
        "I. KẾT QUẢ\nTính đến ngày 10/9/2027 đã gieo trồng 24.100 ha cây hằng năm. Trong đó:\n\n"
        "- Lúa gieo trồng 9.300 ha.\n\n- Ngô gieo trồng 1.800 ha.\n"
    )
    assert dated(MONTH + body) == ["24100 2027-09-10", "9300 2027-09-10", "1800 2027-09-10"]


def test_a_resolution_on_the_tasks_of_a_year_has_no_year_ahead_of_it() -> None:
    text = (
        "NGHỊ QUYẾT\nVề nhiệm vụ phát triển kinh tế - xã hội năm 2028\n\nĐiều 1. Kết quả năm 2027\nThu phí đạt 3 tỷ đồng.\n\n"
        "Điều 2. Nhiệm vụ, giải pháp\nThu phí đạt 4 tỷ đồng.\n"
    )
    assert dated(text) == ["3 2027", "4 2028"]


TITLED = "BÁO CÁO\nTình hình kinh tế - xã hội {} năm 2027\n\nI. KẾT QUẢ\n\n"


@pytest.mark.parametrize(
    ("about", "bare"),
    [
        ("tháng 3 và 3 tháng", "2027-M03"),
        ("tháng 6 và 6 tháng đầu", "2027-M06"),
        ("tháng 9 và 9 tháng", "2027-M09"),
        ("tháng 12 và cả", "2027"),
        ("quý II và 6 tháng đầu", "2027-H1"),
        ("quý III và 9 tháng", "2027-M01/M09"),
    ],
)
def test_a_bare_figure_is_of_the_month_of_a_title_but_of_the_sum_beside_a_quarter(about: str, bare: str) -> None:
    assert dated(TITLED.format(about) + "Thu phí đạt 3 tỷ đồng.\n") == [f"3 {bare}"]


def test_a_bare_figure_is_of_the_quarter_of_a_title_where_its_sentence_goes_on_to_the_sum() -> None:
    body = "Khai thác 82 nghìn m3 gỗ; tính chung 9 tháng 241 nghìn m3. Thu phí đạt 3 tỷ đồng.\n"
    assert dated(TITLED.format("quý III và 9 tháng") + body) == ["82 2027-Q3", "241 2027-M01/M09", "3 2027-M01/M09"]


def test_a_report_of_a_year_and_of_those_that_end_with_it_is_about_the_year() -> None:
    """Its part on both is so, too; what is told of all years says so."""
    text = (
        "BÁO CÁO\nTình hình thực hiện kế hoạch năm 2027 và 5 năm 2023 - 2027\n\n"
        "Phần thứ nhất\nKẾT QUẢ THỰC HIỆN NĂM 2027 VÀ 5 NĂM 2023 - 2027\n\nI. KẾT QUẢ\n\n"
        "Xảy ra 164 vụ tai nạn giao thông, giảm 12 vụ so với năm 2026. Giai đoạn 2023 - 2027 GRDP tăng bình quân 7,4%/năm.\n"
    )
    assert dated(text) == ["164 2027", "-12 2027", "7.4 2023/2027"]


def test_a_review_half_way_counts_up_to_the_end_of_the_year_in_which_it_was_written_late() -> None:
    """Its aims are those of all years; the years of the poverty line date nothing."""
    text = (
        "Mẫu, ngày 15 tháng {month} năm 2027\n\nBÁO CÁO\nĐánh giá giữa kỳ thực hiện Kế hoạch 5 năm 2025 - 2029\n\n"
        "I. KẾT QUẢ\n\nMục tiêu của Kế hoạch là GRDP tăng bình quân 8 - 9%/năm. Đến nay có 74/92 xã đạt chuẩn nông thôn mới. "
        "Số hộ nghèo theo chuẩn đa chiều giai đoạn 2026 - 2030 còn 9.400 hộ.\n"
    )
    aims, counted = ["8 2025/2029", "9 2025/2029"], ["74", "92", "9400"]
    assert dated(text.format(month=12)) == [*aims, *(f"{value} 2027-12-31" for value in counted)]
    assert dated(text.format(month=7)) == [*aims, *(f"{value} 2027-06-30" for value in counted)]


def test_indicators_of_a_plan_are_its_targets() -> None:
    text = "BÁO CÁO\nKết quả 9 tháng năm 2027\n\nI. Chỉ tiêu kế hoạch năm 2027\nGiá trị sản xuất công nghiệp: 81.000 tỷ đồng.\n"
    (figure,) = read_report(text, Catalogue.load()).figures
    assert (figure.measure, figure.period) == ("target", "2027")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Thu ngân sách tháng 8 đạt 412 tỷ đồng. Phấn đấu cả năm thu 5.000 tỷ đồng.", ["U", "T"]),
        ("Thu ngân sách tháng 8 năm 2027 đạt 412 tỷ đồng, ước 9 tháng đạt 3.900 tỷ đồng.", ["A", "E"]),
        ("Thu ngân sách tháng 8 đạt 412 tỷ đồng, so với cùng kỳ năm 2026 tăng 3%.", ["A", "A"]),
    ],
)
def test_figures_of_a_text_that_names_no_year_are_suspect(text: str, status: list[str]) -> None:
    assert [figure.status for figure in read_report(text, Catalogue.load()).figures] == status


REVIEW, AHEAD = ("2021/2025", "2025"), ("2026/2030", "2030")
"""The periods of what was done in the years before a plan, and of what it aims at: of all years, or at their end."""


@pytest.mark.parametrize("scanned", [False, True])
@pytest.mark.parametrize(
    "heading",
    [
        "ĐÁNH GIÁ TÌNH HÌNH THỰC HIỆN KẾ HOẠCH 5 NĂM 2021 - 2025",
        "NHÌN LẠI 5 NĂM THỰC HIỆN KẾ HOẠCH GIAI ĐOẠN 2021 - 2025",
        "NHÌN LẠI 5 NĂM THỰC HIỆN KẾ HOẠCH 2021 - 2025",
        "TÌNH HÌNH THỰC HIỆN KẾ HOẠCH 5 NĂM GIAI ĐOẠN TRƯỚC",
        "KIỂM ĐIỂM 5 NĂM THỰC HIỆN NGHỊ QUYẾT",
        "BỨC TRANH KINH TẾ - XÃ HỘI 2021 - 2025",
        "KẾT QUẢ 5 NĂM QUA",
        "TỔNG KẾT 5 NĂM",
    ],
)
def test_the_review_in_a_plan_is_of_the_years_before_it(heading: str, scanned: bool) -> None:
    assert plan_of_two_parts(heading, "MỤC TIÊU VÀ GIẢI PHÁP 2026 - 2030", scanned)[:2] == [
        (REVIEW[0], "value"),
        (REVIEW[1], "value"),
    ]


@pytest.mark.parametrize("scanned", [False, True])
@pytest.mark.parametrize(
    "heading",
    [
        "MỤC TIÊU, NHIỆM VỤ VÀ GIẢI PHÁP GIAI ĐOẠN 2026 - 2030",
        "KẾ HOẠCH PHÁT TRIỂN KINH TẾ - XÃ HỘI 5 NĂM 2026 - 2030",
        "NỘI DUNG KẾ HOẠCH 2026 - 2030",
        "ĐỊNH HƯỚNG PHÁT TRIỂN",
        "5 NĂM TỚI",
    ],
)
def test_what_a_plan_tells_behind_its_review_is_aimed_at(heading: str, scanned: bool) -> None:
    assert plan_of_two_parts("KẾT QUẢ 5 NĂM 2021 - 2025", heading, scanned)[2:] == [(AHEAD[0], "target"), (AHEAD[1], "target")]


def plan_of_two_parts(review: str, ahead: str, scanned: bool) -> list[tuple[str, str]]:
    """The period and measure of each figure of a plan of five years with two headings."""
    text = (
        "KẾ HOẠCH\nPhát triển kinh tế - xã hội 5 năm 2026 - 2030 tỉnh Mẫu Sơn\n\n"
        f"Phần thứ nhất\n{review}\n\n1. Nông nghiệp\n\nTrồng rừng mới đạt 47.300 ha. Tỷ lệ che phủ rừng đạt 64,2%.\n\n"
        f"Phần thứ hai\n{ahead}\n\n1. Nông nghiệp\n\nTrồng rừng mới 45.100 ha. Tỷ lệ che phủ rừng đạt 65,5%.\n"
    )
    read = read_report(damaged(text, Random(7)) if scanned else text, Catalogue.load())
    return [(figure.period, figure.measure) for figure in read.figures]
