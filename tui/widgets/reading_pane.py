"""The text of a report, every figure underlined; only the visible lines are drawn."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message

from queries.fold import fold
from tui.draw import Line, align_right, line_width, width
from tui.model.reading import wrap_spans
from tui.widgets.painter import Painter
from tui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from textual import events
    from textual.strip import Strip

    from tui.model.reading import Block, Reading, Stop

WIDEST = 100
"""Terminal cells of a line of text: longer ones are hard to read."""
MARGIN = 6
"""Terminal cells left of the text, for the numbers of notes."""
_BASE = {"heading": "bright", "section": "bright"}
_UNDERLINED = "_"


class Match(NamedTuple):
    """An occurrence of the searched words."""

    block: int
    start: int
    end: int


class _Row(NamedTuple):
    """A line of the screen; ``block`` is negative for an empty one."""

    block: int
    start: int
    end: int


class Ink(Painter):
    """A painter that underlines the roles whose name ends in ``_``."""

    def style(self, role: str, ground: str = "") -> Style:
        """The colours of a role."""
        style = super().style(role.rstrip(_UNDERLINED), ground)
        return style + Style(underline=True) if role.endswith(_UNDERLINED) else style


class ReadingPane(Scrolled):
    """A report; the cursor stops at figures, and stays on the screen while any figure is."""

    BINDINGS = [
        Binding("enter", "open", "open", id="reading.open"),
        Binding("n", "step(1)", "next", id="reading.next"),
        Binding("N", "step(-1)", "previous", show=False, id="reading.previous"),
        Binding("right,l", "figure(1)", "next figure", show=False, id="reading.right"),
        Binding("left,h", "figure(-1)", "previous figure", show=False, id="reading.left"),
        Binding("down,j", "scroll_down", "down", show=False, id="reading.down"),
        Binding("up,k", "scroll_up", "up", show=False, id="reading.up"),
        Binding("pagedown,ctrl+d,space", "page_down", "page down", show=False, id="reading.page_down"),
        Binding("pageup,ctrl+u", "page_up", "page up", show=False, id="reading.page_up"),
        Binding("home,g", "scroll_home", "top", show=False, id="reading.top"),
        Binding("end,G", "scroll_end", "bottom", show=False, id="reading.bottom"),
    ]
    can_focus = True
    PAINTER = Ink

    class Moved(Message):
        """The cursor is on another figure, or another occurrence of the searched words is current."""

    class Opened(Message):
        """Enter, or a click on the figure under the cursor."""

    class Missed(Message):
        """The next occurrence was asked for of words that do not occur."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.reading: Reading | None = None
        self.current: int | None = None
        self.matches: list[Match] = []
        self.match = 0
        self._wanted = ""
        self._rows: list[_Row] = []
        self._stop_rows: list[int] = []
        self._block_rows: list[int] = []
        self._folded: list[str] = []

    @property
    def stop(self) -> Stop | None:
        """The stop under the cursor."""
        return self.reading.stops[self.current] if self.reading and self.current is not None else None

    def show(self, reading: Reading, current: int | None = None) -> None:
        """Show a report, at its top or with the cursor on a figure."""
        self.reading, self.matches, self._folded, self._wanted = reading, [], [], ""
        self.current = current if current is not None else 0 if reading.stops else None
        self._break()
        self.refresh()
        if current is not None:
            self._reveal(self._stop_rows[current])
        self.post_message(self.Moved())

    # Searching

    def search(self, words: str) -> int:
        """Mark all occurrences of ``words``, ignoring diacritics, go to the first one on the screen or below, and count them.

        Where they occur as whole words, those inside longer words do not count.
        """
        self._wanted = wanted = " ".join(fold(words).split())
        found = [match for place in range(len(self._blocks())) for match in self._found(place, wanted)] if wanted else []
        self.matches = [match for match in found if self._is_whole(match)] or found
        rows = [self._row_of(match.block, match.start) for match in self.matches]
        self.match = bisect_left(rows, int(self.scroll_offset.y)) if rows else 0
        self.match = 0 if self.match >= len(rows) else self.match
        self._go_to_match()
        return len(self.matches)

    def _blocks(self) -> list[Block]:
        return self.reading.blocks if self.reading else []

    def _found(self, place: int, wanted: str) -> list[Match]:
        if not self._folded:
            whole = "".join(block.text for block in self._blocks())
            table = {ord(letter): _one(letter) for letter in set(whole)}
            self._folded = [block.text.translate(table) for block in self._blocks()]
        out, at = [], self._folded[place].find(wanted)
        while at >= 0:
            out.append(Match(place, at, at + len(wanted)))
            at = self._folded[place].find(wanted, at + len(wanted))
        return out

    def _is_whole(self, match: Match) -> bool:
        """Whether an occurrence neither begins nor ends inside a word."""
        text = self._folded[match.block]
        return not any(0 < at < len(text) and text[at - 1 : at + 1].isalnum() for at in (match.start, match.end))

    def _go_to_match(self) -> None:
        if self.matches:
            match = self.matches[self.match]
            self._reveal(self._row_of(match.block, match.start))
            if (stop := self._stop_at(match)) is not None:
                self.current = stop
        self.refresh()
        self.post_message(self.Moved())

    def _stop_at(self, match: Match) -> int | None:
        """The figure that is told beside words that were found: the next of their paragraph, or its last; None if it has none."""
        block = self._blocks()[match.block]
        stops = range(block.first, block.first + block.stops)
        behind = (stop for stop in stops if self.reading and self.reading.stops[stop].end > match.start)
        return next(behind, stops[-1] if stops else None)

    # Moving

    def action_step(self, step: int) -> None:
        """Go to the next occurrence of the searched words, or to the next figure where nothing is searched."""
        if not self.matches:
            if self._wanted:
                self.post_message(self.Missed())
            else:
                self.action_figure(step)
            return
        self.match = (self.match + step) % len(self.matches)
        self._go_to_match()

    def action_figure(self, step: int) -> None:
        """Go to the next or the previous figure."""
        if self.reading is None or not self.reading.stops:
            return
        last = len(self.reading.stops) - 1
        self._rest_on(0 if self.current is None else min(last, max(0, self.current + step)))
        self._reveal(self._stop_rows[self.current or 0])

    def action_open(self) -> None:
        """Open the figure under the cursor."""
        self.post_message(self.Opened())

    def _rest_on(self, stop: int) -> None:
        if stop != self.current:
            self.current = stop
            self.refresh()
            self.post_message(self.Moved())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Keep the cursor on the screen: move it to the nearest visible figure."""
        super().watch_scroll_y(old_value, new_value)
        top, bottom = int(new_value), int(new_value) + self.size.height
        if self.current is None or not self._stop_rows or top <= self._stop_rows[self.current] < bottom:
            return
        first, behind = bisect_left(self._stop_rows, top), bisect_left(self._stop_rows, bottom)
        if first < behind:
            self._rest_on(first if self.current < first else behind - 1)

    def _reveal(self, row: int) -> None:
        top, height = self.scroll_offset.y, max(1, self.size.height)
        spare = min(2, height // 4)
        if row < top + spare:
            self.scroll_to(y=max(0, row - spare), animate=False, immediate=True)
        elif row >= top + height - spare:
            far = row >= top + 2 * height
            self.scroll_to(y=row - (height // 3 if far else height - 1 - spare), animate=False, immediate=True)

    async def on_click(self, event: events.Click) -> None:
        """Move the cursor to the figure under the mouse; open the figure if the cursor is there already."""
        stop = self._under(event.x, event.y)
        if stop is None:
            return
        if stop == self.current:
            self.post_message(self.Opened())
        self._rest_on(stop)

    def _under(self, x: int, y: int) -> int | None:
        place = y + int(self.scroll_offset.y)
        if self.reading is None or not 0 <= place < len(self._rows) or self._rows[place].block < 0:
            return None
        row = self._rows[place]
        block = self.reading.blocks[row.block]
        for index in range(block.first, block.first + block.stops):
            stop = self.reading.stops[index]
            left = self._left() + line_width(self._edge(block, row)) + width(block.text[row.start : max(row.start, stop.start)])
            if stop.start < row.end and stop.end > row.start and left <= x < left + width(block.text[stop.start : stop.end]):
                return index
        return None

    # Lines

    def _left(self) -> int:
        return max(0, (self.size.width - WIDEST - MARGIN) // 2) if self.size.width > WIDEST + 2 * MARGIN else 0

    def _break(self) -> None:
        cells = max(12, min(WIDEST, self.size.width - MARGIN - 2))
        self._rows, self._block_rows, self._stop_rows = [], [], []
        before = ""
        for place, block in enumerate(self._blocks()):
            if place and not (block.kind.endswith("entry") and before.endswith("entry")):
                self._rows.append(_Row(-1, 0, 0))
            before = block.kind
            self._block_rows.append(len(self._rows))
            self._rows += [_Row(place, *span) for span in wrap_spans(block.text, cells)]
        self._stop_rows = [self._row_of(stop.block, stop.start) for stop in self.reading.stops] if self.reading else []
        self.extend(Size(self.size.width, len(self._rows)))

    def _row_of(self, block: int, start: int) -> int:
        row = self._block_rows[block]
        while row + 1 < len(self._rows) and self._rows[row + 1].block == block and self._rows[row + 1].start <= start:
            row += 1
        return row

    def fit(self) -> None:
        """Wrap the lines to the new width; the text at the top stays at the top."""
        top = int(self.scroll_offset.y)
        kept = next((row for row in self._rows[top:] if row.block >= 0), None)
        self._break()
        if kept is not None and top:
            self.scroll_to(y=self._row_of(kept.block, kept.start), animate=False)

    def render_line(self, y: int) -> Strip:
        """Draw one visible line."""
        place = y + int(self.scroll_offset.y)
        row = self._rows[place] if place < len(self._rows) else _Row(-1, 0, 0)
        return self._painter.strip(self._line(row) if row.block >= 0 else (), self.size.width)

    def _line(self, row: _Row) -> Line:
        block = self._blocks()[row.block]
        base = _BASE.get(block.kind, "plain")
        pieces = [(" " * self._left(), "plain"), *self._edge(block, row)]
        at = row.start
        for start, end, role in self._marks(row, block, base):
            pieces += [(block.text[at:start], base), (block.text[start:end], role)]
            at = end
        return (*pieces, (block.text[at : row.end], base))

    @staticmethod
    def _edge(block: Block, row: _Row) -> tuple[tuple[str, str], ...]:
        """The margin left of the text: a bar before notes, with the note's number at its first line."""
        if block.kind not in ("footnote", "note-entry"):
            return ((" " * (MARGIN if block.kind == "entry" else 2), "plain"),)
        label = align_right(block.label if row.start == 0 else "", MARGIN - 3)
        return ((label + " ", "accent"), ("│ ", "dim"))

    def _marks(self, row: _Row, block: Block, base: str) -> list[tuple[int, int, str]]:
        """The figures and searched words of a line, in order and without overlaps."""
        assert self.reading is not None
        marks: list[tuple[int, int, str]] = []
        for index in range(block.first, block.first + block.stops):
            stop = self.reading.stops[index]
            known = any(figure.indicator_id for figure in stop.figures)
            role = "lit" if index == self.current else (base if known else "dim") + _UNDERLINED
            marks.append((stop.start, stop.end, role))
        for number in range(bisect_left(self.matches, (row.block,)), bisect_right(self.matches, (row.block + 1,))):
            match = self.matches[number]
            if match.block == row.block:
                marks.append((match.start, match.end, "label" if number == self.match else "cell"))
        inside = sorted((max(start, row.start), min(end, row.end), role) for start, end, role in marks
                        if start < row.end and end > row.start)  # fmt: skip
        out: list[tuple[int, int, str]] = []
        for start, end, role in inside:
            free = max(start, out[-1][1]) if out else start
            if free < end:
                out.append((free, end, role))
        return out


def _one(letter: str) -> str:
    """A letter folded to exactly one letter, so that places stay."""
    folded = fold(letter)
    return folded if len(folded) == 1 else letter.lower()[:1]
