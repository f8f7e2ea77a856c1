"""What the look for SQL in modules takes for SQL, and what it lets pass."""

from __future__ import annotations

import pytest

from tests.sql_in_strings import sql_strings


@pytest.mark.parametrize(
    "module",
    [
        'ask("select id from item")',
        'ask("SELECT 1")',
        'ask(f"select {columns} from {table}")',
        'ask(f"select count(*) {rest}")',
        'ask("""\n    with newest as (select 1) from newest\n""")',
        'ask("from item where id = 1")',
        'ask("from item")',
        'sql += f" where {column} = ?"',
        'sql += " order by " + key',
        'sql = "select " + columns',
        'key = f"{column} collate vi"',
        'shown = f"{column}::varchar"',
        'ask(f"drop table {table}")',
        'ask("delete from item")',
        'ask("update item set id = 2")',
        'ask("insert into item values (1)")',
        'ask("create temp table x (a int)")',
        "ask(\"copy item to 'x.csv'\")",
        'ask("values (1, 2)")',
        'ask("summarize item")',
        'ask(f"{head} left join {table} using (id)", "left join item")',
    ],
)
def test_sql_in_a_string_is_seen(module: str) -> None:
    assert sql_strings(module) != []


@pytest.mark.parametrize(
    "module",
    [
        '"""Select what came from a report."""',
        'ask("begin")',
        "ask(f\"attach '{place}' as store\")",
        'ask(text_of("answer/count"))',
        'say("a name with a number from the text")',
        'words = f"{say(name)}: {count}"',
        'match(r"::+|[a-z]:")',
    ],
)
def test_what_is_no_sql_is_let_pass(module: str) -> None:
    assert sql_strings(module) == []


def test_words_of_the_language_are_let_pass_where_they_stand_alone() -> None:
    words = frozenset({"group by all"})
    assert sql_strings('OFFERED = ("group by all",)', words) == []
    assert sql_strings('sql += " group by all"', words) != []
