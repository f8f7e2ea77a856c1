"""Which lines are footnotes: page feet, one after the other; numbers repaired by sequence, run-over notes joined."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from data.reader.layout.flow import Span
from data.reader.layout.labels import printed_number, read_label
from data.reader.layout.lines import is_closed
from data.reader.layout.page_feet import THRESHOLD, WEAK, Foot, LineContext, Start
from data.reader.layout.pages import Pages
from data.reader.layout.pairs import WordPairs
from data.reader.layout.sections import is_part

_LONGEST_FOOT = 100
_MOST_STARTS = 40
_MOST_WALKED, _WALK_PER_LINE = 2000.0, 8.0
_MOST_RUN_OVER = 12
_MOST_SKIPPED = 25
_PARAGRAPH = 4
_CERTAIN = 0.7


@dataclass(slots=True)
class Note:
    """One footnote.

    Attributes:
        number: Its number, repaired by sequence.
        label: Raw span of the number as printed.
        pieces: Raw spans of its lines, without the label.
        lines: Indices of its lines.
        foot: Number of the page foot that it begins in, from 0.
    """

    number: int
    label: Span
    pieces: list[Span]
    lines: list[int]
    foot: int


@dataclass(slots=True)
class FootnoteReader:
    """Walks over a text with the number of the next note in mind.

    Attributes:
        context: The lines and what is known of them.
        pages: The pages of the text.
        pairs: Which words stand side by side in it.
        notes: The notes found.
        feet: First line of every page foot and the line behind it.
    """

    context: LineContext
    pages: Pages
    pairs: WordPairs
    notes: list[Note] = field(default_factory=list)
    feet: list[Span] = field(default_factory=list)

    def read(self) -> None:
        """Find all notes and page feet."""
        if self.context.paged:
            for first, end in pairwise([*self.pages.starts, len(self.context.lines)]):
                self._read_page(first, end)
        else:
            self._read_unpaged()

    def _read_page(self, first: int, end: int) -> None:
        """Find the foot of a page whose end is known, or its several feet where notes stand behind their sections."""
        while end > first and end - 1 in self.pages.furniture:
            end -= 1
        after = self._next_in_body(end)
        best = Foot((), end, 0.0)
        for line, number in self._possible_starts(max(first, end - _LONGEST_FOOT), end):
            foot = self._foot_to(line, number, end, after)
            if foot.score > best.score:
                best = foot
        if best.score >= THRESHOLD:
            behind = self._resumption(best)
            best = replace(best, starts=tuple(start for start in best.starts if start.line < behind), end=behind)
            self._take(self._open_end(first, best.starts[0].line, after), best)
            if behind < end:
                self._read_page(behind, end)
        elif self._is_note_open() and (begin := self._open_end(first, end, after)) < end:
            self._take(begin, Foot((), end, 0.0))

    def _resumption(self, foot: Foot) -> int:
        """The line within a page foot at which the body goes on, or the end of the foot."""
        notes = {start.line for start in foot.starts}
        bare = self._is_bare(foot.starts)
        below = (index for index in range(foot.starts[0].line + 1, foot.end) if index not in notes)
        return next((index for index in below if self.context.is_heading(index, bare)), foot.end)

    def _is_bare(self, starts: Sequence[Start]) -> bool:
        """True when the numbers of notes have no full stop or bracket behind them."""
        labels = [self.context.lines[start.line].text[: start.end].rstrip() for start in starts]
        return not any(label.endswith((".", ")")) for label in labels)

    def _next_in_body(self, index: int) -> int:
        """The first line from an index on that is not a printed page number; these never come in pairs."""
        return index + 1 if index in self.pages.furniture else index

    def _possible_starts(self, first: int, end: int) -> list[Span]:
        """Lines that may begin a page foot, each with the number it would have."""
        found: list[Span] = []
        for index in range(first, end):
            found += [(index, number) for number in self._possible_numbers(index)]
            if len(found) >= _MOST_STARTS:
                break
        return found

    def _possible_numbers(self, index: int) -> list[int]:
        """The numbers that a line, read as the first note of a foot, could have."""
        if index in self.pages.furniture:
            return []
        text = self.context.lines[index].text
        expected = self._next_number()
        printed = printed_number(text)
        numbers = [expected] if read_label(text, expected, self.context.ocr)[0] >= WEAK else []
        if printed is not None and printed != expected:
            if not self.notes or printed == 1 or expected < printed <= expected + _MOST_SKIPPED:
                numbers.append(printed)
        elif printed is None and self.notes and self.context.ocr and read_label(text, 1, True)[0] >= _CERTAIN:
            numbers.append(1)
        return numbers

    def _next_number(self) -> int:
        """The number that the next note should have."""
        return self.notes[-1].number + 1 if self.notes else 1

    def _above(self) -> int:
        """First line that may have the marks of the next page foot."""
        return self.feet[-1][1] if self.feet else 0

    def _foot_to(self, line: int, number: int, end: int, after: int) -> Foot:
        """The lines from one to the end of its page, or to where a new part of the report begins on it, read as notes."""
        starts = [self.context.start(line, number)]
        for index in range(line + 1, end):
            if is_part(self.context.lines[index].text):
                return self._weighed(starts, index, index)
            if index in self.pages.furniture:
                continue
            start = self.context.next_start(index, starts[-1], line, self._above())
            if start is not None:
                starts.append(start)
        return self._weighed(starts, end, after)

    def _weighed(self, starts: Sequence[Start], end: int, after: int) -> Foot:
        """A page foot with its score; one out of sequence needs more evidence."""
        score = self.context.score(starts, end, after, self._above())
        skipped = starts[0].number - self._next_number()
        if skipped:
            score -= min(0.2 + 0.1 * abs(skipped), 1.0) if self.notes else 0.3
        return Foot(tuple(starts), end, score)

    def _read_unpaged(self) -> None:
        """Find the page feet of a text whose page breaks left no trace, or all its notes behind its end."""
        if (gathered := self._endnotes()) is not None:
            self._take(gathered.starts[0].line, gathered)
            return
        index, walked = 0, 0.0
        while index < len(self.context.lines):
            numbers = self._possible_numbers(index) if walked < _MOST_WALKED else []
            feet = [self._unpaged_foot(index, number) for number in numbers]
            walked = max(0.0, walked + sum(foot.end - index for foot in feet) - _WALK_PER_LINE)
            foot = max(feet, key=lambda foot: foot.score, default=None)
            if foot is None or foot.score < THRESHOLD:
                index += 1
                continue
            self._take(self._open_end(self._above(), index, foot.end), foot)
            index = foot.end

    def _endnotes(self) -> Foot | None:
        """All notes of a text that gathers them behind its end, as exports of word processors do.

        One line only begins as the first of them does, so that no page has a foot of its own.
        """
        context = self.context
        ones = [
            at for at, line in enumerate(context.lines) if printed_number(line.text) == 1 and context.start(at, 1).like >= 1.0
        ]
        if len(ones) != 1 or not ones[0] or not context.has_mark(1, 0, ones[0]):
            return None
        foot = self._unpaged_foot(ones[0], 1, len(context.lines))
        return foot if foot.end == len(context.lines) and len(foot.starts) > 1 and foot.score >= THRESHOLD else None

    def _unpaged_foot(self, first: int, number: int, longest: int = _LONGEST_FOOT) -> Foot:
        """The page foot that would begin at a line; it ends where the body continues."""
        context = self.context
        starts = [context.start(first, number)]
        cut = first > 0 and not is_closed(context.lines[first - 1].text)
        index = first + 1
        while index < min(len(context.lines), first + longest):
            if index in self.pages.furniture or context.is_heading(index, self._is_bare(starts)):
                break
            start = context.next_start(index, starts[-1], first, self._above())
            if start is not None:
                starts.append(start)
            elif context.may_end(index, first, cut) and not self._goes_on(index, first, cut, starts[-1]):
                break
            index += 1
        return self._weighed(starts, index, index)

    def _goes_on(self, index: int, first: int, cut: bool, last: Start) -> bool:
        """True when a paragraph without a number, below a note, is still small print."""
        lines = self.context.lines
        if self._next_begins(index, last, first):
            return True
        if cut and lines[index].text[0].islower():
            return False
        wide = 1.15 * self.context.layout.width
        return self.context.is_wide(first, index) and any(len(line.text) > wide for line in lines[index : index + 2])

    def _next_begins(self, index: int, last: Start, first: int) -> bool:
        """True when the next note, with a mark above, begins below a paragraph of the last one; no heading stands between."""
        context, above = self.context, self._above()
        if read_label(context.lines[index].text, last.number, context.ocr)[0] >= 1.0:
            return False  # The line bears the number of the last note itself, which was none: a heading's, perhaps.
        if not context.layout.wrapped and context.lines[index].gap:
            return False  # Paragraphs of the body are set off so, those of a note are not.
        below = range(index, min(len(context.lines), index + _PARAGRAPH))
        same = takewhile(lambda line: not context.lines[line].text.startswith("#"), below)
        starts = (context.next_start(line, last, first, above) for line in same if line not in self.pages.furniture)
        begun = next((start for start in starts if start is not None), None)
        return begun is not None and begun.like >= 1.0 and context.has_mark(begun.number, above, first)

    def _is_note_open(self) -> bool:
        """True when the last note breaks off in the middle of a sentence."""
        return bool(self.notes) and not is_closed(self._last_words())

    def _last_words(self) -> str:
        """The last line of the last note."""
        return self.context.lines[self.notes[-1].lines[-1]].text

    def _open_end(self, first: int, start: int, after: int) -> int:
        """First line of a foot when the end of the note of the page before stands above its first number."""
        if not self._is_note_open():
            return start
        for begin in range(max(first + 1, start - _MOST_RUN_OVER), start):
            if self.context.stands_apart(begin) and self._runs_over(begin, start, after):
                return begin
        return start

    def _runs_over(self, begin: int, start: int, after: int) -> bool:
        """True when lines above the first number of a foot continue the open note rather than the body."""
        lines, layout = self.context.lines, self.context.layout
        if layout.wrapped:
            lengths = [len(line.text) for line in lines[begin:start]]
            if max(lengths) > 1.15 * layout.width:
                return min([*lengths[:-1], max(lengths)]) > 1.05 * layout.width
            if lines[begin].rule:
                return True
        if start - begin > (2 if layout.wrapped else 1) or after >= len(lines) or lines[after].text[0].isupper():
            return False
        above, run_over, last, below = (lines[at].text for at in (begin - 1, begin, start - 1, after))
        if is_closed(above):
            return False
        as_note = self.pairs.meet(self._last_words(), run_over) + self.pairs.meet(above, below)
        return as_note > self.pairs.meet(above, run_over) + self.pairs.meet(last, below)

    def _take(self, begin: int, foot: Foot) -> None:
        """Record the lines of a page foot as notes."""
        number = len(self.feet)
        self.feet.append((begin, foot.end))
        self._extend(begin, foot.starts[0].line if foot.starts else foot.end)
        for start, end in pairwise([*foot.starts, Start(foot.end, 0, 0.0, 0)]):
            lines = [index for index in range(start.line, end.line) if index not in self.pages.furniture]
            first = self.context.lines[start.line]
            pieces = [(self.context.lines[index].left, self.context.lines[index].right) for index in lines]
            pieces[0] = (first.left + start.end, first.right)
            label = (first.left, first.left + len(first.text[: start.end].rstrip()))
            self.notes.append(Note(start.number, label, pieces, lines, number))

    def _extend(self, begin: int, end: int) -> None:
        """Give lines that run over from the page before to the last note."""
        for index in range(begin, end):
            self.notes[-1].lines.append(index)
            self.notes[-1].pieces.append((self.context.lines[index].left, self.context.lines[index].right))
