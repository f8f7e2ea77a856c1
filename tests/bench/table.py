"""A floor: a stock table that takes 2,500 rows of a DuckDB file at once."""

from __future__ import annotations

import sys

import duckdb
from textual.app import App, ComposeResult
from textual.widgets import DataTable, Footer, Header

ROWS = "select report_id, indicator_id, item_id, period_id, measure, value, unit, subject, printed from observation limit 2500"


class StockTable(App[None]):
    """A table, a header, a footer.

    Args:
        path: the DuckDB file.
    """

    BINDINGS = [("q", "quit", "Quit")]
    TITLE = "table"

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = path

    def compose(self) -> ComposeResult:
        """Header, table, footer."""
        yield Header()
        yield DataTable(cursor_type="row")
        yield Footer()

    def on_mount(self) -> None:
        """Fill the table."""
        table = self.query_one(DataTable)
        cursor = duckdb.connect(self._path, read_only=True).execute(ROWS)
        table.add_columns(*[str(column[0]) for column in cursor.description or ()])
        table.add_rows(cursor.fetchall())
        table.focus()


if __name__ == "__main__":
    StockTable(sys.argv[1]).run()
