"""Periods in running text: "lũy kế 8 tháng", "quý I/2026", "đến ngày 31/3/2026", "giai đoạn 2021 - 2025".

A phrase is read against the period of the report, which gives the year and the last month that it leaves unsaid.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from data.grammar.ocr import any_of, loose
from data.grammar.period import Period
from data.grammar.places import beginnings, matches_at, starts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1v": 4, "2": 2, "3": 3, "4": 4}
"""Quarters; strokes that recognition made of the Roman numeral are counted."""


_SPELT_MONTHS = {
    "Mười Một": 11, "Mười Hai": 12, "Mười": 10, "Giêng": 1, "Chạp": 12, "Một": 1, "Hai": 2, "Ba": 3, "Tư": 4, "Năm": 5,
    "Sáu": 6, "Bảy": 7, "Tám": 8, "Chín": 9,
}  # fmt: skip
"""Months in words; only a capital tells "tháng Năm" from "tháng năm 2024"."""
_PLAIN_MONTHS = {name: month for name, month in _SPELT_MONTHS.items() if name != "Năm"}
"""Those that need no capital where something is told of them: "tháng một ước tính"."""
_COUNTS = {"mười một": 11, "mười": 10, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}


@dataclass(frozen=True, slots=True)
class PeriodCue:
    """A phrase that says what the figures around it are about.

    Attributes:
        start: place in the folded text.
        end: place behind it.
        period: what it means.
        kind: ``flow`` (said of what adds up), ``stock`` (a point: "đến nay", "hiện có"), ``until`` (both readings are possible:
            "đến hết tháng 8"), ``goal`` ("đến năm 2030") or ``year`` (a bare year).
    """

    start: int
    end: int
    period: Period
    kind: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The context in which phrases of a report are read: its own period.

    Attributes:
        report: the period of the report.
        monthly: it is a report of one month and of the year so far.
        quarterly: it is a report of one quarter and of the year so far.
    """

    report: Period
    monthly: bool
    quarterly: bool = False

    @property
    def year(self) -> int:
        """The year of the report's last day."""
        return self.report.end.year

    @property
    def month(self) -> int:
        """The report's last month."""
        return self.report.end.month

    def so_far(self, month: int | None = None, year: int | None = None) -> Period:
        """From the beginning of the year to the end of a month; a first quarter stays a quarter in a report on quarters."""
        month, year = month or self.month, year or self.year
        if month == 3 and self.report.kind == "quarter":
            return Period.quarter(year, 1)
        return Period.cumulative(year, month)

    def part(self) -> Period | None:
        """The month or quarter that is reported beside the year so far."""
        if self.quarterly:
            return Period.quarter(self.year, (self.month + 2) // 3)
        return Period.month(self.year, self.month) if self.monthly else None

    def own(self) -> Period:
        """What a figure is about when nothing is said: the month of a monthly report, else the report's period."""
        return Period.month(self.year, self.month) if self.monthly else self.report


_SUMMING = "lũy kế|luỹ kế|tính chung|cộng dồn|ước|cả|trong|sau|qua|thực hiện"
_NOW = "đến nay|Đến nay|hiện nay|hiện có|hiện tại|hiện đang có|tính đến nay|Đến thời điểm|đến thời điểm hiện tại|toàn tỉnh hiện"
_SUMMED_TO_NOW = "đến nay|hiện nay|toàn tỉnh có|hiện có|toàn tỉnh hiện có|đến thời điểm"
_WHOLE_SPAN = (
    "cả giai đoạn|trong giai đoạn này|bình quân hằng năm|bình quân hàng năm|bình quân mỗi năm|hằng năm|hàng năm|mỗi năm"
    "|cả nhiệm kỳ|trong nhiệm kỳ"
)


_BEFORE = r"(?<![a-z\d])"


@cache
def _beginnings(damaged: bool) -> re.Pattern[str]:
    return beginnings(_BEFORE, (pattern.pattern.removeprefix(_BEFORE) for pattern, _ in _rules(damaged)))


@cache
def _rules(damaged: bool) -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Frame], tuple[Period, str] | None]], ...]:
    def words(phrases: str) -> str:
        return any_of(phrases, damaged)

    day = r"(?:0?[1-9]|[12]\d|3[01])\s*[/-]\s*(?:0?[1-9]|1[0-2])(?!\d)(?:\s*[/-]\s*(?:19|20)\d\d)?"
    ngay, thang, nam, quy = (loose(word, damaged) for word in ("ngày", "tháng", "năm", "quý"))
    den = words("đến|Đến|tới|tính đến|Tính đến|ước đến")
    tu = words("từ|kể từ")
    het = words("hết|cuối")
    coming, not_this = words("ước cuối|dự kiến cuối|ước hết"), words("trước|ngoái|học")
    year = r"((?:19|20)\d\d)"
    of_year = rf"(?:\s*(?:/|{nam}\s*|-)\s*{year}|(?<=n[a-z]m)\s+{year}(?!\d))?"
    months = r"(?<![\d.,/])(\d{1,2})"
    counted = rf"(?P<counted>{'|'.join(f'({loose(name, damaged)})' for name in _COUNTS)})"
    roman = r"(iv|1v|i{1,3}|[l1|!]{1,3}|[2-4])"
    head = rf"(?:{words('đầu')}\s*{nam})?"
    spelt = rf"(?P<spelt>{'|'.join(f'({loose(name, damaged)})' for name in _SPELT_MONTHS)})"
    plain = rf"(?P<plain>{'|'.join(f'({loose(name, damaged)})' for name in _PLAIN_MONTHS)})"
    return tuple(
        (re.compile(f"{_BEFORE}(?:{source})"), reading)
        for source, reading in (
            (rf"{tu}\s*(?:{ngay}\s*)?({day})\s*(?:{den}|-)\s*(?:{ngay}\s*)?({day})", _span),
            (rf"{tu}\s*(?:{ngay}\s*)?({day})\s*{words('đến nay|đến thời điểm này|đến hết kỳ')}", _since),
            (rf"{words('từ đầu năm')}\s*{den}\s*(?:{het}\s*)?(?:{ngay}\s*)?({day})(?!\d|\s*/)", _since_new_year),
            (rf"(?:{words('giai đoạn|thời kỳ|các năm|trong giai đoạn')}|(?<![\d.,/])0?\d\s*{nam})\s*{year}\s*-\s*{year}", _years),
            (rf"{tu}\s*{nam}\s*{year}\s*{den}\s*{nam}\s*{year}", _years),
            (rf"{den}\s*(?:{het}\s*)?(?:\d\d?\s?h(?:\d\d)?\s*)?(?:{ngay}\s*)?({day})(?!\d|\s*/)", _until_day),
            (rf"{ngay}\s*({day})(?<=(?:19|20)\d\d)\s*(?={words('đạt|là|có|ước')}\s|:)", _counted_on),
            (rf"(?:{words('tại')}\s*)?{words('thời điểm')}\s*(?:{ngay}\s*)?({day})(?!\d|\s*/)", _counted_on),
            (rf"{den}\s*(?:{het}\s*)?{ngay}\s*(\d\d?)\s*{thang}\s*(\d\d?){of_year}", _until_spelt),
            (rf"(?:{den}\s*)?(?:{het})\s*{thang}\s*(\d\d?){of_year}(?!\d)", _until_month),
            (rf"{words('đến|Đến|tính đến|Tính đến')}\s*{thang}\s*(\d\d?){of_year}(?!\d)", _until_month),
            (rf"(?:{den}\s*)?{het}\s*{quy}\s*{roman}(?![a-z\d]){of_year}", _until_quarter),
            (rf"(?:{den}\s*)?{het}\s*(?:{nam}\s*){year}", _until_year),
            (rf"{tu}\s*{nam}\s*{year}\s*{words('đến nay|tới nay')}", _since_year),
            (rf"{den}\s*{nam}\s*{year}", _goal),
            (rf"(?:{den}\s*{het}|{coming})\s*{nam}(?![a-z])(?!\s*(?:\d|{not_this}))", _end_of_year),
            (rf"(?:{words(_SUMMING)}\s*)?{months}\s*{thang}\s*{words('cuối')}\s*{nam}{of_year}", _last_months),
            (
                rf"(?:{words(_SUMMING)}\s*)?{months}\s*{thang}(?!\s*\d\d?\s*(?:{nam}|/|(?:19|20)\d\d))\s*{head}{of_year}",
                _so_far_months,
            ),
            (rf"{words(_SUMMING)}\s*{counted}\s*{thang}(?!\s*\d\d?(?!\d))\s*{head}{of_year}", _so_far_counted),
            (rf"{counted}\s*{thang}\s*{words('đầu')}\s*{nam}{of_year}", _so_far_counted),
            (
                rf"(?P<capital>)(?:^|(?<=[.:;+-] )){counted}\s*{thang}(?!\s*(?:\d|{words('cuối|qua|trước')})){of_year}",
                _so_far_counted,
            ),
            (
                rf"(?:{words('lũy kế|luỹ kế|cộng dồn|tính')}\s*)?{words('từ đầu năm')}(?:\s*{year})?(?:\s*{words('đến nay')})?",
                _so_far,
            ),
            (rf"{words('lũy kế|luỹ kế')}\s*{words(_SUMMED_TO_NOW)}", _now),
            (rf"{words('lũy kế|luỹ kế|cộng dồn|tính chung')}(?![a-z])\s*(?:{nam}\s*{year})?", _so_far),
            (rf"{words('Đến thời điểm báo cáo|đến thời điểm báo cáo|tính đến thời điểm báo cáo')}", _so_far),
            (rf"(?<!tr[a-z][a-z\d&]c ){words(_NOW)}", _now),
            (rf"{words('trong quý|quý')}\s*{roman}(?![a-z\d]){of_year}", _quarter),
            (rf"{words('trong quý')}(?![a-z])", _own_quarter),
            (rf"{words('trong')}\s*{thang}\s*(\d\d?){of_year}(?![\d])", _month),
            (rf"{words('trong tháng|tháng này')}(?![a-z])(?!\s*\d)", _own_month),
            (rf"{words('trong kỳ|kỳ báo cáo')}(?![a-z])", _own),
            (
                rf"(?<![a-z\d]){thang}\s*(0?[1-9]|1[0-2])(?![\d.,]|\s*[/-]\s*\d\d?(?!\d))"
                rf"(?!\s*\W?(?:(?:nghin|ngan|trieu|tan|ha)(?![a-z])|%)){of_year}",
                _month,
            ),
            (rf"(?:^|(?<=[.,:;] )){thang}\s*(0?[1-9]|1[0-2])(?=,\s)", _month),
            (rf"(?<![a-z\d]){thang}\s*{spelt}(?![a-z\d]){of_year}", _spelt_month),
            (rf"(?<![a-z\d]){thang}\s*{plain}(?=\s*\(|\s+{words('ước|đạt|tăng|giảm')}|\s*[/,]?\s*{nam}\s+{year})", _plain_month),
            (rf"(?<![\d.,/])(\d\d?)t\s?/\s?{year}(?!\d)", _so_far_months),
            (rf"{words('cả năm')}(?!\s*{year})(?![a-z])", _whole_year),
            (words(_WHOLE_SPAN), _span_of_years),
            (rf"(?:{words('trong|cả|ước')}\s*)?{nam}\s*{year}(?!\s*-\s*(?:19|20)?\d\d)", _year),
        )
    )


def may_open_with_period(text: str, letters: int, damaged: bool) -> bool:
    """Whether a phrase that names a period may begin within the first letters of folded text."""
    begins = _beginnings(damaged)
    return any(begins.match(text, place) for place in range(letters))


def period_cues(text: str, frame: Frame, damaged: bool, capital: Callable[[int], bool] | None = None) -> list[PeriodCue]:
    """The phrases of folded text that name periods, in order, without overlaps.

    Args:
        text: folded text.
        frame: the period of the report.
        damaged: the text is recognised from a scan.
        capital: tells whether a capital is printed at a place; without it no month in words is seen.
    """
    found: list[PeriodCue] = []
    taken = bytearray(len(text))
    places = starts(_beginnings(damaged), text)
    for pattern, reading in _rules(damaged):
        for match in matches_at(pattern, text, places):
            if 1 in taken[match.start() : match.end()]:
                continue
            named = next((name for name in ("spelt", "capital") if name in pattern.groupindex), None)
            if named is not None and not (capital and capital(match.start(named))):
                continue
            try:
                meaning = reading(match, frame)
            except ValueError:
                continue
            if meaning is not None:
                found.append(PeriodCue(match.start(), match.end(), *meaning))
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return sorted(found, key=lambda cue: cue.start)


def _said_year(match: re.Match[str], frame: Frame) -> int:
    """The year that a phrase names, else the report's."""
    years = [group for group in match.groups() if group and re.fullmatch(r"(?:19|20)\d\d", group)]
    return int(years[-1]) if years else frame.year


def _day(text: str, frame: Frame) -> date:
    parts = [int(part) for part in re.split(r"\s*[/-]\s*", text.strip())]
    return date(parts[2] if len(parts) > 2 else frame.year, parts[1], parts[0])


def _span(match: re.Match[str], frame: Frame) -> tuple[Period, str]:
    return Period.span(_day(match[1], frame), _day(match[2], frame)), "flow"


def _since_new_year(match: re.Match[str], frame: Frame) -> tuple[Period, str]:
    last = _mended(_day(match[1], frame), frame)
    return Period.span(date(last.year, 1, 1), last), "flow"


def _years(match: re.Match[str], frame: Frame) -> tuple[Period, str]:
    return Period.years(int(match[1]), int(match[2])), "flow" if frame.report.kind == "years" else "year"


def _until_day(match: re.Match[str], frame: Frame) -> tuple[Period, str]:
    day = _day(match[1], frame)
    return Period.point(_mended(day, frame)), "until"


def _counted_on(match: re.Match[str], frame: Frame) -> tuple[Period, str]:
    return Period.point(_day(match[1], frame)), "stock"


def _mended(day: date, frame: Frame) -> date:
    """A day corrected: the report's own last day with an earlier year is a misprint."""
    same_day = (day.month, day.day) == (frame.report.end.month, frame.report.end.day)
    return frame.report.end if same_day and day < frame.report.start else day


def _until_spelt(match: re.Match[str], frame: Frame) -> tuple[Period, str]:
    return Period.point(date(_said_year(match, frame), int(match[2]), int(match[1]))), "until"


def _until_month(match: re.Match[str], frame: Frame) -> tuple[Period, str]:
    return frame.so_far(int(match[1]), _said_year(match, frame)), "until"


def _until_quarter(match: re.Match[str], frame: Frame) -> tuple[Period, str]:
    return frame.so_far(3 * _number(match[1]), _said_year(match, frame)), "until"


def _until_year(match: re.Match[str], frame: Frame) -> tuple[Period, str]:
    del frame
    return Period.year(int(match[1])), "until"


def _end_of_year(match: re.Match[str], frame: Frame) -> tuple[Period, str]:
    del match
    return Period.year(frame.year), "until"


def _goal(match: re.Match[str], frame: Frame) -> tuple[Period, str]:
    year = int(match[1])
    return Period.year(year), "goal" if year > frame.year else "until"


def _last_months(match: re.Match[str], frame: Frame) -> tuple[Period, str] | None:
    count, year = int(match[1]), _said_year(match, frame)
    if not 1 <= count <= 11:
        return None
    if count == 6:
        return Period.half(year, 2), "flow"
    return Period.parse(f"{year:04d}-M{13 - count:02d}/M12"), "flow"


def _so_far_months(match: re.Match[str], frame: Frame) -> tuple[Period, str] | None:
    count = int(match[1])
    if not 2 <= count <= 12:
        return None
    return frame.so_far(count, _said_year(match, frame)), "flow"


def _so_far_counted(match: re.Match[str], frame: Frame) -> tuple[Period, str]:
    return frame.so_far(_spelt(match, "counted", _COUNTS), _said_year(match, frame)), "flow"


def _spelt(match: re.Match[str], group: str, names: Mapping[str, int]) -> int:
    """The number whose name was matched; the names are groups inside ``group``."""
    first = match.re.groupindex[group] + 1
    return next(number for place, number in enumerate(names.values()) if match[first + place])


def _so_far(match: re.Match[str], frame: Frame) -> tuple[Period, str]:
    del match
    return frame.so_far() if frame.report.kind != "years" else frame.report, "flow"


def _now(match: re.Match[str], frame: Frame) -> tuple[Period, str]:
    del match
    return frame.report.at_end(), "stock"


def _quarter(match: re.Match[str], frame: Frame) -> tuple[Period, str]:
    return Period.quarter(_said_year(match, frame), _number(match[1])), "flow"


def _own_quarter(match: re.Match[str], frame: Frame) -> tuple[Period, str]:
    del match
    return Period.quarter(frame.year, (frame.month + 2) // 3), "flow"


def _number(printed: str) -> int:
    return _ROMAN.get(printed) or len(printed)


def _month(match: re.Match[str], frame: Frame) -> tuple[Period, str]:
    return Period.month(_said_year(match, frame), int(match[1])), "flow"


def _spelt_month(match: re.Match[str], frame: Frame) -> tuple[Period, str]:
    return Period.month(_said_year(match, frame), _spelt(match, "spelt", _SPELT_MONTHS)), "flow"


def _plain_month(match: re.Match[str], frame: Frame) -> tuple[Period, str]:
    return Period.month(_said_year(match, frame), _spelt(match, "plain", _PLAIN_MONTHS)), "flow"


def _own_month(match: re.Match[str], frame: Frame) -> tuple[Period, str]:
    del match
    return Period.month(frame.year, frame.month), "flow"


def _own(match: re.Match[str], frame: Frame) -> tuple[Period, str]:
    del match
    return frame.report, "flow"


def _since(match: re.Match[str], frame: Frame) -> tuple[Period, str]:
    first = _day(match[1], frame)
    if (first.month, first.day, first.year) == (1, 1, frame.year):
        return frame.so_far(), "flow"
    return Period.span(first, frame.report.end), "flow"


def _since_year(match: re.Match[str], frame: Frame) -> tuple[Period, str]:
    first = int(match[1])
    whole = frame.report.kind in ("year", "years")
    return (Period.years(first, frame.year) if whole else Period.span(date(first, 1, 1), frame.report.end)), "flow"


def _whole_year(match: re.Match[str], frame: Frame) -> tuple[Period, str]:
    del match
    return Period.year(frame.year), "flow"


def _span_of_years(match: re.Match[str], frame: Frame) -> tuple[Period, str] | None:
    del match
    return (frame.report, "flow") if frame.report.kind == "years" else None


def _year(match: re.Match[str], frame: Frame) -> tuple[Period, str]:
    del frame
    return Period.year(int(match[1])), "year"
