"""The panes of the first screen, sectors, indicator table and note: what is asked for them, and how it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from tui.draw import clean, line_width
from tui.errors import error_line
from tui.model.home import SORTS
from tui.model.home_title import periods_line, sector_line
from tui.model.periods import chosen_periods
from tui.model.sectors import ALL, sector_columns, sector_rows
from tui.screens.home_queries import EVERY, first_picture, load, prefetch
from tui.screens.page import Page
from tui.store.passage_cache import PassageCache
from tui.store.query_runner import QueryRunner
from tui.widgets.frame import Frame
from tui.widgets.grid import Grid
from tui.widgets.hints import Hints
from tui.widgets.indicator_table import IndicatorTable
from tui.widgets.notes import NotePane
from tui.widgets.title import Title

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.timer import Timer

    from queries.panes import NameRow, PeriodRow, SectorRow
    from tui.model.home import HomeData, HomeTable
    from tui.screens.home_queries import FirstPicture


BOTH = 70
"""Columns of a terminal in which the table can be read beside the sectors."""
NAMED = 26
"""Cells of the title that periods leave to the program and the sector."""
WAITS = (1, 1, 2, 2, 4, 4, 8, 8, 15, 15)
"""Seconds between the attempts to open a store that is being written: for a minute, so that at rest nothing runs for ever."""


class HomePanes(Page):
    """Sector pane, indicator table, note pane.

    Attributes:
        begun: whether the store has answered; only then is there a place to be kept.
        refused: whether all that it said was an error.
    """

    BLANK = True  # the panes cover it wholly
    # The note stands at the side only where the table keeps the width that it has above the note in a large terminal.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (224, "-wide")]

    def __init__(self) -> None:
        super().__init__()
        self.passage_cache = PassageCache(self, self.explorer.store_handle, "home-notes", self._noted)
        self.names_runner = QueryRunner(self, self.explorer.store_handle, "home-names")
        self.sectors: list[SectorRow] = []
        self.periods: list[PeriodRow] = []
        self.chosen: list[PeriodRow] = []
        self.sector: str | None = None
        self.begun = self.refused = False
        self._waits = iter(WAITS)
        self._waiting: Timer | None = None

    def compose(self) -> ComposeResult:
        """Title, panes, hints."""
        yield Title()
        with Frame(id="body"):
            yield Grid(id="sectors")
            with Frame(id="main"):
                yield IndicatorTable(id="table")
                yield NotePane(id="note")
        yield Hints(self.words)

    def on_mount(self) -> None:
        """Ask once the empty panes are painted, so that a slow disk does not leave the terminal dark."""
        self.note.notes = self.passage_cache.notes
        self.table_grid.focus()
        self.redraw()
        if self.explorer.ready:
            self.call_later(self.load)  # after the message that paints the screen, which is in the queue already

    def on_resize(self, event: events.Resize) -> None:
        """Where sectors and table have no room beside each other, the sectors are shown alone."""
        super().on_resize(event)
        self.set_class(event.size.width < BOTH, "-slim")

    @property
    def sector_grid(self) -> Grid:
        """The sector pane."""
        return self.query_one("#sectors", Grid)

    @property
    def table_grid(self) -> IndicatorTable:
        """The indicator table."""
        return self.query_one(IndicatorTable)

    @property
    def data(self) -> HomeTable | None:
        """The figures of the table."""
        return self.table_grid.data

    @property
    def note(self) -> NotePane:
        """The note pane."""
        return self.query_one("#note", NotePane)

    class Drawn(Message):
        """The first picture is drawn, or could not be."""

    # Loading

    def load(self) -> None:
        """Ask for everything that the first picture needs."""
        state = self.explorer.state

        self.table_grid.empty = ((self.words("say.loading"), "dim"),)
        self.runner.ask(lambda cursor: first_picture(cursor, state), self._began)

    def reload(self) -> None:
        """Ask again, because the store was written: for the open sector and row, and for the names."""
        self.remember()
        self.passage_cache.clear()
        self.load()
        self.names_runner.ask(prefetch, self._named)

    def _began(self, found: FirstPicture) -> None:
        late = self.refused
        self.begun, self.refused = True, False
        self.sectors, self.periods, data = found
        self.chosen = chosen_periods(self.periods, self.explorer.state.periods)
        self.sector_grid.show(sector_columns(self.words), sector_rows(self.sectors, self.words))
        self.sector_grid.move_to(data.sector or ALL, tell=False)
        self._loaded(data)
        row = self.explorer.state.row
        if len(row) == 2:
            self.table_grid.move_to((row[0], row[1] or None), self.explorer.state.column or None)
        if late:
            self.explorer.store_found()
        if self.explorer.state.place:
            self._reopen()
        self.post_message(self.Drawn())

    def _reopen(self) -> None:
        """Open the screens of the last run, unless others were opened before the store could be read."""
        from tui.screens.saved_screens import restore_screens

        if self.app.screen_stack[-1] is self:
            restore_screens(self.explorer.state, self.app.push_screen)
        else:
            self.explorer.state.place = []

    def failed(self, error: Exception) -> None:
        """Show the error; keys that waited for the picture are not kept waiting."""
        if self.begun:
            super().failed(error)
        else:
            self._refuse(error)
        self.post_message(self.Drawn())

    def _refuse(self, error: Exception) -> None:
        """Say why there is no picture, once in a message; a store that is being written is tried again for a while."""
        if not self.refused:
            super().failed(error)
        self.refused, words = True, error_line(error, self.words)
        self.table_grid.empty = ((clean(words), "disputed"), (f" {self.words('say.any_key_tries')}", "dim"))
        self.table_grid.refresh()
        if getattr(error, "kind", "") == "busy_store" and (seconds := next(self._waits, None)):
            self._waiting = self.set_timer(seconds, self._try_again)

    def _try_again(self) -> None:
        state = self.explorer.state
        if self._waiting is not None:
            self._waiting.stop()
        self.runner.ask(lambda cursor: first_picture(cursor, state), self._began)

    def try_again(self) -> None:
        """Ask anew if the store could not be read, because the user does something."""
        if self.refused and not self.runner.busy:
            self._waits = iter(WAITS)
            self._try_again()

    def show_sector(self, sector: str) -> None:
        """Show another sector, or the same with other periods."""
        chosen = self.chosen
        self.runner.ask(lambda cursor: load(cursor, sector, chosen), self._loaded)

    def _loaded(self, data: HomeData) -> None:
        fresh = data.sector != self.sector
        self.sector = data.sector
        self.table_grid.take(data, self.chosen, self.words, fresh)
        if fresh:
            self.close_filter()
        self._draw(keep=not fresh)

    def _noted(self) -> None:
        self._follow()
        if not self.explorer.names and not self.names_runner.job:
            self.names_runner.ask(prefetch, self._named)

    def _named(self, names: list[NameRow]) -> None:
        self.explorer.names = names

    # Drawing

    def redraw(self) -> None:
        """Show everything again, in the language in use."""
        if self.sectors:
            self.sector_grid.show(sector_columns(self.words), sector_rows(self.sectors, self.words))
        self._draw()

    def _draw(self, keep: bool = True) -> None:
        self.table_grid.draw(self.words, keep)
        self._entitle()
        self._follow()

    def _entitle(self) -> None:
        sort = self.data.sort if self.data else SORTS[0]
        left = sector_line(self.sectors, self.sector, sort, self.words)
        room = self.size.width - min(line_width(left), NAMED) - 3
        self.title_bar.show(left, periods_line(self.sectors, self.chosen, self.size.width >= 100, room, self.words))

    def _follow(self) -> None:
        grid, data = self.table_grid, self.data
        if data is None:
            return
        if grid.row is None:
            self.note.clear()
            return
        self.note.follow(data, grid.row, grid.column, self.words)
        self.passage_cache.fetch(data.passages(grid.row, grid.column), grid.passages_near)

    def remember(self) -> None:
        """Keep sector and row for the next run; those of the last one as long as none are shown."""
        if not self.begun:
            return
        state, row = self.explorer.state, self.table_grid.row
        state.sector = self.sector or EVERY
        state.row = [row[0], row[1] or ""] if row else []
        state.column = self.table_grid.column or ""
