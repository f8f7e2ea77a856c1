"""The command line ``xulang``: the explorer, and plain verbs for pipes and scripts.

Data goes to standard output, talk to standard error. Exit statuses: 0 done; 2 wrong use or bad input, with one line that
says what, where and what to do; 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from tui.parsing import EXIT_BAD_INPUT, parser, requested_words

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["main", "parser"]

EXIT_INTERRUPTED = 130
_MODULES = dict.fromkeys(("build", "add", "remove", "extract", "account"), "reading")
"""The modules of verbs that do not have one of their own name; each is imported only when it is used."""


def default_store() -> Path:
    """The store in the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("xulang", appauthor=False) / "xulang.duckdb"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give the exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    _write_utf_8()
    words = cache(lambda: requested_words(given))
    options = parser(words).parse_args(given)
    options.words = words
    options.named = hasattr(options, "db")
    options.db = options.db if options.named else default_store()
    options.lang = getattr(options, "lang", None)
    try:
        return _run(options)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # The reader of the pipe has gone; leave nothing for the interpreter to flush into it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        from queries.errors import SqlError
        from tui.errors import error_line, is_user_error

        if not is_user_error(error) and not isinstance(error, SqlError):
            raise
        print(f"xulang: {error_line(error, words())}", file=sys.stderr)
        return EXIT_BAD_INPUT


def _write_utf_8() -> None:
    """Write UTF-8 to the terminal or pipe regardless of the locale, so that Vietnamese and file names never fail."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="surrogateescape")


def _run(options: argparse.Namespace) -> int:
    verb = options.verb or "explore"
    module = import_module(f"tui.verbs.{_MODULES.get(verb, verb)}")
    return int(getattr(module, verb)(options))


if __name__ == "__main__":
    sys.exit(main())
