"""A scrollable pane of drawn lines: notes, help, SQL."""

from __future__ import annotations

from itertools import islice, zip_longest
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.geometry import Region, Size

from tui.draw import HANG, Line, line_width, wrap
from tui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.strip import Strip


class Lines(Scrolled):
    """Lines wrapped to the width of the pane; data is shown literally, never parsed as markup."""

    BINDINGS = [
        Binding("down,j", "scroll_down", "lines down", show=False, id="lines.down"),
        Binding("up,k", "scroll_up", "lines up", show=False, id="lines.up"),
        Binding("pagedown,ctrl+d", "page_down", "lines page down", show=False, id="lines.page_down"),
        Binding("pageup,ctrl+u", "page_up", "lines page up", show=False, id="lines.page_up"),
        Binding("home,g", "scroll_home", "lines top", show=False, id="lines.top"),
        Binding("end,G", "scroll_end", "lines bottom", show=False, id="lines.bottom"),
    ]
    can_focus = True

    def __init__(self, id: str | None = None, indent: int = 0) -> None:  # noqa: A002
        super().__init__(id=id)
        self._indent = indent
        self._given: tuple[Line, ...] = ()
        self._lines: list[Line] = []

    def show(self, lines: Sequence[Line], keep: bool = False) -> None:
        """Show other lines, from the top unless ``keep``."""
        before, self._given = self._lines, tuple(lines)
        self._break()
        if not keep and self.scroll_offset.y:
            self.scroll_to(0, 0, animate=False)
        if self.styles.height is not None and self.styles.height.is_auto:
            self.refresh(layout=True)
        else:
            self._draw_changed(before)

    def _draw_changed(self, before: list[Line]) -> None:
        """Repaint only the lines that have changed."""
        top, cells = self.scroll_offset.y, self.size.width
        both = zip_longest(before[top:], self._lines[top:], fillvalue=())
        changed = [Region(0, y, cells, 1) for y, (old, new) in enumerate(islice(both, self.size.height)) if old != new]
        if changed:
            self.refresh(*changed)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines as they were given, before wrapping."""
        return self._given

    @property
    def narrow(self) -> int:
        """The width of the lines where a scrollbar stands beside them, whether it does or not."""
        return self.size.width - self.styles.scrollbar_size_vertical

    def _break(self) -> None:
        grows = self.styles.height is not None and self.styles.height.is_auto
        cells = self.scrollable_content_region.width or self.size.width
        if not cells and not grows:
            self._lines = []  # they are broken once there is a width
            return
        if not grows and self.show_vertical_scrollbar:
            cells += self.styles.scrollbar_size_vertical
        self._lines = self._broken(cells)
        if not grows and len(self._lines) > self.scrollable_content_region.height:
            # A scrollbar will stand beside the lines.
            cells -= self.styles.scrollbar_size_vertical
            self._lines = self._broken(cells)
        size = Size(cells, len(self._lines))
        if grows:
            self.virtual_size = size
        else:
            self.extend(size)

    def _broken(self, cells: int) -> list[Line]:
        return [piece for line in self._given for piece in (wrap(line, cells, self._hang(line, cells)) if line else [()])]

    def _hang(self, line: Line, cells: int) -> int:
        """The hanging indent of a line: what is before `HANG`; else that of the pane for lines of a list, none for sentences."""
        if HANG in line and (place := line_width(line[: line.index(HANG)])) <= cells * 3 // 5:
            return place
        return self._indent if line[0][0][:1] in (" ", "▌") else 0

    def fit(self) -> None:
        """Wrap the lines to the new width."""
        self._break()

    def render_line(self, y: int) -> Strip:
        """Draw one visible line."""
        place = y + self.scroll_offset.y
        line = self._lines[place] if place < len(self._lines) else ()
        return self._painter.strip(line, self.size.width)
