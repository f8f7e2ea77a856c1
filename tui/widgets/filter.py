"""The line where words are typed that the rows of a list must hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult


class Filter(Horizontal):
    """A line that is there only while it is used."""

    class Changed(Message):
        """Other words."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Closed(Message):
        """The typing is over; the words stay, if there are any."""

        def __init__(self, text: str = "") -> None:
            super().__init__()
            self.text = text

    def compose(self) -> ComposeResult:
        """A slash, the words, keys."""
        yield Static(" / ", classes="slash", markup=False)
        yield Input(compact=True)
        yield Static("", classes="keys", markup=False)

    @property
    def input(self) -> Input:
        """Where the words are typed."""
        return self.query_one(Input)

    def open(self, hint: str, keys: str) -> None:
        """Begin typing."""
        self.input.placeholder = hint
        self.query_one(".keys", Static).update(keys)
        self.add_class("-open")
        self.input.focus()

    def close(self) -> None:
        """Forget the words."""
        with self.prevent(Input.Changed):
            self.input.value = ""
        self.remove_class("-open")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell at once: filtering is done in memory."""
        event.stop()
        self.post_message(self.Changed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: back to the list."""
        event.stop()
        self._end()

    def on_key(self, event: events.Key) -> None:
        """Escape forgets the words; down goes to the list."""
        if event.key == "escape":
            event.stop()
            event.prevent_default()
            self.close()
            self.post_message(self.Changed(""))
            self.post_message(self.Closed())
        elif event.key == "down":
            event.stop()
            self._end()

    def _end(self) -> None:
        if not self.input.value:
            self.close()
        self.post_message(self.Closed(self.input.value.strip()))
