"""What a passage inherits: the period and sectors of its section, and whether it speaks of goals."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import tomli

from data.catalogue import FOLDER
from data.grammar.frame import Frame
from data.grammar.ocr import any_of, fold_with_map, loose, tolerant
from data.grammar.period import PARTS_OF_YEAR, Period
from data.grammar.period_text import PeriodCue, period_cues
from data.reader.layout.reported import names_month, of_one_year, outlook
from data.reader.meaning.periods.report_frame import SCHOOL_YEAR, report_frame
from data.reader.meaning.periods.standing_periods import cuts_off
from data.reader.meaning.setting import Setting

if TYPE_CHECKING:
    from data.reader.layout.document import Document, Passage


_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*-\s*((?:19|20)\d\d)(?!\d)")
_MONTH = re.compile(tolerant(r"(?<!\d)(?<!\d )(?<!/)(?<!mỗi )(?<!hằng )th[a-z&]{1,2}ng(?![a-z])|(?<![a-z])lũy kế"))
"""What speaks of a month, and not of so many, or of every one; or of a sum beside it: "310 lượt, lũy kế 2.110 lượt".

"thông tin" and "thường" are taken for it, too: a section with such words is about the month.
"""
_NEXT = re.compile(tolerant(r"(?<![a-z])(?:(?:năm|tháng|quý|giai đoạn) (?:tới|tiếp theo|sau)|thời gian tới)(?![a-z])"))
"""What names the time ahead in the title of a part that tells a plan: "KẾ HOẠCH 5 NĂM TỚI"."""
_YEAR_AHEAD = re.compile(tolerant(r"(?<![a-z])(?:kỳ|tầm nhìn)(?: đến)? (20\d\d)(?!\d|\s*[-/])"))
"""A year without the word for it: "TẦM NHÌN 2045", "NĂM ĐẦU KỲ 2026"."""
_ASIDE = re.compile(r"\([^()]{4,110}\)\.?")
"""A line in brackets below a title, which belongs to it: "(Số liệu tính đến ngày 31/7/2027)"."""
_BARE_TITLE = re.compile(
    tolerant(
        r"(?<![a-z])(?:phần|[ivxlabcd]+|riêng|trong|kết quả|tình hình|ước|thực hiện|công tác|cả|chung|của|năm|đầu|đánh giá|đạt"
        r"|được|kịch bản|dự kiến|kế hoạch|nhiệm vụ|mục tiêu|chỉ tiêu|giai đoạn|tầm nhìn|kỳ|cuối|số liệu|tính|tỉnh|và)(?![a-z])"
    )
    + r"|[\W\d_]"
)
"""What a title may hold beside its period without being about anything else."""
_FEWEST_YEARS = 3
_LAST_MONTH = 12


class Settings:
    """The settings of a document's sections."""

    def __init__(self, document: Document) -> None:
        self._damaged = document.ocr
        self._frame = report_frame(document)
        self._planned = document.head.kind == "plan"
        self._untitled = document.head.period is None
        self._next = self._looked_ahead_to(fold_with_map(document.head.title or "").text)
        self._known: dict[str, Setting] = {}
        told = (passage for passage in document.passages if passage.kind != "heading" and passage.section)
        self._monthly = {passage.section for passage in told if _MONTH.search(fold_with_map(passage.text).text)}
        headings: dict[str, str] = {}
        self._sentences: set[str] = set()
        before: str | bool = False
        for passage in document.passages:
            if passage.kind == "heading" and not passage.section and "" not in self._known:
                self._part(passage.text)
            elif passage.kind == "heading" and passage.section:
                own = any(map(str.isalpha, passage.text))
                title = passage.text if own else passage.section_title
                if not own:
                    self._sentences.add(passage.section)
                headings[passage.section] = f"{headings.get(passage.section, '')} {title}".strip()
            elif passage.section not in headings and passage.section_title:
                headings[passage.section] = passage.section_title
            elif passage.kind == "body" and before and _ASIDE.fullmatch(passage.text):
                headings[passage.section] += f" {passage.text}"
            before = passage.kind == "heading" and passage.section
        self._headings = headings
        titles = (fold_with_map(title).text for section, title in headings.items() if section not in self._sentences)
        parts = (_alone(self._cues_of(title, self._frame)) for title in titles)
        self._parted = len({part for part in parts if part is not None and part.kind in PARTS_OF_YEAR}) > 1
        reported = _results(document.ocr).search(fold_with_map(document.head.title or "").text) is not None
        self._reported = next((section for section in headings if "." not in section), None) if reported else None

    def _looked_ahead_to(self, title: str) -> Period | None:
        """The period for which a report tells what is to be done: that which its title names, else its year, or the next."""
        frame = self._frame
        said = [cue.period for cue in period_cues(outlook(title), frame, self._damaged) if cue.period.end > frame.report.end]
        later = (cue.period for cue in period_cues(title, frame, self._damaged) if cue.period.start > frame.report.end)
        named = said or later
        longest = max(named, key=lambda period: period.end - period.start, default=None)
        if longest is not None:
            return longest
        if frame.report.kind in ("years", "point") or self._planned:
            return None
        over = frame.report.end.month == _LAST_MONTH
        return Period.year(frame.report.end.year + over) if over or frame.report.kind != "year" else None

    def _part(self, title: str) -> None:
        """The heading of a first part, which has no path of its own, holds for all sections outside of the other parts."""
        text = fold_with_map(title).text
        if _part_pattern(self._damaged).match(text):
            self._known[""] = self._below(Setting(self._frame, False, frozenset()), title)

    @property
    def frame(self) -> Frame:
        """The period of the report."""
        return self._frame

    def of(self, passage: Passage) -> Setting:
        """The setting of the section in which a passage stands."""
        setting, section = self._of_section(passage.section), passage.section
        sums = setting.frame.titled_both and not setting.goals and self._monthly and section not in self._monthly
        return replace(setting, frame=replace(setting.frame, summed=True)) if sums else setting

    def _of_section(self, section: str) -> Setting:
        if section not in self._known:
            outermost = not section or (section[0] == "P" and "." not in section)
            above = Setting(self._frame, False, frozenset()) if outermost else self._of_section(section.rpartition(".")[0])
            above = replace(above, results=True) if section == self._reported else above  # what is to be done comes last
            title = self._headings.get(section, "")
            self._known[section] = self._below(above, title, section in self._sentences) if title else above
        return self._known[section]

    def _cues_of(self, title: str, frame: Frame) -> list[PeriodCue]:
        """The periods that a folded title names; a school year is none of a section, nor is a term of those who are elected."""
        cues = period_cues(title, frame, self._damaged, capital=lambda _place: True)
        if not cues and (year := _YEAR_AHEAD.search(title)) is not None:
            return [PeriodCue(*year.span(1), Period.year(int(year[1])), "year")]
        aims = _goals(self._damaged, reached=False).search(title) is not None
        cues = [cue for cue in cues if SCHOOL_YEAR.match(title, cue.start) is None]
        return [cue for cue in cues if aims or cue.kind != "goal" or cue.period.kind != "years"]

    def _below(self, above: Setting, title: str, sentence: bool = False) -> Setting:
        """The setting of a section with a title of its own, or with the first sentence of a paragraph that has a number."""
        whole = fold_with_map(title).text
        text = of_one_year(whole)
        frame, told = above.frame, _results(self._damaged).search(text) is not None
        cues = self._cues_of(text, frame)
        spans = [cue.period for cue in cues]
        ends = max((span.end for span in spans), default=frame.report.end)
        reached = above.results and ends <= frame.report.end
        goals = above.goals or (bool(_goals(self._damaged, reached).search(text)) and not told)
        days = (cue.period for cue in cues if cue.kind == "until" and cue.period.kind == "point")
        aside = _ASIDE.search(title)  # days told there are those of all that follows
        counted = next((day for day in days if aside is not None or cuts_off(day, frame)), above.counted)
        # Of two that are as long, "5 năm" beside "2021 - 2025", the one in digits is meant.
        spans = [*(self._years_of(text, frame, told)), *spans]
        longest = max(spans, key=lambda period: period.end - period.start, default=None)
        ahead = longest is not None and longest.start > frame.report.end and bool(_plans(self._damaged).search(text))
        next_one = self._next if _NEXT.search(text) else None
        if _plan_of(self._damaged).match(text) and not told:
            ahead = ahead or next_one is not None or (self._planned and longest == frame.report)
        ahead = ahead or (self._planned and not told and _scenario(self._damaged).search(text) is not None)
        goals = goals or (ahead and not _troubles(self._damaged).search(text))
        alone, bare = _alone(cues), _is_bare(text, cues)
        if goals and not above.goals and (aimed := next_one or longest or self._next) is not None:
            frame = Frame(_aimed_at(aimed), monthly=aimed.kind == "month")
        elif goals and alone is not None and self._aims_at(alone, frame, text, cues):
            frame = Frame(alone, monthly=alone.kind == "month")
        elif alone is not None and not goals and (bare or not sentence) and self._is_part(alone, frame, bare, told):
            frame = Frame(alone, monthly=alone.kind == "month")
        elif longest is not None and self._of_its_own(longest, frame, spans, text):
            frame = Frame(longest, monthly=False)
        results = not goals and (told or above.results)
        return Setting(frame, goals, _sectors(text, self._damaged) or above.sectors, counted, results)

    def _aims_at(self, period: Period, frame: Frame, title: str, cues: list[PeriodCue]) -> bool:
        """Whether a part of what is to be done is about a time of its own; the end of its years is where all of it leads to."""
        if frame.report.kind == "years" and period == Period.year(frame.report.end.year):
            return False
        return _is_bare(title, cues) or _goals(self._damaged, reached=False).search(title) is not None

    def _is_part(self, period: Period, frame: Frame, bare: bool, told: bool) -> bool:
        """Whether a section is about a part of the time of a report.

        That is all of its title; or it is the part of its field. Results of a part may be all that a report tells, but for
        what other titles name other parts of.
        """
        within = frame.report.start <= period.start and period.end <= frame.report.end
        if period.kind in PARTS_OF_YEAR:
            named = period != frame.own() or frame.titled_both
            return within and named and (bare or (period != frame.own() and (self._parted or not told)))
        if period.kind == "span":
            return True
        return bare and within and period.kind == "year" and period != frame.report

    def _years_of(self, title: str, frame: Frame, told: bool) -> list[Period]:
        """The spans of years in a title, in a report of years; in one whose title names no period those that are told and over."""
        if frame.report.kind == "years":
            return _bare_years(title)
        over = told and self._untitled
        return [years for years in _bare_years(title) if over and years.end <= frame.report.end]

    def _of_its_own(self, longest: Period, frame: Frame, spans: list[Period], title: str) -> bool:
        """Whether a section is about the longest period of its title: other years, results of before, only the sum of a year.

        So are results of one of the years of a report, and what is estimated for all of the year that it is a part of.
        """
        if longest.kind == "years":
            return longest != frame.report
        if longest.kind == "year" and longest.start.year == longest.end.year == frame.report.end.year != frame.report.start.year:
            return _results(self._damaged).search(title) is not None
        if longest.kind == "year" and frame.report.kind in PARTS_OF_YEAR and longest.end > frame.report.end >= longest.start:
            return _estimates(self._damaged).search(title) is not None
        if frame.monthly and longest == frame.so_far():
            named = self._damaged and names_month(title, frame.report.end.month)
            return frame.own() not in spans and not named
        return longest.end < frame.report.start and _results(self._damaged).search(title) is not None


def _alone(cues: list[PeriodCue]) -> Period | None:
    """The one period that a title names; None if there is none, or several."""
    periods = {cue.period for cue in cues}
    return periods.pop() if len(periods) == 1 else None


def _is_bare(title: str, cues: list[PeriodCue]) -> bool:
    """Whether a folded title names nothing but its period: "1. Quý II", "Riêng trong tháng 5"."""
    kept = bytearray(b"\1" * len(title))
    for cue in cues:
        kept[cue.start : cue.end] = bytes(cue.end - cue.start)
    rest = "".join(char if keep else " " for char, keep in zip(title, kept, strict=True))
    return not _BARE_TITLE.sub("", rest).strip()


def _aimed_at(period: Period) -> Period:
    """What is aimed at by what is to be done in the rest of a year: that year."""
    rest = period.start.month > 1 and period.kind in ("cumulative", "half", "quarter") and period.end.month == _LAST_MONTH
    return Period.year(period.end.year) if rest else period


def _bare_years(title: str) -> list[Period]:
    """The spans of years in a title, whatever stands before them: "KẾ HOẠCH 2021 - 2025"."""
    spans = [(int(match[1]), int(match[2])) for match in _SPAN.finditer(title)]
    return [Period.years(first, last) for first, last in spans if last - first >= _FEWEST_YEARS]


@cache
def _part_pattern(damaged: bool) -> re.Pattern[str]:
    return re.compile(rf"\W*{loose('phần', damaged)}\s")


_TASKS = (
    "nhiệm vụ trọng tâm|phương hướng|nhiệm vụ chủ yếu|nhiệm vụ, giải pháp|giải pháp chủ yếu|chương trình công tác"
    "|chương trình quý|chương trình tháng"
)
_GOALS = "mục tiêu|chỉ tiêu chủ yếu|chỉ tiêu kế hoạch"
"""What heads a part on aims; among results, one on how they were reached."""


@cache
def _goals(damaged: bool, reached: bool) -> re.Pattern[str]:
    words = _TASKS if reached else f"{_GOALS}|{_TASKS}"
    return re.compile(rf"{any_of(words, damaged)}|^[\W\divxl]*{loose('nhiệm vụ', damaged)}")


_AHEAD = (
    "kế hoạch|dự kiến|phương hướng|nhiệm vụ|giải pháp|mục tiêu|định hướng|chương trình công tác|công tác trọng tâm"
    "|trọng tâm công tác|công việc trọng tâm"
)


@cache
def _plans(damaged: bool) -> re.Pattern[str]:
    """What a part is headed with that looks ahead: "B. KẾ HOẠCH NĂM 2025" in the report of 2024."""
    return re.compile(any_of(_AHEAD, damaged))


@cache
def _estimates(damaged: bool) -> re.Pattern[str]:
    """What a part is headed with that tells how the year will end: "ƯỚC THỰC HIỆN CẢ NĂM 2027"."""
    return re.compile(rf"(?<![a-z]){any_of('ước thực hiện|ước kết quả|ước cả năm|ước đạt', damaged)}")


@cache
def _plan_of(damaged: bool) -> re.Pattern[str]:
    """What a part of a plan is headed with that tells it: "Phần thứ hai. KẾ HOẠCH NĂM 2027"."""
    return re.compile(
        rf"[\W\divxlab]*(?:{loose('phần', damaged)}\s+\S+(?:\s+\S+)?[\W\s]+)?{any_of('kế hoạch|dự kiến kế hoạch', damaged)}"
    )


@cache
def _scenario(damaged: bool) -> re.Pattern[str]:
    """What a part of a plan of growth is headed with: "III. KỊCH BẢN TỪNG QUÝ"."""
    return re.compile(loose("kịch bản", damaged))


@cache
def _results(damaged: bool) -> re.Pattern[str]:
    return re.compile(any_of("kết quả|đánh giá|tình hình|thành tựu|hạn chế|khó khăn|tồn tại|vướng mắc", damaged))


@cache
def _troubles(damaged: bool) -> re.Pattern[str]:
    """What a part speaks of beside what is to be done: "KHÓ KHĂN VÀ NHIỆM VỤ QUÝ IV"."""
    return re.compile(any_of("khó khăn|tồn tại|hạn chế|vướng mắc", damaged))


@cache
def _titles(damaged: bool) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    table = tomli.loads(Path(FOLDER / "titles.toml").read_text(encoding="utf-8"))["titles"]
    longest = sorted(table.items(), key=lambda row: -len(row[0]))
    return tuple((re.compile(loose(words, damaged)), tuple(sectors)) for words, sectors in longest)


def _sectors(title: str, damaged: bool) -> frozenset[str]:
    found: set[str] = set()
    rest = title
    for pattern, sectors in _titles(damaged):
        if pattern.search(rest):
            found.update(sectors)
            rest = pattern.sub(" | ", rest)
    return frozenset(found)
