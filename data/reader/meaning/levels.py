"""Pairs that tell what was and what is: "tăng 13 vụ (51/38 vụ)"."""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING

from data.reader.meaning.sense import BASE_LEVEL, Sense

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.reader.meaning.figures import Figure
    from data.reader.meaning.prose import Mention


class BothLevels:
    """The pairs in brackets whose difference is the change before them, as the walk comes to them."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._then: Sense | None = None

    def sense(self, index: int, change: Sense | None, figures: Sequence[Figure]) -> Sense | None:
        """What a mention measures if it stands in such a pair.

        Args:
            index: its place among the mentions.
            change: the change that was read last.
            figures: what was read before, the change last.
        """
        mention, then, self._then = self._mentions[index], self._then, None
        if mention.role == "of":
            return then
        if mention.role != "part" or not mention.bracket or change is None or not change.measure.endswith("_abs"):
            return None
        if not isclose(mention.value - self._mentions[index + 1].value, figures[-1].value):
            return None
        self._then = Sense("value", False, BASE_LEVEL, change.base)
        return Sense("value", False, "level beside its change")
