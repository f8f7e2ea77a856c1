"""A cache of the passages that a pane shows: fetched a few at a time when the cursor rests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from queries import panes
from tui.model.note import Notes
from tui.store.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.screen import Screen
    from textual.timer import Timer

    from queries.store import Cursor
    from tui.store.archive import Archive

REST = 0.06
"""Seconds that the cursor must rest before passages are fetched: a held key passes over rows faster."""
MOST = 40
"""Passages that one question fetches."""
KEPT = 96
"""Passages that are kept in memory, a few screens of rows."""


class Shelf:
    """Passages with their figures and findings; the latest ones are kept in memory.

    Args:
        page: the screen whose pane shows them.
        archive: the store.
        group: a name; a new question in a group stops the one before it.
        changed: called when passages have arrived.
    """

    def __init__(self, page: Screen[Any], archive: Archive, group: str, changed: Callable[[], None]) -> None:
        self.notes = Notes({}, {}, {})
        self.desk = Desk(page, archive, group)
        self._page, self._changed = page, changed
        self._wanted: list[int] = []
        self._timer: Timer | None = None

    def want(self, passages: Sequence[int], near: Callable[[], Sequence[int]] = tuple, at_once: bool = False) -> None:
        """Fetch ``passages`` unless they are here, and with them those of ``near``, up to the limit of one question."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        known = self.notes.passages.keys() | (self._wanted if self.desk.busy else ())
        if passages and known >= set(passages):
            return
        if at_once:
            self._ask(passages, near)
        else:
            self._timer = self._page.set_timer(REST, lambda: self._ask(passages, near))

    def forget(self) -> None:
        """Empty the cache, because the store has changed."""
        self.stop()
        for kept in (self.notes.passages, self.notes.figures, self.notes.findings):
            kept.clear()

    def stop(self) -> None:
        """Cancel the question that is running or about to be asked."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.desk.stop()

    def _ask(self, passages: Sequence[int], near: Callable[[], Sequence[int]]) -> None:
        self._timer = None
        both = dict.fromkeys([*passages, *near()])
        self._wanted = wanted = [passage for passage in both if passage not in self.notes.passages][:MOST]
        if not wanted:
            return
        self.desk.ask(lambda cursor: ask_notes(cursor, wanted), self._arrived)

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


def ask_notes(cursor: Cursor, passages: Sequence[int]) -> Notes:
    """The passages with their figures and findings."""
    wanted = list(passages)
    return Notes.of(
        cursor.ask(panes.PASSAGES, passages=wanted),
        cursor.ask(panes.PASSAGE_FIGURES, passages=wanted),
        cursor.ask(panes.PASSAGE_FINDINGS, passages=wanted),
    )
