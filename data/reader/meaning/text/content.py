"""Which words of a text say something, and are not only verbs, periods, connectives and numbers."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from data.fold import fold
from data.grammar.ocr import any_of, tolerant
from data.reader.layout.provinces import CITIES, PROVINCES
from data.reader.matching.lexicon import mark_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.grammar.comparator import Cue
    from data.grammar.period_text import PeriodCue
    from data.reader.meaning.text.prose import Exclusion, Prose, Span
    from data.reader.meaning.text.spans import Spans

_CONNECTIVES = (
    "là có được với và thì ở đã còn như đều lại cùng đó cho tại trên của về đến khi khoảng gần hơn dưới từ lên xuống thêm ra mức "
    "so bình quân hằng hàng mỗi trong cả riêng tổng số đạt này các những do để tỷ lệ tương ứng trở nay hiện tiếp theo ước thực "
    "lượt toàn tỉnh trung nữa vào bằng rồi lần cụ thể năm tháng quý kỳ đầu cuối lũy luỹ kế tính chung cộng dồn qua giá trị "
    "giai đoạn tức mới tới nhưng song"
)
_MARKED_CONNECTIVES = "vẫn"
"""Words that say nothing where their marks are printed; without them they may be others: "ván", "vốn"."""
_MEN = "nam"
"""A word that without marks is no connective: "trong đó nam 6.900 người"."""
_GRADE = "stars"
"""The numbers that are no figures and say what is counted: "4 sao 31 sản phẩm"."""
_BEHIND_VERBS = "khoảng gần trên hơn thêm bình quân hằng năm tới lên đến so với là còn được mới"
"""Words that say nothing between a verb and its number."""
SO = "nên(?= (?:sản lượng|năng suất|diện tích|giá trị|tỷ lệ|doanh thu|kim ngạch|tổng|số) )"
"""What leads in a pattern to what followed: "kém vụ trước 0,3 tạ/ha nên sản lượng chỉ còn 168 nghìn tấn"."""
THIS = "(?:con số|kết quả|(?:mức|tốc độ) (?:tăng|giảm)(?: trưởng)?|tỷ lệ) này(?![a-z])"
"""What says in a pattern that a sentence is about what was told last: "Con số này thấp hơn mục tiêu 6%"."""
THINK = "cho rằng|đánh giá|nhận định|dự báo"
"""What those do in a pattern who were asked."""
SAY = rf"(?:doanh nghiệp|cơ sở|hộ|người)[^\d,;.:()]{{0,30}}(?<![a-z])(?<!được )(?:{THINK})(?![a-z])"
"""What says in a pattern that those who were asked think something: "41% doanh nghiệp cho rằng sẽ tốt lên"."""
_FILLERS = re.compile(
    tolerant(
        rf"(?<![a-z])(?:chỉ(?= (?:đạt|bằng|tương đương|tăng|giảm|còn|có|chiếm|ở|mới|được|hơn) )|hết(?= \d)"
        r"|(?:hết |cuối )?(?:niên độ|năm ngân sách|thời gian chỉnh lý)(?![a-z])"
        r"|(?<=[,;] )tốc độ(?= tăng(?: trưởng)? (?:bình quân|trung bình)[^\d,;.:()]{0,20}(?:\d|$))"
        rf"|{SO}|(?<=[.;:] )trên địa bàn(?: tỉnh)?(?= (?:xảy ra|ghi nhận|có|đã) )"
        r"|qua (?:từng|các) năm(?= (?:giảm|tăng|đạt|còn) )"
        r"|(?:xảy ra|ghi nhận|xấp xỉ|xấp xỷ|tuy nhiên)(?![a-z])|(?:đoạt|giành)(?: được)?\s*$"
        r"|chỉ tính(?: riêng)?(?: [a-z\d]+ ngày)?(?![a-z])"
        r"|(?:theo đó,? )?(?<=[a-z] )phải(?= (?:tăng|đạt) )"
        r"|(?<=[t] )xa (?:mức|con số|số thu)\s*$"
        r"|(?<=[mu] )(?:HĐND(?: tỉnh)?|UBND(?: tỉnh)?|Chính phủ|Trung ương|cấp trên) giao(?= (?:là|tăng|đạt|phải) )"
        r"|(?:(?:diễn biến|tình hình|kết quả)(?: (?:cụ thể|tăng trưởng))? (?:qua )?(?:các|từng) năm(?: (?:cụ thể|như sau))*"
        r"|lộ trình(?: (?:từng|các|hằng|hàng|mỗi) năm)?|tập trung (?:chủ yếu )?(?:ở|tại) các (?:đơn vị|địa phương|huyện|xã)"
        r"|qua các cửa khẩu(?:, lối (?:mở|thông quan))?)(?=:)"
        rf"|{THIS}"
        r"|(?:(?:còn|vẫn) )?cách (?:khá |rất )?xa(?![a-z])"
        r"|(?<=hơn )(?:rất |khá )?(?:nhiều|xa|đáng kể|một chút)(?= (?:so với|mức|mục tiêu|kế hoạch) )"
        r"|(?<=[mg] )(?:mạnh|sâu|vọt|nhẹ|đột biến)(?=,? (?:chỉ |còn |xuống |lên |đạt )|, |\s*$)"
        r"|(?<=[t] )(?:đỉnh|đỉnh điểm|mức kỷ lục|kỷ lục)(?![a-z])|(?:tuy|dù|mặc dù) (?:vậy|thế)(?![a-z])"
        r"|(?:nhờ|do|vì|bởi|muốn) (?:đó|vậy)(?![a-z])|như vậy(?= (?:còn |vẫn )?(?:thấp|cao|tăng|giảm|đạt|vượt) )"
        r"|theo (?:từng )?(?:khu vực|lĩnh vực)(?=:)|theo từng (?:quý|tháng|năm), mức (?:tăng|giảm)(?![a-z])"
        r"|tuy(?: (?:chưa|không|còn|vẫn|mới))*(?= (?:tăng|giảm|đạt|thấp|cao|bằng|chỉ) )"
        r"|kết (?:quả|thúc)(?= (?:\d\d? tháng|cả năm|tháng|quý|5 năm|ước|thực hiện) )|(?<=[mgt] )(?:ít|nhiều) nhất\s*$"
        r"|(?:(?:đưa |nâng )?con số|đưa (?:kết quả|(?:tổng )?khối lượng)|(?:kỳ |dịp )?nghỉ (?:tết|lễ)(?: nguyên đán)?)(?![a-z])"
        rf"|(?:đưa )?(?:tỉnh )?(?:{'|'.join((*PROVINCES, *CITIES))})(?= (?:đứng|xếp)(?: thứ)? )|đưa tỉnh(?= (?:đứng|xếp) )"
        r"|(?:khá|tốt|nhanh)(?= hơn (?:mức|tốc độ|so với|cùng kỳ|quý|tháng) )|(?<=hơn )tốc độ(?:\s*$| tăng)"
        r"|(?:thấp|cao|kém|chậm)(?: khá| rất)? xa(?= (?:so với|mức|mục tiêu|kế hoạch) )|(?:cán|chạm) (?:mốc|ngưỡng)(?![a-z])"
        r"|(?:nhịp|đà)(?= tăng )|kết quả trên(?![a-z])|(?:chưa )?với tới(?![a-z])"
        r"|(?:quý|tháng|năm) sau cao hơn (?:quý|tháng|năm) trước(?![a-z])"
        r"|(?P<still>[v]an)(?= (?:tăng|giảm|đạt) |(?<=[g] van) bằng ))"
    )
)
"""Verbs and adverbs that lead to a number and name nothing: "chỉ bằng 88% cùng kỳ", "9 tháng: xảy ra 54 vụ".

One without its marks is one of damaged text only.
"""
STANDARD = re.compile(tolerant(r"\s*đạt chuẩn[^\d,;.:()]*(?:\d{4})?"))
"""A standard that is met; it is no amount and belongs to what was counted: "09 xã đạt chuẩn nông thôn mới trong năm"."""
WITH = "(?!vai|v[a-z]t)với"
"""The word "với" in a pattern; without its marks it is not "vải", "vài" or "vật"."""
_LISTED = re.compile(tolerant(r"(?:cụ thể|bao gồm|gồm|trong đó|sau)\s*:\s*[a-z]{3,}\s*$"))
"""What stands before the number of the first thing of a list that has a name of one word: "tăng so với cùng kỳ, cụ thể: than"."""
_ANY_WORD = re.compile(r"[^\s,.;:()/\-+<>\"“”'–]+")
_WORD = re.compile(r"[a-z]{2,}")


@lru_cache(maxsize=50_000)
def _is_connective(printed: str, folded: str) -> bool:
    """Whether a word of clean text is a connective with its own marks, a number or a single letter: "đón" is not "dồn"."""
    if len(folded) == 1 or folded.isdigit():
        return True
    return mark_key(printed) in _marked() or (folded == printed.lower() and folded in _plain())


@cache
def _marked() -> frozenset[str]:
    return frozenset(map(mark_key, (*_CONNECTIVES.split(), *_MARKED_CONNECTIVES.split())))


@cache
def _plain() -> frozenset[str]:
    return frozenset(map(fold, _CONNECTIVES.split())) - {_MEN}


@cache
def _silent() -> frozenset[str]:
    return frozenset(map(fold, _BEHIND_VERBS.split()))


@lru_cache(maxsize=50_000)
def _says_nothing(word: str) -> bool:
    """Whether a folded word of damaged text is a connective, a number or a single letter."""
    return len(word) == 1 or word.isdigit() or _connective().fullmatch(word) is not None


@cache
def _connective() -> re.Pattern[str]:
    words = "|".join(_CONNECTIVES.split())
    return re.compile(f"(?:{any_of(words, damaged=False)}|{any_of(words, damaged=True)})")


def content_words(prose: Prose, periods: Spans[PeriodCue], start: int, end: int) -> Sequence[Span]:
    """The words between two places that say something: no cue, no period, no connective, no number, no cause."""
    letters = list(prose.text[start:end])
    hidden = [(known.start, known.end) for spans in (prose.cues, periods) for known in spans.touching(start, end)]
    excluded = (known for known in prose.exclusions.touching(start, end) if not _says_something(prose, known, start))
    found = _FILLERS.finditer(prose.text, start, end)
    fillers = (filler.span() for filler in found if prose.damaged or filler["still"] is None)
    for first, last in (*hidden, *((known.start, known.end) for known in excluded), *prose.causes, *fillers):
        if first < end and start < last:
            letters[max(first, start) - start : min(last, end) - start] = " " * (min(last, end) - max(first, start))
    words = ((start + word.start(), start + word.end(), word[0]) for word in _ANY_WORD.finditer("".join(letters)))
    if prose.damaged:
        return [(first, last) for first, last, word in words if not _says_nothing(word)]
    return [(first, last) for first, last, word in words if not _is_connective(prose.words(first, last), word)]


def _says_something(prose: Prose, excluded: Exclusion, start: int) -> bool:
    """Whether a number that is no figure tells what is counted, or is a letter of a word: "4 sao", "qu4n"."""
    within = prose.damaged and excluded.start > start and prose.text[excluded.start - 1].isalpha()
    return within or excluded.reason == _GRADE


def holds_content(text: str, cues: Sequence[Cue], start: int, end: int) -> bool:
    """Whether more than one word between a verb and its number says something, or one behind a colon; words of cues do not."""
    if _LISTED.search(text, start, end) is not None:
        return True
    covered = {word for cue in cues for word in _WORD.findall(text, cue.start, cue.end)}
    return sum(word not in _silent() and word not in covered for word in _WORD.findall(text, start, end)) > 1
