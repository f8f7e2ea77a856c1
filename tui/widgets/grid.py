"""The table of the explorer: a grid with fixed columns and columns that scroll sideways between them.

It draws only the lines on the screen, so a thousand rows open as fast as ten. Moving the cursor draws two lines and asks nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message

from tui.draw import Line, wrap
from tui.widgets.grid_drawing import NO_MARK, copied_row, head_line, must_be_brief, row_line, told_apart
from tui.widgets.grid_layout import Layout, lay_out
from tui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from textual import events
    from textual.strip import Strip

    from tui.model.rows import Column, Row

MARK = "▌"


class Grid(Scrolled):
    """A table with a line cursor and, where columns can be entered, a cell cursor."""

    BINDINGS = [
        Binding("down,j", "move(1)", "grid down", show=False, id="grid.down"),
        Binding("up,k", "move(-1)", "grid up", show=False, id="grid.up"),
        Binding("right,l", "side(1)", "grid right", show=False, id="grid.right"),
        Binding("left,h", "side(-1)", "grid left", show=False, id="grid.left"),
        Binding("ctrl+d,pagedown", "leap(1)", "grid page down", show=False, id="grid.page_down"),
        Binding("ctrl+u,pageup", "leap(-1)", "grid page up", show=False, id="grid.page_up"),
        Binding("g,home", "first", "grid top", show=False, id="grid.top"),
        Binding("G,end", "last", "grid bottom", show=False, id="grid.bottom"),
        Binding("enter", "open", "grid open", show=True, id="grid.open"),
    ]
    can_focus = True

    class Moved(Message):
        """The cursor is on another row or cell."""

        def __init__(self, grid: Grid, key: Hashable, column: str | None) -> None:
            super().__init__()
            self.grid, self.key, self.column = grid, key, column

    class Opened(Moved):
        """Enter, or a second click, on a row."""

    class Side(Moved):
        """Left or right was pressed where there is no cell in that direction: the owner may fold or unfold."""

        def __init__(self, grid: Grid, key: Hashable, column: str | None, step: int) -> None:
            super().__init__(grid, key, column)
            self.step = step

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._columns: tuple[Column, ...] = ()
        self.rows: tuple[Row, ...] = ()
        self._layout_now = Layout((), False, False)
        self._places: dict[Hashable, int] = {}
        self._order: dict[str, int] = {}
        self.cursor = 0
        self.column: str | None = None
        self._slid = 0
        self._brief: bool | None = None
        self._apart: Mapping[str, int] = {}
        self.empty: Line = ()
        self.labels: dict[Hashable, str] = {}

    # What is shown

    def show(self, columns: Sequence[Column], rows: Sequence[Row], keep: bool = True) -> None:
        """Show other rows; the cursor stays on the row of the same key if ``keep`` and it is still there.

        Columns that slide are shown up to the last one, the newest, if they are new or the last one was in sight before.
        """
        fresh = [column.key for column in columns if column.slides] != [column.key for column in self._columns if column.slides]
        key = self.key if keep else None
        if bool(rows) is not (bool(self.rows) or not self._columns):
            self.screen.refresh_bindings()  # keys that act on rows are hinted at until it is known that there are none
        self._columns, self.rows = tuple(columns), tuple(rows)
        self._places = {row.key: place for place, row in enumerate(self.rows)}
        self._order = {column.key: place for place, column in enumerate(self._columns)}
        self.cursor = self._places.get(key, min(self.cursor, max(0, len(self.rows) - 1)) if keep else 0)
        if self.column not in {column.key for column in self._columns if column.entered}:
            self.column = None
        self.extend(Size(self.size.width, len(self.rows) + 1))
        if fresh:
            self._layout_now = Layout((), False, False)
        self._lay_out_anew()
        self._bring(self.column)
        self._follow()
        self.refresh()

    @property
    def key(self) -> Hashable:
        """The key of the row under the cursor; None where there is no row."""
        return self.rows[self.cursor].key if self.rows and self.cursor < len(self.rows) else None

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, also those that do not fit."""
        return self._columns

    def row_text(self, name: str | None = None) -> str | None:
        """The row under the cursor as plain cells, see `copied_row`; None where there is no row."""
        return copied_row(self.rows[self.cursor], self._columns, name) if self.rows else None

    def move_to(self, key: Hashable, column: str | None = None, tell: bool = True) -> bool:
        """Put the cursor on a row (and cell); False where there is no such row."""
        if key not in self._places:
            return False
        self.column = column if column is not None else self.column
        self._bring(self.column)
        self._go(self._places[key], tell)
        return True

    def visible_keys(self) -> list[Hashable]:
        """The keys of the rows on the screen, from the top."""
        top = self.scroll_offset.y
        return [row.key for row in self.rows[top : top + max(0, self.size.height - 1)]]

    # Moving

    def action_move(self, step: int) -> None:
        """Move the cursor by ``step`` rows."""
        self._go(self.cursor + step)

    def action_leap(self, step: int) -> None:
        """Move the cursor by half a screen."""
        self._go(self.cursor + step * max(1, (self.size.height - 1) // 2))

    def action_first(self) -> None:
        """To the first row."""
        self._go(0)

    def action_last(self) -> None:
        """To the last row."""
        self._go(len(self.rows) - 1)

    def action_side(self, step: int) -> None:
        """Move to the next cell; past the last one, post `Side`."""
        entered = [column.key for column in self._columns if column.entered]
        place = entered.index(self.column) if self.column in entered else -1
        if (step > 0 and place == -1) or not 0 <= place + step < len(entered):
            self.post_message(self.Side(self, self.key, self.column, step))
            return
        self.enter(entered[place + step])

    def enter(self, column: str | None) -> None:
        """Put the cell cursor into ``column``; None takes it back to the whole row."""
        self.column = column
        self._bring(column)
        self.refresh()
        self.post_message(self.Moved(self, self.key, self.column))

    def enter_first(self) -> None:
        """Put the cell cursor into the first column on the screen that can be entered."""
        shown = [placed.column.key for placed in self._layout_now.placed if placed.column.entered]
        if shown:
            self.enter(shown[0])

    def action_open(self) -> None:
        """Open the row under the cursor."""
        if self.rows:
            self.post_message(self.Opened(self, self.key, self.column))

    def _go(self, place: int, tell: bool = True) -> None:
        before, self.cursor = self.cursor, max(0, min(place, len(self.rows) - 1))
        if not self.rows:
            return
        top = self.scroll_offset.y
        self._follow()
        if self.scroll_offset.y == top:
            self._draw_row(before)
            self._draw_row(self.cursor)
        else:
            self.refresh()
        if tell:
            self.post_message(self.Moved(self, self.key, self.column))

    def _draw_row(self, place: int) -> None:
        self.refresh(Region(0, place - self.scroll_offset.y + 1, self.size.width, 1))

    def _follow(self) -> None:
        room, top = self.size.height - 1, self.scroll_offset.y
        if room <= 0:
            return
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False, force=True, immediate=True)
        elif self.cursor >= top + room:
            self.scroll_to(y=self.cursor - room + 1, animate=False, force=True, immediate=True)

    def _bring(self, column: str | None) -> None:
        sliding = [one.key for one in self._columns if one.slides]
        if column not in sliding:
            return
        if column == sliding[-1]:
            self._slid = len(sliding)  # what speaks of the last column comes with it
            self._lay_out()
        shown = [placed.column.key for placed in self._layout_now.placed if placed.column.slides]
        while column not in shown and shown:
            self._slid += 1 if sliding.index(column) > sliding.index(shown[-1]) else -1
            self._lay_out()
            shown = [placed.column.key for placed in self._layout_now.placed if placed.column.slides]

    def _lay_out_anew(self) -> None:
        """Lay out other columns, or the same in another width, up to the newest one if that was not out of sight."""
        self._slid = self._slid if self._layout_now.more_right else len(self._columns)
        self._lay_out()

    def _lay_out(self) -> None:
        sliding = sum(column.slides for column in self._columns)
        self._slid = max(0, min(self._slid, sliding - 1))
        room = self._room
        if room <= 0:
            return  # it is laid out once it has a size
        self._layout_now, self._brief = lay_out(self._columns, room, self._slid), None
        while self._slid and not self._layout_now.more_right:
            wider = lay_out(self._columns, room, self._slid - 1)
            if wider.more_right or not wider.holds(self._layout_now):
                break
            self._slid, self._layout_now = self._slid - 1, wider

    @property
    def _room(self) -> int:
        """The width that columns have: without the scrollbar that is about to appear, with the one about to go."""
        inner, bar = self.scrollable_content_region, self.styles.scrollbar_size_vertical
        stands, will_stand = self.show_vertical_scrollbar, len(self.rows) + 1 > inner.height
        return inner.width - 1 + bar * (stands - will_stand)

    # Events

    def fit(self) -> None:
        """Lay the columns out for the new width."""
        self.extend(Size(self.size.width, len(self.rows) + 1))
        self._lay_out_anew()
        self._bring(self.column)
        self._follow()

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, a click on the cursor's row opens it."""
        if event.y < 1:
            self._slide_at(event.x)
            return
        place = event.y - 1 + self.scroll_offset.y
        if place >= len(self.rows):
            return
        if place == self.cursor and event.chain > 1:
            self.action_open()
            return
        hit = next(
            (p.column.key for p in self._layout_now.placed if p.column.entered and p.left + 1 <= event.x <= p.left + p.cells),
            None,
        )
        self.column = hit
        self._go(place)
        self.refresh()

    def on_mouse_scroll_left(self, _event: events.MouseScrollLeft) -> None:
        """The wheel to the left brings the columns before."""
        self._slide(-1)

    def on_mouse_scroll_right(self, _event: events.MouseScrollRight) -> None:
        """The wheel to the right brings the columns behind."""
        self._slide(1)

    def _slide_at(self, x: int) -> None:
        """A click on a head at the edge of hidden columns brings the next of them."""
        sliding = [placed for placed in self._layout_now.placed if placed.column.slides]
        if sliding and x > sliding[-1].left and self._layout_now.more_right:
            self._slide(1)
        elif sliding and x <= sliding[0].left + sliding[0].cells and self._layout_now.more_left:
            self._slide(-1)

    def _slide(self, step: int) -> None:
        self._slid += step
        self._lay_out()
        self.refresh()

    def on_unmount(self) -> None:
        """Let go of the rows."""
        self._columns, self.rows, self._layout_now = (), (), Layout((), False, False)

    def watch_has_focus(self, value: bool) -> None:
        """The title is brighter and the cursor stronger while the grid has the focus."""
        super().watch_has_focus(value)
        self.refresh()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw the head (line 0) or one row."""
        if y == 0:
            return self._painter.strip(head_line(self._layout_now, self.column, self.has_focus), self.size.width)
        place = y - 1 + self.scroll_offset.y
        if place >= len(self.rows):
            return self._painter.strip(self._instead(y - 2) if not self.rows else (), self.size.width)
        row, here = self.rows[place], place == self.cursor
        ground = ("cursor" if self.has_focus else "idle") if here else ""
        label = self.labels.get(row.key)
        mark = (label, "label") if label else (MARK if here else NO_MARK, "accent")
        if self._brief is None:
            self._brief = must_be_brief(self.rows, self._layout_now, self._order)
            self._apart = told_apart(self.rows, self._layout_now, self._order)
        entered, named = self.column if ground == "cursor" else None, bool(self.labels)
        line = row_line(row, self._layout_now, self._order, mark, entered, self._brief, named, self._apart)
        return self._painter.strip(line, self.size.width, ground)

    def _instead(self, place: int) -> Line:
        """A line of the words that stand where there are no rows."""
        lines = wrap(self.empty, self.size.width - 2)
        return ((" ", "plain"), *lines[place]) if 0 <= place < len(lines) else ()
