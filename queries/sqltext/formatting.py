"""Formatting SQL: one clause per line, long lists and conditions split into lines. Only whitespace ever changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.keywords import CONDITIONS, QUERIES, SETS
from queries.sqltext.tree import (
    Case,
    Group,
    Leaf,
    Node,
    clauses,
    leaves,
    list_items,
    must_break,
    on_one_line,
    parse,
    split_after,
    split_before,
    word,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 88
"""Characters of a line."""
STEP = 4
"""Blanks of one level of indentation."""


def format_sql(sql: str) -> str | None:
    """``sql`` formatted; None where a parenthesis or a quote is not closed.

    The tokens stay what and where they are, comments and literals included; laying out twice changes nothing more.
    """
    nodes = parse(sql)
    if nodes is None:
        return None
    writer = _Writer()
    writer.script(nodes)
    return writer.text() + ("\n" if sql.endswith("\n") and sql.strip() else "")


class _Writer:
    """Writes nodes line by line; a ``--`` comment always ends its line."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line = ""
        self._last: Leaf | None = None

    def text(self) -> str:
        """The text written so far."""
        return "\n".join([*self._lines, self._line]).strip("\n")

    # Structure

    def script(self, nodes: Sequence[Node]) -> None:
        """Write statements, each from the left edge; blank lines between them are kept."""
        for part in split_after(nodes, lambda leaf: leaf.text == ";"):
            if part:
                self._lead(part)
                self._query(part, 0)

    def _query(self, nodes: Sequence[Node], indent: int) -> None:
        for place, (head, rest) in enumerate(clauses(nodes)):
            if place:
                self._end_line(indent)
            body, after = _without_last_comments(rest)
            self._clause(head, body, indent)
            for comment in after:
                self._expression([comment], indent)

    def _clause(self, head: Sequence[Node], body: Sequence[Node], indent: int) -> None:
        self._expression(head, indent)
        name = word(head[-1]) if head else ""
        first = word(head[0]) if head else ""
        whole = on_one_line(body)
        if not body or (whole is not None and self._room(body) >= len(whole) and first != "with"):
            self._expression(body, indent)
        elif first == "with":
            self._items(body, indent)
        elif name == "join":
            self._conditions(body, indent, {"on", "and", "or"})
        elif first in SETS:
            self._end_line(indent)
            self._expression(body, indent)
        elif first in CONDITIONS:
            self._conditions(body, indent, {"and", "or"})
        elif first in ("select", "group", "order", "values", "window") or (first == "from" and len(list_items(body)) > 1):
            self._end_line(indent + STEP)
            self._items(body, indent + STEP)
        else:
            self._expression(body, indent)

    def _items(self, nodes: Sequence[Node], indent: int) -> None:
        """Write a list, one item per line; the first one begins on the current line."""
        self._lines_of(list_items(nodes), indent)

    def _lines_of(self, parts: Sequence[Sequence[Node]], indent: int) -> None:
        for place, part in enumerate(parts):
            if place:
                self._end_line(indent)
            self._expression(part, indent)

    def _conditions(self, nodes: Sequence[Node], indent: int, words: set[str]) -> None:
        """Write conditions, each but the first on a line of its own, with its conjunction."""
        for place, part in enumerate(split_before(nodes, words)):
            if place and word(part[0]) != "on":
                self._end_line(indent + STEP)
            self._expression(part, indent + STEP if place else indent)

    def _expression(self, nodes: Sequence[Node], indent: int) -> None:
        """Write any other nodes: on one line if they fit; otherwise the contents of parentheses are split into lines."""
        for node in nodes:
            if isinstance(node, Leaf):
                self._put(node, indent)
            elif (whole := on_one_line([node])) is not None and len(whole) <= self._room([node]):
                for leaf in leaves([node]):
                    self._put(leaf, indent)
            elif isinstance(node, Group):
                self._group(node, indent)
            else:
                self._case(node, indent)

    def _group(self, group: Group, indent: int) -> None:
        self._put(group.opening, indent)
        self._end_line(indent + STEP)
        first = next((word(node) for node in group.inside if not (isinstance(node, Leaf) and node.comment)), "")
        if first in QUERIES or (group.inside and isinstance(group.inside[0], Group)):
            self._query(group.inside, indent + STEP)
        elif {"partition", "order"} & {word(node) for node in group.inside}:
            self._lines_of(split_before(group.inside, {"partition", "order"}), indent + STEP)
        else:
            self._items(group.inside, indent + STEP)
        self._end_line(indent)
        self._put(group.closing, indent)

    def _case(self, case: Case, indent: int) -> None:
        head, *parts = split_before(case.inside, {"when", "else"})
        self._expression(head, indent)
        if parts:
            self._end_line(indent + STEP)
            self._lines_of(parts, indent + STEP)
        self._end_line(indent)
        self._put(case.closing, indent)

    # Writing

    def _lead(self, part: Sequence[Node]) -> None:
        """Begin a line for a statement, after a blank line if there was one."""
        if self._last is not None and not self._comment_here(part[0]):
            self._end_line(0)
            if next(leaves(part)).gap.count("\n") > 1:
                self._end_line(0, blank=True)

    def _comment_here(self, node: Node) -> bool:
        return isinstance(node, Leaf) and node.comment and "\n" not in node.gap

    def _put(self, leaf: Leaf, indent: int) -> None:
        last = self._last
        if last is not None and self._line.strip() and must_break(last, leaf):
            self._end_line(indent)
        if last is not None and leaf.gap.count("\n") > 1 and not self._line.strip() and indent == 0 and last.comment:
            self._end_line(0, blank=True)
        if last is not None and self._line.strip():
            self._line += leaf.space_after(last)
        *above, self._line = (self._line + leaf.text).split("\n")
        self._lines.extend(above)
        self._last = leaf

    def _end_line(self, indent: int, blank: bool = False) -> None:
        if self._line.strip() or blank:
            self._lines.append(self._line.rstrip() if self._line.strip() else "")
        self._line = " " * indent

    def _room(self, nodes: Sequence[Node]) -> int:
        first = next(leaves(nodes), None)
        gap = first.space_after(self._last) if first and self._last and self._line.strip() else ""
        return WIDTH - len(self._line) - len(gap)


def _without_last_comments(body: list[Node]) -> tuple[list[Node], list[Node]]:
    """A clause split into its body and the comments at its end."""
    end = len(body)
    while end and isinstance(one := body[end - 1], Leaf) and one.comment:
        end -= 1
    return body[:end], body[end:]
