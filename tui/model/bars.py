"""Bars lying under each other, one for every name, with the numbers between: for what has no order in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.draw import Line, Piece, align_right, cut_middle, width
from tui.numbers import align_decimals, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.words import Words

_EIGHTHS = " ▏▎▍▌▋▊▉"
LEAST = 30
"""Terminal cells below which names and bars would be too short to read."""


def bars(rows: Sequence[tuple[str, float]], say: Words, cells: int) -> list[Line]:
    """A line for every row, in order: name, number, and a bar from zero; negative values extend to the left.

    Args:
        rows: names, which are cut to two fifths of the room, and finite numbers.
        say: the language of the numbers.
        cells: the room; less than `LEAST` gives words instead.
    """
    if not rows or cells < LEAST:
        return [((say("chart.nothing") if not rows else say("chart.no_room"), "dim"),)]
    values = [value for _, value in rows]
    texts = align_decimals([number(value, say.lang) for value in values], say.lang)
    names = min(max(width(name) for name, _ in rows), cells * 2 // 5)
    figures = max(width(text) for text in texts)
    low, high = min(0.0, *values), max(0.0, *values)
    room = max(4, cells - names - figures - 4 - (low < 0))
    share = room / ((high - low) or 1.0)
    before = round(-low * share)
    return [
        (
            (cut_middle(name, names), "plain"),
            (align_right(text, figures + 2) + "  ", "bright"),
            *_bar(value, share, before, low < 0),
        )
        for (name, value), text in zip(rows, texts, strict=True)
    ]


def _bar(value: float, share: float, before: int, axis: bool) -> list[Piece]:
    out: list[Piece] = []
    if axis:
        size = min(before, max(round(-value * share), int(value < 0)))
        out = [(" " * (before - size) + "█" * size, "accent"), ("│", "dim")]
    if value > 0:
        full, part = divmod(max(1, round(value * share * 8)), 8)
        out.append(("█" * full + _EIGHTHS[part].strip(), "accent"))
    return out
