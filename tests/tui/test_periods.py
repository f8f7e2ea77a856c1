"""The period picker: stretches of periods are marked by keys and by the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from queries.panes import SectorRow
from tests.tui import inside
from tests.tui.conftest import SIZE, MakeApp, home_of, in_front, press, settle
from tests.tui.rows import period
from tui.draw import plain_text
from tui.model.home_title import periods_line
from tui.screens.periods import PeriodScreen
from tui.widgets.grid import Grid
from tui.words import Words

if TYPE_CHECKING:
    from textual.pilot import Pilot


async def picker(pilot: Pilot[None], row: str, column: str) -> PeriodScreen:
    await settle(pilot)
    await press(pilot, "p")
    screen = in_front(pilot.app, PeriodScreen)
    await press(pilot, "c")
    screen.grid.move_to(row, column)
    await settle(pilot)
    return screen


async def test_a_stretch_of_periods_is_marked_and_chosen(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await picker(pilot, "2024", "Y")
        await press(pilot, "v", "down")
        assert screen.chosen == []
        await press(pilot, "v")
        assert screen.chosen == ["2024", "2025"]


async def test_arrows_with_shift_stretch_and_escape_gives_up_only_the_stretch(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await picker(pilot, "2025", "T8")
        await press(pilot, "shift+right", "escape")
        assert app.screen is screen
        assert screen.chosen == []
        await press(pilot, "shift+right", "enter")
        assert [period.id for period in home_of(app).chosen] == ["2025-M01/M08", "2025"]


async def test_a_click_with_shift_chooses_up_to_the_mouse(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await picker(pilot, "2024", "Y")
        year = screen.grid.render_line(0).text.index(app.words("periods.Y"))
        row = next(at for at, shown in enumerate(screen.grid.rows) if shown.key == "2026") + 1
        await pilot.click(Grid, offset=(year + 1, row), shift=True)
        await settle(pilot)
        assert screen.chosen == ["2024", "2025"]


async def test_with_no_period_chosen_the_window_stays_and_says_what_to_do(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await picker(pilot, "2024", "Y")
        await press(pilot, "enter")
        assert app.screen is screen
        assert [note.message for note in inside.notices(app)] == [app.words("periods.none")]
        await press(pilot, "space", "enter")
        assert [period.id for period in home_of(app).chosen] == app.state.periods == ["2024"]


async def test_the_newest_periods_are_not_held_fast(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await picker(pilot, "2024", "Y")
        await press(pilot, "space", "enter", "p", "n", "enter")
        assert app.state.periods == []
        assert [period.id for period in home_of(app).chosen] == ["2025-M01/M08", "2026-Q1"]


async def test_one_period_is_not_compared(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "c", "p", "c", "space", "enter")
        assert isinstance(app.screen, PeriodScreen)
        assert [note.message for note in inside.notices(app)] == [app.words("compare.two_periods")]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (200, "Periods 2024 · 8T/2025 · 11T/2025 · Q1/2026 ▾     7 figures"),
        (50, "Periods 2024 · 8T/2025 · 11T/2025 · Q1/2026 ▾"),
        (40, "Periods 2024 … Q1/2026 (4 periods) ▾"),
        (9, "4 periods ▾"),
    ],
)
def test_the_title_names_as_much_of_the_chosen_periods_as_there_is_room_for(cells: int, told: str) -> None:
    sectors = [SectorRow("growth", "Tăng trưởng", "Growth", "Tăng trưởng", "Growth", 1, 7, 0)]
    chosen = [period(name) for name in ("2024", "2025-M01/M08", "2025-M01/M11", "2026-Q1")]
    assert plain_text(periods_line(sectors, chosen, True, cells, Words("en"))) == told
    assert "figure" not in plain_text(periods_line(sectors, chosen, False, 200, Words("en")))
    assert plain_text(periods_line(sectors, [], False, 30, Words("en"))) == "Periods none ▾"
