"""The measures of figures by what a pane does with them; the same groups in SQL are the macros of the store's schema."""

from __future__ import annotations

AIMS = ("target", "plan_value")
"""Targets and plans, which say nothing of what was reached."""
LEVELS = ("value", "growth_pct", *AIMS, "share_pct", "rank", "total")
"""What can stand for an indicator in a cell, the first of them that there is."""
CHANGES = ("growth_pct", "yoy_pct", "prev_pct", "base_pct")
"""Percentages by which something has risen or fallen."""
DIFFERENCES = ("yoy_abs", "prev_abs", "base_abs")
"""The same as amounts."""
SIGNED = frozenset((*CHANGES, *DIFFERENCES))
"""What is written with its sign."""
NO_LEVELS = ("share_pct", "rank", "growth_pct")
"""What may stand for a level and is never converted to the unit of its indicator."""
ON_BASE = ("base_pct", "base_abs", "base_ratio")
"""What compares with a period that only the figure names."""
SUMS = ("value", *AIMS, "total", *DIFFERENCES)
"""What adds up over the months of a flow."""

VIEWS = {
    "level": ("value", "growth_pct", *AIMS, "share_pct", "rank"),
    "plan": ("plan_pct", "plan_value"),
    "change": ("yoy_pct", "yoy_index", "growth_pct"),
    "other": ("share_pct", "total", "rank", "prev_pct", "base_pct", "base_ratio", *DIFFERENCES),
}
"""The views of a drilldown; each shows in a cell the first of its measures that there is."""
