"""The chart pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.draw import wrap
from tui.model.plot import chart
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.draw import Line
    from tui.model.drill import PeriodHead
    from tui.words import Words


class Chart(Lines):
    """Draws the points of one series as a line or as bars, scaled to its size."""

    can_focus = False

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._head: Line = ()
        self._points: Sequence[tuple[PeriodHead, float]] = ()
        self._say: Words | None = None
        self._alike = self._ranks = False
        self.bars = False

    def draw(
        self, head: Line, points: Sequence[tuple[PeriodHead, float]], say: Words, alike: bool = False, ranks: bool = False
    ) -> None:
        """Draw other points; figures of one and of several years beside each other only where they are ``alike``."""
        self._head, self._points, self._say, self._alike, self._ranks = head, points, say, alike, ranks
        self._plot()

    def fit(self) -> None:
        """Redraw for the new size."""
        self._plot()

    def _plot(self) -> None:
        if self._say is not None and self.size:
            cells = self.scrollable_content_region.width
            height = self.size.height - len(wrap(self._head, cells)) - 1
            self.show([self._head, (), *chart(self._points, self._say, cells, height, self.bars, self._alike, self._ranks)])
