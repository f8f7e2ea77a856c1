"""Checks of plans: what the level and its share of the plan imply is the same in all reports of a year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.store.two_reports import early, late, output_with, records, rules

if TYPE_CHECKING:
    from data.store.records import ObservationRow, ReportRecord
    from tests.store.conftest import Finding


def level_and_share(level: float, share: float, period: str) -> list[ObservationRow]:
    """A level and its share of the plan, as they are printed."""
    return [
        replace(row, unit=row.unit.replace("tấn", "nghìn tấn"), printed=f"{row.value}".replace(".", ","))
        for row in output_with("plan_pct", share, level, "tấn", period)
    ]


@records(
    early(*level_and_share(228.91, 65.8, "2025-M01/M08")),
    late(*level_and_share(387.7, 77.5, "2025-M01/M11"), period="2025-M01/M11"),
)
def test_plans_implied_in_one_year_must_agree(findings: list[Finding]) -> None:
    assert ("plan_drift", "warning") in rules(findings)
    (drift,) = [one for one in findings if one.rule == "plan_drift"]
    assert (round(drift.expected), round(drift.got)) == (347888, 500258)
    assert drift.message_vi == "kế hoạch 2025: 347,9 nghìn tấn theo 8T/2025, 500,3 theo 11T/2025"
    assert drift.message_en == "implied plan for 2025: 347.9 thousand tonnes (8M 2025), 500.3 (11M 2025)"


def plans_of_one_year(second: float, level_bound: str | None = None, share_bound: str | None = None) -> list[ReportRecord]:
    """A level with half of its plan of 400, and in a later report a level with half of another plan, said with bounds."""
    first = output_with("plan_pct", 50, 200, "tấn", "2025-M01/M08")
    level, share = output_with("plan_pct", 50, second / 2, "tấn", "2025-M01/M11")
    return [early(*first), late(replace(level, bound=level_bound), replace(share, bound=share_bound), period="2025-M01/M11")]


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(False, marks=records(*plans_of_one_year(400)), id="same"),
        pytest.param(False, marks=records(*plans_of_one_year(412)), id="within rounding"),
        pytest.param(True, marks=records(*plans_of_one_year(500)), id="other"),
    ],
)
def test_a_plan_drifts_only_beyond_what_rounding_explains(findings: list[Finding], found: bool) -> None:
    """A level of 200 and half of it, both without decimals, leave room for some 2.5 % on either side."""
    assert (("plan_drift", "warning") in rules(findings)) is found


def exact_plans_of_one_year(level: float) -> list[ReportRecord]:
    """Half of a plan of 400, and of another plan of the same year, with so many decimals that rounding explains nothing."""
    first, second = (
        [replace(row, printed=f"{row.value:.4f}".replace(".", ",")) for row in output_with("plan_pct", 50, said, "tấn", period)]
        for said, period in [(200, "2025-M01/M08"), (level, "2025-M01/M11")]
    )
    return [early(*first), late(*second, period="2025-M01/M11")]


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(False, marks=records(*exact_plans_of_one_year(200.99)), id="less"),
        pytest.param(True, marks=records(*exact_plans_of_one_year(201.1)), id="more"),
    ],
)
def test_a_plan_that_moves_by_a_two_hundredth_of_itself_is_the_same(findings: list[Finding], found: bool) -> None:
    assert (("plan_drift", "warning") in rules(findings)) is found


@pytest.mark.parametrize(
    (),
    [
        pytest.param(marks=records(*plans_of_one_year(720, level_bound="trên")), id="level"),
        pytest.param(marks=records(*plans_of_one_year(720, share_bound="trên")), id="share"),
    ],
)
def test_what_is_said_to_be_more_or_less_implies_no_plan(findings: list[Finding]) -> None:
    assert "plan_drift" not in [one.rule for one in findings]
