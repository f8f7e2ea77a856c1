"""Verbs that read reports: build, add, extract, account."""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from data.reader.read import Reading


def build(options: argparse.Namespace) -> int:
    """Rebuild the store and say where it lies."""
    build_quietly(options.db, _talk)
    print(options.db)
    return 0


def build_quietly(path: Path, progress: Callable[[float, str], None] = lambda _done, _what: None) -> None:
    """Build the store at ``path``.

    Raises:
        UsageError: it must not or cannot be written.
    """
    from data.store.build import build as build_store

    with _told_plainly():
        build_store(path, progress)


def add(options: argparse.Namespace) -> int:
    """Add report files to the store; a line a file says what became of it."""
    from data.store.add import add as add_files

    with _told_plainly():
        done = add_files(options.db, options.files, _talk)
    for added in done:
        if added.already:
            print(f"{added.file}: already in the store as {added.report_id}, nothing changed")
        else:
            print(f"{added.file}: {added.figures} figures, report {added.report_id}")
    return 0


def extract(options: argparse.Namespace) -> int:
    """Print the figures of a report, one a line."""
    from data.catalogue import Catalogue
    from data.store.convert import extracted

    records = extracted(_read(options.file), Catalogue.load())
    if options.format == "jsonl":
        for record in records:
            print(json.dumps(record, ensure_ascii=False))
    elif records:
        writer = csv.DictWriter(sys.stdout, list(records[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(records)
    return 0


def account(options: argparse.Namespace) -> int:
    """Print what every number of a report was taken for: the totals, and with ``--list`` every number."""
    reading = _read(options.file)
    totals = Counter(token.kind for token in reading.tokens)
    for kind, count in sorted(totals.items(), key=lambda pair: (pair[0] != "unexplained", -pair[1], pair[0])):
        print(f"{kind:<14} {count:>7}")
    print(f"{'total':<14} {len(reading.tokens):>7}")
    if options.listing:
        for token in sorted(reading.tokens, key=lambda token: (token.kind != "unexplained", token.start)):
            print(f"{token.start:>8}  {token.kind:<14} {token.printed}\t{token.reason}")
    return 0


def _read(file: Path) -> Reading:
    from data.catalogue import Catalogue
    from data.reader.file import read_file

    with _told_plainly():
        return read_file(file, Catalogue.load())[1]


@contextmanager
def _told_plainly() -> Iterator[None]:
    from data.reader.source import SourceError
    from data.store.publish import StoreBusyError

    try:
        yield
    except (SourceError, StoreBusyError) as error:
        raise UsageError(str(error)) from error


def _talk(done: float, what: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K{done:4.0%} {what}", end="\n" if done >= 1 else "", file=sys.stderr, flush=True)
