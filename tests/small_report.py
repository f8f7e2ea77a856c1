"""Small reports in our own words, in the three styles that reports come in."""

from __future__ import annotations

CLEAN = """\
ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN
Số: 45/BC-UBND            Lạng Sơn, ngày 05 tháng 9 năm 2024
BÁO CÁO
Tình hình kinh tế - xã hội tháng 8 và 8 tháng năm 2024

I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH
Các ngành đã bám sát kế hoạch của năm, tháo gỡ vướng mắc cho người dân và cơ sở sản xuất.

II. TÌNH HÌNH KINH TẾ - XÃ HỘI
1. Về phát triển kinh tế
1.1. Sản xuất công nghiệp
Chỉ số sản xuất công nghiệp 8 tháng tăng 4,2% so với cùng kỳ. Nhiều sản phẩm có sản lượng khá1, các nhà máy
chạy đều.
1.2. Du lịch
Tổng lượng khách du lịch 8 tháng đạt 1,2 triệu lượt khách, đạt 71,5% kế hoạch, tăng 6,3% so với cùng kỳ.
2. Lĩnh vực văn hóa - xã hội
Tỷ lệ hộ nghèo cuối năm 2023 là 5,4%.

1 Than đạt 101,5 nghìn tấn, đạt 60,2% kế hoạch, tăng 3,1% so với cùng kỳ; Xi măng đạt 300 nghìn tấn, giảm 2,5% so với
cùng kỳ.
"""

ELSEWHERE = CLEAN.replace("LẠNG SƠN", "CAO BẰNG").replace("Lạng Sơn", "Cao Bằng").replace("45/BC", "71/BC")

MARKDOWN = """\
# BÁO CÁO

Tình hình kinh tế - xã hội quý I năm 2025

II. TÌNH HÌNH KINH TẾ - XÃ HỘI QUÝ I NĂM 2025

1.1. Sản xuất công nghiệp

Các cơ sở công nghiệp giữ nhịp sản xuất¹; thu ngân sách trên địa bàn quý I đạt 512,4 tỷ đồng, bằng 24,1% dự toán.

¹ Than đạt 40,2 nghìn tấn, đạt 22,3% kế hoạch, giảm 1,4% so với cùng kỳ.
"""

DAMAGED = """\
UY BAN NHAN DAN TINH LANG SON
S6: 88 /BC-UBND Lang Son, ngay 06 thang 7 nam 2022
BAO CAO
Tinh hinh kinh té - x4 hoi 6 thang dau nim 2022

II. TINH HINH KINH TE - XA HOI 6 THANG PAU NAM 2022
1. Vé phat trién kinh té
1.1. San xuat céng nghiép
Chi s6 san xuat cong nghiép 6 thang tang 3,8% so v6i cing ky. San lwong than dat 77,3 nghin tan, dat 41,2% ké hoach,
giam 5,6% so véi cing ky.
"""
