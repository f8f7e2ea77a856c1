"""The checks name items by their ids in SQL, where nothing else notices that the catalogue has no such item."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from data.catalogue import Catalogue
from data.store.scripts import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

CHECKS = sorted((FOLDER / "checks").glob("*.sql"))
_LISTS = re.compile(r"\[((?:\s*'[^']*'\s*,?)+)\]")
_COMPARED = re.compile(r"\b(indicator|item)_id\s*(?:=|<>|!=|(?:not\s+)?in)\s*(\([^)]*\)|'[^']*')")


def quoted(sql: str) -> list[str]:
    """The texts in quotes."""
    return re.findall(r"'([^']*)'", sql)


def members(sql: str) -> set[str]:
    """The last parts of ids of items that are listed."""
    return {name for found in _LISTS.finditer(sql) for name in quoted(found[1])}


def compared(sql: str) -> set[str]:
    """The whole ids that a column of ids is compared with."""
    return {name for found in _COMPARED.finditer(sql) for name in quoted(found[2])}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.stem)
def test_every_id_in_a_check_is_in_the_catalogue(check: Path) -> None:
    sql, named = check.read_text(encoding="utf-8"), Catalogue.load().by_id
    whole = named.keys() | {f"{indicator.id}.{item.id}" for indicator in named.values() for item in indicator.items}
    assert members(sql) - {name.rpartition(".")[2] for name in whole} == set()
    assert compared(sql) - whole == set()


def test_ids_are_found_where_checks_name_them() -> None:
    assert members("from (values ('sex', ['male', 'female'])) kind") == {"male", "female"}
    assert compared("where item_id in ('herd.goat') or indicator_id = 'herd' and measure = 'value'") == {"herd.goat", "herd"}
    assert set().union(*(members(check.read_text(encoding="utf-8")) for check in CHECKS)) > {"male", "female"}
