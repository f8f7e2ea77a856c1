"""How screens query the store: in threads, one cursor per job; the newest question wins, late answers are dropped."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widget import Widget

    from queries.store import Cursor
    from tui.store.archive import Archive


class Answer(Message):
    """The result of a job, or its error; `current` is false once a newer question was asked."""

    def __init__(self, desk: Desk, job: int, value: Any, error: Exception | None, then: Callable[[Any], None]) -> None:
        super().__init__()
        self.desk, self.job, self.value, self.error, self._then = desk, job, value, error, then

    @property
    def current(self) -> bool:
        """Whether no newer question was asked at the same desk."""
        return self.job == self.desk.job

    def deliver(self) -> None:
        """Pass the result to the callback of the question, once, and hold it no longer."""
        self.desk.job += 1
        value, self.value = self.value, None
        self._then(value)


class Desk:
    """The queries of one pane: at most one is current.

    Args:
        widget: who asks; it gets the `Answer` as a message.
        archive: the store.
        group: a name; a new question in a group stops the one before it.
    """

    def __init__(self, widget: Widget, archive: Archive, group: str) -> None:
        self._widget, self._archive, self._group = widget, archive, group
        self._running: Cursor | None = None
        self._coming: Future[Answer] = Future()
        self.job = 0
        self.busy = False

    def ask(self, work: Callable[[Cursor], Any], then: Callable[[Any], None]) -> None:
        """Run ``work`` with a cursor of its own in a thread, then ``then`` with its result in the main thread."""
        self.stop()
        self.job += 1
        self.busy = True
        job, self._coming = self.job, Future()
        coming = self._coming
        self._widget.run_worker(
            lambda: self._run(job, coming, work, then),
            thread=True,
            exclusive=True,
            group=self._group,
            exit_on_error=False,
            name=self._group,
        )

    async def settle(self, seconds: float) -> None:
        """Pass the answer to its callback now if it arrives within ``seconds``, for a screen that is being mounted."""
        await asyncio.wait([asyncio.wrap_future(self._coming)], timeout=seconds)
        if self._coming.done() and (answer := self._coming.result()).current and answer.error is None:
            answer.deliver()

    def stop(self) -> None:
        """Interrupt the running question; its answer will be dropped."""
        self.job += 1
        self.busy = False
        if self._running is not None:
            self._running.interrupt()

    def _run(self, job: int, coming: Future[Answer], work: Callable[[Cursor], Any], then: Callable[[Any], None]) -> None:
        value, error = self._found(job, work) if job == self.job else (None, None)
        answer = Answer(self, job, value, error, then)
        if answer.current:
            self.busy = False
            self._widget.post_message(answer)
        coming.set_result(answer)
        self._archive.release_memory()

    def _found(self, job: int, work: Callable[[Cursor], Any]) -> tuple[Any, Exception | None]:
        """The result of a job or its error; the job is repeated where the store was closed meanwhile because it was written."""
        while True:
            store = cursor = None
            try:
                store = self._archive.store()
                with store.cursor() as cursor:
                    self._running = cursor
                    return work(cursor), None
            except Exception as failure:  # every failure of a thread must reach the screen, whatever it is
                if store is None or not store.closed or job != self.job or not self._widget.is_running:
                    return None, failure
            finally:
                if self._running is cursor:
                    self._running = None
