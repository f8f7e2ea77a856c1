"""Figures as plain numbers for other programs. Numbers stand in one row only if they measure the same in the same unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tui.draw import clean
from tui.model.measures import NO_LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from queries.panes import SeriesRow
    from tui.model.figures import Levelled
    from tui.words import Words

Place = TypeVar("Place")


class Plain(NamedTuple):
    """A number, what it measures, and its unit."""

    measure: str
    unit: str
    value: float


def plain(figure: Levelled, measure: str, row: SeriesRow | None, say: Words) -> Plain:
    """A figure in the unit of its row where it can be converted, else in its own; a target is called one."""
    if figure.status == "T" and figure.measure == "value":
        measure = say("measure.target")
    if row is not None and row.mult and row.base == figure.base and figure.measure not in NO_LEVELS:
        return Plain(measure, clean(say.pick(row.unit, row.unit_en)), round(figure.value_base / row.mult, 9))
    return Plain(measure, clean(say.pick(figure.unit, figure.unit_en)), figure.value)


def by_measure(numbers: Mapping[Place, Plain], places: Sequence[Place]) -> list[list[str | float | None]]:
    """Rows of a measure, its unit and a number for every place; None where it has none there."""
    found: dict[tuple[str, str], dict[Place, float]] = {}
    for place in places:
        if place in numbers:
            measure, unit, value = numbers[place]
            found.setdefault((measure, unit), {})[place] = value
    return [[*head, *(own.get(place) for place in places)] for head, own in found.items()]


class Sourced(NamedTuple):
    """Where a number of an exported row stands: its period, its source as it is cited, and whether it is disputed."""

    period: str
    source: str
    disputed: bool


def disputed_and_sources(numbers: Iterable[Sourced]) -> list[str | None]:
    """Two cells for a row: the periods whose numbers are disputed, and the sources; of several each with its periods."""
    by_source: dict[str, list[str]] = {}
    disputed = []
    for number in numbers:
        disputed += [number.period] if number.disputed else []
        if number.source:
            by_source.setdefault(number.source, []).append(number.period)
    several = len(by_source) > 1
    sources = [f"{', '.join(periods)}: {source}" if several else source for source, periods in by_source.items()]
    return [", ".join(disputed) or None, "; ".join(sources) or None]
