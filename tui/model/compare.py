"""Periods, or reports, side by side: levels, difference, percentage, sorted by the size of the change."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import combinations
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from queries.fold import fold
from tui.draw import DISPUTED, Line, clean, line_width, width
from tui.model.cells import Cells, Key
from tui.model.figures import AIM, change_role, is_qualified, is_target, measure_name, number_in_unit, percent_text
from tui.model.measures import LEVELS
from tui.model.names import full_name, indicator_name, item_name, listed_name, unit_tail
from tui.model.periods import short_label
from tui.model.plain import Sourced, plain, told_and_sources
from tui.model.rows import EAGER, Column, Row
from tui.model.table import Table
from tui.numbers import MISSING, align_decimals, number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from queries.panes import CellRow, PeriodRow, ReportRow, SeriesRow
    from tui.model.home import HomeData
    from tui.words import Words

ORDERS = ("change", "catalogue")
SIDES = ("periods", "reports")
AHEAD, BACK = "→", "←"
"""Stand in an outer column without a level: a column further in is compared in its place."""
_DAYS = 30
"""Days of a month, for spans that hold no whole ones."""
_NEAR, _FAR = 2, 10
"""How many times the one before a monthly average may be: beyond the change that the report prints, and where it prints none."""


TRIED = 16
"""Periods, or reports, among which the two are looked for that share most."""
One = TypeVar("One", "PeriodRow", "ReportRow")


class Side(NamedTuple):
    """A period or a report."""

    id: str
    label_vi: str
    label_en: str


def side_of(row: PeriodRow | ReportRow) -> Side:
    """The side that stands for a period or a report."""
    return Side(row.id, row.label_vi, row.label_en)


@dataclass
class Comparison:
    """The series that two sides at least have.

    Attributes:
        data: what the store answered; its columns are the sides.
        sides: two or more, the earliest first.
        periods: what all periods span, by id.
        words: the language.
        order: one of `ORDERS`.
        reports: whether the sides are reports, whose figures may be about any period.
        wanted: folded words that a row's name must hold.
    """

    data: HomeData
    sides: Sequence[Side]
    periods: Mapping[str, PeriodRow]
    words: Words
    order: str = "change"
    reports: bool = False
    wanted: str = ""

    def __post_init__(self) -> None:
        found = Cells(self.data.cells)
        self.series: dict[Key, SeriesRow] = {(row.indicator_id, row.item_id): row for row in self.data.series}
        self.levels: dict[Key, list[CellRow | None]] = {}
        self.plans: dict[Key, list[CellRow | None]] = {}
        self.printed: dict[Key, float] = {}
        """The change on last year that is printed beside the last level, in per cent."""
        for key in self.series:
            levels = _levels(found, key, self.sides)
            if places := [place for place, level in enumerate(levels) if level]:
                self.levels[key] = levels
                self.plans[key] = [found.at(key, side.id).get("plan_pct") for side in self.sides]
                if changed := found.at(key, self.sides[places[-1]].id).get("yoy_pct"):
                    self.printed[key] = changed.value
        # Of the ends, the places in the list of sides: the first and the last.
        self._planned = [end for end in (0, -1) if any(plans[end] for plans in self.plans.values())]

    def ends(self, key: Key) -> tuple[CellRow, CellRow]:
        """The levels of the first and the last side that have one."""
        found = [level for level in self.levels[key] if level]
        return found[0], found[-1]

    def comparable(self, key: Key) -> bool:
        """Whether both ends of a row cover periods of the same length, so that flows can be compared directly."""
        one, two = (self.periods.get(cell.period_id) for cell in self.ends(key))
        if one is None or two is None:
            return True
        if "point" in (one.kind, two.kind):
            # How long a flow has run until a day is not said: only the same day of two years is alike.
            return one.kind == two.kind and one.id[4:] == two.id[4:]
        return _months(one) == _months(two)

    def _scale(self, key: Key) -> float | None:
        """What the last level is multiplied by to stand for as many months as the first; None where that cannot be told."""
        if self.series[key].agg != "flow" or self.comparable(key):
            return 1.0
        one, two = (self.periods[cell.period_id] for cell in self.ends(key))
        return None if "point" in (one.kind, two.kind) else _months(one) / _months(two)

    @property
    def averaged(self) -> bool:
        """Whether any percentage compares monthly averages, because the periods differ in length."""
        return any(self._is_averaged(key) for key in self.levels)

    def _is_averaged(self, key: Key) -> bool:
        return self._scale(key) not in (1.0, None)

    def doubted(self, key: Key) -> bool:
        """Whether the percentage of a row would compare monthly averages that say little.

        What the report prints of the change on last year goes the other way or is far off; or it prints none, and the averages
        are not of one order of magnitude.
        """
        found = self._percent(key) if self._is_averaged(key) else None
        if found is None:
            return False
        times = 1 + found / 100
        printed = self.printed.get(key)
        if printed is None or printed <= -100:
            return not 1 / _FAR < times < _FAR
        return found * printed < 0 or not 1 / _NEAR <= times / (1 + printed / 100) <= _NEAR

    def difference(self, key: Key) -> float | None:
        """The last level minus the first, in the unit of the row; None for ranges, and for flows of periods of unlike length."""
        one, two = self.ends(key)
        if self._ranges(key) or self._scale(key) != 1.0:
            return None
        levels = [self._in_unit(key, end) for end in (one, two)]
        return round(levels[1] - levels[0], max(map(_decimals, levels)))

    def _in_unit(self, key: Key, cell: CellRow) -> float:
        """A level of a row in the unit of the row; where it cannot be converted, in that of the first level."""
        row, one = self.series[key], self.ends(key)[0]
        mult = row.mult if row.mult and row.base == one.base else one.value_base / one.value if one.value else 1.0
        return round(cell.value_base / mult, 9)

    def _ranges(self, key: Key) -> bool:
        """Whether either end of a row is a range."""
        return any(end.up_to is not None for end in self.ends(key))

    def percent(self, key: Key) -> float | None:
        """The difference as a percentage of the first level; None for rates, ranks, ranges, and where that level is not positive.

        Flows of periods of unlike length are compared by their monthly average, unless that is `doubted`.
        """
        return None if self.doubted(key) else self._percent(key)

    def _percent(self, key: Key) -> float | None:
        one, two = self.ends(key)
        scale = self._scale(key)
        # Of a deficit that became half as large it cannot be said by how much per cent it "rose".
        if one.unit == "%" or one.measure == "rank" or one.value_base <= 0 or scale is None or self._ranges(key):
            return None
        return (two.value_base * scale / one.value_base - 1) * 100

    def keys(self) -> list[Key]:
        """The rows in order."""
        words = self.wanted.split()
        keys = [key for key in self.levels if all(word in fold(self.name(key)) for word in words)]
        if self.order == "change":
            keys.sort(key=self._by_change)
        return keys

    def _by_change(self, key: Key) -> tuple[bool, float]:
        """The greatest percentage first, then rates by their points; last what has no percentage."""
        percent = self.percent(key)
        if percent is None:
            return self.ends(key)[0].unit != "%", -abs((self.difference(key) or 0.0) / 100)
        return False, -abs(percent)

    def columns(self) -> list[Column]:
        """Name, the level of every side, difference, percentage, the plans of both ends."""
        say = self.words
        labels = [clean(say.pick(side.label_vi, side.label_en)) for side in self.sides]
        names = [line_width(listed_name(self.series[key], self.words)) + width(self._unit(key)) + 2 for key in self.levels]
        widest = max(30, min(90, max(names, default=30)))
        columns = [Column("name", say("table.name"), 24, "spread", most=widest, wish=min(widest, 60))]
        *levels, differences = self._texts(list(self.levels))
        longest = [
            max(
                (line_width(_signed(text, cells[place])) for text, cells in zip(texts, self.levels.values(), strict=True)),
                default=9,
            )
            for place, texts in enumerate(levels)
        ]
        most = max(map(width, differences), default=9)
        about = max(
            (width(short_label(self._about(cell))) for cells in self.levels.values() for cell in cells if cell), default=6
        )
        period = say("compare.period")
        for place, (side, label) in enumerate(zip(self.sides, labels, strict=True)):
            inner, short = 0 < place < len(labels) - 1, short_label(label)
            wide, tight = max(9, width(label), longest[place]), max(width(short), longest[place])
            columns.append(Column(side.id, label, wide, "right", inner, gap=2, drop=1 if inner else 0, short=short, tight=tight))
            if self.reports:
                columns.append(
                    Column(f"about {side.id}", period, min(12, about), drop=5 if inner else 3, short=period, tight=min(8, about))
                )
        plan, percent = say("table.plan"), say("compare.averaged") if self.averaged else "%"
        difference, brief = say("compare.difference"), say("compare.difference_short")
        return [
            *columns,
            Column("difference", difference, max(width(difference), most), "right", drop=4 if self.reports else 2, gap=2,
                   short=brief, tight=max(width(brief), most)),
            Column("percent", percent, max(9, width(percent)), "right", gap=2, short=percent, tight=max(9, width(percent))),
            *(
                Column(f"plan {end}", f"{plan} {labels[end]}", width(labels[end]) + 6, "right", drop=EAGER + 2 + end)
                for end in self._planned
            ),
        ]  # fmt: skip

    def rows(self) -> list[Row]:
        """A row for every series that two sides at least have."""
        keys = self.keys()
        *levels, differences = self._texts(keys)
        return [self._row(key, [column[at] for column in levels], differences[at]) for at, key in enumerate(keys)]

    def _texts(self, keys: Sequence[Key]) -> list[list[str]]:
        """The numbers of every side, then the differences, each column aligned on the decimal separator."""
        lang = self.words.lang
        levels = [align_decimals([self._drawn(key, place) for key in keys], lang) for place in range(len(self.sides))]
        differences = [self.difference(key) for key in keys]
        texts = [MISSING if one is None else number(one, lang, signed=True) for one in differences]
        return [*levels, align_decimals(texts, lang)]

    def _row(self, key: Key, levels: Sequence[str], difference: str) -> Row:
        row, percent, say = self.series[key], self.percent(key), self.words
        sense: float = percent if percent is not None else self.difference(key) or 0.0
        good = "down" if self.ends(key)[0].measure == "rank" else row.good
        ends = [self.plans[key][end] for end in self._planned]
        plans: list[Line] = [((percent_text(plan, say), "plain"),) if plan else () for plan in ends]
        change = number(round(percent or 0.0, 1), say.lang, signed=True)
        shift = (MISSING, "dim") if percent is None else (change, change_role(sense, good))
        sides: list[Line] = []
        for text, cell in zip(levels, self.levels[key], strict=True):
            sides.append(_signed(text, cell))
            if self.reports:
                sides.append(((short_label(self._about(cell)) if cell else "", "dim"),))
        return Row(key, (
            (*listed_name(row, say), *unit_tail(self._unit(key), say)), *sides,
            ((difference, change_role(sense, good) if percent is None else "dim"),), (shift,), *plans,
        ))  # fmt: skip

    def name(self, key: Key) -> str:
        """The name of a row; an item is preceded by its indicator."""
        return full_name(self.series[key], self.words)

    def _unit(self, key: Key) -> str:
        row = self.series[key]
        return clean(self.words.pick(row.unit, row.unit_en))

    def about(self, cell: CellRow) -> str:
        """The period that a figure is about, where reports are compared; empty where periods are."""
        return self._about(cell) if self.reports else ""

    def _about(self, cell: CellRow) -> str:
        return clean(self.words.pick(cell.period_vi, cell.period_en))

    def days(self, side: Side, cell: CellRow) -> str:
        """The days that a figure is really about, where it stands in the column of a period of nearly the same; else empty."""
        return "" if self.reports or cell.period_id == side.id else f"{self._about(cell)} · "

    def _level(self, key: Key, place: int) -> str:
        cell = self.levels[key][place]
        return number_in_unit(cell, self.series[key], self.words)[0] if cell else MISSING

    def _drawn(self, key: Key, place: int) -> str:
        """A level as it stands in the table; an outer column without one points to that which is compared in its place."""
        if self.levels[key][place] is None and place in (0, len(self.sides) - 1):
            return BACK if place else AHEAD
        return self._level(key, place)

    def between(self, key: Key) -> str:
        """Which sides the difference of a row is of, where they are not the first and the last one; else empty."""
        said = [place for place, level in enumerate(self.levels[key]) if level]
        if (said[0], said[-1]) == (0, len(self.sides) - 1):
            return ""
        first, last = (self.sides[place] for place in (said[0], said[-1]))
        labels = [clean(self.words.pick(side.label_vi, side.label_en)) for side in (first, last)]
        return f"{self.words('compare.difference')}: {f' {AHEAD} '.join(labels)}"

    def doubt(self, key: Key) -> str:
        """Why a `doubted` row has no percentage."""
        say, printed = self.words, self.printed.get(key)
        if printed is None:
            return say("compare.far_apart")
        return say("compare.printed", change=number(printed, say.lang, signed=True))

    def said(self, key: Key) -> str:
        """A row as a sentence, to be copied."""
        say, percent = self.words, self.percent(key)
        sides = [
            f"{say.pick(side.label_vi, side.label_en)}: {self._level(key, place)} {self._unit(key)}".rstrip()
            for place, side in enumerate(self.sides)
        ]
        change = [f"{number(round(percent, 1), say.lang, signed=True)} %"] if percent is not None else []
        return f"{self.name(key)}: " + "; ".join([*sides, *change])

    def export(self, sources: Mapping[int, str] = MappingProxyType({})) -> Table:
        """The rows with plain numbers.

        Args:
            sources: where passages stand, as they are cited, by their ids.
        """
        say = self.words
        labels = [say.pick(side.label_vi, side.label_en) for side in self.sides]
        rows: list[list[object]] = []
        for key in self.keys():
            cells, row, percent = self.levels[key], self.series[key], self.percent(key)
            levels = [self._in_unit(key, cell) if cell else None for cell in cells]
            about = [self._about(cell) if cell else None for cell in cells] if self.reports else []
            shown = [plain(cell, measure_name(cell, say), row, say) for cell in cells if cell]
            if percent is not None:
                # As on the screen at least, and no finer than the levels.
                percent = round(percent, max(1, *(_decimals(level) for level in levels if level is not None)))
            rows.append([
                indicator_name(row, say), item_name(row, say) or None,
                ", ".join(dict.fromkeys(one.measure for one in shown)), shown[0].unit,
                *levels, *about, self.difference(key), percent, *told_and_sources(self._sourced(key, sources)),
            ])  # fmt: skip
        heads = [*labels, *(f"{say('compare.period')} {label}" for label in labels if self.reports)]
        own = [say(f"table.{head}") for head in ("name", "part", "measure", "unit")]
        reckoned = [say("compare.difference"), say("compare.averaged") if self.averaged else "%"]
        return Table("compare", [*own, *heads, *reckoned, say("table.told"), DISPUTED[0], say("table.source")], rows)

    def _sourced(self, key: Key, sources: Mapping[int, str]) -> list[Sourced]:
        """Of the levels of a row, how the reports have them, where bare numbers do not say it all, and where they stand."""
        return [
            Sourced(
                self.words.pick(side.label_vi, side.label_en), sources.get(cell.passage_id, ""), cell.disputed,
                self._level(key, place).removeprefix(AIM) if is_qualified(cell) else "",
            )
            for place, (side, cell) in enumerate(zip(self.sides, self.levels[key], strict=True))
            if cell
        ]  # fmt: skip

    def exported_passages(self) -> list[int]:
        """The passages of the figures that are exported."""
        return list(dict.fromkeys(cell.passage_id for key in self.keys() for cell in self.levels[key] if cell))


def _decimals(value: float) -> int:
    """How many decimals a number is written with."""
    return max(0, -int(Decimal(repr(value)).normalize().as_tuple().exponent))


def _signed(text: str, cell: CellRow | None) -> Line:
    """A number as it is shown, with its sign where it is disputed."""
    mark = (DISPUTED,) if cell and cell.disputed else ()
    return (*mark, (text, "dim" if cell is None else "target" if is_target(cell) else "plain"))


def _months(period: PeriodRow) -> float:
    """How many months a period has: 3 for a quarter, 60 for five years; odd days count as parts of one."""
    after = period.end_date + timedelta(days=1)
    start = period.start_date
    return (after.year - start.year) * 12 + after.month - start.month + (after.day - start.day) / _DAYS


def _levels(found: Cells, key: Key, sides: Sequence[Side]) -> list[CellRow | None]:
    """What stands for a row on every side, of one kind and unit.

    A side that has another kind of level, too, shows the one that is compared: a rank beside a score is compared with ranks.
    """
    levels = alike([found.level(key, side.id) for side in sides])
    if any(levels):
        kind = next((level.base, level.measure) for level in levels if level)
        others = [found.at(key, side.id).get(kind[1]) for side in sides]
        return [
            level or (other if other and other.base == kind[0] else None) for level, other in zip(levels, others, strict=True)
        ]
    # How many there are in all says nothing of how many of them were meant.
    measured = (alike([found.at(key, side.id).get(measure) for side in sides]) for measure in LEVELS if measure != "total")
    return next((own for own in measured if any(own)), levels)


def alike(levels: Sequence[CellRow | None]) -> list[CellRow | None]:
    """Of the levels of a series those of the kind and unit that most have, else None; all None where no two are alike.

    A figure at the end of several periods stands in the columns of all, and is one.
    """
    kinds = Counter(
        (base, measure) for base, measure, _ in {(one.base, one.measure, one.observation_id) for one in levels if one}
    )
    kind, count = max(kinds.items(), key=lambda pair: pair[1], default=(None, 0))
    return [level if count >= 2 and level and (level.base, level.measure) == kind else None for level in levels]


def settled(rows: Sequence[One], *choices: Sequence[str]) -> list[One]:
    """The periods or reports of the first choice of which two exist; none where there is no such choice."""
    known = ([row for row in rows if row.id in ids] for ids in choices)
    return next((found for found in known if len(found) >= 2), [])


def tried_periods(periods: Sequence[PeriodRow], columns: Sequence[PeriodRow]) -> list[PeriodRow]:
    """The periods among which two are looked for: the columns of the first screen, and those with most figures."""
    richest = sorted(periods, key=lambda period: (-bool(period.main_of), -period.figures))[:TRIED]
    return [period for period in periods if period in richest or period in columns]


def tried_reports(reports: Sequence[ReportRow]) -> list[ReportRow]:
    """The reports among which two are looked for: the newest that are no plans, the oldest first."""
    told = [report for report in reports if report.kind != "plan"]
    return list(reversed((told if len(told) >= 2 else reports)[:TRIED]))


def last_two(data: HomeData, columns: Sequence[One]) -> list[One]:
    """The last two columns that share half as many levels of one kind and unit as any two; none where no two share any."""
    shared = _sharing(data, columns)
    counts = {(earlier, later): shared(earlier, later) for later, earlier in combinations(reversed(columns), 2)}
    enough = max(counts.values(), default=0) / 2
    return next((list(pair) for pair, count in counts.items() if count >= enough > 0), [])


def most_in_common(data: HomeData, sides: Sequence[One]) -> list[One]:
    """The two of some periods or reports that share most levels of one kind and unit; the newest of those that share as many.

    What two periods share counts double if reports are mainly about both. Of fewer than two there are none.
    """
    if len(sides) < 2:
        return []
    shared = _sharing(data, sides)
    main = {side.id for side in sides if getattr(side, "main_of", True)}

    def weight(pair: tuple[One, One]) -> int:
        return shared(*pair) * (2 if {side.id for side in pair} <= main else 1)

    later, earlier = max(combinations(reversed(sides), 2), key=weight)
    return [earlier, later]


def _sharing(data: HomeData, sides: Sequence[One]) -> Callable[[One, One], int]:
    """How many levels of one kind and unit two of some periods or reports share; a figure that stands in both is one."""
    found = Cells(data.cells)
    levels = {
        side.id: {(key, one.base, one.measure): one.observation_id for key in found if (one := found.level(key, side.id))}
        for side in sides
    }

    def shared(one: One, two: One) -> int:
        mine, other = levels[one.id], levels[two.id]
        return sum(mine[key] != other[key] for key in mine.keys() & other.keys())

    return shared
