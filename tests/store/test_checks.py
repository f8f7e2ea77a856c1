"""The checks find figures that cannot all be right, and leave rounding alone; here where two reports, or one, say two things."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pytest

from data.store import checks
from queries.question import text_of
from tests.store.conftest import figure
from tests.store.two_reports import early, late, rate, records, rules
from tui.numbers import number
from tui.words import LANGUAGES, texts

if TYPE_CHECKING:
    from pathlib import Path

    from data.store.records import ObservationRow
    from tests.store.conftest import Finding, Written


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


def test_places_that_disagree_are_disputed_and_have_no_unit(written_and_checked: Written) -> None:
    read = written_and_checked(*PLACES).execute("select distinct unit, disputed from reading where measure = 'rank'").fetchall()
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


@pytest.mark.parametrize("rule", checks.rules())
def test_every_rule_is_explained_where_findings_are_shown_and_where_sql_is_completed(rule: str) -> None:
    assert [lang for lang in LANGUAGES if f"rule.{rule}" not in texts(lang)] == []
    assert f"('rule', '{rule}', " in text_of("lexicon/values")
