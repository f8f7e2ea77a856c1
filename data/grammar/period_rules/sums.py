"""Phrases that count months: "lũy kế 8 tháng", "6 tháng đầu năm", "hai tháng qua"; and what is so now."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from data.grammar.numerals import COUNTS, PLAIN_COUNTS
from data.grammar.ocr import tolerant
from data.grammar.period import Period
from data.grammar.period_phrase import PeriodPhrase
from data.grammar.period_rules.rule import PeriodRule
from data.grammar.period_rules.words import NOT_GIVEN, NOT_LUNAR, NOT_OF_MONTH, NOT_STRIVEN, YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.grammar.period_rules.words import Words

_SUMMING = "lũy kế|tính chung|cộng dồn|ước|cả|trong|sau|qua|thực hiện"
_OTHER_MONTHS = "này|nay|qua|trước|tới|sau|nữa|cuối|gần đây|gần nhất|vừa qua|liền|một lần|giêng|chạp"
"""What stands behind months that are not the first ones of the year: "ba tháng tới"."""
_NOW = "đến nay|Đến nay|hiện nay|hiện có|hiện tại|hiện đang có|tính đến nay|Đến thời điểm|đến thời điểm hiện tại|toàn tỉnh hiện"
_NOW_AHEAD = "hiện tỉnh|hiện còn|hiện đạt|hiện đang|hiện trên địa bàn|hiện toàn tỉnh|hiện cả tỉnh"
"""Phrases that count only at the beginning of a sentence or clause: "thực hiện đạt" is none."""
_SUMMED_TO_NOW = "đến nay|hiện nay|toàn tỉnh có|hiện có|toàn tỉnh hiện có|đến thời điểm"
_NO_COUNT = "".join(tolerant(f"(?<!{word} )") for word in ("thiệt", "gây", "phá"))
"""What may not stand before a count of months in words: "thiệt hại tháng"."""
_MONTH_COUNT = NOT_LUNAR + tolerant("(?<!trước )(?<!sớm )") + r"(?<![\d.,/])(\d{1,2})"


def sums(w: Words) -> Iterator[PeriodRule]:
    """Phrases that add up the year so far, and what stands now."""
    yield PeriodRule(
        rf"(?:{w(_SUMMING)}\s*)?(?<![\d.,/])0?([23])\s*{w.quy}\s*{w('đầu')}\s*{w.nam}{w.of_year}",
        "flow",
        lambda it: it.frame.so_far(3 * it.number(1), it.year),
    )
    yield PeriodRule(
        rf"(?:{w('trong')}\s*)?{_MONTH_COUNT}\s*{w.thang}\s*{w('qua|gần đây|gần nhất|vừa qua|trở lại đây')}(?![a-z])",
        "flow",
        lambda it: it.frame.months_up_to_its_end(it.number(1)),
    )
    yield PeriodRule(
        rf"(?:{w('trong')}\s*)?{w.counted}\s*{w.thang}\s*{w('qua|vừa qua|gần đây')}(?![a-z])",
        "flow",
        lambda it: it.frame.months_up_to_its_end(it.spelt("counted", COUNTS)),
    )
    yield PeriodRule(
        rf"(?:{w(_SUMMING)}\s*)?{_MONTH_COUNT}\s*{w.thang}\s*{w('cuối')}\s*{w.nam}{w.of_year}",
        "flow",
        lambda it: it.last_months(it.number(1)),
    )
    yield PeriodRule(
        rf"(?:{w(_SUMMING)}\s*)?{_MONTH_COUNT}\s*{w.thang}(?!\s*\d\d?\s*(?:{w.nam}|/|(?:19|20)\d\d))\s*{w.head}{w.of_year}",
        "flow",
        lambda it: it.months_so_far(it.number(1)),
    )
    yield PeriodRule(
        rf"{w(_SUMMING)}\s*{w.counted}\s*{w.thang}(?!\s*\d\d?(?!\d))\s*{w.head}{w.of_year}",
        "flow",
        lambda it: it.months_so_far(it.spelt("counted", COUNTS)),
    )
    yield PeriodRule(
        rf"(?:{w(_SUMMING)}\s*)?{w.nam}\s*{w.thang}\s*{w('đầu')}\s*{w.nam}{w.of_year}",
        "flow",
        lambda it: it.months_so_far(5),  # "năm" is five, too
    )
    yield PeriodRule(
        rf"{w.counted}\s*{w.thang}\s*{w('cuối')}\s*{w.nam}{w.of_year}",
        "flow",
        lambda it: it.last_months(it.spelt("counted", COUNTS)),
    )
    yield PeriodRule(
        rf"{w.counted}\s*{w.thang}\s*{w('đầu')}\s*{w.nam}{w.of_year}",
        "flow",
        lambda it: it.months_so_far(it.spelt("counted", COUNTS)),
    )
    yield PeriodRule(
        rf"(?:^|(?<=[.:;+-] )){w.counted}\s*{w.thang}(?!\s*(?:\d|{w('cuối|qua|trước')})){w.of_year}",
        "flow",
        lambda it: it.months_so_far(it.spelt("counted", COUNTS)),
        capital=0,
    )
    yield PeriodRule(
        rf"(?:{w('trong')}\s*)?{_NO_COUNT}{w.some}\s*{w.thang}\s*{w('qua|vừa qua')}(?![a-z])",
        "flow",
        lambda it: it.frame.months_up_to_its_end(it.spelt("some", PLAIN_COUNTS)),
    )
    yield PeriodRule(
        rf"(?:{w(_SUMMING)}\s*)?{_NO_COUNT}{w.some}\s*{w.thang}\s*{w('cuối')}\s*{w.nam}{w.of_year}",
        "flow",
        lambda it: it.last_months(it.spelt("some", PLAIN_COUNTS)),
    )
    yield PeriodRule(
        rf"(?:{w(_SUMMING)}\s*)?{_NO_COUNT}{w.some}\s*{w.thang}(?![a-z])"
        rf"(?!\s*(?:0?[1-9]|1[0-2])(?![\d.,]*\d)|\s*{w(_OTHER_MONTHS)}(?![a-z])){w.of_year}",
        "flow",
        lambda it: it.months_so_far(it.spelt("some", PLAIN_COUNTS)),
    )
    yield PeriodRule(rf"{w('từ đầu năm')}\s*{YEAR}\s*{w('đến nay|tới nay')}", "flow", PeriodPhrase.since_new_year)
    yield PeriodRule(
        rf"(?:{w('lũy kế|cộng dồn|tính chung|tính')}\s*)?{w('từ đầu năm')}(?:\s*{YEAR})?(?:\s*{w('đến nay')})?",
        "flow",
        PeriodPhrase.so_far,
    )
    yield PeriodRule(rf"{w('lũy kế|cộng dồn|tính chung')}\s*{w(_SUMMED_TO_NOW)}", "stock", lambda it: it.frame.now())
    yield PeriodRule(rf"{w('lũy kế|cộng dồn|tính chung')}(?![a-z])\s*(?:{w.nam}\s*{YEAR})?", "flow", PeriodPhrase.so_far)
    yield PeriodRule(w("Đến thời điểm báo cáo|đến thời điểm báo cáo|tính đến thời điểm báo cáo"), "flow", PeriodPhrase.so_far)
    yield PeriodRule(
        rf"{NOT_OF_MONTH}{NOT_GIVEN}{NOT_STRIVEN}{w('đầu năm')}(?:\s*{YEAR})?"
        rf"(?=,?\s*(?:{w('toàn tỉnh|cả tỉnh|tỉnh')}\s*)?(?:{w('là|có|còn|đạt')}\s*)?\d[\d.,]*\s*(?:{w('hộ|tỷ đồng|con')}|%))",
        "stock",
        lambda it: Period.point(date(it.year - 1, 12, 31)),
    )
    yield PeriodRule(
        rf"{w('từ đầu nhiệm kỳ|từ đầu kỳ|từ đầu giai đoạn')}(?:\s*{w('đến nay|tới nay')})?",
        "flow",
        PeriodPhrase.since_beginning,
    )
    yield PeriodRule(rf"{w('năm học')}\s*{YEAR}\s*-\s*{YEAR}", "flow", PeriodPhrase.school_year)
    yield PeriodRule(tolerant("(?<!trước )") + w(_NOW), "stock", lambda it: it.frame.now())
    yield PeriodRule(rf"(?:^|(?<=[.,;:(] )){w(_NOW_AHEAD)}(?![a-z])", "stock", lambda it: it.frame.now())
