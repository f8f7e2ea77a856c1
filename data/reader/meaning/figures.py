"""Figures: one printed number read one way, and what is corrected when the indicator is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from data.grammar.period import Period
from data.reader.meaning.periods.bases import period_before, year_before

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.catalogue import Catalogue
    from data.grammar.frame import Frame


class Figure(NamedTuple):
    """One printed number read one way.

    Attributes:
        source_start: raw offset of the number.
        source_end: raw offset behind it.
        printed: ``raw[source_start:source_end]``.
        value: signed, in the printed unit.
        unit: printed unit, cleaned; the catalogue's counted noun where none is printed.
        measure: value, yoy_pct, plan_pct and so on.
        period: id of what the figure is about.
        base_period: id of what it is compared with, or None.
        indicator: id, or None where the catalogue has no name for it.
        item: id within the indicator, or None.
        sector: sector id.
        section: path of the section.
        footnote: number of the footnote in which it stands, or None.
        passage: id of the passage.
        bound: trên, gần, khoảng, dưới or None.
        status: A normal, E estimate, T target, U suspect.
        subject: its own words, short.
        words: raw spans of those words.
        repair: rule that mended the number, or None.
        rule: rule that read the measure.
        confidence: 0..1, see `data.reader.matching.matcher`.
    """

    source_start: int
    source_end: int
    printed: str
    value: float
    unit: str
    measure: str
    period: str
    base_period: str | None
    indicator: str | None
    item: str | None
    sector: str
    section: str
    footnote: str | None
    passage: int
    bound: str | None
    status: str
    subject: str
    words: tuple[tuple[int, int], ...]
    repair: str | None
    rule: str
    confidence: float

    def as_printed(self, raw: str) -> Figure:
        """The figure with its number as the text has it, before any letter of that was mended."""
        printed = raw[self.source_start : self.source_end]
        return self if printed == self.printed else self._replace(printed=printed)


def dated(figure: Figure, period: Period) -> Figure:
    """A figure that turns out to be about another period; what it is compared with, a year or a part before, moves along."""
    before, base = Period.parse(figure.period), figure.base_period
    for earlier in (year_before, period_before):
        if base is not None and (was := earlier(before)) is not None and base == was.id:
            moved = earlier(period)
            base = moved.id if moved is not None else None
            break
    return figure._replace(period=period.id, base_period=base)


_SPANS = frozenset({"month", "cumulative", "quarter", "half", "years"})


def _is_school_year(period: Period) -> bool:
    """Whether it is two years that follow each other."""
    return period.kind == "years" and period.end.year == period.start.year + 1


def _counted_at(period: Period, frame: Frame) -> Period:
    """When a stock of a span is counted: at its end; in the school year in which a report ends, when that does.

    In that which has begun before the years of a plan it is counted when they begin.
    """
    if _is_school_year(period) and _runs_into(period, frame):
        return Period.year(period.start.year).at_end()
    running = _is_school_year(period) and _runs_at(period, frame)
    return frame.now() if period == frame.report or running else period.at_end()


def _runs_at(period: Period, frame: Frame) -> bool:
    """Whether a period is neither over nor still to come where a report ends."""
    return period.start <= frame.now().end <= period.end


def _runs_into(period: Period, frame: Frame) -> bool:
    """Whether a school year has begun before the years of a report."""
    return frame.report.kind == "years" and period.start.year == frame.report.start.year - 1


def settle(figures: Iterable[Figure], catalogue: Catalogue, frame: Frame) -> list[Figure]:
    """Correct periods by what is known of the indicator: a stock is counted at the end of its span.

    Where the year of all of them is only supposed, they are suspect.
    """
    settled = []
    for figure in figures:
        indicator = catalogue.by_id.get(figure.indicator or "")
        period = Period.parse(figure.period)
        stock = indicator is not None and indicator.agg == "stock" and figure.measure != "target"
        averaged = figure.measure == "growth_pct" and period.kind == "years"
        over = _is_school_year(period) and not (_runs_at(period, frame) or _runs_into(period, frame))
        at_end = stock and period.kind in _SPANS and not (averaged or over)
        suspect = frame.supposed and figure.status != "T"
        if at_end or suspect:
            about = dated(figure, _counted_at(period, frame)) if at_end else figure
            settled.append(about._replace(status="U" if suspect else figure.status))
        else:
            settled.append(figure)
    return settled
