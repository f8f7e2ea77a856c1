"""The verb ``checks``: the findings of the cross-checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.verbs.output import FOR_PEOPLE, print_rows
from tui.verbs.store import open_or_build

if TYPE_CHECKING:
    import argparse

    from queries.show import SourcedFindingRow
    from tui.words import Words

MARKS = {"warning": "⚠", "notice": "ⓘ"}


def checks(options: argparse.Namespace) -> int:
    """Print the findings: readings of one series that disagree, and figures that cannot all be right."""
    from queries.show import FINDINGS, SourcedFindingRow

    with open_or_build(options) as store:
        findings = store.ask(FINDINGS)
    if options.format not in FOR_PEOPLE:
        print_rows(options.format, SourcedFindingRow._fields, iter(findings))
        return 0
    say = options.words()
    heads = ("", *(say(f"shown.{name}") for name in ("indicator", "period", "measure", "finding")))
    print_rows(options.format, heads, (_finding(f, say) for f in findings))
    return 0


def _finding(finding: SourcedFindingRow, say: Words) -> tuple[str, ...]:
    names = say.pick(finding.indicator_vi, finding.indicator_en), say.pick(finding.item_vi, finding.item_en)
    return (
        MARKS[finding.severity], " · ".join(name for name in names if name), say.pick(finding.period_vi, finding.period_en),
        say(f"measure.{finding.measure}"), say.pick(finding.message_vi, finding.message_en),
    )  # fmt: skip
