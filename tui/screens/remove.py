"""Removing an added report: what would go with it, the question, and a bar while the store is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import ProgressBar, Static

from tui.draw import clean
from tui.errors import error_line
from tui.numbers import number
from tui.screens.progress import Progress
from tui.screens.window import Window

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult

    from data.store.remove import Removed
    from queries.panes import ReportRow
    from tui.words import Words


class RemoveScreen(Window["Removed | None"]):
    """A question before a report is removed; gives what was removed.

    Args:
        store: the DuckDB file.
        report: the report.
        words: the language.
    """

    CSS_PATH = "add.tcss"
    BINDINGS = [
        Binding("enter", "go", "go", id="remove.go"),
        Binding("escape,q", "leave", "leave", id="remove.leave"),
    ]

    class Ended(Message):
        """The report was removed, or that failed with ``error``."""

        def __init__(self, removed: Removed | None, error: Exception | None) -> None:
            super().__init__()
            self.removed, self.error = removed, error

    def __init__(self, store: Path, report: ReportRow, words: Words) -> None:
        super().__init__()
        self._store, self._report, self._words = store, report, words
        self._busy = False

    def compose(self) -> ComposeResult:
        """Title, what would go, progress bar, keys."""
        say, report = self._words, self._report
        label = clean(say.pick(report.label_vi, report.label_en))
        counts = {"figures": number(report.figures, say.lang), "decisions": number(report.decisions, say.lang)}
        with Vertical(classes="dialog"):
            yield Static(say("remove.title", label=label, report=report.id), classes="dialog-title", markup=False)
            yield Static(say("remove.what", **counts), id="told", markup=False)
            yield ProgressBar(total=1.0, show_eta=False)
            yield Static("", classes="dialog-foot", markup=False)

    def on_mount(self) -> None:
        """Nothing is removed yet."""
        self._show()

    def _show(self) -> None:
        self.query_one(ProgressBar).display = self._busy
        self.query_one(".dialog-foot", Static).update(self._words("remove.busy" if self._busy else "remove.foot"))

    def action_go(self) -> None:
        """Remove the report, once."""
        if not self._busy:
            self._busy = True
            self._show()
            self.run_worker(self._work, thread=True, exit_on_error=False, group="remove")

    def _work(self) -> None:
        removed: Removed | None = None
        wrong: Exception | None = None
        try:
            from data.store.remove import remove

            (removed,) = remove(self._store, [self._report.id], self._tell)
        except Exception as error:  # whatever fails, the user must see it
            wrong = error
        self.post_message(self.Ended(removed, wrong))

    def _tell(self, share: float, what: str) -> None:
        self.post_message(Progress(share, what))

    def on_progress(self, event: Progress) -> None:
        """Show the progress."""
        self.query_one(ProgressBar).update(progress=event.share)

    def on_remove_screen_ended(self, event: Ended) -> None:
        """Close, or show why the report is still there."""
        if event.error is None:
            self.dismiss(event.removed)
            return
        self._busy = False
        told = self.query_one("#told", Static)
        told.set_class(True, "-wrong")
        told.update(error_line(event.error, self._words))
        self._show()

    def action_leave(self) -> None:
        """Close without removing; what is being written is finished first."""
        if not self._busy:
            self.dismiss(None)
