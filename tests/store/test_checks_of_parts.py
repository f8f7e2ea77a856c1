"""Checks of parts and wholes: sizes, shares, and changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from data.store.records import PassageRow
from tests.store.conftest import figure, record, report
from tests.store.two_reports import EARLY, early, records, rules

if TYPE_CHECKING:
    from data.store.records import ObservationRow, ReportRecord
    from tests.store.conftest import Finding


@records(early(figure(13.0, "13"), figure(12.0, "12", measure="total", source_start=3, source_end=5)))
def test_a_part_cannot_be_greater_than_its_whole(findings: list[Finding]) -> None:
    assert rules(findings) == [("part_of_whole", "warning")]


def forms(whole: float, *parts: tuple[str, float], **changes: object) -> list[ObservationRow]:
    """How many forms there are, and behind them how many of each kind."""
    about: dict[str, object] = {"unit": "hồ sơ", "indicator": "herd", **changes}
    return [
        figure(value, f"{value:g}", item=item, source_start=10 * at, source_end=10 * at + 4, **about)
        for at, (item, value) in enumerate([(None, whole), *parts])
    ]


LEVELS_OF_FORMS = ("province", 20.0), ("district", 40.0), ("commune", 60.0)


@records(early(*forms(90, *LEVELS_OF_FORMS)))
def test_parts_that_exclude_each_other_cannot_add_up_to_more_than_their_whole(findings: list[Finding]) -> None:
    assert rules(findings) == [("sum_of_parts", "warning")]
    (found,) = findings
    assert (found.expected, found.got) == (120, 90)
    assert found.message_vi == "các phần 20 + 40 + 60 = 120, nhiều hơn tổng 90 hồ sơ"
    assert found.message_en == "the parts 20 + 40 + 60 = 120 exceed their total of 90 dossiers"


def forms_and_note(*parts: tuple[str, float]) -> ReportRecord:
    """Forms in the body, and their parts in the note that hangs on their number."""
    whole, *rest = forms(90, *parts)
    head = record(report("a", EARLY), whole, *(replace(one, passage=1) for one in rest))
    return replace(head, passages=[*head.passages, PassageRow(1, "footnote", "II.1", "", "1", 1, 0, 100, 200)])


@records(forms_and_note(*LEVELS_OF_FORMS))
def test_parts_in_the_note_of_their_whole_are_added_up(findings: list[Finding]) -> None:
    assert rules(findings) == [("sum_of_parts", "warning")]


@records(early(*forms(10, ("one_two_star", 8), ("three_star", 7), unit="cơ sở")))
def test_hotels_of_one_and_two_stars_are_one_part_beside_the_others(findings: list[Finding]) -> None:
    assert rules(findings) == [("sum_of_parts", "warning")]


@pytest.mark.parametrize(
    (),
    [
        pytest.param(marks=records(early(*forms(120, *LEVELS_OF_FORMS))), id="as many"),
        pytest.param(marks=records(early(*forms(119.5, *LEVELS_OF_FORMS))), id="but for rounding"),
        pytest.param(marks=records(early(*forms(100, ("early", 90), ("on_time", 95)))), id="one kind within another"),
        pytest.param(marks=records(early(*forms(9, ("urban", 6), ("rural", 3), ("male", 4), ("female", 5)))), id="two kinds"),
        pytest.param(marks=records(early(*forms(100, ("direct", 60), ("online", 40), ("postal", 30)))), id="one told again"),
        pytest.param(marks=records(early(*forms(90, *LEVELS_OF_FORMS, bound="trên"))), id="more or less"),
        pytest.param(marks=records(early(*forms(90, *LEVELS_OF_FORMS, status="T"))), id="aimed at"),
        pytest.param(marks=records(early(*forms(60, *LEVELS_OF_FORMS, unit="%", indicator="poverty_rate"))), id="rates"),
        pytest.param(marks=records(early(*forms(90, *LEVELS_OF_FORMS, unit="thủ tục"))), id="common to several levels"),
    ],
)
def test_parts_of_which_something_may_be_in_two_are_not_added_up(findings: list[Finding]) -> None:
    assert rules(findings) == []


def part_of_835(share: float, printed: str) -> list[ObservationRow]:
    """755/835, which is 90.42 %, with the share that is printed."""
    whole = figure(835.0, "835", measure="total", source_start=4, source_end=7)
    said = figure(share, printed, unit="%", measure="share_pct", source_start=16, source_end=20)
    return [figure(755.0, "755"), whole, said]


@records(early(*part_of_835(70.4, "70,4")))
def test_a_share_must_follow_from_its_part_and_whole(findings: list[Finding]) -> None:
    assert rules(findings) == [("share_of_whole", "warning")]
    assert findings[0].message_vi == "755/835 là 90,42 %, báo cáo ghi 70,4 %"


@records(early(*part_of_835(90.4, "90,4")))
def test_a_share_that_was_cut_off_is_no_contradiction(findings: list[Finding]) -> None:
    assert rules(findings) == []


def two_parts_and_a_share(second_bound: str | None = None) -> ReportRecord:
    """5 and then 10/20, 50 %, the second part said with a bound."""
    return early(
        figure(5.0, "5", source_start=0, source_end=1),
        figure(10.0, "10", source_start=20, source_end=22, bound=second_bound),
        figure(20.0, "20", measure="total", source_start=23, source_end=25),
        figure(50.0, "50", unit="%", measure="share_pct", source_start=35, source_end=37),
    )


@records(two_parts_and_a_share())
def test_a_share_is_that_of_the_part_just_before_its_whole(findings: list[Finding]) -> None:
    assert "share_of_whole" not in [one.rule for one in findings]


@records(two_parts_and_a_share(second_bound="trên"))
def test_a_share_of_a_part_that_is_said_to_be_more_is_not_that_of_an_earlier_part(findings: list[Finding]) -> None:
    assert "share_of_whole" not in [one.rule for one in findings]


def part_and_another(second: float, whole: float | None = None) -> ReportRecord:
    """15/20, and behind it another part, with a whole of its own where one is given, and its share of the plan."""
    figures = [
        figure(15.0, "15", source_start=0, source_end=2),
        figure(20.0, "20", measure="total", source_start=3, source_end=5),
        figure(second, f"{second:g}", source_start=30, source_end=31),
        figure(90.0, "90", unit="%", measure="plan_pct", source_start=45, source_end=47),
    ]
    if whole:
        figures.insert(3, figure(whole, f"{whole:g}", measure="total", period="2025", source_start=32, source_end=34))
    return early(*figures)


@pytest.mark.parametrize(
    "found",
    [
        pytest.param([], marks=records(part_and_another(3.0)), id="room"),
        pytest.param([("contradiction", "warning")], marks=records(part_and_another(9.0)), id="no-room"),
        pytest.param([("contradiction", "warning")], marks=records(part_and_another(3.0, 21.0)), id="a-whole-of-its-own"),
    ],
)
def test_another_part_stands_beside_a_part_of_a_whole_if_there_is_room(
    findings: list[Finding], found: list[tuple[str, str]]
) -> None:
    assert [one for one in rules(findings) if one[0] == "contradiction"] == found


@records(part_and_another(3.0))
def test_a_share_behind_another_part_is_no_share_of_the_first(findings: list[Finding]) -> None:
    assert rules(findings) == []


def whole_of_two_parts(change: float, printed: str, second_part: float = 6.0) -> ReportRecord:
    """A whole of 9.4 with its change, and two parts that fell by 2.47 % and rose by 11.6 %."""
    rows = [
        (9.4, "9,4", None, change, printed),
        (3.4, "3,4", "coal", -2.47, "2,47"),
        (second_part, f"{second_part:g}", "cement", 11.6, "11,6"),
    ]
    figures = []
    for place, (level, level_printed, item, moved, moved_printed) in enumerate(rows):
        start = place * 100
        figures += [
            figure(level, level_printed, item=item, source_start=start, source_end=start + 3),
            figure(moved, moved_printed, item=item, unit="%", measure="yoy_pct", source_start=start + 20, source_end=start + 24),
        ]
    return early(*figures)


@records(whole_of_two_parts(60.7, "60,7"))
def test_a_whole_changes_no_more_than_the_parts_that_add_up_to_it(findings: list[Finding]) -> None:
    assert rules(findings) == [("change_of_whole", "warning")]
    assert findings[0].message_vi == "các phần tăng giảm −2,47 đến 11,6 %, tổng không thể 60,7 %"


@records(whole_of_two_parts(6.07, "6,07"))
def test_a_whole_that_changes_like_its_parts_is_no_finding(findings: list[Finding]) -> None:
    assert rules(findings) == []


@records(whole_of_two_parts(60.7, "60,7", second_part=4.0))
def test_parts_that_do_not_add_up_say_nothing_about_the_whole(findings: list[Finding]) -> None:
    assert rules(findings) == []
