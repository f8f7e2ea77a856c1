"""Sentences that state targets, not results."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from data.grammar.ocr import any_of, tolerant

if TYPE_CHECKING:
    from data.grammar.comparator import Cue
    from data.reader.meaning.text.prose import Prose

_HEAD = 4
"""Letters before the words with which a sentence begins."""
_IS = re.compile(tolerant(r"[^,;.:]{0,40} là "))
"""What says that an aim is set, not reached; "là" is printed "1a", too, but 14 is a number."""
_OF_YEAR = re.compile(tolerant(r"\s*(?:đến |hết )*năm (20\d\d) (?:nâng|đưa|đạt|tăng|giảm|duy trì|giữ)(?![a-z])"))
"""What says by when an aim is to be reached, and how: "mục tiêu năm 2027 nâng tỷ lệ lên 77%"."""
_CLAUSE = re.compile(r"[,;:]")
_BUT = re.compile(
    tolerant(
        r"[;,] (?:nhưng |song |trong khi )?(?:thực tế|kết quả|kết quả thực hiện|như vậy|do đó còn|nên còn"
        r"|(?:ước )?thực hiện (?:ước )?đạt|(?:khả năng|ước) (?:chỉ )?đạt)(?![a-z])"
    )
)
"""What goes over from what was aimed at to what was reached: "mục tiêu là tăng 8%/năm; thực tế tăng 6,2%/năm"."""


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands around an aim.

    Attributes:
        lists: behind an aim, that a list of aims follows.
        sets: behind a figure that is planned, that it is, and that a list of such follows.
        reached: before an aim, that it is spoken of as reached: "thực hiện mục tiêu".
        reports: anywhere in a sentence, that it tells what was reached.
    """

    lists: re.Pattern[str]
    sets: re.Pattern[str]
    reached: re.Pattern[str]
    reports: re.Pattern[str]


@cache
def _words(damaged: bool) -> _Words:
    lead = rf"\s*(?:(?<![a-z]){any_of('là|gồm|bao gồm|như sau', damaged)}(?![a-z])\s*:?|:)"
    is_set = any_of("đề ra|đặt ra|xác định|phấn đấu|cần đạt|phải đạt", damaged)
    reached = any_of("thực hiện|kết quả|hoàn thành|đánh giá|so với|đạt|vượt", damaged)
    reports = any_of(
        "đến nay|hiện|tính đến|theo báo cáo|trong tháng|cùng kỳ|đến thời điểm|ước đạt|chưa đạt|thấp hơn mục tiêu|vượt mục tiêu",
        damaged,
    )
    done = reports if damaged else f"(?:{reports}|{any_of('đã', damaged)})"  # recognition makes "đi" and "do" of it, too
    return _Words(
        re.compile(rf"[^\d.;:,]{{0,40}}?(?:20\d\d\s*:|{lead})"),
        re.compile(rf"[^\d.;:,]{{0,25}}?{is_set}[^\d.;:,]{{0,12}}?{lead}"),
        re.compile(rf"(?<![a-z]){reached}(?![a-z])"), re.compile(rf"(?<![a-z]){done}(?![a-z])"),
    )  # fmt: skip


def sentences_that_aim(prose: Prose) -> frozenset[int]:
    """Starts of the sentences that aim before they tell a number, and of those that go on with their list."""
    numbers = [mention.start for mention in prose.mentions]
    found: set[int] = set()
    listing: list[int] = []
    for cue in prose.cues:
        start = prose.sentence_of(cue.start)[0]
        if bisect_right(numbers, cue.start) != bisect_left(numbers, start):
            continue
        if _BUT.search(prose.text, cue.end, prose.sentence_of(cue.start)[1]) is not None:
            continue
        lists = _lists(prose, cue)
        if lists or cue.kind == "goal" or _heads(prose, cue):
            found.add(start)
        if lists:
            listing.append(start)
    for start in listing:
        found.update(_going_on(prose, start))
    return frozenset(found)


def _heads(prose: Prose, cue: Cue) -> bool:
    """Whether a sentence, or what somebody says in it, begins with what is aimed at: "cho biết: mục tiêu cả năm là ..."."""
    start = max(prose.sentence_of(cue.start)[0], prose.text.rfind(":", 0, cue.start) + 1)
    aim = cue.bare and cue.noun == "aim" and not cue.exceeded and cue.start - start <= _HEAD
    of_year = _OF_YEAR.match(prose.text, cue.end) if aim else None
    ahead = of_year is not None and int(of_year[1]) > prose.frame.year
    return aim and (ahead or _IS.match(prose.text, cue.end) is not None)


def _lists(prose: Prose, cue: Cue) -> bool:
    """Whether a list of aims follows: "đề ra các mục tiêu cụ thể là: ...", "các chỉ tiêu chủ yếu đề ra: ..."."""
    words, text = _words(prose.damaged), prose.text
    if not cue.bare or cue.exceeded or cue.noun not in ("aim", "target"):
        return False
    follows = (words.lists if cue.noun == "aim" else words.sets).match(text, cue.start + 1)
    if follows is None:
        return False
    sentence = prose.sentence_of(cue.start)[0]
    clause = max((mark.end() for mark in _CLAUSE.finditer(text, sentence, cue.start)), default=sentence)
    return words.reached.search(text, clause, follows.end()) is None


def _going_on(prose: Prose, start: int) -> list[int]:
    """The sentences behind a list of aims that go on with it, as long as none tells what was reached."""
    found: list[int] = []
    reports = _words(prose.damaged).reports
    for sentence in prose.sentences[bisect_right(prose.sentences, start) :]:
        if reports.search(prose.text, *prose.sentence_of(sentence)):
            break
        found.append(sentence)
    return found
