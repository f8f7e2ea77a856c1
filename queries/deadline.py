"""A time limit for what runs in DuckDB."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_AGAIN = 0.1
"""Seconds until a stop is repeated: DuckDB ignores an interrupt that comes just before a statement starts."""


@contextmanager
def deadline(seconds: float | None, stop: Callable[[], None]) -> Iterator[None]:
    """Call ``stop`` from another thread when the block takes longer than ``seconds``, and again until it ends.

    Args:
        seconds: the limit; None or 0 for none.
        stop: interrupts what runs; safe from any thread, and to be called again.
    """
    ended = threading.Event()

    def watch() -> None:
        wait = seconds
        while not ended.wait(wait):
            stop()
            wait = _AGAIN

    if seconds:
        threading.Thread(target=watch, daemon=True).start()
    try:
        yield
    finally:
        ended.set()
