"""Phrases that name a month or quarter, several of them, or years: "quý I/2026", "tháng 7 và 8", "cả năm"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.grammar.numerals import MONTHS, PLAIN_MONTHS
from data.grammar.ocr import tolerant
from data.grammar.period import Period
from data.grammar.period_phrase import PeriodPhrase
from data.grammar.period_rules.rule import PeriodRule
from data.grammar.period_rules.words import CASES, DAY, NOT_OF_LUNAR, ONE_MONTH, QUARTER, YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.grammar.period_rules.words import Words

_NO_SUM = tolerant(r"(?!\s*(?:nghìn|triệu|tỷ)(?![a-z]))")
"""What does not stand behind a quarter: "Quỹ 3 tỷ đồng" is no third one."""
_WHOLE_SPAN = (
    "cả giai đoạn|trong giai đoạn này|bình quân hằng năm|bình quân hàng năm|bình quân mỗi năm|hằng năm|hàng năm|mỗi năm"
    "|cả nhiệm kỳ|trong nhiệm kỳ|nhiệm kỳ này|cả kỳ"
)
"""What says of a report on years that something is of all of them."""
_TERM_BEFORE = "giai đoạn trước|giai đoạn trước đó|nhiệm kỳ trước|nhiệm kỳ liền trước"
"""What names as many years before those."""
_FINAL_YEAR = "năm cuối kỳ|năm cuối nhiệm kỳ|năm cuối của nhiệm kỳ|năm cuối giai đoạn|năm cuối của giai đoạn"
"""What names the last one of those years."""


def _term_before(it: PeriodPhrase) -> Period | None:
    """As many years as a report is about, right before them; None in a report on less than years."""
    return it.frame.report.years_before() if it.frame.report.kind == "years" else None


def _end_before(it: PeriodPhrase) -> Period | None:
    """The end of the year before the years that a report is about; None in a report on less than years."""
    before = _term_before(it)
    return before.at_end() if before is not None else None


def _last_end(it: PeriodPhrase) -> Period | None:
    """The end of the years that a report is about; None in a report on less than years."""
    return it.frame.report.at_end() if it.frame.report.kind == "years" else None


def parts(w: Words) -> Iterator[PeriodRule]:
    """Phrases that name a quarter, a month or several."""
    yield PeriodRule(
        rf"{w('nửa cuối|nửa cuối của|nửa sau của')}\s*{w.nam}{w.of_year}", "flow", lambda it: Period.half(it.year, 2)
    )
    yield PeriodRule(
        rf"{w(_TERM_BEFORE)}(?:\s*\(\s*20\d\d\s*-\s*20\d\d\s*\)|(?!\s*\(?(?:20\d\d|{w('giai đoạn')})))", "flow", _term_before
    )
    yield PeriodRule(
        w(_FINAL_YEAR), "year", lambda it: Period.year(it.frame.report.end.year) if it.frame.report.kind == "years" else None
    )
    yield PeriodRule(w("đầu nhiệm kỳ|đầu giai đoạn"), "stock", _end_before)
    yield PeriodRule(w("cuối nhiệm kỳ|cuối giai đoạn"), "stock", _last_end)
    yield PeriodRule(rf"{w('nửa đầu|nửa đầu của')}\s*{w.nam}{w.of_year}", "flow", lambda it: Period.half(it.year, 1))
    yield PeriodRule(
        rf"{w('trong quý|quý')}\s*{QUARTER}(?![a-z\d]|[.,]\d){_NO_SUM}{w.of_year}",
        "flow",
        lambda it: Period.quarter(it.year, it.quarter),
    )
    yield PeriodRule(
        rf"{w('trong quý|cả quý|toàn quý|chung quý|quý này')}(?![a-z]|\s{tolerant('mô|hoạch|định|trình|chế|đất')})",
        "flow",
        lambda it: Period.quarter(it.frame.year, (it.frame.month + 2) // 3),
    )
    yield PeriodRule(
        rf"(?:{w('trong')}\s*)?(?:{w('các|hai|ba|cả hai|cả ba')}\s*)?{w.thang}\s*{ONE_MONTH}"
        rf"(?:\s*,\s*(?:0?[1-9]|1[0-2])(?=\s*(?:,|{w('và')})\s*\d))*\s*(?:,|-|{w('và|đến')})\s*(?:{w.thang}\s*)?{ONE_MONTH}"
        rf"{w.in_year}(?![\d.,/%]\d|\d|\s*%)(?!\s*{w.thang})",
        "flow",
        PeriodPhrase.several_months,
    )
    yield PeriodRule(
        rf"{w('trong')}\s*{w.thang}(?!\s*{CASES})\s*(\d\d?){w.of_year}(?!\d|[.,]\d)",
        "flow",
        lambda it: Period.month(it.year, it.number(1)),
    )
    yield PeriodRule(rf"{w('dịp|nhân ngày')}[^,;.:]{{0,60}}?(?<!\d)({DAY})", "flow", PeriodPhrase.month_of_occasion)
    yield PeriodRule(
        rf"{w('từ đầu tháng|những ngày đầu tháng|những ngày cuối tháng')}(?![a-z])(?!\s*(?:0?[1-9]|1[0-2])(?![\d.,]*\d))",
        "flow",
        lambda it: Period.month(it.frame.year, it.frame.month) if it.frame.monthly else None,
    )
    yield PeriodRule(
        rf"{w('trong tháng|tháng này|cả tháng')}(?![a-z])(?!\s*{w('cao điểm|hành động|thanh niên|an toàn')})"
        rf"(?:(?=\s*{CASES})|(?!\s*(?:0?[1-9]|1[0-2])(?![\d.,]*\d)))",
        "flow",
        lambda it: Period.month(it.frame.year, it.frame.month),
    )
    yield PeriodRule(
        rf"(?<=phan dau ){w('trong năm')}(?![a-z])(?!\s*(?:\d|{w('học|tới|sau|trước|qua|tiếp')}))",
        "flow",
        lambda it: Period.year(it.frame.year),
    )
    yield PeriodRule(
        rf"(?:^|(?<=[.;:] )){w('trong năm')}(?![a-z])(?!\s*(?:\d|{w('học|tới|sau|trước|qua|tiếp')}))",
        "flow",
        lambda it: it.frame.so_far() if it.frame.monthly else it.frame.report if it.frame.report.kind == "year" else None,
    )
    yield PeriodRule(rf"{w('trong kỳ|kỳ báo cáo')}(?![a-z])", "flow", lambda it: it.frame.report)
    yield PeriodRule(
        rf"{NOT_OF_LUNAR}{w.thang}(?!\s*{CASES})\s*(0?[1-9]|1[0-2])(?!\s*{w('trận|điểm')}(?![a-z]))(?![\d,]|\.(?!20\d\d)|\s*[/-]\s*\d\d?(?!\d))"
        rf"(?!\s*\W?(?:{w('nghìn|ngàn|triệu|tấn|ha')}(?![a-z])|%)){w.of_year}",
        "flow",
        lambda it: Period.month(it.year, it.number(1)),
    )
    yield PeriodRule(
        rf"{w.thang}\s*(0?[1-9]|1[0-2])(?=,\s+(?:[a-z]|\d{{1,2}}\s*{w.thang}))",
        "flow",
        lambda it: Period.month(it.year, it.number(1)),
    )
    yield PeriodRule(
        NOT_OF_LUNAR + tolerant("(?<!mạng )") + rf"{w.thang}\s*{w.spelt}(?![a-z\d]){w.of_year}",
        "flow",
        lambda it: Period.month(it.year, it.spelt("spelt", MONTHS)),
        capital="spelt",
    )
    yield PeriodRule(
        rf"{w.thang}\s*{w.plain}(?=\s*\(|\s+{w('ước|đạt|tăng|giảm')}|\s*[/,]?\s*{w.nam}\s+{YEAR}|\s*/\s*{YEAR})",
        "flow",
        lambda it: Period.month(it.year, it.spelt("plain", PLAIN_MONTHS)),
    )
    yield PeriodRule(rf"(?<![\d.,/])(\d\d?)t\s?/\s?{YEAR}(?!\d)", "flow", lambda it: it.months_so_far(it.number(1)))


def whole_years(w: Words) -> Iterator[PeriodRule]:
    """Phrases that name a year, or the years of a plan."""
    yield PeriodRule(rf"{w('cả năm ngoái|cả năm trước')}", "flow", lambda it: Period.year(it.frame.year - 1))
    yield PeriodRule(rf"{w('cả năm')}(?!\s*{YEAR})(?![a-z])", "flow", lambda it: Period.year(it.frame.year))
    yield PeriodRule(
        rf"{w('năm nay')}(?=,?\s*(?:{w('toàn tỉnh|tỉnh')}\s*)?{w('phấn đấu|đặt mục tiêu|kế hoạch')})",
        "flow",
        lambda it: Period.year(it.frame.year),
    )
    yield PeriodRule(rf"{w('phấn đấu|phấn đấu trong')}\s*{w('năm nay')}(?![a-z])", "flow", lambda it: Period.year(it.frame.year))
    yield PeriodRule(rf"{w('năm nay')}(?![a-z])", "flow", lambda it: it.frame.report if it.frame.report.kind == "year" else None)
    yield PeriodRule(r"(?:index|pci|papi|sipas|dti|pgi|ddci)\s+(20\d\d)(?!\d|\s*-)", "year", lambda it: Period.year(it.number(1)))
    yield PeriodRule(w(_WHOLE_SPAN), "flow", lambda it: it.frame.report if it.frame.report.kind == "years" else None)
    yield PeriodRule(
        tolerant("(?<!hoạch )") + rf"(?<![\d.,/])0?(\d)\s*{w.nam}(?![a-z])(?!\s*{YEAR})", "flow", PeriodPhrase.all_its_years
    )
    yield PeriodRule(
        rf"(?:{w('trong|cả|ước')}\s*)?{w.nam}\s*{YEAR}(?!\s*-\s*(?:19|20)?\d\d)", "year", lambda it: Period.year(it.number(1))
    )
