"""Verbs that read reports: build, add, extract, account."""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

    from data.reader.read import Reading
    from tui.words import Words


def build(options: argparse.Namespace) -> int:
    """Rebuild the store and say where it lies."""
    from data.store.build import build as build_store

    say = options.words()
    if aside := build_store(options.db, teller(say)):
        print(f"xulang: {say('notice.damaged_aside', place=aside)}", file=sys.stderr)
    print(options.db)
    return 0


def add(options: argparse.Namespace) -> int:
    """Add report files to the store; a line a file says what became of it."""
    from data.store.add import add as add_files

    say = options.words()
    for added in add_files(options.db, options.files, teller(say)):
        if added.already:
            print(say("done.already", file=added.file, report=added.report_id))
        else:
            print(say("done.added", file=added.file, report=added.report_id, figures=added.figures))
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
    say, reading = options.words(), _read(options.file)
    totals = Counter(token.kind for token in reading.tokens)
    names = {kind: say(f"account.{kind}") for kind in totals} | {"total": say("account.total")}
    room = max(len(name) for name in names.values()) + 1
    for kind, count in sorted(totals.items(), key=lambda pair: (pair[0] != "unexplained", -pair[1], pair[0])):
        print(f"{names[kind]:<{room}} {count:>7}")
    print(f"{names['total']:<{room}} {len(reading.tokens):>7}")
    if options.listing:
        for token in sorted(reading.tokens, key=lambda token: (token.kind != "unexplained", token.start)):
            print(f"{token.start:>8}  {names[token.kind]:<{room}} {token.printed}\t{token.reason}")
    return 0


def teller(say: Words) -> Callable[[float, str], None]:
    """Tells on standard error how far something is, in one line, if that is a terminal."""

    def tell(done: float, what: str) -> None:
        if sys.stderr.isatty():
            name = say(f"progress.{what}") if say.has(f"progress.{what}") else what
            print(f"\r\x1b[K{done:4.0%} {name}", end="\n" if done >= 1 else "", file=sys.stderr, flush=True)

    return tell


def _read(file: Path) -> Reading:
    from data.catalogue import Catalogue
    from data.reader.file import read_file

    return read_file(file, Catalogue.load())[1]
