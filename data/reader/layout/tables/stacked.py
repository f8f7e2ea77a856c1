"""Tables with one cell per line, as they are copied from pages and documents: heads, then for every row its name and values."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.reader.layout.tables.captions import caption_above, line_cell
from data.reader.layout.tables.cells import (
    is_caption,
    is_missing,
    is_number_header,
    is_ordinal,
    is_unit,
    is_unit_header,
    is_value,
    is_year,
    label_end,
    row_number,
    unit_start,
    without_label,
)
from data.reader.layout.tables.grid import MOST_COLUMNS, Cell, Found, Row, Table
from data.reader.layout.tables.headers import (
    headers_over_columns,
    is_period_header,
    is_side_header,
    names_period_or_plan,
    reads_like_header,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.reader.layout.lines import Line

_LONGEST, _MOST_BETWEEN, _MOST_HEAD = 110, 8, 60
_FEWEST_ROWS, _FEWEST_LONE = 2, 4
_MOST_OVER = 3
"""Lines between the heads and the first row."""


@dataclass(slots=True)
class _Run:
    """Values one below the other, by their lines."""

    first: int
    behind: int

    @property
    def length(self) -> int:
        """How many lines it has."""
        return self.behind - self.first


def stacked_tables(lines: Sequence[Line]) -> Iterator[Found]:
    """The tables with one cell per line."""
    last = 0
    waiting = list(_series(lines, list(_runs(lines))))[::-1]
    while waiting:
        runs = waiting.pop()
        found = _table(lines, runs, last)
        if found is not None:
            yield found
            last = found.behind
            # What follows with another number of values a row is another table.
            if rest := [run for run in runs if run.first >= last]:
                waiting.append(rest)


def _runs(lines: Sequence[Line]) -> Iterator[_Run]:
    """The lines that hold values and follow each other."""
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and (is_value(lines[end].text) or (end > at and is_missing(lines[end].text))):
            end += 1
            if end < len(lines) and lines[end].feed:
                break
        if end > at:
            yield _Run(at, end)
        at = max(end, at + 1)


def _series(lines: Sequence[Line], runs: Sequence[_Run]) -> Iterator[list[_Run]]:
    """Runs of values with a few short lines between each and the next."""
    series: list[_Run] = []
    for run in runs:
        if series and not _joins(lines, series[-1].behind, run.first):
            yield series
            series = []
        series.append(run)
    if series:
        yield series


def _joins(lines: Sequence[Line], start: int, end: int) -> bool:
    """Whether the values on both sides of some lines may be those of one table."""
    between = lines[start:end]
    if not 0 < len(between) <= _MOST_BETWEEN or any(line.feed for line in lines[start : end + 1]):
        return False
    if any(len(line.text) > _LONGEST or _is_prose(line) or is_caption(line.text) or unit_start(line.text) for line in between):
        return False
    return sum(names_period_or_plan(line.text) for line in between) <= 1


def _is_prose(line: Line) -> bool:
    return line.text.endswith((".", ";")) and len(line.text.split()) > 4


def _table(lines: Sequence[Line], runs: list[_Run], last: int) -> Found | None:
    runs, count = _shape(lines, runs)
    while runs and runs[0].length != count:
        runs = runs[1:]
    while runs and runs[-1].length < count:
        runs = runs[:-1]
    if not runs or count > MOST_COLUMNS:
        return None
    runs[-1] = _Run(runs[-1].first, runs[-1].first + count)
    right = sum(run.length == count for run in runs)
    if right < (_FEWEST_ROWS if count > 1 else _FEWEST_LONE):
        return None
    start = _top(lines, runs[0].first, last)
    start += _title(lines[start : runs[0].first])
    block = [line_cell(line) for line in lines[start : runs[0].first]]
    at = _first_row(block, count)
    if at is None:
        return None
    heads = headers_over_columns(block[:at], count)
    if heads is None and count == 1:
        return None
    rows = _rows(lines, runs, block[at:], count)
    top = caption_above(lines, start, last)
    return Found(top.first, runs[-1].behind, Table(top.caption, top.unit, heads, tuple(block[:at]), tuple(rows)))


def _shape(lines: Sequence[Line], runs: list[_Run]) -> tuple[list[_Run], int]:
    """The runs without the numbers of rows that stand in lines of their own, and how many values a row has."""
    bare = _without_numbers(lines, runs)
    usual, right = _usual(runs)
    usual_bare, right_bare = _usual(bare)
    return (bare, usual_bare) if right_bare >= right and len(bare) > 1 else (runs, usual)


def _usual(runs: Sequence[_Run]) -> tuple[int, int]:
    """The most common length of runs, the greater one of two, and how many have it; behind the last may stand a page number."""
    counts = Counter(run.length for run in runs[:-1] or runs)
    return max(counts.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))


def _without_numbers(lines: Sequence[Line], runs: Sequence[_Run]) -> list[_Run]:
    """The runs without the number of the next row, where those that stand at their ends count from 1 on."""
    bare, number = [], 0
    for run in runs:
        of_row = row_number(lines[run.behind - 1].text)
        follows = of_row is not None and (of_row == number + 1 or (number and of_row == 1))
        behind = run.behind
        if follows and of_row is not None and behind < len(lines):
            number = of_row
            behind -= 1
        if behind > run.first:
            bare.append(_Run(run.first, behind))
    return bare if number > 1 else []


def _top(lines: Sequence[Line], first: int, last: int) -> int:
    """The first line above a run of values that may be one of its heads: below a title, a unit for all, a heading, a sentence."""
    at, headed = first, False
    while at > max(last, first - _MOST_HEAD):
        line = lines[at - 1]
        if unit_start(line.text) or is_caption(line.text) or _is_prose(line) or len(line.text) > _LONGEST or line.text[0] == "#":
            break
        if (headed and label_end(line.text)) or _is_page_number(line.text):
            break
        at -= 1
        if line.feed:
            break
        headed = headed or reads_like_header(line.text)
        if is_number_header(line.text):
            break
    return at


def _is_page_number(text: str) -> bool:
    """Whether a line above the first row is a number, neither a year nor the number of that row."""
    return is_value(text) and not is_year(text) and row_number(text) != 1


def _title(lines: Sequence[Line]) -> int:
    """How many of the lines above a table stand before the first that is a head."""
    heads = [reads_like_header(line.text) or is_side_header(line.text) or _begins(lines, at) for at, line in enumerate(lines)]
    first = heads.index(True) if True in heads else 0
    widest, title = -1, first
    for place in range(len(lines) - 1, first, -1):
        if lines[place].gap > widest >= 0 and any(heads[place:]):
            title = place
        widest = max(widest, lines[place].gap)
    return title


def _begins(lines: Sequence[Line], at: int) -> bool:
    """Whether a head begins with a line and ends in the next: "Đơn vị" / "tính"."""
    return at + 1 < len(lines) and is_side_header(f"{lines[at].text} {lines[at + 1].text}")


def _first_row(block: Sequence[Cell], count: int) -> int | None:
    """Where the first row begins among the lines above the first values: after the last one that reads like a header."""
    end = len(block)
    if end and is_unit(block[-1].text) and not is_unit_header(block[-1].text):
        end -= 1
    while end > 1 and (_continues(block[end - 1].text)):
        end -= 1
    name = end - 1
    if name < 0:
        return None
    while name and is_ordinal(block[name - 1].text) and not is_value(block[name].text):
        name -= 1
    heads = name
    while heads and not (reads_like_header(block[heads - 1].text) or is_side_header(block[heads - 1].text)):
        heads -= 1
    # A row that is a heading for those below may read like a header: the lines before it are tried, too.
    for at in range(heads, max(0, heads - _MOST_OVER), -1):
        if any(is_period_header(cell.text) for cell in block[at:heads]):
            break
        if headers_over_columns(block[:at], count):
            return at
    return name


def _continues(text: str) -> bool:
    return text[0].islower() or text[0] in "(,"


def _rows(lines: Sequence[Line], runs: Sequence[_Run], first: Sequence[Cell], count: int) -> list[Row]:
    """The rows, with those between them that have a name only."""
    rows: list[Row] = []
    words = list(first)
    for place, run in enumerate(runs):
        if place:
            words = [line_cell(line) for line in lines[runs[place - 1].behind : run.first]]
        *above_it, (label, name, unit) = _named(words)
        rows += [Row(over, title, of, ()) for over, title, of in above_it]
        values = [line_cell(line) for line in lines[run.first : run.behind]]
        if run.length != count:
            rows.append(Row(label, name, unit, (), tuple(values)))
        else:
            rows.append(Row(label, name, unit, tuple(None if is_missing(cell.text) else cell for cell in values)))
    return [row for row in rows if row.name.text or row.values or row.odd]


def _named(words: Sequence[Cell]) -> list[tuple[Cell | None, Cell, Cell | None]]:
    """Names with their numbers and units, out of the lines between two runs of values."""
    named: list[tuple[Cell | None, Cell, Cell | None]] = []
    label: Cell | None = None
    for cell in words:
        if is_ordinal(cell.text) and not (named and is_year(cell.text)):
            label = cell
        elif named and label is None and is_unit(cell.text):
            named[-1] = (named[-1][0], named[-1][1], cell)
        elif named and label is None and not label_end(cell.text) and _continues_name(named[-1][1].text, cell.text):
            before = named[-1][1]
            named[-1] = (named[-1][0], Cell(f"{before.text} {cell.text}", (*before.pieces, *cell.pieces)), named[-1][2])
        else:
            own, name = without_label(cell)
            named.append((label or own, name, None))
            label = None
    if not named:
        return [(None, label or Cell("", ()), None)]
    return named


def _continues_name(before: str, text: str) -> bool:
    return _continues(text) or before.endswith((",", " và", " -", " của"))
