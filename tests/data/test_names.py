"""Names that reports of any province give to what they count and measure, in sentences of our own."""

from __future__ import annotations

import pytest

from data.catalogue import Catalogue
from data.reader.read import read_report

HEAD = "BÁO CÁO\nTình hình kinh tế - xã hội quý I năm 2025\n\nI. KẾT QUẢ\n{title}\n"


@pytest.mark.parametrize(
    ("title", "text", "names"),
    [
        ("1. Chăn nuôi", "Sản lượng xuất chuồng: heo hơi 8.120 tấn, bò hơi 940 tấn.", ["meat_output/pigs", "meat_output/cattle"]),
        ("1. Lâm nghiệp", "Xảy ra 12 vụ phá rừng với diện tích 4,3 ha.", ["deforestation_cases/", "deforested_area/"]),
        ("1. Thiên tai", "Giông lốc, triều cường gây tổng giá trị thiệt hại 3,2 tỷ đồng.", ["disaster_damage/"]),
        ("1. Công nghiệp", "Chỉ số sản xuất công nghiệp: khai khoáng giảm 2%; toàn ngành tăng 6%.", ["iip/mining", "iip/"]),
        ("1. Công nghiệp", "Than hoạt tính đạt 310 tấn, cơm dừa nạo sấy 95 tấn.",
         ["industrial_output/activated_carbon", "industrial_output/coconut_products"]),
        ("1. Công nghiệp", "Khu công nghiệp Bắc Sơn thu hút 14 dự án.", ["park_projects/"]),
        ("1. Đối ngoại", "Cử 06 đoàn đi công tác tại Lào, đón 11 đoàn đến thăm.",
         ["outbound_delegations/", "inbound_delegations/"]),
        ("1. Đối ngoại", "Vận động 21 dự án viện trợ với 4,4 triệu USD.",
         ["foreign_aid_projects/", "foreign_aid_value/"]),
        ("1. Giáo dục", "Tỷ lệ giáo viên đạt chuẩn trình độ 93,4%.", ["qualified_teachers_rate/"]),
        ("1. Y tế", "Có 88,5% xã, phường, thị trấn đạt Bộ tiêu chí quốc gia về y tế.", ["communes_health_standard_rate/"]),
        ("1. Văn hóa", "Bảo tàng và các di tích đón 23.500 lượt khách.", ["museum_visitors/"]),
        ("1. Giao thông", "Tỷ lệ nhựa hóa đường toàn tỉnh đạt 71%.", ["commune_roads_paved_rate/"]),
        ("1. Chính sách", "Ngân hàng cho vay ưu đãi 214 tỷ đồng.", ["policy_loans/"]),
        ("1. Công tác đảng", "Ủy ban kiểm tra các cấp kiểm tra 61 tổ chức đảng và 204 đảng viên; thi hành kỷ luật 37 đảng viên.",
         ["party_organisations_checked/", "party_members_checked/", "party_members_disciplined/"]),
        ("1. Chuyển đổi số", "Ban Quản lý Khu kinh tế đạt 11,2%.", ["None/"]),
    ],
)  # fmt: skip
def test_a_number_is_named(title: str, text: str, names: list[str]) -> None:
    figures = read_report(HEAD.format(title=title) + text + "\n", Catalogue.load()).figures
    assert [f"{figure.indicator}/{figure.item or ''}" for figure in figures] == names
