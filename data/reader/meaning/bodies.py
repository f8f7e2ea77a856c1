"""Parts of a whole that are told by place or by body: "trong đó: huyện A 1.200 ha", "gồm: Sở B 12, Sở C 7"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.reader.meaning.gaps import Gap
    from data.reader.meaning.prose import Mention, Prose, Span

_TOLD_BY = re.compile(
    r"(?:(?:tại|ở|do)\s+)?(?:(?:huyện|xã|phường|thị xã|thị trấn|thành phố|đặc khu|quận|TP|TX|TT)\.?\s+[^\W\d_a-zđ]"
    r"|(?:Huyện|Xã|Phường|Thị xã|Thị trấn|Thành phố|Sở|Ban Quản lý|Ban quản lý|Chi cục|Cục|Công an|Thanh tra|Văn phòng|UBND)\s)"
)
"""Places, and bodies of a province; what they have a part of is named like the whole."""
_MARK = re.compile(r"[,;:(]\s*")
_LEAD = re.compile(r"(?:g.m|trong d.|c. th.|chia ra)\s*:[^.]*$")
_BEFORE, _BEHIND = re.compile(r"\d\s*[,;]\s*[^\d,;.:()]{3,40}$"), re.compile(r"\s*[,;]\s*[^\d,;.:()]{3,40}\s\d")
_REACH = 300
"""Letters back to which the words are looked for that lead a list."""


def told_by(prose: Prose, gap: Gap, mention: Mention) -> Span | None:
    """Where the place or body stands that a number is told of; None where it is told of something else."""
    start = max((mark.end() for mark in _MARK.finditer(prose.text, gap.start, mention.start)), default=gap.start)
    while start < mention.start and prose.text[start] == " ":
        start += 1
    end = mention.start
    while end > start and not prose.text[end - 1].isalnum():
        end -= 1
    return (start, end) if _TOLD_BY.match(prose.words(start, end)) else None


def goes_on_in_list(text: str, start: int, end: int) -> bool:
    """Whether a number is one of a list of parts, each behind its name: "gồm: Sở A 12, Sở B 7"."""
    near = max(0, start - _REACH)
    if _LEAD.search(text[near:start]) is None:
        return False
    return _BEFORE.search(text[near:start].rstrip()) is not None or _BEHIND.match(text, end) is not None
