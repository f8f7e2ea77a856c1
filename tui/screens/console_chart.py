"""A chart of the rows of an answer: over time if a column holds it, otherwise as horizontal bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import ContentSwitcher, Static

from tui.draw import clean
from tui.model.bars import bars
from tui.numbers import number
from tui.screens.window import Window
from tui.widgets.chart import Chart
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from tui.draw import Line, Piece
    from tui.model.result_chart import Drawing
    from tui.words import Words


class ChartScreen(Window[None]):
    """Charts one column of numbers at a time.

    Args:
        drawing: what can be drawn.
        more: whether there are more rows than these.
        words: the language in use.
    """

    BINDINGS = [
        Binding("escape,q,enter", "dismiss", "back", id="chart_back"),
        Binding("b", "kind", "chart kind", id="chart_kind"),
        Binding("right,l", "column(1)", "column after", id="chart_column_after"),
        Binding("left,h", "column(-1)", "column before", id="chart_column_before"),
    ]

    def __init__(self, drawing: Drawing, more: bool, words: Words) -> None:
        super().__init__()
        self._drawing, self._more, self._words = drawing, more, words
        self._column = drawing.first

    def compose(self) -> ComposeResult:
        """Columns, what is drawn, keys."""
        timed = bool(self._drawing.times)
        with Vertical(id="chart-window", classes="dialog"):
            yield Lines(id="chart-head")
            with ContentSwitcher(initial="chart-time" if timed else "chart-bars"):
                yield Chart(id="chart-time")
                yield Lines(id="chart-bars")
            yield Static(" · ".join(self._keys()), classes="dialog-foot", markup=False)

    def _keys(self) -> list[str]:
        """The keys that have an effect here."""
        keys = ["chart_columns"] if len(self._drawing.numbers) > 1 else []
        keys.append("chart_kinds" if self._drawing.times else "chart_scroll")
        return [self._words(f"console.{key}") for key in [*keys, "chart_close"]]

    def on_mount(self) -> None:
        """Draw the first column."""
        self.query_one("#chart-head", Lines).can_focus = False
        self.call_after_refresh(self._draw)

    def on_resize(self, _event: events.Resize) -> None:
        """Draw to the new size."""
        self.call_after_refresh(self._draw)

    def action_column(self, step: int) -> None:
        """Chart another column."""
        numbers = self._drawing.numbers
        self._column = numbers[(numbers.index(self._column) + step) % len(numbers)]
        self._draw()

    def action_kind(self) -> None:
        """Switch between line and bars."""
        chart = self.query_one(Chart)
        chart.bars = not chart.bars
        self._draw()

    def _draw(self) -> None:
        if not self.is_attached:
            return
        drawing, say = self._drawing, self._words
        points, rows = drawing.points(self._column), drawing.bars(self._column)
        self.query_one("#chart-head", Lines).show([self._columns(), self._note(len(points) if drawing.times else len(rows))])
        if drawing.times:
            self.query_one(Chart).draw((), points, say)
        else:
            pane = self.query_one("#chart-bars", Lines)
            pane.show(bars(rows, say, pane.scrollable_content_region.width))
            pane.focus()

    def _columns(self) -> Line:
        pieces: list[Piece] = []
        for place in self._drawing.numbers:
            pieces.append((f" {clean(self._drawing.columns[place])} ", "label" if place == self._column else "dim"))
            pieces.append((" ", "plain"))
        return tuple(pieces)

    def _note(self, drawn: int) -> Line:
        """How many rows are drawn, how many are not, and in what unit."""
        drawing, say = self._drawing, self._words
        parts = [say("console.chart_rows_of_more" if self._more else "console.rows", count=number(drawn, say.lang))]
        if left := len(drawing.rows) - drawn:
            parts.append(say("console.chart_left_out", count=number(left, say.lang)))
        units = drawing.units_of(self._column)
        if len(units) == 1:
            parts.insert(0, clean(units[0]))
        note: Line = ((" " + " · ".join(parts), "dim"),)
        mixed = say("console.chart_units", units=", ".join(clean(unit) for unit in units[:6]))
        return (*note, (" · ", "dim"), (mixed, "disputed")) if len(units) > 1 else note
