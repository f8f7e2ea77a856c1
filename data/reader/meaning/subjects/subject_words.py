"""The subject of a figure in the report's own words, shown where the catalogue has no name for it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from data.grammar.ocr import any_of, tolerant
from data.reader.meaning.text.content import content_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.grammar.period_text import PeriodCue
    from data.reader.meaning.text.gaps import Gap
    from data.reader.meaning.text.prose import Mention, Prose, Span
    from data.reader.meaning.text.spans import Spans

MOST = 12
"""Words that a name may have; of a longer introduction those next to the number."""
_FEWEST = 2
"""Words of a name, if there are some on both sides of the number: one alone is a verb before it, or a unit behind it."""
_HEADS = "tỷ lệ|tổng số|tổng|số|giá trị|bình quân|tổng giá trị|số lượng|mức"
"""Words that begin a name, though they say nothing alone."""


_COMPOUND = re.compile(tolerant(r"tai nạn|trung (?:tâm|học)|thực phẩm|ca (?:mắc|bệnh)|quy mô|tổng hợp"))
"""Nouns of which the first syllable, without its marks, is a connective."""


class SubjectWords:
    """Finds the own words of the figures of one passage; places are those of its folded text."""

    def __init__(self, prose: Prose, periods: Spans[PeriodCue]) -> None:
        self._prose, self._periods = prose, periods

    def of(self, mention: Mention, gap: Gap) -> tuple[Span, ...]:
        """The words that name what a number counts or measures: those that lead to it and those of the noun behind it.

        Empty where the number brings no words of its own, as in ", tăng 2,4%".
        """
        nouns = self._nouns(mention, gap)
        before = self._before(gap, _FEWEST if nouns else 1)
        if before is None and gap.fresh and mention.unit == "%":
            nouns = self._behind(mention, gap)
        noun = None
        if len(nouns) >= _FEWEST or (nouns and before is None):
            noun = mention.end if mention.counted else mention.unit_end, nouns[-1][1]
        return tuple(span for span in (before, noun) if span is not None)

    def _before(self, gap: Gap, fewest: int) -> Span | None:
        """The words that lead to the number, without the verbs, periods and connectives at their ends."""
        words = self._content(gap.subject, gap.end)[-MOST:] if gap.content else ()
        if len(words) < fewest:
            return None
        start, end = words[0][0], words[-1][1]
        head = _heads(self._prose.damaged).search(self._prose.text, gap.subject, start)
        return self._compound(gap.subject, head.start(1) if head else start), end

    def _compound(self, begin: int, start: int) -> int:
        """Where a noun begins whose first syllable alone would be a connective: "tai nạn", which begins like "tại"."""
        text = self._prose.text
        before = max(begin, text.rfind(" ", begin, max(begin, start - 1)) + 1)
        return before if _COMPOUND.match(text, before) else start

    def _nouns(self, mention: Mention, gap: Gap) -> Sequence[Span]:
        """The words behind the number in its own clause, its unit not among them: "22 vụ vi phạm môi trường".

        There are none behind a rate, nor behind what says how many times as much it is: "gấp 2 lần giai đoạn trước".
        """
        multiple = any(cue.kind == "fold" for cue in gap.before)
        return () if multiple or mention.unit.startswith("%") else self._behind(mention, gap)

    def _behind(self, mention: Mention, gap: Gap) -> Sequence[Span]:
        """The words behind a number and its unit in its own clause that say something."""
        mark = re.search(r"[,;:()]", self._prose.text[mention.unit_end : gap.tail])
        return self._content(mention.unit_end, mention.unit_end + mark.start() if mark else gap.tail)[:MOST]

    def _content(self, start: int, end: int) -> Sequence[Span]:
        return content_words(self._prose, self._periods, start, end) if start < end else ()

    def text(self, spans: Sequence[Span]) -> str:
        """The words of spans as they are printed."""
        return " ".join(" ".join(self._prose.words(*span).split()) for span in spans).strip()

    def raw(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """The spans as offsets of the raw text."""
        return tuple(self._prose.raw_span(*span) for span in spans)


@cache
def _heads(damaged: bool) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])({any_of(_HEADS, damaged)})\s+$")
