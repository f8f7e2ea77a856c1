"""The period of a report: that of its head, else that of its headings or its first sentences."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from data.grammar.comparator import comparison_cues
from data.grammar.frame import Frame
from data.grammar.ocr import fold_with_map, tolerant
from data.grammar.period import PARTS_OF_YEAR, Period
from data.grammar.period_text import period_cues
from data.reader.layout.head import without_place_and_month
from data.reader.layout.publication_day import publication_day
from data.reader.layout.reported import LETTER_DATE, names_month
from data.reader.meaning.periods.period_cues import names_document
from data.reader.meaning.periods.spoken_month import month_spoken_of, months_of_year
from data.reader.meaning.text.spans import Spans

if TYPE_CHECKING:
    from data.grammar.period_text import PeriodCue
    from data.reader.layout.document import Document

_AIMED = re.compile(tolerant(r"(?<!\d)20\d\d\s*-\s*20\d\d(?!\d)|(?<!thi )đến năm 20\d\d(?!\d)"))
"""Years that are looked ahead to, or are those of a term."""
LATE = 20
"""The day of a month from which on what is told of the year so far reaches into it."""
_ONE_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_COMPARED = re.compile(tolerant(r"(?:so với|cùng kỳ|(?:so|hơn) năm)[^.;,\d]{0,25}20\d\d"))
_YEAR_BEFORE = re.compile(tolerant(r"(?<![a-z])so với năm (20\d\d)(?!\d)"))
"""A whole year with which something is compared."""


_LAST_YEAR = re.compile(tolerant(r"cùng kỳ[^.;,\d]{0,12}(20\d\d)(?!\d)"))
"""The year before that of a report: "so với cùng kỳ năm 2026"."""


_REVIEW = re.compile(tolerant(r"đánh giá|tình hình|kết quả|sơ kết|giữa kỳ"))
_LETTERHEAD, _LAST_MONTH = 1500, 12
"""Letters in which the day of writing stands."""
_LAST_COUNTED = 10
"""The last month in which what is written tells of the months before, and not of the whole year, estimated where it has to be."""
SCHOOL_YEAR = re.compile(tolerant(r"năm học(?![a-z])"))
"""How a school year begins, which neither a report nor a section of it is about as a whole."""


def report_frame(document: Document) -> Frame:
    """The period of a report, and whether it is one of a month or of a quarter."""
    head = document.head
    if not head.period:
        year = head.issued.year if head.issued else _likeliest_year(document.raw)
        return replace(_spoken_of(document, year or date.today().year), supposed=year is None)
    report = Period.parse(head.period)
    if report.kind == "years" and (half_way := _half_way(document, report)) is not None:
        return half_way
    spans = _spans_of_title(document, report)
    quarterly = any(span.kind == "quarter" and span.end == report.end for span in spans) and report in spans
    monthly = report.kind == "month" or (report.kind == "cumulative" and not quarterly and _names_month(document, spans, report))
    last_month = any(span.kind == "month" and span.end == report.end for span in spans)
    monthly = monthly or (report.kind in ("cumulative", "quarter", "half", "year") and last_month)
    both = last_month and any(span.kind in ("cumulative", "half", "year") and span.end == report.end for span in spans)
    return Frame(report, monthly, quarterly and report.kind in ("cumulative", "half", "year"), titled_both=both)


def _half_way(document: Document, years: Period) -> Frame | None:
    """The period of a review that is written before its years are over: up to the year of writing, and the month before.

    What is written at the beginning of a year is about the years before, and late in one about all of it, as reports on it are.
    """
    title, written = (
        fold_with_map(document.head.title or "").text,
        LETTER_DATE.search(fold_with_map(document.raw[:_LETTERHEAD]).text),
    )
    if written is None or _REVIEW.search(title) is None or not 1 <= int(written[1]) <= _LAST_MONTH:
        return None
    counted_to = date(int(written[2]), int(written[1]), 1) - timedelta(days=1)
    if not years.start.year < int(written[2]) < years.end.year or counted_to.year == years.start.year:
        return None
    late = int(written[1]) > _LAST_COUNTED
    reviewed = Period.years(years.start.year, counted_to.year)
    return Frame(reviewed, monthly=False, plan=years, counted_to=None if late else counted_to)


def _spans_of_title(document: Document, report: Period) -> list[Period]:
    """The spans of time that a report's title names."""
    title = fold_with_map(document.head.title or "").text
    cues = period_cues(title, Frame(report, monthly=True), document.ocr, capital=lambda _place: True)
    return [cue.period for cue in cues if cue.kind == "flow"]


def _names_month(document: Document, spans: list[Period], report: Period) -> bool:
    """Whether a report of months is one of its last month, too: "tháng 8 và 8 tháng"; taken for granted without a title."""
    if report not in spans or any(span.kind == "month" and span.end == report.end for span in spans):
        return True
    return document.ocr and names_month(document.head.title or "", report.end.month)


def _spoken_of(document: Document, year: int) -> Frame:
    """The longest period of the first heading that names one, else the first period that the text speaks of."""
    guess = Frame(Period.year(year), monthly=False)
    for passage in document.passages:
        title = without_place_and_month(passage.text) if passage.kind == "heading" else ""
        if cues := _named(title, guess, document.ocr):
            longest = max((cue.period for cue in cues), key=lambda period: period.end - period.start)
            return Frame(longest, monthly=any(cue.period.kind == "month" for cue in cues))
    for passage in document.passages:
        if passage.kind == "body" and (cues := _named(passage.text, guess, document.ocr)):
            if (month := _this_month(passage.text, cues[0], document, guess)) is not None:
                return month
            first = _since_then(passage.text, cues) or _first_span(document, guess, cues)
            if first == guess.report and (so_far := _so_far(document, cues[0])) is not None:
                first = so_far
            unsaid = first == guess.report and not _as_whole(document.raw, first)
            if unsaid and (months := months_of_year(_told(document, guess), guess)) is not None:
                return months
            summed = next((cue.period for cue in cues if cue.period.kind == "cumulative" and cue.period.end == first.end), first)
            return Frame(summed, monthly=summed.kind == "month")
    return _as_it_stands(document, guess)


def _this_month(text: str, first: PeriodCue, document: Document, guess: Frame) -> Frame | None:
    """The month that a text means which begins with "trong tháng"."""
    if not _leaves_open(fold_with_map(text).text, first, guess):
        return None
    return month_spoken_of(_told(document, guess), guess, _put_out(document))


def _leaves_open(text: str, cue: PeriodCue, guess: Frame) -> bool:
    """Whether a phrase of folded text speaks of a month without saying which."""
    return cue.period == Period.month(guess.year, guess.month) and not _in_digits(text, cue)


def _in_digits(text: str, cue: PeriodCue) -> bool:
    """Whether a phrase of folded text tells its period in digits."""
    return any(map(str.isdigit, text[cue.start : cue.end]))


def _told(document: Document, guess: Frame) -> list[Period]:
    """The periods that a document tells in digits."""
    return [
        cue.period
        for passage in document.passages
        if (cues := _named(passage.text, guess, document.ocr))
        for text in (fold_with_map(passage.text).text,)
        for cue in cues
        if _in_digits(text, cue)
    ]


def _first_span(document: Document, guess: Frame, cues: list[PeriodCue]) -> Period:
    """The first period that a text speaks of; a day, or the year without its months, only where no part of it is told."""
    first = cues[0]
    if first.period.kind != "point" and first.period != guess.report:
        return first.period
    if first.kind == "year" and _as_whole(document.raw, first.period):
        return first.period
    bodies = (passage.text for passage in document.passages if passage.kind == "body")
    told = (
        cue.period
        for text in bodies
        for cue in _named(text, guess, document.ocr)
        if cue.kind == "flow" and not _leaves_open(fold_with_map(text).text, cue, guess)
    )
    parts = (period for period in told if period.kind in PARTS_OF_YEAR and period.start.year == first.period.end.year)
    return next((part for part in parts if part.end >= first.period.start), first.period)


def _as_whole(raw: str, year: Period) -> bool:
    """Whether a year is told as a whole: it is compared with the one before, "tăng 5% so với năm 2026"."""
    before = _YEAR_BEFORE.search(fold_with_map(raw).text)
    return before is not None and int(before[1]) == year.end.year - 1


def _since_then(text: str, cues: list[PeriodCue]) -> Period | None:
    """The year that a sentence comes to from an earlier one: "năm 2010 có 12 xã, đến năm 2027 có 60 xã"."""
    first, later = cues[0], next((cue for cue in cues if cue.kind == "until"), None)
    if later is None or {first.kind, first.period.kind, later.period.kind} != {"year"} or later.period.end <= first.period.end:
        return None
    return later.period if ". " not in text[first.end : later.start] else None


def _as_it_stands(document: Document, guess: Frame) -> Frame:
    """The day on which a text was put out, if "đến nay" is all that it says of a time; else its year."""
    day = _put_out(document)
    if day is None or day.year != guess.year:
        return guess
    bodies = (fold_with_map(passage.text).text for passage in document.passages if passage.kind == "body")
    stands = any(cue.kind == "stock" for text in bodies for cue in period_cues(text, guess, document.ocr))
    return Frame(Period.point(day), monthly=False) if stands else guess


def _so_far(document: Document, cue: PeriodCue) -> Period | None:
    """The months before a text was put out, if "từ đầu năm đến nay" is all that it says; late in a month with that one."""
    day = _put_out(document)
    if cue.kind != "flow" or day is None or day.year != cue.period.end.year:
        return None
    month = day.month - (day.day < LATE)
    return Period.cumulative(day.year, month) if month > 1 else None


def _put_out(document: Document) -> date | None:
    """The day on which a text was put out, as its head or its first lines tell it."""
    return document.head.issued or publication_day(document.raw)


def _named(text: str, guess: Frame, damaged: bool) -> list[PeriodCue]:
    """The periods that a text speaks of: nothing is compared with them or aimed at, and no programme is called after them."""
    folded = LETTER_DATE.sub(lambda date: " " * len(date[0]), fold_with_map(text).text)
    comparisons = comparison_cues(folded, damaged)
    compared = Spans(cue for cue in comparisons if cue.kind in ("yoy", "prev", "base"))
    aims = next((cue.start for cue in comparisons if cue.kind == "goal"), len(folded))
    cues = (cue for cue in period_cues(folded, guess, damaged) if cue.kind not in ("goal", "stock") and cue.start < aims)
    cues = (cue for cue in cues if SCHOOL_YEAR.match(folded, cue.start) is None)
    return [cue for cue in cues if not compared.touching(cue.start, cue.end) and not names_document(folded, cue.start, damaged)]


def _likeliest_year(raw: str) -> int | None:
    """The year named most often, but for those compared with or aimed at, of several the latest; else that after last year's.

    None where no year is named at all.
    """
    folded = fold_with_map(raw).text
    told = _COMPARED.sub(" ", folded)
    years = _ONE_YEAR.findall(_AIMED.sub(" ", told)) or _ONE_YEAR.findall(told)
    if years:
        return int(max(sorted(set(years), reverse=True), key=years.count))
    last_years = _LAST_YEAR.findall(folded)
    return int(max(last_years)) + 1 if last_years else None
