"""The vocabulary that ships: how often words, and pairs of words, stand in readable reports."""

from __future__ import annotations

import csv
import math
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from data.grammar.ocr import fold_with_map

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = Path(__file__).parent / "restoring" / "vocabulary"
EDGE, NUMBER = "^", "#"
"""Signs for the edge of a sentence and for a number with what is glued to it."""


class FoldedVocabulary(NamedTuple):
    """The words of reports, folded.

    Attributes:
        weights: the logarithm of how often each stands.
        pairs: that by how much more often than by chance words stand beside each other.
    """

    weights: dict[str, float]
    pairs: dict[tuple[str, str], float]


@cache
def folded_vocabulary() -> FoldedVocabulary:
    """The vocabulary that ships, folded; read once in a process."""
    counts: dict[str, int] = defaultdict(int)
    plain: dict[str, str] = {}
    for word, count in counted_words().items():
        folded = plain[word] = fold_with_map(word).text
        counts[folded] += count
    pairs: dict[tuple[str, str], int] = defaultdict(int)
    for (first, second), count in counted_pairs().items():
        pairs[plain[first], plain[second]] += count
    total = math.log(sum(counts.values()))
    often = {word: math.log(1 + count) for word, count in counts.items()}
    beside = {pair: math.log(count) + total - often[pair[0]] - often[pair[1]] for pair, count in pairs.items()}
    return FoldedVocabulary(often, beside)


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
