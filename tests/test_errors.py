"""Every error that people may meet has a wording in both languages, with the facts that are known of it."""

from __future__ import annotations

import ast
import string
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pytest

from data.errors import UserError
from data.reader.layout.source import SourceError
from data.store.publish import StoreBusyError
from data.store.user_data import open_for_reading
from queries.console import statements
from queries.errors import SqlError
from queries.store import StoreError, store_error
from tests.source import nodes
from tui.errors import UsageError, error_line, is_user_error
from tui.words import LANGUAGES, PLAIN, Words, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

ALWAYS = {"place", "quoted"}


def sources() -> Iterator[tuple[str, ast.ClassDef | ast.Call]]:
    """(file and line, node) of every class and every call in the program's source."""
    for file, parts in nodes().items():
        for node in parts:
            if isinstance(node, (ast.ClassDef, ast.Call)):
                yield f"{file}:{node.lineno}", node


@cache
def raised() -> list[tuple[str, frozenset[str], str]]:
    """(kind, names of its facts, where) of every error for people that the program makes, read from its source."""
    seen = list(sources())
    classes = {node.name: {ast.unparse(base) for base in node.bases} for _, node in seen if isinstance(node, ast.ClassDef)}
    known = {UserError.__name__, StoreError.__name__}
    while more := {name for name, bases in classes.items() if bases & known} - known:
        known |= more
    found = []
    for where, node in seen:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in known and node.args:
            first = node.args[0]
            facts = frozenset(keyword.arg for keyword in node.keywords if keyword.arg)
            for kind in [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]:
                if isinstance(kind, ast.Constant):
                    found.append((str(kind.value), facts, where))
                else:  # an error that is handed on keeps its kind
                    assert ast.unparse(kind).endswith(".kind"), where
    return found


def asked(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_error_has_a_wording_of_its_facts(lang: str) -> None:
    said = texts(lang, PLAIN)
    assert raised()
    assert [one for one in raised() if f"error.{one[0]}" not in said] == []
    assert [one for one in raised() if not asked(said[f"error.{one[0]}"]) - ALWAYS <= one[1]] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_wording_is_left_of_an_error_that_is_no_more(lang: str) -> None:
    worded = {key.removeprefix("error.") for key in texts(lang, PLAIN) if key.startswith("error.")}
    assert worded - {kind for kind, _, _ in raised()} == set()


def test_both_languages_word_the_same_with_the_same_facts() -> None:
    vietnamese, english = (texts(lang, PLAIN) for lang in LANGUAGES)
    assert vietnamese.keys() == english.keys()
    assert [key for key in vietnamese if asked(vietnamese[key]) != asked(english[key])] == []


def test_an_error_is_told_in_the_language_of_the_reader() -> None:
    error = SourceError("too_large", Path("bao-cao.txt"), megabytes=1234, most=64)
    assert error_line(error, Words("vi")).startswith("bao-cao.txt: quá lớn (1.234 MB, nhiều nhất 64 MB); ")
    assert error_line(error, Words("en")).startswith("bao-cao.txt: is too large (1,234 MB, at most 64 MB); ")
    assert str(error) == "bao-cao.txt: too large (megabytes 1234, most 64)"


def test_what_the_system_says_is_told_in_the_language_of_the_reader() -> None:
    error = UsageError("unwritable_output", "x.csv", reason=PermissionError(13, "Permission denied"))
    assert "(không có quyền)" in error_line(error, Words("vi"))
    assert "(permission denied)" in error_line(error, Words("en"))


def test_what_duckdb_says_is_kept_behind_plain_words() -> None:
    error = SqlError('Binder Error: Referenced column "nme" not found in FROM clause!\n\nLINE 1: select nme\n               ^')
    line = error_line(error, Words("vi"))
    assert line.startswith("Không có cột “nme”.")
    assert line.endswith('(Binder Error: Referenced column "nme" not found in FROM clause!) — dòng 1, chỗ “nme”')


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("install httpfs", "INSTALL không được phép: "),
        ("force install httpfs", "FORCE INSTALL không được phép: "),
        ("pivot item on id using count(*)", "PIVOT phải nêu tên các giá trị của cột: ON measure IN ('value', 'plan_pct')."),
    ],
)
def test_what_may_not_run_is_told_by_what_was_written(sql: str, told: str) -> None:
    with pytest.raises(SqlError) as refused:
        statements(sql)
    assert error_line(refused.value, Words("vi")).startswith(told)


@pytest.mark.parametrize("sql", ["insert into item values (1)", "pivot item on id using count(*)", ""])
def test_what_the_program_itself_says_is_said_once_and_in_one_language(sql: str) -> None:
    with pytest.raises(SqlError) as refused:
        statements(sql)
    lines = [error_line(refused.value, Words(lang)) for lang in ("vi", "en")]
    assert lines[0] != lines[1]
    assert all(line.endswith(".") and str(refused.value) not in line for line in lines)


def test_a_value_that_is_no_literal_is_told_with_its_parameter() -> None:
    error = SqlError("no value of $period: Q1 2026; text stands in quotes: -- period = 'text'")
    assert error_line(error, Words("en")).startswith("“Q1 2026” is no value of $period")


def test_a_row_of_carets_is_told_as_the_line_and_the_word_that_it_points_to() -> None:
    error = SqlError('Parser Error: syntax error at or near "selec"\n\nLINE 2: selec 1\n        ^^^^^')
    assert error.pointed == (2, "selec")
    assert error_line(error, Words("en")).endswith("— line 2, at “selec”")
    assert "^" not in error_line(error, Words("vi"))


@pytest.mark.parametrize("name", ["a\nb.txt", "a\x1b[31mb.txt", "a\u2028b.txt"])
def test_a_line_stays_one_line_whatever_a_file_is_called(name: str) -> None:
    line = error_line(SourceError("no_such_file", name), Words("en"))
    assert line.isprintable()
    assert line.startswith("a b.txt" if "[" not in name else "a [31mb.txt")


def test_a_fault_of_the_program_is_no_plain_error() -> None:
    assert not is_user_error(KeyError("kind"))
    assert error_line(KeyError("kind"), Words("vi")) == "KeyError: 'kind'"


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (duckdb.IOException('Could not set lock on file "x": Conflicting lock is held in /usr/bin/python'), "busy_store"),
        (duckdb.IOException("Conflicting lock is held"), "busy_store"),
        (duckdb.IOException('Cannot open file "x": Permission denied'), "unreadable_store"),
        (duckdb.IOException('Cannot open file "x": Too many open files'), "unreadable_store"),
        (duckdb.IOException("Trying to read a database file with version number 99"), "newer_database"),
        (duckdb.SerializationException("Failed to deserialize"), "damaged_store"),
        (duckdb.Error("Corrupt database file: computed checksum does not match"), "damaged_store"),
        (duckdb.CatalogException("Table with name report does not exist"), "other_database"),
        (duckdb.CatalogException("Scalar Function with name fold has other arguments"), "failed_question"),
        (duckdb.ConversionException("Could not convert string 'a' to INT32"), "failed_question"),
    ],
)
def test_what_is_wrong_with_a_store_is_said_alike_by_who_asks_and_who_writes_it(
    error: duckdb.Error, kind: str, small_store: Path
) -> None:
    def fail() -> None:
        with open_for_reading(small_store):
            raise error

    with pytest.raises(StoreBusyError) as told:
        fail()
    assert (told.value.kind, store_error(error, small_store).kind) == (kind, kind)
