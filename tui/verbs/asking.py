"""Verbs that ask the store: show, export, checks."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tui.errors import UsageError
from tui.numbers import BOUNDS, number
from tui.opening import open_store
from tui.verbs.output import print_rows, write_file

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from queries.store import Store


def show(options: argparse.Namespace) -> int:
    """Print the sectors, or the figures of a sector or an indicator."""
    from queries.show import FIGURES, SECTORS

    lang = options.lang or "vi"
    with opened(options) as store:
        sectors = store.ask(SECTORS)
        if options.subject is None:
            heads = ("id", _say(lang, "lĩnh vực", "sector"), _say(lang, "chỉ tiêu", "indicators"))
            rest = (_say(lang, "số liệu", "figures"), _say(lang, "mâu thuẫn", "disputed"))
            names = [(s.id, _say(lang, s.name_vi, s.name_en), s.indicators, s.figures, s.disputed) for s in sectors]
            print_rows(options.format, heads + rest, iter(names))
            return 0
        figures = store.ask(FIGURES, subject=options.subject, period=options.period)
        if not figures:
            raise UsageError(_nothing_found(store, options.subject, options.period, [s.id for s in sectors]))
    plain = options.format not in ("table", "markdown")
    print_rows(
        options.format,
        ("indicator", "item", "period", "measure", "value", "unit", "source", "disputed")
        if lang == "en" or plain
        else ("chỉ tiêu", "phân tổ", "kỳ", "loại", "giá trị", "đơn vị", "nguồn", "⚠"),
        (
            (
                _say(lang, f.indicator_vi, f.indicator_en),
                _say(lang, f.item_vi or "", f.item_en or ""),
                _say(lang, f.period_vi, f.period_en),
                f.measure,
                f.value if plain else BOUNDS.get(f.bound or "", "") + number(f.value, lang),
                f.unit if plain else _say(lang, f.unit, f.unit_en),
                _source(f, lang),
                f.disputed if plain else "⚠" if f.disputed else "",
            )
            for f in figures
        ),
    )
    return 0


def export(options: argparse.Namespace) -> int:
    """Write all figures in the chosen format."""
    from queries.show import ALL, ExportRow

    with opened(options) as store:
        rows = store.ask(ALL)
    write_file(options.format, ExportRow._fields, rows, options.output)
    if options.output:
        print(f"{options.output}: {len(rows)} figures", file=sys.stderr)
    return 0


def checks(options: argparse.Namespace) -> int:
    """Print the findings: readings of one series that disagree, and figures that cannot all be right."""
    from queries.show import FINDINGS, FindingRow

    lang = options.lang or "vi"
    with opened(options) as store:
        findings = store.ask(FINDINGS)
    if options.format == "jsonl":
        print_rows("jsonl", FindingRow._fields, iter(findings))
        return 0
    rows = (
        (
            f.severity,
            f.rule,
            " · ".join(
                filter(
                    None,
                    (
                        _say(lang, f.indicator_vi or "", f.indicator_en or ""),
                        _say(lang, f.item_vi or "", f.item_en or ""),
                    ),
                )
            ),
            f.period,
            f.measure,
            _say(lang, f.message_vi, f.message_en),
        )
        for f in findings
    )
    print_rows("table", ("severity", "rule", "indicator", "period", "measure", "message"), rows)
    return 0


@contextmanager
def opened(options: argparse.Namespace, settings: Mapping[str, str | int] | None = None) -> Iterator[Store]:
    """The store that the options name, built first where there is none.

    Args:
        options: the parsed command line.
        settings: overrides of `queries.store.SETTINGS`.

    Raises:
        UsageError: it cannot be read, or what is asked of it cannot be answered.
    """
    from queries.console import SqlError
    from queries.store import StoreError

    try:
        with open_store(options.db, lambda what: print(f"xulang: {what}", file=sys.stderr), settings) as store:
            yield store
    except (StoreError, SqlError) as error:
        raise UsageError(str(error)) from error


def _nothing_found(store: Store, subject: str, period: str | None, sectors: list[str]) -> str:
    from queries.show import FIGURES

    if period and store.ask(FIGURES, subject=subject, period=None):
        return f"{subject} has no figures in {period}; without --period all periods are shown"
    return f"{subject}: no such sector or indicator; the sectors are {', '.join(sectors)}"


def _source(figure: Any, lang: str) -> str:
    parts = [_say(lang, figure.report_vi, figure.report_en)]
    if figure.section:
        parts.append(_say(lang, f"mục {figure.section}", f"section {figure.section}"))
    if figure.footnote:
        parts.append(_say(lang, f"chú thích {figure.footnote}", f"note {figure.footnote}"))
    return ", ".join(parts)


def _say(lang: str, vietnamese: str, english: str) -> str:
    return english if lang == "en" else vietnamese
