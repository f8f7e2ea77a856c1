"""The store that a verb works on."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.errors import UsageError
from tui.store.opening import open_store

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from queries.store import Store
    from tui.errors import Notice


@contextmanager
def open_or_build(options: argparse.Namespace, settings: Mapping[str, str | int] | None = None) -> Iterator[Store]:
    """The store that the options name; the one in the user's folder is built first where there is none.

    Args:
        options: the parsed command line.
        settings: overrides of `queries.store.SETTINGS`.

    Raises:
        StoreError: it cannot be read.
        UsageError: there is none at the place that was named.
        KeyboardInterrupt: ctrl+c was pressed.
    """
    require_existing(options)

    def talk(notice: Notice) -> None:
        print(f"xulang: {notice.text(options.words())}", file=sys.stderr)

    with open_store(options.db, talk, settings) as store:
        try:
            yield store
        except RuntimeError as error:
            # While a query runs, DuckDB takes ctrl+c and reports it as an error of its own.
            if str(error) == "Query interrupted":
                raise KeyboardInterrupt from error
            raise


def require_existing(options: argparse.Namespace) -> None:
    """Raise `UsageError` where the named store does not exist: that is more often a slip than a wish for a new one."""
    if options.named and not options.db.exists():
        raise UsageError("no_store", options.db)
