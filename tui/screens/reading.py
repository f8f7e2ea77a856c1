"""A report to be read: its text with every figure underlined at its place, each a way into the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Vertical

from queries import reading as questions
from tui.draw import Line, clean, fit_line
from tui.model.figures import amount_in_full, citation, measure_name, section_in_words
from tui.model.names import figure_name
from tui.model.note import by_passage
from tui.model.pane_query import PaneQuery
from tui.model.reading import Passage, Reading
from tui.model.subject import at_figure
from tui.model.table import Table, table_of_fields
from tui.numbers import number
from tui.screens.page import Page
from tui.widgets.filter import Filter
from tui.widgets.hints import Hints
from tui.widgets.lines import Lines
from tui.widgets.reading_pane import ReadingPane
from tui.widgets.title import Title

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from queries.panes import FigureRow, ReportRow
    from queries.store import Cursor


class ReadingScreen(Page):
    """A report as text; without its text, its sections with their figures as a table of contents.

    Args:
        report: the report.
        figure: where the figure that the cursor rests on at first begins in the source.
    """

    CSS_PATH = "reading.tcss"
    BINDINGS = [
        Binding("m", "switch_text", "as printed", id="reading.wording"),
        Binding("slash", "filter", "find", id="reading.find"),
        Binding("a", "add", "add", show=False, id="reports.add"),
        Binding("escape,backspace", "back", "back", id="back"),
    ]

    def __init__(self, report: ReportRow, figure: int | None = None) -> None:
        super().__init__()
        self.report = report
        self.as_printed = False
        self._figure = figure
        self._passages: list[Passage] = []
        self._loaded = False
        self._searched = ""

    def compose(self) -> ComposeResult:
        """Title, text, what the figure says, hints."""
        yield Title()
        with Vertical(id="reading"):
            yield ReadingPane(id="text")
            yield Lines(id="told")
        yield Filter()
        yield Hints(self.words)

    @property
    def pane(self) -> ReadingPane:
        """The text."""
        return self.query_one(ReadingPane)

    def on_mount(self) -> None:
        """Focus the text and ask for the report."""
        self.pane.focus()
        self._entitle()
        self.load()

    def load(self) -> None:
        """Ask for the whole report at once, and find its figures in the text, in a thread."""
        report = self.report.id

        def work(cursor: Cursor) -> list[Passage]:
            figures = by_passage(cursor.ask(questions.FIGURES, report=report))
            return [Passage.of(row, figures.get(row.id, [])) for row in cursor.ask(questions.READING, report=report)]

        self.runner.ask(work, self._arrived)

    def _arrived(self, passages: list[Passage]) -> None:
        self._passages, self._loaded = passages, True
        self.refresh_bindings()
        self.call_after_refresh(self.redraw)

    def redraw(self) -> None:
        """Show everything again, in the language in use; the cursor stays."""
        reading = Reading(self._passages, self.as_printed, self.words)
        self.pane.show(reading, reading.stop_of(self.figure))
        if self._searched:
            self.pane.search(self._searched)
        self._follow()

    def _entitle(self) -> None:
        say, report, pane = self.words, self.report, self.pane
        left: Line = (
            ("‹ ", "dim"), (say("reports.head"), "dim"), (" / ", "dim"),
            (clean(say.pick(report.label_vi, report.label_en)), "bright"), (f"   {clean(report.title or '')}", "dim"),
        )  # fmt: skip
        parts = []
        if self._searched:
            parts.append(self._found())
        if self.switchable:
            parts.append(say("note.as_printed" if self.as_printed else "note.as_read"))
        if pane.reading and pane.current is not None:
            stops, numbers = len(pane.reading.stops), pane.reading.numbers
            counts = {"count": number(stops, say.lang), "numbers": number(numbers, say.lang)}
            place = "reading.place_of" if stops < numbers else "reading.place"
            parts.append(say(place, place=number(pane.current + 1, say.lang), **counts))
        self.title_bar.show(left, ((" · ".join(parts) if self._loaded else say("say.loading"), "dim"),))

    def _found(self) -> str:
        """Which of how many occurrences of the searched words is the current one."""
        say, pane = self.words, self.pane
        if not pane.matches:
            return say("reading.not_found")
        return say("reading.found", place=number(pane.match + 1, say.lang), count=number(len(pane.matches), say.lang))

    @property
    def figure(self) -> int | None:
        """Where the figure that the cursor rests on begins in the source; its id changes when the store is written."""
        stop = self.pane.stop
        return stop.figures[0].source_start if stop else self._figure

    @property
    def switchable(self) -> bool:
        """Whether the text as printed differs from the text as it was read again."""
        return self.report.ocr and any(passage.row.raw for passage in self._passages)

    # Following the cursor

    def _follow(self) -> None:
        self._entitle()
        say, stop = self.words, self.pane.stop
        cells = max(20, self.size.width - 3)
        lines: list[Line] = []
        if stop is not None:
            lines = [fit_line(self._said(figure), cells) for figure in stop.figures[:2]]
            row = stop.row
            what = say("note.footnote", note=clean(row.footnote)) if row.footnote else say(f"note.{row.kind}")
            page = say("cite.page", page=row.page) if row.page else ""
            parts = (what, section_in_words(row.section, say), clean(row.section_title or ""), page)
            where = " · ".join(part for part in parts if part)
            lines.append(fit_line(((where, "dim"),), cells))
        elif self._loaded:
            lines = [((say("reading.no_figure"), "dim"),)]
        if self._loaded and not self.report.has_text:
            lines.append(fit_line(((say("reports.add_text"), "disputed"),), cells))
        self.query_one("#told", Lines).show(lines)
        if self._searched:
            self.query_one(Filter).tell(self._found())

    def _said(self, figure: FigureRow) -> Line:
        say = self.words
        known = figure.indicator_id is not None
        period = say.pick(figure.period_vi, figure.period_en)
        measure = measure_name(figure, say) if figure.measure != "value" else ""
        status = say("status." + figure.status)
        rest = " · ".join(part for part in (period, measure, status, "" if known else say("reading.unknown")) if part)
        return (
            (amount_in_full(figure, say), "lit"),
            ("  ", "plain"),
            (figure_name(figure, say), "bright" if known else "plain"),
            (f"  {rest}", "dim"),
        )

    def on_reading_pane_moved(self, _event: ReadingPane.Moved) -> None:
        """Show what the figure says, from memory."""
        self._follow()

    def on_reading_pane_missed(self) -> None:
        """Say why there is no next occurrence."""
        self.warn("reading.not_found")

    def on_reading_pane_opened(self, _event: ReadingPane.Opened) -> None:
        """Open the indicator of the figure in all periods."""
        figure = self._told()
        if figure is None or figure.indicator_id is None:
            self.notify(self.words("reading.unknown"), severity="warning", markup=False)
            return
        self.explorer.open_drill(at_figure(figure, self.report.id))

    def _told(self) -> FigureRow | None:
        """The figure under the cursor; of several readings of one number the first that the catalogue knows."""
        figures = self.pane.stop.figures if self.pane.stop else ()
        return next((figure for figure in figures if figure.indicator_id), figures[0] if figures else None)

    # Actions

    def action_add(self) -> None:
        """Add a report's file, for example that of this one."""
        self.explorer.add_report()

    def action_switch_text(self) -> None:
        """Switch between the text as printed and as restored."""
        if self.switchable:
            self.as_printed = not self.as_printed
            self.redraw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the other wording only where there is one."""
        return self.switchable if action == "switch_text" else super().check_action(action, parameters)

    def action_filter(self) -> None:
        """Open the search."""
        self.query_one(Filter).open(self.words("filter.reading"), self.words("filter.keys"))

    def on_filter_changed(self, event: Filter.Changed) -> None:
        """Go to the first occurrence while typing."""
        self._searched = event.text.strip()
        self.pane.search(self._searched)
        self.query_one(Filter).tell(self._found() if self._searched else self.words("filter.keys"))
        self._entitle()

    def on_filter_closed(self, _event: Filter.Closed) -> None:
        """Focus the text; occurrences stay marked."""
        self.pane.focus()

    def action_back(self) -> None:
        """Close the search, or the screen."""
        if self._searched:
            self._searched = ""
            self.query_one(Filter).close()
            self.pane.search("")
            self.pane.focus()
            return
        self.runner.stop()
        self.dismiss()

    # What the pane is made of

    def pane_query(self) -> PaneQuery:
        """The question behind the text."""
        return PaneQuery(questions.READING, {"report": self.report.id})

    def table(self) -> Table:
        """Every figure of the report, in the order of reading."""
        say = self.words
        fields = [
            "name", "period_id", "measure", "value", "unit", "bound", "up_to", "out_of",
            "section", "footnote", "printed", "source_start",
        ]  # fmt: skip
        rows: list[list[object]] = [
            [figure_name(figure, say), figure.period_id, figure.measure, figure.value, figure.unit, figure.bound, figure.up_to,
             figure.out_of, passage.row.section, passage.row.footnote, figure.printed, figure.source_start]
            for passage in self._passages for figure in passage.figures
        ]  # fmt: skip
        return table_of_fields(self.report.id, fields, rows, say)

    def value_text(self) -> str | None:
        """The number under the cursor with its unit."""
        figure = self._told()
        return amount_in_full(figure, self.words) if figure else None

    def citation_text(self) -> str | None:
        """Where the number under the cursor stands."""
        stop, report, say = self.pane.stop, self.report, self.words
        row = stop.row if stop else None
        label = say.pick(report.label_vi, report.label_en)
        if row is None:
            return citation(report.number, label, None, None, say)
        return citation(report.number, label, row.section, row.footnote, say, row.page)
