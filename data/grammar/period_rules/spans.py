"""Phrases from one day or year to another: "từ ngày 06 đến 08/9", "giai đoạn 2021 - 2025"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from data.grammar.period import Period
from data.grammar.period_phrase import PeriodPhrase
from data.grammar.period_rules.rule import PeriodRule
from data.grammar.period_rules.words import ONE_MONTH, YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.grammar.period_rules.words import Words


def spans(w: Words) -> Iterator[PeriodRule]:
    """Phrases from one day or year to another."""
    yield PeriodRule(
        rf"{w('từ đầu nhiệm kỳ|từ đầu kỳ|từ đầu giai đoạn')}\s*{w.den}\s*(?:{w.het}\s*)?{w.day}(?!\d|\s*/)",
        "flow",
        lambda it: Period.span(it.frame.report.start, it.day(1)) if it.frame.report.kind == "years" else None,
    )
    yield PeriodRule(rf"{w.tu}\s*{w.day}\s*(?:{w.den}|-)\s*{w.day}", "flow", lambda it: Period.span(it.day(1), it.day(2)))
    yield PeriodRule(
        rf"{w.tu}\s*(?:{w.ngay}\s*)?(\d\d?)\s*(?:{w.den}|-)\s*{w.day}", "flow", lambda it: Period.span(it.first_of(2), it.day(2))
    )
    yield PeriodRule(
        rf"(?<=\()(?:{w.ngay}\s*)?(\d\d?)\s*(?:{w.den}|-)\s*{w.day}(?=\s*\))",
        "flow",
        lambda it: Period.span(it.first_of(2), it.day(2)),
    )
    yield PeriodRule(
        rf"(?<=\(){w.day}\s*(?:{w.den}|-)\s*{w.day}(?=\s*\))",
        "flow",
        lambda it: Period.span(it.day(1), it.day(2)) if it.day(2).year - it.day(1).year <= 1 else None,
    )
    yield PeriodRule(rf"{w.tu}\s*{w.day}\s*{w('đến nay|đến thời điểm này|đến hết kỳ')}", "flow", PeriodPhrase.since_day)
    yield PeriodRule(rf"{w('lũy kế|cộng dồn|tính')}\s*{w.tu}\s*{w.day}(?!\d|\s*(?:/|-|{w.den}))", "flow", PeriodPhrase.since_day)
    yield PeriodRule(
        rf"{w('từ đầu năm')}\s*{w.den}\s*(?:{w.het}\s*)?{w.day}(?!\d|\s*/)",
        "flow",
        lambda it: Period.span(date(it.last_day.year, 1, 1), it.last_day),
    )
    yield PeriodRule(
        rf"{w('nhiệm kỳ')}\s*{YEAR}\s*-\s*{YEAR}",
        "goal",
        lambda it: Period.years(it.number(1), it.number(2)) if it.number(2) > it.frame.year else None,
    )
    yield PeriodRule(
        rf"(?:(?:(?<![\d.,/])0?\d\s*{w.nam}\s*)?{w('giai đoạn|thời kỳ|các năm|trong giai đoạn')}"
        rf"|(?:(?<![\d.,/])0?\d|{w('hai|ba|bốn')})\s*{w.nam})\s*{YEAR}\s*-\s*{YEAR}"
        rf"(?:\s*(?:{w('bình quân')}\s*)?{w('mỗi năm|hằng năm|hàng năm')})?",
        PeriodPhrase.kind_of_years,
        lambda it: Period.years(it.number(1), it.number(2)),
    )
    yield PeriodRule(
        rf"{w.tu}\s*{w.nam}\s*{YEAR}\s*{w.den}\s*{w.nam}\s*{YEAR}",
        PeriodPhrase.kind_of_years,
        lambda it: Period.years(it.number(1), it.number(2)),
    )
    yield PeriodRule(
        rf"{w.tu}\s*{w.thang}\s*{ONE_MONTH}\s*{w.den}\s*(?:{w.het}\s*)?{w.thang}\s*{ONE_MONTH}{w.in_year}",
        "flow",
        PeriodPhrase.several_months,
    )
    part = w("đầu|giữa|cuối|trung tuần|hạ tuần|thượng tuần")
    until = rf"\s*(?:{w.den}|-)\s*(?:{w.het}|{w.ngay}|{w.thang}|\d)"
    yield PeriodRule(
        rf"{w.tu}\s*(?:{part}\s*)?{w.thang}\s*{ONE_MONTH}{w.in_year}(?![\d.,/]\d)"
        rf"(?:\s*{w('đến nay|đến thời điểm này')})?(?!{until})",
        "flow",
        PeriodPhrase.since_month,
    )
