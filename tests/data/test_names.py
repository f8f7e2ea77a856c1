"""Names that reports of any province give to what they count and measure, in sentences of our own."""

from __future__ import annotations

import pytest

from data.catalogue import Catalogue
from data.reader.matching.lexicon import Lexicon
from data.reader.read import read_report

HEAD = "BÁO CÁO\nTình hình kinh tế - xã hội quý I năm 2025\n\nI. KẾT QUẢ\n{title}\n"


def named(title: str, text: str) -> list[str]:
    """The names of the figures of a text, as indicator/item."""
    figures = read_report(HEAD.format(title=title) + text + "\n", Catalogue.load()).figures
    return [f"{figure.indicator}/{figure.item or ''}" for figure in figures]


@pytest.mark.parametrize(
    ("title", "text", "names"),
    [
        ("1. Chỉ đạo, điều hành",
         "UBND tỉnh ban hành 31 quyết định, 9 chỉ thị, 14 công điện; 3 hội nghị đối thoại, 5 buổi làm việc.",
         ["directive_documents/decisions", "directive_documents/directives", "directive_documents/urgent_dispatches",
          "dialogues/", "field_visits/"]),
        ("1. Chỉ đạo, điều hành", "Tiếp nhận 900 văn bản đến, phát hành 310 văn bản đi.",
         ["office_documents/received", "office_documents/sent"]),
        ("1. Tổ chức bộ máy", "Giảm từ 120 xuống 98 đơn vị hành chính cấp xã.", ["commune_units/", "commune_units/"]),
        ("1. Y tế",
         "Tỷ lệ trẻ tiêm chủng đầy đủ đạt 31% (kế hoạch 95%). Đến nay 92% dân số tham gia bảo hiểm y tế; 2 ca tử vong do dại.",
         ["full_immunisation_rate/", "full_immunisation_rate/", "health_insurance_rate/", "disease_deaths/rabies"]),
        ("1. Cửa khẩu", "Lượng xe thông quan trung bình mỗi ngày 310 xe, ngày cao điểm đạt 402 xe.",
         ["clearance_vehicles_per_day/", "clearance_vehicles_per_day/peak"]),
        ("1. Doanh nghiệp", "Có 310 doanh nghiệp thành lập mới, vốn 900 tỷ đồng (cùng kỳ 280 doanh nghiệp, 740 tỷ đồng).",
         ["new_enterprises/", "new_enterprises_capital/", "new_enterprises/", "new_enterprises_capital/"]),
        ("1. Tổ chức bộ máy",
         "Sau sáp nhập có 254 trụ sở dôi dư, đã bố trí sử dụng 130 trụ sở, còn 124 trụ sở chưa xử lý.",
         ["surplus_offices/", "surplus_offices/settled", "surplus_offices/pending"]),
        ("1. Cải cách hành chính", "Từ tháng 3, 90/96 xã, phường có Trung tâm Phục vụ hành chính công.",
         ["communes_with_service_centres/", "communes_with_service_centres/"]),
        ("1. Chống buôn lậu", "Xử lý 830 vụ vi phạm về buôn lậu, gian lận thương mại: Hải quan 302 vụ, Công an 230 vụ.",
         ["smuggling_cases/", "smuggling_cases/customs", "smuggling_cases/police"]),
        ("1. Đối ngoại", "Tiếp đón 36 đoàn với 410 khách quốc tế; đón 36 nghìn lượt khách du lịch quốc tế.",
         ["inbound_delegations/", "inbound_visitors/", "visitors/international"]),
        ("1. Cửa khẩu", "Trị giá hàng xuất, nhập khẩu của mọi loại hình 5,1 tỷ USD. Số xe bình quân ngày: Chi Ma 190 xe.",
         ["trade_turnover_all/", "clearance_vehicles_per_day/chi_ma"]),
        ("1. Thiên tai", "Mưa lũ làm 120 nhà bị sạt lở, 45 nhà bị vùi lấp.", ["houses_damaged/", "houses_damaged/"]),
        ("1. Cải cách hành chính", "Thanh toán trực tuyến 410 giao dịch với số tiền 1,2 tỷ đồng.",
         ["online_payments/", "online_payments_value/"]),
        ("1. Chăn nuôi", "Sản lượng xuất chuồng: heo hơi 8.120 tấn, bò hơi 940 tấn.", ["meat_output/pigs", "meat_output/cattle"]),
        ("1. Lâm nghiệp", "Xảy ra 12 vụ phá rừng với diện tích 4,3 ha.", ["deforestation_cases/", "deforested_area/"]),
        ("1. Thiên tai", "Giông lốc, triều cường gây tổng giá trị thiệt hại 3,2 tỷ đồng.", ["disaster_damage/"]),
        ("1. Công nghiệp", "Chỉ số sản xuất công nghiệp: khai khoáng giảm 2%; toàn ngành tăng 6%.", ["iip/mining", "iip/"]),
        ("1. Xây dựng nông thôn mới",
         "Tổng nguồn lực huy động 310 tỷ đồng: vốn ngân sách nhà nước 120 tỷ đồng, nhân dân đóng góp 8 tỷ đồng.",
         ["new_rural_funds/", "new_rural_funds/state", "new_rural_funds/community"]),
        ("1. Cửa khẩu",
         "Tại cửa khẩu quốc tế Cầu Treo, kim ngạch xuất nhập khẩu đạt 92 triệu USD; kim ngạch qua các cửa khẩu 140 triệu USD.",
         ["gate_turnover/cau_treo", "trade_turnover_all/"]),
        ("1. Kinh tế",
         "Quy mô GRDP đạt 61 nghìn tỷ đồng, do giá dầu giảm sâu nên chỉ tăng 1,9%; bình quân đầu người đạt 74 triệu đồng.",
         ["grdp/", "grdp/", "grdp_per_capita/"]),
        ("1. Ngân hàng", "Huy động vốn đạt 41 nghìn tỷ đồng; dư nợ 38 nghìn tỷ đồng; tín dụng chính sách đến được mọi xã.",
         ["bank_deposits/", "bank_credit/"]),
        ("1. Chăn nuôi", "Bệnh dịch tả lợn châu Phi bùng phát, toàn tỉnh đã tiêu hủy 2.140 con lợn.", ["asf_pigs_culled/"]),
        ("1. Thủy sản", "Diện tích nuôi trồng thủy sản 870 ha, sản lượng 1.320 tấn.", ["aquaculture_area/", "fishery_output/"]),
        ("1. Lâm nghiệp", "Lực lượng kiểm lâm phát hiện, xử lý 310 vụ vi phạm, xử phạt 1,9 tỷ đồng.",
         ["forest_violations/", "forest_violation_fines/"]),
        ("1. Thanh tra", "Kết luận thanh tra kiến nghị thu hồi 21 tỷ đồng, đã thu 17 tỷ đồng.",
         ["inspection_recovery_due/", "inspection_recovered/"]),
        ("1. Cải cách hành chính", "Cắt giảm ít nhất 25% thời gian giải quyết thủ tục hành chính, 25% chi phí tuân thủ.",
         ["compliance_cuts/time", "compliance_cuts/cost"]),
        ("1. Doanh nghiệp", "Quy mô doanh nghiệp còn nhỏ, 96% là doanh nghiệp nhỏ và siêu nhỏ.", ["small_enterprises_share/"]),
        ("1. An sinh", "Hỗ trợ người dân gặp khó khăn do dịch COVID-19 với 31 tỷ đồng cho 24.100 đối tượng.",
         ["covid_support_funds/", "covid_support_people/"]),
        ("1. Y tế", "Đã tổ chức cách ly tập trung 2.310 lượt người, cách ly tại nhà 840 lượt người.",
         ["quarantined_people/central", "quarantined_people/home"]),
        ("1. Cửa khẩu", "Thông quan bình quân 640 xe/ngày; cửa khẩu Hữu Nghị 310 xe/ngày, cửa khẩu Tân Thanh 190 xe/ngày.",
         ["clearance_vehicles_per_day/", "clearance_vehicles_per_day/huu_nghi", "clearance_vehicles_per_day/tan_thanh"]),
        ("1. Giáo dục",
         "Học sinh đoạt 7 huy chương Olympic quốc tế (3 huy chương vàng, 4 huy chương bạc); còn thiếu 410 giáo viên.",
         ["international_pupil_prizes/", "international_pupil_prizes/gold", "international_pupil_prizes/silver",
          "teachers_lacking/"]),
        ("1. Giáo dục", "Toàn ngành còn thiếu 410 giáo viên so với định mức; 60/80 trường đạt chuẩn quốc gia, chiếm 75%.",
         ["teachers_lacking/", "national_standard_schools/", "national_standard_schools/", "national_standard_schools_rate/"]),
        ("1. Nông thôn mới",
         "Có 31/50 xã đạt chuẩn nông thôn mới, chiếm 62%. Công nhận 9 sản phẩm OCOP, nâng tổng số lên 120 sản phẩm.",
         ["new_rural_communes/", "new_rural_communes/", "new_rural_communes/", "ocop_products/", "ocop_products/"]),
        ("1. Trồng trọt", "Cây ăn quả có 900 ha, trong đó na 310 ha, sản lượng 2,1 nghìn tấn; sản lượng hồi khô 410 tấn.",
         ["perennial_area/fruit", "perennial_area/custard_apple", "crop_output/custard_apple", "forest_products/anise"]),
        ("1. Nội vụ",
         "Ban hành 9 quyết định quy phạm pháp luật, 310 quyết định cá biệt; 7 xã thiếu công chức; cấp xã còn thiếu 41 công chức.",
         ["legal_documents/", "individual_decisions/", "communes_lacking_staff/", "commune_staff_lacking/"]),
        ("1. Y tế", "Số giường bệnh trên một vạn dân 31 giường; số bác sĩ/10.000 dân đạt 12 bác sĩ.",
         ["hospital_beds_per_10000/", "doctors_per_10000/"]),
        ("1. Cửa khẩu", "Còn 120 xe chờ.", ["border_vehicles_waiting/"]),
        ("1. Cửa khẩu", "Giá trị hàng hóa giám sát (tạm nhập tái xuất, kho ngoại quan, quá cảnh) đạt 1,6 tỷ USD.",
         ["supervised_turnover/"]),
        ("1. Du lịch", "Quý III đón 310 nghìn lượt khách, nâng tổng số khách lên 1,1 triệu lượt.", ["visitors/", "visitors/"]),
        ("1. Vận tải", "Vận chuyển 1,3 triệu lượt khách và 2,2 triệu tấn hàng hóa.", ["passengers_carried/", "freight_carried/"]),
        ("1. Chỉ đạo, điều hành", "Ban hành 310 văn bản chỉ đạo, gồm 120 quyết định, 45 kế hoạch, 7 chỉ thị, 138 công văn.",
         ["directive_documents/", "directive_documents/decisions", "directive_documents/plans",
          "directive_documents/directives", "directive_documents/letters"]),
        ("1. Thuế", "Bãi bỏ thuế khoán, có 290 hộ kinh doanh chuyển sang kê khai.", ["households_declaring_tax/"]),
        ("1. An sinh", "Xóa 2.100 nhà tạm, nhà dột nát, huy động 140 tỷ đồng và 38.000 ngày công.",
         ["shelter_houses_completed/", "shelter_houses_funds/", "shelter_labour/"]),
        ("1. An sinh", "Dịp Quốc khánh 2/9 trao quà cho 300.000 người, mức 100.000 đồng/người, kinh phí 30 tỷ đồng.",
         ["national_day_gifts/", "national_day_gift/", "national_day_gifts_value/"]),
        ("1. Giáo dục", "Có 390 trường với 98.000 học sinh. Lũy kế có 205 trường đạt chuẩn quốc gia.",
         ["schools/", "pupils/", "national_standard_schools/"]),
        ("1. Cửa khẩu", "Việc thông quan qua các cửa khẩu thuận lợi, bình quân 310 xe/ngày.", ["clearance_vehicles_per_day/"]),
        ("1. Thiên tai", "Ngân sách các cấp đã hỗ trợ khắc phục 12 tỷ đồng.", ["disaster_relief/"]),
        ("1. Chuyển đổi số", "Tỷ trọng kinh tế số đạt 9% (mục tiêu 12%); 98% thôn, bản được phủ sóng 4G.",
         ["digital_economy_share/", "digital_economy_share/", "mobile_coverage_villages/"]),
        ("1. Đầu tư", "Có 9 dự án đầu tư công giải ngân dưới 50%; 31 dự án công nghiệp hoàn thành, đi vào sản xuất.",
         ["low_disbursing_projects/", "low_disbursing_projects/", "industrial_projects_completed/"]),
        ("1. An ninh", "Có 88% xã, phường đạt tiêu chuẩn an toàn về an ninh, trật tự.", ["safe_communes_rate/"]),
        ("1. Đối ngoại",
         "Tỉnh giúp bạn Lào 03 công trình với tổng vốn 21 tỷ đồng; có quan hệ hợp tác với 12 địa phương nước ngoài.",
         ["aid_abroad_works/", "aid_abroad_value/", "partner_places/"]),
        ("1. Thiên tai", "Bão số 3 làm 410 nhà bị hư hỏng; Trung ương hỗ trợ 35 tỷ đồng.",
         ["houses_damaged/", "disaster_relief/central"]),
        ("1. Công nghiệp", "Than hoạt tính đạt 310 tấn, cơm dừa nạo sấy 95 tấn.",
         ["industrial_output/activated_carbon", "industrial_output/coconut_products"]),
        ("1. Du lịch", "Quý I đón 90.000 lượt khách. Khu du lịch Hồ Xanh đón 4.100 lượt khách.", ["visitors/", "site_visitors/"]),
        ("1. Ngân sách", "Thu nội địa 310 tỷ đồng. Có 6/15 khoản thu vượt dự toán.",
         ["budget_revenue/domestic", "revenue_heads_reached/", "revenue_heads_reached/"]),
        ("1. Y tế", "Ngộ độc thực phẩm xảy ra 2 vụ với 31 người mắc, tử vong 1 người.",
         ["food_poisoning_cases/", "food_poisoning_victims/", "food_poisoning_deaths/"]),
        ("1. Y tế", "Tỷ lệ người từ 18 tuổi trở lên tiêm đủ liều cơ bản đạt 97%. Kinh phí phòng, chống dịch 12 tỷ đồng.",
         ["covid_vaccination_rate/", "epidemic_funds/"]),
        ("1. Giáo dục", "Duy trì phổ cập giáo dục tiểu học ở 100% số xã. Bão làm 14 trường bị hư hại.",
         ["universal_education_rate/primary", "schools_damaged/"]),
        ("1. Nhà ở", "Xóa nhà tạm, nhà dột nát: đã khởi công 120 nhà; kinh phí giải ngân 6 tỷ đồng.",
         ["shelter_houses_started/", "shelter_houses_funds/"]),
        ("1. Cửa khẩu", "Còn 310 xe hàng chờ xuất khẩu; nâng năng lực thông quan lên 600 xe/ngày.",
         ["border_vehicles_waiting/", "clearance_capacity/"]),
        ("1. Nội vụ", "Sắp xếp đơn vị hành chính cấp xã, số công chức dôi dư là 41 người.", ["redundant_staff/"]),
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
        ("1. Tăng trưởng", "GRDP tăng 7,2% nhưng chưa đạt kế hoạch đề ra (8%).", ["grdp_growth/", "grdp_growth/"]),
        ("1. Tăng trưởng", "GRDP tăng 7%, trong đó giáo dục và đào tạo tăng 5,2%; y tế và hoạt động trợ giúp xã hội tăng 4%.",
         ["grdp_growth/", "grdp_growth/education", "grdp_growth/health"]),
        ("1. Tăng trưởng", "Quỹ Tiền tệ quốc tế dự báo kinh tế toàn cầu tăng trưởng 3,1%.", ["world_growth_forecast/imf"]),
        ("1. Tăng trưởng", "GRDP đạt 9.300 tỷ đồng, tăng 7,4% so với cùng kỳ (kế hoạch cả năm tăng 8%), đứng thứ 11/34 cả nước.",
         ["grdp/", "grdp/", "grdp/", "grdp_growth/", "grdp_growth/"]),
        ("1. Tăng trưởng", "GRDP bình quân đầu người đạt 72 triệu đồng, tương đương 2.830 USD, đứng thứ 4/6 tỉnh trong vùng.",
         ["grdp_per_capita/", "grdp_per_capita/usd", "grdp_per_capita/", "grdp_per_capita/"]),
        ("1. Cải cách hành chính", "Xếp thứ 9 cả nước về chỉ số cải cách hành chính và thứ 5 cả nước về chỉ số hài lòng.",
         ["par_index/", "sipas/"]),
        ("1. Công nghiệp", "IIP tăng 8%. Khai khoáng tăng 4% đóng góp 0,3 điểm vào mức tăng chung.",
         ["iip/", "iip/mining", "iip_contribution/mining"]),
        ("1. Y tế", "Tỷ lệ hộ nghèo 4%, cao hơn bình quân chung cả nước (1,9%).", ["poverty_rate/", "None/"]),
        ("1. Đầu tư", "Giải ngân vốn đầu tư công 210 tỷ đồng; vốn trung ương giải ngân 120 tỷ đồng, vốn địa phương 90 tỷ đồng.",
         ["public_investment_disbursed/", "public_investment_disbursed/central_budget",
          "public_investment_disbursed/local_budget"]),
        ("1. Thể thao", "Đoạt 9 huy chương (2 vàng, 3 bạc, 4 đồng).",
         ["sport_medals/", "sport_medals/gold", "sport_medals/silver", "sport_medals/bronze"]),
        ("1. Chính sách", "Tặng 120 suất quà trị giá 60 triệu đồng. Dịp Tết Nguyên đán tặng 450 suất quà.",
         ["gifts/", "gifts_value/", "tet_gifts/"]),
        ("1. Tư pháp", "Tòa án thụ lý 124 vụ án các loại, giải quyết 101 vụ. Thi hành án xong 185 việc; về tiền 12 tỷ đồng.",
         ["court_cases/", "court_cases/settled", "judgments/done", "judgments_money/"]),
        ("1. Y tế", "Điều trị nội trú 210 lượt, ngoại trú 150 lượt; tiêm chủng đầy đủ cho 430 trẻ dưới 1 tuổi.",
         ["inpatients/", "outpatients/", "immunised_children/"]),
        ("1. Doanh nghiệp", "Có 42 hợp tác xã (HTX), thành lập mới 3 HTX, giải thể 1 HTX.",
         ["cooperatives/", "new_cooperatives/", "cooperatives_dissolved/"]),
        ("1. Đầu tư", "Có 6 dự án FDI cấp mới với vốn đăng ký 45 triệu USD, 5 lượt dự án điều chỉnh vốn tăng 12 triệu USD.",
         ["fdi_projects_new/", "fdi_capital_new/", "fdi_projects_adjusted/", "fdi_capital_added/"]),
        ("1. Tiếp dân", "Tiếp nhận 90 đơn (khiếu nại 15 đơn, tố cáo 5 đơn, kiến nghị, phản ánh 70 đơn).",
         ["petitions/", "petitions/complaint", "petitions/denunciation", "petitions/proposal"]),
        ("1. Viễn thông", "Phát triển 900 thuê bao di động, 340 thuê bao internet.",
         ["telephone_subscribers/mobile", "internet_subscribers/"]),
        ("1. Y tế", "Có 45 trạm y tế, trong đó 38 trạm đạt chuẩn quốc gia.", ["hospitals/stations", "communes_health_standard/"]),
        ("1. Trồng trọt", "Diện tích cà phê ổn định 1.400 ha với sản lượng 3.700 tấn, năng suất 28,6 tạ/ha.",
         ["perennial_area/coffee", "crop_output/coffee", "crop_yield/coffee"]),
        ("1. Tăng trưởng", "Có 5/18 chỉ tiêu không đạt. Tăng trưởng thấp hơn mục tiêu 1,1 điểm phần trăm.",
         ["targets_met/missed", "targets_met/missed", "grdp_growth/"]),
        ("1. An ninh", "Tai nạn giao thông giảm cả ba tiêu chí, trong đó số người chết giảm 6,3%.", ["traffic_deaths/"]),
        ("1. Lao động", "Xảy ra 2 vụ ngừng việc với 610 lao động tham gia (cùng kỳ 5 vụ).",
         ["strikes/", "strike_workers/", "strikes/"]),
        ("1. Du lịch", "Lượt khách do các cơ sở lưu trú phục vụ 41.000 lượt, trong đó khách ngủ qua đêm 30.000 lượt.",
         ["lodged_guests/", "lodged_guests/overnight"]),
        ("1. Xây dựng", "Nhà máy Sông Trà và cầu Bến Đá có khối lượng thi công lần lượt 61% và 74,5%.",
         ["construction_progress/", "construction_progress/"]),
        ("1. Công nghiệp", "IIP tăng 8%: chế biến, chế tạo đóng góp 7 điểm phần trăm; có 19/26 ngành có chỉ số sản xuất tăng.",
         ["iip/", "iip_contribution/manufacturing", "iip_branches/", "iip_branches/"]),
        ("1. Công nghiệp",
         "Giá trị sản xuất công nghiệp 910 tỷ đồng; công nghiệp trung ương 420 tỷ đồng, ngoài nhà nước 310 tỷ đồng.",
         ["industrial_production_value/", "industrial_production_value/central", "industrial_production_value/private"]),
        ("1. Công nghiệp", "Xi măng 62 nghìn tấn; giấy xuất khẩu 9.800 tấn, tăng 3%.",
         ["industrial_output/cement", "industrial_output/paper", "industrial_output/paper"]),
        ("1. Trồng trọt", "Cây ăn quả 8.300 ha, trong đó cam 1.200 ha, vải 640 ha.",
         ["perennial_area/fruit", "perennial_area/orange", "perennial_area/lychee"]),
        ("1. Thủy sản", "Diện tích nuôi trồng thủy sản 9.100 ha, trong đó nước lợ 2.400 ha, nước ngọt 6.700 ha.",
         ["aquaculture_area/", "aquaculture_area/brackish", "aquaculture_area/fresh"]),
        ("1. Lâm nghiệp", "Rừng bị thiệt hại 14 ha, trong đó rừng bị cháy 9 ha, bị chặt phá 5 ha; tịch thu 21 m3 gỗ.",
         ["forest_damaged_area/", "forest_fire_area/", "deforested_area/", "timber_seized/"]),
        ("1. Nông thôn mới", "Nhân dân góp công làm mới 38 km đường bê tông nông thôn.", ["rural_roads_built/"]),
        ("1. Giá cả", "Chỉ số giá tiêu dùng tăng 3%: khu vực thành thị tăng 3,2%, khu vực nông thôn tăng 2,7%.",
         ["cpi/", "cpi/urban", "cpi/rural"]),
        ("1. Cửa khẩu", "Có 41.200 lượt người XNC, 3.900 lượt phương tiện XNC.", ["border_crossings/", "vehicles_crossing/"]),
        ("1. Y tế", "Tỷ lệ bao phủ bảo hiểm y tế đạt 93% dân số; 41/52 xã, phường, thị trấn đạt tiêu chí quốc gia về y tế.",
         ["health_insurance_rate/", "communes_health_standard/", "communes_health_standard/"]),
        ("1. Y tế", "Tỷ lệ trạm y tế có bác sĩ đạt 91% số trạm; toàn tỉnh có 9,4 bác sĩ/vạn dân.",
         ["stations_with_doctor_rate/", "doctors_per_10000/"]),
        ("1. Viễn thông", "Thuê bao điện thoại đạt 88 thuê bao/100 dân; tổng số thuê bao điện thoại 640.000 thuê bao.",
         ["telephone_density/telephone", "telephone_subscribers/"]),
        ("1. Điện", "Có 98,7% số hộ được sử dụng điện, còn 12 thôn chưa có điện lưới.",
         ["households_electricity/", "villages_without_electricity/"]),
        ("1. Kinh tế", "GRDP đạt 9.120 tỷ đồng, tăng 8,1%, xếp thứ 3/14 vùng và thứ 11/63 cả nước.",
         ["grdp/", "grdp/", *["grdp_growth/"] * 4]),
        ("1. Đầu tư", "Dự án hồ chứa nước Bản Lải đạt 64% khối lượng thi công, tổng mức đầu tư 980 tỷ đồng.",
         ["construction_progress/", "project_total_cost/"]),
        ("1. Thiên tai", "Mưa bão làm 6 nhà bị sập hoàn toàn; 210 ha rừng trồng bị gãy đổ; 35 điểm sạt lở trên các tuyến đường.",
         ["houses_damaged/collapsed", "forest_damaged_area/", "road_landslides/"]),
        ("1. Cứu trợ", "Mặt trận Tổ quốc tỉnh tiếp nhận 14 tỷ đồng và 32 tấn hàng hóa ủng hộ đồng bào vùng lũ.",
         ["disaster_donations/", "relief_goods/"]),
        ("1. Khoa học", "Triển khai 18 đề tài, dự án khoa học, trong đó 11 nhiệm vụ chuyển tiếp.",
         ["research_projects/", "research_projects/carried_over"]),
        ("1. Văn thư", "Có 97% văn bản (trừ văn bản mật) trao đổi dưới dạng điện tử.", ["edocument_rate/"]),
        ("1. Giáo dục", "Điểm trung bình các môn xếp thứ 20/63, tăng 2 bậc; có 17 học sinh đạt giải quốc gia.",
         [*["exam_average_score/"] * 3, "national_pupil_prizes/pupils"]),
        ("1. Y tế", "Có 45 xã, phường đạt chuẩn văn minh đô thị; 12 xã, phường đạt tiêu chí quốc gia về y tế.",
         ["cultural_communes/", "communes_health_standard/"]),
        ("1. Y tế", "Còn 5 trạm y tế chưa có bác sĩ.", ["None/"]),
        ("1. Đầu tư công", "Còn 9 chủ đầu tư chưa giải ngân.", ["owners_without_disbursement/"]),
        ("1. Thú y", "Dịch tả lợn châu Phi phát sinh tại 210 hộ thuộc 14 xã, phường; còn 6 xã chưa qua 21 ngày.",
         ["asf_households/", "asf_communes/", "asf_communes_active/"]),
        ("1. Doanh nghiệp", "Cấp mới 52 doanh nghiệp với vốn đăng ký 380 tỷ đồng.",
         ["new_enterprises/", "new_enterprises_capital/"]),
        ("1. Y tế", "Khám 98.540 lượt người bệnh, chuyển viện 5.800 lượt.", ["medical_visits/", "referrals/"]),
        ("1. Bảo tàng", "Bảo tàng tỉnh sưu tầm 270 hiện vật, nâng tổng số hiện vật lên 3.150.",
         ["museum_artefacts/collected", "museum_artefacts/"]),
        ("1. An ninh", "Bắt giữ 35 vụ, 62 đối tượng vi phạm pháp luật về ma túy.", ["drug_cases/", "drug_suspects/"]),
        ("1. Giáo dục", "Số trường đạt chuẩn quốc gia cao như huyện Bắc Sơn 67/68 trường, Yên Bình 59/60 trường.",
         ["national_standard_schools/"] * 4),
        ("1. Việc làm", "Mở 9 phiên giao dịch việc làm, có 1.300 lượt lao động tham gia.", ["job_fairs/", "job_fair_visitors/"]),
        ("1. Tiếp dân", "Cấp tỉnh tiếp 84 lượt công dân, trong đó khiếu nại 31 lượt, tố cáo 6 lượt.",
         ["citizens_received/", "citizens_received/complaint", "citizens_received/denunciation"]),
        ("1. Thanh tra", "Tiếp nhận 21 đơn khiếu nại, tố cáo thuộc thẩm quyền giải quyết; đã giải quyết 18 đơn.",
         ["complaints/", "complaints_settled/"]),
        ("1. Thanh tra",
         "Tiếp nhận 840 đơn kiến nghị, phản ánh, khiếu nại, tố cáo, trong đó có 33 đơn khiếu nại, tố cáo thuộc thẩm quyền "
         "(20 đơn khiếu nại, 13 đơn tố cáo).",
         ["petitions/", "complaints/", "complaints/complaint", "complaints/denunciation"]),
        ("1. Đối ngoại",
         "Cử 4 đoàn/21 cán bộ, công chức đi công tác nước ngoài; 17 công chức, viên chức đi nước ngoài về việc riêng.",
         ["outbound_delegations/", "outbound_officials/", "private_trips_abroad/"]),
        ("1. An ninh", "Xảy ra 31 vụ phạm tội về trật tự xã hội. Trong số vụ hình sự, công an truy xét, làm rõ 24 vụ.",
         ["social_order_crimes/", "crimes_solved/"]),
        ("1. An ninh", "Bắt, xử lý 14 vụ vi phạm pháp luật về môi trường, tài nguyên.", ["environment_crime_cases/"]),
        ("1. Xuất nhập khẩu",
         "Kim ngạch xuất nhập khẩu các loại hình đạt 910 triệu USD. Trong đó, kim ngạch mở tờ khai tại Chi cục Hải quan đạt "
         "340 triệu USD, xuất khẩu 210 triệu USD, nhập khẩu đạt 130 triệu USD.",
         ["trade_turnover_all/", "trade_turnover_declared/", "trade_turnover_declared/export", "trade_turnover_declared/import"]),
        ("1. Tăng trưởng", "GRDP tăng 9,5% (xếp thứ 4/14 tỉnh trong vùng miền núi phía Bắc, xếp thứ 11/63 tỉnh, thành phố).",
         ["grdp_growth/"] * 5),
        ("1. Công nghiệp", "Bia đạt 3.100 tấn; cát 14 nghìn tấn; cao lanh 9.000 m3; lốp ô tô 12.000 chiếc; mì chính 640 tấn.",
         [f"industrial_output/{made}" for made in ("beer", "sand_gravel", "kaolin", "tyres", "seasoning")]),
        ("1. Giá cả", "Giá xăng giảm 4,1%, nhóm giao thông giảm 1,3%, làm CPI chung giảm 0,12 điểm phần trăm.",
         ["cpi/petrol", "cpi/transport", "cpi_contribution/"]),
        ("1. Giá cả", "Giá gà thịt 61.000 đồng/kg; giá phân NPK 13.500 đồng/kg; giá trứng gà 2.900 đồng/quả.",
         ["farm_price/poultry", "farm_supply_price/npk", "farm_price/eggs"]),
        ("1. Giá cả", "Giá cà phê nhân 98.000 đồng/kg, hồ tiêu 141.000 đồng/kg; giá thức ăn chăn nuôi 11.000 đồng/kg.",
         ["farm_price/coffee", "farm_price/pepper", "farm_supply_price/feed"]),
        ("1. Thú y", "Xảy ra 3 ổ dịch lở mồm long móng, 2 ổ dịch tả lợn châu Phi.",
         ["animal_disease_outbreaks/foot_mouth", "animal_disease_outbreaks/swine_fever"]),
        ("1. Xây dựng pháp luật",
         "Tổ chức 12 hội nghị lấy ý kiến dự thảo Luật Nhà ở với 900 người tham gia, 210 ý kiến đóng góp.",
         ["consultation_meetings/", "consultation_people/", "consultation_opinions/laws"]),
        ("1. Quy hoạch", "Dự thảo quy hoạch tỉnh nhận được 64 ý kiến góp ý.", ["consultation_opinions/plans"]),
        ("1. Đối ngoại", "Tỉnh hỗ trợ Hủa Phăn 04 công trình, trị giá 36 tỷ đồng.",
         ["aid_abroad_works/hua_phan", "aid_abroad_value/hua_phan"]),
        ("1. Môi trường", "Phạt vi phạm về môi trường 120 triệu đồng; vi phạm về đất đai với số tiền 60 triệu đồng.",
         ["environment_fines/", "environment_fines/"]),
        ("1. Đầu tư", "Toàn tỉnh có 312 dự án còn hiệu lực, tổng vốn đăng ký 41.200 tỷ đồng; chấm dứt hoạt động 6 dự án.",
         ["projects_valid/", "projects_valid_capital/", "investment_projects_terminated/"]),
        ("1. Thú y", "Kiểm dịch 8.200 con lợn; tiêu hủy 1.400 con gia cầm do cúm gia cầm.",
         ["animals_quarantined/pigs", "animal_disease_deaths/bird_flu"]),
        ("1. Thiên tai", "Mưa lũ cuốn trôi 12 cầu tạm, sạt lở 3,4 km kênh mương.", ["bridges_damaged/", "dykes_damaged/"]),
        ("1. Tài chính", "Thu ngân sách có nhiều cố gắng. Ước 3 tháng đạt 31,4% dự toán.", ["budget_revenue/"]),
        ("1. Xuất khẩu", "Xuất khẩu đạt 92 triệu USD (dăm gỗ, chè), nhập khẩu đạt 61 triệu USD.", ["exports/", "imports/"]),
        ("1. Việc làm", "Số trường hợp vi phạm trị giá 640 triệu đồng.", ["None/"]),
        ("1. Dân số", "Dân số 812 nghìn người, trong đó nữ 408 nghìn người.", ["population/", "population/female"]),
        ("1. Công nghiệp", "Chỉ số sản xuất công nghiệp tăng 6%: dệt tăng 4%, sản xuất trang phục tăng 9%.",
         ["iip/", "iip/textiles", "iip/garments"]),
        ("1. Tăng trưởng", "Tổng sản phẩm trong tỉnh (GRDP) theo giá so sánh đạt 8.710 tỷ đồng.", ["grdp/constant_prices"]),
        ("1. An toàn giao thông",
         "Xảy ra 14 vụ tai nạn giao thông, chết 9 người. So với tháng trước tăng 2 vụ. Tính chung 3 tháng làm chết 31 người.",
         ["traffic_accidents/", "traffic_deaths/", "traffic_accidents/", "traffic_deaths/"]),
        ("1. Vận tải", "Doanh thu vận tải 320 tỷ đồng. Tính chung 3 tháng, doanh thu 910 tỷ đồng.", ["transport_revenue/"] * 2),
        ("1. Vận tải", "Hàng hóa vận chuyển ước 1.120 nghìn tấn và luân chuyển 81 triệu tấn.km.",
         ["freight_carried/", "freight_turnover/"]),
        ("1. Trồng trọt", "Vụ mùa: đến nay, toàn tỉnh gieo sạ được 4.310 ha.", ["planted_area_autumn/"]),
        ("1. Tăng trưởng", "GRDP tăng 7%; khu vực dịch vụ tăng 8%, đóng góp 3,1 điểm phần trăm; nông nghiệp tăng 2%.",
         ["grdp_growth/", "grdp_growth/services", "grdp_contribution/services", "grdp_growth/agriculture_only"]),
        ("1. Công nghiệp",
         "Chỉ số sản xuất công nghiệp tăng 8%. Trong đó, chế biến, chế tạo tăng 9%, đóng góp 7 điểm phần trăm.",
         ["iip/", "iip/manufacturing", "iip_contribution/manufacturing"]),
        ("1. Lao động", "Tỷ lệ thất nghiệp của lực lượng lao động là 2,3%, trong đó khu vực thành thị 3,1%.",
         ["unemployment_rate/", "unemployment_rate/urban"]),
        ("1. Lao động",
         "Lực lượng lao động 612 nghìn người, trong đó lao động nữ 294 nghìn người; lao động phi chính thức 320 nghìn người.",
         ["labour_force/", "labour_force/female", "informal_workers/"]),
        ("1. An ninh", "Phát hiện 12 vụ đánh bạc, 67 đối tượng.", ["gambling_cases/", "gambling_suspects/"]),
        ("1. Chính sách", "Xây dựng 34 căn nhà tình nghĩa, phụng dưỡng 45 Bà mẹ Việt Nam anh hùng.",
         ["solidarity_houses/gratitude", "heroic_mothers/"]),
        ("1. Trồng trọt", "Sản lượng lương thực 81 nghìn tấn; mía nguyên liệu 9.400 tấn.",
         ["grain_output/", "crop_output/sugarcane"]),
        ("1. Thiên tai", "Mưa lớn; đã di dời khẩn cấp 214 hộ ra khỏi vùng nguy hiểm.", ["households_relocated/"]),
        ("1. Đối ngoại", "Tổ chức 07 đoàn/46 lượt người đi công tác nước ngoài.",
         ["outbound_delegations/", "outbound_officials/"]),
        ("1. Y tế", "Ghi nhận 450 ca sốt xuất huyết (tăng 120 ca), 2 ca tử vong; tay chân miệng 89 ca.",
         ["disease_cases/dengue", "disease_cases/dengue", "disease_deaths/dengue", "disease_cases/hand_foot_mouth"]),
        ("1. Đối ngoại", "Tiếp nhận 5 khoản viện trợ phi chính phủ nước ngoài trị giá 0,7 triệu USD.",
         ["foreign_aid_projects/received", "foreign_aid_value/received"]),
        ("1. Đối ngoại", "Phê duyệt 8 dự án viện trợ phi chính phủ nước ngoài trị giá 1,3 triệu USD.",
         ["foreign_aid_projects/approved", "foreign_aid_value/approved"]),
        ("1. Doanh nghiệp", "Thành lập mới 52 doanh nghiệp, vốn 415 tỷ đồng; 7 hợp tác xã.",
         ["new_enterprises/", "new_enterprises_capital/", "new_cooperatives/"]),
        ("1. Doanh nghiệp", "Có 38 doanh nghiệp thành lập mới với vốn 260 tỷ đồng; toàn tỉnh có 431 hợp tác xã.",
         ["new_enterprises/", "new_enterprises_capital/", "cooperatives/"]),
        ("1. Doanh nghiệp", "Có 11 hợp tác xã thành lập mới, với vốn 18 tỷ đồng; 3 hợp tác xã giải thể.",
         ["new_cooperatives/", "new_cooperatives_capital/", "cooperatives_dissolved/"]),
        ("1. Doanh nghiệp", "Có 24 doanh nghiệp thành lập mới; đến ngày 31/3 có 280 hợp tác xã; hỗ trợ 6 hợp tác xã vay vốn.",
         ["new_enterprises/", "cooperatives/", "cooperatives/"]),
        ("1. Công nghiệp", "IIP tăng 6%, sản lượng điện tăng 9%, điện thương phẩm tăng 8%.",
         ["iip/", "iip/electricity", "industrial_output/electricity_sold"]),
        ("1. Công nghiệp", "Thành lập 3 cụm công nghiệp, vốn 140 tỷ đồng.", ["industrial_clusters/established", "None/"]),
        ("1. Công nghiệp", "IIP tăng 4%, trong đó: điện tăng 9%, cấp nước và xử lý rác thải tăng 3%.",
         ["iip/", "iip/electricity", "iip/water"]),
        ("1. Giao thông", "Nhân dân bê tông hóa 26 km đường thôn, cứng hóa 8 km đường ngõ xóm.", ["rural_roads_built/"] * 2),
        ("1. Giáo dục", "Tỷ lệ huy động trẻ 3 - 5 tuổi ra lớp 95%, học sinh 6 - 14 tuổi đến trường 98,4%.",
         ["preschool_attendance/kindergarten", "preschool_attendance/school_age"]),
        ("1. Chuyển đổi số", "Có 92% số thôn có sóng di động băng rộng; các sở ký số 97,5% văn bản đi.",
         ["broadband_villages_rate/", "edocument_rate/signed"]),
        ("1. Xuất nhập khẩu", "Kim ngạch xuất nhập khẩu qua địa bàn 7 tỷ USD; trong đó mở tờ khai tại tỉnh 900 triệu USD.",
         ["trade_turnover_all/", "trade_turnover_declared/"]),
        ("1. Đối ngoại", "Vận động 18 chương trình, dự án viện trợ với giá trị 2,6 triệu USD.",
         ["foreign_aid_projects/", "foreign_aid_value/"]),
        ("1. Tiếp dân", "Tiếp 310 lượt công dân; giải quyết 45/56 vụ việc khiếu nại.",
         ["citizens_received/", "complaints_settled/", "complaints_settled/"]),
        ("1. Đầu tư", "Khởi công 12 dự án, hoàn thành 8 công trình.", ["new_projects_started/", "works_completed/"]),
        ("1. Chuyển đổi số", "Ban Quản lý Khu kinh tế đạt 11,2%.", ["None/"]),
        ("1. Thi hành án", "Phải thi hành án 410 vụ việc, đủ điều kiện thi hành 300 vụ việc. Đã giải quyết xong 240 vụ việc.",
         ["judgments/", "judgments/enforceable", "judgments/done"]),
        ("1. Cửa khẩu", "Có 840 xe thông quan; số phương tiện chở hàng xuất khẩu 310 xe, số phương tiện nhập khẩu 530 xe.",
         ["clearance_vehicles/", "clearance_vehicles/export", "clearance_vehicles/import"]),
        ("1. Thu hút đầu tư", "Thu hút tổng vốn đầu tư quy đổi 87 triệu USD; vốn thực hiện của các dự án 640 tỷ đồng.",
         ["investment_attracted/", "projects_disbursed/"]),
        ("1. Trồng trọt", "Cày ải 1.240 ha; diện tích nhiễm sâu bệnh 62 ha, tỷ lệ hại phổ biến 4%, nơi cao 9%.",
         ["ploughed_area/", "pest_area/", "pest_rate/", "pest_rate/high"]),
        ("1. Nông thôn mới", "Xã Bình An hoàn thành 17 tiêu chí; số xã đạt từ 15 tiêu chí trở lên là 21 xã.",
         ["new_rural_criteria_met/", "new_rural_communes_by_criteria/", "new_rural_communes_by_criteria/"]),
        ("1. Công tác đảng", "Đã kết nạp được 310/600 chỉ tiêu.", ["party_members_admitted/", "party_members_admitted/"]),
        ("1. Công nghiệp", "Có 9 sản phẩm công nghiệp chủ lực đạt và vượt kế hoạch.", ["industrial_products_on_plan/"]),
        ("1. Vật tư", "Giá vật tư nông nghiệp: supe lân 6.100 đồng/kg.", ["farm_supply_price/phosphate"]),
        ("1. Tín dụng", "Dư nợ tín dụng chính sách 4.310 tỷ đồng, cho vay hộ cận nghèo 520 tỷ đồng; nợ quá hạn 3,4 tỷ đồng.",
         ["policy_credit/", "policy_credit/near_poor", "policy_overdue/"]),
        ("1. Giảm nghèo", "Hộ nghèo thiếu hụt về việc làm 32%, về nước sạch 27%.",
         ["deprivation_rate/jobs", "deprivation_rate/water"]),
        ("1. Giảm nghèo", "Có 840 hộ thoát nghèo, 210 hộ thoát cận nghèo, 35 hộ tái nghèo.",
         ["households_out_of_poverty/", "near_poverty_escaped/", "households_fallen_poor/again"]),
        ("1. Cửa khẩu", "Kim ngạch xuất nhập khẩu hàng hóa qua địa bàn 3,1 tỷ USD; trong đó mở tờ khai tại tỉnh 410 triệu USD.",
         ["trade_turnover_all/", "trade_turnover_declared/"]),
        ("1. Xuất khẩu", "Kim ngạch xuất khẩu của các doanh nghiệp địa phương đạt 64 triệu USD.", ["local_exports/"]),
        ("1. Y tế", "Các bệnh viện, trạm y tế khám cho 52 nghìn lượt người trong tháng, lũy kế 310 nghìn lượt.",
         ["medical_visits/", "medical_visits/"]),
        ("1. Giảm nghèo", "Hoàn thành 92% số nhà tạm, nhà dột nát.", ["shelter_houses_rate/"]),
        ("1. Bộ máy", "Đã chi trả chế độ theo Nghị định số 178/2024/NĐ-CP cho 640 người với số tiền 310 tỷ đồng.",
         ["restructuring_beneficiaries/", "restructuring_funds/"]),
        ("1. Dự án", "Dự án đường tránh đã bàn giao 87,5% mặt bằng.", ["site_cleared_rate/"]),
        ("1. Giáo dục", "Có 9 bài thi môn Ngữ văn đạt điểm tối đa.", ["exam_top_papers/"]),
        ("1. Cửa khẩu", "Có 02 cửa khẩu quốc tế, 04 cửa khẩu phụ.", ["border_gates/international", "border_gates/secondary"]),
        ("1. Cửa khẩu", "Bình quân mỗi ngày có 1.150 lượt xe hàng làm thủ tục qua các cửa khẩu.",
         ["clearance_vehicles_per_day/"]),
        ("1. Thể thao", "Vận động viên tham gia các giải khu vực giành 54 huy chương.", ["sport_medals/"]),
        ("1. An sinh", "Chi trả trợ cấp cho 9.200 đối tượng bảo trợ xã hội với kinh phí 61 tỷ đồng.",
         ["social_assistance_recipients/", "social_assistance_paid/"]),
        ("1. Cải cách", "Hồ sơ trực tuyến toàn trình đạt 64,2%.", ["online_dossier_rate/full"]),
        ("1. Khen thưởng", "Trình khen thưởng cấp Nhà nước 75 trường hợp.", ["rewarded/state_level"]),
        ("1. Chỉ đạo", "UBND tỉnh giao 640 nhiệm vụ, đã hoàn thành 512 nhiệm vụ, đang thực hiện 119, quá hạn 9 nhiệm vụ.",
         ["assigned_tasks/", "assigned_tasks/completed", "assigned_tasks/ongoing", "assigned_tasks/overdue"]),
        ("1. Chuyển đổi số", "Hồ sơ công việc được xử lý trên môi trường mạng ở cấp tỉnh đạt 95%; cấp xã đạt 81%.",
         ["work_files_online_rate/province", "work_files_online_rate/commune"]),
        ("1. Đầu tư công", "Có 12 đơn vị có tỷ lệ giải ngân thấp hơn bình quân chung của tỉnh.",
         ["owners_by_disbursement/below_average"]),
        ("1. Nông thôn mới", "Bình quân đạt 13,1 tiêu chí/xã; có 52/140 xã đạt chuẩn, trong đó 11 xã đạt chuẩn nâng cao.",
         ["new_rural_criteria/", "new_rural_communes/", "new_rural_communes/", "new_rural_communes/advanced"]),
        ("1. Tư pháp", "Tòa án nhân dân hai cấp thụ lý 810 vụ, việc, đã giải quyết 604 vụ, việc (74,6%).",
         ["court_cases/", "court_cases/settled", "court_cases/settled"]),
        ("1. Đánh giá chung", "Thu tiền sử dụng đất đạt thấp, chỉ bằng 18,4% dự toán.", ["budget_revenue/land_use"]),
        ("1. Đối ngoại", "Vận động viện trợ phi chính phủ nước ngoài đạt 0,9 triệu USD, tương đương khoảng 22 tỷ đồng.",
         ["foreign_aid_value/", "foreign_aid_value/"]),
        ("1. Nhà ở", "Kinh phí xóa nhà tạm 290 tỷ đồng, trong đó ngân sách tỉnh 80 tỷ đồng.",
         ["shelter_houses_funds/", "shelter_houses_funds/local_budget"]),
        ("1. Chăn nuôi", "Dịch tả lợn châu Phi tái phát. Từ đầu năm, dịch đã xảy ra tại 92 hộ thuộc 11 xã; tiêu hủy 430 con.",
         ["asf_households/", "asf_communes/", "asf_pigs_culled/"]),
        ("1. Chăn nuôi", "Bệnh viêm da nổi cục xảy ra tại 17 hộ thuộc 5 xã.",
         ["animal_disease_households/lumpy_skin", "animal_disease_communes/lumpy_skin"]),
        ("1. Thiên tai", "Lũ làm 9.200 khách hàng mất điện, gãy đổ 51 cột điện; 23 trạm BTS mất liên lạc, đã khôi phục 20 trạm.",
         ["customers_without_power/", "power_poles_damaged/", "bts_disrupted/", "bts_disrupted/restored"]),
        ("1. Thiên tai", "Bão làm 12 ha nuôi trồng thủy sản bị thiệt hại; sơ tán 640 người. Trung ương hỗ trợ 45 tỷ đồng.",
         ["aquaculture_damaged/", "people_evacuated/", "disaster_relief/central"]),
        ("1. Tín dụng", "Dư nợ bị ảnh hưởng bởi lũ là 52 tỷ đồng với 310 khách hàng vay vốn bị ảnh hưởng.",
         ["credit_hit_by_disasters/", "borrowers_hit_by_disasters/"]),
        ("1. Đánh giá chung", "Giải ngân vốn đầu tư công chậm, thiệt hại do thiên tai lớn, số thuế nợ đọng còn 214 tỷ đồng.",
         ["tax_debt/"]),
        ("1. Chỉ đạo, điều hành", "Đã trình Ban Thường vụ Tỉnh ủy 17 nội dung, trình HĐND tỉnh ban hành 9 nghị quyết.",
         ["matters_to_party_committee/", "council_resolutions/"]),
        ("1. Việc làm", "Giải quyết việc làm mới cho 940 lao động, trong đó 610 lao động đi làm việc tại các tỉnh.",
         ["jobs_created/", "jobs_created/other_provinces"]),
        ("1. An ninh, đối ngoại", "Cử 12 đoàn đi công tác nước ngoài; đón 31 đoàn khách nước ngoài, trong đó 19 đoàn Nhật Bản.",
         ["outbound_delegations/", "inbound_delegations/", "inbound_delegations/"]),
        ("1. Trật tự", "Xảy ra 31 vụ cháy, làm chết 4 người, bị thương 9 người; so với cùng kỳ tăng 6 vụ (24%), "
         "giảm 2 người chết (33,3%), tăng 3 người bị thương (50%).",
         ["fires/", "fire_deaths/", "fire_injured/", "fires/", "fires/", "fire_deaths/", "fire_deaths/", "fire_injured/",
          "fire_injured/"]),
        ("1. Trật tự", "Bắt 410 vụ, 602 đối tượng phạm tội về ma túy (tăng 21 vụ, 38 đối tượng; cùng kỳ 389 vụ, 564 đối tượng).",
         ["drug_cases/", "drug_suspects/", "drug_cases/", "drug_suspects/", "drug_cases/", "drug_suspects/"]),
        ("1. Y tế", "Số vụ ngộ độc thực phẩm 3 vụ với 37 người mắc, không có tử vong (cùng kỳ 2 vụ, 14 người mắc).",
         ["food_poisoning_cases/", "food_poisoning_victims/", "food_poisoning_cases/", "food_poisoning_victims/"]),
        ("1. Vận tải", "Vận chuyển 3.900 nghìn lượt hành khách (+7,2%), 5.800 nghìn tấn hàng hóa (+9,4%).",
         ["passengers_carried/", "passengers_carried/", "freight_carried/", "freight_carried/"]),
        ("1. Xuất nhập khẩu", "Nhập siêu 50 triệu USD.", ["trade_balance/deficit"]),
    ],
)  # fmt: skip
def test_a_number_is_named(title: str, text: str, names: list[str]) -> None:
    assert named(title, text) == names


def test_what_is_told_in_another_unit_is_not_what_was_told_before_it() -> None:
    """Money behind dissolved firms, or groups behind cases of theft, are not those: without a name they are unknown."""
    assert named("1. Doanh nghiệp", "Có 41 doanh nghiệp giải thể, trị giá 3,2 tỷ đồng.")[1:] == ["None/"]
    assert named("1. An ninh", "Trộm cắp tài sản 12 vụ; 31 câu lạc bộ pháp lý.")[1:] == ["None/"]


def test_a_word_with_the_mark_of_a_footnote_is_read_without_it() -> None:
    lexicon = Lexicon()
    lexicon.add("giải thể")
    assert lexicon.read("giải thể3", damaged=False) == lexicon.read("giải thể", damaged=False)
    assert lexicon.read("giai thé3", damaged=True) == lexicon.read("giai thé", damaged=True)
    assert lexicon.read("giải thể[3]", damaged=False)[:2] == lexicon.read("giải thể", damaged=False)


def test_what_a_name_asks_for_may_have_been_said_by_the_name_before() -> None:
    """Of the programme told before it is what was paid out; without it, what was paid out is public investment."""
    text = "Vốn Chương trình mục tiêu quốc gia được giao 176 tỷ đồng. Đến hết quý đã giải ngân 83 tỷ đồng."
    assert named("1. Giảm nghèo", text) == ["national_programme_funds/", "national_programme_disbursed/"]


def test_money_is_that_of_a_national_programme_only_where_a_programme_is_spoken_of() -> None:
    assert named("1. Giảm nghèo", "Triển khai 5 dự án, tổng vốn đầu tư 1.200 tỷ đồng.")[1:] == ["None/"]
    assert named("1. Giảm nghèo", "Chương trình mục tiêu quốc gia có tổng vốn 90 tỷ đồng.") == ["national_programme_funds/"]


def test_goods_seized_from_smugglers_are_no_products_of_industry() -> None:
    text = "Bắt 31 vụ buôn lậu, thu giữ 420 bao thuốc lá nhập lậu. Thu giữ 3,5 tấn đường cát; trị giá hàng vi phạm 2 tỷ đồng."
    seized = ["smuggled_goods_seized/cigarettes", "smuggled_goods_seized/sugar", "smuggling_fines/confiscated"]
    assert named("1. Thanh tra, tư pháp", text)[1:] == seized


def test_money_for_the_elderly_and_the_unemployed_is_named_by_what_was_told_before() -> None:
    text = (
        "Chúc thọ, mừng thọ 310 cụ, kinh phí 240 triệu đồng. Tiếp nhận 95 hồ sơ hưởng bảo hiểm thất nghiệp; chi trả 4,2 tỷ đồng."
    )
    names = ["longevity_celebrated/", "longevity_money/", "unemployment_claims/", "unemployment_benefits_paid/"]
    assert named("1. An sinh xã hội", text) == names


def test_people_behind_visits_are_those_of_the_visits() -> None:
    assert named("1. Tiếp dân", "Đã tiếp 40 lượt công dân với 52 người.") == ["citizens_received/", "citizens_received/people"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Lốc xoáy làm 374 nhà bị tốc mái1.\n1 Nhiều nhất là huyện Sông Trà với 163 nhà, Bến Đá 98 nhà.",
         ["163 value Lốc xoáy làm nhà bị tốc mái huyện Sông Trà", "98 value Lốc xoáy làm nhà bị tốc mái Bến Đá"]),
        ("Tỷ lệ hộ nghèo còn 6,2%, giảm 3,1%1.\n1 Huyện Sông Trà giảm 7,8%, Bến Đá giảm 5%.",
         ["-7.8 yoy_abs Tỷ lệ hộ nghèo Huyện Sông Trà", "-5 yoy_abs Tỷ lệ hộ nghèo Bến Đá"]),
        ("Tỷ lệ hộ nghèo còn 6,2%, trong đó huyện Sông Trà còn 20,5%.", ["20.5 value Tỷ lệ hộ nghèo huyện Sông Trà"]),
    ],
)  # fmt: skip
def test_a_part_told_by_its_place_is_not_named_like_the_whole(text: str, parts: list[str]) -> None:
    """The figure of a district is none of the province's; it is told in the words of the whole, in a note, too."""
    figures = read_report(HEAD.format(title="1. Tình hình chung") + text + "\n", Catalogue.load()).figures
    told = [f"{figure.value:.12g} {figure.measure} {figure.subject}" for figure in figures if figure.indicator is None]
    assert told == parts


def test_a_note_tells_changes_of_what_was_counted_where_it_is_pointed_to() -> None:
    """By its noun, not by what stands nearest: the accidents, then the people who died in them."""
    text = "Xảy ra 18 vụ phạm pháp hình sự; tai nạn giao thông 42 vụ, làm chết 11 người1.\n1 Tăng 5 vụ, giảm 4 người chết."
    assert named("1. An ninh", text)[-2:] == ["traffic_accidents/", "traffic_deaths/"]


def test_yield_and_output_are_of_the_crop_told_before_them() -> None:
    """Behind a semicolon, too: the output of no crop is none of a province's."""
    names = named("1. Trồng trọt", "Cây lạc: Diện tích 310 ha, tăng 2%; năng suất 21 tạ/ha, tăng 1%; sản lượng 651 tấn.")
    assert names[2:] == ["crop_yield/peanut", "crop_yield/peanut", "crop_output/peanut"]


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("So với cùng kỳ năm 2024, số vụ án giảm 14 vụ.", "security"),
        ("Lực lượng chức năng bắt giữ, đấu tranh 14 vụ.", "security"),
    ],
)
def test_words_without_a_name_are_of_the_sector_that_most_names_with_them_have(text: str, sector: str) -> None:
    """A word that a single name of the catalogue uses, as "cùng", says little; two words together say more than each."""
    figures = read_report(HEAD.format(title="1. Tình hình chung") + text + "\n", Catalogue.load()).figures
    assert [(figure.indicator, figure.sector) for figure in figures] == [(None, sector)]


def test_what_recognition_made_of_a_word_or_of_a_full_stop_does_not_name_a_number() -> None:
    """A letter read as a digit is a part of its word, and behind "cung ky" a capital begins the next sentence."""
    scan = "BAO CAO\nTinh hinh kinh té - x4 hdi quy I nam 2025\n\nI. KET QUA\n1. Tinh hinh chung\n{}\n"
    prices = "Chi s6 gia tiéu dung thang 3 tang 0,4% so véi th4ng trudc; binh qu4n 3 th4ng tang 2,9% so véi cung ky."
    funds = "Kinh phi khuyén nong 3,1 ty ddng, tang 6% so véi cing ky Ké hoach vén dau tu cong dwoc giao la 812 ty déng."
    for text, names in ((prices, ["cpi", "cpi"]), (funds, ["public_investment_plan"])):
        figures = read_report(scan.format(text), Catalogue.load()).figures
        assert [figure.indicator for figure in figures][-len(names) :] == names
