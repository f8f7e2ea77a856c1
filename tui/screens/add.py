"""Adding a report: its path, how far the reading is, and what it brought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input, ProgressBar, Static

from tui.errors import error_line
from tui.model.typed_path import completed, path_of
from tui.screens.progress import Progress
from tui.screens.window import Window

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult

    from data.store.add import Added
    from tui.words import Words


class StoppedError(Exception):
    """The user has stopped the reading."""


class PathSuggester(Suggester):
    """Suggests file names while a path is typed."""

    async def get_suggestion(self, value: str) -> str | None:
        """The path completed by one name."""
        return completed(value)


class AddScreen(Window["Added | None"]):
    """A line for the path, then a bar, then a summary; gives what became of the file, if it was read.

    Args:
        store: the DuckDB file.
        words: the language.
    """

    CSS_PATH = "add.tcss"
    BINDINGS = [
        Binding("escape", "leave", "leave", id="add.leave"),
        Binding("tab", "complete", "complete", show=False, priority=True, id="add.complete"),
        Binding("enter", "go", "go", show=False, id="add.go"),
    ]

    class Ended(Message):
        """The file was added, or failed with ``error``."""

        def __init__(self, added: Added | None, error: Exception | None) -> None:
            super().__init__()
            self.added, self.error = added, error

    def __init__(self, store: Path, words: Words) -> None:
        super().__init__()
        self._store, self._words = store, words
        self._busy = self._stopping = False
        self._added: Added | None = None

    def compose(self) -> ComposeResult:
        """Title, path, progress bar, outcome, keys."""
        with Vertical(classes="dialog -wide-dialog"):
            yield Static(self._words("add.title"), classes="dialog-title", markup=False)
            names = PathSuggester(use_cache=False, case_sensitive=True)
            yield Input(placeholder=self._words("add.example"), id="path", compact=True, suggester=names)
            yield ProgressBar(total=1.0, show_eta=False)
            yield Static(self._words("add.what"), id="told", markup=False)
            yield Static("", classes="dialog-foot", markup=False)

    def on_mount(self) -> None:
        """Focus the input."""
        self.query_one(Input).focus()
        self._show()

    def on_unmount(self) -> None:
        """Stop the reading when the explorer is left."""
        self._stopping = True

    def _show(self) -> None:
        say = self._words
        self.query_one(ProgressBar).display = self._busy
        self.query_one(Input).disabled = self._busy or self._added is not None
        state = "stopping" if self._stopping else "busy" if self._busy else "done" if self._added else "foot"
        self.query_one(".dialog-foot", Static).update(say(f"add.{state}"))

    def _tell(self, text: str, wrong: bool = False) -> None:
        told_here = self.query_one("#told", Static)
        told_here.set_class(wrong, "-wrong")
        told_here.update(text)

    def on_input_submitted(self, _event: Input.Submitted) -> None:
        """Read the report."""
        path = path_of(self.query_one(Input).value)
        if path is None or self._busy:
            return
        self._busy, self._stopping = True, False
        self.query_one(ProgressBar).update(progress=0)
        self._tell(path.name)
        self._show()
        self.run_worker(lambda: self._work(path), thread=True, exit_on_error=False, group="add")

    def _work(self, path: Path) -> None:
        added: Added | None = None
        wrong: Exception | None = None
        try:
            from data.store.add import add

            (added,) = add(self._store, [path], self._progress)
        except Exception as error:  # whatever fails, the user must see it
            wrong = error
        self.post_message(self.Ended(added, wrong))

    def _progress(self, share: float, what: str) -> None:
        # The last word comes when the store is written: then there is nothing left to stop.
        if self._stopping and share < 1:
            raise StoppedError
        self.post_message(Progress(share, what))

    def on_progress(self, event: Progress) -> None:
        """Show the progress."""
        self.query_one(ProgressBar).update(progress=event.share)
        if event.what:
            self._tell(self._words.named("progress", event.what))

    def on_add_screen_ended(self, event: Ended) -> None:
        """Show what the report brought, or the error, and let the path be typed again."""
        from tui.model.added import summary

        say = self._words
        self._busy = self._stopping = False
        if event.added is not None:
            self._added = event.added
            self._tell("\n".join(summary(event.added, say, keys=True)))
            self.set_focus(None)
        elif isinstance(event.error, StoppedError):
            self._tell(say("add.stopped"))
        elif event.error is not None:
            self._tell(error_line(event.error, say), wrong=True)
        self._show()
        if not self._added:
            self.query_one(Input).focus()

    def action_complete(self) -> None:
        """Take the suggested name."""
        self.query_one(Input).action_cursor_right()

    def action_go(self) -> None:
        """Close, once the summary is shown."""
        if self._added:
            self.dismiss(self._added)

    def action_leave(self) -> None:
        """Stop the reading; close where nothing is read."""
        if self._busy:
            self._stopping = True
            self._show()
        else:
            self.dismiss(self._added)
