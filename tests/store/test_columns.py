"""In which columns of a table a figure stands, and what kind of number a series is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import duckdb
import pytest

from data.catalogue import Catalogue, CatalogueError
from data.grammar.unit import unit_of
from data.store.write import write_store
from tests.store.conftest import COAL, OUTPUT, SECTORS, figure, record, report

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.conftest import Written

QUARTER = "2026-Q1"
COLUMNS = "select column_id, value from cell where item_id = 'output.coal' and column_id <> '*' order by all"


@pytest.mark.parametrize(
    ("days", "column", "stands"),
    [
        ("2026-01-01/2026-04-02", QUARTER, True),
        ("2022-12-15/2023-06-14", "2023-H1", True),
        ("2026-01-01/2026-04-12", QUARTER, False),
        ("2025-12-01/2026-03-31", QUARTER, False),
        ("2024-12-15/2025-07-14", "2025-M01/M08", False),
        ("2026-01-01/2026-03-20", "2026-M03", False),
    ],
    ids=["two days more", "half a month earlier", "twelve days more", "a month more", "a month less", "much more"],
)
def test_what_was_counted_on_nearly_the_days_of_a_period_stands_in_its_column(
    written: Written, days: str, column: str, stands: bool
) -> None:
    other = figure(9, "9", indicator="poverty_rate", item=None, unit="%", period=column)
    store = written(record(report("a", None, column), figure(12, "12", period=days), other))
    assert store.execute(COLUMNS).fetchall() == sorted([(days, 12), *([(column, 12)] if stands else [])])


def test_a_figure_of_the_period_itself_keeps_other_days_out_of_its_column(written: Written) -> None:
    days = "2026-01-01/2026-04-02"
    own, near = figure(4, "4", measure="plan_pct", unit="%", period=QUARTER), figure(12, "12", period=days, source_start=9)
    assert written(record(report("a", None), own, near)).execute(COLUMNS).fetchall() == [(days, 12), (QUARTER, 4)]


def test_an_item_may_be_a_stock_among_flows(tmp_path: Path) -> None:
    left_over = replace(OUTPUT, items=(replace(COAL, agg="stock"), replace(COAL, id="iron")))
    levels = [
        figure(value, f"{value}", item=item, period=period, source_start=at)
        for at, (value, item, period) in enumerate([(20, "coal", "2025"), (15, "coal", "2026-Q1"), (21, "iron", "2025-Q1")])
    ]
    catalogue = Catalogue(SECTORS, (left_over,), {"output": left_over})
    write_store(tmp_path / "x.duckdb", catalogue, [record(report("a", None), *levels)])
    with duckdb.connect(str(tmp_path / "x.duckdb"), read_only=True) as store:
        found = store.execute("select agg, course from series order by item_id").fetchall()
    assert found == [("stock", [20000, 15000]), ("flow", [7000])]


def test_what_last_year_left_over_is_a_stock_in_the_catalogue() -> None:
    assert Catalogue.load().item("dossiers_handled", "carried_over").agg == "stock"


def test_the_kind_of_number_of_an_item_is_one_that_there_is(tmp_path: Path) -> None:
    (tmp_path / "sectors.toml").write_text('[[sector]]\nid = "admin"\nname_vi = "Hành chính"\nname_en = "Administration"\n')
    (tmp_path / "admin.toml").write_text(
        '[[indicator]]\nid = "forms"\nname_vi = "Đơn"\nname_en = "Forms"\nagg = "flow"\naliases = ["đơn"]\n'
        '[[indicator.item]]\nid = "old"\nname_vi = "Cũ"\nname_en = "Old"\nagg = "heap"\n'
    )
    with pytest.raises(CatalogueError, match="item old: agg must be one of"):
        Catalogue.load(tmp_path)


@pytest.mark.parametrize(
    ("unit", "turns", "english"),
    [
        ("lượt người", "persons", "persons"),
        ("nghìn lượt người", "visits", "thousand visits"),
        ("triệu lượt", None, "million visits"),
        ("lượt", "persons", "persons"),
        ("lượt khách", None, "arrivals"),
    ],
)
def test_turns_are_in_english_what_is_counted(empty_store: Path, unit: str, turns: str | None, english: str) -> None:
    with duckdb.connect(str(empty_store), read_only=True) as store:
        found = store.execute("select unit_in_english(?, ?, ?)", [unit, unit_of(unit).name_en, turns]).fetchall()
    assert found == [(english,)]
