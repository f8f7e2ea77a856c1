"""Searching names in memory: without diacritics, the exact spelling first."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from queries.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from queries.panes import NameRow

MOST = 60
"""Names that are shown: more than anybody reads before typing another letter."""
BEGUN = 6
"""Letters from which on a mistyped word may be the beginning of one: fewer begin too many."""


class Hit(NamedTuple):
    """A name that was found; lower ``rank`` is better."""

    rank: tuple[int, int, int, int, int]
    row: NameRow


def find(names: Sequence[NameRow], text: str, most: int = MOST) -> list[NameRow]:
    """The names that contain all words of ``text``, in either language, best first.

    A name equal to the text comes first, then names that contain it as typed (with its diacritics), then names that match
    without diacritics. Within each group: whole words before word beginnings, indicators before items, names that start with
    the text, names with more figures.
    """
    folded = fold(text).split()
    if not folded:
        return []
    typed, rarest = unicodedata.normalize("NFC", text).strip().lower(), max(folded, key=len)
    near = [row for row in names if rarest in row.folded_whole or rarest in row.folded_en]
    hits = [Hit(rank, row) for row in near if (rank := _rank(row, typed, folded)) is not None]
    hits.sort(key=lambda hit: hit.rank)
    return [hit.row for hit in hits[:most]]


def nearest(names: Sequence[NameRow], text: str, most: int = 5) -> list[NameRow]:
    """The names that have most words of ``text`` with the fewest slips, for when none contains it; of equals the shortest."""
    words = [_words(row.folded) | _words(row.folded_en) for row in names]
    known = list(set().union(*words))
    typed = [_slips(word, known) for word in fold(text).split()]
    far = [_far(own, typed) for own in words]
    best = sorted(range(len(names)), key=lambda place: (far[place], len(words[place])))[:most]
    return [names[place] for place in best if far[place][:2] == far[best[0]][:2] and far[place][0] < len(typed)]


def _words(name: str) -> set[str]:
    """The words of a name, and what neighbours are when they are written as one: many write ``ximang``."""
    own = name.split()
    return {*own, *(first + second for first, second in pairwise(own))}


def _slips(typed: str, known: Sequence[str]) -> dict[str, tuple[int, bool]]:
    """The words that ``typed`` may stand for: how many letters are wrong, missing, too many or swapped; whether more follow."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found: dict[str, tuple[int, bool]] = {}
    for length in (None, len(typed)) if len(typed) >= BEGUN else (None,):
        begun = [word[:length] for word in known]
        for _, slips, place in process.extract(typed, begun, scorer=OSA.distance, score_cutoff=len(typed) // 3, limit=None):
            one = int(slips), begun[place] != known[place]
            found[known[place]] = min(one, found.get(known[place], one))
    return found


def _far(own: set[str], typed: Sequence[Mapping[str, tuple[int, bool]]]) -> tuple[int, int, int]:
    """How many words that were typed are not among those of a name; the slips of the others; how many only begin a word."""
    best = [min(slips[word] for word in near) for slips in typed if (near := own & slips.keys())]
    return len(typed) - len(best), sum(slips for slips, _ in best), sum(begun for _, begun in best)


def _rank(row: NameRow, typed: str, folded: Sequence[str]) -> tuple[int, int, int, int, int] | None:
    whole = " ".join(folded)
    for own, shown in ((row.folded, row.name_vi), (row.folded_en, row.name_en)):
        if whole in own or all(word in own for word in folded):
            exact = 0 if typed == shown.lower() else 1 if typed in shown.lower() else 2
            partial = 0 if f" {whole} " in f" {own} " else 1
            where = -1 if own == whole else 0 if own.startswith(whole) else 1 if f" {whole}" in own else 2 if whole in own else 3
            return exact, partial, 0 if row.kind == "indicator" or where in (-1, 3) else 1, where, -row.figures
    return (3, 1, 1, 4, -row.figures) if all(word in row.folded_whole for word in folded) else None


def parted(cells: Sequence[tuple[int, int]], room: int, least: int) -> int:
    """The width of the first of two columns with which the least of both is cut, all rows taken together.

    Args:
        cells: the widths of what stands in both columns, by row.
        room: for both columns.
        least: what the first column has in any case.
    """
    tried = sorted({least, *(one for one, _ in cells), *(room - other for _, other in cells)})
    fitting = [first for first in tried if least <= first <= room] or [least]

    def cut(first: int) -> int:
        return sum(max(0, one - first) + max(0, other - (room - first)) for one, other in cells)

    return min(fitting, key=cut)
