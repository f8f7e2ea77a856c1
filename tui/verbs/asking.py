"""The verbs export and checks, which query the whole store, and how every verb opens it."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.errors import UsageError
from tui.numbers import number
from tui.store.opening import open_store
from tui.verbs.output import print_rows, write_file

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from queries.show import FindingRow
    from queries.store import Store
    from tui.errors import Notice
    from tui.words import Words

MARKS = {"warning": "⚠", "notice": "ⓘ"}


def export(options: argparse.Namespace) -> int:
    """Write all figures in the chosen format."""
    from queries.show import ALL, ExportRow

    with opened(options) as store:
        rows = store.ask(ALL)
    write_file(options.format, ExportRow._fields, rows, options.output)
    if options.output:
        say = options.words()
        print(say("done.written", place=options.output, rows=number(len(rows), say.lang)), file=sys.stderr)
    return 0


def checks(options: argparse.Namespace) -> int:
    """Print the findings: readings of one series that disagree, and figures that cannot all be right."""
    from queries.show import FINDINGS, FindingRow

    with opened(options) as store:
        findings = store.ask(FINDINGS)
    if options.format == "jsonl":
        print_rows("jsonl", FindingRow._fields, iter(findings))
        return 0
    say = options.words()
    heads = ("", *(say(f"shown.{name}") for name in ("indicator", "period", "measure", "finding")))
    print_rows("table", heads, (_finding(f, say) for f in findings))
    return 0


@contextmanager
def opened(options: argparse.Namespace, settings: Mapping[str, str | int] | None = None) -> Iterator[Store]:
    """The store that the options name; the one in the user's folder is built first where there is none.

    Args:
        options: the parsed command line.
        settings: overrides of `queries.store.SETTINGS`.

    Raises:
        StoreError: it cannot be read.
        UsageError: there is none at the place that was named.
        KeyboardInterrupt: ctrl+c was pressed.
    """
    see_that_meant(options)

    def talk(notice: Notice) -> None:
        print(f"xulang: {notice.said(options.words())}", file=sys.stderr)

    with open_store(options.db, talk, settings) as store:
        try:
            yield store
        except RuntimeError as error:
            # While a query runs, ctrl+c reaches DuckDB, which tells of it in its own way.
            if str(error) == "Query interrupted":
                raise KeyboardInterrupt from error
            raise


def see_that_meant(options: argparse.Namespace) -> None:
    """Raise `UsageError` where a store was named that is not there: it is a slip more often than a wish for a new one."""
    if options.named and not options.db.exists():
        raise UsageError("no_store", options.db)


def _finding(finding: FindingRow, say: Words) -> tuple[str, ...]:
    names = say.pick(finding.indicator_vi, finding.indicator_en), say.pick(finding.item_vi, finding.item_en)
    return (
        MARKS[finding.severity], " · ".join(name for name in names if name), say.pick(finding.period_vi, finding.period_en),
        say(f"measure.{finding.measure}"), say.pick(finding.message_vi, finding.message_en),
    )  # fmt: skip
