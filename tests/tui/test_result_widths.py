"""The columns of an answer become wider when rows come that need it, and a number is shown whole or not at all."""

from __future__ import annotations

import pytest

from tests.tui import inside
from tests.tui.conftest import SIZE, MakeApp, press
from tests.tui.console import console_with
from tui.widgets.result_grid import ResultGrid


def last_row(words: str) -> list[str]:
    """The cells of the row under the cursor."""
    (line,) = (line for line in words.splitlines() if line.startswith("▌"))
    return line[1:].split()


@pytest.mark.parametrize("size", [(80, 24), SIZE])
async def test_numbers_at_the_end_are_whole_though_those_at_the_beginning_are_short(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with make_app().run_test(size=size) as pilot:
        screen = await console_with(pilot, "select i, i * 2 as j, 'dòng ' || i as k from range(50000) t(i)")
        await press(pilot, "f5", "f6", "G")
        assert last_row(inside.words_on(screen)) == ["50000", "49999", "99998", "dòng", "49999"]
        await press(pilot, "s", "s")
        assert last_row(inside.words_on(screen)) == ["1", "49999", "99998", "dòng", "49999"]


async def test_a_whole_number_beside_fractions_is_not_cut_behind_its_end(make_app: MakeApp) -> None:
    sql = "select case when i > 900 then 40729000000000 + i / 8 end::double as value, i from range(1000) t(i)"
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await console_with(pilot, sql)
        await press(pilot, "f5", "f6", "G")
        assert last_row(inside.words_on(screen)) == ["1000", "40729000000124.9", "999"]
        await press(pilot, *["k"] * 7)
        assert last_row(inside.words_on(screen)) == ["993", "40729000000124", "992"]


async def test_a_number_without_room_is_no_other_number(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await console_with(pilot, "select 12345678901234567890123456789012345678::hugeint as a")
        await press(pilot, "f5", "f6", "w")
        cells = last_row(inside.words_on(screen))
        assert cells == ["1", "#" * len(cells[-1])]
        await press(pilot, "w")
        assert last_row(inside.words_on(screen)) == ["1", "12345678901234567890123456789012345678"]


async def test_a_width_that_the_reader_has_given_stays_when_others_grow(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await console_with(pilot, "select 'một cái tên khá là dài' as ten_goi, i * 1000000 as j from range(20000) t(i)")
        await press(pilot, "f5", "f6", "w")
        view = screen.query_one(ResultGrid).view
        before = list(view.widths)
        await press(pilot, "G")
        assert view.widths[0] == before[0] == len("ten_goi")
        assert view.widths[1] > before[1]
