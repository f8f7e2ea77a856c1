"""The first line of every screen: where you are on the left, what is shown on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from tui.draw import Line, spread
from tui.widgets.painter import Painter

if TYPE_CHECKING:
    from textual.strip import Strip


class Title(Widget):
    """One line, drawn by hand."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._painter = Painter(self)
        self._left: Line = ()
        self._right: Line = ()

    def show(self, left: Line, right: Line = ()) -> None:
        """Show other words."""
        self._left, self._right = left, right
        self.refresh()

    def notify_style_update(self) -> None:
        """Take the colours of the theme anew."""
        super().notify_style_update()
        self._painter.reset()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        line = spread(((" ", "plain"), *self._left), (*self._right, (" ", "plain")), self.size.width) if y == 0 else ()
        return self._painter.strip(line, self.size.width)
