"""What is typed for a $parameter reaches DuckDB as what was meant: a literal stays one, and everything else is text."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import duckdb
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from queries.console import typed_literal

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def shell() -> Iterator[duckdb.DuckDBPyConnection]:
    """To open one takes longer than a hundred questions."""
    with duckdb.connect() as opened:
        yield opened


def value_of(shell: duckdb.DuckDBPyConnection, typed: str) -> object:
    ((value,),) = shell.execute(f"select {typed_literal(typed)}").fetchall()
    return value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("2026", 2026), (" -7.5 ", Decimal("-7.5")), ("+3", 3), (".5", Decimal("0.5")), ("1e3", 1000.0),
        ("null", None), ("TRUE", True), ("false", False),
        ("'2026-Q1'", "2026-Q1"), ("'it''s'", "it's"), ("", ""),
    ],
)  # fmt: skip
def test_a_literal_stays_what_it_is(shell: duckdb.DuckDBPyConnection, typed: str, value: object) -> None:
    assert value_of(shell, typed) == value


@pytest.mark.parametrize(
    "typed", ["nan", "NaN", "inf", "-inf", "infinity", "1_000", "12.345,6", "2025-08", "２０２５", "5 -- x", "- 5"]
)
def test_a_word_that_python_takes_for_a_number_is_text(shell: duckdb.DuckDBPyConnection, typed: str) -> None:
    assert value_of(shell, typed) == typed


@pytest.mark.parametrize("typed", ["'a' or 'b'", "'a' || 'b'", "'", "'a", "a'b", "'a' 'b'", "name_vi", "(select 1)"])
def test_what_only_begins_and_ends_like_a_text_in_quotes_gets_its_own(shell: duckdb.DuckDBPyConnection, typed: str) -> None:
    assert value_of(shell, typed) == typed


@given(typed=st.text("na'\"$\\-+.0eE;| ọ", max_size=8))
@example(typed="'a'; drop table report; --'")
def test_whatever_is_typed_is_one_value(shell: duckdb.DuckDBPyConnection, typed: str) -> None:
    literal = typed_literal(typed)
    assert literal == typed.strip() or value_of(shell, typed) == typed.strip()
    value_of(shell, typed)
