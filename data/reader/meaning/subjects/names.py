"""Names of subjects: by the words that lead to a number, and where it has none by what it goes on with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.fold import fold
from data.grammar.ocr import tolerant
from data.grammar.unit import is_money, unit_of
from data.reader.meaning.measures.plan_lists import told_first
from data.reader.meaning.numbers.parts_by_place import PLACE, told_by
from data.reader.meaning.subjects.name_finder import Lead
from data.reader.meaning.text.content import STANDARD, WITH, content_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.grammar.period_text import PeriodCue
    from data.reader.matching.evidence import Match
    from data.reader.meaning.anchor import Level
    from data.reader.meaning.numbers.respective_lists import ListPlace
    from data.reader.meaning.step import Step
    from data.reader.meaning.subjects.discourse import Discourse
    from data.reader.meaning.subjects.name_finder import NameFinder
    from data.reader.meaning.subjects.subject import Subject
    from data.reader.meaning.text.prose import Prose, Span
    from data.reader.meaning.text.spans import Spans

_PLANTED = re.compile(tolerant(r"\W*(?:đã )?trồng(?: mới)?(?: được)?\W*"))
"""Words that count once more what was spoken of: "lũy kế 10 tháng đã trồng được 900 ha"."""

_THERE_IS = re.compile(tolerant(r"(?<![a-z])có\s*$"))
"""Words right before a count that tell how many there are in all, and not how many came to be."""
_RAISED_SUM = re.compile(tolerant(r"(?<![a-z])(?:nâng|đưa) tổng [^,;.:()]{0,40}lên(?: thành)?\s*$"))
"""Words right before the sum up to which one has come: "nâng tổng thu 5 tháng lên"."""
_RAISED = re.compile(tolerant(r"(?<![a-z])(?:nâng|đưa) (?:tổng )?số (?:[^\d,;.:()]|20\d\d){0,30}lên(?: thành)?\s*$"))
_RAISED_LETTERS = 60
"""Words right before a count up to which what was counted has come, and within how many letters they stand."""
_NOUN = re.compile(rf"\s+([a-z]{{2,}})(?=\s*[,;.:()]|$|\s+{tolerant(WITH)}\s)")
"""A noun of one word that ends its clause, or behind which more is told of it."""
_VERB, _HAPPENED = 12, re.compile(tolerant(r"(?<![a-z])(?:xảy ra|ghi nhận)\s*$"))
"""Words right before a count that say nothing of what happened, and within how many letters they stand."""
_VISITS, _RECEIVED = "lượt", re.compile(tolerant(r"(?<![a-z])đón(?: được| khoảng| gần| trên| hơn)?\s*$"))
"""The noun in which visits are counted, and the verb right before them."""
_ALONE = re.compile(tolerant(r"\W*(?:chỉ )?riêng "))
"""How a sentence begins that tells a part of what was told before it: "Riêng 5 ngày nghỉ lễ đón 138 nghìn lượt"."""
_SO = "chậm|lớn|thấp|cao|yếu|kém|khó khăn|hạn chế|phức tạp|nhiều|tăng|giảm|trễ|ngại"
_PREDICATE = re.compile(tolerant(rf"(?<![a-z])(?:{_SO})(?<!lan)\s*, ") + "|; ")
"""What ends a clause before the next one begins: a semicolon, or a word for how something is; not "hai lần, "."""
_PLACE = re.compile(r"(?:(?:huyện|xã|phường|thị xã|thành phố|TP|TX)\.?\s+)?" + PLACE)
"""The name of a place, and nothing else."""


class Names:
    """Names the subjects of a passage as they are begun."""

    def __init__(
        self, prose: Prose, periods: Spans[PeriodCue], naming: NameFinder, discourse: Discourse, in_turn: dict[int, ListPlace]
    ) -> None:
        self._prose, self._periods, self._naming, self._discourse, self._in_turn = prose, periods, naming, discourse, in_turn

    def at(self, index: int, start: int, same_kind: bool = False, names: Sequence[Span] = ()) -> Match | None:
        """The name that words from a place on give to a mention, see `NameFinder.name`."""
        whole = self._discourse.whole
        lead = Lead(whole.start, whole.end, whole.match) if whole else None
        return self._naming.name(index, start, lead, self._discourse.last, same_kind, names)

    def names_rate(self, index: int, start: int) -> bool:
        """Whether words from a place on name a mention as a rate."""
        named = self.at(index, start)
        return named is not None and self._naming.is_rate(named)

    def counted_in(self, match: Match, noun: str) -> bool:
        """Whether what is named is counted in a noun."""
        return self._naming.counted_in(match, noun)

    def told_time(self, here: Step) -> bool:
        """Whether a period is told between the mention before and a mention."""
        return bool(self._periods.within(here.gap.start, here.mention.start))

    def told_behind(self, index: int) -> bool:
        """Whether a number of a list is told by the words behind it, as that before it was."""
        return self._naming.told_behind(index)

    def ranked_in(self, index: int) -> bool:
        """Whether words behind a rank say in what."""
        return bool(self._naming.ranked_in(index))

    def of_subject(self, here: Step) -> Match | None:
        """The name of a subject by its first mention; a part told by its place or body is not named like the whole."""
        named, whole = self._first(here), self._discourse.whole
        if (named is None or named.item is None) and (listed := self._place_of_list(here)) is not None:
            return listed
        if named is None or whole is None or told_by(self._prose, here.gap, here.mention) is None:
            return named
        alike = whole.match is not None and whole.match.indicator == named.indicator and named.item is None
        return None if alike or not here.mention.unit else named

    def _place_of_list(self, here: Step) -> Match | None:
        """A place in a list is told of what the one before it was: "Bắc Sơn 67/68 trường, Yên Bình 59/60 trường"."""
        before, last, gap = self._discourse.before, self._discourse.last, here.gap
        if before is None or last is None or gap.fresh or gap.parts or gap.separator != "," or not here.mention.counted:
            return None
        words = self._prose.words(gap.start, here.mention.start).strip(" ,")
        return before.match if last.unit == here.mention.unit and _PLACE.fullmatch(words) else None

    def _first(self, here: Step) -> Match | None:
        """The first way in which a subject has a name."""
        summed = self._summed(here)
        if summed is not None and not here.gap.content:
            return self._standing(here, summed) or summed.match
        if (listed := self._in_turn.get(here.index)) is not None and listed.names:
            return self.at(here.index, listed.names[0][0], names=listed.names)
        if (changed := self._change_at_anchor(here) or self._raised_to(here) or self._sum_raised_to(here)) is not None:
            return changed
        if (planned := self._named_behind_plan(here)) is not None:
            return planned
        named = self._own(here) or self._with_clause(here) or (summed.match if summed is not None else None)
        named = named or self._rank_of_before(here) or self._resumed(here)
        again = self._in_other_money(here)
        if again is not None and (named is None or named.indicator != again.indicator):
            return again
        if named is not None or here.gap.content:
            return named or self._said_again(here) or self._happened(here) or self._spoken_of(here) or self._received(here)
        named = (
            self._silent(here)
            or self._main(here)
            or self._titled(here)
            or self._anchored(here)
            or self._before(here)
            or self._sum_again(here)
            or self._rate_again(here)
        )
        return named or self._counted_at_anchor(here)

    def _named_behind_plan(self, here: Step) -> Match | None:
        """The name of what a plan is of with which a sentence begins: "So với kế hoạch 205 tỷ đồng, xuất khẩu đạt ..."."""
        mention, gap = here.mention, here.gap
        if not (gap.fresh and mention.unit) or here.following is None or here.following.fresh:
            return None
        if not told_first(self._prose.text, gap.start, mention.start, mention.unit_end):
            return None
        named = self.at(here.index + 1, mention.unit_end)
        return named if named is not None and self._naming.counted_in(named, mention.unit) else None

    def _summed(self, here: Step) -> Subject | None:
        """What a sum goes on with: what was counted in its noun in the sentence, or not long before it."""
        mention, gap = here.mention, here.gap
        led_in = next(reversed(self._periods.within(gap.start, mention.start)), None)
        if mention.unit in ("", "%") or not gap.alone or led_in is None or led_in.kind != "flow":
            return None
        if STANDARD.match(self._prose.text, mention.unit_end) is not None:
            return None
        sentence = self._prose.sentence_of(mention.start)[0]
        counted = self._discourse.recent.counted_in(mention.unit, 0 if gap.fresh else sentence)
        planted = not gap.content or _PLANTED.fullmatch(self._prose.text, led_in.end, mention.start) is not None
        return counted if counted is None or planted or self._says_again(led_in.end, mention.start, counted) else None

    def _standing(self, here: Step, counted: Subject) -> Match | None:
        """What there is now of what came to be, if it has a name: "công nhận mới 8 sản phẩm OCOP, lũy kế có 75 sản phẩm"."""
        if _THERE_IS.search(self._prose.text, here.gap.start, here.mention.start) is None:
            return None
        named = self.at(here.index, counted.end)
        added = named is not None and counted.match is not None and self._naming.counts_all(named, counted.match)
        return named if added else None

    def _says_again(self, start: int, end: int, counted: Subject) -> bool:
        """Whether words say nothing that was not said of what was counted: "... giải quyết việc làm 3.400 lao động"."""
        text = self._prose.text
        said = {*text[counted.start : counted.end].split()}
        words = [text[slice(*span)] for span in content_words(self._prose, self._periods, start, end)]
        return bool(words) and said.issuperset(words)

    def _own(self, here: Step) -> Match | None:
        """By its own words; those right before the number go first if they say more than all of the clause."""
        index, gap, start = here.index, here.gap, self._discourse.subject.start
        match = self._behind_predicate(here, self.at(index, start))
        if gap.content or start >= gap.start or (own := self.at(index, gap.start)) is None:
            return match
        if match is None:
            return own
        whole = self._discourse.whole
        part = gap.parts and whole is not None and whole.match is not None and whole.match.indicator == match.indicator
        part = part and whole is not None and whole.state.level == here.mention.unit
        return own if self._naming.says_more(own, match, index, part) else match

    def _behind_predicate(self, here: Step, match: Match | None) -> Match | None:
        """A name, but for one of another field that a clause before has told of: "giải ngân còn chậm, nợ thuế 60 tỷ đồng"."""
        said = next(reversed([*_PREDICATE.finditer(self._prose.text, here.gap.subject, here.mention.start)]), None)
        nearer = self.at(here.index, said.end()) if said is not None and match is not None and here.gap.content else None
        return nearer if nearer is not None and self._naming.of_another_field(nearer, match) else match

    def _with_clause(self, here: Step) -> Match | None:
        """By its words together with those before them in the clause: "51 vùng trồng, diện tích"."""
        gap = here.gap
        start = self._prose.clause_of(here.mention.start)
        within = not gap.fresh or (gap.subject > gap.start and here.mention.unit)
        reaches = gap.content and within and gap.separator != "." and start < gap.subject
        named = self.at(here.index, start, same_kind=True) if reaches else None
        return named._replace(item=None) if named is not None and self._is_other_part(here, named) else named

    def _is_other_part(self, here: Step, named: Match) -> bool:
        """Whether words that name nothing tell of another part than that before them: "na 4.350 ha, hồi 43.200 ha"."""
        last = self._discourse.last
        if last is None or named.item is None or (last.indicator, last.item) != (named.indicator, named.item):
            return False
        words = {
            self._prose.text[slice(*span)] for span in content_words(self._prose, self._periods, here.gap.subject, here.gap.end)
        }
        again = last.measure == "value" and last.unit == here.mention.unit
        return again and not self._naming.is_named_by(named, words, here.mention.unit)

    def _rank_of_before(self, here: Step) -> Match | None:
        """A rank is one of what was told before it: in its sentence, or "GRDP tăng 8%. Với kết quả này, tỉnh đứng thứ 6"."""
        if not here.gap.ranks:
            return None
        if not here.gap.fresh:
            return self._discourse.before.match if self._discourse.before is not None else None
        main = self._discourse.main if not here.gap.content else None
        return main.match._replace(item=None) if main is not None and main.match is not None else None

    def _resumed(self, here: Step) -> Match | None:
        """By what a sentence goes on about that begins with a sum or a comparison."""
        words = self._naming.resumes(here.index) if here.gap.content and here.gap.fresh else None
        return self.at(here.index, words[0][0], same_kind=True, names=words) if words is not None else None

    def _silent(self, here: Step) -> Match | None:
        """By the sentence before, if it tells no number."""
        words = self._prose.silent_before(here.mention.start) if here.gap.fresh else None
        return self.at(here.index, words[0], names=(words,)) if words is not None else None

    def _main(self, here: Step) -> Match | None:
        """As what the sentence before began with."""
        main = self._discourse.main if here.gap.fresh else None
        return main.match if main is not None and self._naming.may_be(main.match, here.index) else None

    def _titled(self, here: Step) -> Match | None:
        """By the title above, for the first number of a paragraph that says nothing of its own: "Ước tháng 6 đạt 900 tỷ đồng"."""
        first = here.gap.fresh and self._discourse.before is None and not self._discourse.figures
        return self._naming.of_title(here.mention) if first and here.gap.alone and not here.mention.unit.startswith("%") else None

    def _anchored(self, here: Step) -> Match | None:
        """As what points to a footnote, for its first number."""
        first = self._discourse.before is None and not self._discourse.figures
        return self._naming.of_anchor(here.mention) if first else None

    def _said_again(self, here: Step) -> Match | None:
        """As what points to a footnote, where its first number is told of in words of that name: "Kim ngạch các năm: ..."."""
        if self._discourse.before is not None or self._discourse.figures:
            return None
        spans = content_words(self._prose, self._periods, here.gap.subject, here.mention.start)
        return self._naming.repeats_anchor(here.mention, [self._prose.text[slice(*span)] for span in spans])

    def _spoken_of(self, here: Step) -> Match | None:
        """As what was told not long before, where only words of its name are said: "... Riêng năm 2027, kim ngạch đạt ..."."""
        spans = content_words(self._prose, self._periods, here.gap.subject, here.mention.start)
        words = {self._prose.text[slice(*span)] for span in spans}
        told = (known.match for known in self._discourse.recent.newest() if known.match is not None)
        return next((match for match in told if self._naming.is_named_by(match, words, here.mention.unit)), None)

    def _received(self, here: Step) -> Match | None:
        """As the visitors told in the sentence, where only a verb tells of more: "...; riêng tháng 7 đón 285 nghìn lượt"."""
        mention, visits = here.mention, unit_of(here.mention.unit).base
        near = max(here.gap.start, mention.start - _VERB)
        alone = _ALONE.match(self._prose.text, here.gap.start) is not None
        if (here.gap.fresh and not alone) or visits != _VISITS or _RECEIVED.search(self._prose.text, near, mention.start) is None:
            return None
        sentence = self._prose.sentence_of(mention.start)[0] if not alone else 0
        told = (known.match for known in self._discourse.recent.newest() if known.end >= sentence and known.match is not None)
        return next((match for match in told if match.item is None and self._naming.may_be(match, here.index)), None)

    def _happened(self, here: Step) -> Match | None:
        """As what points to a footnote, where that only says how often it happened: "toàn tỉnh xảy ra 32 vụ"."""
        begin = max(here.gap.start, here.mention.start - _VERB)
        return self._anchored(here) if _HAPPENED.search(self._prose.text, begin, here.mention.start) is not None else None

    def _change_at_anchor(self, here: Step) -> Match | None:
        """A note that begins with a change tells that of what was counted in its noun where it is pointed to."""
        gap = here.gap
        begins = not self._discourse.figures and gap.moves and not gap.content and gap.alone
        level = self._naming.told_at_anchor(here.mention) if begins and here.mention.counted else None
        return level.match if level is not None else None

    def _counted_at_anchor(self, here: Step) -> Match | None:
        """A count without words of its own in a note is of what was counted in its noun where that is pointed to."""
        level = self._naming.told_at_anchor(here.mention) if here.mention.counted and here.gap.alone else None
        return level.match if level is not None else None

    def part_at_anchor(self, here: Step) -> Level | None:
        """What a note tells a part of that is only named by its place: "Huyện A 12 nhà, huyện B 9 nhà"."""
        discourse = self._discourse
        named = discourse.subject.match is not None or discourse.whole is not None
        level = None if named else self._naming.told_at_anchor(here.mention)
        if level is None:
            return None
        listed = discourse.before is not None and discourse.before.of is not None
        return level if told_by(self._prose, here.gap, here.mention, listed) is not None else None

    def _before(self, here: Step) -> Match | None:
        """As what was told before it in the sentence."""
        before = self._discourse.before
        goes_on = before is not None and not here.gap.fresh and self._naming.may_be(before.match, here.index)
        return before.match if before is not None and goes_on else None

    def _raised_to(self, here: Step) -> Match | None:
        """What was counted before, told by the first word of its noun: "4 cụm công nghiệp, nâng tổng số lên 7 cụm".

        Of what is new, all there are: "công nhận thêm 6 trường đạt chuẩn, đưa tổng số lên 210/430 trường".
        """
        text, mention = self._prose.text, here.mention
        near = max(here.gap.start, mention.start - _RAISED_LETTERS)
        raised = _RAISED.search(text, near, mention.start) is not None
        printed = _NOUN.match(text, mention.end) if raised and not mention.unit else None
        unnamed = raised and mention.counted and not self._is_named_in_unit(here)
        noun = printed[1] if printed is not None else fold(mention.unit) if unnamed else ""
        noun = noun or (fold(mention.unit) if raised else "")
        if not noun:
            return None
        levels = ((known, fold(known.state.level or "")) for known in self._discourse.recent.newest() if known.match is not None)
        told = next((known for known, level in levels if level.split(" ")[0] == noun.split(" ")[0]), None)
        if told is None or told.match is None:
            return None
        if (all_of_them := self._naming.all_there_are(told.match)) is not None:
            return all_of_them
        return told.match._replace(item=None) if printed is not None or unnamed else None

    def _sum_raised_to(self, here: Step) -> Match | None:
        """The sum that was told before: "thu tháng 5 đạt 90 tỷ đồng, nâng tổng thu 5 tháng lên 430 tỷ đồng".

        So is one of goods: "quý II ước đạt 5.700 tấn, đưa tổng sản lượng 6 tháng lên 11.200 tấn".
        """
        mention = here.mention
        if here.gap.fresh or mention.counted or not mention.unit or mention.unit.startswith("%"):
            return None
        near = max(here.gap.start, mention.start - _RAISED_LETTERS)
        if _RAISED_SUM.search(self._prose.text, near, mention.start) is None:
            return None
        sentence, recent = self._prose.sentence_of(mention.start)[0], self._discourse.recent
        if is_money(mention.unit):
            told = recent.in_money(sentence)
        else:
            told = next((known for known in reversed(recent.at_level(mention.unit, sentence)) if known.match is not None), None)
        return told.match if told is not None else None

    def _is_named_in_unit(self, here: Step) -> bool:
        """Whether a mention has a name of its own that is counted in its noun."""
        named = self.at(here.index, here.gap.start)
        return named is not None and self._naming.counted_like(named, here.mention.unit)

    def _sum_again(self, here: Step) -> Match | None:
        """As the sum told with a count before: "12 dự án, tổng vốn 68 tỷ đồng; lũy kế 122 dự án và 985 tỷ đồng"."""
        if here.gap.fresh or not is_money(here.mention.unit):
            return None
        told = self._discourse.recent.in_money(self._prose.sentence_of(here.mention.start)[0])
        return told.match if told is not None else None

    def _rate_again(self, here: Step) -> Match | None:
        """As the rate told last, of which points are told: "tỷ lệ 5%; cận nghèo 900 hộ. Kế hoạch năm giảm 2 điểm %"."""
        if not (here.gap.fresh and here.mention.unit.startswith("điểm")):
            return None
        return next((known.match for known in self._discourse.recent.newest() if known.state.rate), None)

    def _in_other_money(self, here: Step) -> Match | None:
        """As the sum before it, which is told once more in another currency: "3 triệu USD, tương đương khoảng 75 tỷ đồng"."""
        before, gap = self._discourse.before, here.gap
        again = before is not None and gap.alike and not (gap.content or gap.fresh) and is_money(here.mention.unit)
        return before.match if before is not None and again and is_money(before.state.level or "") else None
