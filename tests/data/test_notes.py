"""What footnotes take over from the place that points to them: periods, names and comparisons."""

from __future__ import annotations

import pytest

from tests.data.reading import HEAD, read, shapes


def test_a_note_is_of_the_day_that_is_over_and_not_of_one_to_come() -> None:
    body = (
        "Đến ngày 20/5/2024 giải ngân được 610 tỷ đồng, bằng 24,5% kế hoạch, ước hết ngày 30/6/2024 đạt 38%¹.\n\n"
        "¹ Vốn trong nước giải ngân 500 tỷ đồng, đạt 25%.\n"
    )
    assert {f.period for f in read(body).figures if f.footnote} == {"2024-05-20"}


def test_a_note_on_what_the_year_is_to_bring_tells_what_was_done_so_far() -> None:
    body = "Phấn đấu năm 2024 tỷ lệ hộ nghèo giảm 2,5%¹.\n\n¹ Hỗ trợ tiền thuê nhà cho 318 lao động.\n"
    head = HEAD.replace("tháng 5 và 5 tháng", "6 tháng đầu")
    assert [(f.measure, f.period) for f in read(body, head).figures] == [("target", "2024"), ("value", "2024-H1")]


def test_a_note_that_opens_with_another_day_does_not_go_back_to_inherited_ones_where_it_turns() -> None:
    body = (
        "Từ ngày 01/01 đến ngày 20/5/2024 ghi nhận 300 ca mắc sởi¹.\n\n"
        "¹ Đến ngày 28/5/2024, đã tiêm 9.000 liều vắc xin. Về an toàn thực phẩm, xử phạt 12 cơ sở.\n"
    )
    fined = read(body).figures[-1]
    assert (fined.value, fined.period) == (12, "2024-05-28")


def test_a_note_tells_parts_of_the_plan_of_which_a_share_was_told() -> None:
    """Behind what the share was compared with, too; elsewhere a rate is only a rate."""
    note = "\n\n¹ Vốn ngân sách địa phương 28,1%; vốn ngân sách trung ương 19,4%.\n"
    shared = "Đến ngày 20/5/2024 giải ngân 610 tỷ đồng, bằng 24,5% kế hoạch, cao hơn cùng kỳ 2,1 điểm phần trăm¹."
    assert [f.measure for f in read(shared + note).figures if f.footnote] == ["plan_pct", "plan_pct"]


def test_a_note_is_on_what_was_reached_not_on_the_plan_told_behind_its_share() -> None:
    text = "Năm tháng đón 410 nghìn lượt khách, đạt 41% kế hoạch 1.000 nghìn lượt của năm¹.\n\n¹ Khách quốc tế 52 nghìn lượt.\n"
    assert [f.period for f in read(text).figures] == ["2024-M01/M05", "2024-M01/M05", "2024", "2024-M01/M05"]


def test_a_note_tells_by_its_size_a_share_of_what_was_told_where_it_is_pointed_to() -> None:
    text = "Tòa án thụ lý 21 vụ án¹.\n\n¹ Đã giải quyết 12 vụ, đạt 57,1%.\n"
    assert [f.measure for f in read(text).figures if f.footnote] == ["value", "share_pct"]
    assert [f.measure for f in read(text.replace("57,1", "48,3")).figures if f.footnote] == ["value", "plan_pct"]


def test_a_count_without_words_in_a_note_is_of_what_was_counted_in_its_noun() -> None:
    text = "Tai nạn giao thông 17 vụ, làm 6 người chết, 15 người bị thương¹.\n\n¹ Kỳ nghỉ lễ (28/4 - 01/5/2024) xảy ra 4 vụ.\n"
    figure = next(f for f in read(text).figures if f.footnote)
    assert (figure.indicator, figure.period) == ("traffic_accidents", "2024-04-28/2024-05-01")


def test_a_note_names_what_it_only_says_happened_by_what_points_to_it() -> None:
    reading = read("Tai nạn giao thông tăng 4%¹.\n\n¹ Trên địa bàn các huyện biên giới xảy ra 32 vụ.\n")
    assert [f.indicator for f in reading.figures] == ["traffic_accidents", "traffic_accidents"]


@pytest.mark.parametrize("turn", ["Dịp Tết trao 300 suất quà.", "Về nhà ở, xóa 300 nhà tạm."])
def test_a_note_leaves_the_end_of_the_year_where_it_turns_to_something_else(turn: str) -> None:
    head = HEAD.replace("tháng 5 và 5 tháng", "6 tháng đầu")
    reading = read(f"Đến cuối năm 2024 tỷ lệ hộ nghèo còn 3%¹.\n\n¹ Hộ nghèo có 120 hộ. {turn}\n", head)
    (_, households, last) = reading.figures
    assert households.period == "2024"
    assert last.period != "2024"


def test_a_count_in_a_note_is_of_the_month_before_a_clause_that_begins_with_the_sum_since_new_year() -> None:
    found = shapes("Đến tháng 4 có 12 dự án¹.\n\n¹ Cấp mới 3 dự án; từ đầu năm đến nay 41 dự án.\n")
    assert [period for *_, period in found] == ["2024-M01/M04", "2024-M05", "2024-M01/M05"]


def test_a_note_tells_parts_of_what_was_paid_out_not_of_the_plan_named_before_that() -> None:
    """Where the sentence ends with a rate, a note in money goes back to the sum that the rate is of."""
    body = "Vốn đầu tư công được giao 3.100 tỷ đồng; giải ngân 820 tỷ đồng, đạt 26,5% kế hoạch, tỷ lệ cao hơn cùng kỳ 3%¹.\n\n"
    note = "¹ Ngân sách địa phương 310/1.240 tỷ đồng, đạt 25%; ngân sách trung ương 510/1.860 tỷ đồng.\n"
    parts = [(f.measure, f.indicator, f.item) for f in read(body + note).figures if f.footnote]
    assert parts[0] == ("value", "public_investment_disbursed", "local_budget")
    assert parts[3] == ("value", "public_investment_disbursed", "central_budget")


def test_a_note_on_a_clause_without_figures_is_not_of_the_year_of_the_clause_before() -> None:
    head = HEAD.replace("tháng 5 và 5 tháng", "6 tháng đầu")
    body = "Cuối năm 2023 tỷ lệ hộ nghèo còn 4%; các chính sách trợ giúp xã hội được chi trả đúng đối tượng¹.\n\n"
    reading = read(body + "¹ Trợ cấp cho 21.400 đối tượng.\n", head)
    assert reading.figures[-1].period == "2024-H1"


@pytest.mark.parametrize(
    ("note", "period"), [("Đã kiện toàn 320 tổ công nghệ số cộng đồng.", "2024-05-31"), ("Chính quyền số xếp thứ 12.", "2023")]
)
def test_a_note_on_what_was_ranked_for_the_year_before_is_of_now_unless_it_tells_ranks(note: str, period: str) -> None:
    body = f"Chỉ số chuyển đổi số cấp tỉnh năm 2023 xếp thứ 10 toàn quốc¹.\n\n¹ {note}\n"
    assert read(body).figures[-1].period == period


def test_changes_in_a_note_are_measured_as_the_last_of_its_sentence_not_as_its_opening() -> None:
    body = (
        "So với tháng trước, chỉ số sản xuất công nghiệp tháng 5 tăng 2%; 5 tháng tăng 4% so với cùng kỳ, trong đó khai khoáng "
        "tăng 6%¹.\n\n¹ Than 210 nghìn tấn, tăng 3%.\n"
    )
    assert [f.measure for f in read(body).figures] == ["prev_pct", "growth_pct", "growth_pct", "value", "yoy_pct"]


def test_a_note_is_on_the_sum_not_on_the_month_told_apart_behind_it() -> None:
    body = (
        "Tổng mức bán lẻ hàng hóa 5 tháng ước 31.200 tỷ đồng, tăng 12%, riêng tháng 5 ước 4.150 tỷ đồng¹.\n\n"
        "¹ Bán lẻ hàng hóa 26.400 tỷ đồng; lưu trú, ăn uống 2.310 tỷ đồng.\n"
    )
    assert [f.period for f in read(body).figures] == ["2024-M01/M05", "2024-M01/M05", "2024-M05", "2024-M01/M05", "2024-M01/M05"]


def test_a_note_is_not_of_the_peak_day_that_its_sentence_ends_with() -> None:
    body = (
        "Bình quân mỗi ngày thông quan 1.300 xe, ngày cao điểm 14/5/2024 thông quan 1.910 xe¹.\n\n¹ Cửa khẩu Hữu Nghị 700 xe.\n"
    )
    assert [f.period for f in read(body).figures] == ["2024-M05", "2024-05-14", "2024-M05"]


def test_a_note_is_on_the_clause_that_points_to_it_where_that_tells_no_figure() -> None:
    body = "Xảy ra 97 vụ phạm tội về trật tự xã hội, giảm 8%; tình hình tai nạn giao thông giảm trên cả hai mặt¹.\n\n"
    figures = read(body + "¹ Toàn tỉnh xảy ra 32 vụ, làm chết 14 người; so với cùng kỳ giảm 5 vụ.\n").figures
    assert [(f.value, f.indicator) for f in figures if f.footnote] == [
        (32, "traffic_accidents"),
        (14, "traffic_deaths"),
        (-5, "traffic_accidents"),
    ]


def test_a_note_of_days_that_opens_with_a_comparison_is_of_those_days() -> None:
    body = "Từ ngày 15/4 đến ngày 14/5/2024 xảy ra 26 vụ tai nạn giao thông¹.\n\n¹ So với tháng trước tăng 2 vụ.\n"
    figure = next(f for f in read(body).figures if f.footnote)
    assert (figure.measure, figure.period) == ("prev_abs", "2024-04-15/2024-05-14")


def test_a_note_is_of_the_month_where_a_sum_was_only_added_to_it() -> None:
    note = "Duy trì tiếp nhận hồ sơ¹.\n\n¹ Có 43 người có quyết định hưởng trợ cấp thất nghiệp.\n"
    added = "Tư vấn cho 310 lượt người, giảm 5% so với cùng kỳ, lũy kế đã tư vấn cho 2.110 lượt người. "
    summed = "Lũy kế 5 tháng đã tư vấn cho 2.110 lượt người. "
    head = HEAD.replace("HIỆN\n\n1.", "HIỆN\n1.")
    assert [[f.period for f in read(told + note, head).figures if f.footnote] for told in (added, summed)] == [
        ["2024-M05"],
        ["2024-M01/M05"],
    ]


def test_a_note_goes_on_with_the_month_before_if_its_sentence_opens_with_it() -> None:
    body = "So với tháng trước, 9 trong 11 nhóm hàng tăng giá¹.\n\n¹ Giáo dục tăng 5,1%; giao thông tăng 1,4%.\n"
    figures = read(body, HEAD.replace("HIỆN\n\n1.", "HIỆN\n1.")).figures
    assert [(f.value, f.measure, f.period) for f in figures if f.footnote] == [
        (5.1, "prev_pct", "2024-M05"),
        (1.4, "prev_pct", "2024-M05"),
    ]


def test_a_note_that_speaks_of_the_same_time_is_of_the_days_of_the_note_before() -> None:
    body = (
        "Tội phạm về trật tự xã hội giảm¹; tai nạn giao thông giảm trên cả hai mặt².\n\n"
        "¹ Từ ngày 15/4 đến ngày 14/5/2024 xảy ra 31 vụ.\n\n"
        "² Trong cùng thời gian trên, toàn tỉnh xảy ra 19 vụ tai nạn giao thông, làm chết 6 người.\n"
    )
    figures = [f for f in read(body).figures if f.footnote]
    assert {f.period for f in figures} == {"2024-04-15/2024-05-14"}
    assert [f.indicator for f in figures[1:]] == ["traffic_accidents", "traffic_deaths"]


def test_a_note_in_a_report_of_half_a_year_is_not_on_its_last_month() -> None:
    head = HEAD.replace("tháng 5 và 5 tháng", "6 tháng đầu")
    body = "Chỉ số sản xuất công nghiệp 6 tháng tăng 8,1%; tháng 6 tăng 2,3% so với tháng 5 và 9,4% so với cùng kỳ¹."
    figures = read(f"{body}\n\n¹ Xét theo ngành: khai khoáng tăng 5,6%; chế biến, chế tạo tăng 7,2%.\n", head).figures
    assert {f.period for f in figures if f.footnote} == {"2024-H1"}


def test_a_note_is_not_of_a_year_before_that_its_sentence_tells_in_passing() -> None:
    body = (
        "Các chủ đầu tư tập trung nghiệm thu, thanh toán khối lượng hoàn thành năm 2023 và tổ chức thi công trở lại¹.\n\n"
        "¹ Đã bàn giao mặt bằng 31,5/40 ha.\n"
    )
    assert {f.period for f in read(body).figures if f.footnote} == {"2024-05-31"}
