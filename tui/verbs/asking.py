"""Verbs that ask the store: show, export, checks."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.errors import UsageError
from tui.numbers import BOUNDS, number
from tui.opening import open_store
from tui.verbs.output import print_rows, write_file

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from queries.show import FigureRow, FindingRow
    from queries.store import Store
    from tui.errors import Notice
    from tui.words import Words

FOR_PEOPLE = ("table", "markdown")
"""Formats that speak words; the others keep ids and plain numbers."""
MARKS = {"warning": "⚠", "notice": "ⓘ"}


def show(options: argparse.Namespace) -> int:
    """Print the sectors, or the figures of a sector or an indicator."""
    from queries.panes import SECTORS
    from queries.show import FIGURES
    from tui.model.unknown import UNKNOWN

    say = options.words()
    with opened(options) as store:
        sectors = [sector for sector in store.ask(SECTORS) if sector.id != UNKNOWN]
        if options.subject is None:
            heads = ("id", *(say(f"shown.{name}") for name in ("sector", "indicators", "figures", "disputed")))
            rows = ((s.id, say.pick(s.name_vi, s.name_en), s.indicators, s.figures, s.disputed) for s in sectors)
            print_rows(options.format, heads, rows)
            return 0
        figures = store.ask(FIGURES, subject=options.subject, period=options.period)
        if not figures:
            raise _nothing_found(store, options.subject, options.period, [s.id for s in sectors])
    names = ("indicator", "item", "period", "measure", "value", "unit", "source", "disputed")
    if options.format in FOR_PEOPLE:
        heads = (*(say(f"shown.{name}") for name in names[:-1]), "⚠")
        print_rows(options.format, heads, (_words(f, say) for f in figures), right=(say("shown.value"),))
    else:
        print_rows(options.format, names, (_values(f, say) for f in figures))
    return 0


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


def _nothing_found(store: Store, subject: str, period: str | None, sectors: list[str]) -> UsageError:
    from queries.show import FIGURES

    if period and store.ask(FIGURES, subject=subject, period=None):
        return UsageError("no_figures_in_period", subject, period=period)
    return UsageError("no_such_subject", subject, names=", ".join(sectors))


def _words(figure: FigureRow, say: Words) -> tuple[str, ...]:
    return (
        say.pick(figure.indicator_vi, figure.indicator_en), say.pick(figure.item_vi, figure.item_en),
        say.pick(figure.period_vi, figure.period_en), say(f"measure.{figure.measure}"),
        BOUNDS.get(figure.bound or "", "") + number(figure.value, say.lang), say.pick(figure.unit, figure.unit_en),
        _source(figure, say), "⚠" if figure.disputed else "",
    )  # fmt: skip


def _values(figure: FigureRow, say: Words) -> tuple[object, ...]:
    return (
        say.pick(figure.indicator_vi, figure.indicator_en), say.pick(figure.item_vi, figure.item_en),
        say.pick(figure.period_vi, figure.period_en), figure.measure, figure.value, figure.unit, _source(figure, say),
        figure.disputed,
    )  # fmt: skip


def _finding(finding: FindingRow, say: Words) -> tuple[str, ...]:
    names = say.pick(finding.indicator_vi, finding.indicator_en), say.pick(finding.item_vi, finding.item_en)
    return (
        MARKS[finding.severity], " · ".join(name for name in names if name), say.pick(finding.period_vi, finding.period_en),
        say(f"measure.{finding.measure}"), say.pick(finding.message_vi, finding.message_en),
    )  # fmt: skip


def _source(figure: FigureRow, say: Words) -> str:
    parts = [say.pick(figure.report_vi, figure.report_en)]
    if figure.section:
        parts.append(say("cite.section", section=figure.section))
    if figure.footnote:
        parts.append(say("cite.note", note=figure.footnote))
    return ", ".join(parts)
