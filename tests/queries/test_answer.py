"""An answer shows its first rows at once, and any other window of them when it is asked for."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from queries.answer import COUNTED, PAGE, SMALL, Answer, Sorting
from queries.console import statements
from queries.errors import SqlError
from queries.job import Job
from queries.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANY = SMALL * 2 + 7


def asked(store: Store, sql: str) -> tuple[Answer, list[tuple[Any, ...]]]:
    (first,) = Job(store, statements(sql), sql).run()
    return first.answer, first.rows


def broken_off(begin: int, end: int, error: Exception) -> Iterator[tuple[Any, ...]]:
    """The rows of a statement that runs into an error behind some of them."""
    yield from ((number,) for number in range(begin, end))
    raise error


def test_the_first_page_says_that_there_is_more(store: Store) -> None:
    answer, rows = asked(store, f"from range({PAGE + 1})")
    assert len(rows) == PAGE
    assert (answer.known, answer.complete) == (PAGE, False)


def test_exactly_one_page_is_known_to_be_all(store: Store) -> None:
    answer, rows = asked(store, f"from range({PAGE})")
    assert len(rows) == PAGE
    assert (answer.known, answer.complete) == (PAGE, True)


def test_no_rows_are_an_answer_too(store: Store) -> None:
    answer, rows = asked(store, "from range(0)")
    assert (rows, answer.known, answer.complete) == ([], 0, True)


def test_pages_follow_each_other_without_gap_or_repeat_from_stream_to_table(store: Store) -> None:
    answer, rows = asked(store, f"from range({MANY}) order by range")
    found = list(rows)
    for number in range(1, MANY // PAGE + 1):
        found += answer.page(number)
    assert [row[0] for row in found] == list(range(MANY))
    assert answer.materialized
    assert (answer.known, answer.complete) == (MANY, True)


def test_the_last_page_is_reached_without_the_ones_before(store: Store) -> None:
    answer, _ = asked(store, f"from range({MANY})")
    assert answer.page(MANY // PAGE) == [(number,) for number in range(MANY // PAGE * PAGE, MANY)]


def test_a_small_answer_is_sorted_without_running_the_statement_again(store: Store) -> None:
    answer, rows = asked(store, "select range as n, random() as chance from range(50)")
    answer.arrange([Sorting(1, True)])
    assert answer.page(0) == sorted(rows, key=lambda row: -row[1])


def test_null_comes_last_in_both_directions(store: Store) -> None:
    answer, _ = asked(store, "from (values (2), (null), (3)) t(n)")
    answer.arrange([Sorting(0, False)])
    assert answer.page(0) == [(2,), (3,), (None,)]
    answer.arrange([Sorting(0, True)])
    assert answer.page(0) == [(3,), (2,), (None,)]


def test_text_is_sorted_as_vietnamese(store: Store) -> None:
    answer, _ = asked(store, "from (values ('đa'), ('da'), ('e'), ('ân'), ('an'), ('ăn')) t(n)")
    answer.arrange([Sorting(0, False)])
    assert [row[0] for row in answer.page(0)] == ["an", "ăn", "ân", "da", "đa", "e"]


@pytest.mark.parametrize("words", ["duong kinh", "ĐƯỜNG", "đường trắng", unicodedata.normalize("NFD", "kính trắng")])
def test_rows_are_filtered_without_regard_to_diacritics(store: Store, words: str) -> None:
    answer, _ = asked(store, "select id, name_vi from item")
    answer.arrange(words=words)
    assert [row[0] for row in answer.page(0)] == ["industrial_output.sugar"]
    assert answer.known == 1
    answer.arrange()
    assert answer.known == 5


@pytest.mark.parametrize("words", ["[/b]", "(", ".*", "\\", "'"])
def test_signs_are_searched_as_they_are(store: Store, words: str) -> None:
    answer, rows = asked(store, "select name_vi from item")
    answer.arrange(words=words)
    assert answer.page(0) == [row for row in rows if words in row[0]]


def test_two_columns_of_one_name_are_told_apart(store: Store) -> None:
    answer, _ = asked(store, "select 1 as a, 2 as a union all select 2, 1")
    answer.arrange([Sorting(1, False)])
    assert answer.page(0) == [(2, 1), (1, 2)]


def test_lists_structs_and_nulls_can_be_sorted_by_another_column(store: Store) -> None:
    answer, rows = asked(store, "select range as n, [range] as l, {'a': range} as s, null as nothing from range(3)")
    answer.arrange([Sorting(0, True)])
    assert answer.page(0) == rows[::-1]


def test_statistics_of_a_column_leave_out_what_it_has_none_of(store: Store) -> None:
    answer, _ = asked(store, "from (values (1, 'a'), (3, 'b'), (null, 'b')) t(n, w)")
    numbers = answer.statistics(0)
    assert (numbers.rows, numbers.filled, numbers.least, numbers.most, numbers.mean, numbers.total) == (3, 2, "1", "3", 2.0, 4.0)
    words = answer.statistics(1)
    assert (words.least, words.most, words.mean) == ("a", "b", None)


@pytest.mark.parametrize(("rows", "exact"), [(5_000, True), (COUNTED + 1, False)])
def test_different_values_are_counted_unless_there_are_very_many_rows(store: Store, rows: int, exact: bool) -> None:
    answer, _ = asked(store, f"select nullif(range % 1485, 7) as n from range({rows})")
    found = answer.statistics(0)
    assert found.exact is exact
    assert (found.distinct == 1484) is exact
    answer.arrange(words="148")
    assert (answer.statistics(0).distinct, answer.statistics(0).exact) == (7, True)


def test_frequencies_follow_the_filter(store: Store) -> None:
    answer, _ = asked(store, "from (values ('x', 'a'), ('y', 'b'), ('y', 'a'), ('y', null)) t(k, w)")
    assert answer.frequency(1)[0] == ("a", 2, 0.5)
    answer.arrange(words="y")
    assert [(one.value, one.rows) for one in answer.frequency(1)] == [("a", 1), ("b", 1), (None, 1)]


def test_an_explanation_cannot_be_sorted_and_says_so(store: Store) -> None:
    answer, rows = asked(store, "explain select 1")
    assert rows
    with pytest.raises(SqlError, match="EXPLAIN"):
        answer.arrange([Sorting(0, False)])


def test_all_rows_come_in_the_order_shown(store: Store) -> None:
    answer, _ = asked(store, f"from range({PAGE * 2 + 1})")
    answer.arrange([Sorting(0, True)])
    assert [row[0] for row in answer.rows()] == list(range(PAGE * 2, -1, -1))


def test_an_answer_that_is_complete_rests_until_it_is_sorted(store: Store) -> None:
    cursor = store.cursor()
    (statement,) = statements("from range(3)")
    answer = Answer(cursor, statement, {}, float)
    answer.start()
    assert cursor.idle
    answer.arrange([Sorting(0, True)])
    assert not cursor.idle


def test_what_does_not_fit_into_the_limits_is_an_error_and_the_first_rows_stay(small_store: Path) -> None:
    with Store(small_store, {"memory_limit": "40MB", "max_temp_directory_size": "1MB"}) as store:
        answer, rows = asked(store, "select range, md5(range::varchar) || md5((-range)::varchar) from range(2000000)")
        with pytest.raises(SqlError, match=r"(?i)memory"):
            answer.materialize()
        assert len(rows) == PAGE


def test_an_answer_cut_off_by_an_error_never_passes_for_the_whole(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    answer, _ = asked(store, f"from range({MANY}) order by range")
    monkeypatch.setattr(answer, "_stream", broken_off(PAGE + 1, 2_000, SqlError("broken")))
    for _ in range(2):
        with pytest.raises(SqlError, match="broken"):
            list(answer.rows())
    assert (answer.known, answer.complete) == (2_000, False)
    assert answer.page(3) == [(number,) for number in range(3 * PAGE, 4 * PAGE)]
    answer.arrange([Sorting(0, True)])
    assert (answer.known, answer.page(0)[0]) == (MANY, (MANY - 1,))


def test_an_answer_goes_on_after_an_interruption_with_no_row_missing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    answer, rows = asked(store, f"from range({MANY}) order by range")
    monkeypatch.setattr(answer, "_stream", broken_off(PAGE + 1, PAGE + 9, duckdb.InterruptException("INTERRUPT Error")))
    with pytest.raises(duckdb.InterruptException):
        answer.page(1)
    assert (answer.page(0), answer.complete) == (rows, False)
    assert answer.page(1) == [(number,) for number in range(PAGE, 2 * PAGE)]
    assert (answer.known, answer.complete) == (MANY, True)


def test_an_answer_that_could_not_be_kept_is_not_the_whole_either(small_store: Path) -> None:
    with Store(small_store, {"memory_limit": "40MB", "max_temp_directory_size": "1MB"}) as store:
        answer, rows = asked(store, "select range, md5(range::varchar) || md5((-range)::varchar) from range(2000000)")
        for work in (answer.materialize, lambda: answer.page(10)):
            with pytest.raises(SqlError, match=r"(?i)memory"):
                work()
        assert (answer.page(0), answer.complete) == (rows, False)
