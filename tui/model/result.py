"""What the result grid shows of one answer: its columns, the pages of rows in memory, the place of the cursor."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from queries.answer import PAGE
from queries.column_types import is_numeric
from tui.draw import clean, width
from tui.values import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.answer import Answer


PAGES_HELD = 24
"""Pages of rows in memory: enough to go back and forth without reading them again."""
WIDEST, NARROWEST = 60, 14
"""Terminal cells of a column at first: at most, and how many it keeps so that others find room."""
USUAL = 28
"""Terminal cells of a column at most where not all columns find room."""
NULL = "∅"


@dataclass
class ResultView:
    """One answer as the grid shows it; kept while another one is shown.

    Attributes:
        columns: names of the columns.
        types: their DuckDB types.
        known: rows known so far.
        complete: whether that is all of them.
        row: the row under the cursor, counted from 0.
        column: the column under the cursor.
        left: the first column on the screen.
        top: the first row on the screen.
        frozen: how many columns stay at the left edge.
        needs: terminal cells that each column would like to have; more when rows come that need more.
        widths: terminal cells that it has; while one scrolls they change only because a column needs more.
        numerals: terminal cells that the longest number of a column takes, by column: it is not narrowed to fewer.
        chosen: widths that the reader has given, by column.
        fitted: the room that the widths were made for; 0 where they are to be made anew.
        sorted: sign of the sorting (▲ or ▼) by column.
        tails: terminal cells of the longest fraction of each column, its point included.
    """

    columns: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    known: int = 0
    complete: bool = True
    row: int = 0
    column: int = 0
    left: int = 0
    top: int = 0
    frozen: int = 0
    needs: list[int] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)
    numerals: dict[int, int] = field(default_factory=dict)
    chosen: dict[int, int] = field(default_factory=dict)
    fitted: int = 0
    sorted: dict[int, str] = field(default_factory=dict)
    tails: list[int] = field(default_factory=list)
    _pages: OrderedDict[int, list[tuple[object, ...]]] = field(default_factory=OrderedDict)

    @classmethod
    def of(cls, answer: Answer, rows: list[tuple[object, ...]]) -> ResultView:
        """A view of an answer that begins with ``rows``."""
        view = cls(answer.columns, answer.types, answer.known, answer.complete)
        view.tails = [0] * len(view.columns)
        view.needs = [
            max(1, min(24, width(clean(name)) + 2), min(12, width(view.kind(place)))) for place, name in enumerate(view.columns)
        ]
        view.put(0, rows)
        view.widths = list(view.needs)
        return view

    def stand_as(self, other: ResultView) -> None:
        """Take over the cursor of another answer to the same question, as far as there are rows."""
        if self.columns == other.columns:
            self.row, self.column = min(other.row, max(0, self.known - 1)), other.column
            self.left, self.top, self.frozen = other.left, min(other.top, self.row), other.frozen
            self.chosen = dict(other.chosen)

    def put(self, number: int, rows: list[tuple[object, ...]]) -> None:
        """Keep a page of rows, for which columns may need more cells; the oldest one is dropped where there are too many."""
        self._measure(rows)
        self._pages[number] = rows
        self._pages.move_to_end(number)
        while len(self._pages) > PAGES_HELD:
            self._pages.popitem(last=False)

    def forget(self) -> None:
        """Drop all pages, because the rows are sorted or filtered differently now."""
        self._pages.clear()

    def has(self, number: int) -> bool:
        """Whether a page is in memory."""
        return number in self._pages

    def at(self, row: int) -> tuple[object, ...] | None:
        """A row; None where its page is not in memory."""
        page = self._pages.get(row // PAGE)
        return page[row % PAGE] if page is not None and row % PAGE < len(page) else None

    @property
    def value(self) -> object:
        """The value under the cursor."""
        row = self.at(self.row)
        return row[self.column] if row is not None and self.column < len(row) else None

    def numeric(self, column: int) -> bool:
        """Whether a column holds numbers, which stand against the right edge."""
        return is_numeric(self.types[column])

    def kind(self, column: int) -> str:
        """The abbreviated type of a column."""
        return short_type(self.types[column])

    def _measure(self, rows: Sequence[tuple[object, ...]]) -> None:
        """Let the columns need as many cells as their values in these rows do."""
        before = list(self.needs)
        for place in range(len(self.columns)):
            numeric = self.numeric(place)
            if not numeric and self.needs[place] >= WIDEST:
                continue
            if numeric:
                longer = max(0, _tail(place, rows) - self.tails[place])
                self.tails[place] += longer
                self.numerals[place] = self.numerals.get(place, 0) + longer
            cells = max((width(self.text(place, row[place])) for row in rows), default=1)
            if numeric:
                cells = self.numerals[place] = max(cells, self.numerals[place])
            self.needs[place] = max(self.needs[place], min(WIDEST, cells))
        if self.needs != before:
            self.fitted = 0

    def fit(self, room: int, gap: int) -> None:
        """Narrow the widest columns so that all fit into ``room`` terminal cells; if they do not, so that a number is seen.

        No column becomes narrower than its numbers are, and those keep their width that the reader has given one.
        """
        first = next((place for place in range(len(self.needs)) if self.numeric(place)), -1)
        all_fit = (
            widths for cap in range(WIDEST, NARROWEST - 1, -1) if sum(widths := self._capped(cap)) + gap * len(widths) <= room
        )
        number_fits = (
            widths
            for cap in range(USUAL, NARROWEST - 1, -1)
            if sum((widths := self._capped(cap, USUAL))[: first + 1]) + gap * first <= room
        )
        self.widths = next(chain(all_fit, number_fits), self._capped(USUAL))
        for place, cells in self.chosen.items():
            self.widths[place] = cells
        self.fitted = room

    def _capped(self, words: int, numbers: int = 0) -> list[int]:
        """What the columns need, as far as that is no more than columns of words, or of numbers, may have."""
        return [
            min(need, max(numbers if numbers and self.numeric(place) else words, self.numerals.get(place, 0)))
            for place, need in enumerate(self.needs)
        ]

    def text(self, column: int, value: object) -> str:
        """A value as the grid shows it: on one line; numbers are padded so that decimal points line up."""
        if value is None:
            return NULL
        if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
            text = _numeral(value)
            point = text.rfind(".")
            return text + " " * (self.tails[column] - (len(text) - point if point >= 0 else 0))
        return clean(plain(value).replace("\n", "⏎"))


@dataclass
class Shown:
    """An answer and how it is shown."""

    answer: Answer
    view: ResultView


class Busy(NamedTuple):
    """An answer that something is done with just now; ``quiet`` where nothing is said of it."""

    answer: Answer
    quiet: bool


@dataclass
class Results:
    """What one run gave.

    Attributes:
        shown: its answers in order.
        current: the one on the screen.
        note: what is said instead of a count: that it runs, was stopped, or what is wrong.
        failed: whether the note is a complaint.
        busy: what is done with its answers just now.
    """

    shown: list[Shown] = field(default_factory=list)
    current: int = 0
    note: str = ""
    failed: bool = False
    busy: list[Busy] = field(default_factory=list)


def short_type(name: str) -> str:
    """An abbreviated DuckDB type: ``DECIMAL(18,3)`` stays, a long STRUCT or ENUM is reduced to its kind."""
    head = name.partition("(")[0]
    return (head if len(name) > 14 else name).lower()


def _numeral(value: object) -> str:
    """A number as the grid shows it, without the rounding noise of binary fractions."""
    return f"{value:.15g}" if isinstance(value, float) else plain(value)


def _tail(column: int, rows: Sequence[tuple[object, ...]]) -> int:
    """The longest fraction of a column in cells, its point included; very long ones are ignored."""
    texts = [_numeral(row[column]) for row in rows if row[column] is not None]
    return max((len(text) - text.rfind(".") for text in texts if "." in text and len(text) - text.rfind(".") <= 7), default=0)
