"""Search over everything: names in memory at every key, numbers and passages from the store after a short rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from queries import panes
from queries.fold import fold
from tui.draw import DISPUTED, clean, line_width
from tui.model import note
from tui.model.figures import amount_in_full, amount_of, citation_of, place_in_report
from tui.model.names import listed_name, own_name
from tui.model.number_search import number_query
from tui.model.pane_query import PaneQuery
from tui.model.rows import Column, Row
from tui.model.search import find, nearest, parted
from tui.model.subject import Subject, at_figure
from tui.model.table import Table, headings, table_of_fields
from tui.numbers import number
from tui.screens.page import FigurePlace, Page
from tui.store.passage_cache import load_notes
from tui.store.query_runner import QueryRunner
from tui.widgets.grid import Grid
from tui.widgets.hints import Hints
from tui.widgets.title import Title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.timer import Timer

    from queries.panes import FoundFigureRow, FoundPassageRow, NameRow
    from queries.store import Cursor
    from tui.draw import Line
    from tui.model.number_search import NumberQuery

MOST = 50
"""Passages that are listed: of more, DuckDB reads the texts of all passages to find theirs."""
SHORTEST = 3
"""Characters below which passages are not searched: nearly all would be found."""
LEAST_NAME, BESIDE = 30, 13
"""Cells that a name has at least, and those that are neither its own nor those of what it is part of."""
REST = 0.08
"""Seconds without a key after which passages are searched."""


class Hits(NamedTuple):
    """What the store found.

    Attributes:
        figures: those with the number that was typed.
        passages: those that hold the words.
        has_texts: whether the store holds the text of any report to look for words in.
    """

    figures: Sequence[FoundFigureRow]
    passages: Sequence[FoundPassageRow]
    has_texts: bool


class SearchLine(Input):
    """The search line; it binds the keys that every input has again, so that they are listed in help and hints."""

    BINDINGS = [
        Binding("enter", "submit", "open", id="search_open"),
        Binding("down", "screen.results", "results", id="search_results"),
    ]


class SearchScreen(Page):
    """A line to type in, and what was found.

    Args:
        text: what is searched at first.
    """

    BINDINGS = [
        Binding("escape", "back", "back", id="back"),
        Binding("slash", "type", "type", id="search_type"),
    ]

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._text = text
        self.passage_runner = QueryRunner(self, self.explorer.store_handle, "search-passages")
        self.names: Sequence[NameRow] = ()
        self.found: list[NameRow] = []
        self.hits: Hits | None = None
        self._has_texts: bool | None = None
        self._opened = note.EMPTY
        self._near = self._pending = False
        self._timer: Timer | None = None

    @property
    def hidden_hints(self) -> frozenset[str]:
        """Without results there is nothing to open."""
        idle = super().hidden_hints
        return idle | {"search_open", "search_results"} if idle else idle

    def compose(self) -> ComposeResult:
        """Title, line, results, hints."""
        yield Title()
        with Vertical(id="search"):
            yield SearchLine(self._text, placeholder=self.words("search.hint"), id="words", compact=True)
            yield Grid(id="found")
        yield Hints(self.words)

    def on_mount(self) -> None:
        """Take the names from memory, or load them once."""
        self.redraw()
        self.query_one(Input).focus()
        if self.explorer.names:
            self.names = self.explorer.names
            self._look()
        else:
            self.load()

    def load(self) -> None:
        """Ask for the names."""
        self._has_texts = None
        self.runner.ask(lambda cursor: cursor.ask(panes.NAMES, unused=False), self._named)

    def _named(self, names: Sequence[NameRow]) -> None:
        self.names = self.explorer.names = names
        self._look()

    def redraw(self) -> None:
        """Show everything again, in the language in use."""
        self.title_bar.show((("‹ ", "dim"), (self.words("search.title"), "bright")))
        self.query_one(Input).placeholder = self.words("search.hint")
        self._draw()

    def on_input_changed(self, _event: Input.Changed) -> None:
        """Search at once, but only once for keys that arrive together."""
        if not self._pending:
            self._pending = self.call_later(self._look)

    def _look(self) -> None:
        self._pending = False
        text = self.query_one(Input).value
        self.found = find(self.names, text)
        self._near = bool(fold(text).strip()) and not self.found
        self.hits = None
        words = fold(text).strip()
        self.passage_runner.stop()
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        number = number_query(text)
        if len(words) >= SHORTEST or number is not None:
            self._timer = self.set_timer(REST, lambda: self._ask(words, number))
        elif self._near:
            self.found = nearest(self.names, text)
        self._draw()

    def _ask(self, words: str, typed: NumberQuery | None) -> None:
        self._timer, known = None, self._has_texts

        def work(cursor: Cursor) -> Hits:
            figures = cursor.ask(panes.FOUND_FIGURES, numbers=typed.values, words=typed.words, most=MOST) if typed else []
            passages = cursor.ask(panes.FOUND_PASSAGES, words=words, most=MOST) if len(words) >= SHORTEST else []
            has_texts = any(report.has_text for report in cursor.ask(panes.REPORTS)) if known is None else known
            return Hits(figures, passages, has_texts)

        self.passage_runner.ask(work, self.take)

    def _sector(self, indicator: str) -> str | None:
        return next((row.sector_id for row in self.names if row.indicator_id == indicator), None)

    def take(self, hits: Hits) -> None:
        """Show what the store found; the cursor stays where it is."""
        self.hits, self._has_texts = hits, hits.has_texts
        self._near = self._near and not hits.figures
        if self._near:
            self.found = nearest(self.names, self.query_one(Input).value)
        self._draw(keep=self.query_one("#found", Grid).has_focus)

    def _draw(self, keep: bool = False) -> None:
        say = self.words
        figures, passages = (self.hits.figures, self.hits.passages) if self.hits else ((), ())
        drawn = [self._figure_row(row) for row in figures]
        rows = [*self._name_rows(), *drawn]
        named = [(line_width(row.cells[0]), line_width(row.cells[1])) for row in (rows[: len(self.found)] or drawn)]
        rows += [self._passage_row(place, row) for place, row in enumerate(passages)]
        room = self.size.width - BESIDE
        most = parted(named, room, LEAST_NAME)
        if passages:
            # What they say is always too long: it has the room that is left.
            most = max(most, min(room * 3 // 5, room - max(line_width(row.cells[1]) for row in rows)))
        columns = [
            Column("name", say("search.name"), LEAST_NAME, "spread", most=most),
            Column("within", say("search.within"), 14, "spread", most=80, drop=1, gap=2),
            Column("count", say("search.count"), 8, "right"),
        ]
        grid = self.query_one("#found", Grid)
        grid.empty = ((say("search.nothing"), "dim"),) if self.query_one(Input).value else ()  # the line itself says what to type
        grid.show(columns, rows, keep=keep)
        tail: Line = ((say("search.nearest"), "disputed"),) if self._near and self.found else ((self._total(), "dim"),)
        self.title_bar.show((("‹ ", "dim"), (say("search.title"), "bright")), tail)

    def _total(self) -> str:
        """How much was found; of passages only where there are texts to look in."""
        say, hits = self.words, self.hits
        parts = [say("search.total_names", names=0 if self._near else len(self.found))]
        if hits is not None and (hits.figures or number_query(self.query_one(Input).value)):
            more = "+" if len(hits.figures) == MOST else ""
            parts.append(say("search.total_figures", figures=f"{len(hits.figures)}{more}"))
        if hits is not None and (hits.passages or hits.has_texts):
            parts.append(say("search.total_passages", passages=len(hits.passages)))
        elif hits is not None:
            parts.append(say("search.no_texts"))
        return " · ".join(parts)

    def _figure_row(self, row: FoundFigureRow) -> Row:
        say = self.words
        name = listed_name(row, say) if row.indicator_id else ((clean(row.subject or "") or say("note.nameless"), "dim"),)
        report, *rest = citation_of(row, say).partition(", ")
        where: Line = ((f"{clean(say.pick(row.period_vi, row.period_en))} · {report}", "dim"), ("".join(rest), "dim"))
        mark = (DISPUTED,) if row.disputed else ()
        amount: Line = (*mark, (amount_in_full(row, say), "lit"), ("  ", "plain"))
        return Row(FigurePlace(row.passage_id, row.observation_id), ((*amount, *name), where, (("#", "dim"),)))

    def _name_rows(self) -> list[Row]:
        say = self.words
        within = [clean(say.pick(row.within_vi, row.within_en)) for row in self.found]
        names = [
            own_name(clean(say.pick(row.name_vi, row.name_en)), whole) for row, whole in zip(self.found, within, strict=True)
        ]
        return [self._name_row(*one) for one in zip(self.found, names, within, strict=True)]

    def _name_row(self, row: NameRow, name: str, within: str) -> Row:
        say = self.words
        sign, role = ("", "bright") if row.kind == "indicator" else ("  ", "plain")
        if self._near:
            role = "dim"
        return Row((row.indicator_id, row.item_id), (
            ((sign, role), (name, role)),
            ((within, "dim"),),
            ((number(row.figures, say.lang), "dim"),),
        ))  # fmt: skip

    def _passage_row(self, place: int, row: FoundPassageRow) -> Row:
        say = self.words
        where = [clean(say.pick(row.report_vi, row.report_en)), *place_in_report(row.section, row.footnote, say)]
        return Row(place, (self._snippet(row), ((" · ".join(where), "dim"),), (("¶", "dim"),)))

    def _snippet(self, row: FoundPassageRow) -> Line:
        words, folded = clean(row.words or ""), row.folded or ""
        wanted = fold(self.query_one(Input).value).strip()
        at = folded.find(wanted)
        if at < 0 or len(folded) != len(words):
            return ((words, "plain"),)
        start = max(0, at - 20)
        stop = at + len(wanted)
        return (
            ("…" if start else "", "dim"),
            (words[start:at], "plain"),
            (words[at:stop], "lit"),
            (words[stop : stop + 120], "plain"),
        )

    # Keys and messages

    def on_key(self, event: events.Key) -> None:
        """Return from the first result to the input at key up."""
        grid, line = self.query_one("#found", Grid), self.query_one(Input)
        if event.key in ("up", "k") and grid.has_focus and grid.cursor == 0:
            event.stop()
            event.prevent_default()
            line.focus()

    def on_input_submitted(self, _event: Input.Submitted) -> None:
        """Enter opens the first result of what is typed by now."""
        if self._pending:
            self._look()
        self.query_one("#found", Grid).action_open()

    def on_grid_opened(self, event: Grid.Opened) -> None:
        """Open an indicator, at a figure if that was found, or a passage."""
        figure = self._figure()
        if figure is not None and figure.indicator_id:
            self.explorer.open_drill(at_figure(figure, figure.report_id))
        elif place := self.figure_place():
            self.passage_runner.ask(
                lambda cursor: load_notes(cursor, [place.passage]), lambda notes: self._open_passage(notes, place.figure)
            )
        elif isinstance(event.key, tuple):
            self.explorer.open_drill(Subject(event.key[0], self._sector(event.key[0]), event.key))

    def _figure(self) -> FoundFigureRow | None:
        """The figure under the cursor, if it is one."""
        key = self.query_one("#found", Grid).key
        figures = self.hits.figures if self.hits else ()
        return next((row for row in figures if key == FigurePlace(row.passage_id, row.observation_id)), None)

    def figure_place(self) -> FigurePlace | None:
        """The figure under the cursor, or the passage."""
        key = self.query_one("#found", Grid).key
        if self.hits and isinstance(key, int):
            return FigurePlace(self.hits.passages[key].passage_id, None)
        return key if isinstance(key, FigurePlace) else None

    def _open_passage(self, notes: note.Notes, chosen: int | None) -> None:
        self._opened = notes
        for passage in notes.passages.values():
            self.open_note(passage, notes, chosen)

    def way_to(self, page: str) -> list[str]:
        """The checks are opened at what they say of the note that was open."""
        found = note.gravest(finding for own in self._opened.findings.values() for finding in own)
        return [str(found.id)] if found and page == "checks" else []

    def action_results(self) -> None:
        """Focus the results."""
        self.query_one("#found", Grid).focus()

    def action_type(self) -> None:
        """Focus the input."""
        self.query_one(Input).focus()

    def action_back(self) -> None:
        """Close the screen."""
        self.passage_runner.stop()
        self.dismiss()

    def location(self) -> list[str]:
        """The words."""
        return [self.query_one(Input).value]

    def restore(self, location: Sequence[str]) -> bool:
        """Restore the words of the last run."""
        self._text = " ".join(location)
        return True

    def value_text(self) -> str | None:
        """The number that was found, with its unit."""
        figure = self._figure()
        return amount_of(figure, self.words) if figure else None

    def citation_text(self) -> str | None:
        """Where the number that was found stands."""
        figure = self._figure()
        return citation_of(figure, self.words) if figure else None

    def pane_query(self) -> PaneQuery:
        """The question behind the figures, or the notes; names come from memory."""
        text = self.query_one(Input).value
        if self.hits and self.hits.figures and (typed := number_query(text)):
            return PaneQuery(panes.FOUND_FIGURES, {"numbers": typed.values, "words": typed.words, "most": MOST})
        if self.hits and self.hits.passages:
            return PaneQuery(panes.FOUND_PASSAGES, {"words": fold(text).strip(), "most": MOST})
        return PaneQuery(panes.NAMES, {"unused": False})

    def table(self) -> Table:
        """The figures found with their places; without any the names."""
        say = self.words
        if self.hits and self.hits.figures:
            return table_of_fields("search", panes.FoundFigureRow._fields, self.hits.figures, say)
        rows: list[list[object]] = [
            [say.pick(r.name_vi, r.name_en), say.pick(r.within_vi, r.within_en), r.figures] for r in self.found
        ]
        return Table("search", headings(("name", "within", "figures"), say), rows)
