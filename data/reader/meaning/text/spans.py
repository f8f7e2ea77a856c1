"""Spans in order, of which those at a place are found without looking at all others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Placed(Protocol):
    """What has a start and an end in a text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """The place behind it."""


T = TypeVar("T", bound=Placed)


class Spans(Generic[T]):
    """Things with a start and an end that ascend and do not overlap."""

    def __init__(self, things: Iterable[T]) -> None:
        self._all: Sequence[T] = tuple(things)
        self._starts = [thing.start for thing in self._all]
        self._ends = [thing.end for thing in self._all]

    def __iter__(self) -> Iterator[T]:
        """All of them, in order."""
        return iter(self._all)

    def starting(self, low: int, high: int) -> Sequence[T]:
        """Those that begin at ``low`` or later, before ``high``."""
        return self._all[bisect_left(self._starts, low) : bisect_left(self._starts, high)]

    def touching(self, low: int, high: int) -> Sequence[T]:
        """Those that share a place with the span from ``low`` to ``high``."""
        return self._all[bisect_right(self._ends, low) : bisect_left(self._starts, high)]

    def within(self, low: int, high: int) -> Sequence[T]:
        """Those that begin at ``low`` or later and end at ``high`` or before."""
        return self._all[bisect_left(self._starts, low) : bisect_right(self._ends, high)]

    def next(self, place: int, limit: int) -> T | None:
        """The first that begins at a place or later, before the limit."""
        at = bisect_left(self._starts, place)
        return self._all[at] if at < len(self._all) and self._starts[at] < limit else None
