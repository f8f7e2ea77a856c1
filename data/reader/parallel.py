"""Reading several reports: many in a pool of processes, a few in this one, because a process takes a while to start."""

from __future__ import annotations

import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

from data.catalogue import Catalogue
from data.reader.read import Reading, read_report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from data.reader.layout.source import Source

FEW = 8
"""Up to this many reports are read in this process."""


def read_in_parallel(
    sources: Sequence[Source], progress: Callable[[float, str], None] = lambda _done, _what: None
) -> Iterator[tuple[Source, Reading]]:
    """Reports with their readings, in order, each as soon as it and those before it are read.

    Args:
        sources: the texts.
        progress: called with the share done and the name of a report, also while one is read in this process; an error that it
            raises stops the work.
    """
    texts, steps = [source.text for source in sources], len(sources) + 1
    pool = _on_all_cores(texts) if len(texts) > FEW and _cores() > 1 else None
    for place, source in enumerate(sources):

        def within(done: float, place: int = place, name: str = source.name) -> None:
            progress((place + done) / steps, name)

        within(0)
        yield source, next(pool) if pool is not None else read_report(source.text, Catalogue.load(), within)
    progress(len(sources) / steps, "checks")


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _on_all_cores(texts: Sequence[str]) -> Iterator[Reading]:
    """Readings from a pool of processes; if one of them dies, the rest is read in this process."""
    done = 0
    # A forked process would inherit the locks of the explorer's threads.
    fresh = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(min(_cores(), len(texts)), fresh, initializer=_ignore_interrupts)
    try:
        for reading in pool.map(_read, texts):
            yield reading
            done += 1
    except BrokenProcessPool:
        yield from map(_read, texts[done:])
    finally:
        pool.shutdown(cancel_futures=True)


def _ignore_interrupts() -> None:
    """Leave ctrl+c, which reaches every process of a terminal, to the parent process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _read(text: str) -> Reading:
    return read_report(text, Catalogue.load())
