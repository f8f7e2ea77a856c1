"""Parts of a whole that are listed by place or by body: "trong đó: huyện A 1.200 ha", "gồm: Sở B 12, Sở C 7"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant

if TYPE_CHECKING:
    from data.reader.meaning.text.gaps import Gap
    from data.reader.meaning.text.prose import Mention, Prose, Span

_TOLD_BY = re.compile(
    r"(?:(?:tại|ở|do)\s+)?(?:(?:huyện|xã|phường|thị xã|thị trấn|thành phố|đặc khu|quận|TP|TX|TT)\.?\s+[^\W\d_a-zđ]"
    r"|(?:Huyện|Xã|Phường|Thị xã|Thị trấn|Thành phố|Sở|Ban Quản lý|Ban quản lý|Chi cục|Cục|Công an|Thanh tra|Văn phòng|UBND)\s)"
)
"""Places, and bodies of a province; what they have a part of is named like the whole."""
_LED_BY = re.compile(
    r"(?:trong đó:?\s+)?(?:(?:\w+ nhất (?:là|tại|ở|thuộc)|nhất là|(?:tập trung|chủ yếu)(?: nhiều)? (?:là|tại|ở)|riêng|như)\s+)?",
    re.IGNORECASE,
)
"""What stands before a place that is told apart: "trong đó huyện A", "nặng nhất là huyện A"."""
_PLACES = re.compile(
    tolerant(r"(?:địa phương|địa bàn|huyện|xã|phường|xã,? phường|huyện,? thành phố|nơi)(?: [a-z\d&]+){0,6}\s*:\s*$")
)
"""What heads a list of places, each of which is only named: "Một số địa phương trồng nhiều: Bình Gia 90 ha"."""
_HEADED = 60
_VERB = re.compile(r"\s(?:với|còn|có|đạt|là|tăng|giảm|được|ước|khoảng|trên|gần)(?!\w)")
"""What stands between a place and its number."""
PLACE = r"[^\W\d_a-zđ][^\W\d_]+(?:\s[^\W\d_a-zđ][^\W\d_]+){1,3}"
"""The name of a place alone, as it stands in a list of places."""
_PLACE = re.compile(PLACE)
_MARK = re.compile(r"[,;:(]\s*")
_LEAD = re.compile(tolerant(r"(?:gồm|trong đó|cụ thể|chia ra)\s*:[^.]*$"))
_BEFORE, _BEHIND = re.compile(r"\d\s*[,;]\s*[^\d,;.:()]{3,40}$"), re.compile(r"\s*[,;]\s*[^\d,;.:()]{3,40}\s\d")
_REACH = 300
"""Letters back to which the words are looked for that lead a list."""


def told_by(prose: Prose, gap: Gap, mention: Mention, listed: bool = False) -> Span | None:
    """Where the place or body stands that a number is told of; None where it is told of something else.

    Args:
        prose: the passage.
        gap: the words around the number.
        mention: the number.
        listed: the number before was told of a place, so that a name alone is one, too.
    """
    start = max((mark.end() for mark in _MARK.finditer(prose.text, gap.start, mention.start)), default=gap.start)
    while start < mention.start and prose.text[start] == " ":
        start += 1
    end = mention.start
    while end > start and not prose.text[end - 1].isalnum():
        end -= 1
    words, lead = prose.words(start, end), 0
    if len(words) == end - start:
        lead = found.end() if (found := _LED_BY.match(words)) is not None else 0
        verb = _VERB.search(words, lead)
        end = start + verb.start() if verb is not None else end
    start += lead
    words = prose.words(start, end)
    listed = listed or _PLACES.search(prose.text, max(0, start - _HEADED), start) is not None
    return (start, end) if _TOLD_BY.match(words) or (listed and _PLACE.fullmatch(words)) else None


def goes_on_in_list(text: str, start: int, end: int) -> bool:
    """Whether a number is one of a list of parts, each behind its name: "gồm: Sở A 12, Sở B 7"."""
    near = max(0, start - _REACH)
    if _LEAD.search(text[near:start]) is None:
        return False
    return _BEFORE.search(text[near:start].rstrip()) is not None or _BEHIND.match(text, end) is not None
