"""Readable Vietnamese out of damaged text: own sentences, damaged by rule."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.fold import fold
from data.grammar.syllables import canonical_spelling, is_syllable
from data.reader.layout.document import read_document
from data.reader.restoring.learn import count_words
from data.reader.restoring.restore import Restored, restore
from data.reader.restoring.wordpieces import word_pieces
from data.reader.vocabulary import FOLDER
from data.store.convert import record_of, report_row

SENTENCES = [
    "Tổng thu ngân sách nhà nước trên địa bàn tỉnh đạt 4.310,2 tỷ đồng, bằng 65,8% dự toán, tăng 12,3% so với cùng kỳ năm trước.",
    "Toàn tỉnh có 36 hợp tác xã được thành lập mới; tổng vốn đăng ký ước đạt 41 tỷ đồng.",
    "Công tác phòng, chống dịch bệnh trên đàn gia súc, gia cầm được quan tâm chỉ đạo thực hiện quyết liệt.",
    "Kim ngạch xuất nhập khẩu hàng hóa qua các cửa khẩu trên địa bàn tỉnh tăng khá so với cùng kỳ.",
    "Tỷ lệ hộ nghèo giảm còn 3,5%, tỷ lệ che phủ rừng đạt 64,2%; đã trồng mới được 8.700 ha rừng.",
    "Tiếp tục đẩy mạnh cải cách thủ tục hành chính, nâng cao chất lượng dịch vụ công trực tuyến.",
    "Sản lượng điện thương phẩm 7 tháng ước đạt 512 triệu kWh, chỉ số sản xuất công nghiệp tăng 9,1%.",
    "Chỉ đạo các sở, ban, ngành và Ủy ban nhân dân các huyện, thành phố tập trung giải ngân vốn đầu tư công.",
]
DAMAGE = {
    "ă": "i",
    "ê": "é",
    "ế": "é",
    "ể": "é",
    "ề": "é",
    "ệ": "é",
    "đ": "d",
    "Đ": "P",
    "ố": "é",
    "ứ": "ir",
    "ữ": "it",
    "ủ": "i",
    "ũ": "ii",
}


def damaged(text: str) -> str:
    """What recognition with an English model makes of a text, the same each time."""
    kept = "".join(DAMAGE.get(char, char) for char in text)
    split = unicodedata.normalize("NFD", kept.replace("é", "\ue000"))
    return "".join(char for char in split if not unicodedata.combining(char)).replace("\ue000", "é")


def right(restored: str, truth: str) -> float:
    """Share of the words that are right."""
    pairs = list(zip(restored.split(), truth.split(), strict=True))
    return sum(one == other for one, other in pairs) / len(pairs)


def test_damaged_sentences_become_readable() -> None:
    shares = [right(restore(damaged(sentence)).text, sentence) for sentence in SENTENCES]
    assert sum(shares) / len(shares) > 0.95
    assert min(shares) > 0.85


def test_before_restoring_most_of_these_words_are_wrong() -> None:
    assert max(right(damaged(sentence), sentence) for sentence in SENTENCES) < 0.5


@pytest.mark.parametrize("sentence", SENTENCES)
def test_readable_text_stays_as_it_is(sentence: str) -> None:
    assert restore(sentence) == Restored(sentence, range(len(sentence)))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_restoring_again_changes_nothing(sentence: str) -> None:
    once = restore(damaged(sentence)).text
    assert restore(once).text == once


@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_number_is_found_at_its_place(sentence: str) -> None:
    source = damaged(sentence)
    restored = restore(source)
    for found in re.finditer(r"\d[\d.,]*", restored.text):
        start = restored.offsets[found.start()]
        assert source[start : start + len(found[0])] == found[0]
        assert list(restored.offsets[found.start() : found.end()]) == list(range(start, start + len(found[0])))


def test_numbers_and_what_is_glued_to_them_stay() -> None:
    text = "tong von 111ty dong, 753,04nghin tan, x4 hoi, COVID-19, sé 81-TB/TW, m3, 4B, 20,% ké hoach"
    assert [one for one in restore(text).text.split() if re.search(r"\d", one)] == [
        "111ty", "753,04nghin", "x4", "COVID-19,", "81-TB/TW,", "m3,", "4B,", "20,%",
    ]  # fmt: skip


def test_digits_that_are_known_to_be_letters_are_read_as_letters() -> None:
    text = "phat trién kinh té - x4 hdi, so v6i cung ky, trong d6 6 du an"
    known = {text.index("x4") + 1, text.index("v6i") + 1, text.index("d6") + 1}
    assert restore(text, known).text == "phát triển kinh tế - xã hội, so với cùng kỳ, trong đó 6 dự án"


def test_words_that_nothing_explains_stay() -> None:
    text = "Phan mém Blockchain va logistics Viettel Xyzzyqwk cua tinh"
    restored = restore(text).text.split()
    assert [restored[at] for at in (2, 4, 5, 6)] == ["Blockchain", "logistics", "Viettel", "Xyzzyqwk"]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("TINH HINH PHAT TRIEN KINH TE - XA HOI", "TÌNH HÌNH PHÁT TRIỂN KINH TẾ - XÃ HỘI"),
        ("Pai hoi Pang bo tinh", "Đại hội Đảng bộ tỉnh"),
    ],
)
def test_capitals_are_those_of_the_print(printed: str, meant: str) -> None:
    assert restore(printed).text == meant


WORDS = st.sampled_from(sorted({damaged(word) for sentence in SENTENCES for word in sentence.split()}))
NOISE = st.text(st.characters(codec="utf-8"), max_size=6)
NUMBERS = st.from_regex(r"\d{1,3}(\.\d{3}){0,2}(,\d{1,2})?(%|ha|ty)?", fullmatch=True)
TEXTS = st.lists(WORDS | NOISE | NUMBERS, max_size=30).map(" ".join)


@settings(max_examples=150)
@given(TEXTS)
def test_numbers_punctuation_and_bounds_of_words_are_never_touched(text: str) -> None:
    restored = restore(text)
    assert [char for char in restored.text if char.isdigit()] == [char for char in text if char.isdigit()]
    marks = re.compile(r"[^\w\s&¢€@¥\u0300-\u036f]")
    assert marks.findall(restored.text) == marks.findall(text)
    assert [re.search(r"\d", one) and one for one in restored.text.split()] == [
        re.search(r"\d", one) and one for one in text.split()
    ]


@settings(max_examples=150)
@given(TEXTS)
def test_every_restored_letter_knows_its_place_in_the_print(text: str) -> None:
    restored = restore(text)
    offsets = list(restored.offsets)
    assert len(offsets) == len(restored.text)
    assert offsets == sorted(offsets)
    for char, place in zip(restored.text, offsets, strict=True):
        if not (char.isalpha() or char in "&¢€@¥" or unicodedata.combining(char)):
            assert text[place] == char


@settings(max_examples=100)
@given(TEXTS)
def test_restoring_noise_twice_is_restoring_it_once(text: str) -> None:
    once = restore(text).text
    assert restore(once).text == once


def test_long_text_and_endless_words_are_no_trouble() -> None:
    text = "x" * 20_000 + " " + "tang " * 20_000 + "é" * 20_000
    assert len(restore(text).text.split()) == 20_002


def test_subjects_and_passages_of_a_damaged_report_are_readable() -> None:
    from data.reader.layout.source import Source
    from data.reader.read import read_report

    text = "\n\n".join(damaged(sentence) for sentence in SENTENCES)
    reading = read_report(text)
    assert reading.document.ocr
    record = record_of(reading, report_row(reading.document, Source("own.txt", text, "0" * 64, "text")))
    assert [row.raw for row in record.passages] == [passage.text for passage in reading.document.passages]
    assert "ngân sách nhà nước" in " ".join(record.restored.values())
    assert "thuong pham" in fold(" ".join(record.restored.values()))


def test_a_clean_report_has_nothing_to_restore() -> None:
    from data.reader.layout.source import Source
    from data.reader.read import read_report

    text = "\n\n".join(SENTENCES)
    reading = read_report(text)
    assert not read_document(text).ocr
    assert record_of(reading, report_row(reading.document, Source("own.txt", text, "0" * 64, "text"))).restored == {}


@pytest.mark.parametrize("word", ["nghiệp", "quốc", "giặt", "gìn", "yêu", "khuỷu", "thuyền", "ma", "uống", "đăng"])
def test_what_can_be_a_syllable(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["hién", "usd", "golf", "tạcx", "các̣", "wto", "bb", "cắch", "mat̉"])
def test_what_cannot_be_a_syllable(word: str) -> None:
    assert not is_syllable(word)


def test_tones_have_one_place() -> None:
    assert [canonical_spelling(word) for word in ("hoá", "Uỷ", "thuý", "khoẻ", "quý", "ngoài", "của")] == [
        "hóa", "ủy", "thúy", "khỏe", "quý", "ngoài", "của",
    ]  # fmt: skip


def test_counting_keeps_pairs_that_stand_twice_and_all_of_sure_names() -> None:
    words, pairs = count_words(["sản lượng than tăng", "sản lượng điện giảm"], ["đàn trâu"])
    assert words["lượng"] == 2
    assert words["trâu"] == 2
    assert pairs["sản", "lượng"] == 2
    assert pairs["đàn", "trâu"] == 2
    assert ("than", "tăng") not in pairs


def test_no_sentence_can_be_told_from_the_words_that_ship() -> None:
    for name, most in (("words.csv", 1), ("pairs.csv", 2)):
        rows = [row.rsplit(",", 1) for row in (FOLDER / name).read_text(encoding="utf-8").splitlines()[1:]]
        assert rows == sorted(rows, key=lambda row: row[0].split(","))
        assert all(len(row[0].split()) == 1 and row[0].count(",") < most for row in rows)
    pairs = [row.split(",") for row in (FOLDER / "pairs.csv").read_text(encoding="utf-8").splitlines()[1:]]
    assert min(int(row[2]) for row in pairs) >= 2
    assert sum(file.stat().st_size for file in FOLDER.glob("*.csv")) < 300_000


def test_the_vocabulary_knows_the_catalogue() -> None:
    rows = (FOLDER / "words.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert {"sản", "lượng", "điện", "khẩu", "nghèo"} <= {row.split(",")[0] for row in rows}


def test_a_text_is_cut_into_words_signs_and_numbers() -> None:
    text = "Thu d6i 12,5% (than); x4"
    found = [piece.sign or text[piece.start : piece.end] for piece in word_pieces(text, {text.index("x4") + 1})]
    assert found == ["^", "Thu", "#", "#", "^", "than", "^", "x4", "^"]
    assert Counter(found)["^"] == 4
