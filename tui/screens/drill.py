"""The drilldown: one indicator, or a whole sector, in all its periods, with chart, readings and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from queries import panes
from tui.model import note
from tui.model.drill import NOTES, Drill
from tui.model.drill_readings import reading_lines
from tui.model.drill_title import measures_line, subject_line
from tui.model.figures import amount_of, citation_of
from tui.model.pane_query import PaneQuery
from tui.model.subject import NOTHING, Subject, Told
from tui.screens.listing import Listing
from tui.screens.page import FigurePlace
from tui.store.passage_cache import PassageCache
from tui.widgets.chart import Chart
from tui.widgets.frame import Frame
from tui.widgets.grid import Grid
from tui.widgets.hints import Hints
from tui.widgets.lines import Lines
from tui.widgets.title import Title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from queries.panes import ReadingRow
    from queries.store import Cursor
    from tui.draw import Line
    from tui.model.cells import Key
    from tui.model.rows import Column
    from tui.model.table import Table

MOST = 2_000
"""Readings that are asked for at the most."""
FEW = 500
"""Readings that are asked at once; of more, the newest of each figure come first, and make the first picture."""
FRAME = 0.03
"""Seconds after which the first picture stands, so that asking for the other readings does not delay it."""
PATIENCE = 0.1
"""Seconds that the first picture waits for the figures."""
CHART = 60, 84
"""Columns of the chart in a wide terminal, the least and the most."""
LEAST_FOR_CHART = 60
"""Columns below which there is no room for a chart beside the matrix."""


class DrillScreen(Listing):
    """Matrix, chart, the readings of each report, the note.

    Args:
        subject: what to show, and where the cursor is at first.
    """

    BLANK = True  # the panes cover it wholly
    filter_hint = "filter.home"
    BINDINGS = [
        Binding("m", "view(1)", "measure", id="measure"),
        Binding("M", "view(-1)", "measure back", show=False, id="measure_back"),
        Binding("b", "chart", "chart", id="chart"),
        Binding("n", "whole_note", "whole note", id="whole_note"),
        Binding("slash", "filter", "filter", id="filter"),
        Binding("1", "pane('matrix')", "pane matrix", show=False, id="pane_matrix"),
        Binding("2", "pane('readings')", "pane readings", show=False, id="pane_readings"),
        Binding("escape,backspace", "back", "back", id="back"),
    ]

    def __init__(self, subject: Subject = NOTHING) -> None:
        super().__init__()
        self.subject = subject
        self.passage_cache = PassageCache(self, self.explorer.store_handle, "drill-notes", self._noted)
        self._opening: int | None = None
        self._view = ""
        self.drill: Drill | None = None

    def compose(self) -> ComposeResult:
        """Title, matrix beside chart, readings, hints; the store is asked before, and answers while they are made."""
        if not self.runner.job:
            self.load()
        yield Title()
        with Frame(id="upper"):
            yield Grid(id="matrix")
            yield Chart(id="chart")
        yield Lines(id="readings", indent=2)
        yield Hints(self.words)

    async def on_mount(self) -> None:
        """Begin in the matrix; the first picture shows the figures, unless they take longer than people notice."""
        self.set_class(self.subject.indicator is None, "-whole")
        self.matrix.focus()
        await self.runner.settle(PATIENCE)

    def on_unmount(self) -> None:
        """Let go of the readings now: a closed screen is garbage that may lie about for long."""
        self.drill = None

    def on_resize(self, event: events.Resize) -> None:
        """Check again whether the matrix is a short one."""
        super().on_resize(event)
        if self.drill is not None:
            self._shorten(len(self.matrix.rows))

    def load(self) -> None:
        """Query all readings of the subject, the newest first."""
        (indicator, sector, _, _, known, _), asked = self.subject, self.pane_query()

        def work(cursor: Cursor) -> Drill:
            series = known or cursor.ask(panes.SERIES, sector=sector, indicator=indicator)
            if indicator and sum(row.figures for row in series) > FEW:
                return Drill(series, cursor.ask(asked.question, **{**asked.parameters, "newest": True}), self.words, whole=False)
            return Drill(series, cursor.ask(asked.question, **asked.parameters), self.words)

        self.runner.ask(work, self.take)

    def _ask_rest(self, begun: Drill) -> None:
        """Ask for the readings behind the newest ones, too, unless all are being asked for again."""
        if self.drill is begun and not self.runner.busy:
            series, words, asked = begun.series, self.words, self.pane_query()
            self.runner.ask(lambda cursor: Drill(series, cursor.ask(asked.question, **asked.parameters), words), self._completed)

    def reload(self) -> None:
        """Ask again, and return to the cell under the cursor."""
        self._stay()
        self.subject = self.subject._replace(series=())
        self.passage_cache.clear()
        self.load()

    def _stay(self) -> None:
        """Let what is asked be shown with the cursor where it is."""
        if isinstance(self.matrix.key, tuple):
            self.subject = self.subject._replace(row=self.matrix.key, column=self.matrix.column)

    @property
    def matrix(self) -> Grid:
        """The breakdown matrix."""
        return self.query_one("#matrix", Grid)

    def take(self, drill: Drill) -> None:
        """Show what was asked for; where these are the newest readings only, ask for the others."""
        self.drill = drill
        drill.words = self.words  # the language may have been changed since it was asked for
        views = drill.views()
        keys, wanted = drill.keys(), self.subject
        if wanted.told is not None:
            view = drill.choose(wanted.told)
            self._view = self._view or view
        drill.view = self._view if self._view in views else views[0] if views else drill.view
        self._draw_rows()
        key = wanted.row if wanted.row in keys else keys[0] if keys else None
        if key is not None:
            column = wanted.column if wanted.column in {p.id for p in drill.shown_periods()} else drill.newest(key)
            self.matrix.move_to(key, column, tell=False)
        self._entitle()
        self._follow()
        if not drill.whole:
            self.set_timer(FRAME, lambda: self._ask_rest(drill))

    def _completed(self, drill: Drill) -> None:
        self._stay()
        self.take(drill)

    def _noted(self) -> None:
        opening, self._opening = self._opening, None
        self._follow()
        reading = self._reading()
        if reading is not None and reading.passage_id == opening:
            self.action_whole_note()

    def redraw(self) -> None:
        """Show everything again, in the language in use."""
        if self.drill is not None:
            self.drill.words = self.words
            self._draw()

    def _draw(self) -> None:
        self._draw_rows()
        self._entitle()
        self._follow()

    def _draw_rows(self) -> None:
        if self.drill is None:
            return
        self.drill.wanted = self.wanted
        self.matrix.empty = ((self.words("say.no_match"), "dim"),) if self.wanted else ()
        rows = self.drill.rows()
        columns = self.drill.columns()
        self._shorten(len(rows))
        self._give_way(columns)
        self.matrix.show(columns, rows)

    def _give_way(self, columns: Sequence[Column]) -> None:
        """Let the chart give way to the names and periods of one indicator where both have room, as far as it stays readable."""
        chart = self.query_one(Chart)
        if self.subject.indicator is None or not self.has_class("-wide"):
            chart.styles.clear_rule("width")
            return
        wanted = sum(max(column.most, column.cells) + column.gap for column in columns)
        chart.styles.width = max(CHART[0], min(CHART[1], self.size.width - wanted - 2))

    def _shorten(self, rows: int) -> None:
        """Give the readings the room that a short matrix without a chart beside it does not need."""
        upper = self.query_one("#upper")
        if self.query_one(Chart).display:
            upper.styles.clear_rule("height")
            self.remove_class("-short")
        elif not self.wanted and rows + 1 < upper.size.height:
            upper.styles.height = rows + 1
            self.add_class("-short")

    def _entitle(self) -> None:
        drill = self.drill
        if drill is None or not drill.series:
            return
        lone = self.subject.indicator is not None
        left = subject_line(drill, self.explorer.sector_name(drill.series[0].sector_id), lone)
        self.title_bar.show(left, measures_line(drill, lone and self.size.width >= 100, MOST))

    # Following the cursor

    def _cell(self) -> tuple[Key, str] | None:
        key = self.matrix.key
        if self.drill is None or not isinstance(key, tuple):
            return None
        period = self.matrix.column or self.drill.newest(key)
        return (key, period) if period else None

    def _reading(self) -> ReadingRow | None:
        cell = self._cell()
        return self.drill.reading(*cell) if cell and self.drill else None

    def _follow(self) -> None:
        drill, cell = self.drill, self._cell()
        if drill is None:
            return
        key = self.matrix.key
        if isinstance(key, tuple):
            unit = drill.charted(key)
            head: Line = ((drill.name(key), "bright"), (f", {unit}" if unit else "", "dim"))
            self.query_one(Chart).draw(head, drill.points(key), self.words, alike=not drill.sums(key), ranks=drill.ranks(key))
        pane = self.query_one("#readings", Lines)
        if key is None and self.wanted:
            self.query_one(Chart).draw((), (), self.words)
            pane.show([((self.words("say.no_match"), "dim"),)])
        elif cell is None:
            pane.show([((self.words("note.not_said"), "dim"),)])
        else:
            pane.show(reading_lines(drill, *cell, self.passage_cache.notes, self.size.width - 4))
            self.passage_cache.fetch(drill.passages(*cell), self._near)

    def _near(self) -> list[int]:
        """The passages of the cells next to the cursor, in its row and in its column."""
        drill, cell = self.drill, self._cell()
        if drill is None or cell is None:
            return []
        keys = [key for key in self.matrix.visible_keys() if isinstance(key, tuple)]
        cells = [(cell[0], period.id) for period in drill.shown_periods()[-NOTES:]] + [(key, cell[1]) for key in keys]
        return [reading.passage_id for near in cells if (reading := drill.shown(*near))]

    # Messages and actions

    def on_title_clicked(self, event: Title.Clicked) -> None:
        """A measure in the title was clicked."""
        if self.drill and self.drill.view in (views := self.drill.views()) and event.place < len(views):
            self.action_view(event.place - views.index(self.drill.view))

    def on_grid_moved(self, _event: Grid.Moved) -> None:
        """Update chart, readings and note, from memory."""
        self._follow()

    def on_grid_side(self, event: Grid.Side) -> None:
        """Move between the name of the row and its cells."""
        if event.step > 0 and event.column is None:
            self.matrix.enter_first()
        elif event.step < 0 and event.column is not None:
            self.matrix.enter(None)

    def on_grid_opened(self, _event: Grid.Opened) -> None:
        """Enter: the whole note of the cell."""
        self.action_whole_note()

    def action_view(self, step: int) -> None:
        """Switch to another measure."""
        if self.drill is None or not self.drill.views():
            return
        views = self.drill.views()
        if len(views) == 1:
            self.warn("drill.one_view")
        place = views.index(self.drill.view) if self.drill.view in views else 0
        self._view = self.drill.view = views[(place + step) % len(views)]
        self._draw()

    def action_chart(self) -> None:
        """Line, bars, and in a narrow terminal the chart in place of the readings."""
        chart = self.query_one(Chart)
        if self.size.width < LEAST_FOR_CHART:
            self.warn("chart.no_room")
            return
        hidden = self.has_class("-narrow") or (self.has_class("-whole") and not self.has_class("-wide"))
        if hidden and not self.has_class("-chart"):
            self.add_class("-chart")
        elif not chart.bars:
            chart.bars = True
        else:
            chart.bars = False
            self.remove_class("-chart")
        self._follow()

    def action_whole_note(self) -> None:
        """The whole note of the reading under the cursor, in a window of its own."""
        reading, notes = self._reading(), self.passage_cache.notes
        if reading is None:
            return
        passage = notes.passages.get(reading.passage_id)
        if passage is None:
            self._opening = reading.passage_id
            self.passage_cache.fetch([reading.passage_id], at_once=True)
            return
        self.open_note(passage, notes, reading.observation_id)

    def location(self) -> list[str]:
        """What is shown, in which measure, the cell under the cursor, empty where there is none, and the figure chosen for it."""
        key = self.matrix.key if isinstance(self.matrix.key, tuple) else ("", None)
        view, column, told = self.drill.view if self.drill else "", self.matrix.column or "", self.subject.told
        chosen = [told.measure, told.report, str(told.start)] if told and (told.row, told.period) == (key, column) else []
        return [self.subject.indicator or "", self.subject.sector or "", view, key[0], key[1] or "", column, *chosen]

    def restore(self, location: Sequence[str]) -> bool:
        """Restore the subject and the cursor of the last run."""
        match location:
            case [indicator, sector, view, row, item, column]:
                told = None
            case [indicator, sector, view, row, item, column, measure, report, start] if start.isdigit():
                told = Told((row, item or None), column, measure, report, int(start))
            case _:
                return False
        self._view = view
        key = (row, item or None) if row else None
        self.subject = Subject(indicator or None, sector or None, key, column or None, told=told)
        return True

    def action_pane(self, name: str) -> None:
        """Focus a pane."""
        self.query_one(f"#{name}").focus()

    def action_back(self) -> None:
        """Close the filter, or the screen."""
        if not self.wanted:
            self.runner.stop()
            self.passage_cache.stop()
        super().action_back()

    # What the pane is made of

    def pane_query(self) -> PaneQuery:
        """The question behind the matrix and the readings."""
        indicator, sector, *_ = self.subject
        if indicator:
            return PaneQuery(panes.READINGS, {"indicator": indicator, "most": MOST, "newest": False})
        return PaneQuery(panes.SECTOR_READINGS, {"sector": sector, "most": MOST})

    def table(self) -> Table | None:
        """The matrix with plain numbers."""
        return self.drill.export(self.subject.indicator or self.subject.sector or "xulang") if self.drill else None

    def value_text(self) -> str | None:
        """The number under the cursor with its unit."""
        reading = self._reading()
        return amount_of(reading, self.words) if reading else None

    def row_name(self, _grid: Grid) -> str | None:
        """The name under the cursor, an item behind its indicator."""
        drill, key = self.drill, self.matrix.key
        if drill is None or not isinstance(key, tuple):
            return None
        return ": ".join(filter(None, (drill.name((key[0], None)) if key[1] else "", drill.name(key))))

    def figure_place(self) -> FigurePlace | None:
        """The reading under the cursor."""
        reading = self._reading()
        return FigurePlace(reading.passage_id, reading.observation_id) if reading else None

    def way_to(self, page: str) -> list[str]:
        """The checks are opened at what they say of the readings under the cursor."""
        cell, known = self._cell(), self.passage_cache.notes.findings
        if page != "checks" or cell is None or self.drill is None:
            return []
        finding = note.gravest(finding for own in self.drill.at(*cell) for finding in known.get(own.observation_id, ()))
        return [str(finding.id)] if finding else []

    def citation_text(self) -> str | None:
        """Where the number under the cursor stands."""
        reading = self._reading()
        return citation_of(reading, self.words) if reading else None
