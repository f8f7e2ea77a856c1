"""The table of the first screen: what its rows say in the chosen periods, which of them are shown, and in which order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tui.draw import clean
from tui.model.alphabet import alphabetical
from tui.model.cells import Cells, Key
from tui.model.figures import amount_in_full, amount_of, change_of, number_in_unit
from tui.model.measures import LEVELS
from tui.model.names import brief_unit, indicator_name, item_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from queries.packed import Packed
    from queries.panes import CellRow, PeriodRow, SeriesRow
    from tui.words import Words

NEWEST = "*"
"""The column of the newest figures of all."""
SORTS = ("catalogue", "name", "level", "change")


class HomeData(NamedTuple):
    """What the store answered for one sector."""

    sector: str | None
    series: list[SeriesRow]
    cells: Packed[CellRow]


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
        self._levels: dict[str, dict[Key, CellRow]] = {}
        self.cells = Cells(self.data.cells)
        self._newest_first = sorted(self.periods, key=lambda period: (period.end_date, period.start_date), reverse=True)
        self.series: dict[Key, SeriesRow] = {(row.indicator_id, row.item_id): row for row in self.data.series}
        self.items: dict[str, list[Key]] = {}
        for key in self.series:
            own = self.items.setdefault(key[0], [])
            if key[1] is not None:
                own.append(key)

    # What a row says

    def at(self, key: Key, column: str | None) -> dict[str, CellRow]:
        """The figures by measure that a row shows in a column; without one those of the newest chosen period that has any."""
        return self.cells.at(key, self._standing_at(key, column))

    def _standing_at(self, key: Key, column: str | None) -> str:
        """The column whose figures a row shows in a column: its newest one across all of them, where it has none in any."""
        if column is None:
            return self.newest(key)
        return column if self.is_shown(key) or self.cells.at(key, column) else self.elsewhere_at(key)

    def is_shown(self, key: Key) -> bool:
        """Whether a row has a figure in any chosen period."""
        return any(key in self.levels(period.id) for period in self.periods)

    def elsewhere_at(self, key: Key) -> str:
        """The column of the figure that a row shows where it has none in the chosen periods."""
        return NEWEST if NEWEST in self.cells.said_in(key) else self.newest(key)

    def unlike(self, key: Key, column: str | None) -> str:
        """How what a row shows is not quite of the column under the cursor; empty where it is.

        It has no figure there, only its newest one elsewhere; or one of other days, which are nearly those of the column.
        """
        say, head = self.words, next((period for period in self.periods if period.id == column), None)
        if head is None:
            return ""
        period = clean(say.pick(head.label_vi, head.label_en))
        if cell := self.first(key, head.id):
            about = clean(say.pick(cell.period_vi, cell.period_en))
            return say("note.other_days", period=period, days=about) if is_of_other_days(cell, head.id) else ""
        newest = self.first(key, self.elsewhere_at(key))
        if newest is None:
            return say("note.not_said")
        return say("note.not_in_period", period=period, newest=self._with_period(newest))

    def first(self, key: Key, column: str) -> CellRow | None:
        """The figure that stands for a row in a column: its level, or else any."""
        return self.cells.level(key, column) or next(iter(self.cells.at(key, column).values()), None)

    def _with_period(self, cell: CellRow) -> str:
        """A figure with the period that it is about."""
        say = self.words
        amount = amount_of(cell, say) if cell.measure == "growth_pct" else amount_in_full(cell, say)
        return f"{clean(say.pick(cell.period_vi, cell.period_en))}: {amount}"

    def level(self, key: Key, column: str | None) -> CellRow | None:
        """The figure that a cell shows."""
        return self.cells.level(key, column if column is not None else self.newest(key))

    def levels(self, column: str) -> dict[Key, CellRow]:
        """The figures that the cells of a column show, by row; found once."""
        if column not in self._levels:
            levels = ((key, self.level(key, column)) for key in self.cells)
            self._levels[column] = {key: cell for key, cell in levels if cell}
        return self._levels[column]

    def newest(self, key: Key) -> str:
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

    def unit(self, key: Key) -> str:
        """The unit of a row."""
        row = self.series.get(key)
        return clean(self.words.pick(row.unit, row.unit_en)) if row else ""

    def text(self, cell: CellRow, key: Key) -> tuple[str, str]:
        """A figure as a cell shows it: the number, and its unit where that is not the row's."""
        row = self.series.get(key)
        if cell.measure not in LEVELS:
            return amount_in_full(cell, self.words), ""
        text, unit = number_in_unit(cell, row, self.words)
        return text, brief_unit(unit, self.words.lang)

    def _any(self, indicator: str) -> SeriesRow | None:
        own = self.items.get(indicator)
        return self.series.get(own[0]) if own else None

    def passages(self, key: Key, column: str | None) -> list[int]:
        """The passages of the figures of a cell."""
        return list(dict.fromkeys(cell.passage_id for cell in self.at(key, column).values()))

    def passages_near(self, keys: Sequence[Key]) -> list[int]:
        """The passages that the cells of these rows show."""
        columns = [None, *(period.id for period in self.periods)]
        return list(dict.fromkeys(passage for key in keys for column in columns for passage in self.passages(key, column)))

    def copied(self, key: Key, column: str | None) -> str | None:
        """The number that a row shows in a column, with its unit, to be copied."""
        cell = self.first(key, self._standing_at(key, column))
        if cell is None:
            return None
        return amount_of(cell, self.words) if cell.measure in LEVELS else amount_in_full(cell, self.words)

    def copied_of(self, key: Key, column: str | None) -> str:
        """The number that `copied` gives with its period, where that is not the column's; or why there is none."""
        standing = self._standing_at(key, column)
        cell = self.first(key, standing)
        if cell is None:
            return self.unlike(key, column)
        return self._with_period(cell) if standing != column or self.unlike(key, column) else ""

    # Which rows are shown

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

    def hit(self, key: Key) -> bool:
        """Whether a row itself contains the words of the filter."""
        row = self.series.get(key) or self._any(key[0])
        if not self.wanted or row is None:
            return True
        own = row.item_folded if key[1] is not None else row.indicator_folded
        english = row.item_en if key[1] is not None else row.indicator_en
        return all(word in (own or "") or word in (english or "").lower() for word in self.wanted.split())

    def _sorted(self, keys: list[Key]) -> list[Key]:
        if self.sort == "name":
            return sorted(keys, key=lambda key: alphabetical(self.name(key)))
        if self.sort == "level":
            return sorted(keys, key=lambda key: -(cell.value_base if (cell := self.level(key, None)) else float("-inf")))
        if self.sort == "change":
            return sorted(keys, key=lambda key: -abs(change_of(self.at(key, None)) or 0.0))
        return keys


def is_of_other_days(cell: CellRow, column: str) -> bool:
    """Whether a figure of a span of days stands in the column of a period, whose days are nearly the same.

    Of what stands in the column of another period the rest is of its last day, and named by that day alone.
    """
    return column not in (cell.period_id, NEWEST) and "/" in cell.period_id
