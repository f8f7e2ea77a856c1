"""The base of panes that draw their own lines and scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.scroll_view import ScrollView

if TYPE_CHECKING:
    from textual.geometry import Size


class Scrolled(ScrollView):
    """A pane of fixed size over content of any size."""

    def extend(self, size: Size) -> None:
        """Let the content be of ``size``: the scrollbars change, but nothing on the screen needs to be laid out anew."""
        if size != self.virtual_size:
            self.set_reactive(Scrolled.virtual_size, size)
            self._scroll_update(size)
