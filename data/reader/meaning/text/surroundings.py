"""The words around a number, as the names of the catalogue are looked for in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant
from data.grammar.unit import is_money
from data.grammar.unit_reader import unit_reader
from data.reader.meaning.text.content import WITH

if TYPE_CHECKING:
    from data.reader.matching.lexicon import Lexicon, Word
    from data.reader.meaning.text.gaps import Gap
    from data.reader.meaning.text.prose import Prose, Span

_BEHIND_WORDS, _BEHIND_RATE = 9, 14
"""How many words behind a number may name it, and behind a percentage."""
_NOUN = 2
"""Words of a usual unit; those of a longer one, "xã, phường, thị trấn", are not counted, nor the first of a pair of nouns."""
_COORDINATED, _PAIR = 4, 3
"""Counts and words beyond which nothing is looked for, so that a sentence without end costs no more than a long one."""
_TO = 16
"""Letters between the levels from which and to which something changed: "giảm từ 9 xuống còn 6"."""
_SUMS = re.compile(tolerant(r"\W*(?:trong\s*đó|lũy kế|cộng dồn|tính\s*chung|so với\s*(?:cùng|tháng|năm|quý))(?![a-z])"))
"""Openings of a sentence that goes on about the one before: "Lũy kế", "So với cùng kỳ"."""
_DISEASE = "(?:riêng )?(?:bệnh )?(?:dịch(?: bệnh)?|bệnh) (?:này )?(?:đã )?"
_SPREADS = r"(?:xảy\s*ra|phát (?:sinh|hiện)|xuất hiện|tái phát|lan|lây|làm|khiến|buộc)(?![a-z])"
_REFERS = re.compile(tolerant(rf"\W*(?:[^,;:()]{{4,45}},\s*)?{_DISEASE}{_SPREADS}"))
"""Openings of a sentence about a disease that only the one before names: "Từ đầu năm, dịch đã xảy ra tại"."""
_WHERE = r"(?:(?:trên địa bàn|toàn tỉnh|cả tỉnh|trong kỳ|trong tháng|đã)(?: tỉnh)? )*"
_HAPPENS = re.compile(tolerant(rf"\W*{_WHERE}(?:xảy ra|ghi nhận) \d+ (?:vụ|ca)\s*(?:[,;.(]|làm |khiến )"))
"""Openings of a sentence that only counts what the one before names: "Tai nạn giao thông giảm. Toàn tỉnh xảy ra 56 vụ"."""
_SOLVES = re.compile(
    tolerant(r"\W*(?:lực lượng|cơ quan|công an|các đơn vị|đã)[^\d,;.:]{0,40}?(?:làm rõ|khám phá|bắt giữ|bắt)(?: được)? \d+ vụ")
)
"""Openings of a sentence about offences that only the one before names: "Lực lượng chức năng đã làm rõ 186 vụ"."""
_ADDS = r"(?:(?:không |chưa )?(?:bao )?gồm|kể cả|không kể|chưa kể|không tính) [^()\d]{3,60}"
_BRACKETS = re.compile(
    tolerant(
        r"\([^()]*\)(?=\s*[,;.])|\([^()]{0,90}\d,[^()]{0,90}\d[^()]{0,90}\)(?=\s+(?:với|và)\s)"
        rf"|\((?:[^()\d,]{{3,60}},[^()\d]{{3,60}}|{_ADDS})\)(?=\s*(?:(?:đạt|ước|là|tăng|giảm)\s|$))"
    )
)
"""What stands in brackets behind something told before, or parts or adds to what is named: "(quá cảnh, ...) đạt"."""
_ASIDE = re.compile(r"\([^()\d]{1,40}\)(?=\s+[a-z])")
"""An aside behind a noun, which goes on: "100% văn bản (trừ văn bản mật) được trao đổi ..."."""
_DENIES = re.compile(tolerant(r"\s*(?:không|(?!chia)chưa)(?![a-z])"))
"""A denial behind a comma: "41 người mắc, không có tử vong"."""
_BOUND = re.compile(tolerant(r"\s*trở (?:lên|xuống)(?![a-z])"))
"""What says of a percentage that it is the least or the most, before the words that belong to it."""
_BY_PLAN = re.compile(tolerant(r"(?<= )theo (?:nghị quyết|kịch bản|tinh thần|chỉ đạo)(?![a-z])"))
"""What leads to who wanted it so: "tăng 12% trở lên theo nghị quyết của Hội đồng nhân dân tỉnh"."""
_MARK = re.compile(r"[,;:()]|\.(?=\s|$)")
_JOINS = re.compile(tolerant(r"(?<!đối)\s(?=(?:và|với)\s+(?:(?:trên|gần|khoảng|hơn)\s+)?$)"))
"""What joins a count to the next one: "645 trường mầm non, phổ thông và trên 217.400 học sinh"."""
_LETTER = re.compile("[a-z]")
_AND_OTHER = re.compile(tolerant(rf"\s*(?:và|{WITH}) [a-z][^,;:()]*$"))
_AND = re.compile(tolerant(rf"\s*(?:và|{WITH}|,|/)?\s*(?:(?<=, )(?:bắt(?: giữ|,? xử lý)?|khởi tố|tạm giữ|xử lý)\s+)?"))
"""What joins counts whose words stand behind the last of them: "83 vụ và 90 đối tượng", "83 vụ, bắt 90 đối tượng"."""
_OF_LAST = re.compile(tolerant(r"\s[a-z][a-z\s-]*(?:,| và)\s*"))
"""Words between two numbers that belong to the first of them: "12,4 kg heroin, 85,2 kg ma túy tổng hợp"."""


class Surroundings:
    """Reads the words around the numbers of one passage; places are those of its folded text."""

    def __init__(self, prose: Prose, gaps: list[Gap], lexicon: Lexicon) -> None:
        self._prose, self._gaps, self._lexicon = prose, gaps, lexicon
        self._known: dict[Span, tuple[Word, ...]] = {}

    def read(self, start: int, end: int) -> tuple[Word, ...]:
        """The words between two places."""
        key = start, end
        if key not in self._known:
            self._known[key] = self._lexicon.read(self._prose.words(start, end), self._prose.damaged) if start < end else ()
        return self._known[key]

    def outside_brackets(self, start: int, end: int) -> list[Span]:
        """The spans between two places without what stands in brackets behind something told before, and without causes."""
        brackets = [bracket.span() for bracket in _BRACKETS.finditer(self._prose.text, start, end)]
        causes = [cause for cause in self._prose.causes if start <= cause[0] and cause[1] <= end]
        spans, at = [], start
        for first, last in sorted([*brackets, *causes]) if causes else brackets:
            if first >= at:
                spans.append((at, first))
                at = last
        return [*spans, (at, end)]

    def begins_to_sum(self, sentence: int, farthest: int) -> int:
        """Where the sentence begins about which one goes on that begins with a sum or a comparison; its own start otherwise."""
        start = sentence
        while start and sentence - start < farthest and _SUMS.match(self._prose.text, start):
            start = self._prose.sentence_of(start - 1)[0]
        return start

    def begins_to_name(self, sentence: int, farthest: int) -> int:
        """Where the sentence begins that names what one goes on about: back to a disease, too, that this one does not name."""
        start = self.begins_to_sum(sentence, farthest)
        near, text = start and sentence - start < farthest, self._prose.text
        refers = near and any(opening.match(text, start) for opening in (_REFERS, _HAPPENS, _SOLVES))
        return self._prose.sentence_of(start - 1)[0] if refers else start

    def behind(self, index: int) -> tuple[Word, ...]:
        """The words behind a number, for a pair or range those behind its second number."""
        mentions, text = self._prose.mentions, self._prose.text
        place = index
        if index + 1 < len(mentions) and (mentions[index].role in ("part", "low") or self._changed_to(index)):
            place += 1
        mention, shared = mentions[place], self._shared(place)
        last = mentions[shared]
        noun = unit_reader(self._prose.damaged).read(text, last.unit_end) if last.unit.startswith("%") else None
        tail = max(self._gaps[shared].tail, noun.end if noun is not None and noun.counted else last.unit_end)
        following = mentions[shared + 1] if shared + 1 < len(mentions) else None
        limit = min(following.start if following is not None else len(text), max(tail, self._prose.sentence_of(last.start)[1]))
        other = following is not None and (not following.counted or is_money(last.unit))
        if (wanted := _BY_PLAN.search(text, last.unit_end, limit)) is not None and wanted.start() <= tail:
            limit = tail = wanted.start()
        measured = other and _AND_OTHER.match(text, tail, limit)
        listed = following is not None and mention.counted and following.unit == mention.unit
        measured_only = not mention.counted and not mention.unit.startswith("%")
        bound = _BOUND.match(text, last.unit_end, limit) if last.unit.startswith("%") else None
        begins = bound.end() if bound is not None else last.unit_end
        start = begins if listed or measured_only or bound is not None else last.end
        of_noun = max(0, len(text[start : last.unit_end].split()) - 1)
        end = tail if measured else self._closing(start, max(tail, begins), max(tail, begins, limit), _PAIR + of_noun)
        most = _BEHIND_RATE if mention.unit.startswith("%") else _BEHIND_WORDS
        said = self.read(mention.end, mention.unit_end)
        pair = _NOUN if not measured and "," in text[last.unit_end : end] else 0
        return (*said, *self.read(begins, end))[: most + max(0, len(said) - _NOUN) + pair]

    def told_behind(self, index: int) -> bool:
        """Whether a measured number of a list is told by the words behind it, as that before it was."""
        mentions, gap = self._prose.mentions, self._gaps[index]
        if not index or mentions[index].counted or gap.before or not self._says_something(index):
            return False
        last, mention = mentions[index - 1 : index + 1]
        listed = last.unit == mention.unit != "" and last.bracket == mention.bracket
        return listed and _OF_LAST.fullmatch(self._prose.text, last.unit_end, mention.start) is not None

    def speaks_behind(self, index: int) -> bool:
        """Whether words stand behind a number and its unit that belong to it, or to it and the next one."""
        return self._says_something(self._shared(index))

    def _says_something(self, index: int) -> bool:
        return bool(self._prose.text[self._prose.mentions[index].unit_end : self._gaps[index].tail].strip(" /"))

    def _closing(self, start: int, tail: int, limit: int, most: int = _PAIR) -> int:
        """Where the words behind a number end: at a mark, but not at a comma within a pair of nouns ("68% xã, phường có ...").

        In a list of counts in one noun, what follows a comma belongs to the next of them, unless it is what is counted that is
        a pair: "12 đơn khiếu nại, tố cáo thuộc thẩm quyền, 9 đơn ...".

        Args:
            start: where the words begin of which the first of a pair is one.
            tail: where the words that surely belong to the number end.
            limit: how far words may be looked for.
            most: of how many words, that of the noun counted, the first of a pair may be.
        """
        text = self._prose.text
        mark = _MARK.search(text, tail, limit)
        if mark is not None and mark.group() == "(" and (aside := _ASIDE.match(text, mark.start(), limit)) is not None:
            mark = _MARK.search(text, aside.end(), limit)
        if mark is None:
            return limit
        while mark.group() == "," and len(text[start : mark.start()].split()) <= most:
            verb = self._prose.cues.next(mark.end(), mark.end() + 2) is not None or _DENIES.match(text, mark.end()) is not None
            following = _MARK.search(text, mark.end(), limit) or _JOINS.search(text, mark.end(), limit)
            if following is None or verb or not _LETTER.search(text, start, mark.start()):
                break
            start, mark = mark.end(), following
        return mark.start()

    def _changed_to(self, place: int) -> bool:
        """Whether a change led from a number to the next one in the same unit: "giảm từ 9 xuống còn 6 phòng chuyên môn"."""
        mention, following = self._prose.mentions[place : place + 2]
        near = self._gaps[place].since and following.start - mention.unit_end <= _TO and mention.unit == following.unit
        return near and _MARK.search(self._prose.text, mention.unit_end, following.start) is None

    def _shared(self, place: int) -> int:
        """The last of coordinated counts, whose words behind hold for all: "5 xã và 12 thôn thoát nghèo"."""
        mentions = self._prose.mentions
        last = min(len(mentions) - 1, place + _COORDINATED)
        while place < last and not self._says_something(place):
            gap = self._gaps[place + 1]
            following = mentions[place + 1]
            if following.role != "of" and (
                mentions[place].counted != following.counted or mentions[place].unit == following.unit
            ):
                break
            if following.role != "of" and _AND.fullmatch(self._prose.text, gap.start, gap.end) is None:
                break
            place += 1
        return place
