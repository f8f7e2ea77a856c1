"""Plans of years: their first part tells what was reached, their second what is aimed at, however the parts are headed."""

from __future__ import annotations

import pytest

from data.catalogue import Catalogue
from data.reader.read import read_report

TITLE = "KẾ HOẠCH\nPhát triển kinh tế - xã hội 5 năm giai đoạn 2031 - 2035\n\n"
RESULTS = (
    "\nI. KẾT QUẢ ĐẠT ĐƯỢC\n1. Về kinh tế\nQuy mô nền kinh tế năm 2030 đạt 195.200 tỷ đồng, gấp 1,8 lần năm 2025; giá trị sản "
    "xuất công nghiệp tăng bình quân 7,1%/năm. Trồng rừng 5 năm đạt 19.200 ha.\n\n"
)
GOALS = (
    "\nI. MỤC TIÊU\n1. Các chỉ tiêu chủ yếu\n- Quy mô nền kinh tế năm 2035 đạt 320.000 tỷ đồng, tăng bình quân "
    "10,5%/năm trở lên.\n- Tỷ lệ hộ nghèo giảm từ 1 - 1,5%/năm; trồng rừng 5 năm 20.000 ha.\n"
)
READ = [
    "195200 value 2030", "1.8 base_ratio 2030", "7.1 growth_pct 2026/2030", "19200 value 2026/2030",
    "320000 target 2035", "10.5 target 2031/2035", "-1 target 2031/2035", "-1.5 target 2031/2035", "20000 target 2031/2035",
]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("PHẦN I. KẾT QUẢ THỰC HIỆN KẾ HOẠCH 5 NĂM 2026-2030\n", "PHẦN II. KẾ HOẠCH 5 NĂM 2031-2035\n"),
        ("A. ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN KẾ HOẠCH 2026 - 2030\n", "B. MỤC TIÊU, NHIỆM VỤ KẾ HOẠCH 2031 - 2035\n"),
        (
            "Phần thứ nhất\nĐÁNH GIÁ KẾT QUẢ THỰC HIỆN KẾ HOẠCH\n5 NĂM 2026 - 2030\n",
            "Phần thứ hai\nMỤC TIÊU, NHIỆM VỤ\n5 NĂM 2031 - 2035\n",
        ),
        (
            "PHẦN THỨ NHẤT\n\nTÌNH HÌNH THỰC HIỆN KẾ HOẠCH\n\nGIAI ĐOẠN 2026 - 2030\n",
            "PHẦN THỨ HAI\n\nMỤC TIÊU VÀ GIẢI PHÁP\n\nGIAI ĐOẠN 2031 - 2035\n",
        ),
        (
            "Phần I\nTÌNH HÌNH THỰC HIỆN KẾ HOẠCH GIAI ĐOẠN 2026\n- 2030\n",
            "Phần II\nPHƯƠNG HƯỚNG, MỤC TIÊU GIAI ĐOẠN 2031\n- 2035\n",
        ),
        ("Phần A\nKẾT QUẢ THỰC HIỆN 2026 - 2030\n", "Phần B\nMỤC TIÊU, NHIỆM VỤ 2031 - 2035\n"),
        ("Phan thu nhht\nTÌNH HÌNH THỰC HIỆN GIAI ĐOẠN 2026 - 2030\n", "Phan thir hai\nMỤC TIÊU GIAI ĐOẠN 2031 - 2035\n"),
    ],
    ids=lambda heading: heading[:16],
)
def test_results_and_goals_are_told_apart(first: str, second: str) -> None:
    figures = read_report(TITLE + first + RESULTS + second + GOALS, Catalogue.load()).figures
    assert [f"{figure.value:g} {figure.measure} {figure.period}" for figure in figures] == READ


@pytest.mark.parametrize(
    ("part", "title", "measures"),
    [
        ("Phần thứ nhất: TÌNH HÌNH KINH TẾ - XÃ HỘI NĂM 2027\n\n", "I. CÁC CHỈ TIÊU CHỦ YẾU", ["growth_pct", "value"]),
        ("A. KẾT QUẢ THỰC HIỆN NĂM 2027\n\n", "I. Các mục tiêu về kinh tế", ["growth_pct", "value"]),
        ("", "I. CÁC CHỈ TIÊU CHỦ YẾU", ["growth_pct", "value"]),
        ("", "I. NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU", ["target", "target"]),
        ("", "I. CÁC CHỈ TIÊU CHỦ YẾU NĂM 2028", ["target", "target"]),
    ],
)
def test_main_indicators_among_results_are_reached(part: str, title: str, measures: list[str]) -> None:
    head = "BÁO CÁO\nTình hình phát triển kinh tế - xã hội năm 2027; mục tiêu, nhiệm vụ năm 2028\n\n"
    text = f"{head}{part}{title}\n\nTổng sản phẩm trên địa bàn tăng 6,4%. Trồng rừng mới 8.200 ha.\n"
    assert [figure.measure for figure in read_report(text, Catalogue.load()).figures] == measures


def test_a_part_whose_title_has_no_number_begins_where_the_outline_does_again() -> None:
    text = (
        "BÁO CÁO\nTình hình kinh tế - xã hội năm 2027; kế hoạch năm 2028\n\nI. VỀ KINH TẾ\nTrồng rừng 410 ha.\n\n"
        "II. VỀ XÃ HỘI\nGiải quyết việc làm cho 5.100 lao động.\n\nKẾ HOẠCH PHÁT TRIỂN KINH TẾ - XÃ HỘI\n\nNĂM 2028\n\n"
        "I. QUAN ĐIỂM\nTrồng rừng 470 ha.\n\nII. VỀ XÃ HỘI\nGiải quyết việc làm cho 5.300 lao động.\n"
    )
    figures = read_report(text, Catalogue.load()).figures
    assert [f"{figure.section} {figure.value:g} {figure.measure} {figure.period}" for figure in figures] == [
        "I 410 value 2027", "II 5100 value 2027", "P2.I 470 target 2028", "P2.II 5300 target 2028",
    ]  # fmt: skip
