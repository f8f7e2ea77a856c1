"""Every saved question says in two languages what it answers, and runs as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pytest

from data.fold import fold
from queries.console import statements
from queries.files import file_name
from queries.job import Job
from queries.library import SavedQuery, save_query, saved_queries, saved_query
from queries.question import FOLDER, filled, header
from queries.store import Store

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("one", saved_queries(), ids=lambda one: one.name)
def test_a_saved_question_has_titles_and_runs(one: SavedQuery, lang: str, store: Store) -> None:
    assert one.header.title_vi
    assert one.header.title_en
    sql = one.sql_in(lang)
    (first,) = Job(store, statements(sql), sql).run()
    assert first.answer.columns


@pytest.mark.parametrize("name", ["industrial-products", "poverty", "targets"])
def test_units_are_said_in_the_language_in_use(name: str, shipped_store: Path) -> None:
    one = saved_query(name)
    assert one is not None
    found = {}
    with Store(shipped_store) as store:
        for lang in ("vi", "en"):
            sql = one.sql_in(lang)
            (first,) = Job(store, statements(sql), sql).run()
            found[lang] = (first.answer.columns, {row[first.answer.columns.index("unit")] for row in first.rows})
    assert found["vi"][0] == found["en"][0]
    with duckdb.connect(str(shipped_store), read_only=True) as connection:
        names: dict[str | None, str] = dict(connection.execute("select id, name_en from unit").fetchall())
    assert found["en"][1] == {names.get(unit) for unit in found["vi"][1]}


@pytest.mark.parametrize("one", saved_queries(), ids=lambda one: one.name)
def test_an_answer_in_english_holds_no_vietnamese_but_the_titles_of_reports(one: SavedQuery, shipped_store: Path) -> None:
    sql = one.sql_in("en")
    with Store(shipped_store) as store:
        (first,) = Job(store, statements(sql), sql).run()
        told = {cell for row in first.answer.rows() for cell in row if isinstance(cell, str)}
    with duckdb.connect(str(shipped_store), read_only=True) as connection:
        names = connection.execute("select name_en from indicator union select name_en from item union select title from report")
        assert {cell for cell in told if fold(cell) != cell.lower()} <= {name for (name,) in names.fetchall()}


@pytest.mark.parametrize("name", ["poverty", "targets"])
def test_bounds_are_said_in_the_language_in_use(name: str, shipped_store: Path) -> None:
    one = saved_query(name)
    assert one is not None
    bounds = {}
    with Store(shipped_store) as store:
        for lang in ("vi", "en"):
            sql = one.sql_in(lang)
            (first,) = Job(store, statements(sql), sql).run()
            bounds[lang] = [row[first.answer.columns.index("bound")] for row in first.rows]
    english = {"trên": "above", "gần": "nearly", "khoảng": "about", "dưới": "below", None: None}
    assert any(bounds["vi"])
    assert bounds["en"] == [english[bound] for bound in bounds["vi"]]


@pytest.mark.parametrize("name", ["poverty", "targets"])
def test_a_fall_of_more_than_a_number_is_below_it(name: str, shipped_store: Path) -> None:
    one = saved_query(name)
    assert one is not None
    with Store(shipped_store) as store:
        sql = one.sql_in("en")
        (first,) = Job(store, statements(sql), sql).run()
    number, bound = (first.answer.columns.index(column) for column in ("value" if name == "poverty" else "target", "bound"))
    assert {row[bound] for row in first.rows if row[number] < 0 and row[bound]} == {"below"}


def test_a_question_of_the_user_is_the_same_in_every_language() -> None:
    mine = SavedQuery("a", header(""), "select name_vi from sector", own=True)
    assert mine.sql_in("en") == mine.sql


def test_none_of_the_apps_is_passed_over() -> None:
    files = {path.stem for path in (FOLDER / "library").iterdir()}
    assert {one.name for one in saved_queries()} == files != set()


def test_the_own_question_comes_before_the_apps_of_the_same_name(tmp_path: Path) -> None:
    (tmp_path / "poverty.sql").write_text("select 1", encoding="utf-8")
    found = saved_query("poverty", tmp_path)
    assert found is not None
    assert (found.own, found.sql) == (True, "select 1")


def test_a_file_that_is_no_text_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "bad.sql").write_bytes(b"\xff\xfe\x00")
    assert [one.name for one in saved_queries(tmp_path) if one.own] == []


def test_a_question_is_saved_under_a_plain_name_with_its_title(tmp_path: Path) -> None:
    path = save_query(tmp_path, "Than, từng kỳ", "Than ra sao?", "-- vi: cũ\n-- n = 1\nselect $n")
    assert path.name == "than-tung-ky.sql"
    assert path.read_text(encoding="utf-8") == "-- vi: Than ra sao?\n-- en: Than ra sao?\n-- n = 1\nselect $n\n"


def test_a_question_saved_again_keeps_one_header_with_its_note(tmp_path: Path) -> None:
    first = save_query(tmp_path, "than", "Than?", "-- n = 1\nselect $n", "hỏi lại").read_text(encoding="utf-8")
    again = save_query(tmp_path, "than", "Than nữa?", first, "thôi").read_text(encoding="utf-8")
    assert again == "-- vi: Than nữa?\n-- en: Than nữa?\n-- note: thôi\n-- n = 1\nselect $n\n"
    assert header(again).note == "thôi"


@pytest.mark.parametrize(("title", "name"), [("Đường & sữa", "duong-sua"), ("../../x", "x"), ("…", "query")])
def test_names_of_files_are_harmless(title: str, name: str) -> None:
    assert file_name(title, "query") == name


def test_values_given_to_a_question_stand_in_its_header_and_the_other_examples_stay() -> None:
    text = filled("-- vi: a\n-- x = 1\n-- y = 2\nselect $x, $y", {"x": "Tỷ lệ 'hộ'"})
    assert header(text).examples == {"x": "'Tỷ lệ ''hộ'''", "y": "2"}
    assert text.endswith("\nselect $x, $y")
