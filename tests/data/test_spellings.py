"""The tree of damaged spellings against the patterns that it is made of, and phrases with words missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.grammar.ocr import fold_with_map, loose, tolerant
from data.reader.matching.around import Around
from data.reader.matching.lexicon import Lexicon
from data.reader.matching.phrases import Phrases
from data.reader.matching.spellings import Spellings
from tests.data.damage import damaged

if TYPE_CHECKING:
    import random

WORDS = """tháng cùng nghìn xã đạt đường được chức học lúa ước trồng rừng
nghiệp khách tỷ trăm quý tấn hơn hộ nghèo gỗ mỏ than m3""".split()  # noqa: SIM905
PATTERNS = [re.compile(loose(word.replace("đ", "Đ", 1), damaged=True)) for word in WORDS]
SPELLINGS = Spellings(WORDS, [fold_with_map(word).text for word in WORDS])


@given(st.sampled_from(WORDS), st.randoms(use_true_random=False), st.text("acdegilnortuvé&146", max_size=1), st.integers(0, 6))
def test_the_tree_finds_what_the_patterns_match(word: str, rng: random.Random, letter: str, place: int) -> None:
    printed = fold_with_map(damaged(word, rng)).text
    printed = printed[:place] + letter + printed[place + rng.randint(0, 1) :]
    assert SPELLINGS.misread_as(printed) == {at for at, pattern in enumerate(PATTERNS) if pattern.fullmatch(printed)}


def test_what_is_a_word_as_it_stands_is_hardly_another_one_damaged() -> None:
    lexicon = Lexicon()
    said, damaged_said = lexicon.add("báo béo")
    as_it_stands, unknown, misread = lexicon.read("beo b4o béo", damaged=True)
    assert as_it_stands[damaged_said] == 1.0
    assert as_it_stands[said] < unknown[said] == misread[said]


def test_a_word_that_is_known_as_it_is_printed_is_no_other_one() -> None:
    lexicon = Lexicon()
    forest, crop = lexicon.add("rừng trồng")
    assert lexicon.read("rừng trồng", damaged=False) == ({forest: 1.0}, {crop: 1.0})
    unmarked, mistyped = lexicon.read("rung trông", damaged=False)
    assert 1.0 > unmarked[forest] > mistyped[crop] > 0.0


def test_a_long_word_is_found_by_likeness() -> None:
    assert [WORDS[at] for at in SPELLINGS.similar_to("nghlep")] == ["nghiệp"]
    assert list(SPELLINGS.similar_to("nghe")) == []


@given(st.lists(st.integers(0, 9), min_size=1, max_size=6).map(tuple), st.sets(st.integers(0, 9), min_size=1, max_size=10))
def test_no_phrase_is_overlooked_that_stands_there(words: tuple[int, ...], spoken: set[int]) -> None:
    phrases = Phrases([1.0 + 0.3 * word for word in range(10)], [words])
    phrase = phrases.of(words)
    around = Around(tuple({word: 1.0} for word in sorted(spoken)))
    rarest = max(words) in spoken
    assert [found for found, _ in phrases.find(around)] == ([phrase] if rarest and phrases.occurrences(phrase, around) else [])


@given(st.sampled_from(WORDS), st.randoms(use_true_random=False))
def test_a_tolerant_pattern_matches_its_words_as_recognition_prints_them(word: str, rng: random.Random) -> None:
    pattern = re.compile(tolerant(rf"(?:đã )?{word}(?![a-z])"))
    assert pattern.fullmatch(fold_with_map(damaged(word, rng)).text)
    assert pattern.fullmatch(fold_with_map(f"đã {damaged(word, rng)}").text)


@pytest.mark.parametrize(
    ("words", "others"), [("về", "và"), ("đến", "dân"), ("trễ", "tra"), ("so với", "số vụ"), ("so với", "số vốn")]
)
def test_a_tolerant_pattern_does_not_match_other_words(words: str, others: str) -> None:
    assert not re.fullmatch(tolerant(words), fold_with_map(others).text)


def test_in_a_tolerant_pattern_only_words_are_tolerant() -> None:
    assert tolerant(r"(?P<day>\d{1,2})\s*[a-l]{1,2}(?![cgil])") == r"(?P<day>\d{1,2})\s*[a-l]{1,2}(?![cgil])"
    assert re.search(tolerant("(?<!của )tỉnh"), "trong t1nh")
    assert not re.search(tolerant("(?<!của )tỉnh"), "cua t1nh")
    assert re.fullmatch(tolerant("bệnh (?:này)?"), "bénh ")
    assert re.fullmatch(tolerant("hộ?"), "h")


def test_a_number_is_no_word_all_of_whose_letters_may_be_printed_as_digits() -> None:
    assert re.fullmatch(tolerant("là"), "l4")
    assert not re.fullmatch(tolerant("là"), "14")
    assert not re.fullmatch(tolerant("lô"), "106")
