"""One and many in English."""

from __future__ import annotations

import pytest

from tui.plurals import singular
from tui.words import Words


@pytest.mark.parametrize(("count", "said"), [("1", "EXPORT 1 ROW"), ("0", "EXPORT 0 ROWS"), ("1,001", "EXPORT 1,001 ROWS")])
def test_the_word_behind_a_number_agrees_with_it(count: str, said: str) -> None:
    assert Words("en")("export.title", rows=count) == said


def test_every_number_of_a_text_has_its_own_word() -> None:
    assert Words("en")("checks.total", warnings=1, figures=2, notices=3) == "1 dispute among 2 figures · 3 notices"


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("cases", "case"),
        ("industrial parks", "industrial park"),
        ("agencies", "agency"),
        ("classes", "class"),
        ("branches", "branch"),
        ("people a month", "person a month"),
        ("items of work", "item of work"),
        ("thousand tonnes", "thousand tonnes"),
        ("communes and wards", "communes and wards"),
        ("kg", "kg"),
        ("%", "%"),
    ],
)
def test_one_of_a_unit_is_worded_as_one(many: str, one: str) -> None:
    assert singular(many) == one
