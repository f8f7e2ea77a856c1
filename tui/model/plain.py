"""Figures as plain numbers for other programs. Numbers stand in one row only if they measure the same in the same unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tui.draw import clean
from tui.model.figures import AIM, is_qualified, number_in_unit
from tui.model.measures import NO_LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from queries.panes import SeriesRow
    from tui.model.figures import Levelled
    from tui.words import Words

Place = TypeVar("Place")


class Plain(NamedTuple):
    """A number, what it measures, and its unit; ``told`` is how the report has it, where the number does not say it all."""

    measure: str
    unit: str
    value: float
    told: str = ""


def plain(figure: Levelled, measure: str, row: SeriesRow | None, say: Words) -> Plain:
    """A figure in the unit of its row where it can be converted, else in its own; a target is called one."""
    if figure.status == "T" and figure.measure == "value":
        measure = say("measure.target")
    told = number_in_unit(figure, row, say)[0].removeprefix(AIM) if is_qualified(figure) else ""
    if row is not None and row.mult and row.base == figure.base and figure.measure not in NO_LEVELS:
        return Plain(measure, clean(say.pick(row.unit, row.unit_en)), round(figure.value_base / row.mult, 9), told)
    return Plain(measure, clean(say.pick(figure.unit, figure.unit_en)), figure.value, told)


def by_measure(numbers: Mapping[Place, Plain], places: Sequence[Place]) -> list[list[str | float | None]]:
    """Rows of a measure, its unit and a number for every place; None where it has none there."""
    found: dict[tuple[str, str], dict[Place, float]] = {}
    for place in places:
        if place in numbers:
            measure, unit, value, _ = numbers[place]
            found.setdefault((measure, unit), {})[place] = value
    return [[*head, *(own.get(place) for place in places)] for head, own in found.items()]


class Sourced(NamedTuple):
    """What is said beside a number of an exported row.

    Attributes:
        period: of the number.
        source: where it stands, as it is cited.
        disputed: whether it is.
        told: how the report has it, where the bare number does not say it all; else empty.
    """

    period: str
    source: str
    disputed: bool
    told: str


def told_and_sources(numbers: Iterable[Sourced]) -> list[str | None]:
    """Three cells for a row: numbers as they are told, the periods whose numbers are disputed, the sources with theirs.

    Numbers that say all by themselves are not told again.
    """
    by_source: dict[str, list[str]] = {}
    told, disputed = [], []
    for number in numbers:
        told += [f"{number.period}: {number.told}"] if number.told else []
        disputed += [number.period] if number.disputed else []
        if number.source:
            by_source.setdefault(number.source, []).append(number.period)
    several = len(by_source) > 1
    sources = [f"{', '.join(periods)}: {source}" if several else source for source, periods in by_source.items()]
    return ["; ".join(told) or None, ", ".join(disputed) or None, "; ".join(sources) or None]
