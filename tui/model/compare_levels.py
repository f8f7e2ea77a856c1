"""The figures that stand for a series on each side of a comparison: of one kind and unit."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui.model.measures import LEVELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.panes import CellRow
    from tui.model.cells import Cells, Key
    from tui.model.compare_sides import Side


def levels_on(found: Cells, key: Key, sides: Sequence[Side]) -> list[CellRow | None]:
    """What stands for a row on every side, of one kind and unit.

    A side that has another kind of level, too, shows the one that is compared: a rank beside a score is compared with ranks.
    """
    levels = alike([found.level(key, side.id) for side in sides])
    if any(levels):
        kind = next((level.base, level.measure) for level in levels if level)
        others = [found.at(key, side.id).get(kind[1]) for side in sides]
        return [
            level or (other if other and other.base == kind[0] else None) for level, other in zip(levels, others, strict=True)
        ]
    # How many there are in all says nothing of how many of them were meant.
    measured = (alike([found.at(key, side.id).get(measure) for side in sides]) for measure in LEVELS if measure != "total")
    return next((own for own in measured if any(own)), levels)


def alike(levels: Sequence[CellRow | None]) -> list[CellRow | None]:
    """Of the levels of a series those of the kind and unit that most have, else None; all None where no two are alike.

    A figure at the end of several periods stands in the columns of all, and is one.
    """
    kinds = Counter(
        (base, measure) for base, measure, _ in {(one.base, one.measure, one.observation_id) for one in levels if one}
    )
    kind, count = max(kinds.items(), key=lambda pair: pair[1], default=(None, 0))
    return [level if count >= 2 and level and (level.base, level.measure) == kind else None for level in levels]
