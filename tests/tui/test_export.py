"""What is written in each format: every figure, whole numbers as such, and no value lost to a type that a format lacks."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.export import FORMATS, markdown, write, write_to
from tui.model.table import Table
from tui.values import jsonable, plain

if TYPE_CHECKING:
    from pathlib import Path

TABLE = Table("Sản lượng [/b]", ["tên", "2025", "2025"], [["Than | x", 1072.9, None], ["Xi\nmăng", 64543.0, 2.0]])
VALUES: list[Any] = [
    2**100, 2**127 * 3, -(10**16), Decimal("12345678901234567890.12"), Decimal("0E-10"), float("nan"), float("-inf"), 1e300,
    True, "", 'a;b"c\nd', date(1800, 1, 1), time(23, 59), [1, None], [[1.5], []], {"a": {"b": None}}, {1: 2}, (1, 2),
]  # fmt: skip


def written(form: str, table: Table) -> bytes:
    file = io.BytesIO()
    write_to(file, form, table)
    return file.getvalue()


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_a_table_is_written_in_every_format(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"out.{FORMATS[form]}"
    write(path, form, TABLE)
    assert path.stat().st_size
    assert list(tmp_path.iterdir()) == [path]


def test_whole_numbers_have_no_fraction_and_sheets_get_the_decimal_comma() -> None:
    assert written("csv", TABLE).decode() == 'tên,2025,2025\nThan | x,1072.9,\n"Xi\nmăng",64543,2\n'
    assert written("excel_csv", TABLE).decode() == '\ufefftên;2025;2025\nThan | x;1072,9;\n"Xi\nmăng";64543;2\n'


def test_columns_of_one_name_are_told_apart_where_names_are_keys() -> None:
    assert json.loads(written("json", TABLE))[1] == {"tên": "Xi\nmăng", "2025": 64543, "2025 3": 2}


def test_markdown_keeps_its_columns() -> None:
    assert all(line.replace("\\|", "").count("|") == 4 for line in markdown(TABLE).splitlines())


@pytest.mark.parametrize("form", sorted(FORMATS))
@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_any_value_is_written_in_any_format_alone_and_beside_others(value: Any, form: str) -> None:
    for others in ([], [None], ["x"], [1], [1.5]):
        assert written(form, Table("x", ["a"], [[value], *([one] for one in others)]))


@pytest.mark.parametrize("value", [2**127 * 3, {"a": 1}, [{"a": 1}], date(1800, 1, 1)], ids=repr)
def test_what_parquet_has_no_one_type_for_is_written_as_text(value: Any) -> None:
    import polars as pl

    table = Table("x", ["a"], [[value], ["x"], [{"b": 2}]])
    assert pl.read_parquet(io.BytesIO(written("parquet", table)))["a"].to_list() == [plain(value), "x", '{"b": 2}']


@given(st.lists(st.one_of(st.none(), st.floats(), st.integers(), st.decimals(allow_nan=False, allow_infinity=False))))
def test_numbers_are_read_back_as_they_were(values: list[Any]) -> None:
    text = written("csv", Table("x", ["a", "b"], [[value, 0] for value in values])).decode()
    cells = [row["a"] for row in csv.DictReader(io.StringIO(text))]
    for cell, value in zip(cells, values, strict=True):
        assert cell == "" if value is None else type(value)(cell) == value or value != value
    json.dumps(jsonable(values), allow_nan=False)
