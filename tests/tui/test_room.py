"""Nothing is cut beside empty space: what one column does not need, another has."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.tui import inside
from tests.tui.conftest import MakeApp, home_of, in_front, opened, press, settle, show_sector
from tui.app import XulangApp
from tui.draw import cut_apart, cut_before, cut_middle, fit, plain_text, width
from tui.model.alike import differing
from tui.model.names import unit_tail
from tui.model.rows import Column, Row
from tui.model.search import parted
from tui.model.subject import Subject
from tui.screens.compare import CompareScreen
from tui.screens.drill import DrillScreen
from tui.screens.reports import ReportsScreen
from tui.widgets.chart import Chart
from tui.widgets.grid import Grid
from tui.widgets.grid_drawing import NO_MARK, row_line, told_apart
from tui.widgets.grid_layout import lay_out
from tui.widgets.lines import Lines
from tui.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


@pytest.fixture
def app(shipped_store: Path, tmp_path: Path) -> XulangApp:
    """The explorer on the figures that ship, in English."""
    return XulangApp(shipped_store, lang="en", state=tmp_path / "session.json")


async def found(pilot: Pilot[None], text: str) -> list[str]:
    """The lines of what is found for a text that is typed."""
    await press(pilot, "f3", *text)
    return inside.words_on(pilot.app.screen).splitlines()[4:-1]


@pytest.mark.parametrize(
    ("cells", "first"),
    [
        ([(20, 30)], 20),
        ([(10, 20), (25, 5)], 25),
        ([(40, 10), (45, 12)], 45),
        ([(12, 58), (12, 50), (40, 20)], 12),
        ([], 10),
    ],
    ids=["both fit", "the longest fits", "long names", "long wholes", "nothing"],
)
def test_two_columns_part_their_room_so_that_least_is_cut(cells: list[tuple[int, int]], first: int) -> None:
    assert parted(cells, 60, 10) == first


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_what_is_found_stands_in_columns(app: XulangApp, size: tuple[int, int]) -> None:
    async with opened(app, size) as pilot:
        await press(pilot, "f3", *"inspect")
        head, *lines = inside.words_on(app.screen).splitlines()[3:-1]
        start = head.index("within")
        rows = [line for line in lines if line.strip()]
        assert len(rows) > 10
        assert all(line[start - 2 : start] == "  " and line[start] != " " for line in rows)


ALIKE = "Smuggling, trade-fraud, environment and food-safety cases detected by the police"


@pytest.mark.parametrize("other", [ALIKE.replace("cases", "offenders"), ALIKE.replace("cases", "catches"), f"{ALIKE} of wards"])
@pytest.mark.parametrize("cells", [24, 46, 60])
def test_names_that_begin_and_end_alike_differ_when_they_are_cut(other: str, cells: int) -> None:
    places = differing([ALIKE, other])
    one, two = (cut_apart(name, places[name], cells) for name in (ALIKE, other))
    assert one != two
    assert width(one) == width(two) == cells


def test_only_names_that_begin_alike_are_cut_otherwise() -> None:
    names = ["Coal of all mines", "Coal of all pits", "Coal of all mills", "Coal", "Cement"]
    assert differing(names) == {"Coal of all mines": 14, "Coal of all mills": 14, "Coal of all pits": 12}
    assert cut_apart(ALIKE, 0, 40) == cut_apart(ALIKE, 3, 40) == cut_middle(ALIKE, 40)
    assert cut_apart(ALIKE, 50, 90) == fit(ALIKE, 90)


@pytest.mark.parametrize(
    ("name", "place", "cells", "cut"),
    [
        ("Industrial products with growing output", 11, 28, "Industrial products with…"),
        ("Industrial products with growing output", 11, 15, "Industrial pro…"),
        ("Electricity generated", 12, 19, "Electricity genera…"),
        ("Electricity generated", 12, 12, "…generated"),
        ("Land of smallholdings everywhere", 8, 14, "Land of small…"),
        ("Vốn đăng ký của doanh nghiệp thành lập mới", 16, 30, "Vốn đăng ký của doanh nghiệp…"),
        ("Vốn đăng ký của doanh nghiệp thành lập mới", 29, 30, "Vốn đăng ký của…thành lập mới"),
        ("Vốn đăng ký của doanh nghiệp thành lập mới", 16, 20, "Vốn đăng…doanh…"),
    ],
)
def test_a_name_told_apart_is_cut_twice_only_where_once_is_not_enough(name: str, place: int, cells: int, cut: str) -> None:
    assert cut_apart(name, place, cells).rstrip() == cut


@pytest.mark.parametrize(
    ("cells", "cut"),
    [
        (35, "Index of industrial production…"),
        (33, "Index of…production (IIP)"),
        (28, "Index of industrial…(IIP)"),
        (24, "Index of industria…(IIP)"),
    ],
)
def test_what_stands_in_brackets_is_cut_before_a_word_is(cells: int, cut: str) -> None:
    assert cut_middle("Index of industrial production (IIP)", cells).rstrip() == cut


@pytest.mark.parametrize(
    ("name", "cells", "cut"),
    [
        ("Sản lượng của ngành", 9, "Sản…"),
        ("Sản lượng của ngành", 11, "Sản lượng…"),
        (" · Sản lượng", 9, " · Sản…"),
        (" · Sản lượng", 6, "…"),
        (" · Livestock and poultry numbers", 16, " · Livestock…"),
        (" · Livestock and poultry numbers", 12, "…"),
        ("A smallholding", 9, "A smallh…"),
        ("Sản lượng", 1, "…"),
    ],
)
def test_in_few_cells_whole_words_stay_and_what_goes_on_behind_a_name_is_left_out(name: str, cells: int, cut: str) -> None:
    assert cut_middle(name, cells).rstrip() == cut


@pytest.mark.parametrize(("room", "brief"), [(34, True), (44, False)])
def test_names_of_a_table_that_are_cut_keep_what_tells_them_apart_in_whole_words(room: int, brief: bool) -> None:
    names = ["Vốn đăng ký của doanh nghiệp thành lập mới", "Vốn đăng ký của hợp tác xã thành lập mới"]
    cells = [(("▸ ", "dim"), (name, "plain"), *unit_tail("tỷ đồng", Words("vi"))) for name in names]
    rows = [Row(name, (cell,)) for name, cell in zip(names, cells, strict=True)]
    layout, order = lay_out([Column("name", "", 20, "spread", most=60)], room, 0), {"name": 0}
    apart = told_apart(rows, layout, order)
    drawn = [plain_text(row_line(row, layout, order, (NO_MARK, ""), None, brief, apart=apart)) for row in rows]
    assert "doanh" in drawn[0]
    assert "hợp" in drawn[1]
    for line, name in zip(drawn, names, strict=True):
        words = line.replace("…", " ").split()
        assert set(words) <= {"▸", *name.split(), "tỷ", "đồng", "đ"}, "no word is cut"
    assert told_apart(rows * 2000, layout, order) == {}, "it would take too long"


async def test_names_that_are_alike_are_told_apart_by_what_they_are_part_of_in_80_columns(app: XulangApp) -> None:
    async with opened(app, (80, 24)) as pilot:
        lines = [line.rsplit(maxsplit=1)[0].strip("▌ ") for line in await found(pilot, "exports") if line.strip()]
        assert len(lines) == len(set(lines)) >= 5
        assert any("all customs regimes" in line for line in lines)
        await press(pilot, "escape")
        lines = [line.rsplit(maxsplit=1)[0].strip("▌ ") for line in await found(pilot, "police") if line.strip()]
        assert len(lines) == len(set(lines)) >= 5


@pytest.mark.parametrize("lang", ["vi", "en"])
async def test_a_number_that_is_found_is_shown_with_its_item_and_the_number_of_its_report_in_80_columns(
    shipped_store: Path, tmp_path: Path, lang: str
) -> None:
    app = XulangApp(shipped_store, lang=lang, state=tmp_path / "session.json")
    async with opened(app, (80, 24)) as pilot:
        (line,) = [line for line in await found(pilot, "387,7" if lang == "vi" else "387.7") if line.strip()]
        assert "BC 824" in line
        assert ("Than" if lang == "vi" else "Coal") in line


async def test_what_a_number_measures_is_not_cut_beside_room_for_it(app: XulangApp) -> None:
    async with opened(app, (80, 24)) as pilot:
        app.open_drill(Subject("trade_turnover_all"))
        await settle(pilot)
        await press(pilot, "M")
        lines = inside.words_on(app.screen).splitlines()[2:5]
        assert all(line.rstrip().endswith("% on period before") for line in lines)


async def test_a_chart_gives_way_to_a_long_name_in_a_wide_terminal(app: XulangApp) -> None:
    async with opened(app, (200, 50)) as pilot:
        app.open_drill(Subject("retail_sales"))
        await settle(pilot)
        screen = in_front(app, DrillScreen)
        assert screen.query_one(Chart).outer_size.width == 60
        drawn = inside.words_on(screen).splitlines()[2].split("│")[0]
        assert drawn.startswith("▌Retail sales of goods and consumer services  ")


@pytest.mark.parametrize("cells", [80, 120])
async def test_a_whole_sector_shows_four_periods_beside_its_names_in_80_columns_or_beside_a_chart(
    app: XulangApp, cells: int
) -> None:
    async with opened(app, (cells, 36)) as pilot:
        app.open_drill(Subject(sector="border"))
        await settle(pilot)
        if cells > 80:
            await press(pilot, "b")
        screen = in_front(app, DrillScreen)
        assert screen.query_one(Chart).display is (cells > 80)
        head, *rows = (line.split("│")[0] for line in inside.words_on(screen).splitlines()[1:12])
        assert len(head.replace("‹", "").split()) == 1 + 4
        assert any("Trade turnover" in row for row in rows)


@pytest.mark.parametrize(("cells", "name", "shown"), [(60, 20, 4), (90, 30, 6), (140, 44, 10)])
def test_names_get_a_third_of_the_room_before_more_than_a_few_periods_are_shown(cells: int, name: int, shown: int) -> None:
    periods = [Column(str(place), "", 8, "right", slides=True) for place in range(20)]
    layout = lay_out([Column("name", "", 20, "spread", most=60, wish=44), *periods], cells, 0)
    assert (layout.placed[0].cells >= name, len(layout.placed) - 1) == (True, shown)


async def test_the_year_of_a_date_is_not_cut(make_app: MakeApp) -> None:
    app = make_app("en")
    async with opened(app, (120, 36)) as pilot:
        await press(pilot, "r")
        screen = in_front(app, ReportsScreen)
        screen.reports = [report._replace(issued=date(2023, 6, 25)) for report in screen.reports]
        screen.redraw()
        await settle(pilot)
        assert inside.words_on(screen).count("25 Jun 2023") > len(screen.reports), "in every row, and below"


@pytest.mark.parametrize(("cells", "periods"), [(120, 2), (80, 2), (62, 0)])
async def test_of_compared_reports_both_have_a_period_beside_their_figures_or_none(
    app: XulangApp, cells: int, periods: int
) -> None:
    async with opened(app, (cells, 24)) as pilot:
        await press(pilot, "1", "g", "enter", "c", "m")
        screen = in_front(app, CompareScreen)
        assert screen.comparison is not None
        half = next(key for key, (one, _) in screen.comparison.levels.items() if one and one.period_id == "2023-H1")
        screen.query_one(Grid).move_to(half)
        await settle(pilot)
        lines = inside.words_on(screen).splitlines()
        assert lines[1].count("period") == periods
        detail = "\n".join(lines[-8:])
        assert "H1 2023" in detail
        assert "Q1 2026" in detail


@pytest.mark.parametrize(
    ("span", "cut"),
    [("15/12/22-14/6/23", "…14/6/23"), ("15 Dec’22-14 Jun’23", "…Jun’23 "), ("30/6/23", "30/6/23 "), ("x" * 20, "…       ")],
)
def test_of_a_span_of_days_that_is_cut_the_end_stays(span: str, cut: str) -> None:
    assert cut_before(span, 8) == cut


async def test_spans_of_days_are_whole_where_compared_reports_have_the_room_and_names_have_the_rest(
    shipped_store: Path, tmp_path: Path
) -> None:
    async with opened(XulangApp(shipped_store, state=tmp_path / "session.json"), (200, 50)) as pilot:
        await press(pilot, "1", "g", "enter", "c", "m", "end")
        drawn = []
        for _ in range(5):
            drawn += inside.words_on(in_front(pilot.app, CompareScreen)).splitlines()[2:43]
            await press(pilot, "pageup")
        assert any("15/12/22-14/6/23" in line for line in drawn)
        assert not any("…" in line for line in drawn)


@pytest.mark.parametrize("lang", ["vi", "en"])
async def test_all_that_is_told_of_a_report_is_seen_in_80_columns_while_the_list_leaves_lines_empty(
    shipped_store: Path, tmp_path: Path, lang: str
) -> None:
    async with opened(XulangApp(shipped_store, lang=lang, state=tmp_path / "session.json"), (80, 24)) as pilot:
        await press(pilot, "r")
        screen = in_front(pilot.app, ReportsScreen)
        for _ in screen.reports:
            for pane in ("#detail", "#account"):
                assert not screen.query_one(pane, Lines).show_vertical_scrollbar
            await press(pilot, "j")
        screen.reports = screen.reports * 3
        await pilot.resize_terminal(80, 25)
        await settle(pilot)
        assert screen.query_one("#below").size.height == 11, "a long list keeps half of the lines"


async def test_a_terminal_that_was_small_for_a_while_shows_what_it_showed_before(app: XulangApp) -> None:
    async with opened(app, (130, 34)) as pilot:
        await press(pilot, "1", "home", "2")
        before = inside.words_on(app.screen)
        for size in [(70, 24), (30, 8), (230, 50), (130, 34)]:
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert (inside.words_on(app.screen) == before) is (size == (130, 34)), size


async def test_sectors_never_leave_the_table_too_little_room(app: XulangApp) -> None:
    async with opened(app, (100, 30)) as pilot:
        home = home_of(app)
        await press(pilot, "1")
        await pilot.resize_terminal(45, 14)
        await settle(pilot)
        assert not home.query_one("#main").display
        assert home.sector_grid.size.width >= 43
        await press(pilot, "f", "escape")
        assert not home.query_one("#main").display
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert (home.sector_grid.display, home.table_grid.size.width >= 48) == (True, True)
        await pilot.click(home.table_grid, offset=(5, 3))
        await settle(pilot)
        assert not home.sector_grid.display, "a click leaves them as a key does"
        assert home.table_grid.size.width == 80


@pytest.mark.parametrize("sector", ["industry", "social"])
async def test_no_name_of_the_table_is_cut_where_there_is_room(app: XulangApp, sector: str) -> None:
    async with opened(app, (200, 50)) as pilot:
        grid = (await show_sector(pilot, sector)).table_grid
        layout = lay_out(grid.columns, grid.size.width - 2, 0)
        order = {column.key: place for place, column in enumerate(grid.columns)}
        drawn = [plain_text(row_line(row, layout, order, (NO_MARK, ""), None)) for row in grid.rows]
        assert [line for line in drawn if "…" in line] == []
