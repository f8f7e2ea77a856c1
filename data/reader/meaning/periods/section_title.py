"""What the title of a section says: the times that it names, and whether it heads results or what is to be done."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

from data.grammar.ocr import any_of, fold_with_map, loose, tolerant
from data.grammar.period import Period
from data.grammar.period_text import PeriodCue, period_cues
from data.reader.layout.reported import names_month, of_one_year
from data.reader.meaning.periods.report_frame import SCHOOL_YEAR

if TYPE_CHECKING:
    from data.grammar.frame import Frame

_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*-\s*((?:19|20)\d\d)(?!\d)")
_NEXT = re.compile(tolerant(r"(?<![a-z])(?:(?:năm|tháng|quý|giai đoạn) (?:tới|tiếp theo|sau)|thời gian tới)(?![a-z])"))
_YEAR_AHEAD = re.compile(tolerant(r"(?<![a-z])(?:kỳ|tầm nhìn)(?: đến)? (20\d\d)(?!\d|\s*[-/])"))
"""A year without the word for it: "TẦM NHÌN 2045", "NĂM ĐẦU KỲ 2026"."""
FIRST_MONTHS = re.compile(tolerant(r"(?<![a-z])(?:những|các|mấy) tháng đầu năm(?: (20\d\d))?(?!\d)"))
"""Months of the next year of which a report on a year tells, too: "năm 2026 và những tháng đầu năm 2027"."""
ASIDE = re.compile(r"\([^()]{4,110}\)\.?")
"""A line in brackets below a title, which belongs to it: "(Số liệu tính đến ngày 31/7/2027)"."""
_WORDS_OF_TIMES = re.compile(
    tolerant(
        r"(?<![a-z])(?:phần|[ivxlabcd]+|riêng|trong|kết|quả|tình hình|ước|thực hiện|công tác|cả|chung|của|năm|đầu|đánh giá"
        r"|đạt|được|kịch bản|dự kiến|kế hoạch|nhiệm vụ|nhiệm kỳ|mục tiêu|chỉ tiêu|giai đoạn|tầm nhìn|kỳ|cuối|số liệu|tính|tỉnh"
        r"|và)(?![a-z])"
    )
    + r"|[\W\d_]"
)
"""What a title may hold beside its period without being about anything else."""
_RECALLED = re.compile(tolerant(r"(?:mục tiêu|chỉ tiêu)[^.;]{0,40}(?:đề ra|đặt ra|được giao)[^.;]{0,20}$"))
_YEAR, _QUARTER = re.compile(r"(?<!\d)20\d\d(?!\d)"), re.compile(tolerant(r"(?<![a-z])quý [ivl\d]"))
_MISREAD = re.compile(r"(?<![a-z])p(?=[aeiouy])(?!(?:api|ar|ac|o|in)(?![a-z]))")
"""What recognition makes of a capital "Đ": "KIỂM PIỂM"; hardly a word of Vietnamese begins with "p" and a vowel."""
_FEWEST_YEARS = 3


class SectionTitle:
    """The title of a section, read in a report of some period.

    Attributes:
        text: folded; without the plan of years whose first or last year it names, "năm đầu kế hoạch 2026 - 2030".
        cues: the phrases that name its periods; a school year is none, nor is a term of those who are elected.
        results: it heads results.
        next: it names the time ahead: "KẾ HOẠCH 5 NĂM TỚI".
        aside: it ends with, or stands above, words in brackets.
    """

    def __init__(self, printed: str, frame: Frame, damaged: bool) -> None:
        folded = fold_with_map(printed).text
        self.text, self._damaged = of_one_year(_MISREAD.sub("d", folded) if damaged else folded), damaged
        self.cues = self._cues(frame)
        self.results = heads_results(self.text, damaged)
        self.next = _NEXT.search(self.text) is not None
        self.aside = ASIDE.search(printed) is not None

    def _cues(self, frame: Frame) -> list[PeriodCue]:
        cues = period_cues(self.text, frame, self._damaged, capital=lambda _place: True)
        if not cues and (year := _YEAR_AHEAD.search(self.text)) is not None:
            return [PeriodCue(*year.span(1), Period.year(int(year[1])), "year")]
        cues = [cue for cue in cues if SCHOOL_YEAR.match(self.text, cue.start) is None]
        if self.years:
            # "NHÌN LẠI 5 NĂM THỰC HIỆN KẾ HOẠCH 2021 - 2025": the years are those that are named.
            cues = [cue for cue in cues if cue.period.kind != "years" or self._names_year(cue)]
        return [cue for cue in cues if self.aims() or cue.kind != "goal" or cue.period.kind != "years"]

    def _names_year(self, cue: PeriodCue) -> bool:
        """Whether a phrase has its years in digits."""
        return _YEAR.search(self.text, cue.start, cue.end) is not None

    @property
    def of_years_unnamed(self) -> bool:
        """Whether it names years only by how many they are: "KẾT QUẢ 5 NĂM QUA"."""
        return not self.years and any(cue.period.kind == "years" and not self._names_year(cue) for cue in self.cues)

    def aims(self, reached: bool = False) -> bool:
        """Whether it heads what is to be done; ``reached``: among results, where aims are those that were reached."""
        return _goals(self._damaged, reached).search(self.text) is not None

    @cached_property
    def alone(self) -> Period | None:
        """The one period that it names; None if there is none, or several."""
        periods = {cue.period for cue in self.cues}
        return periods.pop() if len(periods) == 1 else None

    @cached_property
    def bare(self) -> bool:
        """Whether it names nothing but its period: "1. Quý II", "Riêng trong tháng 5"."""
        kept = list(self.text)
        for cue in self.cues:
            kept[cue.start : cue.end] = " " * (cue.end - cue.start)
        return not _WORDS_OF_TIMES.sub("", "".join(kept)).strip()

    @property
    def ends_with_period(self) -> bool:
        """Whether a period ends it: "1. Cải cách hành chính trong năm 2027"."""
        return bool(self.cues) and self.cues[-1].end == len(self.text.rstrip(" .:"))

    @property
    def years(self) -> list[Period]:
        """The spans of years in it, whatever stands before them: "KẾ HOẠCH 2021 - 2025"."""
        spans = [(int(match[1]), int(match[2])) for match in _SPAN.finditer(self.text)]
        return [Period.years(first, last) for first, last in spans if last - first >= _FEWEST_YEARS]

    @property
    def is_of_part(self) -> bool:
        """Whether it is the title of a part: "Phần thứ nhất. ..."."""
        return _part(self._damaged).match(self.text) is not None

    @property
    def looks_ahead(self) -> bool:
        """Whether it has words for what is to come: "B. KẾ HOẠCH NĂM 2025" in the report of 2024."""
        return _plans(self._damaged).search(self.text) is not None

    @property
    def tells_plan(self) -> bool:
        """Whether it heads the part of a plan that tells it: "Phần thứ hai. KẾ HOẠCH NĂM 2027"."""
        return _plan_of(self._damaged).match(self.text) is not None

    @property
    def tells_scenario(self) -> bool:
        """Whether it heads a part of a plan of growth: "III. KỊCH BẢN TỪNG QUÝ"."""
        return _scenario(self._damaged).search(self.text) is not None

    @property
    def tells_troubles(self) -> bool:
        """Whether it speaks of troubles beside what is to be done: "KHÓ KHĂN VÀ NHIỆM VỤ QUÝ IV"."""
        return _troubles(self._damaged).search(self.text) is not None

    @property
    def recalls_aims(self) -> bool:
        """Whether it heads what was aimed at for the time that is reported: "I. MỤC TIÊU ĐỀ RA"."""
        return _RECALLED.search(self.text) is not None

    @property
    def names_year(self) -> bool:
        """Whether it names a year in digits."""
        return _YEAR.search(self.text) is not None

    @property
    def names_quarter(self) -> bool:
        """Whether it names a quarter as such."""
        return _QUARTER.search(self.text) is not None

    @property
    def estimates(self) -> bool:
        """Whether it tells how the year will end: "ƯỚC THỰC HIỆN CẢ NĂM 2027"."""
        return _estimates(self._damaged).search(self.text) is not None

    @property
    def of_first_months(self) -> bool:
        """Whether it is about the first months of a year: "NHỮNG THÁNG ĐẦU NĂM"."""
        return FIRST_MONTHS.search(self.text) is not None

    def names_damaged_month(self, month: int) -> bool:
        """Whether the title of a scan names a month, though its word may be damaged."""
        return self._damaged and names_month(self.text, month)


def heads_results(title: str, damaged: bool) -> bool:
    """Whether a folded title speaks of results, or of what fell short of them."""
    return _results(damaged).search(title) is not None


@cache
def _part(damaged: bool) -> re.Pattern[str]:
    return re.compile(rf"\W*{loose('phần', damaged)}\s")


_TASKS = (
    "nhiệm vụ trọng tâm|phương hướng|nhiệm vụ chủ yếu|nhiệm vụ, giải pháp|nhiệm vụ và giải pháp|giải pháp chủ yếu"
    "|chương trình công tác|chương trình quý|chương trình tháng|yêu cầu đối với"
)
_GOALS = "mục tiêu|chỉ tiêu chủ yếu|chỉ tiêu kế hoạch"
"""What heads a part on aims; among results, one on how they were reached."""


@cache
def _goals(damaged: bool, reached: bool) -> re.Pattern[str]:
    words = _TASKS if reached else f"{_GOALS}|{_TASKS}"
    part = rf"(?:{loose('phần', damaged)}\s+\S+(?:\s+\S+)?\s+|{loose('điều', damaged)}\s*\d+\W+)?"
    return re.compile(rf"{any_of(words, damaged)}|^[\W\divxlab]*{part}[\W\divxl]*{any_of('nhiệm vụ|định hướng', damaged)}")


_AHEAD = (
    "kế hoạch|dự toán|dự kiến|phương hướng|nhiệm vụ|giải pháp|mục tiêu|định hướng|chương trình công tác|công tác trọng tâm"
    "|trọng tâm công tác|công việc trọng tâm|việc cần làm"
)


@cache
def _plans(damaged: bool) -> re.Pattern[str]:
    return re.compile(any_of(_AHEAD, damaged))


@cache
def _estimates(damaged: bool) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){any_of('ước thực hiện|ước kết quả|ước cả năm|ước đạt', damaged)}")


_PLAN = "kế hoạch|dự kiến kế hoạch|nội dung kế hoạch|nội dung của kế hoạch"


@cache
def _plan_of(damaged: bool) -> re.Pattern[str]:
    return re.compile(rf"[\W\divxlab]*(?:{loose('phần', damaged)}\s+\S+(?:\s+\S+)?[\W\s]+)?{any_of(_PLAN, damaged)}")


@cache
def _scenario(damaged: bool) -> re.Pattern[str]:
    return re.compile(loose("kịch bản", damaged))


_REPORTED = "kết quả|đánh giá|tình hình|thành tựu|hạn chế|khó khăn|tồn tại|vướng mắc|mức độ|nhìn lại|kiểm điểm|tổng kết|sơ kết"
"""What heads a part on what was done; "MỨC ĐỘ HOÀN THÀNH MỤC TIÊU", too."""


@cache
def _results(damaged: bool) -> re.Pattern[str]:
    return re.compile(any_of(_REPORTED, damaged))


@cache
def _troubles(damaged: bool) -> re.Pattern[str]:
    return re.compile(any_of("khó khăn|tồn tại|hạn chế|vướng mắc", damaged))
