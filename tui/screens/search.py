"""Search over everything: names in memory at every key, passages from the store after a short rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from queries import panes
from queries.fold import fold
from tui.draw import clean, width
from tui.model import note
from tui.model.figures import place_in_report
from tui.model.pane_query import PaneQuery
from tui.model.rows import Column, Row
from tui.model.search import find, nearest
from tui.model.subject import Subject
from tui.model.table import Table
from tui.numbers import number
from tui.screens.page import Page
from tui.store.query_runner import QueryRunner
from tui.widgets.grid import Grid
from tui.widgets.hints import Hints
from tui.widgets.title import Title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.timer import Timer

    from queries.panes import FoundPassageRow, NameRow
    from tui.draw import Line

MOST = 50
"""Passages that are listed: of more, DuckDB reads the texts of all passages to find theirs."""
SHORTEST = 3
"""Characters below which passages are not searched: nearly all would be found."""
REST = 0.08
"""Seconds without a key after which passages are searched."""


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
        self.passages: list[FoundPassageRow] = []
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
        self.passages = []
        words = fold(text).strip()
        self.passage_runner.stop()
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if len(words) >= SHORTEST:
            self._timer = self.set_timer(REST, lambda: self._ask(words))
        elif self._near:
            self.found = nearest(self.names, text)
        self._draw()

    def _ask(self, words: str) -> None:
        self._timer = None
        self.passage_runner.ask(lambda cursor: cursor.ask(panes.FOUND_PASSAGES, words=words, most=MOST), self.take)

    def _sector(self, indicator: str) -> str | None:
        return next((row.sector_id for row in self.names if row.indicator_id == indicator), None)

    def take(self, rows: list[FoundPassageRow]) -> None:
        """Show the passages that were found; the cursor stays where it is."""
        self.passages = rows
        if self._near:
            self.found = nearest(self.names, self.query_one(Input).value)
        self._draw(keep=self.query_one("#found", Grid).has_focus)

    def _draw(self, keep: bool = False) -> None:
        say = self.words
        longest = 70 if self.passages else max((width(say.pick(row.name_vi, row.name_en)) + 2 for row in self.found), default=30)
        columns = [
            Column("name", say("search.name"), 30, "spread", most=max(30, min(70, longest, self.size.width // 2))),
            Column("within", say("search.within"), 18, "spread", most=80, drop=1),
            Column("count", say("search.count"), 8, "right"),
        ]
        rows = [self._name_row(row) for row in self.found] + [
            self._passage_row(place, row) for place, row in enumerate(self.passages)
        ]
        grid = self.query_one("#found", Grid)
        grid.empty = ((say("search.nothing" if self.query_one(Input).value else "search.hint"), "dim"),)
        grid.show(columns, rows, keep=keep)
        total = say("search.total", names=0 if self._near else len(self.found), passages=len(self.passages))
        tail: Line = ((say("search.nearest"), "disputed"),) if self._near and self.found else ((total, "dim"),)
        self.title_bar.show((("‹ ", "dim"), (say("search.title"), "bright")), tail)

    def _name_row(self, row: NameRow) -> Row:
        say = self.words
        sign = "" if row.kind == "indicator" else "  "
        role = "bright" if row.kind == "indicator" else "plain"
        return Row((row.indicator_id, row.item_id), (
            ((sign + clean(say.pick(row.name_vi, row.name_en)), "dim" if self._near else role),),
            ((clean(say.pick(row.within_vi, row.within_en)), "dim"),),
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
        """Open an indicator, or a passage."""
        if isinstance(event.key, tuple):
            self.explorer.open_drill(Subject(event.key[0], self._sector(event.key[0]), event.key))
        elif isinstance(event.key, int):
            passage = self.passages[event.key].passage_id
            self.passage_runner.ask(
                lambda cursor: (
                    cursor.ask(panes.PASSAGES, passages=[passage]), cursor.ask(panes.PASSAGE_FIGURES, passages=[passage])
                ),
                self._open_passage,
            )  # fmt: skip

    def _open_passage(self, found: tuple[list[Any], list[Any]]) -> None:
        from tui.screens.passage import PassageScreen

        notes = note.Notes.of(*found)
        for passage in notes.passages.values():
            self.app.push_screen(PassageScreen(passage, notes.figures.get(passage.id, []), None, self.words))

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

    def pane_query(self) -> PaneQuery:
        """The question behind the notes; names come from memory."""
        words = fold(self.query_one(Input).value).strip()
        return (
            PaneQuery(panes.FOUND_PASSAGES, {"words": words, "most": MOST})
            if self.passages
            else PaneQuery(panes.NAMES, {"unused": False})
        )

    def table(self) -> Table:
        """The names found."""
        say = self.words
        rows: list[list[object]] = [
            [say.pick(r.name_vi, r.name_en), say.pick(r.within_vi, r.within_en), r.figures] for r in self.found
        ]
        return Table("search", [say("search.name"), say("search.within"), say("search.count")], rows)
