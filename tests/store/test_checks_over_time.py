"""Checks of one thing at several times: cumulative figures, the level of last year, stocks, and units that slip."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.store.conftest import figure
from tests.store.two_reports import early, late, output_with, records, rules

if TYPE_CHECKING:
    from data.store.records import ObservationRow, ReportRecord
    from tests.store.conftest import Finding


@records(early(figure(228.91, "228,91")), late(figure(200.0, "200", period="2025-M01/M11")))
def test_a_cumulative_figure_cannot_fall_within_a_year(findings: list[Finding]) -> None:
    assert ("cumulative_fall", "warning") in rules(findings)


def fall(earlier: str, later: str) -> list[ReportRecord]:
    """A sum that falls within a year, its two figures of the given status."""
    return [
        early(figure(228.91, "228,91", status=earlier)),
        late(figure(200.0, "200", period="2025-M01/M11", status=later)),
    ]


@pytest.mark.parametrize(
    (),
    [
        pytest.param(marks=records(*fall("T", "A")), id="earlier"),
        pytest.param(marks=records(*fall("A", "T")), id="later"),
    ],
)
def test_a_target_is_no_fall_of_what_was_reached(findings: list[Finding]) -> None:
    assert rules(findings) == []


@records(
    early(
        figure(40.0, "40", indicator="balance", item=None, source_start=0, source_end=2),
        figure(-10.0, "-10", indicator="balance", item=None, period="2025-M01/M11", source_start=1, source_end=3),
    )
)
def test_a_balance_may_fall_within_a_year(findings: list[Finding]) -> None:
    assert rules(findings) == []


def level_with_change(change_bound: str | None = None, **changes: object) -> list[ObservationRow]:
    """A level that grew by 23.3 %, and a level of last year that does not fit, changed as wanted."""
    change = figure(23.3, "23,3", unit="%", measure="yoy_pct", bound=change_bound, source_start=20, source_end=24)
    last_year = figure(100.0, "100", period="2024-M01/M08", source_start=40, source_end=43)
    return [figure(228.91, "228,91"), change, replace(last_year, **changes)]  # type: ignore[arg-type]


@records(early(*level_with_change()))
def test_last_years_level_must_fit_the_change_on_last_year(findings: list[Finding]) -> None:
    assert rules(findings) == [("change_on_last_year", "notice")]


@records(early(*level_with_change()))
def test_last_years_level_of_the_same_report_is_said_to_be_its_own(findings: list[Finding]) -> None:
    (said,) = findings
    assert said.message_vi.endswith(" phải là 185,7 nghìn tấn, chính báo cáo này ghi 100 nghìn tấn")
    assert said.message_en.endswith(" must have been 185.7 thousand tonnes; the same report says 100 thousand tonnes")


@records(early(level_with_change()[2]), late(*level_with_change()[:2]))
def test_last_years_level_of_another_report_is_said_with_its_name(findings: list[Finding]) -> None:
    (said,) = [one for one in findings if one.rule == "change_on_last_year"]
    assert said.message_vi.endswith(" phải là 185,7 nghìn tấn, BC a ghi 100 nghìn tấn")
    assert said.message_en.endswith(" must have been 185.7 thousand tonnes; Report a says 100 thousand tonnes")


def level_a_year_later(now: str, then: str) -> ReportRecord:
    level, change, last_year = level_with_change()
    return early(replace(level, period=now), replace(change, period=now), replace(last_year, period=then))


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(True, marks=records(level_a_year_later("2025-M01/M02", "2024-M01/M02")), id="to a leap year"),
        pytest.param(True, marks=records(level_a_year_later("2024-M01/M02", "2023-M01/M02")), id="from a leap year"),
        pytest.param(True, marks=records(level_a_year_later("2025-02-28", "2024-02-29")), id="on a day"),
        pytest.param(True, marks=records(level_a_year_later("2024-02-28", "2023-02-28")), id="before the leap day"),
        pytest.param(False, marks=records(level_a_year_later("2025-03-31", "2024-03-20")), id="another day"),
    ],
)
def test_the_same_time_of_last_year_ends_with_its_february_too(findings: list[Finding], found: bool) -> None:
    assert (("change_on_last_year", "notice") in rules(findings)) is found


@records(early(*level_with_change(status="T")))
def test_a_target_of_last_year_tells_nothing_of_what_was_reached(findings: list[Finding]) -> None:
    assert rules(findings) == []


@records(early(*level_with_change(unit="con")))
def test_levels_in_different_units_are_not_compared_over_a_year(findings: list[Finding]) -> None:
    assert rules(findings) == []


@pytest.mark.parametrize(
    (),
    [
        pytest.param(marks=records(early(*level_with_change("trên"))), id="change"),
        pytest.param(marks=records(early(*level_with_change(bound="trên"))), id="level"),
    ],
)
def test_what_is_said_to_be_more_or_less_implies_no_level_of_last_year(findings: list[Finding]) -> None:
    assert rules(findings) == []


def herds(earlier: float, later: float, change: float) -> list[ObservationRow]:
    """A herd at the end of November, and at the end of March with its change on last year."""
    herd = {"unit": "con", "indicator": "herd", "item": None}
    return [
        figure(earlier, f"{earlier:g}", period="2025-11-30", source_start=0, source_end=5, **herd),
        figure(later, f"{later:g}", period="2026-03-31", source_start=20, source_end=25, **herd),
        figure(
            change, f"{change:g}", period="2026-03-31", source_start=40, source_end=44, measure="yoy_pct", **{**herd, "unit": "%"}
        ),
    ]


def broken_herd(*changes: dict[str, str]) -> ReportRecord:
    """A herd that stands apart from both sides; its earlier level, its later level and its change are changed as wanted."""
    rows = zip(herds(48404, 58786, -3.09), [*changes, {}, {}, {}], strict=False)
    return early(*(replace(row, **change) for row, change in rows))  # type: ignore[arg-type]


@records(broken_herd())
def test_a_stock_that_stands_apart_from_both_sides_is_a_break(findings: list[Finding]) -> None:
    assert rules(findings) == [("level_break", "notice")]
    assert findings[0].message_en.startswith(
        "30 Nov 2025: 48,404 head; 31 Mar 2026: 58,786 head, and 60,660 head a year before that:"
    )


@records(broken_herd({"status": "T"}))
def test_a_target_is_no_break_of_a_stock(findings: list[Finding]) -> None:
    assert rules(findings) == []


@records(broken_herd({"period": "2024-02-29"}, {"period": "2025-02-28"}, {"period": "2025-02-28"}))
def test_a_stock_of_a_whole_year_before_is_no_break_after_a_leap_day(findings: list[Finding]) -> None:
    assert rules(findings) == [("change_on_last_year", "notice")]


@records(early(*herds(48404, 58786, 25)))
def test_a_stock_that_grows_as_it_says_is_no_break(findings: list[Finding]) -> None:
    assert rules(findings) == []


@pytest.mark.parametrize(
    (),
    [
        pytest.param(marks=records(broken_herd({"bound": "trên"})), id="earlier"),
        pytest.param(marks=records(broken_herd({}, {"bound": "trên"})), id="later"),
        pytest.param(marks=records(broken_herd({}, {}, {"bound": "trên"})), id="change"),
    ],
)
def test_a_stock_that_is_said_to_be_more_or_less_is_no_break(findings: list[Finding]) -> None:
    assert rules(findings) == []


def over_the_turn_of_the_year(first: list[ObservationRow], second: list[ObservationRow]) -> list[ReportRecord]:
    return [early(*first), late(*second, period="2026-Q1")]


PLAN_OF_24 = output_with("plan_pct", 50, 12, "tấn", "2025-M01/M11")
PLAN_OF_24000 = output_with("plan_pct", 12.5, 3, "nghìn tấn", "2026-Q1")


@records(*over_the_turn_of_the_year(PLAN_OF_24, PLAN_OF_24000))
def test_a_plan_a_thousand_times_that_of_the_year_before_tells_of_a_unit_that_slipped(findings: list[Finding]) -> None:
    assert rules(findings) == [("unit_slip", "notice")]
    assert findings[0].message_vi == (
        "kế hoạch năm 2025 suy ra từ 11T/2025 là 24 tấn, năm 2026 suy ra từ Q1/2026 là 24 nghìn tấn: có thể nhầm đơn vị"
    )


@records(
    *over_the_turn_of_the_year([figure(3.5, "3,5", unit="tấn")], output_with("yoy_pct", 12, 3, "nghìn tấn", "2026-Q1")),
)
def test_a_quarter_that_grew_a_little_cannot_be_a_thousand_times_the_longer_time_of_last_year(findings: list[Finding]) -> None:
    assert rules(findings) == [("unit_slip", "notice")]


def plan_after_one_of_24(level: float) -> list[ReportRecord]:
    return over_the_turn_of_the_year(PLAN_OF_24, output_with("plan_pct", 12.5, level, "tấn", "2026-Q1"))


@pytest.mark.parametrize(
    (),
    [
        pytest.param(marks=records(*plan_after_one_of_24(3)), id="the same plan"),
        pytest.param(marks=records(*plan_after_one_of_24(9)), id="three times the plan"),
        pytest.param(marks=records(*plan_after_one_of_24(1050)), id="far off, but by no power of ten"),
    ],
)
def test_a_plan_of_another_size_is_no_slip_of_its_unit(findings: list[Finding]) -> None:
    assert rules(findings) == []


@records(
    *over_the_turn_of_the_year([figure(3000, "3000", unit="tấn", period="2025")], output_with("yoy_pct", 12, 3, "tấn", "2026-Q1"))
)
def test_a_quarter_may_be_a_small_part_of_a_year(findings: list[Finding]) -> None:
    assert rules(findings) == []


@records(*over_the_turn_of_the_year(PLAN_OF_24, [PLAN_OF_24000[0], replace(PLAN_OF_24000[1], bound="trên")]))
def test_a_share_of_the_plan_that_is_said_to_be_more_or_less_tells_nothing_of_its_unit(findings: list[Finding]) -> None:
    assert rules(findings) == []


@records(
    early(figure(3, "3", unit="tấn", period="2024-M01/M02")), late(*output_with("yoy_pct", 12, 3, "nghìn tấn", "2025-M01/M02"))
)
def test_the_same_months_of_a_leap_year_are_for_the_rule_of_last_years_level(findings: list[Finding]) -> None:
    assert rules(findings) == [("change_on_last_year", "notice")]
