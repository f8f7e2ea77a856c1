"""Running heads and feet: the short title, or the office, that is printed on every page beside its number.

They are no part of the sentence that they cut in two, and the months they name date no figure. A line is one where the
page's number stands before, behind, above or below it, or a form feed before it, and where the line so placed on the next
page says the same. Recognition may have damaged it, differently on every page.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from data.fold import fold
from data.reader.layout.lines import Line, is_closed
from data.reader.layout.pages import PAGE_NUMBER

_LEADING = re.compile(r"(?:trang\s*)?(\d{1,3})[\s|–—-]+(?=[^\W\d])")
_TRAILING = re.compile(r"[\s|–—-]+(?:trang\s*)?(\d{1,3})(?:\s*/\s*\d{1,3})?$")
_CELLS = re.compile(r"[|\t]|\s{2}")
_DIGITS = re.compile(r"\d+")
_FEWEST_LETTERS, _FEWEST_WORDS, _LONGEST, _SHORTEST_PAGE, _ALIKE, _KEPT = 12, 3, 120, 700, 80, 4
"""Letters, words and characters of a head; characters of a page; likeness in per cent; candidates of one page and place."""


_PAGES = {"feed": 2, "above": 2, "below": 2, "before": 3, "behind": 3}
"""On how many pages in a row a line must stand; one more where a note or a list may begin alike."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A line at the edge of a page: its folded words without the page's number; its index, behind those on the pages before."""

    words: str
    lines: tuple[int, ...]


def running_heads(lines: Sequence[Line]) -> frozenset[int]:
    """Indices of the lines that are running heads or feet; none where no two pages in a row have the same."""
    found: set[int] = set()
    seen: dict[tuple[str, int], list[_Candidate]] = defaultdict(list)
    for index, (place, page, words) in _edges(lines):
        if len(words.split()) < _FEWEST_WORDS or sum(map(str.isalpha, words)) < _FEWEST_LETTERS or _CELLS.search(words):
            continue
        chain: tuple[int, ...] = (index,)
        for before in seen[place, page - 1]:
            far = lines[index].left - lines[before.lines[-1]].right >= _SHORTEST_PAGE
            if far and _alike(words, before.words, place):
                chain = (*before.lines[1 - _PAGES[place] :], index)
        if len(chain) == _PAGES[place]:
            found.update(chain)
        seen[place, page] = [*seen[place, page], _Candidate(words, chain)][-_KEPT:]
    return frozenset(found)


def _edges(lines: Sequence[Line]) -> Iterator[tuple[int, tuple[str, int, str]]]:
    """The lines at the edge of a page: index, where the page's number stands, the number, the folded words without it."""
    feeds, numbers = 0, [PAGE_NUMBER.match(line.text) for line in lines]
    for index, line in enumerate(lines):
        feeds += line.feed
        if numbers[index] or len(line.text) > _LONGEST or is_closed(line.text):
            continue
        words = fold(line.text)
        if line.feed:
            yield index, ("feed", feeds, words)
        if index and (above := numbers[index - 1]):
            yield index, ("above", int(above[1]), words)
        if index + 1 < len(lines) and (below := numbers[index + 1]):
            yield index, ("below", int(below[1]), words)
        if leading := _LEADING.match(words):
            yield index, ("before", int(leading[1]), words[leading.end() :])
        if words[-1:].isdecimal() and (trailing := _TRAILING.search(words)):
            yield index, ("behind", int(trailing[1]), words[: trailing.start()])


def _alike(one: str, other: str, place: str) -> bool:
    """Whether two lines say the same; those that bear the number themselves with the same figures."""
    if _PAGES[place] > 2 and _DIGITS.findall(one) != _DIGITS.findall(other):
        return False
    return ratio(one, other, score_cutoff=_ALIKE) > 0
