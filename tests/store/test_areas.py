"""Reports of other provinces: their figures stand beside those of the store's own area, never among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pytest

from data.store.add import add
from data.store.build import build
from data.store.records import ReviewRow, patched
from data.store.remove import remove
from data.store.review import whole
from data.store.revise import Decision, Place, revise
from data.store.user_data import open_for_reading
from tests.small_report import CLEAN, ELSEWHERE

if TYPE_CHECKING:
    from pathlib import Path

COAL = ELSEWHERE.index("101,5"), ELSEWHERE.index("101,5") + 5
SERIES = "select distinct indicator_id, item_id from observation join report r on r.id = report_id where r.id = ? order by all"


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A report of another province."""
    path = tmp_path / "cao-bang.txt"
    path.write_text(ELSEWHERE, encoding="utf-8")
    return path


@pytest.fixture
def checked_store(lone_store: Path, tmp_path: Path) -> Path:
    """A store whose one report, thang-8, is of Lạng Sơn; what is added is checked."""
    path = tmp_path / "mine.duckdb"
    path.write_bytes(lone_store.read_bytes())
    return path


@pytest.fixture
def store(checked_store: Path, unchecked: None) -> Path:
    """The same store, without checks."""
    return checked_store


@pytest.fixture
def two_provinces(two_provinces_store: Path, tmp_path: Path, unchecked: None) -> Path:
    """A store with thang-8 of Lạng Sơn and cao-bang of another province, without checks."""
    path = tmp_path / "two.duckdb"
    path.write_bytes(two_provinces_store.read_bytes())
    return path


def ask(store: Path, question: str, *given: object) -> list[tuple[object, ...]]:
    with open_for_reading(store) as connection:
        return connection.execute(question, list(given)).fetchall()


def test_figures_of_another_province_are_series_of_their_own(checked_store: Path, other: Path) -> None:
    (added,) = add(checked_store, [other])
    assert (added.contribution.elsewhere, added.contribution.series, added.contribution.warnings) == ("Cao Bằng", 0, 0)
    own = [
        ("iip", None),
        ("industrial_output", "cement"),
        ("industrial_output", "coal"),
        ("poverty_rate", None),
        ("visitors", None),
    ]
    assert ask(checked_store, SERIES, "cao-bang") == [
        (f"{indicator}@cao-bang", f"{indicator}@cao-bang.{item}" if item else None) for indicator, item in own
    ]
    assert ask(checked_store, SERIES, "thang-8") == [
        (indicator, f"{indicator}.{item}" if item else None) for indicator, item in own
    ]


def test_what_they_are_about_stands_right_behind_the_same_of_the_own_area_and_says_the_area(two_provinces_store: Path) -> None:
    store = two_provinces_store
    assert ask(store, "select indicator_id, indicator_vi, item_id, item_vi from series where item_id like '%coal'") == [
        ("industrial_output", "Sản lượng sản phẩm công nghiệp", "industrial_output.coal", "Than"),
        ("industrial_output@cao-bang", "Sản lượng sản phẩm công nghiệp · Cao Bằng",
         "industrial_output@cao-bang.coal", "Than · Cao Bằng"),
    ]  # fmt: skip
    shown = [row[0] for row in ask(store, "select indicator_id from series group by 1 order by min(rowid)")]
    assert shown == [name for own in shown[::2] for name in (own, f"{own}@cao-bang")]
    assert ask(store, "select count(*), count(distinct position) from indicator having count(*) > count(distinct position)") == []
    assert ask(store, "select distinct ref_area from indicator where id like '%@%'") == [("Cao Bằng",)]


def test_checks_compare_the_reports_of_one_province_alone(added_store: Path, tmp_path: Path, other: Path) -> None:
    path, again = tmp_path / "mine.duckdb", tmp_path / "again.txt"
    path.write_bytes(added_store.read_bytes())
    found = (
        "select distinct indicator_id from finding join reading using (observation_id) where report_id in ('cao-bang', 'again')"
    )
    other.write_text(ELSEWHERE.replace("101,5", "99,5"), encoding="utf-8")
    add(path, [other])
    assert ask(path, found) == []
    again.write_text(ELSEWHERE.replace("71/BC", "72/BC"), encoding="utf-8")
    add(path, [again])
    assert ask(path, found) == [("industrial_output@cao-bang",)]


def test_the_periods_shown_at_first_are_those_of_the_own_area(store: Path, other: Path) -> None:
    main = "select period_id, main_of from period_use where main_of > 0"
    before = ask(store, main)
    other.write_text(ELSEWHERE.replace("8 tháng", "9 tháng").replace("tháng 8", "tháng 9"), encoding="utf-8")
    add(store, [other])
    assert ask(store, main) == before
    assert ask(store, "select figures from period_use where period_id = '2024-M01/M09'") != []


def test_a_report_of_another_province_is_no_copy_of_one_with_its_number(store: Path, other: Path) -> None:
    other.write_text(ELSEWHERE.replace("71/BC", "45/BC"), encoding="utf-8")
    assert add(store, [other])[0].contribution.twin is None


def test_a_report_of_no_known_area_counts_as_the_stores_own(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "no-area.txt"
    path.write_text(CLEAN.partition("BÁO CÁO")[2].replace("Lạng Sơn", ""), encoding="utf-8")
    (added,) = add(store, [path])
    assert ask(store, "select ref_area from report where id = 'no-area'") == [(None,)]
    assert added.contribution.elsewhere is None
    assert added.contribution.series > 0


def test_what_is_decided_about_such_a_figure_holds_and_outlives_a_new_build(two_provinces: Path) -> None:
    store = two_provinces
    ((sha,),) = ask(store, "select sha256 from report where id = 'cao-bang'")
    patch = "value=102.5; unit=nghìn tấn; measure=value; period=2024-M01/M08; indicator=industrial_output@cao-bang; item=coal"
    revise(store, [Decision(Place(str(sha), *COAL), ReviewRow(*COAL, "correct", patch, ""))])
    figure = "select value, item_id from observation where report_id = 'cao-bang' and source_start = ?"
    assert ask(store, figure, COAL[0]) == [(102.5, "industrial_output@cao-bang.coal")]
    before = ask(store, "select * exclude (passage_id) from observation where report_id = 'cao-bang' order by id")
    build(store)
    after = ask(store, "select * exclude (passage_id) from observation where report_id = 'cao-bang' order by id")
    assert [row[1:] for row in after] == [row[1:] for row in before]


def test_a_decision_names_the_indicator_as_the_catalogue_does() -> None:
    review = whole(ReviewRow(0, 5, "accept", "indicator=industrial_output@cao-bang; item=coal", ""), None)
    assert patched(review.patch)["indicator"] == "industrial_output"


def test_names_go_with_the_last_report_that_needs_them_and_come_again(two_provinces: Path, other: Path) -> None:
    store = two_provinces
    remove(store, ["cao-bang"])
    for table in ("indicator", "item"):
        assert ask(store, f"select id from {table} where id like '%@%'") == []
    add(store, [other])
    assert ("visitors@cao-bang", None) in ask(store, SERIES, "cao-bang")


def test_the_own_area_is_that_of_most_reports_where_none_ships(store: Path, other: Path) -> None:
    more = other.with_name("more.txt")
    more.write_text(ELSEWHERE.replace("71/BC", "72/BC"), encoding="utf-8")
    add(store, [other, more])
    assert ("visitors", None) in ask(store, SERIES, "cao-bang")
    assert ("visitors@lang-son", None) in ask(store, SERIES, "thang-8")
    remove(store, ["thang-8"])
    with duckdb.connect(str(store), read_only=True) as connection:
        assert connection.execute("select count(*) from indicator where id like '%@%'").fetchall() == [(0,)]
