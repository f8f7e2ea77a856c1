"""The floor: the smallest Textual app with a table of fifty rows and no database."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import DataTable, Footer, Header


class Minimal(App[None]):
    """A table, a header, a footer."""

    BINDINGS = [("q", "quit", "Quit")]
    TITLE = "minimal"

    def compose(self) -> ComposeResult:
        """Header, table, footer."""
        yield Header()
        yield DataTable(cursor_type="row")
        yield Footer()

    def on_mount(self) -> None:
        """Fill the table."""
        table = self.query_one(DataTable)
        table.add_columns("id", "sector", "indicator", "period", "value", "unit")
        table.add_rows([(i, "industry", f"Chỉ tiêu {i:03d}", "2025-M08", f"{i * 3.7:.2f}", "nghìn tấn") for i in range(50)])
        table.focus()


if __name__ == "__main__":
    Minimal().run()
