"""The checks find figures that cannot all be right, and leave rounding alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import duckdb
import pytest

from data.catalogue import Catalogue
from data.store import checks
from data.store.write import write_store
from queries.question import text_of
from tests.store.conftest import OUTPUT, SECTORS, figure, record, report
from tui.numbers import number
from tui.words import LANGUAGES, texts

if TYPE_CHECKING:
    from pathlib import Path

    from data.store.records import ObservationRow, ReportRecord
    from tests.store.conftest import Written

EARLY, LATE = date(2025, 9, 1), date(2026, 4, 1)


def rules(store: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    return store.execute("select rule, severity from finding order by rule").fetchall()


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


def test_two_reports_that_disagree_are_found_with_both_readings(written: Written) -> None:
    store = written(record(report("a", EARLY), rate(1.36, "1,36")), record(report("b", LATE), rate(2.32, "2,32")))
    assert rules(store) == [("disagreement", "warning")]
    (message,) = store.execute("select message_vi from finding").fetchall()[0]
    assert message == "BC a nói 1,36 %, BC b nói 2,32 %"


def test_a_rounder_number_of_another_report_is_no_disagreement(written: Written) -> None:
    store = written(record(report("a", EARLY), rate(2.32, "2,32")), record(report("b", LATE), rate(2.3, "2,3")))
    assert rules(store) == []


def test_the_same_value_in_another_scale_is_no_disagreement(written: Written) -> None:
    tonnes = figure(228910.0, "228.910", unit="tấn")
    store = written(record(report("a", EARLY), figure(228.91, "228,91")), record(report("b", LATE), tonnes))
    assert rules(store) == []


def place(rank: float, among: float, unit: str = "", start: int = 0) -> list[ObservationRow]:
    """A place among others, "28/63", in the unit that the text has it in, and how many are ranked."""
    end = start + len(f"{rank:.0f}")
    total = figure(among, f"{among:.0f}", measure="total", unit="tỉnh, thành phố", source_start=end + 1, source_end=end + 3)
    return [figure(rank, f"{rank:.0f}", measure="rank", unit=unit, source_start=start, source_end=end), total]


def test_places_of_two_reports_that_disagree_are_found_in_whatever_unit_they_are_printed(written: Written) -> None:
    store = written(record(report("a", EARLY), *place(39, 63)), record(report("b", LATE), *place(28, 63, "tỉnh, thành phố")))
    assert rules(store) == [("disagreement", "warning")]
    assert store.execute("select message_vi, message_en from finding").fetchall() == [
        ("BC a nói hạng 39, BC b nói hạng 28", "Report a says rank 39, Report b says rank 28")
    ]
    assert store.execute("select distinct unit, disputed from reading where measure = 'rank'").fetchall() == [("", True)]


def test_places_among_others_do_not_disagree(written: Written) -> None:
    first = record(report("a", EARLY), *place(39, 63), *place(4, 14, "tỉnh", start=20))
    assert rules(written(first, record(report("b", LATE), *place(39, 63)))) == []


def test_an_estimate_that_was_revised_is_only_a_notice(written: Written) -> None:
    store = written(record(report("a", EARLY), rate(1.36, "1,36", status="E")), record(report("b", LATE), rate(2.32, "2,32")))
    assert rules(store) == [("disagreement", "notice")]


def test_one_report_that_says_two_things_is_found(written: Written) -> None:
    store = written(record(report("a", EARLY), rate(1.36, "1,36"), rate(1.63, "1,63", start=50)))
    assert rules(store) == [("contradiction", "warning")]


def test_plans_implied_in_one_year_must_agree(written: Written) -> None:
    def level_and_share(level: float, printed: str, share: float, period: str) -> list[ObservationRow]:
        pct = figure(
            share, f"{share}".replace(".", ","), unit="%", measure="plan_pct", period=period, source_start=20, source_end=24
        )
        return [figure(level, printed, period=period), pct]

    store = written(
        record(report("a", EARLY), *level_and_share(228.91, "228,91", 65.8, "2025-M01/M08")),
        record(report("b", LATE, "2025-M01/M11"), *level_and_share(387.7, "387,7", 77.5, "2025-M01/M11")),
    )
    assert ("plan_drift", "warning") in rules(store)
    question = "select round(expected), round(got), message_vi from finding where rule = 'plan_drift'"
    ((expected, got, message),) = store.execute(question).fetchall()
    assert (expected, got) == (347888.0, 500258.0)
    assert message == "kế hoạch 2025: 347,9 nghìn tấn theo 8T/2025, 500,3 theo 11T/2025"


def plans_of_one_year(second: float, level_bound: str | None = None, share_bound: str | None = None) -> list[ReportRecord]:
    """A level with half of its plan of 400, and in a later report a level with half of another plan, said with bounds."""
    early = output_with("plan_pct", 50, 200, "tấn", "2025-M01/M08")
    level, share = output_with("plan_pct", 50, second / 2, "tấn", "2025-M01/M11")
    late = [replace(level, bound=level_bound), replace(share, bound=share_bound)]
    return [record(report("a", EARLY), *early), record(report("b", LATE, "2025-M01/M11"), *late)]


@pytest.mark.parametrize(("plan", "found"), [(400, False), (412, False), (500, True)], ids=["same", "within rounding", "other"])
def test_a_plan_drifts_only_beyond_what_rounding_explains(written: Written, plan: float, found: bool) -> None:
    """A level of 200 and half of it, both without decimals, leave room for some 2.5 % on either side."""
    assert (("plan_drift", "warning") in rules(written(*plans_of_one_year(plan)))) is found


def test_a_plan_that_moves_by_a_two_hundredth_of_itself_is_the_same(written: Written) -> None:
    def exact(level: float, period: str) -> list[ObservationRow]:
        rows = output_with("plan_pct", 50, level, "tấn", period)
        return [replace(row, printed=f"{row.value:.4f}".replace(".", ",")) for row in rows]

    def drifts(level: float) -> bool:
        late = record(report("b", LATE, "2025-M01/M11"), *exact(level, "2025-M01/M11"))
        return ("plan_drift", "warning") in rules(written(record(report("a", EARLY), *exact(200, "2025-M01/M08")), late))

    assert not drifts(200.99)
    assert drifts(201.1)


@pytest.mark.parametrize("place", ["level_bound", "share_bound"])
def test_what_is_said_to_be_more_or_less_implies_no_plan(written: Written, place: str) -> None:
    bounded = plans_of_one_year(720, **{place: "trên"})
    assert "plan_drift" not in [rule for rule, _ in rules(written(*bounded))]


def test_a_cumulative_figure_cannot_fall_within_a_year(written: Written) -> None:
    later = figure(200.0, "200", period="2025-M01/M11")
    store = written(record(report("a", EARLY), figure(228.91, "228,91")), record(report("b", LATE), later))
    assert ("cumulative_fall", "warning") in rules(store)


@pytest.mark.parametrize("status", [("T", "A"), ("A", "T")], ids=["earlier", "later"])
def test_a_target_is_no_fall_of_what_was_reached(written: Written, status: tuple[str, str]) -> None:
    earlier, later = figure(228.91, "228,91", status=status[0]), figure(200.0, "200", period="2025-M01/M11", status=status[1])
    store = written(record(report("a", EARLY), earlier), record(report("b", LATE), later))
    assert rules(store) == []


def test_last_years_level_must_fit_the_change_on_last_year(written: Written) -> None:
    last_year = figure(100.0, "100", period="2024-M01/M08", source_start=40, source_end=43)
    change = figure(23.3, "23,3", unit="%", measure="yoy_pct", source_start=20, source_end=24)
    store = written(record(report("a", EARLY), figure(228.91, "228,91"), change, last_year))
    assert rules(store) == [("change_on_last_year", "notice")]


def change_message(store: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    question = "select message_vi, message_en from finding where rule = 'change_on_last_year'"
    return store.execute(question).fetchall()


def test_where_last_years_level_stands_is_said_as_it_is(written: Written) -> None:
    level, change, last_year = level_with_change()
    ((in_one, in_one_en),) = change_message(written(record(report("a", EARLY), level, change, last_year)))
    ((of_other, of_other_en),) = change_message(
        written(record(report("a", EARLY), last_year), record(report("b", LATE), level, change))
    )
    assert in_one.endswith(" phải là 185,7 nghìn tấn, chính báo cáo này ghi 100 nghìn tấn")
    assert in_one_en.endswith(" must have been 185.7 thousand tonnes; the same report says 100 thousand tonnes")
    assert of_other.endswith(" phải là 185,7 nghìn tấn, BC a ghi 100 nghìn tấn")
    assert of_other_en.endswith(" must have been 185.7 thousand tonnes; Report a says 100 thousand tonnes")


@pytest.mark.parametrize(
    ("now", "then", "found"),
    [
        ("2025-M01/M02", "2024-M01/M02", True),
        ("2024-M01/M02", "2023-M01/M02", True),
        ("2025-02-28", "2024-02-29", True),
        ("2024-02-28", "2023-02-28", True),
        ("2025-03-31", "2024-03-20", False),
    ],
    ids=["to a leap year", "from a leap year", "on a day", "before the leap day", "another day"],
)
def test_the_same_time_of_last_year_ends_with_its_february_too(written: Written, now: str, then: str, found: bool) -> None:
    level, change, last_year = level_with_change()
    figures = replace(level, period=now), replace(change, period=now), replace(last_year, period=then)
    assert (("change_on_last_year", "notice") in rules(written(record(report("a", EARLY), *figures)))) is found


def test_a_target_of_last_year_tells_nothing_of_what_was_reached(written: Written) -> None:
    assert rules(written(record(report("a", EARLY), *level_with_change(status="T")))) == []


def test_a_part_cannot_be_greater_than_its_whole(written: Written) -> None:
    whole = figure(12.0, "12", measure="total", source_start=3, source_end=5)
    store = written(record(report("a", EARLY), figure(13.0, "13"), whole))
    assert rules(store) == [("part_of_whole", "warning")]


def test_a_share_must_follow_from_its_part_and_whole(written: Written) -> None:
    def pair(share: float, printed: str) -> list[ObservationRow]:
        whole = figure(835.0, "835", measure="total", source_start=4, source_end=7)
        said = figure(share, printed, unit="%", measure="share_pct", source_start=16, source_end=20)
        return [figure(755.0, "755"), whole, said]

    store = written(record(report("a", EARLY), *pair(70.4, "70,4")))
    assert rules(store) == [("share_of_whole", "warning")]
    (message,) = store.execute("select message_vi from finding").fetchall()[0]
    assert message == "755/835 là 90,42 %, báo cáo ghi 70,4 %"


def test_a_share_that_was_cut_off_is_no_contradiction(written: Written) -> None:
    whole = figure(835.0, "835", measure="total", source_start=4, source_end=7)
    said = figure(90.4, "90,4", unit="%", measure="share_pct", source_start=16, source_end=20)
    store = written(record(report("a", EARLY), figure(755.0, "755"), whole, said))
    assert rules(store) == []


def test_a_share_is_that_of_the_part_just_before_its_whole(written: Written) -> None:
    figures = [
        figure(5.0, "5", source_start=0, source_end=1),
        figure(10.0, "10", source_start=20, source_end=22),
        figure(20.0, "20", measure="total", source_start=23, source_end=25),
        figure(50.0, "50", unit="%", measure="share_pct", source_start=35, source_end=37),
    ]
    assert "share_of_whole" not in [rule for rule, _ in rules(written(record(report("a", EARLY), *figures)))]


def test_a_share_of_a_part_that_is_said_to_be_more_is_not_that_of_an_earlier_part(written: Written) -> None:
    figures = [
        figure(5.0, "5", source_start=0, source_end=1),
        figure(10.0, "10", source_start=20, source_end=22, bound="trên"),
        figure(20.0, "20", measure="total", source_start=23, source_end=25),
        figure(50.0, "50", unit="%", measure="share_pct", source_start=35, source_end=37),
    ]
    assert "share_of_whole" not in [rule for rule, _ in rules(written(record(report("a", EARLY), *figures)))]


def whole_of_two_parts(change: float, printed: str, second_part: float = 6.0) -> list[ObservationRow]:
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
    return figures


def test_a_whole_changes_no_more_than_the_parts_that_add_up_to_it(written: Written) -> None:
    store = written(record(report("a", EARLY), *whole_of_two_parts(60.7, "60,7")))
    assert rules(store) == [("change_of_whole", "warning")]
    (message,) = store.execute("select message_vi from finding").fetchall()[0]
    assert message == "các phần tăng giảm −2,47 đến 11,6 %, tổng không thể 60,7 %"


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


def test_a_whole_that_changes_like_its_parts_is_no_finding(written: Written) -> None:
    store = written(record(report("a", EARLY), *whole_of_two_parts(6.07, "6,07")))
    assert rules(store) == []


def test_parts_that_do_not_add_up_say_nothing_about_the_whole(written: Written) -> None:
    store = written(record(report("a", EARLY), *whole_of_two_parts(60.7, "60,7", second_part=4.0)))
    assert rules(store) == []


def test_a_message_in_english_has_english_numbers_and_units(written: Written) -> None:
    store = written(record(report("a", EARLY), figure(1072.9, "1.072,9")), record(report("b", LATE), figure(1062.9, "1.062,9")))
    (message,) = store.execute("select message_en from finding where rule = 'disagreement'").fetchall()[0]
    assert message == "Report a says 1,072.9 thousand tonnes, Report b says 1,062.9 thousand tonnes"


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


def test_a_stock_that_stands_apart_from_both_sides_is_a_break(written: Written) -> None:
    store = written(record(report("a", EARLY), *herds(48404, 58786, -3.09)))
    assert rules(store) == [("level_break", "notice")]
    (message,) = store.execute("select message_en from finding").fetchall()[0]
    assert message.startswith("30 Nov 2025: 48,404 head; 31 Mar 2026: 58,786 head, and 60,660 head a year before that:")


def test_a_target_is_no_break_of_a_stock(written: Written) -> None:
    earlier, *later = herds(48404, 58786, -3.09)
    assert rules(written(record(report("a", EARLY), replace(earlier, status="T"), *later))) == []


def test_a_stock_of_a_whole_year_before_is_no_break_after_a_leap_day(written: Written) -> None:
    earlier, *later = herds(48404, 58786, -3.09)
    figures = [replace(earlier, period="2024-02-29"), *(replace(row, period="2025-02-28") for row in later)]
    assert rules(written(record(report("a", EARLY), *figures))) == [("change_on_last_year", "notice")]


def test_a_stock_that_grows_as_it_says_is_no_break(written: Written) -> None:
    store = written(record(report("a", EARLY), *herds(48404, 58786, 25)))
    assert rules(store) == []


@pytest.mark.parametrize("rule", checks.rules())
def test_every_rule_is_explained_where_findings_are_shown_and_where_sql_is_completed(rule: str) -> None:
    assert [lang for lang in LANGUAGES if f"rule.{rule}" not in texts(lang)] == []
    assert f"('rule', '{rule}', " in text_of("lexicon/values")


def level_with_change(change_bound: str | None = None, **changes: object) -> list[ObservationRow]:
    """A level that grew by 23.3 %, and a level of last year that does not fit, changed as wanted."""
    change = figure(23.3, "23,3", unit="%", measure="yoy_pct", bound=change_bound, source_start=20, source_end=24)
    last_year = figure(100.0, "100", period="2024-M01/M08", source_start=40, source_end=43)
    return [figure(228.91, "228,91"), change, replace(last_year, **changes)]  # type: ignore[arg-type]


def test_levels_in_different_units_are_not_compared_over_a_year(written: Written) -> None:
    assert rules(written(record(report("a", EARLY), *level_with_change(unit="con")))) == []


@pytest.mark.parametrize("figures", [level_with_change("trên"), level_with_change(bound="trên")], ids=["change", "level"])
def test_what_is_said_to_be_more_or_less_implies_no_level_of_last_year(written: Written, figures: list[ObservationRow]) -> None:
    assert rules(written(record(report("a", EARLY), *figures))) == []


@pytest.mark.parametrize("place", range(3), ids=["earlier", "later", "change"])
def test_a_stock_that_is_said_to_be_more_or_less_is_no_break(written: Written, place: int) -> None:
    figures = herds(48404, 58786, -3.09)
    figures[place] = replace(figures[place], bound="trên")
    assert rules(written(record(report("a", EARLY), *figures))) == []


def test_a_balance_may_fall_within_a_year(tmp_path: Path) -> None:
    balance = replace(OUTPUT, id="balance", falls=True, items=())
    catalogue = Catalogue(SECTORS, (balance,), {"balance": balance})
    levels = [
        figure(value, f"{value:g}", indicator="balance", item=None, period=period, source_start=start, source_end=start + 2)
        for start, (value, period) in enumerate([(40.0, "2025-M01/M08"), (-10.0, "2025-M01/M11")])
    ]
    write_store(tmp_path / "balance.duckdb", catalogue, [record(report("a", EARLY), *levels)])
    with duckdb.connect(str(tmp_path / "balance.duckdb"), read_only=True) as store:
        assert rules(store) == []


@pytest.mark.parametrize(
    ("second", "whole", "found"),
    [(3.0, None, []), (9.0, None, [("contradiction", "warning")]), (3.0, 21.0, [("contradiction", "warning")])],
    ids=["room", "no-room", "a-whole-of-its-own"],
)
def test_another_part_stands_beside_a_part_of_a_whole_if_there_is_room(
    written: Written, second: float, whole: float | None, found: list[tuple[str, str]]
) -> None:
    figures = [
        figure(15.0, "15", source_start=0, source_end=2),
        figure(20.0, "20", measure="total", source_start=3, source_end=5),
        figure(second, f"{second:g}", source_start=30, source_end=31),
        figure(90.0, "90", unit="%", measure="plan_pct", source_start=45, source_end=47),
    ]
    if whole:
        figures.insert(3, figure(whole, f"{whole:g}", measure="total", period="2025", source_start=32, source_end=34))
    store = written(record(report("a", EARLY), *figures))
    assert [one for one in rules(store) if one[0] == "contradiction"] == found


def test_a_share_behind_another_part_is_no_share_of_the_first(written: Written) -> None:
    figures = [
        figure(15.0, "15", source_start=0, source_end=2),
        figure(20.0, "20", measure="total", source_start=3, source_end=5),
        figure(3.0, "3", source_start=30, source_end=31),
        figure(90.0, "90", unit="%", measure="plan_pct", source_start=45, source_end=47),
    ]
    assert rules(written(record(report("a", EARLY), *figures))) == []


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
    store = written(record(report("a", EARLY), *changes_on("2020", "2023")), record(report("b", LATE), *changes_on("2020")))
    assert rules(store) == []
    assert newest(store) == [(10.0, 2, None), (11.0, 1, None), (10.0, 2, 0.0)]
    assert store.execute("select value, report_id from latest order by value").fetchall() == [(10.0, "b"), (11.0, "a")]


def test_a_level_revises_the_one_before_in_its_own_unit(written: Written) -> None:
    heads = figure(7.0, "7", unit="con")
    rows = [record(report("a", EARLY), figure(228.91, "228,91")), record(report("b", LATE), heads)]
    store = written(*rows, record(report("c", date(2026, 5, 1)), figure(229.91, "229,91")))
    assert [(value, revision and round(revision)) for value, _, revision in newest(store)] == [
        (228.91, None),
        (7.0, None),
        (229.91, 1000),
    ]


def output_with(measure: str, value: float, level: float, unit: str, period: str) -> list[ObservationRow]:
    """A level of one output, with its share of the plan or its change on last year."""
    said = figure(value, f"{value:g}", unit="%", measure=measure, period=period, source_start=20, source_end=24)
    return [figure(level, f"{level:g}", unit=unit, period=period), said]


def over_the_turn_of_the_year(early: list[ObservationRow], late: list[ObservationRow]) -> list[ReportRecord]:
    return [record(report("a", EARLY), *early), record(report("b", LATE, "2026-Q1"), *late)]


def test_a_plan_a_thousand_times_that_of_the_year_before_tells_of_a_unit_that_slipped(written: Written) -> None:
    early = output_with("plan_pct", 50, 12, "tấn", "2025-M01/M11")
    store = written(*over_the_turn_of_the_year(early, output_with("plan_pct", 12.5, 3, "nghìn tấn", "2026-Q1")))
    assert rules(store) == [("unit_slip", "notice")]
    (message,) = store.execute("select message_vi from finding").fetchall()[0]
    assert message == (
        "kế hoạch năm 2025 suy ra từ 11T/2025 là 24 tấn, năm 2026 suy ra từ Q1/2026 là 24 nghìn tấn: có thể nhầm đơn vị"
    )


def test_a_quarter_that_grew_a_little_cannot_be_a_thousand_times_the_longer_time_of_last_year(written: Written) -> None:
    early = [figure(3.5, "3,5", unit="tấn")]
    store = written(*over_the_turn_of_the_year(early, output_with("yoy_pct", 12, 3, "nghìn tấn", "2026-Q1")))
    assert rules(store) == [("unit_slip", "notice")]


@pytest.mark.parametrize(
    ("level", "unit", "share"),
    [(3, "tấn", 12.5), (9, "tấn", 12.5), (1050, "tấn", 12.5)],
    ids=["the same plan", "three times the plan", "far off, but by no power of ten"],
)
def test_a_plan_of_another_size_is_no_slip_of_its_unit(written: Written, level: float, unit: str, share: float) -> None:
    early = output_with("plan_pct", 50, 12, "tấn", "2025-M01/M11")
    assert rules(written(*over_the_turn_of_the_year(early, output_with("plan_pct", share, level, unit, "2026-Q1")))) == []


def test_a_quarter_may_be_a_small_part_of_a_year(written: Written) -> None:
    early = [figure(3000, "3000", unit="tấn", period="2025")]
    assert rules(written(*over_the_turn_of_the_year(early, output_with("yoy_pct", 12, 3, "tấn", "2026-Q1")))) == []


def test_a_share_of_the_plan_that_is_said_to_be_more_or_less_tells_nothing_of_its_unit(written: Written) -> None:
    early = output_with("plan_pct", 50, 12, "tấn", "2025-M01/M11")
    level, share = output_with("plan_pct", 12.5, 3, "nghìn tấn", "2026-Q1")
    assert rules(written(*over_the_turn_of_the_year(early, [level, replace(share, bound="trên")]))) == []


def test_the_same_months_of_a_leap_year_are_for_the_rule_of_last_years_level(written: Written) -> None:
    early = [figure(3, "3", unit="tấn", period="2024-M01/M02")]
    late = output_with("yoy_pct", 12, 3, "nghìn tấn", "2025-M01/M02")
    store = written(record(report("a", EARLY), *early), record(report("b", LATE), *late))
    assert rules(store) == [("change_on_last_year", "notice")]
