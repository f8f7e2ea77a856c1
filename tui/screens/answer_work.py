"""Slow work on the answers of the console, in threads: what it gives is shown when it ends, or what went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from tui.explorer import explorer_of
from tui.model.result import Busy

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widget import Widget

    from queries.answer import Answer
    from tui.model.result import Results
    from tui.words import Words

T = TypeVar("T")


class AnswerWork:
    """Does slow things with answers, several at a time, and says in the note of their results what it is about.

    Args:
        pane: the widget whose threads these are.
        show: shows the note.
    """

    def __init__(self, pane: Widget, show: Callable[[], None]) -> None:
        self._pane, self._show = pane, show

    def do(
        self,
        results: Results,
        answer: Answer,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[], None] | None = None,
    ) -> None:
        """Do something slow with an answer in a thread, then show its result or error.

        Args:
            results: those that the answer is one of.
            answer: what it is done with.
            work: what is done.
            then: takes the result.
            failed: called after an error; where it is given, the work is done quietly.
        """
        job = Busy(answer, quiet=failed is not None)
        results.busy.append(job)
        if not job.quiet:
            results.note, results.failed = self._words("console.working"), False
            self._show()

        def run() -> None:
            outcome, wrong = None, None
            try:
                outcome = work()
            except Exception as error:  # every failure of a thread must reach the screen
                wrong = error
            self._pane.call_later(done, outcome, wrong)

        def done(outcome: Any, wrong: Exception | None) -> None:
            results.busy.remove(job)
            if wrong is not None:
                self._complain(results, wrong)
                if failed is not None:
                    failed()
            else:
                if not job.quiet and not results.failed and all(one.quiet for one in results.busy):
                    results.note = ""
                then(outcome)
            self._show()

        self._pane.run_worker(run, thread=True, exit_on_error=False, group="result")

    def stop(self, results: Results) -> bool:
        """Stop all that is done with the answers of some results; False where nothing is."""
        for job in results.busy:
            job.answer.interrupt()
        return bool(results.busy)

    @property
    def _words(self) -> Words:
        return explorer_of(self._pane.app).words

    def _complain(self, results: Results, error: Exception) -> None:
        from queries.engine import duckdb
        from tui.model.sql_errors import plain_words

        stopped = isinstance(error, duckdb.InterruptException)
        results.note = (
            self._words("console.stopped") if stopped else plain_words(getattr(error, "summary", str(error)), self._words)
        )
        results.failed = not stopped
