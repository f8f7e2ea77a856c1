"""The table of the first screen: indicators with their items, a column for every chosen period."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tui.draw import DISPUTED, Line, clean, line_width, width
from tui.model.alphabet import alphabetical
from tui.model.cells import Cells, Key
from tui.model.figures import (
    amount_in_full,
    amount_of,
    change_of,
    change_role,
    changed,
    is_target,
    measure_name,
    number_in_unit,
    percent_text,
    sparkline,
)  # fmt: skip
from tui.model.measures import LEVELS
from tui.model.names import brief_unit, indicator_name, item_name, unit_tail
from tui.model.periods import short_label
from tui.model.plain import Sourced, by_measure, plain, told_and_sources
from tui.model.rows import DATED, EAGER, Column, Row
from tui.model.table import Table
from tui.numbers import MISSING, align_decimals

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from queries.packed import Packed
    from queries.panes import CellRow, PeriodRow, SeriesRow
    from tui.model.plain import Plain
    from tui.words import Words

NEWEST = "*"
MOST = 18
"""Terminal cells of a column of figures at most; a longer unit of a figure of its own is cut."""
_BESIDE = {
    "course": ("left", EAGER, 2),
    "plan": ("right", 3, 2),
    "change": ("right", 2, 1),
    "period": ("left", EAGER + 1, 1),
}
"""The columns behind the periods: how they are set, when they give way, and the space before them."""
SORTS = ("catalogue", "name", "level", "change")


class HomeData(NamedTuple):
    """What the store answered for one sector."""

    sector: str | None
    series: list[SeriesRow]
    cells: Packed[CellRow]


class Said(NamedTuple):
    """What a row shows in a column: a number, its unit where that is not the row's, and its colour."""

    text: str
    unit: str
    role: str


UNSAID = Said(MISSING, "", "dim")


@dataclass
class HomeTable:
    """The table in memory: folding, filtering and sorting ask nothing of the store.

    Attributes:
        data: the answers of the store.
        periods: the chosen periods, in the order of the columns.
        words: the language.
        closed: ids of indicators whose items are folded away.
        wanted: folded words that a row must hold; empty shows all.
        sort: one of `SORTS`.
    """

    data: HomeData
    periods: Sequence[PeriodRow]
    words: Words
    closed: set[str] = field(default_factory=set)
    wanted: str = ""
    sort: str = "catalogue"

    def __post_init__(self) -> None:
        self._widths: dict[str, dict[str, int]] = {}
        self._besides: dict[tuple[str, Key], tuple[Line, ...]] = {}
        self._drawn: dict[tuple[object, ...], dict[Key, Line]] = {}
        self._unfiltered: dict[tuple[str, str], int] = {}
        self._levels: dict[tuple[str, str], dict[Key, Said]] = {}
        self.cells = Cells(self.data.cells)
        self._newest_first = sorted(self.periods, key=lambda period: (period.end_date, period.start_date), reverse=True)
        self.series: dict[Key, SeriesRow] = {(row.indicator_id, row.item_id): row for row in self.data.series}
        self.items: dict[str, list[Key]] = {}
        for key in self.series:
            own = self.items.setdefault(key[0], [])
            if key[1] is not None:
                own.append(key)

    # Questions about a row

    def at(self, key: Key, column: str | None) -> dict[str, CellRow]:
        """The figures by measure that a row shows in a column; without one those of the newest chosen period that has any."""
        return self.cells.at(key, self._standing_at(key, column))

    def _standing_at(self, key: Key, column: str | None) -> str:
        """The column whose figures a row shows in a column: its newest one across all of them, where it has none in any."""
        if column is None:
            return self._newest(key)
        return column if self._is_shown(key) or self.cells.at(key, column) else self._elsewhere_at(key)

    def _is_shown(self, key: Key) -> bool:
        """Whether a row has a figure in any chosen period."""
        return any(key in self._said_in(period.id) for period in self.periods)

    def _elsewhere_at(self, key: Key) -> str:
        """The column of the figure that a row shows where it has none in the chosen periods."""
        return NEWEST if NEWEST in self.cells.said_in(key) else self._newest(key)

    def unlike(self, key: Key, column: str | None) -> str:
        """How what a row shows is not quite of the column under the cursor; empty where it is.

        It has no figure there, only its newest one elsewhere; or one of other days, which are nearly those of the column.
        """
        say, head = self.words, next((period for period in self.periods if period.id == column), None)
        if head is None:
            return ""
        period = clean(say.pick(head.label_vi, head.label_en))
        if cell := self._first(key, head.id):
            about = clean(say.pick(cell.period_vi, cell.period_en))
            return say("note.other_days", period=period, days=about) if _is_of_other_days(cell, head.id) else ""
        newest = self._first(key, self._elsewhere_at(key))
        if newest is None:
            return say("note.not_said")
        return say("note.not_in_period", period=period, newest=self._with_period(newest))

    def _first(self, key: Key, column: str) -> CellRow | None:
        """The figure that stands for a row in a column: its level, or else any."""
        return self.cells.level(key, column) or next(iter(self.cells.at(key, column).values()), None)

    def _with_period(self, cell: CellRow) -> str:
        """A figure with the period that it is about."""
        say = self.words
        amount = amount_of(cell, say) if cell.measure == "growth_pct" else amount_in_full(cell, say)
        return f"{clean(say.pick(cell.period_vi, cell.period_en))}: {amount}"

    def level(self, key: Key, column: str | None) -> CellRow | None:
        """The figure that a cell shows."""
        return self.cells.level(key, column if column is not None else self._newest(key))

    def _newest(self, key: Key) -> str:
        """The newest chosen column in which a row has figures; else that of its newest period."""
        said = self.cells.said_in(key)
        return next((period.id for period in self._newest_first if period.id in said), NEWEST)

    def name(self, key: Key) -> str:
        """The name of a row, cleaned for the terminal."""
        row = self.series.get(key) or self._any(key[0])
        if row is None:
            return ""
        return item_name(row, self.words) if key[1] is not None else indicator_name(row, self.words)

    def full_name(self, key: Key) -> str:
        """The name of a row; an item is preceded by its indicator."""
        return self.name(key) if key[1] is None else f"{self.name((key[0], None))}: {self.name(key)}"

    def passages(self, key: Key, column: str | None) -> list[int]:
        """The passages of the figures of a cell."""
        return list(dict.fromkeys(cell.passage_id for cell in self.at(key, column).values()))

    def passages_near(self, keys: Sequence[Key]) -> list[int]:
        """The passages that the cells of these rows show."""
        columns = [None, *(period.id for period in self.periods)]
        return list(dict.fromkeys(passage for key in keys for column in columns for passage in self.passages(key, column)))

    def fold(self, indicator: str, closed: bool | None = None) -> bool:
        """Fold or unfold the items of an indicator; True if something changed."""
        if not self.items.get(indicator):
            return False
        now = indicator in self.closed
        if closed is now:
            return False
        self.closed.symmetric_difference_update({indicator})
        return True

    def fold_all(self) -> None:
        """Fold the items of all indicators, or unfold those of all where any are folded."""
        self.closed = set() if self.closed else {indicator for indicator, items in self.items.items() if items}

    def copied(self, key: Key, column: str | None) -> str | None:
        """The number that a row shows in a column, with its unit, to be copied."""
        cell = self._first(key, self._standing_at(key, column))
        if cell is None:
            return None
        return amount_of(cell, self.words) if cell.measure in LEVELS else amount_in_full(cell, self.words)

    def copied_of(self, key: Key, column: str | None) -> str:
        """The number that `copied` gives with its period, where that is not the column's; or why there is none."""
        standing = self._standing_at(key, column)
        cell = self._first(key, standing)
        if cell is None:
            return self.unlike(key, column)
        return self._with_period(cell) if standing != column or self.unlike(key, column) else ""

    def export(self, name: str, sources: Mapping[int, str] = MappingProxyType({})) -> Table:
        """The rows as they stand, with plain numbers: one for every measure and unit of a row, the first with plan and change.

        A row without a figure in the chosen periods has its newest one in a column of its own, beside the period of it.

        Args:
            name: of the table.
            sources: where passages stand, as they are cited, by their ids.
        """
        say, places = self.words, [period.id for period in self.periods]
        heads = [say(f"table.{head}") for head in ("name", "part", "measure", "unit")]
        heads += [say.pick(period.label_vi, period.label_en) for period in self.periods]
        heads += [say(f"table.{head}") for head in ("newest", "period_of_newest", "plan", "change", "period_of")]
        rows: list[list[object]] = []
        for key in self.visible():
            figures, row, cells = self.at(key, None), self.series.get(key), self._exported(key)
            plan, change = figures.get("plan_pct"), change_of(figures)
            levels = {place: plain(cell, measure_name(cell, say), row, say) for place, cell in cells.items()}
            about = next((say.pick(cell.period_vi, cell.period_en) for cell in figures.values()), None)
            beside = [plan.value if plan else None, change, None if plan is None and change is None else about]
            item = self.name(key) if key[1] is not None else None
            for own in by_measure(levels, [*places, NEWEST]) or [[None, self._unit(key), *(None for _ in places), None]]:
                said = [place for place, value in zip([*places, NEWEST], own[2:], strict=True) if value is not None]
                newest = say.pick(cells[NEWEST].period_vi, cells[NEWEST].period_en) if own[-1] is not None else None
                numbers = [
                    self._sourced(cells[place], self._told(key, place, cells[place], levels[place]), sources) for place in said
                ]
                told = told_and_sources([*numbers, *self._beside_told(figures, any(value is not None for value in beside))])
                rows.append([self.name((key[0], None)), item, *own, newest, *beside, *told])
                beside = [None, None, None]
        return Table(name, [*heads, say("table.told"), DISPUTED[0], say("table.source")], rows)

    def _beside_told(self, figures: Mapping[str, CellRow], exported: bool) -> list[Sourced]:
        """The share of the plan and the change, as told, where their bare numbers do not say it all."""
        beside = {"plan": figures.get("plan_pct"), "change": changed(figures)} if exported else {}
        return [
            Sourced(self.words(f"table.{name}"), "", disputed=False, told=percent_text(figure, self.words))
            for name, figure in beside.items()
            if figure and figure.bound
        ]

    def _sourced(self, cell: CellRow, told: str, sources: Mapping[int, str]) -> Sourced:
        period = self.words.pick(cell.period_vi, cell.period_en)
        return Sourced(period, sources.get(cell.passage_id, ""), cell.disputed, told)

    def _told(self, key: Key, column: str, cell: CellRow, shown: Plain) -> str:
        """How the report has a number of a column, where the bare number does not say it all: a number of other days is dated."""
        return shown.told or (self._text(cell, key)[0] if _is_of_other_days(cell, column) else "")

    def _exported(self, key: Key) -> dict[str, CellRow]:
        """The figures of a row by chosen period; where it has none in them the newest one."""
        cells = {period.id: cell for period in self.periods if (cell := self.level(key, period.id))}
        newest = None if cells else self._first(key, self._elsewhere_at(key))
        return {NEWEST: newest} if newest else cells

    def exported_passages(self) -> list[int]:
        """The passages of the figures that are exported."""
        return list(dict.fromkeys(cell.passage_id for key in self.visible() for cell in self._exported(key).values()))

    # Drawing

    def columns(self) -> list[Column]:
        """Name, a column for every chosen period, course, plan, change with the period that they are of, mark."""
        say = self.words
        names = [width(self.name(key)) + width(self._unit(key)) + 4 for key in self.series] or [36]
        most = max(33, min(90, max(names)))
        out = [Column("name", say("table.name"), 28, "spread", most=most, wish=min(most, 36))]
        # A row without figures in the chosen periods names its newest one across all of their columns.
        least = {1: 24, 2: 12}.get(len(self.periods), 7)
        keys = list(self.visible())
        for period in self.periods:
            label = say.pick(period.label_vi, period.label_en)
            short, most_told = short_label(label), min(MOST, self._width_of(period.id, keys))
            wide, tight = max(8, least, width(label), most_told), max(least, width(short), most_told)
            out.append(Column(period.id, label, wide, "right", True, True, short=short, tight=tight))
        for name, cells in self._beside().items():
            align, drop, gap = _BESIDE[name]
            head = say("table." + name)
            of_last, dates = name != "course", name == "period"
            out.append(Column(name, head, max(cells, width(head)), align, drop=drop, gap=gap, of_last=of_last, dates=dates))
        return [*out, Column("mark", "", 1)]

    def _beside(self) -> dict[str, int]:
        """The columns behind the periods in which any row has something to say, with the room that it takes."""
        lang = self.words.lang
        if lang not in self._widths:
            lines = [self._said_beside(key) for key in self.series]
            widths = {name: max((line_width(line[place]) for line in lines), default=0) for place, name in enumerate(_BESIDE)}
            self._widths[lang] = {name: cells for name, cells in widths.items() if cells}
        return self._widths[lang]

    def _said_beside(self, key: Key) -> tuple[Line, ...]:
        """Course, share of the plan and change of a row, and the period of both; made once, to be measured and to be shown."""
        name = (self.words.lang, key)
        if name not in self._besides:
            figures = self.at(key, None)
            column = self._newest(key)
            late = bool(self.periods) and column != self.periods[-1].id
            plan, change = self._plan(figures, late), self._change(key, figures, late)
            if late and column != NEWEST:  # of the newest of all the row itself tells the period
                plan, change = (((DATED, *line) if line else ()) for line in (plan, change))
            period = self._dated(column) if (plan + change)[:1] == (DATED,) else ()
            self._besides[name] = self._course(key), plan, change, period
        return self._besides[name]

    def _dated(self, column: str) -> Line:
        """The name of a chosen period, short."""
        period = next(period for period in self.periods if period.id == column)
        return ((short_label(self.words.pick(period.label_vi, period.label_en)), "dim"),)

    def rows(self) -> list[Row]:
        """The rows as they stand now: folded, filtered, sorted."""
        keys = list(self.visible())
        drawn = {period.id: self._cells(period.id, keys) for period in self.periods}
        return [self._row(key, {column: lines[key] for column, lines in drawn.items()}) for key in keys]

    def visible(self) -> Iterable[Key]:
        """The keys of the rows as they stand now, in order."""
        for whole in self._sorted([(indicator, None) for indicator in self.items]):
            indicator = whole[0]
            own = self.items[indicator]
            hits = [key for key in own if self.hit(key)]
            if self.wanted and not hits and not self.hit(whole):
                continue
            yield whole
            if self.wanted:
                yield from self._sorted(own if self.hit(whole) else hits)
            elif indicator not in self.closed:
                yield from self._sorted(own)

    def _row(self, key: Key, texts: Mapping[str, Line]) -> Row:
        whole = key[1] is None
        shown = self._is_shown(key)
        beside = dict(zip(_BESIDE, self._said_beside(key), strict=True))
        cells = (
            self._name_cell(key),
            *(texts[period.id] for period in self.periods),
            *(beside[name] for name in self._beside()),
            self._mark(key),
        )
        span = None if shown or not self.periods else self._elsewhere(key)
        return Row(key, cells, span if span is not None or not whole or shown else self._summary(key))

    def _name_cell(self, key: Key) -> Line:
        if key[1] is not None:
            return (("    ", "plain"), (self.name(key), "plain"), *unit_tail(self._unit(key), self.words))
        own = len(self.items[key[0]])
        sign = "" if not own else "▸ " if key[0] in self.closed and not self.wanted else "▾ "
        role = "plain" if self.series.get(key) and not own else "bright"
        return ((sign or "  ", "dim"), (self.name(key), role), *unit_tail(self._unit(key), self.words))

    def _summary(self, key: Key) -> Line:
        own = len(self.items[key[0]])
        return ((self.words("table.items", count=own), "dim"),) if own else ()

    def _elsewhere(self, key: Key) -> Line | None:
        cell = self._first(key, self._elsewhere_at(key))
        if cell is None:
            return None
        label = self.words.pick(cell.period_vi, cell.period_en)
        text, unit = self._text(cell, key)
        role = "target" if is_target(cell) else "dim"
        return ((f"{label}: ", "dim"), *_sign(cell), (text, role), (f" {unit}" if unit else "", "dim"))

    def _course(self, key: Key) -> Line:
        row = self.series.get(key)
        return ((sparkline(row.course, 7), "accent"),) if row and row.course else ()

    def _plan(self, figures: Mapping[str, CellRow], late: bool) -> Line:
        plan = figures.get("plan_pct")
        return ((percent_text(plan, self.words), "dim" if late else "plain"),) if plan else ()

    def _change(self, key: Key, figures: Mapping[str, CellRow], late: bool) -> Line:
        change, figure, row = change_of(figures), changed(figures), self.series.get(key)
        if change is None or figure is None:
            return ()
        role = "dim" if late else change_role(change, row.good if row else None)
        return ((percent_text(figure, self.words), role),)

    def _mark(self, key: Key) -> Line:
        row = self.series.get(key)
        return (DISPUTED,) if row and row.disputed else ()

    def _cells(self, column: str, keys: Sequence[Key]) -> dict[Key, Line]:
        """The cells of a column, of the rows that are shown (``keys``); made once, to be measured and to be shown."""
        name = (self.words.lang, column, self.wanted, *sorted(self.closed))
        if name not in self._drawn:
            self._drawn = {own: lines for own, lines in self._drawn.items() if own[0] == name[0] and own[2:] == name[2:]}
            known = self._said_in(column)
            figures = [known.get(key, UNSAID) for key in keys]
            padded = align_decimals([figure.text for figure in figures], self.words.lang)
            self._drawn[name] = {key: self._cell(text, said) for key, text, said in zip(keys, padded, figures, strict=True)}
        return self._drawn[name]

    def _width_of(self, column: str, keys: Sequence[Key]) -> int:
        """The width of the widest cell of a column; typing a filter makes no column narrower."""
        name, widest = (self.words.lang, column), max(map(line_width, self._cells(column, keys).values()), default=0)
        if not self.wanted:
            self._unfiltered[name] = widest
        return max(self._unfiltered.get(name, 0), widest)

    def _said_in(self, column: str) -> dict[Key, Said]:
        """What each row shows in a column; made once, to be measured and to be shown."""
        name = (self.words.lang, column)
        if name not in self._levels:
            levels = ((key, self.level(key, column)) for key in self.cells)
            self._levels[name] = {key: self._said(cell, key) for key, cell in levels if cell}
        return self._levels[name]

    def _said(self, cell: CellRow, key: Key) -> Said:
        role = "disputed" if cell.disputed else "target" if is_target(cell) else "plain"
        return Said(*self._text(cell, key), role)

    @staticmethod
    def _cell(text: str, said: Said) -> Line:
        sign = (DISPUTED,) if said.role == "disputed" else ()
        return (*sign, (text.rstrip(), said.role), (f" {said.unit}", "dim")) if said.unit else (*sign, (text, said.role))

    def _text(self, cell: CellRow, key: Key) -> tuple[str, str]:
        row = self.series.get(key)
        if cell.measure not in LEVELS:
            return amount_in_full(cell, self.words), ""
        text, unit = number_in_unit(cell, row, self.words)
        return text, brief_unit(unit, self.words.lang)

    def _unit(self, key: Key) -> str:
        row = self.series.get(key)
        return clean(self.words.pick(row.unit, row.unit_en)) if row else ""

    def hit(self, key: Key) -> bool:
        """Whether a row itself contains the words of the filter."""
        row = self.series.get(key) or self._any(key[0])
        if not self.wanted or row is None:
            return True
        own = row.item_folded if key[1] is not None else row.indicator_folded
        english = row.item_en if key[1] is not None else row.indicator_en
        return all(word in (own or "") or word in (english or "").lower() for word in self.wanted.split())

    def _any(self, indicator: str) -> SeriesRow | None:
        own = self.items.get(indicator)
        return self.series.get(own[0]) if own else None

    def _sorted(self, keys: list[Key]) -> list[Key]:
        if self.sort == "name":
            return sorted(keys, key=lambda key: alphabetical(self.name(key)))
        if self.sort == "level":
            return sorted(keys, key=lambda key: -(cell.value_base if (cell := self.level(key, None)) else float("-inf")))
        if self.sort == "change":
            return sorted(keys, key=lambda key: -abs(change_of(self.at(key, None)) or 0.0))
        return keys


def _sign(cell: CellRow) -> Line:
    return (DISPUTED,) if cell.disputed else ()


def _is_of_other_days(cell: CellRow, column: str) -> bool:
    """Whether a figure of a span of days stands in the column of a period, whose days are nearly the same.

    Of what stands in the column of another period the rest is of its last day, and named by that day alone.
    """
    return column not in (cell.period_id, NEWEST) and "/" in cell.period_id
