"""What a number is compared with where it does not say so itself: from the text before, after, or the kind of report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.fold import fold
from data.grammar.ocr import tolerant
from data.reader.meaning.periods.found_period import OF_THOSE, tells_more_groups
from data.reader.meaning.sense import BASE_LEVEL, IN_TURN, SHARE_OF_WHOLE
from data.reader.meaning.text.gaps import COMPARING
from data.reader.meaning.text.spans import Spans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.grammar.comparator import Cue
    from data.grammar.period_text import PeriodCue
    from data.reader.meaning.anchor import Anchor
    from data.reader.meaning.periods.found_period import FoundPeriod
    from data.reader.meaning.sense import Sense
    from data.reader.meaning.setting import Setting
    from data.reader.meaning.step import Step
    from data.reader.meaning.text.gaps import Gap
    from data.reader.meaning.text.prose import Mention, Prose

PRICES = re.compile(tolerant(r"giá tiêu dùng|chỉ số giá(?![a-z])|(?<!\w)[c]p[i]\b"))
_HEAD = 4
"""Letters of a sentence within which a comparison opens it."""
_AND, _KINDS = re.compile(tolerant(r"\s*và\s*(?:tăng|giảm)?\s*[+-]?\s*")), ({"prev", "yoy"}, {"base", "yoy"}, {"prev", "base"})
"""What joins two changes that are told together, and with what they are compared."""
_BOTH = 2
"""Comparisons that two changes have in turn."""
_AND_WITH = re.compile(tolerant(r"\s*(?:,|và)\s*(?:so (?:với )?)?"))
"""What joins two comparisons: "so với tháng trước và so với cùng kỳ"."""
_ASIDE_OF = re.compile(tolerant(r"\s*(?:(?:(?:xếp )?(?:thứ|hạng|vị trí) )*|đạt |(?:là )?(?:khoảng )?)"))
_CHANGE_OF_PLAN = re.compile(tolerant(r"\s*(?:tăng|giảm)(?: bình quân)?\s*"))
"""What stands there of a plan, too: "vượt mục tiêu đề ra (giảm 4%/năm)"."""
_ALONE, _ALONE_LETTERS = re.compile(tolerant(r"(?<![a-z])(?:riêng|trong đó) (?:trong )?$")), 14
"""What stands before one of several years that is told apart, and how many letters before it that begins."""
_CLOSED = re.compile(
    tolerant(r"(?:\s*/\s*\d+|\s*-\s*\d[\d,]*\s*%(?:/[a-z]+)?)?(?:\s*trở lên|\s*(?:tổng )?số [a-z]{2,10}(?: [a-z]{2,10})?)?\)")
)
"""What may stand between a bracket and the number that it tells alone, and behind that: "(thứ 21/63)", "(30% số xã)"."""
_SECOND_YEAR = re.compile(r"\s*[-–]\s*20\d\d")
"""What ends a comparison with several years."""
_ASIDE_CLOSED = re.compile(r"\([^()]*\)\s*$")
"""A bracket that has closed right before a number."""
_HALF_OF = re.compile(tolerant(r"(?<![a-z])nửa $"))
"""What stands before a plan of which half was reached: "bằng một nửa kế hoạch cả năm (1,2 triệu lượt)"."""
_WAS = re.compile(tolerant(r"\s*là\s*"))
"""What stands between the comparison of a change and the level it leads from: "giảm 21% so với tháng 5/2026 là 640 lượt"."""
_PLAN_WAS = re.compile(tolerant(r"(?:\s*(?:\d\d? tháng|quý [ivx\d]+|cả năm|năm(?:\s*20\d\d)?))?\s*là\s*"))
"""What stands between a plan that is compared with and what it is: "so với kịch bản 9 tháng là 9,5%"."""
_AHEAD = 60
"""Letters behind a number within which the comparison stands that is its own, not one that is carried on."""


_SET_BY = (
    r"Đại hội|Đảng bộ|lần thứ [ivxl]+|Nghị quyết|UBND|HĐND|đề ra|đặt ra|cho|trong|đến|hết|\d\d? tháng|tháng \d\d?"
    r"|quý [ivx\d]{1,3}"
)
_OF_WHAT = re.compile(tolerant(rf"(?: (?:tăng trưởng|đã|từ|kỳ|của|cả|năm|được|giao|đầu|tỉnh|20\d\d|{_SET_BY}))*"))
"""What says between a plan and its bracket of what year it is, or who set it: "vượt dự toán cả năm (5.300 tỷ đồng)"."""


_AVERAGED = re.compile(tolerant(r"; tốc độ tăng (?:trưởng )?bình quân (?:\d+ năm|cả giai đoạn|hằng năm|mỗi năm)(?![a-z])"))
_APART = re.compile(tolerant(r";|trong đó"))
"""What stands before a part that is told apart."""
_THEN_YEAR = re.compile(tolerant(r"\s*(?:,|và)\s*(?:tăng|giảm|bằng)\s*\d[\d,.]*\s*% so với cùng"))
"""What stands behind a comparison with the month before where the same thing is compared with last year, too."""
_RATE_THEN = re.compile(r"\s*\(\s*\d[\d.,]*\s*%\s*\)")
"""What stands behind a comparison of rates: "cải thiện rõ so với quý I (6,2%)"."""
_BY_POINTS, _POINTS_LETTERS = re.compile(tolerant(r"điểm (?:phần trăm|%)\s*$")), 20
"""What stands before a comparison of rates: "cao hơn 1,9 điểm phần trăm so với bình quân giai đoạn trước"."""


def _is_sum(cue: PeriodCue) -> bool:
    """Whether a period is one over which things add up: the year so far, or all of it."""
    return cue.period.kind in ("cumulative", "half", "year")


class Comparisons:
    """The comparisons of a passage, as its walk goes on.

    Attributes:
        base: the comparison that holds where none is said.
        index: what the last share was of, which those of the parts are of, too: ``plan_pct``, ``yoy_index`` or ``share_pct``.
        heads_list: the kind of comparison with which the words end that head the passage's list; ``""`` if none does.
    """

    def __init__(self, prose: Prose, periods: Spans[PeriodCue], setting: Setting, anchor: Anchor | None) -> None:
        self.base: Cue | None = None
        self.index: str | None = None
        self._prose, self._periods, self._setting = prose, periods, setting
        self._inherited = anchor.compared if anchor is not None else None
        self.heads_list = anchor.headed if anchor is not None else ""
        self._said = Spans(cue for cue in prose.cues if cue.kind in ("yoy", "prev", "base") and not cue.peers)
        self._spans = setting.frame.report.kind == "years"
        self._last: Cue | None = None
        self._month_before = False
        self._one: Cue | None = None
        self._both: tuple[Cue, ...] = ()
        self._prices = self._prices_from() if setting.frame.monthly else None

    def forget(self, gap: Gap) -> None:
        """Drop what does not hold beyond a semicolon or a sentence."""
        if gap.parts and not gap.fresh:
            self.base = self._last = self._last or self._heading(gap)
        if self.base is not None and self._spans and self._tells_year(gap):
            self.base = self._last = None  # so is a year told apart, with its own year before: "riêng năm 2025 tăng 8%"
        if self.base is not None and _AVERAGED.search(self._prose.text, gap.start, gap.end):
            self.base = self._last = None  # the average of years is compared with none of them
        told = self._periods.within(gap.start, gap.end) if self.base is not None and self.base.kind == "prev" else ()
        sums = any(map(_is_sum, told))
        if gap.fresh:
            self.base = self._last = self._opening(self._prose.sentence_of(gap.start)[0], gap.end)
            self.index = self.index if OF_THOSE.match(self._prose.text, self._prose.sentence_of(gap.start)[0]) else None
        elif sums or (told and gap.separator == ";"):
            self.base = self._last = None

    def _tells_year(self, gap: Gap) -> bool:
        """Whether one year of several is told apart in an introduction: "...; riêng năm 2025"."""
        return any(
            cue.period.kind == "year" and _ALONE.search(self._prose.text, max(0, cue.start - _ALONE_LETTERS), cue.start)
            for cue in self._periods.within(gap.start, gap.end)
        )

    def _prices_from(self) -> int | None:
        """From where on prices are spoken of: from the first letter if the section's title names them."""
        if PRICES.search(fold(self._prose.passage.section_title)):
            return -1
        named = PRICES.search(self._prose.text)
        return named.start() if named is not None else None

    def _opening(self, sentence: int, number: int) -> Cue | None:
        """What a whole sentence compares with: it opens or is headed with that, or it parts what was compared."""
        if OF_THOSE.match(self._prose.text, sentence) or tells_more_groups(self._prose, sentence):
            return self._last
        text = self._prose.text
        heads = (
            cue for cue in self._said.within(sentence, number) if cue.start < sentence + _HEAD or text.startswith(":", cue.end)
        )
        return next((cue for cue in heads if not cue.bare), None)

    def _heading(self, gap: Gap) -> Cue | None:
        """What the words compare with that lead to a list: "so với tháng trước có 7 nhóm tăng giá: giáo dục (+0,2%)"."""
        colon = self._prose.text.rfind(":", gap.start, gap.end)
        if colon < 0:
            return None
        said = next(reversed(self._said.within(self._prose.sentence_of(gap.start)[0], colon)), None)
        # Behind "..., lũy kế 9 tháng tăng 7,9%:" it is not the month's comparison that goes on.
        return None if said is None or any(map(_is_sum, self._periods.within(said.end, colon))) else said

    def note(self, sense: Sense, mention: Mention, part: bool) -> None:
        """Keep in mind what a number was compared with; what stands aside in brackets says nothing of the parts that follow.

        Args:
            sense: what it measures.
            mention: the number.
            part: it is of a part of what was told before, as those are that go on with it.
        """
        if sense.measure == "plan_pct" or (sense.measure == "yoy_index" and sense.base is not None):
            self.index = sense.measure
        elif sense.rule == SHARE_OF_WHOLE or (sense.measure == "share_pct" and part):
            self.index = "share_pct"
        # How much faster it grew than in the years before, and how fast then, is aside.
        faster = self._spans and (mention.unit.startswith("điểm") or sense.rule == BASE_LEVEL)
        if sense.base is not None and sense.base.kind != "plan" and not (sense.base.peers or faster):
            aside = mention.bracket or sense.measure == "base_ratio"  # "tăng 42% so với cùng kỳ và gấp 1,9 lần năm 2021"
            self._last = self._last if aside and self._last is not None else sense.base
            self.base = sense.base if self.base is None or self._spans else self.base
            self._month_before = self._month_before or sense.base.kind == "prev"
            if self._one is not None and not sense.rule.startswith(IN_TURN) and {self._one.kind, sense.base.kind} in _KINDS:
                self._both = (self._one, sense.base)
            self._one = sense.base

    def by_place(self, here: Step, mentions: Sequence[Mention], listed: bool) -> Cue | None:
        """The comparison of a change told with another one, "tăng 0,9% và 9,8%", where both were compared like that before.

        Both comparisons may stand behind, too, in turn: "tăng lần lượt 1,8% và 15,2% so với tháng trước và cùng kỳ".

        Args:
            here: where the change is told.
            mentions: those of the passage.
            listed: it stands in a list told in turn.
        """
        text, index, mention = self._prose.text, here.index, here.mention
        last, following = here.last, here.following
        if mention.unit != "%":
            return None
        second = last is not None and last.unit == "%" and _AND.fullmatch(text, last.unit_end, mention.start) is not None
        if not second:
            goes_on = following is not None and mentions[index + 1].unit == "%"
            if not goes_on or _AND.fullmatch(text, mention.unit_end, mentions[index + 1].start) is None:
                return None
        behind = here.gap.behind or (not second and following is not None and following.behind)
        both = self._both_behind(mention if second else mentions[index + 1]) or (() if listed or behind else self._both)
        return both[second] if both else None

    def _both_behind(self, mention: Mention) -> tuple[Cue, ...]:
        """The two comparisons that stand right behind a number, of the one before it and of its own."""
        text, end = self._prose.text, mention.unit_end
        both = tuple(self._said.starting(end, end + _AHEAD)[:2])
        if len(both) < _BOTH or {both[0].kind, both[1].kind} not in _KINDS or text[end : both[0].start].strip():
            return ()
        return both if _AND_WITH.fullmatch(text, both[0].end, both[1].start) else ()

    def aside_of(self, mention: Mention) -> Cue | None:
        """The comparison behind which a mention alone stands in a bracket: "so với cùng kỳ năm 2026 (310 vụ)"; or behind "là"."""
        text = self._prose.text
        if (one := self._one) is not None and one.end <= mention.start and _WAS.fullmatch(text, one.end, mention.start):
            return one
        near = self._prose.cues.within(max(0, mention.start - _AHEAD), mention.start)
        plan = next((cue for cue in reversed(near) if cue.kind == "plan" and not cue.bare), None)
        if plan is not None and _PLAN_WAS.fullmatch(text, plan.end, mention.start):
            return plan
        opened = text.rfind("(", 0, mention.start)
        if opened < 0 or not _CLOSED.match(text, mention.unit_end):
            return None
        alone = _ASIDE_OF.fullmatch(text, opened + 1, mention.start) is not None
        if not (alone or _CHANGE_OF_PLAN.fullmatch(text, opened + 1, mention.start)):
            return None
        place = len(text[:opened].rstrip())
        near = self._prose.cues.within(max(0, place - _AHEAD), place)
        cue = next((cue for cue in reversed(near) if cue.kind in COMPARING), None)
        if cue is None:
            return None
        at_once = cue.end == place or (cue.kind == "plan" and _OF_WHAT.fullmatch(text, cue.end, place) is not None)
        at_once = at_once or (cue.kind == "base" and _SECOND_YEAR.fullmatch(text, cue.end, place) is not None)
        passed = any(before.exceeded and cue.start - before.end <= 1 for before in near)  # "vượt mục tiêu kế hoạch"
        half = cue.kind == "plan" and _HALF_OF.search(text, 0, cue.start) is not None
        reached = cue.noun == "scheme" and text.endswith("% ", 0, cue.start)  # "đạt 41% kế hoạch năm (4,9 triệu lượt)"
        compares = not cue.bare or cue.exceeded or (cue.kind == "plan" and passed) or half or reached
        return cue if at_once and compares and (alone or cue.kind in ("plan", "base")) else None

    def before_aside(self, mention: Mention) -> Cue | None:
        """The comparison that goes on behind a bracket: "cao hơn cùng kỳ (đạt 22%) 1,8 điểm phần trăm"."""
        text, end = self._prose.text, mention.start
        closed = _ASIDE_CLOSED.search(text, max(0, end - _AHEAD), end)
        place = len(text[: closed.start()].rstrip()) if closed is not None else 0
        return next(
            (cue for cue in self._prose.cues.within(max(0, place - _AHEAD), place) if cue.sign and cue.end == place), None
        )

    def upcoming(self, mention: Mention) -> Cue | None:
        """The comparison said later in the sentence, which holds for the changes before it.

        With the quarter before only the part is compared that is told apart: "tăng 9%; trong đó quý II tăng 2% so với quý I".
        What is higher or lower than then, or beside the rate of then, is the rate itself: "tăng 7%, thấp hơn tháng 4 (8%)".
        """
        cue = self._said.next(mention.end, self._prose.sentence_of(mention.start)[1]) if self.base is None else None
        if cue is not None and cue.kind != "yoy" and mention.unit == "%" and self._is_of_rates(cue):
            return None
        if cue is not None and cue.kind == "base" and not self._spans and ";" in self._prose.text[mention.end : cue.start]:
            return None  # "tăng 5%; dư nợ ... tăng 9% so với cuối năm trước"
        told = self._periods.next(mention.end, cue.start) if cue is not None and cue.kind != "yoy" else None
        if cue is not None and cue.kind == "prev" and self._is_of_last_alone(mention, cue, told):
            return None
        return cue if told is None or _APART.search(self._prose.text, mention.end, told.start) is None else None

    def _is_of_rates(self, cue: Cue) -> bool:
        """Whether a comparison tells how far a rate is from that of another time."""
        text = self._prose.text
        points = _BY_POINTS.search(text, max(0, cue.start - _POINTS_LETTERS), cue.start) is not None
        return bool(cue.sign) or points or _RATE_THEN.match(text, cue.end) is not None

    def _is_of_last_alone(self, mention: Mention, cue: Cue, told: PeriodCue | None) -> bool:
        """Whether only the last number of a sentence is compared with the month before, not one before it.

        So is the month behind a sum, "9 tháng tăng 3,5%, tháng 9 giảm 0,1% so với tháng trước"; so is what is compared with
        last year, too: "đàn bò giảm 2%; đàn lợn tăng 1% so với tháng trước và giảm 4% so với cùng kỳ".
        """
        text = self._prose.text
        before = self._periods.within(self._prose.sentence_of(mention.start)[0], mention.start)
        if told is not None and told.period.kind == "month" and before and _is_sum(before[-1]):
            return True
        return ";" in text[mention.end : cue.start] and _THEN_YEAR.match(text, cue.end) is not None

    def carried(self, base: Cue, mention: Mention) -> bool:
        """Whether a comparison was said of another number, not of a mention."""
        between = any(mention.end <= other.start < base.start for other in self._prose.mentions)
        return between or base not in self._said.touching(mention.end, mention.end + _AHEAD)

    def by_kind(self, mention: Mention, told: FoundPeriod, level: FoundPeriod | None, priced: bool) -> str:
        """The comparison of the report's kind, where the passage says none.

        Args:
            mention: what may be a change.
            told: its period.
            level: the period of the level before it, if that is a sum over a time: that of one year changes from year to year.
            priced: it may be the change of a price, which is compared with the month before as others were.
        """
        if self._inherited and self.base is None:
            return self._inherited
        if told.kind == "stock" and told.period.start > self._setting.frame.report.end:
            return "base"  # what is so from a day on was not so a year before it
        own = told.period == self._setting.frame.own() or told.period.kind == "month"
        if self._prices is not None and self._prices < mention.start and own and self._month_before and priced:
            return "prev"
        of_year = told.source == "said" and told.period.kind == "year"
        of_year = of_year or (level is not None and level.source in ("said", "carried") and level.period.kind == "year")
        return "base" if self._spans and not of_year else "yoy"
