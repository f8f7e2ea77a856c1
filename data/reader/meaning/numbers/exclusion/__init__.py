"""The rules that exclude numbers from the figures: dates, references, names and OCR slips, by their context.

The rules are tried in order on the folded text. A rule excludes the group ``n`` of its match, or else all of it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from data.reader.meaning.numbers.exclusion.damage import damage
from data.reader.meaning.numbers.exclusion.dates import days, months_and_years
from data.reader.meaning.numbers.exclusion.kinds import kinds, thresholds
from data.reader.meaning.numbers.exclusion.names import names
from data.reader.meaning.numbers.exclusion.references import marks, page_numbers, points, references

if TYPE_CHECKING:
    from data.reader.meaning.numbers.exclusion.rule import ExclusionRule


@cache
def exclusion_rules(damaged: bool) -> tuple[tuple[str, ExclusionRule], ...]:
    """All rules, each with the kind of what it excludes."""
    groups = (
        ("reference", references(damaged)),
        ("date", days(damaged)),
        ("date", months_and_years(damaged)),
        ("heading", points()),
        ("mark", marks()),
        ("heading", () if damaged else page_numbers()),
        ("name", kinds(damaged)),
        ("name", thresholds(damaged)),
        ("name", names(damaged)),
        ("damage", damage() if damaged else ()),
    )
    return tuple((kind, rule) for kind, group in groups for rule in group)
