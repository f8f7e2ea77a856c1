"""A result is drawn over time where a column tells it, as bars where none does; what cannot be drawn is said."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.tui import inside
from tests.tui.conftest import MakeApp, in_front, press
from tests.tui.console import console_with
from tui.draw import line_width, plain_text
from tui.model.bars import bars
from tui.model.drill import PeriodHead
from tui.model.result_chart import Drawing, chart_data, period_of
from tui.screens.console import ConsoleScreen
from tui.screens.console_chart import ChartScreen
from tui.words import Words

if TYPE_CHECKING:
    from textual.pilot import Pilot

PERIODS = {
    "2025": PeriodHead("2025", "year", date(2025, 1, 1), date(2025, 12, 31), "2025", "2025"),
    "2026-Q1": PeriodHead("2026-Q1", "quarter", date(2026, 1, 1), date(2026, 3, 31), "Q1/2026", "Q1 2026"),
}
VI = Words("vi")


def drawn(columns: str, rows: list[tuple[Any, ...]], at: int = 0) -> Drawing | None:
    """A drawing of rows; columns whose names begin with # hold numbers."""
    names = columns.split()
    return chart_data(names, [name.startswith("#") for name in names], rows, PERIODS, at)


def found(columns: str, rows: list[tuple[Any, ...]], at: int = 0) -> Drawing:
    one = drawn(columns, rows, at)
    assert one is not None
    return one


def test_periods_are_drawn_in_the_order_of_time() -> None:
    one = found("period #value", [("2026-Q1", 2.0), ("2025", 1.0)])
    assert [(when.id, value) for when, value in one.points(1)] == [("2025", 1.0), ("2026-Q1", 2.0)]


def test_a_time_that_comes_twice_makes_bars_with_names_that_tell_the_rows_apart() -> None:
    rows = [("Than", "2025", "BC 1", 1.0), ("Than", "2026-Q1", "BC 1", 2.0), ("Xi măng", "2025", "BC 1", 3.0)]
    one = found("item period report #value", rows)
    assert one.times == []
    assert one.bars(3) == [("Than · 2025", 1.0), ("Than · 2026-Q1", 2.0), ("Xi măng · 2025", 3.0)]


def test_rows_that_no_word_tells_apart_are_numbered() -> None:
    assert found("a #n", [("x", 1), ("x", 2)]).names == ["1  x", "2  x"]
    assert found("#n", [(1,), (2,)]).names == ["1", "2"]


def test_the_column_under_the_cursor_comes_first_then_what_was_measured() -> None:
    rows = [("a", 1, 2.5), ("b", 2, 3.5)]
    assert found("name #count #value", rows, at=1).first == 1
    assert found("name #count #value", rows, at=0).first == 2
    assert found("name #count #value", rows).numbers == [1, 2]


def test_years_are_time_beside_another_column_of_numbers() -> None:
    assert [point[0].kind for point in found("#year #value", [(2024, 1.5), (2025, 2.5)]).points(1)] == ["year", "year"]
    assert found("#value", [(2024,), (2025,)]).times == []


def test_what_is_no_number_is_left_out() -> None:
    rows = [("a", 1), ("b", None), ("c", float("nan")), ("d", True), ("e", Decimal("2.5"))]
    assert found("name #value", rows).bars(1) == [("a", 1.0), ("e", 2.5)]


@pytest.mark.parametrize(
    ("columns", "rows"), [("a", [("x",)]), ("#n", [(None,)]), ("#n", []), ("", []), ("#year", []), ("day", [(date(2026, 1, 1),)])]
)
def test_without_numbers_there_is_nothing_to_draw(columns: str, rows: list[tuple[Any, ...]]) -> None:
    assert drawn(columns, rows) is None


def test_dates_and_times_of_day_tell_the_time_and_words_do_not() -> None:
    day = date(2026, 1, 31)
    assert period_of(day, {}) == PeriodHead("2026-01-31", "point", day, day, "2026-01-31", "2026-01-31")
    assert period_of(datetime(2026, 1, 31, 6), {}) is not None
    assert [period_of(value, PERIODS) for value in ("Than", 7, True, None, 1.5)] == [None] * 5


def test_units_are_told_once_each() -> None:
    one = found("name unit #value", [("a", "%", 1.0), ("b", "tấn", 2.0), ("c", "%", 3.0), ("d", "ha", None)])
    assert one.units_of(2) == ["%", "tấn"]


@pytest.mark.parametrize("cells", [30, 60, 200])
def test_bars_fill_the_room_and_no_more(cells: int) -> None:
    lines = bars([("Tăng", 40.0), ("Giảm một chút", -10.0), ("Không", 0.0), ("Rất nhỏ", 0.001)], VI, cells)
    assert max(line_width(line) for line in lines) <= cells
    up, down, none, little = (plain_text(line) for line in lines)
    assert up.count("█") > down.count("█") > 0
    assert "█" not in none
    assert little.rstrip()[-1] == "▏"


def test_little_room_and_no_rows_are_said() -> None:
    assert plain_text(bars([("a", 1.0)], VI, 20)[0]) == VI("chart.no_room")
    assert plain_text(bars([], VI, 80)[0]) == VI("chart.nothing")


async def asked(pilot: Pilot[None], sql: str) -> None:
    await console_with(pilot, sql)
    await press(pilot, "f5", "f6", "b")


def words_on(screen: ChartScreen) -> str:
    return "\n".join(plain_text(line) for pane in screen.query("Lines") for line in pane.lines)  # type: ignore[attr-defined]


async def test_a_key_draws_the_result_and_another_its_other_columns(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 36)) as pilot:
        await asked(pilot, "select 'Đường [/b]' as a, 2.5 as b, 7 as c, 'tấn' as unit union all select 'Muối', null, 8, '%'")
        screen = in_front(pilot.app, ChartScreen)
        assert "Đường [/b]" in words_on(screen)
        assert "tấn · 1 dòng · 1 dòng không có số" in words_on(screen)
        await press(pilot, "right")
        assert "2 dòng · các đơn vị khác nhau: tấn, %" in words_on(screen)
        await press(pilot, "left", "b", "escape")
        assert isinstance(pilot.app.screen, ConsoleScreen)


async def test_periods_get_the_chart_of_the_explorer(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await asked(pilot, "select period_id, value from latest where item_id = 'industrial_output.coal' and measure = 'value'")
        screen = in_front(pilot.app, ChartScreen)
        assert "●" in words_on(screen)
        assert "█" not in words_on(screen)
        await press(pilot, "b")
        assert "█" in words_on(screen)
        assert "█" in words_on(screen)


async def test_a_result_of_words_says_that_nothing_can_be_drawn(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await asked(pilot, "select name_vi from item")
        assert isinstance(pilot.app.screen, ConsoleScreen)
        assert [note.message for note in inside.notices(pilot.app)] == ["Kết quả không có cột số nào để vẽ"]
