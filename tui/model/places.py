"""Where the figures of a report stand in the running text of its passages, as printed and as read again."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_WORD = re.compile(r"\S+")
_AHEAD = 4
"""Words that must match where the running text continues."""
_FAR = 400
"""Raw words that are searched for that place: more than a page break or a note puts in between."""


class Span(NamedTuple):
    """A stretch of a text."""

    start: int
    end: int


class _Run(NamedTuple):
    """A stretch of the raw text that stands in the running text letter for letter."""

    source: int
    text: int
    length: int


def locate_figures(text: str, source: str | None, start: int, figures: list[tuple[int, int, str]]) -> list[Span | None]:
    """Where figures stand in the running text of a passage.

    Args:
        text: the running text.
        source: the raw text from the passage's first to its last character, with line breaks and whatever stands between.
        start: the raw offset of ``source[0]``.
        figures: (raw offset, raw offset behind, as printed) of every figure, in order.

    Returns:
        A span for every figure; None where it is not found.
    """
    runs = _runs(text, source) if source else []
    starts = [run.source for run in runs]
    out: list[Span | None] = []
    after = 0
    for left, right, printed in figures:
        span = None
        first, last = _at(runs, starts, left - start), _at(runs, starts, right - 1 - start)
        if first is not None and last is not None and first <= last:
            span = Span(first, last + 1)
        else:
            span = nearest(text, printed, after, left - start)
        if span is not None:
            after = span.end
        out.append(span)
    return out


def map_spans(text: str, other: str, spans: list[Span | None]) -> list[Span | None]:
    """The spans of the same figures in another wording of the text, whose words correspond one to one.

    Args:
        text: the text as printed.
        other: the text as read again.
        spans: places in ``text``, in order.
    """
    if text == other:
        return spans
    words, others = list(_WORD.finditer(text)), list(_WORD.finditer(other))
    starts = [word.start() for word in words]
    out: list[Span | None] = []
    after = 0
    for span in spans:
        found = None
        if span is not None:
            printed = text[span.start : span.end]
            if len(words) == len(others):
                first = bisect_right(starts, span.start) - 1
                last = bisect_right(starts, span.end - 1) - 1
                left, right = others[first].start(), others[last].end()
                near = left + span.start - words[first].start()
                found = nearest(other[:right], printed, left, near)
            found = found or nearest(other, printed, after, span.start)
            after = found.end if found else after
        out.append(found)
    return out


def nearest(text: str, printed: str, after: int, near: int) -> Span | None:
    """The span of a number as printed that is part of no longer one, at or after ``after``, as close to ``near`` as possible."""
    pattern = r"\s+".join(re.escape(part) for part in printed.split())
    if not pattern:
        return None
    alone = re.compile(rf"(?<![\d.,]){pattern}(?!\d)") if printed[-1].isdigit() else re.compile(rf"(?<![\d.,]){pattern}")
    found = [Span(*match.span()) for match in alone.finditer(text, after)]
    return min(found, key=lambda span: abs(span.start - near), default=None)


def _runs(text: str, source: str) -> list[_Run]:
    """The running text aligned with the raw text, word by word; what lies between two pieces of a passage is skipped."""
    runs: list[_Run] = []
    theirs = list(_WORD.finditer(source))
    at = 0
    for word in _WORD.finditer(text):
        left = word.start()
        while left < word.end() and at < len(theirs):
            rest = text[left : word.end()]
            piece = theirs[at][0]
            if not rest.startswith(piece) and not piece.startswith(rest):
                at = _resumed(text, left, theirs, at)
                piece = theirs[at][0] if at < len(theirs) else ""
                if not piece or not (rest.startswith(piece) or piece.startswith(rest)):
                    break
            runs.append(_Run(theirs[at].start(), left, min(len(piece), len(rest))))
            left += len(piece)
            at += 1
    return runs


def _resumed(text: str, left: int, theirs: list[re.Match[str]], at: int) -> int:
    """The index of the next raw word at which the running text continues; ``at`` where there is none."""
    wanted = text[left : left + 200].split()[:_AHEAD]
    for place in range(at, min(len(theirs), at + _FAR)):
        ahead = [word[0] for word in theirs[place : place + len(wanted)]]
        joined = "".join(ahead).startswith("".join(wanted[:2])) and wanted[0].startswith(ahead[0])
        if ahead == wanted or joined:
            return place
    return at


def _at(runs: list[_Run], starts: list[int], source: int) -> int | None:
    """The place in the running text of a place in the raw text."""
    index = bisect_right(starts, source) - 1
    if index < 0:
        return None
    run = runs[index]
    return run.text + source - run.source if source < run.source + run.length else None
