"""The first line of every screen: where you are on the left, what is shown on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message
from textual.widget import Widget

from tui.draw import Line, justify, line_width, width
from tui.widgets.painter import Painter

if TYPE_CHECKING:
    from textual import events
    from textual.strip import Strip

BACK = ("‹ ", "dim")
"""What a title begins with where there is a way back."""


class Title(Widget):
    """One line, drawn by hand."""

    def __init__(self) -> None:
        super().__init__()
        self._painter = Painter(self)
        self._left: Line = ()
        self._right: Line = ()

    class Clicked(Message):
        """The words on the right were clicked; ``place`` counts their pieces from the left."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def on_click(self, event: events.Click) -> None:
        """A click on the way back goes back; one on the right is for the screen."""
        if self._left[:1] == (BACK,) and event.x <= line_width(self._left):
            self.app.simulate_key("escape")
            return
        left = self.size.width - line_width(self._right) - 1
        for place, (text, _) in enumerate(self._right):
            if left <= event.x < left + width(text):
                self.post_message(self.Clicked(place))
            left += width(text)

    def show(self, left: Line, right: Line = ()) -> None:
        """Show other words."""
        self._left, self._right = left, right
        self.refresh()

    def notify_style_update(self) -> None:
        """Use the colours of the theme in use now."""
        super().notify_style_update()
        self._painter.reset()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        line = justify(((" ", "plain"), *self._left), (*self._right, (" ", "plain")), self.size.width) if y == 0 else ()
        return self._painter.strip(line, self.size.width)
