"""The kind of an indicator by its name, a plan, a growth rate, an index, and what follows for the measure of a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.catalogue import GROWTH
from data.grammar.period import Period
from data.grammar.unit import is_money, unit_of

if TYPE_CHECKING:
    from data.catalogue import Catalogue, Indicator
    from data.reader.meaning.text.prose import Mention

_PLANS = ("Kế hoạch", "Dự toán")
_INDEX = "Chỉ số"
_INDEX_FROM = 50
"""An index against last year is not smaller; what is said to be reached below it is a growth."""
_PER_HEAD = "bình quân đầu người"
"""What nobody aims at for a part of a year."""
_EITHER_WAY = ("tăng (giảm)", "tăng thêm")
"""What names say that tell themselves by how much something rose."""


def is_index(indicator: Indicator | None) -> bool:
    """Whether an indicator is an index that compares provinces, of which "39/63" is a rank; not one of output or prices."""
    return indicator is not None and indicator.name_vi.startswith(_INDEX) and indicator.unit != "%"


def is_price(indicator: Indicator) -> bool:
    """Whether an indicator is an index of prices."""
    return indicator.agg == "index" and "giá" in indicator.name_vi.lower()


def growth_of(catalogue: Catalogue, indicator: str) -> Indicator | None:
    """The rate of growth of an indicator, if the catalogue has it under the same name."""
    name = f"{GROWTH} {catalogue.by_id[indicator].name_vi}".lower()
    return next((known for known in catalogue.indicators if known.name_vi.lower() == name), None)


def is_rate(indicator: Indicator | None) -> bool:
    """Whether an indicator is a percentage itself, so that its changes are points."""
    if indicator is None:
        return False
    return indicator.agg == "rate" and indicator.unit.startswith("%") and "tăng" not in indicator.name_vi.lower()


def is_density(indicator: Indicator | None) -> bool:
    """Whether an indicator tells how many of something there are for so many people: "bác sĩ/1 vạn dân"."""
    return indicator is not None and indicator.agg == "rate" and indicator.unit.endswith(" dân")


def is_sum_of_money(indicator: Indicator | None) -> bool:
    """Whether an indicator is a sum of money that adds up over the year, of which a percentage is how much was reached."""
    return indicator is not None and indicator.agg == "flow" and is_money(indicator.unit)


def is_of_new_year(indicator: Indicator | None) -> bool:
    """Whether an indicator counts what is given or done for Tết, which falls in January or February."""
    return indicator is not None and indicator.agg == "flow" and "Tết" in indicator.name_vi.split()


def by_name(
    indicator: Indicator | None, mention: Mention, measure: str, period: Period, said: bool, levelled: bool
) -> tuple[str, Period]:
    """The measure and period of a figure as its indicator's name has them.

    Args:
        indicator: what it is named, if anything.
        mention: its number.
        measure: as it was read.
        period: as it was read.
        said: the period stands beside the number.
        levelled: a level of the same thing was told before.
    """
    if indicator is None:
        return measure, period
    if measure == "target" and not said and _PER_HEAD in indicator.name_vi and period.kind in ("month", "quarter"):
        return measure, Period.year(period.end.year)
    growing = indicator.grows
    if measure.endswith("_abs") and not growing and any(words in indicator.name_vi for words in _EITHER_WAY):
        return "value", period
    if growing and measure == "yoy_index" and mention.value < _INDEX_FROM:
        return "growth_pct", period
    if measure not in ("value", "share_pct"):
        return measure, period
    if measure == "value" and mention.role != "part" and indicator.name_vi.startswith(_PLANS):
        if mention.unit == "%":
            return "share_pct", period
        return "plan_value", period if said else Period.year(period.end.year)
    if growing and mention.unit.startswith("%"):
        return "growth_pct", period
    if mention.unit == "%" and indicator.unit and unit_of(indicator.unit).counted:
        return "share_pct", period
    rate = indicator.agg == "rate" and indicator.unit == "%" and not levelled
    return "value" if rate else measure, period
