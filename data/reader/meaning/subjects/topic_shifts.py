"""Topic shifts: whether a mention continues the subject, returns to an earlier one, or starts a new one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant
from data.grammar.unit import is_money, of_another_kind, unit_of
from data.reader.meaning.measures.amounts import counted_alike
from data.reader.meaning.measures.change_lists import of_capital, of_count
from data.reader.meaning.numbers.parts_by_place import told_by
from data.reader.meaning.periods.last_year import then_told
from data.reader.meaning.subjects.subject import noun_alone, noun_described, spoken_alike
from data.reader.meaning.text.content import THIS
from data.reader.meaning.text.gaps import MOVING, RANKS

if TYPE_CHECKING:
    from data.reader.meaning.numbers.respective_lists import ListPlace
    from data.reader.meaning.periods.comparisons import Comparisons
    from data.reader.meaning.step import Step
    from data.reader.meaning.subjects.discourse import Discourse
    from data.reader.meaning.subjects.names import Names
    from data.reader.meaning.subjects.subject import Subject
    from data.reader.meaning.text.prose import Prose


_MISSED_AIM = re.compile(
    tolerant(r"[\s,]*(?:(?:nhưng|song|tuy nhiên) )?(?:chưa|không) đạt (?:được )?(?:mục tiêu|chỉ tiêu|kế hoạch)[^\d,;.:()%]{0,25}")
)
"""All that stands between what was reached and what was aimed at: ", chưa đạt mục tiêu kế hoạch là"."""
_FROM, _FROM_LETTERS = re.compile(tolerant(r"(?<![a-z])từ (?:tổng số )?$")), 14
"""What leads to the level from which something changed, and how many letters before it that begins."""
_THIS = re.compile(tolerant(rf"\W*{THIS}"))
"""How a sentence begins that goes on with what was told last."""
_ADDS, _VERB = re.compile(tolerant(r"(?<![a-z])(?:đóng góp|làm (?:tăng|giảm)) (?:[a-z]+ )?$")), 24
"""What says that points are added to a whole, and how far before them it stands."""
_IN_ALL, _ALL_LETTERS = re.compile(tolerant(r"(?<![a-z])lũy kế(?![a-z])[^;.]*(?<![a-z])có\s*$")), 80
"""What says that all of something is counted: "lũy kế đến nay toàn tỉnh có", and within how many letters."""
_AND = re.compile(tolerant(r"\s*và\s*"))
"""What stands between what was exceeded and the next count: "8 chỉ tiêu vượt và 11 chỉ tiêu đạt"."""
_MOVES_ALONE = re.compile(tolerant(r", (?:tăng|giảm) $"))
"""A verb that goes back over what ends the clause before it: "58 đoàn với 712 người đến thăm, làm việc, tăng 16 đoàn"."""
_SAYS_MORE = re.compile(r"\s+(?:\d+%? )?[a-z]{2,}")
"""What is said of a part right behind its number, whether it is a predicate or a noun."""
_NEAR = 2
"""Letters between the words that belong to a number and the verb that goes on with its share: ", "."""


class TopicShifts:
    """Decides for each mention of a passage, in order, what the discourse's subject is."""

    def __init__(
        self, prose: Prose, discourse: Discourse, names: Names, compared: Comparisons, in_turn: dict[int, ListPlace]
    ) -> None:
        self._prose, self._discourse, self._names, self._compared, self._in_turn = prose, discourse, names, compared, in_turn
        self._outside: dict[int, Subject] = {}
        self._told: list[Subject] = []
        self._told_again = False

    def take(self, here: Step) -> None:
        """Make what a mention speaks of the subject."""
        self._take(here)
        self._told_again = here.gap.alike and not here.gap.content

    def _take(self, here: Step) -> None:
        mention, gap, discourse = here.mention, here.gap, self._discourse
        if gap.fresh and not gap.parts:
            discourse.whole = None
        if mention.role in ("of", "high"):
            return
        if (outside := self._behind_bracket(here)) is not None and here.index not in self._in_turn:
            discourse.subject = outside
            if gap.moves and mention.counted:
                self._turn(here)
                return
            nouns, rate = mention.counted or mention.role == "part", (gap.separator == ";" or gap.fresh) and mention.unit == "%"
            level = outside.state.level
            nouns = nouns or (level is not None and not mention.unit.startswith("%") and of_another_kind(mention.unit, level))
            nouns = nouns or self._told_of_each(here)
            another = (nouns and (gap.separator == ";" or gap.fresh)) or (
                (nouns or rate) and self._counts_another(here, moves=False)
            )
            if another and all(cue.kind in ("reach", "rank") for cue in gap.before):
                self._begin(here)
            return
        if gap.opens and mention.bracket:
            self._outside[mention.bracket] = discourse.subject
        if discourse.subject.figures and (gap.parts or (gap.opens and gap.content)):
            discourse.whole = discourse.subject
        self._turn(here)

    def _behind_bracket(self, here: Step) -> Subject | None:
        """What was spoken of before a bracket that has closed, if no words follow it."""
        left = here.last is not None and here.last.bracket in self._outside and not here.mention.bracket
        return self._outside.pop(here.last.bracket) if here.last and left and not here.gap.content else None

    def _turn(self, here: Step) -> None:
        mention, gap, listed = here.mention, here.gap, here.index in self._in_turn
        capital = not gap.content and self._discourse.change is not None and of_capital(self._prose.text, mention)
        equals = not gap.content and bool(gap.before) and gap.before[-1].kind == "equal"
        goes_back = capital or _is_more_or_less(here) or (equals and of_count(self._prose, mention))
        moves = goes_back or (gap.moves and not self._is_over(here))
        then = self._of_noun_then(here) or self._of_all_parts(here) or self._before_other_money(here) or self._whole_again(here)
        if then is not None:
            self._discourse.go_back(then)
            return
        if (moves or listed or self._lists_changes(here)) and (earlier := self._earlier(here)) is not None:
            self._discourse.go_back(earlier)
        elif self._is_new(here, moves):
            self._begin(here)

    def _is_over(self, here: Step) -> bool:
        """Whether a comma, or "và", ends what was said to move before a count: "16 chỉ tiêu vượt, còn 6 chỉ tiêu không đạt"."""
        verb = next((cue for cue in reversed(here.gap.before) if cue.kind in MOVING), None)
        if verb is None or not here.mention.counted:
            return False
        text, start = self._prose.text, here.mention.start
        return "," in text[verb.end : start] or _AND.fullmatch(text, verb.end, start) is not None

    def _lists_changes(self, here: Step) -> bool:
        """Whether a change in another noun goes on with one told before: "512 vụ, 731 đối tượng (tăng 23 vụ, 41 đối tượng)"."""
        mention, gap, last = here.mention, here.gap, here.last
        changed = self._discourse.change is not None and last is not None and last.counted and last.bracket == mention.bracket
        another = last is not None and mention.counted and mention.unit != last.unit
        return changed and another and gap.separator == "," and not (gap.content or gap.before)

    def _of_noun_then(self, here: Step) -> Subject | None:
        """What a bracket tells of last year that goes back to another noun: "1 vụ với 420 người (cùng kỳ 3 vụ)"."""
        mention, gap = here.mention, here.gap
        level = self._discourse.subject.state.level
        if level is None or then_told(self._prose, here) is None:
            return None
        if not gap.content and (level == mention.unit or not (mention.counted or of_another_kind(mention.unit, level))):
            return None
        self._discourse.recent.add(self._discourse.subject)
        alike = self._discourse.recent.at_level(mention.unit, self._prose.sentence_of(mention.start)[0])
        if not alike or alike[-1].match is None:
            return None
        opened = self._prose.text.rfind("(", gap.start, mention.start) if gap.opens else gap.start
        named = self._names.at(here.index, opened) if gap.content else None
        return alike[-1] if named is None or named.indicator == alike[-1].match.indicator else None

    def _of_all_parts(self, here: Step) -> Subject | None:
        """The whole, if all its parts have been told and a change in its noun follows: "9 giải: 4 giải A, 5 giải B, tăng 2"."""
        mention, gap, whole = here.mention, here.gap, self._discourse.whole
        if whole is None or not whole.figures or gap.content or gap.separator != "," or not (gap.moves and mention.counted):
            return None
        told = self._discourse.figures[whole.figures[0] :]
        unit, parts = told[0].unit, [figure.value for figure in told[1:]]
        alike = all(figure.measure == "value" and figure.unit == unit == mention.unit for figure in told)
        return whole if alike and len(parts) > 1 and sum(parts) == told[0].value else None

    def _before_other_money(self, here: Step) -> Subject | None:
        """The sum told again in another currency, of which a change follows: "31 triệu đồng, tương đương 1.400 USD, gấp ..."."""
        mention, gap, before, last = here.mention, here.gap, self._discourse.before, self._discourse.last
        if before is None or last is None or here.index == 0 or gap.content or gap.fresh or gap.separator != ",":
            return None
        again = self._told_again and last.measure == "value" and is_money(last.unit) and is_money(before.state.level or "")
        return before if again and (gap.moves or mention.unit in ("%", "lần")) else None

    def _whole_again(self, here: Step) -> Subject | None:
        """The whole, if a clause behind its parts only estimates how much will be reached: "...; ước đến 31/12 đạt 95%"."""
        gap, whole = here.gap, self._discourse.whole
        estimated = gap.separator == ";" and not gap.content and any(cue.kind == "estimate" for cue in gap.before)
        return whole if estimated and self._discourse.subject.part and here.mention.unit == "%" else None

    def _is_new(self, here: Step, moves: bool) -> bool:
        """Whether a mention speaks of something else than what is spoken of, and of nothing told before."""
        gap = here.gap
        same = self._aims_at_the_same(here) or self._was_the_same(here) or self._planned_the_same(here)
        if same or self._speaks_of_it(here) or self._has_become(here):
            return False
        new = gap.content or here.index in self._in_turn or (gap.fresh and not moves) or not self._discourse.subject.figures
        new = new or (gap.fresh and here.mention.unit == "điểm phần trăm" and self._counted())
        new = new or self._names.ranked_in(here.index) or self._adds(here) or (moves and of_count(self._prose, here.mention))
        new = new or self._is_rate_of(here) or self._sums_up(here) or (not moves and self._counts_part(here))
        listed = self._discourse.subject.of is not None and told_by(self._prose, gap, here.mention, listed=True) is not None
        return new or listed or self._counts_another(here, moves)

    def _has_become(self, here: Step) -> bool:
        """Whether it is told how many are left of those counted right before: "từ 194 xã, tỉnh sắp xếp còn 65 xã"."""
        last, gap = here.last, here.gap
        alike = last is not None and last.counted and last.unit == here.mention.unit and gap.from_level and not gap.fresh
        if last is None or not alike or gap.separator not in ("", ",") or not self._discourse.subject.figures:
            return False
        return _FROM.search(self._prose.text, max(0, last.start - _FROM_LETTERS), last.start) is not None

    def _speaks_of_it(self, here: Step) -> bool:
        """Whether a sentence begins with what was told last, and says nothing else: "Con số này thấp hơn mục tiêu 6%"."""
        gap = here.gap
        this = gap.fresh and not gap.content and _THIS.match(self._prose.text, gap.start) is not None
        return this and bool(self._discourse.subject.figures)

    def _aims_at_the_same(self, here: Step) -> bool:
        """Whether an aim that was not reached is told: "tăng 9,1%, chưa đạt mục tiêu 10%", "chưa đạt mục tiêu đề ra (10%)"."""
        mention, gap, last = here.mention, here.gap, self._discourse.last
        alike = last is not None and last.unit == mention.unit and mention.unit.startswith("%")
        grew = alike and bool(self._discourse.subject.figures)
        if grew and _MISSED_AIM.fullmatch(self._prose.text, gap.start, mention.start):
            return True
        aside = gap.opens and mention.bracket and not gap.fresh and gap.separator in ("", ",")
        named = gap.named is not None and gap.named.kind == "plan"
        if not (aside and named and last is not None and last.unit == mention.unit and self._discourse.subject.figures):
            return False
        return self._names.at(here.index, gap.start, same_kind=True) is None

    def _was_the_same(self, here: Step) -> bool:
        """Whether a bracket tells the rate with which one is compared: "tăng 7,4%, cải thiện rõ so với quý I (6,2%)"."""
        mention, gap, last = here.mention, here.gap, here.last
        base = self._compared.aside_of(mention) if gap.opens and not gap.fresh else None
        if base is None or last is None or base.peers:
            return False
        alone = gap.separator in ("", ",")
        if not (alone and mention.unit == last.unit == "%" and self._discourse.subject.figures):
            return False
        named, match = self._names.at(here.index, gap.start, same_kind=True), self._discourse.subject.match
        return named is None or (match is not None and named.indicator == match.indicator)

    def _planned_the_same(self, here: Step) -> bool:
        """Whether the plan is told in another noun for the same: "2 triệu lượt khách, đạt 41% KH (4,9 triệu lượt)".

        So it is without a bracket: "5 triệu lượt khách, vượt kế hoạch đề ra là 4,7 triệu lượt".
        """
        gap, level = here.gap, self._discourse.subject.state.level
        base = self._compared.aside_of(here.mention) if gap.opens and not gap.fresh else None
        base = base or (gap.named if gap.separator == "," and not gap.fresh else None)
        alike = level is not None and here.mention.counted and counted_alike(level, here.mention.unit)
        return alike and base is not None and base.kind == "plan" and not gap.content

    def _is_rate_of(self, here: Step) -> bool:
        """Whether a share of what has reached something has a name of its own: "60/80 trường đạt chuẩn quốc gia, chiếm 75%"."""
        mention, gap, last = here.mention, here.gap, here.last
        shared = [cue.kind for cue in gap.before] == ["share"] and gap.before[0].start <= gap.start + _NEAR
        reached = last is not None and any(cue.kind == "reach" for cue in self._prose.cues.starting(last.unit_end, gap.start))
        shares = shared and reached and mention.unit == "%" and not mention.bracket and gap.separator == ","
        if not shares or last is None or not last.counted or gap.of_whole or gap.content:
            return False
        return self._names.names_rate(here.index, max(self._discourse.subject.start, self._prose.clause_of(mention.start)))

    def _counts_part(self, here: Step) -> bool:
        """Whether so many of what was counted are told by the words behind: "583 sản phẩm, trong đó có 49 đạt từ 4 sao"."""
        mention, gap, level = here.mention, here.gap, self._discourse.subject.state.level
        counted = gap.parts and mention.counted and mention.unit == level and not (gap.content or gap.fresh)
        told = _SAYS_MORE.match(self._prose.text, mention.unit_end) is not None
        return counted and told and not self._names.told_time(here)

    def _sums_up(self, here: Step) -> bool:
        """Whether it is told how many there are in all, behind how many came to be: "mới 8 sản phẩm, lũy kế có 75 sản phẩm"."""
        near = max(here.gap.start, here.mention.start - _ALL_LETTERS)
        return here.mention.counted and _IN_ALL.search(self._prose.text, near, here.mention.start) is not None

    def _counted(self) -> bool:
        """Whether a count is spoken of, of which no sentence goes on to tell points."""
        return unit_of(self._discourse.subject.state.level or "").counted

    def _adds(self, here: Step) -> bool:
        """Whether so many points are what a part adds to the growth of a whole, which is not its own growth."""
        points = here.mention.unit.startswith("điểm")
        return points and _ADDS.search(self._prose.text, max(0, here.mention.start - _VERB), here.mention.start) is not None

    def _told_of_each(self, here: Step) -> bool:
        """Whether it is told behind a semicolon how many there are for each, which was not told before: "12 bác sĩ/1 vạn dân"."""
        unit, level = here.mention.unit, self._discourse.subject.state.level
        return here.gap.separator == ";" and "/" in unit and not unit.startswith("%") and "/" not in (level or "")

    def _begin(self, here: Step) -> None:
        """Begin a new subject; one without words of its own reaches back into the clause."""
        gap, start = here.gap, here.gap.subject
        if not (gap.content or gap.fresh):
            start = max(self._discourse.subject.start, self._prose.clause_of(here.mention.start))
        self._discourse.begin(start, here.mention.start, gap.fresh)

    def _earlier(self, here: Step) -> Subject | None:
        """The subject told before whose change a mention tells: by its place in a list, by its noun."""
        mention, gap, recent, text = here.mention, here.gap, self._discourse.recent, self._prose.text
        sentence = self._prose.sentence_of(mention.start)[0]
        recent.add(self._discourse.subject)
        if (listed := self._in_turn.get(here.index)) is not None:
            if not listed.place:
                self._told = self._listed(here, listed, sentence)
            return self._told[listed.place] if self._told else None
        if of_capital(text, mention):
            return recent.in_money(sentence)
        counted = mention.unit == "%" or mention.counted
        if counted and (noun := noun_alone(text, gap.subject, gap.tail, self._prose.damaged)):
            before = self._prose.sentence_of(max(0, sentence - 1))[0]
            told = recent.counted_in(noun, sentence)
            return told or (None if self._speaks_of_another(here, noun) else recent.counted_in(noun, before))
        if mention.unit == "%" and (described := noun_described(text, gap.subject, mention.start, self._prose.damaged)):
            noun, *which = described
            return spoken_alike(recent.at_level(noun, sentence)[::-1], text, *which)
        return self._same_unit(here, sentence) if mention.counted else None

    def _speaks_of_another(self, here: Step, noun: str) -> bool:
        """Whether a sentence names itself what it counts in a noun: "Tai nạn giao thông được kiềm chế, số vụ giảm 27%"."""
        named = self._names.at(here.index, here.gap.subject) if here.gap.fresh and here.gap.content else None
        return named is not None and self._names.counted_in(named, noun)

    def _listed(self, here: Step, listed: ListPlace, sentence: int) -> list[Subject]:
        """What the places of a list are told of that goes back to what was told before, in its order."""
        recent, count = self._discourse.recent, listed.count
        if not listed.then:
            return [] if here.gap.content else recent.last(count, sentence)
        before = self._prose.sentence_of(max(0, sentence - 1))[0]
        told = recent.last(count, sentence, levels=False) or recent.last(count, before, levels=False)
        units = [mention.unit for mention in self._prose.mentions[here.index : here.index + count]]
        return told if [self._discourse.figures[subject.figures[0]].unit for subject in told] == units else []

    def _same_unit(self, here: Step, sentence: int) -> Subject | None:
        """The subject whose level was counted in the same noun as a change: "248 vụ, 55 người; giảm 5 vụ, giảm 2 người"."""
        mention, gap, subject = here.mention, here.gap, self._discourse.subject
        if subject.state.level == mention.unit and subject.state.change is None and gap.separator == ",":
            return None
        alike = self._discourse.recent.at_level(mention.unit, sentence)
        content = gap.content and _MOVES_ALONE.search(self._prose.text, gap.start, mention.start) is None
        if not alike or (content and not gap.opens and not gap.parts):
            return None
        alone = gap.opens or not self._told_behind(here)
        added = alone and not content and alike[-1].end > self._prose.clause_of(mention.start)
        of_one = all(known.match == alike[-1].match for known in alike)
        if alike[-1].match and subject not in alike and (of_one or added or (alone and not content and not gap.opens)):
            return alike[-1]
        named = self._names.at(here.index, gap.start)
        if named is None:
            return spoken_alike(alike, self._prose.text, mention.unit_end, gap.tail)
        return next((known for known in reversed(alike) if known.match and known.match.indicator == named.indicator), None)

    def _counts_another(self, here: Step, moves: bool) -> bool:
        """A level behind a semicolon, or of another noun than the one before, is a subject of its own: "35 vụ, 60 bị can"."""
        mention, gap, state = here.mention, here.gap, self._discourse.subject.state
        if gap.ranks:
            return False
        tail = self._told_behind(here)
        if mention.unit.startswith("%"):
            verbless = all(cue.kind in ("parts", "bound") for cue in gap.before)
            return mention.unit == "%" and not mention.bracket and verbless and not gap.behind and tail
        other = state.level is not None and of_another_kind(mention.unit, state.level)
        if (moves and other and not (mention.counted or gap.fresh)) or (
            self._told_of_each(here) and not (moves or mention.bracket)
        ):
            return True
        if moves and state.rate and unit_of(mention.unit).counted and mention.unit not in RANKS and not mention.bracket:
            return True
        if moves or mention.sign:
            changed = tail and not gap.fresh and (state.moved or state.level is not None) and self._changes_another(here)
            return changed or (moves and self._is_named_another(here))
        shared = state.shared and (gap.separator == ";" or (mention.counted and tail))
        if state.level is None and (shared or (gap.separator == ";" and tail and not mention.counted)):
            return not mention.bracket
        if state.level is None and state.grows and not mention.bracket and is_money(mention.unit):
            return True
        if state.level is None:
            other = tail or here.last is None or mention.unit != here.last.unit
            counts = here.last is not None and here.last.unit == "%" and tail and not mention.bracket
            return mention.counted and (state.moved or counts or gap.separator == ";") and other
        if state.change is not None and mention.bracket:
            return here.last is not None and here.last.unit == mention.unit and self._changes_another(here)
        if gap.separator == ";":
            return True
        if not mention.counted:
            another = of_another_kind(mention.unit, state.level) or self._names.told_behind(here.index)
            return not mention.bracket and (another or (gap.parts and tail))
        return tail or self._is_over(here) or unit_of(mention.unit).base != unit_of(state.level).base

    def _is_named_another(self, here: Step) -> bool:
        """Whether a count in another noun than the level has a name of its own: "còn 65 xã, phường, giảm 66%; giảm 05 sở"."""
        last, subject, unit = here.last, self._discourse.subject, unit_of(here.mention.unit)
        moved = last is not None and not last.counted and here.gap.separator == ";" and subject.match is not None
        if not (moved and unit.counted and subject.state.level) or unit.base == unit_of(subject.state.level).base:
            return False
        named = self._names.at(here.index, here.gap.start, same_kind=True)
        return named is not None and subject.match is not None and named.indicator != subject.match.indicator

    def _told_behind(self, here: Step) -> bool:
        """Whether words behind a mention, before what it is compared with, say what it counts."""
        end = min([here.gap.tail, *(cue.start for cue in here.gap.behind if cue.start >= here.mention.unit_end)])
        return bool(self._prose.text[here.mention.unit_end : end].strip())

    def _changes_another(self, here: Step) -> bool:
        """Whether a change is of another noun than the number before it, or of others of its kind: "tăng 2 người bị thương"."""
        mention, gap, last, text = here.mention, here.gap, here.last, self._prose.text
        if last is None or not (mention.counted and last.counted) or mention.bracket != last.bracket:
            return False
        if unit_of(mention.unit).base != unit_of(last.unit).base:
            return self._discourse.subject.state.level is None or gap.separator == ";"
        own = {*text[mention.unit_end : min([gap.tail, *(cue.start for cue in gap.behind)])].split()}
        before = {*text[last.unit_end : gap.start].split()}
        return bool(own and before) and own.isdisjoint(before)


def _is_more_or_less(here: Step) -> bool:
    """Whether a count is by how much more or less it is than last year, and no verb says so: "ít hơn cùng kỳ 4 vụ"."""
    gap = here.gap
    named = gap.named is not None and gap.named.kind == "yoy" and gap.named.sign != 0
    return named and here.mention.counted and not (gap.fresh or gap.content)
