"""The tree of an SQL text for `queries.sqltext.formatting`: tokens, parentheses, CASE ... END, clauses, list items."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from queries.keywords import ABOUT, APART, JOINS, SETS, SINGLE
from queries.sqltext.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_OPENING = {"(": ")", "[": "]", "{": "}"}
_SPACED = {"=", "<>", "!=", "<", ">", "<=", ">=", "||", ":=", "=>"}


@dataclass
class Leaf:
    """A token, with the whitespace before it."""

    kind: str
    text: str
    gap: str

    @property
    def comment(self) -> bool:
        """Whether it is a comment."""
        return self.kind == "comment"

    @property
    def plain_sign(self) -> bool:
        """Whether it is part of an operator, which must be neither split nor merged with another."""
        return self.kind == "sign" and self.text not in ",;()[]{}."

    def space_after(self, before: Leaf) -> str:
        """The space between ``before`` and this token on one line: as written, except around unambiguous signs."""
        if before.comment or self.comment:
            return " "
        if self.text in (",", ";", ")", "]") or before.text in ("(", "["):
            return ""
        if before.text == ",":
            return " "
        written = " " if self.gap else ""
        if before.plain_sign and self.plain_sign:
            return written
        if (self.kind == "sign" and self.text in _SPACED) or (before.kind == "sign" and before.text in _SPACED):
            return " "
        if self.text == "(" and before.kind == "word" and before.text.lower() in APART:
            return " "
        return " " if before.text == ")" and self.kind == "word" else written


@dataclass
class Group:
    """The contents of a pair of parentheses or brackets."""

    opening: Leaf
    closing: Leaf
    inside: list[Node] = field(default_factory=list)


@dataclass
class Case:
    """A CASE expression; ``closing`` is its END."""

    closing: Leaf
    inside: list[Node] = field(default_factory=list)


Node: TypeAlias = Leaf | Group | Case


def parse(sql: str) -> list[Node] | None:
    """The nodes of ``sql``; None where a parenthesis, a quote or a comment is not closed."""
    gap = ""
    stack: list[tuple[list[Node], str]] = [([], "")]
    opened: list[Leaf] = []
    for token in tokens(sql):
        if token.kind == "space":
            gap = token.text
            continue
        if token.open or (token.text.startswith("/*") and not token.text.endswith("*/")):
            return None
        leaf, gap = Leaf(token.kind, token.text.rstrip() if token.text.startswith("--") else token.text, gap), ""
        if leaf.kind == "sign" and leaf.text in _OPENING:
            opened.append(leaf)
            stack.append(([], _OPENING[leaf.text]))
        elif leaf.kind == "sign" and leaf.text in _OPENING.values():
            if stack[-1][1] != leaf.text:
                return None
            inside, _ = stack.pop()
            stack[-1][0].append(Group(opened.pop(), leaf, _with_cases(inside)))
        else:
            stack[-1][0].append(leaf)
    return _with_cases(stack[0][0]) if len(stack) == 1 else None


def word(node: Node) -> str:
    """The word of a node in lower case; empty if it is not a word."""
    if isinstance(node, Case):
        return "case"
    return node.text.lower() if isinstance(node, Leaf) and node.kind == "word" else ""


def leaves(nodes: Sequence[Node]) -> Iterator[Leaf]:
    """All tokens in order."""
    for node in nodes:
        if isinstance(node, Leaf):
            yield node
            continue
        if isinstance(node, Group):
            yield node.opening
        yield from leaves(node.inside)
        yield node.closing


def must_break(before: Leaf, after: Leaf) -> bool:
    """Whether a line must end between two tokens: after a comment, before one that had its own line, between joined strings."""
    if before.text.startswith("--") or ((after.comment or before.comment) and "\n" in after.gap):
        return True
    return before.kind == after.kind == "string" and "\n" in after.gap


def on_one_line(nodes: Sequence[Node]) -> str | None:
    """The nodes on one line; None where they contain something that must end a line."""
    out, before = "", None
    for leaf in leaves(nodes):
        if "\n" in leaf.text or leaf.text.startswith("--") or (before is not None and must_break(before, leaf)):
            return None
        out += (leaf.space_after(before) if before is not None else "") + leaf.text
        before = leaf
    return out


def split_after(nodes: Sequence[Node], ends: Callable[[Leaf], bool]) -> list[list[Node]]:
    """The nodes split after the tokens for which ``ends`` holds; a comment on the same line stays with the part before it."""
    out: list[list[Node]] = [[]]
    for place, node in enumerate(nodes):
        before = nodes[place - 1] if place else None
        ended = isinstance(before, Leaf) and ends(before)
        if ended and isinstance(node, Leaf) and node.comment and "\n" not in node.gap:
            out[-1].append(node)
            out.append([])
        elif ended:
            out.append([node])
        else:
            out[-1].append(node)
    return [part for part in out if part]


def list_items(nodes: Sequence[Node]) -> list[list[Node]]:
    """The items of a list, each with its comma."""
    return split_after(nodes, lambda leaf: leaf.text == ",")


def split_before(nodes: Sequence[Node], words: set[str]) -> list[list[Node]]:
    """The nodes split before each of ``words``, except before the AND of a BETWEEN."""
    out: list[list[Node]] = [[]]
    ranged = False
    for node in nodes:
        name = word(node)
        if name in words and not (name == "and" and ranged) and out[-1]:
            out.append([])
        ranged = name == "between" or (ranged and name != "and")
        out[-1].append(node)
    return out


def clauses(nodes: Sequence[Node]) -> list[tuple[list[Node], list[Node]]]:
    """The clauses of a query: the words that begin each, and what follows them."""
    out: list[tuple[list[Node], list[Node]]] = [([], [])]
    place = 0
    while place < len(nodes):
        size = _head(nodes, place)
        if size:
            out.append((list(nodes[place : place + size]), []))
        else:
            out[-1][1].append(nodes[place])
        place += size or 1
    return [(head, body) for head, body in out if head or body]


def _head(nodes: Sequence[Node], place: int) -> int:
    """How many words at ``place`` begin a clause; 0 where none does."""
    names = [word(node) for node in nodes[place : place + 6]]
    first, second = names[0], names[1] if len(names) > 1 else ""
    before = nodes[place - 1] if place else None
    if not first or (isinstance(before, Leaf) and before.text == "."):
        return 0
    if first in JOINS:
        size = next((at for at, name in enumerate(names) if name not in JOINS), len(names))
        return size if "join" in names[:size] else 0
    if first in ("group", "order"):
        return 2 if second == "by" else 0
    if first in SETS:
        return 3 if names[1:3] == ["by", "name"] else 2 if second in ("all", "distinct") else 1
    if first == "from" and before is not None and word(before) == "distinct" and place > 1:
        return 0 if word(nodes[place - 2]) in ("is", "not") else 1
    if first in ("with", "values") or first in ABOUT:
        solid = [node for node in nodes[:place] if not (isinstance(node, Leaf) and node.comment)]
        return 0 if solid and word(solid[-1]) not in ABOUT | {"union", "all", "analyze"} else 1
    if first == "select" and second == "distinct":
        return 2
    return 1 if first in SINGLE else 0


def _with_cases(nodes: list[Node]) -> list[Node]:
    """The nodes with every CASE ... END combined into one; a CASE without END stays as it is."""
    out: list[Node] = []
    begins: list[int] = []
    for node in nodes:
        name = word(node)
        dotted = bool(out) and isinstance(out[-1], Leaf) and out[-1].text == "."
        if name == "end" and begins and not dotted and isinstance(node, Leaf):
            start = begins.pop()
            out[start:] = [Case(node, out[start:])]
            continue
        if name == "case" and not dotted:
            begins.append(len(out))
        out.append(node)
    return out
