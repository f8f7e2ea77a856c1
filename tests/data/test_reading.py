"""The clause walk and the number account on sentences of our own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.catalogue import Catalogue
from data.reader.meaning.tokens import KINDS
from data.reader.read import read_report
from data.store.convert import extracted_figures
from tests.data.reading import HEAD, read, shapes


def test_the_subject_carries_on_through_plan_and_change() -> None:
    reading = read("Than đạt 77,5 nghìn tấn, đạt 41,2% kế hoạch, giảm 8,4% so với cùng kỳ.")
    assert [(f.value, f.measure, f.item) for f in reading.figures] == [
        (77.5, "value", "coal"), (41.2, "plan_pct", "coal"), (-8.4, "yoy_pct", "coal"),
    ]  # fmt: skip


def test_a_bare_share_after_a_level_is_of_the_plan() -> None:
    assert shapes("Xi măng đạt 90 nghìn tấn, đạt 45,1%.")[1][2] == "plan_pct"


def test_month_and_year_so_far_are_told_apart_in_one_sentence() -> None:
    found = shapes("Doanh thu vận tải tháng 5 ước đạt 82 tỷ đồng, lũy kế 5 tháng đạt 401 tỷ đồng, tăng 6% so với cùng kỳ.")
    assert [period for *_, period in found] == ["2024-M05", "2024-M01/M05", "2024-M01/M05"]


def test_a_share_of_a_pair_follows_its_whole() -> None:
    found = shapes("Đến nay đã có 9/36 xã hoàn thành kế hoạch xây dựng nhà văn hóa, đạt 25%.")
    assert [(printed, measure) for printed, _, measure, _ in found] == [("9", "value"), ("36", "total"), ("25", "share_pct")]


def test_both_ends_of_a_range_share_the_unit() -> None:
    reading = read("Tỷ lệ hộ nghèo giảm còn 3 - 4%.")
    assert [(f.value, f.unit) for f in reading.figures] == [(3, "%"), (4, "%")]


def test_counts_in_a_row_are_subjects_of_their_own() -> None:
    reading = read("Khởi tố 14 vụ, 23 bị can.")
    assert [(f.value, f.unit, f.measure) for f in reading.figures] == [(14, "vụ", "value"), (23, "bị can", "value")]


def test_decimals_behind_a_place_are_counted_in_thousands() -> None:
    assert [f.value for f in read("Khách tham quan Hòa Bình 1.2 nghìn lượt, Sơn La 2.4 triệu lượt.").figures] == [1.2, 2.4]


def test_a_list_of_falls_stays_a_list_of_falls() -> None:
    found = shapes("So với cùng kỳ năm 2023 giảm 6 vụ, 2 người.")
    assert [(value, measure) for _, value, measure, _ in found] == [(-6, "yoy_abs"), (-2, "yoy_abs")]


def test_last_years_level_in_brackets_is_of_last_year() -> None:
    found = shapes("Trong tháng tư vấn cho 2.100 lượt người, giảm 4% so với cùng kỳ (2.188 lượt người).")
    assert found[2] == ("2.188", 2188, "value", "2023-M05")


def test_a_printed_sign_gives_the_change_its_direction() -> None:
    found = shapes("Sản lượng gỗ đạt 5.200 m³, tăng 2,1% (+107 m³) so với cùng kỳ.")
    assert found[2][1:3] == (107, "yoy_abs")


def test_a_change_with_its_sign_at_the_beginning_of_a_line_is_no_list_point() -> None:
    found = shapes("Than đạt 77,5 nghìn tấn, đạt 41,2% kế hoạch,\n+8,4% so với cùng kỳ; xi măng đạt 90 nghìn tấn,\n-2,5%.")
    assert [(value, measure) for _, value, measure, _ in found] == [
        (77.5, "value"), (41.2, "plan_pct"), (8.4, "yoy_pct"), (90, "value"), (-2.5, "yoy_pct"),
    ]  # fmt: skip


def test_an_index_is_not_a_change() -> None:
    assert shapes("Đàn bò đạt 31.500 con, bằng 97,2% so với cùng kỳ.")[1][2] == "yoy_index"


def test_giving_is_not_growing() -> None:
    assert shapes("Nhân dịp lễ đã trao tặng 300 suất quà.")[0][1:3] == (300, "value")


@pytest.mark.parametrize("rate", ["tỷ lệ", "tỉ lệ", "ty le"])
def test_a_rate_of_a_whole_is_not_the_day_of_a_holiday(rate: str) -> None:
    assert [found[1:3] for found in shapes(f"Số xã đạt chuẩn nông thôn mới đạt {rate} 9/11 xã.")] == [(9, "value"), (11, "total")]
    assert [value for _, value, *_ in shapes("Dịp lễ 2/9 đón 300 lượt khách.")] == [300]


def test_a_rank_and_the_number_of_those_ranked_are_two_figures() -> None:
    assert [measure for *_, measure, _ in shapes("Chỉ số cải cách hành chính xếp thứ 17/63 tỉnh, thành phố.")] == [
        "rank",
        "total",
    ]


def test_goals_are_targets() -> None:
    reading = read("Phấn đấu trồng 800 ha rừng.", HEAD + "II. NHIỆM VỤ TRỌNG TÂM THÁNG 6 NĂM 2024\n\n")
    assert [(f.measure, f.status) for f in reading.figures] == [("target", "T")]


def test_a_threshold_only_says_what_is_counted() -> None:
    assert [f.value for f in read("Có 9 chủ đầu tư có tỷ lệ giải ngân dưới 25%.").figures] == [9]
    assert [f.value for f in read("Có 11 xã đạt từ 95% số hộ dùng nước sạch trở lên.").figures] == [11]


def test_areas_of_a_season_are_aims_of_the_year_in_the_tasks_of_a_month() -> None:
    head = HEAD + "II. NHIỆM VỤ TRỌNG TÂM THÁNG 6 NĂM 2024\n\n"
    reading = read("Gieo trồng vụ Mùa với 9.400 ha lúa, 2.150 ha ngô; chăm sóc 600 ha rừng.", head)
    assert [(f.value, f.period) for f in reading.figures] == [(9400, "2024"), (2150, "2024"), (600, "2024-M06")]


@pytest.mark.parametrize(
    ("body", "printed", "kind"),
    [
        ("Thực hiện Nghị quyết số 17/NQ-CP ngày 02/4/2024.", "17", "reference"),
        ("Nâng cấp Quốc lộ 9B, đoạn Km3 - Km7.", "9", "name"),
        ("Tổ chức lễ kỷ niệm ngày 30/4.", "30", "date"),
        ("Kiểm tra biên giới tại mốc 1042 - 1043 và 1007/2 - 1008.", "1007", "name"),
        ("Quy hoạch giai đoạn 2021 - 2030 được duyệt.", "2021", "date"),
        ("Cụm công nghiệp Tân Hòa 2, xã Tân Hòa.", "2", "name"),
        ("Trường có học sinh lớp 12.", "12", "name"),
        ("Dự án điện mặt trời Bình Hòa 2.1 đang chờ thẩm định.", "2.1", "name"),
        ("Ban Chỉ đạo 513 tỉnh kiểm tra các chợ.", "513", "name"),
        ("Tổ công tác 07 các cấp rà soát hồ sơ.", "07", "name"),
        ("Nâng công suất trạm 110 kV Tân Hòa.", "110", "name"),
        ("Thi công đường dây 500/220 kV.", "500", "name"),
        ("Mưa lớn ngày 12 và 13/4 gây sạt lở.", "13", "date"),
        ("Tuần văn hóa (20 - 25/4) thành công.", "20", "date"),
        ("Dạy theo Chương trình giáo dục phổ thông 2018 ở các lớp.", "2018", "date"),
        ("Ban Chỉ đạo 389 là cơ quan phối hợp.", "389", "name"),
        ("Tai nạn giao thông giảm cả 3 tiêu chí; cháy nổ giảm 2 mặt (số vụ, thiệt hại).", "3", "name"),
        ("Hậu quả của bão số 3 đối với sản xuất còn nặng nề.", "3", "name"),
    ],
)
def test_what_is_no_figure_is_accounted_for(body: str, printed: str, kind: str) -> None:
    reading = read(body)
    assert not reading.figures
    assert kind in {token.kind for token in reading.tokens if token.printed.startswith(printed)}


DAMAGED_HEAD = (
    "BAO CAO\nTinh hinh kinh té - x& hdi thang 5 va 5 thang nim 2024\n\nI. KET QUA THUC HIEN\n\n1. San xuat cong nghiép\n\n"
)


def test_damaged_text_is_read_like_clean_text() -> None:
    clean = read("Than đạt 77,5 nghìn tấn, đạt 41,2% kế hoạch, tăng 8,4% so với cùng kỳ.")
    damaged = read("Than dat 77,5 nghin tin, dat 41,2% ké hoach, ting 8,4% so véi ciing ky.", DAMAGED_HEAD)
    assert [(f.value, f.unit, f.measure, f.item) for f in damaged.figures] == [
        (f.value, f.unit, f.measure, f.item) for f in clean.figures
    ]


@pytest.mark.parametrize(
    ("body", "figures"),
    [
        ("Than dat 4l8,6 nghin tin.", [(418.6, "value")]),
        ("Khai giang 4 lop hoc voi 80 trieu dong; ting 350 suat qua.", [(4, "value"), (80, "value"), (350, "value")]),
        (
            "Giai ngan duoc 610 ty dong, bang 24% ké hoach, wochét ngay 30/6/2024 dat 38%.",
            [(610, "value"), (24, "plan_pct"), (38, "plan_pct")],
        ),
        ("T6 chuc 12 doan ra, don46 doan vao; tru6ng pho th6ng 31 truong.", [(12, "value"), (46, "value"), (31, "value")]),
        ("Trong do: Dong Tam 61; Vinh Xuyen 18; Bac Son 17.", [(61, "value"), (18, "value"), (17, "value")]),
        ("Trong duoc 316 ha rung, dqt 51,5% ké hoach.", [(316, "value"), (51.5, "plan_pct")]),
        ("Thu hut lao dong trong tinh 10.470, ngoai tinh 13.602.", [(10470, "value"), (13602, "value")]),
        (
            "Huyén dé ra muc tiéu cu thé 1a: trong 300 ha rung. Thu dat 24 ty ddng, trong d6 xa dat 20 ty ddng.",
            [(300, "target"), (24, "target"), (20, "target")],
        ),
        ("So giuong bénh trén 1 van dan dat 10,5 (muc tiéu 12).", [(10.5, "value"), (12, "target")]),
        ("T6 chuc 12 hoi nghi, 6 to cong tac; dong bo 6 dich vu cong.", [(12, "value"), (6, "value"), (6, "value")]),
        ("Tinh co quan hé hop tac vdi 13 dia phuong nuoc ngoai.", [(13, "value")]),
        ("Cac hoat dong du lich, 18 hoi thu hut 31 doan; dap tat 42 6 dich ta lgn.", [(31, "value"), (42, "value")]),
        ("Tinh duoc bau chon, 13 01 tinh trong ving; con 33 thon 10m séng.", [(1, "value"), (33, "value")]),
        ("Trong tam 1 ha tang so; ty 16 ho ngheo con 3%; 12 x4 c6 duong 6 to.", [(3, "value"), (12, "value")]),
        ("Vung thudc 14 dat 310 ha tai 4 xa thudc 14 thon.", [(310, "value"), (4, "value"), (14, "value")]),
    ],
)
def test_slips_of_recognition_do_not_change_what_is_told(body: str, figures: list[tuple[float, str]]) -> None:
    assert [(f.value, f.measure) for f in read(body, DAMAGED_HEAD).figures] == figures


def test_a_sentence_whose_full_stop_is_lost_is_one_of_its_own() -> None:
    """It begins with a capital behind what was told."""
    lost = read("Thanh 1ap mdi 410 doanh nghiép, bang 92,5% ké hoach Chi so PCI nam 2023 xép thu 12/63.", DAMAGED_HEAD).figures
    assert [(f.indicator, f.period) for f in lost[1:3]] == [("new_enterprises", "2024-M01/M05"), ("pci", "2023")]


def test_a_bracket_behind_an_aim_tells_what_was_aimed_at() -> None:
    text = "Tong san pham trén dia ban (GRDP) tang 8,1% nhung chua dat muc tiéu Dai hoi (10%), trong d6 dich vu tang 6%."
    assert [(f.indicator, f.measure) for f in read(text, DAMAGED_HEAD).figures] == [
        ("grdp_growth", "growth_pct"), ("grdp_growth", "target"), ("grdp_growth", "growth_pct"),
    ]  # fmt: skip


def test_every_token_is_one_thing_and_figures_stand_where_they_say() -> None:
    reading = read("Từ ngày 01/5/2024, 12 hộ nhận 3,5 tấn gạo; đạt 70% (14 hộ).")
    raw = reading.document.raw
    assert all(token.kind in KINDS and raw[token.start : token.end] == token.printed for token in reading.tokens)
    assert all(raw[f.source_start : f.source_end] == f.printed for f in reading.figures)
    assert len({token.start for token in reading.tokens}) == len(reading.tokens)


def test_a_record_gives_names_not_ids() -> None:
    record = extracted_figures(read("Than đạt 77,5 nghìn tấn."), Catalogue.load())[0]
    assert (record["indicator"], record["item"]) == ("Sản lượng sản phẩm công nghiệp", "Than")
    assert (record["sector"], record["known"]) == ("industry", True)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chiều cao cối xay gió đạt 77,5 m.", ["Chiều cao cối xay gió"]),
        ("Tính chung 9 tháng, tỷ lệ thuyền thúng sơn xanh ước đạt 41%.", ["tỷ lệ thuyền thúng sơn xanh"]),
        ("Diều giấy 120 cánh, tăng 4,5%, đạt 60% kế hoạch; tò he 80 con.", ["Diều giấy", "Diều giấy", "Diều giấy", "tò he"]),
        ("Phát hiện 22 vụ chọi dế trái phép, phạt 3 triệu đồng.", ["vụ chọi dế trái phép", "phạt"]),
    ],
)
def test_what_the_catalogue_does_not_know_keeps_its_own_words(text: str, names: list[str]) -> None:
    """Without the verbs, periods and connectives around them; what goes on with a subject keeps the subject's."""
    records = extracted_figures(read(text), Catalogue.load())
    assert [(record["indicator"], record["known"]) for record in records] == [(name, False) for name in names]


@settings(max_examples=60)
@given(st.text(st.sampled_from("đạt tăng 12,5%.;:()/-\n\x00 nghìn tấnkỳ²¹\u0301"), max_size=300))
def test_hostile_text_neither_crashes_nor_moves_an_offset(text: str) -> None:
    reading = read_report(text, Catalogue.load())
    assert all(text[f.source_start : f.source_end] == f.printed for f in reading.figures)
    assert all(text[token.start : token.end] == token.printed for token in reading.tokens)


def test_what_a_heading_with_a_number_of_two_levels_tells_is_none() -> None:
    assert shapes("Nhiều kết quả.\n\n2.1 Công nghiệp tăng 13%\n\nCó 12 dự án.\n") == [("12", 12, "value", "2024-M05")]


def test_what_a_headline_tells_is_a_figure() -> None:
    reading = read("Thu ngân sách trên địa bàn đạt 90 tỷ đồng.", "Mẫu Sơn: Thu ngân sách 5 tháng năm 2024 tăng 13%\n\n")
    assert [(f.value, f.measure, f.period) for f in reading.figures] == [
        (13, "growth_pct", "2024-M01/M05"),
        (90, "value", "2024-M01/M05"),
    ]


def test_shares_of_a_plan_among_goals_are_targets() -> None:
    reading = read("Giải ngân vốn đầu tư công đạt 95% kế hoạch.", HEAD + "II. NHIỆM VỤ TRỌNG TÂM THÁNG 6 NĂM 2024\n\n")
    assert [(f.value, f.measure) for f in reading.figures] == [(95, "target")]


@pytest.mark.parametrize(
    ("title", "body", "name"),
    [
        ("Tổng mức bán lẻ hàng hóa", "Ước tính tháng 5 đạt 910 tỷ đồng, tăng 8%.", "retail_sales"),
        ("Tai nạn giao thông", "Xảy ra 12 vụ, giảm 2 vụ.", "traffic_accidents"),
        ("Thủy sản", "Tổng sản lượng đạt 310 tấn.", "fishery_output"),
    ],
)
def test_a_paragraph_that_says_nothing_of_its_own_is_named_by_the_title_above_it(title: str, body: str, name: str) -> None:
    """So is what it says of several things: "tổng sản lượng" of fish, not of crops."""
    head = HEAD.replace("Sản xuất công nghiệp", title)
    assert {f.indicator for f in read(body, head).figures} == {name}


@pytest.mark.parametrize("prepared", ["chuẩn bị khai giảng", "chuẩn bị tốt các điều kiện cho"])
def test_a_school_year_is_not_what_a_point_of_the_tasks_is_about(prepared: str) -> None:
    tasks = f"II. NHIỆM VỤ TRỌNG TÂM THÁNG 6 NĂM 2024\n1. Xóa 310 nhà tạm, nhà dột nát; {prepared} năm học 2024 - 2025.\n"
    figures = read(tasks, HEAD.replace("HIỆN\n\n1.", "HIỆN\n1.")).figures
    assert [(f.value, f.measure, f.period) for f in figures] == [(310, "target", "2024-M06")]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Trồng rừng được 4.310 ha, trong đó: huyện Bắc Sơn 1.200 ha, huyện Chi Lăng 950 ha, thành phố Lạng Sơn 60 ha.",
            [
                ("1.200", "ha", "Trồng rừng huyện Bắc Sơn"),
                ("950", "ha", "Trồng rừng huyện Chi Lăng"),
                ("60", "ha", "Trồng rừng thành phố Lạng Sơn"),
            ],
        ),
        (
            "Số cán bộ được cử đi đào tạo là 35 người, gồm: Sở Nội vụ 5, Sở Công Thương 7, Ban Quản lý khu kinh tế 23.",
            [
                ("5", "người", "Số cán bộ được cử đi đào tạo Sở Nội vụ"),
                ("7", "người", "Số cán bộ được cử đi đào tạo Sở Công Thương"),
                ("23", "người", "Số cán bộ được cử đi đào tạo Ban Quản lý khu kinh tế"),
            ],
        ),
    ],
)
def test_parts_told_by_place_or_body_are_not_named_like_the_whole(text: str, parts: list[tuple[str, str, str]]) -> None:
    whole, *found = read(text).figures
    assert whole.indicator is not None
    assert [(figure.printed, figure.unit, figure.subject) for figure in found] == parts
    assert {figure.indicator for figure in found} == {None}


def test_by_how_much_a_result_missed_an_aim_is_a_result_and_by_how_much_an_aim_is_raised_is_an_aim() -> None:
    missed = "GRDP tăng 6,1%. Mục tiêu đề ra là 7,5%, như vậy còn thấp hơn 1,4 điểm phần trăm."
    assert [figure.status for figure in read(missed).figures] == ["A", "T", "A"]
    raised = "Phấn đấu cả năm đón 900 nghìn lượt khách, tăng 10% so với năm 2023."
    assert [figure.status for figure in read(raised).figures] == ["T", "T"]


def test_a_section_that_speaks_of_the_year_so_far_and_never_of_the_month_is_about_that_year() -> None:
    body = (
        "Trong tháng tiếp 48 lượt công dân; tổ chức 3 cuộc đối thoại.\n"
        "2. Tư pháp\nTòa án thụ lý 1.310 vụ, việc. Tai nạn giao thông, thương mại điện tử: 12 vụ, ít hơn cùng kỳ 4 vụ.\n"
        "3. Đối ngoại\nTỉnh cử 9 đoàn ra; tháng 6 đón 4 đoàn vào.\n"
        "4. Khoa học\nNghiệm thu 3 đề tài; duy trì hệ thống thông tin của 65 xã.\n"
    )
    both = read_as_titled("tháng 6 và 6 tháng đầu năm 2027", body)
    assert both == ["2027-M06"] * 2 + ["2027-H1"] * 3 + ["2027-M06"] * 4
    assert set(read_as_titled("tháng 6 năm 2027", body)) == {"2027-M06"}


def read_as_titled(about: str, body: str) -> list[str]:
    """The periods of the figures of a report with a title."""
    head = f"BÁO CÁO\nTình hình kinh tế - xã hội {about}\n\nI. KẾT QUẢ\n1. Thanh tra\n"
    return [figure.period for figure in read(body, head).figures]
