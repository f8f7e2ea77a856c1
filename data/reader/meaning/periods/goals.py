"""Goals: what is aimed at is a target, and of the year or the years by which it is to be reached."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant
from data.grammar.period import PARTS_OF_YEAR, Period
from data.reader.meaning.periods.target_sentences import sentences_that_aim
from data.reader.meaning.sense import AIMS, ALLOTTED, LEVEL_BEFORE, PLAN_ASIDE
from data.reader.meaning.text.content import SAY

if TYPE_CHECKING:
    from data.reader.meaning.periods.found_period import FoundPeriod
    from data.reader.meaning.sense import Sense, State
    from data.reader.meaning.setting import Setting
    from data.reader.meaning.text.gaps import Gap
    from data.reader.meaning.text.prose import Mention, Prose

_ALL_YEARS = re.compile(tolerant(r"bình quân(?! (?:đầu ng|chung))|(?<![a-z])(?:cả giai đoạn|hằng năm)"))
"""What is said of all years of a plan; not "bình quân đầu người", which is of one, nor "mức bình quân chung"."""
_TO_DO = re.compile(
    tolerant(
        r"(?<![a-z])(?:thành lập(?: mới| thêm)?|thu hút|hoàn thành|xây dựng(?: mới)?|xây mới|khởi công|nâng cấp|cải tạo"
        r"|làm mới|mở mới|sửa chữa|cứng hóa|đào tạo|bồi dưỡng|tập huấn|tuyển sinh|giải quyết việc làm|tạo việc làm|trồng mới"
        r"|trồng rừng|huy động|di dời|bố trí|kết nạp|tổ chức|đấu giá|triển khai|thực hiện|hỗ trợ)(?![a-z])"
        r"(?:(?!quy mô|công suất)[^\d,;.:()]){0,60}$"
    )
)
"""Verbs of what is to be done so many times or to so many, beside which no level is told."""
_DO = re.compile(
    tolerant(
        r"(?:^|[.;:,]\s|\d[.)]\s|-\s)(?:(?:phấn đấu|tiếp tục) )?"
        r"(?:đón|thu(?! hồi)|giải ngân|giải quyết|trồng|cấp|công nhận|đưa|xóa|tiếp nhận|mở|sản xuất)(?![a-z])[^\d,;.:()]{0,60}$"
        r"|(?<![a-z])(?:thêm|tiếp)(?: [a-z]+){0,3}$"
    )
)
"""The same for the rest of a year, where they open a clause, and what is said of more."""
_OF_YEAR = re.compile(tolerant(r"(?<![a-z])(?:chỉ tiêu|kế hoạch|dự toán|cả năm|hết năm|cuối năm|mục tiêu)(?![a-z])"))
"""What says that a number is that of the whole year."""
_WANTED = re.compile(
    tolerant(
        r"(?<![a-z])(?:(?:yêu cầu|chỉ đạo|đôn đốc|tập trung) [^.;]{0,120}(?<![a-z])(?:để|nhằm) [^.;]{0,80}"
        r"|(?:với|theo|đáp ứng|bảo đảm) yêu cầu [^\d.;:,]{0,60})$"
    )
)
"""Words that ask for something so that a number is reached."""
_LEFT = re.compile(tolerant(r"(?<![a-z])còn phải [a-z]"))
"""What says that something is still to be done."""
_STILL = re.compile(tolerant(r"\(\s*còn\s$"))
"""What begins a bracket that tells how much is left: "Khu đô thị Mai Pha (còn 38 hộ)"."""
_NOW = re.compile(
    tolerant(
        r"(?:[,;(]\s*hiện(?: nay| tại)?(?: (?:là|đạt|mới|chỉ|có|còn))*"
        r"|(?<![a-z])đến nay,? (?:tỉnh |toàn tỉnh )?đã [^\d;.:]{0,60})\s*$"
    )
)
_NOW_LETTERS = 90
"""What leads to how much there is now, beside what is aimed at: "đạt 35%, hiện là 22,6%"; how far before the number it begins."""
_RAISED_AIM = re.compile(tolerant(r"(?<![a-z])(?:nâng|điều chỉnh|hạ|giảm) (?:mục tiêu|chỉ tiêu) [^\d;.]*$"))
"""What says of both levels that they are aimed at: "nâng mục tiêu tăng GRDP cả năm từ 8% lên 8,5%"."""
_OPENS = 3
"""Letters of a clause within which it opens with an aim."""
_WANTED_LETTERS = 220
"""How many letters before the number they may begin."""
_SEASON = re.compile(tolerant(r"(?<![a-z])vụ (?:mùa|xuân|đông|hè|thu|chiêm)(?![a-z])"))
"""What grows once a year."""
_FOREST = re.compile(tolerant(r"\s*rừng(?![a-z])"))
"""What is planted all year, also beside the crops of a season."""


_EXPECTED_BY = re.compile(tolerant(rf"(?<![a-z]){SAY}"))
"""What tells what those expect who were asked, which is no aim: "quý IV có 41% doanh nghiệp cho rằng sẽ tốt lên"."""
_ESTIMATED = re.compile(tolerant(r"(?<![a-z])ước (?:đến|thực hiện|đạt|giải ngân|cả|hết)"))
"""What says that it is estimated how much will be reached, which is no aim: "ước đến hết 31/01/2028 giải ngân ..."."""
_DONE = re.compile(r"20\d\d[^.;:]*[,)]\s(?:[a-z]+ ){0,6}d[a436@] [a-z]")
"""What tells a count that was reached behind a year ahead; wider, "đã" would be "để" and "đi", too."""


class Goals:
    """Tells what is aimed at in one passage."""

    def __init__(self, prose: Prose, setting: Setting) -> None:
        self._prose, self._setting, self._aiming = prose, setting, sentences_that_aim(prose)

    def measured(self, mention: Mention, gap: Gap, sense: Sense, told: FoundPeriod, state: State) -> tuple[str, Period]:
        """The measure and period of a mention, which is a target where a goal is spoken of.

        Args:
            mention: the number.
            gap: the words around it.
            sense: what it measures.
            told: its period and how that was told.
            state: what was told of its subject: the level that is aimed at, "1.100 tỷ đồng, gấp 1,6 lần giai đoạn 2021 - 2025".
        """
        frame, goals = self._setting.frame, self._setting.goals
        ahead = told.source == "said" and told.period.start > frame.report.end and sense.measure == "value"
        ahead = ahead and told.kind != "stock"  # what is so from a day on is settled
        ahead = ahead and _ESTIMATED.search(self._prose.text, gap.start, gap.end) is None
        if not goals and _EXPECTED_BY.search(self._prose.text, gap.start, gap.tail):
            return sense.measure, told.period
        if not goals and self._is_done(mention, told):
            return sense.measure, frame.unsaid()
        goal = goals or ahead or told.kind == "goal" or self._is_aimed_at(mention, gap) or self._is_wanted(mention, told)
        goes_on = told.source == "carried" and goals and not self._is_aimed_at(mention, gap)
        past = (told.source == "said" or goes_on) and told.kind != "goal" and told.period.end < frame.report.start
        other = (
            sense.measure == "total"
            or (state.level is not None and sense.measure == "base_ratio")
            or (sense.measure == "plan_value" and (bool(mention.bracket) or self._is_over(told)))
        )
        if goals and self._is_left(mention):
            return sense.measure, frame.now()
        if goals and frame.report.kind == "years" and sense.measure == "value" and self._is_so_now(mention):
            return "value", frame.report.years_before().at_end()
        # What is counted of aims is how many are met, unless it is aimed at itself: "dự kiến có 15 chỉ tiêu đạt và vượt".
        met = mention.unit == AIMS and not self._is_aimed_at(mention, gap)
        if sense.rule == LEVEL_BEFORE and self._is_raised_aim(mention):
            return "target", told.period
        if not goal or past or other or met or sense.rule in (ALLOTTED, LEVEL_BEFORE, PLAN_ASIDE):
            # "cao hơn mức 5,1%/năm của giai đoạn 2016 - 2020, thấp hơn mục tiêu 8,5%/năm": the aim is that of these years.
            of_before = sense.measure == "target" and told.source != "said" and frame.report.kind == "years"
            return sense.measure, frame.report if of_before and told.period == frame.report.years_before() else told.period
        period = told.period
        unsaid = told.source in ("settled", "inherited") and told.period in (frame.own(), frame.so_far())
        if (told.source == "default" or unsaid) and frame.report.kind in PARTS_OF_YEAR and not goals:
            period = Period.year(frame.year)
        if period.kind in PARTS_OF_YEAR and told.source != "said" and self._is_grown(mention):
            period = Period.year(period.end.year)
        if frame.rest is not None and period == frame.report and told.source != "said" and self._is_done_in_rest(mention, gap):
            period = frame.rest
        term = told.kind == "goal" and period.kind == "years"
        if term or (told.source in ("default", "inherited") and frame.report.kind == "years"):
            span = period if term else frame.report
            yearly = (
                state.yearly or self._is_done_over_years(mention, gap) or _ALL_YEARS.search(self._prose.text, gap.start, gap.tail)
            )
            period = span if yearly else Period.year(span.end.year)
        beside = mention.bracket and not (goals or ahead) and self._is_over(told) and period.end <= frame.report.end
        # What was aimed at beside what was reached is of the same time: "tăng 8,2%/năm (mục tiêu là 9%)".
        return "target", told.period if beside else period

    def _is_so_now(self, mention: Mention) -> bool:
        """Whether it is told how much there is now, when the plan of years is made."""
        return _NOW.search(self._prose.text, max(0, mention.start - _NOW_LETTERS), mention.start) is not None

    def _is_raised_aim(self, mention: Mention) -> bool:
        """Whether the level from which an aim was raised is told."""
        return _RAISED_AIM.search(self._prose.text, self._prose.clause_of(mention.start), mention.start) is not None

    def _is_left(self, mention: Mention) -> bool:
        """Whether it is told how much is still to be done, which is so now: "Diện tích còn phải giải phóng mặt bằng: 38 ha"."""
        start, text = self._prose.clause_of(mention.start), self._prose.text
        left = _LEFT.search(text, start, mention.start) or (mention.bracket and _STILL.search(text, start, mention.start))
        return not mention.unit.startswith("%") and bool(left)

    def _is_wanted(self, mention: Mention, told: FoundPeriod) -> bool:
        """Whether something is asked for so that so much is reached by a time to come: "yêu cầu ... để 6 tháng tăng 9%"."""
        if told.source != "said" or told.period.end <= self._setting.frame.report.end:
            return False
        start = max(self._prose.sentence_of(mention.start)[0], mention.start - _WANTED_LETTERS)
        return _WANTED.search(self._prose.text, start, mention.start) is not None

    def _is_done_over_years(self, mention: Mention, gap: Gap) -> bool:
        """Whether so much is to be done in all years, which is no level at their end: "thành lập thêm 8 cụm công nghiệp"."""
        return not mention.unit.startswith("%") and _TO_DO.search(self._prose.text, gap.start, gap.end) is not None

    def _is_done_in_rest(self, mention: Mention, gap: Gap) -> bool:
        """Whether so much is to be done in the rest of a year, and is no level at its end: "đón 2,6 triệu lượt khách"."""
        text, start = self._prose.text, self._prose.sentence_of(mention.start)[0]
        if mention.unit.startswith("%") or _OF_YEAR.search(text, start, mention.start) is not None:
            return False
        return _TO_DO.search(text, gap.start, gap.end) is not None or _DO.search(text, gap.start, gap.end) is not None

    def _is_done(self, mention: Mention, told: FoundPeriod) -> bool:
        """Whether what is counted was done already for a time ahead: "công tác tuyển quân năm 2028, đã sơ tuyển 900 người"."""
        if not mention.counted or told.source not in ("said", "carried") or told.period.start <= self._setting.frame.report.end:
            return False
        if told.kind == "stock":
            return False  # the day from which on it is so
        return _DONE.search(self._prose.text, self._prose.sentence_of(mention.start)[0], mention.start) is not None

    def _is_over(self, told: FoundPeriod) -> bool:
        """Whether a time is told of that belongs to years which are over, so that what was aimed at then was the plan."""
        frame, goals = self._setting.frame, self._setting.goals
        return frame.report.kind == "years" and not goals and told.kind != "goal" and told.period.end <= frame.report.end

    def _is_grown(self, mention: Mention) -> bool:
        """Whether an area, of which no time is told, is that of crops of a season, which is one of the year: "vụ Mùa"."""
        if mention.unit != "ha" or _FOREST.match(self._prose.text, mention.unit_end):
            return False
        text, sentence = self._prose.text, self._prose.sentence_of(mention.start)[0]
        return _SEASON.search(text, max(sentence, text.rfind(";", sentence, mention.start)), mention.start) is not None

    def _is_aimed_at(self, mention: Mention, gap: Gap) -> bool:
        """Whether the sentence aims at all of its numbers, or at this one: "phấn đấu đạt ...", "mục tiêu tăng trưởng ..."."""
        text = self._prose.text
        ended = max(text.rfind(mark, gap.start, gap.end) for mark in ",;")
        near = [cue for cue in gap.before if cue.start > ended]
        aims = any(cue.kind == "goal" or (cue.bare and cue.noun == "aim" and not cue.exceeded) for cue in near)
        # "Chỉ tiêu cả năm là tăng 10%" is an aim, "16 chỉ tiêu đạt kế hoạch" are counted.
        clause = self._prose.clause_of(mention.start)
        opens = any(cue.noun == "target" and 0 <= cue.start - clause < _OPENS for cue in near)
        aims = aims or (opens and (gap.moves or gap.from_level) and mention.unit != AIMS)
        return aims or self._prose.sentence_of(mention.start)[0] in self._aiming
