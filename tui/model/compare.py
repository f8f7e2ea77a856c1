"""Two periods side by side: levels, difference, per cent, sorted by what changed most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tui.draw import clean, width
from tui.model.figures import change_role, written_in
from tui.model.home import HomeData, Key, level_of
from tui.model.table import Table
from tui.numbers import MISSING, number, on_the_point
from tui.widgets.grid import GAP, Row
from tui.widgets.grid_layout import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.panes import CellRow, PeriodRow, SeriesRow
    from tui.words import Words

ORDERS = ("change", "catalogue")


@dataclass
class Comparison:
    """The series that both periods speak of.

    Attributes:
        data: what the store answered for the two periods.
        first: the earlier period.
        second: the later period.
        words: the language.
        order: one of `ORDERS`.
    """

    data: HomeData
    first: PeriodRow
    second: PeriodRow
    words: Words
    order: str = "change"

    def __post_init__(self) -> None:
        found: dict[Key, dict[str, dict[str, CellRow]]] = {}
        for cell in self.data.cells:
            found.setdefault((cell.indicator_id, cell.item_id), {}).setdefault(cell.column_id, {})[cell.measure] = cell
        self.series: dict[Key, SeriesRow] = {(row.indicator_id, row.item_id): row for row in self.data.series}
        self.pairs: dict[Key, tuple[CellRow, CellRow]] = {}
        self.plans: dict[Key, tuple[CellRow | None, CellRow | None]] = {}
        for key in self.series:
            own = found.get(key, {})
            one, two = level_of(own.get(self.first.id, {})), level_of(own.get(self.second.id, {}))
            if one and two and one.base == two.base and one.measure == two.measure:
                self.pairs[key] = one, two
                self.plans[key] = own[self.first.id].get("plan_pct"), own[self.second.id].get("plan_pct")

    @property
    def comparable(self) -> bool:
        """Whether the periods are of one kind and length, so that levels that add up may be compared."""
        same = self.first.kind == self.second.kind
        return same and self.first.id[4:] == self.second.id[4:]

    def difference(self, key: Key) -> float:
        """The second level less the first, in the unit of the row."""
        one, two = self.pairs[key]
        row = self.series[key]
        mult = row.mult if row.mult and row.base == one.base else one.value_base / one.value if one.value else 1.0
        return (two.value_base - one.value_base) / mult

    def percent(self, key: Key) -> float | None:
        """The difference in per cent of the first level; None for rates and where there is no first level.

        Flows of periods of unlike length are compared by their monthly average.
        """
        one, two = self.pairs[key]
        if one.unit == "%" or not one.value_base:
            return None
        scale = 1.0
        if self.series[key].agg == "flow" and not self.comparable:
            scale = _months(self.first) / _months(self.second)
        return (two.value_base * scale / one.value_base - 1) * 100

    def keys(self) -> list[Key]:
        """The rows in order."""
        keys = list(self.pairs)
        if self.order == "change":
            keys.sort(key=lambda key: -abs(found if (found := self.percent(key)) is not None else self.difference(key) / 100))
        return keys

    def columns(self) -> list[Column]:
        """Name, both levels, difference, per cent, both plans."""
        say = self.words
        labels = [say.pick(period.label_vi, period.label_en) for period in (self.first, self.second)]
        return [
            Column("name", say("table.name"), 30, "spread", most=84),
            Column("first", labels[0], max(11, width(labels[0])), "right"),
            Column("second", labels[1], max(11, width(labels[1])), "right"),
            Column("difference", say("compare.difference"), 11, "right", drop=2), Column("percent", "%", 9, "right"),
            Column("plan1", f"%KH {labels[0]}" if say.lang == "vi" else f"%plan {labels[0]}", 13, "right", drop=4),
            Column("plan2", f"%KH {labels[1]}" if say.lang == "vi" else f"%plan {labels[1]}", 13, "right", drop=3),
            Column("mark", "", 1),
        ]  # fmt: skip

    def rows(self) -> list[Row]:
        """A row for every series that both periods speak of."""
        keys, lang = self.keys(), self.words.lang
        firsts = on_the_point([self._level(key, 0) for key in keys], lang)
        seconds = on_the_point([self._level(key, 1) for key in keys], lang)
        differences = on_the_point([number(round(self.difference(key), 6), lang, signed=True) for key in keys], lang)
        return [self._row(key, *texts) for key, *texts in zip(keys, firsts, seconds, differences, strict=True)]

    def _row(self, key: Key, first: str, second: str, difference: str) -> Row:
        row, percent = self.series[key], self.percent(key)
        say = self.words
        sense: float = percent if percent is not None else self.difference(key)
        plans = [((number(plan.value, say.lang), "plain"),) if plan else () for plan in self.plans[key]]
        unit = clean(say.pick(row.unit, row.unit_en))
        change = number(round(percent or 0.0, 1), say.lang, signed=True)
        shift = (MISSING, "dim") if percent is None else (change, change_role(sense, row.good))
        disputed = any(cell.disputed for cell in self.pairs[key])
        return Row(key, (
            ((self.name(key), "plain"), GAP, (unit, "dim")), ((first, "plain"),), ((second, "plain"),),
            ((difference, change_role(sense, row.good) if percent is None else "dim"),),
            (shift,),
            plans[0], plans[1], (("⚠", "disputed"),) if disputed else (),
        ))  # fmt: skip

    def name(self, key: Key) -> str:
        """The name of a row; items carry their indicator's name."""
        row = self.series[key]
        indicator = clean(self.words.pick(row.indicator_vi, row.indicator_en))
        return f"{indicator}: {clean(self.words.pick(row.item_vi, row.item_en))}" if key[1] else indicator

    def _level(self, key: Key, place: int) -> str:
        row = self.series[key]
        text, _ = written_in(self.pairs[key][place], row, self.words)
        return text

    def export(self) -> Table:
        """The rows with plain numbers."""
        say = self.words
        labels = [say.pick(period.label_vi, period.label_en) for period in (self.first, self.second)]
        rows: list[list[Any]] = []
        for key in self.keys():
            one, two = self.pairs[key]
            row = self.series[key]
            mult = row.mult if row.mult and row.base == one.base else 1.0
            levels = [one.value_base / mult, two.value_base / mult]
            rows.append([self.name(key), say.pick(row.unit, row.unit_en), *levels, self.difference(key), self.percent(key)])
        return Table("compare", [say("table.name"), say("table.unit"), *labels, say("compare.difference"), "%"], rows)


def _months(period: PeriodRow) -> int:
    return (period.end_date.year - period.start_date.year) * 12 + period.end_date.month - period.start_date.month + 1


def default_pair(periods: Sequence[PeriodRow], chosen: Sequence[str]) -> list[str]:
    """The two newest of the chosen periods; without two, the two newest main ones."""
    ids = [period.id for period in periods if period.id in chosen]
    if len(ids) < 2:
        ids = [period.id for period in periods if period.main_of]
    return ids[-2:] if len(ids) >= 2 else [period.id for period in periods[-2:]]
