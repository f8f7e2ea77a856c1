"""The lines about one column of an answer: its statistics and its most frequent values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.draw import Line, align_right, clean, cut_middle, fit
from tui.numbers import number, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.answer import Frequency, Statistics
    from tui.words import Words

BAR, NAME = 24, 40
"""Terminal cells of the longest bar, and of a value, where there is room."""
_BESIDE = 22
"""Terminal cells of the numbers before and behind a bar."""


def statistics(found: Statistics, often: Sequence[Frequency], say: Words) -> list[Line]:
    """The statistics of a column, one per line; where ``often`` holds all its values these are counted."""
    listed = sum(one.rows for one in often) == found.rows
    counted, distinct = listed or found.exact, sum(one.value is not None for one in often) if listed else found.distinct
    values = [
        ("rows", number(found.rows, say.lang)),
        ("nulls", number(found.rows - found.filled, say.lang)),
        ("distinct", f"{'' if counted else '≈ '}{number(distinct, say.lang)}"),
        ("least", _said(found.least, found, say)[:60]),
        ("most", _said(found.most, found, say)[:60]),
    ]
    numbers = (("mean", found.mean), ("middle", found.median), ("spread", found.stddev), ("total", found.total))
    values += [
        (key, number(float(f"{value:.6g}") if key != "total" else value, say.lang)) for key, value in numbers if value is not None
    ]
    return [((fit(say(f"console.stat_{key}"), 22), "dim"), (text, "plain")) for key, text in values if text]


def frequencies(found: Statistics, often: Sequence[Frequency], say: Words, room: int) -> list[Line]:
    """The most frequent values of a column, each with a bar, in lines of ``room`` terminal cells."""
    bar = BAR if room >= BAR + NAME + _BESIDE else BAR // 2
    names = max(8, min(NAME, room - bar - _BESIDE))
    most = max((one.rows for one in often), default=1)
    lines: list[Line] = [((say("console.often", count=len(often)), "bright"),)]
    for one in often:
        name = cut_middle(_said(one.value, found, say), names) if one.value is not None else fit("∅", names)
        cells = max(1, round(bar * one.rows / most))
        share = number(float(f"{one.share * 100:.3g}"), say.lang)
        lines.append(((name, "plain"), (align_right(number(one.rows, say.lang), 11) + "  ", "plain"),
                      (fit("█" * cells, bar), "accent"), (align_right(share, 6) + " %", "dim")))  # fmt: skip
    return lines


def _said(value: str | None, found: Statistics, say: Words) -> str:
    """A value of a column: a number with the separators of the language, as its statistics have them."""
    return written(value or "", say.lang) if found.mean is not None else clean(value or "")
