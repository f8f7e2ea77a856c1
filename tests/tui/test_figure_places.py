"""From a number to its figure, from a figure to its place in the report and to what the checks say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from queries.packed import Packed
from queries.panes import CellRow
from tests.tui import inside
from tests.tui.conftest import COAL, MakeApp, home_of, in_front, opened, press, settle, show_sector
from tests.tui.rows import cell, period, series
from tui.app import XulangApp
from tui.draw import plain_text
from tui.model.home import NEWEST, HomeData, HomeTable
from tui.model.home_export import export
from tui.model.number_search import number_query
from tui.model.subject import Subject
from tui.screens.checks import ChecksScreen
from tui.screens.drill import DrillScreen
from tui.screens.help import help_of
from tui.screens.passage import PassageScreen
from tui.screens.reading import ReadingScreen
from tui.screens.reports import ReportsScreen
from tui.screens.search import Hits, SearchScreen
from tui.widgets.grid import Grid
from tui.widgets.lines import Lines
from tui.words import Words

if TYPE_CHECKING:
    from pathlib import Path

POVERTY = ("poverty_rate", None)


def lines_of(screen: DrillScreen | PassageScreen, pane: str) -> str:
    return "\n".join(plain_text(line) for line in screen.query_one(f"#{pane}", Lines).lines)


# From a number to its figure


@pytest.mark.parametrize(
    ("typed", "values", "words"),
    [
        ("387,7", {387.7, -387.7}, []),
        ("387.7", {387.7, -387.7}, []),
        ("1.072,9 tấn", {1072.9, -1072.9}, ["tan"]),
        ("1,072.9 tonnes", {1072.9, -1072.9}, ["tonnes"]),
        ("-6,8%", {-6.8}, ["%"]),
        ("+6,8 %", {6.8}, ["%"]),
        ("than 228,91 nghìn", {228.91, -228.91}, ["than", "nghin"]),
        ("228,", {228, -228}, []),
        ("5.421", {5421, -5421, 5.421, -5.421}, []),
    ],
)
def test_a_number_is_understood_as_either_language_writes_it(typed: str, values: set[float], words: list[str]) -> None:
    query = number_query(typed)
    assert query is not None
    assert (set(query.values), query.words) == (values, words)


@pytest.mark.parametrize("typed", ["than", "8T/2025", "1.2.3", "12 34", "Q1", "", "hộ nghèo"])
def test_what_is_not_one_number_is_searched_as_words(typed: str) -> None:
    assert number_query(typed) is None


async def found(app: MakeApp, typed: str) -> list[tuple[str, str]]:
    """The figures that are found, each with its place."""
    async with opened(app()) as pilot:
        await press(pilot, "f3")
        screen = in_front(pilot.app, SearchScreen)
        screen.query_one("#words").value = typed  # type: ignore[attr-defined]
        await settle(pilot)
        rows = [row for row in screen.query_one("#found", Grid).rows if plain_text(row.cells[2]) == "#"]
        return [(plain_text(row.cells[0]), plain_text(row.cells[1])) for row in rows]


async def test_a_figure_is_found_by_its_number_with_indicator_period_and_source(make_app: MakeApp) -> None:
    ((name, place),) = await found(make_app, "228,91")
    assert name.startswith("228,91 nghìn tấn  Than")
    assert place == "8T/2025 · BC 12/BC-UBND, mục II.1.3, chú thích 6, trang 1"


async def test_unit_and_name_tell_equal_numbers_apart_and_a_fall_is_found_without_its_sign(make_app: MakeApp) -> None:
    assert [name.split("  ")[0] for name, _ in await found(make_app, "18")] == ["18 triệu viên"]
    assert await found(make_app, "18 tấn") == []
    assert [name.split("  ")[0] for name, _ in await found(make_app, "than 6.8%")] == ["−6,8 % CK"]


async def test_enter_opens_the_indicator_at_the_figure_that_was_found(make_app: MakeApp) -> None:
    async with opened(make_app()) as pilot:
        await press(pilot, "f3", "6", "comma", "8", "enter")
        drill = in_front(pilot.app, DrillScreen)
        assert drill.drill is not None
        assert (drill.matrix.key, drill.matrix.column, drill.drill.view) == (COAL, "2026-Q1", "change")
        assert drill.value_text() == "−6,8 %"


@pytest.mark.parametrize(
    ("typed", "amount", "report", "cited"), [("1,36", "1,36 %", "a", "BC 12"), ("2.32", "2,32 %", "b", "BC Q1/2026")]
)
async def test_of_two_reports_that_disagree_the_one_that_was_chosen_is_opened(
    make_app: MakeApp, typed: str, amount: str, report: str, cited: str
) -> None:
    names = {",": "comma", ".": "full_stop"}
    async with opened(make_app()) as pilot:
        await press(pilot, "f3", *(names.get(key, key) for key in typed), "enter")
        drill = in_front(pilot.app, DrillScreen)
        assert (drill.matrix.column, drill.value_text()) == ("2025", amount)
        assert f"⚠{amount.removesuffix(' %')}" in drill.matrix.render_line(1).text
        (marked,) = [line for line in lines_of(drill, "readings").splitlines() if line.startswith("▌⚠")]
        assert amount in marked
        noted = lines_of(drill, "readings").split("\n\n")[1]
        assert noted.startswith(f"ĐOẠN VĂN · {cited}"), "its own paragraph comes first"
        await press(pilot, "i")
        assert in_front(pilot.app, ReadingScreen).report.id == report
        await press(pilot, "enter")
        again = in_front(pilot.app, DrillScreen)
        assert again is not drill
        assert again.value_text() == amount, "so it is when it is opened from its report"


async def test_what_was_chosen_is_kept_when_the_store_is_written_and_in_the_next_run(
    make_app: MakeApp, opened_store: Path, tmp_path: Path
) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "f3", "1", "comma", "3", "6", "enter")
        app.store_changed()
        await settle(pilot)
        assert in_front(app, DrillScreen).value_text() == "1,36 %"
        await press(pilot, "q")
    again = XulangApp(opened_store, state=tmp_path / "session.json")
    async with opened(again) as pilot:
        await settle(pilot)
        drill = in_front(again, DrillScreen)
        assert drill.value_text() == "1,36 %"
        await press(pilot, "left")
        assert len(drill.location()) == 6, "another cell shows its newest figure"


async def test_a_figure_without_an_indicator_opens_its_note_with_the_number_lit_up(make_app: MakeApp) -> None:
    async with opened(make_app()) as pilot:
        await press(pilot, "f3", "7", "enter")
        assert "số hộ [x] được hỗ trợ" in lines_of(in_front(pilot.app, PassageScreen), "passage")


async def test_the_window_of_a_note_without_text_leads_by_its_key_to_where_the_file_is_added(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        app.open_drill(Subject("poverty_rate", row=POVERTY, column="2025"))
        await press(pilot, "enter")
        window = in_front(app, PassageScreen)
        assert "bấm r rồi a để thêm tệp" in lines_of(window, "passage")
        assert "r" in dict(help_of(window, app.words).keys)
        await press(pilot, "r")
        in_front(app, ReportsScreen)


async def test_the_window_of_a_note_with_text_has_no_key_for_the_reports(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "f3", "2", "2", "8", "comma", "9", "1", "enter", "enter")
        window = in_front(app, PassageScreen)
        assert "thêm tệp" not in lines_of(window, "passage")
        await press(pilot, "r")
        assert app.screen is window


async def test_of_passages_nothing_is_counted_where_the_store_holds_no_texts(make_app: MakeApp) -> None:
    async with opened(make_app()) as pilot:
        await press(pilot, "f3", *"than")
        screen = in_front(pilot.app, SearchScreen)
        assert "1 đoạn" in screen.title_bar.render_line(0).text
        screen.take(Hits([], [], has_texts=False))
        told = screen.title_bar.render_line(0).text
        assert "đoạn" not in told
        assert "không giữ lời văn" in told


# What the checks say


async def test_a_drilldown_says_why_a_figure_is_disputed_and_leads_to_the_finding(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        app.open_drill(Subject("poverty_rate", row=POVERTY, column="2025"))
        await settle(pilot)
        drill = in_front(app, DrillScreen)
        assert "⚠ BC 12 nói 1,36 %, BC Q1/2026 nói 2,32 %" in lines_of(drill, "readings")
        await press(pilot, "enter")
        assert "⚠ BC 12 nói 1,36 %" in lines_of(in_front(app, PassageScreen), "passage")
        await press(pilot, "x")
        checks = in_front(app, ChecksScreen)
        assert checks.location() == ["disagreement", "b", "340", "a", "340"]
        await press(pilot, "enter")
        assert in_front(app, DrillScreen).matrix.column == "2025"


async def test_the_checks_open_at_what_they_say_of_the_figure_under_the_cursor(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        home = await show_sector(pilot, "industry")
        home.table_grid.move_to(COAL)
        await settle(pilot)
        await press(pilot, "x")
        assert in_front(app, ChecksScreen).location()[0] == "plan_drift"


# To its place in the report


async def test_a_figure_is_read_in_its_report_from_everywhere(make_app: MakeApp) -> None:
    app = make_app()

    async def read(*keys: str) -> str:
        await press(pilot, *keys)
        screen = in_front(app, ReadingScreen)
        stop, report = screen.pane.stop, screen.report.id
        await press(pilot, "escape")
        return f"{report} {stop.figures[0].printed}" if stop else report

    async with opened(app) as pilot:
        home = await show_sector(pilot, "industry")
        home.table_grid.move_to(COAL, "2025-M01/M08")
        await settle(pilot)
        assert await read("i") == "a 228,91"
        await press(pilot, "enter")
        assert await read("i") == "a 228,91"
        assert await read("m", "i") == "a 65,8"
        await press(pilot, "enter")
        in_front(app, PassageScreen)
        assert await read("i") == "a 65,8"
        await press(pilot, "escape", "x", "home")
        assert await read("i") == "b 2,32"
        await press(pilot, "escape", "f3", *"18", "down", "end")
        assert await read("i") == "a 18"


async def test_where_nothing_is_under_the_cursor_there_is_nothing_to_read(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "f3", *"than", "down", "i")
        assert [notice.message for notice in inside.notices(app)] == [app.words("say.nothing_to_read")]


def test_a_rank_of_another_period_is_called_one() -> None:
    score = ("score", None)
    rank = cell(score, "2024", 16, measure="rank", unit="", unit_en="", base="")._replace(column_id=NEWEST)
    data = HomeData("industry", [series(score)], Packed(CellRow, [[tuple(rank)]]))
    table = HomeTable(data, [period("2026-Q1")], Words("vi"))
    assert table.unlike(score, "2026-Q1") == "không nêu cho Q1/2026; mới nhất: 2024: thứ 16"
    assert table.copied_of(score, "2026-Q1") == "2024: thứ 16"


def test_the_newest_figure_is_named_though_it_is_of_no_chosen_period() -> None:
    forms = ("forms", None)
    early = cell(forms, "2025-M01/M08", 62306, unit="hồ sơ", unit_en="dossiers", base="hồ sơ")
    newest = early._replace(column_id=NEWEST, period_id="2026-01-01/2026-04-20", period_en="1 Jan-20 Apr 2026", value=49089)
    data = HomeData("industry", [series(forms)], Packed(CellRow, [[tuple(early), tuple(newest)]]))
    table = HomeTable(data, [period("2025-M01/M08"), period("2026-Q1")], Words("en"))
    assert table.unlike(forms, "2026-Q1") == "not given for Q1/2026; newest: 1 Jan-20 Apr 2026: 49,089 dossiers"
    assert table.unlike(forms, "2025-M01/M08") == ""


def test_a_figure_of_nearly_the_days_of_its_column_names_them() -> None:
    forms = ("forms", None)
    near = cell(forms, "2026-Q1", 49089)._replace(period_id="2026-01-01/2026-04-02", period_en="1 Jan-2 Apr 2026")
    point = cell(("herd", None), "2026-Q1", 7)._replace(period_id="2026-03-31", period_en="31 Mar 2026")
    data = HomeData("industry", [series(forms), series(("herd", None))], Packed(CellRow, [[tuple(near), tuple(point)]]))
    table = HomeTable(data, [period("2026-Q1")], Words("en"))
    assert table.unlike(forms, "2026-Q1") == "counted over 1 Jan-2 Apr 2026, nearly Q1/2026"
    assert table.copied_of(forms, "2026-Q1") == "1 Jan-2 Apr 2026: 49,089 tonnes"
    assert "1 Jan-2 Apr 2026: 49,089" in export(table, "x").rows[0]
    assert table.unlike(("herd", None), "2026-Q1") == "", "a point in time is the end of the period"


# What is copied and exported tells where it is from


async def test_a_copied_table_holds_what_its_rows_show_of_other_periods_with_source_and_dispute(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await show_sector(pilot, "social")
        await press(pilot, "T")
        head, row = (line.split("\t") for line in app.clipboard.splitlines())
        told = dict(zip(head, row, strict=True))
        assert {name: told[name] for name in ("mới nhất", "kỳ của mới nhất", "mâu thuẫn", "nguồn")} == {
            "mới nhất": "2,32", "kỳ của mới nhất": "2025", "mâu thuẫn": "2025", "nguồn": "BC Q1/2026, mục II.2, trang 2",
        }  # fmt: skip
        assert (told["8T/2025"], told["Q1/2026"]) == ("", "")
        await show_sector(pilot, "industry")
        await press(pilot, "T")
        coal = next(line for line in app.clipboard.splitlines() if "Than" in line)
        first, second = "BC 12/BC-UBND, mục II.1.3, chú thích 6, trang 1", "BC Q1/2026, mục II.1.3, chú thích 7, trang 1"
        assert coal.split("\t")[-3:] == ["", "", f"8T/2025: {first}; Q1/2026: {second}"]


async def test_a_copied_drilldown_tells_which_figures_are_disputed_and_where_they_stand(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        app.open_drill(Subject("poverty_rate", row=POVERTY, column="2025"))
        await settle(pilot)
        await press(pilot, "T")
        _, row = app.clipboard.splitlines()
        places = "2024: BC 12/BC-UBND, mục II.2, trang 2; 2025: BC Q1/2026, mục II.2, trang 2"
        assert row.split("\t")[2:] == ["mức", "%", "3,1", "2,32", "", "2025", places]


# A row that shows a figure of another period


async def test_a_column_without_a_figure_names_the_period_of_the_one_that_the_row_shows(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        home = await show_sector(pilot, "social")
        await press(pilot, "right")
        assert home.table_grid.column is not None
        assert home.data is not None
        label = next(period.label_vi for period in home.chosen if period.id == home.table_grid.column)
        told = "\n".join(plain_text(line) for line in home.note.lines)
        assert f"không nêu cho {label}; mới nhất: 2025: 2,32 %" in told
        assert "BC Q1/2026" in told, "the note of the figure that the row shows"
        await press(pilot, "y")
        assert app.clipboard == "2,32 %"
        assert "2025: 2,32 %" in inside.notices(app)[-1].message


async def test_a_dot_tells_the_newest_figure_of_its_row(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        home = await show_sector(pilot, "industry")
        tea = ("industrial_output", "industrial_output.tea")
        home.table_grid.move_to(tea, "2025-M01/M08")
        await settle(pilot)
        told = "\n".join(plain_text(line) for line in home_of(app).note.lines)
        assert "không nêu cho 8T/2025; mới nhất: Q1/2026: >30 tấn" in told
        await press(pilot, "y")
        assert "Q1/2026" in inside.notices(app)[-1].message
