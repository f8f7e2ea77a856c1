"""Periods and reports are compared: figures of like kind side by side, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.grammar.period import Period
from queries.packed import Packed
from queries.panes import CellRow, PeriodRow, SeriesRow
from tests.tui import inside
from tests.tui.conftest import COAL, MakeApp, in_front, opened, press, settle
from tests.tui.rows import cell, period, series
from tui.draw import plain_text
from tui.model.compare import Comparison
from tui.model.compare_drawing import columns, rows, title_tail
from tui.model.compare_export import export, exported_passages
from tui.model.compare_levels import alike
from tui.model.compare_sides import last_two, most_in_common, side_of
from tui.model.home import HomeData
from tui.screens.compare import CompareScreen
from tui.screens.home import HomeScreen
from tui.screens.pick_reports import ReportPicker
from tui.widgets.grid import Grid
from tui.widgets.lines import Lines
from tui.words import Words

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tui.app import XulangApp


async def _on_coal(app: XulangApp, pilot: Pilot[None]) -> tuple[CompareScreen, list[str]]:
    """Compare with the cursor on coal: the screen and the places that it cites."""
    await press(pilot, "c", "w")
    screen = in_front(app, CompareScreen)
    assert screen.query_one(Grid).move_to(COAL)
    await settle(pilot)
    return screen, (screen.citation_text() or "").split(" ; ")


async def test_reports_are_compared_with_the_period_of_each_figure(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "c", "m", "w")
        screen = in_front(app, CompareScreen)
        coal = next(row for row in screen.query_one(Grid).rows if row.key == COAL)
        assert [plain_text(cell).strip() for cell in coal.cells[1:5]] == ["228,91", "8T/25", "119,4", "Q1/26"]
        await press(pilot, "p", "space")
        assert isinstance(app.screen, ReportPicker)
        await press(pilot, "enter")
        assert [note.message for note in inside.notices(app)] == [app.words("compare.two_reports")]


async def test_three_periods_stand_side_by_side(make_app: MakeApp) -> None:
    app = make_app()
    app.state.compared = ["2025-M01/M08", "2025", "2026-Q1"]
    async with opened(app) as pilot:
        await press(pilot, "c", "w")
        screen = in_front(app, CompareScreen)
        assert screen.comparison is not None
        assert [column.key for column in screen.query_one(Grid).columns][1:4] == app.state.compared
        coal = next(row for row in screen.query_one(Grid).rows if row.key == COAL)
        assert [plain_text(cell).strip() for cell in coal.cells[1:4]] == ["228,91", "·", "119,4"]


async def test_comparing_says_where_both_figures_stand(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        screen, cited = await _on_coal(app, pilot)
        assert len(cited) == 2
        told = [plain_text(line) for line in screen.query_one(Lines).lines]
        assert all(any(line.endswith(where) for line in told) for where in cited)
        await press(pilot, "Y")
        assert app.clipboard == " ; ".join(cited)


async def test_a_comparison_is_filtered_and_escape_gives_all_rows_back(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "c", "w", "m")
        grid = app.screen.query_one(Grid)
        before = [row.key for row in grid.rows]
        await press(pilot, "slash", *"ngheo", "enter")
        assert [row.key for row in grid.rows] == [("poverty_rate", None)]
        assert grid.has_focus
        await press(pilot, "escape")
        assert [row.key for row in grid.rows] == before
        assert isinstance(app.screen, CompareScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_a_comparison_has_no_column_without_figures(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(200, 50)) as pilot:
        await settle(pilot)
        await press(pilot, "c", "w")
        grid = app.screen.query_one(Grid)
        for place, column in enumerate(grid.columns):
            if column.key.startswith("plan"):
                assert any(plain_text(row.cells[place]) for row in grid.rows)
        assert all(len(row.cells) == len(grid.columns) for row in grid.rows)


BALANCE = ("balance", None)


def two_levels(first: tuple[str, float], last: tuple[str, float], agg: str = "flow") -> Comparison:
    """One series with a level in each of two periods, in the last one with its change on last year."""
    periods = [Period.parse(period) for period, _ in (first, last)]
    spans = [PeriodRow(one.id, one.kind, one.start, one.end, one.label("vi"), one.label("en"), 1, 0) for one in periods]
    names = ("border", "balance", None, "Cán cân", "Balance", None, None, "can can", None)
    series = SeriesRow(*names, agg, "tấn", "tonnes", "tấn", 1.0, 2, 0, None, None, None, None)
    cells = [
        ("balance", None, span.id, span.id, span.label_vi, span.label_en, "value", None, None, level, level, *said, at, at, False)
        for said in [("tấn", "tonnes", "tấn", None, None, None, None, "A")]
        for at, (span, level) in enumerate(zip(spans, (first[1], last[1]), strict=True))
    ]
    data = HomeData("border", [series], Packed(CellRow, [cells]))
    return Comparison(data, [side_of(span) for span in spans], {span.id: span for span in spans}, Words("en"))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2021/2025", "2026/2030"),
        ("2025-M07", "2025-M08"),
        ("2025-Q1", "2025-M01/M03"),
        ("2025-12-15/2026-07-14", "2024-12-15/2025-07-14"),
        ("2025-08-31", "2026-08-31"),
    ],
)
def test_amounts_of_spans_of_one_length_are_compared(first: str, last: str) -> None:
    comparison = two_levels((first, 50.0), (last, 60.0))
    assert comparison.difference(BALANCE) == 10
    assert comparison.percent(BALANCE) == pytest.approx(20)
    assert comparison.unlike is False


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (("2025-Q1", 30.0), ("2025-M01/M06", 90.0), "3 months against 6; a month on average 10 → 15 tonnes"),
        (("2025", 4.0), ("2026-Q1", 1000.0), "12 months against 3; a month on average 0.333 → 333 tonnes"),
        (("2025-M01/M08", 50.0), ("2026-03-31", 60.0), "how long it had run until that day is not said"),
    ],
)
def test_amounts_of_spans_of_unlike_length_are_not_compared(first: tuple[str, float], last: tuple[str, float], told: str) -> None:
    comparison = two_levels(first, last)
    assert (comparison.difference(BALANCE), comparison.percent(BALANCE)) == (None, None)
    assert comparison.unlike is True
    assert comparison.unlike_text(BALANCE) == f"neither difference nor %: {told}"
    assert [column.title for column in columns(comparison)][-2:] == ["difference", "%"]


def test_what_there_is_at_a_moment_is_compared_over_any_time() -> None:
    comparison = two_levels(("2025-M01/M11", 110.0), ("2026-Q1", 40.0), agg="stock")
    assert comparison.difference(BALANCE) == -70
    assert comparison.percent(BALANCE) == pytest.approx(-70 / 110 * 100)
    assert comparison.unlike is False


@pytest.mark.parametrize(("first", "last"), [(-40.0, -20.0), (-40.0, 20.0), (0.0, 20.0)])
def test_what_was_no_positive_number_did_not_rise_by_any_per_cent(first: float, last: float) -> None:
    comparison = two_levels(("2025", first), ("2026", last))
    assert comparison.percent(("balance", None)) is None
    assert comparison.difference(("balance", None)) == last - first


def test_rows_without_a_percentage_come_last() -> None:
    comparison = two_levels(("2025", 80.0), ("2026", 31.0))
    deficit = ("deficit", None)
    comparison.series[deficit] = comparison.series[BALANCE]
    comparison.levels[deficit] = [
        cell._replace(value_base=-cell.value_base) if cell else None for cell in comparison.levels[BALANCE]
    ]
    comparison.levels = {key: comparison.levels[key] for key in (deficit, BALANCE)}
    assert comparison.visible() == [BALANCE, deficit]


async def test_the_periods_compared_at_first_are_those_of_the_table_with_most_in_common(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "c", "w")
        comparison = in_front(app, CompareScreen).comparison
        assert comparison is not None
        assert [side.id for side in comparison.sides] == ["2025-M01/M08", "2026-Q1"]
        assert comparison.levels


def test_of_periods_that_are_shown_the_two_with_most_in_common_are_chosen() -> None:
    comparison = two_levels(("2025-M01/M08", 80.0), ("2025-M01/M11", 110.0))
    lonely = Period.parse("2025")
    spans = [*comparison.periods.values()]
    year = PeriodRow(lonely.id, lonely.kind, lonely.start, lonely.end, "2025", "2025", 1, 0)
    assert [period.id for period in most_in_common(comparison.data, [*spans, year])] == ["2025-M01/M08", "2025-M01/M11"]


def test_the_last_two_columns_that_share_half_as_much_as_any_two_are_compared() -> None:
    columns = [period(name) for name in ("2024", "2025-M01/M08", "2025-M01/M11", "2025", "2026-Q1")]
    told = {"2025-M01/M08": "abcde", "2025-M01/M11": "abcdef", "2025": "a", "2026-Q1": "abcf"}
    cells = [cell((name, None), column, 1, observation_id=at) for at, (column, own) in enumerate(told.items(), 1) for name in own]
    data = HomeData("industry", [], Packed(CellRow, [list(map(tuple, cells))]))
    assert [one.id for one in last_two(data, columns)] == ["2025-M01/M11", "2026-Q1"]
    assert last_two(data, columns[:2]) == []
    assert last_two(data, columns[:1]) == []


def test_a_figure_of_other_days_than_those_of_its_column_names_them() -> None:
    comparison = two_levels(("2025-Q1", 30.0), ("2026-Q1", 40.0))
    one, two = comparison.ends(("balance", None))
    near = two._replace(period_id="2026-01-01/2026-04-02", period_en="1 Jan-2 Apr 2026")
    assert comparison.days(comparison.sides[1], near) == "1 Jan-2 Apr 2026 · "
    assert comparison.days(comparison.sides[0], one) == ""


async def test_one_sector_or_all_keeps_the_sides_and_so_does_coming_back(make_app: MakeApp) -> None:
    app = make_app()
    kept = app.state.compared = ["2025-M01/M08", "2025", "2026-Q1"]
    async with opened(app) as pilot:
        in_front(app, HomeScreen).show_sector("industry")
        await settle(pilot)
        await press(pilot, "c")
        screen = in_front(app, CompareScreen)
        app.state.compared = []
        for keys in (["w"], ["w"], ["m", "m"]):
            await press(pilot, *keys)
            assert screen.comparison is not None
            assert [side.id for side in screen.comparison.sides] == kept, keys
        again = CompareScreen()
        assert again.restore(screen.location())
        await app.push_screen(again)
        await settle(pilot)
        assert again.comparison is not None
        assert [side.id for side in again.comparison.sides] == kept


async def test_periods_chosen_for_the_table_are_compared_though_others_were_before(make_app: MakeApp) -> None:
    app = make_app()
    app.state.compared = ["2025", "2026-Q1"]
    async with opened(app) as pilot:
        in_front(app, HomeScreen)._chose(["2025-M01/M08", "2026-Q1"])
        await press(pilot, "c", "w")
        comparison = in_front(app, CompareScreen).comparison
        assert comparison is not None
        assert [side.id for side in comparison.sides] == ["2025-M01/M08", "2026-Q1"]


@pytest.mark.parametrize("lang", ["vi", "en"])
async def test_the_title_says_why_amounts_are_not_compared_in_any_width(make_app: MakeApp, lang: str) -> None:
    app = make_app(lang)
    async with opened(app, (60, 24)) as pilot:
        await press(pilot, "c", "w")
        for cells, told in (*((few, "unlike_short") for few in (60, 70, 80, 100)), (160, "unlike")):
            await pilot.resize_terminal(cells, 24)
            await settle(pilot)
            title = inside.words_on(app.screen).splitlines()[0]
            assert f"⚠ {app.words(f'compare.{told}')} " in f"{title} ", cells


@pytest.mark.parametrize(
    ("room", "told"),
    [
        (120, "⚠ periods of unlike length: amounts have no difference and no %   Border · 1 in common · by change"),
        (76, "⚠ periods of unlike length   Border · 1 in common · by change"),
        (40, "⚠ periods of unlike length   1 in common"),
        (39, "⚠ periods of unlike length"),
        (5, "⚠ periods of unlike length"),
    ],
)
def test_of_a_title_the_reason_is_the_last_to_go(room: int, told: str) -> None:
    comparison = two_levels(("2025-Q1", 30.0), ("2025-M01/M06", 90.0))
    assert plain_text(title_tail(comparison, "Border", room)) == told
    alike = two_levels(("2024", 6.8), ("2025", 8.7))
    assert plain_text(title_tail(alike, "", room)) == "1 in common"


@pytest.mark.parametrize("lang", ["vi", "en"])
async def test_a_low_narrow_terminal_shows_what_stands_in_place_of_a_difference(make_app: MakeApp, lang: str) -> None:
    app = make_app(lang)
    app.state.compared = ["2025-M01/M08", "2026-Q1"]
    async with opened(app, (80, 24)) as pilot:
        screen, _ = await _on_coal(app, pilot)
        assert screen.comparison is not None
        shown = " ".join(inside.words_on(screen).split("───")[-1].split())
        assert screen.comparison.unlike_text(COAL) in shown


def test_of_several_columns_those_are_compared_that_speak_of_a_row_alike() -> None:
    comparison = two_levels(("2025-M01/M08", 80.0), ("2025-M01/M11", 110.0))
    one, two = comparison.ends(("balance", None))
    assert alike([None, one, None, two]) == [None, one, None, two]
    assert alike([one, None, None]) == [None, None, None]
    assert alike([one, one]) == [None, None], "a figure at the end of two periods is one"
    assert alike([one._replace(measure="target"), one, two]) == [None, one, two]


def test_what_is_reckoned_has_no_more_digits_than_the_figures() -> None:
    key = ("balance", None)
    assert two_levels(("2024", 6.8), ("2025", 8.7)).difference(key) == 1.9
    assert export(two_levels(("2024", 6.8), ("2025", 8.7))).rows[0][6:8] == [1.9, 27.9]
    assert export(two_levels(("2024", 6.83), ("2025", 8.7))).rows[0][6:8] == [1.87, 27.38]
    assert export(two_levels(("2024", 7.0), ("2025", 8.0))).rows[0][6:8] == [1.0, 14.3]


def test_an_exported_comparison_tells_what_each_figure_is_and_where_it_stands() -> None:
    comparison = two_levels(("2024", 6.8), ("2025", 8.7))
    table = export(comparison, {0: "BC 1, mục II", 1: "BC 2, mục III"})
    assert table.columns[:4] == ["indicator", "item", "measure", "unit"]
    assert table.columns[-2:] == ["disputed", "source"]
    assert table.rows[0][:6] == ["Balance", None, "level", "tonnes", 6.8, 8.7]
    assert table.rows[0][-3:] == [None, None, "2024: BC 1, mục II; 2025: BC 2, mục III"]
    assert exported_passages(comparison) == [0, 1]


async def test_a_comparison_is_copied_with_the_places_of_its_figures(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        _, cited = await _on_coal(app, pilot)
        await press(pilot, "T")
        await settle(pilot)
        [coal] = [line for line in app.clipboard.splitlines() if "Than" in line]
        assert all(where in coal.split("\t")[-1] for where in cited)


def test_places_are_compared_though_one_period_has_a_score_too() -> None:
    key, place = ("balance", None), {"measure": "rank", "unit": "", "unit_en": "", "base": ""}
    years = [period(year) for year in ("2027", "2028", "2029")]
    cells = [cell(key, one.id, 20.0 + at, observation_id=at, **place) for at, one in enumerate(years)]
    cells.append(cell(key, "2029", 81.5, observation_id=9, unit="%", unit_en="%", base="%"))

    def levels(*chosen: int) -> list[float | None]:
        sides = [years[at] for at in chosen]
        data = HomeData("admin", [series(key)], Packed(CellRow, [list(map(tuple, cells))]))
        compared = Comparison(data, [side_of(one) for one in sides], {one.id: one for one in sides}, Words("en"))
        return [one and one.value for one in compared.levels[key]]

    assert levels(0, 2) == [20, 22]
    assert levels(0, 1, 2) == [20, 21, 22]


async def test_where_nothing_is_compared_it_is_said_that_targets_are_left_out(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "c")
        screen = in_front(app, CompareScreen)
        screen.comparison = None
        screen.redraw()
        assert plain_text(screen.query_one(Grid).empty) == app.words("compare.nothing_periods")
    for sides in ("periods", "reports"):
        assert "mục tiêu đứng ngoài" in app.words(f"compare.nothing_{sides}")
        assert len(app.words(f"compare.nothing_{sides}")) < 80, "it fits into a narrow terminal"


async def test_a_row_without_figures_in_the_first_column_is_compared_from_the_first_that_has_one(make_app: MakeApp) -> None:
    app = make_app()
    app.state.compared = ["2025", "2025-M01/M08", "2026-Q1"]
    async with opened(app) as pilot:
        await press(pilot, "c", "w")
        comparison = in_front(app, CompareScreen).comparison
        assert comparison is not None
        assert [cell.period_id for cell in comparison.ends(COAL)] == ["2025-M01/M08", "2026-Q1"]
        assert COAL in comparison.levels


def test_a_row_compared_with_another_column_than_the_outer_ones_is_marked_and_says_which() -> None:
    key, other = ("balance", None), ("turnover", None)
    years = [period(year) for year in ("2027", "2028", "2029")]
    cells = [cell(key, one.id, 20.0 + at, observation_id=at) for at, one in enumerate(years[:2])]
    cells += [cell(other, one.id, 20.0 + at, observation_id=5 + at) for at, one in enumerate(years[1:])]
    data = HomeData("border", [series(key), series(other)], Packed(CellRow, [list(map(tuple, cells))]))
    compared = Comparison(data, [side_of(one) for one in years], {one.id: one for one in years}, Words("en"))
    drawn = {row.key: [plain_text(line).strip() for line in row.cells[1:4]] for row in rows(compared)}
    assert drawn == {key: ["20", "21", "←"], other: ["→", "20", "21"]}
    assert [compared.between(one).partition(": ")[2] for one in (key, other)] == ["2027 → 2028", "2028 → 2029"]
    assert two_levels(("2027", 1.0), ("2028", 2.0)).between(key) == ""


async def test_reports_that_share_most_are_compared_at_first(make_app: MakeApp) -> None:
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "c", "m")
        comparison = in_front(app, CompareScreen).comparison
        assert comparison is not None
        assert len(comparison.sides) == 2


def test_a_disputed_number_has_room_for_its_sign() -> None:
    key, years = ("balance", None), [period(year) for year in ("2028", "2029")]
    cells = [cell(key, one.id, 1_234_567.8, observation_id=at, disputed=bool(at)) for at, one in enumerate(years)]
    data = HomeData("border", [series(key)], Packed(CellRow, [list(map(tuple, cells))]))
    compared = Comparison(data, [side_of(one) for one in years], {one.id: one for one in years}, Words("en"))
    assert [column.tight for column in columns(compared)[1:3]] == [len("1,234,567.8"), len("⚠1,234,567.8")]
