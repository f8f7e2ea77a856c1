"""The table of the first screen as it is drawn: its columns, and the cells of its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.draw import DISPUTED, Line, line_width, width
from tui.model.figures import change_of, change_role, changed, is_target, percent_text, sparkline
from tui.model.home import NEWEST
from tui.model.names import unit_tail
from tui.model.periods import short_label
from tui.model.rows import DATED, EAGER, Column, Row
from tui.numbers import MISSING, align_decimals

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from queries.panes import CellRow
    from tui.model.cells import Key
    from tui.model.home import HomeTable

MOST = 18
"""Terminal cells of a column of figures at most; a longer unit of a figure of its own is cut."""
BRIEF = 12
"""What a figure with a unit of its own takes at most where room is short: one long unit is cut before all names are."""
LONGEST = 120
"""Terminal cells of the names at most, where the columns of figures leave that room."""
INDENT = 2
"""Cells before the name of an indicator, where the sign stands of what is folded; before that of an item twice as many."""
_BESIDE = {
    "course": ("left", EAGER, 2),
    "plan": ("right", 3, 2),
    "change": ("right", 2, 1),
    "period": ("left", EAGER + 1, 1),
}
"""The columns behind the periods: how they are set, when they give way, and the space before them."""


class Said(NamedTuple):
    """What a row shows in a column: a number, its unit where that is not the row's, and its colour."""

    text: str
    unit: str
    role: str


UNSAID = Said(MISSING, "", "dim")


class HomeDrawing:
    """Draws a table; what takes long is done once, for as long as what is shown stays.

    Args:
        table: what is drawn, as it stands at any time.
    """

    def __init__(self, table: HomeTable) -> None:
        self._table = table
        self._widths: dict[str, dict[str, int]] = {}
        self._besides: dict[tuple[str, Key], tuple[Line, ...]] = {}
        self._drawn: dict[tuple[object, ...], dict[Key, Line]] = {}
        self._unfiltered: dict[tuple[str, str, int], int] = {}
        self._known: dict[tuple[str, str], dict[Key, Said]] = {}

    def columns(self) -> list[Column]:
        """Name, a column for every chosen period, course, plan, change with the period that they are of, mark."""
        say = self._table.words
        most = max(33, min(LONGEST, max(map(self._name_needs, self._table.series), default=36)))
        out = [Column("name", say("table.name"), 28, "spread", most=most, wish=min(most, 36))]
        # A row without figures in the chosen periods names its newest one across all of their columns.
        least = {1: 24, 2: 12}.get(len(self._table.periods), 7)
        keys = list(self._table.visible())
        for period in self._table.periods:
            label = say.pick(period.label_vi, period.label_en)
            short = short_label(label)
            wide = max(8, least, width(label), self._width_of(period.id, keys, MOST))
            tight = max(least, width(short), self._width_of(period.id, keys, BRIEF))
            out.append(Column(period.id, label, wide, "right", True, True, short=short, tight=tight))
        for name, cells in self._beside().items():
            align, drop, gap = _BESIDE[name]
            head = say("table." + name)
            of_last, dates = name != "course", name == "period"
            out.append(Column(name, head, max(cells, width(head)), align, drop=drop, gap=gap, of_last=of_last, dates=dates))
        return [*out, Column("mark", "", 1)]

    def _beside(self) -> dict[str, int]:
        """The columns behind the periods in which any row has something to say, with the room that it takes."""
        lang = self._table.words.lang
        if lang not in self._widths:
            lines = [self._said_beside(key) for key in self._table.series]
            widths = {name: max((line_width(line[place]) for line in lines), default=0) for place, name in enumerate(_BESIDE)}
            self._widths[lang] = {name: cells for name, cells in widths.items() if cells}
        return self._widths[lang]

    def _said_beside(self, key: Key) -> tuple[Line, ...]:
        """Course, share of the plan and change of a row, and the period of both; made once, to be measured and to be shown."""
        name = (self._table.words.lang, key)
        if name not in self._besides:
            figures = self._table.at(key, None)
            column = self._table.newest(key)
            late = bool(self._table.periods) and column != self._table.periods[-1].id
            plan, change = self._plan(figures, late), self._change(key, figures, late)
            if late and column != NEWEST:  # of the newest of all the row itself tells the period
                plan, change = (((DATED, *line) if line else ()) for line in (plan, change))
            period = self._dated(column) if (plan + change)[:1] == (DATED,) else ()
            self._besides[name] = self._course(key), plan, change, period
        return self._besides[name]

    def _dated(self, column: str) -> Line:
        """The name of a chosen period, short."""
        period = next(period for period in self._table.periods if period.id == column)
        return ((short_label(self._table.words.pick(period.label_vi, period.label_en)), "dim"),)

    def rows(self) -> list[Row]:
        """The rows as they stand now: folded, filtered, sorted."""
        keys = list(self._table.visible())
        drawn = {period.id: self._cells(period.id, keys) for period in self._table.periods}
        return [self._row(key, {column: lines[key] for column, lines in drawn.items()}) for key in keys]

    def _row(self, key: Key, texts: Mapping[str, Line]) -> Row:
        whole = key[1] is None
        shown = self._table.is_shown(key)
        beside = dict(zip(_BESIDE, self._said_beside(key), strict=True))
        cells = (
            self._name_cell(key),
            *(texts[period.id] for period in self._table.periods),
            *(beside[name] for name in self._beside()),
            self._mark(key),
        )
        span = None if shown or not self._table.periods else self._elsewhere(key)
        return Row(key, cells, span if span is not None or not whole or shown else self._summary(key))

    def _name_cell(self, key: Key) -> Line:
        name, unit = self._table.name(key), unit_tail(self._table.unit(key), self._table.words)
        if key[1] is not None:
            return ((" " * 2 * INDENT, "plain"), (name, "plain"), *unit)
        own = len(self._table.items[key[0]])
        sign = "" if not own else "▸ " if key[0] in self._table.closed and not self._table.wanted else "▾ "
        role = "plain" if self._table.series.get(key) and not own else "bright"
        return ((sign or " " * INDENT, "dim"), (name, role), *unit)

    def _name_needs(self, key: Key) -> int:
        """The room of a whole name with what stands before it, and of its unit with a blank."""
        unit = width(self._table.unit(key))
        return (INDENT if key[1] is None else 2 * INDENT) + width(self._table.name(key)) + (unit + 1 if unit else 0)

    def _summary(self, key: Key) -> Line:
        own = len(self._table.items[key[0]])
        return ((self._table.words("table.items", count=own), "dim"),) if own else ()

    def _elsewhere(self, key: Key) -> Line | None:
        cell = self._table.first(key, self._table.elsewhere_at(key))
        if cell is None:
            return None
        label = self._table.words.pick(cell.period_vi, cell.period_en)
        text, unit = self._table.text(cell, key)
        role = "target" if is_target(cell) else "dim"
        return ((f"{label}: ", "dim"), *_sign(cell), (text, role), (f" {unit}" if unit else "", "dim"))

    def _course(self, key: Key) -> Line:
        row = self._table.series.get(key)
        return ((sparkline(row.course, 7), "accent"),) if row and row.course else ()

    def _plan(self, figures: Mapping[str, CellRow], late: bool) -> Line:
        plan = figures.get("plan_pct")
        return ((percent_text(plan, self._table.words), "dim" if late else "plain"),) if plan else ()

    def _change(self, key: Key, figures: Mapping[str, CellRow], late: bool) -> Line:
        change, figure, row = change_of(figures), changed(figures), self._table.series.get(key)
        if change is None or figure is None:
            return ()
        role = "dim" if late else change_role(change, row.good if row else None)
        return ((percent_text(figure, self._table.words), role),)

    def _mark(self, key: Key) -> Line:
        row = self._table.series.get(key)
        return (DISPUTED,) if row and row.disputed else ()

    def _cells(self, column: str, keys: Sequence[Key]) -> dict[Key, Line]:
        """The cells of a column, of the rows that are shown (``keys``); made once, to be measured and to be shown."""
        name = (self._table.words.lang, column, self._table.wanted, *sorted(self._table.closed))
        if name not in self._drawn:
            self._drawn = {own: lines for own, lines in self._drawn.items() if own[0] == name[0] and own[2:] == name[2:]}
            known = self._said_in(column)
            figures = [known.get(key, UNSAID) for key in keys]
            padded = align_decimals([figure.text for figure in figures], self._table.words.lang)
            self._drawn[name] = {key: self._cell(text, said) for key, text, said in zip(keys, padded, figures, strict=True)}
        return self._drawn[name]

    def _width_of(self, column: str, keys: Sequence[Key], most: int) -> int:
        """The width of the widest cell of a column, at most `MOST`; typing a filter makes no column narrower.

        A unit of its own makes no cell wider than ``most``.
        """
        name, cells, known = (self._table.words.lang, column, most), self._cells(column, keys), self._said_in(column)
        widths = [
            max(line_width(cell[:-1]), min(line_width(cell), most)) if known.get(key, UNSAID).unit else line_width(cell)
            for key, cell in cells.items()
        ]
        widest = min(MOST, max(widths, default=0))
        if not self._table.wanted:
            self._unfiltered[name] = widest
        return max(self._unfiltered.get(name, 0), widest)

    def _said_in(self, column: str) -> dict[Key, Said]:
        """What each row shows in a column; made once, to be measured and to be shown."""
        name = (self._table.words.lang, column)
        if name not in self._known:
            self._known[name] = {key: self._said(cell, key) for key, cell in self._table.levels(column).items()}
        return self._known[name]

    def _said(self, cell: CellRow, key: Key) -> Said:
        role = "disputed" if cell.disputed else "target" if is_target(cell) else "plain"
        return Said(*self._table.text(cell, key), role)

    @staticmethod
    def _cell(text: str, said: Said) -> Line:
        sign = (DISPUTED,) if said.role == "disputed" else ()
        return (*sign, (text.rstrip(), said.role), (f" {said.unit}", "dim")) if said.unit else (*sign, (text, said.role))


def _sign(cell: CellRow) -> Line:
    return (DISPUTED,) if cell.disputed else ()
