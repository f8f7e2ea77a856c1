"""The command line ``xulang``: the explorer, and plain verbs for pipes and scripts.

Data goes to standard output, talk to standard error. Exit statuses: 0 done; 2 wrong use or bad input, with one line that
says what, where and what to do; 130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

EXIT_BAD_INPUT = 2
EXIT_INTERRUPTED = 130
FORMATS = ("table", "csv", "json", "jsonl", "markdown")


def default_store() -> Path:
    """The store in the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("xulang", appauthor=False) / "xulang.duckdb"


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; ``--db`` and ``--lang`` are taken before and after the verb."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--db", type=Path, default=argparse.SUPPRESS, metavar="PATH", help="the DuckDB file to use")
    shared.add_argument("--lang", choices=("vi", "en"), default=argparse.SUPPRESS, help="language of names and numbers")
    top = argparse.ArgumentParser(
        prog="xulang",
        parents=[shared],
        description="Xứ Lạng: provincial socio-economic indicators, every figure with where it comes from. "
        "Without a verb: the explorer.",
    )
    verbs = top.add_subparsers(dest="verb", metavar="VERB")

    def verb(name: str, text: str) -> argparse.ArgumentParser:
        return verbs.add_parser(name, parents=[shared], help=text, description=text)

    verb("build", "rebuild the store from the shipped data; added reports are kept")
    one = verb("add", "read reports (.txt .md .docx .pdf) into the store")
    one.add_argument("files", nargs="+", type=Path, metavar="FILE")
    one = verb("extract", "print what a report would add, one figure a line")
    one.add_argument("file", type=Path, metavar="FILE")
    one.add_argument("--format", choices=("jsonl", "csv"), default="jsonl")
    one = verb("account", "the number account of a report: what every number was taken for")
    one.add_argument("file", type=Path, metavar="FILE")
    one.add_argument("--list", action="store_true", dest="listing", help="every number with its reason, unexplained first")
    one = verb("sql", "ask the store in SQL, read-only; from standard input when no SQL is given")
    one.add_argument("sql", nargs="?", metavar="SQL")
    one.add_argument("-c", "--command", metavar="SQL", help="the SQL, for those who write it as an option")
    one.add_argument("-f", "--file", type=Path, metavar="FILE", help="a file of SQL; - is standard input")
    one.add_argument("--name", metavar="NAME", help="a saved question; see --list")
    one.add_argument("--list", action="store_true", dest="listing", help="the saved questions, with their parameters")
    one.add_argument("--format", choices=(*FORMATS, "parquet", "xlsx"), help="table; with -o, what the file's name ends with")
    one.add_argument("-o", "--output", type=Path, metavar="FILE", help="write there instead of to standard output")
    one.add_argument("--param", action="append", default=[], metavar="NAME=VALUE", help="a value for $NAME; may be repeated")
    one = verb("show", "print a sector or an indicator; the list of sectors when none is named")
    one.add_argument("subject", nargs="?", metavar="SECTOR|INDICATOR")
    one.add_argument("--period", metavar="ID", help="only this period, for example 2026-Q1 or 2025-M01/M08")
    one.add_argument("--format", choices=FORMATS, default="table")
    one = verb("export", "write all figures to a file or to standard output")
    one.add_argument("--format", choices=("csv", "parquet", "xlsx", "json"), default="csv")
    one.add_argument("-o", "--output", type=Path, metavar="FILE")
    one = verb("checks", "print the findings of the cross-checks")
    one.add_argument("--format", choices=("table", "jsonl"), default="table")
    one = verb("serve", "the explorer in a browser of this machine (needs the extra: pip install 'xulang[serve]')")
    one.add_argument("--port", type=int, default=8000, help="8000 if not given")
    one.add_argument("--host", default="127.0.0.1", help="only this machine if not given; there is no password")
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give the exit status."""
    options = parser().parse_args(arguments)
    options.db = getattr(options, "db", None) or default_store()
    options.lang = getattr(options, "lang", None)
    try:
        return _run(options)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # The reader of the pipe has gone; leave nothing for the interpreter to flush into it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except UsageError as error:
        print(f"xulang: {error}", file=sys.stderr)
        return EXIT_BAD_INPUT


def _run(options: argparse.Namespace) -> int:
    if options.verb is None:
        from tui.verbs.explore import explore

        return explore(options)
    if options.verb in ("build", "add", "extract", "account"):
        from tui.verbs import reading

        verb = getattr(reading, options.verb)
    elif options.verb == "serve":
        from tui.verbs.serving import serve as verb
    elif options.verb == "sql":
        from tui.verbs.sql import sql as verb
    else:
        from tui.verbs import asking

        verb = getattr(asking, options.verb)
    return int(verb(options))


if __name__ == "__main__":
    sys.exit(main())
