"""The figures of a table, and what its other numbers are."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from data.fold import fold
from data.grammar.number import TOKEN, half_unit
from data.grammar.unit import unit_of
from data.reader.layout.tables.cells import joined_text, unit_name
from data.reader.meaning.figures import Figure
from data.reader.meaning.periods.bases import base_period, year_before
from data.reader.meaning.subjects.indicator_kinds import by_name
from data.reader.meaning.tables.columns import Column, read_columns
from data.reader.meaning.tables.rows import Named, RowNames, counted_in, rows_of, title_words
from data.reader.meaning.tables.values import Value, in_english, values_of
from data.reader.meaning.text.prose import Mention
from data.reader.meaning.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from data.grammar.period import Period
    from data.reader.layout.document import Passage
    from data.reader.layout.tables.grid import Cell, Table
    from data.reader.matching.evidence import Match
    from data.reader.matching.matcher import Matcher
    from data.reader.meaning.setting import Setting

_UNNAMED = 0.2
_NO_HEAD = "value under an unknown head"
_INDEX_FROM, _INDEX_TO = 60.0, 160.0
"""Between what an index against last year lies as a rule, in per cent: the middle one of a column tells."""
_FEW = 3
_AGREE = 0.75
"""The share of rows in which a percentage has to be the ratio of two other values, for its column to be taken for it."""
_AS_PLAN, _AS_LAST_YEAR = 60.0, 8.0
"""How many times a level a plan for the year may be, and what was at the same time of last year."""
_RATIOS = {"yoy": "yoy_index", "prev": "base_ratio", "base": "base_ratio"}
_CHANGES = {"yoy": "yoy_pct", "prev": "prev_pct", "base": "base_pct"}
_DIFFERENCES = {"yoy": "yoy_abs", "prev": "prev_abs", "base": "base_abs"}
_LEVELS = frozenset({"value", "plan_value", "target", "rank"})


class TableReading:
    """Reads one table; `figures` and `tokens` are what it gives.

    Args:
        table: its cells, in raw offsets.
        passages: the passages of its top and rows, by the raw offset at which they begin.
        setting: what the section gives.
        matcher: the catalogue's names.
        damaged: the report is recognised from a scan.
        raw: the text of the report.
    """

    def __init__(
        self, table: Table, passages: Mapping[int, Passage], setting: Setting, matcher: Matcher, damaged: bool, raw: str
    ) -> None:
        self.figures: list[Figure] = []
        self.tokens: list[Token] = []
        self._passages, self._setting, self._matcher, self._raw = passages, setting, matcher, raw
        self._title = title_words(table.begin)
        self._heads = table.headers or ()
        heads = [joined_text(head) for head in self._heads]
        top = self._passage(table.parts[0]) if table.parts else None
        section = top.section_title if top is not None else ""
        unit = table.begin.unit
        self._unit = (unit_name(unit.text) or unit.text) if unit is not None else ""
        self._columns = read_columns(heads, self._title or section, setting.frame)
        self._names = RowNames(self._title, " ".join([section, self._title, *heads]), setting, matcher, damaged)
        self._rows = rows_of(table)
        self._named: set[str] = set()
        english = in_english(cell for one in self._rows for cell in one.row.values if cell is not None)
        self._values = [
            [values_of(cell, raw, english) if cell is not None else [] for cell in one.row.values] for one in self._rows
        ]
        self._kinds = [self._measure_of(at) for at in range(len(self._columns))]
        self._read(table)

    def _passage(self, cells: Sequence[Cell]) -> Passage | None:
        starts = [piece[0] for cell in cells for piece in cell.pieces]
        return next((self._passages[start] for start in sorted(starts) if start in self._passages), None)

    def _read(self, table: Table) -> None:
        """Make a figure of every value that is understood, and account for all other numbers."""
        for cell in (*table.caption, *filter(None, [table.unit]), *table.top):
            self._take(cell, "heading", "head of a table")
        for one, values in zip(self._rows, self._values, strict=True):
            self._take(one.row.label, "heading", "number of a row")
            self._take(one.row.name, "name", "name of a row")
            self._take(one.row.unit, "name", "unit of a row")
            for odd in one.row.odd:
                self._take(odd, "unexplained", _NO_HEAD)
            self._read_row(one, values)

    def _read_row(self, one: Named, values: Sequence[Sequence[Value]]) -> None:
        passage = self._passage(tuple(one.row.cells))
        for at, (cell, numbers) in enumerate(zip(one.row.values, values, strict=True)):
            measure = self._kinds[at] if at < len(self._kinds) else None
            if measure is None or not numbers or passage is None:
                self._take(cell, "unexplained", _NO_HEAD if numbers else "cell of words")
            else:
                self.figures += [self._figure(one, at, measure, number, passage) for number in numbers]

    def _take(self, cell: Cell | None, kind: str, reason: str) -> None:
        """Account for the numbers in a cell that is no figure."""
        for start, end in cell.pieces if cell is not None else ():
            for match in TOKEN.finditer(self._raw, start, end):
                self.tokens.append(Token(match.start(), match.end(), match[0], kind, reason))

    def _numbers(self, at: int) -> Iterator[tuple[int, float]]:
        """The rows and single numbers of a column."""
        for row, values in enumerate(self._values):
            if at < len(values) and len(values[at]) == 1:
                yield row, values[at][0].value

    def _measure_of(self, at: int) -> str | None:
        """What a column measures; None where its head does not tell, nor its numbers."""
        column = self._columns[at]
        if column.kind in ("level", "plan"):
            if not self._of_a_size(at, column):
                return None
            goal = column.aims or (self._setting.goals and column.period.end >= self._setting.frame.report.start)
            return "target" if goal else "plan_value" if column.kind == "plan" else "value"
        if column.kind in ("share", "rank"):
            return "share_pct" if column.kind == "share" else "rank"
        if column.kind == "plan_pct":
            return "plan_pct"
        reckoned = self._reckoned(at)
        if column.kind == "compared":
            return reckoned if column.percent or reckoned else None
        if reckoned in ("yoy_index", "yoy_pct") and column.kind == "yoy":
            return reckoned
        return self._compared(at, column)

    def _of_a_size(self, at: int, column: Column) -> bool:
        """Whether a plan, or what was last year, is about as much as the other levels: else it is something under a lost head."""
        most = _AS_PLAN if column.kind == "plan" else _AS_LAST_YEAR if column.base is not None else None
        own = dict(self._numbers(at))
        for other, known in enumerate(self._columns):
            if most is not None and other != at and known.kind == "level" and known.base is None:
                ratios = [own[row] / value for row, value in self._numbers(other) if value and own.get(row)]
                if ratios and not 1 / most <= abs(median(ratios)) <= most:
                    return False
        return True

    def _compared(self, at: int, column: Column) -> str | None:
        """A ratio, a change in per cent or a difference, by what the head says and how great the numbers are."""
        numbers = [value for _, value in self._numbers(at)]
        if not numbers:
            return None
        middle, least = median(numbers), min(numbers)
        percent = column.percent or all(self._unit_of(self._rows[row]) == "%" for row, _ in self._numbers(at))
        ratio = least > 0 and _INDEX_FROM <= middle <= _INDEX_TO
        if not percent:
            if column.moves or least < 0:
                return _DIFFERENCES[column.kind]
            return _RATIOS[column.kind] if ratio else None
        if least < 0:
            return _CHANGES[column.kind]
        if column.moves:
            return _RATIOS[column.kind] if ratio and len(numbers) >= _FEW else _CHANGES[column.kind]
        if ratio:
            return _RATIOS[column.kind]
        return _CHANGES[column.kind] if middle < _INDEX_FROM / 2 and len(numbers) >= _FEW else None

    def _reckoned(self, at: int) -> str | None:
        """What a percentage is by its size: the ratio of two columns of levels, or the change between them."""
        numbers = dict(self._numbers(at))
        for first, one in enumerate(self._columns):
            for second, other in enumerate(self._columns):
                if one.kind != "level" or other.kind not in ("level", "plan") or first == second:
                    continue
                whole, part = dict(self._numbers(second)), dict(self._numbers(first))
                rows = [row for row in numbers if row in whole and row in part and whole[row]]
                for measure, away in (("index", 0.0), ("pct", 100.0)):
                    agree = [row for row in rows if self._is_ratio(row, at, 100 * part[row] / whole[row] - away)]
                    if len(agree) >= max(2, _AGREE * len(rows)):
                        if other.kind == "plan":
                            return "plan_pct" if measure == "index" else None
                        later = one.period.end.year == other.period.end.year + 1
                        return f"yoy_{measure}" if later else None
        return None

    def _is_ratio(self, row: int, at: int, wanted: float) -> bool:
        value = self._values[row][at][0]
        return abs(value.value - wanted) <= max(1.2 * half_unit(value.printed, value.value), abs(wanted) * 0.002)

    def _unit_of(self, one: Named) -> str:
        return one.unit or self._unit or counted_in(one.words)

    def _figure(self, one: Named, at: int, measure: str, number: Value, passage: Passage) -> Figure:
        column = self._columns[at]
        level = column.unit or self._unit_of(one) or counted_in(column.words) or ("%" if number.percent else "")
        match = self._match(one, at)
        level = level or self._unit_before(one, match)
        period, base = column.period, None
        unit = level if measure in _LEVELS or measure.endswith("_abs") else "%"
        unit = "" if measure == "rank" else unit
        if measure in ("yoy_pct", "yoy_index", "yoy_abs", "prev_pct", "prev_abs", "base_pct", "base_abs", "base_ratio"):
            base = self._base(column, period)
        indicator = self._matcher.catalogue.by_id[match.indicator] if match is not None else None
        mention = Mention(0, 0, abs(number.value), None, unit, unit_of(unit).counted if unit else False, 0, None)
        levelled = any(known.kind == "level" for known in self._columns)
        if measure not in ("plan_value", "target", "plan_pct", "rank"):
            measure, period = by_name(indicator, mention, measure, period, column.said, levelled and measure != "value")
        if measure == "yoy_pct" and not levelled:
            measure = "growth_pct"
        if not unit and match is not None:
            unit = self._catalogued(match)
        words = self._own_words(one, at) if match is None else (one.row.name,)
        return Figure(
            source_start=number.start, source_end=number.end, printed="", value=number.value, unit=unit, measure=measure,
            period=period.id, base_period=base.id if base is not None else None,
            indicator=match.indicator if match is not None else None, item=match.item if match is not None else None,
            sector=self._sector(match, passage), section=passage.section, footnote=None, passage=passage.id, bound=number.bound,
            status="T" if measure == "target" else "E" if column.estimate else "A", subject=joined_text(words),
            words=tuple(piece for cell in words for piece in cell.pieces), repair=number.repair, rule="cell of a table",
            confidence=match.confidence if match is not None else _UNNAMED,
        )  # fmt: skip

    def _base(self, column: Column, period: Period) -> Period | None:
        """What the values of a column are compared with."""
        if column.base is not None:
            return base_period(column.base, period)
        return year_before(period) if column.kind == "yoy" else None

    def _match(self, one: Named, at: int) -> Match | None:
        """The name of a row in a column; comparisons are of what the nearest levels before them are of."""
        column = self._columns[at]
        levels = (known.words for known in reversed(self._columns[:at]) if known.kind == "level")
        words = column.words if column.kind == "level" else next(levels, "")
        if words not in self._named:
            self._named.add(words)
            self._name(words, column)
        return one.by_words.get(words)

    def _name(self, words: str, column: Column) -> None:
        """Name all rows under heads of the same words; no two rows are about the same."""
        changes = any(known.kind in ("yoy", "prev", "base") for known in self._columns)
        for one in self._rows:
            unit = column.unit or self._unit_of(one)
            found = self._names.name(one, words, unit, unit == "%" and not changes)
            one.by_words[words] = found
            one.match = one.match or found
        for key, alike in self._same(words).items():
            if len(alike) > 1:
                kept = self._rightly(key, alike)
                for one in alike:
                    if one is not kept:
                        one.by_words[words] = None

    def _same(self, words: str) -> dict[tuple[str, str | None, str], list[Named]]:
        """Rows with values by what they are about, and what that is measured in."""
        alike: dict[tuple[str, str | None, str], list[Named]] = {}
        for one in self._rows:
            if (found := one.by_words.get(words)) is not None and one.row.values:
                alike.setdefault((found.indicator, found.item, unit_of(self._unit_of(one)).base), []).append(one)
        return alike

    def _rightly(self, key: tuple[str, str | None, str], alike: list[Named]) -> Named | None:
        """The one of several rows of the same name that is it: the total, or the one that says just that name."""
        totals = [one for one in alike if one.total]
        if totals:
            return totals[0] if len(totals) == 1 else None
        catalogue = self._matcher.catalogue
        known = catalogue.item(key[0], key[1]) if key[1] else catalogue.by_id[key[0]]
        names = {fold(name) for name in (known.name_vi, *known.aliases)} if known is not None else set()
        said = [one for one in alike if fold(one.words.strip(" :.")) in names]
        return said[0] if len(said) == 1 else None

    def _unit_before(self, one: Named, match: Match | None) -> str:
        """The unit told last above a row that tells none, if what the row is about is measured in it."""
        if match is None:
            return ""
        item = self._matcher.catalogue.item(match.indicator, match.item) if match.item else None
        base = unit_of((item.unit if item else "") or self._matcher.catalogue.by_id[match.indicator].unit).base
        return one.told_above if one.told_above and unit_of(one.told_above).base == base else ""

    def _own_words(self, one: Named, at: int) -> tuple[Cell, ...]:
        """What a row without a name is about: what the head says that its values are of, or the row that it is a part of."""
        heads = self._heads[at] if self._columns[at].words else ()
        above = (one.above[-1].row.name,) if one.above and not heads else ()
        return (*heads, *above, one.row.name)

    def _catalogued(self, match: Match) -> str:
        """The catalogue's noun for what is counted and says no unit."""
        item = self._matcher.catalogue.item(match.indicator, match.item) if match.item else None
        unit = (item.unit if item else "") or self._matcher.catalogue.by_id[match.indicator].unit
        known = unit_of(unit)
        return unit if known.counted and known.mult == 1 else ""

    def _sector(self, match: Match | None, passage: Passage) -> str:
        if match is not None:
            return self._matcher.catalogue.sector_of(match.indicator)
        words = self._matcher.lexicon.read(f"{passage.section_title} {self._title} {passage.text}", False)
        sectors = self._matcher.sectors
        return sectors.most_likely(sectors.votes(words), {}, self._setting.sectors, {})
