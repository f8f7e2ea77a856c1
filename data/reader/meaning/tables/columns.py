"""What the values under a head measure: a level, a plan, a change, a share, and of what time."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from data.grammar.comparator import comparison_cues
from data.grammar.ocr import fold_with_map, tolerant
from data.grammar.period import Period
from data.grammar.period_text import period_cues
from data.reader.layout.tables.cells import mended, unit_name
from data.reader.meaning.periods.bases import period_before, year_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.grammar.comparator import Cue
    from data.grammar.frame import Frame
    from data.grammar.period_text import PeriodCue

_WRITTEN_OUT = tuple(
    (re.compile(tolerant(short)), long)
    for short, long in (
        (r"(?<![a-z])t\.?\s?(0?[1-9]|1[0-2])(?!\d)", r"thang \1"),
        (r"(?<![a-z\d])(\d{1,2})\s?t(?![a-z])", r"\1 thang"),
        (r"(?<![a-z])u\s?\.?\s?th(?![a-z])", "uoc thuc hien"),
        (r"(?<![a-z])th(?![a-z])", "thuc hien"),
        (r"(?<![a-z])[c]k(?![a-z])", "cung ky"),
        (r"(?<![a-z])kh(?![a-z])", "ke hoach"),
        (r"(?<![a-z])dt(?![a-z])", "du toan"),
        (r"từ đầu năm (?:đến|tới) (?:cuối|hết) (?:tháng|kỳ|quý) (?:báo cáo|này)", ""),
        (r"tháng báo cáo", "thang nay"),
        (r"quý (?:báo cáo|này)", "trong quy"),
        (r"(?<![a-z])so sánh(?: với)?(?= )", "so voi"),
        (r"(?<=so với )kỳ gốc(?: năm)? \(?(?=(?:19|20)\d\d)", "nam "),
    )
)
"""Abbreviations of headers, written out as in running text."""
_PERCENT = re.compile(r"\(?\s*%\s*\)?")
_BRACKET = re.compile(r"\(([^()]*)\)")
_RATIO = re.compile(tolerant(r"(?:thực hiện\s*|(?:tháng|năm)[\d\s/]*)/\s*(?:kế hoạch|dự toán)"))
_YEARS_RATIO = re.compile(tolerant(r"((?:19|20)\d\d)\s*(?:/|so(?: với)?(?: năm)?)\s*((?:19|20)\d\d)"))
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*-\s*((?:19|20)\d\d)(?!\d)")
_SEASON = re.compile(r"(?<![a-z])vu(?![a-z])")
"""Not as recognition damages "vụ": "vi" is the "vị" of "đơn vị"."""
_MOVES = re.compile(tolerant(r"(?<![a-z])(?:tăng|giảm|tốc độ)(?![a-z])"))
_DIFFERS = re.compile(tolerant(r"chênh lệch|(?<![a-z])(?:tăng|giảm)|\+/-|\+,\s*-"))
_COMPARES = re.compile(r"(?<!\w)so(?!\w)", re.IGNORECASE)
"""In the head as printed: "so với" is no "số"."""
_SHARE = re.compile(tolerant(r"cơ cấu|tỷ trọng|chiếm"))
_RANK = re.compile(tolerant(r"xếp (?:hạng|thứ)|(?:thứ )?hạng|vị trí"))
_BEFORE = re.compile(tolerant(r"(?:thực hiện )?(?:kỳ|tháng|quý) trước"))
_AIMS_IN_HEAD = re.compile(tolerant(r"mục tiêu|phấn đấu|kế hoạch|dự kiến"))
_NO_WORDS = re.compile(
    r"(?<!\w)(?:TH|KH|DT|ƯTH|UTH|CK|T\d+|\d+T|[IVX]+|thực hiện|ước tính|ước|kế hoạch|dự toán|cộng dồn|lũy kế|luỹ kế|chính thức"
    r"|sơ bộ|tính chung|báo cáo|giao|thực|hiện|kỳ này|cùng kỳ|năm trước|tháng trước|kỳ trước|so với|so sánh|so|tháng|năm|quý|đầu"
    r"|cuối|đến|ngày|từ|cả|của|đạt|số liệu|kỳ|tổng số|tổng cộng|trong đó|chia ra)(?!\w)|[\d/.,%()+*:=\-–]+",
    re.IGNORECASE,
)
"""Words of headers that say when and how, not what."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a head says of the values below it.

    Attributes:
        kind: ``level``, ``plan``, ``plan_pct``, ``yoy``, ``prev``, ``base``, ``compared`` (what with, it does not
            say), ``share`` or ``rank``.
        period: what the values are about.
        said: the head itself says so.
        percent: the values are percentages.
        moves: they are changes, for the head speaks of rise and fall.
        base: the comparison.
        estimate: the values are estimates.
        aims: they are what is aimed at.
        unit: what they are measured in, where the head says so.
        words: what they are of, where the head says so.
    """

    kind: str
    period: Period
    said: bool
    percent: bool
    moves: bool
    base: Cue | None
    estimate: bool
    aims: bool
    unit: str
    words: str


def read_columns(headers: Sequence[str], caption: str, frame: Frame) -> list[Column]:
    """What the headers of a table say.

    Args:
        headers: one for every column.
        caption: what stands over the table, which says the time where no head does.
        frame: the period of the report.
    """
    said = _named_period(_written_out(caption), frame)
    now = said or frame.report
    columns: list[Column] = []
    for head in headers:
        column = _column(head, now, frame)
        levels = [known for known in columns if known.kind == "level" and known.period.end.year == frame.year]
        if not column.said and column.kind in ("plan_pct", "yoy", "prev", "base", "compared", "share", "rank") and levels:
            column = replace(column, period=levels[-1].period)
        columns.append(column)
    return _years_before(columns, now)


def _years_before(columns: list[Column], now: Period) -> list[Column]:
    """Levels of "the same time of last year" are of the time that the other levels are about."""
    levels = [column for column in columns if column.kind == "level" and column.base is None]
    about = levels[-1].period if levels else now
    return [
        replace(column, period=year_before(column.period if column.said else about) or column.period)
        if column.kind == "level" and column.base is not None and column.base.kind == "yoy"
        else column
        for column in columns
    ]


def _written_out(head: str) -> str:
    """The folded text of a head without signs of percentages, its abbreviations written out."""
    text = " ".join(_PERCENT.sub(" ", mended(fold_with_map(head).text)).split())
    for short, long in _WRITTEN_OUT:
        text = short.sub(long, text)
    return text


def _column(head: str, now: Period, frame: Frame) -> Column:
    text = _written_out(head)
    percent = "%" in head
    cues = [cue.since(frame.year, frame.month) for cue in comparison_cues(text, False)]
    compared = [cue for cue in cues if cue.kind in ("yoy", "prev", "base", "plan")]
    own = _named_period(text, frame, compared)
    kind, base = _kind(text, head, percent, compared)
    moves = _MOVES.search(text) is not None
    if (years := _YEARS_RATIO.search(text)) is not None and not compared:
        kind = "yoy" if int(years[1]) == int(years[2]) + 1 else "base"
        own, percent = Period.year(int(years[1])), True
    aims = (
        kind in ("plan", "level")
        and own is not None
        and own.start > frame.report.end
        and (kind == "plan" or _AIMS_IN_HEAD.search(text) is not None or frame.report.kind != "years")
    )
    if kind == "level" and own is None and _BEFORE.fullmatch(text):
        own = period_before(frame.own())
    period = own or (Period.year(frame.year) if kind == "plan" else now)
    unit = next((name for inside in _BRACKET.findall(head) if (name := unit_name(inside)) is not None), "")
    estimate = any(cue.kind == "estimate" or cue.estimated for cue in cues)
    words = " ".join(_NO_WORDS.sub(" ", _BRACKET.sub(" ", head)).split()) if kind == "level" else ""
    return Column(kind, period, own is not None, percent or kind == "plan_pct", moves, base, estimate, aims, unit, words)


def _kind(text: str, head: str, percent: bool, compared: Sequence[Cue]) -> tuple[str, Cue | None]:
    """What a head says that its values are, and the comparison in it."""
    plan = next((cue for cue in compared if cue.kind == "plan"), None)
    other = next((cue for cue in compared if cue.kind != "plan"), None)
    if _SHARE.search(text):
        return "share", None
    if plan is not None and (percent or not plan.bare or _RATIO.search(text)):
        return "plan_pct", plan
    if plan is not None and other is None:
        return "plan", plan
    if other is not None:
        alone = other.bare and not percent and not _COMPARES.search(head) and not _DIFFERS.search(text)
        return ("level", other) if alone else (other.kind, other)
    if _RANK.fullmatch(text):
        return "rank", None
    if percent and _MOVES.match(text):
        return "yoy", None
    if _COMPARES.search(head) or (percent and not text) or _DIFFERS.match(text):
        return "compared", None
    return "level", None


def _named_period(text: str, frame: Frame, compared: Sequence[Cue] = ()) -> Period | None:
    """The one period that a text names, not counting those compared with; None where it names none or several."""
    cues = [cue for cue in period_cues(text, frame, False) if not _within(cue, compared)]
    longer = [cue for cue in cues if cue.kind != "year"] or cues
    longer = [cue for cue in longer if any(map(str.isdigit, text[cue.start : cue.end]))] or longer
    if {cue.period for cue in longer} and len({cue.period for cue in longer}) == 1:
        cue = longer[0]
        return _of_season(text, cue.period, frame) if cue.kind == "year" else cue.period
    if longer:
        return None
    if (span := _YEARS.search(text)) is not None:
        return Period.years(int(span[1]), int(span[2])) if int(span[1]) < int(span[2]) else None
    bare = [match for match in _YEAR.finditer(text) if not any(cue.start <= match.start() < cue.end for cue in compared)]
    years = {int(match[1]) for match in bare}
    years = years or {cue.year for cue in compared if cue.kind == "plan" and cue.year is not None}
    return _of_season(text, Period.year(years.pop()), frame) if len(years) == 1 else None


def _of_season(text: str, period: Period, frame: Frame) -> Period:
    """The year of a crop in a report of a part of that year is the year so far."""
    return frame.so_far(year=period.end.year) if _SEASON.search(text) and frame.report.kind not in ("year", "years") else period


def _within(cue: PeriodCue, compared: Sequence[Cue]) -> bool:
    return any(known.start < cue.end and cue.start < known.end and known.kind != "plan" for known in compared)
