"""Completion knows where the cursor is, and is typed without diacritics."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pytest

from queries.keywords import KEYWORDS
from queries.lexicon import Lexicon, load
from queries.question import text_of
from queries.schema import COLUMNS
from queries.sqltext.completion import suggest
from queries.sqltext.tokens import tokens, without_end
from queries.store import Store
from tui.words import texts

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def words(small_store: Path) -> Lexicon:
    with Store(small_store) as store, store.cursor() as cursor:
        return load(cursor, cursor.ask(COLUMNS))


def offered(words: Lexicon, text: str, asked: bool = False) -> list[str]:
    """What is offered at the bar in ``text``."""
    return [one.insert for one in suggest(words, text.replace("|", "", 1), text.index("|"), asked)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("sel|", "select"),
        ("select * from ob|", "observation"),
        ("select 'Tỷ lệ; hộ'; select * from ob|", "observation"),
        ("select o.per| from observation o", "period_id"),
        ("select o.| from observation o", "id"),
        ("select val| from observation", "value"),
        ("select rou|", "round("),
        ("from observation where measure = |", "'value'"),
        ("from observation where measure = pl|", "'plan_pct'"),
        ("from observation where measure in ('value', 'pl|", "plan_pct'"),
        ("from observation where indicator_id = 'ho ngheo|", "poverty_rate'"),
        ("from observation where item_id = 'duong kinh|", "industrial_output.sugar'"),
        ("from observation where item_id = 'duong|'", "industrial_output.sugar"),
        ("from observation o join item t on t.id = o.item_id where t.id = 'coal|", "industrial_output.coal'"),
        ("from observation where period_id = 'q1|", "2026-Q1'"),
        ("from indicator where sector_id = 'cong ng|", "industry'"),
        ("with chosen as (select 1) select * from cho|", "chosen"),
        ('select "Tỷ lệ", val| from observation', "value"),
    ],
)
def test_the_first_suggestion_fits_the_place(words: Lexicon, text: str, first: str) -> None:
    assert offered(words, text)[:1] == [first]


@pytest.mark.parametrize("text", ["-- sel|", "/* sel| */", "select 12|", "select $per|", "|", "select |", "select 1 |"])
def test_nothing_is_offered_where_nothing_was_begun(words: Lexicon, text: str) -> None:
    assert offered(words, text) == []


def test_everything_is_offered_when_it_is_asked_for(words: Lexicon) -> None:
    assert "observation" in offered(words, "select * from |", asked=True)


def test_the_text_that_is_replaced_begins_where_the_word_does(words: Lexicon) -> None:
    text = "select 'Tỷ lệ hộ' as a, val"
    assert {one.start for one in suggest(words, text, len(text))} == {len(text) - 3}


def test_details_come_in_both_languages(words: Lexicon) -> None:
    (one,) = [one for one in words.columns if (one.owner, one.text) == ("observation", "period_id")]
    assert "Kỳ" in one.detail_vi
    assert "about" in one.detail_en


@pytest.mark.parametrize(
    ("text", "first"),
    [("where measure = 'ke hoach|", "plan_pct"), ("where measure = 'cung ky|", "yoy_pct"), ("where status = 'thuong|", "A"),
     ("where measure = 'level|", "value")],
)  # fmt: skip
def test_codes_are_found_by_what_they_mean(words: Lexicon, text: str, first: str) -> None:
    assert offered(words, f"from observation {text}")[0].startswith(first)


@pytest.mark.parametrize("text", ["select 'a", "select $$a;b", 'select "x', "-- x", "/* x", "a::int||'ộ'\n;;", "\x00烏龍"])
def test_tokens_lose_nothing(text: str) -> None:
    assert "".join(token.text for token in tokens(text)) == text


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("select 1", "select 1"),
        ("select 1 ; ;-- x\n", "select 1"),
        ("select ';'", "select ';'"),
        ("select 1 -- ;", "select 1 -- ;"),
    ],
)
def test_the_end_of_a_statement_is_cut_off(text: str, bare: str) -> None:
    assert without_end(text) == bare


def test_what_is_coloured_is_a_keyword_of_duckdb_or_begins_a_literal() -> None:
    known = {name for (name,) in duckdb.execute("select keyword_name from duckdb_keywords()").fetchall()}
    assert KEYWORDS - known == {"date"}


def test_every_measure_is_completed_by_what_it_means() -> None:
    measures = [key.removeprefix("measure.") for key in texts("vi") if key.startswith("measure.")]
    assert [name for name in measures if f"('measure', '{name}', " not in text_of("lexicon/values")] == []
