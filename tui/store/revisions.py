"""Writing the decisions of the review screen in the background, one batch after the other."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from textual.app import App
    from textual.worker import Worker

    from tui.model.review import Decided, Spot


class Written(Message):
    """A batch of decisions was written, or failed with ``error``."""

    def __init__(self, decisions: Mapping[Spot, Decided | None], error: Exception | None) -> None:
        super().__init__()
        self.decisions, self.error = decisions, error


class Revisions:
    """The queue of decisions; what is decided during one write goes into the next.

    The thread is not bound to a screen: leaving the screen or the explorer loses no decision.

    Args:
        app: is told of every write by the message `Written`.
        path: the store.

    Attributes:
        unwritten: the decisions that an open store does not show yet; None for one that is taken back.
    """

    def __init__(self, app: App[Any], path: Path) -> None:
        self._app, self._path = app, path
        self._lock = threading.Lock()
        self._waiting: dict[Spot, Decided | None] = {}
        self.unwritten: dict[Spot, Decided | None] = {}
        self.busy = False
        self._worker: Worker[None] | None = None

    async def finished(self) -> None:
        """Wait until all decisions are written."""
        if self._worker is not None and not self._worker.is_finished:
            await self._worker.wait()

    def put(self, decisions: Mapping[Spot, Decided | None]) -> None:
        """Queue decisions, and start writing if that is not under way."""
        self.unwritten.update(decisions)
        with self._lock:
            self._waiting.update(decisions)
            if self.busy:
                return
            self.busy = True
        self._worker = self._app.run_worker(self._work, thread=True, group="revisions", exit_on_error=False, name="revisions")

    @property
    def under_way(self) -> bool:
        """Whether the store is being written, or the app has not been told yet that it was."""
        return self.busy or bool(self.unwritten)

    def forget(self, written: Written) -> None:
        """Take a batch from the unwritten decisions, unless something else was decided meanwhile."""
        for spot, decided in written.decisions.items():
            if spot in self.unwritten and self.unwritten[spot] == decided:
                del self.unwritten[spot]

    def _work(self) -> None:
        from data.store.records import ReviewRow, patch_of
        from data.store.revise import Decision, Place, revise

        def decision(spot: Spot, decided: Decided | None) -> Decision:
            review = ReviewRow(spot.start, spot.end, decided.action, patch_of(decided.patch), "") if decided else None
            return Decision(Place(*spot), review)

        while True:
            with self._lock:
                now, self._waiting = self._waiting, {}
            error: Exception | None = None
            try:
                revise(self._path, [decision(*one) for one in now.items()])
            except Exception as failure:  # whatever fails, the user must know that nothing was written
                error = failure
            with self._lock:
                self.busy = more = bool(self._waiting)
            self._app.post_message(Written(now, error))
            if not more:
                return
