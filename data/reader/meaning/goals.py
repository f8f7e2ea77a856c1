"""Goals: what is aimed at is a target, and of the year or the years by which it is to be reached."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.period import Period
from data.reader.meaning.sense import PLAN_ASIDE

if TYPE_CHECKING:
    from data.reader.meaning.gaps import Gap
    from data.reader.meaning.prose import Mention, Prose
    from data.reader.meaning.sense import Sense
    from data.reader.meaning.setting import Setting
    from data.reader.meaning.told import Told

PARTS = frozenset({"month", "cumulative", "quarter", "half"})
"""Reports of a part of a year, in which an aim that no time is told of is that of the year."""
_ALL_YEARS = re.compile(r"b.nh\s*qu.{1,2}n(?!\s*(?:d.u|.{1,2}u)\s*ng)|c.\s*giai\s*do.n|h.{1,3}ng\s*n.{1,2}m")
"""What is said of all years of a plan; not "bình quân đầu người", which is of one."""


def with_goals(prose: Prose, setting: Setting, mention: Mention, gap: Gap, sense: Sense, told: Told) -> tuple[str, Period]:
    """The measure and period of a mention, which is a target where a goal is spoken of.

    Args:
        prose: the passage.
        setting: what its section gives.
        mention: the number.
        gap: the words around it.
        sense: what it measures.
        told: its period and how that was told.
    """
    frame = setting.frame
    goal = setting.goals or told.kind == "goal" or _aims(prose, mention, gap)
    past = told.source == "said" and told.kind != "goal" and told.period.end < frame.report.start
    other = sense.measure in ("total", "rank") or (sense.measure == "plan_value" and bool(mention.bracket))
    if not goal or past or other or sense.rule == PLAN_ASIDE:
        return sense.measure, told.period
    period = told.period
    if told.source == "default" and frame.report.kind in PARTS and not setting.goals:
        period = Period.year(frame.year)
    if told.source in ("default", "inherited") and frame.report.kind == "years":
        yearly = _ALL_YEARS.search(prose.text, gap.start, gap.tail) or mention.unit.endswith("/năm")
        period = frame.report if yearly else Period.year(frame.report.end.year)
    return "target", period


def _aims(prose: Prose, mention: Mention, gap: Gap) -> bool:
    """Whether the number is said to be aimed at: "phấn đấu đạt ...", "mục tiêu tăng trưởng ..."."""
    comma = prose.text.rfind(",", gap.start, gap.end)
    near = [cue for cue in gap.before if cue.start > comma]
    return prose.aims(mention.start) or any(cue.kind == "goal" or (cue.bare and prose.text[cue.start] == "m") for cue in near)
