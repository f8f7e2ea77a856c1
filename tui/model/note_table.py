"""The figures of a passage as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.draw import Line, Piece, align_right, cut_apart, fit, line_width, width
from tui.model.alike import differing
from tui.model.figures import change_role, number_text, tail
from tui.model.measures import CHANGES, LEVELS
from tui.model.names import figure_name, lone_item_name
from tui.model.periods import short_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.panes import FigureRow
    from tui.words import Words

SPACE = "   "
MOST = 24
"""Cells of the period of a series at most, where a passage speaks of several."""
LEAST, VERY_LEAST = 18, 8
"""Cells that a name has in a table with columns, and in any case."""
REST = 22
"""Cells that long names leave at most to the first of the measures other than level, plan and change."""


class _Series(NamedTuple):
    """The figures of a passage about one series in one period: what stands in the columns of a table, and the rest."""

    name: str
    period: str
    level: FigureRow | None
    plan: FigureRow | None
    change: FigureRow | None
    others: list[FigureRow]
    here: bool


class _Widths(NamedTuple):
    """The terminal cells of the columns of a table; 0 where a column is not there."""

    name: int
    period: int
    digits: int
    units: int
    plan: int
    change: int

    @property
    def before_level(self) -> int:
        """The mark, name and period, with the blanks between them."""
        return self.name + self.period + 2

    @property
    def all(self) -> int:
        """All columns with the blanks between them."""
        return self.before_level + self.digits + self.units + sum(column + 2 for column in (self.plan, self.change) if column)


def figures_table(figures: Sequence[FigureRow], chosen: int | None, say: Words, cells: int) -> list[Line]:
    """The figures of a passage, one line per series: name, level, % of plan, change on last year, then the rest.

    Where the columns have no room, periods are written short; if that is not enough, share and change go behind the level or
    under it, each with what it is: no number is torn from what it belongs to.
    """
    table, widths = _fitting(figures, chosen, say, cells)
    lines: list[Line] = []
    if widths.plan or widths.change:
        lead = " " * (widths.before_level + widths.digits + widths.units)
        heads = _under(say("table.plan"), widths.plan) + _under(say("table.change"), widths.change)
        lines.append(((lead + heads, "dim"),))
    apart = differing(one.name for one in table)
    return lines + [line for one in table for line in _lines(one, widths, apart.get(one.name, 0), chosen, say, cells)]


def _fitting(figures: Sequence[FigureRow], chosen: int | None, say: Words, cells: int) -> tuple[list[_Series], _Widths]:
    """The fullest table that there is room for, with the widths of its columns."""
    for brief in (False, True):
        table = _series(figures, chosen, say, columns=True, brief=brief)
        widths = _widths(table, chosen, say, cells)
        if widths.all <= cells:
            return table, widths
    table = _series(figures, chosen, say, columns=False, brief=True)
    return table, _widths(table, chosen, say, cells)


def _widths(table: Sequence[_Series], chosen: int | None, say: Words, cells: int) -> _Widths:
    """The widths that the figures need; names get the rest, long ones at the cost of the other measures, which go on below."""
    digits = max((width(number_text(one.level, say)) for one in table if one.level), default=0)
    units = max((width(_behind(one.level, say)) for one in table if one.level), default=0)
    plan = _column([one.plan for one in table], say("table.plan"), say)
    change = _column([one.change for one in table], say("table.change"), say)
    periods = {one.period for one in table}
    period = min(MOST, max(map(width, periods))) + 1 if len(periods) > 1 else 0
    room = cells - period - 2 - digits - sum(column + 2 for column in (plan, change) if column)
    columns = bool(plan or change)
    behind = max((_behind_level(one, units if columns else 0, chosen, say) for one in table), default=0)
    least = LEAST if columns else max(VERY_LEAST, min(LEAST, room - units))
    name = min(max(least, room - behind), max((width(one.name) for one in table), default=0))
    return _Widths(name, period, digits, units if columns else 0, plan, change)


def _behind_level(one: _Series, units: int, chosen: int | None, say: Words) -> int:
    """The room of the unit of a level, ``units`` at least, and of the first other measure, as far as it is left to it."""
    unit = width(_behind(one.level, say)) if one.level else 0
    other = len(SPACE) + line_width(_said(one.others[0], chosen, say)) if one.others else 0
    return max(units, unit) + min(other, REST)


def _lines(one: _Series, widths: _Widths, place: int, chosen: int | None, say: Words, cells: int) -> list[Line]:
    """A series on one line; on several where the chosen name is long, or where it has many measures.

    From ``place`` on its name differs from one like it, see `differing`.
    """
    role = "plain" if one.here else "dim"
    mark: Piece = ("▌" if one.here else " ", "accent")
    lines: list[Line] = []
    cut = one.here and width(one.name) > widths.name
    if cut:
        whole: Line = (mark, *_in_words(one, bool(widths.period), chosen, say))
        if line_width(whole) <= cells:
            return [whole]
        lines.append((mark, (one.name, role)))
    pieces: list[Piece] = [mark, (cut_apart("" if cut else one.name, place, widths.name) + " ", role)]
    if widths.period:
        pieces.append((fit(one.period, widths.period - 1) + " ", "dim"))
    pieces += _level(one.level, widths.digits, widths.units, chosen, say)
    pieces += [*_number(one.plan, widths.plan, chosen, say), *_number(one.change, widths.change, chosen, say)]
    for figure in one.others:
        part = _said(figure, chosen, say)
        if line_width(pieces) + len(SPACE) + line_width(part) > cells:
            lines.append(tuple(pieces))
            pieces = [(" " * max(0, min(widths.before_level, cells - len(SPACE) - line_width(part))), "plain")]
        pieces += [(SPACE, "dim"), *part]
    return [*lines, tuple(pieces)]


def own_first(figures: Sequence[FigureRow], indicator: str | None, item: str | None) -> list[FigureRow]:
    """The figures of a series first, then the rest of its passage."""
    return sorted(figures, key=lambda figure: (figure.indicator_id, figure.item_id) != (indicator, item))


def _series(figures: Sequence[FigureRow], chosen: int | None, say: Words, columns: bool, brief: bool) -> list[_Series]:
    """What is said of each series; with ``columns`` for plan and change, with ``brief`` names of periods."""
    groups: dict[tuple[str | None, str | None, str | None, str], list[FigureRow]] = {}
    for figure in figures:
        subject = figure.subject if figure.indicator_id is None else None
        groups.setdefault((figure.indicator_id, figure.item_id, subject, figure.period_id), []).append(figure)
    found = []
    for own in groups.values():
        # A series alone needs no columns: each of its numbers is labelled.
        tabled = own if columns and len(groups) > 1 else []
        plan = next((one for one in tabled if one.measure == "plan_pct"), None)
        change = next((one for one in tabled if one.measure == "yoy_pct"), None)
        rest = [one for one in own if one is not plan and one is not change]
        level = next((one for one in rest if one.measure in LEVELS), rest[0] if rest else None)
        period = say.pick(own[0].period_vi, own[0].period_en)
        period = short_label(period) if brief else period
        here = any(one.observation_id == chosen for one in own)
        name = _name(own[0], say, len(groups))
        found.append(_Series(name, period, level, plan, change, [one for one in rest if one is not level], here))
    return found


def _column(figures: Sequence[FigureRow | None], head: str, say: Words) -> int:
    """The width of a column of the table; 0 where it is empty."""
    widths = [width(number_text(figure, say)) for figure in figures if figure]
    return max(*widths, width(head)) if widths else 0


def _under(text: str, cells: int) -> str:
    return "  " + align_right(text, cells) if cells else ""


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
    here, text = figure.observation_id == chosen, number_text(figure, say)
    role = "lit" if here else change_role(figure.value, figure.good) if figure.measure in CHANGES else "plain"
    lead = _under(text, cells).removesuffix(text) if cells else ""
    return [(lead, "plain"), (text, role)]


def _name(figure: FigureRow, say: Words, groups: int) -> str:
    if figure.item_id is not None and groups > 1:
        return lone_item_name(figure, say)
    return figure_name(figure, say)
