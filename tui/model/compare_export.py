"""The table of the compare screen, to be exported: its rows with plain numbers, and where these stand."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.model.figures import AIM, is_qualified, measure_name
from tui.model.names import indicator_name, item_name
from tui.model.plain import Sourced, plain, told_and_sources
from tui.model.table import Table, headings
from tui.numbers import decimals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.model.cells import Key
    from tui.model.compare import Comparison


def export(comparison: Comparison, sources: Mapping[int, str] = MappingProxyType({})) -> Table:
    """The rows with plain numbers.

    Args:
        comparison: whose rows are exported.
        sources: where passages stand, as they are cited, by their ids.
    """
    say = comparison.words
    labels = [say.pick(side.label_vi, side.label_en) for side in comparison.sides]
    rows: list[list[object]] = []
    for key in comparison.visible():
        cells, row, percent = comparison.levels[key], comparison.series[key], comparison.percent(key)
        levels = [comparison.in_unit(key, cell) if cell else None for cell in cells]
        about = [comparison.period(cell) if cell else None for cell in cells] if comparison.reports else []
        shown = [plain(cell, measure_name(cell, say), row, say) for cell in cells if cell]
        if percent is not None:
            # As on the screen at least, and no finer than the levels.
            percent = round(percent, max(1, *(decimals(level) for level in levels if level is not None)))
        rows.append([
            indicator_name(row, say), item_name(row, say) or None,
            ", ".join(dict.fromkeys(one.measure for one in shown)), shown[0].unit,
            *levels, *about, comparison.difference(key), percent, *told_and_sources(_sourced(comparison, key, sources)),
        ])  # fmt: skip
    heads = [*labels, *(f"{say('heading.period')} {label}" for label in labels if comparison.reports)]
    own = headings(("indicator", "item", "measure", "unit"), say)
    columns = [*own, *heads, *headings(("difference",), say), "%", *headings(("told", "disputed", "source"), say)]
    return Table("compare", columns, rows)


def _sourced(comparison: Comparison, key: Key, sources: Mapping[int, str]) -> list[Sourced]:
    """Of the levels of a row, how the reports have them, where bare numbers do not say it all, and where they stand."""
    return [
        Sourced(
            comparison.words.pick(side.label_vi, side.label_en), sources.get(cell.passage_id, ""), cell.disputed,
            comparison.level(key, place).removeprefix(AIM) if is_qualified(cell) else "",
        )
        for place, (side, cell) in enumerate(zip(comparison.sides, comparison.levels[key], strict=True))
        if cell
    ]  # fmt: skip


def exported_passages(comparison: Comparison) -> list[int]:
    """The passages of the figures that are exported."""
    return list(dict.fromkeys(cell.passage_id for key in comparison.visible() for cell in comparison.levels[key] if cell))
