"""The words between two numbers: what still belongs to the number before, and what introduces the next."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from data.grammar.comparator import CHANGED_TO
from data.grammar.ocr import any_of, loose, tolerant
from data.grammar.period_text import opening
from data.reader.meaning.text.content import SO, WITH, content_words

if TYPE_CHECKING:
    from data.grammar.comparator import Cue
    from data.grammar.period_text import PeriodCue
    from data.reader.meaning.text.prose import Mention, Prose
    from data.reader.meaning.text.spans import Spans

MOVING = ("up", "down")
"""Kinds of cues that tell a change."""
BREAKING = frozenset({*MOVING, "reach", "equal", "share", "parts", "estimate", "fold", "rank", "goal"})
"""Kinds of cues at which the words of the number before end."""
COMPARING = frozenset({"yoy", "prev", "base", "plan"})
_TELLING = (*MOVING, "reach", "equal", "share")
_REACHING = ("reach", "equal", "share")
_SHORT = 12
"""Letters, or words behind a verb, within which something stands close to a number."""
_CHANGED = 28
"""Letters before a number within which the words stand that lead to it from another: "giảm xuống còn khoảng"."""
_NEAR = 7
"""Letters between a phrase and the number that it leads to: "kế hoạch là 30 ha"."""
_FUNDS_BEFORE_PLAN = re.compile(tolerant(r"(?<![a-z])vốn\s*$"))
"""What stands before a plan that only says which funds were spent: "giải ngân vốn kế hoạch năm là 300 tỷ đồng"."""
_OF_SO_MUCH = re.compile(tolerant(r"(?<![a-z])trên\s*$"))
"""What stands before a plan of which so much was reached: "1.085 ha trên kế hoạch năm 9.500 ha"."""
_LONG_LIST = 2
"""How many percentages stand before the last one where a list may begin with a verb."""
_LED = 80
"""Letters between the beginning of a plan's name and its number: "kế hoạch Thủ tướng Chính phủ giao năm 2026 là 300 tỷ"."""
_MEANWHILE = re.compile(tolerant(r"(?<![a-z])trong khi(?= (?:kế hoạch|mục tiêu|chỉ tiêu|dự toán|kịch bản)(?![a-z]))"))
"""What stands before a plan that has a number of its own: "chỉ tăng 2,4% trong khi kế hoạch là 3%"."""
_OVER = re.compile(r"\s*/\s*")
"""What stands between an amount and the plan that is told with it: "338 tỷ đồng/dự toán 950 tỷ đồng"."""
_DASH = re.compile(r"\s*-")
"""What joins the ends of a range, between which nothing has changed: "từ 3% - 4%"."""
_SEPARATOR = re.compile(
    tolerant(
        r"[,;:()\[\]]|/(?=\s*k(?:ế|h))|\.(?=\s|$)|\s-\s"
        rf"|(?<![a-z])(?:(?:và(?! (?:miền núi|duyên hải) )|{WITH})(?![a-z])|thì(?= đến (?:năm|nay) )|để(?= cả năm )|{SO}"
        rf"|(?:nhưng|song)(?= (?:riêng|còn|vẫn|chưa|chỉ|tăng|giảm|cao|thấp) ))"
    )
)
"""What parts a number from the words of the next: marks, "và", "với", "nhưng", what leads to a year: "thì đến năm"."""
_STRONGEST = tuple((mark, re.compile(rf"\{mark}(?=\s|$)")) for mark in ".;,")
_ASIDE = re.compile(r"\s*\([^()]{1,60}\)\s*")
_BRACKET = re.compile(r"\([^()]*\)")
_BREAK = re.compile(r"[;:(.](?:(?<!\.)|(?=\s))")
_MARK, _CLAUSE_MARK = re.compile("[,;]"), re.compile("[,;:]")
_ANEW = re.compile(tolerant(r";\s*(?:hiện |đến nay )?(?:toàn|cả) tỉnh (?:hiện |đã )?có (?:trên |gần |khoảng )?$"))
"""A clause that says where it counts, and not what, which the noun behind the number tells: "...; toàn tỉnh có 612 trường"."""
_TOPIC = re.compile(r"\W*(?:[a-z\d]{1,2}[).]\s*)?[a-z][^\d:;.()]{2,59}:")
"""What a sentence is headed with, which names the subject together with its own words: "Thủy sản: Sản lượng đạt 31 tấn"."""
_AFTER = re.compile(tolerant(r"\W*sau (?:khi )?[^\d,;.:()]{6,110},"))
"""How a sentence begins with what was before, which is not what it is about: "Sau sắp xếp đơn vị hành chính, biên chế ..."."""
_ONE_NOTION = re.compile(
    tolerant(
        r"(?<![a-z])(?:gia súc, gia cầm|cán bộ, công chức(?:, viên chức)?|nhà tạm, nhà dột nát"
        r"|hộ nghèo, hộ cận nghèo)(?![a-z])"
    )
)
"""Nouns that belong together, so that the comma between them ends nothing: "1,6 triệu lượt con gia súc, gia cầm"."""
_ALIKE = re.compile(tolerant(r"(?:tương (?:đương|(?![rv])ứng)|=)\s*(?:(?:với|giảm|tăng|khoảng|trên|hơn|gần)\s*)?$"))
"""Words right before a number that equate it with the one before: "tương đương", "tương ứng", but not "trong rừng", or "="."""
_SUMS_UP = re.compile(tolerant("[l]|cộng d|tính ch"))
"""The beginnings of "lũy kế", "cộng dồn" and "tính chung"."""
_STANDARD_REACHED = r"\s+(?:chuẩn|nông thôn mới|NTM|danh hiệu|giải|tiêu chuẩn)(?![a-z])"
_SAYING = r"\s+(?!(?:cho|mục tiêu|kế hoạch|chỉ tiêu|dự toán) )[a-z]+\s[a-z][^\d,;.:()]{0,120}(?:[,;.:()]|$)"
_PREDICATE = re.compile(tolerant(f"{_STANDARD_REACHED}|{_SAYING}"))
"""What follows "đạt" where it says what was counted, and not how much: "24 xã đạt chuẩn nâng cao"."""
RANKS = frozenset({"bậc", "bạc", "hạng", "thứ bậc"})
"""What a rank moves by, and what recognition makes of it."""
_DIFFERENCES = RANKS | {"điểm phần trăm"}
"""Units in which no level is told, but by how much one rose or fell."""
_WHOLES = "tổng số|tổng|giá trị|diện tích|khối lượng|số|dân số|mặt bằng|công suất|GRDP|GDP|toàn ngành"


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

    @property
    def ranks(self) -> bool:
        """Whether a rank is named right before the number."""
        return self.named is not None and self.named.kind == "rank"

    @property
    def lists_on(self) -> bool:
        """Whether a list goes on to the number without a verb of its own: "nông nghiệp chiếm 17%, công nghiệp 25%"."""
        return not (self.fresh or self.before) and self.separator in (",", ";")

    @property
    def moves(self) -> bool:
        """Whether the introduction tells a change."""
        return any(cue.kind in MOVING for cue in self.before)


def part_gaps(prose: Prose, periods: Spans[PeriodCue]) -> list[Gap]:
    """One gap for every mention of a passage."""
    return _Gaps(prose, periods).all()


class _Gaps:
    """Takes apart the words around the numbers of one passage."""

    def __init__(self, prose: Prose, periods: Spans[PeriodCue]) -> None:
        self._prose, self._text, self._periods = prose, prose.text, periods
        self._patterns = _patterns(prose.damaged)

    def all(self) -> list[Gap]:
        """The gap of every mention."""
        gaps: list[Gap] = []
        mentions = self._prose.mentions
        tail, following = 0, [*(mention.start for mention in mentions[1:]), len(self._text)]
        for index, (mention, limit) in enumerate(zip(mentions, following, strict=True)):
            sentence, end = self._prose.sentence_of(mention.start)
            start, fresh = max(tail, sentence), not index or mentions[index - 1].start < sentence
            tail = self._tail_end(mention.unit_end, min(limit, max(mention.unit_end, end)))
            gaps.append(self._gap(mention, start, tail, fresh))
            if mention.role == "high":
                gaps[-2] = replace(gaps[-2], behind=gaps[-1].behind, tail=gaps[-1].tail, of_whole=gaps[-1].of_whole)
                gaps[-1] = replace(gaps[-1], before=gaps[-2].before)
            self._of_one_plan(gaps)
        return gaps

    def _of_one_plan(self, gaps: list[Gap]) -> None:
        """The plan behind the last percentage of a list is that of all: "thuế môi trường 46%, trước bạ 44%, phí 41% dự toán"."""
        mentions, last = self._prose.mentions, len(gaps) - 1
        plan = gaps[last].behind[:1] if mentions[last].unit == "%" else ()
        if not plan or plan[0].kind != "plan" or plan[0].start - mentions[last].unit_end > 1:
            return
        first = last
        while first and self._lists(gaps[first], mentions[first]) and self._ends_bare(gaps[first - 1], mentions[first - 1]):
            first -= 1
        verbs = {cue.kind for cue in gaps[first].before}
        if verbs - {"reach", "parts"} or (verbs and last - first < _LONG_LIST):
            return
        for place in range(first, last):
            gaps[place] = replace(gaps[place], behind=plan)

    def _lists(self, gap: Gap, mention: Mention) -> bool:
        """Whether a percentage goes on with a list: it is named behind a comma, without a verb."""
        return mention.unit == "%" and gap.separator == "," and gap.content and not (gap.fresh or gap.before)

    def _ends_bare(self, gap: Gap, mention: Mention) -> bool:
        """Whether nothing is said behind a percentage."""
        return mention.unit == "%" and gap.alone and not gap.behind

    def _tail_end(self, start: int, limit: int) -> int:
        """Where the words that belong to the number before end: at a mark, a connective, a verb or a new period."""
        if start >= limit:
            return start
        meanwhile = _MEANWHILE.search(self._text, start, limit)
        limit = meanwhile.start() if meanwhile is not None else limit
        cues = self._prose.cues
        over = _OVER.match(self._text, start, limit)
        if over is not None and any(cue.kind == "plan" for cue in cues.starting(over.end(), over.end() + 1)):
            return start
        covered = [(cue.start, cue.end) for cue in cues.touching(start, limit) if cue.kind in COMPARING]
        covered += [(cue.start, cue.end) for cue in self._periods.touching(start, limit)]
        covered += [notion.span() for notion in _ONE_NOTION.finditer(self._text, start, limit)]

        def free(place: int) -> bool:
            return not any(first <= place < last for first, last in covered)

        marks = (match.start() for match in _SEPARATOR.finditer(self._text, start, limit))
        end = next(filter(free, marks), limit)
        breaks = (cue for cue in cues.starting(start, end) if cue.kind in BREAKING and free(cue.start))
        end = next((cue.start for cue in breaks if not (cue.kind == "reach" and _PREDICATE.match(self._text, cue.end))), end)
        compared = [cue for cue in cues.starting(start, end) if cue.kind in COMPARING]
        end = next((cue.start for cue in compared[1:] if cue.sign), end)
        later = self._periods.starting(start + 1, end)
        return next((cue.start for cue in later if self._begins_anew(cue)), end)

    def _begins_anew(self, period: PeriodCue) -> bool:
        """Whether a period behind a number is that of the next one: a sum, or a day from which on something else is so.

        "Sắp xếp 180 xã để từ ngày 01/7/2027 hình thành 60 xã" tells of that day only what comes behind it.
        """
        if period.kind == "stock" and opening(self._text, period) == "since":
            return True
        return period.kind in ("flow", "stock") and _SUMS_UP.match(self._text, period.start) is not None

    def _gap(self, mention: Mention, start: int, tail: int, fresh: bool) -> Gap:
        text, end = self._text, mention.start
        head = text[start:end]
        before = self._before(start, end)
        parted = any(cue.kind == "parts" for cue in before)
        outside = _BRACKET.sub(lambda bracket: " " * len(bracket[0]), head)
        topic = (
            _TOPIC.match(outside, 0 if fresh else outside.rfind(";") + 1) if (fresh or ";" in outside) and not parted else None
        )
        headed = topic.end() if topic else 0
        words = content_words(self._prose, self._periods, start, end)
        said = words[-1][0] if words else -1
        clause = start if fresh else start + outside.rfind(";") + 1
        subject = start + max(_last_break(outside, headed, said - start), _aimed_apart(text, before, said) - start)
        subject = max(subject, _parted(text, before, said) if fresh else -1)
        event = _AFTER.match(head) if fresh else None
        subject = max(subject, start + event.end() if event is not None and start + event.end() <= said else -1)
        behind = self._behind(mention, tail)
        to_level, reached, short = self._behind_verb(before, end, compared=bool(behind) or mention.unit in _DIFFERENCES)
        from_level, since = self._came_from(mention, to_level)
        return Gap(
            start=start, subject=subject, end=end, tail=tail, before=before, behind=behind,
            # What stands before a semicolon ends what was said before: "45 xã đạt chuẩn nông thôn mới; 12 xã ...".
            content=said >= max(clause, self._own_words(mention, subject, fresh)), parts=parted or ":" in head[headed:],
            opens=head.rfind("(") > head.rfind(")"),
            separator=next((mark for mark, pattern in _STRONGEST if pattern.search(head)), ""), fresh=fresh,
            from_level=from_level, since=since, reached=reached, short=short, of_whole=self._of_whole(mention, start, tail),
            alone=not text[mention.unit_end : tail].strip(), named=self._named(before, start, end),
            alike=_ALIKE.search(text, max(start, end - _SHORT * 2), end) is not None,
        )  # fmt: skip

    def _before(self, start: int, end: int) -> tuple[Cue, ...]:
        """The cues of an introduction; a verb of change does not reach over a semicolon."""
        ended = self._text.rfind(";", start, end)
        cues = self._prose.cues.within(start, end + 1)
        return tuple(cue for cue in cues if cue.start > ended or cue.kind not in MOVING)

    def _behind(self, mention: Mention, tail: int) -> tuple[Cue, ...]:
        """The comparisons behind a number, or behind an aside in brackets that follows it."""
        cues = self._prose.cues
        behind = tuple(cue for cue in cues.starting(mention.end, tail) if cue.kind in COMPARING)
        if not behind and (aside := _ASIDE.match(self._text, mention.unit_end)):
            behind = tuple(cue for cue in cues.starting(aside.end(), aside.end() + 1) if cue.kind in COMPARING)
        return behind

    def _named(self, before: tuple[Cue, ...], start: int, end: int) -> Cue | None:
        """The phrase that leads to a number at once; a plan does so with the words that say of when it is."""
        near = before[-1] if before and end - before[-1].end <= _NEAR else None
        if near is not None and near.kind == "plan" and not _MARK.search(self._text, near.end, end):
            return near
        plan = next((cue for cue in reversed(self._prose.cues.within(max(0, end - _LED), end)) if cue.kind == "plan"), None)
        if (
            plan is not None
            and (plan.bare or plan.start < start)
            and not _FUNDS_BEFORE_PLAN.search(self._text, max(0, plan.start - _NEAR), plan.start)
        ):
            aside = self._text.rfind("(", start, plan.start) > self._text.rfind(")", start, plan.start)
            before_it = plan.start < start and _OF_SO_MUCH.search(self._text, max(0, plan.start - _NEAR), plan.start) is None
            at_once = not self._text[plan.end : end].strip()
            leads = self._patterns.plan_leads if before_it and not at_once else self._patterns.leads[aside or plan.exceeded]
            if leads.fullmatch(self._text, plan.end, end):
                return plan
        return near if near is not None and not _MARK.search(self._text, near.end, end) else None

    def _own_words(self, mention: Mention, start: int, fresh: bool) -> int:
        """Where words of a new subject may begin: what stands before ", tăng 5%" or "(chiếm 5%)" belongs to the number before."""
        if fresh or not mention.unit.startswith("%"):
            return start
        comma = self._text.rfind(",", start, mention.start)
        comma = max(comma, self._text.rfind("(", start, mention.start) if mention.bracket else -1)
        if comma < 0:
            return start
        verb = next((cue for cue in self._prose.cues.within(comma + 1, mention.start) if cue.kind in _TELLING), None)
        tells = verb is not None and not self._text[comma + 1 : verb.start].strip()
        return comma if tells else start

    def _behind_verb(self, before: tuple[Cue, ...], end: int, compared: bool) -> tuple[bool, bool, bool]:
        """Whether a level, not the change, is told; whether something was reached since; whether the verb is near.

        Args:
            before: the cues of the introduction.
            end: place of the number.
            compared: what is told is compared, or counts places, so that it may be the change after all: "tăng lên 3 bậc".
        """
        verb = next((cue for cue in reversed(before) if cue.kind in MOVING), None)
        if verb is None:
            return self._patterns.changed.search(self._text, max(0, end - _CHANGED), end) is not None, False, False
        since = self._text[verb.end : end]
        reached = any(cue.kind in _REACHING and cue.start > verb.start for cue in before)
        short = len(since.split()) <= _SHORT and not _CLAUSE_MARK.search(since)
        level = self._patterns.level.search(since) is not None
        led = not level and self._patterns.to_level.search(self._text, verb.start, verb.end) is not None
        near = self._patterns.near.fullmatch(since) if led else None
        return level or (near is not None and (bool(near[1]) or not compared)), reached, short

    def _came_from(self, mention: Mention, to_level: bool) -> tuple[bool, bool]:
        """Whether a level is told between which and another something changed, and whether it is the first of both.

        An aim is to grow by so much: "phấn đấu GRDP tăng từ 7,6% đến 8%".
        """
        place = mention.start
        if self._patterns.since.search(self._text, max(0, place - _SHORT), place) is None:
            return to_level, False
        joined = mention.unit_end == mention.end or _DASH.match(self._text, mention.unit_end) is not None
        aims = self._prose.cues.within(self._prose.sentence_of(place)[0], place)
        ranges = mention.role == "low" and (joined or any(cue.kind == "goal" for cue in aims))
        if mention.bound == "trên" or ranges:
            return False, False
        level = to_level or self._patterns.goes_to.match(self._text, mention.unit_end) is not None
        return level, level

    def _of_whole(self, mention: Mention, start: int, tail: int) -> bool:
        """Whether a whole is named behind a number, or a rate before it."""
        whole = self._patterns.whole.match(self._text, mention.unit_end, max(tail, mention.unit_end))
        return whole is not None or self._patterns.rate.search(self._text, start, mention.start) is not None


def _aimed_apart(text: str, before: tuple[Cue, ...], said: int) -> int:
    """The place behind the last ", phấn đấu" that words follow which say something; -1 if there is none."""
    aims = (cue for cue in reversed(before) if cue.kind == "goal" and text[: cue.start].rstrip().endswith(","))
    return next((cue.end for cue in aims if cue.end <= said), -1)


def _parted(text: str, before: tuple[Cue, ...], said: int) -> int:
    """The place behind the last ", trong đó" that words follow which say something; -1 if there is none."""
    parts = (cue for cue in reversed(before) if cue.kind == "parts" and text[: cue.start].rstrip().endswith(","))
    return next((cue.end for cue in parts if cue.end <= said), -1)


def _last_break(outside: str, headed: int, said: int) -> int:
    """The place behind the last mark of an introduction that words follow which say something, or that begins anew; else 0."""
    closed = outside.rfind(")")
    marks = (mark for mark in _BREAK.finditer(outside, headed) if mark[0] != "(" or mark.start() > closed)
    anew = _ANEW.search(outside)
    return max((mark.end() for mark in marks if mark.end() <= said), default=0) if anew is None else anew.start() + 1


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What the words right around a number say.

    Attributes:
        whole: a whole, of which it is a share.
        rate: that it is a rate.
        since: that a change began at it.
        goes_to: that a change led from it to another: "từ 8,0 lên 9,5", "từ 11% (năm 2021) giảm còn 3%", "từ 2,5% năm 2023
            xuống 2,3%", "từ 140 đơn vị hành chính cấp xã xuống còn 48".
        level: behind a verb of change, that it is one of the levels.
        to_level: in a verb of change, that it leads to a level: "giảm xuống", "tăng lên".
        near: between such a verb and its number, at most how exact that is.
        changed: that it is the level to which something changed.
        leads: between a plan and its number, that nothing else is spoken of; in brackets, and where it was exceeded, what the
            plan was to rise by, too.
        plan_leads: the same, where something was compared with the plan before: "đạt 98% kế hoạch tỉnh giao là 300 ha".
    """

    whole: re.Pattern[str]
    rate: re.Pattern[str]
    since: re.Pattern[str]
    goes_to: re.Pattern[str]
    level: re.Pattern[str]
    to_level: re.Pattern[str]
    near: re.Pattern[str]
    changed: re.Pattern[str]
    leads: tuple[re.Pattern[str], re.Pattern[str]]
    plan_leads: re.Pattern[str]


@cache
def _patterns(damaged: bool) -> _Patterns:
    def words(phrases: str) -> str:
        return any_of(phrases, damaged)

    to = words(CHANGED_TO)
    near = words("mức|khoảng|gần|trên|đến|tới|dưới|hơn")
    then = rf"{words('năm|vào năm|trong năm|cuối năm|đầu năm|của năm')}\s*(?:(?:19|20)\d\d|{words('trước')})"
    kind = rf"(?:\s+(?!{loose('trở', damaged)}\s)[a-z]{{2,}}){{1,5}}?"
    near_to = rf"(?:\s*{words('trên|từ|khoảng|tối thiểu|ít nhất|ở mức|không thấp hơn|không dưới|không quá')})?"
    quarter = rf"{words('quý')} (?:iv|i{{1,3}}|[1-4])(?![a-z\d])"
    of_time = rf"(?:19|20)\d\d|\d\d? {words('tháng')}|{words('tháng')} \d\d?(?!\d)|{quarter}"
    said = words("giao đầu năm|đầu năm|điều hành|cả năm|của năm|năm|giao|đề ra|được giao|tỉnh giao|là|vốn")
    leading = rf"\s*(?:{said}|:|{of_time})"
    return _Patterns(
        whole=re.compile(r"\s*" + words(_WHOLES)),
        rate=re.compile(words("đạt tỷ lệ|chiếm tỷ lệ|tương ứng tỷ lệ|với tỷ lệ") + r"\s*$"),
        since=re.compile(words("từ") + r"\s*$"),
        goes_to=re.compile(
            rf"(?:[^\d,;.()]{{0,30}}\([^()]{{1,40}}\)|(?:{kind})?\s*{then}|{kind})?\s*{to}\s*(?:[a-z]{{2,6}}\s*){{0,2}}\d"
        ),
        level=re.compile(words(f"từ|về|{CHANGED_TO}") + rf"\s*(?:{near}\s*)?$"),
        to_level=re.compile(words("lên|xuống") + r"$"),
        near=re.compile(rf"\s*({near}\s*)?"),
        changed=re.compile(rf"(?<![a-z]){tolerant('(?<!trở )')}{to}\s*(?:{near}\s*)?$"),
        leads=(
            re.compile(rf"(?:{leading})*{near_to}\s*"),
            re.compile(rf"(?:{leading}|\s*{words('tăng|giảm|đạt|phải đạt')})*{near_to}\s*"),
        ),
        plan_leads=re.compile(rf"(?:{leading})*\s*(?:{words('là')}|:){near_to}\s*"),
    )
