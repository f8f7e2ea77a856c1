"""A cache of the passages that a pane shows: fetched in small batches when the cursor pauses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from queries import panes
from tui.model.note import Notes
from tui.store.query_runner import QueryRunner

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.screen import Screen
    from textual.timer import Timer

    from queries.store import Cursor
    from tui.store.store_handle import StoreHandle

REST = 0.06
"""Seconds that the cursor must pause before passages are fetched: a held key moves over rows faster."""
MOST = 40
"""Passages that one query fetches."""
KEPT = 96
"""Passages kept in memory, a few screens of rows."""


class PassageCache:
    """The latest passages with their figures and findings, in memory.

    Args:
        page: the screen whose pane shows them.
        store_handle: the store.
        group: name of the worker group; a new query stops the one before it.
        changed: called when passages have arrived.
    """

    def __init__(self, page: Screen[Any], store_handle: StoreHandle, group: str, changed: Callable[[], None]) -> None:
        self.notes = Notes({}, {}, {})
        self.runner = QueryRunner(page, store_handle, group)
        self._page, self._changed = page, changed
        self._wanted: list[int] = []
        self._timer: Timer | None = None

    def fetch(self, passages: Sequence[int], near: Callable[[], Sequence[int]] = tuple, at_once: bool = False) -> None:
        """Fetch ``passages`` unless they are cached, and with them those of ``near``, up to `MOST`."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        known = self.notes.passages.keys() | (self._wanted if self.runner.busy else ())
        if passages and known >= set(passages):
            return
        if at_once:
            self._fetch_now(passages, near)
        else:
            self._timer = self._page.set_timer(REST, lambda: self._fetch_now(passages, near))

    def clear(self) -> None:
        """Empty the cache, because the store has changed."""
        self.stop()
        for kept in (self.notes.passages, self.notes.figures, self.notes.findings):
            kept.clear()

    def stop(self) -> None:
        """Cancel the query that is running or scheduled."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.runner.stop()

    def _fetch_now(self, passages: Sequence[int], near: Callable[[], Sequence[int]]) -> None:
        self._timer = None
        both = dict.fromkeys([*passages, *near()])
        self._wanted = wanted = [passage for passage in both if passage not in self.notes.passages][:MOST]
        if not wanted:
            return
        self.runner.ask(lambda cursor: load_notes(cursor, wanted), self._arrived)

    def _arrived(self, found: Notes) -> None:
        mine = self.notes
        for passage in list(mine.passages)[: max(0, len(mine.passages) + len(found.passages) - KEPT)]:
            del mine.passages[passage]
            for figure in mine.figures.pop(passage, ()):
                mine.findings.pop(figure.observation_id, None)
        mine.passages.update(found.passages)
        mine.figures.update(found.figures)
        mine.findings.update(found.findings)
        self._changed()


def load_notes(cursor: Cursor, passages: Sequence[int]) -> Notes:
    """The passages with their figures and findings."""
    wanted = list(passages)
    return Notes.of(
        cursor.ask(panes.PASSAGES, passages=wanted),
        cursor.ask(panes.PASSAGE_FIGURES, passages=wanted),
        cursor.ask(panes.PASSAGE_FINDINGS, passages=wanted),
    )
