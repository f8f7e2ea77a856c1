"""Pairs that tell what was and what is: "tăng 13 vụ (51/38 vụ)", "38/51 vụ, giảm 13 vụ"."""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING

from data.reader.meaning.sense import BASE_LEVEL, Sense
from data.reader.meaning.text.gaps import MOVING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.grammar.comparator import Cue
    from data.reader.meaning.figures import Figure
    from data.reader.meaning.text.gaps import Gap
    from data.reader.meaning.text.prose import Mention


class BothLevels:
    """The pairs whose difference is the change that is told before them, in brackets, or right behind them."""

    def __init__(self, mentions: Sequence[Mention], gaps: Sequence[Gap]) -> None:
        self._mentions, self._gaps = mentions, gaps
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
        if mention.role == "part" and self._leads_to_its_change(index):
            self._then = Sense("value", rule=BASE_LEVEL, base=change_ahead(self._gaps[index + 2]))
            return Sense("value", rule="level beside its change")
        if mention.role != "part" or not mention.bracket or change is None or not change.measure.endswith("_abs"):
            return None
        if not isclose(mention.value - self._mentions[index + 1].value, figures[-1].value):
            return None
        self._then = Sense("value", False, BASE_LEVEL, change.base)
        return Sense("value", False, "level beside its change")

    def _leads_to_its_change(self, index: int) -> bool:
        """Whether the difference of a pair is told right behind it as a change: "38/51 vụ, giảm 13 vụ"."""
        if index + 2 >= len(self._mentions):
            return False
        now, then, moved = self._mentions[index : index + 3]
        gap = self._gaps[index + 2]
        verb = next((cue.kind for cue in gap.before if cue.kind in MOVING), None)
        if verb is None or gap.content or gap.fresh or moved.unit != then.unit:
            return False
        return isclose(now.value - then.value, moved.value if verb == "up" else -moved.value)


def change_ahead(gap: Gap) -> Cue | None:
    """What a change is measured against, where that is said beside it."""
    return next((cue for cue in (*gap.behind, *gap.before) if cue.kind in ("yoy", "prev", "base")), None)
