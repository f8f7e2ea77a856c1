"""An indicator, or a whole sector, with all of its readings: matrix, list of readings, chart points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date  # noqa: TC003 - a field of a NamedTuple
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, overload

from queries.fold import fold
from tui.draw import DISPUTED, Line, clean, line_width, width
from tui.model.figures import (
    base_of,
    change_role,
    citation_of,
    index_change,
    is_target,
    measure_name,
    number_in_unit,
    number_text,
    percent_text,
    tail,
    unit_of,
)  # fmt: skip
from tui.model.measures import SUMS, VIEWS
from tui.model.names import indicator_name, item_name, unit_tail
from tui.model.periods import short_label
from tui.model.plain import Plain, Sourced, by_measure, plain, told_and_sources
from tui.model.rows import Column, Row
from tui.model.table import Table, headings
from tui.numbers import MISSING, align_decimals

if TYPE_CHECKING:
    from queries.panes import ReadingRow, SeriesRow
    from tui.model.cells import Key
    from tui.model.subject import Told
    from tui.words import Words

NOTES = 12
"""Passages that are shown of a cell."""


class PeriodHead(NamedTuple):
    """A column of the matrix.

    Of a point of the chart also what its figure compares with, where figures differ in that, and how the report has a number
    that stands for more than its own place, a range.
    """

    id: str
    kind: str
    start: date
    end: date
    label_vi: str
    label_en: str
    base: str = ""
    told: str = ""


class _Cells(Sequence[Line]):
    """The cells of a row: the name, then one for every period, drawn on first access."""

    def __init__(self, drill: Drill, place: int, name: Line, periods: Sequence[str]) -> None:
        self._drill, self._place, self._name, self._periods = drill, place, name, periods

    def __len__(self) -> int:
        return 1 + len(self._periods)

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Line]: ...
    def __getitem__(self, at: int | slice) -> Line | Sequence[Line]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        at = at + len(self) if at < 0 else at
        return self._drill.drawn(self._periods[at - 1])[self._place] if at else self._name


@dataclass
class Drill:
    """The readings of one subject, in memory.

    Attributes:
        series: the rows: indicators and items.
        readings: everything that was said, the newest of a series key first.
        words: the language.
        view: one of `VIEWS`.
        wanted: folded words that a row must hold; empty shows all.
        whole: whether ``readings`` are all, and not only the newest of each figure.
    """

    series: Sequence[SeriesRow]
    readings: Sequence[ReadingRow]
    words: Words
    view: str = "level"
    wanted: str = ""
    whole: bool = True
    by_cell: dict[Key, dict[str, list[ReadingRow]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for reading in self.readings:
            key = (reading.indicator_id, reading.item_id)
            self.by_cell.setdefault(key, {}).setdefault(reading.period_id, []).append(reading)
        self._keys: list[Key] | None = None
        self._shown: dict[str, list[PeriodHead]] = {}
        self._drawn: dict[tuple[str, str, str], list[Line]] = {}
        self._widths: dict[tuple[str, str, str], int] = {}
        self._chosen: ReadingRow | None = None
        self._own_view = ""
        self.rows_by_key: dict[Key, SeriesRow] = {(row.indicator_id, row.item_id): row for row in self.series}
        self.periods = list(dict.fromkeys(
            PeriodHead(r.period_id, r.period_kind, r.start_date, r.end_date, r.period_vi, r.period_en) for r in self.readings
        ))  # fmt: skip

    # Questions

    def views(self) -> list[str]:
        """The views that have any figure."""
        said = {reading.measure for reading in self.readings}
        return [view for view in VIEWS if said & set(VIEWS[view])]

    def choose(self, told: Told) -> str:
        """Let a figure stand in its cell in place of the newest one; gives the view in which that is seen.

        It is the first in which the cell shows a figure of its measure anyway, or else the first that has the measure.
        """
        own = self.at(told.row, told.period)
        said = {reading.measure for reading in own}
        firsts = {view: next((one for one in measures if one in said), None) for view, measures in VIEWS.items()}
        views = [view for view, first in firsts.items() if first == told.measure]
        views += [view for view, measures in VIEWS.items() if told.measure in measures]
        place = (told.measure, told.report, told.start)
        self._chosen = next((one for one in own if (one.measure, one.report_id, one.source_start) == place), None)
        self._own_view = next(iter(views), "")
        return self._own_view

    def shown_periods(self) -> list[PeriodHead]:
        """The columns of this view: periods with any figure in it."""
        if self.view not in self._shown:
            wanted = set(VIEWS[self.view])
            used = {reading.period_id for reading in self.readings if reading.measure in wanted}
            self._shown[self.view] = [period for period in self.periods if period.id in used]
        return self._shown[self.view]

    def at(self, key: Key, period: str) -> list[ReadingRow]:
        """All readings of a cell, newest report first, of every measure."""
        return self.by_cell.get(key, {}).get(period, [])

    def shown(self, key: Key, period: str) -> ReadingRow | None:
        """The reading that a cell of this view shows: one that was chosen, or the newest of the first measure that there is."""
        own, chosen = self.at(key, period), self._chosen
        first = next((reading for measure in VIEWS[self.view] for reading in own if reading.measure == measure), None)
        if chosen is None or first is None or not any(reading is chosen for reading in own):
            return first
        return chosen if self.view == self._own_view or chosen.measure == first.measure else first

    def reading(self, key: Key, period: str) -> ReadingRow | None:
        """The reading that is explained where the cursor is at a cell: the one shown, or else the newest."""
        return self.shown(key, period) or next(iter(self.at(key, period)), None)

    def passages(self, key: Key, period: str) -> list[int]:
        """The passages of a cell, that of the explained reading first, then from the newest on; no more than are shown."""
        first = self.reading(key, period)
        told = self.at(key, period) if first is None else [first, *self.at(key, period)]
        return list(dict.fromkeys(reading.passage_id for reading in told))[:NOTES]

    def newest(self, key: Key) -> str | None:
        """The newest period of a row in this view; that of a target only where there is nothing else."""
        said = [(period.id, shown) for period in reversed(self.shown_periods()) if (shown := self.shown(key, period.id))]
        return next((period for period, shown in said if shown.status != "T"), said[0][0] if said else None)

    def disagree(self, key: Key, period: str) -> bool:
        """Whether readings of a cell's shown measure differ between reports, or a check disputes one of them."""
        shown = self.shown(key, period)
        if shown is None:
            return False
        same = [r for r in self.at(key, period) if r.measure == shown.measure and r.base_period == shown.base_period]
        exact = [r for r in same if not r.bound and r.out_of == shown.out_of]
        ends = [sorted((r.value_base, r.value_base if r.up_to_base is None else r.up_to_base)) for r in exact]
        apart = bool(ends) and round(max(low for low, _ in ends) - min(high for _, high in ends), 6) > 0
        return shown.disputed or apart or len({r.base for r in exact}) > 1

    def name(self, key: Key) -> str:
        """The name of a row."""
        row = self.rows_by_key.get(key)
        if row is None:
            row = next((one for one in self.series if one.indicator_id == key[0]), None)
        if row is None:
            return key[0]
        return item_name(row, self.words) if key[1] else indicator_name(row, self.words)

    def unit(self, key: Key) -> str:
        """The unit of a row."""
        row = self.rows_by_key.get(key)
        return clean(self.words.pick(row.unit, row.unit_en)) if row else ""

    def keys(self) -> list[Key]:
        """The rows: each indicator, then its items."""
        if self._keys is None:
            self._keys = self._ordered()
        return self._keys

    def _ordered(self) -> list[Key]:
        found: dict[Key, None] = {}
        for row in self.series:
            found.setdefault((row.indicator_id, None))
            found.setdefault((row.indicator_id, row.item_id))
        out = list(found)
        lone = len({key[0] for key in out}) == 1 and (out[0] not in self.by_cell if out else False)
        return out[1:] if lone and len(out) > 1 else out

    def _wanted_keys(self) -> set[Key]:
        """The rows that match the filter, with the indicators of matching items and the items of matching indicators."""
        words = self.wanted.split()
        hits = {key for key in self.keys() if all(word in fold(self.name(key)) for word in words)} if words else set(self.keys())
        tops = {key[0] for key in hits}
        return {key for key in self.keys() if key in hits or (key[0] in tops if key[1] is None else (key[0], None) in hits)}

    def coverage(self) -> tuple[int, int, str]:
        """How many items have a figure in the newest reported period, out of how many, and that period's label."""
        items = [key for key in self.keys() if key[1] is not None]
        for period in reversed(self.shown_periods()):
            said = [reading for key in items if (reading := self.shown(key, period.id)) and reading.status != "T"]
            if said:
                return len(said), len(items), self.words.pick(period.label_vi, period.label_en)
        return 0, len(items), ""

    # Drawing

    def columns(self) -> list[Column]:
        """The name with its unit, then the periods."""
        names = [width(self.name(key)) + width(self.unit(key)) + 6 for key in self.keys()]
        longest = max(24, min(90, max(names, default=24)))
        least, wish = (min(longest, cells) for cells in (28, 44))
        columns = [Column("name", self.words("table.name"), least, "spread", most=longest, wish=wish)]
        for period in self.shown_periods():
            label = self.words.pick(period.label_vi, period.label_en)
            short, measure = short_label(label), partial(self._widest, period.id)
            wide, tight = max(9, width(label) + 1), width(short) + 1
            columns.append(Column(period.id, label, wide, "right", True, True, short=short, tight=tight, measure=measure))
        return columns

    def drawn(self, period: str) -> list[Line]:
        """The cells of a column, one per row; drawn when the column first scrolls into view."""
        name = (self.view, self.words.lang, period)
        if name not in self._drawn:
            self._drawn[name] = self._aligned(self.keys(), period)
        return self._drawn[name]

    def rows(self) -> list[Row]:
        """The rows of this view; cells are drawn when they scroll into view."""
        keys, periods = self.keys(), [period.id for period in self.shown_periods()]
        deep = len({key[0] for key in keys}) > 1
        rows = []
        wanted = self._wanted_keys()
        for place, key in enumerate(keys):
            if key not in wanted:
                continue
            indent = "  " if key[1] and deep else ""
            role = "bright" if key[1] is None else "plain"
            name: Line = ((indent, "plain"), (self.name(key), role), *unit_tail(self._unit_in_view(key), self.words))
            rows.append(Row(key, _Cells(self, place, name, periods)))
        return rows

    def export(self, name: str) -> Table:
        """The rows of this view with plain numbers and their sources, one for every measure and unit of a row of the matrix."""
        say, periods = self.words, self.shown_periods()
        heads = headings(("indicator", "item", "measure", "unit"), say)
        wanted, places = self._wanted_keys(), [period.id for period in periods]
        rows: list[list[object]] = []
        for key in self.keys():
            if key not in wanted:
                continue
            name_and_part = [self.name((key[0], None)), self.name(key) if key[1] is not None else None]
            readings = {place: shown for place in places if (shown := self.shown(key, place))}
            numbers = {place: self._plain(shown, key) for place, shown in readings.items()}
            for own in by_measure(numbers, places) or [[None, self._unit_in_view(key), *(None for _ in places)]]:
                said = [place for place, value in zip(places, own[2:], strict=True) if value is not None]
                told = [self._sourced(readings[place], self.disagree(key, place), numbers[place].told) for place in said]
                rows.append([*name_and_part, *own, *told_and_sources(told)])
        heads += [say.pick(period.label_vi, period.label_en) for period in periods]
        return Table(f"{name}-{self.view}", [*heads, *headings(("told", "disputed", "source"), say)], rows)

    def _sourced(self, reading: ReadingRow, disputed: bool, told: str) -> Sourced:
        say = self.words
        return Sourced(say.pick(reading.period_vi, reading.period_en), citation_of(reading, say), disputed, told)

    def _unit_in_view(self, key: Key) -> str:
        """The unit that the figures of a row have in this view; empty where each has its own."""
        return {"level": self.unit(key), "other": ""}.get(self.view, "%")

    def _aligned(self, keys: Sequence[Key], period: str) -> list[Line]:
        readings = [self.shown(key, period) for key in keys]
        texts = [self._text(reading, key) if reading else (MISSING, "") for reading, key in zip(readings, keys, strict=True)]
        padded = align_decimals([text for text, _ in texts], self.words.lang)
        return [
            self._cell(key, period, reading, text, unit)
            for key, reading, text, (_, unit) in zip(keys, readings, padded, texts, strict=True)
        ]

    def _cell(self, key: Key, period: str, reading: ReadingRow | None, text: str, unit: str) -> Line:
        if reading is None:
            return ((text, "dim"),)
        role = "target" if is_target(reading) else "plain"
        row = self.rows_by_key.get(key)
        if self.view == "change" and row is not None:
            role = change_role(self._value(reading), row.good)
        mark = (DISPUTED,) if self.disagree(key, period) else ()
        return (*mark, (text.rstrip(), role), (f" {unit}", "dim")) if unit else (*mark, (text, role))

    def _text(self, reading: ReadingRow, key: Key) -> tuple[str, str]:
        row = self.rows_by_key.get(key)
        if self.view == "other":
            return number_text(reading, self.words), tail(reading, self.words)
        if self.view != "level":
            unit = unit_of(reading, self.words) if reading.measure == "plan_value" else ""
            return percent_text(reading, self.words), unit
        return number_in_unit(reading, row, self.words)

    @staticmethod
    def _value(reading: ReadingRow) -> float:
        return index_change(reading.value) if reading.measure == "yoy_index" else reading.value

    def _plain(self, reading: ReadingRow, key: Key) -> Plain:
        if reading.measure == "yoy_index":
            told = percent_text(reading, self.words) if reading.bound else ""
            return Plain(self.words("measure.yoy_pct"), "%", self._value(reading), told)
        row = self.rows_by_key.get(key) if self.view == "level" else None
        return plain(reading, measure_name(reading, self.words), row, self.words)

    def _widest(self, period: str) -> int:
        name = (self.view, self.words.lang, period)
        if name not in self._widths:
            self._widths[name] = max((line_width(line) for line in self.drawn(period)), default=0)
        return self._widths[name]

    def points(self, key: Key) -> list[tuple[PeriodHead, float]]:
        """The chart's points of a row in order of time: figures of one measure, and targets, which are a kind of their own."""
        row, found = self.rows_by_key.get(key), []
        alike = VIEWS["change"] if self.view == "change" else (self._main(key),)
        for period in self.shown_periods():
            reading = self.shown(key, period.id)
            alien = reading is not None and row is not None and row.base != reading.base and reading.measure != "rank"
            if reading is None or (self.view == "level" and alien):
                continue
            if reading.measure in alike or (is_target(reading) and self.view == "level"):
                kind = "target" if is_target(reading) else period.kind
                told, value = self._plain(reading, key), self._middle(reading, key)
                ends = told.told if reading.up_to is not None else ""
                found.append((period._replace(kind=kind, base=base_of(reading, self.words), told=ends), value))
        return found

    def _middle(self, reading: ReadingRow, key: Key) -> float:
        """Where a figure stands on the chart: a range at its middle."""
        first = self._plain(reading, key).value
        if reading.up_to is None or reading.up_to_base is None:
            return first
        other = reading._replace(value=reading.up_to, value_base=reading.up_to_base)
        return (first + self._plain(other, key).value) / 2

    def ranks(self, key: Key) -> bool:
        """Whether the chart of a row shows places, of which the first is the best."""
        return self._main(key) == "rank"

    def view_name(self, view: str) -> str:
        """The name of a view; that of levels where there are only ranks says so."""
        levels = {reading.measure for reading in self.readings if reading.measure in VIEWS[view]}
        return self.words("view.rank" if view == "level" and levels == {"rank"} else f"view.{view}")

    def charted(self, key: Key) -> str:
        """What the chart shows of a row: its unit, or a measure in words, with the periods that its figures compare with."""
        if self.ranks(key):
            return self.words("view.rank")
        if self.view == "level" or not self._main(key):
            return self.unit(key) if self.view == "level" else ""
        bases = " · ".join(dict.fromkeys(head.base for head, _ in self.points(key) if head.base))
        measure = self._main(key)
        if measure == "growth_pct" and (row := self.rows_by_key.get(key)) and row.agg == "rate":
            return self.unit(key)  # the name says already that it is a growth rate
        return self.words(f"measure_on.{measure}", base=bases) if bases else self.words(f"measure.{measure}")

    def sums(self, key: Key) -> bool:
        """Whether the chart's figures of a row add up over time, so that those of several years do not match those of one."""
        row = self.rows_by_key.get(key)
        return row is not None and row.agg == "flow" and self._main(key) in SUMS

    def _main(self, key: Key) -> str:
        """The measure of the newest figure of a row in this view."""
        shown = self.shown(key, newest) if (newest := self.newest(key)) else None
        return shown.measure if shown else ""
