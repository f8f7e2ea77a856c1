"""Rules for days, months, years, ages and times of day, which are no figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.ocr import any_of, loose, tolerant
from data.grammar.period_rules.words import CASES
from data.reader.meaning.numbers.exclusion.rule import (
    AND,
    HOUR,
    NAME,
    TO,
    YEAR,
    ExclusionRule,
    anywhere,
    at_number,
    at_word,
    has_unit,
    is_measured,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.grammar.unit_reader import UnitMatch

_NAMED_BY_YEAR = (
    "chương trình|luật|chiến lược|hội chợ|hội thi|cuộc thi|giải|liên hoan|diễn đàn|hội nghị|chiến dịch|tuần lễ|đại hội|hội thao"
)
"""Programmes, laws and events that carry their year in the name: "Chương trình giáo dục phổ thông 2018"."""
_HISTORY = "chiến thắng|khởi nghĩa|cách mạng tháng tám|hiệp định|tổng tuyển cử|giải phóng|thống nhất"
"""Events of history, told with their year: "75 năm Chiến thắng Biên giới 1950"."""
_DAY, _MONTH = r"(?:[12]\d|3[01]|0?[1-9])", r"(?:0?[1-9]|1[0-2])"
_NOT_A_RATE = tolerant("(?<!tỷ )")
"""What may not stand before "lễ", which without its marks is "lệ"."""
_YEARS_OF_LIFE = re.compile(tolerant(r"(?<![a-z])số năm (?:sống|đi học)[^\d;.]*$"))
"""Words that count years of life or school."""
_TIME_TAKEN, _PROCEDURE = (
    re.compile(
        tolerant(
            r"(?<![a-z])thời gian [^\d;.]*(?:còn|xuống|đạt|là|bình quân|trung bình)"
            r"(?: (?:dưới|khoảng|gần|trên|chỉ|từ|không quá))?\s*$"
        )
    ),
    100,
)
"""Words that tell how long something takes, and how many letters before the number they begin."""
_DAY_AND_MONTH = re.compile(r"(\d+)/(\d+)$")


def days(damaged: bool) -> Iterator[ExclusionRule]:
    """Days, holidays and times of day; years that name a law, prices or a season."""
    ngay, thang, since, to = (loose("ngày", damaged), loose("tháng", damaged), loose("từ", damaged), any_of("đến|tới", damaged))
    yield at_word("days of a month", rf"{ngay}\s*(?:\d{{1,2}}\s*(?:,|{AND}|-)\s*)+\d{{1,2}}/{_MONTH}(?:/{YEAR})?(?![\d/])")
    yield at_number("date", r"\d{1,2}\s*[/-]\s*\d{1,2}\s*[/-]\s*(?:19|20)\d\d(?!\d)")
    yield at_number("date", r"\d{1,2}/\d{1,3}/20\d\d(?!\d)")
    yield at_number("date", rf"{_DAY}/{_MONTH}/1[5-8]\d\d(?!\d)")
    yield at_number("date", r"20\d\d-(?:0[1-9]|1[0-2])(?:-(?:[0-2]\d|3[01]))?(?![\d.,/-]\d|\d)")
    yield at_number("date", rf"{_DAY}\.{_MONTH}\.{YEAR}(?![.,]?\d)")
    day_of_month = rf"{_DAY}/{_MONTH}"
    listed = rf"{ngay}\s*(?:{day_of_month}\s*(?:,|{AND})\s*)+"
    yield at_word("days", rf"{listed}{day_of_month}(?![\d/]|[.,]\d)", unless=_is_part_of_whole)
    yield at_word("days", rf"{listed}(?={day_of_month}(?!\d))")
    yield at_number("time of day", r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d,])")
    yield at_number("time of day", rf"(?:[01]?\d|2[0-3])\s?{HOUR}\s*[0-5]\d(?!\d|[.,]\d)")
    yield at_word("date", rf"{thang}\s*{_MONTH}\.{YEAR}(?![.,]?\d)")
    yield at_word(
        "date",
        rf"(?:{ngay})\s*\d{{1,2}}(?:\s*[/-]\s*\d{{1,2}})?(?:\s*-\s*\d{{1,2}}/\d{{1,2}})?"
        rf"(?:\s*{thang}\s*\d{{1,2}})?(?!\d|[.,]\d)",
    )
    yield at_word("day of the lunar year", rf"{any_of('mùng|mồng', damaged)}\s*\d{{1,2}}(?:\s*{thang}\s*{_MONTH})?(?!\d|[.,]\d)")
    yield at_number("date", rf"\d{{1,2}}/{_MONTH}\s*-\s*\d{{1,2}}/{_MONTH}(?![\d/])")
    yield at_number("days", rf"(?:(?<=\()|(?<=\(\s)){_DAY}\s*-\s*{_DAY}/{_MONTH}(?=\s*\))")
    any_day = rf"{day_of_month}(?![\d/])"
    yield at_number("days", rf"{day_of_month}(?=\s*(?:-|{to})\s*{day_of_month}(?:/{YEAR})?\s*\))")
    yield at_word("date", rf"{since}\s*{any_day}\s*(?:-|{to})\s*{any_day}")
    yield at_word("days", rf"{since}\s*(?:{ngay}\s*)?{_DAY}\s*(?:-|{to})\s*(?:{ngay}\s*)?{any_day}")
    yield at_word("first of days", rf"{since}\s*(?P<n>{any_day})(?=\s*(?:-|{to})\s*(?:{ngay}\s*)?{day_of_month})")
    yield at_number("day and month", rf"(?<=[a-z] )(?<!dat ){day_of_month}(?=\s*(?:[.;)](?!\d)|$))")
    until = any_of("đến|Đến|đến ngày|Đến ngày|đến hết ngày|tính đến|trước|trước ngày|thời điểm", damaged)
    part_of_day = any_of("sáng|chiều|tối|trưa|đêm|rạng sáng", damaged)
    yield at_word("date", rf"{part_of_day}\s*(?:{ngay}\s*)?{day_of_month}(?:\s*/\s*{YEAR})?(?!\d)", unless=_is_part_of_whole)
    yield at_word("day without a year", rf"{until}\s*{any_day}", unless=_is_part_of_whole)
    laws = any_of("luật|bộ luật|hiến pháp|pháp lệnh|công ước|giáo dục phổ thông|GDPT", damaged)
    yield at_word(
        "year of a law or a programme", rf"{laws}(?:\s[a-z]+){{0,6}}?\s(?P<n>{YEAR})(?!\d|[.,/]\d|\s*-)", unless=has_unit
    )
    prices = any_of("giá so sánh|giá cố định|giá gốc|giá so sánh năm", damaged)
    season = any_of("hè thu|đông xuân|thu đông|vụ mùa|vụ đông|vụ xuân|chiêm xuân", damaged)
    yield at_word("year of prices or of a season", rf"(?:{prices}|{season})\s*{YEAR}(?:\s*-\s*{YEAR})?(?!\d|[.,]\d)")
    holidays = "Quốc khánh|dịp|lễ|lễ lớn|Giỗ Tổ Hùng Vương|Quốc tế Lao động|Quốc tế Phụ nữ|Giải phóng miền Nam"
    holiday = rf"{_NOT_A_RATE}{any_of(holidays, damaged)}"
    day = r"(?:[12]?\d|0\d|3[01])\s*/\s*(?:0?\d|1[0-2])(?![\d/])"
    yield at_word("holidays", rf"{holiday}\s*\(?{day}(?:\s*(?:,|{AND}|&)\s*{day})+", unless=has_unit)
    yield at_number("holidays", rf"30\s*/\s*0?4\s*(?:-|,|{AND}|&|{TO})\s*0?1\s*/\s*0?5(?![\d/])")
    yield at_word("holiday", rf"{holiday}\s*\(?{day}(?:\s*-\s*\d{{1,2}}/\d{{1,2}})?")
    name = rf"(?:\s(?!(?:{ngay}|{tolerant('đạt|là|có|đ[a4]')})\s)(?:-\s)?[a-z]+){{2,8}}"
    yield at_word("holiday", rf"{ngay}\s[^;.()%]{{4,60}}\((?P<n>{day})\)", unless=has_unit)
    yield at_word("holiday", rf"{ngay}{name}\s*\(?{day}\)?", unless=has_unit)


def months_and_years(damaged: bool) -> Iterator[ExclusionRule]:
    """Months, quarters, years, ages in months and how long something takes."""
    ngay, thang, nam, quy = (loose(word, damaged) for word in ("ngày", "tháng", "năm", "quý"))
    games = rf"{any_of('trận|điểm', damaged)}(?![a-z])"
    spans = any_of("giai đoạn|nhiệm kỳ|thời kỳ|năm học|niên khóa|các năm|vụ", damaged)
    months = rf"{thang}\s*{_MONTH}(?:\s*,\s*{_MONTH})*\s*(?:,|{AND})\s*{_MONTH}"
    yield at_word("months", rf"{months}\s*(?:/\s*|{nam}\s*){YEAR}(?!\d)")
    some = rf"{any_of('các|hai|ba|cả', damaged)}\s*"
    yield at_word("months", rf"{some}{months}(?!\d|[.,/]\d|\s*%|\s*{thang})", unless=has_unit)
    yield at_number("month", rf"(?<!/){_MONTH}\s*[/-]\s*{YEAR}(?![\d.,]\d)", unless=is_measured)
    yield at_word("years", rf"(?:{spans})\s*\d{{4}}\s*-\s*\d{{2,4}}")
    yield at_number("years", rf"{YEAR}\s*-\s*{YEAR}(?!\d|[.,]\d)")
    yield at_word("years", rf"(?:{spans})\s*{loose('từ', damaged)}\s*{YEAR}\s*{TO}\s*{YEAR}(?!\d|[.,]\d)")
    yield at_word(
        "month",
        rf"(?:(?<!\d\s)|(?<=20\d\d\s))(?<!\d)(?:{thang})(?!\s*{CASES})\s*{_MONTH}(?!\s*{games})(?:\s*(?:,|{AND}|-|{TO})\s*{_MONTH}(?=\s*(?:{nam}|/\d{{4}})))?(?![\d]|[.,]\d|\s*%)",
        unless=is_measured,
    )
    yield at_word("month", rf"{thang}\s+[a-z]{{2,5}}(?:\s[a-z]{{2,4}})?\s*/\s*{YEAR}(?!\d|[.,]\d)", unless=is_measured)
    yield at_word("quarter", rf"(?:{quy})\s*(?:1{{1,3}}|[2-4])(?:\s*/\s*{YEAR})?(?!\d|[.,]\d)", unless=is_measured)
    yield at_number("age", rf"(?<!/)\d{{1,2}}\s*(?:-|{TO})\s*\d{{1,2}}\s*{thang}\s*{loose('tuổi', damaged)}(?![a-z])")
    yield at_number("months", rf"(?<!/)\d{{1,2}}\s*(?:{thang})(?![a-z])")
    yield at_number("quarters", rf"(?<!/)0?[1-4]\s*(?:{quy})\s+{any_of('đầu|cuối|liên tiếp|qua|liền|gần đây', damaged)}(?![a-z])")
    yield at_number("months", rf"(?<!/)\d{{1,2}}\s?t\s?/\s?{YEAR}(?!\d)")
    yield at_word("year", rf"(?:{nam})\s*{YEAR}(?![\d]|[.,]\d)")
    yield at_number("year", rf"\d{{4}}(?=\s*(?:,|{AND}|,\s*{nam})\s*(?P<n>{YEAR})(?!\d|[.,]\d))")
    men = rf"(?!(?:,|;| {AND})? \d+ {loose('nữ', damaged)}(?![a-z]))"
    years = rf"(?<!/)\d{{1,3}}\s*(?:{nam})(?![a-z]){men}(?!\s*[,;]\s*(?:{loose('tăng', damaged)}))"
    yield at_number("years", years, unless=_is_counted_in_years)
    yield at_number("time", rf"\d{{1,2}}\s?h\d{{0,2}}['’′]?(?=\s*{ngay})")
    yield at_number(
        "time",
        rf"(?<!/)\d{{1,3}}\s*(?:{ngay}|{HOUR}|{tolerant('phút|tuần')})(?![a-z])(?!\s*{loose('công', damaged)})",
        unless=_is_duration,
    )
    yield at_number("time", rf"24\s*/\s*(?:24|7)(?!\d)(?:h| {HOUR})?")
    past = any_of(_HISTORY, damaged)
    yield at_word("year of history", rf"{past}(?:\s+[a-z]+){{0,6}}?\s+(?:{nam}\s*)?(?P<n>19\d\d)(?!\d|[.,]\d|\s*%)")
    tet = rf"{any_of('tết nguyên đán|tết|xuân', damaged)}(?:\s[a-z]{{2,4}}){{2}}"
    yield at_word("year of a name", rf"{tet}\s(?P<n>{YEAR})(?!\d|[.,/]\d|\s*[-%])", unless=has_unit)
    named = any_of(_NAMED_BY_YEAR, damaged)
    yield at_word("year of a name", rf"{named}[^\d,;.:()]{{1,60}}\s(?P<n>{YEAR})(?!\d|[.,]\d|\s*%)", unless=has_unit)
    yield anywhere("year", rf"/(?:(?<=[ivxl]/)|(?<=[ivxl]\s/))\s*{YEAR}(?!\d)")
    yield at_number("year", rf"(?<![/a-z]){YEAR}(?=\s*(?:[,;:.()]|$|{any_of('đạt|tăng|giảm', damaged)}))(?![.,]\d)")


def _is_counted_in_years(match: re.Match[str], _unit: UnitMatch | None) -> bool:
    """Years are what is told: "số năm sống khỏe đạt 67 năm", "số năm đi học bình quân là 8 năm"."""
    return _YEARS_OF_LIFE.search(match.string, max(0, match.start() - NAME), match.start()) is not None


def _is_duration(match: re.Match[str], unit: UnitMatch | None) -> bool:
    """Minutes or hours are what is told: "thời gian thông quan một xe rút ngắn còn 35 phút"."""
    return unit is not None and _TIME_TAKEN.search(match.string, max(0, match.start() - _PROCEDURE), match.start()) is not None


def _is_part_of_whole(match: re.Match[str], unit: UnitMatch | None) -> bool:
    """With more days than months it is no part of a whole: "đến 30/9 cấp mới"."""
    day = _DAY_AND_MONTH.search(match[0])
    return unit is not None and (day is None or int(day[1]) <= int(day[2]))
