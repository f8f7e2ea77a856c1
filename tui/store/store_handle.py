"""A handle on the store of one run of the explorer, which is opened once, by the first query."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from queries.store import Store
    from tui.errors import Notice

    Talk: TypeAlias = Callable[[Notice], None]


class StoreHandle:
    """The store of one run of the explorer, opened by the first thread that needs it.

    Args:
        path: the DuckDB file.
        opener: opens the file, for example after bringing it up to date, of which it may give notice; None opens it as it is.

    Attributes:
        listener: called with the opener's notices, in the thread that opened the store.
    """

    def __init__(self, path: Path, opener: Callable[[Path, Talk], Store] | None = None) -> None:
        self.path, self._opener = path, opener
        self.listener: Talk = lambda _notice: None
        self._store: Store | None = None
        self._lock = threading.Lock()

    def open(self) -> Store:
        """The store, opened if it is not open; to be called in a worker only, because opening takes a moment.

        Raises:
            StoreError: it cannot be read.
        """
        from queries.store import Store

        with self._lock:
            if self._store is None:
                self._store = self._opener(self.path, self.listener) if self._opener else Store(self.path)
            return self._store

    @property
    def is_replaced(self) -> bool:
        """Whether the store is open and its file was replaced since: a look at the file, which takes no time."""
        return (store := self._store) is not None and store.replaced

    def release_memory(self) -> None:
        """Shrink the block cache of the store, if it is open; to be called in a worker only."""
        if (store := self._store) is not None:
            store.release_memory()

    def close(self) -> None:
        """Close the store; running queries are interrupted, and the next one opens it again."""
        with self._lock:
            if self._store is not None:
                self._store.close()
                self._store = None
