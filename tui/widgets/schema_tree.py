"""The store's tables and columns beside the editor, with what they mean in the language of the interface."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text
from textual.message import Message
from textual.widgets import Tree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.schema import ColumnRow


class SchemaTree(Tree[str]):
    """Tables that unfold into columns; Enter on a column, or on an unfolded table's name twice, inserts the name."""

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

    def fill(self, columns: Sequence[ColumnRow], lang: str) -> None:
        """Show the tables of the store; the first one unfolded."""
        self.clear()
        for place, (table, group) in enumerate(groupby(columns, key=lambda row: row.table_name)):
            rows = list(group)
            branch = self.root.add(_label(table, said(rows[0].table_comment, lang)), data=table, expand=place == 0)
            for row in rows:
                branch.add_leaf(
                    _label(row.column_name, said(row.column_comment, lang) or row.data_type.lower()), data=row.column_name
                )

    def on_tree_node_selected(self, event: Tree.NodeSelected[str]) -> None:
        """A column is inserted; a table folds and unfolds."""
        event.stop()
        if event.node.allow_expand and not event.node.is_expanded:
            event.node.expand()
        elif event.node.data:
            self.post_message(self.Chosen(event.node.data))


def said(comment: str | None, lang: str) -> str:
    """The half of a ``Vietnamese | English`` comment that the language wants."""
    vietnamese, _, english = (comment or "").rpartition(" | ")
    return english if lang == "en" or not vietnamese else vietnamese


def _label(name: str, meaning: str) -> Text:
    label = Text(name)
    label.append(f"  {meaning}", style="dim")
    return label
