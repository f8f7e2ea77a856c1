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
from data.grammar.period_text import period_cues
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
_NEXT = re.compile(tolerant(r"(?<![a-z])(?:(?:năm|tháng|quý) (?:tới|tiếp theo|sau)|thời gian tới)(?![a-z])"))
"""What names the time ahead in the title of a part that tells a plan: "KẾ HOẠCH 5 NĂM TỚI"."""
_FEWEST_YEARS = 3
_LAST_MONTH = 12


class Settings:
    """The settings of a document's sections."""

    def __init__(self, document: Document) -> None:
        self._damaged = document.ocr
        self._frame = report_frame(document)
        self._planned = document.head.kind == "plan"
        self._next = self._looked_ahead_to(fold_with_map(document.head.title or "").text)
        self._known: dict[str, Setting] = {}
        told = (passage for passage in document.passages if passage.kind != "heading" and passage.section)
        self._monthly = {passage.section for passage in told if _MONTH.search(fold_with_map(passage.text).text)}
        headings: dict[str, str] = {}
        for passage in document.passages:
            if passage.kind == "heading" and not passage.section and "" not in self._known:
                self._part(passage.text)
            elif passage.kind == "heading" and passage.section:
                title = passage.text if any(map(str.isalpha, passage.text)) else passage.section_title
                headings[passage.section] = f"{headings.get(passage.section, '')} {title}".strip()
            elif passage.section not in headings and passage.section_title:
                headings[passage.section] = passage.section_title
        self._headings = headings
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
    def supposed(self) -> bool:
        """Whether nothing tells the year of the report, and that of the day of reading was taken."""
        return self._frame.supposed

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
            self._known[section] = self._below(above, title) if title else above
        return self._known[section]

    def _below(self, above: Setting, title: str) -> Setting:
        text = of_one_year(fold_with_map(title).text)
        frame, told = above.frame, _results(self._damaged).search(text) is not None
        aims = _goals(self._damaged, reached=False).search(text) is not None
        # The term of a council that was elected is no period of its section, that for which something is aimed at is.
        cues = [cue for cue in period_cues(text, frame, self._damaged) if SCHOOL_YEAR.match(text, cue.start) is None]
        cues = [cue for cue in cues if aims or cue.kind != "goal" or cue.period.kind != "years"]
        spans = [cue.period for cue in cues]
        ends = max((span.end for span in spans), default=frame.report.end)
        reached = above.results and ends <= frame.report.end
        goals = above.goals or (bool(_goals(self._damaged, reached).search(text)) and not told)
        days = (cue.period for cue in cues if cue.kind == "until" and cue.period.kind == "point")
        counted = next((day for day in days if cuts_off(day, frame)), above.counted)
        # Of two that are as long, "5 năm" beside "2021 - 2025", the one in digits is meant.
        spans = [*(_bare_years(text) if frame.report.kind == "years" else []), *spans]
        longest = max(spans, key=lambda period: period.end - period.start, default=None)
        ahead = longest is not None and longest.start > frame.report.end and bool(_plans(self._damaged).search(text))
        if _plan_of(self._damaged).match(text) and not told:
            next_one = self._next is not None and _NEXT.search(text) is not None
            ahead = ahead or next_one or (self._planned and longest == frame.report)
        goals = goals or (ahead and not _troubles(self._damaged).search(text))
        if goals and not above.goals and (aimed := longest or self._next) is not None:
            frame = Frame(_aimed_at(aimed), monthly=aimed.kind == "month")
        elif longest is not None and self._of_its_own(longest, frame, spans, text):
            frame = Frame(longest, monthly=False)
        results = not goals and (told or above.results)
        return Setting(frame, goals, _sectors(text, self._damaged) or above.sectors, counted, results)

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


_TASKS = "nhiệm vụ trọng tâm|phương hướng|nhiệm vụ chủ yếu|nhiệm vụ, giải pháp|giải pháp chủ yếu"
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
