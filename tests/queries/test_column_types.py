"""Every type of DuckDB comes to Python as a value that says the same, streamed and out of the kept answer alike."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from queries.answer import Sorting
from queries.column_types import is_numeric
from queries.console import statements
from queries.job import Job

if TYPE_CHECKING:
    from queries.store import Store

VALUES: dict[str, Any] = {
    "timetz '12:00:00+07'": "12:00:00+07",
    "interval '1 month 2 days'": "1 month 2 days",
    "[interval 3 day]": "[3 days]",
    "timestamp_ns '2026-04-05 06:07:08.123456789'": "2026-04-05 06:07:08.123456789",
    "uuid '6f0d6d0a-0b1c-4f57-9b0c-8d2f1f5f0c11'": "6f0d6d0a-0b1c-4f57-9b0c-8d2f1f5f0c11",
    r"'\xAA\x00a'::blob": r"\xAA\x00a",
    "'0101'::bit": "0101",
    "1.10::decimal(10, 2)": Decimal("1.10"),
    "170141183460469231731687303715884105727": 170141183460469231731687303715884105727,
    "'a'::enum('a', 'b')": "a",
    "[1, null, 3]": [1, None, 3],
    "[[1], [null], null]": [[1], [None], None],
    "{'tên': 'Đồng', 'n': 1}": {"tên": "Đồng", "n": 1},
    "map {'a': 1}": {"a": 1},
    "date '12345-01-01'": "12345-01-01",
    "date 'infinity'": "infinity",
    "timestamp '-infinity'": "-infinity",
    "date '9999-12-31'": date(9999, 12, 31),
    "0.1::float": 0.1,
}


@pytest.mark.parametrize(("sql", "value"), VALUES.items(), ids=VALUES)
def test_a_value_says_what_duckdb_says(sql: str, value: Any, store: Store) -> None:
    (first,) = Job(store, statements(f"select {sql} as value union all select null")).run()
    assert first.rows == [(value,), (None,)]
    first.answer.arrange([Sorting(0, False)])
    assert first.answer.page(0) == [(value,), (None,)]
    assert first.answer.statistics(0).filled == 1


def test_a_date_without_end_far_down_is_told_from_the_last_day(store: Store) -> None:
    text = """select case n when 4321 then 'infinity'::date when 4322 then '9999-12-31'::date else '2025-01-01'::date end, n
        from range(5000) as r(n)"""
    (first,) = Job(store, statements(text)).run()
    rows = [row for number in range(10) for row in first.answer.page(number)]
    assert [n for _, n in rows] == list(range(5000))
    assert [day for day, n in rows if n in (4321, 4322)] == ["infinity", date(9999, 12, 31)]


@pytest.mark.parametrize("sql", ["now()", "[now(), null]", "{'a': now()}"])
def test_a_time_with_its_zone_needs_no_package_of_its_own(sql: str, store: Store) -> None:
    (first,) = Job(store, statements(f"select {sql}")).run()
    assert first.rows[0][0]
    assert "TIME ZONE" in first.answer.types[0]


def test_columns_of_one_name_stay_apart_when_one_is_written_out(store: Store) -> None:
    (first,) = Job(store, statements("select 1 as a, interval 1 day as a, $n as a"), "-- n = 'x'").run()
    assert (first.answer.columns, first.rows) == (("a", "a", "a"), [(1, "1 day", "x")])


@pytest.mark.parametrize(
    ("kind", "holds"),
    [
        ("UHUGEINT", True),
        ("INTEGER", True),
        ("DECIMAL(18,3)", True),
        ("INTERVAL", False),
        ("INTEGER[]", False),
        ("VARCHAR", False),
    ],
)
def test_columns_of_numbers_are_known_by_their_type(kind: str, holds: bool) -> None:
    assert is_numeric(kind) == holds
