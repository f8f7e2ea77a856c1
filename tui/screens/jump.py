"""The overlay that waits for the letter of a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import ModalScreen

if TYPE_CHECKING:
    from textual import events


class JumpScreen(ModalScreen[str]):
    """A transparent overlay; the panes under it show a letter on every row."""

    def on_key(self, event: events.Key) -> None:
        """Close at any key and return it if it is a letter."""
        event.stop()
        event.prevent_default()
        self.dismiss(event.character if event.character and event.character.isalpha() else "")

    def on_click(self) -> None:
        """Close at a click."""
        self.dismiss("")
