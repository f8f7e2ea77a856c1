"""Which lines are footnotes: page feet found by sequence of numbers, width of lines and the sentences they cut in two."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from data.reader.flow import Span, is_closed
from data.reader.labels import marked_number, printed_number, read_label
from data.reader.lines import Layout, Line
from data.reader.pages import Pages
from data.reader.pairs import WordPairs

_LONGEST_FOOT = 150
_MOST_STARTS = 40
_THRESHOLD = 1.2
_WEAK, _FAIR = 0.15, 0.5


@dataclass(slots=True)
class Note:
    """One footnote.

    Attributes:
        number: Its number, repaired by sequence.
        label: Raw span of the number as printed; empty for the end of a note that began on a page that is missing.
        pieces: Raw spans of its lines, without the label.
        lines: Indices of its lines.
        foot: Number of the page foot that it stands in, from 0.
    """

    number: int
    label: Span
    pieces: list[Span]
    lines: list[int]
    foot: int


@dataclass(frozen=True, slots=True)
class Start:
    """A line read as the beginning of a note: its index, number, likeness and the length of the label."""

    line: int
    number: int
    like: float
    end: int


@dataclass(frozen=True, slots=True)
class Foot:
    """A page foot: its notes' first lines, the line behind it and how sure it is."""

    starts: tuple[Start, ...]
    end: int
    score: float


@dataclass(slots=True)
class FootnoteReader:
    """Walks over the pages of a text, with the number of the next note in mind."""

    lines: Sequence[Line]
    layout: Layout
    pages: Pages
    ocr: bool
    pairs: WordPairs
    borne: dict[int, list[int]]
    notes: list[Note] = field(default_factory=list)
    feet: list[Span] = field(default_factory=list)

    def read(self) -> None:
        """Find all notes and the line spans of the page feet."""
        if self._has_pages():
            bounds = [*self.pages.starts, len(self.lines)]
            for first, end in zip(bounds, bounds[1:], strict=False):
                self._read_page(first, end)
        else:
            self._read_unpaged()

    def _has_pages(self) -> bool:
        """True when page breaks are known throughout: no page is far longer than the others."""
        bounds = [*self.pages.starts, len(self.lines)]
        lengths = sorted(end - first for first, end in zip(bounds, bounds[1:], strict=False))
        return len(lengths) > 1 and lengths[-1] <= 3 * max(lengths[len(lengths) // 2], 10)

    # -- pages whose ends are known ---------------------------------------------------------------

    def _read_page(self, first: int, end: int) -> None:
        """Find the foot of a page."""
        while end > first and end - 1 in self.pages.furniture:
            end -= 1
        after = end
        while after < len(self.lines) and after in self.pages.furniture:
            after += 1
        best = Foot((), end, 0.0)
        for line, number in self._possible_starts(max(first, end - _LONGEST_FOOT), end):
            foot = self._foot(line, number, end, after)
            if foot.score > best.score:
                best = foot
        if best.score >= _THRESHOLD:
            self._take(self._open_end(first, best.starts[0].line, after), best)
        elif self._is_note_open():
            begin = self._open_end(first, end, after)
            if begin < end:
                self._take(begin, Foot((), end, 0.0))

    def _possible_starts(self, first: int, end: int) -> list[tuple[int, int]]:
        """Lines that may begin a page foot, each with the number it would have."""
        following = self._next_number()
        found: list[tuple[int, int]] = []
        for index in range(first, end):
            if len(found) >= _MOST_STARTS:
                break
            text = self.lines[index].text
            if read_label(text, following, self.ocr)[0] >= _WEAK:
                found.append((index, following))
            printed = printed_number(text)
            if printed is not None and printed != following and self._may_jump(printed):
                found.append((index, printed))
        return found

    def _next_number(self) -> int:
        return self.notes[-1].number + 1 if self.notes else 1

    def _may_jump(self, number: int) -> bool:
        """True when a note of this number may come although another one was expected."""
        expected = self._next_number()
        return not self.notes or number == 1 or expected < number <= expected + 3

    def _foot(self, line: int, number: int, end: int, after: int) -> Foot:
        """Read the lines from one to the end of its page as notes and weigh the evidence."""
        starts = [self._start(line, number)]
        index = line + 1
        while index < end:
            start = self._next_start(index, starts[-1], line)
            if start is not None:
                starts.append(start)
            index += 1
        score = sum(start.like for start in starts) / len(starts) + 0.3 * min(len(starts) - 1, 3)
        if number != self._next_number():
            score -= 0.6 if self.notes else 0.3
        return Foot(tuple(starts), end, score + self._evidence(starts[0], end, after))

    def _start(self, line: int, number: int) -> Start:
        like, length = read_label(self.lines[line].text, number, self.ocr)
        return Start(line, number, like, length)

    def _next_start(self, index: int, last: Start, foot: int) -> Start | None:
        """The note that begins at a line of a page foot, if one does."""
        text = self.lines[index].text
        like, length = read_label(text, last.number + 1, self.ocr)
        at_start = self._is_paragraph_start(index, foot)
        if like >= 1.0 and marked_number(text) is not None:
            return Start(index, last.number + 1, like, length)
        if not at_start or not self._begins_phrase(text[length:]):
            return None
        if like >= (_WEAK if self._stands_apart(index) else _FAIR):
            return Start(index, last.number + 1, like, length)
        skipped = read_label(text, last.number + 2, self.ocr)
        return Start(index, last.number + 2, 0.5, skipped[1]) if skipped[0] >= 1.0 else None

    def _begins_phrase(self, rest: str) -> bool:
        """True when what follows a label begins as a sentence does; scanned capitals may be misread."""
        if not rest:
            return False
        return rest[0].isupper() or rest[0] in "(“\"'" or (self.ocr and not rest[0].isspace())

    def _is_paragraph_start(self, index: int, foot: int) -> bool:
        """True when a line of a page foot may begin a paragraph."""
        before = self.lines[index - 1]
        if not self.layout.wrapped or is_closed(before.text) or self._stands_apart(index):
            return True
        width = max(len(self.lines[at].text) for at in range(max(foot, index - 12), index))
        return len(before.text) < 0.85 * width

    def _stands_apart(self, index: int) -> bool:
        """True when the gap before a line is not that between two lines of a paragraph."""
        return not self.layout.wrapped or self.lines[index].gap != self.layout.gap or self.lines[index].rule

    def _evidence(self, first: Start, end: int, after: int) -> float:
        """What the place and the looks of a page foot say for it, beyond its numbers."""
        line, text = first.line, self.lines[first.line].text
        marked = marked_number(text) is not None
        score = 1.0 if marked else 0.0
        score += 0.8 if self.lines[line].rule else 0.3 if self._stands_apart(line) else -0.2
        rest = text[first.end :].lstrip()
        if not marked:
            score += 0.3 if rest[:1].isupper() or rest[:1] == "(" else -0.4
        score += self._width_evidence(line, end)
        return score + self._cut_evidence(line, after) + self._mark_evidence(line, first.number)

    def _mark_evidence(self, line: int, number: int) -> float:
        """The body above a page foot bears its first note's mark; in clean text it must be readable."""
        above = self.borne.get(number, [])
        at = bisect_left(above, self.feet[-1][1] if self.feet else 0)
        if at < len(above) and above[at] < line:
            return 0.8
        return 0.0 if self.ocr else -0.6

    def _width_evidence(self, first: int, end: int) -> float:
        """Notes are set smaller than the body, so their lines hold more characters."""
        if not self.layout.wrapped:
            return 0.0
        lengths = sorted(len(self.lines[index].text) for index in range(first, end))
        longest = lengths[-1] / max(self.layout.width, 1)
        middle = lengths[len(lengths) // 2] / max(self.layout.width, 1)
        if longest < 0.8:
            return 0.0
        if longest <= 1.1:
            return -0.8 if len(lengths) > 2 and middle > 0.8 else -0.3
        return 1.0 if middle > 1.15 or len(lengths) < 4 else 0.5

    def _cut_evidence(self, line: int, after: int) -> float:
        """A page foot may cut a sentence of the body in two."""
        if line == 0 or after >= len(self.lines) or is_closed(self.lines[line - 1].text):
            return 0.0
        return 0.4 if self.lines[after].text[0].islower() else 0.0

    # -- a text without page breaks ---------------------------------------------------------------

    def _read_unpaged(self) -> None:
        """Find the page feet of a text whose page breaks left no trace."""
        index = 0
        while index < len(self.lines):
            foot = self._unpaged_foot(index)
            if foot is None:
                index += 1
                continue
            self._take(self._open_end(max(0, index - 12), index, foot.end), foot)
            index = foot.end

    def _unpaged_foot(self, index: int) -> Foot | None:
        """The page foot that begins at a line, if one does."""
        following = self._next_number()
        text = self.lines[index].text
        like = read_label(text, following, self.ocr)[0]
        printed = printed_number(text)
        number = following if like >= _WEAK else printed
        if number is None or (number != following and not self._may_jump(number)):
            return None
        starts = [self._start(index, number)]
        end = self._unpaged_end(index, starts)
        score = sum(start.like for start in starts) / len(starts) + 0.3 * min(len(starts) - 1, 3)
        score -= 0.0 if number == following else 0.6
        score += self._evidence(starts[0], end, end)
        return Foot(tuple(starts), end, score) if score >= _THRESHOLD else None

    def _unpaged_end(self, first: int, starts: list[Start]) -> int:
        """Where a page foot ends; its further notes are added to the starts."""
        cut = first > 0 and not is_closed(self.lines[first - 1].text)
        index = first + 1
        while index < min(len(self.lines), first + _LONGEST_FOOT):
            start = self._next_start(index, starts[-1], first)
            if start is not None:
                starts.append(start)
            elif self._is_paragraph_start(index, first) and not self._goes_on(index, first, cut):
                break
            index += 1
        return index

    def _goes_on(self, index: int, first: int, cut: bool) -> bool:
        """True when a paragraph without a number, below a note, is still part of the foot."""
        if not self.layout.wrapped or (cut and self.lines[index].text[0].islower()):
            return False
        near = [len(self.lines[at].text) for at in range(index, min(index + 2, len(self.lines)))]
        return max(near) > 1.15 * self.layout.width and self._width_evidence(first, index) > 0

    # -- notes that run over from the page before ---------------------------------------------------

    def _is_note_open(self) -> bool:
        """True when the last note breaks off in the middle of a sentence."""
        return bool(self.notes) and not is_closed(self._last_words())

    def _last_words(self) -> str:
        return self.lines[self.notes[-1].lines[-1]].text

    def _open_end(self, first: int, start: int, after: int) -> int:
        """First line of the foot when the end of the note of the page before stands above its first number."""
        if not self._is_note_open():
            return start
        for begin in range(max(first + 1, start - 12), start):
            line = self.lines[begin]
            if (line.rule or self._stands_apart(begin)) and self._runs_over(begin, start, after):
                return begin
        return start

    def _runs_over(self, begin: int, start: int, after: int) -> bool:
        """True when lines above the first number of a foot go on with the open note rather than with the body."""
        line = self.lines[begin]
        lengths = [len(self.lines[index].text) for index in range(begin, start)]
        if self.layout.wrapped and max(lengths) > 1.15 * self.layout.width:
            return self.lines[begin - 1].text != "" and min([*lengths[:-1], max(lengths)]) > 1.05 * self.layout.width
        if line.rule and self.layout.wrapped:
            return True
        body_cut = begin > 0 and not is_closed(self.lines[begin - 1].text)
        if not body_cut or start - begin > (2 if self.layout.wrapped else 1) or after >= len(self.lines):
            return False
        note, above, last, below = self._last_words(), self.lines[begin - 1].text, self.lines[start - 1].text, self.lines[after].text
        if below[0].isupper():
            return False
        as_note = self.pairs.meet(note, line.text) + self.pairs.meet(above, below)
        as_body = self.pairs.meet(above, line.text) + self.pairs.meet(last, below)
        return as_note > as_body

    # -- taking notes ---------------------------------------------------------------------------------

    def _take(self, begin: int, foot: Foot) -> None:
        """Record the lines of a page foot as notes."""
        number = len(self.feet)
        self.feet.append((begin, foot.end))
        first = foot.starts[0].line if foot.starts else foot.end
        if begin < first:
            self.notes[-1].lines += range(begin, first)
            self.notes[-1].pieces += [(line.left, line.right) for line in self.lines[begin:first]]
        ends = [start.line for start in foot.starts[1:]] + [foot.end]
        for start, end in zip(foot.starts, ends, strict=False):
            lines = [index for index in range(start.line, end) if index not in self.pages.furniture]
            left = self.lines[start.line].left
            pieces = [(self.lines[index].left, self.lines[index].right) for index in lines]
            pieces[0] = (left + start.end, pieces[0][1])
            shown = len(self.lines[start.line].text[: start.end].rstrip())
            self.notes.append(Note(start.number, (left, left + shown), pieces, lines, number))
