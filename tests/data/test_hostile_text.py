"""Text that is no report: the reader neither raises nor hangs, its offsets are true, and every number is accounted for once."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.catalogue import Catalogue
from data.reader.layout.compose import compose
from data.reader.layout.document import read_document
from data.reader.meaning.numbers.clauses import in_pieces
from data.reader.read import Reading, read_report

if TYPE_CHECKING:
    from types import FrameType

SENTENCE = "Tổng diện tích gieo trồng 5 tháng đạt 4.310,2 ha, tăng 2,5% so với cùng kỳ, đạt 41,7% kế hoạch. "
REPORT = (
    "BÁO CÁO\nTình hình kinh tế - xã hội tháng 5 và 5 tháng năm 2024\n\nI. KINH TẾ\n1. Nông nghiệp\n"
    + SENTENCE
    + "Đàn lợn ước đạt 12.400 con1.\n\n1 Trong đó: lợn nái 1.205 con; lợn thịt 11.195 con, giảm 3,1%.\n2. Du lịch\n"
    "Đón 12 nghìn lượt khách (khách quốc tế 850 lượt), doanh thu 9,5 tỷ đồng.\n"
)

PIECES = (
    "tăng", "giảm", "đạt", "so với cùng kỳ", "kế hoạch", "trong đó:", "lũy kế 5 tháng", "tháng 5", "quý II", "năm 2024", "Than",
    "lúa", "tỷ đồng", "nghìn tấn", "triệu USD", "%", "ha", "vụ", "người", "1", "07", "12,5", "4.310,2", "20,", "4. 310,2",
    "1.000.000", "5/12", "31/5/2024", "84-NQ/TW", "¹", "²³", "(", ")", "((", "[", "“", ";", ":", ",", ".", "...", "-", "+", "–",
    "*", "?", "!", "°", "®", "\n", "\r\n", "\r", "\n\n", "\f", "\t", "\x00", "\x1b[31m", "\u200b", "\ufeff", "\u0301", "\u202e",
    "\ud7ff", "𝟙𝟚", "٣", "½", "①", "II.", "1.1.", "- ", "x4 hdi", "S6: 12", "ty 16", "ting 3,2%", "so v6i cung ky", "c4c 1oai",
    "|", "| Than | 5 | 7 |\n", "|---|---|\n", "Than  5  7\n", "Tháng 8\n5\n7\n", "ĐVT: tấn\n", "Biểu 1. Than\n", "TỔNG SỐ",
)  # fmt: skip
WORDS = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(("", " ", "  ", "\n"))), max_size=60)
ANYTHING = st.one_of(st.text(max_size=400), WORDS.map(lambda pairs: "".join(piece + gap for piece, gap in pairs)))


def check(raw: str) -> Reading:
    """Read a text and hold the reader to what it promises for any text."""
    reading = read_report(raw, Catalogue.load())
    last = 0
    for figure in reading.figures:
        assert last <= figure.source_start < figure.source_end <= len(raw)
        assert raw[figure.source_start : figure.source_end] == figure.printed
        last = figure.source_end
    for token in reading.tokens:
        assert raw[token.start : token.end] == token.printed
    places = [(match.start(), match.end()) for match in re.finditer(r"\d+(?:[.,]\d+)*", raw)]
    assert [(token.start, token.end) for token in reading.tokens] == places
    assert sum(Counter(token.kind for token in reading.tokens).values()) == len(places)
    for passage in reading.document.passages:
        assert len(passage.offsets) == len(passage.text)
        behind = [*passage.offsets, len(raw)][1:]
        letters = zip(passage.offsets, behind, passage.text, strict=True)
        assert all(raw[at] == letter or true(raw[at], letter) or put_in(at, then, letter) for at, then, letter in letters)
    return reading


def put_in(at: int, behind: int, letter: str) -> bool:
    """Whether a letter of a passage is a blank put in between two words, which has the place of the one behind it."""
    return letter == " " and at == behind


def true(printed: str, letter: str) -> bool:
    """Whether a letter of a passage is the one printed; a blank may stand for anything that is no letter or digit."""
    return (
        not printed.isalnum()
        if letter == " "
        else unicodedata.normalize("NFD", letter)[0] == unicodedata.normalize("NFD", compose(printed).text)[0]
    )


@settings(max_examples=250, suppress_health_check=list(HealthCheck))
@given(ANYTHING)
def test_any_text_is_read(text: str) -> None:
    check(text)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.integers(0, len(REPORT)), ANYTHING)
def test_rubbish_within_a_report_is_read(place: int, rubbish: str) -> None:
    check(REPORT[:place] + rubbish + REPORT[place:])


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(st.integers(0, len(REPORT)), st.integers(0, 300))
def test_a_report_with_a_hole_is_read(place: int, length: int) -> None:
    check(REPORT[:place] + REPORT[place + length :])


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\ufeff",
        "\x00" * 50,
        "(" * 5_000,
        "((tăng 5% (giảm 3% " * 100,
        "]" * 500 + "12 tấn" + "[" * 500,
        "\ufeff" + REPORT,
        REPORT.replace("\n", "\r\n"),
        REPORT.replace("\n", "\r"),
        REPORT.replace("\n", "\r\n", 4),
        REPORT.replace(" ", "\u00a0"),
        REPORT.replace(" ", "\u200b "),
        REPORT.replace("\n", "\f"),
        REPORT.replace("đ", "\x1b[31mđ"),
        REPORT.upper(),
        REPORT[::-1],
        REPORT.encode().decode("latin-1"),
        unicodedata.normalize("NFD", REPORT),
        unicodedata.normalize("NFKD", REPORT),
        "a" + "\u0301" * 5_000,
        "\n" * 20_000,
        "1." * 10_000,
        "9" * 100_000,
        "1,5 " * 2_000,
        REPORT + "\nThu ngân sách đạt 50 tỷ đồng, tăng 5% so với tháng 13 năm 2024, giảm 3% so với tháng 0.\n",
    ],
    ids=lambda text: repr(text[:12]) + str(len(text)),
)
def test_a_hostile_text_is_read(text: str) -> None:
    check(text)


def test_a_hundred_thousand_digits_are_one_number() -> None:
    reading = check("Than đạt " + "7" * 100_000 + " tấn.")
    assert len(reading.tokens) == 1


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_change_no_figure(ends: str) -> None:
    assert facts(REPORT.replace("\n", ends)) == facts(REPORT)


def test_a_byte_order_mark_changes_no_figure() -> None:
    assert facts("\ufeff" + REPORT) == facts(REPORT)


def test_decomposed_letters_change_no_figure() -> None:
    assert facts(unicodedata.normalize("NFD", REPORT)) == facts(REPORT)


def facts(text: str) -> list[tuple[float, str, str, str | None, str | None, str | None]]:
    """What a text says, without where it says it."""
    return [(f.value, f.unit, f.measure, f.period, f.indicator, f.item) for f in check(text).figures]


def test_a_line_of_a_quarter_of_a_megabyte_is_read() -> None:
    text = "Không có số liệu nào trong câu này và câu sau cũng vậy " * 4_800
    assert len(text) > 2**18
    assert check(text + "Than đạt 12 tấn.").tokens[0].printed == "12"


def steps(text: str) -> int:
    """The work of one reading: how many lines of the reader's own code are run, every turn of a loop counted."""
    count = 0

    def trace(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        del frame, event, arg
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        read_report(text, Catalogue.load())
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        REPORT,
        SENTENCE,
        "(tăng 5% ",
        "tăng 5%) ",
        "từ 1 đến ",
        "1. Mục\n",
        "kế hoạch1 ",
        "giảm 5, ",
        "so v6i cung ky ting 3% ",
        "1/2/",
        "(((((((:;. ",
        "Lũy kế 5 tháng. Đạt 5 tấn. ",
        "| Than | 5 | 7 |\n",
        "Tháng 8\n5\n7\n",
        "Trong đó: than\t5\t7\n",
        "Than 5 tấn (cám 2, cục 3). ",
        "Thu (tỷ đồng): phí 2,5. ",
    ],
    ids=lambda unit: repr(unit[:12]),
)
def test_the_work_grows_with_the_text(unit: str) -> None:
    """Four times the text takes about four times the work; a square law would take sixteen times."""
    assert growth(unit, 400, times=4) < 4.5


@pytest.mark.parametrize("unit", ["Than đạt 5 tấn; ", "- 12 vụ, 3 người\n"])
def test_the_work_grows_with_the_text_once_it_is_longer_than_what_is_read_around_a_number(unit: str) -> None:
    """Around every number words are read up to a limit, so that the work of a text shorter than it grows faster.

    Twice the text takes little more than twice the work; a square law would take four times.
    """
    assert growth(unit, 1_600, times=2) < 2.6


def growth(unit: str, length: int, times: int) -> float:
    """How many times the work is done for so many times a text of about ``length`` letters."""
    text = unit * -(-length // len(unit))
    read_report(text * times, Catalogue.load())
    return steps(text * times) / steps(text)


@settings(max_examples=50)
@given(st.sampled_from(("Than đạt 5 tấn; ", "(tăng 5% ", "a", "1", "tấn. ", "Đàn trâu có 5 con. ")), st.integers(0, 40_000))
def test_no_more_is_searched_at_once_than_a_long_paragraph(unit: str, length: int) -> None:
    """Searching, whose work cannot be counted, is done in pieces of bounded length that leave out nothing."""
    document = read_document((unit * (length // len(unit) + 1))[:length])
    for passage in document.passages:
        pieces = list(in_pieces(passage))
        assert max(len(piece.text) for piece in pieces) <= 12_000
        assert "".join(piece.text for piece in pieces) == passage.text
