"""Names that look alike when they are cut: where each begins to differ from the others."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ALIKE = 8
"""Letters with which names begin that may look alike when they are cut."""


def differing(names: Iterable[str]) -> dict[str, int]:
    """The place at which each name begins to differ from the one that begins most like it; without those that nothing is like."""
    # In alphabetical order the name that is most like another stands beside it.
    found: dict[str, int] = {}
    for one, two in pairwise(sorted(set(names))):
        if (place := _alike(one, two)) >= ALIKE:
            found[one], found[two] = max(place, found.get(one, 0)), place
    return found


def _alike(name: str, other: str) -> int:
    """How many letters two names have in common before they differ."""
    pairs = enumerate(zip(name, other, strict=False))
    return next((place for place, (one, two) in pairs if one != two), min(len(name), len(other)))
