"""The month of a text that has no title and says "trong tháng", or only the year, before it says which months it is about."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from data.grammar.frame import Frame
from data.grammar.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_PARTS = ("month", "half", "cumulative")
_LATE = 20
"""The day of a month from which on what is put out in it is about it."""
_OFTEN = 2
"""How often a month has to be told where the text begins with the year."""


def month_spoken_of(told: Iterable[Period], guess: Frame, put_out: date | None) -> Frame | None:
    """The month that a text means by "trong tháng": that of its sums and months, else before it was put out, else of its days.

    Args:
        told: the periods that the text tells in numbers.
        guess: the year of the text.
        put_out: the day on which it was put out, if it says so.
    """
    periods = [period for period in told if period.start.year == guess.year == period.end.year]
    last = _last_months(periods)
    if last:
        month = max(last, key=lambda month: (last[month], month))
    elif put_out is not None and put_out.year == guess.year:
        month = max(1, put_out.month - (put_out.day < _LATE))
    else:
        month = max((period.end.month for period in periods if period.kind == "point"), default=0)
    return Frame(Period.month(guess.year, month), monthly=True) if month else None


def months_of_year(told: Iterable[Period], guess: Frame) -> Frame | None:
    """The month, or the months so far, that a text tells more often than all others, although it begins with the year."""
    periods = [period for period in told if period.start.year == guess.year == period.end.year]
    last = _last_months(periods)
    month = max(last, key=lambda month: last[month], default=0)
    if last[month] < _OFTEN or last[month] * 2 <= last.total():
        return None
    monthly = any(period.kind == "month" and period.end.month == month for period in periods)
    return Frame(Period.month(guess.year, month) if monthly else Period.cumulative(guess.year, month), monthly=monthly)


def _last_months(periods: list[Period]) -> Counter[int]:
    """How often each month of a year is told, by itself or as the last of those so far."""
    return Counter(period.end.month for period in periods if period.kind in _PARTS)
