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

from queries import panes
from tui.export import FORMATS, markdown, write, write_to
from tui.model.table import Table, table_of_fields
from tui.values import jsonable, plain
from tui.words import Words

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


@pytest.mark.parametrize(
    ("kind", "own"),
    [(panes.ReportRow, []), (panes.FoundFigureRow, []), (panes.FigureRow, ["text", "kind", "decision"])],
    ids=["reports", "search", "review"],
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_rows_of_the_store_are_exported_under_words_of_one_language(kind: Any, own: list[str], lang: str) -> None:
    fields = [*own, *kind._fields]
    row = [f"{field} of a row" for field in fields]
    table = table_of_fields("out", fields, [row], Words(lang))
    assert len(table.columns) == len(set(table.columns)) == len(table.rows[0])
    assert all(head == head.lower() and "_" not in head for head in table.columns)
    other = "_en of" if lang == "vi" else "_vi of"
    assert not any(other in str(value) for value in table.rows[0])


def test_of_a_text_that_is_in_one_language_only_that_is_exported() -> None:
    rows: list[list[object]] = [["Quý I", None, "tấn", "tonnes", 0], ["Quý II", "Q2", "tấn", "tonnes", 1]]
    table = table_of_fields("out", ["period_vi", "period_en", "unit", "unit_en", "value"], rows, Words("en"))
    assert table.columns == ["period", "unit", "value"]
    assert table.rows == [["Quý I", "tonnes", 0], ["Q2", "tonnes", 1]]
