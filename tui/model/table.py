"""The rows of a pane as plain values, for export.

Every heading is a word of the language in use, in small letters, from the texts `heading`; only periods, and signs that the
screen has over the same numbers, stand as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.words import Words


class Table(NamedTuple):
    """A table to export: a name for the file, the column headers, the rows."""

    name: str
    columns: list[str]
    rows: Sequence[Sequence[object]]


def headings(names: Iterable[str], say: Words) -> list[str]:
    """The headings of columns, in the language in use."""
    return [say(f"heading.{name}") for name in names]


def table_of_fields(name: str, fields: Sequence[str], rows: Iterable[Sequence[object]], say: Words) -> Table:
    """Rows of the store as a table; of a field that is in both languages only the text in use.

    Args:
        name: of the table.
        fields: what the rows hold; ``period_vi`` and ``period_en`` make one column, and so do ``unit`` and ``unit_en``.
        rows: the values of the fields.
        say: the language.
    """
    places: dict[str, list[int]] = {}
    for place, field in enumerate(fields):
        places.setdefault(field.removesuffix("_vi").removesuffix("_en"), []).append(place)
    order = {stem: own[::-1] if say.lang == "en" else own for stem, own in places.items()}
    chosen = [
        [next((row[one] for one in own if row[one] not in (None, "")), row[own[0]]) for own in order.values()] for row in rows
    ]
    return Table(name, headings(places, say), chosen)
