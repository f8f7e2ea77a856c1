"""The store of one run of the explorer, opened once; while the program is still being imported, if there is time."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from queries.store import Store
    from tui.errors import Notice

    Talk: TypeAlias = Callable[[Notice], None]


class Archive:
    """The store of one run of the explorer, opened by the first thread that asks.

    Args:
        path: the DuckDB file.
        opener: opens the file, for example after bringing it up to date, which it may tell; None opens it as it is.
    """

    def __init__(self, path: Path, opener: Callable[[Path, Talk], Store] | None = None) -> None:
        self.path, self._opener = path, opener
        self._store: Store | None = None
        self._lock = threading.Lock()
        self._listener: Talk = lambda _notice: None
        self._heard = threading.Event()

    def open_early(self) -> None:
        """Begin to open the store in a thread of its own; who asks for it waits for what is left of that.

        DuckDB opens a file outside of Python, so that what is imported meanwhile is hardly delayed.
        """
        threading.Thread(target=self._try, name="archive", daemon=True).start()

    def listen(self, listener: Talk) -> None:
        """Have ``listener`` called, in the opener's thread, with what the opener tells; until then the opener waits with it."""
        self._listener = listener
        self._heard.set()

    def store(self) -> Store:
        """The open store; call it in a worker only, because opening takes a moment.

        Raises:
            StoreError: it cannot be read.
        """
        from queries.store import Store

        with self._lock:
            if self._store is None:
                self._store = self._opener(self.path, self._tell) if self._opener else Store(self.path)
            return self._store

    def close(self) -> None:
        """Close the store; running questions are interrupted, and the next one opens it anew."""
        self._heard.set()
        with self._lock:
            if self._store is not None:
                self._store.close()
                self._store = None

    def _tell(self, notice: Notice) -> None:
        self._heard.wait()
        self._listener(notice)

    def _try(self) -> None:
        # Who asks for the store tries again, and is told why it cannot be opened.
        with suppress(Exception):
            self.store()
