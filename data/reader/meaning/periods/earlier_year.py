"""Descriptions of an earlier year at the beginning of a passage: population and labour, before the report's own period."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.catalogue import Indicator
    from data.grammar.frame import Frame
    from data.grammar.period import Period
    from data.reader.meaning.periods.found_period import FoundPeriod

_STANDING = ("stock", "rate")
_ACCOUNTS = "growth"
"""The sector of regional accounts, which nobody draws up for a month."""


class EarlierYear:
    """The year of a passage's description, as long as nothing is told of the report's own time."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._year: Period | None = None
        self._sector = ""
        self._accounted: Period | None = None

    def period(self, indicator: Indicator | None, told: FoundPeriod, goes_on: bool) -> Period | None:
        """The year that is described, if a figure that no time is told of goes on describing it.

        Args:
            indicator: what the figure is named.
            told: its period as it is told.
            goes_on: it has no name of its own, or is a part of what was described.
        """
        if told.source != "default":
            return None
        if indicator is not None and indicator.sector == _ACCOUNTS and self._accounted is not None:
            return self._accounted
        if self._year is None:
            return None
        standing = indicator is not None and indicator.agg in _STANDING and indicator.sector == self._sector
        return self._year if standing or (goes_on and indicator is None) else None

    def note(self, indicator: Indicator | None, told: FoundPeriod, period: Period, *, came: bool) -> None:
        """Keep in mind that what stands was told of an earlier year, or that something of the report's own time was.

        Args:
            indicator: what a figure is named.
            told: its period as it is told.
            period: its period.
            came: it is what something came to since then: "từ 204 đơn vị năm 2020 nay còn 75 đơn vị".
        """
        if told.source in ("said", "carried") and indicator is not None and indicator.sector == _ACCOUNTS and self._frame.monthly:
            self._accounted = period if period.kind != "month" else None
        done = told.source == "default" and indicator is not None and indicator.agg == "flow"
        if (done or came or told.source in ("said", "carried")) and period.end >= self._frame.report.start:
            self._year = None
        elif told.source == "said" and period.kind == "year" and indicator is not None and indicator.agg == "stock":
            self._year, self._sector = period, indicator.sector
