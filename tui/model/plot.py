"""A small chart in braille dots: points over periods, with axes in the language's number format.

Mixed periods are drawn honestly: every kind of period has a mark of its own, and a line joins only what can be compared:
cumulative figures of one year, or quarters, months, halves, years among themselves. A cumulative is never joined to a month, nor
what compares with one period to what compares with another.
Bars stand beside their like, and sums of several years are written under the chart where there is anything shorter to draw.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from tui.draw import Line, Piece, align_right, fit, plain_text, width, wrap
from tui.model.figures import AIM
from tui.model.periods import short_label
from tui.numbers import number, ticks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.drill import PeriodHead
    from tui.words import Words

Point: TypeAlias = "tuple[PeriodHead, float]"
MARKS = {
    "cumulative": "●",
    "half": "◐",
    "quarter": "◆",
    "month": "▪",
    "year": "■",
    "point": "○",
    "years": "▬",
    "span": "▬",
    "target": AIM,
    "months": "▬",
}
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_FROM_ABOVE = " ▀█"
_YEAR = 366


def may_connect(one: PeriodHead, two: PeriodHead) -> bool:
    """Whether a line may connect two successive periods."""
    if one.base != two.base:
        return False
    if one.kind != two.kind and {one.kind, two.kind} - {"cumulative", "half"}:
        return False
    if one.kind in ("cumulative", "half") and two.kind in ("cumulative", "half"):
        return one.start.year == two.start.year
    return one.kind in ("quarter", "month", "year", "point")


def chart(
    points: Sequence[Point], say: Words, cells: int, height: int, bars: bool, alike: bool = False, ranks: bool = False
) -> list[Line]:
    """The chart as lines of at most ``cells`` x ``height``; too little room or no point gives words instead.

    Args:
        points: periods with their values, in order of time.
        say: the language.
        cells: the width.
        height: the height.
        bars: bars, not marks and lines.
        alike: whether figures of one and of several years can be compared, as rates can and sums cannot.
        ranks: whether they are places, of which the first is the best: the better one stands above.
    """
    if not points or cells < 24 or height < 6:
        return [((say("chart.nothing") if not points else say("chart.no_room"), "dim"),)]
    drawn, apart = _drawn_and_listed(points, bars, alike)
    if ranks:
        drawn = [(period, -value) for period, value in drawn]
    values = [value for _, value in drawn]
    highest = max(0.0, *values) or float(not ranks)
    choices = [ticks(min(0.0, *values), highest, count) for count in range(3, max(4, min(7, height // 3 + 1)))]
    margin = max(width(number(mark, say.lang)) for marks in choices for mark in marks) + 2
    columns = cells - margin - 1
    places, step = _places(drawn, columns, bars)
    marked = [(place, MARKS[period.kind]) for place, (period, _) in zip(places, drawn, strict=True)]
    signs = [_under(marked, columns)] if bars else []
    legend = _legend(drawn, say, columns)
    legend += _ranges(drawn, say, columns) if height > len(legend) + 8 else []
    legend += _listed_lines(apart, say, columns) if height > len(legend) + 8 else []
    rows = height - 2 - len(signs) - len(legend)
    # The marks of the axis stand equally far from each other: as many as waste no more than two rows.
    marks = min(choices, key=lambda marks: ((rows - 1) % (len(marks) - 1) // 3, -len(marks)))
    canvas = _Canvas(columns, rows - (rows - 1) % (len(marks) - 1), marks[0], marks[-1])
    if bars:
        canvas.bars(places, values, max(1, min(6, step - 1)))
    else:
        _lines(canvas, places, drawn)
    names = [(place, say.pick(period.label_vi, period.label_en)) for place, (period, _) in zip(places, drawn, strict=True)]
    under = [*signs, _named(names, columns), *legend]
    return [*_on_axes(canvas, marks, margin, say, ranks), *(((" " * margin + line, "dim"),) for line in under)]


def _drawn_and_listed(points: Sequence[Point], bars: bool, alike: bool) -> tuple[list[Point], list[Point]]:
    """The points that are drawn, for bars kind by kind, and those only listed: of several years, beside shorter periods."""
    drawn = [point for point in points if alike or (point[0].end - point[0].start).days <= _YEAR] or list(points)
    apart = [point for point in points if point not in drawn]
    if bars:
        kinds = list(dict.fromkeys(period.kind for period, _ in drawn))
        drawn.sort(key=lambda point: kinds.index(point[0].kind))
    return drawn, apart


def _on_axes(canvas: _Canvas, marks: Sequence[float], margin: int, say: Words, ranks: bool) -> list[Line]:
    """The rows of a canvas behind their axis, whose marks are written in the margin, and the axis under them.

    Ranks are counted from above, where there is no place 0.
    """
    shown = [(mark, -mark if ranks else mark) for mark in reversed(marks)]
    labels = {canvas.row(mark): number(value, say.lang) for mark, value in shown if value or not ranks}
    lines: list[Line] = []
    for row in range(canvas.rows):
        axis = align_right(labels[row], margin - 1) + "┤" if row in labels else " " * (margin - 1) + "│"
        lines.append(((axis, "dim"), *canvas.line(row)))
    return [*lines, ((" " * (margin - 1) + "└" + "─" * canvas.columns, "dim"),)]


def _places(points: Sequence[Point], columns: int, bars: bool) -> tuple[list[int], int]:
    """The column of every point, and how far they stand from each other; bars of another kind begin after a space."""
    slots: list[int] = []
    for place, (period, _) in enumerate(points):
        slots.append(slots[-1] + 1 + (bars and period.kind != points[place - 1][0].kind) if slots else 0)
    return [int((slot + 0.5) * columns / (slots[-1] + 1)) for slot in slots], columns // (slots[-1] + 1)


def _legend(points: Sequence[Point], say: Words, cells: int) -> list[str]:
    """The kinds of periods with their marks, on as many lines as they need."""
    lines: list[str] = [""]
    for kind in dict.fromkeys(period.kind for period, _ in points):
        entry = f"{MARKS[kind]} {say('kind.' + kind)}"
        if lines[-1] and width(lines[-1]) + 2 + width(entry) > cells:
            lines.append("")
        lines[-1] += f"  {entry}" if lines[-1] else entry
    return lines


def _listed_lines(points: Sequence[Point], say: Words, cells: int) -> list[str]:
    """What is not drawn beside the rest, in words."""
    said = " · ".join(
        f"{say.pick(period.label_vi, period.label_en)}: {period.told or number(value, say.lang)}" for period, value in points
    )
    return [plain_text(line) for line in wrap(((f"{say('chart.apart')} {said}", "dim"),), cells)] if points else []


def _ranges(points: Sequence[Point], say: Words, cells: int) -> list[str]:
    """Both ends of what is drawn at its middle, in words."""
    said = " · ".join(f"{say.pick(period.label_vi, period.label_en)}: {period.told}" for period, _ in points if period.told)
    return [plain_text(line) for line in wrap(((said, "dim"),), cells)] if said else []


def _lines(canvas: _Canvas, places: Sequence[int], points: Sequence[Point]) -> None:
    for place, (period, value) in enumerate(points):
        follower = next((n for n in range(place + 1, len(points)) if may_connect(period, points[n][0])), None)
        if follower is not None:
            canvas.stroke(places[place], value, places[follower], points[follower][1])
    for place, (period, value) in zip(places, points, strict=True):
        canvas.put(place, value, MARKS[period.kind])


def _named(names: Sequence[tuple[int, str]], columns: int) -> str:
    """The names of periods under their columns, written short where otherwise some would have no room."""
    brief = [(place, short_label(name)) for place, name in names]
    return _under(names if len(_spots(names, columns)) >= len(_spots(brief, columns)) else brief, columns)


def _spots(names: Sequence[tuple[int, str]], columns: int) -> list[tuple[int, str]]:
    """Where names stand, centred on their columns; where there is no room for all of them, the last come first."""
    spots: list[tuple[int, str]] = []
    free = columns
    for place, name in reversed(names):
        at = max(0, min(place - width(name) // 2, columns - width(name)))
        if at <= free - width(name):
            spots.append((at, name))
            free = at - 1
    return spots[::-1]


def _under(names: Sequence[tuple[int, str]], columns: int) -> str:
    """A line with names under their columns."""
    out = ""
    for at, name in _spots(names, columns):
        out += " " * (at - width(out)) + name
    return fit(out, columns)


class _Canvas:
    """Dots, blocks and marks on ``columns`` x ``rows`` cells, from ``low`` at the bottom to ``high`` at the top."""

    def __init__(self, columns: int, rows: int, low: float, high: float) -> None:
        self.columns, self.rows, self._low, self._high = columns, rows, low, high
        self._dots = [[0] * columns for _ in range(rows)]
        self._signs: dict[tuple[int, int], Piece] = {}

    def row(self, value: float) -> int:
        """The row of a value, from the top."""
        return min(self.rows - 1, max(0, self._dot(value) // 4))

    def put(self, column: int, value: float, sign: str) -> None:
        """Put a sign at a value."""
        self._signs[(self.row(value), min(column, self.columns - 1))] = (sign, "accent")

    def stroke(self, x1: int, y1: float, x2: int, y2: float) -> None:
        """Draw a thin line between two values, in braille dots."""
        steps = max(1, (x2 - x1) * 2)
        for step in range(steps + 1):
            share = step / steps
            x = int((x1 + (x2 - x1) * share) * 2)
            y = self._dot(y1 + (y2 - y1) * share)
            if 0 <= x // 2 < self.columns and 0 <= y // 4 < self.rows:
                self._dots[y // 4][x // 2] |= _DOTS[y % 4][x % 2]

    def bars(self, places: Sequence[int], values: Sequence[float], thick: int) -> None:
        """Draw bars from zero, ``thick`` cells wide."""
        ground = round(self._share(0.0) * self.rows)
        for place, value in zip(places, values, strict=True):
            end = self._share(value) * self.rows
            for row in range(self.rows):
                blocks, full = (_EIGHTHS, end - row) if row >= ground else (_FROM_ABOVE, row + 1 - end)
                block = blocks[round(min(1.0, max(0.0, full)) * (len(blocks) - 1))]
                for column in range(max(0, place - thick // 2), min(self.columns, place - thick // 2 + thick)):
                    if block != " ":
                        self._signs[(self.rows - 1 - row, column)] = (block, "accent")

    def line(self, row: int) -> Line:
        """One drawn row."""
        out: list[Piece] = []
        for column in range(self.columns):
            dots = self._dots[row][column]
            out.append(self._signs.get((row, column)) or ((chr(0x2800 + dots), "dim") if dots else (" ", "plain")))
        return tuple(out)

    def _dot(self, value: float) -> int:
        """The dot of a value, counted from the top, four to a row; the highest value is in the middle of its row."""
        return int((1 - self._share(value)) * (self.rows - 1) * 4 + 2)

    def _share(self, value: float) -> float:
        return (value - self._low) / ((self._high - self._low) or 1.0)
