"""Where the pages of a text begin, found from what the page breaks left behind.

Form feeds are believed when there are any. Else a page begins at a line that starts with a blank right below a line of
text (scanned texts are often joined so), and at a line that holds nothing but the next page number.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.reader.layout.lines import Layout, Line, is_closed

PAGE_NUMBER = re.compile(r"[-–—|~\s]*(?:trang|page)?\s*(\d{1,4})(?:\s*/\s*\d{1,4})?[-–—\s]*$", re.IGNORECASE)
"""A line that holds nothing but a page number; scans leave strokes of the page's edge beside it."""

_SHORTEST_PAGE, _LONGEST_PAGE = 5, 80
"""Lines of a page."""
_LEAST_OF_PAGE = 500
"""Letters of a page."""
_SEVERAL = 3
"""Numbers that stand apart which bear each other out."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a text.

    Attributes:
        starts: Index of the first line of every page; the first is 0.
        numbers: The page number of each, 1-based; printed numbers correct the counting.
        furniture: Indices of the lines that are only a printed page number.
    """

    starts: list[int]
    numbers: list[int]
    furniture: frozenset[int]

    def are_known(self, lines: int) -> bool:
        """True when page breaks are known throughout a text of ``lines`` lines.

        No page is far longer than the others then, none holds more lines than a sheet of paper does, and the printed numbers
        count hardly more pages than were found.
        """
        lengths = sorted(end - first for first, end in pairwise([*self.starts, lines]))
        alike = lengths[-1] <= min(3 * max(lengths[len(lengths) // 2], 10), _LONGEST_PAGE)
        return len(lengths) > 1 and alike and 2 * self.numbers[-1] < 3 * len(self.starts)


def paginate(lines: list[Line], layout: Layout) -> Pages:
    """Find the pages of a text; a text without any trace of page breaks is one page."""
    breaks = {index for index, line in enumerate(lines) if index and line.feed}
    if not breaks:
        breaks = _indented_starts(lines, layout)
    printed = _printed_numbers(lines, breaks)
    numbers = {0: 1}
    page, last = 1, 0
    for index in sorted({*breaks, *printed} - {0}):
        number = printed.get(index)
        if index in breaks:
            page, last = page + 1, index
        if number is None:
            numbers[index] = page
        elif number > page or index in breaks:
            page, last = number, index
            numbers[index] = page
        elif index != last and index + 1 < len(lines) and index + 1 not in breaks:
            page, last = page + 1, index + 1
            numbers[index + 1] = page
    starts = sorted(numbers)
    return Pages(starts, [numbers[start] for start in starts], frozenset(printed))


def guess_pages(lines: list[Line], layout: Layout, feet: Sequence[tuple[int, int]]) -> Pages:
    """Pages of a text without any trace of page breaks.

    A page ends with its foot of notes, and, where a paragraph is one line, where a line breaks off in a sentence.
    """
    starts = {0, *(end for _begin, end in feet if end < len(lines))}
    if not layout.wrapped:
        noted = {index for begin, end in feet for index in range(begin, end)}
        for index in range(1, len(lines)):
            cut = len(lines[index - 1].text) > layout.width // 2 and not is_closed(lines[index - 1].text)
            if cut and index not in noted and index - 1 not in noted and lines[index].text[0].islower():
                starts.add(index)
    order = sorted(starts)
    return Pages(order, list(range(1, len(order) + 1)), frozenset())


def _indented_starts(lines: list[Line], layout: Layout) -> set[int]:
    """Lines that begin with one blank right below a line of text, if these are as rare as pages are."""
    found = [index for index, line in enumerate(lines) if index and line.indent == 1 and line.gap == 0 and not line.rule]
    if not layout.wrapped or len(found) * 2 * _SHORTEST_PAGE > len(lines):
        return set()
    kept: list[int] = []
    for index in found:
        if index - (kept[-1] if kept else 0) >= _SHORTEST_PAGE:
            kept.append(index)
    return set(kept)


def _printed_numbers(lines: list[Line], breaks: set[int]) -> dict[int, int]:
    """Lines that hold only a page number which the pages before it, the next such line, or the room around it bear out.

    A number that stands apart from the text is believed where the pages that it counts are as long as pages are.
    """
    bare = [(index, int(match[1])) for index, line in enumerate(lines) if (match := PAGE_NUMBER.match(line.text))]
    borne_out = {index for (index, value), (_, following) in pairwise(bare) if following == value + 1}
    counting = _counting(lines, bare)
    order = sorted(breaks)
    printed: dict[int, int] = {}
    page, passed, last, above = 1, 0, 0, 0
    for index, value in bare:
        while passed < len(order) and order[passed] <= index:
            page, passed = page + 1, passed + 1
        expected = value in (page, page + 1) or (last and value == last + 1) or (index in borne_out and not last)
        if value > max(last, 1) and lines[index].gap > 2 and index + 1 < len(lines) and lines[index + 1].gap:
            expected = expected or 2 * _SHORTEST_PAGE <= (index - above) / (value - max(last, 1)) <= _LONGEST_PAGE
        if (expected or index in counting or _parts_sentence(lines, index)) and value > last:
            printed[index], last, above = value, value, index
            page = max(page, value)
    return printed


def _counting(lines: list[Line], bare: list[tuple[int, int]]) -> set[int]:
    """The lines of page numbers that stand apart, if there are several, all grow, and between them is as much text as pages hold.

    Some may have been lost: 2, 4, 6 and 8.
    """
    apart = [(at, value) for at, value in bare if lines[at].gap and at + 1 < len(lines) and lines[at + 1].gap]
    full = all(
        low < high and sum(len(line.text) for line in lines[first:end]) >= _LEAST_OF_PAGE * (high - low)
        for (first, low), (end, high) in pairwise(apart)
    )
    return {at for at, _ in apart} if len(apart) >= _SEVERAL and full else set()


def _parts_sentence(lines: list[Line], index: int) -> bool:
    """Whether a line stands alone between the end of a page and a sentence that goes on at the head of the next."""
    if not 0 < index < len(lines) - 1 or not (lines[index].gap and lines[index + 1].gap):
        return False
    return is_closed(lines[index - 1].text) and lines[index + 1].text[0].islower()
