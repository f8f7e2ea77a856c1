"""How much of a run is done, as far as what DuckDB estimates can be believed."""

from __future__ import annotations

from dataclasses import dataclass

PATIENCE = 1.0
"""Seconds before which nothing is believed."""
_BEHIND = 0.5
"""Of what the first estimate promised, the share below which no estimate of a run is believed."""


@dataclass
class RunProgress:
    """The estimates of one run.

    DuckDB counts what it has read, not what it has yet to put together: of a join it may say 95 % after a second, and for
    minutes after that. An estimate is believed while the run keeps up with the first one.
    """

    _first: tuple[float, float] | None = None
    _belied: bool = False

    def believed(self, seconds: float, done: float | None) -> float | None:
        """The share done, in percent, if it is to be shown.

        Args:
            seconds: how long the run has taken.
            done: the estimate of now, in percent; None where there is none.
        """
        if not done or seconds <= 0:
            return None
        if self._first is None:
            self._first = seconds, done
            return None
        began, first = self._first
        self._belied = self._belied or done < _BEHIND * first * seconds / began
        return None if self._belied or seconds < PATIENCE else done
