"""The title of the drilldown: its sector and indicator, the measures that can be shown, and how many items have figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.names import indicator_name
from tui.numbers import number

if TYPE_CHECKING:
    from tui.draw import Line, Piece
    from tui.model.drill import Drill


def subject_line(drill: Drill, sector: str, lone: bool) -> Line:
    """The sector, by its name; where a ``lone`` indicator is shown, its name, too."""
    name = indicator_name(drill.series[0], drill.words) if lone else ""
    return (("‹ ", "dim"), (sector, "dim" if name else "bright"), *(((" / ", "dim"), (name, "bright")) if name else ()))


def measures_line(drill: Drill, covered: bool, most: int) -> Line:
    """The measures that can be shown, how many items are ``covered`` if that is asked, and whether ``most`` readings are all."""
    say = drill.words
    line: list[Piece] = [(f" {drill.view_name(view)} ", "cell" if view == drill.view else "dim") for view in drill.views()]
    said, items, label = drill.coverage()
    if said and covered:
        line.append((f"   {say('drill.coverage', said=said, items=items, period=label)}", "dim"))
    if len(drill.readings) == most:
        line.append((f"   {say('drill.newest', count=number(most, say.lang))}", "disputed"))
    return tuple(line)
