"""What a grid shows, as plain data: its columns, and its rows of drawn lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from tui.draw import Line

GAP = ("", "gap")
"""Parts the pieces of a cell: those behind it stand at the right edge."""
BRIEF = ("", "brief")
"""Parts the pieces behind a `GAP`: those behind it stand there where there is no room for those before it."""
DATED = ("", "dated")
"""What is behind it is shown only beside a column that `Column.dates` it."""
EAGER = 5
"""Columns whose ``drop`` is as high give way already where a name would not have the width that it wishes for; those with a
higher one before any column is tightened."""
ENOUGH = 20
"""Terminal cells that a column of words and numbers takes from the others at most."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a grid.

    Attributes:
        key: unique in the grid.
        title: the words over it.
        cells: its width in terminal cells; for a stretching column the least.
        align: ``left``, ``right``, ``spread`` (the pieces after `GAP` stand at the right edge), or ``until`` (like ``left``, but
            what is too long keeps its end).
        slides: whether it moves under the fixed columns where not all fit.
        entered: whether the cell cursor may stand in it.
        most: a stretching column takes the room that is left, up to this width; 0 does not stretch.
        drop: columns with the highest number are left out first where room is short; 0 is never left out. A sliding one
            with any number is shown only where there is room for it.
        gap: cells of space before it.
        wish: the width that a stretching column should have before others may be wide.
        short: shorter words over it, for where room is short.
        tight: its width there, with no more than a cell of space before it; 0 where it stays as it is.
        of_last: whether it speaks of the last sliding column, so that it is left out where that is out of sight.
        dates: whether it says of what time the cells before it are that begin with `DATED`.
        measure: gives the width of what the column holds when it first comes into sight; ``cells`` is then the least, and more
            than `ENOUGH` it gets only where room is left.
    """

    key: str
    title: str
    cells: int
    align: str = "left"
    slides: bool = False
    entered: bool = False
    most: int = 0
    drop: int = 0
    gap: int = 1
    wish: int = 0
    short: str = ""
    tight: int = 0
    of_last: bool = False
    dates: bool = False
    measure: Callable[[], int] | None = None

    @property
    def needs(self) -> int:
        """Its width in terminal cells."""
        return max(self.cells, min(ENOUGH, self.holds))

    @property
    def holds(self) -> int:
        """The width of what it holds, as far as that is known."""
        return self.measure() if self.measure else self.cells

    def tightened(self) -> Column:
        """The column for where room is short."""
        return replace(self, title=self.short, cells=self.tight, gap=min(self.gap, 1)) if self.tight else self


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its key, and a drawn line for every column; ``span`` is drawn over all sliding columns instead."""

    key: Hashable
    cells: Sequence[Line]
    span: Line | None = None
