"""What the clause walk goes through: a passage with the mentions of its numbers, in folded text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, TypeAlias

from data.grammar.comparator import Cue, comparison_cues
from data.grammar.ocr import any_of
from data.reader.meaning.text.sentences import sentence_starts
from data.reader.meaning.text.spans import Spans

if TYPE_CHECKING:
    from data.grammar.frame import Frame
    from data.grammar.ocr import Folded
    from data.reader.layout.document import Passage

Span: TypeAlias = tuple[int, int]
"""A stretch of text: its first place, and the place behind it."""


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A span of folded text whose numbers are not figures."""

    start: int
    end: int
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A number that may be a figure; offsets are those of the passage's folded text.

    Attributes:
        start: place of the number.
        end: place behind the number.
        value: without sign.
        repair: rule that mended the number, or None.
        unit: printed unit, cleaned; ``""`` if there is none.
        counted: the unit is a counted noun.
        unit_end: place behind the unit.
        bound: trên, gần, khoảng, dưới or None.
        sign: ``+`` or ``-`` printed before the number, else ``""``.
        role: ``""``, ``of`` (the b of "a/b"), ``part`` (the a), ``low`` or ``high`` end of a range.
        bracket: number of the bracket in which it stands; 0 outside.
    """

    start: int
    end: int
    value: float
    repair: str | None
    unit: str
    counted: bool
    unit_end: int
    bound: str | None
    sign: str = ""
    role: str = ""
    bracket: int = 0


CAUSES = "đợt|ảnh hưởng|tác động|bão|mưa|rét|hạn hán|thiên tai|thời tiết|dịch"
"""What is known as the cause of something, behind "do"."""
RIGHT_BEHIND = 2
"""Letters within which something stands right behind a word or number."""


@dataclass(frozen=True)
class Prose:
    """A passage made ready for the clause walk.

    Attributes:
        passage: where it comes from.
        folded: its folded text with the map to ``passage.text``.
        mentions: in order.
        exclusions: spans whose numbers are not figures.
        tokens: spans of all number tokens.
        damaged: the report is recognised from a scan.
        frame: the period of the report.
    """

    passage: Passage
    folded: Folded
    mentions: list[Mention]
    exclusions: Spans[Exclusion]
    tokens: list[Span]
    damaged: bool
    frame: Frame

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    @cached_property
    def cues(self) -> Spans[Cue]:
        """Phrases of comparison."""
        cues = (cue.since(self.frame.year, self.frame.month) for cue in comparison_cues(self.text, self.damaged))
        genuine = (cue for cue in cues if self.damaged or _genuine(cue, self.words(cue.start, cue.end)))
        return Spans(cue for cue in genuine if cue.kind != "reach" or not self._leads_to_stars(cue))

    def _leads_to_stars(self, cue: Cue) -> bool:
        """Whether what is reached only says of what kind something is: "9 sản phẩm đạt 4 sao"."""
        behind = self.exclusions.starting(cue.end, cue.end + RIGHT_BEHIND)
        return any(exclusion.reason == "stars" for exclusion in behind)

    @cached_property
    def causes(self) -> list[Span]:
        """Where it is said why something was so, which names nothing: "năm 2026 do phải dừng nhiều lễ hội nên chỉ đạt ..."."""
        found = (match.span() for match in _cause(self.damaged).finditer(self.text))
        # Without their marks "trong đó dịch vụ tăng" is "trong do dịch ... tăng", and "độ che phủ" is "do che phủ".
        return [span for span in found if self.damaged or not self.words(*span).lower().startswith("đ")]

    @cached_property
    def sentences(self) -> list[int]:
        """Starts of sentences, ascending; the first is 0."""
        return sentence_starts(self.passage.text, self.folded, self.damaged)

    @cached_property
    def _clauses(self) -> list[int]:
        """Starts of the clauses between sentence ends and semicolons, ascending."""
        return sorted({*self.sentences, *(match.end() for match in re.finditer(";", self.text))})

    def clause_of(self, place: int) -> int:
        """Start of the clause around a place."""
        return self._clauses[bisect_right(self._clauses, place) - 1]

    def raw_span(self, start: int, end: int) -> Span:
        """The raw offsets of a span of the folded text."""
        offsets, at = self.passage.offsets, self.folded.at
        return offsets[at[start]], offsets[at[end - 1]] + 1

    def is_capital(self, place: int) -> bool:
        """Whether a capital is printed at a place of the folded text."""
        return self.passage.text[self.folded.at[place]].isupper()

    def words(self, start: int, end: int) -> str:
        """The passage's own words of a span of the folded text."""
        return self.passage.text[self.folded.at[start] : self.folded.at[end]]

    def sentence_of(self, place: int) -> Span:
        """Start and end of the sentence around a place."""
        index = bisect_right(self.sentences, place) - 1
        following = self.sentences[index + 1] if index + 1 < len(self.sentences) else len(self.text)
        return self.sentences[index], following

    def silent_before(self, place: int) -> Span | None:
        """The sentence before that around a place, if it tells no number: "Thu ngân sách có nhiều cố gắng. Ước đạt 64%"."""
        start = self.sentence_of(place)[0]
        before = self.sentence_of(start - 1) if start else None
        if before is None or any(before[0] <= mention.start < before[1] for mention in self.mentions):
            return None
        return before


@cache
def _cause(damaged: bool) -> re.Pattern[str]:
    """From "do" up to "nên" or "chỉ", behind which the verb of a number follows at once; up to a comma or verb if it is known."""
    verb = any_of("đạt|tăng|giảm|còn|ước|bằng|có", damaged)
    only = any_of("chỉ|mới|vẫn|đã", damaged)
    then = rf"(?<![a-z]){any_of('nên|chỉ', damaged)}\s"
    why = rf"(?:(?!{then})[^.;:()]|\.(?=\d)){{4,120}}?"
    simply = rf"(?:(?!{then})[^,.;:()]|\.(?=\d)){{4,120}}?"
    known = any_of("|".join(f"do {cause}" for cause in CAUSES.split("|")), damaged)
    so, but = (rf"(?<![a-z]){any_of(word, damaged)}\s" for word in ("nên", "chỉ"))
    by = any_of("do ảnh hưởng|do tác động", damaged)
    that = rf"(?!{any_of('vậy|thế|đó', damaged)}(?![a-z]))"  # "Vì vậy tổng kim ngạch chỉ đạt ..." tells no cause
    causes = rf"{any_of('do|vì|bởi', damaged=False)}\s{that}(?:{why}{so}|{simply}{but})\s*(?:{only}\s+)?(?={verb}(?![a-z]))"
    return re.compile(
        rf"(?<![a-z])(?<!trong )(?:{causes}"
        rf"|{known}(?:(?!\s{verb}(?![a-z]))[^,.;:()]){{0,60}}(?=,\s*{verb}(?![a-z])|\s{verb}(?![a-z]))"
        rf"|{by}[^,.;:()]{{2,80}}(?=,))"
    )


_SPELT = {
    "up": ("tăng", "vượt", "cao", "nhiều", "cải", "thăng", "vươn", "lên", "nâng", "tiến", "nhích", "nhỉnh", "nhanh", "mở", "hơn",
           "+"),
    "down": ("giảm", "bớt", "sụt", "kéo", "thấp", "ít", "tụt", "lùi", "xuống", "rơi", "hạ", "hụt", "thu hẹp", "-", "–", "−"),
    "fold": ("gấp", "cao", "lớn", "nhiều", "đông"),
    "goal": ("phấn", "quyết", "phải", "cần"),
    "share": ("chiếm", "tương", "tỷ"), "reach": ("đạt", "ước", "thực", "hoàn"), "equal": ("bằng", "tương", "="),
}  # fmt: skip


_OTHERS = frozenset({"sơ", "số", "sở", "thu", "thủ", "thụ", "thú"})
"""Words that are others with their marks than those with which phrases of comparison begin."""


def _genuine(cue: Cue, printed: str) -> bool:
    """Whether a cue of clean text has its own marks: "tặng" is not "tăng", "hồ sơ" is no "so với", "thu 8/9" no rank."""
    spelt, printed = _SPELT.get(cue.kind), unicodedata.normalize("NFC", printed.lower())
    return printed.startswith(spelt) if spelt else printed.split()[0] not in _OTHERS
