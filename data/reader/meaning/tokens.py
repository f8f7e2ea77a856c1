"""The number account: every number token of a report is taken for exactly one thing.

Here the tokens that are no figures are told by what stands around them: dates, references, names, list numbers, note marks,
letters that recognition read as digits. What is left over are the candidates for figures.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from data.grammar.number import TOKEN
from data.grammar.ocr import any_of, loose
from data.grammar.places import beginnings, first_words, matches_at, starts
from data.grammar.unit import unit_reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from data.reader.layout.document import Document, Passage

KINDS = ("figure", "date", "reference", "heading", "mark", "name", "damage", "unexplained")
_YEAR = r"(?:19|20)\d\d"
_UNLESS_UNIT = frozenset({"name with a number", "letter before a unit", "day without a year"})
_DAY = "day without a year"
"""With more days than months it is no part of a whole: "đến 30/9 cấp mới"."""
_UNLESS_MEASURE = frozenset({"month", "quarter"})
_TOLD = re.compile(r"(?<![\d.,])\d+(?:[.,]\d+)*\s?(?:%|t[yi]\s(?:dong|usd)|trieu\s(?:dong|usd))")
"""What a headline tells, which is no number of a heading: "Thu ngân sách tăng 13%"."""
_DIGITS = re.compile(r"\d+")
_NO_NUMBER, _NO_LETTER = r"(?<![\d.,", "(?<![a-z"
"""How the patterns begin that begin with a number or with a word: they are tried only where one stands."""


_NUMBERED_LOOSELY = (
    "cấp|loại|hạng|giai đoạn|khu vực|nhóm|đợt|tuyến|gói|khu|số|bậc|phần|tầng|mức|vùng|lần|cấp độ|bước|cụm|dạng|mốc|thành phần"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A number token of the raw text and what it was taken for.

    Attributes:
        start: raw offset.
        end: raw offset behind it.
        printed: ``raw[start:end]``.
        kind: one of `KINDS`.
        reason: the rule that decided, in a few words.
    """

    start: int
    end: int
    printed: str
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A span of folded text whose numbers are no figures."""

    start: int
    end: int
    kind: str
    reason: str


def claims(text: str, passage: Passage, damaged: bool) -> list[Claim]:
    """The spans of a passage's folded text whose numbers are no figures, in order; the first rule that fits wins."""
    found: list[Claim] = []
    taken = bytearray(len(text))
    for kind, reason, match in _matches(text, damaged):
        start, end = match.span("n") if "n" in match.re.groupindex else match.span()
        if start < end and 1 not in taken[start:end] and not _has_unit(reason, text, match, damaged):
            found.append(Claim(start, end, kind, reason))
            taken[start:end] = b"\1" * (end - start)
    found.sort(key=lambda claim: claim.start)
    if passage.kind == "heading":
        found = [claim for claim in found[:1] if claim.start == 0]
        bounds = [found[0].end if found else 0]
        for told in () if found else _TOLD.finditer(text):
            bounds += [told.start(), told.end()]
        bounds.append(len(text))
        spans = zip(bounds[::2], bounds[1::2], strict=True)
        found += [Claim(start, end, "heading", "number in a heading") for start, end in spans if start < end]
    return found


def _matches(text: str, damaged: bool) -> Iterator[tuple[str, str, re.Match[str]]]:
    """The matches of all rules, one rule after the other."""
    numbers, words = starts(_DIGITS, text), starts(_beginnings(damaged), text)
    for kind, reason, pattern in _rules(damaged):
        if pattern.pattern.startswith(_NO_NUMBER):
            matches = matches_at(pattern, text, numbers)
        else:
            matches = matches_at(pattern, text, words) if pattern.pattern.startswith(_NO_LETTER) else pattern.finditer(text)
        yield from ((kind, reason, match) for match in matches)


def _has_unit(reason: str, text: str, match: re.Match[str], damaged: bool) -> bool:
    """Whether the last number of a match is counted or measured in something, so that it is no name."""
    if reason not in _UNLESS_UNIT and reason not in _UNLESS_MEASURE:
        return False
    if reason == _DAY and (day := re.search(r"(\d+)/(\d+)$", match[0])) and int(day[1]) > int(day[2]):
        return False
    last = max(TOKEN.finditer(text, match.start(), match.end()), key=lambda token: token.start(), default=None)
    unit = unit_reader(damaged).read(text, last.end()) if last is not None else None
    return unit is not None and (reason in _UNLESS_UNIT or not unit.counted)


@cache
def _rules(damaged: bool) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple(
        (kind, reason, re.compile(pattern))
        for group in (_references(damaged), _dates(damaged), _lists(), _names(damaged), _damage() if damaged else ())
        for kind, reason, pattern in group
    )


@cache
def _beginnings(damaged: bool) -> re.Pattern[str]:
    sources = (pattern.pattern for *_, pattern in _rules(damaged) if pattern.pattern.startswith(_NO_LETTER))
    return beginnings("(?<![a-z])", (first_words(source.removeprefix("(?<![a-z])")) for source in sources))


def _references(damaged: bool) -> Iterator[tuple[str, str, str]]:
    so = loose("số", damaged) if damaged else "so"
    code = r"(?:nq|qd|kh|ct|kl|nd|tt|tb|cd|bc|hd|ttr|da|qh|qb|np|nb|pb|vpcp|btc|tttp|da|ctr|cv|qc|ubnd|tu|tw|cp|ttg|hdnd|dctr)"
    law = any_of(
        "nghị quyết|quyết định|chỉ thị|đề án|công điện|thông tư|nghị định|kết luận|công văn|thông báo|văn bản|phụ lục|biểu"
        "|điều|khoản|Nghị quyết|Quyết định|Đề án|Điều|quy định|hướng dẫn|tờ trình", damaged
    )  # fmt: skip
    behind = "(?:cua|ve|va|ngay|nam|cho|theo|doi voi|quy)"
    yield (
        "reference", "document number",
        rf"(?<![a-z\d]){so}\s*[:.]?\s*\d[\d ]{{0,9}}?\s?[-/]+\s?(?:\d{{4}}\s?[-/]\s?)?[a-z][a-z\d/-]*",
    )  # fmt: skip
    yield "reference", "document number", r"(?<![\d.,])\d+\s*/\s*\d{4}\s*/\s*[a-z]{1,}[a-z\d-]*"
    yield "reference", "document number", rf"(?<![\d.,])\d+\s*[-/ ]?\s*{code}\s*[-/]+\s*[a-z]+"
    yield "reference", "document number", rf"(?<![\d.,])\d+\s*[-/]\s*{code}(?![a-z])"
    yield "reference", "document number", rf"(?<![a-z]){law}\s*{so}\s*:?\s*\d+(?![\d.,]*\s*%(?:\s*[a-z,;.]|$))"
    yield (
        "reference",
        "document number",
        rf"(?<![a-z]){law}\s+\d{{1,3}}(?![.,]\d)(?=\s*[,.;)]|\s+{behind}\b|$)",
    )
    yield "reference", "standard", r"(?<![a-z])(?:iso|qcvn|tcvn|haccp)\s*[\d:./-]+"


def _dates(damaged: bool) -> Iterator[tuple[str, str, str]]:
    ngay, thang, nam, quy = (loose(word, damaged) for word in ("ngày", "tháng", "năm", "quý"))
    spans = any_of("giai đoạn|nhiệm kỳ|thời kỳ|năm học|niên khóa|các năm|vụ", damaged)
    yield "date", "date", r"(?<![\d.,])\d{1,2}\s*[/-]\s*\d{1,2}\s*[/-]\s*(?:19|20)\d\d(?!\d)"
    yield "date", "date", r"(?<![\d.,])\d{1,2}/\d{1,3}/20\d\d(?!\d)"
    yield (
        "date", "date",
        rf"(?<![a-z])(?:{ngay})\s*\d{{1,2}}(?:\s*[/-]\s*\d{{1,2}})?(?:\s*-\s*\d{{1,2}}/\d{{1,2}})?"
        rf"(?:\s*{thang}\s*\d{{1,2}})?(?!\d|[.,]\d)",
    )  # fmt: skip
    yield "date", "date", r"(?<![\d.,])\d{1,2}/(?:0?[1-9]|1[0-2])\s*-\s*\d{1,2}/(?:0?[1-9]|1[0-2])(?![\d/])"
    day_of_month = r"(?:[12]\d|3[01]|0?[1-9])/(?:0?[1-9]|1[0-2])"
    any_day = rf"{day_of_month}(?![\d/])"
    yield "date", "date", rf"(?<![a-z]){loose('từ', damaged)}\s*{any_day}\s*(?:-|{any_of('đến|tới', damaged)})\s*{any_day}"
    since = rf"(?<![a-z]){loose('từ', damaged)}\s*(?P<n>{any_day})"
    yield "date", "first of days", rf"{since}(?=\s*(?:-|{any_of('đến|tới', damaged)})\s*(?:{ngay}\s*)?{day_of_month})"
    yield "date", "day and month", r"(?<![\d.,])(?<=[a-z] )(?:[12]\d|3[01]|0?[1-9])/(?:0?[1-9]|1[0-2])(?=\s*(?:[.;)]|$))"
    until = any_of("đến|Đến|đến ngày|Đến ngày|đến hết ngày|tính đến|trước|trước ngày|thời điểm", damaged)
    yield "date", "day without a year", rf"(?<![a-z]){until}\s*{any_day}"
    prices = any_of("giá so sánh|giá cố định|giá gốc|giá so sánh năm", damaged)
    season = any_of("hè thu|đông xuân|thu đông|vụ mùa|vụ đông|vụ xuân|chiêm xuân", damaged)
    yield "date", "year of prices or of a season", rf"(?<![a-z])(?:{prices}|{season})\s*{_YEAR}(?:\s*-\s*{_YEAR})?(?!\d|[.,]\d)"
    holiday = any_of("Quốc khánh|dịp|lễ|ngày lễ", damaged)
    day = r"(?:[12]?\d|0\d|3[01])\s*/\s*(?:0?\d|1[0-2])(?![\d/])"
    yield "date", "holiday", rf"(?<![a-z]){holiday}\s*\(?{day}(?:\s*-\s*\d{{1,2}}/\d{{1,2}})?"
    yield "date", "month", rf"(?<![\d.,/])(?:0?[1-9]|1[0-2])\s*[/-]\s*{_YEAR}(?![\d.,]\d)"
    yield "date", "years", rf"(?:{spans})\s*\d{{4}}\s*-\s*\d{{2,4}}"
    yield "date", "years", rf"(?<![\d.,]){_YEAR}\s*-\s*{_YEAR}(?!\d|[.,]\d)"
    yield (
        "date", "month",
        rf"(?<![a-z])(?<!\d\s)(?<!\d)(?:{thang})\s*\d{{1,2}}(?:\s*(?:,|va|-|den)\s*\d{{1,2}}(?=\s*(?:{nam}|/\d{{4}})))?(?![\d]|[.,]\d|\s*%)",
    )  # fmt: skip
    yield "date", "month", rf"(?<![a-z]){thang}\s+[a-z]{{2,5}}(?:\s[a-z]{{2,4}})?\s*/\s*{_YEAR}(?!\d|[.,]\d)"
    yield "date", "quarter", rf"(?<![a-z])(?:{quy})\s*(?:1{{1,3}}|[2-4])(?:\s*/\s*{_YEAR})?(?!\d|[.,]\d)"
    yield "date", "months", rf"(?<![\d.,/])\d{{1,2}}\s*(?:{thang})(?![a-z])"
    yield "date", "months", rf"(?<![\d.,/])\d{{1,2}}\s?t\s?/\s?{_YEAR}(?!\d)"
    yield "date", "year", rf"(?<![a-z])(?:{nam})\s*{_YEAR}(?![\d]|[.,]\d)"
    yield "date", "year", rf"(?<=\d\d\d\d)\s*(?:,|va|,\s*{nam})\s*{_YEAR}(?!\d|[.,]\d)"
    yield "date", "years", rf"(?<![\d.,/])\d{{1,3}}\s*(?:{nam})(?![a-z])(?!\s*[,;]\s*(?:{loose('tăng', damaged)}))"
    yield "date", "time", rf"(?<![\d.,/])\d{{1,3}}\s*(?:{ngay}|gi[od0]|phut|tuan)(?![a-z])(?!\s*{loose('công', damaged)})"
    yield "date", "time", rf"(?<![\d.,])\d{{1,2}}\s?h\d{{0,2}}(?=\s*{ngay})"
    yield "date", "time", r"(?<![\d.,])24\s*/\s*(?:24|7)(?:h| gio)?"
    yield "date", "year", rf"(?<=[ivxl1])(?<![\d.,])\s*/\s*{_YEAR}(?!\d)"
    yield "date", "year", rf"(?<![\d.,/a-z]){_YEAR}(?=\s*(?:[,;:.()]|$|{any_of('đạt|tăng|giảm', damaged)}))(?![.,]\d)"


def _lists() -> Iterator[tuple[str, str, str]]:
    yield "heading", "number of a point", r"^\W{0,3}\(?\d{1,2}(?:\.\d{1,2}){0,3}\s*[.)](?!\d)"
    yield "heading", "number of a point", r"^\d{1,2}(?:\.\d{1,2}){1,3}(?=\s+[a-z])(?!\s*(?:ha|m|tan|ty|trieu|nghin)\b)"
    yield "heading", "number of a point", r"\(\d{1,2}\)(?=\s*[a-z\"“])"
    yield "heading", "number of a point", r"(?<=[:;.])\s*\d{1,2}\)(?=\s*[a-z])"


def _names(damaged: bool) -> Iterator[tuple[str, str, str]]:
    numbered = any_of(
        "quốc lộ|Quốc lộ|QL|đường tỉnh|tỉnh lộ|ĐT|DT|lớp|vòng|lần thứ|Lần thứ|mức độ|bão số|phiên bản|kỳ họp thứ",
        damaged,
    )
    loosely = any_of(_NUMBERED_LOOSELY, damaged)
    people = rf"(?:{any_of('vạn|nghìn', damaged)}\s*)?{any_of('dân|trẻ|người dân', damaged)}(?![a-z])"
    since = "(?:tr.n|/)" if damaged else any_of("trên|/|trên mỗi", damaged)
    yield "name", "layers of a model", rf"{loose('mô hình', damaged)}\s+(?P<n>\d)\s+{any_of('lớp|cấp|tầng', damaged)}"
    yield "name", "pillars", rf"(?<![\d.,])(?P<n>0?\d)\s*{loose('trụ cột', damaged)}"
    yield "name", "denominator", r"(?<=/)\s*(?P<n>0?1)\s*(?:ng.{1,3}i|tr.|con|xa|ho)(?![a-z])"
    yield "name", "stars", rf"(?<![\d.,])(?:0?[1-5]\s*-\s*)?0?[1-5]\s*{loose('sao', damaged)}(?![a-z])"
    yield "name", "denominator", rf"{since}\s*(?P<n>1|10\.000|1\.000|100\.000)\s*{people}"
    kinds = any_of("tiêu chí|mặt|tuyến|cấp", damaged)
    yield "name", "criteria of a kind", rf"{any_of('cả|giảm', damaged)}\s*(?P<n>0?[2-5])\s*{kinds}"
    yield "name", "levels", rf"(?<![\d.,])(?P<n>0?[23])\s*{loose('cấp', damaged)}(?![a-z])(?!\s*{any_of('giấy', damaged)})"
    yield (
        "name",
        "classes",
        r"(?<![a-z\d])(?:lop|16p|1dp|l6p|ldp)\s+\d{1,2}(?![\d.,]\d|\d)(?:\s*(?:,|va)\s*\d{1,2}(?!\d|[.,]\d))*",
    )
    boats, since = any_of("tàu|tàu cá|tàu thuyền|thuyền", damaged), loose("từ", damaged)
    yield "name", "size of a boat", rf"(?<![a-z]){boats}[a-z\s]{{0,30}}?{since}\s*(?P<n>\d\d?)\s*m(?:et)?(?![a-z])"
    yield "name", "size of an animal", r"(?<![\d.,])(?P<n>\d{2,3}(?:\s*-\s*\d{2,3})?)\s*con\s*/\s*kg(?![a-z])"
    programmes = any_of("chương trình mục tiêu quốc gia|chương trình MTQG|CTMTQG", damaged)
    yield "name", "the national programmes", rf"(?<![\d.,])(?P<n>0?[23])\s*{programmes}"
    yield "name", "games", r"(?:games|festival|asean|cup|expo)\s*\d{1,4}"
    yield "name", "map scale", r"(?<![\d.,])1\s*/\s*(?:200|500|1\.?000|2\.?000|5\.?000|10\.?000|25\.?000|50\.?000)(?!\d)"
    yield "name", "kilometre post", r"(?<![a-z])km\s*\d+(?:\s*\+\s*\d+)?(?:\s*-\s*(?:km)?\s*\d+(?:\+\d+)?)?"
    marker = any_of("mốc số|mốc", damaged)
    yield "name", "border marker", rf"(?<![a-z]){marker}\s*\d+(?:/\d+)?(?:\s*-\s*\d+(?:/\d+)?)?(?![.,]?\d|\s?%)"
    yield "name", "name with a number", rf"(?<![a-z]){numbered}\s*\.?\s*\d+[a-z]?(?![\d]|[.,]\d|\s*/\s*\d)"
    ends = r"(?=\s*(?:[,;.)(:\"”]|(?:va|den|nam|cho|voi|cua|o|tai|tren) |$|-\s*[a-z]))(?![.,]\d|,\s?%|\.\s\d{3})"
    stages = rf"(?:{loose('giai đoạn', damaged)}|d[og]t)"
    yield "name", "stage", rf"(?<![a-z]){stages}\s+(?P<n>\d{{1,2}})(?![\d/]|[.,]\d|\s*-\s*\d|\s*%)"
    yield "name", "also numbered", r"(?:(?<=s[o6b] \d)|(?<=s[o6b] \d\d))\s*(?:,|va)\s*s[o6b] (?P<n>\d{1,2})(?!\d|[.,]\d|\s*%)"
    yield "name", "name with a number", rf"(?<![a-z]){loosely}\s+(?P<n>\d{{1,4}}[a-z]?){ends}"
    yield "name", "industry 4.0", r"(?<![\d.,])[345]\.0(?![\d,]|\s*%)"
    yield "name", "glued to letters", r"(?:covid|sars|nghi quyet|de an)\s*-?\s*\d+(?![\d.,]*\d)"
    yield "name", "unit with a digit", r"(?<![\d.,])(?:(?<=\bm)|(?<=\bkm)|(?<=\bco)|(?<=\bm\?))[23](?![\d,.]\d|\d)"
    yield "name", "technology", r"(?<![\d.,a-z])[2-6]g(?![a-z])"
    level = r"(?<![\d.,])(?<!dat )(?<!khoang )(?<!khoing )(?<!la )(?<!,\d - )(?<!,\d-)"
    yield "name", "age", rf"{level}\d{{1,3}}\s*(?:-\s*\d{{1,3}}\s*)?{loose('tuổi', damaged)}(?![a-z])"
    if damaged:
        yield "name", "glued to letters", r"(?<![\d.,])(?:(?<=\bu)\d\d\b|(?<![a-z])\d{1,2}b(?![a-z]))"
    else:
        yield "name", "glued to letters", r"(?<=[a-z])(?:-(?=\d))?\d+(?:[.,]\d+)*[a-z]*|(?<![\d.,a-z])\d{1,2}[a-f](?![a-z])"


def _damage() -> Iterator[tuple[str, str, str]]:
    yield "damage", "letter read as a digit", r"(?<![\d.,])(?<=[a-z&¢¤@])\d+(?!\d*[.,]\d)[a-z&¢¤@]*"
    yield "damage", "letter before a unit", r"(?<![\d.,a-z])\d{1,2}(?=[a-gi-z&¢¤@])"
    yield "damage", "lễ hội", r"(?<![\d.,])(?P<n>1[0-9])(?=\s*h[o0d]i\b)"
    yield "damage", "ở", r"(?<![\d.,])(?P<n>6)(?=\s*(?:nu.{1,2}c ngo|khu v|c[a4]c\b|m[o6]t s|nh[u-w]))"
    yield "damage", "ổ dịch", r"(?<![\d.,])(?P<n>6)(?=\s*dich\b)"
    yield "damage", "là, làm", r"(?<![\d.,/])(?P<n>1[0-9])(?=\s+\d)(?<![-:])"
    yield "damage", "thuốc lá", r"(?<=thu)(?:.{0,2}c|de)\s*(?P<n>14)(?=\s)"
    yield "damage", "lõm", r"(?<![\d.,])(?P<n>1[0-9])(?=m\s*s)"
    yield "damage", "hạ tầng", r"(?<![\d.,])(?P<n>1)(?=\s*ha\s+t.ng\b)"
    yield "damage", "tỷ lệ", r"(?<=\bty)\s*(?P<n>1[0-9]?)(?![\d.,])(?!\s*%)"
    yield "damage", "ô tô", r"(?<![\d.,a-z])[60](?=\s*t[o0d6éô]{1,2}\b)"


def passage_tokens(text: str) -> list[tuple[int, int]]:
    """Spans of the number tokens of a text."""
    return [match.span() for match in TOKEN.finditer(text)]


def account(document: Document, decided: Iterable[Token]) -> tuple[Token, ...]:
    """Every number token of the raw text once, each with what it was taken for.

    Args:
        document: the report.
        decided: tokens decided inside passages; a split number decides all tokens that it covers.
    """
    spans = sorted(decided, key=lambda token: token.start)
    starts = [token.start for token in spans]
    furniture = [*((start, end, "page number") for start, end in document.furniture)]
    labels = [*((start, end, "number of a footnote") for start, end, _ in document.labels)]
    marks = [(start, end, "footnote mark") for start, end, _ in document.marks]
    outside = {place: (kind, reason)
               for kind, places in (("heading", [*furniture, *labels]), ("mark", marks))
               for start, end, reason in places for place in range(start, end)}  # fmt: skip
    tokens = []
    for match in TOKEN.finditer(document.raw):
        index = bisect_right(starts, match.end() - 1) - 1
        if index >= 0 and spans[index].end > match.start():
            kind, reason = spans[index].kind, spans[index].reason
        else:
            kind, reason = outside.get(match.start(), outside.get(match.end() - 1, ("unexplained", "outside of the text")))
        tokens.append(Token(match.start(), match.end(), match.group(), kind, reason))
    return tuple(tokens)
