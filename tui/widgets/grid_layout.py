"""The layout of a grid: which columns fit, their positions and widths."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.model.rows import EAGER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.rows import Column


SEVERAL = 4
"""Sliding columns beside which names are made wider; more are shown only where names have a third of the room, or their wish."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A column on the screen: ``left`` and ``cells`` in terminal cells, ``gap`` of space before it."""

    column: Column
    left: int
    cells: int
    gap: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns on the screen, and whether sliding columns are hidden on either side."""

    placed: tuple[Placed, ...]
    more_left: bool
    more_right: bool

    def holds(self, other: Layout) -> bool:
        """Whether all columns of another layout are in this one, too."""
        return {placed.column.key for placed in self.placed} >= {placed.column.key for placed in other.placed}


def lay_out(columns: Sequence[Column], room: int, offset: int) -> Layout:
    """Place what fits into ``room`` terminal cells; ``offset`` sliding columns are hidden on the left.

    Where names would have less than they wish for, the columns that can be done without are left out; then the others are
    tightened. Those that speak of the last sliding column stand only beside it.
    """
    layout = _laid_out(columns, room, offset)
    alone = [column for column in columns if not column.of_last]
    return _laid_out(alone, room, offset) if layout.more_right and len(alone) < len(columns) else layout


def _laid_out(columns: Sequence[Column], room: int, offset: int) -> Layout:
    chosen = _without(columns, room, [column for column in columns if column.drop > EAGER])
    if _need(chosen, wished=True) > room:
        chosen = [column.tightened() for column in chosen]
    sliding = [column for column in chosen if column.slides]
    chosen = _without(chosen, room, [column for column in chosen if column.drop and not column.slides])
    shown = _window(chosen, sliding, room, offset)
    fixed = [column for column in chosen if not column.slides or column in shown]
    return Layout(_place(fixed, room), bool(shown) and offset > 0, bool(shown) and shown[-1] is not sliding[-1])


def _without(columns: Sequence[Column], room: int, spared: Sequence[Column]) -> list[Column]:
    """The columns without those of ``spared`` that there is no room for."""
    chosen = list(columns)
    for column in sorted(spared, key=lambda column: -column.drop):
        if _need(chosen, wished=column.drop >= EAGER) > room:
            chosen.remove(column)
    return chosen


def _need(chosen: Sequence[Column], wished: bool) -> int:
    """The width that the fixed columns and the first three sliding ones need; wishes count four, even if they may be missing."""
    first = [column for column in chosen if column.slides and (wished or not column.drop)][: SEVERAL if wished else 3]
    needed = [column for column in chosen if not column.slides or column in first]
    return sum((max(column.needs, column.wish) if wished else column.needs) + column.gap for column in needed)


def _window(chosen: Sequence[Column], sliding: Sequence[Column], room: int, offset: int) -> list[Column]:
    fixed = [column for column in chosen if not column.slides]
    left = room - sum(column.needs + column.gap for column in fixed)
    wished = sum(max(0, min(column.wish, room // 3) - column.needs) for column in fixed)
    shown: list[Column] = []
    for column in sliding[offset:]:
        left -= column.needs + column.gap
        if (left < 0 and (shown or column.drop)) or (left < wished and len(shown) >= SEVERAL):
            break
        shown.append(column)
    return shown


def _place(columns: Sequence[Column], room: int) -> tuple[Placed, ...]:
    spare = room - sum(column.needs + column.gap for column in columns)
    widths = {column.key: column.needs for column in columns}
    for column in columns:
        if column.measure and spare > 0:
            more = min(spare, max(0, column.holds - column.needs))
            widths[column.key] += more
            spare -= more
    # When wishes are fulfilled, what wants least comes first: a period is whole before a name has all the room.
    stretching = sorted((column for column in columns if column.most), key=lambda column: column.most - column.cells)
    for column, wanted in [*((one, one.wish) for one in stretching), *((one, one.most) for one in stretching)]:
        more = max(0, min(spare, wanted - widths[column.key]))
        widths[column.key] += more
        spare -= more
    for column in reversed(stretching if spare < 0 else []):
        widths[column.key] = max(6, column.cells + spare)
        spare += column.cells - widths[column.key]
    placed, left = [], 0
    for place, column in enumerate(columns):
        gap = column.gap if place else 0
        left += gap
        placed.append(Placed(column, left, widths[column.key], gap))
        left += widths[column.key]
    return tuple(placed)
