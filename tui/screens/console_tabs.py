"""The tabs of the console: their texts, which are kept from one run to the next, and what is run in each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from queries.question import header
from tui.draw import Line, Piece, cut_middle, width
from tui.screens.console_run import Tab
from tui.session.buffers import Buffer, Buffers, read_buffers, write_buffers
from tui.words import LANGUAGES, Words

if TYPE_CHECKING:
    from pathlib import Path

LONGEST = 28
"""Terminal cells that a name keeps where there is no room for all."""


_NUMBERED = re.compile(r"(.*?)(?: \d+)?")
"""A name, and the number that tells it from another tab of that name."""


def name_of(text: str, say: Words) -> str:
    """What the tab of a text is called: by its title, where it has one."""
    titles = header(text)
    return say.pick(titles.title_vi, titles.title_en) or say("console.tab")


class Tabs:
    """The tabs, one of which is open.

    Args:
        folder: where their texts are kept.

    Attributes:
        all: the tabs in order; never empty once one was opened.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._buffers = Buffers()
        self.all: list[Tab] = []

    def restore(self, say: Words) -> None:
        """Take the texts of the last run."""
        self._buffers = read_buffers(self._folder)
        self.all = [Tab(buffer) for buffer in self._buffers.items]
        self.speak(say)

    def speak(self, say: Words) -> None:
        """Call the tabs by another language that are called by the title of their text, or by none; other names stay."""
        for buffer in self._buffers.items:
            known, own = {name_of(buffer.text, Words(lang)) for lang in LANGUAGES}, name_of(buffer.text, say)
            numbered = _NUMBERED.fullmatch(buffer.name)
            called = {buffer.name, numbered[1] if numbered else ""}
            if called & known and own not in called:
                self._buffers.rename(buffer, own)

    def keep(self) -> None:
        """Save the texts and where their cursors stand."""
        for tab in self.all:
            if tab.editor is not None:
                tab.buffer.text = tab.editor.text
                tab.buffer.row, tab.buffer.column = tab.editor.cursor_location
        if self.all:
            write_buffers(self._folder, self._buffers)

    @property
    def current(self) -> Tab:
        """The open tab."""
        return self.all[self._buffers.current]

    def open(self, name: str, text: str) -> None:
        """Open a text in a tab of its own, or the tab that holds it already."""
        self._buffers.add(name, text)
        if len(self._buffers.items) > len(self.all):
            self.all.append(Tab(self._buffers.items[-1]))

    def step(self, step: int) -> None:
        """Open the tab ``step`` places further, cyclically."""
        self._buffers.current = (self._buffers.current + step) % len(self.all)

    def close(self) -> tuple[Tab, Buffer]:
        """Remove the open tab and return it with its text; a neighbour becomes the open one."""
        place = self._buffers.current
        return self.all.pop(place), self._buffers.close(place)

    def _names(self, longest: int) -> list[str]:
        shown = (cut_middle(tab.buffer.name, longest).rstrip() for tab in self.all)
        return [f" {name}{'…' if tab.running else ''} " for name, tab in zip(shown, self.all, strict=True)]

    def line(self, room: int) -> Line:
        """The names in ``room`` terminal cells, long ones cut where not all fit; those at the left make way for the open one."""
        widths = [width(tab.buffer.name) for tab in self.all]
        left = room - sum(map(width, self._names(0)))
        longer = range(min(left, max(widths)), LONGEST, -1)
        names = self._names(next((cells for cells in longer if sum(min(own, cells) for own in widths) <= left), LONGEST))
        first, current = 0, self._buffers.current
        while first < current and sum(map(width, names[first : current + 1])) > room:
            first += 1
        pieces: list[Piece] = [("SQL ", "bright"), ("‹" if first else "", "dim")]
        for place, name in enumerate(names[first:], first):
            pieces.append((name, "label" if place == current and len(names) > 1 else "dim"))
        return tuple(pieces)
