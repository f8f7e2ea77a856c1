"""The answer to an SQL statement as a table: a page of rows at a time, data never read as markup."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual.message import Message
from textual.widgets import DataTable

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDEST = 60
NULL = "∅"


class ResultTable(DataTable[Text]):
    """Rows of a result; asks for more when the cursor comes to the last row."""

    class MoreWanted(Message):
        """The cursor stands on the last row that is shown."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, cursor_type="cell", zebra_stripes=False)
        self.columns_named: tuple[str, ...] = ()
        self.values: list[tuple[Any, ...]] = []

    def show(self, columns: Sequence[str], types: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
        """Show a new result from its first page on."""
        self.clear(columns=True)
        self.columns_named = tuple(columns)
        self.values = []
        for place, (name, kind) in enumerate(zip(columns, types, strict=True)):
            head = Text(name, style="bold")
            head.append(f" {kind.lower()}", style="dim")
            self.add_column(head, key=str(place))
        self.extend(rows)

    def extend(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Append a page of rows."""
        self.values.extend(rows)
        with self.app.batch_update():
            self.add_rows([[cell(value) for value in row] for row in rows])

    def value_under_cursor(self) -> Any:
        """The whole value of the cell under the cursor, None where there is no row."""
        row, column = self.cursor_coordinate
        return self.values[row][column] if row < len(self.values) else None

    def on_data_table_cell_highlighted(self, event: DataTable.CellHighlighted) -> None:
        """Ask for the next page at the last row."""
        if event.coordinate.row == len(self.values) - 1:
            self.post_message(self.MoreWanted())


def cell(value: Any) -> Text:
    """A value as a cell: numbers to the right, NULL as a sign of its own, long text and line breaks shortened."""
    if value is None:
        return Text(NULL, style="dim")
    if isinstance(value, bool):
        return Text("true" if value else "false")
    if isinstance(value, (int, float, Decimal)):
        return Text(plain(value), justify="right")
    text = Text(plain(value).replace("\n", "⏎").replace("\t", " "), no_wrap=True)
    text.truncate(WIDEST, overflow="ellipsis")
    return text


def plain(value: Any) -> str:
    """A value as text that can be pasted into SQL or a sheet; numbers keep the decimal point."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return str(value)
