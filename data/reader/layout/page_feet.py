"""What makes some lines a page foot of notes: their numbers, where they stand and what they look like."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.reader.layout.labels import marked_number, read_label
from data.reader.layout.lines import Layout, Line, is_closed
from data.reader.layout.sections import is_upper

WEAK, FAIR = 0.15, 0.5
"""Likeness from which a label counts where other evidence is strong, and where it stands alone."""

THRESHOLD = 1.2
"""Score from which lines are a page foot."""

_WIDER = 1.15
_GOES_ON = re.compile(r"(?:\d[\d.,]*%?,?\s+)?(?![\dA-ZĐ])\w")
"""A line that goes on with a sentence: a small letter, or a number with one behind it."""

_HEADING = re.compile(r"[#*\s]*([IVX]{1,4}|[A-H]|\d{1,2}(?:\.\d{1,2}){0,3})\s?[.)–-]\s+\**([^\W\d_])")
"""A line that begins as the heading of a section does."""
_UNLIKE_OTHERS = 1.5
"""What speaks against a note whose number is not set off as those of others are, and has no mark."""
_LONGEST_HEADING, _IN_BODY, _POINT = 120, 1.5, 20
"""The longest heading, what speaks against notes right below one or a point before them, and how many lines a point takes."""


@dataclass(frozen=True, slots=True)
class Start:
    """A line read as the beginning of a note: its index, number, likeness and the length of the label."""

    line: int
    number: int
    like: float
    end: int


@dataclass(frozen=True, slots=True)
class Foot:
    """A page foot: the first lines of its notes, the index behind its last line, and how sure it is."""

    starts: tuple[Start, ...]
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class LineContext:
    """The lines of a text with what is known of them.

    Attributes:
        lines: All lines.
        layout: How the text is set.
        ocr: True for a scanned text.
        mark_lines: For every number printed as a mark the indices of the lines that have it.
        set_off: True when the notes' numbers are set off, in superscript or brackets.
        paged: True when page breaks are known throughout.
    """

    lines: Sequence[Line]
    layout: Layout
    ocr: bool
    mark_lines: Mapping[int, Sequence[int]]
    set_off: bool
    paged: bool

    def start(self, line: int, number: int) -> Start:
        """A line read as the beginning of a note of a given number."""
        like, length = read_label(self.lines[line].text, number, self.ocr)
        return Start(line, number, like, length)

    def next_start(self, index: int, last: Start, first: int, above: int) -> Start | None:
        """The note that begins at a line below another note, if one does.

        Args:
            index: The line.
            last: The note before it.
            first: First line of the page foot.
            above: First line that may bear the marks of the page foot.
        """
        text = self.lines[index].text
        like, length = read_label(text, last.number + 1, self.ocr)
        if marked_number(text) is not None:
            return Start(index, last.number + 1, like, length) if like >= 1.0 else None
        if marked_number(self.lines[first].text) is not None:
            return None
        if like >= (WEAK if self.stands_apart(index) else FAIR):
            marked = like >= 1.0 and self.has_mark(last.number + 1, above, first)
            phrase = marked or self._begins_phrase(text[length:])
            return Start(index, last.number + 1, like, length) if phrase and self.may_begin(index, first) else None
        skipped, length = read_label(text, last.number + 2, self.ocr)
        if skipped >= 1.0 and self._begins_phrase(text[length:]) and self.may_begin(index, first):
            return Start(index, last.number + 2, FAIR, length)
        return None

    def score(self, starts: Sequence[Start], end: int, after: int, above: int) -> float:
        """The evidence that some lines are a page foot.

        Args:
            starts: The notes in it.
            end: Index behind its last line.
            after: Index of the next line of the body.
            above: First line that may bear its marks.
        """
        first = starts[0]
        text = self.lines[first.line].text
        score = sum(start.like for start in starts) / len(starts) + 0.3 * min(len(starts) - 1, 3)
        score += 0.8 if self.lines[first.line].rule else 0.3 if self.stands_apart(first.line) else -0.2
        if marked_number(text) is not None:
            score += 1.0
        else:
            unlike_others = self.set_off and not self.has_mark(first.number, above, first.line)
            score += self._wording_evidence(text[: first.end], text[first.end :]) - (_UNLIKE_OTHERS if unlike_others else 0.0)
        score += self._width_evidence(first.line, end) + self._cut_evidence(first.line, after)
        marked = [start.like for start in starts if self.has_mark(start.number, above, first.line)]
        titled = self._is_title(first.line) and text.lstrip("#* ")[:1].isalpha()
        noted = len(marked) == len(starts) and text[: first.end][-1:].isspace()
        below_title = self._is_title(first.line - 1) and not noted if first.line else False
        if titled or below_title or (first.line and self._goes_on_in_body(first, above)):
            score -= _IN_BODY
        if marked:
            return score + 0.8 * max(marked)
        return score if self.ocr else score - 0.6

    def _goes_on_in_body(self, first: Start, above: int) -> bool:
        """True when the point before stands in the body, a little above: "1. Đẩy nhanh ...", "2. Phát triển ..."."""
        if first.number == 1 or self.lines[first.line].text[: first.end].rstrip()[-1:] not in (".", ")"):
            return False
        before = re.compile(rf"{first.number - 1}[.)]\s")
        return any(before.match(self.lines[at].text) for at in range(max(above, first.line - _POINT), first.line))

    def _is_title(self, index: int) -> bool:
        """True when a line is the title of a section in capitals; what stands right below it is the body."""
        text = self.lines[index].text
        return _HEADING.match(text) is not None and is_upper(text)

    def has_mark(self, number: int, above: int, below: int) -> bool:
        """True when a line between two others has a note's mark in readable form."""
        places = self.mark_lines.get(number, ())
        at = bisect_left(places, above)
        return at < len(places) and places[at] < below

    def may_begin(self, index: int, first: int) -> bool:
        """True when a line of a page foot may begin a paragraph."""
        before = self.lines[index - 1]
        if not self.layout.wrapped or is_closed(before.text) or self.stands_apart(index):
            return True
        width = max(len(self.lines[at].text) for at in range(max(first, index - 12), index))
        return len(before.text) < 0.85 * width

    def stands_apart(self, index: int) -> bool:
        """True when the gap before a line is not that between two lines of a paragraph."""
        line = self.lines[index]
        return not self.layout.wrapped or line.gap != self.layout.gap or line.rule

    def may_end(self, index: int, first: int, cut: bool) -> bool:
        """True when a page foot, whose page break left no trace, may end before a line.

        Args:
            index: The line, which begins no note.
            first: First line of the page foot.
            cut: True when the page foot cuts a sentence of the body, so that the body goes on in small letters.
        """
        before, line = self.lines[index - 1], self.lines[index]
        if line.indent > max(1, self.lines[first].indent):
            return False
        if not self.layout.wrapped:
            return True
        if not self.may_begin(index, first) or (before.text[-1] in ";," and not self.stands_apart(index)):
            return False
        width = max(self.layout.width, *(len(self.lines[at].text) for at in range(max(first, index - 12), index)))
        full = len(before.text) > 0.9 * width and not self.stands_apart(index)
        if line.text[0].islower():
            return cut or not full
        return not full or index - first < 2

    def is_heading(self, index: int, bare: bool) -> bool:
        """True when a line below a note is surely the heading of a section, so that the body goes on with it.

        A number of one level may be the next note's where the notes' numbers are not set off.

        Args:
            index: The line.
            bare: True when the notes' numbers have no full stop behind them, as those of headings do.
        """
        text = self.lines[index].text
        if not self.lines[index].gap or len(text) > _LONGEST_HEADING or is_closed(text):
            return False
        heading = _HEADING.match(text)
        if heading is None or not heading[2].isupper():
            return False
        return self.set_off or bare or "." in heading[1] or (heading[1].isalpha() and is_upper(text))

    def is_wide(self, first: int, end: int) -> bool:
        """True when lines are longer than those of the body, as small print is."""
        return self.layout.wrapped and self._width_evidence(first, end) > 0

    def _begins_phrase(self, rest: str) -> bool:
        """True when what follows a label begins as a sentence does; scanned capitals may be misread."""
        return bool(rest) and (rest[0].isupper() or rest[0] in "(“\"'" or (self.ocr and not rest[0].isspace()))

    def _wording_evidence(self, label: str, rest: str) -> float:
        """A note begins with a capital; with a full stop behind its number, or in capitals, it is rather a heading."""
        score = 0.3 if rest[:1].isupper() or rest[:1] == "(" else -0.4
        if label.rstrip()[-1:] in (".", ")"):
            score -= 1.1
        elif not label[-1:].isspace():
            score -= 0.6
        return score - 1.0 if is_upper(rest) else score

    def _width_evidence(self, first: int, end: int) -> float:
        """Notes are set smaller than the body, so their lines hold more characters."""
        if not self.layout.wrapped:
            return 0.0
        lengths = sorted(len(self.lines[index].text) / max(self.layout.width, 1) for index in range(first, end))
        longest, middle = lengths[-1], lengths[len(lengths) // 2]
        if longest < 0.8:
            return 0.0
        if longest <= 1.1:
            return -0.8 if self.paged and len(lengths) > 2 and middle > 0.8 else -0.3
        return 1.0 if middle > _WIDER or len(lengths) < 4 else 0.5

    def _cut_evidence(self, line: int, after: int) -> float:
        """A page foot may cut a sentence of the body in two."""
        if line == 0 or after >= len(self.lines):
            return 0.0
        if is_closed(self.lines[line - 1].text) or is_upper(self.lines[line - 1].text):
            return 0.0
        return 0.4 if _GOES_ON.match(self.lines[after].text) else 0.0


def line_context(
    lines: Sequence[Line], layout: Layout, ocr: bool, mark_lines: Mapping[int, Sequence[int]], paged: bool
) -> LineContext:
    """The context of a text's lines."""
    set_off = sum(marked_number(line.text) is not None for line in lines) > 1
    return LineContext(lines, layout, ocr, mark_lines, set_off, paged)
