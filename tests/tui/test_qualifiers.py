"""What a figure is besides its number travels with it: a bound, the ends of a range, a place among others."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from queries.packed import Packed
from queries.panes import CellRow
from tests.tui import inside
from tests.tui.conftest import in_front, opened, press, settle, show_sector
from tests.tui.rows import cell, period, reading, series
from tui.app import XulangApp
from tui.cli import main
from tui.draw import plain_text
from tui.model import compare_export
from tui.model.compare import Comparison
from tui.model.compare_drawing import rows
from tui.model.compare_sides import side_of
from tui.model.drill import Drill
from tui.model.drill_title import measures_line
from tui.model.figures import amount_of, number_in_unit, number_text
from tui.model.home import HomeData, HomeTable
from tui.model.home_drawing import HomeDrawing
from tui.model.home_export import export
from tui.model.plot import chart
from tui.model.subject import Subject
from tui.numbers import align_decimals
from tui.plurals import ordinal
from tui.screens.drill import DrillScreen
from tui.screens.home import HomeScreen
from tui.screens.reading import ReadingScreen
from tui.widgets.indicator_table import IndicatorTable
from tui.widgets.lines import Lines
from tui.words import Words

if TYPE_CHECKING:
    from pathlib import Path

RATE = ("rate", None)
VI, EN = Words("vi"), Words("en")
PER_CENT: dict[str, Any] = {"unit": "%", "unit_en": "%", "base": "%"}
RANK: dict[str, Any] = {"measure": "rank", "unit": "", "unit_en": "", "base": ""}


@pytest.mark.parametrize(("value", "given", "vietnamese", "english"), [
    (32, {"up_to": 33.0}, "32–33", "32–33"),
    (0.7, {"up_to": 0.75, "bound": "khoảng"}, "≈0,7–0,75", "≈0.7–0.75"),
    (99, {"bound": "trên"}, ">99", ">99"),
    (2, {"up_to": 3.0, "measure": "yoy_pct"}, "+2–3", "+2–3"),
    (-7, {"bound": "trên", "measure": "yoy_pct"}, "<−7", "<−7"),
    (-7, {"bound": "trên", "measure": "target"}, "<−7", "<−7"),
    (-7, {"bound": "dưới", "measure": "prev_abs"}, ">−7", ">−7"),
    (-7, {"bound": "gần", "measure": "growth_pct"}, "≳−7", "≳−7"),
    (-7, {"bound": "khoảng", "measure": "yoy_pct"}, "≈−7", "≈−7"),
    (-7, {"bound": "dưới"}, "<−7", "<−7"),
    (7, {"bound": "trên", "measure": "yoy_pct"}, ">+7", ">+7"),
    (39, {**RANK, "out_of": 63.0}, "thứ 39/63", "39th of 63"),
    (1, {**RANK, "out_of": 34.0}, "thứ 1/34", "1st of 34"),
    (15, {**RANK, "bound": "dưới"}, "thứ <15", "<15th"),
])  # fmt: skip
def test_a_figure_is_written_as_it_was_told(value: float, given: dict[str, Any], vietnamese: str, english: str) -> None:
    figure = reading(RATE, "2024", value, **given)
    assert (number_text(figure, VI), number_text(figure, EN)) == (vietnamese, english)


def test_ordinals_are_english() -> None:
    assert [ordinal(place, "en") for place in (1, 2, 3, 4, 11, 12, 13, 21, 62, 111)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "62nd", "111th",
    ]  # fmt: skip


def test_both_ends_of_a_range_are_in_the_unit_of_the_row() -> None:
    figure = cell(RATE, "2030", 41, value_base=41000.0, up_to=43.0, up_to_base=43000.0, unit="nghìn tấn", status="T")
    assert number_in_unit(figure, series(RATE), VI) == ("◇41.000–43.000", "")


def test_decimals_line_up_at_the_end_of_a_range() -> None:
    assert align_decimals(["32–33", "3–3,5", "12,5–13", "4,5"], "vi") == ["32–33  ", "3–3,5", "12,5–13  ", "4,5"]


def drill(*readings: Any, view: str = "level", words: Words = VI, **given: Any) -> Drill:
    return Drill([series(RATE, **given)], readings, words, view)


def test_a_range_is_no_dispute_with_itself_or_with_what_lies_in_it() -> None:
    own = {"status": "T", "measure": "target", **PER_CENT}
    whole = reading(RATE, "2030", 12, up_to=13.0, up_to_base=13.0, **own)
    assert not drill(whole, reading(RATE, "2030", 12.5, **own)).disagree(RATE, "2030")
    assert drill(whole, reading(RATE, "2030", 14, **own)).disagree(RATE, "2030")


def test_places_among_others_than_these_are_no_dispute() -> None:
    assert not drill(reading(RATE, "2024", 15, out_of=63.0, **RANK), reading(RATE, "2024", 5, out_of=14.0, **RANK)).disagree(
        RATE, "2024"
    )


def test_the_chart_draws_a_range_at_its_middle_and_tells_both_ends() -> None:
    shown = drill(reading(RATE, "2030", 12, up_to=13.0, up_to_base=13.0, status="T", measure="target", **PER_CENT), **PER_CENT)
    [(head, value)] = shown.points(RATE)
    assert (value, head.told) == (12.5, "12–13")
    assert "2030: 12–13" in "\n".join(map(plain_text, chart([(head, value)], VI, 60, 14, bars=False)))


@pytest.mark.parametrize("bars", [False, True])
def test_better_places_stand_higher(bars: bool) -> None:
    shown = drill(reading(RATE, "2024", 41, out_of=63.0, **RANK), reading(RATE, "2025", 3, out_of=63.0, **RANK))
    assert shown.charted(RATE) == "hạng"
    lines = list(map(plain_text, chart(shown.points(RATE), VI, 60, 14, bars, ranks=shown.ranks(RATE))))
    labels = [int(line.split("┤")[0]) for line in lines if "┤" in line and line.split("┤")[0].strip()]
    assert labels == sorted(labels), "place 1 is at the top"
    assert min(labels) > 0
    if not bars:
        marked = [line.find("■") for line in lines if "■" in line and "─" not in line and "năm" not in line]
        assert marked == sorted(marked, reverse=True), "the later, better place is in a row above"


def test_the_measure_of_places_is_called_so() -> None:
    ranks = drill(reading(RATE, "2024", 41, out_of=63.0, **RANK))
    assert plain_text(measures_line(ranks, covered=False, most=9)).split() == ["hạng", "khác"]
    assert plain_text(measures_line(drill(reading(RATE, "2024", 41), words=EN), covered=False, most=9)).split() == ["level"]


def test_a_bound_stays_with_shares_of_the_plan_and_changes() -> None:
    figures = [reading(RATE, "2024", 99, measure=measure, bound="trên", **PER_CENT) for measure in ("plan_pct", "yoy_pct")]
    for view, text in (("plan", ">99"), ("change", ">+99")):
        shown = drill(*figures, view=view)
        assert plain_text(shown.rows()[0].cells[1]).strip() == text
        assert shown.export("out").rows[0][-3] == f"2024: {text}"


def test_an_exported_table_tells_what_bare_numbers_do_not() -> None:
    figures = [
        reading(RATE, "2024", 99, bound="trên", **PER_CENT),
        reading(RATE, "2030", 12, up_to=13.0, up_to_base=13.0, status="T", **PER_CENT),
    ]
    assert [row[-3] for row in drill(*figures, **PER_CENT).export("out").rows] == ["2024: >99", "2030: 12–13"]
    cells = [cell(RATE, "2024", 39, out_of=63.0, **RANK), cell(RATE, "2024", 99, measure="plan_pct", bound="trên", **PER_CENT)]
    table = HomeTable(HomeData("industry", [series(RATE)], Packed(CellRow, [list(map(tuple, cells))])), [period("2024")], VI)
    assert export(table, "out").rows[0][-3] == "2024: thứ 39/63; %KH: >99"
    assert HomeDrawing(table).columns()[1].cells >= len("thứ 39/63")
    assert table.copied(RATE, "2024") == "thứ 39/63"


def compared(first: CellRow, last: CellRow) -> Comparison:
    periods = [period(one.column_id) for one in (first, last)]
    rows = [tuple(one._replace(observation_id=number)) for number, one in enumerate((first, last))]
    data = HomeData("industry", [series(RATE, good="up", **PER_CENT)], Packed(CellRow, [rows]))
    return Comparison(data, [side_of(one) for one in periods], {one.id: one for one in periods}, VI)


def test_ranges_have_no_difference_and_ranks_no_percentage() -> None:
    own = {"measure": "target", **PER_CENT}
    ranges = compared(cell(RATE, "2024", 7, up_to=7.5, up_to_base=7.5, **own), cell(RATE, "2030", 10, **own))
    row = [plain_text(line).strip() for line in rows(ranges)[0].cells]
    assert row[1:5] == ["◇7–7,5", "◇10", "·", "·"]
    assert compare_export.export(ranges).rows[0][-5:-2] == [None, None, "2024: 7–7,5"]
    ranks = compared(cell(RATE, "2024", 41, **RANK), cell(RATE, "2030", 3, **RANK))
    assert [plain_text(line).strip() for line in rows(ranks)[0].cells][1:5] == ["thứ 41", "thứ 3", "−38", "·"]
    assert rows(ranks)[0].cells[3][0][1] == "good", "a smaller place is a better one"


async def test_every_pane_tells_a_range_and_a_place(qualified_store: Path, tmp_path: Path) -> None:
    app = XulangApp(qualified_store, lang="vi", state=tmp_path / "session.json")
    async with opened(app) as pilot:
        await show_sector(pilot, "education")
        table = in_front(app, HomeScreen)
        text = "\n".join(
            " ".join(plain_text(line) for line in (*row.cells, row.span or ())) for row in table.query_one(IndicatorTable).rows
        )
        assert "◇41–43" in text
        assert "thứ 3/63" in text
        assert "−45 trường so 2020" in text
        app.open_drill(Subject("pupils", row=("pupils", None), column="2030"))
        await settle(pilot)
        screen = in_front(app, DrillScreen)
        said = "\n".join(plain_text(line) for line in screen.query_one("#readings", Lines).lines)
        assert "41–43 nghìn người" in said
        assert "⚠" not in said
        await press(pilot, "y")
        assert app.clipboard == "41–43 nghìn người"
        await press(pilot, "T")
        assert "41–43" in app.clipboard


def test_the_command_line_tells_them_too(qualified_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--db", str(qualified_store), "--lang", "en", "show", "skills"]) == 0
    assert "41st of 63" in capsys.readouterr().out
    assert main(["--db", str(qualified_store), "show", "literacy", "--format", "json"]) == 0
    shown = [json.loads(line.strip(" [],\n")) for line in capsys.readouterr().out.splitlines()]
    assert [(row["value"], row["bound"], row["up_to"]) for row in shown if row["period"] == "2030"] == [(99.2, "khoảng", 99.5)]
    assert main(["--db", str(qualified_store), "export", "--format", "json"]) == 0
    rows = [json.loads(line.strip(" [],\n")) for line in capsys.readouterr().out.splitlines()]
    assert [(row["value"], row["out_of"]) for row in rows if row["indicator"] == "skills"] == [(41, 63), (3, 63)]


def test_a_copied_rank_is_a_place() -> None:
    assert amount_of(reading(RATE, "2024", 39, out_of=63.0, **RANK), EN) == "39th of 63"


async def test_the_reading_view_says_of_how_many_numbers_its_figures_are(qualified_store: Path, tmp_path: Path) -> None:
    app = XulangApp(qualified_store, lang="vi", state=tmp_path / "session.json")
    async with opened(app, (120, 36)) as pilot:
        await press(pilot, "r", "end", "enter")
        screen = in_front(app, ReadingScreen)
        assert "số 1/12 (gộp từ 15 con số)" in inside.words_on(screen)
        await press(pilot, "L")
        assert "figure 1/12 (of 15 numbers)" in inside.words_on(screen)


@pytest.mark.parametrize(
    ("lang", "said"), [("vi", "23 dòng (27 số liệu: hai đầu của một khoảng"), ("en", "23 rows written (27 figures: the two ends")]
)
def test_export_says_what_stands_in_one_row(
    qualified_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str, said: str
) -> None:
    out = tmp_path / "all.csv"
    assert main(["export", "-o", str(out), "--db", str(qualified_store), "--lang", lang]) == 0
    assert said in capsys.readouterr().err
    assert len(out.read_text(encoding="utf-8").splitlines()) == 24
