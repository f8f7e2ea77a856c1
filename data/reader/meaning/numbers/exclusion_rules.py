"""The rules that exclude numbers from the figures: dates, references, names and OCR slips, by their context.

The rules are tried in order on the folded text. A rule excludes the group ``n`` of its match, or else all of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from data.grammar.ocr import any_of, loose, tolerant
from data.grammar.period_rules import CASES
from data.reader.layout.provinces import CITIES, PROVINCES
from data.reader.meaning.numbers.misread_words import MISREAD, SHORT, is_misread_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from data.grammar.unit_reader import UnitMatch

    Unless = Callable[[re.Match[str], UnitMatch | None], bool]

_YEAR = r"(?:19|20)\d\d"
_NUMBERED_LOOSELY = (
    "cấp|loại|giai đoạn|khu vực|nhóm|đợt|tuyến|gói|khu|số|bậc|phần|mức|vùng|lần|cấp độ|bước|cụm|dạng|mốc|thành phần"
)
_NAMED_BY_YEAR = (
    "chương trình|luật|chiến lược|hội chợ|hội thi|cuộc thi|giải|liên hoan|diễn đàn|hội nghị|chiến dịch|tuần lễ|đại hội|hội thao"
)
"""Programmes, laws and events that carry their year in the name: "Chương trình giáo dục phổ thông 2018"."""
_HISTORY = "chiến thắng|khởi nghĩa|cách mạng tháng tám|hiệp định|tổng tuyển cử|giải phóng|thống nhất"
"""Events of history, told with their year: "75 năm Chiến thắng Biên giới 1950"."""
_DAY, _MONTH = r"(?:[12]\d|3[01]|0?[1-9])", r"(?:0?[1-9]|1[0-2])"
_NOT_LAND = rf"(?!\s+{tolerant('(?:lúa|đất|ruộng|ngô|rau|vườn)')})"
"""What may not stand behind "sao", which without its mark is "sào"."""
_NOT_A_RATE = tolerant("(?<!tỷ )")
"""What may not stand before "lễ", which without its marks is "lệ"."""
_AND, _TO, _HOUR = tolerant("và"), tolerant("đến"), tolerant("(?!gia|gie|gido)giờ")
"""Words between numbers and behind them; "giờ" without its marks is not "giá", "giấy" or "giáo"."""
_YEARS_OF_LIFE, _NAME = re.compile(tolerant(r"(?<![a-z])số năm (?:sống|đi học)[^\d;.]*$")), 60
"""Words that count years of life or school, and how many letters before the number they begin."""
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
_AGE_OF_ALL = re.compile(tolerant(r"(?<![a-z])tuổi (?:thọ|kết hôn(?: lần đầu)?) (?:trung bình|bình quân)[^;.]*$"))
"""Words that tell an average age."""
BEFORE = {"number": r"(?<![\d.,])", "word": "(?<![a-z])", "anything": ""}
"""What is asked of the letter before a span that begins so."""
_WORD, _LONGEST_WORD = re.compile(r"(?<![a-z])[a-z]{2,6}$"), 8
_TWO_WORDS = re.compile(r"(?<![a-z])([a-z])[a-z]* ([a-z])[a-z]* $")
_WITHIN = re.compile(tolerant(r"(?<![a-z])trong\s$"))
_VARIETIES = re.compile(tolerant(r"(?<![a-z])giống(?![a-z])[^.;:%()]*$"))
"""The words of a clause that tells varieties of crops by their names: "các giống Nhị ưu 838, TBR 225"."""
_TOLD_RIGHT_BEFORE = re.compile(
    tolerant(r"(?<![a-z])(?:đạt|là|được|có|số|trên|dưới|gần|khoảng|hơn|với|gồm|lên|còn|và|từ|đến|cấp)\s$")
)
"""Words behind which a number is told, and is no part of a name."""
_CLAUSE = 200
"""Letters within which the words of a clause are looked for."""
_DAY_AND_MONTH = re.compile(r"(\d+)/(\d+)$")


@dataclass(frozen=True, slots=True)
class ExclusionRule:
    """A rule by which the numbers of a span are not figures.

    Attributes:
        reason: what they are, in a few words.
        source: the pattern of the span, without what `BEFORE` asks.
        begins: with what it begins, so that it is tried only there.
        unless: tells by a span, and the unit behind its last number if there is one, that the number is a figure after all.
    """

    reason: str
    source: str
    begins: Literal["number", "word", "anything"]
    unless: Unless | None = None


def _at_number(reason: str, source: str, unless: Unless | None = None) -> ExclusionRule:
    return ExclusionRule(reason, source, "number", unless)


def _at_word(reason: str, source: str, unless: Unless | None = None) -> ExclusionRule:
    return ExclusionRule(reason, source, "word", unless)


def _anywhere(reason: str, source: str) -> ExclusionRule:
    return ExclusionRule(reason, source, "anything")


def _has_unit(_match: re.Match[str], unit: UnitMatch | None) -> bool:
    return unit is not None


def _is_measured(_match: re.Match[str], unit: UnitMatch | None) -> bool:
    return unit is not None and not unit.counted


def _is_counted_in_years(match: re.Match[str], _unit: UnitMatch | None) -> bool:
    """Years are what is told: "số năm sống khỏe đạt 67 năm", "số năm đi học bình quân là 8 năm"."""
    return _YEARS_OF_LIFE.search(match.string, max(0, match.start() - _NAME), match.start()) is not None


def _is_done_in_stage(match: re.Match[str], unit: UnitMatch | None) -> bool:
    """So many are done in the years spoken of: "khởi công trong giai đoạn 06 dự án"; stages are told without a zero, and few."""
    within = _WITHIN.search(match.string, max(0, match.start() - _LONGEST_WORD), match.start()) is not None
    return unit is not None and unit.counted and within and len(match["n"]) > 1


def _is_duration(match: re.Match[str], unit: UnitMatch | None) -> bool:
    """Minutes or hours are what is told: "thời gian thông quan một xe rút ngắn còn 35 phút"."""
    return unit is not None and _TIME_TAKEN.search(match.string, max(0, match.start() - _PROCEDURE), match.start()) is not None


def _is_average_age(match: re.Match[str], _unit: UnitMatch | None) -> bool:
    """An age is what is told: "tuổi thọ trung bình tăng lên 74 tuổi", "tuổi kết hôn trung bình là 26 tuổi"."""
    return _AGE_OF_ALL.search(match.string, max(0, match.start() - _NAME), match.start()) is not None


def _is_no_variety(match: re.Match[str], unit: UnitMatch | None) -> bool:
    """It has a unit, or does not end the name of a variety of a crop."""
    text, start = match.string, match.start()
    if unit is not None or _VARIETIES.search(text, max(0, start - _CLAUSE), start) is None:
        return True
    return _TOLD_RIGHT_BEFORE.search(text, max(0, start - _LONGEST_WORD), start) is not None


def _is_not_followed(match: re.Match[str], unit: UnitMatch | None) -> bool:
    """It has a unit, or the numbers do not follow each other, as those of a name do: "Na Dương 1, Na Dương 2"."""
    return unit is not None or int(match[4]) != int(match["n"]) + 1


def _is_not_of_same_name(match: re.Match[str], unit: UnitMatch | None) -> bool:
    """It does not follow the number of the same name: "Na Dương 1, Na Dương 2"."""
    before = _TWO_WORDS.search(match.string, max(0, match.start() - _NAME), match.start())
    same = before is not None and (before[1], before[2]) == (match[2], match[3])
    return unit is not None or not same or int(match["n"]) != int(match[1]) + 1


def _is_no_word(match: re.Match[str], unit: UnitMatch | None) -> bool:
    """It has a unit, or goes no worse with what stands beside it than a word would."""
    return unit is not None or not is_misread_word(match.string, *match.span("n"))


def _is_glued_on(match: re.Match[str], unit: UnitMatch | None) -> bool:
    """A whole word has lost the blank behind it: "đón57 đoàn"."""
    word = _WORD.search(match.string, max(0, match.start() - _LONGEST_WORD), match.start())
    return unit is not None and match[0].isdigit() and len(match[0]) > 1 and word is not None


def _is_part_of_whole(match: re.Match[str], unit: UnitMatch | None) -> bool:
    """With more days than months it is no part of a whole: "đến 30/9 cấp mới"."""
    day = _DAY_AND_MONTH.search(match[0])
    return unit is not None and (day is None or int(day[1]) <= int(day[2]))


@cache
def exclusion_rules(damaged: bool) -> tuple[tuple[str, ExclusionRule], ...]:
    """All rules, each with the kind of what it excludes."""
    groups = (
        ("reference", _references(damaged)),
        ("date", _days(damaged)),
        ("date", _months_and_years(damaged)),
        ("heading", _points()),
        ("mark", _marks()),
        ("heading", () if damaged else _page_numbers()),
        ("name", _kinds(damaged)),
        ("name", _thresholds(damaged)),
        ("name", _numbered(damaged)),
        ("damage", _damage() if damaged else ()),
    )
    return tuple((kind, rule) for kind, group in groups for rule in group)


def _references(damaged: bool) -> Iterator[ExclusionRule]:
    so = loose("số", damaged)
    code = r"(?:nq|qd|kh|ct|kl|nd|tt|tb|cd|bc|hd|ttr|da|qh|qb|np|nb|pb|vpcp|btc|tttp|ctr|cv|qc|ubnd|tu|tw|cp|ttg|hdnd|dctr)"
    law = any_of(
        "nghị quyết|quyết định|chỉ thị|đề án|công điện|thông tư|nghị định|kết luận|công văn|thông báo|văn bản|phụ lục|biểu"
        "|điều|khoản|Đề án|Điều|quy định|hướng dẫn|tờ trình",
        damaged,
    )
    behind = tolerant("(?:của|về|và|ngày|năm|cho|kèm|theo|đối với|quy|luật|bộ luật|nghị định|thông tư|điều|khoản)")
    yield _at_word("document number", rf"(?<!\d){so}\s*[:.]?\s*\d[\d ]{{0,9}}?\s?[-/]+\s?(?:\d{{4}}\s?[-/]\s?)?[a-z][a-z\d/-]*")
    yield _at_number("document number", r"\d+\s*/\s*\d{4}\s*/\s*[a-z]{1,}[a-z\d-]*")
    yield _at_number("document number", rf"\d+\s*[-/ ]?\s*{code}\s*[-/]+\s*[a-z]+")
    yield _at_number("document number", rf"\d+\s*[-/]\s*{code}(?![a-z])")
    yield _at_word("document number", rf"{law}\s*{so}\s*:?\s*\d+(?![\d.,]*\s*%(?:\s*[a-z,;.]|$))")
    yield _at_word("document number", rf"{law}\s+\d{{1,3}}(?![.,]\d)(?=\s*[,.;)]|\s+{behind}\b|$)")
    yield _at_word("standard", r"(?:iso|qcvn|tcvn|haccp)\s*[\d:./-]+")


def _days(damaged: bool) -> Iterator[ExclusionRule]:
    ngay, thang, since, to = (loose("ngày", damaged), loose("tháng", damaged), loose("từ", damaged), any_of("đến|tới", damaged))
    yield _at_number("date", r"\d{1,2}\s*[/-]\s*\d{1,2}\s*[/-]\s*(?:19|20)\d\d(?!\d)")
    yield _at_number("date", r"\d{1,2}/\d{1,3}/20\d\d(?!\d)")
    yield _at_number("date", rf"{_DAY}/{_MONTH}/1[5-8]\d\d(?!\d)")
    yield _at_number("date", r"20\d\d-(?:0[1-9]|1[0-2])(?:-(?:[0-2]\d|3[01]))?(?![\d.,/-]\d|\d)")
    yield _at_number("date", rf"{_DAY}\.{_MONTH}\.{_YEAR}(?![.,]?\d)")
    yield _at_word("days of a month", rf"{ngay}\s*(?:\d{{1,2}}\s*(?:,|{_AND}|-)\s*)+\d{{1,2}}/{_MONTH}(?:/{_YEAR})?(?![\d/])")
    day_of_month = rf"{_DAY}/{_MONTH}"
    yield _at_word("days", rf"{ngay}\s*(?:{day_of_month}\s*(?:,|{_AND})\s*)+(?={day_of_month}(?!\d))")
    yield _at_number("time of day", r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d,])")
    yield _at_number("time of day", rf"(?:[01]?\d|2[0-3])\s?{_HOUR}\s*[0-5]\d(?!\d|[.,]\d)")
    yield _at_word("date", rf"{thang}\s*{_MONTH}\.{_YEAR}(?![.,]?\d)")
    yield _at_word(
        "date",
        rf"(?:{ngay})\s*\d{{1,2}}(?:\s*[/-]\s*\d{{1,2}})?(?:\s*-\s*\d{{1,2}}/\d{{1,2}})?"
        rf"(?:\s*{thang}\s*\d{{1,2}})?(?!\d|[.,]\d)",
    )
    yield _at_word("day of the lunar year", rf"{any_of('mùng|mồng', damaged)}\s*\d{{1,2}}(?:\s*{thang}\s*{_MONTH})?(?!\d|[.,]\d)")
    yield _at_number("date", rf"\d{{1,2}}/{_MONTH}\s*-\s*\d{{1,2}}/{_MONTH}(?![\d/])")
    yield _at_number("days", rf"(?:(?<=\()|(?<=\(\s)){_DAY}\s*-\s*{_DAY}/{_MONTH}(?=\s*\))")
    any_day = rf"{day_of_month}(?![\d/])"
    yield _at_number("days", rf"{day_of_month}(?=\s*(?:-|{to})\s*{day_of_month}(?:/{_YEAR})?\s*\))")
    yield _at_word("date", rf"{since}\s*{any_day}\s*(?:-|{to})\s*{any_day}")
    yield _at_word("days", rf"{since}\s*(?:{ngay}\s*)?{_DAY}\s*(?:-|{to})\s*(?:{ngay}\s*)?{any_day}")
    yield _at_word("first of days", rf"{since}\s*(?P<n>{any_day})(?=\s*(?:-|{to})\s*(?:{ngay}\s*)?{day_of_month})")
    yield _at_number("day and month", rf"(?<=[a-z] )(?<!dat ){day_of_month}(?=\s*(?:[.;)](?!\d)|$))")
    until = any_of("đến|Đến|đến ngày|Đến ngày|đến hết ngày|tính đến|trước|trước ngày|thời điểm", damaged)
    part_of_day = any_of("sáng|chiều|tối|trưa|đêm|rạng sáng", damaged)
    yield _at_word("date", rf"{part_of_day}\s*(?:{ngay}\s*)?{day_of_month}(?:\s*/\s*{_YEAR})?(?!\d)", unless=_is_part_of_whole)
    yield _at_word("day without a year", rf"{until}\s*{any_day}", unless=_is_part_of_whole)
    laws = any_of("luật|bộ luật|hiến pháp|pháp lệnh|công ước|giáo dục phổ thông|GDPT", damaged)
    yield _at_word(
        "year of a law or a programme", rf"{laws}(?:\s[a-z]+){{0,6}}?\s(?P<n>{_YEAR})(?!\d|[.,/]\d|\s*-)", unless=_has_unit
    )
    prices = any_of("giá so sánh|giá cố định|giá gốc|giá so sánh năm", damaged)
    season = any_of("hè thu|đông xuân|thu đông|vụ mùa|vụ đông|vụ xuân|chiêm xuân", damaged)
    yield _at_word("year of prices or of a season", rf"(?:{prices}|{season})\s*{_YEAR}(?:\s*-\s*{_YEAR})?(?!\d|[.,]\d)")
    holidays = "Quốc khánh|dịp|lễ|lễ lớn|Giỗ Tổ Hùng Vương|Quốc tế Lao động|Quốc tế Phụ nữ|Giải phóng miền Nam"
    holiday = rf"{_NOT_A_RATE}{any_of(holidays, damaged)}"
    day = r"(?:[12]?\d|0\d|3[01])\s*/\s*(?:0?\d|1[0-2])(?![\d/])"
    yield _at_word("holidays", rf"{holiday}\s*\(?{day}(?:\s*(?:,|{_AND}|&)\s*{day})+", unless=_has_unit)
    yield _at_number("holidays", rf"30\s*/\s*0?4\s*(?:-|,|{_AND}|&|{_TO})\s*0?1\s*/\s*0?5(?![\d/])")
    yield _at_word("holiday", rf"{holiday}\s*\(?{day}(?:\s*-\s*\d{{1,2}}/\d{{1,2}})?")
    name = rf"(?:\s(?!(?:{ngay}|{tolerant('đạt|là|có|đ[a4]')})\s)(?:-\s)?[a-z]+){{2,8}}"
    yield _at_word("holiday", rf"{ngay}\s[^;.()%]{{4,60}}\((?P<n>{day})\)", unless=_has_unit)
    yield _at_word("holiday", rf"{ngay}{name}\s*\(?{day}\)?", unless=_has_unit)


def _months_and_years(damaged: bool) -> Iterator[ExclusionRule]:
    ngay, thang, nam, quy = (loose(word, damaged) for word in ("ngày", "tháng", "năm", "quý"))
    games = rf"{any_of('trận|điểm', damaged)}(?![a-z])"
    spans = any_of("giai đoạn|nhiệm kỳ|thời kỳ|năm học|niên khóa|các năm|vụ", damaged)
    yield _at_number("month", rf"(?<!/){_MONTH}\s*[/-]\s*{_YEAR}(?![\d.,]\d)", unless=_is_measured)
    yield _at_word("years", rf"(?:{spans})\s*\d{{4}}\s*-\s*\d{{2,4}}")
    yield _at_number("years", rf"{_YEAR}\s*-\s*{_YEAR}(?!\d|[.,]\d)")
    yield _at_word(
        "month",
        rf"(?:(?<!\d\s)|(?<=20\d\d\s))(?<!\d)(?:{thang})(?!\s*{CASES})\s*{_MONTH}(?!\s*{games})(?:\s*(?:,|{_AND}|-|{_TO})\s*{_MONTH}(?=\s*(?:{nam}|/\d{{4}})))?(?![\d]|[.,]\d|\s*%)",
        unless=_is_measured,
    )
    yield _at_word("month", rf"{thang}\s+[a-z]{{2,5}}(?:\s[a-z]{{2,4}})?\s*/\s*{_YEAR}(?!\d|[.,]\d)", unless=_is_measured)
    yield _at_word("quarter", rf"(?:{quy})\s*(?:1{{1,3}}|[2-4])(?:\s*/\s*{_YEAR})?(?!\d|[.,]\d)", unless=_is_measured)
    yield _at_number("age", rf"(?<!/)\d{{1,2}}\s*(?:-|{_TO})\s*\d{{1,2}}\s*{thang}\s*{loose('tuổi', damaged)}(?![a-z])")
    yield _at_number("months", rf"(?<!/)\d{{1,2}}\s*(?:{thang})(?![a-z])")
    yield _at_number(
        "quarters", rf"(?<!/)0?[1-4]\s*(?:{quy})\s+{any_of('đầu|cuối|liên tiếp|qua|liền|gần đây', damaged)}(?![a-z])"
    )
    yield _at_number("months", rf"(?<!/)\d{{1,2}}\s?t\s?/\s?{_YEAR}(?!\d)")
    yield _at_word("year", rf"(?:{nam})\s*{_YEAR}(?![\d]|[.,]\d)")
    yield _at_number("year", rf"\d{{4}}(?=\s*(?:,|{_AND}|,\s*{nam})\s*(?P<n>{_YEAR})(?!\d|[.,]\d))")
    men = rf"(?!(?:,|;| {_AND})? \d+ {loose('nữ', damaged)}(?![a-z]))"
    years = rf"(?<!/)\d{{1,3}}\s*(?:{nam})(?![a-z]){men}(?!\s*[,;]\s*(?:{loose('tăng', damaged)}))"
    yield _at_number("years", years, unless=_is_counted_in_years)
    yield _at_number(
        "time",
        rf"(?<!/)\d{{1,3}}\s*(?:{ngay}|{_HOUR}|{tolerant('phút|tuần')})(?![a-z])(?!\s*{loose('công', damaged)})",
        unless=_is_duration,
    )
    yield _at_number("time", rf"\d{{1,2}}\s?h\d{{0,2}}['’′]?(?=\s*{ngay})")
    yield _at_number("time", rf"24\s*/\s*(?:24|7)(?!\d)(?:h| {_HOUR})?")
    past = any_of(_HISTORY, damaged)
    yield _at_word("year of history", rf"{past}(?:\s+[a-z]+){{0,6}}?\s+(?:{nam}\s*)?(?P<n>19\d\d)(?!\d|[.,]\d|\s*%)")
    tet = rf"{any_of('tết nguyên đán|tết|xuân', damaged)}(?:\s[a-z]{{2,4}}){{2}}"
    yield _at_word("year of a name", rf"{tet}\s(?P<n>{_YEAR})(?!\d|[.,/]\d|\s*[-%])", unless=_has_unit)
    named = any_of(_NAMED_BY_YEAR, damaged)
    yield _at_word("year of a name", rf"{named}[^\d,;.:()]{{1,60}}\s(?P<n>{_YEAR})(?!\d|[.,]\d|\s*%)", unless=_has_unit)
    yield _anywhere("year", rf"/(?:(?<=[ivxl]/)|(?<=[ivxl]\s/))\s*{_YEAR}(?!\d)")
    yield _at_number("year", rf"(?<![/a-z]){_YEAR}(?=\s*(?:[,;:.()]|$|{any_of('đạt|tăng|giảm', damaged)}))(?![.,]\d)")


def _points() -> Iterator[ExclusionRule]:
    yield _anywhere("number of a point", r"^\W{0,3}\(?\d{1,2}(?:\.\d{1,2}){0,3}\s*[.)](?!\d)")
    yield _anywhere("number of a point", tolerant(r"^\d{1,2}(?:\.\d{1,2}){1,3}(?=\s+[a-z])(?!\s*(?:ha|m|tấn|tỷ|triệu|nghìn)\b)"))
    # A point does not begin with "và", as the last of a list does: "đất đai (16), xây dựng (14) và các lĩnh vực khác (15)".
    yield _anywhere("number of a point", r"\(\d{1,2}\)(?=\s*[a-z\"“])" + tolerant(r"(?!\s*và [a-z])"))
    yield _anywhere("number of a point", r"[:;.]\s*(?P<n>\d{1,2}\))(?=\s*[a-z])")


def _marks() -> Iterator[ExclusionRule]:
    """Marks of notes that are not in the text: "đạt 700 tỷ đồng [1]"."""
    yield _at_number("mark of a note", r"(?<=[^\s\[]\[)\d{1,3}(?=\])|(?<=[^\s\[]\s\[)\d{1,3}(?=\])")


def _page_numbers() -> Iterator[ExclusionRule]:
    """Numbers of pages that stand in a sentence, right before the number that is meant, which has a unit."""
    amount = r"\d+(?:[.,]\d+)*"
    unit = rf"(?:\s?%|\s+{any_of('tỷ|triệu|nghìn|tấn|ha|con|người|hộ|vụ|xã', damaged=False)}(?![a-z]))"
    yield _at_number(
        "page number", rf"(?<=[a-z,;] )(?P<n>[1-9]\d{{0,2}})\s+(?={amount}{unit})(?!\d{{3}}(?:[.,]\d+)*\s*(?:%|[a-z]))"
    )


def _kinds(damaged: bool) -> Iterator[ExclusionRule]:
    people = rf"(?:{any_of('vạn|nghìn', damaged)}\s*)?{any_of('dân|trẻ|người dân', damaged)}(?![a-z])"
    # "Trên 1.000 người dân" are more than so many, "trên 1.000 dân" is what a rate is of.
    since = rf"(?:{any_of('trên|trên mỗi', damaged)}(?!.{{0,12}}{loose('người', damaged)})|/)"
    model = rf"{loose('mô hình', damaged)}(?:\s+{any_of('bảo vệ|phòng thủ|bảo mật', damaged)})?"
    yield _anywhere("layers of a model", rf"{model}\s+(?P<n>\d)\s+{any_of('lớp|cấp|tầng', damaged)}")
    yield _at_number("pillars", rf"(?P<n>0?\d)\s*{loose('trụ cột', damaged)}")
    yield _anywhere("denominator", tolerant(r"(?<!hộ)(?<!thôn)(?<!xóm)/\s*(?P<n>0?1)\s*(?:người|trẻ|con|xã|hộ)(?![a-z])"))
    yield _at_number("stars", rf"(?:0?[1-5]\s*-\s*)?0?[1-5]\s*{loose('sao', damaged)}(?![a-z]){_NOT_LAND}")
    yield _anywhere("denominator", rf"{since}\s*(?P<n>0?1|100|10\.000|1\.000|100\.000)\s*{people}")
    worth = any_of("giá trị|sản phẩm|thu nhập|doanh thu|lợi nhuận", damaged)
    area = any_of("ha|héc ta|hecta|đơn vị diện tích|m2|sào|mẫu", damaged)
    yield _at_word("denominator", rf"{worth}[^\d,;.:]{{0,40}}?{since}\s*(?P<n>0?1)\s*{area}(?![a-z])")
    yield _at_number("shifts", rf"[23]\s*ca\s*,?\s*[345]\s*{loose('kíp', damaged)}(?![a-z])")
    yield _at_number("motto", rf"(?P<n>0?\d)\s*{any_of('tại chỗ|sẵn sàng', damaged)}(?![a-z])")
    yield _at_number("motto", r"(?<=[\"“])(?P<n>0?\d)\s+[a-z]{1,6}(?:\s[a-z]{1,6})?(?=[\"”])", unless=_has_unit)
    yield _at_word(
        "lessons a day", rf"{any_of('dạy học|dạy và học|học', damaged)}\s*(?P<n>0?[12])\s*{any_of('buổi', damaged)}\s*/"
    )
    kinds = any_of("tiêu chí|mặt|tuyến|cấp", damaged)
    of_accidents = rf"(?=\s*(?:[(:.;,)\d]|$|{any_of('về số vụ|số vụ|về số', damaged)}))"
    yield _at_word("criteria of a kind", rf"{any_of('cả', damaged)}\s*(?P<n>0?[2-5])\s*{kinds}")
    yield _at_word("criteria of a kind", rf"{any_of('giảm', damaged)}\s*(?P<n>0?[2-5])\s*{kinds}{of_accidents}")
    yield _at_number("levels", rf"(?P<n>0?[23])\s*{loose('cấp', damaged)}(?![a-z])(?!\s*{any_of('giấy', damaged)})")
    # Without its marks "lớp" is not "lập".
    yield _at_word(
        "classes",
        tolerant(r"(?<!\d)(?!lap)lớp \d{1,2}(?![\d.,]\d|\d|\s*%)(?:\s*(?:,|và)\s*\d{1,2}(?!\d|[.,]\d))*"),
    )
    boats, since = any_of("tàu|tàu cá|tàu thuyền|thuyền", damaged), any_of("từ|trên", damaged)
    yield _at_word("size of a boat", rf"{boats}[a-z\s]{{0,30}}?{since}\s*(?P<n>\d\d?)\s*m(?:{loose('ét', damaged)})?(?![a-z])")
    yield _at_number("size of an animal", r"(?P<n>\d{2,3}(?:\s*-\s*\d{2,3})?)\s*con\s*/\s*kg(?![a-z])")
    bodies = any_of("đơn vị|chủ đầu tư|sở, ngành|sở|ngành|cơ quan|địa phương|huyện|chỉ tiêu|khoản thu|sắc thuế|lĩnh vực", damaged)
    moved = any_of("tăng|giảm|bằng|chiếm", damaged)
    bound = any_of("dưới|trên|từ|hơn", damaged)
    yield _at_number(
        "rate that says what is counted",
        rf"\d{{1,3}}(?:\s*/\s*\d{{1,3}})?\s*{bodies}(?![a-z])(?:(?!{moved}(?![a-z]))[^\d,;.:()]){{4,60}}?"
        rf"(?<![a-z]){bound}\s*(?P<n>\d{{1,3}}(?:,\d{{1,2}})?)\s*%(?!\s*{tolerant('(?:tổng )?số')})",
    )
    yield _at_word("bodies addressed", rf"ubnd\s+(?P<n>\d{{1,3}})\s+{any_of('huyện|xã|quận|phường', damaged)}(?![a-z])")
    programmes = any_of("chương trình mục tiêu quốc gia|chương trình MTQG|CTMTQG", damaged)
    yield _at_number("the national programmes", rf"(?P<n>0?[23])\s*{programmes}")


def _thresholds(damaged: bool) -> Iterator[ExclusionRule]:
    """Percentages that only say which of the things are counted before them: "12 xã có tỷ lệ che phủ từ 50% trở lên"."""
    rate = any_of("có tỷ lệ|có kết quả|đạt tỷ lệ|đạt kết quả", damaged)
    bound = any_of("dưới|trên|từ|hơn|thấp hơn|cao hơn|chưa đạt|không đạt|chưa đến", damaged)
    upward = any_of("trở lên|trở xuống", damaged)
    nouns = any_of("xã|thôn|dự án|trường|cơ sở|doanh nghiệp", damaged)
    words, number = r"[^\d,;.:()%]", r"(?P<n>\d{1,3}(?:[.,]\d+)?)\s*%"
    which = rf"\d+\s+{nouns}(?![a-z]){words}"
    yield _at_number("threshold", rf"{which}{{0,30}}(?<![a-z]){rate}{words}{{0,40}}(?<![a-z]){bound}\s*{number}")
    yield _at_number("threshold", rf"{which}{{1,50}}(?<![a-z]){bound}\s*{number}{words}{{0,25}}(?<![a-z]){upward}(?![a-z])")
    few = any_of("dưới|chưa đạt", damaged)
    yield _at_word(
        "threshold",
        rf"{any_of('xã', damaged)}\s+(?:{any_of('đạt', damaged)}\s+)?{few}\s+(?P<n>\d\d?)\s*{any_of('tiêu chí', damaged)}",
    )


def _numbered(damaged: bool) -> Iterator[ExclusionRule]:
    numbered = any_of(
        "quốc lộ|QL|đường tỉnh|tỉnh lộ|ĐT|vành đai|lớp|vòng|mức độ|điện tử mức|phiên bản|kỳ họp thứ",
        damaged,
    )
    ended = rf"(?=\s*(?:[,;:.()]|{_AND}\s|$|{any_of('làm|gây|đã|đi qua', damaged)})(?!\d))"
    listed = rf"(?:\s*(?:,|{_AND})\s*(?:{loose('số', damaged)}\s*)?\d{{1,2}}{ended})*"
    places = any_of("|".join((*PROVINCES, *CITIES)), damaged)
    firm = rf"{loose('số', damaged)}\s+(?P<n>\d{{1,2}})\s+{places}(?![a-z])"
    yield _at_word("name with a number", firm)
    meeting = any_of("trung ương", damaged)
    yield _at_word("name with a number", rf"{meeting}\s*(?P<n>\d{{1,2}})\s*,?\s*\(?{any_of('khóa', damaged)}(?![a-z])")
    yield _at_word("name with a number", rf"{any_of('khu chế xuất', damaged)}\s+(?P<n>\d)(?![\d.,/]*\d|\s*%)")
    # Of the words of names recognition damages letters, but seldom the first.
    name, end = "([a-z])[a-z]* ([a-z])[a-z]* ", r"(?![\d.,/]*\d|\s*%)"
    first = rf"{name}(?P<n>[1-8])(?=,? (?:va )?\1[a-z]* \2[a-z]* (\d){end})"
    yield _at_word("name with a number", first, unless=_is_not_followed)
    also = rf"([1-8])(?=,? (?:va )?{name}(?P<n>[2-9]){end})"
    yield _at_number("name with a number", also, unless=_is_not_of_same_name)
    yield _at_number("name with a number", rf"(?<=[a-z] )1(?:, [2-9])+{end}", unless=_has_unit)
    yield _at_word("storm", rf"{any_of('bão số|cơn bão số', damaged)}\s*\d{{1,2}}{listed}(?!\d|[.,]\d)")
    # What may be "lần" with another vowel is "lên", to which things rise.
    loosely = ("(?!len\\s)" if damaged else "") + any_of(_NUMBERED_LOOSELY, damaged)
    yield _at_word("games", r"(?:games|festival|asean|cup|expo)\s*\d{1,4}")
    strong = any_of("mạnh|giật|trên|dưới", damaged)
    force = rf"(?:{any_of('gió|giật|bão|áp thấp', damaged)})\s+(?:{strong}\s+)?{loose('cấp', damaged)}"
    yield _at_word("force of a wind", rf"{force}\s*\d{{1,2}}(?:\s*-\s*\d{{1,2}})?(?![\d/]|[.,]\d|\s*%)")
    yield _at_number("map scale", r"1\s*/\s*(?:200|500|1\.?000|2\.?000|5\.?000|10\.?000|25\.?000|50\.?000)(?!\d)")
    yield _at_word("kilometre post", r"km\s*\d+(?:\s*\+\s*\d+)?(?:\s*-\s*(?:km)?\s*\d+(?:\+\d+)?)?")
    marker = any_of("mốc số|mốc", damaged)
    post = r"\d+(?:/\d+)?"
    yield _at_word("border marker", rf"{marker}\s*{post}(?:\s*(?:-|,|{_AND}|{_TO})\s*(?:{marker}\s*)?{post})*(?![.,]?\d|\s?%)")
    # A level alone is followed by what says how many services have it.
    level = any_of("mức|mức độ", damaged)
    also = rf"(?:\s*(?:,|{_AND}|{tolerant('hoặc')}|-)\s*(?:{level}\s*)?[2-4](?![\d/]|[.,]\d|\s*%))"
    alone = tolerant(r"(?=\s*(?:[;)]|[,.](?!\d)|(?:đạt|trong)\s))")
    yield _at_word("levels of a service", rf"{level}\s*[2-4](?:{also}+|(?<=[a-z\d]\s[2-4]){alone})")
    # Of "tỉnh lộ" recognition makes "tinh 10", which a number of more digits begins with, too.
    ended = r"(?:(?<!\d)|(?=\s))" if damaged else ""
    yield _at_word("name with a number", rf"{numbered}{ended}\s*\.?\s*\d+[a-z]?(?![\d]|[.,]\d|\s*/\s*\d)", unless=_has_unit)
    yield _at_word("name with a number", rf"{any_of('dự án thành phần', damaged)}\s*\d{{1,2}}(?!\d|[.,/]\d|\s*%)")
    project = any_of("dự án|tiểu dự án|hợp phần", damaged)
    yield _at_word("name with a number", rf"{project}\s*\d{{1,2}}(?=\s*(?:[.:;)]|,\s*(?:{project}|\d))\s*(?!\d))")
    yield _at_word("name with a number", rf"{any_of('lần thứ', damaged)}\s*\d+(?!\d|[.,]\d|\s*/\s*\d|\s*%)")
    roads = any_of("quốc lộ|QL|đường tỉnh|tỉnh lộ|ĐT", damaged)
    yield _at_word(
        "also numbered",
        rf"{roads}\s*\.?\s*\d+[a-z]?\s*(?:,|{_AND})\s*(?P<n>\d{{1,3}}[a-z]?)(?![\da-z/]|[.,]\d|\s*%)",
        unless=_has_unit,
    )
    yield _at_word("name with a number", rf"{any_of('đường số', damaged)}\s*\d{{1,2}}(?![\d/]|[.,]\d|\s*%)", unless=_has_unit)
    yield _at_word(
        "name with a number", rf"{any_of('chương trình', damaged)}\s*\d{{2,3}}a?(?![\da-z/]|[.,]\d|\s*%)", unless=_has_unit
    )
    yield _anywhere("name with a number", rf"(?<=kv\s){loose('mạch', damaged)}\s*(?P<n>\d)(?![\d/]|[.,]\d|\s*%)")
    yield _at_word("name with a number", rf"{any_of('phiên bản', damaged)}\s*\d+(?:\.\d+)+(?!\d|,\d)")
    bodies = any_of("ban chỉ đạo|tổ công tác|ban quản lý|trung đoàn|tiểu đoàn|lữ đoàn|sư đoàn|đồn biên phòng", damaged)
    whose = any_of("tỉnh|quốc gia|trung ương|các cấp|các huyện|huyện|cấp", damaged)
    last = r"\s*(?:[,;.)(:]|$)"
    yield _at_word("name of a body", rf"{bodies}\s+(?P<n>\d{{2,4}})(?=\s+{whose}(?![a-z])|{last})(?!\d|[.,]\d)")
    yield _at_word("name of a body", rf"{bodies}\s+(?P<n>\d{{2,4}})(?!\d|[.,/]\d|\s*%)", unless=_has_unit)
    yield _at_number("voltage of a line", r"\d{1,3}(?:\s*/\s*\d{1,3}){0,3}\s*kv(?![a-z])")
    goes_on = any_of("và|đến|năm|cho|với|của|ở|tại|trên|thuộc", damaged=False)
    ends = rf"(?=\s*(?:[,;.)(:\"”]|(?:{goes_on}|{loose('được', damaged)}) |$|-\s*[a-z]))(?![.,]\d|,\s?%|\.\s\d{{3}})"
    # Without its marks "đợt" is not "đạt" or "đoạt".
    stages = rf"(?:{loose('giai đoạn', damaged)}|{tolerant('(?!đ[o]?ạt)đợt')})"
    yield _at_word("stage", rf"{stages}\s+(?P<n>\d{{1,2}})(?![\d/]|[.,]\d|\s*-\s*\d|\s*%)", unless=_is_done_in_stage)
    yield _at_word("also numbered", tolerant(r"số \d\d?(?=\s*(?:,|và)\s*số (?P<n>\d{1,2})(?!\d|[.,]\d|\s*%))"))
    # Without their tones "đẳng" is "dạng", "buộc" is "bước" and "cơ sở" ends in "số"; courses are "sơ cấp" and "trung cấp".
    other = tolerant("(?<!cao )(?<!bắt )(?<!sơ )(?<!trung )(?<!cơ )")
    yield _at_word("name with a number", rf"{other}{loosely}\s+(?P<n>\d{{1,4}}[a-z]?){ends}", unless=_has_unit)
    # Of "thứ" recognition makes "thi", too, but "thị" stands before the ranks of towns.
    rank = tolerant("(?<!xếp )(?<!th[u] )") + loose("hạng", damaged)
    yield _at_word("name with a number", rf"{rank}\s+(?P<n>\d{{1,4}}[a-z]?){ends}")
    yield _at_number("name of a variety", rf"(?<=[a-z] )\d{{2,4}}(?=\s*(?:[,.;)](?!\d)|{_AND}\s|$))", unless=_is_no_variety)
    yield _at_number("industry 4.0", r"[345]\.0(?!\d|,\d|\s*%)")
    yield _at_word("glued to letters", tolerant(r"(?:covid|sars|nghị quyết|đề án)\s*-?\s*\d+(?![\d.,]*\d)"))
    yield _at_number("unit with a digit", r"(?:(?<=\bm)|(?<=\bkm)|(?<=\bco)|(?<=\bm\?))[23](?![\d,.]\d|\d)")
    yield _at_number("technology", r"(?<![a-z])[2-6]g(?![a-z])")
    level = tolerant("(?<!đạt )(?<!khoảng )(?<!là )") + r"(?<!,\d - )(?<!,\d-)"
    ages = rf"(?:-|{loose('đến', damaged)}(?:\s+{loose('dưới', damaged)})?)\s*\d{{1,3}}\s*"
    yield _at_number("age", rf"{level}\d{{1,3}}\s*(?:{ages})?{loose('tuổi', damaged)}(?![a-z])", unless=_is_average_age)
    if damaged:
        yield _at_number("glued to letters", r"(?:(?<=\bu)\d\d\b|(?<![a-z])\d{1,2}b(?![a-z]))")
    else:
        yield _at_number("glued to letters", r"(?<=[a-z])(?:-(?=\d))?\d+(?:[.,]\d+)*[a-z]*|(?<![\d.,a-z])\d{1,2}[a-f](?![a-z])")


def _damage() -> Iterator[ExclusionRule]:
    yield _at_number("letter read as a digit", r"(?<=[a-z&¢¤@])\d+(?!\d*[.,]\d)[a-z&¢¤@]*", unless=_is_glued_on)
    yield _anywhere("mark of a note", r"(?<=\d)%(?P<n>\d{1,2})(?=[^\w\s.,;:%)])")
    yield _at_number("letter before a unit", r"(?<![a-z])\d{1,2}(?=[a-gi-z&¢¤@])", unless=_has_unit)
    for word in MISREAD:
        yield _at_number("word read as a number", tolerant(word))
    yield _at_number("word read as a number", SHORT, unless=_is_no_word)
