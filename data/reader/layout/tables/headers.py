"""Heads that stand one below the other: which lines are one head, and over which column it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.ocr import any_of
from data.reader.layout.tables.cells import folded, is_number_header, is_unit_header, is_year
from data.reader.layout.tables.grid import Cell

if TYPE_CHECKING:
    from collections.abc import Sequence


def _said(words: str) -> str:
    """The source of a pattern for words of heads separated by ``|``, of which `folded` has mended what is damaged."""
    return any_of(words, damaged=False)


_WHEN = (
    _said("thực hiện|ước tính|ước th|kế hoạch|dự toán|so với|so cùng|so tháng|cùng kỳ|kỳ trước|kỳ này|báo cáo|lũy kế|cộng dồn")
    + rf"|(?<![a-z])(?:{_said('tháng')}|(?<!{_said('hàng')} )(?<!{_said('mỗi')} ){_said('năm')})(?= \d| {_said('trước|này')}|$)"
    + rf"|(?<![a-z]){_said('quý')}(?= [ivx\d]| {_said('trước|này')}|$)|(?<!\d)(?:19|20)\d\d(?!\d)"
)
_SAYS_WHEN = re.compile(_WHEN)
_SAYS = re.compile(
    rf"{_WHEN}|{_said('ước|tỷ lệ|cơ cấu|tỷ trọng|chênh lệch|tốc độ|tăng|so sánh|bình quân')}|%|\d+t"
    r"|(?<![a-z])(?:kh|th|uth|ck|dt|sl|gt)(?![a-z])"
)
"""The subjects of headers over columns in reports."""
_SPANS = re.compile(rf"{_said('so với|so sánh|so sánh với|trong đó|chia ra')}\W*(?:%\W*)?$")
"""A head over several columns, each of which has its own below it."""
_BELOW = re.compile(
    rf"(?:{_said('tháng|quý|năm|ngày|vụ|kỳ gốc|cùng kỳ|kỳ|trước|kế hoạch|dự toán|giao|cả|đầu|báo cáo|này')}"
    r"|kh|ck|dt|th|t|[ivx]+|[\d\s/,.()%-])+"
)
"""A head below another one: a time or a plan and nothing else."""
_OPEN = re.compile(rf"(?:(?<![a-z]){_said('của|và|đến|từ')}|[-/,])$")
"""A line with this ending continues in the next one."""
_OPEN_FOR_NUMBER = re.compile(
    rf"(?<![a-z])(?:(?<!\d ){_said('tháng')}|{_said('năm|quý|ngày|kỳ|vụ|so|với|tính|ước|hiện|dồn|kế')})$"
)
"""A line with this ending continues in one that begins with a number."""
_TIME = re.compile(rf"{_said('tháng|quý|năm|vụ|ngày')}|\d")
_STATES = "thực hiện|ước tính|ước|cộng dồn|lũy kế|kế hoạch|sơ bộ|chính thức|kỳ trước|dự toán"
_NO_TIME = re.compile(rf"[a-z\s,]*{_said(_STATES)}\W*$")
_OF_ROWS = "chỉ tiêu|nội dung|sản phẩm|ngành|danh mục|mặt hàng|đơn vị hành chính|địa phương|chỉ số|phân tổ"
_NAMES = re.compile(rf"{_said(_OF_ROWS)}|{_said('tên')} ")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST_WORDS = 4
"""Words of a head over names; a title that begins like one has more."""
_MOST_SPANS = 2


def groups_of(cells: Sequence[Cell]) -> list[Cell]:
    """Lines put together that are surely one head: the second begins small, or the first breaks off."""
    groups: list[Cell] = []
    for cell in cells:
        before = folded(groups[-1].text, strip=False) if groups else ""
        number = cell.text[0].isdigit() and _OPEN_FOR_NUMBER.search(before)
        if groups and (_goes_on(cell.text) or _OPEN.search(before) or number):
            groups[-1] = _both(groups[-1], cell)
        else:
            groups.append(cell)
    return groups


def _goes_on(text: str) -> bool:
    return text[0].islower() or text[0] in "(=/+,"


def _both(one: Cell, other: Cell) -> Cell:
    return Cell(f"{one.text} {other.text}", (*one.pieces, *other.pieces))


def reads_like_header(text: str) -> bool:
    """Whether a text is about periods, plans or comparisons, as column headers are."""
    plain = folded(text, strip=False)
    return _SAYS.search(plain) is not None


def names_period_or_plan(text: str) -> bool:
    """Whether a text is about a period or a plan, or compares with one."""
    return _SAYS_WHEN.search(folded(text, strip=False)) is not None


def is_side_header(text: str) -> bool:
    """Whether a head stands over the numbers, names or units of rows, not over values."""
    names = _NAMES.match(folded(text)) is not None and len(text.split()) <= _MOST_WORDS
    return names or is_number_header(text) or is_unit_header(text)


def headers_over_columns(cells: Sequence[Cell], count: int) -> tuple[tuple[Cell, ...], ...] | None:
    """For every column the headers over it; None where the lines cannot be divided into ``count`` headers.

    Args:
        cells: the lines above the first row, in the order of the text.
        count: how many columns of values there are.
    """
    for groups in _ways(cells):
        heads = _placed([group for group in groups if not is_side_header(group.text)], count)
        if heads is not None:
            return heads
    return None


def _ways(cells: Sequence[Cell]) -> list[list[Cell]]:
    """The lines grouped as headers in three ways: a number continues a line without one, none, or any."""
    surely = groups_of(cells)
    likely = _numbers_joined(surely)
    ways = [likely, surely, _times_joined(likely)]
    return [way for at, way in enumerate(ways) if way not in ways[:at]]


def _times_joined(groups: Sequence[Cell]) -> list[Cell]:
    """Heads together with the time in the line below: "Thực hiện" / "Tháng 7"."""
    joined: list[Cell] = []
    for cell in groups:
        if joined and _NO_TIME.fullmatch(folded(joined[-1].text, strip=False)) and _TIME.match(folded(cell.text)):
            joined[-1] = _both(joined[-1], cell)
        else:
            joined.append(cell)
    return joined


def _numbers_joined(groups: Sequence[Cell]) -> list[Cell]:
    joined: list[Cell] = []
    for cell in groups:
        before = joined[-1].text if joined else ""
        full = any(char.isdigit() for char in before) and not (is_year(cell.text) and not _YEAR.search(before))
        if before and cell.text[0].isdigit() and not is_side_header(before) and not full:
            joined[-1] = _both(joined[-1], cell)
        else:
            joined.append(cell)
    return joined


def _placed(groups: list[Cell], count: int) -> tuple[tuple[Cell, ...], ...] | None:
    """Headers over ``count`` columns: one each, or some of them over several columns that have headers of their own.

    The heads of a second line come behind all of the first; they tell no more than a time or a plan.
    """
    spans = len(groups) - count
    if not spans:
        return tuple((group,) for group in groups) if not any(map(_surely_spans, groups)) else None
    if not 0 < spans <= _MOST_SPANS:
        return None
    first = len(groups)
    while first and is_period_header(groups[first - 1].text):
        first -= 1
    above, below = groups[:first], groups[first:]
    over = [at for at, group in enumerate(above) if _surely_spans(group)]
    over = over if len(over) == spans else [at for at, group in enumerate(above) if not any(map(str.isdigit, group.text))]
    if len(over) != spans:
        return None
    parts = [part for part in _parts(below, spans) if all(len(one) == len({cell.text for cell in one}) > 1 for one in part)]
    if len(parts) != 1:
        return None
    heads: list[tuple[Cell, ...]] = []
    for at, group in enumerate(above):
        heads += [(group, cell) for cell in parts[0][over.index(at)]] if at in over else [(group,)]
    return tuple(heads)


def _parts(cells: Sequence[Cell], count: int) -> list[list[Sequence[Cell]]]:
    """The ways to part cells into one or two parts in order."""
    if count == 1:
        return [[cells]]
    return [[cells[:at], cells[at:]] for at in range(1, len(cells))]


def _surely_spans(group: Cell) -> bool:
    return _SPANS.search(folded(group.text, strip=False).strip(" :")) is not None


def is_period_header(text: str) -> bool:
    """Whether a text is only a period or a plan, like a header below another one."""
    return _BELOW.fullmatch(folded(text, strip=False)) is not None
