"""The words between two numbers: what still belongs to the number before, and what introduces the next."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from data.grammar.ocr import any_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.grammar.comparator import Cue
    from data.grammar.period_text import PeriodCue
    from data.reader.meaning.prose import Mention, Prose
    from data.reader.meaning.spans import Spans

BREAKING = frozenset({"up", "down", "reach", "equal", "share", "parts", "estimate", "fold", "rank", "goal"})
"""Kinds of cues at which the words of the number before end."""
COMPARING = frozenset({"yoy", "prev", "base", "plan"})
_STOP = (
    "là có được với và thì ở đã còn như đều lại cùng đó cho tại trên của về đến khi khoảng gần hơn dưới từ lên xuống thêm ra mức "
    "so bình quân hằng hàng mỗi trong cả riêng tổng số đạt này các những do để tỷ lệ tương ứng trở nay hiện tiếp theo ước thực "
    "lượt toàn tỉnh trung nữa vào bằng rồi lần cụ thể năm tháng quý kỳ đầu cuối lũy luỹ kế tính chung cộng dồn qua giá trị "
    "giai đoạn"
)


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands around one mention; places are those of the folded text.

    Attributes:
        start: where the words begin that introduce the number.
        subject: where its subject begins: behind the last semicolon, bracket or colon of the introduction.
        end: place of the number.
        tail: where the words end that still belong to the number.
        before: cues of the introduction.
        behind: cues of the tail.
        content: the introduction holds words that say something, not only verbs and connectives.
        parts: it says "trong đó", "gồm", or a colon.
        opens: it opens a bracket that is still open at the number.
        separator: the strongest mark in the introduction: ``. ; , (`` or ``""``.
        fresh: first mention of its sentence.
        from_level: the change is told from a level ("giảm từ 7,9%") or to one ("còn 2,3%").
        reached: a verb of reaching stands between the verb of change and the number.
        short: few words stand between the verb of change and the number.
        of_whole: the tail names the whole of which the number is a share.
        alone: no word belongs to the number behind it.
        named: the phrase right before the number, without a mark between: "kế hoạch 30 ha", "xếp thứ 5".
        since: "từ" stands before a level from which the change began.
        alike: it is said to be as much as what was told before: "tương đương", "=".
    """

    start: int
    subject: int
    end: int
    tail: int
    before: tuple[Cue, ...]
    behind: tuple[Cue, ...]
    content: bool
    parts: bool
    opens: bool
    separator: str
    fresh: bool
    from_level: bool = False
    reached: bool = False
    short: bool = False
    of_whole: bool = False
    alone: bool = False
    named: Cue | None = None
    since: bool = False
    alike: bool = False


@lru_cache(maxsize=50_000)
def _says_nothing(word: str, damaged: bool) -> bool:
    """Whether a folded word is a connective, a number or a single letter."""
    return len(word) == 1 or word.isdigit() or _stop_pattern(damaged).fullmatch(word) is not None


@cache
def _stop_pattern(damaged: bool) -> re.Pattern[str]:
    words = "|".join(_STOP.split())
    plain = any_of(words, damaged=False)
    return re.compile(f"(?:{plain}|{any_of(words, damaged=True)})" if damaged else plain)


_SEPARATOR = re.compile(r"[,;:()\[\]]|/(?=\s*k[eh])|\.(?=\s|$)|\s-\s|(?<![a-z])(?:va|vdi|voi|vci|vei|v6i)(?![a-z])")


def part_gaps(prose: Prose, periods: Spans[PeriodCue], damaged: bool) -> list[Gap]:
    """One gap for every mention of a passage."""
    text = prose.text
    ends = [mention.unit_end for mention in prose.mentions]
    tails = []
    for index, mention in enumerate(prose.mentions):
        following = prose.mentions[index + 1].start if index + 1 < len(prose.mentions) else len(text)
        limit = min(following, max(mention.unit_end, prose.sentence_of(mention.start)[1]))
        tails.append(_tail_end(prose, periods, ends[index], limit))
    gaps = []
    for index, mention in enumerate(prose.mentions):
        sentence = prose.sentence_of(mention.start)[0]
        start = max(tails[index - 1] if index else 0, sentence)
        fresh = not index or prose.mentions[index - 1].start < sentence
        gaps.append(_gap(prose, periods, mention, start, tails[index], fresh, damaged))
        if mention.role == "high":
            gaps[-2] = replace(gaps[-2], behind=gaps[-1].behind, tail=gaps[-1].tail)
            gaps[-1] = replace(gaps[-1], before=gaps[-2].before)
    return gaps


def _tail_end(prose: Prose, periods: Spans[PeriodCue], start: int, limit: int) -> int:
    """Where the words that belong to the number before end: at a mark, a connective, a verb or a new period."""
    if start >= limit:
        return start
    covered = [(cue.start, cue.end) for cue in prose.cues.touching(start, limit) if cue.kind in COMPARING]
    match = next(
        (m for m in _SEPARATOR.finditer(prose.text, start, limit) if not any(a <= m.start() < b for a, b in covered)), None
    )
    end = match.start() if match else limit
    for cue in prose.cues.starting(start, end):
        if cue.kind in BREAKING and not any(a <= cue.start < b for a, b in covered):
            end = cue.start
            break
    signed = [cue for cue in prose.cues.starting(start, end) if cue.kind in COMPARING]
    end = next((cue.start for cue in signed[1:] if cue.sign), end)
    later = periods.starting(start + 1, end)
    return next((cue.start for cue in later if cue.kind in ("flow", "stock") and prose.text[cue.start] == "l"), end)


def _gap(prose: Prose, periods: Spans[PeriodCue], mention: Mention, start: int, tail: int, fresh: bool, damaged: bool) -> Gap:
    text = prose.text
    head = text[start : mention.start]
    ended = text.rfind(";", start, mention.start)
    before = tuple(cue for cue in prose.cues.within(start, mention.start + 1) if cue.start > ended or cue.kind not in _MOVING)
    behind = tuple(cue for cue in prose.cues.starting(mention.end, tail) if cue.kind in COMPARING)
    if not behind and (aside := _ASIDE.match(text, mention.unit_end)):
        behind = tuple(cue for cue in prose.cues.starting(aside.end(), aside.end() + 1) if cue.kind in COMPARING)
    separator = next((mark for mark in (".", ";", ",") if re.search(rf"\{mark}(?=\s|$)", head)), "")
    opens = head.rfind("(") > head.rfind(")")
    outside = re.sub(r"\([^()]*\)", lambda match: " " * len(match.group()), head)
    closed = outside.rfind(")")
    topic = _TOPIC.match(outside) if fresh and not any(cue.kind == "parts" for cue in before) else None
    after = topic.end() if topic else 0
    breaks = [match.end() for match in _BREAK.finditer(outside, after) if match[0] != "(" or match.start() > closed]
    words = content_words(prose, periods, start, mention.start, damaged)
    said = words[-1][0] if words else -1
    subject = start + next((place for place in reversed(breaks) if place <= said - start), 0)
    from_level, reached, short = _around_verb(text, before, mention.start, damaged)
    since = _since_pattern(damaged).search(text, max(0, mention.start - _SHORT), mention.start) is not None
    goes_to = _goes_to(damaged).match(text, mention.unit_end) is not None
    spread = mention.bound == "trên" or (mention.role == "low" and mention.unit_end == mention.end)
    if spread and since:
        from_level = since = False
    whole = _whole_pattern(damaged).match(text, mention.unit_end, max(tail, mention.unit_end))
    named = before[-1] if before and mention.start - before[-1].end <= _NEAR else None
    return Gap(
        start=start, subject=subject, end=mention.start, tail=tail, before=before, behind=behind,
        content=said >= _content_start(prose, mention, subject),
        parts=":" in head[after:] or any(cue.kind == "parts" for cue in before), opens=opens, separator=separator, fresh=fresh,
        from_level=from_level or (since and goes_to), reached=reached, short=short,
        alone=not text[mention.unit_end : tail].strip(),
        named=named if named is not None and not re.search("[,;]", text[named.end : mention.start]) else None,
        since=since and (from_level or goes_to),
        alike=_ALIKE.search(text, max(start, mention.start - _SHORT * 2), mention.start) is not None,
        of_whole=whole is not None or _rate_pattern(damaged).search(text, start, mention.start) is not None,
    )  # fmt: skip


_LOOSE_WORD = re.compile(r"[^\s,.;:()/\-+<>\"“”'–]+")
_ASIDE = re.compile(r"\s*\([^()]{1,60}\)\s*")
_BREAK = re.compile(r"[;:(]|\.(?=\s)")
_TOPIC = re.compile(r"\W*(?:[a-z\d]{1,2}[).]\s*)?[a-z][^\d:;.()]{2,59}:")
"""What a sentence is headed with, which names the subject together with its own words: "Thủy sản: Sản lượng đạt 31 tấn"."""
_ALIKE = re.compile(r"(?:t[a-z]{1,3}ng\s+(?:d[a-z]{1,3}ng|[uwi][a-z]{1,2}g)|=)\s*(?:(?:v[o0e]i|gi[ai]m|t[ai]ng)\s*)?$")
"""What tells the same once more right before a number: "tương đương", "tương ứng", "="."""
_SHORT = 12
_NEAR = 7
"""Letters between a phrase and the number that it leads to: "kế hoạch là 30 ha"."""
_MOVING = ("up", "down")
_TELLING = (*_MOVING, "reach", "equal")


def _content_start(prose: Prose, mention: Mention, start: int) -> int:
    """Where words of a new subject may begin: what stands before ", tăng 5%" belongs to the number before."""
    comma = prose.text.rfind(",", start, mention.start)
    if comma < 0 or not mention.unit.startswith("%"):
        return start
    verb = next((cue for cue in prose.cues.within(comma + 1, mention.start) if cue.kind in _TELLING), None)
    tells = verb is not None and not prose.text[comma + 1 : verb.start].strip()
    return comma if tells else start


_WHOLES = "tổng số|tổng|giá trị|diện tích|khối lượng|số|dân số|mặt bằng|GRDP|GDP|toàn ngành"


@cache
def _whole_pattern(damaged: bool) -> re.Pattern[str]:
    return re.compile(r"\s*" + any_of(_WHOLES, damaged))


@cache
def _rate_pattern(damaged: bool) -> re.Pattern[str]:
    return re.compile(f"{any_of('đạt tỷ lệ|chiếm tỷ lệ|tương ứng tỷ lệ|với tỷ lệ', damaged)}\\s*$")


@cache
def _since_pattern(damaged: bool) -> re.Pattern[str]:
    return re.compile(any_of("từ", damaged) + r"\s*$")


@cache
def _goes_to(damaged: bool) -> re.Pattern[str]:
    """What leads from a level to a later one: "từ 8,0 lên 9,5", "từ 11% (năm 2021) giảm còn 3%"."""
    verbs = any_of("lên|xuống|còn|tăng lên|giảm xuống|giảm còn|xuống còn|lên tới|lên đến", damaged)
    return re.compile(rf"(?:[^\d,;.()]{{0,30}}\([^()]{{1,40}}\))?\s*{verbs}\s*(?:[a-z]{{2,6}}\s*){{0,2}}\d")


@cache
def _level_pattern(damaged: bool) -> re.Pattern[str]:
    exact = any_of("mức|khoảng|gần|trên|đến|dưới|hơn", damaged)
    return re.compile(any_of("từ|còn|xuống còn|lên|xuống|lên tới", damaged) + rf"\s*(?:{exact}\s*)?$")


def _around_verb(text: str, before: tuple[Cue, ...], end: int, damaged: bool) -> tuple[bool, bool, bool]:
    """Whether a level, not the change, is told; whether something was reached since; whether the verb is near."""
    verbs = [cue for cue in before if cue.kind in ("up", "down")]
    if not verbs:
        return bool(re.search(any_of("còn", damaged) + r"\s*$", text[max(0, end - 8) : end])), False, False
    since = text[verbs[-1].end : end]
    reached = any(cue.kind in ("reach", "equal", "share") and cue.start > verbs[-1].start for cue in before)
    short = len(since.split()) <= _SHORT and not re.search(r"[,;:]", since)
    return _level_pattern(damaged).search(since) is not None, reached, short


def content_words(prose: Prose, periods: Spans[PeriodCue], start: int, end: int, damaged: bool) -> Sequence[tuple[int, int]]:
    """The words between two places that say something: no cue, no period, no connective, no number."""
    letters = list(prose.text[start:end])
    for spans in (prose.cues, periods, prose.claims):
        for known in spans.touching(start, end):
            first, last = max(known.start, start), min(known.end, end)
            letters[first - start : last - start] = " " * (last - first)
    words = _LOOSE_WORD.finditer("".join(letters))
    return [(start + word.start(), start + word.end()) for word in words if not _says_nothing(word[0], damaged)]


_VERBS = frozenset({"up", "down", "reach", "equal", "share", "fold"})
_LIGHT = frozenset({
    "khoang", "gan", "tren", "hon", "them", "binh", "quan", "hang", "nam", "toi", "len", "den", "so", "voi", "la",
    "con", "duoc", "moi",
})  # fmt: skip
_WORD = re.compile(r"[a-z]{2,}")


def content_since_verb(text: str, gap: Gap) -> bool:
    """Whether words that say something stand between the last verb before a number and the number."""
    verbs = [cue for cue in gap.before if cue.kind in _VERBS]
    if not verbs:
        return gap.content
    covered = {word for cue in gap.before for word in _WORD.findall(text, cue.start, cue.end)}
    words = _WORD.findall(text, verbs[-1].end, gap.end)
    return sum(word not in _LIGHT and word not in covered for word in words) > 1
