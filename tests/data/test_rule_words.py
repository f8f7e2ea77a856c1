"""The reader's rules have words for people, so that the account of a report's numbers is in one language."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import data.reader.meaning
from data.catalogue import Catalogue
from data.reader.meaning import sense
from data.reader.meaning.numbers.exclusion import exclusion_rules
from data.reader.read import read_report
from tests.small_report import CLEAN, DAMAGED, MARKDOWN
from tests.source import tree_of
from tui.model.reasons import TABLE, in_words
from tui.words import LANGUAGES, PLAIN, Words, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

ARGUMENTS = {"Rule": 0, "Sense": 2, "Exclusion": 3, "_take": 2}
"""Which argument of a call of the reader is the name of a rule."""
CONSTANTS = {name: value for name, value in vars(sense).items() if name.isupper() and isinstance(value, str)}


@cache
def named() -> set[str]:
    """The names of all rules, as the reader's files write them."""
    files = sorted(Path(data.reader.meaning.__path__[0]).rglob("*.py"))
    written = {name for file in files for name in names_in(tree_of(file))}
    return written | {rule.reason for damaged in (True, False) for _, rule in exclusion_rules(damaged)}


def names_in(tree: ast.Module) -> Iterator[str]:
    """The names of rules in one file: what is passed to those that take one, and what ``account`` says outside of passages."""
    own = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name) and isinstance(node.value.value, str)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            given = [keyword.value for keyword in node.keywords if keyword.arg == "rule"]
            given += node.args[ARGUMENTS[called] : ARGUMENTS[called] + 1] if called in ARGUMENTS else []
        elif isinstance(node, ast.FunctionDef) and node.name == "account":
            given = [last for one in ast.walk(node) if isinstance(one, ast.Tuple) and one.elts for last in one.elts[-1:]]
        else:
            continue
        for value in given:
            yield from spelt(value, own)


def spelt(value: ast.expr, own: dict[str, str]) -> Iterator[str]:
    """The strings that an expression may give."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
        yield value.value
    elif isinstance(value, ast.Name) and value.id in own | CONSTANTS:
        yield (own | CONSTANTS)[value.id]
    elif isinstance(value, ast.IfExp):
        yield from spelt(value.body, own)
        yield from spelt(value.orelse, own)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_rule_has_words_and_no_words_are_left_of_a_rule_that_is_no_more(lang: str) -> None:
    worded = {key.removeprefix(f"{TABLE}.") for key in texts(lang, PLAIN) if key.startswith(f"{TABLE}.")}
    assert (named() - worded, worded - named()) == (set(), set())


def test_every_reason_of_an_account_is_told_in_words() -> None:
    say, catalogue = Words("vi"), Catalogue.load()
    reasons = {token.reason for text in (CLEAN, MARKDOWN, DAMAGED) for token in read_report(text, catalogue).tokens}
    assert len(reasons) > 8
    assert {reason for reason in reasons if in_words(reason, say) == reason} == set()


def test_what_a_change_measures_goes_behind_how_it_was_found() -> None:
    assert in_words("change, points", Words("vi")) == "mức thay đổi, điểm phần trăm"
    assert in_words("change, points", Words("en")) == "change, points"
