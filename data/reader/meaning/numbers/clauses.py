"""Making passages ready for the clause walk: their numbers told apart into mentions and those that are no figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from data.grammar.digits import with_digits
from data.grammar.ocr import Folded, fold_with_map
from data.grammar.typesetting import normalize_typesetting
from data.reader.meaning.numbers.exclusion.finding import find_exclusions
from data.reader.meaning.numbers.mentions import find_mentions
from data.reader.meaning.text.prose import Prose
from data.reader.meaning.text.spans import Spans
from data.reader.meaning.tokens import Token, passage_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.grammar.frame import Frame
    from data.reader.layout.document import Passage
    from data.reader.meaning.text.prose import Exclusion

_YEAR, _NEAR = re.compile(r"(?:\bn[^\W\d_]{1,3}m\s+|/)(?:19|20)\d\d$", re.IGNORECASE), 12
"""A year to which the mark of a footnote may be glued, and letters before the mark within which it stands."""
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


def prepare(passage: Passage, marks: Sequence[tuple[int, int]], damaged: bool, frame: Frame, english: bool) -> Prose:
    """Find the mentions of a passage.

    Args:
        passage: heading, body or footnote.
        marks: raw spans of footnote marks, ascending.
        damaged: the report is recognised from a scan.
        frame: the period of the report.
        english: the report groups thousands by commas.
    """
    folded = _without_marks(fold_with_map(passage.text), passage, marks)
    folded = normalize_typesetting(with_digits(folded, passage.text), passage.text, damaged)
    text = folded.text
    spans = _trimmed(passage_tokens(text), passage, folded, marks)
    excluded = find_exclusions(folded, spans, passage, damaged) if spans else []
    taken = bytearray(len(text))
    for exclusion in excluded:
        taken[exclusion.start : exclusion.end] = b"\1" * (exclusion.end - exclusion.start)
    free = [span for span in spans if not taken[span[0]]]
    dropped: list[Exclusion] = []
    mentions = find_mentions(folded, passage.text, free, damaged, dropped, english) if free else []
    excluded = sorted([*excluded, *dropped], key=lambda exclusion: exclusion.start)
    return Prose(passage, folded, mentions, Spans(excluded), spans, damaged, frame)


def _without_marks(folded: Folded, passage: Passage, marks: Sequence[tuple[int, int]]) -> Folded:
    """Folded text with blanks for the marks of footnotes that are glued to words or years: "2.894 ha1." is in ha."""
    text, offsets = folded.text, passage.offsets
    first = bisect_left(marks, (passage.source_start, 0))
    for start, end in marks[first : bisect_left(marks, (passage.source_end, 0))]:
        left = bisect_left(offsets, start)
        if left >= len(offsets) or offsets[left] != start or not left:
            continue
        if passage.text[left - 1].isalpha() or _YEAR.search(passage.text, max(0, left - _NEAR), left):
            place, behind = bisect_left(folded.at, left), bisect_left(folded.at, left + end - start)
            text = text[:place] + " " * (behind - place) + text[behind:]
    return folded if text is folded.text else Folded(text, folded.at)


def _trimmed(
    spans: list[tuple[int, int]], passage: Passage, folded: Folded, marks: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Number spans without the footnote marks glued to them."""
    kept = []
    for start, behind in spans:
        end = behind
        left, right = passage.offsets[folded.at[start]], passage.offsets[folded.at[end - 1]] + 1
        index = bisect_left(marks, (right,)) - 1
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


def decided_tokens(prose: Prose) -> list[Token]:
    """The tokens of a passage that are no figures, in raw offsets."""
    tokens = []
    for start, end in prose.tokens:
        for exclusion in prose.exclusions.touching(start, start + 1):
            left, right = prose.raw_span(start, end)
            tokens.append(Token(left, right, prose.text[start:end], exclusion.kind, exclusion.reason))
    return tokens
