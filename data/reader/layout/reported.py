"""The period that a report is about, read off its title or main heading."""

import re
from calendar import monthrange
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from data.fold import fold
from data.grammar.numerals import COUNTS, WORDS, in_words, quarter
from data.grammar.ocr import tolerant
from data.grammar.period import Period
from data.reader.layout.publication_day import PUT_OUT

_OUTLOOK = re.compile(
    tolerant(r"(?:^|[,;:.–-]|\bvà\b)\s*(?:n?hiệm vụ|phương hướng|định hướng|giải pháp|mục tiêu|dự báo)|\bphấn đấu\b")
)
_YEARS = re.compile(r"((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)")
_TERM = re.compile(
    tolerant(
        r"(?:^(?!.*(?:kết quả|tình hình)).*|(?<=năm )(?:triển khai |thực hiện )[^\d]*)"
        r"nhiệm kỳ (?:19|20)\d\d\s*[-–—]\s*(?:19|20)\d\d"
    )
)
"""A congress or a council with its term of office: not what it reports on, nor are its years some that are over."""
_YEAR_OF_PLAN = re.compile(
    tolerant(
        r"năm (?:(?:đ|[p])ầu(?: tiên)?|thứ (?:nhất|hai|ba|tư|năm|[1-5])|cuối(?: cùng)?|bản lề) [^,;.:\d]{0,60}"
        r"(?:(?:5|năm) năm|giai đoạn|nhiệm kỳ)[^,;.:\d]{0,20}(?:19|20)\d\d\s*[-–—]\s*(?:19|20)\d\d"
    )
)
"""A year by its place in a plan of several: "năm 2026 và năm đầu thực hiện kế hoạch 5 năm 2026 - 2030"; of "Đ" is made "P"."""
_YEAR_AND_YEARS = re.compile(
    tolerant(r"năm ((?:19|20)\d\d)(?:,| và|;) [^,;.:\d]{0,60}(?:5|năm) năm [^,;.:\d]{0,20}(?:19|20)\d\d\s*[-–—]\s*\1(?!\d)")
)
"""A year and the years that end with it: "tình hình năm 2025 và 5 năm 2021 - 2025" tells of the year, and looks back from it."""
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_DATELINE = re.compile(
    tolerant(
        r"\b(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\W+(?:ngày )?\d{1,2}"
        r"(?:\s?[/-]\s?\d{1,2}\s?[/-]\s?| tháng \d{1,2},? (?:năm )?)20\d\d\b"
    )
)
"""The day of publication of a page: "Thứ năm, 09 Tháng 3 2017"."""
_DATED = re.compile(
    tolerant(r"\b(?:tháng \d{1,2}|\d{1,2} tháng(?: đầu)?|quý [ivl1-4]{1,3})\s?[/-]?\s?(?:năm )?((?:19|20)\d\d)\b")
)
"""A month, months or a quarter with their year, which is the report's whatever other years its title names."""
_DAY = re.compile(tolerant(r"tình hình.*\b(?:trong )?ngày (0?[1-9]|[12]\d|3[01])\s?[/-]\s?(0?[1-9]|1[0-2])\s?[/-]\s?(20\d\d)$"))
"""The day that is reported on: "Tình hình dịch bệnh ngày 14/12/2023"."""
_ESTIMATED = re.compile(tolerant(r"(?<![a-z])ước (?:thực hiện|kết quả|cả|đạt)[^,;.]*"))
"""What a title says of a time that is not over: "5 tháng đầu năm, ước thực hiện 6 tháng"."""
LETTER_DATE = re.compile(tolerant(r",\s*ngày\s*\d{0,2}\s*tháng (\d{1,2}) năm (20\d\d)"))
"""The day of a letter, which may stand among the lines of its title: "Lạng Sơn, ngày 06 tháng 10 năm 2027"."""
_DAYS = re.compile(
    tolerant(
        r"từ (?:ngày )?(\d{1,2})\s?[/-]\s?(\d{1,2})(?:\s?[/-]\s?(20\d\d))?\s?(?:đến|-)\s?(?:hết )?(?:ngày )?"
        r"(\d{1,2})\s?[/-]\s?(\d{1,2})\s?[/-]\s?(20\d\d)(?!\d)"
    )
)
"""The days that a title reports on: "(từ ngày 25/01/2027 đến ngày 02/02/2027)"."""
_SUMMED_UP = re.compile(tolerant(r"(?:sơ kết|tổng kết|kết quả) (?:\d{1,3} (?:tháng|ngày|năm)) (?!đầu năm|cuối năm)"))
"""What a title sums up that began on some day: "Sơ kết 6 tháng vận hành ... (từ ngày 01/7/2027 đến ngày 31/12/2027)"."""
_COUNTED_TO = re.compile(tolerant(r"(?:lũy kế|tính|số liệu) (?:đến )?(?:hết )?(?:ngày )?(\d{1,2})\s?[/-]\s?(\d{1,2})(?!\d)"))
"""The day up to which a title says that its figures go: "năm 2027 (lũy kế đến hết ngày 30/9)"."""
_COUNTED, _SPELT = "|".join(map(fold, COUNTS)), "|".join(fold(name) for name in WORDS if name != "bốn")
"""Numbers in words before the word for month and behind it; they are read as they are printed."""
_SPELT_QUARTER = fold("một|hai|ba|bốn|tư")
_THANG, _QUY = r"th[a-z4@&]{1,2}ng", tolerant("quý")
"""The words for month and quarter; that for month is printed with a letter too many, too: "thgang"."""
_MONTHS = re.compile(rf"\b(\d{{1,2}}|(?:{_COUNTED})(?!\s+{_THANG}\s+\d))\s*{_THANG}\b(?!\s+cu)")
_MONTH = re.compile(rf"\b{_THANG}(?:\s+|(?=\d))(\d{{1,2}}|{_SPELT})\b")
_MONTH_GLUED = re.compile(rf"{_THANG}\s*(\d{{1,2}})\b")
_QUARTER = re.compile(rf"\b{_QUY}\s*\.?\s*(iv|i{{1,3}}|l{{1,3}}|1v|[1-4]|{_SPELT_QUARTER})\b")
_WHOLE_YEAR = re.compile(tolerant(r"c[a] năm|và năm (?:19|20)"))
_PLAN = re.compile(
    tolerant(
        r"^\W*(?:dự thảo\W+)?(?:về (?:việc )?)?(?:(?:giao|ban hành|phê duyệt) (?:các )?)?(?:chỉ tiêu )?"
        r"(?:kế hoạch|phát triển|kịch bản)|^\W*về (?:việc )?(?:phương hướng|mục tiêu|nhiệm vụ)|5 năm|giai đoạn"
    )
)
_REVIEW = re.compile(tolerant(r"tình hình|kết quả|báo cáo"))


@dataclass(frozen=True, slots=True)
class Reported:
    """Kind of a report and the id of the period it is about."""

    kind: str | None
    period: str | None


def reported_period(title: str) -> Reported | None:
    """Kind and period in a title, None when it has none.

    "Tình hình tháng 8 và 8 tháng năm 2025, nhiệm vụ tháng 9" gives monthly and ``2025-M01/M08``: what comes after
    "nhiệm vụ" is outlook and lends at most the year.
    """
    folded = _TERM.sub(" ", _DATELINE.sub(" ", LETTER_DATE.sub(" ", " ".join(fold(title).split()))))
    past = folded.removesuffix(outlook(folded))
    if not past:
        return None
    past = _over(of_one_year(past))
    span = _YEARS.search(past)
    ahead = span is not None and span[1] < span[2]
    if of_year := _YEAR_AND_YEARS.search(past):
        return Reported("annual", of_year[1])
    if span and ahead and (_PLAN.search(past) or not _YEAR.search(past.replace(span[0], ""))) and not _MONTHS.search(past):
        return Reported("plan", f"{span[1]}/{span[2]}")
    year = _DATED.search(past) or _YEAR.search(past) or _YEAR.search(folded)
    return _in_year(past, year[1]) if year else None


def _over(title: str) -> str:
    """A folded title without the months that it only estimates, where it tells others that are over."""
    told = _ESTIMATED.sub(" ", title)
    return told if _MONTHS.search(told) or _MONTH.search(told) else title


def outlook(title: str) -> str:
    """What a folded title says of what comes next: "nhiệm vụ tháng 02 năm 2027"; empty if it says nothing of that."""
    ahead = _OUTLOOK.search(title)
    return title[ahead.start() :] if ahead else ""


def of_one_year(title: str) -> str:
    """A folded title without the plan of several years of which it names one by its place, if that year stands there, too."""
    alone = _YEAR_OF_PLAN.sub(" ", title)
    return alone if _YEAR.search(alone) else title


def names_month(title: str, month: int) -> bool:
    """Whether a title names a month, though recognition may have glued it to the word before: "xã hộitháng 5 và 5 tháng"."""
    return any(int(number) == month for number in _MONTH_GLUED.findall(fold(title)))


def _in_year(past: str, year: str) -> Reported | None:
    """The period within a year."""
    if _SUMMED_UP.search(past) and (days := _of_days(past)):
        return Reported(None, days)
    months = [_value(match[1]) for match in _MONTHS.finditer(past)]
    if months:
        return _cumulative(max(months), year)
    month, named = _MONTH.search(past), _QUARTER.search(past)
    if named:
        if _WHOLE_YEAR.search(past):
            return Reported("annual", year)
        return Reported("quarterly", f"{year}-Q{in_words(named[1]) or quarter(named[1])}")
    if month and 1 <= _value(month[1]) <= 12:
        if _WHOLE_YEAR.search(past):
            return Reported("annual", year)
        return Reported("monthly", f"{year}-M{_value(month[1]):02d}")
    if day := _DAY.search(past):
        return Reported(None, f"{day[3]}-{int(day[2]):02d}-{int(day[1]):02d}")
    if days := _of_days(past):
        return Reported(None, days)
    if (month_counted := _months_counted(past, year)) is not None:
        return _cumulative(month_counted, year)
    if not _YEAR.search(PUT_OUT.sub(" ", past)):  # its only date is that of publication
        return None
    return Reported("plan" if _PLAN.search(past) and not _REVIEW.search(past) else "annual", year)


def _of_days(past: str) -> str | None:
    """The days between which a title says that it reports."""
    if days := _DAYS.search(past):
        first, last = (days[3] or days[6], days[2], days[1]), (days[6], days[5], days[4])
        with suppress(ValueError):
            return Period.between(date(*map(int, first)), date(*map(int, last))).id
    return None


def _months_counted(past: str, year: str) -> int | None:
    """The month up to the end of which a title says that its figures go."""
    told = _COUNTED_TO.search(past)
    if told is None or not 1 <= int(told[2]) <= 12:
        return None
    return int(told[2]) if int(told[1]) == monthrange(int(year), int(told[2]))[1] else None


def _cumulative(months: int, year: str) -> Reported | None:
    """The first months of a year; three, six and twelve have names of their own."""
    named = {
        3: Reported("quarterly", f"{year}-Q1"),
        6: Reported("half_year", f"{year}-H1"),
        9: Reported("nine_month", f"{year}-M01/M09"),
        12: Reported("annual", year),
    }
    if not 1 <= months <= 12:
        return None
    return named.get(months) or Reported("monthly", f"{year}-M01/M{months:02d}")


def _value(printed: str) -> int:
    """Value of a number in digits or words."""
    return int(printed) if printed.isdecimal() else in_words(printed)
