"""Passages as mentions: every number that may be a figure, with its unit, its bound, and the words before and behind it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from data.grammar.comparator import Cue, comparison_cues
from data.grammar.glue import unglued
from data.grammar.ocr import Folded, fold_with_map
from data.reader.meaning.mentions import find_mentions
from data.reader.meaning.spans import Spans
from data.reader.meaning.tokens import Claim, Token, claims, passage_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.grammar.period_text import Frame
    from data.reader.layout.document import Passage
    from data.reader.meaning.mentions import Mention

BREAKING_CUES = frozenset({"up", "down", "reach", "equal", "share", "parts", "estimate", "fold", "rank", "goal"})


@dataclass(frozen=True)
class Prose:
    """A passage made ready for the clause walk.

    Attributes:
        passage: where it comes from.
        folded: its folded text with the map to ``passage.text``.
        mentions: in order.
        claims: spans whose numbers are no figures.
        sentences: starts of sentences, ascending, the first is 0.
        tokens: spans of all number tokens.
        damaged: the report is recognised from a scan.
        frame: the period of the report.
    """

    passage: Passage
    folded: Folded
    mentions: list[Mention]
    claims: Spans[Claim]
    sentences: list[int]
    tokens: list[tuple[int, int]]
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
        return Spans(cue for cue in cues if self.damaged or _genuine(cue, self.words(cue.start, cue.end)))

    @cached_property
    def _clauses(self) -> list[int]:
        """Starts of the clauses between sentence ends and semicolons, ascending."""
        return sorted({*self.sentences, *(match.end() for match in re.finditer(";", self.text))})

    @cached_property
    def _aiming(self) -> frozenset[int]:
        """Starts of the sentences that aim before they tell a number."""
        numbers = [mention.start for mention in self.mentions]
        aims = ((self.sentence_of(cue.start)[0], cue.start) for cue in self.cues if cue.kind == "goal")
        return frozenset(start for start, place in aims if bisect_right(numbers, place) == bisect_left(numbers, start))

    def aims(self, place: int) -> bool:
        """Whether the sentence around a place aims at all of its numbers: "Phấn đấu cả năm thu ..., giải ngân ..."."""
        return self.sentence_of(place)[0] in self._aiming

    def clause_of(self, place: int) -> int:
        """Start of the clause around a place."""
        return self._clauses[bisect_right(self._clauses, place) - 1]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw offsets of a span of the folded text."""
        offsets, at = self.passage.offsets, self.folded.at
        return offsets[at[start]], offsets[at[end - 1]] + 1

    def is_capital(self, place: int) -> bool:
        """Whether a capital is printed at a place of the folded text."""
        return self.passage.text[self.folded.at[place]].isupper()

    def words(self, start: int, end: int) -> str:
        """The passage's own words of a span of the folded text."""
        return self.passage.text[self.folded.at[start] : self.folded.at[end]]

    def sentence_of(self, place: int) -> tuple[int, int]:
        """Start and end of the sentence around a place."""
        index = bisect_right(self.sentences, place) - 1
        following = self.sentences[index + 1] if index + 1 < len(self.sentences) else len(self.text)
        return self.sentences[index], following


_LONGEST = 12_000
"""Letters that are walked at once; longer passages are cut, so that reading time grows with the length and not faster."""


def in_pieces(passage: Passage) -> Iterator[Passage]:
    """A passage as passages of bounded length, cut at the end of a sentence or at a blank."""
    start, text = 0, passage.text
    while len(text) - start > _LONGEST:
        end = max(text.rfind(". ", start, start + _LONGEST), text.rfind("; ", start, start + _LONGEST)) + 2
        if end < start + _LONGEST // 2:
            end = text.rfind(" ", start, start + _LONGEST) + 1
        if end < start + _LONGEST // 2:
            end = start + _LONGEST
        yield _slice(passage, start, end)
        start = end
    yield _slice(passage, start, len(text)) if start else passage


def _slice(passage: Passage, start: int, end: int) -> Passage:
    return replace(
        passage, text=passage.text[start:end], offsets=passage.offsets[start:end],
        source_start=passage.offsets[start], source_end=passage.offsets[end - 1] + 1,
    )  # fmt: skip


def prepare(passage: Passage, marks: Sequence[tuple[int, int]], damaged: bool, frame: Frame) -> Prose:
    """Find the mentions of a passage.

    Args:
        passage: heading, body or footnote.
        marks: raw spans of footnote marks, ascending.
        damaged: the report is recognised from a scan.
        frame: the period of the report.
    """
    folded = unglued(fold_with_map(passage.text))
    text = folded.text
    spans = _trimmed(passage_tokens(text), passage, folded, marks)
    claimed = claims(text, passage, damaged)
    taken = bytearray(len(text))
    for claim in claimed:
        taken[claim.start : claim.end] = b"\1" * (claim.end - claim.start)
    free = [span for span in spans if not taken[span[0]]]
    dropped: list[Claim] = []
    mentions = find_mentions(folded, passage.text, free, damaged, dropped)
    claimed = sorted([*claimed, *dropped], key=lambda claim: claim.start)
    return Prose(passage, folded, mentions, Spans(claimed), _sentences(passage.text, folded), spans, damaged, frame)


_SPELT = {
    "up": ("tăng", "vượt", "cao", "nhiều"), "down": ("giảm", "sụt", "kéo", "thấp", "ít"), "fold": ("gấp",),
    "share": ("chiếm", "tương", "tỷ"), "reach": ("đạt", "ước", "thực"), "equal": ("bằng", "tương"),
}  # fmt: skip


def _genuine(cue: Cue, printed: str) -> bool:
    """Whether a cue of clean text has its own marks: "tặng" is not "tăng", "hồ sơ" is no "so với"."""
    spelt, printed = _SPELT.get(cue.kind), unicodedata.normalize("NFC", printed.lower())
    return printed.startswith(spelt) if spelt else not printed.startswith(("sơ", "số", "sở"))


def _trimmed(
    spans: list[tuple[int, int]], passage: Passage, folded: Folded, marks: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Number spans without the footnote marks glued to them."""
    kept = []
    starts = [start for start, _ in marks]
    for start, end in spans:
        left, right = passage.offsets[folded.at[start]], passage.offsets[folded.at[end - 1]] + 1
        index = bisect_right(starts, right - 1) - 1
        if index >= 0 and marks[index][1] > left:
            mark = marks[index]
            if mark[0] <= left:
                continue
            while end > start and passage.offsets[folded.at[end - 1]] >= mark[0]:
                end -= 1
            while end > start and not folded.text[end - 1].isdigit():
                end -= 1
            if end == start:
                continue
        kept.append((start, end))
    return kept


def _sentences(text: str, folded: Folded) -> list[int]:
    """Places of the folded text where sentences begin."""
    ends = (match.end() for match in re.finditer(r"[.!?…:]?[.!?…]\s+(?=[\"“(]?[^\W\d_])", text))
    opened = (end for end in ends if text[end : end + 2].lstrip('"“(')[:1].isupper())
    return [0, *(bisect_right(folded.at, end - 1, hi=len(folded.text)) for end in opened)]


def decided_tokens(prose: Prose) -> list[Token]:
    """The tokens of a passage that are no figures, in raw offsets."""
    tokens = []
    for start, end in prose.tokens:
        for claim in prose.claims.touching(start, start + 1):
            left, right = prose.raw_span(start, end)
            tokens.append(Token(left, right, prose.text[start:end], claim.kind, claim.reason))
    return tokens
