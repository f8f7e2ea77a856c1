"""Two periods side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from queries import panes
from tui.draw import clean
from tui.model.compare import ORDERS, Comparison, default_pair
from tui.model.home import HomeData
from tui.model.periods import chosen_periods
from tui.screens.page import Asked, Page
from tui.widgets.grid import Grid
from tui.widgets.hints import Hints
from tui.widgets.title import Title

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from queries.panes import PeriodRow
    from queries.store import Cursor
    from tui.model.table import Table


class CompareScreen(Page):
    """What both periods speak of, sorted by what changed most."""

    BINDINGS = [
        Binding("p", "periods", "periods", id="periods"),
        Binding("S", "sort", "sort", id="sort"),
        Binding("w", "width", "sector or all", id="width"),
        Binding("escape,backspace", "dismiss", "back", id="back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.periods: list[PeriodRow] = []
        self.sector: str | None = self.book.home_sector()
        self.comparison: Comparison | None = None

    def compose(self) -> ComposeResult:
        """Title, table, hints."""
        yield Title()
        yield Grid(id="rows")
        yield Hints(self.words)

    def on_mount(self) -> None:
        """Ask for the two periods."""
        self.query_one(Grid).focus()
        self.begin()

    def begin(self) -> None:
        """Ask for the two periods that are chosen."""
        state, sector, words = self.book.state, self.sector, self.words

        def work(cursor: Cursor) -> tuple[list[PeriodRow], Comparison | None]:
            periods = cursor.ask(panes.PERIODS)
            ids = default_pair(periods, state.compared or state.periods)
            pair = chosen_periods(periods, ids)[-2:]
            if len(pair) < 2:
                return periods, None
            series = cursor.ask(panes.SERIES, sector=sector)
            cells = cursor.ask(panes.CELLS, sector=sector, periods=[period.id for period in pair])
            return periods, Comparison(HomeData(sector, series, cells), pair[0], pair[1], words)

        self.desk.ask(work, self._loaded)

    def _loaded(self, found: tuple[list[PeriodRow], Comparison | None]) -> None:
        order = self.comparison.order if self.comparison else ORDERS[0]
        self.periods, self.comparison = found
        if self.comparison:
            self.comparison.order = order
        self.speak()

    def speak(self) -> None:
        """Everything anew in the language in use."""
        say, comparison, grid = self.words, self.comparison, self.query_one(Grid)
        grid.empty = ((say("compare.nothing"), "dim"),)
        if comparison is None:
            grid.show([], [])
            return
        comparison.words = say
        grid.show(comparison.columns(), comparison.rows())
        labels = " ⇄ ".join(say.pick(period.label_vi, period.label_en) for period in (comparison.first, comparison.second))
        where = self.book.sector_name(self.sector) if self.sector else say("sectors.all")
        warning = () if comparison.comparable else ((f"   ⚠ {say('compare.unlike')}", "disputed"),)
        self.title_bar.show(
            (("‹ ", "dim"), (say("compare.head"), "bright"), (f"  {clean(labels)}", "accent"), *warning),
            ((f"{where} · {say('compare.count', count=len(comparison.pairs))} · {say('sort.' + comparison.order)}", "dim"),),
        )

    def on_grid_opened(self, event: Grid.Opened) -> None:
        """Open the indicator."""
        from tui.screens.drill import DrillScreen

        if isinstance(event.key, tuple) and self.comparison:
            sector, column = self.comparison.series[event.key].sector_id, self.comparison.second.id
            self.app.push_screen(DrillScreen(indicator=event.key[0], sector=sector, row=event.key, column=column))

    def action_periods(self) -> None:
        """Choose two periods."""
        from tui.screens.periods import PeriodScreen

        if self.comparison:
            chosen = [self.comparison.first.id, self.comparison.second.id]
            self.app.push_screen(PeriodScreen(self.periods, chosen, self.words), self._chose)

    def _chose(self, chosen: list[str] | None) -> None:
        if chosen is None:
            return
        if len(chosen) < 2:
            self.notify(self.words("compare.two"), severity="warning", markup=False)
            return
        self.book.state.compared = [chosen[0], chosen[-1]]
        self.begin()

    def action_sort(self) -> None:
        """By what changed most, or as the catalogue has it."""
        if self.comparison:
            self.comparison.order = ORDERS[(ORDERS.index(self.comparison.order) + 1) % len(ORDERS)]
            self.speak()

    def action_width(self) -> None:
        """This sector, or all."""
        self.sector = None if self.sector else self.book.home_sector()
        self.begin()

    def asked(self) -> Asked | None:
        """The question behind the table."""
        if self.comparison is None:
            return None
        return Asked(panes.CELLS, {"sector": self.sector, "periods": [self.comparison.first.id, self.comparison.second.id]})

    def table(self) -> Table | None:
        """The rows with plain numbers."""
        return self.comparison.export() if self.comparison else None
