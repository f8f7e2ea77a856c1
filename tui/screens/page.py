"""What all full screens share: title, hints, answers of the store, the SQL behind a pane, copying, exporting."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual.binding import Binding

from tui.clipboard import copy
from tui.draw import clean
from tui.errors import told
from tui.screens.full import FullScreen
from tui.store.desk import Answer, Desk
from tui.widgets.grid import Grid
from tui.widgets.hints import Hints
from tui.widgets.title import Title
from tui.widgets.too_small import LEAST, TooSmall

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.geometry import Size

    from tui.model.asked import Asked
    from tui.model.table import Table


ON_ROWS = frozenset(("grid.open", "sort", "export", "copy"))
"""The keys that act on rows, wherever these are."""


class Page(FullScreen):
    """A full screen of the explorer, with a pane that shows the answer to a question."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]
    BINDINGS = [
        Binding("s", "sql", "sql", id="sql"),
        Binding("o", "sql_console", "sql console", show=False, id="sql_console"),
        Binding("e", "export", "export", id="export"),
        Binding("y", "copy_value", "copy", id="copy"),
        Binding("Y", "copy_citation", "copy citation", show=False, id="copy_citation"),
        Binding("R", "copy_row", "copy row", show=False, id="copy_row"),
        Binding("T", "copy_table", "copy table", show=False, id="copy_table"),
    ]

    def __init__(self) -> None:
        # With the classes of its size from the beginning a screen is laid out once, not twice.
        both = zip((self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS), self.app.size, strict=True)
        super().__init__(classes=" ".join(max(point for point in points if point[0] <= cells)[1] for points, cells in both))
        self._drawn_for: Size | None = None
        self.desk = Desk(self, self.book.archive, f"{type(self).__name__}-main")

    @abstractmethod
    def speak(self) -> None:
        """Show everything again, in the language in use."""

    @abstractmethod
    def begin(self) -> None:
        """Ask the store for what is shown."""

    def again(self) -> None:
        """Ask again, because the store was written; the cursor keeps its place if it can."""
        self.begin()

    def address(self) -> list[str]:
        """The address from which `arrive` restores the screen in the next run."""
        return []

    def arrive(self, address: Sequence[str]) -> bool:
        """Restore the address of the last run; False where it is no longer valid."""
        return not address

    @abstractmethod
    def asked(self) -> Asked | None:
        """The question behind the focused pane."""

    def table(self) -> Table | None:
        """The table that `export` writes."""
        return None

    def value_text(self) -> str | None:
        """The text that `copy` copies."""
        return None

    def citation_text(self) -> str | None:
        """The text that `copy citation` copies."""
        return None

    @property
    def idle(self) -> frozenset[str]:
        """Ids of the keys that are not hinted at now, because there is no row that they could act on."""
        shown = [grid for grid in self.query(Grid) if grid.columns]
        return ON_ROWS if shown and not any(grid.rows for grid in shown) else frozenset()

    @property
    def title_bar(self) -> Title:
        """The title bar."""
        return self.query_one(Title)

    def on_resize(self, event: events.Resize) -> None:
        """Show a notice where the terminal is too small for any screen."""
        small = event.size.width < LEAST[0] or event.size.height < LEAST[1]
        if small and not self.query(TooSmall):
            self.mount(TooSmall(self.words))
        self.set_class(small, "-tiny")
        if self._drawn_for not in (None, event.size):
            self.call_after_refresh(self.speak)
        self._drawn_for = event.size

    async def open_filter(self, hint: str) -> None:
        """Let words be typed that rows must hold, in a line that is there from the first time on."""
        from tui.widgets.filter import Filter

        if not self.query(Filter):
            await self.mount(Filter())
        self.query_one(Filter).open(self.words(hint), self.words("filter.keys"))

    def close_filter(self) -> None:
        """Forget the words that rows had to hold."""
        from tui.widgets.filter import Filter

        for line in self.query(Filter):
            line.close()

    def respeak(self) -> None:
        """Change the language of the whole screen."""
        for hints in self.query(Hints):
            hints.speak(self.words)
        self.speak()

    def on_answer(self, answer: Answer) -> None:
        """Take an answer of the store, unless a newer question was asked."""
        answer.stop()
        if not answer.current or not self.is_mounted:
            return
        if answer.error is not None:
            self.failed(answer.error)
        else:
            answer.deliver()

    def tell(self, name: str) -> None:
        """Say why a key did nothing."""
        self.notify(self.words(name), severity="warning", markup=False, timeout=4)

    def failed(self, error: Exception) -> None:
        """Notify the user of an error of the store, also in the empty grids."""
        words = told(error, self.words)
        for grid in self.query(Grid):
            if not grid.rows:
                grid.empty = ((clean(words), "disputed"),)
                grid.refresh()
        self.notify(words, title=self.words("say.failed"), severity="error", timeout=20, markup=False)

    def action_sql(self) -> None:
        """Show the SQL behind the pane."""
        from tui.screens.sql import SqlScreen

        if asked := self.asked():
            self.app.push_screen(SqlScreen(asked, self.words))
        else:
            self.tell("say.nothing")

    def action_sql_console(self) -> None:
        """Open the SQL behind the pane in the console."""
        if asked := self.asked():
            from queries.question import text_of

            self.book.open_console(text_of(asked.question.name), asked.parameters)
        else:
            self.tell("say.nothing")

    def action_export(self) -> None:
        """Write the table of the pane to a file."""
        from tui.screens.export import ExportScreen

        if (table := self.table()) is not None and table.rows:
            self.app.push_screen(ExportScreen(table, self.words))
        else:
            self.tell("say.nothing")

    def action_copy_value(self) -> None:
        """Copy the value under the cursor."""
        self._copy(self.value_text())

    def action_copy_citation(self) -> None:
        """Copy where the value under the cursor stands."""
        self._copy(self.citation_text())

    def action_copy_row(self) -> None:
        """Copy the row under the cursor as it is shown, with cells separated by tabs."""
        grid = self.focused if isinstance(self.focused, Grid) else next(iter(self.query(Grid).results(Grid)), None)
        self._copy(grid.row_text() if grid else None)

    def action_copy_table(self) -> None:
        """Copy the table of the pane, ready to be pasted into a spreadsheet."""
        from tui.export import tabbed

        table = self.table()
        self._copy(tabbed(table, self.words.lang) if table else None, table.name if table else "")

    def _copy(self, text: str | None, shown: str = "") -> None:
        if not text:
            self.tell("say.nothing_to_copy")
            return
        copy(self.app, text, self.words, shown)
