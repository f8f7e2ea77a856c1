"""What the console can complete: tables, columns, functions, keywords, and the values used in conditions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from queries.fold import fold
from queries.keywords import FIRST_FUNCTIONS, OFFERED
from queries.question import Question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.schema import ColumnRow
    from queries.store import Cursor


class ValueRow(NamedTuple):
    """A value of a column named ``field``, what it means, and the folded words that find it; low ranks come first."""

    field: str
    value: str
    meaning_vi: str
    meaning_en: str
    folded: str
    rank: int


class FunctionRow(NamedTuple):
    """A function of DuckDB."""

    name: str
    kind: str
    parameters: str | None
    description: str | None


VALUES = Question("lexicon/values", ValueRow)
FUNCTIONS = Question("lexicon/functions", FunctionRow)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be completed.

    Attributes:
        kind: table, column, function, keyword or value.
        text: what is inserted (a value without its quotes).
        owner: the table of a column, the field of a value; empty otherwise.
        detail_vi: type or meaning in Vietnamese.
        detail_en: the same in English.
        keys: folded words that find it.
        rank: place among its kind.
    """

    kind: str
    text: str
    owner: str
    detail_vi: str
    detail_en: str
    keys: str
    rank: int


@dataclass(frozen=True)
class Lexicon:
    """All entries, by kind."""

    tables: tuple[Entry, ...] = ()
    columns: tuple[Entry, ...] = ()
    functions: tuple[Entry, ...] = ()
    keywords: tuple[Entry, ...] = ()
    values: tuple[Entry, ...] = ()

    def columns_of(self, table: str) -> tuple[Entry, ...]:
        """The columns of one table or view."""
        return tuple(entry for entry in self.columns if entry.owner == table)


def load(cursor: Cursor, columns: Sequence[ColumnRow]) -> Lexicon:
    """The entries for the given columns, with the functions and values of the store; some ten milliseconds."""
    return lexicon(columns, cursor.ask(FUNCTIONS), cursor.ask(VALUES))


def lexicon(columns: Sequence[ColumnRow], functions: Sequence[FunctionRow], values: Sequence[ValueRow]) -> Lexicon:
    """The entries of rows read from a store."""
    tables = dict.fromkeys((row.table_name, row.table_comment) for row in columns)
    order = {name: place for place, name in enumerate(FIRST_FUNCTIONS)}
    return Lexicon(
        tuple(Entry("table", name, "", *split_comment(text), fold(name), place) for place, (name, text) in enumerate(tables)),
        tuple(
            Entry("column", row.column_name, row.table_name, *_column(row), fold(row.column_name), place)
            for place, row in enumerate(columns)
        ),
        tuple(
            Entry("function", row.name, "", detail, detail, row.name, order.get(row.name, 100))
            for row in functions
            for detail in [f"({row.parameters or ''})  {row.description or ''}".rstrip()]
        ),
        tuple(Entry("keyword", word, "", "", "", word, place) for place, word in enumerate(OFFERED)),
        tuple(
            Entry("value", row.value, row.field, row.meaning_vi, row.meaning_en, f"{row.folded} {fold(row.value)}", place)
            for place, row in enumerate(values)
        ),
    )


def split_comment(comment: str | None) -> tuple[str, str]:
    """The two halves of a ``Vietnamese | English`` comment."""
    vietnamese, bar, english = (comment or "").rpartition(" | ")
    return (vietnamese, english) if bar else (english, english)


def _column(row: ColumnRow) -> tuple[str, str]:
    kind = row.data_type.lower()
    vietnamese, english = split_comment(row.column_comment)
    return f"{kind}  {vietnamese}".rstrip(), f"{kind}  {english}".rstrip()
