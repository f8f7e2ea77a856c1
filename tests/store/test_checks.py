"""The checks find figures that cannot all be right, and leave rounding alone.

The records of a test stand in its mark, because those of all tests are written into one store.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import duckdb
import pytest

from data.store import checks
from data.store.records import PassageRow
from queries.question import text_of
from tests.store.conftest import figure, record, report
from tui.numbers import number
from tui.words import LANGUAGES, texts

if TYPE_CHECKING:
    from pathlib import Path

    from data.store.records import ObservationRow, ReportRecord
    from tests.store.conftest import Finding, Written

EARLY, LATE = date(2025, 9, 1), date(2026, 4, 1)
records = pytest.mark.records


def rules(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(one.rule, one.severity) for one in findings]


def early(*figures: ObservationRow) -> ReportRecord:
    return record(report("a", EARLY), *figures)


def late(*figures: ObservationRow, period: str = "2025-M01/M08") -> ReportRecord:
    return record(report("b", LATE, period), *figures)


def rate(value: float, printed: str, start: int = 0, **changes: object) -> ObservationRow:
    return figure(
        value,
        printed,
        unit="%",
        indicator="poverty_rate",
        item=None,
        period="2025",
        source_start=start,
        source_end=start + 4,
        **changes,
    )


@records(early(rate(1.36, "1,36")), late(rate(2.32, "2,32")))
def test_two_reports_that_disagree_are_found_with_both_readings(findings: list[Finding]) -> None:
    assert rules(findings) == [("disagreement", "warning")]
    assert findings[0].message_vi == "BC a nói 1,36 %, BC b nói 2,32 %"


@records(early(rate(2.32, "2,32")), late(rate(2.3, "2,3")))
def test_a_rounder_number_of_another_report_is_no_disagreement(findings: list[Finding]) -> None:
    assert rules(findings) == []


@records(early(figure(228.91, "228,91")), late(figure(228910.0, "228.910", unit="tấn")))
def test_the_same_value_in_another_scale_is_no_disagreement(findings: list[Finding]) -> None:
    assert rules(findings) == []


def place(rank: float, among: float, unit: str = "", start: int = 0) -> list[ObservationRow]:
    """A place among others, "28/63", in the unit that the text has it in, and how many are ranked."""
    end = start + len(f"{rank:.0f}")
    total = figure(among, f"{among:.0f}", measure="total", unit="tỉnh, thành phố", source_start=end + 1, source_end=end + 3)
    return [figure(rank, f"{rank:.0f}", measure="rank", unit=unit, source_start=start, source_end=end), total]


PLACES = early(*place(39, 63)), late(*place(28, 63, "tỉnh, thành phố"))


@records(*PLACES)
def test_places_of_two_reports_that_disagree_are_found_in_whatever_unit_they_are_printed(findings: list[Finding]) -> None:
    assert rules(findings) == [("disagreement", "warning")]
    assert [(one.message_vi, one.message_en) for one in findings] == [
        ("BC a nói hạng 39, BC b nói hạng 28", "Report a says rank 39, Report b says rank 28")
    ]


def test_places_that_disagree_are_disputed_and_have_no_unit(written: Written) -> None:
    read = written(*PLACES).execute("select distinct unit, disputed from reading where measure = 'rank'").fetchall()
    assert read == [("", True)]


@records(early(*place(39, 63), *place(4, 14, "tỉnh", start=20)), late(*place(39, 63)))
def test_places_among_others_do_not_disagree(findings: list[Finding]) -> None:
    assert rules(findings) == []


@records(early(rate(1.36, "1,36", status="E")), late(rate(2.32, "2,32")))
def test_an_estimate_that_was_revised_is_only_a_notice(findings: list[Finding]) -> None:
    assert rules(findings) == [("disagreement", "notice")]


@records(early(rate(1.36, "1,36"), rate(1.63, "1,63", start=50)))
def test_one_report_that_says_two_things_is_found(findings: list[Finding]) -> None:
    assert rules(findings) == [("contradiction", "warning")]


@records(early(figure(1072.9, "1.072,9")), late(figure(1062.9, "1.062,9")))
def test_a_message_in_english_has_english_numbers_and_units(findings: list[Finding]) -> None:
    (message,) = [one.message_en for one in findings if one.rule == "disagreement"]
    assert message == "Report a says 1,072.9 thousand tonnes, Report b says 1,062.9 thousand tonnes"


def output_with(measure: str, value: float, level: float, unit: str, period: str) -> list[ObservationRow]:
    """A level of one output, with its share of the plan or its change on last year."""
    said = figure(value, f"{value:g}", unit="%", measure=measure, period=period, source_start=20, source_end=24)
    return [figure(level, f"{level:g}", unit=unit, period=period), said]


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


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [
        (-6.8, "−6,8", "−6.8"),
        (-0.5, "−0,5", "−0.5"),
        (0.0165, "0,0165", "0.0165"),
        (19057649, "19.057.649", "19,057,649"),
        (0, "0", "0"),
    ],
)
def test_numbers_in_messages_are_written_as_everywhere(value: float, vietnamese: str, english: str, small_store: Path) -> None:
    with duckdb.connect(str(small_store), read_only=True) as store:
        assert store.execute("select said_vi($1), said_en($1)", [value]).fetchall() == [(vietnamese, english)]
    assert (number(value, "vi"), number(value, "en")) == (vietnamese, english)


def test_what_is_worked_out_is_said_with_four_digits(small_store: Path) -> None:
    with duckdb.connect(str(small_store), read_only=True) as store:
        said = store.execute("select said_vi(rounded(347.888)), said_vi(rounded(19057649))").fetchall()
    assert said == [("347,9", "19.060.000")]


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


@pytest.mark.parametrize("rule", checks.rules())
def test_every_rule_is_explained_where_findings_are_shown_and_where_sql_is_completed(rule: str) -> None:
    assert [lang for lang in LANGUAGES if f"rule.{rule}" not in texts(lang)] == []
    assert f"('rule', '{rule}', " in text_of("lexicon/values")


def changes_on(*bases: str | None) -> list[ObservationRow]:
    """How much one output changed, on each of some years."""
    return [
        figure(10.0 + place, str(10 + place), unit="%", measure="base_pct", base_period=base, source_start=at, source_end=at + 2)
        for place, base in enumerate(bases)
        for at in [place * 20]
    ]


def newest(store: duckdb.DuckDBPyConnection) -> list[tuple[float, int, float | None]]:
    return store.execute("select value, readings, revision from vintage order by report_position, source_start").fetchall()


def test_changes_on_two_years_are_two_things_that_do_not_revise_each_other(written: Written) -> None:
    store = written(early(*changes_on("2020", "2023")), late(*changes_on("2020")))
    assert store.execute("select rule from finding").fetchall() == []
    assert newest(store) == [(10.0, 2, None), (11.0, 1, None), (10.0, 2, 0.0)]
    assert store.execute("select value, report_id from latest order by value").fetchall() == [(10.0, "b"), (11.0, "a")]


def test_a_level_revises_the_one_before_in_its_own_unit(written: Written) -> None:
    heads = figure(7.0, "7", unit="con")
    store = written(early(figure(228.91, "228,91")), late(heads), record(report("c", date(2026, 5, 1)), figure(229.91, "229,91")))
    assert [(value, revision and round(revision)) for value, _, revision in newest(store)] == [
        (228.91, None),
        (7.0, None),
        (229.91, 1000),
    ]


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
