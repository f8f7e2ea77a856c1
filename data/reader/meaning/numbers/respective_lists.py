"""Lists that assign numbers respectively: "A, B và C lần lượt là 1; 2 và 3 tỷ đồng", "... giảm lần lượt 18%, 12% và 22%".

So do those that tell what was then of all that was told before: "(năm 2026 tương ứng là 21,5%; 30,2%; 48,3%)".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant
from data.reader.meaning.text.content import WITH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.reader.meaning.text.prose import Mention, Prose, Span


IN_TURN = re.compile(
    tolerant(
        r"(?<![a-z])(?:lần lượt(?![a-z])|(?P<each>(?:tăng|giảm) tương ứng)(?= \d)"
        r"|(?P<times>tương ứng (?:là|đạt|ước đạt))(?= \d))"
    )
)
"""What says that the numbers behind it are of several things in turn.

``each`` says so only behind as many levels, ``times`` only behind as many times.
"""
_THEN_IS = r"(?:cùng kỳ|năm (?:20\d\d|trước|ngoái))"
_EACH = "tương (?![rv])ứng"
_THEN_OF_EACH = rf"{_THEN_IS}[^\d;.()]{{0,40}}?(?<![a-z]){_EACH}(?![a-z])|{_EACH} (?:[a-z]+\s+){{0,2}}{_THEN_IS}"
_THEN = re.compile(tolerant(rf"(?<![a-z])(?:{_THEN_OF_EACH})"))
"""What says that what was then is told of each: "năm trước tương ứng", "tương ứng cùng kỳ"."""
_TWO = 2
_LEADING = 40
"""Letters between "lần lượt" and the first number."""
_TIMES_LETTERS = 60
"""Letters before "tương ứng là" in which the times stand."""
_AND = re.compile(tolerant(r"\s*(?:[,;]|và)\s*(?:(?:tăng|giảm)\s+)?"))
_ASIDE = re.compile(r"\s*\([^()]{1,60}\)")
"""What a bracket adds to a number of a list."""
_PARTS = re.compile(tolerant(r"\s*(?:,|(?<![a-z])và(?![a-z]))\s*"))
_DASH = re.compile(r"\s-\s")
_ONE_NAME = re.compile(
    tolerant(
        r"(?:nông,? )?(?:nghiệp, )?lâm(?: nghiệp)?(?:,| và) thủy sản|chế biến, chế tạo"
        r"|sản xuất và phân phối|quản lý và xử lý|khai thác và chế biến|hàng ăn và dịch vụ|đồ uống và thuốc lá"
        r"|may mặc, mũ nón và gi[aà]y dép|thiết bị và đồ dùng|thuốc và dịch vụ y tế"
        r"|bưu chính(?:,| và) viễn thông|văn hóa, giải trí và du lịch|lưu trú(?:,| và) ăn uống|giáo dục và đào tạo"
        r"|khoa học và công nghệ|kho bãi và dịch vụ"
    )
)
"""What has such a comma or "và" in its name."""
_TOLD = re.compile(tolerant(rf"\s(?:có|{WITH}) (?=[^\s,]+\s+[^\s,]+)"))
"""What stands between the last of several names and what is told of all of them: "A và B có khối lượng thi công lần lượt ..."."""
_WORD = re.compile(r"[^\s,]+")
_YEARS = re.compile(
    tolerant(
        r"năm\s+(?:từ\s+)?(?:19|20)\d\d(?:\s*(?:,|và|-|đến)\s*(?:năm\s+)?(?:19|20)\d\d)+"
        r"\s*(?:(?:tăng|giảm|đạt|thu|là|ước|ước đạt)\s*)?$"
    )
)
"""Years right before "lần lượt", of which each has its number: "6 tháng các năm 2022, 2023 và 2024 lần lượt tăng ..."."""
_YEAR = re.compile(tolerant(r"((?:19|20)\d\d)(?:\s*(?:-|đến)\s*((?:19|20)\d\d))?"))
_TIME = (
    r"(?:(?:trong )?quý (?:iv|i{1,3}|[1-4])|(?:trong )?tháng (?:0?[1-9]|1[0-2])|(?<!\d)(?:[2-9]|0[2-9]|1[0-2]) tháng"
    r"|(?<![a-z])(?:trong tháng|tháng|quý))(?![a-z\d])(?! \d)(?:\s*[/-]\s*20\d\d)?(?: đầu năm)?"
)
_TIMES = re.compile(tolerant(rf"{_TIME}(?:\s*(?:,|và)\s*{_TIME})+\s*(?:(?:tăng|giảm|đạt|là|ước|ước đạt)\s*)?$"))
"""Times right before "lần lượt", of which each has its number: "quý I và quý II lần lượt tăng 8% và 9%"."""
_ONE_TIME = re.compile(tolerant(_TIME))


@dataclass(frozen=True, slots=True)
class ListPlace:
    """The place of a mention in a list that is told one by one.

    Attributes:
        place: 0 for the first.
        count: how many there are.
        names: where the words stand that name it; empty if the list goes back to what was counted before.
        then: it tells what was then of what was told before, if need be by the sentence before.
        year: the year that is told at its place; 0 if none is.
        years: where those years stand.
        time: where the quarter or month is told that is at its place; -1 if none is.
    """

    place: int
    count: int
    names: tuple[Span, ...]
    then: bool = False
    year: int = 0
    years: int = 0
    time: int = -1


def runs(text: str, mentions: Sequence[Mention], lead: re.Pattern[str] = IN_TURN) -> list[tuple[int, list[int]]]:
    """Every "lần lượt" with the places of the mentions that it leads to: those that commas, semicolons or "và" join in one unit.

    What a bracket adds to one of them stands between: "lần lượt đạt 512 triệu USD (tăng 9%) và 418 triệu USD (tăng 18%)".
    """
    found: list[tuple[int, list[int]]] = []
    for match in lead.finditer(text):
        first = next((index for index, mention in enumerate(mentions) if mention.start >= match.end()), len(mentions))
        if first == len(mentions) or mentions[first].start - match.end() > _LEADING:
            continue
        timed = lead is IN_TURN and match["times"] is not None
        if timed and _TIMES.search(text, max(0, match.start() - _TIMES_LETTERS), match.start()) is None:
            continue
        run = [first]
        while (following := _following(text, mentions, run[-1])) is not None:
            run.append(following)
        unit = mentions[run[-1]].unit
        alike = all(mentions[place].unit in ("", unit, unit.partition("/")[0]) for place in run)
        each = lead is IN_TURN and match["each"] is not None
        levels = all(mention.unit and mention.unit != "%" for mention in mentions[max(0, first - len(run)) : first])
        if len(run) > 1 and (alike or lead is _THEN) and not (each and not (levels and first >= len(run))):
            found.append((match.start(), run))
    return found


def _following(text: str, mentions: Sequence[Mention], place: int) -> int | None:
    """The place of the next mention of a list; a bracket may stand before it."""
    mention = mentions[place]
    aside = _ASIDE.match(text, mention.unit_end)
    end = aside.end() if aside is not None else mention.unit_end
    following = next((after for after in range(place + 1, len(mentions)) if mentions[after].start >= end), None)
    goes_on = following is not None and _AND.fullmatch(text, end, mentions[following].start) is not None
    return following if goes_on else None


def in_turn(prose: Prose) -> dict[int, ListPlace]:
    """The mentions of a passage that stand in lists told one by one."""
    listed = {}
    for place, run in runs(prose.text, prose.mentions):
        before = prose.mentions[run[0] - 1].unit_end if run[0] else 0
        begin = max(before, prose.clause_of(place))
        if (years := _YEARS.search(prose.text, begin, place)) is not None:
            spans = [(int(span[1]), int(span[2] or span[1])) for span in _YEAR.finditer(years[0])]
            told = [year for first, last in spans for year in range(first, last + 1)]
            if len(told) == len(run):
                for number, (index, year) in enumerate(zip(run, told, strict=True)):
                    listed[index] = ListPlace(number, len(run), (), year=year, years=years.start())
                continue
        times = _TIMES.search(prose.text, begin, place)
        told_in = [time.start() for time in _ONE_TIME.finditer(prose.text, times.start(), place)] if times is not None else []
        if len(told_in) == len(run):
            for number, (index, time) in enumerate(zip(run, told_in, strict=True)):
                listed[index] = ListPlace(number, len(run), (), time=time)
            continue
        names = _names(prose.text, begin, place, len(run))
        if not names and _of_one_level(prose, place, run):
            continue
        for number, index in enumerate(run):
            listed[index] = ListPlace(number, len(run), names[number] if names else ())
    for _, run in runs(prose.text, prose.mentions, _THEN):
        for number, index in enumerate(run):
            listed.setdefault(index, ListPlace(number, len(run), (), then=True))
    return listed


def _of_one_level(prose: Prose, place: int, run: list[int]) -> bool:
    """Whether two percentages are told of the one level of their clause: they are compared with two things."""
    levels = [mention for mention in prose.mentions if prose.clause_of(place) <= mention.start < place and mention.unit != "%"]
    return len(run) == _TWO and prose.mentions[run[-1]].unit == "%" and len(levels) == 1


def _names(text: str, start: int, end: int, count: int) -> list[tuple[Span, ...]]:
    """Where the words of each of so many names stand; what leads to the first one belongs to all."""
    whole = [name.span() for name in _ONE_NAME.finditer(text, start, end)]
    marks = [match.span() for match in _PARTS.finditer(text, start, end)]
    marks = [mark for mark in marks if not any(first <= mark[0] < last for first, last in whole)]
    dashes = [match.span() for match in _DASH.finditer(text, start, end)]
    if len(dashes) + 1 == count > _TWO:
        marks = dashes  # "nông, lâm nghiệp - công nghiệp, xây dựng - dịch vụ"
    bounds = [start, *(place for mark in marks for place in mark), end]
    parts = [(left, right) for left, right in zip(bounds[::2], bounds[1::2], strict=True) if _WORD.search(text, left, right)]
    if len(parts) < count:
        return []
    parts = parts[len(parts) - count :]
    words = [match.span() for match in _WORD.finditer(text, *parts[0])]
    shared = len(words) - len(_WORD.findall(text, *parts[1]))
    lead = [(parts[0][0], words[shared - 1][1])] if shared > 0 else []
    told = _TOLD.search(text, *parts[-1])
    tail = [(told.end(), parts[-1][1])] if told and not lead else []
    return [(parts[0], *tail), *((*lead, part, *tail) for part in parts[1:-1]), (*lead, parts[-1])]
