"""The first run: the store is made under a progress bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.message import Message
from textual.widgets import ProgressBar, Static

from tui.errors import error_line
from tui.screens.progress import Progress
from tui.screens.window import Overlay

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual import events
    from textual.app import ComposeResult

    from tui.words import Words


class BuildingScreen(Overlay[bool]):
    """Runs ``build`` in a thread; gives True when the store is there, False when it could not be made and a key was pressed."""

    class Ended(Message):
        """The store was built, or failed with ``error``."""

        def __init__(self, error: str | None) -> None:
            super().__init__()
            self.error = error

    def __init__(self, path: Path, build: Callable[[Path, Callable[[float, str], None]], None], words: Words) -> None:
        super().__init__()
        self._path, self._build, self._words = path, build, words
        self._failed = False

    def compose(self) -> ComposeResult:
        """Words, a bar, words."""
        with Vertical(classes="dialog"):
            yield Static(self._words("building.title"), classes="dialog-title", markup=False)
            yield ProgressBar(total=1.0, show_eta=False)
            yield Static("", id="what", markup=False)

    def on_mount(self) -> None:
        """Start building."""
        self.run_worker(self._work, thread=True, exit_on_error=False)

    def _work(self) -> None:
        error = None
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._build(self._path, self._tell)
        except Exception as failure:  # whatever fails, the user must see it
            error = error_line(failure, self._words)
        self.post_message(self.Ended(error))

    def _tell(self, share: float, what: str) -> None:
        self.post_message(Progress(share, what))

    def on_progress(self, event: Progress) -> None:
        """Show the progress."""
        self.query_one(ProgressBar).update(progress=event.share)
        self.query_one("#what", Static).update(self._words.named("progress", event.what))

    def on_building_screen_ended(self, event: Ended) -> None:
        """Close, or show the error."""
        if event.error is None:
            self.dismiss(True)
            return
        self._failed = True
        self.query_one("#what", Static).update(f"{event.error}\n\n{self._words('building.leave')}")

    def on_key(self, event: events.Key) -> None:
        """Close at any key after a failure."""
        event.stop()
        if self._failed:
            self.dismiss(False)
