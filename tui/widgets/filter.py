"""The input line of a filter: the words that the rows of a list must contain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult


class Filter(Horizontal):
    """A line that is visible only while a filter is in use."""

    class Changed(Message):
        """The text of the filter has changed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Closed(Message):
        """Typing is over: Enter, escape or down was pressed; ``text`` is what the filter holds now."""

        def __init__(self, text: str = "") -> None:
            super().__init__()
            self.text = text

    def compose(self) -> ComposeResult:
        """A slash, the input, the keys."""
        yield Static(" / ", classes="slash", markup=False)
        yield Input(compact=True)
        yield Static("", classes="keys", markup=False)

    @property
    def input(self) -> Input:
        """The input widget."""
        return self.query_one(Input)

    def open(self, hint: str, keys: str) -> None:
        """Show the line and focus its input."""
        self.input.placeholder = hint
        self.tell(keys)
        self.add_class("-open")
        self.input.focus()

    def tell(self, words: str) -> None:
        """Say something behind the input: the keys, or what was found."""
        self.query_one(".keys", Static).update(words)

    def close(self) -> None:
        """Clear the text and hide the line."""
        with self.prevent(Input.Changed):
            self.input.value = ""
        self.remove_class("-open")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Post `Changed` at every key: filtering is done in memory."""
        event.stop()
        self.post_message(self.Changed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: return to the list."""
        event.stop()
        self._end()

    def on_key(self, event: events.Key) -> None:
        """Escape clears the filter; down returns to the list."""
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
