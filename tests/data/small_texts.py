"""Three small reports of our own words: clean with page-foot notes, Markdown with superscripts, and a scan."""

from __future__ import annotations

from tests.data.set_pages import join_pages, set_page

LONG = "Các nhà vườn trong vùng giữ nhịp chăm bón, thương lái về tận thôn thu mua nên giá bán ổn định suốt vụ. "

CLEAN = join_pages(
    [
        set_page(
            [
                "I. TÌNH HÌNH SẢN XUẤT THÁNG 4 NĂM 2024",
                "1. Về kinh tế",
                "1.1. Trồng trọt",
                LONG + "Vụ xuân gieo được 1.250 ha lúa, bằng 98,5% kế hoạch1. Đàn dê tăng khá2 nhờ giá bán tốt, các hộ",
            ],
            [
                "1 Trong đó: Lúa lai 800 ha, tăng 3,2% so với cùng kỳ; lúa thuần 450 ha, giảm 1,5%; còn lại là nếp "
                "nương "
                "trồng ở các thôn vùng cao.",
                "2 Đàn dê 4.310 con, tăng 6,4%; đàn bò 2.900 con.",
            ],
            rule=True,
        ),
        set_page(
            [
                "yên tâm mở rộng chuồng trại. " + LONG,
                "1.2. Chế biến",
                LONG + "Hai xưởng chè chạy hết công suất, tỷ lệ máy móc được thay mới đạt 71,5%3.",
                "II. NHIỆM VỤ THÁNG 5",
                "1. Tiếp tục đôn đốc các hộ làm cỏ, bón thúc. " + LONG,
                "2. Chuẩn bị giống cho vụ hè. " + LONG,
            ],
            ["3 Gồm: 12 máy sao, 5 máy vò. Còn 3 máy chờ lắp, dự kiến xong trong quý sau theo hợp đồng đã ký với bên bán."],
            rule=True,
        ),
    ]
)

MARKDOWN = """\
# BÁO CÁO

Tình hình thu mua nông sản quý II năm 2025

## I. KẾT QUẢ

1. Thu mua

Toàn huyện mua được 320 tấn mận¹, giá tốt hơn năm trước; sân phơi rộng 90 m², có mái che². Các điểm cân mở

¹ Mận hậu 210 tấn, tăng 12% so với cùng kỳ; mận cơm 110 tấn

² Gồm 3 sân ở xã Đông.

cửa cả ngày nghỉ.

2. Vận chuyển

Đội xe có 14 chiếc, chạy 260 chuyến³.

³ Trong đó 40 chuyến đi ngoài tỉnh.
"""

SCANNED = join_pages(
    [
        set_page(
            [
                "Phan |",
                "KET QUA THU MUA NONG SAN NAM 2021",
                "I. TINH HINH CHUNG",
                "1. Vé trdng trot",
                "Cac ho trong viing gi nhip cham bon, thuong lai vé tan thén thu mua nén gia ban 6n dinh sudt vu "
                "nay. "
                "Dién tich man dat 1.250 ha, bang 98,5% ké hoach?, nang suat kha®, cac ho trong tinh yén tam dau "
                "tu, cac ban "
                "nganh cing vao cudc ting budc mot nhu da hen tir dau",
            ],
            [
                "! Trong d6: Man hau 800 ha, ting 3,2% so voi cing ky; man com 450 ha, giam 1,5%; con lai 1a man "
                "mau trong "
                "rai rac.",
                "8 Nang suat man hau 9,1 tan mdi ha, man com 7,4 tan mdi ha; cao hon nam truoc o hau hét cac x4 "
                "vung cao cua "
                "huyén.",
            ],
        ),
        set_page(
            [
                "nim nay. Cac diém can mo cura ca ngay nghi, hang khong bi un lai dudng, ba con ban xong la vé trong ngay.",
                "Il. NHUNG VIEC CON LAI",
                "1. Vé dudng sa",
                "Con 12 km dudng chua dugc rai nhwa°. Xe tai nang khong vao duoc tan vuon trong nhitng ngay mua keo dai.",
                "Phan 11",
                "NHIEM VU NAM 2022",
                "I. MUC TIEU",
                "2. Thuc hién rai nhua not cac doan con lai, uu tién cac x4 vung cao, xong trudc vu thu hoach. Sau "
                "do lam tiép "
                "cac cong va ranh thoat nudc.",
            ],
            ["3Ty 1& dudng xau 14% tong chiéu dai, tap trung & cac x4 vung cao; rieng x4 Dong con 5 km duong dat hoan toan."],
        ),
    ]
)
