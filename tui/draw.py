"""Drawing by hand: lines made of pieces (text, role), measured in terminal cells, never parsed as markup.

A role is a name that `tui.widgets.painter` turns into colours. Text from the store always passes
through `clean`, so that control characters cannot reach the terminal.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import takewhile
from typing import TYPE_CHECKING, TypeAlias

from rich.cells import cell_len, set_cell_size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Piece: TypeAlias = tuple[str, str]
Line: TypeAlias = tuple[Piece, ...]

ELLIPSIS = "…"
HANG = ("", "hang")
"""What is before this piece stays alone at the left: when the line is broken, the rest goes on under what is behind it."""
DISPUTED = ("⚠", "disputed")
"""Stands at a figure that cannot be right together with another one."""
_MIDDLE = 12
"""Cells from which on a name keeps its end when it is cut."""
_FEW = 8
"""Cells that are given up so that a name is cut between words: those of Vietnamese are no longer."""
_LOOSE = ("", " ", "·")
"""What no cut stands beside: it would part nothing from the rest."""
_NAME = 6
"""Cells of a name that its unit leaves at least."""
_WORD = re.compile(r"[^\s,.;:()]+")
_PART = re.compile(r"(?<![^\s-])[^\s-]")
"""The beginning of a word, or of a date behind a dash."""
_NUMBER = re.compile(r"[<>≲≳≈+−◇]*\d(?:[\d.,]*\d)?")


def clean(text: str) -> str:
    """Text from outside made safe for a terminal: composed (NFC), control and format characters replaced by spaces."""
    composed = text if text.isascii() else unicodedata.normalize("NFC", text)
    if composed.isprintable():
        return composed
    return "".join(" " if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn") else char for char in composed)


def width(text: str) -> int:
    """The number of terminal cells that ``text`` takes."""
    return cell_len(text)


def fit(text: str, cells: int) -> str:
    """``text`` cut with an ellipsis or padded on the right to exactly ``cells`` terminal cells; a number is cut out whole."""
    if cells <= 0:
        return ""
    if cell_len(text) > cells:
        text = _beginning(text, cells - 1) + ELLIPSIS
    return text + " " * (cells - cell_len(text))


def cut_middle(text: str, cells: int) -> str:
    """Like `fit`, but cut in the middle: names with the same beginning differ at their ends."""
    if cell_len(text) <= cells:
        return fit(text, cells)
    if cells < _MIDDLE:
        return fit(_few_words(text, cells), cells)
    if between := _cut_between_words(text, cells) or _without_bracket(text, cells):
        return fit(between, cells)
    if text[0] == " ":
        return fit(_few_words(text, cells), cells)
    end = text[-1:]
    for char in reversed(text[:-1]):
        if cell_len(char + end) > (cells - 1) * 2 // 5:
            break
        end = char + end
    whole = end.partition(" ")[2]
    if len(whole) > 2 and text[-len(end) - 1] != " ":
        end = whole
    if number := _number_at(text, len(text) - len(end)):
        end = text[number[1] :]
    return fit(_beginning(text, cells - cell_len(end) - 1).rstrip() + ELLIPSIS + end, cells)


def _cut_between_words(text: str, cells: int) -> str:
    """As many whole words of the beginning and of the end as fit; empty where that would leave more than a few cells unused.

    Ends of a quarter of the width at least are better; of two ways that leave as many cells unused that one is taken whose end is
    nearer to two fifths of the width.
    """
    edges = [place for place, char in enumerate(text) if char == " "]
    heads = takewhile(lambda head: head[0] < cells, ((cell_len(text[:edge]), edge) for edge in edges))
    ends = takewhile(lambda end: end[0] <= cells // 2, ((cell_len(text[edge + 1 :]), edge) for edge in reversed(edges)))
    behind = [(end, edge) for end, edge in ends if text[edge + 1 : edge + 2] not in _LOOSE]
    least = cells - 1 - min(_FEW, cells // 3)
    ways = [
        (end < cells // 4, cells - 1 - head - end, abs(end - cells * 2 // 5), first, last)
        for head, first in heads
        if text[first - 1 : first] not in _LOOSE
        for end, last in behind
        if least <= head + end < cells
    ]
    *_, first, last = min(ways, default=(True, 0, 0, 0, 0))
    return text[:first] + ELLIPSIS + text[last + 1 :] if ways else ""


def _few_words(text: str, cells: int) -> str:
    """The words at the beginning of a name that fit into few cells; the name where they are much less than half of those.

    Of what goes on behind a name, as its own first letter says, no word is cut: where none fits, it is left out.
    """
    words, goes_on = _words_within(text, cells - 1), text[:1] == " "
    return words + ELLIPSIS if goes_on or (words and cell_len(words) + 2 >= cells // 2) else text


def _without_bracket(text: str, cells: int) -> str:
    """A name without what explains it in brackets at its end; empty where that is not all that is too long, or not nearly."""
    head, bracket, end = text.rpartition(" (")
    return head + ELLIPSIS if bracket and end.endswith(")") and 0 <= cells - 1 - cell_len(head) <= min(_FEW, cells // 3) else ""


def cut_apart(text: str, place: int, cells: int) -> str:
    """Like `cut_middle`, but so that the word at ``place`` stays, or its beginning: there a name differs from another."""
    cut = cut_middle(text, cells)
    head, dots, end = cut.rstrip().partition(ELLIPSIS)
    if not dots or len(head) > place or len(end) >= len(text) - place:
        return cut
    start = text.rfind(" ", 0, place) + 1
    own = text[start:]
    if start == 0:
        words = _words_within(text, cells - 1)
        return fit(f"{words}{ELLIPSIS}" if words else text, cells)
    before = _words_within(text[:start], max(cells * 2 // 5, cells - cell_len(own) - 1))
    room = cells - cell_len(before) - 1
    told = place < len(_beginning(text, cells - 1))
    if told and not before:
        return fit(text, cells)
    if cell_len(own) > room:
        whole = _words_within(text, cells - 1)
        if len(whole) > place:
            return fit(whole + ELLIPSIS, cells)
        words = _words_within(own, room - 1)
        if not words and not before:
            return cut
        if not words and told:
            return fit(text, cells)
        own = words + ELLIPSIS if words else own
    return fit(f"{before}{ELLIPSIS}{own}", cells)


def _words_within(text: str, cells: int) -> str:
    """The words at the beginning of a text that fit into ``cells`` terminal cells, at least a letter; empty where none does."""
    edges = [place for place, char in enumerate(f"{text} "[: cells + 1]) if char == " " and text[place - 1 : place] not in _LOOSE]
    return max((text[:edge] for edge in edges if cell_len(text[:edge]) <= cells), key=len, default="")


def cut_before(text: str, cells: int) -> str:
    """Like `fit`, but cut at the left, before a word or a number: of a span of days its end stays."""
    if cell_len(text) <= cells:
        return fit(text, cells)
    starts = (found.start() for found in _PART.finditer(text) if cell_len(text[found.start() :]) < cells)
    return fit(ELLIPSIS + text[next(starts, len(text)) :], cells)


def _beginning(text: str, cells: int) -> str:
    """As much of a text as ``cells`` terminal cells hold, without the beginning of a number whose rest they do not hold."""
    head = set_cell_size(text, cells)
    number = _number_at(text, len(head))
    return text[: number[0]] if number else head


def _number_at(text: str, place: int) -> tuple[int, int] | None:
    """Where the number begins and ends that a cut at ``place`` would part."""
    return next((found.span() for found in _NUMBER.finditer(text) if found.start() < place < found.end()), None)


def align_right(text: str, cells: int) -> str:
    """``text`` set against the right edge of ``cells`` terminal cells, cut on the right where it is too long."""
    shown = text if cell_len(text) <= cells else fit(text, cells).rstrip(" ")
    return " " * (cells - cell_len(shown)) + shown


def line_width(line: Sequence[Piece]) -> int:
    """The number of terminal cells of a whole line."""
    return sum(cell_len(text) for text, _ in line)


def fit_line(line: Sequence[Piece], cells: int, cut: Callable[[str, int], str] = fit) -> Line:
    """A line cut with an ellipsis by ``cut``, or padded, to exactly ``cells`` terminal cells."""
    taken, out = 0, []
    for text, piece_role in line:
        size = cell_len(text)
        if taken + size > cells:
            out.append((cut(text, cells - taken), piece_role))
            return tuple(out)
        out.append((text, piece_role))
        taken += size
    if taken < cells:
        out.append((" " * (cells - taken), "plain"))
    return tuple(out)


def align_line_right(line: Sequence[Piece], cells: int) -> Line:
    """A line set against the right edge of ``cells`` terminal cells."""
    missing = cells - line_width(line)
    return ((" " * missing, "plain"), *line) if missing > 0 else fit_line(line, cells)


def justify(left: Sequence[Piece], tail: Sequence[Piece], cells: int) -> Line:
    """A line with ``left`` at the left edge and ``tail`` at the right; ``left`` is cut where both do not fit."""
    room = cells - line_width(tail) - 1
    if room < 8:
        return fit_line(left, cells, cut=cut_middle)
    return (*fit_line(left, room, cut=cut_middle), (" ", "plain"), *tail)


def fit_name(name: Sequence[Piece], cells: int, place: int = 0) -> Line:
    """A name cut in the middle, or padded, to exactly ``cells`` terminal cells.

    Args:
        name: its pieces, of which the last one that has room is cut.
        cells: the room.
        place: the letter at which it begins to differ from one that it could be taken for, see `cut_apart`; 0 if there is none.
    """
    taken = before = 0
    for text, _ in name:
        if taken + cell_len(text) > cells:
            break
        taken, before = taken + cell_len(text), before + len(text)
    if place <= before:
        return fit_line(name, cells, cut=cut_middle)
    return fit_line(name, cells, cut=lambda text, room: cut_apart(text, place - before, room))


def with_unit(name: Sequence[Piece], unit: Sequence[Piece], cells: int, place: int = 0) -> Line:
    """A name with its unit at the right edge; where both do not fit, the name is cut, or a unit left out that it says itself.

    Args:
        name: its pieces.
        unit: its pieces.
        cells: the room for both.
        place: where the name is told apart from another, see `fit_name`.
    """
    if line_width(name) + line_width(unit) < cells:
        return justify(name, unit, cells)
    alone, room = fit_name(name, cells, place), cells - line_width(unit) - 1
    if room < _NAME or says(alone, unit):
        return alone
    return (*fit_name(name, room, place), (" ", "plain"), *unit)


def says(name: Sequence[Piece], unit: Sequence[Piece]) -> bool:
    """Whether a name holds the words of a unit."""
    return f" {_spoken(unit)} " in f" {_spoken(name)} "


def _spoken(line: Sequence[Piece]) -> str:
    return " ".join(_WORD.findall(plain_text(line).casefold()))


def wrap(line: Sequence[Piece], cells: int, indent: int = 0) -> list[Line]:
    """A line broken at spaces into lines of at most ``cells`` terminal cells; all but the first are indented.

    A number and its per cent sign stay together.
    """
    lines: list[list[Piece]] = [[]]
    taken = 0
    limit = max(8, cells)
    indent = min(indent, limit * 3 // 5)
    for whole, role in _words(line):
        word, size = whole, cell_len(whole)
        if taken + cell_len(word.rstrip(" ")) > limit and taken > 0:
            lines.append([(" " * indent, "plain")] if indent else [])
            taken = indent
            word, size = word.lstrip(" "), cell_len(word.lstrip(" "))
        while taken + size > limit and size > limit - indent:
            head = set_cell_size(word, limit - taken).rstrip(" ") or word[:1]
            lines[-1].append((head, role))
            word = word[len(head) :]
            size = cell_len(word)
            lines.append([(" " * indent, "plain")] if indent else [])
            taken = indent
        if word:
            lines[-1].append((word, role))
            taken += size
    return [tuple(pieces) for pieces in lines]


def plain_text(line: Iterable[Piece]) -> str:
    """The characters of a line, without roles."""
    return "".join(text for text, _ in line)


def _words(line: Sequence[Piece]) -> Iterable[Piece]:
    for text, role in line:
        start = 0
        for place in range(1, len(text)):
            if text[place] not in " %" and text[place - 1] == " ":
                yield text[start:place], role
                start = place
        if text[start:]:
            yield text[start:], role
