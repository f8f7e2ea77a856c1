"""Keys that were pressed before there was anything on the screen to act on: they are kept, and act once it is there."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from textual import events
from textual.binding import Binding

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping

    from textual.app import App
    from textual.binding import BindingType

MOST = 64
"""Keys that are kept; more than that are not typed by a person."""
STEP = 0.03
"""Seconds between two kept keys, so that a screen that one opens is there before the next."""


class TypeAhead:
    """The keys that wait.

    Args:
        bindings: the keys of the app; those of them that have priority act at once.
        keymap: other keys for them, by their ids.

    Attributes:
        waiting: whether keys are kept; False for good once they have acted.
    """

    def __init__(self, bindings: Iterable[BindingType], keymap: Mapping[str, str]) -> None:
        self.waiting = True
        self._keys: list[events.Key] = []
        first = [binding for binding in bindings if isinstance(binding, Binding) and binding.priority]
        self._always = {key for binding in first for key in keymap.get(binding.id or "", binding.key).split(",")}

    def keeps(self, event: events.Event) -> bool:
        """Keep a key for later; False for what is to act now."""
        if not self.waiting or not isinstance(event, events.Key) or event.is_forwarded or event.key in self._always:
            return False
        if len(self._keys) < MOST:
            self._keys.append(event)
        return True

    def drop(self) -> None:
        """Forget the keys: what they were meant for will not be there."""
        self._keys.clear()
        self.waiting = False

    async def catch_up(self, app: App[Any], act: Callable[[events.Key], Awaitable[None]]) -> None:
        """Let the keys act in order, those included that are pressed meanwhile, each on what the one before has painted."""
        while self._keys:
            await act(self._keys.pop(0))
            await asyncio.sleep(STEP)
            painted = asyncio.Event()
            app.screen.call_after_refresh(painted.set)
            await painted.wait()
        self.waiting = False
