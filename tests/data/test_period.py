"""Period ids: what they span, and how they are named."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.grammar.period import Period

years = st.integers(1990, 2090)
months = st.integers(1, 12)
ids = st.one_of(
    st.builds("{:04d}-M{:02d}".format, years, months),
    st.builds("{:04d}-M01/M{:02d}".format, years, months),
    st.builds("{:04d}-Q{}".format, years, st.integers(1, 4)),
    st.builds("{:04d}-H{}".format, years, st.integers(1, 2)),
    st.builds("{:04d}".format, years),
    st.builds(lambda first, more: f"{first}/{first + more}", years, st.integers(1, 10)),
    st.dates(date(1990, 1, 1), date(2090, 1, 1)).map(date.isoformat),
)


@given(ids)
def test_an_id_names_its_period_and_the_period_begins_before_it_ends(text: str) -> None:
    period = Period.parse(text)
    assert period.id == text
    assert period.start <= period.end
    assert period.label("vi")
    assert period.label("en")


@given(years, months)
def test_the_year_so_far_ends_with_its_month_and_begins_with_the_year(year: int, month: int) -> None:
    so_far, alone = Period.cumulative(year, month), Period.month(year, month)
    assert so_far.start == date(year, 1, 1)
    assert so_far.end == alone.end
    assert so_far.at_end().start == so_far.end


@pytest.mark.parametrize(
    ("text", "kind", "start", "end", "vi"),
    [
        ("2025-M01/M08", "cumulative", date(2025, 1, 1), date(2025, 8, 31), "8T/2025"),
        ("2026-Q1", "quarter", date(2026, 1, 1), date(2026, 3, 31), "Q1/2026"),
        ("2023-H1", "half", date(2023, 1, 1), date(2023, 6, 30), "6T/2023"),
        ("2021/2025", "years", date(2021, 1, 1), date(2025, 12, 31), "2021-2025"),
        ("2024-12-15/2025-07-14", "span", date(2024, 12, 15), date(2025, 7, 14), "15/12/2024-14/7/2025"),
    ],
)
def test_a_period_has_its_kind_bounds_and_label(text: str, kind: str, start: date, end: date, vi: str) -> None:
    period = Period.parse(text)
    assert (period.kind, period.start, period.end, period.label("vi")) == (kind, start, end, vi)


@pytest.mark.parametrize("text", ["", "2025-M13", "2025-Q5", "2025-02-30", "2025/2021", "tháng 8", "2025-M1"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Period.parse(text)
