"""Rules for numbers that are part of a name: roads, storms, bodies, projects, stages, varieties."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.ocr import any_of, loose, tolerant
from data.reader.layout.provinces import CITIES, PROVINCES
from data.reader.meaning.numbers.exclusion.rule import (
    AND,
    LONGEST_WORD,
    NAME,
    TO,
    ExclusionRule,
    anywhere,
    at_number,
    at_word,
    has_unit,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.grammar.unit_reader import UnitMatch

_NUMBERED_LOOSELY = (
    "cấp|loại|giai đoạn|khu vực|nhóm|đợt|tuyến|gói|khu|số|bậc|phần|mức|vùng|lần|cấp độ|bước|cụm|dạng|mốc|thành phần"
)
_AGE_OF_ALL = re.compile(tolerant(r"(?<![a-z])tuổi (?:thọ|kết hôn(?: lần đầu)?) (?:trung bình|bình quân)[^;.]*$"))
"""Words that tell an average age."""
_TWO_WORDS = re.compile(r"(?<![a-z])([a-z])[a-z]* ([a-z])[a-z]* $")
_WITHIN = re.compile(tolerant(r"(?<![a-z])trong\s$"))
_VARIETIES = re.compile(tolerant(r"(?<![a-z])giống(?![a-z])[^.;:%()]*$"))
"""The words of a clause that tells varieties of crops by their names: "các giống Nhị ưu 838, TBR 225"."""
_TOLD_RIGHT_BEFORE = re.compile(
    tolerant(r"(?<![a-z])(?:đạt|là|được|có|số|trên|dưới|gần|khoảng|hơn|với|gồm|lên|còn|và|từ|đến|cấp)\s$")
)
"""Words behind which a number is told, and is no part of a name."""
_CLAUSE = 200
"""Letters within which the words of a clause are looked for."""


def names(damaged: bool) -> Iterator[ExclusionRule]:
    """Numbers that end a name, and what is written like one."""
    numbered = any_of(
        "quốc lộ|QL|đường tỉnh|tỉnh lộ|ĐT|vành đai|lớp|vòng|mức độ|điện tử mức|phiên bản|kỳ họp thứ|kỳ họp chuyên đề thứ",
        damaged,
    )
    ended = rf"(?=\s*(?:[,;:.()]|{AND}\s|$|{any_of('làm|gây|đã|đi qua', damaged)})(?!\d))"
    listed = rf"(?:\s*(?:,|{AND})\s*(?:{loose('số', damaged)}\s*)?\d{{1,2}}{ended})*"
    places = any_of("|".join((*PROVINCES, *CITIES)), damaged)
    firm = rf"{loose('số', damaged)}\s+(?P<n>\d{{1,2}})\s+{places}(?![a-z])"
    yield at_word("name with a number", firm)
    meeting = any_of("trung ương", damaged)
    yield at_word("name with a number", rf"{meeting}\s*(?P<n>\d{{1,2}})\s*,?\s*\(?{any_of('khóa', damaged)}(?![a-z])")
    school = rf"{any_of('trường', damaged)}\s+{any_of('tiểu học|mầm non|THCS|THPT|TH|TH&THCS|PTDTBT|PTDTNT', damaged)}"
    yield at_word("name with a number", rf"{school}\s+(?P<n>\d)(?=\s+[a-z]+\s+[a-z]+)")
    yield at_word("name with a number", rf"{any_of('khu chế xuất', damaged)}\s+(?P<n>\d)(?![\d.,/]*\d|\s*%)")
    # Of the words of names recognition damages letters, but seldom the first.
    name, end = "([a-z])[a-z]* ([a-z])[a-z]* ", r"(?![\d.,/]*\d|\s*%)"
    first = rf"{name}(?P<n>[1-8])(?=,? (?:va )?\1[a-z]* \2[a-z]* (\d){end})"
    yield at_word("name with a number", first, unless=_is_not_followed)
    also = rf"([1-8])(?=,? (?:va )?{name}(?P<n>[2-9]){end})"
    yield at_number("name with a number", also, unless=_is_not_of_same_name)
    yield at_number("name with a number", rf"(?<=[a-z] )1(?:, [2-9])+{end}", unless=has_unit)
    yield at_word("storm", rf"{any_of('bão số|cơn bão số', damaged)}\s*\d{{1,2}}{listed}(?!\d|[.,]\d)")
    # What may be "lần" with another vowel is "lên", to which things rise.
    loosely = ("(?!len\\s)" if damaged else "") + any_of(_NUMBERED_LOOSELY, damaged)
    yield at_word("games", r"(?:games|festival|asean|cup|expo)\s*\d{1,4}")
    strong = any_of("mạnh|giật|trên|dưới", damaged)
    force = rf"(?:{any_of('gió|giật|bão|áp thấp', damaged)})\s+(?:{strong}\s+)?{loose('cấp', damaged)}"
    yield at_word("force of a wind", rf"{force}\s*\d{{1,2}}(?:\s*-\s*\d{{1,2}})?(?![\d/]|[.,]\d|\s*%)")
    yield at_number("map scale", r"1\s*/\s*(?:200|500|1\.?000|2\.?000|5\.?000|10\.?000|25\.?000|50\.?000)(?!\d)")
    yield at_word("kilometre post", r"km\s*\d+(?:\s*\+\s*\d+)?(?:\s*-\s*(?:km)?\s*\d+(?:\+\d+)?)?")
    marker = any_of("mốc số|mốc", damaged)
    post = r"\d+(?:/\d+)?"
    yield at_word(
        "border marker",
        rf"{marker}\s*{post}(?:\s*(?:-|,|{AND}|{TO})\s*(?:{marker}\s*)?{post})*(?![.,]?\d|\s?%)",
        unless=_is_passed,
    )
    # A level alone is followed by what says how many services have it.
    level = any_of("mức|mức độ", damaged)
    also = rf"(?:\s*(?:,(?=\s)|{AND}|{tolerant('hoặc')}|-)\s*(?:{level}\s*)?[2-4](?![\d/]|[.,]\d|\s*%))"
    alone = tolerant(r"(?=\s*(?:[;)]|[,.](?!\d)|(?:đạt|trong)\s))")
    yield at_word("levels of a service", rf"{level}\s*[2-4](?:{also}+|(?<=[a-z\d]\s[2-4]){alone})")
    # Of "tỉnh lộ" recognition makes "tinh 10", which a number of more digits begins with, too.
    ended = r"(?:(?<!\d)|(?=\s))" if damaged else ""
    yield at_word("name with a number", rf"{numbered}{ended}\s*\.?\s*\d+[a-z]?(?![\d]|[.,]\d|\s*/\s*\d)", unless=has_unit)
    yield at_word("name with a number", rf"{any_of('dự án thành phần', damaged)}\s*\d{{1,2}}(?!\d|[.,/]\d|\s*%)")
    project = any_of("dự án|tiểu dự án|hợp phần", damaged)
    yield at_word("name with a number", rf"{project}\s*\d{{1,2}}(?=\s*(?:[.:;)]|,\s*(?:{project}|\d))\s*(?!\d))")
    yield at_word("name with a number", rf"{any_of('lần thứ', damaged)}\s*\d+(?!\d|[.,]\d|\s*/\s*\d|\s*%)")
    roads = any_of("quốc lộ|QL|đường tỉnh|tỉnh lộ|ĐT", damaged)
    yield at_word(
        "also numbered",
        rf"{roads}\s*\.?\s*\d+[a-z]?\s*(?:,|{AND})\s*(?P<n>\d{{1,3}}[a-z]?)(?![\da-z/]|[.,]\d|\s*%)",
        unless=has_unit,
    )
    yield at_word("name with a number", rf"{any_of('đường số', damaged)}\s*\d{{1,2}}(?![\d/]|[.,]\d|\s*%)", unless=has_unit)
    yield at_word(
        "name with a number", rf"{any_of('chương trình', damaged)}\s*\d{{2,3}}a?(?![\da-z/]|[.,]\d|\s*%)", unless=has_unit
    )
    campaign = any_of("chiến dịch|đợt thi đua|phong trào thi đua|thi đua", damaged)
    yield at_word("name with a number", rf"{campaign}\s*(?P<n>\d{{2,3}})(?=\s*{any_of('ngày', damaged)}(?![a-z]))")
    yield anywhere("name with a number", rf"(?<=kv\s){loose('mạch', damaged)}\s*(?P<n>\d)(?![\d/]|[.,]\d|\s*%)")
    yield at_word("name with a number", rf"{any_of('phiên bản', damaged)}\s*\d+(?:\.\d+)+(?!\d|,\d)")
    troops = any_of("sư đoàn|trung đoàn|lữ đoàn|tiểu đoàn|quân khu|quân đoàn|hải đội|đồn biên phòng", damaged)
    yield at_word("name of a body", rf"{troops}\s+(?P<n>\d{{1,3}})(?!\d|[.,/]\d|\s*%)", unless=has_unit)
    yield at_number("name with a number", rf"[2-6]\s{tolerant('trong')}\s1(?![\d.,/]*\d|\s*%)", unless=has_unit)
    turn, given = any_of("lần|mũi|mũi tiêm", damaged), any_of("đạt|cho|được|là|vắc|vaccine", damaged)
    yield at_word("name with a number", rf"{turn}\s+(?P<n>[1-5])(?=\s+{given}[\s-])", unless=has_unit)
    bodies = any_of("ban chỉ đạo|lực lượng|tổ công tác|ban quản lý|trung đoàn|tiểu đoàn|lữ đoàn|sư đoàn|đồn biên phòng", damaged)
    whose = any_of("tỉnh|quốc gia|trung ương|các cấp|các huyện|huyện|cấp", damaged)
    last = r"\s*(?:[,;.)(:]|$)"
    yield at_word("name of a body", rf"{bodies}\s+(?P<n>\d{{2,4}})(?=\s+{whose}(?![a-z])|{last})(?!\d|[.,]\d)")
    yield at_word("name of a body", rf"{bodies}\s+(?P<n>\d{{2,4}})(?!\d|[.,/]\d|\s*%)", unless=has_unit)
    yield at_number("voltage of a line", r"\d{1,3}(?:\s*/\s*\d{1,3}){0,3}\s*kv(?![a-z])")
    goes_on = any_of("và|đến|năm|cho|với|của|ở|tại|trên|thuộc|thì", damaged=False)
    ends = rf"(?=\s*(?:[,;.)(:\"”]|(?:{goes_on}|{loose('được', damaged)}) |$|-\s*[a-z]))(?![.,]\d|,\s?%|\.\s\d{{3}})"
    place = any_of("cụm|khu|nhà máy|trạm|gói thầu|bến", damaged)
    yield at_word(
        "name with a number",
        rf"{place}\s[^\d,;.:()]{{0,40}}(?<=\s){loose('số', damaged)}\s(?P<n>\d{{1,2}})(?=\s[a-z])",
        unless=has_unit,
    )
    # Without its marks "đợt" is not "đạt" or "đoạt".
    stages = rf"(?:{loose('giai đoạn', damaged)}|{tolerant('(?!đ[o]?ạt)đợt')})"
    yield at_word("stage", rf"{stages}\s+(?P<n>\d{{1,2}})(?![\d/]|[.,]\d|\s*-\s*\d|\s*%)", unless=_is_done_in_stage)
    yield at_word("also numbered", tolerant(r"số \d\d?(?=\s*(?:,|và)\s*số (?P<n>\d{1,2})(?!\d|[.,]\d|\s*%))"))
    # Without their tones "đẳng" is "dạng", "buộc" is "bước" and "cơ sở" ends in "số"; courses are "sơ cấp" and "trung cấp".
    other = tolerant("(?<!cao )(?<!bắt )(?<!sơ )(?<!trung )(?<!cơ )")
    yield at_word("name with a number", rf"{other}{loosely}\s+(?P<n>\d{{1,4}}[a-z]?){ends}", unless=has_unit)
    # Of "thứ" recognition makes "thi", too, but "thị" stands before the ranks of towns.
    rank = tolerant("(?<!xếp )(?<!th[u] )") + loose("hạng", damaged)
    yield at_word("name with a number", rf"{rank}\s+(?P<n>\d{{1,4}}[a-z]?){ends}")
    yield at_number("name of a variety", rf"(?<=[a-z] )\d{{2,4}}(?=\s*(?:[,.;)](?!\d)|{AND}\s|$))", unless=_is_no_variety)
    yield at_number("industry 4.0", r"[345]\.0(?!\d|,\d|\s*%)")
    yield at_word(
        "glued to letters", tolerant(r"(?:(?:covid|sars)\s*-?\s*\d+|(?:nghị quyết|đề án)\s*-?\s*\d+(?!\s*%))(?![\d.,]*\d)")
    )
    yield at_number("unit with a digit", r"(?:(?<=\bm)|(?<=\bkm)|(?<=\bco)|(?<=\bm\?))[23](?![\d,.]\d|\d)")
    yield at_number("technology", r"(?<![a-z])[2-6]g(?![a-z])")
    level = tolerant("(?<!đạt )(?<!khoảng )(?<!là )") + r"(?<!,\d - )(?<!,\d-)"
    ages = rf"(?:-|{loose('đến', damaged)}(?:\s+{loose('dưới', damaged)})?)\s*\d{{1,3}}\s*"
    yield at_number("age", rf"{level}\d{{1,3}}\s*(?:{ages})?{loose('tuổi', damaged)}(?![a-z])", unless=_is_average_age)
    if damaged:
        yield at_number("glued to letters", r"(?:(?<=\bu)\d\d\b|(?<![a-z])\d{1,2}b(?![a-z]))")
    else:
        yield at_number("glued to letters", r"(?<=[a-z])(?:-(?=\d))?\d+(?:[.,]\d+)*[a-z]*|(?<![\d.,a-z])\d{1,2}[a-f](?![a-z])")


def _is_done_in_stage(match: re.Match[str], unit: UnitMatch | None) -> bool:
    """So many are done in the years spoken of: "khởi công trong giai đoạn 06 dự án"; stages are told without a zero, and few."""
    within = _WITHIN.search(match.string, max(0, match.start() - LONGEST_WORD), match.start()) is not None
    return unit is not None and unit.counted and within and len(match["n"]) > 1


def _is_average_age(match: re.Match[str], _unit: UnitMatch | None) -> bool:
    """An age is what is told: "tuổi thọ trung bình tăng lên 74 tuổi", "tuổi kết hôn trung bình là 26 tuổi"."""
    return _AGE_OF_ALL.search(match.string, max(0, match.start() - NAME), match.start()) is not None


def _is_no_variety(match: re.Match[str], unit: UnitMatch | None) -> bool:
    """It has a unit, or does not end the name of a variety of a crop."""
    text, start = match.string, match.start()
    if unit is not None or _VARIETIES.search(text, max(0, start - _CLAUSE), start) is None:
        return True
    return _TOLD_RIGHT_BEFORE.search(text, max(0, start - LONGEST_WORD), start) is not None


def _is_not_followed(match: re.Match[str], unit: UnitMatch | None) -> bool:
    """It has a unit, or the numbers do not follow each other, as those of a name do: "Na Dương 1, Na Dương 2"."""
    return unit is not None or int(match[4]) != int(match["n"]) + 1


def _is_not_of_same_name(match: re.Match[str], unit: UnitMatch | None) -> bool:
    """It does not follow the number of the same name: "Na Dương 1, Na Dương 2"."""
    before = _TWO_WORDS.search(match.string, max(0, match.start() - NAME), match.start())
    same = before is not None and (before[1], before[2]) == (match[2], match[3])
    return unit is not None or not same or int(match["n"]) != int(match[1]) + 1


def _is_passed(_match: re.Match[str], unit: UnitMatch | None) -> bool:
    """Whether a height is passed that is measured, and no post at the border: "vượt mốc 83 tỷ USD"."""
    return unit is not None and not unit.counted
