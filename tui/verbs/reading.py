"""Verbs that read reports, and the one that takes them out again: build, add, remove, extract, account."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.model.reasons import in_words
from tui.verbs.output import print_rows

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from data.reader.read import Reading
    from tui.words import Words


def build(options: argparse.Namespace) -> int:
    """Rebuild the store and say where it lies."""
    from data.store.build import build as build_store

    say = options.words()
    with progress_line(say) as tell:
        aside = build_store(options.db, tell)
    if aside:
        print(f"xulang: {say('notice.damaged_aside', place=aside)}", file=sys.stderr)
    print(options.db)
    return 0


def add(options: argparse.Namespace) -> int:
    """Add report files to the store and say what they brought."""
    from data.store.add import add as add_files
    from tui.model.added import summary

    say = options.words()
    with progress_line(say) as tell:
        done = add_files(options.db, options.files, tell)
    for added in done:
        first, *rest = summary(added, say)
        print("\n".join([first, *(f"  {line}" for line in rest)]))
    return 0


def remove(options: argparse.Namespace) -> int:
    """Take added reports out of the store and say what went with them."""
    from data.store.remove import remove as remove_reports
    from tui.model.added import removal
    from tui.verbs.store import require_existing

    require_existing(options)
    say = options.words()
    with progress_line(say) as tell:
        done = remove_reports(options.db, options.reports, tell)
    for removed in done:
        print(removal(removed, say))
    return 0


def extract(options: argparse.Namespace) -> int:
    """Print the figures of a report, one per line."""
    from data.catalogue import Catalogue
    from data.store.convert import extracted_figures

    if records := extracted_figures(_read(options), Catalogue.load()):
        print_rows(options.format, list(records[0]), (list(record.values()) for record in records))
    return 0


def account(options: argparse.Namespace) -> int:
    """Print what every number of a report was taken for: the totals, and with ``--list`` every number."""
    say, reading = options.words(), _read(options)
    totals = Counter(token.kind for token in reading.tokens)
    names = {kind: say(f"account.{kind}") for kind in totals} | {"total": say("account.total")}
    room = max(len(name) for name in names.values()) + 1
    for kind, count in sorted(totals.items(), key=lambda pair: (pair[0] != "unexplained", -pair[1], pair[0])):
        print(f"{names[kind]:<{room}} {count:>7}")
    print(f"{names['total']:<{room}} {len(reading.tokens):>7}")
    if options.listing:
        for token in sorted(reading.tokens, key=lambda token: (token.kind != "unexplained", token.start)):
            print(f"{token.start:>8}  {names[token.kind]:<{room}} {token.printed}\t{in_words(token.reason, say)}")
    return 0


@contextmanager
def progress_line(say: Words) -> Iterator[Callable[[float, str], None]]:
    """A progress line on standard error, if that is a terminal; it is erased at the end.

    Stopped by the keyboard, it says that nothing was changed.
    """
    from tui.draw import clean, fit

    live = sys.stderr.isatty()

    def tell(done: float, what: str) -> None:
        if live:
            room = shutil.get_terminal_size().columns - 1
            line = fit(f"{done:4.0%} {clean(say.named('progress', what))}", room).rstrip()
            print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)

    try:
        yield tell
    except KeyboardInterrupt:
        print(("\r\x1b[K" if live else "") + f"xulang: {say('notice.stopped')}", file=sys.stderr)
        raise
    finally:
        if live:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _read(options: argparse.Namespace) -> Reading:
    from data.catalogue import Catalogue
    from data.reader.file import read_file

    with progress_line(options.words()) as tell:
        return read_file(options.file, Catalogue.load(), lambda done: tell(done, options.file.name))[1]
