"""Words of damaged text that were broken apart or run together."""

from __future__ import annotations

import pytest

from data.catalogue import Catalogue
from data.reader.layout.passages import Passage
from data.reader.matching.matcher import matcher_of
from data.reader.wordbounds import WordBounds


def mended(text: str) -> Passage:
    passage = Passage(0, "body", "", "", None, 1, None, None, text, range(len(text)), 0, len(text))
    return WordBounds(matcher_of(Catalogue.load()).lexicon).mended(passage)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("12 h o ngheo", "12 ho ngheo"),
        ("hoc sin h pho thong", "hoc sinh pho thong"),
        ("dat 43% d u toan", "dat 43% du toan"),
        ("c 4c dich vu", "c4c dich vu"),
        ("(kéhoach 22.000", "(ké hoach 22.000"),
        ("489 hop tacxa.", "489 hop tac xa."),
        ("ke khai351.608 ho", "ke khai 351.608 ho"),
        ("trong đó10 sản phẩm", "trong đó 10 sản phẩm"),
        ("16 đố i tượng", "16 đối tượng"),
    ],
)
def test_words_have_their_bounds_again(printed: str, meant: str) -> None:
    passage = mended(printed)
    assert passage.text == meant
    assert all(printed[place] == letter for letter, place in zip(meant, passage.offsets, strict=True) if letter != " ")


@pytest.mark.parametrize(
    "printed",
    [
        "doi s dién tu",
        "du ng tin dung",
        "online, video",
        "ké hoach12 nim",
        "cùng kỳ24 tỷ",
        "đạt12.",
        "điểm i, u",
        "gitra cac tinh",
        "a) h) m)",
    ],
)
def test_what_no_word_comes_of_stays(printed: str) -> None:
    assert mended(printed).text == printed
