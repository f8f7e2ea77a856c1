"""The tabs of the console: their texts, which are kept from one run to the next, and what is run in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.draw import Line, Piece, width
from tui.screens.console_run import Sheet
from tui.session.buffers import Buffer, Buffers, read_buffers, write_buffers

if TYPE_CHECKING:
    from pathlib import Path

LONGEST = 28
"""Characters of a name that are shown."""


class Tabs:
    """The tabs, one of which is open.

    Args:
        folder: where their texts are kept.

    Attributes:
        sheets: the tabs in order; never empty once one was opened.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._buffers = Buffers()
        self.sheets: list[Sheet] = []

    def restore(self) -> None:
        """Take the texts of the last run."""
        self._buffers = read_buffers(self._folder)
        self.sheets = [Sheet(buffer) for buffer in self._buffers.items]

    def keep(self) -> None:
        """Save the texts and where their cursors stand."""
        for sheet in self.sheets:
            if sheet.editor is not None:
                sheet.buffer.text = sheet.editor.text
                sheet.buffer.row, sheet.buffer.column = sheet.editor.cursor_location
        if self.sheets:
            write_buffers(self._folder, self._buffers)

    @property
    def sheet(self) -> Sheet:
        """The open tab."""
        return self.sheets[self._buffers.current]

    def open(self, name: str, text: str) -> None:
        """Open a text in a tab of its own, or the tab that holds it already."""
        self._buffers.add(name, text)
        if len(self._buffers.items) > len(self.sheets):
            self.sheets.append(Sheet(self._buffers.items[-1]))

    def step(self, step: int) -> None:
        """Open the tab ``step`` places further, in the round."""
        self._buffers.current = (self._buffers.current + step) % len(self.sheets)

    def close(self) -> tuple[Sheet, Buffer]:
        """Remove the open tab and return it with its text; a neighbour is open then."""
        place = self._buffers.current
        return self.sheets.pop(place), self._buffers.close(place)

    def line(self, room: int) -> Line:
        """The names in ``room`` terminal cells; those at the left make way for the open one."""
        names = [f" {sheet.buffer.name[:LONGEST]}{'…' if sheet.running else ''} " for sheet in self.sheets]
        first, current = 0, self._buffers.current
        while first < current and sum(map(width, names[first : current + 1])) > room:
            first += 1
        pieces: list[Piece] = [("SQL ", "bright"), ("‹" if first else "", "dim")]
        for place, name in enumerate(names[first:], first):
            pieces.append((name, "label" if place == current and len(names) > 1 else "dim"))
        return tuple(pieces)
