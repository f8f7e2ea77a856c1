"""The last line: the keys that are active now; it follows the focus, and a click on a hint acts as its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from textual.keys import REPLACED_KEYS, key_to_character
from textual.widget import Widget

from tui.draw import Piece, line_width, width
from tui.widgets.painter import Painter

if TYPE_CHECKING:
    from textual import events
    from textual.screen import Screen
    from textual.strip import Strip

    from tui.words import Words

KEYS = {
    "enter": "↵", "escape": "esc", "space": "␣", "question_mark": "?", "slash": "/", "left_square_bracket": "[", "tab": "⇥",
    "right_square_bracket": "]", "up": "↑", "down": "↓", "left": "←", "right": "→", "comma": ",", "full_stop": ".", "plus": "+",
    "minus": "-", "asterisk": "*", "equals_sign": "=", "pageup": "PgUp", "pagedown": "PgDn", "less_than_sign": "<",
    "greater_than_sign": ">", "backspace": "⌫", "home": "Home", "end": "End", "delete": "Del", "insert": "Ins",
}  # fmt: skip


LAST = "help"
SPACE = 3
"""Terminal cells between two hints."""
Hint: TypeAlias = tuple[str, str, str]
"""A key as it is written, as it is pressed, and what it does."""


def key_name(key: str) -> str:
    """A key as people write it.

    ``ctrl+p`` is ``^p``, ``shift+up`` is ``⇧↑``, ``upper_s`` and ``S`` are ``S``, ``underscore`` is ``_``.
    """
    if key in KEYS:
        return KEYS[key]
    if key.startswith("ctrl+"):
        return "^" + key_name(key[5:])
    if key.startswith("shift+"):
        return "⇧" + key_name(key[6:])
    if key.startswith("upper_"):
        return key[6:].upper()
    if key[:1] == "f" and key[1:].isdigit():
        return key.upper()
    return key_to_character(REPLACED_KEYS.get(key, key)) or key


def key_words(table: str, name: str, screen: Screen[Any], say: Words) -> str | None:
    """What a key does on a screen; None where there are no words for it.

    Args:
        table: ``hint`` for a word or two, ``key`` for a sentence.
        name: the id of the key's binding.
        screen: may have words of its own for the key, by one of its ``scopes``; empty ones hide a hint.
        say: the language.
    """
    scopes = getattr(screen, "scopes", (type(screen).__name__,))
    keys = [*(f"{table}.{scope}:{name}" for scope in scopes), f"{table}.{name}"]
    return next((say(key) for key in keys if say.has(key)), None)


def idle_keys(screen: Screen[Any]) -> frozenset[str]:
    """The ids of the keys that do nothing at the place of the cursor, and only say so."""
    found: frozenset[str] = getattr(screen, "idle_keys", frozenset())
    return found


class Hints(Widget):
    """The keys of the focused pane, its screen and the app, as many as fit; the key of the help is always shown."""

    def __init__(self, words: Words) -> None:
        super().__init__(id="hints")
        self._painter = Painter(self)
        self._words = words
        self._spots: list[tuple[int, int, str]] = []
        self._pieces: tuple[Piece, ...] = ()

    def on_mount(self) -> None:
        """Subscribe to changes of the active keys."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)
        self.call_after_refresh(self._changed, self.screen)

    def change_language(self, words: Words) -> None:
        """Switch to another language."""
        self._words = words
        self._changed(self.screen)

    def _changed(self, screen: Screen[object]) -> None:
        if not self.is_attached:
            return
        found: dict[str, tuple[str, str]] = {}
        hidden: frozenset[str] = getattr(screen, "hidden_hints", frozenset()) | idle_keys(screen)
        focused = screen.focused
        for active in screen.active_bindings.values():
            key, name = active.binding.key, f"hint.{active.binding.id}"
            written = key_name(key)
            if focused is not None and len(written) == 1 and written.isascii() and focused.check_consume_key(key, written):
                continue  # in a line of input it is a letter like any other
            if active.binding.id in hidden:
                continue
            if active.binding.show and active.enabled and active.binding.id and self._words.has(name):
                found.setdefault(active.binding.id, (written, key))
        ranked = sorted(found.items(), key=lambda pair: self._words.place(f"hint.{pair[0]}"))
        said = [(shown, key, words) for name, (shown, key) in ranked if name != LAST and (words := self._said(name))]
        self._build(said, [(*found[LAST], self._said(LAST))] if LAST in found else [])
        self.refresh()

    def _said(self, name: str) -> str:
        return key_words("hint", name, self.screen, self._words) or ""

    def _build(self, hints: list[Hint], last: list[Hint]) -> None:
        room, left = self.app.size.width - 1, 1
        end = room - sum(_size(hint) for hint in last)
        placed: list[tuple[int, Hint]] = []
        for hint in hints:
            if left + _size(hint) > end - (SPACE if last else 0):
                break
            placed.append((left, hint))
            left += _size(hint) + SPACE
        placed += [(end, hint) for hint in last]
        pieces: list[Piece] = []
        for start, (shown, _, words) in placed:
            pieces += [(" " * (start - line_width(pieces)), "dim"), (shown, "accent"), (f" {words}", "dim")]
        self._spots = [(start, start + _size(hint), hint[1]) for start, hint in placed]
        self._pieces = tuple(pieces)

    def on_resize(self, _event: events.Resize) -> None:
        """Recompute what fits."""
        self._changed(self.screen)

    async def on_click(self, event: events.Click) -> None:
        """Press the key of the hint under the mouse."""
        for start, end, key in self._spots:
            if start <= event.x < end:
                self.app.simulate_key(key)

    def notify_style_update(self) -> None:
        """Use the colours of the theme in use now."""
        super().notify_style_update()
        self._painter.reset()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        return self._painter.strip(self._pieces if y == 0 else (), self.size.width)


def _size(hint: Hint) -> int:
    return width(hint[0]) + 1 + width(hint[2])
