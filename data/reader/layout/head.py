"""The head of a report: number, kind, title, issuer, province, date and period.

All of it is read on folded text, so that scanned heads ("ngay 07 thang 72 nam 2025") are read as clean ones.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import dropwhile, islice, takewhile

from data.fold import fold
from data.grammar.ocr import tolerant
from data.reader.layout.provinces import CITIES, PROVINCES
from data.reader.layout.reported import Reported, reported_period

_SAMPLE = 60_000
_LONGEST_TITLE = 400
_NUMBER = re.compile(r"(?<!\d)(\d{1,5})\s*/\s*([A-ZĐ]{2,5})\s*[-–]\s*([A-ZĐ]{2,10})")
_DATE = re.compile(tolerant(r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*((?:19|20)\d\d)"))
_LETTERHEAD = re.compile(
    tolerant(
        r"cộng h[a-z]+ xã|Độc lập|tự do(?![a-z])|hạnh phúc$|ủy ban nhân|hội [dp]ồng nhân|cục thống kê|^ubnd"
        r"|số\s?:|ngày .*tháng|\bngày \d{1,2} th|^tỉnh (?!hình)"
        r"|^thành phố|^[\W\d]*$"
    )
)
_SUBJECT = re.compile(
    tolerant(
        r"\W*(?:(?:về(?: việc)?|v/v) )?\W*(?:tình hình|kết quả|[dp]ánh giá|phát triển|kế hoạch ph|giao (?:chỉ tiêu|kế hoạch))"
    )
)
"""What the title of a report begins with, folded."""
_KIND = re.compile(
    tolerant(
        r"[\W_]*(?:báo cáo|kế hoạch|tờ trình|chương trình|nghị quyết|thông báo|thông cáo|quyết [dp]ịnh|chỉ thị)"
        r"(?: (?:tóm tắt|nhanh|bổ sung|tuần|chuyên đề|tổng hợp|tổng kết|sơ kết|hành động|báo chí))?[\W_]*$"
    )
)
"""The kind of a document, which stands above its title: "BÁO CÁO TÓM TẮT"."""
_PREAMBLE = re.compile(
    tolerant(
        r"(?:^|(?<=\s))(?:căn cứ|kính gửi|kính thưa|xét (?:đề nghị|tờ trình)|tiếp theo báo cáo|trên cơ sở"
        r"|thực hiện (?:chỉ thị|công văn|công điện|quyết định|quy chế|chế độ|chương trình công tác|văn bản|ý kiến|sự chỉ đạo)) "
    )
)
"""What a preamble begins with, which stands below the title of a document."""
_PLACE_AND_MONTH = re.compile(rf"(?<!tỉnh )(?<!phố )(?:{'|'.join((*PROVINCES, *CITIES))}), tháng \d{{1,2}} năm 20\d\d(?!\d)")
"""Where and in which month a document was written, which may stand below its title: "Hà Tĩnh, tháng 9 năm 2027"."""
_TITLE_LINES, _OPENING_LINES = 5, 40
_NAMES = {fold(name).replace(" - ", " "): name for name in (*PROVINCES, *CITIES)}
_NAMED = re.compile(r"(?:tỉnh|TỈNH|TINH|tinh|thành phố|THÀNH PHỐ) +([A-ZĐ][^\W\d_]*(?: [A-ZĐ][^\W\d_]*){1,2})")
_LONGEST_FIRST = sorted(_NAMES, key=len, reverse=True)
_LEVEL, _LONGEST_LEVEL = re.compile(tolerant(r"(?:tỉnh|thành phố|tp\.?) $")), 15
_IN_DATE_LINE = tolerant(r"(\s*,\s*ngày)?")
_COMMITTEE = re.compile(tolerant(r"\bubnd\b|ủy ban nhân dân"))


@dataclass(frozen=True, slots=True)
class ReportHead:
    """The head of a report; what the text does not give is None.

    Attributes:
        number: ``"327/BC-UBND"``.
        kind: monthly, quarterly, half_year, nine_month, annual or plan.
        title: As printed, blanks collapsed; without a title page, the heading of the reporting part.
        issuer: Who reports: ``"UBND tỉnh Lạng Sơn"``.
        ref_area: The province or city: ``"Lạng Sơn"``.
        issued: Date of issue.
        period: Id of the period it reports on: ``"2025-M01/M08"``, ``"2026-Q1"``, ``"2023-H1"``, ``"2026/2030"``.
    """

    number: str | None = None
    kind: str | None = None
    title: str | None = None
    issuer: str | None = None
    ref_area: str | None = None
    issued: date | None = None
    period: str | None = None


def read_head(front: Sequence[str], titles: Sequence[str], headings: Sequence[str], raw: str) -> ReportHead:
    """Read the head of a report.

    Args:
        front: The passages before the first section.
        titles: Those of them that are set as titles.
        headings: The main headings of the text.
        raw: The whole text; the province is the one named most at its beginning.
    """
    opening = "\n".join(text[:_LONGEST_TITLE] for text in front)
    title = _title(titles)
    below = _below_kind(raw)
    reported = reported_period(title or "") or reported_period(below)
    if reported is None:
        heading, reported = _of_heading(headings)
        title = title or heading
    title = title or below or None
    sample = fold(raw[:_SAMPLE])
    area = _area(sample, opening)
    number = _NUMBER.search("\n".join(titles))
    return ReportHead(
        number=f"{number[1]}/{number[2]}-{number[3]}" if number else None,
        kind=reported.kind,
        title=title,
        issuer=_issuer(fold(opening), sample, area),
        ref_area=area,
        issued=_issued(fold(opening)),
        period=reported.period,
    )


def _title(titles: Sequence[str]) -> str | None:
    """The report's title, without letterhead and kind of document."""
    folded = [(text, fold(text)) for text in titles]
    lines = [text for text, plain in folded if _SUBJECT.match(plain) or not (_LETTERHEAD.search(plain) or _KIND.match(plain))]
    return without_place_and_month(_without_preamble(" ".join(lines)[:_LONGEST_TITLE])).strip() or None


def without_place_and_month(title: str) -> str:
    """A title without the line below it that says where and in which month it was written."""
    return _PLACE_AND_MONTH.sub(" ", title)


def _without_preamble(title: str) -> str:
    end = _PREAMBLE.search(fold(title))
    return title[: end.start()] if end else title


def _below_kind(raw: str) -> str:
    """The lines below "BÁO CÁO" at the beginning of a text, up to the first empty one."""
    lines = [line.strip() for line in raw[:_SAMPLE].splitlines()[:_OPENING_LINES]]
    at = next((at for at, line in enumerate(lines) if _KIND.match(fold(line))), len(lines))
    below = dropwhile(lambda line: not line, lines[at + 1 :])
    return _without_preamble(" ".join(islice(takewhile(bool, below), _TITLE_LINES))[:_LONGEST_TITLE])


def _of_heading(headings: Sequence[str]) -> tuple[str | None, Reported]:
    """The first heading of a reporting part with a period, without its number, and that period."""
    for text in headings:
        found = reported_period(text) if "tinh hinh" in fold(text) else None
        if found is not None:
            return text.partition(". ")[2] or text, found
    return None, Reported(None, None)


def _area(sample: str, opening: str) -> str | None:
    """The province named most often; naming it as a province, or in the date line, counts more.

    A name that is on no list is taken from the head.
    """
    votes: Counter[str] = Counter()
    sample = sample.replace(" - ", " ")
    named = "|".join(name for name in _LONGEST_FIRST if name in sample)
    for match in re.finditer(rf"({named})\b{_IN_DATE_LINE}", sample) if named else ():
        before = sample[max(0, match.start() - _LONGEST_LEVEL) : match.start()]
        if not before[-1:].isalnum():
            votes[match[1]] += 1 + 2 * bool(_LEVEL.search(before)) + 20 * bool(match[2])
    if votes:
        return _NAMES[votes.most_common(1)[0][0]]
    other = _NAMED.search(opening)
    return other[1].title() if other else None


def _issuer(opening: str, sample: str, area: str | None) -> str | None:
    """The issuer: the statistics office if the head names it, else the People's Committee."""
    level = "thành phố" if area in CITIES else "tỉnh"
    if "thong ke" in opening:
        return " ".join(filter(None, ["Cục Thống kê", level if area else None, area]))
    if _COMMITTEE.search(opening or sample) or re.search(r"\bubnd\b", sample):
        return " ".join(filter(None, ["UBND", level if area else None, area]))
    return None


def _issued(opening: str) -> date | None:
    """The date of issue; a day or month that cannot be is read with 1 for 7, its usual misreading."""
    match = _DATE.search(opening)
    if match is None:
        return None
    day, month = (_within(printed, most) for printed, most in ((match[1], 31), (match[2], 12)))
    try:
        return date(int(match[3]), month, day)
    except ValueError:
        return None


def _within(printed: str, most: int) -> int:
    """A printed number, repaired when it is greater than it can be; 0 when that does not help."""
    if int(printed) <= most:
        return int(printed)
    repaired = int(printed.replace("7", "1"))
    return repaired if repaired <= most else 0
