"""The figures of a passage as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.draw import Line, Piece, clean, fit, line_width, right, squeeze, width
from tui.model.figures import LEVELS, change_role, tail, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.panes import FigureRow
    from tui.words import Words

SPACE = "   "
MOST = 24
"""Cells of the period of a series at most, where a passage speaks of several."""
REST = 22
"""Cells that long names leave to what is said beside level, plan and change."""


class _Series(NamedTuple):
    """The figures of a passage about one series in one period: what stands in the columns of a table, and the rest."""

    name: str
    period: str
    level: FigureRow | None
    plan: FigureRow | None
    change: FigureRow | None
    others: list[FigureRow]
    here: bool


def figures_table(figures: Sequence[FigureRow], chosen: int | None, say: Words, cells: int) -> list[Line]:
    """The figures of a passage, one line per series: name, level, % of plan, change on last year, then the rest."""
    table = _series(figures, chosen, say)
    digits = max((width(written(one.level, say.lang)) for one in table if one.level), default=0)
    plans = _column([one.plan for one in table], say("table.plan"), say)
    changes = _column([one.change for one in table], say("table.change"), say)
    units = max((width(_behind(one.level, say)) for one in table if one.level), default=0)
    spans = {one.period for one in table}
    span = min(MOST, max(map(width, spans))) + 1 if len(spans) > 1 else 0
    lead = span + 2
    rest = max((sum(len(SPACE) + line_width(_said(other, chosen, say)) for other in one.others) for one in table), default=0)
    room = cells - lead - digits - units - sum(column + 2 for column in (plans, changes) if column) - min(rest, REST)
    room = min(max(18, room), max((width(one.name) for one in table), default=0))
    units = units if plans or changes else 0
    lines: list[Line] = []
    if plans or changes:
        heads = " " * (lead + room + digits + units) + _under(say("table.plan"), plans) + _under(say("table.change"), changes)
        lines.append(((heads, "dim"),))
    for one in table:
        role = "plain" if one.here else "dim"
        mark: Piece = ("▌" if one.here else " ", "accent")
        cut = one.here and width(one.name) > room
        if cut:
            whole: Line = (mark, *_in_words(one, bool(span), chosen, say))
            if line_width(whole) <= cells:
                lines.append(whole)
                continue
            lines.append((mark, (one.name, role)))
        pieces: list[Piece] = [mark, (squeeze("" if cut else one.name, room) + " ", role)]
        if span:
            pieces.append((fit(one.period, span - 1) + " ", "dim"))
        pieces += _level(one.level, digits, units, chosen, say)
        pieces += [*_number(one.plan, plans, chosen, say), *_number(one.change, changes, chosen, say)]
        for figure in one.others:
            part = _said(figure, chosen, say)
            if line_width(pieces) + len(SPACE) + line_width(part) > cells:
                lines.append(tuple(pieces))
                pieces = [(" " * (lead + room), "plain")]
            pieces += [(SPACE, "dim"), *part]
        lines.append(tuple(pieces))
    return lines


def own_first(figures: Sequence[FigureRow], indicator: str | None, item: str | None) -> list[FigureRow]:
    """The figures of a series first, then the rest of its passage."""
    return sorted(figures, key=lambda figure: (figure.indicator_id, figure.item_id) != (indicator, item))


def _series(figures: Sequence[FigureRow], chosen: int | None, say: Words) -> list[_Series]:
    groups: dict[tuple[str | None, str | None, str | None, str], list[FigureRow]] = {}
    for figure in figures:
        subject = figure.subject if figure.indicator_id is None else None
        groups.setdefault((figure.indicator_id, figure.item_id, subject, figure.period_id), []).append(figure)
    found = []
    for own in groups.values():
        # A series alone needs no columns: all of it is said in words.
        tabled = own if len(groups) > 1 else []
        plan = next((one for one in tabled if one.measure == "plan_pct"), None)
        change = next((one for one in tabled if one.measure == "yoy_pct"), None)
        rest = [one for one in own if one is not plan and one is not change]
        level = next((one for one in rest if one.measure in LEVELS), rest[0] if rest else None)
        period = say.pick(own[0].period_vi, own[0].period_en)
        here = any(one.observation_id == chosen for one in own)
        name = _name(own[0], say, len(groups))
        found.append(_Series(name, period, level, plan, change, [one for one in rest if one is not level], here))
    return found


def _column(figures: Sequence[FigureRow | None], head: str, say: Words) -> int:
    """The width of a column of the table; 0 where it is empty."""
    widths = [width(written(figure, say.lang)) for figure in figures if figure]
    return max(*widths, width(head)) if widths else 0


def _under(text: str, cells: int) -> str:
    return "  " + right(text, cells) if cells else ""


def _level(figure: FigureRow | None, digits: int, units: int, chosen: int | None, say: Words) -> list[Piece]:
    """The level with its unit, padded so that what follows lines up in columns."""
    if figure is None:
        return [(" " * (digits + units), "plain")]
    number, behind = _number(figure, 0, chosen, say), _behind(figure, say)
    return [(" " * (digits - line_width(number)), "plain"), *number, (fit(behind, max(units, width(behind))), "dim")]


def _said(figure: FigureRow, chosen: int | None, say: Words) -> list[Piece]:
    """A number with its unit and what kind of number it is."""
    return [*_number(figure, 0, chosen, say), (_behind(figure, say), "dim")]


def _in_words(one: _Series, dated: bool, chosen: int | None, say: Words) -> Line:
    """A series on a line of its own, out of the columns: each number with what it is."""
    pieces: list[Piece] = [(one.name, "plain"), (f" {one.period}" if dated else "", "dim")]
    for figure in (one.level, one.plan, one.change, *one.others):
        pieces += [(SPACE, "dim"), *_said(figure, chosen, say)] if figure else []
    return tuple(pieces)


def _behind(figure: FigureRow, say: Words) -> str:
    """What stands behind a number, with a space before it."""
    return f" {tail(figure, say)}".rstrip()


def _number(figure: FigureRow | None, cells: int, chosen: int | None, say: Words) -> list[Piece]:
    """The number of a figure; in a column of the table, if ``cells`` are given, against its right edge."""
    if figure is None:
        return [(_under("", cells), "plain")]
    here, text = figure.observation_id == chosen, written(figure, say.lang)
    changes = figure.measure in ("yoy_pct", "prev_pct", "base_pct", "growth_pct")
    role = "lit" if here else change_role(figure.value, figure.good) if changes else "plain"
    lead = _under(text, cells).removesuffix(text) if cells else ""
    return [(lead, "plain"), (text, role)]


def _name(figure: FigureRow, say: Words, groups: int) -> str:
    indicator = clean(say.pick(figure.indicator_vi, figure.indicator_en))
    if figure.item_id is not None:
        item = clean(say.pick(figure.item_vi, figure.item_en))
        return item if groups > 1 else f"{indicator}: {item}"
    return indicator or clean(figure.subject or "") or say("note.nameless")
