"""The overlay that waits for the letter of a row."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from tui.model.jump import Labels, labels_for
from tui.screens.window import Overlay

if TYPE_CHECKING:
    from textual import events

    from tui.widgets.grid import Grid


class JumpScreen(Overlay[Hashable]):
    """A transparent overlay; the grids under it show a letter on every row. Gives the key of the row whose letter is pressed.

    Args:
        first: a grid, all of whose rows have letters.
        second: another one, whose rows on the screen have.
    """

    def __init__(self, first: Grid, second: Grid) -> None:
        super().__init__()
        self._first, self._second = first, second
        self._labels = labels_for([row.key for row in first.rows], second.visible_keys())

    def on_mount(self) -> None:
        """Show the letters."""
        self._label(self._labels)

    def on_unmount(self) -> None:
        """Take the letters away."""
        self._label(Labels({}, {}))

    def _label(self, labels: Labels) -> None:
        for grid, own in zip((self._first, self._second), labels, strict=True):
            grid.labels = own
            grid.refresh()

    def on_key(self, event: events.Key) -> None:
        """Close at any key."""
        event.stop()
        event.prevent_default()
        self.dismiss(self._labels.target(event.character or ""))

    def on_click(self) -> None:
        """Close at a click."""
        self.dismiss(None)
