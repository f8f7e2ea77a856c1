"""The first screen: what its keys do with sectors, the indicator table, and the note of the figure under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.binding import Binding

from queries import panes
from tui.model import note
from tui.model.home_export import export, exported_passages
from tui.model.pane_query import PaneQuery
from tui.model.periods import chosen_periods, latest
from tui.model.sectors import ALL
from tui.model.subject import Subject
from tui.model.unknown import MOST_UNKNOWN, UNKNOWN
from tui.screens.home_panes import HomePanes
from tui.screens.page import FigurePlace

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events

    from tui.model.cells import Key
    from tui.model.table import Table
    from tui.widgets.filter import Filter
    from tui.widgets.grid import Grid


class HomeScreen(HomePanes):
    """Sector pane, indicator table, note pane, and what the keys do there."""

    BINDINGS = [
        Binding("p", "periods", "periods", id="periods"),
        Binding("slash", "filter", "filter", id="filter"),
        Binding("f", "jump", "jump", id="jump"),
        Binding("d", "sector_whole", "sector whole", id="sector_whole"),
        Binding("n", "note", "note", show=False, id="note"),
        Binding("left_square_bracket", "sector(-1)", "sector before", show=False, id="sector_before"),
        Binding("right_square_bracket", "sector(1)", "sector after", show=False, id="sector_after"),
        Binding("S", "sort", "sort", show=False, id="sort"),
        Binding("space", "fold", "fold", show=False, id="fold"),
        Binding("z", "fold_all", "fold all", show=False, id="fold_all"),
        Binding("1", "pane('sectors')", "pane sectors", show=False, id="pane_sectors"),
        Binding("2", "pane('table')", "pane table", show=False, id="pane_table"),
        Binding("3", "pane('note')", "pane note", show=False, id="pane_note"),
        Binding("escape", "back", "home back", show=False, id="home_back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._sources: dict[int, str] = {}

    # Messages

    def on_grid_moved(self, event: Grid.Moved) -> None:
        """The note follows the cursor from memory; a sector is shown when the cursor reaches it."""
        if event.grid is self.table_grid:
            self._follow()
        elif isinstance(event.key, str) and (event.key or None) != self.sector:
            self.show_sector(event.key)

    def on_grid_opened(self, event: Grid.Opened) -> None:
        """Enter: from the sectors to the table, from the table into an indicator."""
        if event.grid is self.sector_grid:
            self.action_pane("table")
        elif isinstance(event.key, tuple):
            self.drill(event.key, event.column)

    def on_grid_side(self, event: Grid.Side) -> None:
        """Right leads from the sectors to the table; left leads back, where the sectors are in sight."""
        if event.grid is self.sector_grid and event.step > 0:
            self.action_pane("table")
        elif event.grid is self.table_grid and event.step < 0 and self.table_grid.row and self.size.width >= 100:
            self.sector_grid.focus()

    def on_title_clicked(self) -> None:
        """The periods in the title open the picker."""
        self.action_periods()

    def on_filter_changed(self, event: Filter.Changed) -> None:
        """Show the rows that hold the words, with or without diacritics."""
        self.table_grid.filter(event.text)

    def on_filter_closed(self, event: Filter.Closed) -> None:
        """Back to the table: without words to where the cursor was; with words that no row holds on to the search everywhere."""
        self.table_grid.focus()
        if not event.text:
            self.table_grid.return_to_row()
        elif not self.table_grid.rows:
            self.action_back()
            self.explorer.search(event.text)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """In a narrow terminal the sectors are in sight while they have the focus, however it came and went."""
        self._keep_sectors(event.widget is self.sector_grid)

    def _keep_sectors(self, here: bool) -> None:
        self.set_class(here, "-sectors")
        self.set_class(here, "-alone")

    # Actions

    def drill(self, key: Key, column: str | None = None) -> None:
        """Open an indicator with all of its readings."""
        if key[0].startswith(UNKNOWN):
            self.warn("reading.unknown")
        else:
            row = self.data.series.get(key) if self.data else None
            sector = row.sector_id if row else self.sector
            series = [row for (indicator, _), row in self.data.series.items() if indicator == key[0]] if self.data else []
            self.explorer.open_drill(Subject(key[0], sector, key, column, series))

    def action_sector_whole(self) -> None:
        """Open the whole sector with all its periods."""
        if self.sector is not None and self.sector != UNKNOWN:
            self.explorer.open_drill(Subject(sector=self.sector))
        else:
            self.warn("say.no_sector")

    def action_periods(self) -> None:
        """Choose periods, once there are any."""
        from tui.screens.periods import PeriodScreen

        if not self.periods:
            self.warn("say.nothing")
            return
        self.app.push_screen(PeriodScreen(self.periods, [period.id for period in self.chosen], self.words), self._chose)

    def _chose(self, chosen: list[str] | None) -> None:
        if chosen is not None:
            self.chosen = chosen_periods(self.periods, chosen)
            # The newest ones are not held fast, so that a report that is added brings its period.
            kept = [] if self.chosen == latest(self.periods) else chosen
            self.explorer.state.periods, self.explorer.state.compared = kept, []  # what was chosen last is compared
            self.show_sector(self.sector or ALL)

    async def action_filter(self) -> None:
        """Open the filter."""
        self.table_grid.begin_filter()
        await self.open_filter("filter.home")

    def action_sort(self) -> None:
        """Another order of rows."""
        self.table_grid.sort()
        self._entitle()

    def action_sector(self, step: int) -> None:
        """The sector before or after."""
        self.sector_grid.action_move(step)

    def action_fold(self) -> None:
        """Fold or unfold the items of the indicator."""
        self.table_grid.fold()

    def action_fold_all(self) -> None:
        """Fold all, or unfold all."""
        self.table_grid.fold_all()

    def action_pane(self, name: str) -> None:
        """Go to a pane; in a narrow terminal the sectors are in sight while they have the focus, alone in a very narrow one."""
        self._keep_sectors(name == "sectors")
        self.query_one(f"#{name}").focus()

    def action_back(self) -> None:
        """Close the filter, leave the cells, or focus the table."""
        if self.table_grid.unfilter():
            self.close_filter()
        elif self.table_grid.has_focus and self.table_grid.column is not None:
            self.table_grid.enter(None)
        else:
            self.action_pane("table")

    def action_note(self) -> None:
        """Switch between the text as printed and as restored, if they differ."""
        passage = self.note.passage()
        if not note.was_restored(passage):
            self.warn("say.one_wording" if passage and passage.raw else "note.no_text")
            return
        self.note.toggle()
        self._follow()

    def action_jump(self) -> None:
        """Letters on sectors and rows: one key goes there and opens."""
        from tui.screens.jump import JumpScreen

        self.add_class("-sectors")
        self.remove_class("-alone")
        self.app.push_screen(JumpScreen(self.sector_grid, self.table_grid), self._jumped)

    def _jumped(self, target: Any) -> None:
        self._keep_sectors(self.focused is self.sector_grid)
        if isinstance(target, str):
            self.sector_grid.move_to(target)
            self.table_grid.focus()
        elif isinstance(target, tuple):
            self.table_grid.move_to(target)
            self.drill(target)

    # What the pane is made of

    def pane_query(self) -> PaneQuery | None:
        """The question behind the focused pane."""
        if self.sector_grid.has_focus:
            return PaneQuery(panes.SECTORS, {})
        if self.note.has_focus:
            return PaneQuery(panes.PASSAGE_FIGURES, {"passages": self.note.shown_passages()})
        if self.sector == UNKNOWN:
            return PaneQuery(panes.UNKNOWN, {"most": MOST_UNKNOWN})
        return PaneQuery(panes.CELLS, {"sector": self.sector, "periods": [period.id for period in self.chosen]})

    def table(self) -> Table | None:
        """The rows as they stand, with plain numbers."""
        return export(self.data, self.sector or "all", self._sources) if self.data else None

    def with_table(self, then: Callable[[Table | None], None]) -> None:
        """Ask where the figures of the table stand, then pass it on."""

        def sourced(sources: dict[int, str]) -> None:
            self._sources = sources
            then(self.table())

        self.ask_sources(exported_passages(self.data) if self.data else [], sourced)

    def value_text(self) -> str | None:
        """The number under the cursor with its unit."""
        row = self.table_grid.row
        return self.data.copied(row, self.table_grid.column) if self.data and row else None

    def row_name(self, grid: Grid) -> str | None:
        """The name under the cursor, an item behind its indicator."""
        row, data = self.table_grid.row, self.data
        if grid is not self.table_grid or row is None or data is None:
            return None
        return ": ".join(filter(None, (data.name((row[0], None)) if row[1] else "", data.name(row))))

    def figure_place(self) -> FigurePlace | None:
        """The figure under the cursor."""
        cell = self.note.first()
        return FigurePlace(cell.passage_id, cell.observation_id) if cell else None

    def way_to(self, page: str) -> list[str]:
        """The checks are opened at what they say of the figure under the cursor."""
        finding = self.note.finding() if page == "checks" else None
        return [str(finding.id)] if finding else []

    def copied_text(self) -> str:
        """The number with its period, where the row has it from another one than that of the column; or why there is none."""
        row = self.table_grid.row
        return self.data.copied_of(row, self.table_grid.column) if self.data and row else ""

    def citation_text(self) -> str | None:
        """Where the number under the cursor stands."""
        passage = self.note.passage()
        return note.place(passage, self.words) if passage else None
