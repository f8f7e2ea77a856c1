"""What a passage inherits: the period and sectors of its section, and whether it speaks of goals."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import tomli

from data.catalogue import FOLDER
from data.grammar.frame import Frame
from data.grammar.ocr import fold_with_map, loose, tolerant
from data.grammar.period import PARTS_OF_YEAR, Period
from data.grammar.period_text import period_cues
from data.reader.layout.reported import outlook
from data.reader.meaning.periods.report_frame import LATE, report_frame
from data.reader.meaning.periods.section_title import ASIDE, FIRST_MONTHS, SectionTitle, heads_results
from data.reader.meaning.periods.standing_periods import cuts_off
from data.reader.meaning.setting import Setting

if TYPE_CHECKING:
    from data.reader.layout.document import Document, Passage

_MONTH = re.compile(
    tolerant(
        r"(?<!\d)(?<!\d )(?<!/)(?<!mỗi )(?<!hằng )(?<!giao )(?<!nhựa )(?<!điện )tháng(?![a-z]| (?:tin|quan|minh)(?![a-z]))"
        r"|(?<![a-z])lũy kế"
    )
)
"""What speaks of a month, and not of so many, or of every one; or of a sum beside it: "310 lượt, lũy kế 2.110 lượt".

Words are told apart that recognition makes alike: "giao thông", "thông tin".
"""
_SO_FAR = re.compile(tolerant(r"cùng kỳ|đầu năm|(?<!\d)\d{1,2} tháng(?![a-z])"))
"""What speaks of the year so far, or compares with that of last year; without, "kiểm tra 03 đề tài" is of the month."""
_COMING_MONTHS = re.compile(tolerant(r"(?<![\d,.])(\d{1,2}) tháng (?:tiếp theo|tới)(?![a-z])"))
"""Months that follow those of a report: "nhiệm vụ 6 tháng tiếp theo"."""
_OF_TERM = re.compile(tolerant(r"khóa [ivxl]+,? nhiệm kỳ 20\d\d\s*-\s*20\d\d|\([^()]*nhiệm kỳ[^()]*\)"))
"""A council with its term, which its report does not look ahead to."""
_LAST_MONTH = 12


class Settings:
    """The settings of a document's sections."""

    def __init__(self, document: Document) -> None:
        self._damaged = document.ocr
        self._frame = report_frame(document)
        self._planned = document.head.kind == "plan"
        self._untitled = document.head.period is None
        title = fold_with_map(document.head.title or "").text
        reports = heads_results(title, self._damaged)
        self._only_planned = self._planned and not reports
        self._first_months = self._months_of_next_year(document, title)
        self._next = self._looked_ahead_to(title, document.head.period)
        told = (passage for passage in document.passages if passage.kind != "heading" and passage.section)
        texts = [(passage.section, fold_with_map(passage.text).text) for passage in told]
        monthly = {section for section, text in texts if _MONTH.search(text)}
        # Where no section speaks of the month, none tells by that what it is about.
        self._summed = {section for section, text in texts if _SO_FAR.search(text)} - monthly if monthly else set()
        self._headings: dict[str, str] = {}
        self._sentences: set[str] = set()
        self._known: dict[str, Setting] = {}
        self._collect(document)
        parts = {self._title(heading).alone for section, heading in self._headings.items() if section not in self._sentences}
        self._parted = len({part for part in parts if part is not None and part.kind in PARTS_OF_YEAR}) > 1
        outermost = (section for section in self._headings if "." not in section)
        self._reported = next(outermost, None) if reports else None

    def _collect(self, document: Document) -> None:
        """Take the titles of the sections; of a paragraph with a number of its own its first sentence is the title."""
        headed = False
        for passage in document.passages:
            heads, section = passage.kind == "heading", passage.section
            if heads and not section and "" not in self._known:
                self._part(passage.text)
            elif heads and section:
                own = any(map(str.isalpha, passage.text))
                if not own:
                    self._sentences.add(section)
                title = passage.text if own else passage.section_title
                self._headings[section] = f"{self._headings.get(section, '')} {title}".strip()
            elif section not in self._headings and passage.section_title:
                self._headings[section] = passage.section_title
            elif passage.kind == "body" and headed and ASIDE.fullmatch(passage.text):
                self._headings[section] += f" {passage.text}"
            headed = heads and bool(section)

    def _title(self, printed: str, frame: Frame | None = None) -> SectionTitle:
        return SectionTitle(printed, frame or self._frame, self._damaged)

    def _looked_ahead_to(self, title: str, titled: str | None) -> Period | None:
        """The period for which a report tells what is to be done: that which its title names, else its year, or the next."""
        frame, title = self._frame, _OF_TERM.sub(" ", title)
        said = [cue.period for cue in period_cues(outlook(title), frame, self._damaged) if cue.period.end > frame.report.end]
        later = (cue.period for cue in period_cues(title, frame, self._damaged) if cue.period.start > frame.report.end)
        coming = _COMING_MONTHS.search(title)
        if coming is not None and frame.report.kind not in ("years", "point"):
            return _months_behind(frame.report.end, int(coming[1]))
        named = said or later
        longest = max(named, key=lambda period: period.end - period.start, default=None)
        if longest is not None:
            return longest
        if frame.counted_to is not None and titled is not None:  # the rest of years that are reviewed half-way
            return Period.years(frame.report.end.year + 1, Period.parse(titled).end.year)
        if frame.report.kind in ("years", "point") or self._planned:
            return None
        over = frame.report.end.month == _LAST_MONTH
        return Period.year(frame.report.end.year + over) if over or frame.report.kind != "year" else None

    def _months_of_next_year(self, document: Document, title: str) -> Period | None:
        """The months of the year behind that of a report, which its title names, up to that in which it was written late."""
        told = FIRST_MONTHS.search(title)
        year, written = int(told[1]) if told is not None and told[1] else 0, document.head.issued
        if self._frame.report.kind != "year" or year != self._frame.year + 1:
            return None
        month = written.month - (written.day < LATE) if written is not None and written.year == year else _LAST_MONTH
        return Period.cumulative(year, max(month, 1))

    def _part(self, title: str) -> None:
        """The heading of a first part, which has no path of its own, holds for all sections outside of the other parts."""
        if self._title(title).is_of_part:
            self._known[""] = self._below(Setting(self._frame, False, frozenset()), title)

    @property
    def frame(self) -> Frame:
        """The period of the report."""
        return self._frame

    def of(self, passage: Passage) -> Setting:
        """The setting of the section in which a passage stands."""
        setting, section = self._of_section(passage.section), passage.section
        unnamed = setting.frame.titled_both and not (setting.goals or setting.month_named)
        # A report of a month, a quarter and the months so far sums up whatever it does not date.
        sums = unnamed and (setting.frame.quarterly or section in self._summed)
        return replace(setting, frame=replace(setting.frame, summed=True)) if sums else setting

    def _of_section(self, section: str) -> Setting:
        if section not in self._known:
            outermost = not section or (section[0] == "P" and "." not in section)
            above = Setting(self._frame, False, frozenset()) if outermost else self._of_section(section.rpartition(".")[0])
            above = replace(above, results=True) if section == self._reported else above  # what is to be done comes last
            title = self._headings.get(section, "")
            self._known[section] = self._below(above, title, section in self._sentences) if title else above
        return self._known[section]

    def _below(self, above: Setting, printed: str, sentence: bool = False) -> Setting:
        """The setting of a section with a title of its own, or with the first sentence of a paragraph that has a number."""
        title, frame = self._title(printed, above.frame), above.frame
        spans = [*self._years_of(title, frame), *(cue.period for cue in title.cues)]
        # Of two that are as long, "5 năm" beside "2021 - 2025", the one in digits is meant.
        longest = max(spans, key=lambda period: period.end - period.start, default=None)
        if self._only_planned and title.results and title.of_years_unnamed and longest == self._frame.report:
            longest = self._frame.report.years_before()  # what was done in 5 years is told of those before a plan
            spans = [longest]
        goals = above.goals or self._aims(title, above, longest)
        aimed = (self._next if title.next else None) or longest or self._next
        if goals and not above.goals and title.recalls_aims:
            pass  # what was aimed at is of the time that is reported
        elif goals and not above.goals and aimed is not None:
            ahead = _still_ahead(aimed, frame, title)
            aimed = _aimed_at(ahead, title)
            rest, now = ahead if ahead != aimed else None, frame.now().end
            frame = Frame(aimed, monthly=aimed.kind == "month", rest=rest, counted_to=now)
        elif title.alone is not None and self._is_apart(title, title.alone, frame, goals, sentence):
            frame = Frame(title.alone, monthly=title.alone.kind == "month")
        elif self._first_months is not None and title.of_first_months:
            frame = Frame(self._first_months, monthly=False)
        elif sentence and above.goals and len({*spans}) > 1:
            pass  # a task of several times: "6 tháng cuối năm tăng 11%, tạo đà cho giai đoạn 2031 - 2035"
        elif longest is not None and self._of_its_own(longest, frame, spans, title):
            frame = Frame(longest, monthly=False)
        days = (cue.period for cue in title.cues if cue.kind == "until" and cue.period.kind == "point")
        counted = next((day for day in days if title.aside or cuts_off(day, above.frame)), above.counted)
        results = not goals and (title.results or above.results)
        sectors = _sectors(title.text, self._damaged) or above.sectors
        named = above.month_named or title.alone == frame.own()
        return Setting(frame, goals, sectors, counted, results, named and frame.monthly)

    def _aims(self, title: SectionTitle, above: Setting, longest: Period | None) -> bool:
        """Whether a section is on what is to be done, and nothing above it is."""
        end = above.frame.report.end
        reached = above.results and max((cue.period.end for cue in title.cues), default=end) <= end
        ahead = longest is not None and longest.start > end and (title.looks_ahead or title.bare)
        if not title.results:
            if title.aims(reached) or (above.results and title.recalls_aims):
                return True
            next_one = title.next and self._next is not None
            of_report = self._planned and longest == above.frame.report
            ahead = ahead or (title.tells_plan and (next_one or of_report or (title.bare and longest is None)))
            ahead = ahead or (self._planned and (title.tells_scenario or title.next))
        return ahead and not title.tells_troubles

    def _is_apart(self, title: SectionTitle, period: Period, frame: Frame, goals: bool, sentence: bool) -> bool:
        """Whether a section is about a time of its own, the only one that its title names."""
        if goals:
            return self._aims_at(title, period, frame)
        return (title.bare or not sentence) and self._is_part(title, period, frame)

    @staticmethod
    def _aims_at(title: SectionTitle, period: Period, frame: Frame) -> bool:
        """Whether a part of what is to be done is about a time of its own; the end of its years is where all of it leads to."""
        if frame.report.kind == "years" and period == Period.year(frame.report.end.year):
            return False
        return title.bare or title.aims() or (period.kind == "year" and title.ends_with_period)

    def _is_part(self, title: SectionTitle, period: Period, frame: Frame) -> bool:
        """Whether a section is about a part of the time of a report.

        That is all of its title; or it is the part of its field. Results of a part may be all that a report tells, but for
        what other titles name other parts of.
        """
        within = frame.report.start <= period.start and period.end <= frame.report.end
        if period.kind in PARTS_OF_YEAR:
            named = period != frame.own() or frame.titled_both
            return within and named and (title.bare or (period != frame.own() and (self._parted or not title.results)))
        if period.kind == "span":
            return True
        return title.bare and within and period.kind == "year" and period != frame.report

    def _years_of(self, title: SectionTitle, frame: Frame) -> list[Period]:
        """The spans of years in a title, in a report of years; where a report's title has no period, those told and over."""
        if frame.report.kind == "years":
            return title.years
        over = title.results and self._untitled
        return [years for years in title.years if over and years.end <= frame.report.end]

    @staticmethod
    def _of_its_own(longest: Period, frame: Frame, spans: list[Period], title: SectionTitle) -> bool:
        """Whether a section is about the longest period of its title: other years, results of before, only the sum of a year.

        So are results of one of the years of a report, and what is estimated for all of the year that it is a part of.
        """
        if longest.kind == "years":
            return longest != frame.report and frame.report not in spans  # "KẾT QUẢ NĂM 2025 VÀ 5 NĂM 2021 - 2025"
        if longest.kind == "year" and longest.start.year == longest.end.year == frame.report.end.year != frame.report.start.year:
            return title.results
        if longest.kind == "year" and frame.report.kind in PARTS_OF_YEAR and longest.end > frame.report.end >= longest.start:
            return title.estimates
        if frame.monthly and longest == frame.so_far():
            return frame.own() not in spans and not title.names_damaged_month(frame.report.end.month)
        return longest.end < frame.report.start and title.results


def _months_behind(end: date, months: int) -> Period:
    """So many months behind a day."""
    first = end + timedelta(days=1)
    year, month = divmod(first.month - 1 + months, _LAST_MONTH)
    return Period.between(first, date(first.year + year, month + 1, 1) - timedelta(days=1))


def _still_ahead(period: Period, frame: Frame, title: SectionTitle) -> Period:
    """What a title means that names a part of a year alone at the end of one: "NHIỆM VỤ THÁNG 01" is of the next."""
    over = period.kind in PARTS_OF_YEAR and period.end <= frame.report.end and frame.report.end.month == _LAST_MONTH
    return Period.parse(f"{period.end.year + 1}{period.id[4:]}") if over and not title.names_year else period


def _aimed_at(period: Period, title: SectionTitle) -> Period:
    """What is aimed at by what is to be done in the rest of a year: that year; a quarter named as such is meant alone."""
    rest = period.start.month > 1 and period.kind in ("cumulative", "half", "quarter") and period.end.month == _LAST_MONTH
    return Period.year(period.end.year) if rest and not title.names_quarter else period


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
