"""The verb ``export``: all figures of the store, for other programs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.numbers import number
from tui.parsing import EXPORTED
from tui.verbs.output import format_of, write_file
from tui.verbs.store import open_or_build

if TYPE_CHECKING:
    import argparse


def export(options: argparse.Namespace) -> int:
    """Write all figures in the chosen format."""
    from queries.show import ALL, ExportRow

    form = format_of(options.format, options.output, "csv", EXPORTED)
    with open_or_build(options) as store:
        rows = store.ask(ALL)
    write_file(form, ExportRow._fields, rows, options.output)
    if options.output:
        say = options.words()
        told = sum((row.up_to is not None) + (row.out_of is not None) for row in rows)
        counts = {"rows": number(len(rows), say.lang), "figures": number(len(rows) + told, say.lang)}
        print(say("done.figures_written" if told else "done.written", place=options.output, **counts), file=sys.stderr)
    return 0
