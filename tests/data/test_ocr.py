"""Clean Vietnamese is told from text whose diacritics recognition has damaged, wholly or here and there."""

from __future__ import annotations

import pytest

from data.reader.layout.damage import is_damaged

CLEAN = "Tổng diện tích gieo trồng vụ mùa đạt 4.512 ha; đàn trâu ước đạt 58.200 con, tăng nhẹ so với cùng kỳ năm trước. "


def test_clean_text_may_have_foreign_words_short_forms_and_a_slip() -> None:
    assert not is_damaged(
        CLEAN * 5 + "Xuất khẩu clinker, container qua cửa khẩu; wifi, internet, CĐ-TTg, m², kWh, 5.100ha, thực hiên."
    )


@pytest.mark.parametrize(
    "damaged",
    [
        "Gia tri san xuat nganh cong nghiep dat 4.512 ty dong, tang 8,2% so voi cung ky",
        CLEAN + "Công tác kiêm soat dịch bệnh thưc hiện tôt, xuât khâu, nhâp khẩu và du lich phat triên ôn định.",
        CLEAN + "Pién thuong phim dạt 82 triệu kWh, tăng truởng khá; công nghiép chế bién phục hòi, xuát khẩu và dịch vụ tót.",
    ],
)
def test_text_is_damaged_where_many_words_are_none(damaged: str) -> None:
    assert is_damaged(damaged)
