"""The store's tables and columns beside the editor, with what they mean in the language of the interface."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Tree

from queries.lexicon import split_comment
from tui.draw import clean, fit, width
from tui.numbers import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual.widgets.tree import TreeNode

    from queries.schema import ColumnRow
    from tui.words import Words

WIDEST_NAME = 20
"""Terminal cells to which the names of columns are padded."""


class Place(NamedTuple):
    """A table, or a column of it, with its type (the kind of a table) and its comment."""

    table: str
    column: str
    kind: str
    meaning: str

    @property
    def name(self) -> str:
        """The name that is inserted into the editor."""
        return self.column or self.table


class SchemaTree(Tree[Place]):
    """Tables that unfold into columns; Enter unfolds a table, and inserts the name of a column or of an unfolded table."""

    BINDINGS = [
        Binding("j", "cursor_down", "schema down", show=False, id="schema_down"),
        Binding("k", "cursor_up", "schema up", show=False, id="schema_up"),
        Binding("right,l", "unfold", "schema open", show=False, id="schema_open"),
        Binding("left,h", "fold", "schema close", show=False, id="schema_close"),
        Binding("enter", "select_cursor", "schema insert", id="schema_insert"),
    ]

    class Chosen(Message):
        """The user wants ``name`` in the editor."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(Text(""), id=id)
        self.show_root = False
        self.guide_depth = 2
        self.auto_expand = False

    def fill(self, columns: Sequence[ColumnRow], say: Words) -> None:
        """Show the tables of the store; unfolded ones stay unfolded, initially the first."""
        open_before = {one.data.table for one in self.root.children if one.data and one.is_expanded}
        line = max(0, self.cursor_line)
        self.clear()
        for place, (table, group) in enumerate(groupby(columns, key=lambda row: row.table_name)):
            rows = list(group)
            count = rows[0].table_rows
            kind = say("console.view") if count is None else say("console.rows", count=number(count, say.lang))
            meaning = say.pick(*split_comment(rows[0].table_comment))
            label = Text(table)
            label.append(f"  {kind if count is None else number(count, say.lang)}  {clean(meaning)}", style="dim")
            unfolded = table in open_before if open_before else place == 0
            branch = self.root.add(label, data=Place(table, "", kind, meaning), expand=unfolded)
            cells = min(WIDEST_NAME, max(width(row.column_name) for row in rows))
            for row in rows:
                one = Place(table, row.column_name, row.data_type.lower(), say.pick(*split_comment(row.column_comment)))
                label = Text(fit(row.column_name, max(cells, width(row.column_name))))
                label.append(f"  {clean(one.meaning) or one.kind}", style="dim")
                branch.add_leaf(label, data=one)
        self.call_after_refresh(self._stand_on, line)

    def render_label(self, node: TreeNode[Place], base_style: Style, style: Style) -> Text:
        """A label, cut with an ellipsis where the pane ends."""
        label = super().render_label(node, base_style, style)
        inside = self.guide_depth if node.parent is not self.root else 0
        label.truncate(max(1, self.scrollable_content_region.width - inside), overflow="ellipsis")
        return label

    def _stand_on(self, line: int) -> None:
        """Put the cursor on a line, and tell of it: where that is the line it stood on, the tree does not."""
        self.cursor_line = min(line, self.last_line)
        if self.cursor_node is not None:
            self.post_message(self.NodeHighlighted(self.cursor_node))

    def action_unfold(self) -> None:
        """Unfold the table under the cursor, or go to its first column."""
        node = self.cursor_node
        if node is not None and node.allow_expand:
            node.expand() if not node.is_expanded else self.action_cursor_down()

    def action_fold(self) -> None:
        """Fold the table under the cursor; from a column, go to its table."""
        node = self.cursor_node
        if node is None:
            return
        if node.allow_expand:
            node.collapse()
        elif node.parent is not None:
            self.move_cursor(node.parent)

    def on_tree_node_selected(self, event: Tree.NodeSelected[Place]) -> None:
        """A column is inserted; a table unfolds first."""
        event.stop()
        if event.node.allow_expand and not event.node.is_expanded:
            event.node.expand()
        elif event.node.data:
            self.post_message(self.Chosen(event.node.data.name))
