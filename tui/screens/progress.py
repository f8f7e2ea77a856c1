"""The progress of work in a thread, reported to the screen that started it."""

from __future__ import annotations

from textual.message import Message


class Progress(Message):
    """The share of the work that is done, and what is being done: a name in words, or the name of a file."""

    def __init__(self, share: float, what: str) -> None:
        super().__init__()
        self.share, self.what = share, what
