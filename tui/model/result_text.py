"""An answer in words: how many rows it has, and the whole of a value or a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.draw import Line, clean, fit
from tui.model.result import NULL
from tui.numbers import number
from tui.values import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.result import Results, ResultView
    from tui.words import Words

FRACTIONS = ("DOUBLE", "FLOAT", "DECIMAL")
"""The types of numbers that may have decimals; they are shown as SQL takes them, whatever the language."""
NAMES = 22
"""Terminal cells of the names of columns beside their values."""


def count_line(results: Results, say: Words) -> str:
    """The answer on the screen in a line: which of several it is, its rows, its filter, its time, the column under the cursor.

    With decimals in it, how numbers are written, because everywhere else that is as the language does.
    """
    if not results.shown:
        return say("console.ready")
    shown = results.shown[results.current]
    answer, view = shown.answer, shown.view
    parts = [say("console.rows" if view.complete else "console.rows_of_more", count=number(view.known, say.lang))]
    if len(results.shown) > 1:
        parts.insert(0, say("console.result", number=results.current + 1, count=len(results.shown)))
    if answer.words:
        parts.append(say("console.filtered", words=answer.words))
    parts.append(f"{answer.seconds * 1000:.0f} ms")
    if view.columns:
        parts.append(f"{clean(view.columns[view.column])} {view.kind(view.column)} ({view.column + 1}/{len(view.columns)})")
    if any(column_type.startswith(FRACTIONS) for column_type in view.types):
        parts.append(say("console.plain_numbers"))
    return " · ".join(parts)


def column_title(view: ResultView, column: int) -> str:
    """A column's name with its type."""
    return f"{clean(view.columns[column])} · {view.types[column].lower()}"


def value_lines(text: str, say: Words) -> list[Line]:
    """The whole text of a value."""
    return [((clean(part), "plain"),) for part in text.split("\n")] if text else [((say("console.null"), "dim"),)]


def row_lines(columns: Sequence[str], row: Sequence[object]) -> list[Line]:
    """The whole of a row: each column with its value, which may take several lines."""
    lines: list[Line] = []
    for name, value in zip(columns, row, strict=True):
        head = (fit(clean(name), NAMES) + "  ", "dim")
        first, *rest = plain(value).split("\n")
        lines.append((head, (clean(first) if value is not None else NULL, "plain" if value is not None else "dim")))
        lines += [((" " * (NAMES + 2) + clean(part), "plain"),) for part in rest]
    return lines
