"""The phrases that name periods, with what each of them means in a report.

The rules are tried in order on folded text: one that says more stands before one that says less.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from data.grammar.comparator import CHANGED_TO
from data.grammar.numerals import COUNTS, MONTHS, PLAIN_COUNTS, PLAIN_MONTHS
from data.grammar.ocr import any_of, loose, tolerant
from data.grammar.period import Period
from data.grammar.period_phrase import PeriodPhrase

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator

    from data.grammar.frame import Frame


_SUMMING = "lũy kế|tính chung|cộng dồn|ước|cả|trong|sau|qua|thực hiện"
_OTHER_MONTHS = "này|nay|qua|trước|tới|sau|nữa|cuối|gần đây|gần nhất|vừa qua|liền|một lần|giêng|chạp"
"""What stands behind months that are not the first ones of the year: "ba tháng tới"."""
_NOW = "đến nay|Đến nay|hiện nay|hiện có|hiện tại|hiện đang có|tính đến nay|Đến thời điểm|đến thời điểm hiện tại|toàn tỉnh hiện"
_NOW_AHEAD = "hiện tỉnh|hiện còn|hiện đạt|hiện đang|hiện trên địa bàn|hiện toàn tỉnh|hiện cả tỉnh"
"""Phrases that count only at the beginning of a sentence or clause: "thực hiện đạt" is none."""
_SUMMED_TO_NOW = "đến nay|hiện nay|toàn tỉnh có|hiện có|toàn tỉnh hiện có|đến thời điểm"
_WHOLE_SPAN = (
    "cả giai đoạn|trong giai đoạn này|bình quân hằng năm|bình quân hàng năm|bình quân mỗi năm|hằng năm|hàng năm|mỗi năm"
    "|cả nhiệm kỳ|trong nhiệm kỳ"
)
_DAY = (
    r"(?:(?:0?[1-9]|[12]\d|3[01])\s*[/-]\s*(?:0?[1-9]|1[0-2])(?!\d)(?:\s*[/-]\s*(?:19|20)\d\d)?"
    r"|(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d)"
)
"""A day; one with dots has its year."""
_YEAR, _BEHIND_YEAR = r"((?:19|20)\d\d)", tolerant("(?<=năm)")
_LUNAR = ("mùng", "mồng")
_NOT_LUNAR = "".join(tolerant(f"(?<!{word} )") for word in _LUNAR)
_NOT_OF_LUNAR = "".join(tolerant(rf"(?<!{word} {day} )") for word in _LUNAR for day in (r"\d", r"\d\d"))
"""What may not stand before months: "mùng 7 tháng Giêng" is a day of the lunar year."""
_NO_SUM = tolerant(r"(?!\s*(?:nghìn|triệu|tỷ)(?![a-z]))")
"""What does not stand behind a quarter: "Quỹ 3 tỷ đồng" is no third one."""
_MONTH_COUNT = _NOT_LUNAR + tolerant("(?<!trước )(?<!sớm )") + r"(?<![\d.,/])(\d{1,2})"
_QUARTER = r"(iv|1v|i{1,3}|[il1|!]{1,3}|[2-4])"
_ONE_MONTH = r"(0?[1-9]|1[0-2])(?!\d)"
CASES = tolerant(r"\d\d? (?:vụ|ca)(?: (?:tai nạn|việc|cháy|mắc)[a-z ]*)?\s*(?:[,;.(]|làm )")
"""What is counted behind "trong tháng", which is no month then: "tai nạn giao thông trong tháng 9 vụ, làm chết 2 người"."""
_LATE = 10
"""The month from which on a report that speaks of the end of the year means the end of its own."""
_NO_COUNT = "".join(tolerant(f"(?<!{word} )") for word in ("thiệt", "gây", "phá"))
"""What may not stand before a count of months in words: "thiệt hại tháng"."""
_MOMENT = "thời điểm|thời điểm điều tra|thời điểm kiểm kê|thời điểm lúc|lúc|vào lúc"
"""What leads to a day on which something was so."""
_MIDDLE = 15
"""The day that is meant by the middle of a month: "đến giữa tháng 6"."""
_PEAKS = ("cao điểm", "cao điểm,", "cao điểm là", "cao điểm vào", "cao nhất", "cao nhất là")
_PEAK = "|".join(tolerant(f"(?<={words} )") for words in _PEAKS)
"""What stands before the day of a peak: "cao điểm ngày 26/02 đạt 1.863 xe"."""
_NOT_BROUGHT, _NOT_OF_MONTH, _NOT_HALF, _NOT_GIVEN = (tolerant(f"(?<!{word} )") for word in ("đưa", "tháng", "nửa", "giao"))
"""What may not stand before "đến", "cuối năm", "đầu năm": "đưa đến", "3 tháng cuối năm", "nửa cuối năm", "vốn giao đầu năm"."""
BEFORE = r"(?<![a-z\d])"
"""What every phrase asks of the letter before it."""


@dataclass(frozen=True, slots=True)
class PeriodRule:
    """A phrase that names a period.

    Attributes:
        source: the pattern of the phrase, without `BEFORE`.
        kind: the kind of the cue, see `data.grammar.period_text.PeriodCue`, or a function that decides it.
        meaning: the period that it names in a report; None, or a ValueError, where it names none.
        capital: the group of the pattern that has to begin with a capital, if one has.
    """

    source: str
    kind: str | Callable[[PeriodPhrase], str]
    meaning: Callable[[PeriodPhrase], Period | None]
    capital: str | int | None = None

    def read(self, match: re.Match[str], frame: Frame) -> tuple[Period, str] | None:
        """The period that a match names, and the kind of the phrase; None for a month or day that does not exist."""
        phrase = PeriodPhrase(match, frame)
        try:
            period = self.meaning(phrase)
        except ValueError:
            return None
        return (period, self.kind if isinstance(self.kind, str) else self.kind(phrase)) if period is not None else None


class _Words:
    """The patterns of the words of which phrases are made."""

    def __init__(self, damaged: bool) -> None:
        self._damaged = damaged
        self.ngay, self.thang, self.nam, self.quy = (loose(word, damaged) for word in ("ngày", "tháng", "năm", "quý"))
        self.den = _NOT_BROUGHT + self("đến|Đến|tới|tính đến|ước đến")
        self.guess = f"(?:{self('ước')})?" if damaged else ""  # "ước" has lost the blank behind it
        self.tu, self.het = self("từ|kể từ"), self("hết|cuối")
        minutes = rf"(?:\s*\d\d(?:\s*{self('phút')})?)?"
        self.hour = rf"(?:\d\d?\s?(?:h(?:\d\d)?['’′]?|{self('giờ')}(?![a-z]){minutes})\s*)?"
        self.day = rf"(?:{self.ngay}\s*)?({_DAY})"
        self.of_year = rf"(?:\s*(?:/|{self.nam}\s*|-)\s*{_YEAR}|\.{_YEAR}|{_BEHIND_YEAR}\s+{_YEAR}(?!\d))?"
        self.in_year = rf"(?:\s*(?:/|{self.nam}\s*|-)\s*{_YEAR})?"
        self.head = rf"(?:{self('đầu')}\s*{self.nam})?"
        self.counted = self._one_of("counted", COUNTS)
        self.some = f"(?P<some>{'|'.join(f'({loose(name, damaged=False)})' for name in PLAIN_COUNTS)})"
        self.spelt = self._one_of("spelt", MONTHS)
        self.plain = self._one_of("plain", PLAIN_MONTHS)

    def __call__(self, phrases: str) -> str:
        """Any of the phrases separated by ``|``."""
        return any_of(phrases, self._damaged)

    def _one_of(self, group: str, names: Iterable[str]) -> str:
        """A named group, with a group in it for each name."""
        return f"(?P<{group}>{'|'.join(f'({loose(name, self._damaged)})' for name in names)})"


@cache
def period_rules(damaged: bool) -> tuple[PeriodRule, ...]:
    """All rules, in the order in which they are tried."""
    words = _Words(damaged)
    return tuple(rule for group in (_spans, _until, _sums, _parts, _whole_years) for rule in group(words))


def _spans(w: _Words) -> Iterator[PeriodRule]:
    """Phrases from one day or year to another."""
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
        rf"{w('nhiệm kỳ')}\s*{_YEAR}\s*-\s*{_YEAR}",
        "goal",
        lambda it: Period.years(it.number(1), it.number(2)) if it.number(2) > it.frame.year else None,
    )
    yield PeriodRule(
        rf"(?:(?:(?<![\d.,/])0?\d\s*{w.nam}\s*)?{w('giai đoạn|thời kỳ|các năm|trong giai đoạn')}|(?<![\d.,/])0?\d\s*{w.nam})"
        rf"\s*{_YEAR}\s*-\s*{_YEAR}",
        PeriodPhrase.kind_of_years,
        lambda it: Period.years(it.number(1), it.number(2)),
    )
    yield PeriodRule(
        rf"{w.tu}\s*{w.nam}\s*{_YEAR}\s*{w.den}\s*{w.nam}\s*{_YEAR}",
        PeriodPhrase.kind_of_years,
        lambda it: Period.years(it.number(1), it.number(2)),
    )
    yield PeriodRule(
        rf"{w.tu}\s*{w.thang}\s*{_ONE_MONTH}\s*{w.den}\s*(?:{w.het}\s*)?{w.thang}\s*{_ONE_MONTH}{w.in_year}",
        "flow",
        PeriodPhrase.several_months,
    )
    part = w("đầu|giữa|cuối|trung tuần|hạ tuần|thượng tuần")
    until = rf"\s*(?:{w.den}|-)\s*(?:{w.het}|{w.ngay}|{w.thang}|\d)"
    yield PeriodRule(
        rf"{w.tu}\s*(?:{part}\s*)?{w.thang}\s*{_ONE_MONTH}{w.in_year}(?![\d.,/]\d)"
        rf"(?:\s*{w('đến nay|đến thời điểm này')})?(?!{until})",
        "flow",
        PeriodPhrase.since_month,
    )


def _until(w: _Words) -> Iterator[PeriodRule]:
    """Phrases up to a day, or to the end of a month, quarter or year."""
    yield PeriodRule(
        rf"{w.den}\s*(?:{w.het}\s*)?{w.hour}{w.day}(?!\d|\s*/)",
        "until",
        lambda it: Period.point(it.last_day),
    )
    yield PeriodRule(
        tolerant(r"(?:(?<=về đích )|(?<=hoàn thành ))") + rf"{w('trước')}\s*{w.day}(?<=(?:19|20)\d\d)",
        "until",
        lambda it: Period.point(it.day(1)) if it.day(1) <= it.frame.report.end else None,
    )
    yield PeriodRule(
        rf"{w('trước')}\s*{w.day}(?<=(?:19|20)\d\d)",
        lambda it: "goal" if it.day(1) > it.frame.report.end else "until",
        lambda it: Period.point(it.day(1)) if it.day(1) > it.frame.report.start else None,
    )
    yield PeriodRule(
        rf"{w.tu}\s*{w.day}(?<=(?:19|20)\d\d)(?!\s*(?:-|{w.den}))",
        "stock",
        lambda it: Period.point(it.day(1)) if it.day(1) > it.frame.report.end else None,
    )
    yield PeriodRule(
        rf"{w.tu}\s*{w.day}(?<=(?:19|20)\d\d)(?=,?(?:\s[a-z]+){{0,5}}?\s{w('còn|chỉ còn')}\s\d)",
        "stock",
        lambda it: Period.point(it.day(1)),
    )
    yield PeriodRule(
        rf"{w.tu}\s*{w.day}(?<=(?:19|20)\d\d)(?=[^.;]{{1,160}}?{w('trước khi|trước')}\s*{w('sắp xếp|sáp nhập|hợp nhất')})",
        "stock",
        lambda it: Period.point(it.day(1)),
    )
    yield PeriodRule(rf"{w('vào')}\s*{w.ngay}\s*({_DAY})(?<=(?:19|20)\d\d)(?!\d)", "until", lambda it: Period.point(it.day(1)))
    yield PeriodRule(
        rf"(?:{_PEAK})(?:\(\s*)?(?:{w.ngay}\s*({_DAY})|({_DAY})(?<=/20\d\d))(?!\d|\s*(?:/|-|{w.den}))",
        "stock",
        lambda it: Period.point(it.day(1 if it.match[1] else 2)),
    )
    yield PeriodRule(rf"{w.guess}{w.het}\s*{w.ngay}\s*({_DAY})(?!\d|\s*/)", "until", lambda it: Period.point(it.day(1)))
    yield PeriodRule(
        rf"{w('áp dụng|thực hiện|có hiệu lực|hiệu lực')}\s*{w.tu}\s*{w.day}\s*(?={w('là|ở mức')}\s)",
        "stock",
        lambda it: Period.point(it.day(1)),
    )
    yield PeriodRule(
        rf"{w.ngay}\s*({_DAY})(?<=(?:19|20)\d\d)\s*(?={w('đạt|là|có|ước|lượng|số lượng')}\s|:)",
        "stock",
        lambda it: Period.point(it.day(1)),
    )
    yield PeriodRule(
        rf"(?:{w('tại')}\s*)?{w(_MOMENT)}\s*{w.hour}{w.day}(?!\d|\s*/)",
        "stock",
        lambda it: Period.point(it.day(1)),
    )
    yield PeriodRule(
        rf"{w.den}\s*(?:{w.het}\s*)?{w.ngay}\s*(\d\d?)\s*{w.thang}\s*(\d\d?){w.of_year}",
        "until",
        lambda it: Period.point(date(it.year, it.number(2), it.number(1))),
    )
    yield PeriodRule(
        rf"{w.den}\s*{w('giữa')}\s*{w.thang}\s*(\d\d?){w.of_year}(?!\d)",
        "until",
        lambda it: Period.point(date(it.year, it.number(1), _MIDDLE)),
    )
    yield PeriodRule(  # what weather did at the end of a month is no count up to that: "lốc cuối tháng 3 làm tốc mái 64 nhà"
        rf"{w('cuối')}\s*{w.thang}\s*(\d\d?){w.of_year}(?!\d)(?=\s*{w('làm|gây|khiến|đã làm|đã gây')}(?![a-z]))",
        "flow",
        lambda it: Period.month(it.year, it.number(1)),
    )
    yield PeriodRule(
        rf"(?:{w.den}\s*)?(?:{w.het})\s*{w.thang}\s*(\d\d?){w.of_year}(?!\d)",
        "until",
        lambda it: it.frame.so_far(it.number(1), it.year),
    )
    yield PeriodRule(
        rf"{_NOT_BROUGHT}{w('đến|Đến|tính đến')}\s*{w.thang}\s*(\d\d?){w.of_year}(?!\d)",
        "until",
        lambda it: it.frame.so_far(it.number(1), it.year),
    )
    yield PeriodRule(
        rf"(?:{w.den}\s*)?{w.het}\s*{w.quy}\s*{_QUARTER}(?![a-z\d]){w.of_year}",
        "until",
        lambda it: it.frame.so_far(3 * it.quarter, it.year),
    )
    yield PeriodRule(
        rf"(?:{w.den}\s*)?{_NOT_OF_MONTH}{_NOT_HALF}{w.het}\s*(?:{w.nam}\s*){_YEAR}",
        "until",
        lambda it: Period.year(it.number(1)),
    )
    yield PeriodRule(rf"(?<=\(){w('cuối')}\s*{_YEAR}(?=\s*\))", "until", lambda it: Period.point(date(it.number(1), 12, 31)))
    yield PeriodRule(rf"{w.tu}\s*{w.nam}\s*{_YEAR}\s*{w('đến nay|tới nay')}", "flow", PeriodPhrase.since_year)
    yield PeriodRule(rf"{w.den}\s*{w.nam}\s*{_YEAR}", PeriodPhrase.kind_of_goal, lambda it: Period.year(it.number(1)))
    yield PeriodRule(
        rf"(?:{w.den}\s*{w.het}|{w('ước cuối|dự kiến cuối|ước hết')})\s*{w.nam}(?![a-z])(?!\s*(?:\d|{w('trước|ngoái|học')}))",
        "until",
        lambda it: Period.year(it.frame.year),
    )
    yield PeriodRule(
        rf"(?:{w.den}\s*)?{w.het}\s*{w('niên độ')}(?:\s*{w('ngân sách|kế hoạch')})?(?![a-z])(?!\s*\d)",
        "until",
        lambda it: Period.year(it.frame.year),
    )
    yield PeriodRule(
        rf"{w('vào cuối')}\s*{w.nam}(?![a-z])(?!\s*(?:\d|{w('trước|ngoái|học|nay')}))",
        "until",
        lambda it: Period.year(it.frame.year),
    )
    yield PeriodRule(
        rf"{_NOT_OF_MONTH}{w('cuối')}\s*{w.nam}(?=\s*{w(f'ước|đạt|là|{CHANGED_TO}')}(?![a-z])\s*(?:[a-z]+\s*)?\d)",
        "until",
        lambda it: Period.year(it.frame.year) if it.frame.month >= _LATE else None,
    )
    yield PeriodRule(
        rf"{_NOT_OF_MONTH}{_NOT_HALF}(?<!den ){w.het}\s*{w.nam}"
        rf"(?=\s*{w('ước đạt|ước|dự kiến|phấn đấu đạt|đạt|hoàn thành|có thêm|có')}(?![a-z])\s*(?:[a-z]+\s*){{0,2}}\d)",
        "until",
        lambda it: Period.year(it.frame.year),
    )


def _sums(w: _Words) -> Iterator[PeriodRule]:
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
    yield PeriodRule(rf"{w('từ đầu năm')}\s*{_YEAR}\s*{w('đến nay|tới nay')}", "flow", PeriodPhrase.since_new_year)
    yield PeriodRule(
        rf"(?:{w('lũy kế|cộng dồn|tính chung|tính')}\s*)?{w('từ đầu năm')}(?:\s*{_YEAR})?(?:\s*{w('đến nay')})?",
        "flow",
        PeriodPhrase.so_far,
    )
    yield PeriodRule(rf"{w('lũy kế|cộng dồn|tính chung')}\s*{w(_SUMMED_TO_NOW)}", "stock", lambda it: it.frame.now())
    yield PeriodRule(rf"{w('lũy kế|cộng dồn|tính chung')}(?![a-z])\s*(?:{w.nam}\s*{_YEAR})?", "flow", PeriodPhrase.so_far)
    yield PeriodRule(w("Đến thời điểm báo cáo|đến thời điểm báo cáo|tính đến thời điểm báo cáo"), "flow", PeriodPhrase.so_far)
    yield PeriodRule(
        rf"{_NOT_OF_MONTH}{_NOT_GIVEN}{w('đầu năm')}(?:\s*{_YEAR})?"
        rf"(?=,?\s*(?:{w('toàn tỉnh|cả tỉnh|tỉnh')}\s*)?(?:{w('là|có|còn|đạt')}\s*)?\d[\d.,]*\s*(?:{w('hộ|tỷ đồng|con')}|%))",
        "stock",
        lambda it: Period.point(date(it.year - 1, 12, 31)),
    )
    yield PeriodRule(
        rf"{w('từ đầu nhiệm kỳ|từ đầu kỳ|từ đầu giai đoạn')}\s*{w.den}\s*(?:{w.het}\s*)?{w.day}(?!\d|\s*/)",
        "flow",
        lambda it: Period.span(it.frame.report.start, it.day(1)) if it.frame.report.kind == "years" else None,
    )
    yield PeriodRule(
        rf"{w('từ đầu nhiệm kỳ|từ đầu kỳ|từ đầu giai đoạn')}(?:\s*{w('đến nay|tới nay')})?",
        "flow",
        PeriodPhrase.since_beginning,
    )
    yield PeriodRule(rf"{w('năm học')}\s*{_YEAR}\s*-\s*{_YEAR}", "flow", PeriodPhrase.school_year)
    yield PeriodRule(tolerant("(?<!trước )") + w(_NOW), "stock", lambda it: it.frame.now())
    yield PeriodRule(rf"(?:^|(?<=[.,;:(] )){w(_NOW_AHEAD)}(?![a-z])", "stock", lambda it: it.frame.now())


def _parts(w: _Words) -> Iterator[PeriodRule]:
    """Phrases that name a quarter, a month or several."""
    yield PeriodRule(
        rf"{w('nửa cuối|nửa cuối của|nửa sau của')}\s*{w.nam}{w.of_year}", "flow", lambda it: Period.half(it.year, 2)
    )
    yield PeriodRule(rf"{w('nửa đầu|nửa đầu của')}\s*{w.nam}{w.of_year}", "flow", lambda it: Period.half(it.year, 1))
    yield PeriodRule(
        rf"{w('trong quý|quý')}\s*{_QUARTER}(?![a-z\d]|[.,]\d){_NO_SUM}{w.of_year}",
        "flow",
        lambda it: Period.quarter(it.year, it.quarter),
    )
    yield PeriodRule(
        rf"{w('trong quý|cả quý|toàn quý|chung quý|quý này')}(?![a-z])",
        "flow",
        lambda it: Period.quarter(it.frame.year, (it.frame.month + 2) // 3),
    )
    yield PeriodRule(
        rf"(?:{w('trong')}\s*)?(?:{w('các|hai|ba|cả hai|cả ba')}\s*)?{w.thang}\s*{_ONE_MONTH}"
        rf"(?:\s*,\s*(?:0?[1-9]|1[0-2])(?=\s*(?:,|{w('và')})\s*\d))*\s*(?:,|-|{w('và|đến')})\s*(?:{w.thang}\s*)?{_ONE_MONTH}"
        rf"{w.in_year}(?![\d.,/%]\d|\d|\s*%)(?!\s*{w.thang})",
        "flow",
        PeriodPhrase.several_months,
    )
    yield PeriodRule(
        rf"{w('trong')}\s*{w.thang}(?!\s*{CASES})\s*(\d\d?){w.of_year}(?!\d|[.,]\d)",
        "flow",
        lambda it: Period.month(it.year, it.number(1)),
    )
    yield PeriodRule(rf"{w('dịp|nhân ngày')}[^,;.:]{{0,60}}?(?<!\d)({_DAY})", "flow", PeriodPhrase.month_of_occasion)
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
        rf"{_NOT_OF_LUNAR}{w.thang}(?!\s*{CASES})\s*(0?[1-9]|1[0-2])(?!\s*{w('trận|điểm')}(?![a-z]))(?![\d,]|\.(?!20\d\d)|\s*[/-]\s*\d\d?(?!\d))"
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
        _NOT_OF_LUNAR + tolerant("(?<!mạng )") + rf"{w.thang}\s*{w.spelt}(?![a-z\d]){w.of_year}",
        "flow",
        lambda it: Period.month(it.year, it.spelt("spelt", MONTHS)),
        capital="spelt",
    )
    yield PeriodRule(
        rf"{w.thang}\s*{w.plain}(?=\s*\(|\s+{w('ước|đạt|tăng|giảm')}|\s*[/,]?\s*{w.nam}\s+{_YEAR}|\s*/\s*{_YEAR})",
        "flow",
        lambda it: Period.month(it.year, it.spelt("plain", PLAIN_MONTHS)),
    )
    yield PeriodRule(rf"(?<![\d.,/])(\d\d?)t\s?/\s?{_YEAR}(?!\d)", "flow", lambda it: it.months_so_far(it.number(1)))


def _whole_years(w: _Words) -> Iterator[PeriodRule]:
    """Phrases that name a year, or the years of a plan."""
    yield PeriodRule(rf"{w('cả năm')}(?!\s*{_YEAR})(?![a-z])", "flow", lambda it: Period.year(it.frame.year))
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
        tolerant("(?<!hoạch )") + rf"(?<![\d.,/])0?(\d)\s*{w.nam}(?![a-z])(?!\s*{_YEAR})", "flow", PeriodPhrase.all_its_years
    )
    yield PeriodRule(
        rf"(?:{w('trong|cả|ước')}\s*)?{w.nam}\s*{_YEAR}(?!\s*-\s*(?:19|20)?\d\d)", "year", lambda it: Period.year(it.number(1))
    )
