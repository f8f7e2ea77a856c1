"""The schema beside the editor: the tree of tables, and a note about the table or column under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.message import Message

from tui.draw import clean
from tui.explorer import explorer_of
from tui.store.query_runner import QueryResult, QueryRunner
from tui.widgets.lines import Lines
from tui.widgets.schema_tree import Place, SchemaTree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.timer import Timer
    from textual.widgets import Tree

    from queries.lexicon import Lexicon
    from queries.schema import ColumnRow
    from queries.store import Cursor
    from tui.draw import Line

REST = 0.15
"""Seconds that the cursor must rest on a column before its values are read."""
LONGEST = 32
"""Characters of a sample value that are shown."""


class SchemaPane(Vertical):
    """A tree and a note; sample values of a column are read when the cursor rests on it."""

    class Read(Message):
        """The store was asked what it holds: what can be completed, and the limits in force."""

        def __init__(self, lexicon: Lexicon, settings: Mapping[str, str | int]) -> None:
            super().__init__()
            self.lexicon, self.settings = lexicon, settings

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._resting: Timer | None = None
        self._place: Place | None = None

    def compose(self) -> ComposeResult:
        """Tree and note."""
        yield SchemaTree(id="schema")
        note = Lines(id="schema-note")
        note.can_focus = False
        yield note

    def on_mount(self) -> None:
        """Make what runs the pane's own queries."""
        self._store_handle = explorer_of(self.app).store_handle
        self.runner = QueryRunner(self, self._store_handle, "samples")
        self._schema_runner = QueryRunner(self, self._store_handle, "schema")

    @property
    def tables(self) -> SchemaTree:
        """The tree of tables."""
        return self.query_one(SchemaTree)

    def read(self) -> None:
        """Ask for the tables and columns, in the language in use."""

        def work(cursor: Cursor) -> tuple[list[ColumnRow], Lexicon, Mapping[str, str | int]]:
            from queries.lexicon import load
            from queries.schema import COLUMNS

            columns = cursor.ask(COLUMNS)
            return columns, load(cursor, columns), self._store_handle.open().settings

        self._schema_runner.ask(work, lambda found: self._fill(*found))

    def _fill(self, columns: list[ColumnRow], lexicon: Lexicon, settings: Mapping[str, str | int]) -> None:
        self.tables.fill(columns, explorer_of(self.app).words)
        self.post_message(self.Read(lexicon, settings))

    def on_tree_node_highlighted(self, event: Tree.NodeHighlighted[Place]) -> None:
        """Show the comment at once; sample values follow when the cursor rests."""
        event.stop()
        place = event.node.data
        self._place = place
        self.runner.stop()
        if self._resting is not None:
            self._resting.stop()
        if place is None:
            return
        self._show(place, ())
        if place.column:
            self._resting = self.set_timer(REST, lambda: self._ask(place))

    def _ask(self, place: Place) -> None:
        def work(cursor: Cursor) -> list[str]:
            from queries.schema import samples

            return samples(cursor, place.table, place.column)

        self.runner.ask(work, lambda found: self._show(place, found))

    def on_query_result(self, event: QueryResult) -> None:
        """Show the result, unless it is outdated; an error of the store is left to the next run to report."""
        event.stop()
        if event.current and event.error is None:
            event.deliver()

    def _show(self, place: Place, values: tuple[str, ...] | list[str]) -> None:
        head: Line = ((clean(place.name), "bright"), ("  ", "plain"), (place.kind, "dim"))
        lines: list[Line] = [head, ((clean(place.meaning), "plain"),)] if place.meaning else [head]
        if values:
            shown = (text if len(text) <= LONGEST else text[: LONGEST - 1] + "…" for text in map(clean, values))
            lines.append(((" · ".join(shown), "dim"),))
        self.query_one("#schema-note", Lines).show(lines)
