"""The command palette: every action that works here, with its key, found without diacritics."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from rich.text import Text
from textual.command import DiscoveryHit, Hit, Hits, Provider

from queries.fold import fold
from tui.widgets.hints import key_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.app import XulangApp

_MOVES = ("grid.", "lines.", "palette", "home_back")


class Action(NamedTuple):
    """An action of the palette."""

    words: str
    key: str
    run: Callable[[], object]


class Actions(Provider):
    """All actions of the focused pane, its screen and the app."""

    def _actions(self) -> Iterator[Action]:
        app = cast("XulangApp", self.app)
        say = app.words
        seen: set[str] = set()
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.id is None or binding.id in seen or binding.id.startswith(_MOVES) or not say.has(f"key.{binding.id}"):
                continue
            seen.add(binding.id)
            run = partial(app.run_action, binding.action, active.node)
            yield Action(say(f"key.{binding.id}"), key_name(binding.key), run)

    async def discover(self) -> Hits:
        """Everything, before a word is typed."""
        for action in self._actions():
            yield DiscoveryHit(_shown(action), action.run, text=action.words)

    async def search(self, query: str) -> Hits:
        """What holds the words, with or without diacritics."""
        words = fold(query).split()
        for action in self._actions():
            own = fold(action.words)
            if all(word in own for word in words):
                score = 1.0 if own.startswith(words[0]) else 0.6
                yield Hit(score, _shown(action), action.run, text=action.words)


def _shown(action: Action) -> Text:
    return Text.assemble((f"{action.key:>6}  ", "dim"), action.words)
