"""Waiting for one letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import ModalScreen

if TYPE_CHECKING:
    from textual import events


class JumpScreen(ModalScreen[str]):
    """See-through: the panes under it show a letter on every row."""

    def on_key(self, event: events.Key) -> None:
        """Any key ends it; a letter says where to go."""
        event.stop()
        event.prevent_default()
        self.dismiss(event.character if event.character and event.character.isalpha() else "")

    def on_click(self) -> None:
        """A click ends it."""
        self.dismiss("")
