"""The base of panes that draw their own lines and scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.scroll_view import ScrollView

from tui.widgets.painter import Painter

if TYPE_CHECKING:
    from textual.geometry import Size


class Scrolled(ScrollView):
    """A pane of fixed size over content of any size."""

    PAINTER = Painter
    """What turns its lines into strips."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._painter = self.PAINTER(self)

    def notify_style_update(self) -> None:
        """Use the colours of the theme in use now."""
        super().notify_style_update()
        self._painter.reset()

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """Fit the content at once: the Resize message arrives only after the pane was painted in its new size."""
        before = self.outer_size
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if size != before:
            self.fit()
        return changed

    def fit(self) -> None:
        """Fit the content to a new size of the pane, which is repainted in any case."""

    def extend(self, size: Size) -> None:
        """Set the size of the content: only the scrollbars change, so the screen is not laid out again."""
        if size != self.virtual_size:
            self.set_reactive(Scrolled.virtual_size, size)
            self._scroll_update(size)
