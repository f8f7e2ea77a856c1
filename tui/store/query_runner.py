"""How screens query the store: in threads, one cursor per job; the newest query wins, late results are dropped."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, TypeVar

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widget import Widget

    from queries.store import Cursor
    from tui.store.store_handle import StoreHandle

T = TypeVar("T")


class QueryResult(Message):
    """The result of a job, or its error; `current` is false once a newer job was started."""

    def __init__(self, runner: QueryRunner, job: int, value: Any, error: Exception | None, then: Callable[[Any], None]) -> None:
        super().__init__()
        self.runner, self.job, self.value, self.error, self._then = runner, job, value, error, then

    @property
    def current(self) -> bool:
        """Whether the runner has started no newer job."""
        return self.job == self.runner.job

    def deliver(self) -> None:
        """Pass the result to the callback of the job, once, and drop the reference to it."""
        self.runner.job += 1
        value, self.value = self.value, None
        self._then(value)


class QueryRunner:
    """Runs the queries of one pane, of which at most one is current.

    Args:
        widget: receives each `QueryResult` as a message.
        store_handle: the store.
        group: name of the worker group; a new job stops the one before it.

    Attributes:
        job: number of the newest job.
    """

    def __init__(self, widget: Widget, store_handle: StoreHandle, group: str) -> None:
        self._widget, self._store_handle, self._group = widget, store_handle, group
        self._running: Cursor | None = None
        self._taking_over = threading.Lock()
        self._pending: Future[QueryResult] | None = None
        self.job = 0

    @property
    def busy(self) -> bool:
        """Whether the newest job is running; told by that job alone, so none that ends beside it can say otherwise."""
        return self._pending is not None and not self._pending.done()

    def ask(self, work: Callable[[Cursor], T], then: Callable[[T], None]) -> None:
        """Run ``work`` on a new cursor in a thread, then call ``then`` with its result in the main thread."""
        self.stop()
        self.job += 1
        job, pending = self.job, Future[QueryResult]()
        self._pending = pending
        self._widget.run_worker(
            lambda: self._run(job, pending, work, then),
            thread=True,
            exclusive=True,
            group=self._group,
            exit_on_error=False,
            name=self._group,
        )

    async def settle(self, seconds: float) -> None:
        """Deliver the result now if it arrives within ``seconds``, for who cannot go on with what is shown."""
        if (pending := self._pending) is None:
            return
        await asyncio.wait([asyncio.wrap_future(pending)], timeout=seconds)
        if pending.done() and (result := pending.result()).current and result.error is None:
            result.deliver()

    def stop(self) -> None:
        """Interrupt the running job; its result will be dropped."""
        with self._taking_over:
            self.job += 1
            self._pending = None
            if self._running is not None:
                self._running.interrupt()

    def _run(self, job: int, pending: Future[QueryResult], work: Callable[[Cursor], T], then: Callable[[T], None]) -> None:
        value, error = self._result(job, work) if job == self.job else (None, None)
        result = QueryResult(self, job, value, error, then)
        pending.set_result(result)
        if result.current:
            self._widget.post_message(result)
        self._store_handle.release_memory()

    def _result(self, job: int, work: Callable[[Cursor], T]) -> tuple[T | None, Exception | None]:
        """The result of a job or its error; the job is repeated if the store was closed meanwhile because it was rewritten."""
        while True:
            store = cursor = None
            try:
                store = self._store_handle.open()
                with store.cursor() as cursor:
                    with self._taking_over:
                        if job != self.job:
                            return None, None
                        self._running = cursor
                    return work(cursor), None
            except Exception as failure:  # whatever fails in a thread must reach the screen
                if store is None or not store.closed or job != self.job or not self._widget.is_running:
                    return None, failure
            finally:
                with self._taking_over:  # a newer job may be putting its own cursor there
                    if self._running is cursor:
                        self._running = None
