"""The vocabulary that ships: how often words, and pairs of words, stand in readable reports."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = Path(__file__).parent / "restoring" / "vocabulary"
EDGE, NUMBER = "^", "#"
"""Signs for the edge of a sentence and for a number with what is glued to it."""


def counted_words() -> Counter[str]:
    """How often each word stands in readable reports."""
    return Counter({row[0]: int(row[1]) for row in rows_of("words.csv")})


def counted_pairs() -> Counter[tuple[str, str]]:
    """How often each word stands before another."""
    return Counter({(row[0], row[1]): int(row[2]) for row in rows_of("pairs.csv")})


def rows_of(name: str) -> Iterable[list[str]]:
    """The rows of a file of the vocabulary, without its head."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        yield from rows
