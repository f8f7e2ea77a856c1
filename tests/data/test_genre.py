"""What is taken for a report, and what is refused as none."""

from __future__ import annotations

import pytest

from data.reader.genre import is_report
from data.reader.read import read_report

REPORTS = {
    "on the economy": "Than đạt 101,5 nghìn tấn, đạt 60,2% kế hoạch, tăng 3,1% so với cùng kỳ.\nThu ngân sách 12 tỷ đồng.",
    "scanned": "San lwong than dat 77,3 nghin tan, dat 41,2% ké hoach, giam 5,6% so véi cing ky.",
    "on one field": "Tiếp công dân quý I\nTiếp 12 lượt công dân; tiếp nhận 40 đơn khiếu nại, 9 đơn tố cáo, đã giải quyết 31 đơn.",
    "of the police": "An ninh trật tự\nXảy ra 14 vụ tai nạn giao thông, làm chết 5 người, bị thương 11 người.",
    "on what the catalogue does not know": "So với cùng kỳ, phao tiêu đạt 12 cái, đạt 40% kế hoạch; tỷ lệ phao sáng 93,5%.",
}
OTHERS = {
    "a sentence": "The quick brown fox jumps over 13 lazy dogs 7 times.",
    "instructions": "# pip\n1. install\n2. run 3.4",
    "a tale": "Ngày xưa có 3 chàng trai đi 7 ngày 7 đêm qua 9 ngọn núi.",
    "a report on software": "BÁO CÁO\nKhảo sát 3 phần mềm: bản 1.2 chạy 4 phút, bản 1.3 chạy 2 phút 30 giây.",
    "program code": "def price(n):\n    return {1: 10, 2: 19, 3: 27}.get(n, n * 8.5)\n",
}


@pytest.mark.parametrize("text", REPORTS.values(), ids=REPORTS)
def test_a_report_is_known_by_its_figures_or_by_its_words(text: str) -> None:
    assert is_report(read_report(text))


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_what_only_has_numbers_is_no_report(text: str) -> None:
    assert not is_report(read_report(text))
