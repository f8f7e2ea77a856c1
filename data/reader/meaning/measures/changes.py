"""Changes: in what a rise or fall is told, and against what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from data.reader.meaning.rules import Rule, always, first
from data.reader.meaning.sense import Sense
from data.reader.meaning.text.gaps import COMPARING, RANKS

if TYPE_CHECKING:
    from data.grammar.comparator import Cue
    from data.reader.meaning.measures.number_in_context import NumberInContext

OF_A_SUM = " of a sum"
"""How the names of rules end that read by how much something was changed of which no level is told: "giảm 5 sở"."""


@dataclass(frozen=True, slots=True)
class _Change:
    """A change: who says it, the kind of its comparison, and the comparison itself."""

    said: NumberInContext
    kind: str
    base: Cue | None

    @property
    def in_points(self) -> bool:
        """It is printed in percentage points."""
        return self.said.mention.unit.startswith("điểm phần trăm")

    @property
    def of_a_sum(self) -> bool:
        """Nothing was said that could have changed: "giảm 30 tỷ đồng tiền thuế"."""
        said, state = self.said, self.said.state
        moves_places = said.mention.unit in RANKS
        told = state.level is not None or state.counted_above
        return self.base is None and not said.percent and not told and not state.spans and not moves_places

    @property
    def of_growth(self) -> bool:
        """It is no change of a rate of growth, but that rate."""
        return self.said.state.grows and not self.in_points and self.said.as_large

    @property
    def of_a_rate(self) -> bool:
        """What changed is in percent itself, so that it changes by points."""
        state = self.said.state
        only_share = state.shared and (state.level is None or state.paired or state.rate_told is not None)
        return self.said.percent and not self.of_growth and (state.rate or self.in_points or only_share)

    @property
    def without_level(self) -> bool:
        """It is all that is said of what grew."""
        state = self.said.state
        alone = state.level is None and (self.kind == "yoy" or (self.base is None and self.kind != "prev"))
        return state.yearly or self.of_growth or alone


_MEASURES: tuple[Rule[_Change, str], ...] = (
    Rule(OF_A_SUM, lambda it: it.of_a_sum, "value"),
    Rule("", lambda it: it.kind == "plan", lambda it: "plan_pct" if it.said.percent and not it.in_points else "base_abs"),
    Rule(", points", lambda it: it.of_a_rate, lambda it: f"{it.kind}_abs"),
    Rule("", lambda it: not it.said.percent, lambda it: f"{it.kind}_abs"),
    Rule(" without a level", lambda it: it.without_level, "growth_pct"),
    Rule("", always, lambda it: f"{it.kind}_pct"),
)
"""What a change measures; the names go behind that of the rule which found the change."""


def change(said: NumberInContext, falls: bool, compared: Cue | None) -> Sense:
    """What a number measures that is a change.

    Args:
        said: the number.
        falls: it says by how much something fell.
        compared: with what it is compared; else the comparison holds that was said before or comes later.
    """
    state = said.state
    base = compared or _of_amount(said) or state.base or state.upcoming
    kind = base.kind if base is not None and base.kind in COMPARING else state.default
    if kind == "plan" and compared is None:
        kind = state.default
    if state.yearly:
        kind, base = "yoy", compared
    told = _Change(said, kind, base)
    rule = first(_MEASURES, told)
    return Sense(rule.given(told), falls, rule.name, base)


def _of_amount(said: NumberInContext) -> Cue | None:
    """The comparison of the change right before, if that tells the same as an amount: "tăng 9.350 người, tăng 12,08%"."""
    state, gap = said.state, said.gap
    goes_on = state.change is not None and not (gap.fresh or gap.parts or gap.content) and gap.separator != ";"
    told_otherwise = said.percent and not state.last_unit.startswith(("%", "điểm"))
    return state.change.base if state.change is not None and goes_on and told_otherwise else None


def again(sense: Sense, base: Cue | None = None) -> Sense:
    """What was measured before, once more."""
    return replace(sense, rule="", base=base or sense.base)
