"""Charts draw like with like, fit their room, and say what they leave out."""

from __future__ import annotations

from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from tui.draw import line_width, plain_text
from tui.model.drill import PeriodHead
from tui.model.plot import chart, may_connect
from tui.words import Words


def head(identity: str, kind: str, start: date, end: date) -> PeriodHead:
    return PeriodHead(identity, kind, start, end, identity, identity)


def test_a_cumulative_is_never_joined_to_a_month_or_to_another_year() -> None:
    month = head("2025-M08", "month", date(2025, 8, 1), date(2025, 8, 31))
    eight = head("2025-M01/M08", "cumulative", date(2025, 1, 1), date(2025, 8, 31))
    eleven = head("2025-M01/M11", "cumulative", date(2025, 1, 1), date(2025, 11, 30))
    earlier = head("2024-M01/M11", "cumulative", date(2024, 1, 1), date(2024, 11, 30))
    assert may_connect(eight, eleven)
    assert not may_connect(month, eleven)
    assert not may_connect(earlier, eight)
    assert not may_connect(month._replace(kind="target"), month)


def test_a_chart_fits_its_room_and_writes_numbers_as_the_language_does() -> None:
    year = head("2025", "year", date(2025, 1, 1), date(2025, 12, 31))
    for bars, height in ((False, 12), (True, 11)):
        lines = chart([(year, 1072.9), (year, -20.0)], Words("vi"), 40, 12, bars)
        assert len(lines) == height
        assert all(line_width(line) <= 40 for line in lines)
        assert "1.000" in "".join(plain_text(line) for line in lines)
    assert chart([], Words("vi"), 40, 12, bars=False)


@given(st.floats(-1e6, 1e6), st.integers(6, 40), st.integers(24, 90))
@example(5e-324, 20, 40)
@example(-1e-300, 20, 40)
def test_a_level_line_runs_through_its_marks(value: float, height: int, cells: int) -> None:
    months = [head(f"2025-M0{n}", "month", date(2025, n, 1), date(2025, n, 28)) for n in (1, 2, 3)]
    drawn = [plain_text(line) for line in chart([(month, value) for month in months], Words("en"), cells, height, bars=False)]
    rows = [line for line in drawn[:-3] if any(0x2800 < ord(sign) <= 0x28FF or sign == "▪" for sign in line)]
    assert len(rows) == 1
    assert rows[0].count("▪") == 3


def test_sums_of_several_years_are_told_beside_the_chart_and_never_drawn_with_a_year() -> None:
    year = head("2025", "year", date(2025, 1, 1), date(2025, 12, 31))
    five = head("2021-2025", "years", date(2021, 1, 1), date(2025, 12, 31))
    for bars in (False, True):
        together = "\n".join(plain_text(line) for line in chart([(five, 5000.0), (year, 900.0)], Words("en"), 60, 16, bars))
        assert "2021-2025: 5,000" in together
        assert "▬" not in together
        assert "5,000┤" not in together
        alone = "\n".join(plain_text(line) for line in chart([(five, 5000.0)], Words("en"), 60, 16, bars))
        assert "▬" in alone
        rates = "\n".join(plain_text(line) for line in chart([(five, 7.1), (year, 8.4)], Words("en"), 60, 16, bars, alike=True))
        assert "▬" in rates


def test_bars_stand_beside_their_like_each_with_its_mark_below() -> None:
    periods = [
        head("2024-M01/M11", "cumulative", date(2024, 1, 1), date(2024, 11, 30)),
        head("2024-M11", "month", date(2024, 11, 1), date(2024, 11, 30)),
        head("2025-M01/M11", "cumulative", date(2025, 1, 1), date(2025, 11, 30)),
    ]
    drawn = [plain_text(line) for line in chart([(one, 10.0) for one in periods], Words("vi"), 60, 16, bars=True)]
    assert next(line for line in drawn if "●" in line).split() == ["●", "●", "▪"]


@given(st.floats(-1e6, -1.0))
def test_a_bar_of_a_fall_hangs_from_nought_without_a_gap(value: float) -> None:
    year = head("2025", "year", date(2025, 1, 1), date(2025, 12, 31))
    drawn = [plain_text(line) for line in chart([(year, value)], Words("en"), 40, 20, bars=True)]
    filled = [place for place, line in enumerate(drawn) if any(sign in line for sign in "█▀")]
    assert filled == list(range(filled[0], filled[-1] + 1))
    assert all("█" in drawn[place] for place in filled[:-1])
