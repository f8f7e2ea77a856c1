"""Every question is a file that stands by itself."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

import duckdb
import pytest

import queries
from queries.console import header_parameters, run, statements
from queries.question import FOLDER, Question, header_of, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from queries.store import Store


def names() -> list[str]:
    """The questions of the package: all of its files that say what they ask, but for the saved ones."""
    files = [
        file
        for file in FOLDER.glob("*/*.sql")
        if file.parent.name != "library" and file.read_text(encoding="utf-8").startswith("--")
    ]
    return sorted(f"{file.parent.name}/{file.stem}" for file in files)


def asked() -> dict[str, Question[tuple[object, ...]]]:
    """Every Question constant of the package, by its name."""
    modules = [importlib.import_module(f"queries.{found.name}") for found in pkgutil.iter_modules(queries.__path__)]
    constants = [value for module in modules for value in vars(module).values() if isinstance(value, Question)]
    return {question.name: question for question in constants}


def test_every_file_is_asked_somewhere_and_every_question_has_its_file() -> None:
    assert sorted(asked()) == names()


@pytest.mark.parametrize("name", names())
def test_a_question_says_in_two_languages_what_it_answers(name: str) -> None:
    header = header_of(name)
    assert header.title_vi
    assert header.title_en


@pytest.mark.parametrize("name", names())
def test_a_question_runs_as_it_is_in_a_plain_duckdb_shell(name: str, small_store: Path) -> None:
    examples = header_of(name).examples
    with duckdb.connect(str(small_store), read_only=True) as shell:
        if examples:
            shell.execute(f"prepare question as {text_of(name)}")
            shell.execute(f"execute question({', '.join(f'{key} := {value}' for key, value in examples.items())})")
        else:
            shell.execute(text_of(name))
        shell.fetchall()


@pytest.mark.parametrize("name", names())
def test_the_columns_are_the_fields_of_the_row_type(name: str, store: Store) -> None:
    with store.cursor() as cursor:
        (statement,) = statements(text_of(name))
        result = run(cursor, statement, header_parameters(cursor, text_of(name), [statement]))
        assert result.columns == getattr(asked()[name].row, "_fields", None)
