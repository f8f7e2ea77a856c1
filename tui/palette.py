"""The command palette: every action available here, with its key; found without diacritics."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text
from textual.command import DiscoveryHit, Hit, Hits, Provider

from queries.fold import fold
from tui.explorer import explorer_of
from tui.themes import theme_label
from tui.widgets.hints import idle_keys, key_name, key_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.binding import ActiveBinding


_MOVES = ("grid.", "lines.", "palette", "home_back")


class Action(NamedTuple):
    """An action of the palette."""

    words: str
    key: str
    run: Callable[[], object]


class Actions(Provider):
    """All actions of the focused pane, its screen and the app, in the order of the help, and the themes by name."""

    def _actions(self) -> Iterator[Action]:
        explorer = explorer_of(self.app)
        say = explorer.words
        order = say.keys("key")
        found: dict[str, ActiveBinding] = {}
        idle = idle_keys(self.screen)
        for active in self.screen.active_bindings.values():
            name = active.binding.id
            if name is not None and name not in idle and self._is_listed(name):
                found.setdefault(name, active)
        for name in sorted(found, key=lambda name: order.index(f"key.{name}")):
            run = partial(self.app.run_action, found[name].binding.action, found[name].node)
            yield Action(key_words("key", name, self.screen, say) or "", key_name(found[name].binding.key), run)
            if name == "theme":
                for theme in self.app.available_themes:
                    yield Action(say("theme.named", name=theme_label(theme, say)), "", partial(explorer.show_theme, theme))

    def _is_listed(self, name: str) -> bool:
        """Whether a key is an action, and no move that needs no words."""
        say = explorer_of(self.app).words
        own = key_words("key", name, self.screen, say)
        return own is not None and (own != say(f"key.{name}") or not name.startswith(_MOVES))

    async def discover(self) -> Hits:
        """All actions, before anything is typed."""
        for action in self._actions():
            yield DiscoveryHit(_shown(action), action.run, text=action.words)

    async def search(self, query: str) -> Hits:
        """The actions that contain the words, ignoring diacritics."""
        words = fold(query).split()
        for action in self._actions():
            own = fold(action.words)
            if all(word in own for word in words):
                score = 1.0 if own.startswith(words[0]) else 0.6
                yield Hit(score, _shown(action), action.run, text=action.words)


def _shown(action: Action) -> Text:
    return Text.assemble((f"{action.key:>6}  ", "dim"), action.words)
