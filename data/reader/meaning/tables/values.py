"""The numbers in a cell of a table: a value with its sign and bound, or the two ends of a range."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.grammar.comparator import bound_before
from data.grammar.number import TOKEN, read_number
from data.grammar.ocr import fold_with_map, tolerant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.reader.layout.tables.grid import Cell

_GROUPED = re.compile(r"(?<!\d)\d{1,3}(?: \d{3})+(?:,\d+)?(?![\d.])")
_POINT, _COMMA = re.compile(r"\d+\.\d{1,2}|\d{1,3}(?:,\d{3})+\.\d+"), re.compile(r"\d[\d.]*,\d{1,2}|\d{1,3}(?:\.\d{3})+,\d+")
_FEWEST = 2
_RANGE = re.compile(tolerant(r"\s*(?:-|đến)\s*"))
_BOUND = r"trên|hơn|dưới|gần|khoảng|tối thiểu|tối đa|ít nhất|không quá|xấp xỉ|[<>~≤≥≈]"
_WORDS = re.compile(tolerant(rf"(?:{_BOUND})?\s*([-+]\s*)?"))
_BEHIND = re.compile(r"\s*%?\s*")


@dataclass(frozen=True, slots=True)
class Value:
    """A number of a cell.

    Attributes:
        start: where it stands.
        end: the place behind it.
        value: signed.
        bound: trên, gần, khoảng, dưới or None.
        repair: rule that mended it, or None.
        percent: "%" is printed behind it.
        printed: as printed.
    """

    start: int
    end: int
    value: float
    bound: str | None
    repair: str | None
    percent: bool
    printed: str


def in_english(cells: Iterable[Cell]) -> bool:
    """Whether the cells of a table part decimals by a point, as tables that come from a spreadsheet do: one table has one way."""
    texts = [cell.text.strip("()-+% ") for cell in cells]
    points = sum(_POINT.fullmatch(text) is not None for text in texts)
    return points >= _FEWEST and not any(_COMMA.fullmatch(text) for text in texts)


def values_of(cell: Cell, raw: str, english: bool) -> list[Value]:
    """The numbers of a cell; none where it says more than a number, a bound or a range.

    Args:
        cell: what is read.
        raw: the text of the report.
        english: its table parts decimals by a point and thousands by a comma.
    """
    if len(cell.pieces) != 1:
        return []
    left, behind = cell.pieces[0]
    folded = fold_with_map(raw[left:behind])
    text = folded.text
    spans = [match.span() for match in _GROUPED.finditer(text)] or [match.span() for match in TOKEN.finditer(text)]
    if not spans or len(spans) > 2 or _BEHIND.fullmatch(text, spans[-1][1]) is None:
        return []
    before = _WORDS.fullmatch(text, 0, spans[0][0])
    if before is None or (len(spans) == 2 and _RANGE.fullmatch(_without_percent(text, spans)) is None):
        return []
    bound = bound_before(text, before.start(1) if before[1] else spans[0][0], damaged=True)
    sign = -1.0 if before[1] and before[1].strip() == "-" else 1.0
    found = []
    for start, end in spans:
        number = read_number(text[start:end], english)
        if number is None:
            return []
        percent = text[end : end + 2].lstrip().startswith("%")
        repair = "english-separators" if english else number.repair if number.repair != "split" else None
        place = left + folded.at[start], left + folded.at[end - 1] + 1
        found.append(Value(*place, sign * number.value, bound, repair, percent, text[start:end]))
    return found


def _without_percent(text: str, spans: list[tuple[int, int]]) -> str:
    return text[spans[0][1] : spans[1][0]].replace("%", "")
