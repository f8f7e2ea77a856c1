"""Which phrases of a passage that name periods say what figures are about."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from data.grammar.ocr import any_of, tolerant
from data.grammar.period import Period
from data.grammar.period_text import PeriodCue, opening, period_cues

if TYPE_CHECKING:
    from data.grammar.frame import Frame
    from data.reader.meaning.setting import Setting
    from data.reader.meaning.text.prose import Prose

_DOCUMENTS = (
    "kế hoạch|dự toán|nghị quyết|chương trình|đề án|học kỳ|vốn|chỉ tiêu|mục tiêu|lễ hội|bảng giá đất|danh mục|phát triển"
    "|chuẩn nghèo|chuẩn nghèo đa chiều|chuẩn đa chiều|nhiệm kỳ|đợt|Xuân|Tết|quy hoạch|chiến lược|giá so sánh|giá cố định|giá gốc"
    "|sắp xếp đơn vị hành chính|sắp xếp đơn vị hành chính cấp xã|sắp xếp đơn vị hành chính cấp huyện, cấp xã"
)
"""Words whose year belongs to a name: "kế hoạch năm 2025", "Tết 2026"."""
_EXAM = re.compile(tolerant(r"(?:kỳ thi|tốt nghiệp)(?:[a-z\s&¢]|(?<=[a-z])\d){0,36}$"))
"""What is held once a year: "kỳ thi năm 2025", "tỷ lệ tốt nghiệp trung học phổ thông năm 2025"."""
_NEAR, _FAR = 30, 80
"""Letters before a school year, or the time of a level, in which what leads to it begins; so late a year holds for no more."""
_LONG_NAME = 50
"""Letters before a year in which the name of what is held in it stands."""


_AIM_AT_BEGINNING = re.compile(tolerant(r"\W*(?:các )?(?:mục tiêu|chỉ tiêu)\s*(?:của|trong|cho)?\s*"))
"""What leads from the beginning of a sentence to the year of an aim: "Mục tiêu năm 2027 nâng tỷ lệ lên 77%"."""


def _heads(text: str, start: int, place: int) -> bool:
    """Whether only an aim stands between the beginning of a sentence and a place."""
    return place - start <= _NEAR and _AIM_AT_BEGINNING.fullmatch(text, start, place) is not None


_LAW = re.compile(tolerant(r"(?<![a-z])(?<!kỷ )(?<!pháp )(?:luật|hiến pháp|pháp lệnh) [a-z\s,]{2,60}$"))
"""What is known by its year: "Luật Đất đai năm 2024"; not discipline, "kỷ luật", nor breaches of the law, "pháp luật"."""


@cache
def _document_words(damaged: bool) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){any_of(_DOCUMENTS, damaged)}(?![a-z])[a-z\s\d]{{0,12}}$")


_YEAR_NAMED = re.compile(tolerant(r"năm 20\d\d"))
_POVERTY_LINE = re.compile(tolerant(r"chuẩn nghèo(?: đa chiều)?\s*$"))
_RATE_BEHIND_LINE = re.compile(tolerant(r"\s*(?:của tỉnh )?(?:là|còn|đạt|ước còn)(?: [a-z]+)? \d"))
"""A year behind the poverty line that dates a rate: "tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều năm 2027 là 4,2%"."""


def names_document(text: str, place: int, damaged: bool, since: int = 0) -> bool:
    """Whether a year or span of years at a place of folded text belongs to the name of what stands before it.

    Args:
        text: the folded text.
        place: where the years stand.
        damaged: the text is recognised from a scan.
        since: where the sentence begins.
    """
    begin = max(since, place - _LONG_NAME - _NEAR)
    if _POVERTY_LINE.search(text, begin, place) and (year := _YEAR_NAMED.match(text, place)) is not None:
        return _RATE_BEHIND_LINE.match(text, year.end()) is None
    return (
        _document_words(damaged).search(text[max(since, place - 40) : place]) is not None
        or _LAW.search(text, begin, place) is not None
    )


_WON = re.compile(tolerant(r"(?<![a-z])tại (?:kỳ|cuộc|hội) thi[a-z\s]{0,40}$"))
"""What counts were reached at: "tại kỳ thi học sinh giỏi năm 2025, tỉnh có 21 giải"."""


def held_yearly(text: str, start: int, place: int) -> bool:
    """Whether the year at a place of a sentence is that of what is held once a year, which only its rate is about."""
    begin = max(start, place - _LONG_NAME)
    return _EXAM.search(text, begin, place) is not None and _WON.search(text, begin, place) is None


_ONCE = re.compile(tolerant(r"(?<![a-z])(?:(?:tuyển|giao|nhận|giao,?\s*nhận) quân|nhập ngũ|khám tuyển)(?![a-z])[a-z\s]{0,24}$"))
"""What is done once a year, so that all that is told of it is about that year: "tuyển quân năm 2027 đạt 100% chỉ tiêu"."""


def held_once(text: str, start: int, place: int) -> bool:
    """Whether the year at a place of a sentence is that of what is done once a year, which all that is told of it is about."""
    return _ONCE.search(text, max(start, place - _LONG_NAME), place) is not None


_ALLOTTED_BEFORE_YEAR = re.compile(tolerant(r"(?<![a-z])(?:được|tạm) (?:[a-z]+ ){0,3}giao\s*$"))
_NUMBER_BEHIND_ALLOTMENT = re.compile(tolerant(r"\s*(?:là |:)"))
"""What stands around the year for which numbers of staff or funds were given: "được giao năm 2027 là 1.900 người"."""


def given_for(text: str, start: int, cue: PeriodCue) -> bool:
    """Whether a year of a sentence is the one for which staff or funds were given: "được giao năm 2027 là 1.900 người"."""
    if cue.kind != "year" or _NUMBER_BEHIND_ALLOTMENT.match(text, cue.end) is None:
        return False
    return _ALLOTTED_BEFORE_YEAR.search(text, max(start, cue.start - _LONG_NAME), cue.start) is not None


def usable_cues(prose: Prose, setting: Setting) -> list[PeriodCue]:
    """The period cues of a passage that say what figures are about, not what they are compared with or what a plan is called."""
    kept: list[PeriodCue] = []
    for cue in period_cues(prose.text, setting.frame, prose.damaged, prose.is_capital):
        compared = any(known.kind in ("yoy", "prev", "base") for known in prose.cues.touching(cue.start, cue.end))
        if not compared and _dates_figures(prose, setting, cue, kept):
            kept.append(cue)
    return kept


_EVENT = re.compile(tolerant(r"\W*(?:sau|từ|kể từ|trước|trong) khi [^,;.]*$"))
"""How a sentence begins with an event, whose time is not that of what it tells: "Sau khi mở cửa khẩu vào tháng 01, ..."."""
_DESPITE = re.compile(tolerant(r"\W*(?:tuy|mặc dù|dù|bất chấp)(?![a-z])[^;.]*$"))
_YET = re.compile(tolerant(r"[^;.]{0,120}, (?:nhưng|song)(?![a-z])"))
"""What stands around the time of a hardship in spite of which something was done: "Tuy bão năm 2024 gây thiệt hại, song ..."."""
_INCLUDING = re.compile(
    tolerant(
        r"(?<![a-z])(?:kể cả|(?<=[,;] )(?:(?:nặng|nghiêm trọng|lớn|đáng kể) )?nhất là|(?<=[,;] )điển hình là)\s[^\d,;.:()]{0,40}$"
    )
)
"""What leads to a time that is only a part of what is told: "kể cả cao điểm nông sản tháng 5; bình quân mỗi ngày ..."."""
_RIGHT_FROM = re.compile(tolerant(r"(?<![a-z])ngay $"))
"""What leads to a time from which on something was done, which is not that of its number: "đã phân bổ ngay từ đầu năm"."""
_ALSO = re.compile(tolerant(r"(?<![a-z])cũng $"))
"""What leads to a time that is that of what was told before: "đến 31/10 có 5.812 doanh nghiệp; cũng đến thời điểm này có ..."."""
_EARLIER_BY = re.compile(tolerant(r"(?<![a-z])(?:sớm|chậm|muộn|kéo dài)(?: hơn)? $"))
"""What leads to how many months earlier or later something was done: "về đích sớm bốn tháng"."""
_LATER = re.compile(tolerant(r"(?<![a-z])(?:tầm nhìn\s*(?:đến )?|(?:chuyển|kéo dài)(?: nguồn)? sang\s*)$"))
"""What leads to a later year: that to which a plan looks, "quy hoạch thời kỳ 2021 - 2030, tầm nhìn đến năm 2050", or in which
what is left of funds may be spent, "còn 26 tỷ đồng chuyển nguồn sang năm 2027"."""
_OF_TERM = re.compile(tolerant(r"(?:mục tiêu|chỉ tiêu|phấn đấu)(?:(?!thực hiện|nghị quyết)[^\d,.;:])*$"))
"""What leads to the term of a congress for which something is aimed at; elsewhere the term belongs to a name."""
_NUMBER_BEHIND_AIM = re.compile(tolerant(r"\s*(?:[^\d,;.:()]{0,70}(?<![a-z])(?<! da )(?:là|đạt|còn)\s*(?:[a-z]+\s*)?\d|:)"))
"""What stands behind the year of an aim that is a number, or of a list of aims: "mục tiêu đến năm 2030 số xã ... là 65"."""
_PROGRAMME = 100
"""Letters before the years of a programme in which it is named."""
_CARRIED_OUT = re.compile(tolerant(r"(?<![a-z])(?:thực hiện|triển khai|theo)\s[^\d,;.:()]{4,80}$"))
"""What leads to the years of a programme that is carried out: "thực hiện sắp xếp các xã giai đoạn 2026 - 2030, ..."."""
_TIMES_BEFORE_YEAR, _TIMES_LETTERS = (
    re.compile(tolerant(r"(?<![a-z])lần\s*(?:(?:so với )?(?:mức )?bình quân |(?:mức|đầu|kế hoạch(?: của)?|của|số của) )?$")),
    32,
)
"""What stands before years, or the end of one, with which something is compared: "gấp 2 lần năm 2020", "... đầu năm 2020"."""


def _dates_figures(prose: Prose, setting: Setting, cue: PeriodCue, before: list[PeriodCue]) -> bool:
    """Whether a year is that of figures, not of a document's name; any other period but the year of a goal is."""
    frame = setting.frame
    if _is_of_event(prose, cue):
        return False
    if cue.kind == "goal" and cue.period.kind == "years":
        if cue.period.end < frame.report.start and frame.report.kind == "years":
            return True  # "nhiệm kỳ 2016 - 2020 chỉ thu hút được 06 dự án"
        return _OF_TERM.search(prose.text, max(0, cue.start - _LONG_NAME), cue.start) is not None
    if cue.kind == "goal":
        is_aim = _NUMBER_BEHIND_AIM.match(prose.text, cue.end) is not None
        return is_aim or not names_document(prose.text, cue.start, prose.damaged, prose.sentence_of(cue.start)[0])
    if _says_all(prose, cue) and (_is_of_plan(prose, cue) or _of_share(prose, cue)):
        return False
    times = _TIMES_BEFORE_YEAR.search(prose.text, max(0, cue.start - _TIMES_LETTERS), cue.start) is not None
    if times and (cue.kind == "year" or cue.period.kind == "years" or opening(prose.text, cue) == "end"):
        return False
    if _is_known_by(prose, frame, cue) or _of_funds(prose, cue, before):
        return False
    if cue.kind != "year":
        return not (_of_the_same(prose, cue, before) or _begins_school_year(prose.text, cue) or _of_poverty_line(prose.text, cue))
    running = cue.period.kind == "years" and cue.period.end > frame.report.end and not setting.goals
    if running and _CARRIED_OUT.search(prose.text, max(0, cue.start - _PROGRAMME), cue.start) is not None:
        return False
    if _belongs_to_name(prose, frame, cue):
        return False
    same = cue.period == Period.year(frame.year) and frame.report.kind not in ("year", "years") and not setting.goals
    return not same or _told_apart(prose, cue, before)


def _is_of_event(prose: Prose, cue: PeriodCue) -> bool:
    """Whether it is the time of something beside what is told: an event, a part of it, or what is to come or began then."""
    text, near = prose.text, max(0, cue.start - _NEAR)
    since = cue.kind == "flow" and opening(text, cue) == "since"
    despite = _DESPITE.match(text, prose.sentence_of(cue.start)[0], cue.start) and _YET.match(text, cue.end)
    return bool(
        despite
        or _EVENT.match(text, prose.sentence_of(cue.start)[0], cue.start)
        or _INCLUDING.search(text, max(0, cue.start - _LONG_NAME), cue.start)
        or _LATER.search(text, near, cue.start)
        or (since and _RIGHT_FROM.search(text, near, cue.start))
        or (cue.kind == "stock" and _ALSO.search(text, near, cue.start))
        or (cue.kind == "flow" and _EARLIER_BY.search(text, near, cue.start))
    )


def _belongs_to_name(prose: Prose, frame: Frame, cue: PeriodCue) -> bool:
    """Whether a year is only that of a document, and no aim of a later year, nor the year in which something is done once."""
    start = prose.sentence_of(cue.start)[0]
    if not names_document(prose.text, cue.start, prose.damaged, start) or held_once(prose.text, start, cue.start):
        return False
    if cue.period.end < frame.report.start and _SPENT.match(prose.text, cue.end):
        return False  # "Kế hoạch vốn năm 2026 giải ngân được 4.500 tỷ đồng" tells of that year in a report on the next
    if _SET_FOR.search(prose.text, max(start, cue.start - _NEAR), cue.start) and _IS_SO_MUCH.match(prose.text, cue.end):
        return False
    heads = cue.period.start > frame.report.end and _heads(prose.text, start, cue.start)
    return not (heads or _says_all(prose, cue) or _foretold(prose, cue, start))


_SET_FOR = re.compile(tolerant(r"(?<![a-z])kế hoạch (?:(?:đề|đặt) ra |giao )?(?:cho|của) (?:cả )?$"))
_IS_SO_MUCH = re.compile(tolerant(r"\s*là\s*(?:từ |trên |khoảng )?\d"))
"""What stands around the year of a plan that is told: "kế hoạch đề ra cho năm 2027 là 900 ha"."""
_PUBLISHED = re.compile(tolerant(r"(?<![a-z])(?:công bố|ban hành|phê duyệt|ký|(?<!tổng )họp)(?: vào)?\s*$"))
"""What leads to the day of a paper: "PCI năm 2024 công bố ngày 06/5/2025 đạt 68 điểm"."""
_LEVEL_BEFORE_ITS_TIME = re.compile(
    tolerant(r"(?<![a-z])(?:cao|thấp|nhiều|ít) hơn\s(?:[^,;.()]|[.,](?=\d)){0,50}?mức (?:[a-z]+ ){0,3}của\s*$")
)
"""What leads to the time of a level that is exceeded: "cao hơn 1,6 điểm phần trăm mức tăng của quý I/2024"."""
_RECORD = re.compile(tolerant(r"(?<![a-z])(?:cao|thấp|lớn|nhiều|ít|tốt|nhanh|mạnh) nhất\s*$"))
"""What leads to the time within which something is a record: "mức tăng cao nhất từ năm 2021 đến nay"."""

_STORM = re.compile(tolerant(r"bão số \d{1,2}(?: ?\([a-z]+\))?(?: trong)? $"))
"""What has the year in its name: "hậu quả cơn bão số 3 năm 2024"."""


def _is_known_by(prose: Prose, frame: Frame, cue: PeriodCue) -> bool:
    """Whether it is the day of a paper, the year of a storm, or the time of a level that is exceeded or is a record.

    Of several years the year of a storm says when the damage was done.
    """
    text, start = prose.text, prose.sentence_of(cue.start)[0]
    near, far = max(start, cue.start - _NEAR), max(start, cue.start - _FAR)
    published = cue.period.kind in ("point", "month") and _PUBLISHED.search(text, near, cue.start)
    record = cue.period.kind != "point" and _RECORD.search(text, near, cue.start)  # "ngày cao nhất 17/9/2028 đạt ..." is a day
    one_of = frame.report.kind == "years" and frame.report.start <= cue.period.start
    storm = cue.period.kind == "year" and not one_of and _STORM.search(text, near, cue.start)
    return bool(published or record or storm or _LEVEL_BEFORE_ITS_TIME.search(text, far, cue.start))


_SPENT = re.compile(tolerant(r"\s*(?:đã )?giải ngân(?: được)? \d"))
"""What says behind the year of a plan how much was spent of it in that year."""
_OF_FUNDS = re.compile(tolerant(r"(?<![a-z])vốn(?: đầu tư(?: công)?)?\s*$"))
"""What is known by the year for which it was given: "Đến ngày 20/01/2028 giải ngân kế hoạch vốn đầu tư công năm 2027 đạt ..."."""


def _of_funds(prose: Prose, cue: PeriodCue, before: list[PeriodCue]) -> bool:
    """Whether a year is that of funds, of which the sentence tells how much was used up to a day."""
    start = prose.sentence_of(cue.start)[0]
    if cue.kind != "year" or _OF_FUNDS.search(prose.text, max(start, cue.start - _NEAR), cue.start) is None:
        return False
    return any(known.start >= start and known.kind == "until" and known.period.kind == "point" for known in before[-3:])


_SET_BEFORE_ALL_YEAR = re.compile(tolerant(r"(?<![a-z])giao\s*$"))
"""What stands before "cả năm" where that only says for how long a plan was set."""
_NUMBER_BEHIND_ALL_YEAR = re.compile(tolerant(r"\s*(?:(?:là|đạt|tăng|còn|từ|trên|khoảng) ){0,2}\d"))
"""What stands behind "cả năm" where it dates what was aimed at: "tạo nền cho mục tiêu cả năm 9,5%"."""


_PLAN_SO_LARGE = re.compile(
    tolerant(r"(?<![a-z])(?:kế hoạch|dự toán|chỉ tiêu)(?: [a-z]+){0,3} \d[\d.,]*(?: [a-z]+){1,3} (?:của )?$")
)
"""A plan with its number, behind which "cả năm" says of what time it is: "52 trên kế hoạch 220 triệu USD của cả năm"."""


def _is_of_plan(prose: Prose, cue: PeriodCue) -> bool:
    """Whether "cả năm" only says of what a plan is: "vượt dự toán cả năm", "được giao cả năm"."""
    if _PLAN_SO_LARGE.search(prose.text, max(0, cue.start - _LONG_NAME), cue.start):
        return True
    if cue.start - prose.sentence_of(cue.start)[0] > _NEAR and _NUMBER_BEHIND_ALL_YEAR.match(prose.text, cue.end):
        return False
    planned = any(known.kind == "plan" and cue.start - known.end <= 1 for known in prose.cues.touching(cue.start - 2, cue.start))
    return planned or _SET_BEFORE_ALL_YEAR.search(prose.text, max(0, cue.start - 6), cue.start) is not None


_IN_IT = re.compile(tolerant(r"trong kỳ(?![a-z])"))
_SUM_IN_IT = re.compile(tolerant(r"lũy kế[^\d,;.:()]{0,50} trong kỳ(?![a-z])"))
"""What speaks of a period told before."""


def _of_the_same(prose: Prose, cue: PeriodCue, before: list[PeriodCue]) -> bool:
    """Whether "trong kỳ", or a sum in it, is of the period that its sentence has told: "Tháng 9, lũy kế trong kỳ là 60 hồ sơ"."""
    if not (_IN_IT.match(prose.text, cue.start) or (cue.kind == "flow" and _SUM_IN_IT.match(prose.text, cue.start))):
        return False
    return bool(before) and before[-1].start >= prose.sentence_of(cue.start)[0]


_OF_SCHOOL_YEAR = re.compile(
    tolerant(r"(?<![a-z])(?:khai giảng|chuẩn bị(?: tốt)?(?: cho)?|tuyển sinh(?: [a-z\d]+){0,3}|nhiệm vụ|kế hoạch|hết|đến)\s*$")
)
"""What is of a school year, or ends with it, without saying that figures are about it."""


def _begins_school_year(text: str, cue: PeriodCue) -> bool:
    """Whether a school year only says what was opened or is to be done: "khai giảng năm học 2026 - 2027"."""
    return cue.period.kind == "years" and _OF_SCHOOL_YEAR.search(text, max(0, cue.start - _NEAR), cue.start) is not None


_LINE_OF_YEARS = re.compile(tolerant(r"chuẩn (?:nghèo )?(?:đa chiều )?(?:mới )?$"))
"""What is set for several years, which do not date what is counted by it: "theo chuẩn đa chiều giai đoạn 2026 - 2030"."""


def _of_poverty_line(text: str, cue: PeriodCue) -> bool:
    """Whether years are only those of the poverty line."""
    return cue.period.kind == "years" and _LINE_OF_YEARS.search(text, max(0, cue.start - _NEAR), cue.start) is not None


def _says_all(prose: Prose, cue: PeriodCue) -> bool:
    """Whether it is "cả năm"."""
    return opening(prose.text, cue) == "all"


def _foretold(prose: Prose, cue: PeriodCue, start: int) -> bool:
    """Whether it is said of a year, in a sentence that begins at ``start``, how it will end, or how many of its aims are met."""
    if _FORESEEN.search(prose.text, max(start, cue.start - _NEAR), cue.end):
        return True
    if _GROWN_IN.search(prose.text, max(start, cue.start - _FAR), cue.start) and _TO_REACH.match(prose.text, cue.end):
        return True
    aims = _AIMS_OF.search(prose.text, max(start, cue.start - _FAR), cue.start)
    return aims is not None and _WILL_BE_MET.search(prose.text, *prose.sentence_of(cue.start)) is not None


_OF_PLAN = 6
"""Letters between a plan and "cả năm" that hold no word of their own: "của"."""
_MARK_BEFORE_ALL_YEAR = re.compile(tolerant(r"(?:[,;]|(?<![a-z])và)\s*$"))
"""What stands before "cả năm" where it dates the number behind it: "đạt 40% kế hoạch và cả năm trên 95%"."""


def _of_share(prose: Prose, cue: PeriodCue) -> bool:
    """Whether it is only the time of a plan of which a share was reached so far: "đạt 43% kế hoạch cả năm"."""
    plans = prose.cues.touching(max(0, cue.start - _OF_PLAN), cue.start)
    if _MARK_BEFORE_ALL_YEAR.search(prose.text, max(0, cue.start - _OF_PLAN), cue.start):
        return False
    return any(plan.kind == "plan" and prose.text[: plan.start].rstrip().endswith("%") for plan in plans)


_SEASON = re.compile(tolerant(r"(?<![a-z])vụ (?:mùa|xuân|đông|hè\s?-?\s?thu|đông\s?-?\s?xuân|thu\s?-?\s?đông)\s*$"))
"""What grows once a year: "diện tích gieo trồng vụ mùa năm 2027"."""
_REACHED_BEHIND_SEASON = re.compile(tolerant(r"\s*(?:(?:dự )?ước|dự kiến|đạt|là)(?![a-z])"))
"""What stands between what is said and its number."""
_REVIEWED = re.compile(tolerant(r"(?<![a-z])(?:hộ nghèo|hộ cận nghèo|nghèo đa chiều)(?: của tỉnh)?\s*$"))
_RATE_BEHIND_REVIEW = re.compile(
    tolerant(r"\s*(?:(?:ước |dự kiến )?(?:giảm )?còn|ước|đạt|là|giảm xuống|giảm(?= [\d,.]+\s?%[^.;]{0,40}? còn))(?![a-z])")
)
"""What is reviewed once a year, and what stands between that year and its number: "tỷ lệ hộ nghèo năm 2027 còn 5%"."""
_AIMS_OF = re.compile(tolerant(r"\d\s*chỉ tiêu(?! kế hoạch)[^\d,;.:()]{0,40}?(?:của )?$"))
_WILL_BE_MET = re.compile(tolerant(r"(?<![a-z])(?:dự kiến|ước|khả năng|dự báo)(?![a-z])"))
"""What leads to the year of aims that are counted, and what says that it is not over: "ước có 16/18 chỉ tiêu của năm 2027"."""
_GROWN_IN = re.compile(tolerant(r"(?:grdp\)?|tổng sản phẩm (?:trên địa bàn|trong tỉnh)(?: tỉnh)?) $"))
"""What is told of a whole year where its year is said: "GRDP năm 2027 tăng 6%"."""
_FORESEEN = re.compile(tolerant(r"(?<![a-z])(?:dự kiến|dự báo|ước(?: tính)?)(?: đến)?(?: hết)? (?:cả )?năm 20\d\d$"))
"""How a year is told as a whole that is not over: "Dự kiến năm 2027 tỷ lệ hộ nghèo còn 5%"."""
_ESTIMATED = re.compile(tolerant(r"\s*(?:ước(?: tính)?|dự (?:kiến|báo|ước))\s*(?:[a-z]+ ){0,2}\d"))
"""What says that a whole year is estimated before it is over."""


def _told_apart(prose: Prose, cue: PeriodCue, before: list[PeriodCue]) -> bool:
    """Whether the report's own year is said on purpose: "Trong năm 2023", "cả năm 2023", "phấn đấu năm 2025"."""
    start = prose.sentence_of(cue.start)[0]
    opens = cue.start <= start + 1 and (opening(prose.text, cue) == "within" or prose.text.startswith(",", cue.end))
    behind = "%" in prose.text[max(0, cue.start - 2) : cue.start].rstrip()[-1:]
    other = any(start <= known.start and _tells_year(known) and known.period != cue.period for known in before[-3:])
    exam = _EXAM.search(prose.text, max(start, cue.start - _LONG_NAME), cue.start) is not None
    grown = _SEASON.search(prose.text, max(start, cue.start - _LONG_NAME), cue.start) is not None
    season = grown and _REACHED_BEHIND_SEASON.match(prose.text, cue.end) is not None
    estimated = _ESTIMATED.match(prose.text, cue.end) is not None
    if given_for(prose.text, start, cue) or held_once(prose.text, start, cue.start):
        return True
    around = (*prose.cues.touching(cue.start - 2, cue.start), *prose.cues.touching(cue.end, cue.end + 2))
    aimed = any(known.kind == "goal" for known in around) or _strives(prose, start, cue)
    reviewed = _REVIEWED.search(prose.text, max(start, cue.start - _NEAR), cue.start) is not None
    if reviewed and _RATE_BEHIND_REVIEW.match(prose.text, cue.end):
        return True
    return (
        opens or _says_all(prose, cue) or behind or other or exam or season or estimated or aimed or _foretold(prose, cue, start)
    )


_UNBROKEN, _TO_REACH = re.compile(r"[^\d;.:]*"), re.compile(tolerant(r"\s*(?:đạt|tăng|giảm|còn|là|trên|khoảng)(?![a-z])"))
"""What stands between a goal and its year, and what leads from that to its number."""


def _strives(prose: Prose, start: int, cue: PeriodCue) -> bool:
    """Whether it is the year of what is striven for, of which a number stands behind it: "phấn đấu GRDP năm 2027 đạt 8%"."""
    aims = [known for known in prose.cues.within(max(start, cue.start - _FAR), cue.start) if known.kind == "goal"]
    striven = bool(aims) and _UNBROKEN.fullmatch(prose.text, aims[-1].end, cue.start) is not None
    return striven and _TO_REACH.match(prose.text, cue.end) is not None


def _tells_year(cue: PeriodCue) -> bool:
    """Whether a phrase names a year, or the end of one."""
    return cue.kind in ("year", "until") and cue.period.kind == "year"
