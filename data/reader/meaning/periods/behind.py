"""Periods that stand behind a number and are its own: "5 tập thể trong tháng", "11% đầu giai đoạn (cuối năm 2021)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant
from data.grammar.period_text import opening
from data.reader.meaning.periods.period_cues import held_once
from data.reader.meaning.sense import AIMS
from data.reader.meaning.text.content import STANDARD
from data.reader.meaning.text.prose import RIGHT_BEHIND
from data.reader.meaning.text.spans import Spans

if TYPE_CHECKING:
    from data.grammar.period_text import PeriodCue
    from data.reader.meaning.setting import Setting
    from data.reader.meaning.text.gaps import Gap
    from data.reader.meaning.text.prose import Mention, Prose

_OPENS = re.compile(r"[^\d,;.()]{0,30}\(\s*")
_ASIDE, _NOTHING_ELSE = 40, re.compile(tolerant(r"\(\s*(?:(?:kết quả|số liệu)[^()]*)?$"))
"""Letters of an aside before the period that it ends with, which say only where the number comes from: "kết quả bình xét"."""
_JOINS = re.compile(tolerant(r"\s*(?:,|và|/)\s*"))
"""What joins counts whose words stand behind the last of them."""
_PAIR = 4
"""Letters within which the second number of a pair stands behind the first."""
_MARK = re.compile(r"[\d,;.:()]")
_ONE_CLAUSE = re.compile(tolerant(r"(?:(?!và )[a-z\s-]|, (?=[a-z]+ [a-z]+ )){0,90}"))
"""What stands between a number and the time with which its clause ends: things that are counted together."""
_COUNTED = re.compile(tolerant(r"(?:tính đến|vào cuối) "))
"""How a day begins up to which a number counts behind which it stands: "83% khối lượng tính đến ngày 30/11/2027"."""
_BECAUSE = re.compile(tolerant(r"(?<![a-z])(?<!trong )(?<!từ )(?<!sau )(?<!theo )(?:do|vì|bởi|nhờ) [^\d,;.:()]{0,40}$"))
"""What leads to a time of which only the cause is told: "giảm 1,9% so với tháng trước do tháng 2 có Tết"."""
_ALL_OF_AIM = re.compile(tolerant(r"\s*chỉ tiêu năm "))
"""What stands behind a percentage of what was to be done in a year: "tuyển quân hoàn thành 100% chỉ tiêu năm 2027"."""
_AT = re.compile(tolerant(r"(?<![a-z])vào\s*$"))
_ON = re.compile(tolerant(r"vào ngày "))
"""What makes a point in time that stands behind a number the number's own: "3,2% vào cuối năm 2025"."""


def bounds_clause(text: str, cue: PeriodCue) -> bool:
    """Whether it is a day before which something is to be done, or from which on it is so: "trước 30/9/2027"."""
    opens = opening(text, cue)
    return cue.period.kind == "point" and (opens == "by" or (opens == "since" and cue.kind == "stock"))


class PeriodsBehind:
    """Finds the periods behind the numbers of one passage."""

    def __init__(self, prose: Prose, cues: Spans[PeriodCue], setting: Setting) -> None:
        self._prose, self._text, self._cues, self._mentions = prose, prose.text, cues, Spans(prose.mentions)
        self._frame, self._goals = setting.frame, setting.goals

    def in_brackets(self, mention: Mention) -> tuple[PeriodCue, bool] | None:
        """A period with which an aside right behind a number ends, and whether nothing else is said in it."""
        whole = self._whole_of(mention)
        place = mention.unit_end if whole is None else whole.unit_end
        opened = _OPENS.match(self._text, place)
        cue = self._cues.next(opened.end(), opened.end() + _ASIDE) if opened else None
        if opened is None or cue is None or self._text[cue.end : cue.end + 2].lstrip()[:1] != ")":
            return None
        return cue, _NOTHING_ELSE.search(self._text, place, cue.start) is not None

    def at_once(self, mention: Mention, gap: Gap) -> PeriodCue | None:
        """The first period right behind a number and what it counts, or behind a pair: "xếp thứ 14/34 năm 2025"."""
        if (whole := self._whole_of(mention)) is not None:
            return self._cues.next(whole.unit_end, whole.unit_end + RIGHT_BEHIND)
        standard = STANDARD.match(self._text, gap.tail)
        cue = next(iter(self._cues.within(mention.unit_end, standard.end() if standard else gap.tail + 1)), None)
        if cue is None or _BECAUSE.search(self._text, mention.unit_end, cue.start) is not None:
            return None
        return None if self._is_of_plan(cue, mention) else cue

    def _whole_of(self, mention: Mention) -> Mention | None:
        """The second number of a pair of which a mention is the first."""
        whole = next(iter(self._mentions.starting(mention.end, mention.end + _PAIR)), None) if mention.role == "part" else None
        return whole if whole is not None and whole.role == "of" else None

    def _is_of_plan(self, cue: PeriodCue, mention: Mention) -> bool:
        """Whether several years are those of a plan of which so much was reached: "21% kế hoạch cho giai đoạn 2021 - 2030"."""
        share = mention.unit == "%" and cue.period.kind == "years" and cue.period.end > self._frame.report.end
        return share and any(known.kind == "plan" for known in self._prose.cues.within(mention.end, cue.start))

    def is_own(self, cue: PeriodCue, mention: Mention, gap: Gap) -> bool:
        """Whether a period right behind a number is that of the number."""
        text = self._text
        # With which it is compared: "gấp 1,3 lần 9 tháng năm 2022", "gấp 1,6 lần quý I".
        before = cue.period.end < self._frame.report.start or (
            cue.period.kind == "quarter" and cue.period.end < self._frame.report.end
        )
        if mention.unit == "lần" and before and not text[mention.unit_end : cue.start].strip():
            return False
        ended = opening(text, cue) == "end" and not text[mention.unit_end : cue.start].strip()
        counted = (
            ended
            or _ON.match(text, cue.start)
            or _COUNTED.match(text, cue.start)
            or _AT.search(text, mention.unit_end, cue.start)
        )
        dated = cue.kind == "until" and (counted or bounds_clause(text, cue))
        left = gap.since and cue.kind == "stock" and opening(text, cue) == "now"  # "giảm từ 200 xã hiện nay xuống còn 194"
        return bool(dated or left or cue.kind in ("flow", "year", "goal")) and not self._is_of_whole(cue, mention, gap)

    def _is_of_whole(self, cue: PeriodCue, mention: Mention, gap: Gap) -> bool:
        """Whether a year before the report is that of the whole which a share is of: "bằng 9% biên chế được giao năm 2015"."""
        before = cue.kind == "year" and cue.period.end < self._frame.report.start and mention.unit == "%"
        equal = any(verb.kind == "equal" for verb in gap.before[-1:]) and not gap.behind
        return before and equal and bool(self._text[mention.unit_end : cue.start].strip())

    def farther(self, mention: Mention) -> PeriodCue | None:
        """The period of a number that stands farther behind it, at the end of a list or of a clause."""
        told = self._behind_list(mention) or self._since_new_year(mention) or self._done_once(mention)
        return told or self._of_aims(mention) or self._aimed_for(mention)

    def _since_new_year(self, mention: Mention) -> PeriodCue | None:
        """The year so far with which a clause ends that tells nothing else: "214 buổi biểu diễn, tuyên truyền từ đầu năm"."""
        text, following = self._text, self._mentions.next(mention.end, len(self._text))
        cue = self._cues.next(mention.unit_end, following.start if following else len(text))
        if cue is None or not self._sums_since_new_year(cue):
            return None
        ends = not text[cue.end : cue.end + 1] or text[cue.end] in ".;"
        return cue if ends and _ONE_CLAUSE.fullmatch(text, mention.unit_end, cue.start) else None

    def _done_once(self, mention: Mention) -> PeriodCue | None:
        """The year behind a number of what is done once in it: "hoàn thành 100% chỉ tiêu giao quân năm 2027"."""
        text, place = self._text, mention.unit_end
        mark = _MARK.search(text, place)
        cue = self._cues.next(place, mark.start() if mark else len(text))
        begins = self._prose.sentence_of(mention.start)[0] if _ALL_OF_AIM.match(text, place) else place
        once = cue is not None and cue.kind == "year" and held_once(text, begins, cue.start)
        return cue if once else None

    def _of_aims(self, mention: Mention) -> PeriodCue | None:
        """The year of aims that are counted: "ước có 16/18 chỉ tiêu của năm 2027 đạt"."""
        if mention.unit != AIMS:
            return None
        whole = self._whole_of(mention) or mention
        mark = _MARK.search(self._text, whole.unit_end)
        cue = self._cues.next(whole.unit_end, mark.start() if mark else len(self._text))
        return cue if cue is not None and cue.kind == "year" else None

    def _aimed_for(self, mention: Mention) -> PeriodCue | None:
        """The time with which a clause ends on what is to be done: "bàn giao 150 ha mặt bằng khu công nghiệp trong quý III"."""
        if not self._goals:
            return None
        mark = _MARK.search(self._text, mention.unit_end)
        end = mark.start() if mark else len(self._text)
        cue = self._cues.next(mention.unit_end, end + 1)
        ends = cue is not None and opening(self._text, cue) in (("by",) if mention.unit == "%" else ("within", "by", "all"))
        return cue if cue is not None and ends and cue.end >= len(self._text[:end].rstrip()) else None

    def _behind_list(self, mention: Mention) -> PeriodCue | None:
        """What is said behind the last of coordinated counts, for all of them: "5 tập thể, 20 cá nhân ... trong tháng"."""
        text, last = self._text, mention
        for following in self._mentions.starting(mention.end, self._prose.sentence_of(mention.start)[1]):
            if not (last.counted and following.counted) or _JOINS.fullmatch(text, last.unit_end, following.start) is None:
                break
            last = following
        if last is mention:
            return None
        mark = _MARK.search(text, last.unit_end)
        cue = self._cues.next(last.unit_end, mark.start() if mark else len(text))
        within = cue is not None and cue.kind == "flow" and opening(text, cue) == "within"
        return cue if within or (cue is not None and self._sums_since_new_year(cue)) else None

    def _sums_since_new_year(self, cue: PeriodCue) -> bool:
        """Whether it is the year so far, told as "từ đầu năm"."""
        return opening(self._text, cue) == "since" and cue.period == self._frame.so_far()
