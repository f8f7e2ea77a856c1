"""How the words around a number name it, or do not; the names themselves are in the files beside this, by sector."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.catalogue import Catalogue
from data.reader.matching.lexicon import Lexicon
from data.reader.read import read_report
from tests.data.naming import HEAD, named


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


def test_a_noun_of_another_kind_is_not_counted_by_the_name_beside_it() -> None:
    """Communes that were visited are no meetings, whatever the words before them say."""
    text = "Lãnh đạo UBND tỉnh chủ trì 46 cuộc họp, kiểm tra thực địa tại 17 xã, phường."
    assert named("1. Chỉ đạo, điều hành", text)[1] == "None/"


@pytest.mark.parametrize("name", ["nghe_an_2024_h1", "lao_cai_2025_q1_ocr", "quang_ninh_2026_2030"])
def test_asking_only_of_the_best_names_finds_the_same_as_asking_of_all(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """What speaks for a name besides its words is looked up only where it may decide: never less than may speak for one."""
    text, catalogue = (Path(__file__).parent / "reports" / f"{name}.txt").read_text(encoding="utf-8"), Catalogue.load()
    best = read_report(text, catalogue).figures
    monkeypatch.setattr("data.reader.matching.matcher._MOST", 1_000.0)
    assert read_report(text, catalogue).figures == best
