"""Searching names in memory: without diacritics, the exact spelling first."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from queries.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.panes import NameRow

MOST = 60


class Hit(NamedTuple):
    """A name that was found; lower ``rank`` is better."""

    rank: tuple[int, int, int, int]
    row: NameRow


def find(names: Sequence[NameRow], text: str, most: int = MOST) -> list[NameRow]:
    """The names that hold all words of ``text``, in either language, best first.

    A name that holds the text as it was typed, diacritics and all, goes before one that only sounds alike; then
    indicators before items, then a name that begins with it, then one with a word that does, then the name with more figures.
    """
    folded = fold(text).split()
    if not folded:
        return []
    typed = unicodedata.normalize("NFC", text).strip().lower()
    hits = [Hit(rank, row) for row in names if (rank := _rank(row, typed, folded)) is not None]
    hits.sort(key=lambda hit: hit.rank)
    return [hit.row for hit in hits[:most]]


def nearest(names: Sequence[NameRow], text: str, most: int = 5) -> list[NameRow]:
    """The names most like ``text``, for when nothing holds it."""
    from rapidfuzz import fuzz, process

    found = process.extract(fold(text), [row.folded for row in names], scorer=fuzz.WRatio, limit=most, score_cutoff=55)
    return [names[place] for _, _, place in found]


def _rank(row: NameRow, typed: str, folded: Sequence[str]) -> tuple[int, int, int, int] | None:
    for own, shown in ((row.folded, row.name_vi), (row.folded_en, row.name_en)):
        if all(word in own for word in folded):
            whole = " ".join(folded)
            exact = 0 if typed in unicodedata.normalize("NFC", shown).lower() else 1
            where = 0 if own.startswith(whole) else 1 if f" {whole}" in own else 2 if whole in own else 3
            return exact, 0 if row.kind == "indicator" or where == 3 else 1, where, -row.figures
    within = f"{row.folded} {fold(row.within_vi)}" if row.kind == "item" else row.folded
    if all(word in within for word in folded):
        return 2, 1, 4, -row.figures
    return None
