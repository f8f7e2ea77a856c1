"""Searching names in memory: without diacritics, the exact spelling first."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from queries.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.panes import NameRow

MOST = 60
"""Names that are shown: more than anybody reads before typing another letter."""

LIKE = 70.0
"""How alike words must be, on average, to be offered for others: 100 is the same."""


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
    """The names whose words are most like those of ``text``, for when nothing contains it; of equals the shortest."""
    from rapidfuzz import fuzz, process

    words = [set(f"{row.folded} {row.folded_en}".split()) for row in names]
    known = list(set().union(*words))
    typed = fold(text).split()
    alike = [{word: score for word, score, _ in process.extract(one, known, scorer=fuzz.ratio, limit=None)} for one in typed]
    scores = [sum(max(map(scored.__getitem__, own), default=0.0) for scored in alike) for own in words]
    best = sorted(range(len(names)), key=lambda place: (-scores[place], len(words[place])))[:most]
    return [names[place] for place in best if scores[place] >= LIKE * len(typed)]


def _rank(row: NameRow, typed: str, folded: Sequence[str]) -> tuple[int, int, int, int, int] | None:
    whole = " ".join(folded)
    for own, shown in ((row.folded, row.name_vi), (row.folded_en, row.name_en)):
        if whole in own or all(word in own for word in folded):
            exact = 0 if typed == shown.lower() else 1 if typed in shown.lower() else 2
            partial = 0 if f" {whole} " in f" {own} " else 1
            where = -1 if own == whole else 0 if own.startswith(whole) else 1 if f" {whole}" in own else 2 if whole in own else 3
            return exact, partial, 0 if row.kind == "indicator" or where in (-1, 3) else 1, where, -row.figures
    return (3, 1, 1, 4, -row.figures) if all(word in row.folded_whole for word in folded) else None
