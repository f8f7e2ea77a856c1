"""The grid of the console: any number of rows; only those on the screen are drawn, and a few pages are in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message

from queries.answer import PAGE
from tui.draw import ELLIPSIS, Line, align_right, clean, cut_middle, fit, width
from tui.model.result import ResultView
from tui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from textual import events
    from textual.strip import Strip

MARK, NO_MARK = "▌", " "
AHEAD = 250
"""Rows before the end of what is known at which the next page is requested."""
GAP = 2
"""Terminal cells between two columns."""
TOO_WIDE = "#"
"""Fills the place of a number that is wider than its column, as in a spreadsheet: part of one would be another number."""


class ResultGrid(Scrolled):
    """Rows of a result with a cell cursor; the actions on a cell belong to its pane."""

    BINDINGS = [
        Binding("down,j", "move(1)", "result down", show=False, id="result_down"),
        Binding("up,k", "move(-1)", "result up", show=False, id="result_up"),
        Binding("right,l", "side(1)", "result right", show=False, id="result_right"),
        Binding("left,h", "side(-1)", "result left", show=False, id="result_left"),
        Binding("pagedown,ctrl+d", "leap(1)", "result page down", show=False, id="result_page_down"),
        Binding("pageup,ctrl+u", "leap(-1)", "result page up", show=False, id="result_page_up"),
        Binding("g,ctrl+home", "first", "result top", show=False, id="result_top"),
        Binding("home,0", "edge(-1)", "result first column", show=False, id="result_first_column"),
        Binding("end,dollar_sign", "edge(1)", "result last column", show=False, id="result_last_column"),
        Binding("f", "freeze", "freeze columns", show=False, id="result_freeze"),
        Binding("w", "widen", "widen column", show=False, id="result_widen"),
    ]
    can_focus = True

    class PageWanted(Message):
        """Page ``number`` of the view is to be shown but not in memory."""

        def __init__(self, view: ResultView, number: int) -> None:
            super().__init__()
            self.view, self.number = view, number

    class Moved(Message):
        """The cursor has moved."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.view = ResultView()
        self.message: Line = ()
        self._asked: set[int] = set()

    # What is shown

    def show(self, view: ResultView) -> None:
        """Show an answer, at the place where it was left."""
        self.view = view
        self._asked.clear()
        self._fit_columns()
        self._resize()
        self.scroll_to(y=view.top, animate=False, force=True, immediate=True)
        self._follow()
        self.refresh()

    def arrived(self, number: int) -> None:
        """Draw a page that has arrived in the view; the columns get the width that it needs."""
        self._asked.discard(number)
        self._fit_columns()
        self._resize()
        self._bring()
        self.refresh()

    def failed(self, number: int) -> None:
        """A page could not be read: it may be asked for again."""
        self._asked.discard(number)

    @property
    def heads(self) -> int:
        """The number of head lines: types get a line of their own where there is room."""
        return 2 if self.size.height >= 9 else 1

    @property
    def room(self) -> int:
        """The number of rows on the screen."""
        return max(1, self.size.height - self.heads)

    def _fit_columns(self) -> None:
        room = self.scrollable_content_region.width - self.numbers_width
        if room > 0 and self.view.fitted != room:
            self.view.fit(room, GAP)

    def _resize(self) -> None:
        self.extend(Size(self.size.width, self.view.known + self.heads))

    # Moving

    def action_move(self, step: int) -> None:
        """Move the cursor by ``step`` rows."""
        self.go(self.view.row + step)

    def action_leap(self, step: int) -> None:
        """Move the cursor by a screen."""
        self.go(self.view.row + step * self.room)

    def action_first(self) -> None:
        """To the first row."""
        self.go(0)

    def action_side(self, step: int) -> None:
        """To the next column."""
        self._enter(self.view.column + step)

    def action_edge(self, side: int) -> None:
        """To the first or the last column."""
        self._enter(0 if side < 0 else len(self.view.columns) - 1)

    def action_freeze(self) -> None:
        """Keep the columns up to the cursor at the left edge, or let them go."""
        self.view.frozen = 0 if self.view.frozen else min(self.view.column + 1, len(self.view.columns) - 1)
        self.view.left = self.view.frozen
        self._bring()
        self.refresh()

    def action_widen(self) -> None:
        """Toggle the width of the column between what its visible rows need and what its head needs."""
        view, place = self.view, self.view.column
        if not view.columns:
            return
        shown = [row for row in map(view.at, range(self.scroll_offset.y, self.scroll_offset.y + self.room)) if row]
        needed = max((width(view.text(place, row[place])) for row in shown), default=8)
        narrow = min(view.needs[place], max(6, width(clean(view.columns[place]))))
        view.widths[place] = min(needed, self.size.width - 12) if view.widths[place] < needed else narrow
        view.chosen[place] = view.widths[place]
        self._bring()
        self.refresh()

    def go(self, place: int) -> None:
        """Put the cursor on a row; the next page is requested before the end is reached."""
        view = self.view
        if not view.known:
            return
        before, view.row = view.row, max(0, min(place, view.known - 1))
        top = self.scroll_offset.y
        self._follow()
        if self.scroll_offset.y == top:
            self._draw_row(before)
            self._draw_row(view.row)
        else:
            self.refresh()
        if not view.complete and view.row + AHEAD >= view.known:
            self._want(view.known // PAGE)
        self.post_message(self.Moved())

    def _enter(self, column: int) -> None:
        self.view.column = max(0, min(column, len(self.view.columns) - 1))
        self._bring()
        self.refresh()
        self.post_message(self.Moved())

    def _draw_row(self, place: int) -> None:
        self.refresh(Region(0, place - self.scroll_offset.y + self.heads, self.size.width, 1))

    def _follow(self) -> None:
        top, row = self.scroll_offset.y, self.view.row
        wanted = row if row < top else row - self.room + 1 if row >= top + self.room else top
        if wanted != top:
            self.scroll_to(y=wanted, animate=False, force=True, immediate=True)
        self.view.top = wanted

    def _want(self, number: int) -> None:
        if number not in self._asked and not self.view.has(number):
            self._asked.add(number)
            self.post_message(self.PageWanted(self.view, number))

    # Columns

    @property
    def numbers_width(self) -> int:
        """The width of the row numbers with the mark before them."""
        return max(4, len(str(self.view.known)) + 2)

    def placed(self) -> list[tuple[int, int, int]]:
        """The columns on the screen: column, left edge, cells; the last one may be cut."""
        view, left = self.view, self.numbers_width
        out: list[tuple[int, int, int]] = []
        edge = self.scrollable_content_region.width
        for place in [*range(view.frozen), *range(max(view.left, view.frozen), len(view.columns))]:
            if left >= edge or (out and edge - left < min(4, view.widths[place])):
                break
            out.append((place, left, min(view.widths[place], edge - left)))
            left += view.widths[place] + GAP
        return out

    def _bring(self) -> None:
        view = self.view
        if view.column < view.frozen:
            return
        view.left = min(view.left, view.column) if view.column >= view.frozen else view.left
        view.left = max(view.left, view.frozen)
        while view.left < view.column and not self._whole(view.column):
            view.left += 1

    def _whole(self, column: int) -> bool:
        return any(place == column and cells == self.view.widths[place] for place, _, cells in self.placed())

    # Events

    def fit(self) -> None:
        """Keep the cursor on the screen."""
        self._fit_columns()
        self._resize()
        self._bring()
        self._follow()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """The wheel and the scroll bar move the rows under the cursor."""
        super().watch_scroll_y(old_value, new_value)
        self.view.top = round(new_value)
        if not self.view.complete and self.view.top + self.room + AHEAD >= self.view.known:
            self._want(self.view.known // PAGE)

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; on a head it sorts; a second click on a cell opens it."""
        hit = next((place for place, left, cells in self.placed() if left <= event.x < left + cells + GAP), None)
        if hit is not None:
            self._enter(hit)
        if event.y < self.heads:
            if hit is not None:
                self.run_later("result_sort")
            return
        place = event.y - self.heads + self.scroll_offset.y
        if place < self.view.known:
            self.go(place)
            if event.chain > 1:
                self.run_later("result_cell")

    def run_later(self, action: str) -> None:
        """Run an action of the pane."""
        self.call_later(self.app.run_action, action, self.parent)

    def watch_has_focus(self, value: bool) -> None:
        """The cursor is stronger while the grid has the focus."""
        super().watch_has_focus(value)
        self.refresh()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw a line of the head, or one row."""
        cells = self.size.width
        if not self.view.columns:
            return self._painter.strip(((" ", "plain"), *self.message) if y == 1 else (), cells)
        if y < self.heads:
            return self._painter.strip(self._head(y), cells)
        place = y - self.heads + self.scroll_offset.y
        if place >= self.view.known:
            empty = not self.view.known and y == self.heads + 1
            return self._painter.strip(((" ", "plain"), *self.message) if empty else (), cells)
        here = place == self.view.row
        ground = ("cursor" if self.has_focus else "idle") if here else ""
        return self._painter.strip(self._row(place, here), cells, ground)

    def _row(self, place: int, here: bool) -> Line:
        view = self.view
        pieces: list[tuple[str, str]] = [
            (MARK if here else NO_MARK, "accent"),
            (align_right(str(place + 1), self.numbers_width - 2) + " ", "dim"),
        ]
        row = view.at(place)
        if row is None:
            self._want(place // PAGE)
            return (*pieces, (ELLIPSIS, "dim"))
        for column, _, cells in self.placed():
            text = view.text(column, row[column])
            aligned = _number(text, cells) if view.numeric(column) and row[column] is not None else cut_middle(text, cells)
            role = "dim" if row[column] is None or aligned == TOO_WIDE * cells else "plain"
            if here and self.has_focus and column == view.column:
                role = "cell"
            pieces.append((aligned, role))
            pieces.append((" " * GAP, "plain"))
        return tuple(pieces)

    def _head(self, y: int) -> Line:
        view = self.view
        pieces: list[tuple[str, str]] = [(" " * self.numbers_width, "dim")]
        for column, _, cells in self.placed():
            text = (clean(view.columns[column]) + view.sorted.get(column, "")) if y == 0 else view.kind(column)
            bright = y == 0 and column == view.column and self.has_focus
            role = "head-focus" if bright else "head" if y else "bright"
            pieces.append((align_right(text, cells) if view.numeric(column) else fit(text, cells), role))
            pieces.append((" " * GAP, "plain"))
        return tuple(pieces)


def _number(text: str, cells: int) -> str:
    """A number at the right edge of its column; where it is too wide, with or without its padding, signs that say only that."""
    if width(text) > cells:
        text = text.rstrip(" ")
    return align_right(text, cells) if width(text) <= cells else TOO_WIDE * cells
