"""The table of the compare screen as it is drawn: its columns, and the cells of its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.draw import DISPUTED, Line, clean, line_width, width
from tui.model.compare import AHEAD, BACK
from tui.model.figures import change_role, is_target, percent_text
from tui.model.names import listed_name, unit_tail
from tui.model.periods import short_label
from tui.model.rows import EAGER, Column, Row
from tui.numbers import MISSING, align_decimals, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.panes import CellRow
    from tui.model.cells import Key
    from tui.model.compare import Comparison

ABOUT = 8
"""Terminal cells that the period of a figure has at least: a day, or the last one of a span; the whole where there is room."""


def columns(comparison: Comparison) -> list[Column]:
    """Name, the level of every side, difference, percentage, the plans of both ends."""
    say = comparison.words
    labels = [clean(say.pick(side.label_vi, side.label_en)) for side in comparison.sides]
    names = [
        line_width(listed_name(comparison.series[key], comparison.words)) + width(comparison.unit(key)) + 2
        for key in comparison.levels
    ]
    widest = max([30, *names])
    out = [Column("name", say("table.name"), 24, "spread", most=widest, wish=min(widest, 60))]
    *levels, differences = _texts(comparison, list(comparison.levels))
    longest = [
        max(
            (line_width(_signed(text, cells[place])) for text, cells in zip(texts, comparison.levels.values(), strict=True)),
            default=9,
        )
        for place, texts in enumerate(levels)
    ]
    most = max(map(width, differences), default=9)
    about = max(
        (width(short_label(comparison.period(cell))) for cells in comparison.levels.values() for cell in cells if cell), default=6
    )
    period = say("compare.period")
    for place, (side, label) in enumerate(zip(comparison.sides, labels, strict=True)):
        inner, short = 0 < place < len(labels) - 1, short_label(label)
        wide, tight = max(9, width(label), longest[place]), max(width(short), longest[place])
        out.append(Column(side.id, label, wide, "right", inner, gap=2, drop=1 if inner else 0, short=short, tight=tight))
        if comparison.reports:
            cells, drop = max(width(period), min(ABOUT, about)), 5 if inner else 3
            out.append(Column(f"about {side.id}", period, cells, "until", most=about, drop=drop, short=period, tight=cells))
    plan, percent = say("table.plan"), "%"
    difference, brief = say("compare.difference"), say("compare.difference_short")
    return [
        *out,
        Column("difference", difference, max(width(difference), most), "right", drop=4 if comparison.reports else 2, gap=2,
               short=brief, tight=max(width(brief), most)),
        Column("percent", percent, max(9, width(percent)), "right", gap=2, short=percent, tight=max(9, width(percent))),
        *(
            Column(f"plan {end}", f"{plan} {labels[end]}", width(labels[end]) + 6, "right", drop=EAGER + 2 + end)
            for end in comparison.planned
        ),
    ]  # fmt: skip


def rows(comparison: Comparison) -> list[Row]:
    """A row for every series that two sides at least have."""
    keys = comparison.visible()
    *levels, differences = _texts(comparison, keys)
    return [_row(comparison, key, [column[at] for column in levels], differences[at]) for at, key in enumerate(keys)]


def title_tail(comparison: Comparison, where: str, room: int) -> Line:
    """How many rows are compared, where, and in which order; before it, where some are not, the reason.

    The reason is the last to go: where there is no room for it, the names of the sides are cut: they stand over the columns, too.

    Args:
        comparison: what is compared.
        where: the sector; empty where the number alone is said.
        room: the terminal cells that are left for all of it.
    """
    say = comparison.words
    count = say("compare.count", count=len(comparison.levels))
    tails = [*([f"{where} · {count} · {say('sort.' + comparison.order)}"] if where else []), count]
    if not comparison.unlike:
        return ((tails[0], "dim"),)
    reasons = [say(f"compare.{name}") for name in ("unlike", "unlike_short")]
    ways: list[Line] = [((f"⚠ {reason}   ", "disputed"), (tail, "dim")) for tail in tails for reason in reasons]
    return next((way for way in ways if line_width(way) <= room), ((f"⚠ {reasons[-1]}", "disputed"),))


def _texts(comparison: Comparison, keys: Sequence[Key]) -> list[list[str]]:
    """The numbers of every side, then the differences, each column aligned on the decimal separator."""
    lang = comparison.words.lang
    levels = [align_decimals([_drawn(comparison, key, place) for key in keys], lang) for place in range(len(comparison.sides))]
    differences = [comparison.difference(key) for key in keys]
    texts = [MISSING if one is None else number(one, lang, signed=True) for one in differences]
    return [*levels, align_decimals(texts, lang)]


def _row(comparison: Comparison, key: Key, levels: Sequence[str], difference: str) -> Row:
    row, percent, say = comparison.series[key], comparison.percent(key), comparison.words
    sense: float = percent if percent is not None else comparison.difference(key) or 0.0
    good = "down" if comparison.ends(key)[0].measure == "rank" else row.good
    ends = [comparison.plans[key][end] for end in comparison.planned]
    plans: list[Line] = [((percent_text(plan, say), "plain"),) if plan else () for plan in ends]
    change = number(round(percent or 0.0, 1), say.lang, signed=True)
    shift = (MISSING, "dim") if percent is None else (change, change_role(sense, good))
    sides: list[Line] = []
    for text, cell in zip(levels, comparison.levels[key], strict=True):
        sides.append(_signed(text, cell))
        if comparison.reports:
            sides.append(((short_label(comparison.period(cell)) if cell else "", "dim"),))
    return Row(key, (
        (*listed_name(row, say), *unit_tail(comparison.unit(key), say)), *sides,
        ((difference, change_role(sense, good) if percent is None else "dim"),), (shift,), *plans,
    ))  # fmt: skip


def _drawn(comparison: Comparison, key: Key, place: int) -> str:
    """A level as it stands in the table; an outer column without one points to that which is compared in its place."""
    if comparison.levels[key][place] is None and place in (0, len(comparison.sides) - 1):
        return BACK if place else AHEAD
    return comparison.level(key, place)


def _signed(text: str, cell: CellRow | None) -> Line:
    """A number as it is shown, with its sign where it is disputed."""
    mark = (DISPUTED,) if cell and cell.disputed else ()
    return (*mark, (text, "dim" if cell is None else "target" if is_target(cell) else "plain"))
