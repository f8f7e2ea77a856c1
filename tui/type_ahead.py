"""Keys that were pressed before there was anything on the screen to act on: they are kept, and act once it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events

MOST = 64
"""Keys that are kept; more than that is no typing ahead but a book that lies on the keyboard."""
STEP = 0.03
"""Seconds between two kept keys, so that what one opens is begun before the next."""


class TypeAhead:
    """The keys that wait.

    Attributes:
        waiting: whether keys are kept; False for good once they have acted.
    """

    def __init__(self) -> None:
        self.waiting = True
        self._keys: list[events.Key] = []

    def keep(self, key: events.Key) -> None:
        """Keep a key for later."""
        if len(self._keys) < MOST:
            self._keys.append(key)

    def drop(self) -> None:
        """Forget the keys: what they were meant for will not be there."""
        self._keys.clear()
        self.waiting = False

    def taken(self) -> Iterator[events.Key]:
        """The keys in order, those included that are pressed meanwhile; then keys act at once."""
        while self._keys:
            yield self._keys.pop(0)
        self.waiting = False
